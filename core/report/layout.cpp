// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/layout.h"

#include "core/report/tablelayout.h"

#include <QImage>
#include <QPageSize>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr double kTitleSizePt = 16;
constexpr double kNumberSizePt = 12;
constexpr double kBoxPadding = 0.35; ///< of the em, around a text in a box
constexpr double kBoxRulePt = 0.9;
constexpr double kWidestBesideText = 0.75; ///< of a picture, so that there is room for the text
constexpr double kBlockGap = 0.6;          ///< of the em, between blocks

/// Puts the blocks of a document one below the other.
class DocumentLayout
{
public:
    DocumentLayout(PageBuilder *builder, Pages *pages)
        : m_builder(builder)
        , m_pages(pages)
    {
    }

    void layHead(const Document &document);
    void laySection(const Section &section);

private:
    double boxWidth(const QString &text, double most);
    double layBox(const QString &text, double left, double most);
    void layBlocks(const std::vector<Block> &blocks);
    void layRange(const std::vector<Block> &blocks, std::size_t first, std::size_t end);
    void endList();
    void lay(const Heading &heading);
    void lay(const Paragraph &paragraph);
    void lay(const Table &table);
    void lay(const Figure &figure);
    void lay(const Picture &picture);
    Flow set(const Paragraph &paragraph, double width);
    double gapAfter(const Paragraph &paragraph) const
    {
        return em() * (paragraph.label.isEmpty() ? kBlockGap / 2 : kBlockGap / 4);
    }
    double em() const { return m_builder->sizePt() * kUnitsPerPoint; }
    void skip(double height)
    {
        if (!m_builder->isAtTop())
            m_builder->setY(m_builder->y() + height);
    }

    PageBuilder *m_builder;
    Pages *m_pages;
    int m_section = kArtifact;
    int m_list = kArtifact;
};

/// How wide a box around a short text is, at most `most`.
double DocumentLayout::boxWidth(const QString &text, double most)
{
    const int style = m_builder->setter().style(kNumberSizePt, Emphasis::Strong);
    const double padding = em() * kBoxPadding;
    return std::min(m_builder->setter().widthOf(text, style), most - 2 * padding) + 2 * padding;
}

/// A short text in a box at the top of the page. \return its lower edge
double DocumentLayout::layBox(const QString &text, double left, double most)
{
    const double padding = em() * kBoxPadding;
    const double width = boxWidth(text, most);
    const Flow flow = m_builder->setter().set({{}, text, Emphasis::Strong}, width - 2 * padding + 1, kNumberSizePt,
        Alignment::Center, m_builder->addElement("P", -1));
    const QRectF box(QPointF(left, m_builder->body().top()), QSizeF(width, flowHeight(flow) + padding));
    double y = box.top() + padding / 2;
    for (const FlowLine &line : flow) {
        m_builder->place(line, box.left() + padding, y);
        y += line.height;
    }
    for (const QLineF &side : {QLineF(box.topLeft(), box.topRight()), QLineF(box.bottomLeft(), box.bottomRight()),
             QLineF(box.topLeft(), box.bottomLeft()), QLineF(box.topRight(), box.bottomRight())})
        m_builder->page().rules.push_back({side, kBoxRulePt * kUnitsPerPoint});
    return box.bottom();
}

/// The full head of the first page: title at the left; at the right the paper's number in a box, and below it what
/// meeting it is for, the date and the municipality.
void DocumentLayout::layHead(const Document &document)
{
    const QRectF body = m_builder->body();
    TextSetter &setter = m_builder->setter();
    const int small = setter.style(m_builder->sizePt(), Emphasis::Normal);
    double rightWidth = body.width() * 0.3;
    for (const QString &text : {document.head.meeting, document.head.date, document.head.municipality})
        rightWidth = std::max(rightWidth, std::min(setter.widthOf(text, small) + 1, body.width() * 0.45));
    double rightBottom = body.top();
    double right = body.right();
    struct Box
    {
        QString text;
        double left = 0;
        double most = 0;
    };
    std::vector<Box> boxes; // from the right: the number, then how to handle it
    for (const QString &text : {document.head.number, document.head.note}) {
        if (text.isEmpty())
            continue;
        const double most = std::max(em() * 6, right - (body.right() - rightWidth));
        const double width = boxWidth(text, most);
        boxes.push_back({text, right - width, most});
        right -= width + em() * 0.5;
    }
    for (auto box = boxes.rbegin(); box != boxes.rend(); ++box) // in reading order
        rightBottom = std::max(rightBottom, layBox(box->text, box->left, box->most) + em() * 0.3);
    for (const QString &text : {document.head.meeting, document.head.date, document.head.municipality}) {
        if (text.isEmpty())
            continue;
        const Flow flow = setter.set({{}, text, Emphasis::Normal}, rightWidth, m_builder->sizePt(), Alignment::Right,
            m_builder->addElement("P", -1));
        for (const FlowLine &line : flow) {
            m_builder->place(line, body.right() - rightWidth, rightBottom);
            rightBottom += line.height;
        }
    }
    const int firstPage = m_builder->pageIndex();
    if (!document.title.isEmpty()) {
        m_builder->flow(setter.set({{}, document.title, Emphasis::Strong}, body.width() - rightWidth - em(),
                            kTitleSizePt, Alignment::Left, m_builder->addElement("H1", -1)),
            body.left());
    }
    if (m_builder->pageIndex() == firstPage)
        m_builder->setY(std::max(m_builder->y(), rightBottom));
    m_builder->closeElements(0, m_builder->elementCount());
    skip(em() * kBlockGap);
}

void DocumentLayout::laySection(const Section &section)
{
    std::optional<std::vector<Block>> made; // once, and not before it is needed
    const auto later = [&]() -> const std::vector<Block> & {
        if (!made)
            made = section.later ? section.later() : std::vector<Block>();
        return *made;
    };
    if (section.later && section.blocks.empty() && later().empty())
        return;
    const auto layAll = [&] {
        m_list = kArtifact;
        m_section = m_builder->addElement("Sect", -1);
        layBlocks(section.blocks);
        if (!m_builder->isCancelled())
            layBlocks(later());
        endList();
        m_builder->closeElements(m_section, m_section + 1);
    };
    if (!section.keepTogether || m_builder->isAtTop()) {
        layAll();
        return;
    }
    const PageBuilder::Mark before = m_builder->mark();
    m_builder->hold(PageBuilder::HoldFor::OnePage);
    layAll();
    if (m_builder->release())
        return;
    m_builder->backTo(before);
    m_builder->newPage();
    layAll();
}

void DocumentLayout::layBlocks(const std::vector<Block> &blocks)
{
    for (std::size_t i = 0; i < blocks.size() && !m_builder->isCancelled();) {
        const std::size_t first = i;
        while (i < blocks.size() && std::holds_alternative<Heading>(blocks[i]))
            ++i;
        const std::size_t end = std::min(i + 1, blocks.size());
        if (first == i || end == i || m_builder->isAtTop()) {
            layRange(blocks, first, end);
            i = end;
            continue;
        }
        const PageBuilder::Mark before = m_builder->mark();
        const int list = m_list;
        m_builder->hold(PageBuilder::HoldFor::Company);
        layRange(blocks, first, i);
        m_builder->headed();
        layRange(blocks, i, end);
        if (!m_builder->release()) {
            // A heading does not stand alone at the foot of a page.
            m_builder->backTo(before);
            m_list = list;
            m_builder->newPage();
            layRange(blocks, first, end);
        }
        i = end;
    }
}

void DocumentLayout::layRange(const std::vector<Block> &blocks, std::size_t first, std::size_t end)
{
    for (std::size_t i = first; i < end; ++i) {
        const Block &block = blocks[i];
        if (!std::holds_alternative<Paragraph>(block))
            endList();
        const int elements = m_builder->elementCount();
        std::visit([this](const auto &one) { lay(one); }, block);
        // The list goes on in the next block.
        if (m_list >= elements)
            m_builder->closeElements(elements, m_list);
        m_builder->closeElements(std::max(elements, m_list + 1), m_builder->elementCount());
    }
}

void DocumentLayout::endList()
{
    if (m_list != kArtifact)
        m_builder->closeElements(m_list, m_list + 1);
    m_list = kArtifact;
}

void DocumentLayout::lay(const Heading &heading)
{
    const int level = std::clamp(heading.level, 1, 6);
    const double size = std::max(m_builder->sizePt() + 0.5, kTitleSizePt - 2.5 * (level - 1));
    const int element = m_builder->addElement("H" + QByteArray::number(level), m_section);
    skip(em() * kBlockGap * 2);
    const Flow flow = m_builder->setter().set(
        {{}, heading.text, Emphasis::Strong}, m_builder->body().width(), size, Alignment::Left, element);
    if (m_builder->y() + flowHeight(flow) > m_builder->body().bottom() && !m_builder->isAtTop())
        m_builder->newPage();
    m_builder->addBookmark({std::max(1, level - 1), heading.text}, m_builder->y());
    m_builder->addAnchor(heading.anchor, heading.text, m_builder->y());
    m_builder->flow(flow, m_builder->body().left());
    skip(em() * kBlockGap / 2);
}

/// With its elements; neighbours with labels are items of one list.
Flow DocumentLayout::set(const Paragraph &paragraph, double width)
{
    int body = kArtifact;
    int label = kArtifact;
    if (paragraph.label.isEmpty()) {
        endList();
        body = m_builder->addElement("P", m_section);
    } else {
        if (m_list == kArtifact)
            m_list = m_builder->addElement("L", m_section);
        const int item = m_builder->addElement("LI", m_list);
        label = m_builder->addElement("Lbl", item);
        body = m_builder->addElement("LBody", item);
    }
    body = m_builder->addText(body, paragraph.link);
    return m_builder->setter().set(paragraph, width, m_builder->sizePt(), Alignment::Left, body, label);
}

void DocumentLayout::lay(const Paragraph &paragraph)
{
    m_builder->flow(set(paragraph, m_builder->body().width()), m_builder->body().left());
    skip(gapAfter(paragraph));
}

void DocumentLayout::lay(const Table &table)
{
    skip(em() * kBlockGap / 2);
    TableLayout(m_builder, table, m_section).run();
    skip(em() * kBlockGap);
}

void DocumentLayout::lay(const Figure &figure)
{
    const QRectF body = m_builder->body();
    const double height = std::min(figure.heightMm * kUnitsPerMm, body.height());
    if (m_builder->y() + height > body.bottom() && !m_builder->isAtTop())
        m_builder->newPage();
    StructureElement element;
    element.role = "Figure";
    element.parent = m_section;
    element.alt = figure.alt;
    const int style = m_builder->setter().style(m_builder->sizePt(), Emphasis::Strong);
    ChartBox box;
    box.chart = figure.chart;
    box.area = QRectF(
        body.left(), m_builder->y(), figure.fullWidth ? body.width() : std::min(body.width(), height * 2), height);
    box.family = m_pages->styles[std::size_t(style)].family;
    box.element = m_builder->addElement(element);
    box.mostHeight = std::max(height, figure.growsToMm * kUnitsPerMm);
    m_builder->page().charts.push_back(box);
    m_builder->setY(m_builder->y() + height);
    skip(em() * kBlockGap);
}

void DocumentLayout::lay(const Picture &picture)
{
    if (!picture.image || picture.image->isNull())
        return;
    const QRectF body = m_builder->body();
    const double widest = body.width() * (picture.beside.empty() ? 1 : kWidestBesideText);
    double width = picture.widthMm > 0 ? std::min(widest, picture.widthMm * kUnitsPerMm) : widest;
    double height = width * picture.image->height() / picture.image->width();
    if (height > body.height()) {
        width *= body.height() / height;
        height = body.height();
    }
    StructureElement element;
    element.role = "Figure";
    element.parent = m_section;
    element.alt = picture.alt;
    PictureBox box{picture.image, {}, m_builder->addElement(element)};

    const double left = body.left() + width + em();
    std::vector<Flow> texts;
    double textHeight = 0;
    for (const Paragraph &paragraph : picture.beside) {
        texts.push_back(set(paragraph, body.right() - left));
        textHeight += flowHeight(texts.back()) + gapAfter(paragraph);
    }
    endList();
    const double all = std::max(height, textHeight);
    if (m_builder->y() + all > body.bottom() && !m_builder->isAtTop())
        m_builder->newPage();
    const double top = m_builder->y();
    box.area = QRectF(body.left(), top, width, height);
    const double thickness = 0.5 * kUnitsPerPoint; // a window that is white at its edge has one all the same
    for (const QLineF &side :
        {QLineF(box.area.topLeft(), box.area.topRight()), QLineF(box.area.bottomLeft(), box.area.bottomRight()),
            QLineF(box.area.topLeft(), box.area.bottomLeft()), QLineF(box.area.topRight(), box.area.bottomRight())})
        m_builder->page().rules.push_back({side, thickness});
    m_builder->page().pictures.push_back(box);
    double y = top;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (const FlowLine &line : texts[i]) {
            y += &line == &texts[i].front() ? 0 : line.spaceBefore;
            m_builder->place(line, left, y);
            y += line.height;
        }
        y += gapAfter(picture.beside[i]);
    }
    m_builder->setY(top + all);
    skip(em() * kBlockGap);
}

QSizeF sheetOf(PaperSize paper)
{
    const QPageSize::PageSizeId id = paper == PaperSize::A3Landscape ? QPageSize::A3 : QPageSize::A4;
    const QSizeF size = QPageSize(id).size(QPageSize::Point) * kUnitsPerPoint;
    return paper == PaperSize::A4Portrait ? size : size.transposed();
}

/// Whether every row has room for its cells beside those that reach into it from above.
Result<> checkTable(const Table &table, const std::vector<TableRow> &rows)
{
    std::vector<int> covered(table.columns.size(), 0);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::size_t column = 0;
        for (const TableCell &cell : rows[r].cells) {
            while (column < covered.size() && covered[column] > 0)
                ++column;
            if (column == covered.size())
                return makeError(Error::Code::InvalidInput, u"more cells than columns"_s, QString::number(r + 1));
            for (int span = 0; span < std::max(1, cell.columnSpan); ++span) {
                if (column == covered.size() || covered[column] > 0)
                    break;
                covered[column++] = std::max(1, cell.rowSpan);
            }
        }
        for (int &left : covered)
            left = std::max(0, left - 1);
    }
    return {};
}

} // namespace

PageSetup PageSetup::forPaper(PaperSize paper, Typeface typeface)
{
    PageSetup setup;
    setup.paper = paper;
    setup.fonts = fontChoice(typeface);
    if (paper == PaperSize::A3Landscape) {
        setup.sizePt = kA3SizePt;
    } else {
        setup.sizePt = kLeastSizePt;
        setup.margins = {20, 20, 12, 18};
    }
    return setup;
}

namespace {

Result<> layOut(
    const Document &document, const PageSetup &setup, const LayoutProgress &progress, PageSink *sink, Pages &pages)
{
    if (const auto fonts = requireFonts(setup.fonts); !fonts)
        return fonts.error();
    for (const Section &section : document.sections) {
        for (const Block &block : section.blocks) {
            const auto *table = std::get_if<Table>(&block);
            if (!table)
                continue;
            for (const auto *rows : {&table->headingRows, &table->rows}) {
                if (const auto checked = checkTable(*table, *rows); !checked)
                    return checked.error();
            }
        }
    }
    pages.size = sheetOf(setup.paper);
    PageBuilder builder(&pages, document, setup.margins, setup.fonts, setup.sizePt);
    builder.setProgress(progress);
    builder.setSink(sink);
    DocumentLayout layout(&builder, &pages);
    layout.layHead(document);
    const double count = std::max<double>(1, double(document.sections.size()));
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        builder.setShare(double(i) / count, 1 / count);
        layout.laySection(document.sections[i]);
        if (builder.isCancelled())
            return makeError(Error::Code::Cancelled, u"cancelled"_s);
    }
    builder.setShare(1, 0);
    builder.finish();
    if (builder.isCancelled())
        return makeError(Error::Code::Cancelled, u"cancelled"_s);
    return {};
}

} // namespace

Result<Pages> layoutDocument(const Document &document, const PageSetup &setup, const LayoutProgress &progress)
{
    Pages pages;
    if (const auto done = layOut(document, setup, progress, nullptr, pages); !done)
        return done.error();
    return pages;
}

Result<> layoutDocument(const Document &document, const PageSetup &setup, PageSink *sink)
{
    Pages pages;
    return layOut(document, setup, {}, sink, pages);
}

} // namespace mezasu::report
