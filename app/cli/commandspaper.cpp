// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/openplan.h"
#include "app/cli/words.h"
#include "core/report/branches.h"
#include "core/report/chartfile.h"
#include "core/report/paperwriter.h"
#include "core/report/plantrend.h"
#include "core/report/reportkinds.h"
#include "core/report/tablereport.h"

#include <QJsonObject>

namespace mezasu::cli {

using namespace Qt::StringLiterals;

namespace {

Sentence wordsOf(const report::PaperFinding &finding)
{
    const QString size = QString::number(finding.size, 'f', 1);
    switch (finding.code) {
    case report::PaperFinding::Code::SmallText:
        return {u"文字が %1 ポイントです。A4 では 10.5 ポイント以上をお勧めします。"_s.arg(size),
            u"The text is set in %1 points; 10.5 or more are advised on A4."_s.arg(size)};
    case report::PaperFinding::Code::SmallReduced:
        return {u"A4 に縮小コピーすると文字が %1 ポイントになります。8 ポイント以上をお勧めします。"_s.arg(size),
            u"Copied down to A4 the text is %1 points high; 8 or more are advised."_s.arg(size)};
    case report::PaperFinding::Code::NarrowColumn:
        break;
    }
    return {u"%1 ページに、1 行に %2 文字ほどしか入らない列があります。用紙を大きくするか、列を減らしてください。"_s
                .arg(finding.page + 1)
                .arg(finding.size),
        u"Page %1 has a column of only about %2 characters to a line; take larger paper or fewer columns."_s
            .arg(finding.page + 1)
            .arg(finding.size)};
}

} // namespace

int runReport(Context &context)
{
    const Arguments &a = context.arguments();
    const QString output = a.value("--output");
    if (a.positional().size() != 1 || output.isEmpty() || !a.has("--kind"))
        return context.usage(
            {u"使い方: mezasu-cli report 計画.mezasu --kind table|indicators [--edition 版] [--set number=資料1-1 …] -o 資料.pdf"_s,
                u"usage: mezasu-cli report PLAN --kind table|indicators [--edition NAME] [--set number=1-1 …] -o FILE.pdf"_s});
    const report::ReportKind *kind = report::reportKind(a.value("--kind"));
    if (!kind) {
        QStringList names;
        for (const report::ReportKind &one : report::reportKinds())
            names.append(one.name);
        return context.usage(
            {u"帳票の種類「%1」はありません。使えるもの: %2"_s.arg(a.value("--kind"), names.join(u"、"_s)),
                u"There is no report kind %1. Known: %2"_s.arg(a.value("--kind"), names.join(u", "_s))});
    }
    if (const auto read = report::PaperOptions::fromPairs(a.values("--set"), kind->usual); !read)
        return context.usage({u"--set %1 は使えません。使えるもの: %2"_s.arg(read.error().subject, read.error().detail),
            u"--set %1 is not known. Known: %2"_s.arg(read.error().subject, read.error().detail)});
    const QString path = a.positional().first();
    auto plan = OpenPlan::open(path, OpenPlan::For::Reading, context);
    if (!plan)
        return context.fail(plan.error(), path);
    const auto state = plan.value().planOf(a.value("--edition"));
    if (!state)
        return context.fail(state.error(), path);

    // What is kept with the plan holds until something else is said.
    const auto options = report::PaperOptions::fromPairs(a.values("--set"), kind->optionsOf(state.value()));
    if (!options)
        return context.fail(options.error(), path);
    if (const auto branches = report::Branches::of(state.value(), options.value().branches); !branches)
        return context.usage({u"「%1」という基本方針や改革項目はありません。番号、名称または ID で指定してください。"_s
                                  .arg(branches.error().subject),
            u"There is no branch called %1. Give a number, a code, a title or an id."_s.arg(branches.error().subject)});

    report::loadShippedFonts();
    const report::Document document = kind->make(state.value(), options.value());
    const report::PageSetup setup = kind->setup(options.value());
    const auto written = report::writePaper(
        document, setup, report::reportMetadata(state.value(), document, context.now().toUtf8()), output);
    if (!written)
        return context.fail(written.error(), output);
    const int count = written.value().pages;
    if (context.asJson())
        context.resultJson({{u"file"_s, output}, {u"pages"_s, count}});
    else
        context.result(context.say({u"%1（%2 ページ）"_s, u"%1 (%2 pages)"_s}).arg(output).arg(count));
    const auto &findings = written.value().findings;
    for (const report::PaperFinding &finding : findings)
        context.message(wordsOf(finding));
    if (!state.value().conflicts().isEmpty()) {
        context.message({u"調整中の箇所があります（一覧を末尾に付けました）。"_s,
            u"Some fields are contested; they are listed at the end."_s});
        return kRemains;
    }
    return findings.empty() ? kDone : kRemains;
}

int runChart(Context &context)
{
    const Arguments &a = context.arguments();
    const QString output = a.value("--output");
    if (a.positional().size() != 1 || output.isEmpty() || !a.has("--indicator"))
        return context.usage(
            {u"使い方: mezasu-cli chart 計画.mezasu --indicator 名称またはID -o グラフ.png|.svg|.pdf"_s,
                u"usage: mezasu-cli chart PLAN --indicator NAME-OR-ID -o FILE.png|.svg|.pdf"_s});
    const QString path = a.positional().first();
    auto opened = OpenPlan::open(path, OpenPlan::For::Reading, context);
    if (!opened)
        return context.fail(opened.error(), path);
    const Plan &plan = opened.value().plan();
    const auto found = findElement(plan, a.value("--indicator"));
    if (!found)
        return context.fail(found.error(), path);
    if (found.value().kind != Kind::Indicator)
        return context.fail(makeError(Error::Code::InvalidInput, u"not an indicator"_s, a.value("--indicator")), path);
    report::loadShippedFonts();
    const auto data = report::trendOf(plan, found.value());
    const auto written = report::writeChart(data, output, context.now().toUtf8());
    if (!written)
        return context.fail(written.error(), output);
    if (context.asJson())
        context.resultJson({{u"file"_s, output}});
    else
        context.result(output);
    return kDone;
}

} // namespace mezasu::cli
