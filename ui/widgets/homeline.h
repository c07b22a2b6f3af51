// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QLabel>

namespace mezasu::ui {

/// An element above another, and what it is called in one line: 改革項目 1-2「…」.
struct HomeStep
{
    ElementId id;
    QString name;
};
/// Where an element is at home: from the policy down to its parent; the plan itself is left out.
QList<HomeStep> homeOf(const Plan &plan, const ElementId &id);

/// Says where an element is at home, as links to the pages there.
class HomeLine : public QLabel
{
    Q_OBJECT

public:
    HomeLine(PlanDocument *document, const ElementId &element, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(const mezasu::ElementId &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();

    PlanDocument *m_document;
    ElementId m_element;
};

} // namespace mezasu::ui
