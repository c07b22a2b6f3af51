// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/htmltokenizer.h"
#include "core/exchange/htmlentities.h"
#include <QSet>
#include <algorithm>
#include <cstring>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestTag = 8192;
constexpr qsizetype kLongestName = 12;

const QSet<QString> &knownTags()
{
    static const QSet<QString> tags = [] {
        const QString names =
            u"a abbr address article aside audio b big blockquote body br button canvas caption center cite code col "
            "colgroup dd del details div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head "
            "header "
            "hr html i iframe img input ins kbd label li link main map mark meta nav nobr noscript o:p object ol "
            "option p "
            "pre q rb rp rt ruby s samp script section select small source span strike strong style sub summary sup "
            "svg "
            "table tbody td template textarea tfoot th thead time title tr tt u ul var video wbr"_s;
        const QStringList list = names.split(u' ');
        return QSet<QString>(list.cbegin(), list.cend());
    }();
    return tags;
}

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u':';
}

bool isLayoutSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

} // namespace

HtmlTokenizer::HtmlTokenizer(QStringView source, bool tags)
    : m_source(source)
    , m_tags(tags)
{
}

bool HtmlTokenizer::tagAt(qsizetype at, HtmlToken &token, qsizetype &end) const
{
    qsizetype i = at + 1;
    const bool closing = i < m_source.size() && m_source.at(i) == u'/';
    if (closing)
        ++i;
    const qsizetype nameAt = i;
    while (i < m_source.size() && i - nameAt <= kLongestName && isNameCharacter(m_source.at(i)))
        ++i;
    if (i == nameAt || i >= m_source.size())
        return false;
    const QChar after = m_source.at(i);
    if (!isLayoutSpace(after) && after != u'>' && after != u'/')
        return false;
    const QString name = m_source.mid(nameAt, i - nameAt).toString().toLower();
    if (!knownTags().contains(name))
        return false;
    // The closing > outside quotes; where quotes are left open, the first one at all.
    const qsizetype limit = std::min(m_source.size(), at + kLongestTag);
    qsizetype first = -1;
    qsizetype found = -1;
    QChar quote;
    for (qsizetype k = i; k < limit && found < 0; ++k) {
        const QChar c = m_source.at(k);
        if (c == u'>' && first < 0)
            first = k;
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'>') {
            found = k;
        } else if (c == u'<') {
            break;
        } else if ((c == u'"' || c == u'\'') && k > 0 && m_source.at(k - 1) == u'=') {
            quote = c;
        }
    }
    if (found < 0)
        found = first;
    if (found < 0)
        return false;
    token.kind = closing ? HtmlToken::Kind::End : HtmlToken::Kind::Start;
    token.text = name;
    token.attributes = m_source.mid(i, found - i).toString();
    end = found + 1;
    return true;
}

bool HtmlTokenizer::entityAt(qsizetype at, HtmlToken &token, qsizetype &end) const
{
    constexpr qsizetype kLongest = 12;
    qsizetype i = at + 1;
    while (i < m_source.size() && i - at < kLongest && m_source.at(i) != u';')
        ++i;
    if (i >= m_source.size() || m_source.at(i) != u';')
        return false;
    const QStringView body = m_source.mid(at + 1, i - at - 1);
    char32_t character = 0;
    if (body.startsWith(u'#')) {
        bool ok = false;
        const bool hex = body.size() > 1 && (body.at(1) == u'x' || body.at(1) == u'X');
        const uint number = hex ? body.mid(2).toUInt(&ok, 16) : body.mid(1).toUInt(&ok, 10);
        const bool sign = body.size() > 1 && !hex && !body.at(1).isDigit();
        // No NUL, nothing beyond Unicode, no half characters.
        if (!ok || sign || number == 0 || number > 0x10ffff || (number >= 0xd800 && number <= 0xdfff))
            return false;
        character = number;
    } else {
        const QByteArray name = body.toUtf8();
        const auto found = std::lower_bound(kHtmlEntities.cbegin(), kHtmlEntities.cend(), name.constData(),
            [](const HtmlEntity &entity, const char *key) { return std::strcmp(entity.name, key) < 0; });
        if (found == kHtmlEntities.cend() || name != found->name)
            return false;
        character = found->character;
    }
    token.kind = HtmlToken::Kind::Character;
    token.text = QString::fromUcs4(&character, 1);
    token.source = m_source.mid(at, i - at + 1).toString();
    end = i + 1;
    return true;
}

void HtmlTokenizer::skipContent(const QString &name)
{
    const QString closing = u"</"_s + name;
    const qsizetype found = m_source.indexOf(closing, m_at, Qt::CaseInsensitive);
    m_at = found < 0 ? m_source.size() : found;
}

bool HtmlTokenizer::next(HtmlToken &token)
{
    token = HtmlToken();
    qsizetype begin = m_at;
    while (m_at < m_source.size()) {
        const QChar c = m_source.at(m_at);
        HtmlToken found;
        qsizetype end = -1;
        if (c == u'<' && m_tags) {
            if (m_source.mid(m_at).startsWith(u"<!--")) {
                const qsizetype close = m_openComment ? -1 : m_source.indexOf(u"-->", m_at + 4);
                m_openComment = close < 0; // once none closes, none further on does
                end = close < 0 ? -1 : close + 3;
            } else if (m_source.mid(m_at).startsWith(u"<!") || m_source.mid(m_at).startsWith(u"<?")) {
                const qsizetype close = m_source.mid(m_at, 1024).indexOf(u'>');
                end = close < 0 ? -1 : m_at + close + 1;
            } else {
                tagAt(m_at, found, end);
            }
        } else if (c == u'&') {
            entityAt(m_at, found, end);
        }
        if (end < 0) {
            ++m_at;
            continue;
        }
        if (m_at > begin) {
            token.text = m_source.mid(begin, m_at - begin).toString();
            return true; // the text before it first; it is found again
        }
        m_at = end;
        if (found.text.isEmpty()) {
            begin = end; // a comment
            continue;
        }
        token = found;
        if (token.kind == HtmlToken::Kind::Start && isWordless(token.text) && !token.attributes.endsWith(u'/'))
            skipContent(token.text);
        return true;
    }
    if (m_at == begin)
        return false;
    token.text = m_source.mid(begin).toString();
    return true;
}

bool hasKnownTag(const QString &text)
{
    if (!text.contains(u'<'))
        return false;
    HtmlTokenizer tokenizer(text);
    HtmlToken token;
    while (tokenizer.next(token)) {
        if (token.kind == HtmlToken::Kind::Start || token.kind == HtmlToken::Kind::End)
            return true;
    }
    return false;
}

bool isWordless(const QString &tag)
{
    return tag == u"script" || tag == u"style" || tag == u"template" || tag == u"title" || tag == u"iframe"
        || tag == u"object" || tag == u"svg" || tag == u"noscript";
}

bool isEntityAt(const QString &text, qsizetype at)
{
    HtmlTokenizer tokenizer(QStringView(text).mid(at, 16), false);
    HtmlToken token;
    return tokenizer.next(token) && token.kind == HtmlToken::Kind::Character;
}

QString htmlAttribute(const QString &attributes, const QString &name)
{
    for (qsizetype i = 0; i < attributes.size();) {
        while (i < attributes.size() && (isLayoutSpace(attributes.at(i)) || attributes.at(i) == u'/'))
            ++i;
        const qsizetype nameAt = i;
        while (i < attributes.size() && !isLayoutSpace(attributes.at(i)) && attributes.at(i) != u'=')
            ++i;
        if (i == nameAt) {
            ++i; // a lone =
            continue;
        }
        const QString key = attributes.mid(nameAt, i - nameAt).toLower();
        QString value;
        if (i < attributes.size() && attributes.at(i) == u'=') {
            ++i;
            if (i < attributes.size() && (attributes.at(i) == u'"' || attributes.at(i) == u'\'')) {
                const qsizetype close = attributes.indexOf(attributes.at(i), i + 1);
                const qsizetype end = close < 0 ? attributes.size() : close;
                value = attributes.mid(i + 1, end - i - 1);
                i = end + 1;
            } else {
                const qsizetype valueAt = i;
                while (i < attributes.size() && !isLayoutSpace(attributes.at(i)))
                    ++i;
                value = attributes.mid(valueAt, i - valueAt);
            }
        }
        if (key == name)
            return value;
    }
    return {};
}

} // namespace mezasu::exchange
