// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdffile.h"

#include <QIODevice>
#include <QString>

#include <algorithm>

namespace mezasu::report {

namespace {

constexpr int kObjectsPerStream = 200;
constexpr int kEntryBytes = 8; ///< kind 1, place 5, index 2

QByteArray compressed(const QByteArray &data)
{
    return qCompress(data).mid(4); // without Qt's own head, it is what PDF calls FlateDecode
}

} // namespace

QByteArray pdfReference(int object)
{
    return QByteArray::number(object) + " 0 R";
}

QByteArray pdfText(const QString &text)
{
    const bool plain = std::all_of(text.begin(), text.end(),
        [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'(' && c != u')' && c != u'\\'; });
    if (plain)
        return '(' + text.toLatin1() + ')';
    QByteArray bytes;
    bytes.reserve(2 * text.size());
    for (const QChar c : text) {
        bytes += char(c.unicode() >> 8);
        bytes += char(c.unicode() & 0xff);
    }
    return "<feff" + bytes.toHex() + '>';
}

QByteArray pdfNumber(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

PdfFile::PdfFile(QIODevice *out)
    : m_out(out)
    , m_hash(QCryptographicHash::Md5)
    , m_entries(1)
{
    write("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
}

int PdfFile::allocate()
{
    m_entries.push_back({0, 0, 0});
    return int(m_entries.size()) - 1;
}

void PdfFile::write(const QByteArray &bytes)
{
    m_hash.addData(bytes);
    m_failed = m_out->write(bytes) != bytes.size() || m_failed;
    m_written += quint64(bytes.size());
}

void PdfFile::add(int object, const QByteArray &text)
{
    if (m_count == 0)
        m_stream = allocate();
    m_entries[std::size_t(object)] = {2, quint64(m_stream), quint64(m_count++)};
    m_index += QByteArray::number(object) + ' ' + QByteArray::number(m_body.size()) + ' ';
    m_body += text + '\n';
    if (m_count == kObjectsPerStream)
        flush();
}

int PdfFile::add(const QByteArray &text)
{
    const int object = allocate();
    add(object, text);
    return object;
}

void PdfFile::flush()
{
    if (m_count == 0)
        return;
    const QByteArray entries =
        "/Type /ObjStm /N " + QByteArray::number(m_count) + " /First " + QByteArray::number(m_index.size());
    addCompressedStream(m_stream, entries, m_index + m_body);
    m_index.clear();
    m_body.clear();
    m_count = 0;
}

void PdfFile::addStream(int object, const QByteArray &entries, const QByteArray &data)
{
    m_entries[std::size_t(object)] = {1, m_written, 0};
    write(QByteArray::number(object) + " 0 obj\n<< " + entries + " /Length " + QByteArray::number(data.size())
        + " >>\nstream\n");
    write(data);
    write("\nendstream\nendobj\n");
}

void PdfFile::addCompressedStream(int object, const QByteArray &entries, const QByteArray &data)
{
    addStream(object, entries + " /Filter /FlateDecode", compressed(data));
}

/// Each row as its difference from the one before it: they are much alike.
QByteArray PdfFile::entryTable() const
{
    QByteArray table;
    table.reserve(qsizetype(m_entries.size()) * (kEntryBytes + 1));
    uchar before[kEntryBytes] = {};
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        uchar row[kEntryBytes];
        row[0] = uchar(entry.kind);
        for (int b = 0; b < 5; ++b)
            row[1 + b] = uchar(quint64(entry.place) >> (8 * (4 - b)));
        const quint64 last = i == 0 ? 0xffff : quint64(entry.index); // of the free entry that heads every table
        row[6] = uchar(last >> 8);
        row[7] = uchar(last);
        table += char(2); // "up"
        for (int b = 0; b < kEntryBytes; ++b) {
            table += char(uchar(row[b] - before[b]));
            before[b] = row[b];
        }
    }
    return table;
}

bool PdfFile::finish(int root, int info)
{
    flush();
    const int table = allocate();
    const quint64 start = m_written;
    m_entries[std::size_t(table)] = {1, start, 0};
    if (std::any_of(m_entries.begin() + 1, m_entries.end(), [](const Entry &entry) { return entry.kind == 0; }))
        return false;
    const QByteArray id = m_hash.result().toHex();
    QByteArray entries = "/Type /XRef /Size " + QByteArray::number(qsizetype(m_entries.size())) + " /W [1 5 2] /Root "
        + pdfReference(root) + " /ID [<" + id + "> <" + id + ">] /DecodeParms << /Predictor 12 /Columns "
        + QByteArray::number(kEntryBytes) + " >>";
    if (info > 0)
        entries += " /Info " + pdfReference(info);
    addCompressedStream(table, entries, entryTable());
    write("startxref\n" + QByteArray::number(start) + "\n%%EOF\n");
    return !m_failed;
}

} // namespace mezasu::report
