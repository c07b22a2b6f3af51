// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services.h"

namespace mezasu::ui {

namespace {
Error notWired()
{
    return makeError(Error::Code::NotFound, QStringLiteral("not available here"));
}
} // namespace

Result<QStringList> Services::exportLosses(PlanDocument &, const QString &)
{
    return QStringList();
}

Result<bool> Services::isWholePlan(const QString &)
{
    return false;
}

Result<OpenedPlan> Services::scratch()
{
    auto document = std::make_unique<PlanDocument>(Journal(), nullptr, Session{usualAuthor()});
    if (const auto begun = document->createPlan({}); !begun)
        return begun.error();
    return OpenedPlan{std::move(document), {}};
}

Result<OpenedPlan> Services::importPlan(const QString &, const QString &)
{
    return notWired();
}

Result<OpenedPlan> Services::openTaking(const QString &path, const QString &)
{
    return open(path);
}

Result<OpenedPlan> Services::openForReading(const QString &)
{
    return notWired();
}

Result<> Services::saveCopy(PlanDocument &, const QString &)
{
    return notWired();
}

Result<BackupList> Services::backups(const PlanDocument &)
{
    return notWired();
}

Result<Restoring> Services::previewRestoring(PlanDocument &, const BackupFile &)
{
    return notWired();
}

bool Services::startAgain(const QString &)
{
    return false;
}

void Services::setAuthor(PlanDocument *, const QString &) { }

} // namespace mezasu::ui
