// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rowssection.h"

#include "core/exchange/marks.h"
#include "ui/compositionguard.h"
#include "ui/look/measures.h"
#include "ui/pages/fields.h"
#include "ui/pages/rowpaste.h"
#include "ui/pages/rowwidget.h"
#include "ui/pages/statechip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/growingtextedit.h"
#include "ui/words.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kRowsAtOnce = 25; ///< about as many as fit on a screen
constexpr int kSliceMs = 8;           ///< of making more, between two events
} // namespace

RowsSection::RowsSection(PlanDocument *document, const ElementId &parentElement, Look look, QWidget *parent)
    : Column(parent)
    , m_document(document)
    , m_parent(parentElement)
    , m_look(std::move(look))
    , m_layout(new QVBoxLayout)
    , m_empty(new QLabel(m_look.empty))
    , m_said(new QLabel)
    , m_place(new QWidget(this))
    , m_add(new QPushButton(tr("%1を追加").arg(m_look.inSentence)))
{
    setObjectName(kindName(m_look.kind) + u"Section"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap::kLarge, 0, 0);
    layout->setSpacing(gap::kSmall);
    auto *line = new FlowLayout; // the state goes below the title where both together are too wide
    layout->addLayout(line);
    line->setSpacing(gap::kSmall);
    auto *title = new QLabel(m_look.title);
    setType(title, Type::Section);
    line->insertWidget(0, title);
    if (!m_look.stateField.isEmpty()) {
        auto *state = new StateChip(document, parentElement, parentElement.kind, m_look.stateField, this);
        line->insertWidget(1, state);
        title->setMinimumHeight(state->sizeHint().height()); // level with it
    }
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_empty); // before it is shown, or it were a window of its own
    m_empty->setVisible(!m_look.empty.isEmpty());
    m_layout->setSpacing(gap::kSmall);
    layout->addLayout(m_layout);
    m_said->setObjectName(u"sectionMessageLabel"_s);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->hide();
    layout->addWidget(m_said);
    m_add->setObjectName(kindName(m_look.kind) + u"AddButton"_s);
    m_add->setAutoDefault(false);
    m_add->setAccessibleName(tr("%1を追加").arg(m_look.one)); // heard without what stands above it
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setVisible(!document->isReadOnly());
    m_place->setObjectName(u"rowPlace"_s);
    m_place->setAutoFillBackground(true);
    m_place->setBackgroundRole(QPalette::Highlight);
    m_place->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_place->hide();
    connect(m_add, &QPushButton::clicked, this, [this] { add(); });
    connect(document, &PlanDocument::elementsChanged, this, &RowsSection::follow);
    connect(document, &PlanDocument::textHeld, this, [this](const ElementId &id) {
        if (RowWidget *row = m_byId.value(id))
            row->refreshNotes();
    });
    arrange();
}

// -- rows follow the plan

void RowsSection::follow(const QList<ElementId> &changed)
{
    if (!m_document->plan().contains(m_parent))
        return;
    bool ours = false;
    for (const ElementId &id : changed) {
        if (id.kind == Kind::Plan) { // limits
            for (RowWidget *row : std::as_const(m_byId))
                row->refreshNotes();
        }
        if (id.kind != m_look.kind)
            continue;
        if (RowWidget *row = m_byId.value(id))
            row->refreshNotes();
        ours = ours || m_byId.contains(id) || m_document->plan().parentOf(id) == m_parent || m_wanted.contains(id);
    }
    if (ours)
        arrange();
}

/// Keeps the widgets of rows that stay, so that the focus and what is being typed stay too.
void RowsSection::arrange()
{
    const QList<ElementId> wanted = m_document->plan().children(m_parent, m_look.kind);
    if (wanted == m_wanted)
        return;
    const qsizetype made = std::min(m_rows.size() + kRowsAtOnce, wanted.size());
    m_wanted = wanted;
    const QSet<ElementId> kept(m_wanted.cbegin(), m_wanted.cbegin() + made);
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        if (!kept.contains(m_rows.at(i)->id()))
            discard(m_rows.takeAt(i));
    }
    if (m_ahead && !m_wanted.contains(m_ahead->id()))
        discard(std::exchange(m_ahead, nullptr));
    for (qsizetype i = 0; i < made; ++i)
        place(i);
    m_empty->setVisible(m_wanted.isEmpty() && !m_look.empty.isEmpty());
    nameRows();
    refreshRemarks();
    if (!isComplete())
        QTimer::singleShot(0, this, &RowsSection::makeMore);
}

void RowsSection::discard(RowWidget *row)
{
    m_layout->removeWidget(row);
    row->hide();
    row->deleteLater();
    m_byId.remove(row->id());
}

void RowsSection::makeMore()
{
    if (isComplete())
        return;
    QElapsedTimer clock;
    clock.start();
    while (m_rows.size() < m_wanted.size() && !clock.hasExpired(kSliceMs)) {
        const qsizetype at = m_rows.size();
        place(at);
        RowWidget *row = m_rows.at(at);
        row->setNames(m_look.one, at + 1);
        if (m_look.remark)
            row->setRemark(m_look.remark(row->id()));
    }
    if (isComplete())
        nameRows();
    else
        QTimer::singleShot(0, this, &RowsSection::makeMore);
}

/// Puts the row that belongs at this place there, making it where it is not made yet; those before it are in place.
void RowsSection::place(qsizetype at)
{
    const ElementId id = m_wanted.at(at);
    RowWidget *row = m_byId.value(id);
    if (at < m_rows.size() && m_rows.at(at) == row)
        return;
    if (!row)
        row = makeRow(id);
    else if (row == m_ahead)
        m_ahead = nullptr;
    else
        m_rows.removeOne(row);
    m_rows.insert(at, row);
    if (m_layout->indexOf(row) != at) {
        m_layout->removeWidget(row);
        m_layout->insertWidget(int(at), row);
    }
    row->show(); // now, so that it can be gone to at once
}

/// Rows that appear above one that somebody went to push it down, and grow when they have their places.
void RowsSection::keepInSight(RowWidget *row) const
{
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above)) {
            connect(
                scroll->verticalScrollBar(), &QScrollBar::rangeChanged, row, [row] { row->editor()->showCursor(); },
                Qt::QueuedConnection);
            return;
        }
    }
}

RowWidget *RowsSection::makeRow(const ElementId &id)
{
    auto *row =
        new RowWidget(m_document, id, {m_look.shortField, m_look.longField, m_look.opens, m_look.paragraphs}, this);
    m_byId.insert(id, row);
    connect(row, &RowWidget::openRequested, this, [this, id] { Q_EMIT openRequested(id); });
    connect(row, &RowWidget::addRequested, this, [this, id] { add(id); });
    connect(row, &RowWidget::moveRequested, this, [this, id](int by) { move(id, by); });
    connect(row, &RowWidget::removeRequested, this, [this, id] { remove(id, false); });
    connect(row, &RowWidget::removeEmptyRequested, this, [this, id] { remove(id, true); });
    connect(row, &RowWidget::dragged, this, [this, id](const QPoint &at) { showPlace(id, at); });
    connect(row, &RowWidget::dropped, this, [this, id] { drop(id); });
    connect(row, &RowWidget::dragCancelled, this, [this] {
        m_dropAt = -1;
        m_place->hide();
    });
    row->editor()->setPasteHandler([this, id](const QString &text) { return paste(id, text); });
    return row;
}

/// Names and tab order go by the order on the page.
void RowsSection::nameRows()
{
    QWidget *before = nullptr;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i)->setNames(m_look.one, i + 1);
        const QList<QWidget *> stops = m_rows.at(i)->stops();
        for (QWidget *stop : stops) {
            if (before)
                setTabOrder(before, stop);
            before = stop;
        }
    }
    if (before)
        setTabOrder(before, m_add);
}

void RowsSection::refreshRemarks()
{
    if (!m_look.remark)
        return;
    for (RowWidget *row : std::as_const(m_byId))
        row->setRemark(m_look.remark(row->id()));
}

bool RowsSection::focusRow(const ElementId &id)
{
    const qsizetype at = m_wanted.indexOf(id);
    if (at < 0)
        return false;
    RowWidget *before = nullptr;
    if (!m_byId.contains(id)) {
        before = std::exchange(m_ahead, makeRow(id));
        keepInSight(m_ahead);
        m_layout->addWidget(m_ahead);
        m_ahead->show();
        m_ahead->setNames(m_look.one, at + 1);
        if (m_look.remark)
            m_ahead->setRemark(m_look.remark(id));
    }
    m_byId.value(id)->editor()->setFocus(Qt::OtherFocusReason);
    m_byId.value(id)->editor()->showCursor();
    if (before) // will be made again in its turn
        discard(before);
    return true;
}

// -- what is done with rows

void RowsSection::say(const QString &text)
{
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
}

void RowsSection::add(const ElementId &after)
{
    CompositionGuard::finish();
    m_document->flush();
    say({});
    const ElementId id = ElementId::create(m_look.kind);
    const auto at = after.isNull() ? PlanChange::At::Last : PlanChange::At::After;
    // A list goes on with the mark that it has.
    FieldMap fields;
    const ElementId before = !after.isNull() ? after : m_wanted.isEmpty() ? ElementId() : m_wanted.constLast();
    if (m_look.shortField == "mark"_L1 && !before.isNull()) {
        const QString mark = exchange::nextMark(m_document->text(before, m_look.shortField));
        if (!mark.isEmpty())
            fields.set(m_look.shortField, mark);
    }
    if (m_document->apply({PlanChange::insert(id, m_parent, fields, at, after)}))
        focusRow(id);
}

void RowsSection::move(const ElementId &id, int by)
{
    CompositionGuard::finish();
    const QList<ElementId> rows = m_document->plan().children(m_parent, m_look.kind);
    const qsizetype to = rows.indexOf(id) + by;
    if (to < 0 || to >= rows.size())
        return;
    const ElementId after = by > 0 ? rows.at(to) : to > 0 ? rows.at(to - 1) : ElementId();
    (void)m_document->apply(
        {PlanChange::move(id, m_parent, after.isNull() ? PlanChange::At::First : PlanChange::At::After, after)});
    if (RowWidget *row = m_byId.value(id))
        row->editor()->showCursor();
}

void RowsSection::remove(const ElementId &id, bool goBack)
{
    CompositionGuard::finish();
    const QList<ElementId> rows = m_wanted;
    const qsizetype i = rows.indexOf(id);
    const QString said = m_look.removed ? m_look.removed(id) : QString();
    if (i < 0 || !m_document->apply({PlanChange::remove(id)}))
        return;
    say(said);
    if (rows.size() == 1) {
        m_add->setFocus();
        return;
    }
    const bool before = i + 1 == rows.size() || (goBack && i > 0);
    const ElementId next = rows.at(before ? i - 1 : i + 1);
    focusRow(next);
    if (RowWidget *row = m_byId.value(next); row && before)
        row->editor()->moveCursor(QTextCursor::End);
}

/// Lines that carry marks become rows: the first goes into this row where it is empty, the others below.
bool RowsSection::paste(const ElementId &id, const QString &text)
{
    QList<exchange::MarkedText> rows =
        m_look.shortField == "mark"_L1 ? rowsOfPaste(text) : QList<exchange::MarkedText>();
    RowWidget *row = m_byId.value(id);
    if (rows.isEmpty() || !row || m_document->isReadOnly())
        return false;
    if (row->editor()->textCursor().hasSelection())
        row->editor()->textCursor().removeSelectedText();
    if (!row->isEmpty() && rows.constFirst().mark.isEmpty())
        row->editor()->textCursor().insertText(rows.takeFirst().text); // goes on with what stands here
    m_document->flush();
    QList<PlanChange> changes;
    if (row->isEmpty()) {
        const exchange::MarkedText first = rows.takeFirst();
        if (!first.mark.isEmpty())
            changes.append(PlanChange::set(id, m_look.shortField, first.mark));
        changes.append(PlanChange::set(id, m_look.longField, first.text));
    }
    ElementId after = id;
    for (const exchange::MarkedText &one : std::as_const(rows)) {
        FieldMap fields;
        if (!one.mark.isEmpty())
            fields.set(m_look.shortField, one.mark);
        fields.set(m_look.longField, one.text);
        const ElementId made = ElementId::create(m_look.kind);
        changes.append(PlanChange::insert(made, m_parent, fields, PlanChange::At::After, after));
        after = made;
    }
    const Step step{Step::What::Insert, after, {}, {}};
    if (m_document->apply(changes, {}, step)) {
        focusRow(after);
        m_byId.value(after)->editor()->moveCursor(QTextCursor::End);
    }
    return true;
}

// -- dragging

void RowsSection::showPlace(const ElementId &dragged, const QPoint &global)
{
    const int y = mapFromGlobal(global).y();
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(above)) {
            scroll->ensureVisible(0, scroll->widget()->mapFromGlobal(global).y(), 0, fontMetrics().height() * 2);
            break;
        }
    }
    int at = 0;
    while (at < m_rows.size() && m_rows.at(at)->geometry().center().y() < y)
        ++at;
    m_dropAt = at;
    const qsizetype from = m_wanted.indexOf(dragged);
    const bool stays = at == from || at == from + 1;
    const int edge = m_rows.isEmpty() ? 0
        : at < m_rows.size()          ? m_rows.at(at)->geometry().top() - m_layout->spacing() / 2
                                      : m_rows.constLast()->geometry().bottom() + m_layout->spacing() / 2;
    const int thickness = std::max(3, fontMetrics().height() / 6);
    m_place->setGeometry(0, edge - thickness / 2, columnWidth(), thickness);
    m_place->setVisible(!stays);
    m_place->raise();
}

void RowsSection::drop(const ElementId &dragged)
{
    m_place->hide();
    const qsizetype at = std::exchange(m_dropAt, -1);
    const qsizetype from = m_wanted.indexOf(dragged);
    if (at < 0 || from < 0 || at == from || at == from + 1)
        return;
    CompositionGuard::finish();
    const ElementId after = at > 0 ? m_wanted.at(at - 1) : ElementId();
    (void)m_document->apply(
        {PlanChange::move(dragged, m_parent, at > 0 ? PlanChange::At::After : PlanChange::At::First, after)});
}

} // namespace mezasu::ui
