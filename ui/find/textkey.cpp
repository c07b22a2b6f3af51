// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/textkey.h"

namespace mezasu::ui {

namespace {
/// U+FF65 … U+FF9D as full-width katakana.
constexpr char16_t kKatakana[] = u"・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ"
                                 u"マミムメモヤユヨラリルレロワン";

constexpr char16_t kHalfVoiced = 0xff9e, kHalfSemiVoiced = 0xff9f, kVoiced = 0x3099, kSemiVoiced = 0x309a;

char16_t folded(char16_t c)
{
    if (c < 0x80)
        return c >= u'A' && c <= u'Z' ? char16_t(c + 0x20) : c;
    if (c >= 0xff01 && c <= 0xff5e)
        return folded(char16_t(c - 0xfee0));
    if (c >= 0xff65 && c <= 0xff9d)
        return kKatakana[c - 0xff65];
    switch (c) {
    case 0x3000: // the wide blank, and the one that does not break
    case 0x00a0:
        return u' ';
    case 0x2010: // hyphens, dashes and minus signs; not the long vowel ー, which is a letter
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return u'-';
    case 0x301c: // 〜
        return u'~';
    case 0xffe5: // ￥
        return 0x00a5;
    default:
        return QChar::toCaseFolded(char32_t(c)) <= 0xffff ? char16_t(QChar::toCaseFolded(char32_t(c))) : c;
    }
}

/// A kana with its voicing as one character; 0 where there is none such.
char16_t voiced(char16_t kana, char16_t sound)
{
    const bool half = sound == kHalfSemiVoiced || sound == kSemiVoiced;
    const char16_t low = kana >= 0x30a1 && kana <= 0x30fa ? char16_t(kana - 0x60) : kana; // as hiragana
    const bool h = low >= 0x306f && low <= 0x307b && (low - 0x306f) % 3 == 0;             // は ひ ふ へ ほ
    if (half)
        return h ? char16_t(kana + 2) : 0;
    if (low == 0x3046) // う
        return kana == 0x30a6 ? 0x30f4 : 0x3094;
    const bool k = low >= 0x304b && low <= 0x3061 && (low - 0x304b) % 2 == 0; // か … ち
    const bool t = low == 0x3064 || low == 0x3066 || low == 0x3068;           // つ て と
    return k || t || h ? char16_t(kana + 1) : 0;
}

/// Calls \p out for each character of the key with the place at which it begins.
template <typename Out, typename Replace>
void fold(const QString &text, Out out, Replace replace)
{
    char16_t last = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        const bool sound = c == kHalfVoiced || c == kHalfSemiVoiced || c == kVoiced || c == kSemiVoiced;
        if (const char16_t one = sound ? voiced(last, c) : char16_t(0)) {
            replace(one);
            last = 0;
            continue;
        }
        last = folded(c);
        out(last, i);
    }
}
} // namespace

TextKey::TextKey(const QString &text)
{
    m_key.reserve(text.size());
    m_places.reserve(text.size() + 1);
    fold(
        text,
        [this](char16_t c, qsizetype place) {
            m_key.append(QChar(c));
            m_places.append(place);
        },
        [this](char16_t c) { m_key.back() = QChar(c); });
    m_places.append(text.size());
}

QString TextKey::of(const QString &text)
{
    QString key;
    key.reserve(text.size());
    fold(
        text, [&key](char16_t c, qsizetype) { key.append(QChar(c)); }, [&key](char16_t c) { key.back() = QChar(c); });
    return key;
}

QList<TextKey::Span> TextKey::find(const QString &key) const
{
    QList<Span> out;
    if (key.isEmpty())
        return out;
    for (qsizetype at = m_key.indexOf(key); at >= 0; at = m_key.indexOf(key, at + key.size()))
        out.append({m_places.at(at), m_places.at(at + key.size()) - m_places.at(at)});
    return out;
}

} // namespace mezasu::ui
