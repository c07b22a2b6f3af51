// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <qpdf/QPDFObjectHandle.hh>

#include <map>
#include <string>
#include <vector>

/// What stands in the streams of a PDF, for pdfreader and pdfrules.
namespace pdfreader {

/// What a font's codes mean, from its /ToUnicode.
struct CharacterMap
{
    int codeLength = 1;
    QHash<quint32, QString> texts;

    QString textOf(const QByteArray &codes) const
    {
        QString text;
        for (qsizetype i = 0; i + codeLength <= codes.size(); i += codeLength) {
            quint32 code = 0;
            for (int b = 0; b < codeLength; ++b)
                code = code << 8 | uchar(codes[i + b]);
            text += texts.value(code, QString(QChar::ReplacementCharacter));
        }
        return text;
    }
};

/// From the stream of a /ToUnicode.
CharacterMap mapOf(const QByteArray &cmap);

/// What a stream holds, without its filters.
QByteArray streamOf(QPDFObjectHandle stream);

/// Empty where it is no string.
QString textOf(QPDFObjectHandle object);

/// One content stream: what is said in which marked content.
class Content : public QPDFObjectHandle::ParserCallbacks
{
public:
    /// \param fonts with a character map, by their names in the resources   \param page from 0, for what is told of faults
    Content(QPDFObjectHandle resources, const std::map<std::string, CharacterMap> &fonts, QStringList *faults, int page)
        : m_resources(resources)
        , m_fonts(fonts)
        , m_faults(faults)
        , m_page(page)
    {
    }
    using QPDFObjectHandle::ParserCallbacks::handleObject;
    void handleObject(QPDFObjectHandle object, size_t offset, size_t length) override;
    void handleEOF() override;

    std::map<int, QString> texts; ///< by MCID

private:
    struct Mark
    {
        int mcid = -1;
        bool isArtifact = false;
        bool hasActualText = false;
        QString actualText;
    };
    void handle(const std::string &op);
    void begin(bool hasProperties);
    void requireMark(const QString &what);
    void show(QPDFObjectHandle string);
    void say(const QString &text);

    QPDFObjectHandle m_resources;
    const std::map<std::string, CharacterMap> &m_fonts;
    QStringList *m_faults;
    int m_page;
    int m_unmarked = 0;
    std::vector<QPDFObjectHandle> m_operands;
    std::vector<Mark> m_open;
    std::string m_font;
};

} // namespace pdfreader
