// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/marks.h"

#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

bool isGap(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c.unicode() == 0x3000 || c.unicode() == 0xa0;
}

bool isDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c.unicode() >= 0xff10 && c.unicode() <= 0xff19);
}

bool isKana(QChar c)
{
    return (c.unicode() >= 0x30a2 && c.unicode() <= 0x30f3) || (c.unicode() >= 0xff71 && c.unicode() <= 0xff9d);
}

bool isBullet(QChar c)
{
    static const QString bullets = u"・･•●○◎■□◆◇※→◯▪▫◦‣►▶▷★☆"_s;
    return bullets.contains(c);
}

/// End of (1), （ア） and the like, or \p at.
qsizetype bracketed(const QString &line, qsizetype at)
{
    if (line.at(at) != u'(' && line.at(at) != u'（')
        return at;
    qsizetype i = at + 1;
    if (i < line.size() && (line.at(i) == u'注' || line.at(i) == u'※'))
        ++i;
    while (i < line.size() && i - at <= 4 && isDigit(line.at(i)))
        ++i;
    if (i == at + 1 && i < line.size()) {
        const QChar c = line.at(i);
        static const QString counted = u"一二三四五六七八九十"_s;
        const bool latin = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
        if (isKana(c) || latin || counted.contains(c))
            ++i;
    }
    if (i == at + 1 || i >= line.size() || (line.at(i) != u')' && line.at(i) != u'）'))
        return at;
    return i + 1;
}

/// End of "1." and "１．", but not of "1.5" or "3.11の": a number is no mark. Or \p at.
qsizetype numbered(const QString &line, qsizetype at)
{
    qsizetype i = at;
    while (i < line.size() && i - at <= 2 && isDigit(line.at(i)))
        ++i;
    if (i == at || i - at > 2 || i >= line.size() || (line.at(i) != u'.' && line.at(i) != u'．'))
        return at;
    return i + 1 < line.size() && !isDigit(line.at(i + 1)) && line.at(i + 1) != line.at(i) ? i + 1 : at;
}

qsizetype markEnd(const QString &line, qsizetype at)
{
    const QChar c = line.at(at);
    const QChar after = at + 1 < line.size() ? line.at(at + 1) : QChar();
    const char16_t u = c.unicode();
    if (isBullet(c)) {
        if (after == c)
            return at;
        qsizetype end = at + 1;
        while (c == u'※' && end < line.size() && end - at <= 3 && isDigit(line.at(end)))
            ++end;
        return end;
    }
    if (c == u'注') { // "注1 ", "注："
        qsizetype end = at + 1;
        while (end < line.size() && end - at <= 3 && isDigit(line.at(end)))
            ++end;
        const bool ends = end < line.size()
            && (isGap(line.at(end)) || line.at(end) == u'：' || line.at(end) == u':' || line.at(end) == u'）'
                || line.at(end) == u')');
        return !ends ? at : isGap(line.at(end)) ? end : end + 1;
    }
    if (circledNumber(c) > 0 || (u >= 0x2474 && u <= 0x2487) || (u >= 0x2776 && u <= 0x277f))
        return at + 1;
    static const QString dashes = u"-‐‑‒–—―−－*＊"_s;
    if ((isKana(c) || dashes.contains(c)) && isGap(after))
        return at + 1;
    if (const qsizetype end = numbered(line, at); end > at)
        return end;
    return bracketed(line, at);
}

} // namespace

QString nextMark(const QString &mark)
{
    static const QString series[] = {
        u"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"_s,
        u"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"_s, u"abcdefghijklmnopqrstuvwxyz"_s,
        u"ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s, u"一二三四五六七八九十"_s,
        u"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"_s,
        u"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"_s, u"❶❷❸❹❺❻❼❽❾❿"_s};
    qsizetype end = mark.size();
    while (end > 0 && !isDigit(mark.at(end - 1)))
        --end;
    if (end > 0) { // a number, in the width in which it stands
        qsizetype begin = end;
        while (begin > 0 && isDigit(mark.at(begin - 1)))
            --begin;
        const bool wide = mark.at(end - 1).unicode() >= 0xff10;
        int number = 0;
        for (const QChar c : mark.mid(begin, std::min<qsizetype>(end - begin, 6)))
            number = number * 10 + c.digitValue();
        QString next = QString::number(number + 1);
        for (QChar &c : next) {
            if (wide)
                c = QChar(char16_t(c.unicode() - u'0' + 0xff10));
        }
        return mark.left(begin) + next + mark.mid(end);
    }
    for (qsizetype i = mark.size() - 1; i >= 0; --i) {
        for (const QString &row : series) {
            const qsizetype at = row.indexOf(mark.at(i));
            if (at < 0)
                continue;
            if (at + 1 == row.size())
                return {};
            return mark.left(i) + row.at(at + 1) + mark.mid(i + 1);
        }
    }
    return mark;
}

int circledNumber(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= 0x2460 && u <= 0x2473)
        return u - 0x2460 + 1;
    if (u >= 0x3251 && u <= 0x325f)
        return u - 0x3251 + 21;
    if (u >= 0x32b1 && u <= 0x32bf)
        return u - 0x32b1 + 36;
    return 0;
}

MarkedText splitMark(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size() && isGap(line.at(at)))
        ++at;
    if (at == line.size())
        return {{}, line};
    qsizetype end = markEnd(line, at);
    if (end == at)
        return {{}, line};
    while (end < line.size() && isGap(line.at(end)))
        ++end;
    if (end == line.size())
        return {{}, line};
    return {line.left(end), line.mid(end)};
}

QList<MarkedText> splitNumbered(const QString &line)
{
    QList<MarkedText> result;
    qsizetype begin = 0;
    qsizetype first = 0;
    while (first < line.size() && isGap(line.at(first)))
        ++first;
    int number = first < line.size() ? circledNumber(line.at(first)) : 0;
    if (number == 0)
        return {splitMark(line)};
    for (qsizetype i = first + 1; i < line.size(); ++i) {
        if (circledNumber(line.at(i)) != number + 1 || !(isGap(line.at(i - 1)) || line.at(i - 1) == u'。'))
            continue;
        qsizetype end = i;
        while (end > begin && isGap(line.at(end - 1)))
            --end;
        result += splitMark(line.mid(begin, end - begin));
        begin = i;
        ++number;
    }
    result += splitMark(line.mid(begin));
    return result;
}

} // namespace mezasu::exchange
