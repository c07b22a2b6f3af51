// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/cairofontcache.h"

#include <QtEndian>

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <cstring>

#ifdef Q_OS_WIN
extern "C" void _cairo_mutex_initialize(void); // a static cairo has no DllMain to do it; its first lock would hang
#endif

namespace mezasu::report {

namespace {

/// One sfnt file holding the tables that a PDF font subsetter needs; empty when the font has too few of them.
QByteArray rebuildSfnt(const QRawFont &font)
{
    static const char *const wanted[] = {
        "CFF ", "OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"};
    constexpr qsizetype kFewestTables = 6;
    std::vector<std::pair<const char *, QByteArray>> tables;
    qsizetype total = 12;
    for (const char *tag : wanted) {
        QByteArray data = font.fontTable(tag);
        if (data.isEmpty())
            continue;
        total += 16 + ((data.size() + 3) & ~3);
        tables.emplace_back(tag, std::move(data));
    }
    if (qsizetype(tables.size()) < kFewestTables)
        return {};
    const bool hasCff = qstrcmp(tables.front().first, "CFF ") == 0;
    QByteArray out(total, '\0');
    char *start = out.data();
    const auto count = quint16(tables.size());
    quint16 selector = 0;
    quint16 range = 1;
    while (range * 2 <= count) {
        range = quint16(range * 2);
        ++selector;
    }
    qToBigEndian<quint32>(hasCff ? 0x4F54544F : 0x00010000, start);
    qToBigEndian<quint16>(count, start + 4);
    qToBigEndian<quint16>(quint16(range * 16), start + 6);
    qToBigEndian<quint16>(selector, start + 8);
    qToBigEndian<quint16>(quint16((count - range) * 16), start + 10);
    quint32 offset = 12 + 16 * quint32(count);
    char *directory = start + 12;
    for (const auto &[tag, data] : tables) {
        std::memcpy(directory, tag, 4);
        qToBigEndian<quint32>(offset, directory + 8); // the checksum before it stays 0: nobody reads it
        qToBigEndian<quint32>(quint32(data.size()), directory + 12);
        std::memcpy(start + offset, data.constData(), std::size_t(data.size()));
        offset += quint32((data.size() + 3) & ~3);
        directory += 16;
    }
    return out;
}

} // namespace

struct CairoFontCache::Library
{
    Library()
    {
#ifdef Q_OS_WIN
        _cairo_mutex_initialize();
#endif
        FT_Init_FreeType(&handle);
    }
    ~Library()
    {
        FT_Done_FreeType(handle);
    }
    Q_DISABLE_COPY_MOVE(Library)

    FT_Library handle = nullptr;
};

/// A font program and its FreeType face. cairo keeps faces in caches of its own after the document is done, so every
/// cairo face holds a reference to its program, and that one to the library.
struct CairoFontCache::Program
{
    explicit Program(std::shared_ptr<Library> owner)
        : library(std::move(owner))
    {
    }
    ~Program()
    {
        if (face)
            FT_Done_Face(face);
    }
    Q_DISABLE_COPY_MOVE(Program)

    std::shared_ptr<Library> library;
    QByteArray data; ///< shared by regular and bold; empty for a mapped file
    FT_Face face = nullptr;
};

CairoFontCache::CairoFontCache()
    : m_library(std::make_shared<Library>())
{
}

CairoFontCache::~CairoFontCache()
{
    for (const auto &faces : m_faces) {
        for (cairo_font_face_t *face : faces) {
            if (face)
                cairo_font_face_destroy(face);
        }
    }
}

std::shared_ptr<CairoFontCache::Program> CairoFontCache::program(const GlyphRun &run)
{
    // "head" holds the font's checksum and dates, "name" its names: together they identify a face that has no file.
    QByteArray key = run.fontFile + '\n' + QByteArray::number(run.fontIndex);
    if (run.fontFile.isEmpty())
        key = run.font.fontTable("head") + run.font.fontTable("name").left(4096);
    // cairo returns one face object for one FreeType face, so the synthetic bold needs a FreeType face of its own.
    auto &programs = m_programs[run.syntheticBold ? 1 : 0];
    if (const auto known = programs.constFind(key); known != programs.constEnd())
        return *known;
    auto made = std::make_shared<Program>(m_library);
    // A name that is no path (":qmemoryfonts/1") does not open, and the tables are copied instead.
    if (run.fontFile.isEmpty()
        || FT_New_Face(m_library->handle, run.fontFile.constData(), run.fontIndex, &made->face) != 0) {
        made->face = nullptr;
        if (!m_copies.contains(key))
            m_copies.insert(key, rebuildSfnt(run.font));
        made->data = m_copies.value(key);
        if (made->data.isEmpty()
            || FT_New_Memory_Face(m_library->handle, reinterpret_cast<const FT_Byte *>(made->data.constData()),
                   FT_Long(made->data.size()), 0, &made->face)
                != 0)
            made->face = nullptr;
    }
    programs.insert(key, made);
    return made;
}

cairo_font_face_t *CairoFontCache::face(const GlyphRun &run)
{
    auto &faces = m_faces[run.syntheticBold ? 1 : 0];
    if (const auto known = faces.constFind(run.font); known != faces.constEnd())
        return *known;
    const std::shared_ptr<Program> source = program(run);
    if (!source->face)
        return faces[run.font] = nullptr;
    cairo_font_face_t *made = cairo_ft_font_face_create_for_ft_face(source->face, FT_LOAD_NO_HINTING);
    if (run.syntheticBold)
        cairo_ft_font_face_set_synthesize(made, CAIRO_FT_SYNTHESIZE_BOLD);
    static const cairo_user_data_key_t programKey = {};
    auto *holder = new std::shared_ptr<Program>(source);
    const auto release = [](void *held) { delete static_cast<std::shared_ptr<Program> *>(held); };
    // cairo hands out the same face for the same program: a second holder replaces the first, which is harmless.
    if (cairo_font_face_set_user_data(made, &programKey, holder, release) != CAIRO_STATUS_SUCCESS)
        delete holder;
    return faces[run.font] = made;
}

} // namespace mezasu::report
