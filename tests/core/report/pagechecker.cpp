// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/pagechecker.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QHash>
#include <QIODevice>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace pagechecker {

using namespace mezasu::report;
using namespace Qt::StringLiterals;

namespace {

constexpr double kTolerance = 1.5; ///< page units
const QString kContinued = u"（続き）"_s;

/// Control characters are printed as blanks.
QString printed(QString text)
{
    for (QChar &c : text) {
        if (c != u'\n' && (c.unicode() < 0x20 || c.unicode() == 0x7f))
            c = u' ';
    }
    return text;
}

/// A text that has to stand on the pages: of a heading, of a paragraph or of its mark. Line breaks divide it.
struct Leaf
{
    QString text;
    bool isHeading = false; ///< of the document
    bool leads = false;     ///< a strong line in a cell above others
};

struct Cell
{
    const TableCell *cell = nullptr; ///< null: one that a row lacks
    bool isHeading = false;
};

/// The cells of a table in the order in which they begin, those that rows lack included.
std::vector<Cell> cellsOf(const Table &table)
{
    std::vector<Cell> cells;
    for (const auto *rows : {&table.headingRows, &table.rows}) {
        std::vector<int> covered(table.columns.size(), 0);
        for (const TableRow &row : *rows) {
            auto next = row.cells.begin();
            for (std::size_t column = 0; column < covered.size();) {
                if (covered[column] > 0) {
                    ++column;
                    continue;
                }
                const TableCell *cell = next == row.cells.end() ? nullptr : &*next++;
                cells.push_back({cell, rows == &table.headingRows});
                const int across = cell ? std::max(1, cell->columnSpan) : 1;
                for (int i = 0; i < across && column < covered.size() && covered[column] == 0; ++i)
                    covered[column++] = cell ? std::max(1, cell->rowSpan) : 1;
            }
            for (int &left : covered)
                left = std::max(0, left - 1);
        }
    }
    return cells;
}

/// All that the document says, in reading order.
struct Said
{
    explicit Said(const Document &document)
    {
        for (const QString &text : document.head.texts())
            add(text);
        add(document.title);
        for (const Section &section : document.sections) {
            for (const Block &block : section.blocks)
                std::visit([this](const auto &one) { add(one); }, block);
        }
    }
    void add(const QString &text, bool isHeading = false, bool leads = false)
    {
        if (!QString(text).remove(u'\n').isEmpty())
            leaves.push_back({printed(text), isHeading, leads});
    }
    void add(const Heading &heading) { add(heading.text, true); }
    void add(const Paragraph &paragraph)
    {
        add(paragraph.label);
        add(paragraph.text);
    }
    void add(const Table &table)
    {
        tables.push_back(&table);
        for (const Cell &cell : cellsOf(table)) {
            cells.push_back(cell);
            if (!cell.cell)
                continue;
            for (const Paragraph &paragraph : cell.cell->paragraphs) {
                add(paragraph.label);
                add(paragraph.text, false,
                    paragraph.emphasis == Emphasis::Strong && &paragraph != &cell.cell->paragraphs.back());
            }
        }
    }
    void add(const Figure &) { ++figures; }
    void add(const Picture &picture)
    {
        ++figures;
        for (const Paragraph &paragraph : picture.beside)
            add(paragraph);
    }

    std::vector<Leaf> leaves;
    std::vector<const Table *> tables;
    std::vector<Cell> cells;
    int figures = 0;
};

struct Place
{
    int page = 0;
    const TextLine *line = nullptr;
};

/// What may not begin a line, and what may not end one; written down apart from the layout's own lists.
bool mayPart(QStringView text, qsizetype at)
{
    static const QString noStart =
        u"、。，．」』）】〕］｝〉》・：；？！ーゝゞヽヾ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ～〜％%.,:;/)-"_s;
    static const QString noEnd = u"「『（【〔［｛〈《￥№"_s;
    const QChar before = text[at - 1];
    const QChar after = text[at];
    if (noStart.contains(after) || noEnd.contains(before) || after.isLowSurrogate() || after.isMark()
        || (after.unicode() >= 0xfe00 && after.unicode() <= 0xfe0f))
        return false;
    if (before == after && u"…―"_s.contains(before))
        return false;
    const auto isDigit = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'０' && c <= u'９'); };
    const auto isLatin = [&](QChar c) { return c.unicode() < 0x250 && c.isLetterOrNumber(); };
    if (isDigit(after) && (isDigit(before) || u".,．，第約△"_s.contains(before)))
        return false;
    if (isDigit(after) && (text.first(at).endsWith(u"令和") || text.first(at).endsWith(u"平成")))
        return false;
    if ((isLatin(before) || before == u'.') && isLatin(after))
        return false;
    for (const QStringView era : {QStringView(u"令和"), QStringView(u"平成")}) {
        if (text.sliced(at - 1).startsWith(era) && at + 1 < text.size() && isDigit(text[at + 1]))
            return false;
    }
    static const QStringList counters{u"年度"_s, u"年"_s, u"月"_s, u"日"_s, u"か所"_s, u"人"_s, u"件"_s, u"回"_s,
        u"億円"_s, u"歳"_s, u"割"_s, u"円"_s};
    if (isDigit(before)) {
        for (const QString &counter : counters) {
            if (text.sliced(at).startsWith(counter))
                return false;
        }
    }
    if (isDigit(before) && u".,．，"_s.contains(after))
        return false;
    return true;
}

class Checker
{
public:
    Checker(const Document &document, const PageSetup &setup, const Pages &pages)
        : m_pages(pages)
        , m_said(document)
        , m_body(QRectF(QPointF(), pages.size)
                     .adjusted(setup.margins.left * kUnitsPerMm, setup.margins.top * kUnitsPerMm,
                         -setup.margins.right * kUnitsPerMm, -setup.margins.bottom * kUnitsPerMm))
    {
        int cell = 0;
        for (std::size_t i = 0; i < pages.elements.size(); ++i) {
            if (pages.elements[i].role == "TD" || pages.elements[i].role == "TH")
                m_cellOf.insert(int(i), cell++);
        }
        m_cellCount = cell;
    }

    QList<Fault> run()
    {
        if (m_cellCount != int(m_said.cells.size()))
            report(Rule::Text, -1, u"%1 cells for %2"_s.arg(m_cellCount).arg(m_said.cells.size()));
        for (std::size_t p = 0; p < m_pages.pages.size(); ++p) {
            m_page = int(p);
            checkPlaces();
            checkRules();
            checkContinued();
            checkHeadingRows();
        }
        checkTexts();
        return m_faults;
    }

private:
    const Page &page() const { return m_pages.pages[std::size_t(m_page)]; }
    void report(Rule rule, int page, const QString &text)
    {
        if (m_faults.size() < 50)
            m_faults.append({rule, page, text});
    }
    double em(const TextLine &line) const { return m_pages.styles[std::size_t(line.style)].size; }
    QRectF inkOf(const TextLine &line) const
    {
        return {line.baseline - QPointF(0, em(line) * 0.88), QSizeF(std::max(1.0, line.width), em(line))};
    }
    static QRectF wider(const QRectF &area) { return area.adjusted(-kTolerance, -kTolerance, kTolerance, kTolerance); }
    /// The cell that an element stands in; kArtifact where it stands in none.
    int cellOf(int element) const
    {
        while (element >= 0 && !m_cellOf.contains(element))
            element = m_pages.elements[std::size_t(element)].parent;
        return element;
    }

    void checkPlaces();
    void checkRules();
    void checkContinued();
    void checkHeadingRows();
    void checkTexts();
    void checkLines(const Leaf &leaf, const QList<Place> &places);
    void checkPart(const QList<Place> &lines);

    const Pages &m_pages;
    Said m_said;
    QRectF m_body;
    QHash<int, int> m_cellOf; ///< from an element to its number among the cells
    int m_cellCount = 0;
    int m_page = 0;
    QList<Fault> m_faults;
};

void Checker::checkPlaces()
{
    const QRectF sheet(QPointF(), m_pages.size);
    int before = -1;
    for (const TextLine &line : page().lines) {
        if (!sheet.contains(inkOf(line)))
            report(Rule::Margins, m_page, u"outside the sheet: "_s + line.text);
        if (line.element == kArtifact) {
            const bool inCell = std::any_of(page().cells.begin(), page().cells.end(),
                [&](const CellBox &box) { return wider(box.area).contains(inkOf(line)); });
            const bool isFurniture = !m_body.intersects(inkOf(line));
            if (!inCell && !isFurniture)
                report(Rule::Text, m_page, u"belongs to nothing: "_s + line.text);
            continue;
        }
        if (!wider(m_body).contains(inkOf(line)))
            report(Rule::Margins, m_page, u"outside the margins: "_s + line.text);
        if (line.element < before)
            report(Rule::Order, m_page, u"not in reading order: "_s + line.text);
        before = line.element;
        const int cell = cellOf(line.element);
        if (cell < 0)
            continue;
        const bool within = std::any_of(page().cells.begin(), page().cells.end(),
            [&](const CellBox &box) { return box.element == cell && wider(box.area).contains(inkOf(line)); });
        if (!within)
            report(Rule::Cell, m_page, u"outside its cell: "_s + line.text);
        if (line.spacing < 0 || line.spacing > em(line) * 0.1)
            report(Rule::Spacing, m_page, u"holes: "_s + line.text);
    }
    for (const ChartBox &box : page().charts) {
        if (!wider(m_body).contains(box.area))
            report(Rule::Margins, m_page, u"a chart outside the margins"_s);
    }
    for (const PictureBox &box : page().pictures) {
        if (!wider(m_body).contains(box.area))
            report(Rule::Margins, m_page, u"a picture outside the margins"_s);
    }
    for (std::size_t a = 0; a < page().cells.size(); ++a) {
        if (!wider(m_body).contains(page().cells[a].area))
            report(Rule::Margins, m_page, u"a cell outside the margins"_s);
        for (std::size_t b = a + 1; b < page().cells.size(); ++b) {
            const QRectF common = page().cells[a].area & page().cells[b].area;
            if (common.width() > kTolerance && common.height() > kTolerance)
                report(Rule::Cell, m_page, u"two cells on each other"_s);
        }
    }
    // Two lines that are painted on each other cannot be read.
    for (std::size_t a = 0; a < page().lines.size(); ++a) {
        for (std::size_t b = a + 1; b < page().lines.size(); ++b) {
            const QRectF common = inkOf(page().lines[a]) & inkOf(page().lines[b]);
            if (common.width() > em(page().lines[a]) * 0.5 && common.height() > em(page().lines[a]) * 0.3)
                report(
                    Rule::Cell, m_page, u"on each other: "_s + page().lines[a].text + u" / "_s + page().lines[b].text);
        }
    }
    if (page().lines.empty() || page().lines.back().text != u"- %1 -"_s.arg(m_page + 1))
        report(Rule::PageNumber, m_page, u"no page number at its end"_s);
}

void Checker::checkRules()
{
    for (const CellBox &box : page().cells) {
        const QRectF &a = box.area;
        for (const QLineF &side : {QLineF(a.topLeft(), a.topRight()), QLineF(a.bottomLeft(), a.bottomRight()),
                 QLineF(a.topLeft(), a.bottomLeft()), QLineF(a.topRight(), a.bottomRight())}) {
            for (double t = 0.01; t < 1; t += 0.07) { // the side of a merged cell may be made of several rules
                const QPointF at = side.pointAt(t);
                const bool ruled =
                    std::any_of(page().rules.begin(), page().rules.end(), [&](const mezasu::report::Rule &rule) {
                        return wider(QRectF(rule.line.p1(), rule.line.p2()).normalized()).contains(at);
                    });
                if (!ruled) {
                    report(Rule::OpenRules, m_page, u"a cell is open"_s);
                    return;
                }
            }
        }
    }
}

void Checker::checkContinued()
{
    for (const CellBox &box : page().cells) {
        const int number = m_cellOf.value(box.element, -1);
        if (!box.continued || number < 0 || number >= int(m_said.cells.size()))
            continue;
        const TableCell *cell = m_said.cells[std::size_t(number)].cell;
        if (!cell || cell->continuation.isEmpty())
            continue;
        const bool isBlank = std::all_of(cell->paragraphs.begin(), cell->paragraphs.end(),
            [](const Paragraph &paragraph) { return paragraph.label.isEmpty() && paragraph.text.isEmpty(); });
        if (isBlank)
            continue;
        QString named;
        for (const TextLine &line : page().lines) {
            if (line.element == kArtifact && wider(box.area).contains(inkOf(line)))
                named += line.text;
        }
        if (!named.startsWith(printed(cell->continuation).replace(u'\n', u' ').left(4)) || !named.endsWith(kContinued))
            report(Rule::Continuation, m_page, u"continues without its name: "_s + cell->continuation);
    }
}

void Checker::checkHeadingRows()
{
    // A table whose body is on this page, and which began on an earlier one, repeats its heading.
    std::set<int> bodies;
    std::set<int> begun;
    int repeated = 0;
    QString heading;
    for (const CellBox &box : page().cells) {
        if (box.element == kArtifact) {
            ++repeated;
            for (const TextLine &line : page().lines) {
                if (line.element == kArtifact && wider(box.area).contains(inkOf(line)))
                    heading += line.text;
            }
            continue;
        }
        int table = box.element;
        while (m_pages.elements[std::size_t(table)].role != "Table")
            table = m_pages.elements[std::size_t(table)].parent;
        const int number = m_cellOf.value(box.element);
        if (number < int(m_said.cells.size()) && m_said.cells[std::size_t(number)].isHeading)
            begun.insert(table);
        else
            bodies.insert(table);
    }
    for (const int table : bodies) {
        if (begun.contains(table))
            continue;
        int number = -1;
        for (int i = 0; i <= table; ++i)
            number += m_pages.elements[std::size_t(i)].role == "Table" ? 1 : 0;
        QString expected;
        int count = 0;
        for (const Cell &cell : cellsOf(*m_said.tables[std::size_t(number)])) {
            if (!cell.isHeading)
                continue;
            ++count;
            for (const Paragraph &paragraph : cell.cell ? cell.cell->paragraphs : std::vector<Paragraph>())
                expected += paragraph.label + paragraph.text;
        }
        if (repeated != count || heading != printed(expected).remove(u'\n'))
            report(Rule::HeadingRows, m_page, u"the heading is %1, not %2"_s.arg(heading, expected));
    }
}

void Checker::checkTexts()
{
    std::map<int, QList<Place>> lines; // by element
    std::map<int, int> figures;        // page, by element
    for (std::size_t p = 0; p < m_pages.pages.size(); ++p) {
        for (const TextLine &line : m_pages.pages[p].lines) {
            if (line.element != kArtifact)
                lines[line.element].append({int(p), &line});
        }
        for (const ChartBox &box : m_pages.pages[p].charts)
            figures[box.element] = int(p);
        for (const PictureBox &box : m_pages.pages[p].pictures)
            figures[box.element] = int(p);
    }
    if (int(figures.size()) != m_said.figures)
        report(Rule::Text, -1, u"%1 figures for %2"_s.arg(figures.size()).arg(m_said.figures));
    if (lines.size() != m_said.leaves.size())
        report(Rule::Text, -1, u"%1 texts for %2"_s.arg(lines.size()).arg(m_said.leaves.size()));
    auto found = lines.begin();
    for (std::size_t i = 0; i < m_said.leaves.size() && found != lines.end(); ++i, ++found) {
        const Leaf &leaf = m_said.leaves[i];
        QString text;
        for (const Place &place : found->second)
            text += place.line->text;
        if (text != QString(leaf.text).remove(u'\n')) {
            report(Rule::Text, found->second.front().page, u"printed: "_s + text + u"; said: "_s + leaf.text);
            return; // what follows would only repeat it
        }
        checkLines(leaf, found->second);
        if (!leaf.isHeading && !leaf.leads)
            continue;
        const int ends = found->second.back().page;
        int begins = ends;
        if (const auto next = std::next(found); next != lines.end())
            begins = next->second.front().page;
        for (const auto &[element, page] : figures) {
            const auto next = std::next(found);
            if (element > found->first && (next == lines.end() || element < next->first))
                begins = page;
        }
        if (begins != ends)
            report(Rule::HeadingAlone, ends, u"alone at the foot: "_s + leaf.text);
    }
}

void Checker::checkLines(const Leaf &leaf, const QList<Place> &places)
{
    qsizetype next = 0;
    for (const QString &part : leaf.text.split(u'\n')) {
        QList<Place> lines;
        for (qsizetype length = 0; length < part.size() && next < places.size(); ++next) {
            length += places[next].line->text.size();
            lines.append(places[next]);
        }
        checkPart(lines);
    }
}

void Checker::checkPart(const QList<Place> &lines)
{
    std::map<int, int> perPage;
    for (const Place &place : lines)
        ++perPage[place.page];
    if (perPage.size() > 1) {
        if (perPage.begin()->second < 2)
            report(Rule::SingleLine, perPage.begin()->first, u"alone at the foot: "_s + lines.front().line->text);
        if (perPage.rbegin()->second < 2)
            report(Rule::SingleLine, perPage.rbegin()->first, u"alone at the top: "_s + lines.back().line->text);
    }
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const QString both = lines[i].line->text + lines[i + 1].line->text;
        const qsizetype at = lines[i].line->text.size();
        if (mayPart(both, at))
            continue;
        // There has to be no better place in the line: a long word, or nothing but marks.
        for (qsizetype better = at - 1; better > 0; --better) {
            if (mayPart(both, better)) {
                report(Rule::LineBreak, lines[i].page, lines[i].line->text + u" | "_s + lines[i + 1].line->text);
                break;
            }
        }
    }
}

} // namespace

QList<Fault> faultsOf(const Document &document, const PageSetup &setup, const Pages &pages)
{
    const Document whole = completed(document);
    return Checker(whole, setup, pages).run();
}

QStringList saidTexts(const Document &document)
{
    const Document whole = completed(document);
    QStringList texts;
    for (const Leaf &leaf : Said(whole).leaves)
        texts += QString(leaf.text).remove(u'\n');
    return texts;
}

QString inWords(const QList<Fault> &faults)
{
    static const char *const names[] = {"margins", "cell", "text", "order", "open rules", "continuation",
        "heading rows", "heading alone", "single line", "line break", "page number", "spacing"};
    QStringList lines;
    for (const Fault &fault : faults)
        lines += u"page %1, %2: %3"_s.arg(fault.page + 1).arg(QLatin1StringView(names[int(fault.rule)]), fault.text);
    return lines.join(u'\n');
}

QByteArray fingerprint(const Pages &pages)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << pages.size;
    for (const TextStyle &style : pages.styles)
        out << style.family << style.size << style.bold;
    for (const StructureElement &element : pages.elements)
        out << element.role << element.parent << element.alt << element.summary << element.scope << element.rowSpan
            << element.columnSpan;
    for (const Bookmark &bookmark : pages.bookmarks)
        out << bookmark.level << bookmark.title << bookmark.page << bookmark.y;
    for (const Page &page : pages.pages) {
        for (const Fill &fill : page.fills)
            out << fill.area << fill.color;
        for (const mezasu::report::Rule &rule : page.rules)
            out << rule.line << rule.thickness;
        for (const ChartBox &box : page.charts)
            out << box.area << box.element;
        for (const PictureBox &box : page.pictures)
            out << box.area << box.element;
        for (const CellBox &box : page.cells)
            out << box.area << box.element << box.continued;
        for (const TextLine &line : page.lines) {
            out << line.text << line.baseline << line.width << line.style << line.element << line.spacing;
            for (const TextPiece &piece : line.pieces)
                out << piece.length << piece.x << piece.spaced;
        }
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace pagechecker
