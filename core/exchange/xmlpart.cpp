// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xmlpart.h"

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

XmlPart::XmlPart(ZipArchive &archive, const QString &name, const Limits &limits)
    : m_name(name)
    , m_limits(limits)
    , m_part(archive.open(name))
{
    if (m_part)
        m_xml.setDevice(m_part.get());
}

bool XmlPart::next()
{
    if (!m_part || m_hostile || m_xml.atEnd())
        return false;
    const auto token = m_xml.readNext();
    if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
        m_hostile = true;
    if (token == QXmlStreamReader::StartElement && ++m_depth > m_limits.xmlDepth)
        m_hostile = true;
    if (token == QXmlStreamReader::EndElement)
        --m_depth;
    return !m_hostile && token != QXmlStreamReader::Invalid && token != QXmlStreamReader::EndDocument;
}

QString XmlPart::attribute(const QString &name) const
{
    return m_xml.attributes().value(name).toString();
}

QString XmlPart::attributeAnyNamespace(QStringView name) const
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    QString result;
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.name() != name)
            continue;
        if (!attribute.namespaceUri().isEmpty())
            return attribute.value().toString(); // r:id before id
        result = attribute.value().toString();
    }
    return result;
}

void XmlPart::skip()
{
    for (int depth = 1; depth > 0 && next();) {
        if (m_xml.isStartElement())
            ++depth;
        else if (m_xml.isEndElement())
            --depth;
    }
}

bool XmlPart::finish(MessageList &messages) const
{
    if (!m_part)
        return true;
    const auto refuse = [&](MessageCode code, const QStringList &args) {
        messages.add(code, Severity::Refusal, 0, 0, args);
        return false;
    };
    const QString failure = m_part->failure();
    if (failure == u"part")
        return refuse(MessageCode::TooLarge, {failure, QString::number(m_limits.zipPartBytes)});
    if (failure == u"total")
        return refuse(MessageCode::TooLarge, {failure, QString::number(m_limits.zipTotalBytes)});
    if (failure == u"ratio")
        return refuse(MessageCode::TooLarge, {failure, QString::number(m_limits.zipRatio)});
    if (!failure.isEmpty())
        return refuse(MessageCode::DamagedWorkbook, {m_name, failure});
    if (m_hostile)
        return refuse(MessageCode::HostileXml, {m_name});
    if (m_xml.hasError())
        return refuse(MessageCode::DamagedWorkbook, {m_name, m_xml.errorString()});
    return true;
}

} // namespace mezasu::exchange
