// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "core/indicator/fiscalyear.h"

#include <QAbstractTableModel>
#include <QSet>

namespace mezasu::ui {

/// The values of one indicator, a fiscal year per row: baseline, target, actual, how certain the actual is, and its note.
///
/// Numbers are shown as typed, with △ for minus; what is not known is empty, never 0. Every edit is one step of the document.
class ValuesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { BaselineColumn, TargetColumn, ActualColumn, StatusColumn, NoteColumn, ColumnCount };

    explicit ValuesModel(PlanDocument *document, QObject *parent = nullptr);

    void setIndicator(const ElementId &indicator);
    const ElementId &indicator() const { return m_indicator; }
    int yearAt(int row) const { return m_years.at(row); }
    /// A year without values gets a row, for as long as this indicator is shown.
    void addYear(int year);
    fiscal::YearStyle yearStyle() const;

    /// The words that may stand in the status column, the empty one first.
    static QStringList statusWords();
    static QString statusText(const QString &word);

    /// Rows and columns as spreadsheets put them on the clipboard, from a cell on; one step.
    /// False, and nothing changes, where a cell cannot be read.
    bool paste(const QModelIndex &from, const QString &text);
    QString copy(const QModelIndexList &cells) const;
    bool clear(const QModelIndexList &cells);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void refused(const QString &text); ///< what was typed cannot be read

private:
    using Entries = QMap<QString, IndicatorValue>; ///< by field name
    QString fieldAt(int row, int column) const;
    IndicatorValue entryAt(int row, int column, const Entries &pending = {}) const;
    bool put(int row, int column, const QString &text, Entries &pending) const;
    bool write(const Entries &pending);
    QList<int> wantedYears() const;
    void followYears();

    PlanDocument *m_document;
    ElementId m_indicator;
    QList<int> m_years;
    QSet<int> m_added;
};

} // namespace mezasu::ui
