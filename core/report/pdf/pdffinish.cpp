// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/pdffinish.h"

#include "core/report/pdf/pdfstructurewriter.h"
#include "core/report/pdf/xmp.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace mezasu::report {

namespace {

using Obj = QPDFObjectHandle;

/// Two things PDF/A and PDF/UA ask for and cairo 1.16 does otherwise.
void completeObjects(QPDF &pdf)
{
    for (auto &object : pdf.getAllObjects()) {
        Obj dict = object.isStream() ? object.getDict() : object;
        if (!dict.isDictionary() || !dict.getKey("/Subtype").isName())
            continue;
        if (dict.getKey("/Subtype").getName() == "/CIDFontType2" && !dict.hasKey("/CIDToGIDMap"))
            dict.replaceKey("/CIDToGIDMap", Obj::newName("/Identity"));
        if (dict.getKey("/Subtype").getName() == "/Image")
            dict.removeKey("/Interpolate");
    }
}

void addOutputIntent(QPDF &pdf, const QByteArray &srgbProfile)
{
    Obj profile = pdf.newStream(srgbProfile.toStdString());
    profile.getDict().replaceKey("/N", Obj::newInteger(3));
    Obj intent = Obj::newDictionary();
    intent.replaceKey("/Type", Obj::newName("/OutputIntent"));
    intent.replaceKey("/S", Obj::newName("/GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", Obj::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/DestOutputProfile", profile);
    Obj intents = Obj::newArray();
    intents.appendItem(intent);
    pdf.getRoot().replaceKey("/OutputIntents", intents);
}

void addMetadata(QPDF &pdf, const QByteArray &xmp, const QByteArray &language)
{
    Obj root = pdf.getRoot();
    root.replaceKey("/Lang", Obj::newString(language.toStdString()));
    Obj preferences = Obj::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", Obj::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
    // The pages are called by the numbers that are printed on them.
    Obj style = Obj::newDictionary();
    style.replaceKey("/S", Obj::newName("/D"));
    Obj numbers = Obj::newArray();
    numbers.appendItem(Obj::newInteger(0));
    numbers.appendItem(style);
    Obj labels = Obj::newDictionary();
    labels.replaceKey("/Nums", numbers);
    root.replaceKey("/PageLabels", labels);
    Obj meta = pdf.newStream(xmp.toStdString());
    meta.getDict().replaceKey("/Type", Obj::newName("/Metadata"));
    meta.getDict().replaceKey("/Subtype", Obj::newName("/XML"));
    root.replaceKey("/Metadata", meta);
}

} // namespace

Result<QByteArray> finishPdf(
    const QByteArray &raw, const PdfStructure &structure, const PdfMetadata &metadata, const QByteArray &srgbProfile)
{
    const bool tagged = !structure.isEmpty();
    const bool pdfA = !srgbProfile.isEmpty();
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true); // they are read below, not printed
        pdf.processMemoryFile("report", raw.constData(), std::size_t(raw.size()));
        if (tagged)
            writeStructure(pdf, structure);
        completeObjects(pdf);
        addMetadata(pdf, xmpPacket(metadata, pdfA, tagged), metadata.language);
        if (pdfA)
            addOutputIntent(pdf, srgbProfile);
        if (const auto warnings = pdf.getWarnings(); !warnings.empty())
            return makeError(Error::Code::Damaged, QString::fromUtf8(warnings.front().what()));
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setMinimumPDFVersion("1.7");
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setNewlineBeforeEndstream(true); // PDF/A
        writer.setDeterministicID(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize()));
    } catch (const std::exception &fault) {
        return makeError(Error::Code::Damaged, QString::fromUtf8(fault.what()));
    }
}

} // namespace mezasu::report
