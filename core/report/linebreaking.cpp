// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/linebreaking.h"

#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr QStringView kNoLineStart = u"、。，．,.」』）】〕］｝〉》〙〗｠»’”)]}・：；？！?!"
                                     u"‼⁇⁈⁉ーゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
                                     u"～〜＝=‐–゠％%‰℃°′″゛゜";
constexpr QStringView kNoLineEnd = u"「『（【〔［｛〈《〘〖｟«‘“([{￥¥＄$￡£＃#№§〒";
constexpr QStringView kWideOpening = u"「『（【〔［｛〈《〘〖｟";
constexpr QStringView kDoubled = u"…‥―—";
constexpr QStringView kBlankEnd = u"、。，．」』）】〕］｝〉》〙〗";

/// What stands before a number and is not parted from it.
constexpr QStringView kPrefixes[] = {
    u"令和", u"平成", u"昭和", u"第", u"約", u"計", u"△", u"▲", u"−", u"－", u"±", u"＋", u"万", u"億", u"兆"};

/// What a number counts; a longer one stands before its own beginning.
constexpr QStringView kCounters[] = {u"年度末", u"年度", u"年間", u"年代", u"年目", u"年", u"か年", u"カ年", u"ヵ年",
    u"ヶ年", u"箇年", u"か月間", u"か月", u"カ月", u"ヵ月", u"ヶ月", u"箇月", u"月末", u"月", u"日間", u"日", u"週間",
    u"時間", u"時", u"分", u"秒", u"か所", u"カ所", u"ヵ所", u"ヶ所", u"箇所", u"か国", u"カ国", u"人", u"名", u"世帯",
    u"団体", u"件", u"回", u"校", u"園", u"館", u"棟", u"戸", u"台", u"本", u"冊", u"部", u"枚", u"通", u"種類",
    u"項目", u"事業", u"施設", u"地区", u"歳以上", u"歳以下", u"歳未満", u"歳代", u"歳", u"代", u"割", u"倍", u"位",
    u"番", u"号", u"条", u"項", u"期", u"次", u"章", u"節", u"級", u"段階", u"ポイント", u"パーセント", u"千円",
    u"百万円", u"億円", u"兆円", u"万円", u"円", u"万人", u"千人", u"百人", u"億人", u"万", u"億", u"兆", u"千", u"百",
    u"つ", u"％", u"%", u"℃", u"㎡", u"㎞", u"㎥", u"トン", u"メートル", u"キロ", u"ヘクタール"};

bool isIn(QStringView set, QChar c)
{
    return set.contains(c);
}

bool isDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'０' && c <= u'９');
}

bool isSeparator(QChar c)
{
    return c == u'.' || c == u',' || c == u'．' || c == u'，';
}

/// Whether a line may not end between two characters by the rules for Japanese.
bool breaksRule(QChar before, QChar after)
{
    return isIn(kNoLineStart, after) || isIn(kNoLineEnd, before) || (before == after && isIn(kDoubled, before));
}

/// Marks the numbers of a text and what belongs to them as not to be divided.
void keepNumbers(QStringView text, std::vector<LineEnd> &ends)
{
    const auto keep = [&](qsizetype from, qsizetype to) { // no line ends between the characters of [from, to)
        for (qsizetype i = from + 1; i < to; ++i) {
            if (ends[std::size_t(i)] != LineEnd::Never)
                ends[std::size_t(i)] = LineEnd::InNeed;
        }
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isDigit(text[i]))
            continue;
        qsizetype end = i + 1;
        while (end < text.size()
            && (isDigit(text[end]) || (isSeparator(text[end]) && end + 1 < text.size() && isDigit(text[end + 1]))))
            ++end;
        qsizetype from = i;
        for (const QStringView prefix : kPrefixes) {
            if (text.first(i).endsWith(prefix)) {
                from = i - prefix.size();
                break;
            }
        }
        qsizetype to = end;
        for (const QStringView counter : kCounters) {
            if (text.sliced(end).startsWith(counter)) {
                to = end + counter.size();
                break;
            }
        }
        keep(from, to);
        i = end - 1;
    }
}

} // namespace

std::vector<LineEnd> lineEnds(const QString &text)
{
    std::vector<LineEnd> ends(std::size_t(text.size()) + 1, LineEnd::Never);
    QTextBoundaryFinder characters(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype at = characters.toNextBoundary(); at > 0; at = characters.toNextBoundary())
        ends[std::size_t(at)] =
            at < text.size() && breaksRule(text[at - 1], text[at]) ? LineEnd::InNeed : LineEnd::InWord;
    QTextBoundaryFinder lines(QTextBoundaryFinder::Line, text);
    for (qsizetype at = lines.toNextBoundary(); at > 0; at = lines.toNextBoundary()) {
        LineEnd &end = ends[std::size_t(at)];
        if (end == LineEnd::InWord)
            end = LineEnd::Allowed;
    }
    // Unicode keeps a bracket with the letters before it, also one of full width, which begins a line in Japanese.
    for (qsizetype at = 1; at < text.size(); ++at) {
        LineEnd &end = ends[std::size_t(at)];
        if (end == LineEnd::InWord && isIn(kWideOpening, text[at]))
            end = LineEnd::Allowed;
    }
    ends.front() = LineEnd::Never;
    keepNumbers(text, ends);
    return ends;
}

bool hasBlankEnd(QChar c)
{
    return isIn(kBlankEnd, c);
}

bool canStretch(QChar before, QChar after)
{
    // Letters, digits and blanks of half width keep together; beyond them stands what is set on a grid.
    const auto isNarrow = [](QChar c) { return c.unicode() < 0x2000 || c.isSurrogate() || c.isMark(); };
    if (after.isLowSurrogate() || after.isMark() || (after.unicode() >= 0xfe00 && after.unicode() <= 0xfe0f))
        return false;
    return !(isNarrow(before) && isNarrow(after)) && !(isDigit(before) && isDigit(after));
}

bool isLonely(QStringView rest)
{
    const auto count = std::count_if(rest.begin(), rest.end(),
        [](QChar c) { return !c.isSpace() && !c.isLowSurrogate() && !c.isMark() && !hasBlankEnd(c); });
    return count < 2;
}

} // namespace mezasu::report
