// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/paperwriter.h"

#include "core/report/pdfpaper.h"

#include <QSaveFile>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr std::size_t kBatches = 4; ///< that may wait; the layout is quicker than the painting

/// Hands batches from the thread that lays out to the one that paints.
class Queue : public PageSink
{
public:
    bool take(PageBatch batch) override
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_batches.size() < kBatches || m_isRefused; });
        if (m_isRefused)
            return false;
        m_batches.push_back(std::move(batch));
        m_changed.notify_all();
        return true;
    }
    void end(PageEnd end) override { m_end = std::move(end); } // read after the thread has ended

    /// No batch comes any more.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        m_changed.notify_all();
    }
    /// None is wanted any more.
    void refuse()
    {
        const std::lock_guard lock(m_mutex);
        m_isRefused = true;
        m_changed.notify_all();
    }
    /// \return nothing when all have come
    std::optional<PageBatch> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_batches.empty() || m_isClosed; });
        if (m_batches.empty())
            return {};
        PageBatch batch = std::move(m_batches.front());
        m_batches.pop_front();
        m_changed.notify_all();
        return batch;
    }
    PageEnd takeEnd() { return std::move(m_end); }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<PageBatch> m_batches;
    bool m_isClosed = false;
    bool m_isRefused = false;
    PageEnd m_end;
};

/// Lays the document out in a thread of its own, as long as it lives.
class LayingOut
{
public:
    LayingOut(const Document &document, const PageSetup &setup)
        : m_thread(QThread::create([this, &document, &setup] {
            m_result = layoutDocument(document, setup, &m_queue);
            m_queue.close();
        }))
    {
        m_thread->start();
    }
    ~LayingOut()
    {
        m_queue.refuse();
        m_thread->wait();
    }
    Q_DISABLE_COPY_MOVE(LayingOut)

    std::optional<PageBatch> next() { return m_queue.next(); }
    /// Waits for the end. To be asked after next() gave nothing.
    Result<> result()
    {
        m_thread->wait();
        return m_result;
    }
    PageEnd takeEnd() { return m_queue.takeEnd(); }

private:
    Queue m_queue;
    Result<> m_result;
    std::unique_ptr<QThread> m_thread;
};

void paint(PdfPaper &paper, const PageBatch &batch, PaperReader &reader, const InGuiThread &inGui)
{
    for (const StructureElement &element : batch.elements)
        paper.addElement(element);
    for (const Bookmark &bookmark : batch.bookmarks)
        paper.addBookmark(bookmark);
    for (const Page &page : batch.pages) {
        paper.addPage(page, batch.styles, inGui);
        reader.read(page);
    }
    for (const auto &[from, to] : batch.closed) {
        for (int element = from; element < to; ++element)
            paper.closeElement(element);
    }
}

} // namespace

Result<WrittenPaper> writePaper(const Document &document, const PageSetup &setup, const PdfMetadata &metadata,
    QIODevice *out, const PaperProgress &progress, const InGuiThread &inGui)
{
    LayingOut layingOut(document, setup);
    std::optional<PdfPaper> paper; // the size of its sheets comes with the first pages
    PaperReader reader(setup);
    while (const auto batch = layingOut.next()) {
        if (!paper)
            paper.emplace(out, batch->size, metadata);
        paint(*paper, *batch, reader, inGui);
        if (progress && !progress(batch->share))
            return makeError(Error::Code::Cancelled, u"cancelled"_s);
    }
    if (const auto laidOut = layingOut.result(); !laidOut)
        return laidOut.error();
    const PageEnd end = layingOut.takeEnd();
    for (const int element : end.spans)
        paper->makeSpan(element);
    if (const auto finished = paper->finish(end.links); !finished)
        return finished.error();
    return WrittenPaper{paper->pageCount(), reader.findings()};
}

Result<WrittenPaper> writePaper(const Document &document, const PageSetup &setup, const PdfMetadata &metadata,
    const QString &path, const PaperProgress &progress, const InGuiThread &inGui)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return makeError(Error::Code::Storage, file.errorString(), path);
    auto written = writePaper(document, setup, metadata, &file, progress, inGui);
    if (!written) {
        const Error &error = written.error();
        const bool isFull = error.code == Error::Code::Storage && file.error() != QFileDevice::NoError;
        return isFull ? makeError(error.code, file.errorString(), path) : error;
    }
    if (!file.commit())
        return makeError(Error::Code::Storage, file.errorString(), path);
    return written;
}

} // namespace mezasu::report
