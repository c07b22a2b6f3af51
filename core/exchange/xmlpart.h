// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/ziparchive.h"
#include <QXmlStreamReader>

namespace mezasu::exchange {

/// Reads one XML part of a workbook under limits: no document type (so no entities), no endless nesting.
class XmlPart
{
public:
    XmlPart(ZipArchive &archive, const QString &name, const Limits &limits);

    bool exists() const { return m_part != nullptr; }
    /// Steps to the next token; false at the end or when something is wrong.
    bool next();
    bool isStart(QStringView name) const { return m_xml.isStartElement() && m_xml.name() == name; }
    bool isEnd(QStringView name) const { return m_xml.isEndElement() && m_xml.name() == name; }
    bool isText() const { return m_xml.isCharacters(); }
    QStringView text() const { return m_xml.text(); }
    QString attribute(const QString &name) const;
    /// An attribute by its local name, whatever its namespace ("id" of r:id).
    QString attributeAnyNamespace(QStringView name) const;
    /// Reads over the element that just began.
    void skip();
    /// Adds a refusal if the part could not be read to its end. \return whether all is well
    bool finish(MessageList &messages) const;

private:
    QString m_name;
    Limits m_limits;
    std::unique_ptr<ZipPart> m_part;
    QXmlStreamReader m_xml;
    int m_depth = 0;
    bool m_hostile = false;
};

} // namespace mezasu::exchange
