// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/indicatorsmodel.h"

#include "core/report/plantrend.h"
#include "core/report/trendaxis.h"
#include "ui/widgets/homeline.h"
#include "ui/words.h"
#include "ui/years.h"

#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {

QString statusOf(report::ValueStatus status)
{
    switch (status) {
    case report::ValueStatus::Preliminary:
        return words::listed(u"status", u"preliminary");
    case report::ValueStatus::Estimate:
        return words::listed(u"status", u"estimate");
    case report::ValueStatus::Final:
        break;
    }
    return {};
}

/// The latest point with a value; null where none has one.
const report::TrendPoint *latestOf(const std::vector<report::TrendPoint> &points)
{
    const report::TrendPoint *latest = nullptr;
    for (const report::TrendPoint &point : points) {
        if (point.value && (!latest || latest->year < point.year))
            latest = &point;
    }
    return latest;
}

} // namespace

IndicatorsModel::IndicatorsModel(PlanDocument *document, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &IndicatorsModel::rebuild);
    connect(document, &PlanDocument::elementsChanged, this, [this] {
        m_stale = true;
        if (m_watched)
            m_soon.start(); // several changes at once are one
    });
}

void IndicatorsModel::setWatched(bool watched)
{
    m_watched = watched;
    if (watched && m_stale)
        rebuild();
}

void IndicatorsModel::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refilter();
}

void IndicatorsModel::rebuild()
{
    m_stale = false;
    m_cards.clear();
    m_all.clear();
    const Plan &plan = m_document->plan();
    ElementId policy;
    const QList<ElementId> order = plan.preorder();
    for (const ElementId &id : order) {
        if (id.kind == Kind::Policy)
            policy = id;
        else if (id.kind == Kind::Indicator)
            m_all.append({id, policy});
    }
    refilter();
}

void IndicatorsModel::refilter()
{
    beginResetModel();
    m_shown.clear();
    for (const Indicator &indicator : std::as_const(m_all)) {
        if (passes(indicator))
            m_shown.append(indicator.id);
    }
    endResetModel();
}

bool IndicatorsModel::passes(const Indicator &indicator) const
{
    const Plan &plan = m_document->plan();
    if (!m_filter.policy.isNull() && indicator.policy != m_filter.policy)
        return false;
    if (m_filter.direction && plan.text(indicator.id, u"direction") != *m_filter.direction)
        return false;
    if (m_filter.missing == Missing::Any)
        return true;
    QList<int> actuals;
    bool hasBaseline = false, hasTarget = false;
    const Element *element = plan.element(indicator.id);
    for (const auto &[name, value] : element->fields) {
        const IndicatorValue *entry = value.entry();
        const QList<QStringView> parts = field::parts(name);
        if (!entry || !entry->value || parts.size() != 3)
            continue;
        hasBaseline = hasBaseline || parts.at(2) == "baseline"_L1;
        hasTarget = hasTarget || parts.at(2) == "target"_L1;
        if (parts.at(2) == "actual"_L1)
            actuals.append(parts.at(1).toInt());
    }
    switch (m_filter.missing) {
    case Missing::NoBaseline:
        return !hasBaseline;
    case Missing::NoTarget:
        return !hasTarget;
    case Missing::NoActual:
        return actuals.isEmpty();
    case Missing::Gap: {
        const auto [first, last] = std::minmax_element(actuals.begin(), actuals.end());
        return !actuals.isEmpty() && *last - *first + 1 != actuals.size();
    }
    case Missing::Any:
        break;
    }
    return true;
}

const IndicatorCard &IndicatorsModel::cardAt(int row) const
{
    const ElementId id = m_shown.at(row);
    if (const auto it = m_cards.constFind(id); it != m_cards.constEnd())
        return *it;
    const Plan &plan = m_document->plan();
    IndicatorCard card;
    card.trend = words::withYearsOfWindow(
        report::trendOf(plan, id), fiscal::yearStyleFromName(plan.text(plan.root(), u"year_style")));
    card.name = card.trend.title.isEmpty() ? words::untitled(plan, Kind::Indicator) : card.trend.title;
    const QList<HomeStep> home = homeOf(plan, id);
    card.home = home.isEmpty() ? QString() : home.constLast().name;
    const auto said = [&](const report::TrendPoint &point) {
        const QString status = statusOf(point.status);
        const QString year = report::nameOfYear(card.trend, point.year);
        //: a value at a glance: %1 value, %2 unit, %3 fiscal year, with how certain it is where that is not final
        return tr("%1%2（%3）")
            .arg(report::printedPoint(point, card.trend.decimals), card.trend.unit,
                status.isEmpty() ? year : tr("%1・%2").arg(year, status));
    };
    const report::TrendPoint *latest = latestOf(card.trend.actuals);
    const report::TrendPoint *target = latestOf(card.trend.targets);
    card.latest = latest ? tr("実績 %1").arg(said(*latest)) : tr("実績値なし");
    card.target = target ? tr("目標 %1").arg(said(*target)) : tr("目標値なし");
    return *m_cards.insert(id, card);
}

int IndicatorsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant IndicatorsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_document->plan().contains(m_shown.at(index.row())))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return cardAt(index.row()).name;
    case Qt::ToolTipRole: {
        const IndicatorCard &card = cardAt(index.row());
        return QString(card.name + u'\n' + card.home);
    }
    case Qt::AccessibleTextRole: {
        const IndicatorCard &card = cardAt(index.row());
        return QStringList{card.name, card.latest, card.target, card.home}.join(tr("、"));
    }
    default:
        return {};
    }
}

} // namespace mezasu::ui
