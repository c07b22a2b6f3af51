// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/element.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>

namespace mezasu {

namespace {
constexpr std::array<QLatin1StringView, kKindCount> kNames = {QLatin1StringView("plan"), QLatin1StringView("policy"),
    QLatin1StringView("goal"), QLatin1StringView("statement"), QLatin1StringView("indicator"),
    QLatin1StringView("issue"), QLatin1StringView("footnote"), QLatin1StringView("reform_item"),
    QLatin1StringView("initiative"), QLatin1StringView("department"), QLatin1StringView("edition")};

constexpr Kind kBelowPlan[] = {Kind::Plan};
constexpr Kind kBelowPolicy[] = {Kind::Policy};
constexpr Kind kBelowGoal[] = {Kind::Goal};
constexpr Kind kBelowReformItem[] = {Kind::ReformItem};
constexpr Kind kHomesOfIndicators[] = {Kind::Goal, Kind::ReformItem, Kind::Initiative};
} // namespace

QString kindName(Kind kind)
{
    static const auto kTexts = [] { // shared: asked for with every element
        std::array<QString, kKindCount> texts;
        std::copy(kNames.begin(), kNames.end(), texts.begin());
        return texts;
    }();
    return kTexts.at(static_cast<size_t>(kind));
}

QLatin1StringView kindWord(Kind kind)
{
    return kNames.at(static_cast<size_t>(kind));
}

std::optional<Kind> kindFromName(QStringView name)
{
    for (size_t i = 0; i < kNames.size(); ++i) {
        if (name == kNames.at(i))
            return static_cast<Kind>(i);
    }
    return {};
}

std::span<const Kind> parentKinds(Kind kind)
{
    switch (kind) {
    case Kind::Plan:
        return {};
    case Kind::Policy:
    case Kind::Department:
    case Kind::Edition:
        return kBelowPlan;
    case Kind::Goal:
        return kBelowPolicy;
    case Kind::Statement:
    case Kind::Issue:
    case Kind::Footnote:
    case Kind::ReformItem:
        return kBelowGoal;
    case Kind::Initiative:
        return kBelowReformItem;
    case Kind::Indicator:
        return kHomesOfIndicators;
    }
    return {};
}

bool canStandBelow(Kind child, Kind parent)
{
    const auto parents = parentKinds(child);
    return std::find(parents.begin(), parents.end(), parent) != parents.end();
}

int layerOf(Kind kind)
{
    switch (kind) {
    case Kind::Plan:
        return 0;
    case Kind::Policy:
    case Kind::Department:
    case Kind::Edition:
        return 1;
    case Kind::Goal:
        return 2;
    case Kind::ReformItem:
    case Kind::Statement:
    case Kind::Issue:
    case Kind::Footnote:
        return 3;
    case Kind::Initiative:
        return 4;
    case Kind::Indicator:
        return 5;
    }
    return 5;
}

std::optional<ElementId> ElementId::fromString(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    const auto kind = kindFromName(text.left(std::max<qsizetype>(colon, 0)));
    const QStringView rest = text.mid(colon + 1);
    if (!kind || rest.size() != 36)
        return {};
    const QUuid uuid = QUuid::fromString(rest);
    if (uuid.isNull() || uuid.toString(QUuid::WithoutBraces) != rest)
        return {};
    return ElementId{*kind, uuid};
}

QString ElementId::toString() const
{
    return kindName(kind) + u':' + uuidString();
}

void ElementId::writeUuid(char *to) const
{
    static constexpr char kHex[] = "0123456789abcdef";
    const auto put = [&to](quint32 number, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
            *to++ = kHex[(number >> shift) & 15];
    };
    put(uuid.data1, 8);
    *to++ = '-';
    put(uuid.data2, 4);
    *to++ = '-';
    put(uuid.data3, 4);
    *to++ = '-';
    for (size_t i = 0; i < sizeof uuid.data4; ++i) {
        put(uuid.data4[i], 2);
        if (i == 1)
            *to++ = '-';
    }
}

void ElementId::appendTo(QByteArray &out) const
{
    const QLatin1StringView word = kindWord(kind);
    out.append(word.data(), word.size());
    out += ':';
    const qsizetype at = out.size();
    out.resize(at + kUuidSize);
    writeUuid(out.data() + at);
}

std::strong_ordering operator<=>(const ElementId &a, const ElementId &b)
{
    if (a.kind != b.kind) // no name is the beginning of another, so names alone decide
        return kNames.at(static_cast<size_t>(a.kind)) < kNames.at(static_cast<size_t>(b.kind))
            ? std::strong_ordering::less
            : std::strong_ordering::greater;
    // The bytes of RFC 4122 in their order, without making them.
    const QUuid &u = a.uuid;
    const QUuid &v = b.uuid;
    if (const auto order = std::tie(u.data1, u.data2, u.data3) <=> std::tie(v.data1, v.data2, v.data3); order != 0)
        return order;
    return std::memcmp(u.data4, v.data4, sizeof u.data4) <=> 0;
}

} // namespace mezasu
