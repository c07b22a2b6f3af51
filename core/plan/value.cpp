// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/value.h"

#include "core/plan/field.h"

#include <QJsonObject>
#include <cmath>

namespace mezasu {

using namespace Qt::StringLiterals;

std::optional<qint64> Value::number() const
{
    if (const auto *n = std::get_if<qint64>(&m_data))
        return *n;
    return {};
}

std::optional<bool> Value::boolean() const
{
    if (const auto *b = std::get_if<bool>(&m_data))
        return *b;
    return {};
}

std::optional<QJsonValue> Value::structure() const
{
    if (const auto *s = std::get_if<QJsonValue>(&m_data))
        return *s;
    return {};
}

namespace {
QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

std::optional<IndicatorValue> entryFromJson(const QJsonObject &object)
{
    IndicatorValue entry;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it->isNull())
            continue;
        if (!it->isString())
            return {};
        const QString text = it->toString();
        if (it.key() == "value"_L1) {
            entry.value = Decimal::fromCanonical(text);
            if (!entry.value)
                return {};
        } else if (it.key() == "status"_L1) {
            if (!isListed(field::kStatuses, text))
                return {};
            entry.status = text;
        } else if (it.key() == "missing"_L1) {
            if (!isListed(field::kMissing, text))
                return {};
            entry.missing = text;
        } else if (it.key() == "note"_L1) {
            entry.note = text;
        } else {
            return {};
        }
    }
    return entry;
}
} // namespace

QJsonValue Value::toJson() const
{
    if (isNull() || isErased())
        return QJsonValue::Null;
    if (const auto b = boolean())
        return *b;
    if (const auto n = number())
        return *n;
    if (const auto *e = entry()) {
        return QJsonObject{{u"value"_s, e->value ? QJsonValue(e->value->toString()) : QJsonValue()},
            {u"status"_s, orNull(e->status)}, {u"missing"_s, orNull(e->missing)}, {u"note"_s, orNull(e->note)}};
    }
    if (const auto s = structure())
        return *s;
    return text();
}

std::optional<Value> Value::fromJson(const QJsonValue &json, bool entry)
{
    switch (json.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return Value();
    case QJsonValue::Bool:
        return Value::fromBool(json.toBool());
    case QJsonValue::Double: {
        const double number = json.toDouble();
        if (std::floor(number) != number || std::abs(number) > 9007199254740992.0)
            return {};
        return Value(json.toInteger());
    }
    case QJsonValue::String:
        return Value(json.toString());
    case QJsonValue::Object:
        if (entry) {
            if (auto value = entryFromJson(json.toObject()))
                return Value(*std::move(value));
            return {};
        }
        return Value::fromStructure(json);
    case QJsonValue::Array:
        return Value::fromStructure(json);
    }
    return {};
}

} // namespace mezasu
