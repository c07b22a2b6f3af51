// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/decimal.h"
#include "core/plan/shared.h"

#include <QJsonValue>
#include <QString>
#include <optional>
#include <variant>

namespace mezasu {

/// What is recorded of an indicator for one fiscal year in one role; one entry, compared as one value.
struct IndicatorValue
{
    std::optional<Decimal> value; ///< in the indicator's unit; nothing when not known
    QString status;               ///< "estimate", "preliminary", "final", or empty: unknown
    QString missing;              ///< "not_surveyed", "unavailable", "suppressed", or empty
    QString note;                 ///< free text, printed with the value
    bool noteErased = false;      ///< the note held something that was erased for good

    bool operator==(const IndicatorValue &) const = default;
};

/// A text that was erased for good; only its digest is left in the journal.
struct Erased
{
    bool operator==(const Erased &) const = default;
};

/// The value of one field of one element. Null means unknown; it is never 0 and never "".
class Value
{
public:
    Value() = default;  ///< null: unknown
    Value(QString text) // NOLINT(google-explicit-constructor)
        : m_data(std::move(text))
    {
    }
    Value(qint64 number) // NOLINT(google-explicit-constructor)
        : m_data(number)
    {
    }
    Value(int number) // NOLINT(google-explicit-constructor)
        : m_data(qint64(number))
    {
    }
    Value(IndicatorValue entry) // NOLINT(google-explicit-constructor)
        : m_data(Shared(std::move(entry)))
    {
    }
    static Value fromBool(bool b)
    {
        Value v;
        v.m_data = b;
        return v;
    }
    static Value erased()
    {
        Value v;
        v.m_data = Erased{};
        return v;
    }
    /// An array or object that belongs to a field of a newer program, or the heads of an edition.
    static Value fromStructure(QJsonValue structure)
    {
        Value v;
        v.m_data = std::move(structure);
        return v;
    }

    bool isNull() const { return std::holds_alternative<std::monostate>(m_data); }
    bool isErased() const { return std::holds_alternative<Erased>(m_data); }
    bool isText() const { return std::holds_alternative<QString>(m_data); }
    QString text() const { return isText() ? std::get<QString>(m_data) : QString(); }
    std::optional<qint64> number() const;
    std::optional<bool> boolean() const;
    const IndicatorValue *entry() const
    {
        const auto *shared = std::get_if<Shared<IndicatorValue>>(&m_data);
        return shared ? shared->get() : nullptr;
    }
    std::optional<QJsonValue> structure() const;

    bool operator==(const Value &other) const = default;

    /// As in `export --format json` and `apply`: text, number, bool, null, or the object of an entry. Erased is null.
    QJsonValue toJson() const;
    /// The other way round; nothing when the JSON cannot be a value (fractions, objects that are no entry for \p entry).
    static std::optional<Value> fromJson(const QJsonValue &json, bool entry = false);

private:
    std::variant<std::monostate, bool, qint64, QString, Shared<IndicatorValue>, Erased, QJsonValue> m_data;
};

} // namespace mezasu
