// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/treecommands.h"

#include <QSplitter>

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTimer;
class QTreeView;

namespace mezasu::ui {

class ElementPage;
class OverviewPage;
class FindBar;
class MatchMarker;
class PlanTree;
class PlanTreeModel;
class TextIndex;
class TreeDelegate;

/// One plan on screen: its tree, and the page of what is selected in it.
class PlanView : public QSplitter
{
    Q_OBJECT

public:
    /// \param document outlives the view
    explicit PlanView(PlanDocument *document, QWidget *parent = nullptr);
    ~PlanView() override;

    PlanDocument *document() const { return m_document; }
    QTreeView *tree() const;
    PlanTreeModel *model() const { return m_model; }
    ElementPage *page() const { return m_page; }
    /// Rolls the page to where a widget of it can be seen.
    void rollTo(QWidget *widget);
    FindBar *findBar() const { return m_findBar; }
    /// The element whose page is shown.
    ElementId current() const;
    /// The elements of the rows that are selected in the tree, the current one first; where none is, that whose page is shown.
    QList<ElementId> selected() const;
    /// Shows the page of an element, and its row in the tree.
    void show(const ElementId &id, bool focusPage = false);
    /// Shows all indicators at a glance in place of the page, until a page is shown again.
    void showOverview();
    bool showsOverview() const;
    /// The page or the overview, whichever is seen.
    QWidget *shown() const;
    /// Does what a tree command says, and selects what it names. \return whether it was done
    bool run(const treecommands::Made &command, bool focusPage);

Q_SIGNALS:
    void currentChanged();
    /// The page, or the overview in its place, is shown now.
    void shownChanged();
    void failed(const mezasu::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    ElementId pageOf(const ElementId &id) const;
    void selectionMoved();
    void setPage(const ElementId &id);
    void dropPage();
    void makePageAgain();
    void follow(const QList<ElementId> &changed);
    QWidget *makeTree();
    void fitColumns();
    void fitTitles();
    void keepPage();
    void select(const QList<ElementId> &ids);
    void showSearch();
    void showFound(const ElementId &id, const QString &field);
    void updatePlanButton();

    PlanDocument *m_document;
    PlanTreeModel *m_model;
    QPushButton *m_planButton;
    PlanTree *m_tree;
    TextIndex *m_index;
    FindBar *m_findBar;
    TreeDelegate *m_delegate;
    MatchMarker *m_marker;
    QStackedWidget *m_right; ///< the page, and the overview once it was asked for
    QScrollArea *m_scroll;
    QTimer *m_fit;
    OverviewPage *m_overview = nullptr;
    ElementPage *m_page = nullptr;
    double m_pagePoints = 0; ///< size of the text for which the page was made
    bool m_fitting = false;
    bool m_drawn = false; ///< somebody has chosen the width of a column
    bool m_selecting = false;
    bool m_sized = false;
};

} // namespace mezasu::ui
