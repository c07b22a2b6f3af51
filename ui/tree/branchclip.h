// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/treecommands.h"

#include <QStringList>
#include <memory>

class QMimeData;

namespace mezasu::ui {

/// Branches of a plan on their way: on the clipboard, or under the mouse. Holds all fields of all that stands in them, and the
/// names of the departments that they refer to, so that they can be put into another plan.
class BranchClip
{
public:
    /// One element with what stands below it.
    struct Node
    {
        ElementId id;
        FieldMap fields;
        QList<Node> children;
    };

    static QString mimeType();
    /// \param isCut it is to be moved where it can be
    static BranchClip ofRows(const Plan &plan, const QList<ElementId> &rows, bool isCut);
    /// Nothing where there are no branches, or where they cannot be read.
    static std::optional<BranchClip> fromMime(const QMimeData *data);
    /// The branches, and beside them the same as an indented list of codes and titles for other programs.
    /// \return owned by the caller
    QMimeData *toMime() const;

    bool isCut() const { return m_isCut; }
    /// The same as if it had been copied.
    BranchClip asCopy() const;
    bool isEmpty() const { return m_branches.isEmpty(); }
    /// The ids that the branches had where they come from.
    QList<ElementId> ids() const;
    /// The kind of the branches; nothing where they are of several kinds.
    std::optional<Kind> kind() const;
    QString plainText() const;
    QByteArray bytes() const; ///< as they stand on the clipboard

    /// Whether the branches stand in this plan and were cut there.
    bool canMoveIn(const Plan &plan) const;
    /// Puts copies there, under new ids. Departments are found by id, else by name, else added.
    treecommands::Made insertAt(const Plan &plan, const treecommands::Spot &spot) const;
    /// The same at the row of an element, or moves what was cut there; each kind where it belongs. Nothing where a branch
    /// cannot be put there.
    treecommands::Made pasteAt(const Plan &plan, const ElementId &at) const;

private:
    struct Department
    {
        QUuid id;
        QString name, shortName;
    };
    class Copying;
    void addDepartments(const Plan &plan, const Node &node);
    static std::optional<BranchClip> fromJson(const QByteArray &json);

    QUuid m_plan;
    bool m_isCut = false;
    QList<Department> m_departments;
    QList<Node> m_branches;
};

} // namespace mezasu::ui
