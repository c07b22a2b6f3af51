// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "core/report/document.h"

#include <QWidget>

namespace mezasu::ui {

/// Something shown beside the page that is opened and closed: a history, findings, conflicts.
class Panel : public QWidget
{
    Q_OBJECT

public:
    /// \param name of the object, ending in "Panel"
    explicit Panel(const QString &name, QWidget *parent = nullptr);
    ~Panel() override;

    /// Another plan, or none (null). A panel that is hidden need not read it before it is shown.
    virtual void setDocument(PlanDocument *document) = 0;
    /// The page of another element is shown.
    virtual void setElement(const ElementId &id);
    /// Whether it says nothing where no plan is open.
    virtual bool needsPlan() const { return true; }
    /// Its parts in the order of Tab, where some are made later than others.
    virtual QWidgetList partsInOrder() const { return {}; }
    /// Shows it, in front of the others, and puts the focus into it.
    void reveal();
    /// Wide enough for a line of text to be read.
    QSize sizeHint() const override;

Q_SIGNALS:
    /// The page of this element is to be shown, at this field where it is not empty.
    void openRequested(const mezasu::ElementId &id, const QString &field);
    void failed(const mezasu::Error &error);
    /// Something to be said above the page.
    void said(const QString &message);
    /// A paper to be looked at before it is printed.
    void paperMade(const mezasu::report::Document &paper);
};

} // namespace mezasu::ui
