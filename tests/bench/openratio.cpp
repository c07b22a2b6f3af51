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
    Times ours, bare;
    for (int i = 0; i < setup.repeats * 3; ++i) {
        std::optional<Result<test::Session>> session; // closed after the clock has stopped
        ours.add(measure([&] { session.emplace(test::Session::open(path)); }));
        if (!*session)
            qFatal("open: %s", qUtf8Printable(session->error().detail));
        session.reset();
        bare.add(measure([&] { readRows(path); }));
    }
    return {score(u"open L"_s, ours, bare, 2)};
}

} // namespace mezasu::bench
