// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QTextEdit;
class QWidget;

namespace mezasu::ui {

/// Marks what is searched in the fields of a page: in long texts the words themselves, elsewhere the field.
class MatchMarker : public QObject
{
    Q_OBJECT

public:
    explicit MatchMarker(QObject *parent = nullptr);

    /// \param key as TextKey has it; empty: nothing is marked
    void mark(QWidget *page, const QString &key);
    /// Fields of the page may have come or changed: looks again, once for many calls.
    void lookAgain();
    /// The window has other colours: the marks too.
    void colourAgain();

private:
    void markAll();
    void markText(QTextEdit *edit) const;
    void markField(QWidget *field, const QString &text) const;

    QPointer<QWidget> m_page;
    QString m_key;
    QTimer m_timer;
};

} // namespace mezasu::ui
