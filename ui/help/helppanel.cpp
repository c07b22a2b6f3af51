// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helppanel.h"

#include "ui/help/helpview.h"
#include "ui/widgets/focusorder.h"

#include <QApplication>
#include <QDockWidget>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

HelpPanel::HelpPanel(QWidget *parent)
    : Panel(u"helpPanel"_s, parent)
    , m_view(new HelpView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    enterAt(this, m_view);
    connect(m_view, &HelpView::escapePressed, this, &HelpPanel::leave);
}

void HelpPanel::setDocument(PlanDocument *) { }

void HelpPanel::follow(const QString &topic)
{
    if (topic.isEmpty() || m_followed == topic)
        return;
    m_followed = topic;
    m_view->open(topic);
}

void HelpPanel::open(const QString &topic)
{
    if (QWidget *focus = QApplication::focusWidget(); focus && !isAncestorOf(focus))
        m_before = focus;
    m_view->open(topic);
    reveal();
}

void HelpPanel::leave()
{
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    if (auto *dock = qobject_cast<QDockWidget *>(parentWidget()))
        dock->hide();
}

} // namespace mezasu::ui
