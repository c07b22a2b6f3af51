// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdfmaker.h"

#include "core/report/pdf/pdffinish.h"

#include <QBuffer>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

/// For what cairo writes: a file that goes with the object, in the folder of `out`, so that a program on a stick leaves nothing on
/// the machine; in memory where `out` is no file. Where it cannot be opened nothing can be written, which the device tells.
std::unique_ptr<QIODevice> rawFor(QIODevice *out)
{
    std::unique_ptr<QIODevice> raw;
    if (const auto *file = qobject_cast<QFileDevice *>(out))
        raw = std::make_unique<QTemporaryFile>(file->fileName() + u".XXXXXX"_s);
    else
        raw = std::make_unique<QBuffer>();
    const bool isOpen = raw->open(QIODevice::ReadWrite);
    Q_UNUSED(isOpen)
    return raw;
}

} // namespace

PdfMaker::PdfMaker(QIODevice *out, const QSizeF &pageSize, const PdfMetadata &metadata, int resolution)
    : m_metadata(metadata)
    , m_raw(rawFor(out))
    , m_file(out)
    , m_structure(&m_file)
{
    const QPageSize size(pageSize, QPageSize::Point, {}, QPageSize::ExactMatch);
    m_device = std::make_unique<CairoPdfDevice>(
        m_raw.get(), QPageLayout(size, QPageLayout::Portrait, {}, QPageLayout::Point), metadata, resolution);
}

PdfMaker::~PdfMaker()
{
    if (m_painter.isActive())
        m_painter.end();
}

void PdfMaker::endPage()
{
    endTag();
    m_structure.endPage();
}

void PdfMaker::newPage()
{
    if (m_pages.empty()) {
        m_painter.begin(m_device.get());
    } else {
        endPage();
        m_device->newPage();
    }
    m_pages.push_back(m_file.allocate());
    m_structure.beginPage(m_pages.back());
}

void PdfMaker::beginContent(int element)
{
    if (m_tag == Tag::Artifact)
        m_device->endArtifact();
    if (!m_structure.addPiece(element))
        m_isLost = true;
    if (m_tag == Tag::Content)
        m_device->nextContent();
    else
        m_device->beginContent();
    m_tag = Tag::Content;
}

void PdfMaker::beginArtifact()
{
    if (m_tag == Tag::Artifact)
        return;
    endTag();
    m_device->beginArtifact();
    m_tag = Tag::Artifact;
}

void PdfMaker::endTag()
{
    if (m_tag == Tag::Content)
        m_device->endContent();
    else if (m_tag == Tag::Artifact)
        m_device->endArtifact();
    m_tag = Tag::None;
}

Result<> PdfMaker::finish(const std::vector<PdfLink> &links, const QByteArray &srgbProfile)
{
    if (m_pages.empty())
        newPage();
    endPage();
    m_painter.end();
    const bool isSound = m_device->finish();
    auto *beside = qobject_cast<QFileDevice *>(m_raw.get());
    if (beside && (!beside->flush() || beside->error() != QFileDevice::NoError))
        return makeError(Error::Code::Storage, beside->errorString(), beside->fileName());
    if (!isSound)
        return makeError(Error::Code::Damaged, m_device->errorText());
    if (m_isLost)
        return makeError(Error::Code::Damaged, u"content of an element that was closed"_s);
    PdfFinish finish;
    finish.pages = m_pages;
    finish.pieces = m_structure.pieces();
    finish.annotations.resize(m_pages.size());
    for (const PdfLink &link : links) {
        const int annotation = m_structure.addLink(link, m_pages);
        if (annotation == 0)
            return makeError(Error::Code::Damaged, u"a link of an element that was closed"_s);
        finish.annotations[std::size_t(link.page)] += ' ' + pdfReference(annotation);
    }
    finish.structure = m_structure.finish();
    finish.metadata = m_metadata;
    finish.srgbProfile = srgbProfile;
    return finishPdf(m_raw.get(), finish, &m_file);
}

} // namespace mezasu::report
