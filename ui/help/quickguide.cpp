// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/quickguide.h"

#include "ui/preview/planpapers.h"

#include <QFile>
#include <QLocale>
#include <QXmlStreamReader>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double kPictureMm = 86;

/// Reads the few elements of HTML in which the guide is written.
class GuideReader
{
public:
    GuideReader(const QByteArray &text, bool isEnglish, const std::function<QImage(const QString &)> &picture)
        : m_xml(text)
        , m_isEnglish(isEnglish)
        , m_picture(picture)
    {
    }
    report::Document read();

private:
    void readElement(QStringView tag);
    void readPicture();
    void readList(bool isNumbered);
    report::Table readTable();
    QString text();
    void add(report::Block block) { m_document.sections.back().blocks.push_back(std::move(block)); }

    QXmlStreamReader m_xml;
    bool m_isEnglish;
    const std::function<QImage(const QString &)> &m_picture;
    report::Document m_document;
    bool m_isBesidePicture = false; ///< the list that comes next
};

/// The text of the present element up to its end; what is a word of the window stands in quotation marks.
QString GuideReader::text()
{
    QString out;
    for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::Characters:
            out += m_xml.text();
            break;
        case QXmlStreamReader::StartElement:
            ++depth;
            if (m_xml.name() == "b"_L1)
                out += m_isEnglish ? u'"' : u'「';
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            if (m_xml.name() == "b"_L1)
                out += m_isEnglish ? u'"' : u'」';
            break;
        default:
            break;
        }
    }
    return out;
}

void GuideReader::readPicture()
{
    report::Picture picture;
    picture.alt = m_xml.attributes().value("alt"_L1).toString();
    picture.widthMm = kPictureMm;
    if (const QImage image = m_picture(m_xml.attributes().value("src"_L1).toString()); !image.isNull())
        picture.image = std::make_shared<const QImage>(image);
    m_isBesidePicture = picture.image != nullptr;
    if (m_isBesidePicture)
        add(std::move(picture));
    m_xml.skipCurrentElement();
}

void GuideReader::readList(bool isNumbered)
{
    std::vector<report::Paragraph> items;
    while (m_xml.readNextStartElement()) {
        const QString label = isNumbered ? u"%1."_s.arg(items.size() + 1) : QString(m_isEnglish ? u'•' : u'・');
        items.push_back({label, text()});
    }
    if (m_isBesidePicture) {
        std::get<report::Picture>(m_document.sections.back().blocks.back()).beside = std::move(items);
    } else {
        for (report::Paragraph &item : items)
            add(std::move(item));
    }
    m_isBesidePicture = false;
}

report::Table GuideReader::readTable()
{
    report::Table table;
    table.columns = {{40, 60}, {60, 120}};
    while (m_xml.readNextStartElement()) {
        report::TableRow row;
        while (m_xml.readNextStartElement()) {
            report::TableCell cell;
            cell.isHeader = row.cells.empty();
            cell.paragraphs.push_back({{}, text()});
            row.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

void GuideReader::readElement(QStringView tag)
{
    if (tag == "title"_L1) {
        m_document.title = text();
    } else if (tag == "section"_L1) {
        m_document.sections.emplace_back();
        m_document.sections.back().keepTogether = true;
        while (m_xml.readNextStartElement())
            readElement(m_xml.name());
    } else if (tag == "html"_L1 || tag == "head"_L1 || tag == "body"_L1) {
        while (m_xml.readNextStartElement())
            readElement(m_xml.name());
    } else if (tag == "p"_L1) {
        add(report::Paragraph{{}, text()});
    } else if (tag == "h2"_L1) {
        add(report::Heading{2, text()});
    } else if (tag == "img"_L1) {
        readPicture();
    } else if (tag == "ol"_L1 || tag == "ul"_L1) {
        readList(tag == "ol"_L1);
    } else if (tag == "table"_L1) {
        report::Table table = readTable();
        if (const auto &blocks = m_document.sections.back().blocks; !blocks.empty()) {
            if (const auto *heading = std::get_if<report::Heading>(&blocks.back()))
                table.summary = heading->text;
        }
        add(std::move(table));
    } else {
        m_xml.skipCurrentElement();
    }
}

report::Document GuideReader::read()
{
    m_document.sections.emplace_back(); // what stands before the first section
    if (m_xml.readNextStartElement())
        readElement(m_xml.name());
    Q_ASSERT(!m_xml.hasError());
    return std::move(m_document);
}
} // namespace

report::Document quickGuide(const std::function<QImage(const QString &name)> &picture)
{
    const bool isEnglish = QLocale().language() == QLocale::English;
    QFile file(isEnglish ? u":/mezasu/guide/en.html"_s : u":/mezasu/guide/ja.html"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return GuideReader(file.readAll(), isEnglish, picture).read();
}

report::PaperOptions quickGuidePaper()
{
    report::PaperOptions options = uprightPaper();
    options.sizePt = 9;
    return options;
}

} // namespace mezasu::ui
