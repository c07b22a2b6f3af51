// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/planview.h"

#include "ui/compositionguard.h"
#include "ui/find/findbar.h"
#include "ui/find/matchmarker.h"
#include "ui/find/textindex.h"
#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/models/plantreemodel.h"
#include "ui/pages/elementpage.h"
#include "ui/pages/fields.h"
#include "ui/pages/overviewpage.h"
#include "ui/tree/plantree.h"
#include "ui/tree/treedelegate.h"
#include "ui/widgets/leftbutton.h"
#include "ui/words.h"

#include <QApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kFitMs = 100;         ///< from a change in the tree until its columns have the width for it
constexpr int kPageCharacters = 14; ///< full-width ones, with which a page can be written without rolling to the side
constexpr int kTreeCharacters = 58; // three cards of the overview beside it on a common screen
} // namespace

PlanView::PlanView(PlanDocument *document, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_document(document)
    , m_model(new PlanTreeModel(document, this))
    , m_planButton(new LeftButton)
    , m_tree(new PlanTree)
    , m_index(new TextIndex(document, this))
    , m_findBar(new FindBar(m_index))
    , m_delegate(new TreeDelegate(m_model, this))
    , m_marker(new MatchMarker(this))
    , m_right(new QStackedWidget)
    , m_scroll(new QScrollArea)
    , m_fit(new QTimer(this))
{
    setObjectName(u"planView"_s);
    setChildrenCollapsible(false);
    auto *left = new QWidget;
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(gap::kSmall, gap::kSmall, gap::kHair, gap::kSmall);
    layout->setSpacing(gap::kSmall);
    m_planButton->setObjectName(u"planButton"_s);
    m_planButton->setAutoDefault(false);
    m_planButton->setIcon(icon(u"document-properties"_s));
    m_planButton->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    layout->addWidget(m_planButton);
    layout->addWidget(m_findBar);
    layout->addWidget(makeTree(), 1);
    addWidget(left);

    m_scroll->setObjectName(u"pageScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_right->addWidget(m_scroll);
    addWidget(m_right);
    keepPage();
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);

    connect(m_right, &QStackedWidget::currentChanged, this, &PlanView::shownChanged);
    connect(m_planButton, &QPushButton::clicked, this, [this] { show(m_document->plan().root(), true); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &PlanView::selectionMoved);
    connect(m_tree, &QTreeView::clicked, this, [this] { m_right->setCurrentWidget(m_scroll); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &below) {
        if (!below.isValid() || !below.parent().isValid())
            m_tree->expand(below);
    });
    connect(m_model, &PlanTreeModel::dropped, this, [this](const TreeCommand &command) { run(command, false); });
    connect(m_findBar, &FindBar::searched, this, &PlanView::showSearch);
    connect(m_findBar, &FindBar::found, this, &PlanView::showFound);
    connect(m_findBar, &FindBar::left, this, [this] { m_tree->setFocus(Qt::OtherFocusReason); });
    connect(document, &PlanDocument::elementsChanged, this, &PlanView::follow);
    connect(document, &PlanDocument::textHeld, this, &PlanView::updatePlanButton);
    updatePlanButton();
    setPage(document->plan().root());
}

QWidget *PlanView::makeTree()
{
    m_tree->setObjectName(u"planTree"_s);
    m_tree->setAccessibleName(tr("計画の構成"));
    m_model->setSearch(m_index);
    m_tree->setModel(m_model);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers); // renaming is a command
    m_tree->setItemDelegate(m_delegate);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setIndentation(fontMetrics().height() * 4 / 5);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setMinimumSectionSize(fontMetrics().horizontalAdvance(u"あ"_s));
    header->setSectionResizeMode(PlanTreeModel::CodeColumn, QHeaderView::Interactive);
    header->setSectionResizeMode(PlanTreeModel::TitleColumn, QHeaderView::Fixed); // what the others leave
    header->setSectionResizeMode(PlanTreeModel::SignsColumn, QHeaderView::Interactive);
    header->setResizeContentsPrecision(0); // what is to be seen
    m_tree->expandToDepth(1);
    fitColumns();
    m_fit->setSingleShot(true);
    m_fit->setInterval(kFitMs);
    connect(m_fit, &QTimer::timeout, this, &PlanView::fitColumns);
    const auto later = [this] {
        if (!m_fit->isActive())
            m_fit->start();
    };
    connect(m_tree, &QTreeView::expanded, m_fit, later);
    connect(m_tree, &QTreeView::collapsed, m_fit, later);
    connect(m_tree->verticalScrollBar(), &QScrollBar::valueChanged, m_fit, later);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, m_fit, later);
    connect(m_model, &QAbstractItemModel::dataChanged, m_fit, later);
    connect(m_model, &QAbstractItemModel::layoutChanged, m_fit, later);
    connect(m_model, &QAbstractItemModel::modelReset, m_fit, later);
    connect(m_tree, &PlanTree::resized, this, &PlanView::fitTitles);
    connect(m_tree, &PlanTree::resized, m_fit, later); // more rows
    connect(header, &QHeaderView::sectionResized, this, [this] {
        m_drawn = m_drawn || !m_fitting;
        fitTitles();
    });
    return m_tree;
}

/// Codes and signs take the width that they need, until somebody draws a column; the names have the rest.
void PlanView::fitColumns()
{
    if (!m_drawn) {
        m_fitting = true;
        m_tree->resizeColumnToContents(PlanTreeModel::CodeColumn);
        m_tree->resizeColumnToContents(PlanTreeModel::SignsColumn);
        const int most = TreeDelegate::widthOfSigns(m_tree->font());
        if (m_tree->columnWidth(PlanTreeModel::SignsColumn) > most)
            m_tree->setColumnWidth(PlanTreeModel::SignsColumn, most);
        m_fitting = false;
    }
    fitTitles();
}

/// Beside a panel on a small screen the tree gives way rather than the page.
void PlanView::keepPage()
{
    m_right->setMinimumWidth(fontMetrics().horizontalAdvance(u'あ') * kPageCharacters + 2 * gap::kPage
        + m_scroll->verticalScrollBar()->sizeHint().width());
}

void PlanView::fitTitles()
{
    if (m_fitting)
        return;
    m_fitting = true;
    const int least = fontMetrics().horizontalAdvance(u"あああああ"_s); // rather rolled than without a name
    m_tree->setColumnWidth(PlanTreeModel::TitleColumn,
        std::max(least,
            m_tree->viewport()->width() - m_tree->columnWidth(PlanTreeModel::CodeColumn)
                - m_tree->columnWidth(PlanTreeModel::SignsColumn)));
    m_fitting = false;
}

PlanView::~PlanView()
{
    // Editors that lose the focus while they die must not speak to a view that is half gone.
    delete m_scroll->takeWidget();
}

ElementId PlanView::current() const
{
    return m_page ? m_page->element() : ElementId();
}

QTreeView *PlanView::tree() const
{
    return m_tree;
}

QList<ElementId> PlanView::selected() const
{
    QList<ElementId> out;
    QSet<ElementId> seen;
    const auto add = [&](const QModelIndex &index) {
        const ElementId id = m_model->idOf(index);
        if (!seen.contains(id)) {
            seen.insert(id);
            out.append(id);
        }
    };
    if (const QModelIndex current = m_tree->currentIndex(); current.isValid())
        add(current);
    // selectedRows() would look through all ranges for each row.
    for (const QItemSelectionRange &range : m_tree->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            add(m_model->index(row, 0, range.parent()));
    }
    return out.isEmpty() ? QList<ElementId>{this->current()} : out;
}

void PlanView::select(const QList<ElementId> &ids)
{
    QItemSelection selection;
    for (const ElementId &id : ids) {
        const QModelIndex index = m_model->indexOf(id, 0);
        if (index.isValid())
            selection.select(index, index.siblingAtColumn(PlanTreeModel::ColumnCount - 1));
    }
    m_tree->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

// -- searching

void PlanView::showSearch()
{
    m_findBar->setStart(current());
    m_delegate->setKey(m_index->key());
    m_delegate->updateMarks(m_tree);
    m_marker->mark(m_page, m_index->key());
}

/// The page of what was found, rolled to the field in which it was. The focus stays in the search field; elsewhere it goes
/// into the field.
void PlanView::showFound(const ElementId &id, const QString &field)
{
    const QWidget *focus = QApplication::focusWidget();
    const bool searches = focus && m_findBar->isAncestorOf(focus);
    show(id);
    m_marker->mark(m_page, m_index->key());
    if (!searches)
        m_page->focusField(id, field);
    for (QWidget *editor : m_page->findChildren<QWidget *>()) {
        if (fields::isEditorOf(editor, id, field)) {
            rollTo(editor);
            return;
        }
    }
}

void PlanView::rollTo(QWidget *widget)
{
    QTimer::singleShot(0, widget, [this, widget] { // when the fields have grown
        m_scroll->ensureWidgetVisible(widget, 0, widget->fontMetrics().height() * 3);
    });
}

void PlanView::updatePlanButton()
{
    const Plan &plan = m_document->plan();
    const QString title = m_document->text(plan.root(), u"title"_s);
    const QString shown = title.isEmpty() ? words::untitled(plan, Kind::Plan) : title;
    m_planButton->setText(words::shortened(shown, 40));
    m_planButton->setToolTip(shown);
    m_planButton->setAccessibleName(tr("計画の設定：%1").arg(shown));
}

/// At first the tree is as wide as it is comfortable to read, and never takes the page's room; later as one has drawn it.
void PlanView::resizeEvent(QResizeEvent *event)
{
    if (!m_sized && width() > 0) {
        m_sized = true;
        const int tree = std::min(fontMetrics().averageCharWidth() * kTreeCharacters, width() * 2 / 5);
        setSizes({tree, width() - tree});
    }
    QSplitter::resizeEvent(event);
}

void PlanView::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_marker->colourAgain();
    if (event->type() == QEvent::FontChange) {
        m_fit->start();
        keepPage();
    }
    if (event->type() == QEvent::FontChange && m_page
        && font().pointSizeF() != m_pagePoints) // its fields were measured in the size that was
        QTimer::singleShot(0, this, &PlanView::makePageAgain);
}

void PlanView::makePageAgain()
{
    const ElementId shown = current();
    m_page = nullptr;
    if (m_document->plan().contains(shown))
        setPage(shown);
}

void PlanView::selectionMoved()
{
    const QModelIndex index = m_tree->currentIndex();
    if (m_selecting || !index.isValid() || m_tree->isPassedByTab())
        return;
    m_right->setCurrentWidget(m_scroll);
    setPage(m_model->idOf(index));
}

void PlanView::showOverview()
{
    CompositionGuard::finish();
    m_document->endRun();
    if (!m_overview) {
        m_overview = new OverviewPage(m_document);
        m_right->addWidget(m_overview);
        connect(m_overview, &OverviewPage::openRequested, this, [this](const ElementId &id) { show(id, true); });
        connect(m_overview, &OverviewPage::closeRequested, this, [this] { show(current(), true); });
    }
    m_right->setCurrentWidget(m_overview);
    m_overview->setFocus(Qt::ShortcutFocusReason);
}

bool PlanView::showsOverview() const
{
    return m_overview && m_right->currentWidget() == m_overview;
}

QWidget *PlanView::shown() const
{
    return showsOverview() ? static_cast<QWidget *>(m_overview) : m_page;
}

/// The page may be what asked for this, so it goes a little later; but not after the view, and so not after the document.
void PlanView::dropPage()
{
    if (QWidget *old = m_scroll->takeWidget()) {
        old->setParent(m_scroll);
        old->deleteLater();
    }
}

void PlanView::setPage(const ElementId &id)
{
    if (m_page && m_page->element() == id)
        return;
    CompositionGuard::finish();
    m_document->endRun();
    m_page = new ElementPage(m_document, id);
    m_pagePoints = font().pointSizeF();
    connect(
        m_page, &ElementPage::openRequested, this, [this](const ElementId &other) { show(other, true); },
        Qt::QueuedConnection);
    dropPage();
    m_scroll->setWidget(m_page);
    m_scroll->verticalScrollBar()->setValue(0);
    m_findBar->setStart(id);
    m_marker->mark(m_page, m_index->key());
    Q_EMIT currentChanged();
}

/// What has no page of its own is on that of the element above; a goal that is alone with its reform item is on the item's.
ElementId PlanView::pageOf(const ElementId &id) const
{
    const Plan &plan = m_document->plan();
    switch (id.kind) {
    case Kind::Statement:
    case Kind::Issue:
    case Kind::Footnote:
        return pageOf(plan.parentOf(id));
    case Kind::Department:
    case Kind::Edition:
        return plan.root();
    case Kind::Goal: {
        const QList<ElementId> items = plan.children(id, Kind::ReformItem);
        return items.size() == 1 ? items.constFirst() : id;
    }
    default:
        return id;
    }
}

void PlanView::show(const ElementId &id, bool focusPage)
{
    if (!m_document->plan().contains(id))
        return;
    m_selecting = true;
    const QModelIndex index = m_model->indexOf(id, PlanTreeModel::CodeColumn);
    if (index.isValid()) {
        // Several rows that are selected stay so when the current one is among them.
        const QModelIndex now = m_tree->currentIndex();
        if (now.siblingAtColumn(0) != index.siblingAtColumn(0) || !m_tree->selectionModel()->isSelected(now))
            m_tree->selectionModel()->setCurrentIndex( // not as a click would, which asks for Ctrl and Shift
                index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_tree->scrollTo(index);
    } else {
        m_tree->selectionModel()->clear();
    }
    m_selecting = false;
    m_right->setCurrentWidget(m_scroll);
    setPage(pageOf(id));
    if (focusPage)
        m_page->focusFirst();
}

/// The page goes when its element goes, and is made anew when it shows something else than before.
void PlanView::follow(const QList<ElementId> &changed)
{
    updatePlanButton();
    m_tree->viewport()->update(); // states hold for what stands below
    m_marker->lookAgain();
    const Plan &plan = m_document->plan();
    const ElementId shown = current();
    if (!plan.contains(shown)) {
        dropPage();
        m_page = nullptr;
        const QModelIndex index = m_tree->currentIndex();
        const ElementId next = index.isValid() ? m_model->idOf(index) : plan.root();
        setPage(plan.contains(next) ? next : plan.root());
        return;
    }
    bool other = false;
    if (shown.kind == Kind::ReformItem) {
        const ElementId goal = plan.parentOf(shown);
        const bool alone = plan.children(goal, Kind::ReformItem).size() == 1;
        other = m_page->goalOnPage() != (alone ? goal : ElementId());
    }
    if (shown.kind == Kind::Initiative && changed.contains(plan.root()))
        other = true; // its years may be others
    if (other) {
        m_page = nullptr;
        setPage(shown);
    }
}

bool PlanView::run(const treecommands::Made &command, bool focusPage)
{
    if (!command)
        return false;
    CompositionGuard::finish();
    if (const auto done = m_document->apply(command->changes, {}, command->step); !done) {
        Q_EMIT failed(done.error());
        return false;
    }
    show(command->focus, focusPage);
    if (command->selected.size() > 1)
        select(command->selected);
    return true;
}

} // namespace mezasu::ui
