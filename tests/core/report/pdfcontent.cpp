// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/pdfcontent.h"

#include <qpdf/Buffer.hh>

#include <algorithm>
#include <cctype>

namespace pdfreader {

using namespace Qt::StringLiterals;
using Obj = QPDFObjectHandle;

namespace {

QString fromUtf16(const QByteArray &bytes)
{
    QString text;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        text += QChar(ushort((uchar(bytes[i]) << 8) | uchar(bytes[i + 1])));
    return text;
}

} // namespace

CharacterMap mapOf(const QByteArray &cmap)
{
    CharacterMap map;
    QList<QByteArray> strings; // since the last operator
    const auto number = [](const QByteArray &bytes) {
        quint32 value = 0;
        for (const char c : bytes)
            value = value << 8 | uchar(c);
        return value;
    };
    qsizetype i = 0;
    while (i < cmap.size()) {
        const char c = cmap[i];
        if (c == '<' && i + 1 < cmap.size() && cmap[i + 1] != '<') {
            const qsizetype end = cmap.indexOf('>', i);
            strings += QByteArray::fromHex(cmap.sliced(i + 1, end - i - 1));
            i = end + 1;
        } else if (c == '[' || c == ']') {
            strings += c == '[' ? QByteArray("[[") : QByteArray("]]");
            ++i;
        } else if (std::isalpha(uchar(c))) {
            qsizetype end = i;
            while (end < cmap.size() && std::isalpha(uchar(cmap[end])))
                ++end;
            const QByteArray word = cmap.sliced(i, end - i);
            i = end;
            if (word == "endcodespacerange" && !strings.isEmpty()) {
                map.codeLength = int(strings.last().size());
            } else if (word == "endbfchar") {
                for (qsizetype s = 0; s + 1 < strings.size(); s += 2)
                    map.texts.insert(number(strings[s]), fromUtf16(strings[s + 1]));
            } else if (word == "endbfrange") {
                for (qsizetype s = 0; s + 2 < strings.size();) {
                    const quint32 from = number(strings[s]);
                    const quint32 to = number(strings[s + 1]);
                    if (strings[s + 2] == "[[") {
                        s += 3;
                        for (quint32 code = from; s < strings.size() && strings[s] != "]]"; ++s)
                            map.texts.insert(code++, fromUtf16(strings[s]));
                        ++s;
                    } else {
                        const QString first = fromUtf16(strings[s + 2]);
                        for (quint32 code = from; code <= to; ++code) {
                            QString text = first;
                            text.back() = QChar(ushort(text.back().unicode() + (code - from)));
                            map.texts.insert(code, text);
                        }
                        s += 3;
                    }
                }
            }
            strings.clear();
        } else {
            ++i;
        }
    }
    return map;
}

QByteArray streamOf(Obj stream)
{
    const auto buffer = stream.getStreamData(qpdf_dl_all);
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

QString textOf(Obj object)
{
    return object.isString() ? QString::fromStdString(object.getUTF8Value()) : QString();
}

void Content::handleObject(Obj object, size_t, size_t)
{
    if (!object.isOperator()) {
        m_operands.push_back(object);
        return;
    }
    handle(object.getOperatorValue());
    m_operands.clear();
}

void Content::handleEOF()
{
    if (!m_open.empty())
        *m_faults += u"page %1: marked content is not closed"_s.arg(m_page + 1);
}

void Content::handle(const std::string &op)
{
    if (op == "BDC" || op == "BMC") {
        begin(op == "BDC");
    } else if (op == "EMC") {
        if (m_open.empty()) {
            *m_faults += u"page %1: marked content ends that was not begun"_s.arg(m_page + 1);
            return;
        }
        const Mark mark = m_open.back();
        m_open.pop_back();
        if (mark.hasActualText)
            say(mark.actualText);
    } else if (op == "Tf" && m_operands.size() == 2) {
        m_font = m_operands[0].getName();
    } else if (op == "Tj" || op == "'" || op == "\"") {
        show(m_operands.back());
    } else if (op == "TJ") {
        for (Obj item : m_operands.front().getArrayAsVector()) {
            if (item.isString())
                show(item);
        }
    } else if (op == "Do" || op == "f" || op == "f*" || op == "S" || op == "s" || op == "B" || op == "b"
        || op == "sh") {
        requireMark(QString::fromStdString(op));
    }
}

void Content::begin(bool hasProperties)
{
    Mark mark;
    mark.isArtifact = m_operands.front().getName() == "/Artifact";
    if (hasProperties) {
        Obj properties = m_operands.back();
        if (properties.isName())
            properties = m_resources.getKey("/Properties").getKey(properties.getName());
        if (properties.getKey("/MCID").isInteger())
            mark.mcid = properties.getKey("/MCID").getIntValueAsInt();
        mark.hasActualText = properties.hasKey("/ActualText");
        mark.actualText = textOf(properties.getKey("/ActualText"));
    }
    const bool nested = std::any_of(m_open.begin(), m_open.end(), [](const Mark &m) { return m.mcid >= 0; });
    if ((mark.isArtifact || mark.mcid >= 0) && nested)
        *m_faults += u"page %1: an artifact or content inside other content"_s.arg(m_page + 1);
    if (mark.mcid >= 0)
        texts.try_emplace(mark.mcid);
    m_open.push_back(mark);
}

void Content::requireMark(const QString &what)
{
    const bool marked =
        std::any_of(m_open.begin(), m_open.end(), [](const Mark &m) { return m.isArtifact || m.mcid >= 0; });
    if (!marked && m_unmarked++ == 0)
        *m_faults += u"page %1: %2 is neither content nor artifact"_s.arg(m_page + 1).arg(what);
}

void Content::show(Obj string)
{
    requireMark(u"text"_s);
    const bool replaced = std::any_of(m_open.begin(), m_open.end(), [](const Mark &m) { return m.hasActualText; });
    if (replaced)
        return;
    const auto font = m_fonts.find(m_font);
    if (font == m_fonts.end()) {
        *m_faults += u"page %1: a font without a character map"_s.arg(m_page + 1);
        return;
    }
    const std::string codes = string.getStringValue();
    say(font->second.textOf(QByteArray(codes.data(), qsizetype(codes.size()))));
}

void Content::say(const QString &text)
{
    for (auto mark = m_open.rbegin(); mark != m_open.rend(); ++mark) {
        if (mark->mcid >= 0)
            texts[mark->mcid] += text;
    }
}

} // namespace pdfreader
