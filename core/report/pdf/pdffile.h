// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

#include <vector>

class QIODevice;
class QString;

namespace mezasu::report {

/// Writes the objects of a PDF 1.7 one after the other, small ones together in compressed object streams.
///
/// What is written is gone from memory but for eight bytes per object: where it is. Numbers of objects are given out
/// before they are written, so that others can refer to them.
class PdfFile
{
public:
    /// \param out open for writing; outlives this
    explicit PdfFile(QIODevice *out);

    /// The number of a new object. Every number has to be written.
    int allocate();
    /// An object that is no stream, as PDF writes it.
    void add(int object, const QByteArray &text);
    int add(const QByteArray &text);
    /// \param entries of its dictionary, without /Length; \param data as it stands in the file
    void addStream(int object, const QByteArray &entries, const QByteArray &data);
    /// The same, compressed.
    void addCompressedStream(int object, const QByteArray &entries, const QByteArray &data);
    /// Ends the file. \param root the catalog; \param info the document's information, 0: none
    /// \return false when something was not written: an object without its text, or a device that is full
    bool finish(int root, int info);

private:
    /// Where an object is.
    struct Entry
    {
        quint64 kind : 2;   ///< as in a cross-reference stream: 0 nowhere yet, 1 at an offset, 2 in an object stream
        quint64 place : 46; ///< the offset, or the number of the object stream
        quint64 index : 16; ///< in the object stream
    };
    void write(const QByteArray &bytes);
    void flush();
    QByteArray entryTable() const;

    QIODevice *m_out;
    QCryptographicHash m_hash;
    quint64 m_written = 0;
    bool m_failed = false;
    std::vector<Entry> m_entries;
    QByteArray m_index; ///< of the object stream that is being filled
    QByteArray m_body;
    int m_count = 0;
    int m_stream = 0;
};

/// References and strings as PDF writes them.
QByteArray pdfReference(int object);
QByteArray pdfText(const QString &text);
QByteArray pdfNumber(double value);

} // namespace mezasu::report
