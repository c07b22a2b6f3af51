// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/document.h"

#include <QStringList>

namespace mezasu::ui {

/// A table of plain texts, with its columns' names repeated on every page.
struct ListTable
{
    QString title; ///< also what the table is, for those who hear it
    QStringList headings;
    std::vector<report::TableColumn> columns; ///< as many as there are headings
    QList<QStringList> rows;                  ///< line breaks divide a cell into paragraphs
};
report::Table tableOf(const ListTable &list);

/// A list that stands on the screen, as a paper. \param remarks below the title, each a paragraph: of which plan, when, how many
report::Document listPaper(const ListTable &list, const QStringList &remarks);
/// Of which plan it is and when it was made, as the first of the remarks.
QString planAndDay(const QString &planTitle);

} // namespace mezasu::ui
