// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/history.h"
#include "ui/panels/panel.h"

#include <QPointer>

class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace mezasu::ui {

/// 食い違い: every contested place with its sides, who wrote which and when; decided one by one.
/// In the list, the keys 1 to 9 take a side and Enter goes to the field to write it anew.
class ConflictsPanel : public Panel
{
    Q_OBJECT

public:
    explicit ConflictsPanel(QWidget *parent = nullptr);

    void setDocument(PlanDocument *document) override;
    QWidgetList partsInOrder() const override;
    /// Shows the sides of one place; nothing where it is not contested.
    void showThing(const Thing &thing);
    /// The next place after the one that is shown, or the first.
    void showNext();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reload();
    void showSides();
    QWidget *makeSide(const Thing &thing, const ConflictSide &side, int number, const QString &shown);
    QString explanation(const Thing &thing, const QList<ConflictSide> &sides) const;
    QString sideWords(const Thing &thing, const ConflictSide &side) const;
    void take(const Thing &thing, int side);
    void goTo(const Thing &thing);
    void print();
    std::optional<Thing> current() const;

    PlanDocument *m_document = nullptr;
    QList<Thing> m_things;
    bool m_stale = true; ///< was hidden when something changed
    QLabel *m_count;
    QListWidget *m_list;
    QScrollArea *m_scroll;
    QPushButton *m_print;
};

} // namespace mezasu::ui
