// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/field.h"

#include <QMutex>
#include <QSet>
#include <algorithm>
#include <array>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1StringView kDirectionWords[] = {
    "increase"_L1, "decrease"_L1, "maintain_min"_L1, "maintain_max"_L1, "maintain_range"_L1, "none"_L1};
constexpr QLatin1StringView kIndicatorKindWords[] = {"level"_L1, "yearly_count"_L1, "cumulative"_L1, "survey_share"_L1,
    "enps"_L1, "financial"_L1, "milestone"_L1, "reference"_L1};
constexpr QLatin1StringView kRoleWords[] = {"baseline"_L1, "target"_L1, "actual"_L1};
constexpr QLatin1StringView kStatusWords[] = {"estimate"_L1, "preliminary"_L1, "final"_L1};
constexpr QLatin1StringView kMissingWords[] = {"not_surveyed"_L1, "unavailable"_L1, "suppressed"_L1};
constexpr QLatin1StringView kStateWords[] = {"rough"_L1, "draft"_L1, "revised"_L1, "final"_L1};
constexpr QLatin1StringView kYearStyleWords[] = {
    "western"_L1, "japanese"_L1, "japanese_western"_L1, "western_japanese"_L1};

constexpr FieldInfo kState{"state"_L1, FieldType::Listed, true, kStateWords};
constexpr FieldInfo kMemo{"memo"_L1, FieldType::Text};

constexpr FieldInfo kPlanFields[] = {{"title"_L1, FieldType::Text}, {"municipality"_L1, FieldType::Text},
    {"municipality_code"_L1, FieldType::Text}, {"division"_L1, FieldType::Text}, {"first_year"_L1, FieldType::Number},
    {"last_year"_L1, FieldType::Number}, {"year_style"_L1, FieldType::Listed, false, kYearStyleWords},
    {"level_names"_L1, FieldType::Text, true}, {"headings"_L1, FieldType::Text, true},
    {"papers"_L1, FieldType::Text, true}, {"limits"_L1, FieldType::Number, true}, kState};
constexpr FieldInfo kPolicyFields[] = {
    {"number"_L1, FieldType::Text}, {"title"_L1, FieldType::Text}, {"description"_L1, FieldType::Text}, kMemo, kState};
constexpr FieldInfo kGoalFields[] = {kMemo, kState};
constexpr FieldInfo kMarkedTextFields[] = {{"mark"_L1, FieldType::Text}, {"text"_L1, FieldType::Text}, kState};
constexpr FieldInfo kIndicatorFields[] = {{"mark"_L1, FieldType::Text}, {"name"_L1, FieldType::Text},
    {"unit"_L1, FieldType::Text}, {"decimals"_L1, FieldType::Number},
    {"direction"_L1, FieldType::Listed, false, kDirectionWords},
    {"kind"_L1, FieldType::Listed, false, kIndicatorKindWords}, {"definition"_L1, FieldType::Text},
    {"source"_L1, FieldType::Text}, {"department"_L1, FieldType::Reference}, {"values"_L1, FieldType::Entry, true},
    kMemo, kState};
constexpr FieldInfo kReformItemFields[] = {{"code"_L1, FieldType::Text}, {"title"_L1, FieldType::Text},
    {"description"_L1, FieldType::Text}, {"department"_L1, FieldType::Reference},
    {"departments"_L1, FieldType::Flag, true}, kMemo, kState};
constexpr FieldInfo kInitiativeFields[] = {{"code"_L1, FieldType::Text}, {"title"_L1, FieldType::Text},
    {"description"_L1, FieldType::Text}, {"department"_L1, FieldType::Reference},
    {"departments"_L1, FieldType::Flag, true}, {"schedule"_L1, FieldType::Text, true}, kMemo, kState};
constexpr FieldInfo kDepartmentFields[] = {{"name"_L1, FieldType::Text}, {"short_name"_L1, FieldType::Text}};
constexpr FieldInfo kEditionFields[] = {{"name"_L1, FieldType::Text}, {"heads"_L1, FieldType::Structure}};

bool isYear(QStringView text)
{
    bool ok = false;
    const int year = text.toInt(&ok);
    return ok && year >= 1800 && year <= 2999 && QString::number(year) == text;
}

bool isColumnName(QStringView text)
{
    return !text.isEmpty() && text.size() <= 60 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.';
    });
}

bool isKeyFor(const FieldInfo &info, const QList<QStringView> &parts)
{
    if (info.name == "values"_L1)
        return parts.size() == 3 && isYear(parts.at(1)) && isListed(kRoleWords, parts.at(2));
    if (info.name == "schedule"_L1)
        return parts.size() == 3 && isYear(parts.at(1)) && (parts.at(2) == "planned"_L1 || parts.at(2) == "actual"_L1);
    if (info.name == "state"_L1 || info.name == "limits"_L1)
        return parts.size() == 3 && kindFromName(parts.at(1)) && isColumnName(parts.at(2));
    if (info.name == "level_names"_L1)
        return parts.size() == 2 && kindFromName(parts.at(1));
    if (info.name == "headings"_L1 || info.name == "papers"_L1)
        return parts.size() == 2 && isColumnName(parts.at(1));
    if (info.name == "departments"_L1)
        return parts.size() == 2 && ElementId::fromString(QString("department:"_L1 + parts.at(1))).has_value();
    return false;
}
} // namespace

namespace field {
const std::span<const QLatin1StringView> kDirections = kDirectionWords, kIndicatorKinds = kIndicatorKindWords,
                                         kRoles = kRoleWords, kStatuses = kStatusWords, kMissing = kMissingWords,
                                         kStates = kStateWords, kYearStyles = kYearStyleWords;

QString values(int year, QStringView role)
{
    return internFieldName(QString("values/"_L1 + QString::number(year) + u'/' + role));
}

QString schedule(int year, QStringView line)
{
    return internFieldName(QString("schedule/"_L1 + QString::number(year) + u'/' + line));
}

QString state(Kind kind, QStringView fieldName)
{
    return internFieldName(QString("state/"_L1 + kindName(kind) + u'/' + fieldName));
}

QString limit(Kind kind, QStringView fieldName)
{
    return internFieldName(QString("limits/"_L1 + kindName(kind) + u'/' + fieldName));
}

QString levelName(Kind kind)
{
    return internFieldName(QString("level_names/"_L1 + kindName(kind)));
}

QString heading(QStringView column)
{
    return internFieldName(QString("headings/"_L1 + column));
}

QString jointDepartment(const QUuid &department)
{
    return internFieldName(QString("departments/"_L1 + department.toString(QUuid::WithoutBraces)));
}

bool isInternal(QStringView fullName)
{
    return fullName == kMemo.name;
}

QList<QStringView> parts(QStringView fullName)
{
    return fullName.split(u'/');
}
} // namespace field

std::span<const FieldInfo> fieldsOf(Kind kind)
{
    switch (kind) {
    case Kind::Plan:
        return kPlanFields;
    case Kind::Policy:
        return kPolicyFields;
    case Kind::Goal:
        return kGoalFields;
    case Kind::Statement:
    case Kind::Issue:
    case Kind::Footnote:
        return kMarkedTextFields;
    case Kind::Indicator:
        return kIndicatorFields;
    case Kind::ReformItem:
        return kReformItemFields;
    case Kind::Initiative:
        return kInitiativeFields;
    case Kind::Department:
        return kDepartmentFields;
    case Kind::Edition:
        return kEditionFields;
    }
    return {};
}

const FieldInfo *fieldInfo(Kind kind, QStringView fullName)
{
    const bool keyed = fullName.contains(u'/');
    const QStringView name = keyed ? fullName.left(fullName.indexOf(u'/')) : fullName;
    for (const FieldInfo &info : fieldsOf(kind)) {
        if (info.keyed == keyed && info.name == name)
            return !keyed || isKeyFor(info, field::parts(fullName)) ? &info : nullptr;
    }
    return nullptr;
}

bool accepts(const FieldInfo &info, const Value &value)
{
    if (value.isNull())
        return true;
    switch (info.type) {
    case FieldType::Text:
        return value.isText() && value.text().isValidUtf16(); // half a character would not come out as it went in
    case FieldType::Number:
        return value.number().has_value() && *value.number() >= 0 && *value.number() <= 9999;
    case FieldType::Listed:
        return value.isText() && isListed(info.list, value.text());
    case FieldType::Reference:
        return value.isText() && ElementId::fromString(QString("department:"_L1 + value.text())).has_value();
    case FieldType::Flag:
        return value.boolean() == true;
    case FieldType::Entry:
        return value.entry() != nullptr && value.entry()->note.isValidUtf16();
    case FieldType::Structure:
        return value.structure().has_value();
    }
    return false;
}

bool fits(Kind kind, QStringView fullName, const Value &value)
{
    const FieldInfo *info = fieldInfo(kind, fullName);
    return !info || value.isErased() || accepts(*info, value);
}

bool isListed(std::span<const QLatin1StringView> list, QStringView word)
{
    return std::any_of(list.begin(), list.end(), [word](QLatin1StringView w) { return word == w; });
}

QString internFieldName(QStringView name)
{
    static QMutex mutex;
    static QSet<QString> names;
    const QMutexLocker lock(&mutex);
    const QString key = QString::fromRawData(name.data(), name.size());
    if (const auto it = names.constFind(key); it != names.constEnd())
        return *it;
    return *names.insert(QString(name.data(), name.size()));
}

namespace {
bool nameLess(const FieldMap::Item &item, QStringView name)
{
    return QStringView(item.first) < name;
}
} // namespace

const Value *FieldMap::find(QStringView name) const
{
    const auto it = std::lower_bound(m_items.cbegin(), m_items.cend(), name, nameLess);
    return it != m_items.cend() && it->first == name ? &it->second : nullptr;
}

template <typename Name, typename Shared>
void FieldMap::put(const Name &name, Value value, Shared shared)
{
    const auto it = std::lower_bound(m_items.cbegin(), m_items.cend(), name, nameLess);
    const qsizetype at = it - m_items.cbegin();
    const bool there = it != m_items.cend() && it->first == name;
    if (value.isNull()) {
        if (there)
            m_items.removeAt(at);
    } else if (there) {
        m_items[at].second = std::move(value);
    } else {
        m_items.emplace(at, shared(name), std::move(value));
    }
}

void FieldMap::set(QStringView name, Value value)
{
    put(name, std::move(value), internFieldName);
}

void FieldMap::setInterned(const QString &name, Value value)
{
    put(name, std::move(value), [](const QString &shared) { return shared; });
}

FieldMap FieldMap::fromSorted(QList<Item> items)
{
    FieldMap map;
    map.m_items = std::move(items);
    return map;
}

} // namespace mezasu
