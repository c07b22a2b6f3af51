// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdffinish.h"

#include "core/report/pdf/artifacts.h"
#include "core/report/pdf/pdffile.h"
#include "core/report/pdf/xmp.h"

#include <QBuffer>
#include <QFileDevice>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <deque>
#include <exception>
#include <map>
#include <set>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

using Obj = QPDFObjectHandle;

QByteArray bytesOf(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

QByteArray bytesOf(const std::shared_ptr<Buffer> &buffer)
{
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

bool isNamed(Obj object, const std::string &key, const std::string &name)
{
    return object.isDictionary() && object.getKey(key).isNameAndEquals(name);
}

/// Takes objects over from one file into another, with all that they refer to.
class Copier
{
public:
    Copier(QPDF *from, PdfFile *to)
        : m_from(from)
        , m_to(to)
    {
    }

    /// What the object is called in the new file.
    void assign(QPDFObjGen object, int number) { m_numbers[object] = number; }
    int numberOf(Obj object);
    /// A dictionary as text, with other entries than it has. \param left out of it
    QByteArray dictionary(Obj dictionary, const std::set<std::string> &left, const QByteArray &more);
    /// Writes all that was referred to and is not yet written.
    void copyRest();

private:
    QByteArray entries(Obj dictionary, const std::set<std::string> &left);
    QByteArray text(Obj object);
    QByteArray direct(Obj object);
    void copy(Obj object, int number);

    QPDF *m_from;
    PdfFile *m_to;
    std::map<QPDFObjGen, int> m_numbers;
    std::deque<std::pair<QPDFObjGen, int>> m_waiting;
};

int Copier::numberOf(Obj object)
{
    const auto found = m_numbers.find(object.getObjGen());
    if (found != m_numbers.end())
        return found->second;
    const int number = m_to->allocate();
    m_numbers[object.getObjGen()] = number;
    m_waiting.emplace_back(object.getObjGen(), number);
    return number;
}

QByteArray Copier::text(Obj object)
{
    return object.isIndirect() ? pdfReference(numberOf(object)) : direct(object);
}

/// The object itself, with references to what it refers to.
QByteArray Copier::direct(Obj object)
{
    if (object.isDictionary())
        return dictionary(object, {}, {});
    if (!object.isArray())
        return bytesOf(object.unparseResolved());
    QByteArray all = "[";
    for (const Obj &item : object.getArrayAsVector())
        all += ' ' + text(item);
    return all + " ]";
}

QByteArray Copier::dictionary(Obj dictionary, const std::set<std::string> &left, const QByteArray &more)
{
    return "<<" + entries(dictionary, left) + ' ' + more + " >>";
}

QByteArray Copier::entries(Obj dictionary, const std::set<std::string> &left)
{
    QByteArray all;
    for (const auto &[key, value] : dictionary.getDictAsMap()) {
        if (!left.contains(key))
            all += ' ' + bytesOf(key) + ' ' + text(value);
    }
    return all;
}

/// With what PDF/A and PDF/UA ask for and cairo 1.16 does otherwise.
void Copier::copy(Obj object, int number)
{
    if (object.isStream()) {
        Obj dict = object.getDict();
        std::set<std::string> left{"/Length"};
        if (isNamed(dict, "/Subtype", "/Image"))
            left.insert("/Interpolate");
        m_to->addStream(number, entries(dict, left), bytesOf(object.getRawStreamData()));
    } else if (isNamed(object, "/Subtype", "/CIDFontType2") && !object.hasKey("/CIDToGIDMap")) {
        m_to->add(number, dictionary(object, {}, "/CIDToGIDMap /Identity"));
    } else {
        m_to->add(number, direct(object));
    }
}

void Copier::copyRest()
{
    while (!m_waiting.empty()) {
        const auto [object, number] = m_waiting.front();
        m_waiting.pop_front();
        copy(m_from->getObjectByObjGen(object), number);
    }
}

void copyPages(QPDF &pdf, const PdfFinish &finish, Copier &copier, PdfFile *file)
{
    const std::vector<Obj> &pages = pdf.getAllPages();
    if (pages.size() != finish.pages.size())
        throw std::runtime_error("cairo wrote another number of pages");
    for (std::size_t i = 0; i < pages.size(); ++i)
        copier.assign(pages[i].getObjGen(), finish.pages[i]);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        Obj page = pages[i];
        Obj content = page.getKey("/Contents");
        if (!content.isStream())
            throw std::runtime_error("a page has no content of one piece");
        const auto data = content.getStreamData(qpdf_dl_generalized);
        const MarkedContent marked =
            markedContent({reinterpret_cast<const char *>(data->getBuffer()), data->getSize()});
        if (marked.pieces != finish.pieces[i])
            throw std::runtime_error("page " + std::to_string(i + 1) + " has " + std::to_string(marked.pieces)
                + " pieces of content, expected " + std::to_string(finish.pieces[i]));
        const int stream = file->allocate();
        file->addCompressedStream(
            stream, {}, QByteArray::fromRawData(marked.text.data(), qsizetype(marked.text.size())));
        QByteArray more = "/Contents " + pdfReference(stream) + " /Tabs /S /StructParents " + QByteArray::number(i);
        if (!finish.annotations[i].isEmpty())
            more += " /Annots [" + finish.annotations[i] + " ]";
        file->add(finish.pages[i], copier.dictionary(page, {"/Contents", "/Tabs", "/StructParents", "/Annots"}, more));
    }
}

/// The catalog's entries that say what kind of file it is.
QByteArray claims(const PdfFinish &finish, PdfFile *file)
{
    const bool pdfA = !finish.srgbProfile.isEmpty();
    const int metadata = file->allocate();
    file->addStream(metadata, "/Type /Metadata /Subtype /XML", xmpPacket(finish.metadata, pdfA, true));
    QByteArray more = "/Lang (" + finish.metadata.language + ") /MarkInfo << /Marked true >>"
        + " /ViewerPreferences << /DisplayDocTitle true >>"
        // The pages are called by the numbers that are printed on them.
        + " /PageLabels << /Nums [0 << /S /D >>] >> /StructTreeRoot " + pdfReference(finish.structure) + " /Metadata "
        + pdfReference(metadata);
    if (pdfA) {
        const int profile = file->allocate();
        file->addCompressedStream(profile, "/N 3", finish.srgbProfile);
        more += " /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
                " /DestOutputProfile "
            + pdfReference(profile) + " >>]";
    }
    return more;
}

} // namespace

Result<> finishPdf(QIODevice *raw, const PdfFinish &finish, PdfFile *file)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true); // they are read below, not printed
        if (const auto *buffer = qobject_cast<QBuffer *>(raw))
            pdf.processMemoryFile("raw", buffer->data().constData(), std::size_t(buffer->data().size()));
        else if (const auto *beside = qobject_cast<QFileDevice *>(raw))
            pdf.processFile(beside->fileName().toUtf8().constData());
        Copier copier(&pdf, file);
        copyPages(pdf, finish, copier, file);
        const int root = file->allocate();
        Obj catalog = pdf.getRoot();
        copier.assign(catalog.getObjGen(), root);
        file->add(root,
            copier.dictionary(catalog,
                {"/Lang", "/MarkInfo", "/ViewerPreferences", "/PageLabels", "/StructTreeRoot", "/Metadata",
                    "/OutputIntents"},
                claims(finish, file)));
        Obj information = pdf.getTrailer().getKey("/Info");
        const int info = information.isIndirect() ? copier.numberOf(information) : 0;
        copier.copyRest();
        if (const auto warnings = pdf.getWarnings(); !warnings.empty())
            return makeError(Error::Code::Damaged, QString::fromUtf8(warnings.front().what()));
        if (!file->finish(root, info))
            return makeError(Error::Code::Storage, u"the file could not be written"_s);
        return {};
    } catch (const std::exception &fault) {
        return makeError(Error::Code::Damaged, QString::fromUtf8(fault.what()));
    }
}

} // namespace mezasu::report
