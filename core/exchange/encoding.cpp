// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/encoding.h"
#include "core/exchange/cp932table.h"
#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <vector>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

struct Failure
{
    qsizetype at = -1; ///< byte; -1: none
};

int leadIndex(unsigned char byte)
{
    if (byte >= 0x81 && byte <= 0x9f)
        return byte - 0x81;
    if (byte >= 0xe0 && byte <= 0xfc)
        return byte - 0xe0 + 31;
    return -1;
}

int trailIndex(unsigned char byte)
{
    if (byte >= 0x40 && byte <= 0x7e)
        return byte - 0x40;
    if (byte >= 0x80 && byte <= 0xfc)
        return byte - 0x80 + 63;
    return -1;
}

QString decodeCp932(const QByteArray &bytes, Failure &failure)
{
    QString text;
    text.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes.at(i));
        if (byte < 0x80) {
            text += QChar(ushort(byte));
        } else if (byte >= 0xa1 && byte <= 0xdf) {
            text += QChar(ushort(0xff61 + byte - 0xa1)); // half-width katakana
        } else {
            const int lead = leadIndex(byte);
            const int trail =
                lead >= 0 && i + 1 < bytes.size() ? trailIndex(static_cast<unsigned char>(bytes.at(i + 1))) : -1;
            const char16_t point =
                trail >= 0 ? kCp932Table.at(std::size_t(lead) * kCp932Trails + std::size_t(trail)) : char16_t(0);
            if (point == 0) {
                failure.at = i;
                return text;
            }
            text += QChar(point);
            ++i;
        }
    }
    return text;
}

/// Position of the first byte that is not strict UTF-8 (no overlong forms, no surrogates), or -1.
qsizetype utf8Fault(const QByteArray &bytes)
{
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    const qsizetype size = bytes.size();
    for (qsizetype i = 0; i < size;) {
        const unsigned char lead = data[i];
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const int length = lead >= 0xc2 && lead <= 0xdf ? 2
            : lead >= 0xe0 && lead <= 0xef              ? 3
            : lead >= 0xf0 && lead <= 0xf4              ? 4
                                                        : 0;
        if (length == 0 || i + length > size)
            return i;
        for (int k = 1; k < length; ++k) {
            if ((data[i + k] & 0xc0) != 0x80)
                return i;
        }
        const unsigned char second = data[i + 1];
        if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) || (lead == 0xf0 && second < 0x90)
            || (lead == 0xf4 && second > 0x8f))
            return i;
        i += length;
    }
    return -1;
}

QString decodeUtf16(const QByteArray &bytes, bool bigEndian, Failure &failure)
{
    QString text(bytes.size() / 2, Qt::Uninitialized);
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    bool high = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const unsigned char a = data[2 * i];
        const unsigned char b = data[2 * i + 1];
        const QChar unit(bigEndian ? ushort(a << 8 | b) : ushort(b << 8 | a));
        if (unit.isLowSurrogate() != high && failure.at < 0)
            failure.at = 2 * i; // half a character
        high = unit.isHighSurrogate();
        text[i] = unit;
    }
    if (failure.at < 0 && (high || bytes.size() % 2 != 0))
        failure.at = bytes.size() - 1;
    return text;
}

int lineOfByte(const QByteArray &bytes, qsizetype at)
{
    return 1 + int(bytes.left(at).count('\n'));
}

void warnAboutPrivateUse(const QString &text, MessageList &messages)
{
    int count = 0;
    QString which;
    for (const QChar c : text) {
        if (c.unicode() < 0xe000 || c.unicode() > 0xf8ff)
            continue;
        ++count;
        if (which.size() < 10 && !which.contains(c))
            which += c;
    }
    if (count > 0)
        messages.add(MessageCode::PrivateUseCharacters, Severity::Warning, 0, 0, {QString::number(count), which});
}

/// Control characters that no text file has; a file with them is not text.
bool looksBinary(const QString &text, int &nulLine)
{
    int line = 1;
    qsizetype controls = 0;
    nulLine = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u == u'\n')
            ++line;
        else if (u == 0 && nulLine == 0)
            nulLine = line;
        if (u < 0x20 && u != u'\t' && u != u'\n' && u != u'\r' && u != 0x0b && u != 0x0c)
            ++controls;
    }
    return controls > 4 && controls * 50 > text.size();
}

std::optional<DecodedText> checked(DecodedText decoded, MessageList &messages)
{
    int nulLine = 0;
    const bool binary = looksBinary(decoded.text, nulLine);
    if (binary) {
        messages.add(MessageCode::BinaryFile, Severity::Refusal);
        return std::nullopt;
    }
    if (nulLine > 0) {
        messages.add(MessageCode::NulCharacter, Severity::Refusal, nulLine);
        return std::nullopt;
    }
    if (decoded.encoding == Encoding::Cp932)
        warnAboutPrivateUse(decoded.text, messages);
    return decoded;
}

std::vector<quint16> makeReverse()
{
    std::vector<quint16> reverse(65536, 0);
    for (std::size_t lead = 0; lead < kCp932Leads; ++lead) {
        const auto leadByte = lead < 31 ? 0x81 + lead : 0xe0 + lead - 31;
        if (leadByte == 0xed || leadByte == 0xee)
            continue; // NEC's selection of IBM characters: all stand in FA–FC too
        for (std::size_t trail = 0; trail < kCp932Trails; ++trail) {
            const char16_t point = kCp932Table.at(lead * kCp932Trails + trail);
            const auto trailByte = trail < 63 ? 0x40 + trail : 0x80 + trail - 63;
            if (point != 0 && reverse[point] == 0)
                reverse[point] = quint16(leadByte << 8 | trailByte);
        }
    }
    return reverse;
}

} // namespace

std::optional<Encoding> encodingByName(const QString &name)
{
    QString key;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            key += c.toLower();
    }
    if (key == u"utf8" || key == u"utf8bom" || key == u"utf8sig")
        return Encoding::Utf8;
    if (key == u"utf16" || key == u"utf16le" || key == u"unicode")
        return Encoding::Utf16Le;
    if (key == u"utf16be")
        return Encoding::Utf16Be;
    if (key == u"cp932" || key == u"shiftjis" || key == u"sjis" || key == u"windows31j" || key == u"ms932"
        || key == u"mskanji" || key == u"932" || key == u"xsjis")
        return Encoding::Cp932;
    return std::nullopt;
}

QString encodingName(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return u"utf-8"_s;
    case Encoding::Utf16Le:
        return u"utf-16le"_s;
    case Encoding::Utf16Be:
        return u"utf-16be"_s;
    case Encoding::Cp932:
        break;
    }
    return u"cp932"_s;
}

std::optional<DecodedText> decodeText(const QByteArray &bytes, const QString &name, MessageList &messages)
{
    std::optional<Encoding> wanted;
    if (!name.isEmpty()) {
        wanted = encodingByName(name);
        if (!wanted) {
            messages.add(MessageCode::UnknownEncoding, Severity::Refusal, 0, 0, {name});
            return std::nullopt;
        }
    }
    std::optional<Encoding> marked;
    if (bytes.startsWith("\xef\xbb\xbf"))
        marked = Encoding::Utf8;
    else if (bytes.startsWith("\xff\xfe"))
        marked = Encoding::Utf16Le;
    else if (bytes.startsWith("\xfe\xff"))
        marked = Encoding::Utf16Be;
    DecodedText decoded;
    // "UTF-16" names both byte orders; the mark tells which.
    const bool bothUtf16 =
        wanted && marked && *wanted != Encoding::Utf8 && *wanted != Encoding::Cp932 && *marked != Encoding::Utf8;
    decoded.encoding = bothUtf16 ? *marked : wanted ? *wanted : marked.value_or(Encoding::Utf8);
    decoded.hadMark = marked == decoded.encoding;
    Failure failure;
    if (decoded.encoding == Encoding::Utf8) {
        failure.at = utf8Fault(bytes);
        if (failure.at < 0) {
            decoded.text = QString::fromUtf8(bytes);
        } else if (!wanted && !marked) {
            const qsizetype utf8At = failure.at;
            failure.at = -1;
            decoded.text = decodeCp932(bytes, failure);
            if (failure.at < 0) {
                decoded.encoding = Encoding::Cp932;
            } else if (bytes.contains('\0')) {
                messages.add(MessageCode::BinaryFile, Severity::Refusal);
                return std::nullopt;
            } else {
                // Neither fits: the one that held longer is the likelier.
                if (failure.at > utf8At)
                    decoded.encoding = Encoding::Cp932;
                failure.at = std::max(failure.at, utf8At);
            }
        }
    } else if (decoded.encoding == Encoding::Cp932) {
        decoded.text = decodeCp932(bytes, failure);
    } else {
        decoded.text = decodeUtf16(bytes, decoded.encoding == Encoding::Utf16Be, failure);
    }
    if (failure.at >= 0) {
        messages.add(MessageCode::NotDecodable, Severity::Refusal, lineOfByte(bytes, failure.at), 0,
            {encodingName(decoded.encoding), QString::number(failure.at)});
        return std::nullopt;
    }
    // The mark, or several: programs join files, or add one without looking.
    while (decoded.text.startsWith(QChar(QChar::ByteOrderMark)))
        decoded.text.remove(0, 1);
    return checked(std::move(decoded), messages);
}

Cp932Result encodeCp932(const QString &text)
{
    static const std::vector<quint16> reverse = makeReverse();
    Cp932Result result;
    result.bytes.reserve(text.size() * 2);
    const auto put = [&result](quint16 code) {
        if (code > 0xff)
            result.bytes += char(code >> 8);
        result.bytes += char(code & 0xff);
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        char16_t unit = text.at(i).unicode();
        QString whole(text.at(i));
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            whole += text.at(++i);
        switch (unit) {
        case 0x301c:
            unit = 0xff5e;
            break;
        case 0x2212:
            unit = 0xff0d;
            break;
        case 0x2016:
            unit = 0x2225;
            break;
        case 0x2014:
            unit = 0x2015;
            break;
        default:
            break;
        }
        if (whole.size() == 1 && unit != text.at(i).unicode()) {
            const QString change = whole + u'→' + QChar(unit);
            if (!result.alike.contains(change))
                result.alike += change;
        }
        if (unit < 0x80) {
            put(unit);
        } else if (unit >= 0xff61 && unit <= 0xff9f) {
            put(quint16(unit - 0xff61 + 0xa1));
        } else if (whole.size() == 1 && reverse[unit] != 0) {
            put(reverse[unit]);
        } else {
            const bool selector =
                (unit >= 0xfe00 && unit <= 0xfe0f) || (whole.size() == 2 && unit == 0xdb40); // keeps its base
            if (!selector)
                put(0x81ac); // 〓
            if (!result.notEncodable.contains(whole))
                result.notEncodable += whole;
        }
    }
    return result;
}

} // namespace mezasu::exchange
