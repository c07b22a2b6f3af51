// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/paperoptions.h"

#include <QDialog>
#include <QList>

class QComboBox;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace mezasu::ui {

/// What of a plan a paper can show.
struct PaperChoices
{
    struct Column
    {
        QString name; ///< as PaperOptions::columns has it
        QString heading;
    };
    struct Branch
    {
        QString name; ///< as PaperOptions::branches has it
        QString title;
        int level = 0; ///< 0: at the top
    };
    QList<Column> columns; ///< empty: they cannot be chosen
    QList<Branch> branches;
};

/// Asks for what is seldom changed about a paper: its title, how it is handled, the size of the text, which columns and
/// which branches of the plan it shows.
class PaperDetailsDialog : public QDialog
{
    Q_OBJECT

public:
    PaperDetailsDialog(const report::PaperOptions &options, const PaperChoices &choices, QWidget *parent = nullptr);

    /// The given options with what was chosen here.
    report::PaperOptions options() const;

private:
    QListWidget *makeList(const QString &name, const QString &spoken);
    void followBranch(QListWidgetItem *changed);
    void followChecks();
    QStringList checked(const QListWidget *list) const;

    report::PaperOptions m_options;
    PaperChoices m_choices;
    QLineEdit *m_title;
    QLineEdit *m_note;
    QComboBox *m_size;
    QListWidget *m_columns = nullptr;
    QListWidget *m_branches = nullptr;
    QPushButton *m_take = nullptr;
};

} // namespace mezasu::ui
