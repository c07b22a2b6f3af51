// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>
#include <functional>

namespace mezasu::ui {

/// A field for plain text that is as high as its text, so that pages scroll and fields do not.
///
/// What goes in comes out character for character, no-break blanks included. Undo belongs to the plan, not to the field.
class GrowingTextEdit : public QTextEdit
{
    Q_OBJECT

public:
    explicit GrowingTextEdit(QWidget *parent = nullptr);

    /// The text with U+000A between paragraphs; without what is being composed.
    QString text() const;
    /// Does nothing where it is the same; else the cursor stays as near as can be.
    void setText(const QString &text);
    /// Lines that are shown even when there is no text.
    void setMinimumLines(int lines);

    /// Asked before a text is pasted or dropped; where it returns true, it has taken the text itself.
    using PasteHandler = std::function<bool(const QString &text)>;
    void setPasteHandler(PasteHandler handler) { m_pasteHandler = std::move(handler); }
    /// Scrolls the page so that the line with the cursor can be seen.
    void showCursor();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(const QString &text); ///< by a person
    void left();                      ///< the focus went elsewhere

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void adjustHeight();
    int heightForText() const;
    int m_minimumLines = 1;
    bool m_setting = false;
    PasteHandler m_pasteHandler;
};

} // namespace mezasu::ui
