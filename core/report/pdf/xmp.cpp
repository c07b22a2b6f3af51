// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdf/xmp.h"

#include "core/report/printable.h"

namespace mezasu::report {

QByteArray xmpPacket(const PdfMetadata &m, bool pdfA, bool tagged)
{
    const auto esc = [](const QString &s) { return withoutControls(s).toHtmlEscaped().toUtf8(); };
    QByteArray x =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta "
        "xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
        + esc(m.title) + "</rdf:li></rdf:Alt></dc:title>\n<dc:language><rdf:Bag><rdf:li>" + m.language
        + "</rdf:li></rdf:Bag></dc:language>\n";
    if (!m.author.isEmpty())
        x += "<dc:creator><rdf:Seq><rdf:li>" + esc(m.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
    if (!m.subject.isEmpty())
        x += "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + esc(m.subject)
            + "</rdf:li></rdf:Alt></dc:description>\n";
    if (!m.keywords.isEmpty())
        x += "<pdf:Keywords>" + esc(m.keywords) + "</pdf:Keywords>\n";
    x += "<xmp:CreatorTool>" + esc(m.creator) + "</xmp:CreatorTool>\n<xmp:CreateDate>" + m.date
        + "</xmp:CreateDate><xmp:ModifyDate>" + m.date + "</xmp:ModifyDate>\n";
    if (pdfA)
        x += "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>" + QByteArray(tagged ? "A" : "B")
            + "</pdfaid:conformance>\n";
    if (tagged)
        x += "<pdfuaid:part>1</pdfuaid:part>\n";
    x += "</rdf:Description>\n";
    if (pdfA && tagged) // PDF/A wants foreign XMP properties described
        x += "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
             "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
             "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
             "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>PDF/UA Universal "
             "Accessibility "
             "Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</"
             "pdfaSchema:namespaceURI>"
             "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li "
             "rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</"
             "pdfaProperty:valueType>"
             "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part "
             "number</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></"
             "pdfaExtension:schemas></rdf:Description>\n";
    return x + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

} // namespace mezasu::report
