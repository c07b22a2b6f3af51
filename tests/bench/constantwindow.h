// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMainWindow>
#include <QStringList>
#include <memory>

namespace mezasu::bench {

/// What stands in a window, written down, so that another can be filled with it without a plan.
struct Recorded
{
    enum class What {
        Plain, ///< a frame, or anything else that only holds others
        Label,
        Button,
        ToolButton,
        Check,
        Line,
        Text,
        Combo,
        Spin,
        Tree,
        Table,
        List,
        Scroll,
        Tabs,
        Menu,
    };
    What what = What::Plain;
    QString text;
    QList<QStringList> rows; ///< of a tree, table or list: what is shown of it
    QList<int> levels;       ///< of a tree: how deep each row stands
    QStringList choices;     ///< of a combo box; of a menu, its entries
    bool isHidden = false, isHorizontal = false;
    QSize size;
    QList<Recorded> children;

    qsizetype count() const; ///< with all below
};

Recorded record(const QMainWindow &window);
/// A window with the same widgets, in plain boxes, filled with constants.
std::unique_ptr<QMainWindow> constantWindow(const Recorded &recorded);

} // namespace mezasu::bench
