// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "constantwindow.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

namespace mezasu::bench {

namespace {
void recordRows(const QAbstractItemView &view, const QModelIndex &parent, int level, Recorded &out)
{
    const QAbstractItemModel *model = view.model();
    const auto *tree = qobject_cast<const QTreeView *>(&view);
    for (int row = 0; model && row < model->rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(parent); ++column)
            cells.append(model->index(row, column, parent).data().toString());
        out.rows.append(cells);
        out.levels.append(level);
        const QModelIndex index = model->index(row, 0, parent);
        if (tree && tree->isExpanded(index))
            recordRows(view, index, level + 1, out);
    }
}

Recorded recordWidget(const QWidget &widget)
{
    Recorded out;
    out.isHidden = widget.isHidden();
    out.size = widget.size();
    bool isWhole = true; // has no children but its own parts
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget)) {
        out.what = qobject_cast<const QTreeView *>(view) ? Recorded::What::Tree
            : qobject_cast<const QTableView *>(view)     ? Recorded::What::Table
                                                         : Recorded::What::List;
        recordRows(*view, {}, 0, out);
    } else if (const auto *text = qobject_cast<const QTextEdit *>(&widget)) {
        out.what = Recorded::What::Text;
        out.text = text->toPlainText();
    } else if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        out.what = Recorded::What::Label;
        out.text = label->text();
    } else if (const auto *line = qobject_cast<const QLineEdit *>(&widget)) {
        out.what = Recorded::What::Line;
        out.text = line->text();
    } else if (const auto *combo = qobject_cast<const QComboBox *>(&widget)) {
        out.what = Recorded::What::Combo;
        for (int i = 0; i < combo->count(); ++i)
            out.choices.append(combo->itemText(i));
    } else if (qobject_cast<const QAbstractSpinBox *>(&widget)) {
        out.what = Recorded::What::Spin;
    } else if (const auto *check = qobject_cast<const QCheckBox *>(&widget)) {
        out.what = Recorded::What::Check;
        out.text = check->text();
    } else if (const auto *button = qobject_cast<const QPushButton *>(&widget)) {
        out.what = Recorded::What::Button;
        out.text = button->text();
    } else if (const auto *tool = qobject_cast<const QToolButton *>(&widget)) {
        out.what = Recorded::What::ToolButton;
        out.text = tool->text();
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(&widget)) {
        out.what = Recorded::What::Tabs;
        for (int i = 0; i < tabs->count(); ++i)
            out.choices.append(tabs->tabText(i));
    } else if (const auto *menu = qobject_cast<const QMenu *>(&widget)) {
        out.what = Recorded::What::Menu;
        out.text = menu->title();
        for (const QAction *action : menu->actions())
            out.choices.append(action->text());
    } else if (const auto *scroll = qobject_cast<const QScrollArea *>(&widget)) {
        out.what = Recorded::What::Scroll;
        if (scroll->widget())
            out.children.append(recordWidget(*scroll->widget()));
    } else {
        isWhole = false;
    }
    if (isWhole)
        return out;
    const auto *box = qobject_cast<const QBoxLayout *>(widget.layout());
    const auto *splitter = qobject_cast<const QSplitter *>(&widget);
    out.isHorizontal = splitter ? splitter->orientation() == Qt::Horizontal
                                : qobject_cast<const QMenuBar *>(&widget) || qobject_cast<const QToolBar *>(&widget)
            || (box && box->direction() == QBoxLayout::LeftToRight);
    for (const QObject *child : widget.children()) {
        const auto *below = qobject_cast<const QWidget *>(child);
        if (below && (!below->isWindow() || qobject_cast<const QMenu *>(below)))
            out.children.append(recordWidget(*below));
    }
    return out;
}

QStandardItemModel *modelOf(const Recorded &recorded, QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    QList<QStandardItem *> above; // the last row of each level
    for (qsizetype i = 0; i < recorded.rows.size(); ++i) {
        QList<QStandardItem *> cells;
        for (const QString &cell : recorded.rows.at(i))
            cells.append(new QStandardItem(cell));
        const int level = recorded.levels.at(i);
        if (level == 0)
            model->appendRow(cells);
        else
            above.at(level - 1)->appendRow(cells);
        above.resize(level);
        above.append(cells.constFirst());
    }
    return model;
}

QWidget *make(const Recorded &recorded, QWidget *parent)
{
    const auto withModel = [&](QAbstractItemView *view) {
        view->setModel(modelOf(recorded, view));
        return view;
    };
    switch (recorded.what) {
    case Recorded::What::Label:
        return new QLabel(recorded.text, parent);
    case Recorded::What::Button:
        return new QPushButton(recorded.text, parent);
    case Recorded::What::ToolButton: {
        auto *button = new QToolButton(parent);
        button->setText(recorded.text);
        return button;
    }
    case Recorded::What::Check:
        return new QCheckBox(recorded.text, parent);
    case Recorded::What::Line:
        return new QLineEdit(recorded.text, parent);
    case Recorded::What::Text: {
        auto *text = new QTextEdit(parent);
        text->setPlainText(recorded.text);
        text->setFixedHeight(recorded.size.height());
        return text;
    }
    case Recorded::What::Combo: {
        auto *combo = new QComboBox(parent);
        combo->addItems(recorded.choices);
        return combo;
    }
    case Recorded::What::Spin:
        return new QSpinBox(parent);
    case Recorded::What::Tree: {
        auto *tree = new QTreeView(parent);
        tree->setUniformRowHeights(true);
        withModel(tree);
        tree->expandAll();
        return tree;
    }
    case Recorded::What::Table:
        return withModel(new QTableView(parent));
    case Recorded::What::List:
        return withModel(new QListView(parent));
    case Recorded::What::Scroll:
        return new QScrollArea(parent);
    case Recorded::What::Tabs: {
        auto *tabs = new QTabBar(parent);
        for (const QString &title : recorded.choices)
            tabs->addTab(title);
        return tabs;
    }
    case Recorded::What::Menu: {
        auto *menu = new QMenu(recorded.text, parent);
        for (const QString &entry : recorded.choices)
            menu->addAction(entry);
        return menu;
    }
    default:
        return new QWidget(parent);
    }
}

QWidget *build(const Recorded &recorded, QWidget *parent)
{
    QWidget *widget = make(recorded, parent);
    if (recorded.what == Recorded::What::Scroll) {
        auto *scroll = static_cast<QScrollArea *>(widget);
        scroll->setWidgetResizable(true);
        for (const Recorded &child : recorded.children)
            scroll->setWidget(build(child, scroll));
    } else if (!recorded.children.isEmpty()) {
        auto *layout =
            new QBoxLayout(recorded.isHorizontal ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, widget);
        layout->setContentsMargins(0, 0, 0, 0);
        for (const Recorded &child : recorded.children) {
            QWidget *below = build(child, widget);
            if (child.what != Recorded::What::Menu)
                layout->addWidget(below);
        }
    }
    if (recorded.what != Recorded::What::Menu)
        widget->setVisible(!recorded.isHidden);
    return widget;
}
} // namespace

qsizetype Recorded::count() const
{
    qsizetype out = 1;
    for (const Recorded &child : children)
        out += child.count();
    return out;
}

Recorded record(const QMainWindow &window)
{
    return recordWidget(window);
}

std::unique_ptr<QMainWindow> constantWindow(const Recorded &recorded)
{
    auto window = std::make_unique<QMainWindow>();
    window->resize(recorded.size);
    Recorded inside = recorded;
    inside.isHidden = false;
    window->setCentralWidget(build(inside, window.get()));
    return window;
}

} // namespace mezasu::bench
