// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/columnrole.h"
#include "core/exchange/table/matching.h"
#include "core/plan/result.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace mezasu::exchange {

/// What a person chooses about a table that is read; part of what the ChangeSet is made from.
struct ImportChoices
{
    QString encoding; ///< by name; empty: found out
    QString sheet;    ///< by name; empty: the one that looks most like a table
    ColumnMapping mapping;
    MatchMode match = MatchMode::Text;
    QHash<QString, ElementId> corrected; ///< by key of a row (ImportPreview::keys); null: it is new
    bool removeMissing = false;          ///< remove what the table does not have
    bool clearEmpty = false;             ///< empty what is blank in the table

    /// {"clear_empty","columns":[…],"corrected":{KEY: ID|null},"encoding","heading_row","match","remove_missing","sheet"};
    /// the same choices give the same JSON.
    QJsonObject toJson() const;
    /// Absent keys keep their defaults. InvalidInput with the key as subject.
    static Result<ImportChoices> fromJson(const QJsonObject &json);
};

} // namespace mezasu::exchange
