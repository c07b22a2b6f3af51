// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/tableimport.h"

#include "core/change/difference.h"
#include "core/change/journal.h"
#include "core/exchange/json/planjson.h"
#include "core/exchange/table/hiddensheet.h"
#include "core/exchange/table/revision.h"
#include "core/exchange/table/tableheadings.h"
#include "core/exchange/tablereader.h"

#include <QJsonDocument>
#include <algorithm>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

QList<Name> sorted(QList<Name> names)
{
    std::sort(names.begin(), names.end());
    return names;
}

/// What names an element for a reader.
QString captionOf(const Plan &plan, const ElementId &id)
{
    for (const QString &field : {u"title"_s, u"text"_s, u"name"_s, u"code"_s, u"number"_s}) {
        if (const QString text = plan.text(id, field); !text.isEmpty())
            return text.left(60);
    }
    for (const ElementId &child : plan.children(id)) {
        if (const QString text = plan.text(child, u"text"); !text.isEmpty())
            return text.left(60);
    }
    return kindName(id.kind);
}

QString captionOf(const TableNode &node)
{
    for (const QString &field : {u"title"_s, u"text"_s, u"name"_s}) {
        if (const Value *value = node.fields.find(field))
            return value->text().left(60);
    }
    return {};
}

/// Columns that only the hidden sheet can name: those whose headings are words of the plan's own.
std::optional<ColumnMapping> mappingOf(const HiddenSheet &hidden, const TableDraft &draft, const ColumnMapping &byHand)
{
    ColumnMapping mapping = byHand;
    bool more = false;
    for (const ColumnUse &use : draft.columns) {
        if (mapping.columns.contains(use.column))
            continue;
        const auto isSame = [&use](const ColumnUse &known) {
            return known.heading == use.heading && known.role == use.role && known.home == use.home;
        };
        const auto it = std::find_if(hidden.columns.cbegin(), hidden.columns.cend(),
            [&use](const ColumnUse &known) { return known.heading == use.heading; });
        if (it == hidden.columns.cend() || std::any_of(hidden.columns.cbegin(), hidden.columns.cend(), isSame))
            continue;
        mapping.columns.insert(use.column, *it);
        more = true;
    }
    return more ? std::optional(mapping) : std::nullopt;
}

/// The table of our own export where its headings alone are not enough to find it.
std::optional<ColumnMapping> mappingWithoutHeadings(
    const HiddenSheet &hidden, const TableFile &file, const ColumnMapping &byHand)
{
    for (const Grid &grid : file.sheets) {
        if (grid.hidden || grid.rows.isEmpty())
            continue;
        ColumnMapping mapping = byHand;
        const GridRow &row = grid.rows.constFirst();
        for (int column = 0; column < row.cells.size(); ++column) {
            for (const ColumnUse &use : hidden.columns) {
                if (use.heading == row.at(column).text && !mapping.columns.contains(column))
                    mapping.columns.insert(column, use);
            }
        }
        if (!mapping.columns.isEmpty()) {
            mapping.headingRow = mapping.headingRow.value_or(row.number);
            return mapping;
        }
    }
    return {};
}

/// The plan's words for the levels of which it has elements.
QHash<Kind, QString> levelNamesOf(const Plan &plan)
{
    QHash<Kind, QString> names;
    for (const ElementId &id : plan.preorder()) {
        const bool level = id.kind == Kind::Policy || id.kind == Kind::ReformItem || id.kind == Kind::Initiative;
        if (!level || names.contains(id.kind))
            continue;
        const QString name = plan.levelName(id.kind);
        names.insert(id.kind, name.isEmpty() ? defaultLevelName(id.kind) : name);
    }
    return names;
}

class Preparation
{
public:
    Preparation(const TableFile &file, const QByteArray &bytes, const ImportChoices &choices, const ImportBase &base,
        const std::function<bool()> &isCancelled)
        : m_file(file)
        , m_choices(choices)
        , m_base(base)
        , m_isCancelled(isCancelled)
        , m_hidden(HiddenSheet::find(file))
    {
        m_out.fileBytes = bytes;
        m_out.choices = choices.toJson();
    }

    ImportPreview run(MessageList messages)
    {
        m_out.messages = std::move(messages);
        if (!read() || stop())
            return std::move(m_out);
        chooseBase();
        const FileSeed seed(m_out.fileBytes, m_out.base, m_out.choices);
        int count = 0;
        const auto newUuid = [&seed, &count] { return seed.uuid(count++); };
        if (m_out.newPlan)
            beginPlan(newUuid);
        match();
        if (stop())
            return std::move(m_out);
        RevisionOptions options;
        options.removeMissing = m_choices.removeMissing;
        options.clearEmpty = m_choices.clearEmpty;
        options.newPlan = m_out.newPlan;
        options.newUuid = newUuid;
        Revision revision = revise(m_out.before, m_out.table, m_out.matches, options);
        if (stop())
            return std::move(m_out);
        m_out.wanted = std::move(revision.wanted);
        m_out.elements = std::move(revision.elements);
        m_out.leftAlone = std::move(revision.leftAlone);
        forgetNotMade(revision.made);
        reportEmptyCells(revision.emptyCells);
        makeSteps(seed);
        report();
        return std::move(m_out);
    }

private:
    bool stop()
    {
        m_out.cancelled = m_out.cancelled || (m_isCancelled && m_isCancelled());
        return m_out.cancelled;
    }

    bool read()
    {
        TableOptions options{m_choices.sheet, m_choices.mapping, !m_hidden || m_hidden->plan.isNull()};
        if (m_base.plan)
            options.mapping.levelNames = levelNamesOf(*m_base.plan);
        MessageList messages;
        auto table = readTable(m_file, options, messages);
        std::optional<ColumnMapping> mapping;
        if (m_hidden)
            mapping = table ? mappingOf(*m_hidden, table->draft, options.mapping)
                            : mappingWithoutHeadings(*m_hidden, m_file, options.mapping);
        if (mapping) {
            options.mapping = *mapping;
            MessageList again;
            if (auto better = readTable(m_file, options, again)) {
                table = std::move(better);
                messages = again;
            }
        }
        m_out.messages.append(messages);
        if (!table)
            return false;
        m_out.table = treeOf(table->draft, m_out.messages);
        m_columns = table->draft.columns;
        if (m_hidden)
            leaveOwnHeadings(table->draft);
        return true;
    }

    /// Headings that stand as we wrote them say nothing new; what the plan keeps of them is among the hidden steps.
    void leaveOwnHeadings(const TableDraft &draft)
    {
        FieldMap &fields = m_out.table.planFields;
        for (const ColumnUse &use : draft.columns) {
            const auto isOurs = [&use](const ColumnUse &known) {
                return known.heading == use.heading && known.role == use.role && known.home == use.home;
            };
            if (std::any_of(m_hidden->columns.cbegin(), m_hidden->columns.cend(), isOurs))
                fields.set(field::heading(roleName(use.role)), Value());
        }
        for (const Kind kind : {Kind::Policy, Kind::ReformItem, Kind::Initiative})
            fields.set(field::levelName(kind), Value());
    }

    void chooseBase()
    {
        m_out.newPlan = m_base.plan == nullptr;
        if (m_out.newPlan)
            return;
        m_out.before = *m_base.plan;
        m_out.base = sorted(m_base.heads);
        m_out.plan = m_out.before.root();
        if (!m_hidden || m_hidden->base.isEmpty() || m_hidden->plan != m_out.plan.uuid)
            return;
        const QList<Name> left = sorted(m_hidden->base);
        if (left == m_out.base)
            return;
        const auto past = m_base.planAt ? m_base.planAt(left) : std::nullopt;
        if (!past || past->root() != m_out.plan) {
            m_out.messages.add(MessageCode::BaseUnknown, Severity::Warning);
            return;
        }
        m_out.before = *past;
        m_out.base = left;
        m_out.messages.add(MessageCode::BaseIsPast, Severity::Info);
    }

    /// A plan with nothing but itself, and with the departments that our own export names.
    void beginPlan(const std::function<QUuid()> &newUuid)
    {
        const bool known = m_hidden && !m_hidden->plan.isNull();
        m_out.plan = {Kind::Plan, known ? m_hidden->plan : newUuid()};
        m_out.before.setRoot(m_out.plan);
        m_out.before.put(std::make_shared<Element>(Element{m_out.plan, {}, {}}));
        if (!m_hidden)
            return;
        int n = 0;
        for (const HiddenSheet::Department &d : m_hidden->departments) {
            const ElementId id{Kind::Department, d.id};
            if (d.id.isNull() || m_out.before.contains(id))
                continue;
            Element element{id, {m_out.plan, QByteArray::number(++n).rightJustified(10, '0')}, {}};
            if (!d.name.isEmpty())
                element.fields.set(u"name"_s, d.name);
            m_out.before.put(std::make_shared<Element>(element));
        }
    }

    void match()
    {
        m_out.keys = matchKeys(m_out.table);
        MatchOptions options;
        options.mode = m_choices.match;
        options.corrected = m_choices.corrected;
        options.isCancelled = m_isCancelled;
        if (m_out.newPlan) {
            m_out.matches.resize(m_out.table.nodes.size());
        } else {
            m_out.matches = matchTable(m_out.table, m_out.before, options);
        }
        const QSet<QString> keys(m_out.keys.cbegin(), m_out.keys.cend());
        for (auto it = m_choices.corrected.cbegin(); it != m_choices.corrected.cend(); ++it) {
            if (!keys.contains(it.key()) || (!it.value().isNull() && !m_out.before.contains(it.value())))
                m_out.messages.add(MessageCode::CorrectionUnknown, Severity::Warning, 0, 0, {it.key()});
        }
    }

    void makeSteps(const FileSeed &seed)
    {
        if (!m_out.newPlan) {
            m_out.steps = difference(m_out.before, m_out.wanted);
        } else {
            m_out.planFields = m_out.wanted.element(m_out.plan)->fields;
            m_out.steps.reserve(m_out.wanted.size());
            for (const ElementId &id : m_out.wanted.preorder()) {
                if (id != m_out.plan)
                    m_out.steps.append(
                        PlanChange::insert(id, m_out.wanted.parentOf(id), m_out.wanted.element(id)->fields));
            }
            // The plan of before was only a scaffold.
            m_out.before = Plan();
            if (m_hidden && !m_hidden->steps.isEmpty())
                applyHiddenSteps(seed);
        }
        for (const PlanChange &step : std::as_const(m_out.steps)) {
            switch (step.op) {
            case PlanChange::Op::Insert:
                ++m_out.counts.inserted;
                break;
            case PlanChange::Op::Set:
                ++m_out.counts.set;
                break;
            case PlanChange::Op::Move:
                ++m_out.counts.moved;
                break;
            case PlanChange::Op::Remove:
                ++m_out.counts.removed;
                break;
            }
        }
    }

    /// What stands beside the table in our own export, as far as it still fits.
    void applyHiddenSteps(const FileSeed &seed)
    {
        QSet<QString> known;
        for (const ElementId &id : m_out.wanted.preorder())
            known.insert(id.uuidString());
        QJsonArray fitting;
        bool all = true;
        for (const QJsonValue &value : m_hidden->steps) {
            QJsonObject step = value.toObject();
            const bool inserts = step.value(u"op"_s).toString() == u"insert";
            const QString id = step.value(u"id"_s).toString();
            const bool fits = known.contains(id) != inserts
                && (!step.contains(u"parent"_s) || known.contains(step.value(u"parent"_s).toString()));
            if (!fits) {
                all = false;
                continue;
            }
            if (step.value(u"after"_s).isString() && !known.contains(step.value(u"after"_s).toString()))
                step.remove(u"after"_s);
            known.insert(id);
            fitting.append(step);
        }
        const QByteArray json =
            QJsonDocument(QJsonObject{{u"author"_s, QString()}, {u"reason"_s, QString()}, {u"changes"_s, fitting}})
                .toJson(QJsonDocument::Compact);
        const auto batch = batchFromJson(json, m_out.wanted);
        if (!batch) {
            m_out.messages.add(MessageCode::HiddenDataLeftOut, Severity::Warning);
            return;
        }
        QList<PlanChange> steps = m_out.steps;
        for (PlanChange step : batch.value().steps) {
            const bool stale = step.op == PlanChange::Op::Set && step.old
                && !(m_out.wanted.value(step.id, step.field) == *step.old) && m_out.wanted.contains(step.id);
            all = all && !stale;
            step.old.reset();
            if (!stale)
                steps.append(step);
        }
        RunsOfSession runs;
        const auto draft = draftOfNewPlan(m_out.plan, m_out.planFields, steps, runs);
        Journal journal;
        if (!draft || !journal.take({makeChangeSet({}, draft.value(), seed.salts())})) {
            m_out.messages.add(MessageCode::HiddenDataLeftOut, Severity::Warning);
            return;
        }
        if (!all)
            m_out.messages.add(MessageCode::HiddenDataLeftOut, Severity::Warning);
        m_out.steps = steps;
        m_out.wanted = journal.plan();
    }

    /// A partial table says nothing about what stands above its rows; nothing was made where the plan knows it.
    void forgetNotMade(const QSet<ElementId> &made)
    {
        for (int i = 0; i < m_out.table.nodes.size(); ++i) {
            const TableNode &node = m_out.table.nodes.at(i);
            if (!node.implied || made.contains(m_out.elements.at(i)))
                continue;
            if (node.kind == Kind::Policy)
                m_out.messages.remove(MessageCode::PolicyMissing, node.row);
            else if (node.kind == Kind::ReformItem)
                m_out.messages.remove(MessageCode::ItemWithoutTitle, node.row);
            else if (node.kind == Kind::Goal)
                m_out.messages.remove(MessageCode::GoalWithoutStatement, node.row);
        }
    }

    void reportEmptyCells(const QList<Revision::EmptyCell> &cells)
    {
        for (const Revision::EmptyCell &cell : cells) {
            const TableNode &node = m_out.table.nodes.at(cell.node);
            Message message;
            message.code = MessageCode::EmptyLeftAsIs;
            message.severity = Severity::Info;
            message.row = node.row;
            message.element = kindName(node.kind);
            message.field = cell.field;
            message.args = {cell.words.left(60)};
            for (const ColumnUse &use : std::as_const(m_columns)) {
                if (message.column == 0 && stateFieldOf(use) == std::pair(node.kind, cell.field))
                    message.column = use.column + 1;
            }
            m_out.messages.add(message);
        }
    }

    void report()
    {
        for (int i = 0; i < m_out.matches.size(); ++i) {
            const Match &match = m_out.matches.at(i);
            if (!match.doubtful)
                continue;
            const TableNode &node = m_out.table.nodes.at(i);
            const Value *code = node.fields.find(node.kind == Kind::Policy ? u"number"_s : u"code"_s);
            Message message;
            message.code = MessageCode::MatchDoubtful;
            message.row = node.row;
            message.column = node.column;
            message.element = kindName(node.kind);
            message.args = {code ? code->text() : QString(), match.codeSays,
                match.element.isNull() ? captionOf(node) : captionOf(m_out.before, match.element)};
            m_out.messages.add(message);
        }
        const auto name = [this](MessageCode code, const ElementId &id) {
            Message message;
            message.code = code;
            message.severity = Severity::Info;
            message.element = kindName(id.kind);
            message.args = {captionOf(m_out.before, id)};
            m_out.messages.add(message);
        };
        for (const ElementId &id : std::as_const(m_out.leftAlone))
            name(MessageCode::NotInTable, id);
        for (const PlanChange &step : std::as_const(m_out.steps)) {
            if (step.op == PlanChange::Op::Remove)
                name(MessageCode::RemovedWithTable, step.id);
        }
    }

    const TableFile &m_file;
    const ImportChoices &m_choices;
    const ImportBase &m_base;
    const std::function<bool()> &m_isCancelled;
    std::optional<HiddenSheet> m_hidden;
    QList<ColumnUse> m_columns; ///< of the table that was read
    ImportPreview m_out;
};

} // namespace

ImportPreview prepareImport(const QByteArray &bytes, const QString &fileName, const ImportChoices &choices,
    const ImportBase &base, const std::function<bool()> &isCancelled)
{
    MessageList messages;
    ReadOptions options;
    options.encoding = choices.encoding;
    const auto file = readTableFile(bytes, fileName, options, messages);
    if (!file) {
        ImportPreview refused;
        refused.messages = messages;
        return refused;
    }
    return Preparation(*file, bytes, choices, base, isCancelled).run(messages);
}

ImportPreview prepareImport(const TableFile &file, const QByteArray &bytes, const ImportChoices &choices,
    const ImportBase &base, const std::function<bool()> &isCancelled)
{
    return Preparation(file, bytes, choices, base, isCancelled).run({});
}

Result<ChangeSet> changeSetOf(const ImportPreview &preview)
{
    if (preview.isRefused() || preview.isUnchanged())
        return makeError(Error::Code::InvalidInput, u"nothing to import"_s);
    const FileSeed seed(preview.fileBytes, preview.base, preview.choices);
    RunsOfSession runs;
    auto draft = preview.newPlan ? draftOfNewPlan(preview.plan, preview.planFields, preview.steps, runs)
                                 : draftOf(preview.before, preview.steps, runs);
    if (!draft)
        return draft.error();
    return makeChangeSet(preview.base, draft.value(), seed.salts());
}

} // namespace mezasu::exchange
