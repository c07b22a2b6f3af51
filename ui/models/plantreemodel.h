// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "ui/tree/rowsigns.h"
#include "ui/treecommands.h"

#include <QAbstractItemModel>
#include <unordered_map>

namespace mezasu::ui {

class TextIndex;

/// The tree of a plan: policies, goals, reform items, initiatives. A goal with exactly one reform item is one row with it
/// (the row of the item); a goal with several, or none, is a row of its own.
///
/// Holds no data, only one small handle per row, found by the element's UUID. What the document announces is turned into the
/// rows to insert, move and remove; so there is one path for edits, undo and merges, and never a reset.
class PlanTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { CodeColumn, TitleColumn, SignsColumn, ColumnCount };
    enum Role { ContestedRole = Qt::UserRole + 1 };

    /// \param document outlives the model
    explicit PlanTreeModel(PlanDocument *document, QObject *parent = nullptr);
    ~PlanTreeModel() override;

    /// The element of a row: for a goal with one reform item, the item.
    ElementId idOf(const QModelIndex &index) const;
    /// The row of an element, or of the nearest element above it that has one.
    QModelIndex indexOf(const ElementId &id, int column = TitleColumn) const;

    /// What the small signs of a row say; kept, so cheap to ask for again.
    const RowSigns &signs(const QModelIndex &index) const;
    /// What is searched, so that rows can say whether they contain it; null: nothing.
    void setSearch(const TextIndex *search) { m_search = search; }
    /// Whether the texts of a row, or what is on its page, contain what is searched; \p below: or a row under it.
    bool isHit(const QModelIndex &index, bool below) const;
    /// What was cut and waits to be pasted: shown fainter, and said.
    void setCut(const QList<ElementId> &branches);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override;
    bool canDropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    bool dropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    /// Branches were dropped: what is to be done with the plan.
    void dropped(const mezasu::ui::TreeCommand &command);

private:
    struct Row
    {
        ElementId id; ///< null for the root of the tree
        Row *parent = nullptr;
        QList<Row *> children;
    };
    struct IdHash
    {
        size_t operator()(const ElementId &id) const noexcept { return qHash(id); }
    };

    const Plan &plan() const { return m_document->plan(); }
    Row *rowOf(const QModelIndex &index) const;
    Row *find(const ElementId &id) const;
    QModelIndex indexFor(Row *row, int column = 0) const;
    QList<ElementId> wantedChildren(const ElementId &id) const;
    ElementId goalInRow(const ElementId &id) const;
    bool isCut(const Row *row) const;
    QVariant signsData(const QModelIndex &index, int role) const;
    std::optional<treecommands::Spot> dropSpot(Kind kind, int row, const QModelIndex &parent) const;
    QString fieldIn(const ElementId &id, int column) const;
    QString titleOf(const ElementId &id) const;

    void follow(const QList<ElementId> &changed);
    void addContainers(const ElementId &changed, QSet<ElementId> &containers) const;
    void arrange(Row *container, QList<ElementId> &arranged);
    void removeLeftovers(const ElementId &container);
    void insertRow(Row *container, int at, const ElementId &id);
    void moveRow(Row *row, Row *container, int at);
    void forget(Row *row);
    void refresh(const ElementId &id);

    PlanDocument *m_document;
    mutable RowSignsOfPlan m_signs;
    QSet<ElementId> m_cut;
    const TextIndex *m_search = nullptr;
    Row m_root;
    std::unordered_map<ElementId, std::unique_ptr<Row>, IdHash> m_rows;
};

} // namespace mezasu::ui
