// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/findings.h"

#include "core/change/erasure.h"
#include "core/change/journal.h"
#include "core/findings/notemarks.h"

#include <QSet>
#include <algorithm>
#include <vector>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
using Severity = Finding::Severity;

constexpr qsizetype kAskEvery = 512; ///< elements between two questions whether to go on

class Inspection
{
public:
    Inspection(const Plan &plan, const CodeUse &codes)
        : m_plan(plan)
        , m_codes(codes)
    {
    }

    QList<Finding> at(const ElementId &id)
    {
        inspect(id);
        return m_out;
    }

    QList<Finding> run(const std::function<bool()> &isCancelled)
    {
        qsizetype done = 0;
        for (const ElementId &id : m_plan.preorder()) {
            if (++done % kAskEvery == 0 && isCancelled && isCancelled())
                return m_out;
            inspect(id);
        }
        for (auto it = m_plan.conflicts().begin(); it != m_plan.conflicts().end(); ++it) {
            for (auto aspect = it->keyBegin(); aspect != it->keyEnd(); ++aspect)
                add(u"conflict"_s, Severity::Warning, it.key(), *aspect);
        }
        return m_out;
    }

private:
    void add(const QString &code, Severity severity, const ElementId &id, const QString &field, QStringList args = {})
    {
        m_out.append({code, severity, id, field, std::move(args)});
    }
    void missing(const QString &code, const ElementId &id, const QString &field)
    {
        add(code, Severity::Notice, id, field);
    }

    bool isBlank(const ElementId &id, QStringView field) const { return m_plan.text(id, field).trimmed().isEmpty(); }

    void inspect(const ElementId &id)
    {
        switch (id.kind) {
        case Kind::Plan:
        case Kind::Policy:
            if (isBlank(id, u"title"))
                missing(u"title_missing"_s, id, u"title"_s);
            break;
        case Kind::Goal:
            if (m_plan.children(id, Kind::Statement).isEmpty())
                missing(u"statement_missing"_s, id, u"statements"_s);
            if (m_plan.children(id, Kind::Indicator).isEmpty())
                missing(u"indicator_missing"_s, id, u"indicators"_s);
            inspectNotes(id);
            break;
        case Kind::ReformItem:
        case Kind::Initiative:
            inspectItem(id);
            break;
        case Kind::Indicator:
            inspectIndicator(id);
            break;
        case Kind::Statement:
        case Kind::Issue:
        case Kind::Footnote:
            if (isBlank(id, u"text"))
                missing(u"text_missing"_s, id, u"text"_s);
            if (id.kind == Kind::Footnote && isBlank(id, u"mark"))
                add(u"mark_missing"_s, Severity::Warning, id, u"mark"_s);
            break;
        case Kind::Department:
            if (isBlank(id, u"name"))
                missing(u"title_missing"_s, id, u"name"_s);
            break;
        case Kind::Edition:
            break;
        }
    }

    void inspectItem(const ElementId &id)
    {
        const QString code = m_plan.text(id, u"code");
        if (id.kind == Kind::ReformItem && code.isEmpty())
            missing(u"code_missing"_s, id, u"code"_s);
        if (m_codes.isShared(id))
            add(u"code_duplicate"_s, Severity::Warning, id, u"code"_s, {code});
        if (isBlank(id, u"title"))
            missing(u"title_missing"_s, id, u"title"_s);
    }

    void inspectIndicator(const ElementId &id)
    {
        if (isBlank(id, u"name"))
            missing(u"title_missing"_s, id, u"name"_s);
        if (isBlank(id, u"unit"))
            missing(u"unit_missing"_s, id, u"unit"_s);
        bool baseline = false;
        bool target = false;
        for (const auto &[name, value] : m_plan.element(id)->fields) {
            const bool known = value.entry() && value.entry()->value;
            baseline = baseline || (known && name.endsWith("/baseline"_L1));
            target = target || (known && name.endsWith("/target"_L1));
        }
        if (!baseline)
            missing(u"baseline_missing"_s, id, u"values"_s);
        if (!target && m_plan.text(id, u"direction") != "none"_L1)
            missing(u"target_missing"_s, id, u"values"_s);
        if (!hasDepartment(id))
            missing(u"department_missing"_s, id, u"department"_s);
    }

    /// Its own, or the one of what it measures: an initiative, a reform item, or the reform items of its goal.
    bool hasDepartment(const ElementId &indicator) const
    {
        const ElementId home = m_plan.parentOf(indicator);
        if (!m_plan.value(indicator, u"department").isNull() || !m_plan.value(home, u"department").isNull())
            return true;
        if (home.kind == Kind::Initiative)
            return !m_plan.value(m_plan.parentOf(home), u"department").isNull();
        for (const ElementId &below : m_plan.children(home)) {
            if (below.kind == Kind::ReformItem && !m_plan.value(below, u"department").isNull())
                return true;
        }
        return false;
    }

    /// The marks in the texts of a goal, and of what stands below it, against its footnotes.
    void inspectNotes(const ElementId &goal)
    {
        QSet<QString> known;
        const QList<ElementId> notes = m_plan.children(goal, Kind::Footnote);
        for (const ElementId &note : notes)
            known.insert(notes::key(m_plan.text(note, u"mark")));
        QSet<QString> used;
        lookForMarks(goal, known, used);
        for (const ElementId &note : notes) {
            const QString mark = m_plan.text(note, u"mark");
            if (!mark.trimmed().isEmpty() && !used.contains(notes::key(mark)))
                add(u"note_unused"_s, Severity::Notice, note, u"mark"_s, {mark.trimmed()});
        }
    }

    void lookForMarks(const ElementId &id, const QSet<QString> &known, QSet<QString> &used)
    {
        for (const auto &[name, value] : m_plan.element(id)->fields) {
            if (!value.isText() || id.kind == Kind::Footnote || name == "mark"_L1)
                continue;
            for (const QString &mark : notes::marksIn(value.text())) {
                used.insert(notes::key(mark));
                if (!known.contains(notes::key(mark)))
                    add(u"note_missing"_s, Severity::Warning, id, name, {mark});
            }
        }
        for (const ElementId &below : m_plan.children(id))
            lookForMarks(below, known, used);
    }

    const Plan &m_plan;
    const CodeUse &m_codes;
    QList<Finding> m_out;
};
} // namespace

CodeUse::CodeUse(const Plan &plan)
{
    // Most elements are of kinds without codes, and nobody asks for whom an element that is added matters.
    std::vector<std::pair<Code, ElementId>> all;
    for (const ElementId &id : plan.preorder()) {
        if (!fieldInfo(id.kind, u"code"))
            continue;
        if (const QString code = plan.text(id, u"code"); !code.isEmpty())
            all.emplace_back(Code(id.kind, code), id);
    }
    m_codes.reserve(qsizetype(all.size()));
    for (const auto &[code, id] : all)
        m_codes.insert(id, code);
    std::stable_sort(
        all.begin(), all.end(), [](const auto &one, const auto &other) { return one.first < other.first; });
    auto last = m_users.end();
    for (const auto &[code, id] : all) {
        if (last == m_users.end() || last.key() != code)
            last = m_users.insert(m_users.cend(), code, {});
        last->append(id);
    }
}

QList<ElementId> CodeUse::follow(const Plan &plan, const ElementId &id)
{
    const QString code = plan.text(id, u"code");
    const auto before = m_codes.constFind(id);
    if (before == m_codes.constEnd() ? code.isEmpty() : before->second == code)
        return {};
    QList<ElementId> others;
    if (before != m_codes.constEnd()) {
        const auto users = m_users.find(*before);
        users->removeOne(id);
        if (users->size() == 1)
            others.append(users->constFirst()); // alone with it now
        if (users->isEmpty())
            m_users.erase(users);
        m_codes.erase(before);
    }
    if (!code.isEmpty()) {
        QList<ElementId> &users = m_users[{id.kind, code}];
        if (users.size() == 1)
            others.append(users.constFirst()); // was alone with it
        users.append(id);
        m_codes.insert(id, {id.kind, code});
    }
    return others;
}

bool CodeUse::isShared(const ElementId &id) const
{
    const auto code = m_codes.constFind(id);
    return code != m_codes.constEnd() && m_users.value(*code).size() > 1;
}

QList<ElementId> CodeUse::shared() const
{
    QList<ElementId> out;
    for (const QList<ElementId> &users : m_users) {
        if (users.size() > 1)
            out += users;
    }
    return out;
}

QList<Finding> findingsAt(const Plan &plan, const ElementId &id, const CodeUse &codes)
{
    return Inspection(plan, codes).at(id);
}

QList<Finding> findingsOf(const Plan &plan, const std::function<bool()> &isCancelled)
{
    const CodeUse codes(plan);
    return Inspection(plan, codes).run(isCancelled);
}

QList<Finding> findingsOfHistory(Journal &journal)
{
    QList<Finding> out;
    for (const auto &[thing, name] : suspectsOfErasure(journal))
        out.append({u"erasure_suspect"_s, Severity::Warning, thing.element, thing.aspect, {}});
    return out;
}

QList<Finding> findingsOf(Journal &journal)
{
    return findingsOf(journal.plan()) + findingsOfHistory(journal);
}

} // namespace mezasu
