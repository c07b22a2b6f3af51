// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"

#include "core/change/difference.h"
#include "core/document/filestorage.h"
#include "core/exchange/json/newplan.h"
#include "core/store/backups.h"
#include "ui/settings.h"
#include "ui/words.h"
#include "ui/work.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QUuid>
#include <filesystem>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FileServices)
};

Error cancelled()
{
    return makeError(Error::Code::Cancelled, u"cancelled"_s);
}

/// The time in the name of a dated copy; the file's own where the name says none.
QDateTime timeOf(const QFileInfo &file)
{
    static const QRegularExpression stamp(u"_(\\d{8}-\\d{6})(~\\d+)?$"_s);
    const auto match = stamp.match(file.completeBaseName());
    return match.hasMatch() ? QDateTime::fromString(match.captured(1), u"yyyyMMdd-HHmmss"_s) : file.lastModified();
}

QString nameBeside(const QString &path)
{
    return QFileInfo(path).absolutePath() + "/.~copy."_L1 + QUuid::createUuid().toString(QUuid::Id128) + ".mezasu"_L1;
}

/// Takes the place of what is there, in one step of the file system.
Result<> putInPlace(const QString &part, const QString &path)
{
    std::error_code failure;
    std::filesystem::rename(part.toStdU16String(), path.toStdU16String(), failure);
    if (!failure)
        return {};
    QFile::remove(part);
    return makeError(Error::Code::Storage, QString::fromStdString(failure.message()), path);
}

/// A whole copy under a name that nobody has, which then takes the place of what is there.
Result<> copyWhole(const QString &from, const QString &to, const ui::Work::Ticket &ticket)
{
    if (ticket->isCancelled()) // before it began
        return cancelled();
    PlanFile::Options options;
    options.readOnly = true;
    const auto file = PlanFile::open(from, options);
    if (!file)
        return file.error();
    const QString part = nameBeside(to);
    Result<> done = file.value()->copyTo(part);
    if (done && ticket->isCancelled())
        done = cancelled();
    if (done)
        return putInPlace(part, to);
    QFile::remove(part);
    return done;
}

/// A new file of all that a plan consists of, which then takes the place of what is there.
Result<> writeChangeSets(const QList<ChangeSet> &all, const QString &path, const PlanFile::Options &options,
    const std::function<bool()> &isCancelled)
{
    if (isCancelled())
        return cancelled();
    const QString part = nameBeside(path);
    const auto write = [&]() -> Result<> {
        const auto made = createPlanFile(part, options, {});
        if (!made)
            return makeError(made.error().code, made.error().detail, path);
        if (const auto taken = made.value()->merge(all); !taken)
            return taken.error();
        if (made.value()->saveState() != PlanDocument::SaveState::Saved)
            return makeError(Error::Code::Storage, u"the plan could not be written"_s, path);
        return {};
    };
    Result<> done = write();
    if (done && isCancelled())
        done = cancelled();
    if (done)
        return putInPlace(part, path);
    QFile::remove(part);
    return done;
}
} // namespace

void FileServices::setAuthor(PlanDocument *document, const QString &author)
{
    m_author = author;
    if (document)
        document->setAuthor(author);
}

Result<bool> FileServices::isWholePlan(const QString &path)
{
    // A share may let one wait.
    const auto found = ui::Work::run<bool>(Text::tr("計画を読んでいます"), [path](const ui::Work::Ticket &) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) && exchange::looksLikeJson(file.read(64));
    });
    return found ? Result<bool>(*found) : Result<bool>(cancelled());
}

Result<ui::OpenedPlan> FileServices::importPlan(const QString &json, const QString &path)
{
    if (QFileInfo::exists(path))
        return makeError(Error::Code::InvalidInput, u"there is a file of this name"_s, path);
    using Made = Result<QStringList>;
    const auto made = ui::Work::run<Made>(
        Text::tr("計画を読んでいます"), [json, path, with = options()](const ui::Work::Ticket &ticket) -> Made {
            QFile file(json);
            if (!file.open(QIODevice::ReadOnly))
                return makeError(Error::Code::NotFound, file.errorString(), json);
            const auto read = exchange::newPlanFromJson(file.readAll());
            if (!read)
                return read.error();
            if (ticket->isCancelled())
                return cancelled();
            const auto done =
                writeChangeSets({read.value().changeSet}, path, with, [&ticket] { return ticket->isCancelled(); });
            return done ? Made(read.value().leftOut) : Made(done.error());
        });
    if (!made)
        return cancelled();
    if (!*made)
        return made->error();
    auto out = open(path);
    if (!out)
        return out;
    for (const QString &key : made->value())
        out.value().notices.append(Text::tr("「%1」は取り込みませんでした。").arg(key));
    return out;
}

Result<> FileServices::saveCopy(PlanDocument &document, const QString &path)
{
    document.save();
    if (document.path().isEmpty()) {
        QList<ChangeSet> all;
        for (const Name &name : document.journal().names() + document.journal().waiting())
            all.append(document.journal().changeSet(name));
        const auto written = ui::Work::run<Result<>>(
            Text::tr("写しを保存しています"), [all, path, with = options()](const ui::Work::Ticket &ticket) {
                return writeChangeSets(all, path, with, [&ticket] { return ticket->isCancelled(); });
            });
        return written ? *written : Result<>(cancelled());
    }
    if (QFileInfo(document.path()) == QFileInfo(path))
        return makeError(Error::Code::InvalidInput, u"the plan's own file"_s, path);
    const auto done = ui::Work::run<Result<>>(Text::tr("写しを保存しています"),
        [from = document.path(), path](const ui::Work::Ticket &ticket) { return copyWhole(from, path, ticket); });
    return done ? *done : Result<>(cancelled());
}

Result<ui::BackupList> FileServices::backups(const PlanDocument &document)
{
    if (document.path().isEmpty())
        return makeError(Error::Code::NotFound, u"the plan is in no file"_s);
    const Backups found(document.path(), options().backupFolder, options().backupsKept);
    ui::BackupList out{found.folder(), found.kept(), {}};
    const QStringList steps = found.filesBeforeSteps();
    for (const QString &path : found.files() + steps) {
        const QFileInfo info(path);
        out.files.append({path, timeOf(info), info.size(), steps.contains(path)});
    }
    std::stable_sort(out.files.begin(), out.files.end(), [](const auto &a, const auto &b) { return a.made > b.made; });
    return out;
}

Result<ui::Restoring> FileServices::previewRestoring(PlanDocument &document, const ui::BackupFile &backup)
{
    struct Found
    {
        QList<PlanChange> steps;
        QList<ui::ChangeRow> rows;
    };
    using Compared = Result<Found>;
    document.flush();
    const auto compared = ui::Work::run<Compared>(Text::tr("控えとくらべています"),
        [present = document.plan(), path = backup.path](const ui::Work::Ticket &) -> Compared {
            PlanFile::Options with;
            with.readOnly = true;
            auto file = PlanFile::open(path, with);
            if (!file)
                return file.error();
            const Plan then = file.value()->plan();
            if (then.root() != present.root())
                return makeError(Error::Code::InvalidInput, u"a copy of another plan"_s, path);
            Found found{difference(present, then), {}};
            // An edition is a name for a state, not a part of it.
            found.steps.removeIf([](const PlanChange &step) { return step.id.kind == Kind::Edition; });
            found.rows = ui::changeRows(present, then, found.steps);
            return found;
        });
    if (!compared)
        return cancelled();
    if (!*compared)
        return compared->error();
    ui::Restoring out{compared->value().rows, {}};
    if (compared->value().steps.isEmpty() || document.isReadOnly())
        return out;
    const QString reason = Text::tr("控え（%1）の内容に戻しました").arg(ui::words::dayAndTime(backup.made));
    out.take = [&document, steps = compared->value().steps, reason]() -> Result<> {
        const auto done = document.apply(steps, reason, Step{Step::What::Restore, {}, {}, {}});
        return done ? Result<>() : Result<>(done.error());
    };
    return out;
}

} // namespace mezasu
