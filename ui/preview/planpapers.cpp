// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/planpapers.h"

#include "core/report/planwords.h"
#include "core/report/reportkinds.h"
#include "core/report/tablereport.h"
#include "ui/words.h"

#include <QDateTime>
#include <QLocale>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
/// The time as a PDF says it.
QByteArray timeForPdf()
{
    const QDateTime now = QDateTime::currentDateTime();
    return now.toOffsetFromUtc(now.offsetFromUtc()).toString(Qt::ISODate).toUtf8();
}

/// What a paper may be confined to: policies, and the items below them.
PaperChoices branchesOf(const Plan &plan)
{
    PaperChoices choices;
    for (const ElementId &id : plan.preorder()) {
        if (id.kind == Kind::Policy || id.kind == Kind::ReformItem)
            choices.branches.append({id.toString(), report::nameOf(plan, id), id.kind == Kind::Policy ? 0 : 1});
    }
    return choices;
}

QList<PaperChoices::Column> columnsOf(const Plan &plan)
{
    QList<PaperChoices::Column> columns;
    for (const QString &name : report::tableColumnNames())
        columns.append({name, report::tableColumnHeading(plan, name)});
    return columns;
}
} // namespace

std::vector<PreviewDialog::Kind> planPapers(const Plan &plan, const KeepPaper &keep)
{
    const QByteArray time = timeForPdf();
    std::vector<PreviewDialog::Kind> kinds;
    PaperChoices choices = branchesOf(plan);
    for (const report::ReportKind &kind : report::reportKinds()) {
        choices.columns = kind.hasColumns ? columnsOf(plan) : QList<PaperChoices::Column>();
        std::function<void(const report::PaperOptions &)> keepThis;
        if (keep)
            keepThis = [keep, &kind](const report::PaperOptions &options) { keep(kind, options); };
        kinds.push_back({words::reportKind(kind.name), kind.optionsOf(plan),
            [plan, time, &kind](const report::PaperOptions &options) {
                const report::Document document = kind.make(plan, options);
                return PreviewDialog::Paper{
                    document, kind.setup(options), report::reportMetadata(plan, document, time)};
            },
            choices, keepThis});
    }
    return kinds;
}

report::PaperOptions uprightPaper()
{
    report::PaperOptions options;
    options.paper = report::PaperSize::A4Portrait;
    options.typeface = report::Typeface::Gothic;
    return options;
}

report::PageSetup listSetup(const report::PaperOptions &options)
{
    report::PageSetup setup = report::PageSetup::forPaper(options.paper, options.typeface);
    setup.sizePt = options.sizePt.value_or(setup.sizePt);
    return setup;
}

report::PdfMetadata listMetadata(const report::Document &document)
{
    report::PdfMetadata out;
    out.title = document.title;
    out.creator = u"Mezasu"_s;
    out.language = QLocale().language() == QLocale::English ? "en" : "ja-JP";
    out.date = timeForPdf();
    return out;
}

} // namespace mezasu::ui
