// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/pdfstructure.h"

#include <QPageLayout>
#include <QPaintDevice>

#include <memory>

// As cairo.h declares them.
typedef struct _cairo cairo_t;                 // NOLINT(bugprone-reserved-identifier)
typedef struct _cairo_surface cairo_surface_t; // NOLINT(bugprone-reserved-identifier)
QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace mezasu::report {

class CairoPaintEngine;

/// A QPaintDevice that writes PDF through cairo: pages, outline, signs for the structure, metadata.
///
/// The file is complete only after the finishing pass (finishPdf()) has been over it.
/// Faults (text outside every tag, errors of cairo and of the device) are recorded and told by finish().
class CairoPdfDevice : public QPaintDevice
{
public:
    CairoPdfDevice(QIODevice *out, const QPageLayout &layout, const PdfMetadata &metadata, int resolution = 1440);
    ~CairoPdfDevice() override;
    Q_DISABLE_COPY_MOVE(CairoPdfDevice)

    void newPage();
    /// For the next page.
    void setPageLayout(const QPageLayout &layout) { m_nextLayout = layout; }
    int pageNumber() const { return m_page; }

    /// Ends the file. \return false when anything went wrong; see errorText()
    bool finish();
    QString errorText() const { return m_error; }

    /// Adds a bookmark to the current page. \param parent a bookmark's id; 0 is the top. \return its id
    int addOutline(const QString &title, int parent = 0, double yDevice = 0);

    /// What is painted until endContent() is a piece of content; nextContent() ends it and begins the next. Who paints keeps
    /// what the pieces of a page belong to, in their order.
    void beginContent();
    void nextContent();
    void endContent();
    /// What is painted until endArtifact() is no content: page numbers, repeated headings.
    /// Lines and fills outside every tag are artifacts anyway; text has to be declared.
    void beginArtifact();
    void endArtifact();

    const CairoPaintEngine &engine() const { return *m_engine; }

    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric m) const override;

private:
    enum class Tag { None, Content, Artifact };

    void applyLayout();
    void checkText(const QString &text);
    void paintSign(double height);
    void recordError(const QString &text);

    QIODevice *m_out;
    QPageLayout m_layout;
    QPageLayout m_nextLayout;
    int m_resolution;
    int m_page = 1;
    QString m_error;
    Tag m_tag = Tag::None;
    cairo_surface_t *m_surface = nullptr;
    cairo_t *m_cr = nullptr;
    std::unique_ptr<CairoPaintEngine> m_engine;
};

} // namespace mezasu::report
