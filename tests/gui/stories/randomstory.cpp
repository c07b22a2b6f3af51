// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/stories/randomstory.h"

#include "core/exchange/json/planjson.h"
#include "tests/gui/filestory.h"
#include "tests/gui/stories/hands.h"
#include "ui/models/plantreemodel.h"
#include "ui/pages/elementpage.h"
#include "ui/pages/fields.h"
#include "ui/widgets/growingtextedit.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QRandomGenerator>

namespace mezasu::story {

using namespace mezasu::test;

namespace {
const QStringList &names()
{
    static const QStringList kNames{u"type"_s, u"type on"_s, u"add"_s, u"move"_s, u"remove"_s, u"undo and redo"_s,
        u"undo several and redo all"_s, u"somebody takes a copy"_s, u"merge"_s, u"close and open"_s, u"go elsewhere"_s};
    return kNames;
}

QString textOf(QRandomGenerator &random)
{
    static const QStringList kParts{u"財政の"_s, u"窓口"_s, u"見える化"_s, u"①"_s, u"㈱髙𠮷"_s, u"　"_s, u"１２"_s,
        u"が\u3099"_s, u"a\u00A0b"_s, u"葛\U000E0100"_s, u"（案）"_s, u"%1 & <b>"_s};
    QString out;
    for (quint32 i = 0, n = 1 + random.bounded(3); i < n; ++i)
        out += kParts.at(random.bounded(int(kParts.size())));
    return out;
}

struct Where
{
    ElementId id;
    QString field;
};

/// The texts that a person can type, in the order of the plan.
QList<Where> placesOf(const Plan &plan)
{
    QList<Where> out{{plan.root(), u"title"_s}};
    const std::function<void(const ElementId &)> below = [&](const ElementId &parent) {
        for (const ElementId &id : plan.children(parent)) {
            for (const QString &field : {u"title"_s, u"description"_s, u"text"_s, u"code"_s, u"number"_s, u"mark"_s}) {
                const FieldInfo *info = fieldInfo(id.kind, field);
                if (info && info->type == FieldType::Text)
                    out.append({id, field});
            }
            below(id);
        }
    };
    below(plan.root());
    return out;
}

QList<ElementId> rowsOf(const Plan &plan)
{
    QList<ElementId> out;
    for (const Where &place : placesOf(plan)) {
        const Kind kind = place.id.kind;
        const bool isRow = kind == Kind::Policy || kind == Kind::ReformItem || kind == Kind::Initiative;
        if (isRow && !out.contains(place.id))
            out.append(place.id);
    }
    return out;
}

/// One person at a window, others with copies. After every step everything is compared with everything.
class World
{
public:
    /// \param isTalking says what the plan is after every step
    explicit World(bool isTalking)
        : m_isTalking(isTalking)
    {
    }
    /// \return what went wrong; empty: nothing
    QString tell(const QList<Deed> &steps)
    {
        m_story.window->document()->flush();
        watchTheTree();
        for (qsizetype i = 0; i < steps.size(); ++i) {
            QString wrong = take(steps.at(i));
            talk(names().at(steps.at(i).what));
            if (wrong.isEmpty())
                wrong = look();
            if (!wrong.isEmpty())
                return u"step %1 (%2): %3"_s.arg(i).arg(names().at(steps.at(i).what), wrong);
        }
        const QString path = m_story.path();
        m_tester.reset();
        m_story.window->close();
        m_story.window.reset();
        return story::wrongWith(path);
    }

private:
    struct TheirCopy
    {
        QString path;
        Plan base; ///< what the plan was when it was taken
    };

    PlanDocument &document() { return m_story.document(); }
    const Plan &plan() const { return m_story.plan(); }
    QTreeView *tree() const { return m_story.window->view()->tree(); }
    void talk(const QString &after)
    {
        if (!m_isTalking)
            return;
        qInfo().noquote() << u"-- %1, %2 conflicts"_s.arg(after).arg(plan().conflicts().size());
        const std::function<void(const ElementId &, int)> below = [&](const ElementId &parent, int depth) {
            for (const ElementId &id : plan().children(parent)) {
                qInfo().noquote() << QString(depth * 2, u' ') + id.toString().left(12) + u' '
                        + plan().text(id, u"title") + (plan().conflicts().contains(id) ? u" !"_s : QString());
                below(id, depth + 1);
            }
        };
        below(plan().root(), 1);
    }
    QByteArray state()
    {
        document().flush();
        return exchange::planToJson(plan());
    }
    QList<Name> heads()
    {
        document().flush();
        return document().journal().heads();
    }
    /// A field that is left ends its run: what is typed next is a step of its own.
    void leave() { tree()->setFocus(Qt::OtherFocusReason); }
    void watchTheTree()
    {
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_story.window->view()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    QString take(const Deed &step)
    {
        QRandomGenerator random(step.seed);
        m_story.services.advance(20);
        switch (step.what) {
        case Deed::Type:
            leave();
            return undoable([&] { return type(random); });
        case Deed::TypeOn:
            return type(random);
        case Deed::Add:
            leave();
            return undoable([&] { return add(random); });
        case Deed::Move:
            leave();
            return undoable([&] { return move(random); });
        case Deed::Remove:
            leave();
            return undoable([&] { return remove(random); });
        case Deed::UndoRedo:
            return undoAndRedo(1);
        case Deed::UndoSeveral:
            return undoAndRedo(2 + int(random.bounded(6)));
        case Deed::Copy:
            takeCopy(random);
            return {};
        case Deed::Merge:
            return merge(random);
        case Deed::Reopen:
            return reopen();
        case Deed::Go:
            go(random);
            return {};
        default:
            return {};
        }
    }

    /// A deed, and whether undo brings back the same plan, and redo what was done.
    QString undoable(const std::function<QString()> &deed)
    {
        const QByteArray before = state();
        const QList<Name> headsBefore = heads();
        if (const QString wrong = deed(); !wrong.isEmpty())
            return wrong;
        if (heads() == headsBefore)
            return state() == before ? QString() : u"the plan differs without a change"_s;
        const QByteArray after = state();
        press(Qt::Key_Z, Qt::ControlModifier);
        if (state() != before)
            return u"undo does not bring back the plan\n%1"_s.arg(firstDifference(before, state()));
        press(Qt::Key_Y, Qt::ControlModifier);
        if (state() != after)
            return u"redo does not bring back what was done\n%1"_s.arg(firstDifference(after, state()));
        leave();
        return {};
    }
    static QString firstDifference(const QByteArray &wanted, const QByteArray &got)
    {
        const QList<QByteArray> a = wanted.split('\n'), b = got.split('\n');
        for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
            if (a.value(i) != b.value(i))
                return QString::fromUtf8("line %1, wanted: %2, got: %3")
                    .arg(i)
                    .arg(QString::fromUtf8(a.value(i)), QString::fromUtf8(b.value(i)));
        }
        return {};
    }

    QString type(QRandomGenerator &random)
    {
        const QList<Where> places = placesOf(plan());
        const Where place = places.at(random.bounded(int(places.size())));
        m_story.window->openElement(place.id, place.field);
        QWidget *editor = QApplication::focusWidget();
        if (!editor || !ui::fields::isEditorOf(editor, place.id, place.field))
            return u"%1 %2 is not to be reached"_s.arg(place.id.toString(), place.field);
        QString expected = document().text(place.id, place.field);
        const QString text = textOf(random);
        switch (random.bounded(4)) {
        case 0:
            press(Qt::Key_A, Qt::ControlModifier);
            story::write(text);
            expected = text;
            break;
        case 1:
            press(Qt::Key_Home, Qt::ControlModifier);
            press(Qt::Key_Home);
            story::write(text);
            expected.prepend(text);
            break;
        case 2:
            press(Qt::Key_A, Qt::ControlModifier);
            press(Qt::Key_Delete);
            expected.clear();
            break;
        default:
            press(Qt::Key_End, Qt::ControlModifier);
            press(Qt::Key_End);
            story::write(text);
            story::write(u"。"_s);
            expected += text + u"。"_s;
            break;
        }
        if (!plan().contains(place.id))
            return u"typing removed %1"_s.arg(place.id.toString());
        if (const QString held = document().text(place.id, place.field); held != expected)
            return u"typed 「%1」, held 「%2」"_s.arg(expected, held);
        if (random.bounded(2))
            document().flush(); // a pause
        if (const QString held = document().text(place.id, place.field); held != expected)
            return u"typed 「%1」, written 「%2」"_s.arg(expected, held);
        return {};
    }

    void select(const ElementId &id)
    {
        m_story.window->view()->show(id);
        leave();
    }
    QString add(QRandomGenerator &random)
    {
        const QList<ElementId> rows = rowsOf(plan());
        if (!rows.isEmpty())
            select(rows.at(random.bounded(int(rows.size()))));
        const qsizetype before = plan().size();
        switch (random.bounded(4)) {
        case 0:
            press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
            break;
        case 1:
            press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
            break;
        case 2:
            press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
            break;
        default:
            if (tree()->currentIndex().isValid())
                press(Qt::Key_Return);
            break;
        }
        return plan().size() < before ? u"adding removed something"_s : QString();
    }
    QString move(QRandomGenerator &random)
    {
        const QList<ElementId> rows = rowsOf(plan());
        if (rows.isEmpty())
            return {};
        const ElementId moved = rows.at(random.bounded(int(rows.size())));
        select(moved);
        const qsizetype before = plan().size();
        if (random.bounded(3) == 0) {
            const ElementId onto = rows.at(random.bounded(int(rows.size())));
            const QModelIndex place = m_story.window->view()->model()->indexOf(onto);
            tree()->scrollTo(place);
            (void)story::dragRow(
                tree(), m_story.window->view()->model()->indexOf(moved), tree()->visualRect(place).center());
        } else {
            constexpr Qt::Key kKeys[] = {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right};
            press(kKeys[random.bounded(4)], Qt::AltModifier);
        }
        if (plan().size() != before || !plan().contains(moved))
            return u"moving lost something"_s;
        return {};
    }
    QString remove(QRandomGenerator &random)
    {
        const QList<ElementId> rows = rowsOf(plan());
        if (rows.size() < 3)
            return {};
        const ElementId gone = rows.at(random.bounded(int(rows.size())));
        select(gone);
        press(Qt::Key_Delete);
        return plan().contains(gone) ? u"%1 is still there"_s.arg(gone.toString()) : QString();
    }
    QString undoAndRedo(int wanted)
    {
        leave();
        const QByteArray before = state();
        int done = 0;
        for (; done < wanted && document().canUndo(); ++done)
            press(Qt::Key_Z, Qt::ControlModifier);
        talk(u"undone %1"_s.arg(done));
        for (int i = 0; i < done; ++i)
            press(Qt::Key_Y, Qt::ControlModifier);
        if (state() != before)
            return u"%1 steps undone and redone\n%2"_s.arg(done).arg(firstDifference(before, state()));
        leave();
        return {};
    }

    // -- others

    void takeCopy(QRandomGenerator &random)
    {
        if (m_copies.size() >= 3)
            return;
        document().flush();
        TheirCopy copy{{}, plan()};
        const QString author = u"同僚%1"_s.arg(++m_copied);
        copy.path =
            m_story.copy(u"%1.mezasu"_s.arg(author), author, [&](PlanDocument &theirs) { theyWork(theirs, random); });
        m_copies.append(copy);
    }
    static void theyWork(PlanDocument &theirs, QRandomGenerator &random)
    {
        for (quint32 i = 0, n = 1 + random.bounded(4); i < n; ++i) {
            const QList<Where> places = placesOf(theirs.plan());
            const Where place = places.at(random.bounded(int(places.size())));
            const QList<ElementId> rows = rowsOf(theirs.plan());
            switch (random.bounded(4)) {
            case 0: {
                const auto made = ui::treecommands::addSibling(theirs.plan(), place.id);
                if (made)
                    (void)theirs.apply(made->changes);
                break;
            }
            case 1:
                if (!rows.isEmpty()) {
                    const auto moved =
                        ui::treecommands::move(theirs.plan(), {rows.at(random.bounded(int(rows.size())))}, 1);
                    if (moved)
                        (void)theirs.apply(moved->changes);
                }
                break;
            case 2:
                if (rows.size() > 3) {
                    const auto gone = ui::treecommands::remove(theirs.plan(), {rows.constLast()});
                    if (gone)
                        (void)theirs.apply(gone->changes);
                }
                break;
            default:
                theirs.setText(place.id, place.field, textOf(random) + u"（同僚）"_s);
                theirs.flush();
                break;
            }
        }
    }
    /// What was typed since the copy was taken must stand after it came: as the value, or as one side of a conflict.
    QString merge(QRandomGenerator &random)
    {
        if (m_copies.isEmpty())
            return {};
        const TheirCopy copy = m_copies.takeAt(random.bounded(int(m_copies.size())));
        if (random.bounded(2)) { // just now, and not yet written
            if (const QString wrong = type(random); !wrong.isEmpty())
                return wrong;
        }
        QList<std::pair<Where, QString>> mine;
        for (const Where &place : placesOf(plan())) {
            const QString now = document().text(place.id, place.field);
            if (copy.base.contains(place.id) && now != copy.base.text(place.id, place.field))
                mine.append({place, now});
        }
        if (!m_story.merge({copy.path}))
            return u"the copy is not read"_s;
        for (const auto &[place, text] : mine) {
            if (!plan().contains(place.id))
                return u"merging removed %1, in which 「%2」 was typed"_s.arg(place.id.toString(), text);
            const QList<Value> candidates = plan().conflicts().value(place.id).value(place.field);
            const bool stands = plan().text(place.id, place.field) == text
                || std::any_of(candidates.begin(), candidates.end(), [&](const Value &v) { return v.text() == text; });
            if (!stands)
                return u"merging lost 「%1」 in %2 %3"_s.arg(text, place.id.toString(), place.field);
        }
        // Once more brings nothing.
        const QByteArray before = state();
        if (!m_story.merge({copy.path}) || state() != before)
            return u"the same copy twice is not the same as once"_s;
        return {};
    }
    QString reopen()
    {
        const QByteArray typed = [&] { // what is on screen, written or not
            document().flush();
            return exchange::planToJson(plan());
        }();
        if (!m_story.window->close())
            return u"the window does not close"_s;
        m_tester.reset();
        m_story.restart();
        if (!m_story.window->document())
            return u"the plan does not open: %1"_s.arg(m_story.window->said());
        watchTheTree();
        return state() == typed ? QString() : u"another plan comes back\n%1"_s.arg(firstDifference(typed, state()));
    }
    void go(QRandomGenerator &random)
    {
        const QList<Where> places = placesOf(plan());
        m_story.window->openElement(places.at(random.bounded(int(places.size()))).id);
        if (random.bounded(3) == 0)
            m_story.action(u"overviewAction"_s)->trigger();
    }

    // -- what must hold after every step

    QString look()
    {
        if (document().saveState() != PlanDocument::SaveState::Saved
            && document().saveState() != PlanDocument::SaveState::Typing)
            return u"not saved"_s;
        for (QWidget *editor : m_story.window->view()->page()->findChildren<QWidget *>()) {
            const auto bound = ui::fields::boundTo(editor);
            const auto *text = qobject_cast<ui::GrowingTextEdit *>(editor);
            const auto *line = qobject_cast<QLineEdit *>(editor);
            if (!bound || !plan().contains(bound->first) || (!text && !line))
                continue;
            const FieldInfo *info = fieldInfo(bound->first.kind, bound->second);
            const QString shown = text ? text->text() : line->text();
            if (info && info->type == FieldType::Text && shown != document().text(bound->first, bound->second))
                return u"the page shows 「%1」, the plan holds 「%2」"_s.arg(
                    shown, document().text(bound->first, bound->second));
        }
        if (const QString wrong = compareTree({}, plan().root()); !wrong.isEmpty())
            return wrong;
        document().flush();
        const auto sum = planAt(document().journal(), document().journal().heads());
        if (!sum)
            return u"the journal does not add up"_s;
        const QByteArray added = exchange::planToJson(sum.value());
        if (const QByteArray now = exchange::planToJson(plan()); added != now)
            return u"the plan is not what the journal adds up to\n%1"_s.arg(firstDifference(added, now));
        return story::wrongWith(m_story.path());
    }
    /// The rows that the tree must have below an element.
    QList<ElementId> rowsBelow(const ElementId &id) const
    {
        QList<ElementId> out;
        for (const ElementId &child : plan().children(id)) {
            const QList<ElementId> items =
                child.kind == Kind::Goal ? plan().children(child, Kind::ReformItem) : QList<ElementId>();
            if (items.size() == 1)
                out.append(items.constFirst());
            else if (child.kind == Kind::Policy || child.kind == Kind::Goal || child.kind == Kind::ReformItem
                || child.kind == Kind::Initiative)
                out.append(child);
        }
        return out;
    }
    QString compareTree(const QModelIndex &parent, const ElementId &id) const
    {
        const ui::PlanTreeModel *model = m_story.window->view()->model();
        const QList<ElementId> wanted = rowsBelow(id);
        if (model->rowCount(parent) != wanted.size())
            return u"%1 rows below %2, not %3"_s.arg(model->rowCount(parent)).arg(id.toString()).arg(wanted.size());
        for (int row = 0; row < wanted.size(); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            if (model->idOf(index) != wanted.at(row))
                return u"row %1 below %2 is another"_s.arg(row).arg(id.toString());
            if (const QString wrong = compareTree(index, wanted.at(row)); !wrong.isEmpty())
                return wrong;
        }
        return {};
    }

    FileStory m_story;
    std::unique_ptr<QAbstractItemModelTester> m_tester; // of a model that the story has: goes before it
    QList<TheirCopy> m_copies;
    int m_copied = 0;
    bool m_isTalking;
};
} // namespace

QString tell(const QList<Deed> &steps, bool isTalking)
{
    World world(isTalking);
    return world.tell(steps);
}

QString inWords(const QList<Deed> &steps)
{
    QStringList out;
    for (const Deed &step : steps)
        out.append(u"%1/%2"_s.arg(names().at(step.what)).arg(step.seed));
    return out.join(u", "_s);
}

QList<Deed> fromWords(const QString &words)
{
    QList<Deed> steps;
    for (const QString &one : words.split(u", "_s, Qt::SkipEmptyParts))
        steps.append(
            {static_cast<Deed::What>(names().indexOf(one.section(u'/', 0, 0))), one.section(u'/', 1).toUInt()});
    return steps;
}

QList<Deed> shortened(QList<Deed> steps)
{
    int tries = 60;
    for (qsizetype length = steps.size() / 2; length >= 1; length /= 2) {
        for (qsizetype at = 0; at + length <= steps.size() && tries > 0;) {
            QList<Deed> fewer = steps;
            fewer.remove(at, length);
            --tries;
            if (!tell(fewer).isEmpty())
                steps = fewer;
            else
                at += length;
        }
    }
    return steps;
}

} // namespace mezasu::story
