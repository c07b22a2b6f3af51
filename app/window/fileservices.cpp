// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"

#include "app/window/opening.h"
#include "core/document/filestorage.h"
#include "core/exchange/json/planjson.h"
#include "core/exchange/messagetext.h"
#include "core/exchange/table/tableexport.h"
#include "core/report/paperwriter.h"
#include "core/report/reportkinds.h"
#include "core/report/tablereport.h"
#include "core/store/copies.h"
#include "ui/settings.h"
#include "ui/words.h"
#include "ui/work.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QProcess>
#include <QSaveFile>
#include <algorithm>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileServices)
};

exchange::Language messageLanguage()
{
    return QLocale().language() == QLocale::English ? exchange::Language::English : exchange::Language::Japanese;
}

Error cancelled()
{
    return makeError(Error::Code::Cancelled, u"cancelled"_s);
}

/// Writes a file unless it was cancelled. A file that is there stays as it is until the new one is complete.
Result<> writeFile(const QByteArray &bytes, const QString &path, const ui::Work::Ticket &ticket)
{
    QSaveFile file(path);
    if (ticket->isCancelled())
        return cancelled();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return makeError(Error::Code::Storage, file.errorString(), path);
    return {};
}

/// The paper that a format is: "pdf" is the planning table, "pdf_indicators" another kind. Null: it is none.
const report::ReportKind *paperOf(const QString &format)
{
    if (format == "pdf"_L1)
        return report::reportKind(u"table");
    return format.startsWith("pdf_"_L1) ? report::reportKind(QStringView(format).mid(4)) : nullptr;
}

Result<QStringList> writePdf(
    const report::ReportKind &kind, const Plan &plan, const QString &path, const ui::Work::Ticket &ticket)
{
    const report::PaperOptions options = kind.optionsOf(plan);
    const report::Document document = kind.make(plan, options);
    const QByteArray date = QDateTime::currentDateTime().toOffsetFromUtc(9 * 3600).toString(Qt::ISODate).toUtf8();
    const auto done = report::writePaper(
        document, kind.setup(options), report::reportMetadata(plan, document, date), path,
        [&ticket](double share) {
            constexpr int steps = 1000;
            ticket->report(qint64(share * steps), steps);
            return !ticket->isCancelled();
        },
        [&ticket](const std::function<void()> &deed) { return ticket->inWindow(deed); });
    if (!done)
        return done.error();
    QStringList notes;
    if (!plan.conflicts().isEmpty())
        notes.append(Text::tr("調整中の箇所があります。一覧を末尾に付けました。"));
    return notes;
}

std::optional<exchange::TableFormat> tableFormat(const QString &format)
{
    if (format == "xlsx"_L1)
        return exchange::TableFormat::Xlsx;
    if (format == "csv"_L1)
        return exchange::TableFormat::Csv;
    if (format == "csv_cp932"_L1)
        return exchange::TableFormat::CsvCp932;
    if (format == "tsv"_L1)
        return exchange::TableFormat::Tsv;
    return {};
}

struct Table
{
    QByteArray bytes;
    exchange::MessageList messages;
    bool ok = false;
};

Table makeTable(const Plan &plan, const QList<Name> &heads, exchange::TableFormat format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto result = exchange::exportTable(plan, {format, exchange::UuidColumns::WhereNeeded, heads}, &buffer);
    return {buffer.data(), result.messages, result.ok};
}
} // namespace

FileServices::FileServices(const QString &usualAuthor)
    : m_usualAuthor(usualAuthor)
    , m_author(ui::settings::author().isEmpty() ? usualAuthor : ui::settings::author())
{
}

Result<ui::OpenedPlan> FileServices::create(const QString &path)
{
    auto made = createPlanFile(path, options(), session());
    if (!made)
        return made.error();
    if (const auto begun = made.value()->createPlan({}); !begun)
        return begun.error();
    made.value()->saveBehind();
    return ui::OpenedPlan{std::move(made).value(), {}};
}

PlanFile::Options FileServices::options() const
{
    PlanFile::Options out;
    out.backupsKept = ui::settings::backupsKept();
    out.check = PlanFile::Options::Check::Later; // behind the first picture; PlanDocument::damage() says what is found
    return out;
}

Result<ui::OpenedPlan> FileServices::open(const QString &path)
{
    return openWith(path, options());
}

Result<ui::OpenedPlan> FileServices::openTaking(const QString &path, const QString &token)
{
    PlanFile::Options with = options();
    with.takeLock = token;
    return openWith(path, with);
}

Result<ui::OpenedPlan> FileServices::openForReading(const QString &path)
{
    PlanFile::Options with = options();
    with.readOnly = true;
    return openWith(path, with);
}

Result<ui::OpenedPlan> FileServices::openWith(const QString &path, const PlanFile::Options &with)
{
    auto file = openInWorker(path, with);
    if (!file)
        return file.error();
    auto opened = openPlanFile(std::move(file).value(), session());
    if (!opened)
        return opened.error();
    ui::OpenedPlan out{std::move(opened.value().document), {}};
    out.document->saveBehind();
    const auto isDamage = [](const Error &note) { return note.code == Error::Code::Damaged; };
    const QList<Error> &notes = opened.value().notes;
    if (std::any_of(notes.begin(), notes.end(), isDamage))
        out.notices.append(Text::tr("計画ファイルの一部の表を、記録から作り直しました。内容は失われていません。"));
    if (const auto &dead = opened.value().leftBehind)
        //: %1 a date and time
        out.notices.append(
            Text::tr("前回（%1から）の作業は正しく終了していませんでした。保存済みの内容は残っています。")
                .arg(ui::words::dayAndTime(dead->since.toLocalTime())));
    if (const auto &why = opened.value().readOnlyBecause; why && why->detail == PlanFile::kSeveralNames)
        out.notices.append(
            Text::tr("このファイルには別の名前（ハードリンク）もあり、片方から書くと壊れるおそれがあるため、"
                     "読み取り専用で開きました。書き込むには、コピーを作ってお使いください。"));
    for (const QString &rescue : opened.value().rescuesTaken)
        out.notices.append(Text::tr("保存できなかった入力を、救済ファイルから取り戻しました：%1")
                               .arg(QDir::toNativeSeparators(rescue)));
    for (const QString &rescue : opened.value().rescuesUnreadable)
        out.notices.append(Text::tr("読み取れない救済ファイルがあります：%1").arg(QDir::toNativeSeparators(rescue)));
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
    return ui::OpenedPlan{std::move(document), {Text::tr("練習用のサンプル計画です。変更は保存されません。")}};
}

QStringList FileServices::messageLines(const exchange::MessageList &messages)
{
    QStringList lines;
    for (const exchange::Message &message : messages.all())
        lines.append(exchange::lineOf(message, messageLanguage()));
    return lines;
}

QList<ui::ExportFormat> FileServices::exportFormats() const
{
    return {{u"pdf"_s, Text::tr("PDF（会議資料の表）"), u"pdf"_s,
                Text::tr(
                    "A3横の一覧表です。印刷や配付に向きます。表に載らないものは、末尾に一覧で示します。取り込み直すこと"
                    "はできません。")},
        {u"pdf_indicators"_s, Text::tr("PDF（指標の一覧と推移）"), u"pdf"_s,
            Text::tr(
                "A4縦です。指標の一覧に続けて、年度ごとの値と推移のグラフを並べます。取り込み直すことはできません。")},
        {u"xlsx"_s, Text::tr("Excel（表）"), u"xlsx"_s,
            Text::tr("表計算ソフトで直し、もう一度取り込めます。年度の値なども、隠れたシートに残ります。")},
        {u"csv"_s, Text::tr("CSV（表）"), u"csv"_s,
            Text::tr("UTF-8です。ほかのシステムに渡すときに。新しいExcelでもそのまま開けます。")},
        {u"csv_cp932"_s, Text::tr("CSV（Shift_JIS）"), u"csv"_s,
            Text::tr("UTF-8を読めない古いシステム向けです。「髙」は入りますが、絵文字や一部の漢字は入りません。")},
        {u"tsv"_s, Text::tr("TSV（表）"), u"tsv"_s, Text::tr("タブ区切り、UTF-8です。箇条書きはHTMLで残ります。")},
        {u"json"_s, Text::tr("JSON（計画のすべて）"), u"json"_s,
            Text::tr("いまの計画のすべてです。別の計画として取り込めます。変更の履歴は入りません。")}};
}

Result<QStringList> FileServices::exportLosses(PlanDocument &document, const QString &format)
{
    document.flush();
    const auto table = tableFormat(format);
    if (!table || *table == exchange::TableFormat::Xlsx)
        return QStringList();
    const auto made = ui::Work::run<Table>(Text::tr("書き出す内容を調べています"),
        [plan = document.plan(), heads = document.journal().heads(), table](
            const ui::Work::Ticket &) { return makeTable(plan, heads, *table); });
    if (!made)
        return cancelled();
    QStringList losses;
    for (const exchange::Message &message : made->messages.all()) {
        if (message.severity != exchange::Severity::Info)
            losses.append(exchange::lineOf(message, messageLanguage()));
    }
    return losses;
}

Result<QStringList> FileServices::exportPlan(PlanDocument &document, const QString &format, const QString &path)
{
    using Written = Result<QStringList>;
    document.flush();
    report::loadShippedFonts();
    const auto written = ui::Work::run<Written>(Text::tr("書き出しています"),
        [plan = document.plan(), heads = document.journal().heads(), format, path](
            const ui::Work::Ticket &ticket) -> Written {
            if (ticket->isCancelled())
                return cancelled();
            if (const report::ReportKind *paper = paperOf(format))
                return writePdf(*paper, plan, path, ticket);
            const auto table = tableFormat(format);
            if (!table) {
                const auto done = writeFile(exchange::planToJson(plan), path, ticket);
                return done ? Written(QStringList()) : Written(done.error());
            }
            const Table made = makeTable(plan, heads, *table);
            if (!made.ok)
                return makeError(Error::Code::Storage, messageLines(made.messages).join(u' '), path);
            if (const auto done = writeFile(made.bytes, path, ticket); !done)
                return done.error();
            return messageLines(made.messages);
        });
    return written ? *written : Written(cancelled());
}

Result<QList<ChangeSet>> FileServices::readCopy(PlanDocument &document, const QString &path)
{
    return mezasu::readCopy(path, document.journal());
}

Result<qsizetype> FileServices::pack(PlanDocument &document, const QString &path)
{
    document.flush();
    return packJournal(document.journal(), QFileInfo(document.path()).fileName(), path);
}

bool FileServices::startAgain(const QString &path)
{
    return QProcess::startDetached(
        QCoreApplication::applicationFilePath(), path.isEmpty() ? QStringList() : QStringList{path});
}

} // namespace mezasu
