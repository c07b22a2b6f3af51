// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/growingtextedit.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QWheelEvent>
#include <cmath>

namespace mezasu::ui {

GrowingTextEdit::GrowingTextEdit(QWidget *parent)
    : QTextEdit(parent)
{
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(3);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        &GrowingTextEdit::adjustHeight);
    connect(this, &QTextEdit::textChanged, this, [this] {
        if (!m_setting)
            Q_EMIT edited(text());
    });
    // Later: the page must first have made room for a new line.
    connect(this, &QTextEdit::cursorPositionChanged, this, &GrowingTextEdit::showCursor, Qt::QueuedConnection);
}

QString GrowingTextEdit::text() const
{
    // toPlainText() would turn no-break blanks into common ones.
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

void GrowingTextEdit::setText(const QString &text)
{
    if (this->text() == text)
        return;
    m_setting = true;
    const int position = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(position, document()->characterCount() - 1));
    setTextCursor(cursor);
    m_setting = false;
}

void GrowingTextEdit::setMinimumLines(int lines)
{
    m_minimumLines = lines;
    adjustHeight();
}

int GrowingTextEdit::heightForText() const
{
    const double least = m_minimumLines * fontMetrics().lineSpacing() + 2 * document()->documentMargin();
    return static_cast<int>(std::ceil(std::max(least, document()->size().height()))) + 2 * frameWidth();
}

void GrowingTextEdit::adjustHeight()
{
    const int height = heightForText();
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

QSize GrowingTextEdit::sizeHint() const
{
    return {QTextEdit::sizeHint().width(), heightForText()};
}

QSize GrowingTextEdit::minimumSizeHint() const
{
    return {80, heightForText()};
}

void GrowingTextEdit::showCursor()
{
    if (!hasFocus())
        return;
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        auto *scroll = qobject_cast<QScrollArea *>(above);
        if (!scroll || !scroll->widget())
            continue;
        const QRect cursor = cursorRect();
        const QPoint at = viewport()->mapTo(scroll->widget(), cursor.center());
        scroll->ensureVisible(0, at.y(), 0, cursor.height() * 2);
        return;
    }
}

void GrowingTextEdit::keyPressEvent(QKeyEvent *event)
{
    // A line separator would be a second kind of line end, which nobody can see.
    if (event->matches(QKeySequence::InsertLineSeparator) && !isReadOnly()) {
        textCursor().insertBlock();
        event->accept();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void GrowingTextEdit::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    adjustHeight();
    showCursor(); // a line that is new may lie below what can be seen
}

void GrowingTextEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT left();
}

void GrowingTextEdit::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

void GrowingTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText() && !(m_pasteHandler && m_pasteHandler(source->text())))
        textCursor().insertText(source->text());
}

} // namespace mezasu::ui
