// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/plantreemodel.h"

#include "ui/find/textindex.h"
#include "ui/tree/branchclip.h"
#include "ui/words.h"
#include "ui/work.h"

#include <QApplication>
#include <QFont>
#include <QPalette>
#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
bool hasRows(Kind kind)
{
    return kind == Kind::Policy || kind == Kind::Goal || kind == Kind::ReformItem || kind == Kind::Initiative;
}
} // namespace

PlanTreeModel::PlanTreeModel(PlanDocument *document, QObject *parent)
    : QAbstractItemModel(parent)
    , m_document(document)
    , m_signs(document)
{
    QList<ElementId> arranged;
    arrange(&m_root, arranged);
    Work::start<CodeUse>(
        this, [plan = document->plan()](const Work::Ticket &) { return CodeUse(plan); },
        [this](CodeUse codes) {
            for (const ElementId &id : m_signs.setCodes(std::move(codes)))
                refresh(id);
        });
    connect(document, &PlanDocument::elementsChanged, this, &PlanTreeModel::follow);
    connect(document, &PlanDocument::textHeld, this, [this](const ElementId &id) { refresh(id); });
}

PlanTreeModel::~PlanTreeModel() = default;

// -- rows and indexes

PlanTreeModel::Row *PlanTreeModel::rowOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Row *>(index.internalPointer()) : const_cast<Row *>(&m_root);
}

PlanTreeModel::Row *PlanTreeModel::find(const ElementId &id) const
{
    if (id.isNull())
        return const_cast<Row *>(&m_root);
    const auto it = m_rows.find(id);
    return it == m_rows.end() ? nullptr : it->second.get();
}

QModelIndex PlanTreeModel::indexFor(Row *row, int column) const
{
    return row == &m_root ? QModelIndex()
                          : createIndex(static_cast<int>(row->parent->children.indexOf(row)), column, row);
}

ElementId PlanTreeModel::idOf(const QModelIndex &index) const
{
    return rowOf(index)->id;
}

QModelIndex PlanTreeModel::indexOf(const ElementId &id, int column) const
{
    for (ElementId at = id; !at.isNull() && at.kind != Kind::Plan; at = plan().parentOf(at)) {
        if (Row *row = find(at))
            return indexFor(row, column);
        if (at.kind == Kind::Goal) {
            const QList<ElementId> items = plan().children(at, Kind::ReformItem);
            Row *row = items.size() == 1 ? find(items.constFirst()) : nullptr;
            if (row)
                return indexFor(row, column);
        }
    }
    return {};
}

QModelIndex PlanTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column < 0 || column >= ColumnCount || row < 0 || (parent.isValid() && parent.column() != 0))
        return {};
    const Row *container = rowOf(parent);
    return row < container->children.size() ? createIndex(row, column, container->children.at(row)) : QModelIndex();
}

QModelIndex PlanTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexFor(rowOf(index)->parent) : QModelIndex();
}

int PlanTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(rowOf(parent)->children.size());
}

int PlanTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

// -- what is shown

QString PlanTreeModel::fieldIn(const ElementId &id, int column) const
{
    if (id.kind == Kind::Goal)
        return {};
    if (column == TitleColumn)
        return u"title"_s;
    return id.kind == Kind::Policy ? u"number"_s : u"code"_s;
}

QString PlanTreeModel::titleOf(const ElementId &id) const
{
    const ElementId named = plan().namedBy(id);
    return m_document->text(named, named == id ? u"title"_s : u"text"_s);
}

/// The goal that stands in the row of its only reform item, or null.
ElementId PlanTreeModel::goalInRow(const ElementId &id) const
{
    const ElementId goal = id.kind == Kind::ReformItem ? plan().parentOf(id) : ElementId();
    return !goal.isNull() && !find(goal) ? goal : ElementId();
}

const RowSigns &PlanTreeModel::signs(const QModelIndex &index) const
{
    const ElementId id = rowOf(index)->id;
    return m_signs.of(id, goalInRow(id));
}

bool PlanTreeModel::isHit(const QModelIndex &index, bool below) const
{
    if (!m_search || m_search->hits().isEmpty())
        return false;
    const ElementId id = rowOf(index)->id;
    const ElementId goal = goalInRow(id);
    if (below && m_search->hasHitBelow(goal.isNull() ? id : goal))
        return true;
    const auto onPage = [this](const ElementId &element) {
        const QList<ElementId> &parts = plan().children(element);
        return m_search->isHit(element) || std::any_of(parts.begin(), parts.end(), [this](const ElementId &part) {
            return !hasRows(part.kind) && m_search->isHit(part);
        });
    };
    return onPage(id) || (!goal.isNull() && onPage(goal));
}

QVariant PlanTreeModel::signsData(const QModelIndex &index, int role) const
{
    if (role == Qt::DisplayRole) {
        QStringList texts;
        for (const RowSigns::Sign &sign : signs(index).signs())
            texts.append(sign.text);
        return texts.join(u' ');
    }
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        QStringList lines;
        if (isHit(index, true))
            lines.append(tr("検索した言葉があります"));
        if (const QString words = signs(index).words(); !words.isEmpty())
            lines.append(words);
        return lines.join(u'\n');
    }
    return {};
}

bool PlanTreeModel::isCut(const Row *row) const
{
    if (m_cut.isEmpty())
        return false;
    for (; row != &m_root; row = row->parent) {
        if (m_cut.contains(row->id) || m_cut.contains(goalInRow(row->id)))
            return true;
    }
    return false;
}

void PlanTreeModel::setCut(const QList<ElementId> &branches)
{
    const QSet<ElementId> before = std::exchange(m_cut, {branches.begin(), branches.end()});
    for (const ElementId &id : before + m_cut)
        refresh(id);
}

QVariant PlanTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ElementId id = rowOf(index)->id;
    if (!plan().contains(id))
        return {};
    if (role == ContestedRole)
        return signs(index).contested;
    if (index.column() == SignsColumn)
        return signsData(index, role);
    const bool isTitle = index.column() == TitleColumn;
    const QString text = isTitle ? titleOf(id) : m_document->text(id, fieldIn(id, CodeColumn));
    switch (role) {
    case Qt::EditRole:
        return text;
    case Qt::DisplayRole: {
        const QString shown = isTitle && text.isEmpty() ? words::untitled(plan(), id.kind) : text;
        return QString(shown).replace(u'\n', u' ');
    }
    case Qt::ForegroundRole:
        return (isTitle && text.isEmpty()) || isCut(rowOf(index))
            ? QVariant(QApplication::palette().brush(QPalette::PlaceholderText))
            : QVariant();
    case Qt::FontRole:
        if (id.kind == Kind::Policy) {
            QFont font = QApplication::font();
            font.setBold(true);
            return font;
        }
        return {};
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        if (!isTitle)
            return text;
        const QString level = words::levelName(plan(), id.kind);
        const QString title = text.isEmpty() ? words::untitled(plan(), id.kind) : text;
        if (isCut(rowOf(index)))
            return tr("%1「%2」（切り取り中）").arg(level, title);
        return signs(index).contested ? tr("%1「%2」（調整中：複数の案があります）").arg(level, title)
                                      : tr("%1「%2」").arg(level, title);
    }
    case Qt::AccessibleDescriptionRole:
        return isTitle ? signs(index).words() : QString();
    default:
        return {};
    }
}

bool PlanTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString();
    const ElementId id = rowOf(index)->id;
    const QString field = fieldIn(id, index.column());
    if (m_document->text(id, field) == text)
        return true;
    return static_cast<bool>(m_document->apply({PlanChange::set(id, field, text.isEmpty() ? Value() : Value(text))}));
}

QVariant PlanTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CodeColumn:
        return tr("番号");
    case TitleColumn:
        return tr("名称");
    default:
        return tr("しるし");
    }
}

Qt::ItemFlags PlanTreeModel::flags(const QModelIndex &index) const
{
    const bool writes = !m_document->isReadOnly();
    if (!index.isValid())
        return writes ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    if (writes)
        flags |= Qt::ItemIsDropEnabled;
    if (writes && index.column() != SignsColumn && rowOf(index)->id.kind != Kind::Goal)
        flags |= Qt::ItemIsEditable;
    return flags;
}

// -- dragging and dropping

QStringList PlanTreeModel::mimeTypes() const
{
    return {BranchClip::mimeType()};
}

QMimeData *PlanTreeModel::mimeData(const QModelIndexList &indexes) const
{
    QList<ElementId> rows;
    for (const QModelIndex &index : indexes)
        rows.append(idOf(index));
    return BranchClip::ofRows(plan(), rows, true).toMime();
}

Qt::DropActions PlanTreeModel::supportedDropActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

std::optional<treecommands::Spot> PlanTreeModel::dropSpot(Kind kind, int row, const QModelIndex &parent) const
{
    const Row *below = rowOf(parent);
    if (row < 0)
        return treecommands::spotOn(plan(), kind, below->id);
    const ElementId before = row > 0 && row <= below->children.size() ? below->children.at(row - 1)->id : ElementId();
    return treecommands::spotBelow(plan(), kind, below->id, before);
}

bool PlanTreeModel::canDropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &parent) const
{
    if (m_document->isReadOnly() || !(action & supportedDropActions()))
        return false;
    const auto clip = BranchClip::fromMime(data);
    return clip && clip->kind() && dropSpot(*clip->kind(), row, parent.siblingAtColumn(0));
}

bool PlanTreeModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const auto clip = BranchClip::fromMime(data);
    const auto spot = dropSpot(*clip->kind(), row, parent.siblingAtColumn(0));
    const bool moves = action == Qt::MoveAction && clip->canMoveIn(plan());
    const auto made = moves ? treecommands::moveTo(plan(), clip->ids(), *spot) : clip->insertAt(plan(), *spot);
    if (!made)
        return false;
    Q_EMIT dropped(*made);
    return true;
}

// -- following the document

QList<ElementId> PlanTreeModel::wantedChildren(const ElementId &id) const
{
    if (id.isNull())
        return plan().children(plan().root(), Kind::Policy);
    switch (id.kind) {
    case Kind::Policy: {
        QList<ElementId> rows;
        for (const ElementId &goal : plan().children(id, Kind::Goal)) {
            const QList<ElementId> items = plan().children(goal, Kind::ReformItem);
            rows.append(items.size() == 1 ? items.constFirst() : goal);
        }
        return rows;
    }
    case Kind::Goal:
        return plan().children(id, Kind::ReformItem);
    case Kind::ReformItem:
        return plan().children(id, Kind::Initiative);
    default:
        return {};
    }
}

/// The rows whose children may differ: where the element stood, and where it stands now.
void PlanTreeModel::addContainers(const ElementId &changed, QSet<ElementId> &containers) const
{
    if (changed.kind == Kind::Plan || changed.kind == Kind::Policy) {
        containers.insert(ElementId());
        return;
    }
    const Row *row = find(changed);
    if (changed.kind == Kind::Initiative) {
        if (row)
            containers.insert(row->parent->id);
        containers.insert(plan().parentOf(changed));
        return;
    }
    for (; row && row != &m_root; row = row->parent) {
        if (row->id.kind == Kind::Policy)
            containers.insert(row->id);
    }
    for (ElementId at = changed; !at.isNull(); at = plan().parentOf(at)) {
        if (at.kind == Kind::Policy)
            containers.insert(at);
    }
}

void PlanTreeModel::follow(const QList<ElementId> &changed)
{
    QSet<ElementId> containers;
    for (const ElementId &id : changed) {
        if (hasRows(id.kind) || id.kind == Kind::Plan)
            addContainers(id, containers);
    }
    QList<ElementId> order(containers.begin(), containers.end());
    std::sort(order.begin(), order.end(), [](const ElementId &a, const ElementId &b) {
        return (a.isNull() ? -1 : layerOf(a.kind)) < (b.isNull() ? -1 : layerOf(b.kind));
    });
    QList<ElementId> arranged;
    for (const ElementId &id : order) {
        Row *row = find(id);
        if (!row || (!id.isNull() && !plan().contains(id)))
            continue; // its rows go with it, or come with it
        arrange(row, arranged);
        for (const ElementId &child : wantedChildren(id)) {
            if (child.kind == Kind::Goal)
                arrange(find(child), arranged);
        }
    }
    for (const ElementId &id : arranged)
        removeLeftovers(id);
    for (const ElementId &id : changed + m_signs.follow(changed))
        refresh(id);
}

/// Brings the wanted rows to the front, in order. What is not wanted here stays behind them until every container is
/// arranged, because another may fetch it.
void PlanTreeModel::arrange(Row *container, QList<ElementId> &arranged)
{
    arranged.append(container->id);
    const QList<ElementId> wanted = wantedChildren(container->id);
    for (int i = 0; i < wanted.size(); ++i) {
        const ElementId &id = wanted.at(i);
        if (i < container->children.size() && container->children.at(i)->id == id)
            continue;
        Row *row = find(id);
        if (!row) {
            insertRow(container, i, id);
            arrange(container->children.at(i), arranged);
            continue;
        }
        // One row that went down is one move, not one for each row that it passed.
        if (row->parent == container && container->children.indexOf(row) == i + 1) {
            Row *here = container->children.at(i);
            const qsizetype further = wanted.indexOf(here->id, i);
            if (further > i && further < container->children.size()) {
                moveRow(here, container, static_cast<int>(further) + 1);
                continue;
            }
        }
        moveRow(row, container, i);
    }
}

void PlanTreeModel::removeLeftovers(const ElementId &id)
{
    Row *container = find(id);
    if (!container)
        return;
    const auto wanted = static_cast<int>(wantedChildren(id).size());
    const auto last = static_cast<int>(container->children.size()) - 1;
    if (last < wanted)
        return;
    beginRemoveRows(indexFor(container), wanted, last);
    while (container->children.size() > wanted)
        forget(container->children.takeLast());
    endRemoveRows();
}

void PlanTreeModel::insertRow(Row *container, int at, const ElementId &id)
{
    beginInsertRows(indexFor(container), at, at);
    auto row = std::make_unique<Row>(Row{id, container, {}});
    container->children.insert(at, row.get());
    m_rows.emplace(id, std::move(row));
    endInsertRows();
}

void PlanTreeModel::moveRow(Row *row, Row *container, int at)
{
    Row *from = row->parent;
    const auto source = static_cast<int>(from->children.indexOf(row));
    beginMoveRows(indexFor(from), source, source, indexFor(container), at);
    from->children.removeAt(source);
    container->children.insert(from == container && at > source ? at - 1 : at, row);
    row->parent = container;
    endMoveRows();
}

void PlanTreeModel::forget(Row *row)
{
    for (Row *child : std::as_const(row->children))
        forget(child);
    m_rows.erase(ElementId(row->id));
}

void PlanTreeModel::refresh(const ElementId &id)
{
    if (id.kind == Kind::Department || id.kind == Kind::Edition)
        return;
    const QModelIndex index = indexOf(id, 0);
    if (index.isValid())
        Q_EMIT dataChanged(index, index.siblingAtColumn(ColumnCount - 1));
}

} // namespace mezasu::ui
