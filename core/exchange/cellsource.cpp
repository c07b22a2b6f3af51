// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/cellsource.h"
#include "core/exchange/htmltokenizer.h"
#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

/// Plain text that parseCell() takes for plain text, and reads as it stands.
QString plainSource(const QString &text)
{
    QString result = text;
    if (text.contains(u'&')) {
        result.clear();
        for (qsizetype i = 0; i < text.size(); ++i) {
            result += text.at(i);
            if (text.at(i) == u'&' && isEntityAt(text, i))
                result += u"amp;";
        }
    }
    if (hasKnownTag(result))
        result.replace(u'<', u"&lt;"_s);
    return result;
}

bool isLayout(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

/// Text within a block. Strict keeps every white space from being taken for layout or for a line break.
QString escaped(const QString &text, bool strict)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'&')
            result += u"&amp;";
        else if (c == u'<')
            result += u"&lt;";
        else if (c == u'>')
            result += u"&gt;";
        else if (c == u'\n' && !strict)
            result += u"<br>";
        else if (strict && isLayout(c) && (c != u' ' || i == 0 || i + 1 == text.size()))
            result += QString(u"&#" + QString::number(c.unicode()) + u';');
        else
            result += c;
    }
    return result;
}

QString joined(const QList<MarkedText> &items, const QString &separator)
{
    QStringList parts;
    for (const MarkedText &item : items)
        parts += QString(item.mark + item.text);
    return parts.join(separator);
}

QString htmlList(const CellList &list, bool strict)
{
    const auto body = [strict](const MarkedText &item) {
        if (!strict)
            return escaped(item.mark + item.text, false);
        return QString(u"<span class=\"mark\">" + escaped(item.mark, true) + u"</span>" + escaped(item.text, true));
    };
    QStringList parts;
    if (!list.items.isEmpty()) {
        parts += u"<ul style=\"list-style-type: none\">"_s;
        for (const MarkedText &item : list.items)
            parts += QString(u"<li>" + body(item) + u"</li>");
        parts += u"</ul>"_s;
    }
    for (const MarkedText &footnote : list.footnotes)
        parts += QString((strict ? u"<p class=\"footnote\">"_s : u"<p>"_s) + body(footnote) + u"</p>");
    return parts.join(u' ');
}

bool hasLineBreak(const QString &text)
{
    return text.contains(u'\n') || text.contains(u'\r') || text.contains(u'\t');
}

} // namespace

QString textSource(const QString &text, CellForm form)
{
    const auto reads = [&text](const QString &source) { return parseCell(source).text() == text; };
    if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); }))
        return {};
    if (form == CellForm::Lines || !hasLineBreak(text)) {
        const QString plain = plainSource(text);
        if (!text.contains(u'\r') && reads(plain))
            return plain;
    }
    // A paragraph for each line wherever that reads the same: a column of indicators counts its lines.
    for (const bool strict : {false, true}) {
        QStringList paragraphs;
        const QStringList lines = text.split(u'\n');
        for (const QString &line : lines)
            paragraphs += QString(u"<p>" + escaped(line, strict) + u"</p>");
        const QString html = paragraphs.join(u' ');
        if (!html.contains(u'\r') && !html.contains(u'\t') && reads(html))
            return html;
    }
    return QString(u"<p>" + escaped(text, true) + u"</p>");
}

QString listSource(const CellList &list, ListKind kind, CellForm form)
{
    if (list.items.isEmpty() && list.footnotes.isEmpty())
        return {};
    const auto reads = [&list, kind](const QString &source) {
        return !source.contains(u'\r') && !source.contains(u'\t') && listOf(parseCell(source), kind) == list;
    };
    QList<MarkedText> all = list.items + list.footnotes;
    const bool numbered = kind == ListKind::Statements && list.footnotes.isEmpty();
    if (form == CellForm::Lines || all.size() == 1 || numbered) {
        const QString plain = plainSource(joined(all, form == CellForm::Lines ? u"\n"_s : u" "_s));
        if ((form == CellForm::Lines || !hasLineBreak(plain)) && reads(plain))
            return plain;
    }
    // A footnote column has no list before its paragraphs.
    for (const bool strict : {false, true}) {
        const QString html = htmlList(list, strict);
        if (reads(html))
            return html;
    }
    return htmlList(list, true);
}

} // namespace mezasu::exchange
