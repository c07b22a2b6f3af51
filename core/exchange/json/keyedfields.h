// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/field.h"
#include "core/plan/result.h"

#include <QJsonObject>

namespace mezasu::exchange {

/// Keyed entries as JSON has them: lists and objects instead of one field per key.

/// [{"year","role","value","status","missing","note"}…] in order of year, then baseline, target, actual.
QJsonArray valuesToJson(const FieldMap &fields);
/// [{"year","planned","actual"}…] in order of year.
QJsonArray scheduleToJson(const FieldMap &fields);
/// {"policy":"…"|null, …} for every kind that has a level of its own.
QJsonObject levelNamesToJson(const FieldMap &fields);

/// [{"kind","field","characters"}…] in order of kind and field.
QJsonArray limitsToJson(const FieldMap &fields);

/// One JSON value that stands for one field or for a set of keyed ones, as single fields.
/// For a set, every field of the set that is in \p current and not in the JSON is emptied.
/// \param json  a value for a field of this kind under \p name ("title", "values", "values/2022/actual", "schedule/2022" …)
/// \return InvalidInput with a detail, NotFound for a field that this kind does not have
Result<QList<FieldMap::Item>> fieldsFromJson(
    Kind kind, const QString &name, const QJsonValue &json, const FieldMap &current = {});

} // namespace mezasu::exchange
