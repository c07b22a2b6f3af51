// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QToolButton>

class QMenu;

namespace mezasu::ui {

/// The state of a field (素案, 案, 修正案, 確定), beside it: set here, inherited from above, or not set. A click, Space or Enter
/// opens the choice.
class StateChip : public QToolButton
{
    Q_OBJECT

public:
    /// \param kind, field whose state it is: of the element itself, or of all elements of a kind below it
    StateChip(PlanDocument *document, const ElementId &element, Kind kind, const QString &field, QWidget *parent);

    /// The choice as it is now; deletes itself when it closes.
    QMenu *openChoice();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Found
    {
        ElementId at;
        QString state;
    };
    /// The state in force, from this element or from \p from upwards.
    Found find(ElementId from) const;
    void refresh();
    void set(const QString &state);

    PlanDocument *m_document;
    ElementId m_element;
    Kind m_kind;
    QString m_name; ///< "state/goal/statements"
};

} // namespace mezasu::ui
