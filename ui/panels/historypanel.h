// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/history.h"
#include "ui/panels/panel.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QTextBrowser;

namespace mezasu::ui {

class HistoryModel;

/// The history of the plan, of the page's element or of one field: who did what when and why, each change to be read with its
/// difference and taken back. Editions stand in it as what they are, names for a state.
class HistoryPanel : public Panel
{
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    void setDocument(PlanDocument *document) override;
    void setElement(const ElementId &id) override;
    /// Shows what happened to one field.
    void showField(const ElementId &id, const QString &field);
    void showPlan();
    /// Shows where the present state is given a name.
    void askEdition();

Q_SIGNALS:
    /// The state of an edition is to be shown.
    void editionRequested(const mezasu::ElementId &edition);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class Scope { Plan, Element, Field };
    QWidget *makeFilters();
    QWidget *makeEditionRow();
    QWidget *makeDetail();
    void nameScopes();
    void nameAuthors();
    void reload();
    void follow();
    void showDeeds();
    void showDetail();
    void sayState();
    HistoryReader::Wish wish() const;
    void print();
    void takeBack();
    void setBack();
    void open();
    void nameEdition();
    const HistoryEntry *current() const;
    QList<ElementId> elementsOnPage() const;
    Scope scope() const;

    PlanDocument *m_document = nullptr;
    ElementId m_element;
    std::optional<Thing> m_field;
    bool m_stale = true;  ///< was hidden when something changed
    bool m_isBig = false; ///< what is shown is a part of a change
    HistoryModel *m_model;
    QComboBox *m_scope = nullptr, *m_author = nullptr;
    QLineEdit *m_search = nullptr, *m_editionName = nullptr;
    QWidget *m_editionRow = nullptr;
    QListView *m_list;
    QLabel *m_note;
    QTextBrowser *m_detail = nullptr;
    QPushButton *m_takeBack = nullptr, *m_setBack = nullptr, *m_open = nullptr, *m_showEdition = nullptr,
                *m_print = nullptr;
};

} // namespace mezasu::ui
