// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportkinds.h"

#include "core/report/indicatorreport.h"
#include "core/report/tablereport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mezasu::report {

namespace {
PaperOptions onPaper(PaperSize paper)
{
    PaperOptions options;
    options.paper = paper;
    return options;
}
} // namespace

PageSetup ReportKind::setup(const PaperOptions &options) const
{
    PageSetup out = PageSetup::forPaper(options.paper, options.typeface);
    if (sizePt > 0)
        out.sizePt = sizePt;
    if (options.sizePt)
        out.sizePt = *options.sizePt;
    return out;
}

QString ReportKind::field() const
{
    return internFieldName(QString("papers/"_L1 + name));
}

PaperOptions ReportKind::optionsOf(const Plan &plan) const
{
    PaperOptions options = usual;
    for (const QString &pair : plan.text(plan.root(), field()).split(u'\n', Qt::SkipEmptyParts)) {
        if (auto with = PaperOptions::fromPairs({pair}, options))
            options = std::move(with).value();
    }
    return options;
}

QString ReportKind::keptText(const PaperOptions &options) const
{
    return options.toPairs(usual).join(u'\n');
}

std::span<const ReportKind> reportKinds()
{
    static const ReportKind kinds[] = {
        {"table"_L1, onPaper(PaperSize::A3Landscape), 0, true, tableReport},
        {"indicators"_L1, onPaper(PaperSize::A4Portrait), 10.5, false, indicatorReport},
    };
    return kinds;
}

const ReportKind *reportKind(QStringView name)
{
    const auto kinds = reportKinds();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [name](const ReportKind &k) { return k.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace mezasu::report
