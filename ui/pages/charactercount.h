// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QLabel>
#include <QPointer>

namespace mezasu::ui {

class GrowingTextEdit;

/// How many characters stand in the text field that has the focus, at its lower right; with the limit where the plan sets
/// one. One for a page: fields need not make room for it.
class CharacterCount : public QLabel
{
    Q_OBJECT

public:
    CharacterCount(PlanDocument *document, QWidget *page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void attach(QWidget *focused);
    void release();
    void refresh();
    void place();

    PlanDocument *m_document;
    QPointer<GrowingTextEdit> m_editor;
    QList<QPointer<QWidget>> m_watched; ///< the editor and what it stands in, up to the page
    ElementId m_id;
    QString m_field;
};

} // namespace mezasu::ui
