// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One cell in UTF-8: what it holds, as text and as each kind of list, is written and read back the same. The same holds for
// any text and any list that a plan could hold, which are cut out of the input.
#include "core/exchange/cellsource.h"
#include "tests/fuzz/property.h"
#include <algorithm>

using namespace mezasu::exchange;
using namespace mezasu::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr ListKind kKinds[] = {ListKind::Statements, ListKind::Indicators, ListKind::Issues, ListKind::Footnotes};
constexpr CellForm kForms[] = {CellForm::Lines, CellForm::Html};

QString shown(const CellList &list)
{
    QString out;
    for (const MarkedText &item : list.items)
        out += u" ["_s + item.mark + u'|' + item.text + u']';
    for (const MarkedText &note : list.footnotes)
        out += u" ("_s + note.mark + u'|' + note.text + u')';
    return out;
}

void requireOneLine(const QString &source)
{
    for (const QChar c : {u'\n', u'\r', u'\t'})
        require(!source.contains(c), "a cell of a TSV stays in one line", source);
}

void requireText(const QString &text)
{
    const bool blank = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
    for (const CellForm form : kForms) {
        const QString source = textSource(text, form);
        require(parseCell(source).text() == (blank ? QString() : text), "a text that is written reads back the same",
            text + u"\n"_s + source + u"\n"_s + parseCell(source).text());
        if (form == CellForm::Html)
            requireOneLine(source);
    }
}

void requireList(const CellList &list, ListKind kind)
{
    for (const CellForm form : kForms) {
        const QString source = listSource(list, kind, form);
        const CellList again = listOf(parseCell(source), kind);
        require(again == list, "a list that is written reads back the same",
            shown(list) + u"\n"_s + source + u"\n"_s + shown(again));
        if (form == CellForm::Html)
            requireOneLine(source);
    }
}

/// A list made of the lines of the input: "mark|text", below a line "-" footnotes.
CellList cutInto(const QString &input, ListKind kind)
{
    CellList list;
    bool notes = kind == ListKind::Footnotes;
    const QStringList lines = input.split(u'\u001e').mid(0, 20);
    for (const QString &line : lines) {
        const qsizetype bar = line.indexOf(u'|');
        if (line == u"-") {
            notes = true;
            continue;
        }
        (notes ? list.footnotes : list.items).append({line.left(std::max<qsizetype>(bar, 0)), line.mid(bar + 1)});
    }
    return list;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString input = QString::fromUtf8(bytesOf(data, size));
    for (const bool forced : {false, true}) {
        const CellContent content = parseCell(input, forced);
        require(content.text().isValidUtf16(), "no half characters come out of a cell", content.text());
        requireText(content.text());
        for (const ListKind kind : kKinds)
            requireList(listOf(content, kind), kind);
    }
    QString silenced = input;
    silenced.remove(u"</"_s);
    require(parseCell(u"<p>a</p><style>"_s + silenced + u"</style><p>b</p>"_s).text() == u"a\nb",
        "a style never becomes text", silenced);
    require(parseCell(u"<p>a</p><script>"_s + silenced + u"</script><p>b</p>"_s).text() == u"a\nb",
        "a script never becomes text", silenced);

    // Carriage returns are line ends for every reader, and become line feeds before anything else sees them.
    QString typed = input;
    typed.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    requireText(typed);
    for (const ListKind kind : kKinds)
        requireList(cutInto(typed, kind), kind);
    return 0;
}
