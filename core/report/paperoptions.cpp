// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/paperoptions.h"

#include "core/report/tablereport.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {

constexpr double kSmallestPt = 6;
constexpr double kLargestPt = 24;

template <typename T>
using Named = std::pair<QLatin1StringView, T>;
constexpr Named<PaperSize> kPapers[] = {
    {"A3"_L1, PaperSize::A3Landscape}, {"A4"_L1, PaperSize::A4Landscape}, {"A4-portrait"_L1, PaperSize::A4Portrait}};
constexpr Named<Typeface> kFonts[] = {{"mincho"_L1, Typeface::Mincho}, {"gothic"_L1, Typeface::Gothic}};
constexpr Named<QString PaperOptions::*> kTexts[] = {{"number"_L1, &PaperOptions::number},
    {"meeting"_L1, &PaperOptions::meeting}, {"date"_L1, &PaperOptions::date}, {"title"_L1, &PaperOptions::title},
    {"note"_L1, &PaperOptions::note}};

template <typename T, std::size_t N>
const Named<T> *findNamed(const Named<T> (&list)[N], QStringView name)
{
    const auto *found = std::find_if(list, list + N, [name](const Named<T> &one) { return one.first == name; });
    return found == list + N ? nullptr : found;
}

/// Of what is separated by commas, of either width.
QStringList listOf(QString value)
{
    QStringList parts = value.replace(u'、', u',').split(u',', Qt::SkipEmptyParts);
    for (QString &part : parts)
        part = part.trimmed();
    parts.removeAll(QString());
    return parts;
}

} // namespace

Result<PaperOptions> PaperOptions::fromPairs(const QStringList &pairs, PaperOptions usual)
{
    PaperOptions options = std::move(usual);
    bool branchesGiven = false;
    for (const QString &pair : pairs) {
        const qsizetype at = pair.indexOf(u'=');
        const QString key = at < 0 ? QString() : pair.first(at);
        const QString value = at < 0 ? QString() : pair.sliced(at + 1);
        const auto unknownValue = [&](const QString &known) {
            return makeError(Error::Code::InvalidInput, known, pair);
        };
        if (const auto *text = findNamed(kTexts, key)) {
            options.*text->second = value;
        } else if (key == "paper"_L1) {
            const auto *paper = findNamed(kPapers, value);
            if (!paper)
                return unknownValue(u"paper: A3, A4, A4-portrait"_s);
            options.paper = paper->second;
        } else if (key == "font"_L1) {
            const auto *font = findNamed(kFonts, value);
            if (!font)
                return unknownValue(u"font: mincho, gothic"_s);
            options.typeface = font->second;
        } else if (key == "size"_L1) {
            bool ok = false;
            const double size = value.toDouble(&ok);
            if (!ok || size < kSmallestPt || size > kLargestPt)
                return unknownValue(u"size: 6 … 24"_s);
            options.sizePt = size;
        } else if (key == "columns"_L1) {
            options.columns = listOf(value);
            for (const QString &column : std::as_const(options.columns)) {
                if (!tableColumnNames().contains(column))
                    return unknownValue(u"columns: "_s + tableColumnNames().join(u", "_s));
            }
        } else if (key == "branch"_L1) {
            if (!std::exchange(branchesGiven, true))
                options.branches.clear();
            options.branches += listOf(value);
        } else {
            return makeError(Error::Code::InvalidInput,
                u"known keys: number, meeting, date, title, note, paper, font, size, columns, branch"_s,
                at < 0 ? pair : key);
        }
    }
    return options;
}

Result<PaperOptions> PaperOptions::fromPairs(const QStringList &pairs)
{
    return fromPairs(pairs, PaperOptions());
}

QStringList PaperOptions::toPairs(const PaperOptions &usual) const
{
    QStringList pairs;
    const auto add = [&pairs](QLatin1StringView key, const QString &value) { pairs += key + u'=' + value; };
    for (const auto &[key, member] : kTexts) {
        if (this->*member != usual.*member)
            add(key, this->*member);
    }
    for (const auto &[name, value] : kPapers) {
        if (value == paper && paper != usual.paper)
            add("paper"_L1, name);
    }
    for (const auto &[name, value] : kFonts) {
        if (value == typeface && typeface != usual.typeface)
            add("font"_L1, name);
    }
    if (sizePt && sizePt != usual.sizePt)
        add("size"_L1, QString::number(*sizePt));
    if (columns != usual.columns)
        add("columns"_L1, columns.join(u','));
    if (branches != usual.branches)
        add("branch"_L1, branches.join(u','));
    return pairs;
}

} // namespace mezasu::report
