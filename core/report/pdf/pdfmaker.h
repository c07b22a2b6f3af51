// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"
#include "core/report/pdf/cairopdfdevice.h"
#include "core/report/pdf/pdffile.h"
#include "core/report/pdf/pdfstructurewriter.h"

#include <QIODevice>
#include <QPainter>

#include <memory>
#include <vector>

namespace mezasu::report {

/// Makes a tagged PDF (PDF/A-2a, PDF/UA-1) page by page. What has been painted and closed is in files, not in memory.
///
/// Cairo writes pages and fonts into a file beside the new one, in its folder; the structure goes into the finished one while pages are painted, and
/// the pages follow at the end, with their content marked.
class PdfMaker
{
public:
    /// \param out open for writing; outlives this. What is no file is made in memory.   \param pageSize in points
    PdfMaker(QIODevice *out, const QSizeF &pageSize, const PdfMetadata &metadata, int resolution);
    ~PdfMaker();
    Q_DISABLE_COPY_MOVE(PdfMaker)

    PdfStructureWriter &structure() { return m_structure; }
    CairoPdfDevice &device() { return *m_device; }
    /// On the present page; there is none before the first newPage().
    QPainter &painter() { return m_painter; }
    void newPage();
    int pageCount() const { return int(m_pages.size()); }

    /// What is painted until the next of these calls belongs to the element, or to none. An artifact before the page ends.
    void beginContent(int element);
    void beginArtifact();
    void endTag();

    /// \param links with the elements and pages of this file
    /// \param srgbProfile makes it PDF/A; may be empty
    /// \retval Storage a file beside cannot be written
    /// \retval Damaged a fault in what was painted, such as text outside every tag
    Result<> finish(const std::vector<PdfLink> &links, const QByteArray &srgbProfile);

private:
    void endPage();

    PdfMetadata m_metadata;
    std::unique_ptr<QIODevice> m_raw; ///< what cairo writes
    PdfFile m_file;
    PdfStructureWriter m_structure;
    std::unique_ptr<CairoPdfDevice> m_device;
    QPainter m_painter;
    std::vector<int> m_pages; ///< their objects
    enum class Tag { None, Content, Artifact } m_tag = Tag::None;
    bool m_isLost = false; ///< content was painted for an element that was closed
};

} // namespace mezasu::report
