// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"

#include <QKeySequence>
#include <QList>
#include <QString>

class QMenuBar;

namespace mezasu::ui {

/// The keys of one menu.
struct KeyGroup
{
    struct Row
    {
        QString keys, text;
    };
    QString title;
    QList<Row> rows;
};

/// A key as it stands on the keyboard: "Alt+↑", "Enter".
QString keyName(const QKeySequence &key);

/// What every menu offers, with its keys; read from the actions themselves, so that it cannot be out of date. Entries
/// without a key are reached by the menu's own. Then the keys that stand in no menu.
QList<KeyGroup> keyGroups(const QMenuBar *menus);

/// The same as a paper.
report::Document keyListDocument(const QList<KeyGroup> &groups, const QString &title);

} // namespace mezasu::ui
