// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/findings.h"

#include <QAbstractTableModel>

namespace mezasu {
class PlanDocument;
}

namespace mezasu::ui {

/// Findings of a plan as rows, all or those of one kind.
class FindingsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SeverityColumn, ElementColumn, WhatColumn, ColumnCount };

    explicit FindingsModel(QObject *parent = nullptr)
        : QAbstractTableModel(parent)
    {
    }
    /// \param document names the elements; null: none. Outlives the model, or is replaced before it goes.
    void setFindings(const PlanDocument *document, const QList<Finding> &findings);
    /// Only those of this code; empty: all.
    void setCode(const QString &code);
    const QString &code() const { return m_code; }

    /// All of them, whatever is shown.
    const QList<Finding> &all() const { return m_all; }
    const Finding &at(int row) const { return m_all.at(m_shown.at(row)); }
    /// What is shown, one a line, columns divided by tabs.
    QString asText() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();
    QString words(const Finding &finding, int column) const;

    const PlanDocument *m_document = nullptr;
    QList<Finding> m_all;
    QList<int> m_shown;
    QString m_code;
};

} // namespace mezasu::ui
