// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/actionicons.h"

#include "ui/look/icons.h"

#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
/// Commands that are known by their icon elsewhere too; the others have none, rather than one that says nothing.
constexpr std::pair<QLatin1StringView, QLatin1StringView> kIcons[] = {
    {"newAction"_L1, "document-new"_L1},
    {"openAction"_L1, "document-open"_L1},
    {"sampleAction"_L1, "view-preview"_L1},
    {"importAction"_L1, "document-import"_L1},
    {"importClipboardAction"_L1, "edit-paste"_L1},
    {"mergeAction"_L1, "merge"_L1},
    {"packAction"_L1, "document-send"_L1},
    {"exportAction"_L1, "document-export"_L1},
    {"printAction"_L1, "document-print"_L1},
    {"saveAction"_L1, "document-save"_L1},
    {"saveCopyAction"_L1, "document-save-as"_L1},
    {"backupsAction"_L1, "backup"_L1},
    {"settingsAction"_L1, "configure"_L1},
    {"quitAction"_L1, "application-exit"_L1},
    {"undoAction"_L1, "edit-undo"_L1},
    {"redoAction"_L1, "edit-redo"_L1},
    {"cutAction"_L1, "edit-cut"_L1},
    {"copyAction"_L1, "edit-copy"_L1},
    {"pasteAction"_L1, "edit-paste"_L1},
    {"selectAllAction"_L1, "edit-select-all"_L1},
    {"findAction"_L1, "edit-find"_L1},
    {"findNextAction"_L1, "go-down-search"_L1},
    {"findPreviousAction"_L1, "go-up-search"_L1},
    {"addPolicyAction"_L1, "list-add"_L1},
    {"addItemAction"_L1, "list-add"_L1},
    {"addInitiativeAction"_L1, "list-add"_L1},
    {"renameAction"_L1, "edit-rename"_L1},
    {"moveUpAction"_L1, "go-up"_L1},
    {"moveDownAction"_L1, "go-down"_L1},
    {"renumberAction"_L1, "format-list-ordered"_L1},
    {"removeAction"_L1, "trash-empty"_L1},
    {"rowAddAction"_L1, "list-add"_L1},
    {"rowUpAction"_L1, "go-up"_L1},
    {"rowDownAction"_L1, "go-down"_L1},
    {"rowRemoveAction"_L1, "trash-empty"_L1},
    {"goTreeAction"_L1, "view-list-tree"_L1},
    {"goPageAction"_L1, "document-edit"_L1},
    {"planSettingsAction"_L1, "document-properties"_L1},
    {"overviewAction"_L1, "view-statistics"_L1},
    {"fieldHistoryAction"_L1, "view-history"_L1},
    {"nextConflictAction"_L1, "vcs-diff"_L1},
    {"keysAction"_L1, "input-keyboard"_L1},
    {"aboutAction"_L1, "help-about"_L1},
};
} // namespace

QIcon iconOfAction(const QString &name)
{
    const auto *found =
        std::find_if(std::begin(kIcons), std::end(kIcons), [&name](const auto &one) { return one.first == name; });
    return found == std::end(kIcons) ? QIcon() : icon(QString(found->second));
}

} // namespace mezasu::ui
