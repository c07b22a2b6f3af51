// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include "ui/help/helpview.h"

#include <QScreen>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

HelpWindow::HelpWindow(QWidget *dialog)
    : QDialog(dialog)
    , m_view(new HelpView)
{
    setObjectName(u"helpWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("ヘルプ"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    connect(m_view, &HelpView::escapePressed, this, &HelpWindow::close);
    resize(fontMetrics().averageCharWidth() * 64, fontMetrics().height() * 28);

    // To the right of the dialog or to its left, where there is room; else where the desktop puts it.
    const QRect free = screen()->availableGeometry(), frame = dialog->frameGeometry();
    if (frame.right() + width() < free.right())
        move(frame.right() + 1, frame.top());
    else if (frame.left() - width() > free.left())
        move(frame.left() - width(), frame.top());
}

void HelpWindow::openBeside(QWidget *dialog, const QString &topic)
{
    auto *window = dialog->findChild<HelpWindow *>(QString(), Qt::FindDirectChildrenOnly);
    if (!window)
        window = new HelpWindow(dialog);
    window->m_view->open(topic);
    window->show();
    window->raise();
    window->activateWindow();
    window->m_view->setFocus(Qt::ShortcutFocusReason);
}

} // namespace mezasu::ui
