// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/historypanel.h"

#include "core/store/copies.h"
#include "ui/compositionguard.h"
#include "ui/historywords.h"
#include "ui/look/measures.h"
#include "ui/models/historymodel.h"
#include "ui/preview/listpaper.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/focusorder.h"
#include "ui/widgets/keepheight.h"
#include "ui/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kPrinted = 1000;   ///< changes; some thirty pages
constexpr qsizetype kThingsRead = 100; ///< of one change; an import may hold a hundred thousand
} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : Panel(u"historyPanel"_s, parent)
    , m_model(new HistoryModel(this))
    , m_list(new QListView)
    , m_note(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap::kSmall, gap::kSmall, gap::kSmall, gap::kSmall);
    layout->setSpacing(gap::kSmall);
    layout->addWidget(makeFilters());
    layout->addWidget(makeEditionRow());
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("変更の履歴"));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAlternatingRowColors(true);
    m_list->setSpacing(gap::kHair);
    m_note->setObjectName(u"historyNoteLabel"_s);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto *upper = new QWidget;
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->addWidget(m_note);
    upperLayout->addWidget(m_list, 1);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(upper);
    splitter->addWidget(makeDetail());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    layout->addWidget(splitter, 1);
    enterAt(this, m_list);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPanel::showDetail);
    connect(m_list, &QListView::activated, this, &HistoryPanel::open);
    connect(m_model, &HistoryModel::authorsChanged, this, &HistoryPanel::nameAuthors);
    connect(m_model, &HistoryModel::readingChanged, this, &HistoryPanel::sayState);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::sayState);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HistoryPanel::showDetail);
    nameScopes();
    nameAuthors();
    showDetail();
}

QWidget *HistoryPanel::makeFilters()
{
    auto *filters = new QWidget;
    auto *layout = new QVBoxLayout(filters);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap::kSmall);
    m_scope = new QComboBox;
    m_scope->setObjectName(u"historyScopeCombo"_s);
    m_scope->setAccessibleName(tr("履歴の範囲"));
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    layout->addWidget(m_scope);
    auto *row = new QHBoxLayout;
    m_author = new QComboBox;
    m_author->setObjectName(u"historyAuthorCombo"_s);
    m_author->setAccessibleName(tr("書いた人で絞る"));
    m_author->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_author->setMinimumContentsLength(8);
    m_search = new QLineEdit;
    m_search->setObjectName(u"historySearchEdit"_s);
    m_search->setAccessibleName(tr("履歴の中を探す"));
    m_search->setPlaceholderText(tr("文・理由・名前で絞る"));
    m_search->setClearButtonEnabled(true);
    row->addWidget(m_author, 1);
    row->addWidget(m_search, 2);
    layout->addLayout(row);
    connect(m_scope, &QComboBox::activated, this, &HistoryPanel::reload);
    connect(m_author, &QComboBox::activated, this, &HistoryPanel::reload);
    connect(m_search, &QLineEdit::textChanged, this, &HistoryPanel::reload);
    return filters;
}

QWidget *HistoryPanel::makeEditionRow()
{
    m_editionRow = new QWidget;
    m_editionRow->setObjectName(u"editionRow"_s);
    auto *layout = new QVBoxLayout(m_editionRow);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("いまの内容に名前を付けて、版として残します（素案、案、修正案、決定など）。"));
    label->setWordWrap(true);
    layout->addWidget(label);
    auto *row = new QHBoxLayout;
    m_editionName = new QLineEdit;
    m_editionName->setObjectName(u"editionNameEdit"_s);
    m_editionName->setAccessibleName(tr("版の名前"));
    m_editionName->setPlaceholderText(tr("版の名前"));
    label->setBuddy(m_editionName);
    auto *make = new QPushButton(tr("版を残す"));
    make->setObjectName(u"editionMakeButton"_s);
    make->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("キャンセル"));
    cancel->setObjectName(u"editionCancelButton"_s);
    cancel->setAutoDefault(false);
    row->addWidget(m_editionName, 1);
    row->addWidget(make);
    row->addWidget(cancel);
    layout->addLayout(row);
    connect(make, &QPushButton::clicked, this, &HistoryPanel::nameEdition);
    connect(m_editionName, &QLineEdit::returnPressed, this, &HistoryPanel::nameEdition);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_editionRow->hide();
        m_list->setFocus();
    });
    m_editionRow->hide();
    return m_editionRow;
}

QWidget *HistoryPanel::makeDetail()
{
    auto *lower = new QWidget;
    auto *layout = new QVBoxLayout(lower);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap::kSmall);
    m_detail = new QTextBrowser;
    m_detail->setObjectName(u"historyDetailText"_s);
    m_detail->setAccessibleName(tr("変更の内容"));
    m_detail->setOpenLinks(false);
    layout->addWidget(m_detail, 1);
    const auto button = [&](const QString &text, const QString &name, auto slot) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    m_takeBack = button(tr("この変更を取り消す"), u"historyTakeBackButton"_s, &HistoryPanel::takeBack);
    m_setBack = button(tr("この内容に戻す"), u"historySetBackButton"_s, &HistoryPanel::setBack);
    m_open = button(tr("項目を開く"), u"historyOpenButton"_s, &HistoryPanel::open);
    m_showEdition = button(tr("この版を見る"), u"historyShowEditionButton"_s, [this] {
        if (const HistoryEntry *one = current())
            Q_EMIT editionRequested(ElementId(one->thing.element));
    });
    m_print = button(tr("一覧を印刷…"), u"historyPrintButton"_s, &HistoryPanel::print);
    m_print->setToolTip(tr("いま絞り込んでいる履歴を、資料として確かめてから印刷します。"));
    m_takeBack->setToolTip(tr("この変更がなかったときの内容にします。後からの変更はそのまま残ります。"));
    m_setBack->setToolTip(tr("この変更をした直後の内容を、もう一度表示します。"));
    auto *below = new QWidget;
    keepHeight(below); // a splitter does not ask how many lines they take
    auto *deeds = new FlowLayout(below);
    for (QPushButton *deed : {m_takeBack, m_setBack, m_open, m_showEdition, m_print})
        deeds->addWidget(deed);
    layout->addWidget(below);
    return lower;
}

// -- what is shown

void HistoryPanel::setDocument(PlanDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_element = {};
    m_field.reset();
    m_editionRow->hide();
    m_model->show(nullptr, {});
    nameScopes();
    showDetail();
    m_stale = true;
    if (!document)
        return;
    connect(document, &PlanDocument::elementsChanged, this, &HistoryPanel::follow);
    connect(document, &PlanDocument::undoChanged, this, &HistoryPanel::follow);
    if (isVisible())
        reload();
}

void HistoryPanel::setElement(const ElementId &id)
{
    if (id == m_element)
        return;
    m_element = id;
    if (scope() == Scope::Field)
        return;
    nameScopes();
    if (scope() == Scope::Element)
        reload();
}

void HistoryPanel::showField(const ElementId &id, const QString &field)
{
    m_field = Thing{id, field};
    nameScopes();
    m_scope->setCurrentIndex(m_scope->findData(int(Scope::Field)));
    m_author->setCurrentIndex(0);
    m_search->clear();
    m_editionRow->hide();
    reload();
    m_list->setFocus();
}

void HistoryPanel::showPlan()
{
    m_scope->setCurrentIndex(m_scope->findData(int(Scope::Plan)));
    reload();
}

HistoryPanel::Scope HistoryPanel::scope() const
{
    return static_cast<Scope>(m_scope->currentData().toInt());
}

void HistoryPanel::nameScopes()
{
    const int was = m_scope->currentData().toInt();
    m_scope->clear();
    m_scope->addItem(tr("計画全体"), int(Scope::Plan));
    if (m_document && m_document->plan().contains(m_element))
        m_scope->addItem(tr("表示中の項目：%1").arg(words::thing({m_element, aspect::kExists}, {}, m_document->plan())),
            int(Scope::Element));
    if (m_document && m_field)
        m_scope->addItem(
            tr("選んだ欄：%1")
                .arg(words::thing(*m_field, calledOf(m_document->journal(), m_field->element), m_document->plan())),
            int(Scope::Field));
    m_scope->setCurrentIndex(std::max(0, m_scope->findData(was)));
}

void HistoryPanel::nameAuthors()
{
    const QString was = m_author->currentData().toString();
    m_author->clear();
    m_author->addItem(tr("すべての人"), QString());
    for (const QString &author : m_model->authors())
        m_author->addItem(words::authorName(author), author);
    m_author->setCurrentIndex(std::max(0, m_author->findData(was)));
}

/// The element and what stands as rows on its page.
QList<ElementId> HistoryPanel::elementsOnPage() const
{
    const Plan &plan = m_document->plan();
    QList<ElementId> out{m_element};
    const ElementId goal = m_element.kind == Kind::ReformItem ? plan.parentOf(m_element) : ElementId();
    if (!goal.isNull() && plan.children(goal, Kind::ReformItem).size() == 1)
        out.append(goal);
    for (const ElementId &id : QList<ElementId>(out)) {
        for (const ElementId &child : plan.children(id)) {
            const bool isRow = child.kind == Kind::Statement || child.kind == Kind::Indicator
                || child.kind == Kind::Issue || child.kind == Kind::Footnote || child.kind == Kind::Department;
            if (isRow)
                out.append(child);
        }
    }
    return out;
}

void HistoryPanel::reload()
{
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    m_model->show(m_document, wish());
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    showDetail();
    sayState();
}

/// What is asked for in the fields above the list.
HistoryReader::Wish HistoryPanel::wish() const
{
    HistoryReader::Wish wish;
    if (m_document && scope() == Scope::Element)
        wish.elements = elementsOnPage();
    if (scope() == Scope::Field && m_field) {
        wish.elements = {m_field->element};
        wish.field = m_field->aspect;
    }
    wish.author = m_author->currentData().toString();
    wish.text = m_search->text();
    return wish;
}

void HistoryPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    if (m_stale)
        reload();
}

void HistoryPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_document)
        showDetail(); // is written in colours
}

void HistoryPanel::follow()
{
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_model->follow();
    // What is past stays as it is, unless a text is erased; reading a big import again at every key would be felt.
    const bool erases = m_model->rowCount() > 0 && m_model->entry(0).erased > 0;
    if (m_isBig && !erases)
        showDeeds();
    else
        showDetail();
}

void HistoryPanel::sayState()
{
    const bool empty = m_model->rowCount() == 0;
    m_note->setVisible(m_model->isReading() || empty);
    m_note->setText(m_model->isReading() ? tr("探しています…") : tr("当てはまる変更はありません。"));
    m_print->setEnabled(!empty);
    if (!empty && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
}

const HistoryEntry *HistoryPanel::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return m_document && index.isValid() ? &m_model->entry(index.row()) : nullptr;
}

/// What may be done with the entry.
void HistoryPanel::showDeeds()
{
    const HistoryEntry *one = current();
    const bool writes = one && !m_document->isReadOnly();
    const bool there = one && m_document->plan().contains(one->thing.element);
    const bool isEdition = there && one->thing.element.kind == Kind::Edition;
    const bool oneField = one && (scope() == Scope::Field || one->onlyTyping || (one->edited + one->restored == 1));
    m_takeBack->setEnabled(writes && !one->beginsPlan && one->erased == 0);
    m_setBack->setEnabled(writes && there && oneField && one->thing.aspect != aspect::kExists
        && one->thing.aspect != aspect::kPlace && one->inserted == 0);
    if (scope() == Scope::Field && writes)
        m_setBack->setEnabled(m_document->plan().contains(m_field->element));
    m_open->setEnabled(there && !isEdition);
    m_showEdition->setVisible(isEdition);
}

void HistoryPanel::showDetail()
{
    showDeeds();
    const HistoryEntry *one = current();
    m_isBig = false;
    if (!one) {
        m_detail->clear();
        m_detail->setProperty("shown", QString());
        return;
    }
    const Plan &plan = m_document->plan();
    qsizetype more = 0;
    const QList<ThingChange> things = changesOf(m_document->journal(), *one, kThingsRead, &more);
    m_isBig = more > 0;
    QString html = u"<p><b>%1</b><br>%2</p>"_s.arg(
        words::change(*one, plan).toHtmlEscaped(), words::who(one->origin).toHtmlEscaped());
    const QString reason = one->origin.reason.value_or(tr("（消去済み）"));
    if (!reason.isEmpty())
        html += u"<p>%1</p>"_s.arg(tr("理由：%1").arg(reason).toHtmlEscaped());
    for (const ThingChange &change : things) {
        const bool isInner = change.thing.element.kind == Kind::Edition && change.thing.aspect == "heads"_L1;
        if (isInner || (change.inserted && change.thing.aspect == aspect::kExists && things.size() > 1))
            continue; // its fields say more
        QString heading = words::thing(change.thing, change.called, plan);
        QString before = words::value(change.thing, change.inserted ? Value() : change.before, plan);
        QString after = words::value(change.thing, change.after, plan);
        if (change.thing.aspect == aspect::kExists) { // read as the text that came or went
            const bool goes = change.after.text() == "removed"_L1;
            heading = words::levelName(plan, change.thing.element.kind) + (goes ? tr("（削除）") : tr("（追加）"));
            before = goes ? change.called : QString();
            after = goes ? QString() : change.called;
        }
        html += u"<p>%1<br>%2</p>"_s.arg(heading.toHtmlEscaped(),
            before == after && before.isEmpty()                   ? tr("（空欄）")
                : change.before.isText() || change.after.isText() ? words::differenceHtml(before, after)
                                                                  : words::replacementHtml(before, after));
    }
    if (more > 0)
        html += u"<p>%1</p>"_s.arg(tr("ほか%1か所").arg(more));
    if (m_detail->property("shown").toString() == html)
        return; // keeps the place where it is read
    m_detail->setProperty("shown", html);
    m_detail->setHtml(html);
}

// -- what is done

/// All that fits, not only what was looked at so far; the newest, where there is more than anybody reads on paper.
void HistoryPanel::print()
{
    CompositionGuard::finish();
    m_document->flush();
    const Plan &plan = m_document->plan();
    HistoryReader reader(&m_document->journal(), filesByChangeSet(m_document->filesRead()), wish());
    ListTable list{tr("変更の一覧"), {tr("日時"), tr("名前"), tr("変更"), tr("理由")},
        {{24, 32}, {20, 34}, {50, 100}, {20, 60}}, {}};
    const QList<HistoryEntry> entries = reader.read(kPrinted);
    for (const HistoryEntry &one : entries)
        list.rows.append(QStringList{words::time(one.origin.time), words::author(one.origin), words::change(one, plan),
            one.origin.reason.value_or(tr("（消去済み）"))});
    QStringList remarks{planAndDay(plan.text(plan.root(), u"title")), m_scope->currentText()};
    if (!m_author->currentData().toString().isEmpty())
        remarks.append(tr("名前：%1").arg(m_author->currentText()));
    if (!m_search->text().isEmpty())
        remarks.append(tr("絞り込み：%1").arg(m_search->text()));
    if (entries.size() == kPrinted && !reader.atEnd())
        remarks.append(tr("新しいものから%1件を載せています。").arg(locale().toString(kPrinted)));
    Q_EMIT paperMade(listPaper(list, remarks));
}

void HistoryPanel::takeBack()
{
    const HistoryEntry *one = current();
    if (!one)
        return;
    CompositionGuard::finish();
    m_document->flush();
    one = current(); // what was held has come into the list
    const QString what = words::change(*one, m_document->plan());
    const auto before = m_document->journal().ancestry().size();
    const qsizetype conflicts = conflictCount(m_document->plan());
    const auto left = m_document->takeBack(one->names);
    if (!left) {
        Q_EMIT failed(left.error());
        return;
    }
    const QString rest = words::left(left.value(), *m_document);
    const bool isDone = m_document->journal().ancestry().size() != before;
    const qsizetype settled = conflicts - conflictCount(m_document->plan());
    const QString also = settled > 0 ? u'\n' + tr("これで、食い違いが%1件なくなりました。").arg(settled) : QString();
    Q_EMIT said((isDone ? tr("取り消しました：%1") : tr("取り消すところがありませんでした：%1")).arg(what) + also
        + (rest.isEmpty() ? QString() : QString(u'\n' + rest)));
}

void HistoryPanel::setBack()
{
    const HistoryEntry *one = current();
    if (!one)
        return;
    CompositionGuard::finish();
    const Thing field = scope() == Scope::Field && m_field ? *m_field : one->thing;
    const auto done = m_document->setBack(field, one->names.constLast());
    if (!done)
        Q_EMIT failed(done.error());
    else if (done.value() == Name())
        Q_EMIT said(tr("いまの内容と同じです。"));
    else
        Q_EMIT said(tr("%1を、選んだときの内容に戻しました。").arg(words::thing(field, {}, m_document->plan())));
}

void HistoryPanel::open()
{
    const HistoryEntry *one = current();
    if (!one || !m_document->plan().contains(one->thing.element))
        return;
    const Thing thing = one->thing; // what is written on the way there comes into the list
    const bool isField = thing.aspect != aspect::kExists && thing.aspect != aspect::kPlace;
    Q_EMIT openRequested(thing.element, isField ? thing.aspect : QString());
}

void HistoryPanel::askEdition()
{
    m_editionRow->show();
    m_editionName->setFocus();
    m_editionName->selectAll();
}

void HistoryPanel::nameEdition()
{
    if (CompositionGuard::isComposing())
        return;
    const QString name = m_editionName->text();
    const auto made = m_document->nameEdition(name);
    if (!made && made.error().code == Error::Code::InvalidInput) {
        Q_EMIT said(name.trimmed().isEmpty()
                ? tr("版の名前を入力してください。")
                : tr("「%1」という名前の版は、もうあります。別の名前にしてください。").arg(name));
        m_editionName->setFocus();
        return;
    }
    if (!made) {
        Q_EMIT failed(made.error());
        return;
    }
    m_editionRow->hide();
    m_editionName->clear();
    Q_EMIT said(tr("いまの内容を、版「%1」として残しました。").arg(name));
    m_list->setFocus();
}

} // namespace mezasu::ui
