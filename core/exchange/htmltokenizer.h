// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringView>

namespace mezasu::exchange {

struct HtmlToken
{
    enum class Kind {
        Text,      ///< characters as they stand
        Character, ///< one character that was written as an entity
        Start,     ///< a tag; name in lower case
        End
    };
    Kind kind = Kind::Text;
    QString text;       ///< Text and Character: the words; Start and End: the tag's name
    QString attributes; ///< Start: what stands behind the name
    QString source;     ///< Character: as it was written
};

/// Cuts HTML as it is found in cells into tokens, in one pass and in linear time, however it is nested or left open.
///
/// Only tags with a name known to HTML and a closing > count; "a < b", "<5%" and "<目標>" are text. Comments vanish.
/// What stands within script, style and other tags that hold no words is passed over (see isWordless()).
/// Why not a parser that builds a tree: trees have a depth, and what lies deeper is lost or costs the process its
/// memory; a cell needs no tree.
class HtmlTokenizer
{
public:
    /// \param tags false: everything but entities is text
    explicit HtmlTokenizer(QStringView source, bool tags = true);
    bool next(HtmlToken &token);

private:
    bool tagAt(qsizetype at, HtmlToken &token, qsizetype &end) const;
    bool entityAt(qsizetype at, HtmlToken &token, qsizetype &end) const;
    void skipContent(const QString &name);

    QStringView m_source;
    qsizetype m_at = 0;
    bool m_tags;
    bool m_openComment = false;
};

/// Whether a tag known to HTML stands in the text.
bool hasKnownTag(const QString &text);
/// Tags whose content is never text: script, style, template …
bool isWordless(const QString &tag);
/// Whether a character reference (&amp; &#12345;) stands in the text at \p at.
bool isEntityAt(const QString &text, qsizetype at);
/// The value of an attribute, or empty; \p name in lower case.
QString htmlAttribute(const QString &attributes, const QString &name);

} // namespace mezasu::exchange
