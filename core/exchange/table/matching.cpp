// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/matching.h"

#include "core/exchange/codekey.h"
#include "core/exchange/table/pairing.h"

#include <algorithm>
#include <utility>

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr Kind kLists[] = {Kind::Statement, Kind::Indicator, Kind::Issue, Kind::Footnote};

bool isList(Kind kind)
{
    return std::find(std::begin(kLists), std::end(kLists), kind) != std::end(kLists);
}

QString nameField(Kind kind)
{
    if (kind == Kind::Indicator)
        return u"name"_s;
    return isList(kind) ? u"text"_s : u"title"_s;
}

QString codeField(Kind kind)
{
    return kind == Kind::Policy ? u"number"_s : u"code"_s;
}

QString textOf(const FieldMap &fields, const QString &name)
{
    const Value *value = fields.find(name);
    return value ? value->text() : QString();
}

class Matcher
{
public:
    Matcher(const TableTree &tree, const Plan &plan, const MatchOptions &options)
        : m_tree(tree)
        , m_plan(plan)
        , m_options(options)
        , m_children(tree.childLists())
        , m_matches(tree.nodes.size())
        , m_closed(tree.nodes.size(), false)
    {
        for (const TableNode &node : tree.nodes) {
            if (const QString code = codeKey(textOf(node.fields, codeField(node.kind))); !code.isEmpty())
                m_tableCodes.insert(code);
        }
    }

    QList<Match> run()
    {
        known();
        // From below: what a goal holds tells which goal it is, even where its sentence was rewritten.
        rows(Kind::ReformItem);
        goals();
        policies();
        wordless(Kind::Policy);
        wordless(Kind::Goal);
        wordless(Kind::ReformItem);
        rows(Kind::Initiative);
        wordless(Kind::Initiative);
        lists();
        movedLists();
        doubts();
        return std::move(m_matches);
    }

private:
    bool cancelled() const { return m_options.isCancelled && m_options.isCancelled(); }

    void set(int node, const ElementId &element, MatchReason reason, double likeness)
    {
        m_matches[node] = {element, reason, likeness, false, {}};
        m_closed[node] = true;
        m_taken.insert(element, node);
    }

    void known()
    {
        const QStringList keys = m_options.corrected.isEmpty() ? QStringList() : matchKeys(m_tree);
        for (int i = 0; i < keys.size(); ++i) {
            const auto it = m_options.corrected.constFind(keys.at(i));
            if (it == m_options.corrected.constEnd())
                continue;
            if (it->isNull()) {
                m_matches[i].reason = MatchReason::Corrected;
                m_closed[i] = true;
            } else if (it->kind == m_tree.nodes.at(i).kind && m_plan.contains(*it) && !m_taken.contains(*it)) {
                set(i, *it, MatchReason::Corrected, 0);
            }
        }
        for (int i = 0; i < m_tree.nodes.size(); ++i) {
            const TableNode &node = m_tree.nodes.at(i);
            const ElementId id{node.kind, node.uuid};
            if (!isList(node.kind) && !m_closed.at(i) && !id.isNull() && m_plan.contains(id) && !m_taken.contains(id))
                set(i, id, MatchReason::Identity, 1);
        }
    }

    bool isOpen(int node) const { return !m_closed.at(node) && !m_tree.nodes.at(node).implied; }

    /// The key of a code in the plan as the table has it: one that looks like a day was taken for a code that became one.
    QString codeAsRead(const QString &key) const
    {
        const auto asDay = key.isEmpty() || m_tableCodes.contains(key) ? std::nullopt : codeFromDate(key);
        return asDay && m_tableCodes.contains(*asDay) ? *asDay : key;
    }

    /// Open nodes and elements of one kind, as pairUp() wants them.
    struct Sides
    {
        std::vector<int> nodes;
        QList<ElementId> elements;
        std::vector<Compared> lefts, rights;
    };

    Compared compared(int node) const
    {
        const TableNode &n = m_tree.nodes.at(node);
        if (n.kind != Kind::Goal)
            return compared(n.kind, n.fields);
        QString more;
        for (const int child : m_children.at(node)) {
            const Kind kind = m_tree.nodes.at(child).kind;
            if (kind == Kind::Indicator || kind == Kind::Issue)
                more += textOf(m_tree.nodes.at(child).fields, nameField(kind));
        }
        Compared c;
        c.setTexts(nodeGoalText(node), more);
        return c;
    }

    Compared compared(const ElementId &id) const
    {
        if (id.kind != Kind::Goal) {
            Compared c = compared(id.kind, m_plan.element(id)->fields);
            c.code = codeAsRead(c.code);
            return c;
        }
        QString more;
        for (const ElementId &child : m_plan.children(id)) {
            if (child.kind == Kind::Indicator || child.kind == Kind::Issue)
                more += m_plan.text(child, nameField(child.kind));
        }
        Compared c;
        c.setTexts(elementGoalText(id), more);
        return c;
    }

    static Compared compared(Kind kind, const FieldMap &fields)
    {
        Compared c;
        c.setTexts(textOf(fields, nameField(kind)), isList(kind) ? QString() : textOf(fields, u"description"_s));
        if (!isList(kind))
            c.code = codeKey(textOf(fields, codeField(kind)));
        return c;
    }

    /// Empty where either side is.
    Sides sidesOf(Kind kind) const
    {
        Sides s;
        for (const ElementId &id : m_plan.preorder()) {
            if (id.kind == kind && !m_taken.contains(id))
                s.elements.append(id);
        }
        for (int i = 0; i < m_tree.nodes.size() && !s.elements.isEmpty(); ++i) {
            if (m_tree.nodes.at(i).kind == kind && isOpen(i))
                s.nodes.push_back(i);
        }
        if (s.nodes.empty())
            return {};
        for (const int node : s.nodes)
            s.lefts.push_back(compared(node));
        for (const ElementId &id : std::as_const(s.elements))
            s.rights.push_back(compared(id));
        return s;
    }

    void takeAll(const Sides &sides, const PairingOptions &options)
    {
        for (const Pairing &p : pairUp(sides.lefts, sides.rights, options))
            set(sides.nodes[size_t(p.left)], sides.elements.at(p.right), p.reason, p.likeness);
    }

    PairingOptions optionsOf() const
    {
        PairingOptions options;
        options.mode = m_options.mode;
        options.isCancelled = m_options.isCancelled;
        return options;
    }

    QString nodeGoalText(int goal) const
    {
        QString text;
        for (const int child : m_children.at(goal)) {
            if (m_tree.nodes.at(child).kind == Kind::Statement)
                text += textOf(m_tree.nodes.at(child).fields, u"text"_s) + u'\n';
        }
        return text;
    }

    QString elementGoalText(const ElementId &goal) const
    {
        QString text;
        for (const ElementId &child : m_plan.children(goal)) {
            if (child.kind == Kind::Statement)
                text += m_plan.text(child, u"text") + u'\n';
        }
        return text;
    }

    /// Reform items and initiatives, wherever they stand in the plan.
    void rows(Kind kind)
    {
        if (cancelled())
            return;
        const Sides sides = sidesOf(kind);
        if (sides.nodes.empty())
            return;
        QHash<int, QString> nodeParents; // their words, made once where they are asked for
        QHash<ElementId, QString> elementParents;
        PairingOptions options = optionsOf();
        options.support = [&](int left, int right) -> double {
            const int parent = m_tree.nodes.at(sides.nodes[size_t(left)]).parent;
            const ElementId elementParent = m_plan.parentOf(sides.elements.at(right));
            if (parent < 0)
                return 0;
            if (!m_matches.at(parent).element.isNull())
                return m_matches.at(parent).element == elementParent ? 1 : 0;
            if (kind != Kind::ReformItem)
                return 0;
            auto mine = nodeParents.constFind(parent);
            if (mine == nodeParents.constEnd())
                mine = nodeParents.insert(parent, comparisonKey(nodeGoalText(parent)));
            auto theirs = elementParents.constFind(elementParent);
            if (theirs == elementParents.constEnd())
                theirs = elementParents.insert(elementParent, comparisonKey(elementGoalText(elementParent)));
            return !mine->isEmpty() && *mine == *theirs ? 1 : 0;
        };
        takeAll(sides, options);
    }

    /// How many children of a node were found below which elements.
    QHash<ElementId, int> votes(int node) const
    {
        QHash<ElementId, int> out;
        for (const int child : m_children.at(node)) {
            const ElementId &element = m_matches.at(child).element;
            if (!element.isNull())
                ++out[m_plan.parentOf(element)];
        }
        return out;
    }

    /// The element of a node; of one that the table says nothing about, the one below which most of its children were found.
    ElementId elementOrMostVoted(int node) const
    {
        if (!m_matches.at(node).element.isNull() || !m_tree.nodes.at(node).implied)
            return m_matches.at(node).element;
        const QHash<ElementId, int> found = votes(node);
        const auto fewer = [](const auto &a, const auto &b) {
            return a.second != b.second ? a.second < b.second : b.first < a.first;
        };
        std::pair<ElementId, int> most;
        for (auto it = found.cbegin(); it != found.cend(); ++it) {
            if (fewer(most, std::pair(it.key(), it.value())))
                most = {it.key(), it.value()};
        }
        return most.first;
    }

    /// Fills in support and hints from what stands below.
    void supportFromBelow(const Sides &sides, PairingOptions &options, QHash<std::pair<int, int>, double> &shares) const
    {
        QHash<ElementId, int> index;
        for (int i = 0; i < sides.elements.size(); ++i)
            index.insert(sides.elements.at(i), i);
        for (size_t l = 0; l < sides.nodes.size(); ++l) {
            const QHash<ElementId, int> found = votes(sides.nodes[l]);
            int all = 0;
            for (const int count : found)
                all += count;
            for (auto it = found.cbegin(); it != found.cend(); ++it) {
                const auto right = index.constFind(it.key());
                if (right == index.constEnd())
                    continue;
                shares.insert({int(l), *right}, double(it.value()) / all);
                options.hints.emplace_back(int(l), *right);
            }
        }
        std::sort(options.hints.begin(), options.hints.end());
        options.support = [&shares](int left, int right) { return shares.value({left, right}, 0); };
        options.supportWorth = 0.6;
        options.supportAlone = true;
        options.codeAlone = true;
    }

    void goals()
    {
        if (cancelled())
            return;
        const Sides sides = sidesOf(Kind::Goal);
        if (sides.nodes.empty())
            return;
        PairingOptions options = optionsOf();
        options.mode = MatchMode::Text;
        QHash<std::pair<int, int>, double> shares;
        supportFromBelow(sides, options, shares);
        takeAll(sides, options);
    }

    void policies()
    {
        const Sides sides = sidesOf(Kind::Policy);
        PairingOptions options = optionsOf();
        QHash<std::pair<int, int>, double> shares;
        supportFromBelow(sides, options, shares);
        takeAll(sides, options);
    }

    /// Rows and elements that have no word to compare, below a parent that both have: those of one code in their order.
    void wordless(Kind kind)
    {
        if (cancelled())
            return;
        const auto isWordless = [](const Compared &c) { return c.text.isEmpty() && c.more.isEmpty(); };
        const Sides sides = sidesOf(kind);
        QHash<std::pair<ElementId, QString>, QList<ElementId>> waiting; // by parent and code, the first one last
        for (qsizetype i = sides.elements.size() - 1; i >= 0; --i) {
            const Compared &right = sides.rights[size_t(i)];
            if (isWordless(right))
                waiting[{m_plan.parentOf(sides.elements.at(i)), right.code}].append(sides.elements.at(i));
        }
        for (size_t i = 0; i < sides.nodes.size(); ++i) {
            if (!isWordless(sides.lefts[i]))
                continue;
            const int parent = m_tree.nodes.at(sides.nodes[i]).parent;
            const ElementId below = parent < 0 ? m_plan.root() : elementOrMostVoted(parent);
            const auto found = waiting.find({below, sides.lefts[i].code});
            if (found != waiting.end() && !found->isEmpty())
                set(sides.nodes[i], found->takeLast(), MatchReason::Place, 0);
        }
    }

    Sides listSides(int node, const ElementId &element, Kind kind) const
    {
        Sides sides;
        for (const int child : m_children.at(node)) {
            if (m_tree.nodes.at(child).kind != kind || !isOpen(child))
                continue;
            sides.nodes.push_back(child);
            sides.lefts.push_back(compared(child));
        }
        if (sides.nodes.empty())
            return sides;
        for (const ElementId &id : m_plan.children(element)) {
            if (id.kind != kind || m_taken.contains(id))
                continue;
            sides.elements.append(id);
            sides.rights.push_back(compared(id));
        }
        return sides;
    }

    /// Statements, indicators, issues and footnotes within what has been found.
    void lists()
    {
        for (int i = 0; i < m_tree.nodes.size(); ++i) {
            if (cancelled())
                return;
            const ElementId element = m_matches.at(i).element;
            if (element.isNull() || m_children.at(i).isEmpty())
                continue;
            for (const Kind kind : kLists) {
                Sides sides = listSides(i, element, kind);
                if (sides.nodes.empty() || sides.elements.isEmpty() || byIdentity(sides))
                    continue;
                PairingOptions options = optionsOf();
                options.mode = MatchMode::Text;
                options.codeAlone = false;
                // One for one is a rewritten sentence more readily than one of many.
                const bool oneForOne = sides.nodes.size() == 1 && sides.elements.size() == 1;
                options.least = oneForOne ? 0.15 : 0.3;
                takeAll(sides, options);
                // A goal's last sentence is that goal's sentence however it reads: its goal is known by what it holds.
                if (oneForOne && kind == Kind::Statement && isOpen(sides.nodes.front()))
                    set(sides.nodes.front(), sides.elements.constFirst(), MatchReason::Contents, 0);
            }
        }
    }

    /// Lines with UUIDs: a line that stands elsewhere in the cell is known by its text, a rewritten one by its UUID.
    /// \return whether nothing is left to compare
    bool byIdentity(Sides &sides)
    {
        const auto any = std::any_of(sides.nodes.cbegin(), sides.nodes.cend(),
            [this](int node) { return !m_tree.nodes.at(node).uuid.isNull(); });
        if (!any)
            return false;
        const auto idOf = [this](int node) {
            return ElementId{m_tree.nodes.at(node).kind, m_tree.nodes.at(node).uuid};
        };
        for (size_t l = 0; l < sides.nodes.size(); ++l) {
            const qsizetype r = sides.elements.indexOf(idOf(sides.nodes[l]));
            if (r >= 0 && sides.lefts[l].text == sides.rights[size_t(r)].text)
                set(sides.nodes[l], sides.elements.at(r), MatchReason::Identity, 1);
        }
        dropClosed(sides);
        PairingOptions options = optionsOf();
        options.mode = MatchMode::Text;
        options.equalTextOnly = true;
        takeAll(sides, options);
        dropClosed(sides);
        for (size_t l = 0; l < sides.nodes.size(); ++l) {
            const qsizetype r = sides.elements.indexOf(idOf(sides.nodes[l]));
            if (r >= 0)
                set(sides.nodes[l], sides.elements.at(r), MatchReason::Identity,
                    likenessOf(sides.lefts[l], sides.rights[size_t(r)]));
        }
        dropClosed(sides);
        return sides.nodes.empty() || sides.elements.isEmpty();
    }

    void dropClosed(Sides &sides) const
    {
        Sides open;
        for (size_t l = 0; l < sides.nodes.size(); ++l) {
            if (isOpen(sides.nodes[l])) {
                open.nodes.push_back(sides.nodes[l]);
                open.lefts.push_back(std::move(sides.lefts[l]));
            }
        }
        for (qsizetype r = 0; r < sides.elements.size(); ++r) {
            if (!m_taken.contains(sides.elements.at(r))) {
                open.elements.append(sides.elements.at(r));
                open.rights.push_back(std::move(sides.rights[size_t(r)]));
            }
        }
        sides = std::move(open);
    }

    /// What one goal of the table lost and another got.
    void movedLists()
    {
        for (const Kind kind : kLists) {
            if (cancelled())
                return;
            Sides sides = sidesOf(kind);
            if (sides.nodes.empty())
                continue;
            Sides lost;
            lost.nodes = std::move(sides.nodes);
            lost.lefts = std::move(sides.lefts);
            for (qsizetype i = 0; i < sides.elements.size(); ++i) {
                // Only from a list that the table shows: elsewhere nobody said that it is gone.
                const auto parent = m_taken.constFind(m_plan.parentOf(sides.elements.at(i)));
                if (parent == m_taken.constEnd() || !m_tree.nodes.at(*parent).filledLists.contains(kind))
                    continue;
                lost.elements.append(sides.elements.at(i));
                lost.rights.push_back(std::move(sides.rights[size_t(i)]));
            }
            if (lost.elements.isEmpty())
                continue;
            PairingOptions options = optionsOf();
            options.mode = MatchMode::Text;
            options.codeAlone = false;
            options.least = 0.8;
            takeAll(lost, options);
        }
    }

    void doubts()
    {
        for (const Kind kind : {Kind::Policy, Kind::ReformItem, Kind::Initiative}) {
            QHash<QString, ElementId> byCode;
            for (const ElementId &id : m_plan.preorder()) {
                const QString code =
                    id.kind == kind ? codeAsRead(codeKey(m_plan.text(id, codeField(kind)))) : QString();
                if (!code.isEmpty() && !byCode.contains(code))
                    byCode.insert(code, id);
            }
            for (int i = 0; i < m_tree.nodes.size(); ++i) {
                Match &match = m_matches[i];
                if (m_tree.nodes.at(i).kind != kind || match.reason == MatchReason::Corrected
                    || match.reason == MatchReason::Identity)
                    continue;
                const QString code = codeKey(textOf(m_tree.nodes.at(i).fields, codeField(kind)));
                const auto other = byCode.constFind(code);
                if (code.isEmpty() || other == byCode.constEnd())
                    continue;
                const bool againstText = *other != match.element;
                const bool byCodeAlone = match.reason == MatchReason::Code && match.likeness < 0.4
                    && m_tree.nodes.at(i).fields.find(nameField(kind));
                if (againstText || byCodeAlone) {
                    match.doubtful = true;
                    match.codeSays = m_plan.text(*other, nameField(kind));
                }
            }
        }
    }

    const TableTree &m_tree;
    const Plan &m_plan;
    const MatchOptions &m_options;
    QList<QList<int>> m_children;
    QList<Match> m_matches;
    QList<bool> m_closed;
    QHash<ElementId, int> m_taken;
    QSet<QString> m_tableCodes; ///< codeKey() of every code in the table
};

} // namespace

QStringList matchKeys(const TableTree &tree)
{
    QStringList keys;
    keys.reserve(tree.nodes.size());
    QHash<QString, int> counts;
    for (const TableNode &node : tree.nodes) {
        const QString stem = kindName(node.kind) + u':' + QString::number(node.row);
        keys.append(QString(stem + u'.' + QString::number(counts[stem]++)));
    }
    return keys;
}

QList<Match> matchTable(const TableTree &tree, const Plan &plan, const MatchOptions &options)
{
    return Matcher(tree, plan, options).run();
}

} // namespace mezasu::exchange
