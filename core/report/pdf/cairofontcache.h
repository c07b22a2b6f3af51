// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/pdf/glyphruns.h"

#include <QHash>

#include <memory>

namespace mezasu::report {

/// Gives the cairo font face for a Qt font.
///
/// A font that lies in a file is mapped from there, and all its sizes and the synthetic bold share one program. A font
/// without a file (application fonts, Windows' GDI fonts) is rebuilt once in memory from its tables.
/// One cache belongs to one output device and is used in one thread.
class CairoFontCache
{
public:
    CairoFontCache();
    ~CairoFontCache();
    Q_DISABLE_COPY_MOVE(CairoFontCache)

    /// \return borrowed; null when the font is no sfnt font (a bitmap font)
    cairo_font_face_t *face(const GlyphRun &run);

    /// How many font programs had to be copied into memory because they could not be mapped.
    qsizetype copiedPrograms() const { return m_copies.size(); }

private:
    struct Library;
    struct Program;

    std::shared_ptr<Program> program(const GlyphRun &run);

    std::shared_ptr<Library> m_library;
    QHash<QByteArray, QByteArray> m_copies; ///< programs rebuilt in memory, by what identifies the face
    QHash<QByteArray, std::shared_ptr<Program>> m_programs[2]; ///< likewise; regular and bold
    QHash<QRawFont, cairo_font_face_t *> m_faces[2];           ///< by Qt font object of any size; regular and bold
};

} // namespace mezasu::report
