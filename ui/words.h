// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QCoreApplication>

namespace mezasu::ui::words {

/// What a level is called: by the plan, else by the usual word.
QString levelName(const Plan &plan, Kind kind);
/// What stands where an element has no title yet.
QString untitled(const Plan &plan, Kind kind);
/// How a field is called on the page ("説明").
QString fieldName(Kind kind, QStringView field);
/// What a field of a kind is, without an element at hand: 「基本方針の名称」; lists of a goal by their level: 「指標」.
QString columnName(const Plan &plan, Kind kind, QStringView field);
/// A word of a fixed list ("増加"); the word itself when it is of a newer version.
QString listed(QStringView field, QStringView word);

/// What a kind of paper is called.
QString reportKind(QLatin1StringView name);

/// What undo or redo would do, for a menu: 「1-2」の説明を変更.
QString step(const Step &step, const Plan &plan);
/// What went wrong, for a user.
QString error(const Error &error);
/// How saving stands: 保存済み.
QString saveState(const PlanDocument &document);

/// The beginning of a text, on one line, with ….
QString shortened(const QString &text, qsizetype length);
/// 416 KB, 3.2 MB: short, as file managers write it.
QString fileSize(qint64 bytes);
/// A day and time as people write it here: 2026/11/29 10:04, in English 2026-11-29 10:04.
QString dayAndTime(const QDateTime &when);
/// The same without the time.
QString day(const QDate &when);

} // namespace mezasu::ui::words
