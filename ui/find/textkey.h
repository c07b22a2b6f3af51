// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace mezasu::ui {

/// A text in the form in which it is searched: full and half width are the same, so are upper and lower case, hyphens and
/// minus signs, and a voiced kana in one or two characters. Only for matching; stored text stays as it is.
class TextKey
{
public:
    explicit TextKey(const QString &text);

    const QString &key() const { return m_key; }
    struct Span
    {
        qsizetype begin = 0, length = 0;
        bool operator==(const Span &) const = default;
    };
    /// Where a key occurs, in places of the text itself, one behind the other.
    QList<Span> find(const QString &key) const;

    /// The key alone, without the places.
    static QString of(const QString &text);

private:
    QString m_key;
    QList<qsizetype> m_places; ///< of each character of the key: where it begins in the text; and the end
};

} // namespace mezasu::ui
