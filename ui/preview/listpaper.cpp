// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/listpaper.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace mezasu::ui {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ListPaper)
};

report::TableRow rowOf(const QStringList &texts, bool isHeading)
{
    report::TableRow out;
    for (const QString &text : texts) {
        report::TableCell cell;
        cell.paragraphs.push_back({{}, text, isHeading ? report::Emphasis::Strong : report::Emphasis::Normal});
        cell.isHeader = isHeading;
        out.cells.push_back(std::move(cell));
    }
    return out;
}
} // namespace

report::Table tableOf(const ListTable &list)
{
    report::Table out;
    out.summary = list.title;
    out.columns = list.columns;
    out.headingRows.push_back(rowOf(list.headings, true));
    for (const QStringList &row : list.rows)
        out.rows.push_back(rowOf(row, false));
    return out;
}

report::Document listPaper(const ListTable &list, const QStringList &remarks)
{
    report::Document out;
    out.title = list.title;
    report::Section section;
    for (const QString &remark : remarks)
        section.blocks.emplace_back(report::Paragraph{{}, remark});
    if (!list.rows.isEmpty())
        section.blocks.emplace_back(tableOf(list));
    out.sections.push_back(std::move(section));
    return out;
}

QString planAndDay(const QString &planTitle)
{
    const QString day = words::day(QDate::currentDate());
    //: %1 the title of a plan, %2 a date
    return planTitle.isEmpty() ? Text::tr("%1現在").arg(day) : Text::tr("%1　%2現在").arg(planTitle, day);
}

} // namespace mezasu::ui
