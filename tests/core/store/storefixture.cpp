// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include <QFile>
#include <sqlite3.h>

namespace mezasu::test {

using namespace Qt::StringLiterals;

Result<Session> Session::open(const QString &path, const PlanFile::Options &options)
{
    auto opened = PlanFile::open(path, options);
    if (!opened)
        return opened.error();
    Session s;
    s.file = std::move(opened).value();
    s.journal = std::make_unique<Journal>(s.file->journalSource(), s.file->plan());
    return s;
}

Result<Session> Session::create(const QString &path, const PlanFile::Options &options)
{
    auto made = PlanFile::create(path, options);
    if (!made)
        return made.error();
    Session s;
    s.file = std::move(made).value();
    s.journal = std::make_unique<Journal>(s.file->journalSource(), s.file->plan());
    return s;
}

bool Session::take(const QList<ChangeSet> &changeSets)
{
    const auto intake = journal->take(changeSets);
    if (!intake) {
        error = intake.error();
        return false;
    }
    return commit();
}

bool Session::commit()
{
    JournalDelta delta = journal->takeDelta();
    if (!delta.isEmpty())
        unsaved.push_back(std::move(delta));
    Result<> done = behind ? file->commitBehind(unsaved, *journal, [] {}) : file->commit(unsaved, *journal);
    if (done && behind)
        done = file->committed();
    error = done ? std::nullopt : std::optional(done.error());
    if (done) {
        unsaved.clear();
        journal->forgetLoaded();
    }
    return bool(done);
}

Name Session::seal(Draft draft)
{
    draft.author = u"髙橋"_s;
    draft.time = u"2026-04-01T09:00:00+09:00"_s;
    const ChangeSet changeSet = makeChangeSet(journal->heads(), draft);
    take({changeSet});
    return changeSet.name;
}

Name Session::edit(const QList<PlanChange> &steps, const QString &reason)
{
    auto draft = draftOf(*journal, steps, runs);
    if (!draft)
        qFatal("edit: %s", qUtf8Printable(draft.error().detail + u' ' + draft.error().subject));
    draft.value().reason = reason;
    return seal(std::move(draft).value());
}

QString Session::title(const ElementId &id) const
{
    return journal->plan().text(id, u"title");
}

ElementId Session::first(Kind kind) const
{
    for (const ElementId &id : journal->plan().preorder()) {
        if (id.kind == kind)
            return id;
    }
    return {};
}

QList<ChangeSet> Session::all()
{
    QList<ChangeSet> out;
    for (const Name &name : journal->names())
        out.append(journal->changeSet(name));
    return out;
}

QList<PlanChange> sampleSteps(const ElementId &plan)
{
    const auto fields = [](std::initializer_list<std::pair<QString, Value>> list) {
        FieldMap map;
        for (const auto &[name, value] : list)
            map.set(name, value);
        return map;
    };
    QList<PlanChange> steps;
    const ElementId department = ElementId::create(Kind::Department);
    steps.append(
        PlanChange::insert(department, plan, fields({{u"name"_s, u"企画課"_s}, {u"short_name"_s, u"企画"_s}})));
    const ElementId policy = ElementId::create(Kind::Policy);
    steps.append(PlanChange::insert(policy, plan,
        fields({{u"number"_s, u"Ⅰ"_s}, {u"title"_s, u"①㈱髙〇\n二行目"_s}, {u"state/goal/statements"_s, u"draft"_s}})));
    const ElementId goal = ElementId::create(Kind::Goal);
    steps.append(PlanChange::insert(goal, policy));
    steps.append(PlanChange::insert(ElementId::create(Kind::Statement), goal,
        fields({{u"mark"_s, u"①"_s}, {u"text"_s, u"葛󠄀城の𠮷野家"_s}})));
    steps.append(
        PlanChange::insert(ElementId::create(Kind::Issue), goal, fields({{u"mark"_s, u"・"_s}, {u"text"_s, u""_s}})));
    steps.append(PlanChange::insert(
        ElementId::create(Kind::Footnote), goal, fields({{u"mark"_s, u"※"_s}, {u"text"_s, u"注"_s}})));
    const ElementId indicator = ElementId::create(Kind::Indicator);
    steps.append(PlanChange::insert(indicator, goal,
        fields({{u"name"_s, u"満足度"_s}, {u"decimals"_s, 1}, {u"direction"_s, u"increase"_s},
            {u"kind"_s, u"survey_share"_s},
            {u"values/2022/baseline"_s, IndicatorValue{Decimal::fromCanonical(u"60.50"), u"final"_s, {}, u"調査"_s}},
            {u"values/2023/actual"_s, IndicatorValue{{}, {}, u"not_surveyed"_s, {}}}})));
    const ElementId item = ElementId::create(Kind::ReformItem);
    steps.append(PlanChange::insert(item, goal,
        fields({{u"code"_s, u"1-1"_s}, {u"title"_s, u"窓口改革"_s}, {u"department"_s, department.uuidString()},
            {"departments/"_L1 + department.uuidString(), Value::fromBool(true)}})));
    steps.append(PlanChange::insert(ElementId::create(Kind::Initiative), item,
        fields({{u"title"_s, u"書かない窓口"_s}, {u"schedule/2024/planned"_s, u"設計"_s}})));
    return steps;
}

Session makeSample(const QString &path, const PlanFile::Options &options)
{
    auto made = Session::create(path, options);
    if (!made)
        qFatal("create: %s", qUtf8Printable(made.error().detail));
    Session s = std::move(made).value();
    const ElementId plan = ElementId::create(Kind::Plan);
    FieldMap fields;
    fields.set(u"title", u"見本計画"_s);
    fields.set(u"first_year", 2022);
    fields.set(u"year_style", u"japanese"_s);
    fields.set(u"level_names/goal", u"目指す姿"_s);
    fields.set(u"headings/goal.statements", u"目指す姿（案）"_s);
    fields.set(u"papers/table", u"paper=A4\nnote=取扱注意"_s);
    auto draft = draftOfNewPlan(plan, fields, sampleSteps(plan), s.runs);
    if (!draft)
        qFatal("new plan: %s", qUtf8Printable(draft.error().detail + draft.error().subject));
    s.seal(std::move(draft).value());
    return s;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("write %s", qUtf8Printable(path));
}

void alter(const QString &path, const char *sql)
{
    sqlite3 *db = nullptr;
    char *message = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &db) != SQLITE_OK
        || sqlite3_exec(db, sql, nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("%s: %s", sql, message ? message : "cannot open");
    sqlite3_close(db);
}

} // namespace mezasu::test
