// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sqlconnection.h"

#include <functional>
#include <span>

namespace mezasu::schema {

/// "MEZA": in the header of every plan file.
inline constexpr quint32 kApplicationId = 0x4d455a41;

/// The statements of one step of the schema.
using Step = QStringList;

/// All steps, oldest first; the version of a file is how many of them it has walked. Append only: a step that has shipped is
/// never edited, not even a comma. New files walk them all.
const QList<Step> &steps();
int newestVersion();

/// Walks the steps that the file lacks, each in a transaction of its own. Foreign keys must still be off.
/// \param beforeStep called with the version that the file has; an error stops here and leaves the file as it is
Result<> migrate(
    SqlConnection &connection, const QList<Step> &steps, const std::function<Result<>(int version)> &beforeStep = {});

/// Whether the file's schema is, word for word, what the steps up to its version make. Anything else (a trigger, a view, a
/// table more, another type) is Damaged, and names the first difference.
Result<> compare(SqlConnection &connection, const QList<Step> &steps, int version);

} // namespace mezasu::schema
