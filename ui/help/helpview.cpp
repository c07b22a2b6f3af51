// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpview.h"

#include "ui/help/helptopics.h"
#include "ui/widgets/focusorder.h"

#include <QEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

HelpView::HelpView(QWidget *parent)
    : QWidget(parent)
    , m_text(new QTextBrowser)
{
    auto *layout = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    const auto button = [&](const QString &text, const QString &name, const QString &spoken) {
        auto *made = new QToolButton;
        made->setText(text);
        made->setObjectName(name);
        made->setAccessibleName(spoken);
        made->setToolTip(spoken);
        made->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(made);
        return made;
    };
    m_back = button(tr("← 前へ"), u"helpBackButton"_s, tr("前に読んでいたヘルプ"));
    m_forward = button(tr("次へ →"), u"helpForwardButton"_s, tr("戻る前に読んでいたヘルプ"));
    row->addStretch();
    QToolButton *contents = button(tr("もくじ"), u"helpContentsButton"_s, tr("ヘルプのもくじ"));
    layout->addLayout(row);
    m_text->setObjectName(u"helpText"_s);
    m_text->setAccessibleName(tr("ヘルプ"));
    m_text->setOpenExternalLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    layout->addWidget(m_text, 1);
    enterAt(this, m_text);
    setUpStyle();

    connect(m_back, &QToolButton::clicked, m_text, &QTextBrowser::backward);
    connect(m_forward, &QToolButton::clicked, m_text, &QTextBrowser::forward);
    connect(contents, &QToolButton::clicked, this, [this] { open(u"index"_s); });
    connect(m_text, &QTextBrowser::historyChanged, this, &HelpView::refreshButtons);
    refreshButtons();
}

void HelpView::open(const QString &topic)
{
    if (topic != this->topic())
        m_text->setSource(help::pageOf(topic));
}

QString HelpView::topic() const
{
    return QFileInfo(m_text->source().path()).completeBaseName();
}

/// Sizes are steps from that of the window's text, so that they grow with it.
void HelpView::setUpStyle()
{
    const QString key = palette().color(QPalette::AlternateBase).name();
    m_text->document()->setDefaultStyleSheet(u"h1 { font-size: large; margin-bottom: 6px; }"
                                             "h2 { font-size: medium; margin-top: 12px; margin-bottom: 2px; }"
                                             "p { margin-top: 4px; margin-bottom: 8px; line-height: 130%; }"
                                             "ul { margin-top: 2px; margin-bottom: 8px; }"
                                             "li { margin-bottom: 6px; line-height: 130%; }"
                                             "kbd { background-color: %1; }"_s.arg(key));
    m_text->document()->setIndentWidth(fontMetrics().height());
    m_text->document()->setDocumentMargin(fontMetrics().height() / 2.0);
}

void HelpView::refreshButtons()
{
    m_back->setEnabled(m_text->isBackwardAvailable());
    m_forward->setEnabled(m_text->isForwardAvailable());
}

void HelpView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange)
        return;
    setUpStyle();
    if (topic().isEmpty())
        return;
    const int at = m_text->verticalScrollBar()->value();
    m_text->reload();
    m_text->verticalScrollBar()->setValue(at);
}

void HelpView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT escapePressed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace mezasu::ui
