// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfwriter.h"

#include "core/report/pagepainter.h"
#include "core/report/pdf/cairopdfdevice.h"
#include "core/report/pdf/colorprofile.h"
#include "core/report/pdf/pdffinish.h"
#include "core/report/printable.h"

#include <QBuffer>
#include <QPainter>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

/// Hands tags on to the device. The device's element 0 is the document, so the pages' elements are one further.
class DeviceTags : public TagSink
{
public:
    explicit DeviceTags(CairoPdfDevice *device)
        : m_device(device)
    {
    }
    void beginContent(int element) override { m_device->beginContent(element + 1); }
    void endContent() override { m_device->endContent(); }
    void beginArtifact() override { m_device->beginArtifact(); }
    void endArtifact() override { m_device->endArtifact(); }

private:
    CairoPdfDevice *m_device;
};

void addElements(CairoPdfDevice &device, const std::vector<StructureElement> &elements)
{
    for (const StructureElement &element : elements) {
        PdfElement made;
        made.role = element.role;
        made.alt = element.alt;
        made.summary = element.summary;
        made.scope = element.scope;
        made.rowSpan = element.rowSpan;
        made.columnSpan = element.columnSpan;
        device.addElement(made, element.parent + 1);
    }
}

/// An area in the measure of PDF: points, from the lower left corner.
QRectF inPoints(const Pages &pages, const QRectF &area)
{
    const double bottom = pages.size.height() - area.bottom();
    return {QPointF(area.left(), bottom) / kUnitsPerPoint, area.size() / kUnitsPerPoint};
}

/// The links in the measure of PDF.
std::vector<PdfLink> linksOf(const Pages &pages)
{
    std::vector<PdfLink> links;
    for (const PageLink &link : pages.links) {
        PdfLink made;
        made.page = link.page;
        made.area = inPoints(pages, link.area);
        made.element = link.element + 1;
        made.targetPage = link.target.page;
        made.targetTop = (pages.size.height() - link.target.y) / kUnitsPerPoint;
        made.contents = link.target.title.isEmpty()
            ? u"%1ページへ"_s.arg(link.target.page + 1)
            : u"%1ページ「%2」へ"_s.arg(link.target.page + 1).arg(withoutControls(link.target.title));
        links.push_back(made);
    }
    return links;
}

/// Adds bookmarks page by page, as cairo names targets by the page that is being painted.
class Outline
{
public:
    explicit Outline(const std::vector<Bookmark> &bookmarks)
        : m_bookmarks(bookmarks)
    {
    }
    void addPage(CairoPdfDevice &device, int page)
    {
        for (; m_next < m_bookmarks.size() && m_bookmarks[m_next].page <= page; ++m_next) {
            const Bookmark &bookmark = m_bookmarks[m_next];
            while (!m_parents.empty() && m_parents.back().first >= bookmark.level)
                m_parents.pop_back();
            const int parent = m_parents.empty() ? 0 : m_parents.back().second;
            m_parents.emplace_back(bookmark.level, device.addOutline(bookmark.title, parent, bookmark.y));
        }
    }

private:
    const std::vector<Bookmark> &m_bookmarks; ///< in the order of pages
    std::size_t m_next = 0;
    std::vector<std::pair<int, int>> m_parents; ///< level, id
};

} // namespace

Result<QByteArray> renderPdf(const Pages &pages, const PdfMetadata &metadata, const PageProgress &progress)
{
    const auto profile = srgbProfile();
    if (!profile)
        return profile.error();
    QBuffer raw;
    raw.open(QIODevice::WriteOnly);
    const QPageSize size(pages.size / kUnitsPerPoint, QPageSize::Point, {}, QPageSize::ExactMatch);
    const QPageLayout layout(size, QPageLayout::Portrait, {}, QPageLayout::Point);
    CairoPdfDevice device(&raw, layout, metadata, kUnitsPerInch);
    addElements(device, pages.elements);
    for (const Page &page : pages.pages) {
        for (const ChartBox &chart : page.charts)
            device.setBox(chart.element + 1, inPoints(pages, chart.area));
        for (const PictureBox &picture : page.pictures) {
            if (picture.element != kArtifact)
                device.setBox(picture.element + 1, inPoints(pages, picture.area));
        }
    }
    for (const PdfLink &link : linksOf(pages))
        device.addLink(link);
    {
        QPainter painter(&device);
        DeviceTags tags(&device);
        Outline outline(pages.bookmarks);
        for (std::size_t page = 0; page < pages.pages.size(); ++page) {
            if (page > 0)
                device.newPage();
            outline.addPage(device, int(page));
            paintPage(painter, pages, page, &tags);
            if (progress && !progress(page + 1, pages.pages.size()))
                return makeError(Error::Code::Cancelled, u"cancelled"_s);
        }
    }
    if (!device.finish())
        return makeError(Error::Code::Damaged, device.errorText());
    return finishPdf(raw.data(), device.structure(), metadata, profile.value());
}

Result<> writePdf(const Pages &pages, const PdfMetadata &metadata, const QString &path, const PageProgress &progress)
{
    const auto bytes = renderPdf(pages, metadata, progress);
    if (!bytes)
        return bytes.error();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.value()) != bytes.value().size() || !file.commit())
        return makeError(Error::Code::Storage, file.errorString(), path);
    return {};
}

} // namespace mezasu::report
