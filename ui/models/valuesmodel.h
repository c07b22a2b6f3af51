// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "core/indicator/fiscalyear.h"
#include "core/indicator/typedvalue.h"
#include "ui/unreadtexts.h"

#include <QAbstractTableModel>
#include <QSet>

namespace mezasu::ui {

/// The values of one indicator, a fiscal year per row: baseline, target and actual, and of each how certain it is (or why
/// there is none) and its note.
///
/// Numbers are shown with their decimals as typed, thousands parted, △ for minus; what is missing by the sign of statistical
/// tables (－ … x); what is not known is empty, never 0. Every edit, of a cell or of a block, is one step of the document.
/// What cannot be read changes nothing in the plan: it stays in its cell as it was typed, marked, until it is corrected,
/// cleared or dropped, also when another indicator was shown meanwhile.
class ValuesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        BaselineColumn,
        TargetColumn,
        ActualColumn,
        StatusColumn, ///< of the actual
        NoteColumn,
        BaselineStatusColumn,
        BaselineNoteColumn,
        TargetStatusColumn,
        TargetNoteColumn,
        ColumnCount
    };
    enum class Part { Number, Status, Note };
    static Part partOf(int column);
    static bool isDetail(int column) { return column >= BaselineStatusColumn; } ///< shown only where wanted

    struct CellText
    {
        int row = 0, column = 0;
        QString text;
    };

    explicit ValuesModel(PlanDocument *document, QObject *parent = nullptr);

    void setIndicator(const ElementId &indicator);
    const ElementId &indicator() const { return m_indicator; }
    bool isReadOnly() const { return m_document->isReadOnly(); }
    fiscal::YearStyle yearStyle() const;

    int yearAt(int row) const { return m_years.at(row); }
    int rowOf(int year) const { return static_cast<int>(m_years.indexOf(year)); } ///< −1: no row
    /// A year without values gets a row, for as long as this indicator is shown.
    void addYear(int year);
    /// Whether the row may be taken away again: it lies outside the plan's period and holds nothing.
    bool isRemovable(int row) const;
    void removeYear(int row);
    /// Whether a detail column holds anything.
    bool hasDetails() const;

    /// The words that may stand in a status column, the empty one first.
    static QStringList statusWords();
    static QString statusText(const QString &word);

    /// Puts texts into cells, in one step. Cells that cannot be read keep the text, marked, and are told by refused();
    /// the others are taken.
    /// \return how many cells were taken; −1 when the document refused the whole
    int write(const QList<CellText> &cells);
    /// Empties cells; what is marked in them goes too.
    int clear(const QModelIndexList &cells);
    /// Whether the cell shows a text that could not be read, and so is not in the plan.
    bool isUnread(const QModelIndex &cell) const;
    /// Drops such a text: the cell shows again what the plan holds.
    void drop(const QModelIndex &cell);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// EditRole: as it can be typed again and put on the clipboard.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// What was typed or pasted cannot be read: a sentence for each cell, with its place.
    void refused(const QStringList &sentences);

private:
    using Entries = QMap<QString, IndicatorValue>; ///< by field name
    using Unread = UnreadTexts::Text;
    void setUnread(const QHash<QPair<int, int>, Unread> &unread);
    QString fieldAt(int row, int column) const;
    QPair<int, int> keyOf(int row, int column) const { return {m_years.at(row), column}; }
    IndicatorValue entryAt(int row, int column, const Entries &pending = {}) const;
    QString put(int row, int column, const QString &text, Entries &pending) const;
    QString putNumber(const QString &typed, IndicatorValue &entry) const;
    QString shownText(int row, int column, bool forEditing) const;
    QString explanation(const QModelIndex &index) const;
    QString placeOf(int row, int column) const;
    void follow(const QList<ElementId> &changed);
    QSet<int> yearsWithValues() const;
    QSet<int> yearsOfPlan() const;
    void followYears();

    PlanDocument *m_document;
    ElementId m_indicator;
    QList<int> m_years;
    QSet<int> m_added;                       ///< years with a row although they hold nothing
    QHash<QPair<int, int>, Unread> m_unread; ///< by year and column
};

} // namespace mezasu::ui
