// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/htmlwriter.h"

#include "core/report/chartfile.h"
#include "core/report/printable.h"
#include "core/report/textsetter.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

const char kStyle[] = R"(
body { font-family: "BIZ UDPGothic", "Yu Gothic", "Noto Sans CJK JP", IPAexGothic, sans-serif; line-height: 1.7;
  max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.7rem; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1.05rem; }
.head { text-align: right; margin: 0; }
.picture { display: flex; flex-wrap: wrap; gap: 1.2rem; align-items: flex-start; }
.picture figure { flex: 3 1 24rem; } .picture > div { flex: 2 1 16rem; }
figure { margin: 0; } img { max-width: 100%; border: 1px solid #999; }
.item { display: flex; gap: 0.5em; margin: 0.35em 0; } .label { flex: none; min-width: 1.4em; }
.note { font-size: 0.9em; } .strong { font-weight: bold; }
table { border-collapse: collapse; margin: 0.6rem 0; } td, th { border: 1px solid #666; padding: 0.25rem 0.6rem;
  text-align: left; vertical-align: top; } th { background: #f0f0f0; } td p, th p { margin: 0; }
.right { text-align: right; } .center { text-align: center; }
@media print { body { margin: 0; font-size: 10pt; } section { break-inside: avoid; } }
)";

/// Puts the blocks of a document one after another.
class HtmlWriter
{
public:
    Result<QByteArray> write(const Document &document, const QString &language);

private:
    void put(const Heading &heading);
    void put(const Paragraph &paragraph);
    void put(const Table &table);
    void put(const Figure &figure);
    void put(const Picture &picture);
    void put(const TableRow &row);
    void putImage(const QByteArray &png, const QString &alt);
    static QString escaped(const QString &text) { return withoutControls(text).toHtmlEscaped(); }

    QString m_out;
    std::optional<Error> m_error;
};

QLatin1StringView classOf(Emphasis emphasis)
{
    switch (emphasis) {
    case Emphasis::Strong:
        return "strong"_L1;
    case Emphasis::Note:
        return "note"_L1;
    case Emphasis::Normal:
        break;
    }
    return {};
}

void HtmlWriter::put(const Heading &heading)
{
    const int level = std::clamp(heading.level, 1, 6);
    m_out += u"<h%1>%2</h%1>\n"_s.arg(QString::number(level), escaped(heading.text));
}

void HtmlWriter::put(const Paragraph &paragraph)
{
    QStringList parts;
    for (const QString &part : paragraphsOf(paragraph.text))
        parts.append(escaped(part));
    const QString text = parts.join(u"<br>"_s), kind = classOf(paragraph.emphasis);
    if (paragraph.label.isEmpty())
        m_out += (kind.isEmpty() ? u"<p>"_s : u"<p class=\"%1\">"_s.arg(kind)) + text + u"</p>\n"_s;
    else
        m_out += u"<div class=\"item %1\"><span class=\"label\">"_s.arg(kind) + escaped(paragraph.label)
            + u"</span><span>"_s + text + u"</span></div>\n"_s;
}

void HtmlWriter::put(const TableRow &row)
{
    m_out += u"<tr>"_s;
    for (const TableCell &cell : row.cells) {
        const QString tag = cell.isHeader ? u"th"_s : u"td"_s;
        m_out += u'<' + tag;
        if (cell.rowSpan > 1)
            m_out += u" rowspan=\"%1\""_s.arg(cell.rowSpan);
        if (cell.columnSpan > 1)
            m_out += u" colspan=\"%1\""_s.arg(cell.columnSpan);
        if (cell.alignment != Alignment::Left)
            m_out += cell.alignment == Alignment::Center ? u" class=\"center\""_s : u" class=\"right\""_s;
        m_out += u'>';
        for (const Paragraph &paragraph : cell.paragraphs)
            put(paragraph);
        m_out += u"</"_s + tag + u'>';
    }
    m_out += u"</tr>\n"_s;
}

void HtmlWriter::put(const Table &table)
{
    m_out += u"<table aria-label=\"%1\">\n"_s.arg(escaped(table.summary));
    if (!table.headingRows.empty()) {
        m_out += u"<thead>"_s;
        for (const TableRow &row : table.headingRows)
            put(row);
        m_out += u"</thead>\n"_s;
    }
    m_out += u"<tbody>"_s;
    for (const TableRow &row : table.rows)
        put(row);
    m_out += u"</tbody>\n</table>\n"_s;
}

void HtmlWriter::putImage(const QByteArray &png, const QString &alt)
{
    m_out += u"<figure><img src=\"data:image/png;base64,"_s + QString::fromLatin1(png.toBase64()) + u"\" alt=\""_s
        + escaped(alt) + u"\"></figure>\n"_s;
}

void HtmlWriter::put(const Figure &figure)
{
    if (!figure.chart)
        return;
    const double width = figure.fullWidth ? 170 : figure.heightMm * 2;
    const auto png = renderChart(*figure.chart, ChartFormat::Png, {}, {width, figure.heightMm});
    if (png)
        putImage(png.value(), figure.alt);
    else
        m_error = png.error();
}

void HtmlWriter::put(const Picture &picture)
{
    if (!picture.image || picture.image->isNull())
        return;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    picture.image->save(&buffer, "PNG");
    m_out += u"<div class=\"picture\">\n"_s;
    putImage(buffer.data(), picture.alt);
    if (!picture.beside.empty()) {
        m_out += u"<div>\n"_s;
        for (const Paragraph &paragraph : picture.beside)
            put(paragraph);
        m_out += u"</div>\n"_s;
    }
    m_out += u"</div>\n"_s;
}

Result<QByteArray> HtmlWriter::write(const Document &document, const QString &language)
{
    m_out =
        u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n<title>%2</title>\n<style>%3</style>\n"
        "</head>\n<body>\n"_s.arg(escaped(language), escaped(document.title), QString::fromLatin1(kStyle));
    for (const QString &text : document.head.texts())
        m_out += u"<p class=\"head\">%1</p>\n"_s.arg(escaped(text));
    if (!document.title.isEmpty())
        put(Heading{1, document.title});
    for (const Section &section : document.sections) {
        m_out += u"<section>\n"_s;
        for (const Block &block : section.blocks)
            std::visit([this](const auto &one) { put(one); }, block);
        m_out += u"</section>\n"_s;
    }
    m_out += u"</body>\n</html>\n"_s;
    if (m_error)
        return *m_error;
    return m_out.toUtf8();
}

} // namespace

Result<QByteArray> documentHtml(const Document &document, const QString &language)
{
    return HtmlWriter().write(completed(document), language);
}

} // namespace mezasu::report
