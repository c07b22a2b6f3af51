// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/history.h"
#include "core/document/plandocument.h"
#include "core/store/copies.h"

namespace mezasu::ui::words {

/// What was done: 「1-2」の説明を変更, 「1-2」など3件を追加.
QString change(const HistoryEntry &entry, const Plan &plan);
/// Who, when and why, on one line.
QString circumstances(const HistoryEntry &entry);
/// Who and when.
QString who(const Origin &origin);
QString author(const Origin &origin);
/// A recorded name as it is shown: 名前なし where there is none.
QString authorName(const QString &name);
/// A time as the system writes it; what is no time as it stands.
QString time(const QString &iso);

/// 「1-2」の説明. \param called as calledOf(); empty: as the plan calls it
QString thing(const Thing &thing, const QString &called, const Plan &plan);
/// A value of a thing as a reader expects it; empty where there is none.
QString value(const Thing &thing, const Value &value, const Plan &plan);
/// Old and new as one text in HTML: what went is struck through, what came is underlined; both also differ in colour.
QString differenceHtml(const QString &before, const QString &after);
/// The same of what is no running text, such as numbers: old → new.
QString replacementHtml(const QString &before, const QString &after);

/// What could not be taken back; empty where everything could.
QString left(const PlanDocument::Left &left, PlanDocument &document);
/// What taking over copies came to, one sentence a line.
QString taken(const Union &came, qsizetype copies);
/// Why a copy was refused.
QString copyRefused(const Error &error, const QString &path);

} // namespace mezasu::ui::words
