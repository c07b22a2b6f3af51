// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace mezasu::ui {

class ChangeTree;

/// The dated copies of a plan: looked at beside it, or gone back to, once it was seen what that would change.
class BackupsDialog : public QDialog
{
    Q_OBJECT

public:
    BackupsDialog(Services *services, PlanDocument *document, const BackupList &backups, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(const QString &path); ///< for reading
    void restored(const QString &when);

private:
    const BackupFile *current() const;
    void compare();
    void restore();

    Services *m_services;
    PlanDocument *m_document;
    BackupList m_backups;
    Restoring m_restoring;
    QTreeWidget *m_list;
    QLabel *m_summary;
    ChangeTree *m_changes;
    QPushButton *m_open, *m_compare, *m_restore;
};

} // namespace mezasu::ui
