// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/element.h"
#include "core/plan/value.h"

#include <QList>
#include <QString>
#include <span>
#include <utility>

namespace mezasu {

/// What a field may hold. Names and meanings are in records for ever.
enum class FieldType {
    Text,      ///< typed text
    Number,    ///< a whole number: a year, a count of decimals
    Listed,    ///< one word of a fixed list
    Reference, ///< the UUID of a department
    Flag,      ///< true, or null: membership in a set (joint departments)
    Entry,     ///< an IndicatorValue
    Structure, ///< an array: the heads of an edition
};

struct FieldInfo
{
    QLatin1StringView name; ///< "title"; for keyed fields the part before the first '/'
    FieldType type;
    bool keyed = false;                           ///< "values/2022/actual": one entry per key
    std::span<const QLatin1StringView> list = {}; ///< for Listed
};

/// The fields of a kind, in the order in which they are shown and exported.
std::span<const FieldInfo> fieldsOf(Kind kind);
/// The description of a field by its full name ("values/2022/actual" included); null when this kind has none such,
/// or when the key is malformed.
const FieldInfo *fieldInfo(Kind kind, QStringView fullName);
/// Whether this value may stand in this field.
bool accepts(const FieldInfo &info, const Value &value);
/// Whether this value may be shown in a field of this kind: accepts(), or erased. A field that is not known is of a newer
/// program and may hold anything.
bool fits(Kind kind, QStringView fullName, const Value &value);
bool isListed(std::span<const QLatin1StringView> list, QStringView word);

/// The same text with shared data: names of fields are few and repeated a hundred thousand times. Thread-safe.
QString internFieldName(QStringView name);

namespace field {
QString values(int year, QStringView role);       ///< "values/2022/actual"
QString schedule(int year, QStringView line);     ///< "schedule/2022/planned"
QString state(Kind kind, QStringView fieldName);  ///< "state/goal/statements"
QString limit(Kind kind, QStringView fieldName);  ///< "limits/issue/text": characters that a text may have
QString levelName(Kind kind);                     ///< "level_names/goal"
QString heading(QStringView column);              ///< "headings/goal.statements": a heading as it was read
QString jointDepartment(const QUuid &department); ///< "departments/UUID"

/// Whether a field is for those who write the plan, and goes neither on paper nor into tables: the memo.
bool isInternal(QStringView fullName);

/// The parts of a keyed name: {"values", "2022", "actual"}.
QList<QStringView> parts(QStringView fullName);

extern const std::span<const QLatin1StringView> kDirections, kIndicatorKinds, kRoles, kStatuses, kMissing, kStates,
    kYearStyles;
} // namespace field

/// The fields of one element that have a value, sorted by name.
class FieldMap
{
public:
    using Item = std::pair<QString, Value>;
    const Value *find(QStringView name) const;
    /// Null removes the entry: unknown and absent are the same.
    void set(QStringView name, Value value);
    /// The same for a name that internFieldName() gave, which is then not looked up again.
    void setInterned(const QString &name, Value value);
    /// Of items sorted by name, no name twice, no value null, names as internFieldName() gives them.
    static FieldMap fromSorted(QList<Item> items);
    bool isEmpty() const { return m_items.isEmpty(); }
    void reserve(qsizetype fields) { m_items.reserve(fields); }
    qsizetype size() const { return m_items.size(); }
    auto begin() const { return m_items.cbegin(); }
    auto end() const { return m_items.cend(); }
    bool operator==(const FieldMap &) const = default;

private:
    template <typename Name, typename Shared>
    void put(const Name &name, Value value, Shared shared);
    QList<Item> m_items; // shared: the same fields stand in steps, elements and drafts
};

} // namespace mezasu
