// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <optional>

namespace mezasu::exchange {

/// What one heading says by itself, before its neighbours are asked.
struct HeadingWord
{
    enum class Kind {
        Unknown,
        Level,  ///< a level's word, with or without an aspect
        Aspect, ///< an aspect alone ("説明"): which level, its place tells
        Field,  ///< "statements", "indicators", "unit" …
        Value   ///< "baseline", "target", "actual"
    };
    Kind kind = Kind::Unknown;
    int rank = 0;            ///< Level: lower stands higher up
    QString levelWord;       ///< Level: the word as the catalogue has it
    QString name;            ///< the aspect ("", "code", "title" …), the field or the value role
    QString state;           ///< "draft" …; empty: none
    std::optional<int> year; ///< fiscal year named in the heading
    bool vague = false;      ///< Value: texts may stand below as well as numbers ("目標")
};

/// The words of resources/headings.json.
class HeadingWords
{
public:
    /// The built-in catalogue; read once.
    static const HeadingWords &builtIn();
    /// \return a catalogue without words if the JSON is not one
    static HeadingWords fromJson(const QByteArray &json);

    HeadingWord read(const QString &heading) const;
    /// The text names one element of an upper level rather than a column: "基本方針2 対話のまち", "第3章 …".
    bool namesElement(const QString &text) const;
    /// "合計", "小計（3件）" and the like, with which a row begins that sums up others.
    bool isTotal(const QString &text) const;
    /// "〃", "同上": the cell says what the one above says.
    bool isDitto(const QString &text) const;
    /// A unit that may stand behind a value ("％", "件").
    bool isUnit(const QString &text) const;
    /// Examples for a message: a few words that would be known.
    QStringList examples() const;

private:
    HeadingWord classify(const QString &key) const;
    HeadingWord withoutState(const QString &key) const;

    struct Level
    {
        QString key;
        QString word;
        int rank = 0;
    };
    QList<Level> m_levels;             ///< longest first
    QHash<QString, QString> m_aspects; ///< key → name
    QHash<QString, QString> m_fields;
    QHash<QString, QString> m_values;
    QHash<QString, QString> m_states;
    QSet<QString> m_vague;
    QSet<QString> m_units; ///< by unitKey()
    QSet<QString> m_totals;
    QSet<QString> m_ditto;
};

/// The form in which units are compared: width and white space tell nothing.
QString unitKey(const QString &unit);

/// The fiscal year that a text begins or ends with ("2022年度", "令和4年度", "R4", "平成元年度"); it is taken off.
std::optional<int> takeYear(QString &text);

/// Takes the last bracketed part off the end, whatever the brackets' form. \return what stood inside; empty: none
QString takeBracket(QString &text);

} // namespace mezasu::exchange
