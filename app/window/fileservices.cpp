// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"

#include "core/document/filestorage.h"
#include "core/exchange/json/planjson.h"
#include "core/exchange/messagetext.h"
#include "core/exchange/table/tableexport.h"
#include "core/report/pdfwriter.h"
#include "core/report/tablereport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("FileServices", text);
}

Result<QStringList> writePdf(const Plan &plan, const QString &path)
{
    report::loadShippedFonts();
    const report::TableReportOptions options;
    const report::Document document = report::tableReport(plan, options);
    const auto pages = report::layoutDocument(document, report::PageSetup::forPaper(options.paper, options.typeface));
    if (!pages)
        return pages.error();
    const QByteArray date = QDateTime::currentDateTime().toOffsetFromUtc(9 * 3600).toString(Qt::ISODate).toUtf8();
    if (const auto done = report::writePdf(pages.value(), report::reportMetadata(plan, document, date), path); !done)
        return done.error();
    QStringList notes;
    if (!plan.conflicts().isEmpty())
        notes.append(tr("調整中の箇所があります。一覧を末尾に付けました。"));
    return notes;
}

Result<> writeFile(const QByteArray &bytes, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return makeError(Error::Code::Storage, file.errorString(), path);
    return {};
}

Result<QStringList> writeTable(PlanDocument &document, exchange::TableFormat format, const QString &path,
    const std::function<QStringList(const exchange::MessageList &)> &linesOf)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto result = exchange::exportTable(
        document.plan(), {format, exchange::UuidColumns::WhereNeeded, document.journal().heads()}, &buffer);
    if (!result.ok)
        return makeError(Error::Code::Storage, linesOf(result.messages).join(u' '), path);
    if (const auto done = writeFile(buffer.data(), path); !done)
        return done.error();
    return linesOf(result.messages);
}
} // namespace

Result<ui::OpenedPlan> FileServices::create(const QString &path)
{
    auto made = createPlanFile(path, {}, session());
    if (!made)
        return made.error();
    if (const auto begun = made.value()->createPlan({}); !begun)
        return begun.error();
    return ui::OpenedPlan{std::move(made).value(), {}};
}

Result<ui::OpenedPlan> FileServices::open(const QString &path)
{
    auto opened = openPlanFile(path, {}, session());
    if (!opened)
        return opened.error();
    ui::OpenedPlan out{std::move(opened.value().document), {}};
    if (!opened.value().notes.isEmpty())
        out.notices.append(tr("計画ファイルの一部の表を、記録から作り直しました。内容は失われていません。"));
    for (const QString &rescue : opened.value().rescuesTaken)
        out.notices.append(
            tr("保存できなかった入力を、救済ファイルから取り戻しました：%1").arg(QDir::toNativeSeparators(rescue)));
    for (const QString &rescue : opened.value().rescuesUnreadable)
        out.notices.append(tr("読み取れない救済ファイルがあります：%1").arg(QDir::toNativeSeparators(rescue)));
    return out;
}

Result<ui::OpenedPlan> FileServices::sample()
{
    QFile file(u":/mezasu/sample/plan.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(Error::Code::NotFound, file.errorString(), file.fileName());
    const auto read = exchange::planFromJson(file.readAll(), [](int) { return QUuid::createUuid(); });
    if (!read)
        return read.error();
    auto document = std::make_unique<PlanDocument>(Journal(), nullptr, session());
    const auto begun = document->createPlan(read.value().fields, read.value().steps, read.value().plan);
    if (!begun)
        return begun.error();
    return ui::OpenedPlan{std::move(document), {tr("練習用のサンプル計画です。変更は保存されません。")}};
}

QStringList FileServices::messageLines(const exchange::MessageList &messages)
{
    const auto language =
        QLocale().language() == QLocale::English ? exchange::Language::English : exchange::Language::Japanese;
    QStringList lines;
    for (const exchange::Message &message : messages.all())
        lines.append(exchange::lineOf(message, language));
    return lines;
}

QList<ui::ExportFormat> FileServices::exportFormats() const
{
    return {{u"pdf"_s, tr("PDF（会議資料の表）"), u"pdf"_s}, {u"xlsx"_s, tr("Excel（表）"), u"xlsx"_s},
        {u"csv"_s, tr("CSV（表）"), u"csv"_s}, {u"tsv"_s, tr("TSV（表）"), u"tsv"_s},
        {u"json"_s, tr("JSON（計画のすべて）"), u"json"_s}};
}

Result<QStringList> FileServices::exportPlan(PlanDocument &document, const QString &format, const QString &path)
{
    document.flush();
    if (format == "pdf"_L1)
        return writePdf(document.plan(), path);
    if (format == "json"_L1) {
        const auto done = writeFile(exchange::planToJson(document.plan()), path);
        return done ? Result<QStringList>(QStringList()) : Result<QStringList>(done.error());
    }
    return writeTable(document,
        format == "xlsx"_L1      ? exchange::TableFormat::Xlsx
            : format == "csv"_L1 ? exchange::TableFormat::Csv
                                 : exchange::TableFormat::Tsv,
        path, &FileServices::messageLines);
}

} // namespace mezasu
