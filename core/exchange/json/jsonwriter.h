// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/record.h"

namespace mezasu::exchange {

/// Writes JSON with the keys in the order in which they come, indented by two blanks.
class JsonWriter
{
public:
    void beginObject()
    {
        separate();
        m_out += '{';
        m_first = true;
        ++m_depth;
    }
    void endObject() { end('}'); }
    void beginArray()
    {
        separate();
        m_out += '[';
        m_first = true;
        ++m_depth;
    }
    void endArray() { end(']'); }
    void key(QStringView name)
    {
        separate();
        appendJsonString(m_out, name);
        m_out += ": ";
        m_afterKey = true;
    }
    void value(const QJsonValue &json)
    {
        separate();
        m_out += canonicalJson(json);
    }
    void member(QStringView name, const QJsonValue &json)
    {
        key(name);
        value(json);
    }
    QByteArray take() { return std::exchange(m_out, {}) + '\n'; }

private:
    void separate()
    {
        if (std::exchange(m_afterKey, false))
            return;
        if (!std::exchange(m_first, false))
            m_out += ',';
        if (m_depth > 0)
            newLine();
    }
    void end(char bracket)
    {
        --m_depth;
        if (!std::exchange(m_first, false))
            newLine();
        m_out += bracket;
    }
    void newLine()
    {
        m_out += '\n';
        m_out += QByteArray(m_depth * 2, ' ');
    }

    QByteArray m_out;
    qsizetype m_depth = 0;
    bool m_first = true;
    bool m_afterKey = false;
};

} // namespace mezasu::exchange
