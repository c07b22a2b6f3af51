// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "madeplan.h"
#include "ratios.h"
#include "storefixture.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace mezasu::bench {

using namespace Qt::StringLiterals;

namespace {
/// Every row of the present values, every column, forward only.
void readRows(const QString &path)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bare"_s);
        db.setDatabaseName(path);
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (!db.open())
            qFatal("cannot open");
        const QStringList tables{u"plan"_s, u"policy"_s, u"goal"_s, u"statement"_s, u"indicator"_s, u"issue"_s,
            u"footnote"_s, u"reform_item"_s, u"initiative"_s, u"department"_s, u"edition"_s, u"indicator_value"_s,
            u"schedule"_s, u"field_state"_s, u"joint_department"_s, u"level_name"_s, u"heading"_s, u"other_field"_s,
            u"candidate"_s};
        qsizetype cells = 0;
        for (const QString &table : tables) {
            QSqlQuery query(db);
            query.setForwardOnly(true);
            if (!query.exec("SELECT * FROM "_L1 + table))
                qFatal("cannot read");
            while (query.next()) {
                for (int i = 0;; ++i) {
                    const QVariant value = query.value(i);
                    if (!value.isValid())
                        break;
                    cells += value.isNull() ? 0 : 1;
                }
            }
        }
        if (cells == 0)
            qFatal("nothing was read");
    }
    QSqlDatabase::removeDatabase(u"bare"_s);
}
} // namespace

std::vector<Score> openRatio(const Setup &setup)
{
    const QString path = planFile(setup, kItemsOfL);
    Times ours, all, bare;
    const auto open = [&path](PlanFile::Options::Check check) {
        PlanFile::Options options;
        options.check = check;
        std::optional<Result<test::Session>> session; // closed after the clock has stopped
        const Time time = measure([&] { session.emplace(test::Session::open(path, options)); });
        if (!*session)
            qFatal("open: %s", qUtf8Printable(session->error().detail));
        return time;
    };
    for (int i = 0; i < setup.repeats * 3; ++i) {
        ours.add(open(PlanFile::Options::Check::Later));
        bare.add(measure([&] { readRows(path); }));
        all.add(open(PlanFile::Options::Check::AtOnce));
    }
    const Score atOnce = score(u"open L, all pages checked at once"_s, all, bare, 0);
    note(u"%1: %2 ms, %3 times the bare reading; by CPU %4"_s.arg(atOnce.what)
             .arg(atOnce.ours * 1000, 0, 'f', 2)
             .arg(atOnce.ratio(), 0, 'f', 2)
             .arg(atOnce.cpuRatio, 0, 'f', 2));
    return {score(u"open L"_s, ours, bare, 2)};
}

} // namespace mezasu::bench
