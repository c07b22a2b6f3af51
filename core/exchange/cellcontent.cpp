// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cellcontent.h"
#include "core/exchange/htmltokenizer.h"
#include <QSet>
#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

bool isLayout(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

bool isBlankText(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
}

bool isBlockTag(const QString &tag)
{
    static const QSet<QString> tags = {u"p"_s, u"div"_s, u"li"_s, u"ul"_s, u"ol"_s, u"dl"_s, u"dt"_s, u"dd"_s,
        u"table"_s, u"tr"_s, u"td"_s, u"th"_s, u"caption"_s, u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s,
        u"blockquote"_s, u"pre"_s, u"section"_s, u"article"_s, u"header"_s, u"footer"_s, u"main"_s, u"nav"_s,
        u"aside"_s, u"center"_s, u"address"_s, u"hr"_s, u"figure"_s, u"figcaption"_s, u"thead"_s, u"tbody"_s,
        u"tfoot"_s, u"body"_s, u"html"_s, u"form"_s, u"option"_s, u"details"_s, u"summary"_s};
    return tags.contains(tag);
}

/// Tags that the plan's own structure stands for, so that nothing is lost with them.
bool isKeptTag(const QString &tag)
{
    return tag == u"p" || tag == u"br" || tag == u"ul" || tag == u"li" || tag == u"div" || tag == u"html"
        || tag == u"body";
}

/// Gathers the lines of a cell. Characters from entities are never layout, so that a writer can keep white space.
class LineBuilder
{
public:
    explicit LineBuilder(CellContent &content)
        : m_content(content)
    {
    }

    void begin(CellLine::Kind kind, bool startsBlock, bool footnote)
    {
        finish();
        m_kind = kind;
        m_startsBlock = startsBlock;
        m_footnote = footnote;
    }

    void text(const QString &text)
    {
        for (const QChar c : text) {
            if (c == u'\n' && m_kind == CellLine::Kind::Plain && !m_inMark)
                lineBreak();
            else
                put(c, isLayout(c));
        }
    }

    void character(const QString &text)
    {
        for (const QChar c : text)
            put(c, false);
    }

    void lineBreak()
    {
        m_inMark = false;
        m_lines.append(Line());
    }

    void beginMark()
    {
        if (!isEmpty())
            return;
        m_inMark = true;
        m_markGiven = true;
    }

    void endMark() { m_inMark = false; }
    bool isEmpty() const { return !m_markGiven && m_lines.size() == 1 && m_lines.constFirst().text.isEmpty(); }

    /// Ends the block; a new one begins outside all tags.
    void finish()
    {
        while (m_lines.size() > 1 && trimmed(m_lines.constLast()).isEmpty())
            m_lines.removeLast();
        bool first = true;
        for (const Line &line : std::as_const(m_lines)) {
            const QString words = trimmed(line);
            if (words.isEmpty() && m_lines.size() == 1 && !m_markGiven)
                break;
            CellLine result;
            result.kind = m_kind;
            result.startsBlock = m_kind == CellLine::Kind::Plain || (first && m_startsBlock);
            result.footnote = m_footnote && first;
            result.markGiven = m_markGiven && first;
            result.mark = first ? m_mark : QString();
            result.text = words;
            m_content.lines.append(result);
            first = false;
        }
        m_lines = {Line()};
        m_kind = CellLine::Kind::Plain;
        m_startsBlock = true;
        m_footnote = m_markGiven = m_inMark = false;
        m_mark.clear();
    }

private:
    struct Line
    {
        QString text;
        qsizetype keptTo = 0; ///< behind the last character that is not layout
    };

    static QString trimmed(const Line &line) { return line.text.left(line.keptTo); }

    void put(QChar c, bool layout)
    {
        if (m_inMark) {
            m_mark += c;
            return;
        }
        Line &line = m_lines.last();
        if (layout && line.text.isEmpty())
            return;
        line.text += c;
        if (!layout)
            line.keptTo = line.text.size();
    }

    CellContent &m_content;
    QList<Line> m_lines = {Line()};
    CellLine::Kind m_kind = CellLine::Kind::Plain;
    bool m_startsBlock = true;
    bool m_footnote = false;
    bool m_markGiven = false;
    bool m_inMark = false;
    QString m_mark;
};

void addOnce(QStringList &list, const QString &value)
{
    if (!list.contains(value))
        list += value;
}

void parsePlain(const QString &source, CellContent &content)
{
    HtmlTokenizer tokenizer(source, false);
    HtmlToken token;
    CellLine line;
    while (tokenizer.next(token)) {
        if (token.kind == HtmlToken::Kind::Character) {
            if (content.entity.isEmpty())
                content.entity = token.source;
            line.text += token.text;
            continue;
        }
        qsizetype from = 0;
        for (qsizetype end = token.text.indexOf(u'\n'); end >= 0; end = token.text.indexOf(u'\n', from)) {
            line.text += token.text.mid(from, end - from);
            content.lines.append(line);
            line.text.clear();
            from = end + 1;
        }
        line.text += token.text.mid(from);
    }
    content.lines.append(line);
}

void parseHtml(const QString &source, CellContent &content)
{
    HtmlTokenizer tokenizer(source);
    HtmlToken token;
    LineBuilder builder(content);
    bool inItem = false;
    int rubyText = 0;
    while (tokenizer.next(token)) {
        if (token.kind == HtmlToken::Kind::Text) {
            if (rubyText == 0)
                builder.text(token.text);
            continue;
        }
        if (token.kind == HtmlToken::Kind::Character) {
            if (rubyText == 0)
                builder.character(token.text);
            continue;
        }
        const QString &tag = token.text;
        const bool start = token.kind == HtmlToken::Kind::Start;
        if (tag == u"rt" || tag == u"rp") {
            rubyText = start ? 1 : 0;
            content.furigana = content.furigana || tag == u"rt";
            continue;
        }
        if (tag == u"ruby" || tag == u"rb") {
            rubyText = 0;
            continue;
        }
        if (isWordless(tag)) {
            addOnce(content.wordless, tag);
            continue;
        }
        if (tag == u"br") {
            builder.lineBreak();
            continue;
        }
        if (tag == u"span") {
            if (start && htmlAttribute(token.attributes, u"class"_s) == u"mark")
                builder.beginMark();
            else if (!start)
                builder.endMark();
            else
                addOnce(content.dropped, tag);
            continue;
        }
        if (start && !isKeptTag(tag))
            addOnce(content.dropped, tag);
        if (!isBlockTag(tag))
            continue;
        rubyText = 0;
        if (!start) {
            if (tag == u"li" || tag == u"ul" || tag == u"ol")
                inItem = false;
            builder.finish();
            if (inItem)
                builder.begin(CellLine::Kind::ListItem, false, false);
        } else if (tag == u"li") {
            builder.begin(CellLine::Kind::ListItem, true, false);
            inItem = true;
        } else if (tag == u"ul" || tag == u"ol") {
            builder.finish();
            inItem = false;
        } else if (inItem) {
            if (!builder.isEmpty())
                builder.begin(CellLine::Kind::ListItem, false, false);
        } else {
            builder.begin(CellLine::Kind::Paragraph, true, htmlAttribute(token.attributes, u"class"_s) == u"footnote");
        }
    }
    builder.finish();
}

/// An item while it is put together.
struct Building
{
    MarkedText item;
    bool fromList = false;
    bool footnote = false;
    bool markGiven = false;
};

} // namespace

bool CellContent::isBlank() const
{
    return std::all_of(
        lines.cbegin(), lines.cend(), [](const CellLine &line) { return isBlankText(line.text) && !line.markGiven; });
}

QString CellContent::text() const
{
    QStringList texts;
    for (const CellLine &line : lines)
        texts += line.mark + line.text;
    const QString all = texts.join(u'\n');
    return isBlankText(all) ? QString() : all;
}

CellContent parseCell(const QString &source, bool forceHtml)
{
    CellContent content;
    content.html = forceHtml || hasKnownTag(source);
    if (content.html)
        parseHtml(source, content);
    else
        parsePlain(source, content);
    return content;
}

CellList listOf(const CellContent &content, ListKind kind)
{
    QList<Building> all;
    int blankLines = 0;
    for (const CellLine &line : content.lines) {
        if (isBlankText(line.text) && !line.markGiven) {
            ++blankLines;
            continue;
        }
        QList<MarkedText> pieces;
        if (line.markGiven)
            pieces = {{line.mark, line.text}};
        else if (kind == ListKind::Statements)
            pieces = splitNumbered(line.text);
        else
            pieces = {splitMark(line.text)};
        const bool unmarked = !line.markGiven && pieces.constFirst().mark.isEmpty();
        const bool plainAfterMark = line.kind == CellLine::Kind::Plain && !all.isEmpty()
            && !all.constLast().item.mark.isEmpty() && !all.constLast().fromList && !content.html;
        if (unmarked && !all.isEmpty() && !line.footnote && (!line.startsBlock || plainAfterMark)) {
            // Blank lines within an item stay; between items they are layout.
            all.last().item.text += QString(1 + blankLines, u'\n') + line.text;
        } else {
            for (const MarkedText &piece : std::as_const(pieces))
                all.append({piece, line.kind == CellLine::Kind::ListItem, line.footnote, line.markGiven});
        }
        blankLines = 0;
    }
    qsizetype firstFootnote = all.size();
    while (firstFootnote > 0) {
        const Building &last = all.at(firstFootnote - 1);
        const QString mark = last.item.mark.trimmed();
        const bool byMark = !last.fromList && !last.markGiven && (mark.contains(u'※') || mark.contains(u'注'));
        if (!last.footnote && !byMark)
            break;
        --firstFootnote;
    }
    CellList list;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool footnote = i >= firstFootnote || all.at(i).footnote || kind == ListKind::Footnotes;
        (footnote ? list.footnotes : list.items) += all.at(i).item;
    }
    return list;
}

} // namespace mezasu::exchange
