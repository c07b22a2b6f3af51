// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"
#include "core/report/trenddata.h"

#include <QAbstractListModel>
#include <QHash>
#include <QTimer>

namespace mezasu::ui {

/// What one indicator is about, at a glance.
struct IndicatorCard
{
    QString name;   ///< or what stands in place of one
    QString home;   ///< code and title of where it stands
    QString latest; ///< the latest actual with its year and how certain it is, or that there is none
    QString target; ///< the last target with its year, or that there is none
    report::TrendData trend;
};

/// The indicators of a plan in its order, those that a filter lets through.
///
/// Cards are made when they are asked for. While it is not watched, changes only make it stale.
class IndicatorsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Missing {
        Any,
        NoBaseline,
        NoTarget,
        NoActual,
        Gap, ///< a year without an actual between two that have one
    };
    struct Filter
    {
        Missing missing = Missing::Any;
        std::optional<QString> direction; ///< a word of the list, empty: not set; nothing: any
        ElementId policy;                 ///< null: any
        bool operator==(const Filter &) const = default;
    };

    explicit IndicatorsModel(PlanDocument *document, QObject *parent = nullptr);

    /// Whether changes are followed at once.
    void setWatched(bool watched);
    void setFilter(const Filter &filter);
    const Filter &filter() const { return m_filter; }
    qsizetype total() const { return m_all.size(); } ///< without the filter
    ElementId idAt(int row) const { return m_shown.at(row); }
    int rowOf(const ElementId &id) const { return static_cast<int>(m_shown.indexOf(id)); } ///< −1: not shown
    const IndicatorCard &cardAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Indicator
    {
        ElementId id, policy;
    };
    void rebuild();
    void refilter();
    bool passes(const Indicator &indicator) const;

    PlanDocument *m_document;
    Filter m_filter;
    QList<Indicator> m_all;
    QList<ElementId> m_shown;
    mutable QHash<ElementId, IndicatorCard> m_cards;
    QTimer m_soon;
    bool m_watched = false;
    bool m_stale = true;
};

} // namespace mezasu::ui
