// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/conflictspanel.h"

#include "core/store/copies.h"
#include "ui/compositionguard.h"
#include "ui/historywords.h"
#include "ui/look/measures.h"
#include "ui/preview/listpaper.h"
#include "ui/widgets/focusorder.h"
#include "ui/words.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

ConflictsPanel::ConflictsPanel(QWidget *parent)
    : Panel(u"conflictsPanel"_s, parent)
    , m_count(new QLabel)
    , m_list(new QListWidget)
    , m_scroll(new QScrollArea)
    , m_print(new QPushButton(tr("一覧を印刷…")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap::kSmall, gap::kSmall, gap::kSmall, gap::kSmall);
    layout->setSpacing(gap::kSmall);
    m_count->setObjectName(u"conflictsCountLabel"_s);
    m_count->setWordWrap(true);
    layout->addWidget(m_count);
    m_list->setObjectName(u"conflictsList"_s);
    m_list->setAccessibleName(tr("食い違っているところ"));
    m_list->setUniformItemSizes(true);
    m_list->setAlternatingRowColors(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_scroll->setObjectName(u"conflictSidesScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(m_scroll);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    layout->addWidget(splitter, 1);
    m_print->setObjectName(u"conflictsPrintButton"_s);
    m_print->setAutoDefault(false);
    m_print->setToolTip(tr("食い違っているところと、それぞれの案を、話し合いの資料にします。"));
    layout->addWidget(m_print, 0, Qt::AlignRight);
    connect(m_print, &QPushButton::clicked, this, &ConflictsPanel::print);
    enterAt(this, m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &ConflictsPanel::showSides);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] {
        if (const auto thing = current())
            goTo(*thing);
    });
    reload();
}

void ConflictsPanel::setDocument(PlanDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    if (document)
        connect(document, &PlanDocument::conflictsChanged, this, &ConflictsPanel::reload);
    reload();
}

QWidgetList ConflictsPanel::partsInOrder() const
{
    return {m_list, m_scroll, m_print};
}

void ConflictsPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (m_stale)
        reload();
}

std::optional<Thing> ConflictsPanel::current() const
{
    const int row = m_list->currentRow();
    return m_document && row >= 0 && row < m_things.size() ? std::optional(m_things.at(row)) : std::nullopt;
}

void ConflictsPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_stale)
        showSides(); // are written in colours
}

void ConflictsPanel::reload()
{
    m_stale = m_document && !isVisible();
    if (m_stale)
        return;
    const auto was = current();
    const int row = m_list->currentRow();
    const QList<Thing> things = m_document ? contestedThings(m_document->plan()) : QList<Thing>();
    m_count->setText(things.isEmpty()
            ? tr("食い違いはありません。写しを取り込んで、同じところが別々に直されていたときに、ここに並びます。")
            : tr("%n件の食い違いがあります。どの案にするか、一つずつ選べます。選ぶまでは、どの案も残ります。", nullptr,
                int(things.size())));
    if (things != m_things || !m_document) {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        m_things = things;
        for (const Thing &thing : things) {
            const QString place =
                words::thing(thing, calledOf(m_document->journal(), thing.element), m_document->plan());
            m_list->addItem(thing.aspect == aspect::kExists ? tr("%1を残すか削除するか").arg(place) : place);
        }
        const qsizetype same = was ? things.indexOf(*was) : -1;
        m_list->setCurrentRow(int(same >= 0 ? same : std::clamp(qsizetype(row), qsizetype(0), things.size() - 1)));
    }
    m_list->setVisible(!things.isEmpty());
    m_scroll->setVisible(!things.isEmpty());
    m_print->setVisible(!things.isEmpty());
    showSides();
}

QString ConflictsPanel::explanation(const Thing &thing, const QList<ConflictSide> &sides) const
{
    const QString place = words::thing(thing, {}, m_document->plan());
    if (thing.aspect == aspect::kExists)
        return tr("%1：削除した人と、書き足した人がいます。決めるまで、削除せずに残しています。").arg(place);
    if (thing.aspect == aspect::kPlace)
        return tr("%1：別々の場所へ移した人がいます。").arg(place);
    return tr("%1：%2とおりに書かれています。").arg(place).arg(sides.size());
}

QString ConflictsPanel::sideWords(const Thing &thing, const ConflictSide &side) const
{
    if (thing.aspect == aspect::kExists)
        return side.value.text() == "alive"_L1 ? tr("残す") : tr("削除する（下にあるものも一緒に）");
    const QString text = words::value(thing, side.value, m_document->plan());
    return text.isEmpty() ? tr("（空欄）") : text;
}

void ConflictsPanel::showSides()
{
    auto *sidesWidget = new QWidget;
    sidesWidget->setObjectName(u"conflictSides"_s);
    auto *layout = new QVBoxLayout(sidesWidget);
    layout->setContentsMargins(0, gap::kHair, 0, gap::kHair);
    layout->setSpacing(gap::kMedium);
    const auto thing = current();
    if (thing) {
        const QList<ConflictSide> sides =
            sidesOf(m_document->journal(), *thing, filesByChangeSet(m_document->filesRead()));
        auto *explains = new QLabel(explanation(*thing, sides));
        explains->setWordWrap(true);
        explains->setTextFormat(Qt::PlainText);
        layout->addWidget(explains);
        const QString shown = sides.isEmpty() ? QString() : sideWords(*thing, sides.constFirst());
        for (int i = 0; i < sides.size(); ++i)
            layout->addWidget(makeSide(*thing, sides.at(i), i, shown));
        auto *go = new QPushButton(tr("その欄へ移動して、書き直す"));
        go->setObjectName(u"conflictGoButton"_s);
        go->setAutoDefault(false);
        connect(go, &QPushButton::clicked, this, [this, thing] { goTo(*thing); });
        layout->addWidget(go, 0, Qt::AlignLeft);
    }
    layout->addStretch();
    if (QWidget *old = m_scroll->takeWidget())
        old->deleteLater(); // it may hold the button that was pressed
    m_scroll->setWidget(sidesWidget);
}

QWidget *ConflictsPanel::makeSide(const Thing &thing, const ConflictSide &side, int number, const QString &shown)
{
    auto *frame = new QFrame;
    frame->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(frame);
    layout->setSpacing(gap::kHair);
    const QString title = number == 0 ? tr("案%1（いま表示中）").arg(number + 1) : tr("案%1").arg(number + 1);
    auto *head = new QLabel(u"%1　%2"_s.arg(title, words::who(side.origin)));
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    setType(head, Type::Strong);
    layout->addWidget(head);
    const QString text = sideWords(thing, side);
    const bool marks = number > 0 && thing.aspect != aspect::kExists;
    auto *body =
        new QLabel(marks ? words::differenceHtml(shown, text) : text.toHtmlEscaped().replace(u'\n', u"<br>"_s));
    body->setObjectName(u"conflictSideLabel"_s);
    body->setTextFormat(Qt::RichText);
    body->setWordWrap(true);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body->setAccessibleName(title);
    body->setAccessibleDescription(text);
    layout->addWidget(body);
    //: %1 a number; its key takes this side
    auto *takes = new QPushButton(tr("案%1にする(&%1)").arg(number + 1));
    takes->setObjectName(u"conflictTakeButton"_s);
    takes->setProperty("side", number);
    takes->setAutoDefault(false);
    takes->setAccessibleDescription(text);
    takes->setEnabled(!m_document->isReadOnly());
    connect(takes, &QPushButton::clicked, this, [this, thing, number] { take(thing, number); });
    layout->addWidget(takes, 0, Qt::AlignLeft);
    return frame;
}

void ConflictsPanel::take(const Thing &thing, int number)
{
    if (m_document->isReadOnly())
        return;
    CompositionGuard::finish();
    m_document->flush();
    const QList<ConflictSide> sides = sidesOf(m_document->journal(), thing, {});
    if (number >= sides.size() || !m_things.contains(thing))
        return;
    const ConflictSide &side = sides.at(number);
    const QString place = words::thing(thing, calledOf(m_document->journal(), thing.element), m_document->plan());
    const auto done = thing.aspect == aspect::kExists
        ? m_document->decideExistence(thing.element, side.value.text() == "alive"_L1)
        : m_document->decide(thing, side.keep);
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    const qsizetype rest = conflictCount(m_document->plan());
    Q_EMIT said(rest > 0 ? tr("%1を決めました。食い違いは、あと%2件です。").arg(place).arg(rest)
                         : tr("%1を決めました。食い違いは、すべてなくなりました。").arg(place));
    m_list->setFocus();
}

/// Every candidate of every place, for those who decide about them in a meeting.
void ConflictsPanel::print()
{
    const Plan &plan = m_document->plan();
    const FilesRead files = filesByChangeSet(m_document->filesRead());
    ListTable list{tr("食い違いの一覧"), {tr("場所"), tr("案"), tr("内容"), tr("書いた人と日時")},
        {{30, 50}, {14, 24}, {60, 110}, {26, 40}}, {}};
    for (const Thing &thing : std::as_const(m_things)) {
        const QList<ConflictSide> sides = sidesOf(m_document->journal(), thing, files);
        const QString place = words::thing(thing, calledOf(m_document->journal(), thing.element), plan);
        for (qsizetype i = 0; i < sides.size(); ++i)
            list.rows.append(QStringList{i == 0 ? place : QString(),
                i == 0 ? tr("案%1（表示中）").arg(i + 1) : tr("案%1").arg(i + 1), sideWords(thing, sides.at(i)),
                words::who(sides.at(i).origin)});
    }
    Q_EMIT paperMade(listPaper(
        list, {planAndDay(plan.text(plan.root(), u"title")), tr("%n件の食い違い", nullptr, int(m_things.size()))}));
}

void ConflictsPanel::goTo(const Thing &thing)
{
    const bool isField = thing.aspect != aspect::kExists && thing.aspect != aspect::kPlace;
    Q_EMIT openRequested(thing.element, isField ? thing.aspect : QString());
}

void ConflictsPanel::showThing(const Thing &thing)
{
    if (m_stale)
        reload();
    const qsizetype row = m_things.indexOf(thing);
    if (row >= 0)
        m_list->setCurrentRow(int(row));
    m_list->setFocus();
}

void ConflictsPanel::showNext()
{
    if (m_stale)
        reload();
    if (!m_things.isEmpty())
        m_list->setCurrentRow(int((m_list->currentRow() + 1) % m_things.size()));
    m_list->setFocus();
}

bool ConflictsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const auto thing = current();
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (thing && plain && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9) {
            take(*thing, key->key() - Qt::Key_1);
            return true;
        }
        if (thing && plain && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            goTo(*thing);
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

} // namespace mezasu::ui
