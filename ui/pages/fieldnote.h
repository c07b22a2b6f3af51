// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QLabel>

namespace mezasu::ui {

/// What is to be said about one field, below its editor: a text over its limit, a check digit that does not fit, what could
/// not be read. Hidden while there is nothing to say.
class FieldNote : public QLabel
{
    Q_OBJECT

public:
    /// \param editor whose property "refused" says that what stands in it was not taken
    FieldNote(PlanDocument *document, const ElementId &id, const QString &field, QWidget *editor, QWidget *parent);

    /// How far a text is over the limit that the plan sets; empty where it is not.
    static QString overLimit(const PlanDocument &document, const ElementId &id, const QString &field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    QString codeNote() const;
    QString yearNote() const;

    PlanDocument *m_document;
    ElementId m_id;
    QString m_field;
    QWidget *m_editor;
};

} // namespace mezasu::ui
