// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfwriter.h"

#include "core/report/pdfpaper.h"

#include <QBuffer>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

/// When each element of a whole paper can be closed: after the last page that shows it, and after its last child has come.
class Closing
{
public:
    explicit Closing(const Pages &pages);

    /// How many elements have come with this page.
    int comeWith(std::size_t page) const { return m_come[page]; }
    const std::vector<int> &closedWith(std::size_t page) const { return m_closed[page]; }

private:
    std::vector<int> m_come;
    std::vector<std::vector<int>> m_closed;
};

Closing::Closing(const Pages &pages)
    : m_come(pages.pages.size(), 0)
    , m_closed(pages.pages.size())
{
    const std::size_t count = pages.elements.size();
    std::vector<std::size_t> last(count, 0);
    int come = 0;
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        const auto note = [&](int element) {
            if (element == kArtifact)
                return;
            last[std::size_t(element)] = p;
            come = std::max(come, element + 1);
        };
        for (const ChartBox &box : pages.pages[p].charts)
            note(box.element);
        for (const PictureBox &box : pages.pages[p].pictures)
            note(box.element);
        for (const TextLine &line : pages.pages[p].lines)
            note(line.element);
        m_come[p] = p + 1 == pages.pages.size() ? int(count) : come;
    }
    std::size_t with = 0;
    for (std::size_t e = 0; e < count; ++e) {
        while (with + 1 < m_come.size() && m_come[with] <= int(e))
            ++with;
        last[e] = std::max(last[e], with);
        if (const int parent = pages.elements[e].parent; parent >= 0)
            last[std::size_t(parent)] = std::max(last[std::size_t(parent)], with);
    }
    for (std::size_t e = 0; e < count && !m_closed.empty(); ++e)
        m_closed[last[e]].push_back(int(e));
}

Result<> write(const Pages &pages, const PdfMetadata &metadata, QIODevice *out, const PageProgress &progress,
    const InGuiThread &inGui)
{
    PdfPaper paper(out, pages.size, metadata);
    for (const Bookmark &bookmark : pages.bookmarks)
        paper.addBookmark(bookmark);
    const Closing closing(pages);
    std::size_t element = 0;
    for (std::size_t page = 0; page < pages.pages.size(); ++page) {
        for (; element < std::size_t(closing.comeWith(page)); ++element)
            paper.addElement(pages.elements[element]);
        paper.addPage(pages.pages[page], pages.styles, inGui);
        for (const int closed : closing.closedWith(page))
            paper.closeElement(closed);
        if (progress && !progress(page + 1, pages.pages.size()))
            return makeError(Error::Code::Cancelled, u"cancelled"_s);
    }
    return paper.finish(pages.links);
}

} // namespace

Result<QByteArray> renderPdf(
    const Pages &pages, const PdfMetadata &metadata, const PageProgress &progress, const InGuiThread &inGui)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const auto written = write(pages, metadata, &buffer, progress, inGui); !written)
        return written.error();
    return buffer.data();
}

Result<> writePdf(const Pages &pages, const PdfMetadata &metadata, const QString &path, const PageProgress &progress,
    const InGuiThread &inGui)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return makeError(Error::Code::Storage, file.errorString(), path);
    if (const auto written = write(pages, metadata, &file, progress, inGui); !written) {
        const Error &error = written.error();
        const bool isFull = error.code == Error::Code::Storage && file.error() != QFileDevice::NoError;
        return isFull ? makeError(error.code, file.errorString(), path) : error;
    }
    if (!file.commit())
        return makeError(Error::Code::Storage, file.errorString(), path);
    return {};
}

} // namespace mezasu::report
