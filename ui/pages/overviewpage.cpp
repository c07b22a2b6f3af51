// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overviewpage.h"

#include "ui/look/measures.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/focusorder.h"
#include "ui/widgets/indicatorgrid.h"
#include "ui/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

OverviewPage::OverviewPage(PlanDocument *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new IndicatorsModel(document, this))
    , m_grid(new IndicatorGrid(m_model))
    , m_stack(new QStackedWidget)
    , m_empty(new QLabel)
    , m_count(new QLabel)
{
    setObjectName(u"overviewPage"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap::kPage, gap::kLarge, gap::kSmall, gap::kSmall);
    layout->setSpacing(gap::kSmall);
    const QString level = words::levelName(document->plan(), Kind::Indicator);
    //: heading; %1 指標
    auto *heading = new QLabel(tr("%1の一覧").arg(level));
    heading->setObjectName(u"overviewHeading"_s);
    setType(heading, Type::Heading);
    auto *top = new QHBoxLayout;
    top->addWidget(heading);
    top->addSpacing(gap::kMedium);
    m_count->setObjectName(u"overviewCountLabel"_s);
    top->addWidget(m_count, 1, Qt::AlignBottom);
    layout->addLayout(top);

    auto *row = new FlowLayout;
    m_policy = addFilter(words::levelName(document->plan(), Kind::Policy), u"policyFilterCombo"_s, row);
    m_missing = addFilter(tr("値の有無"), u"missingFilterCombo"_s, row);
    using Missing = IndicatorsModel::Missing;
    for (const auto &[text, missing] : {std::pair(tr("すべて"), Missing::Any), {tr("実績値がない"), Missing::NoActual},
             {tr("途中に抜けた年度がある"), Missing::Gap}, {tr("目標値がない"), Missing::NoTarget},
             {tr("基準値がない"), Missing::NoBaseline}})
        m_missing->addItem(text, int(missing));
    m_direction = addFilter(words::fieldName(Kind::Indicator, u"direction"), u"directionFilterCombo"_s, row);
    m_direction->addItem(tr("すべて"));
    for (const QLatin1StringView word : field::kDirections)
        m_direction->addItem(words::listed(u"direction", QString(word)), QString(word));
    m_direction->addItem(tr("（未設定）"), u""_s);
    layout->addLayout(row);

    m_empty->setObjectName(u"overviewEmptyLabel"_s);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(0, 48, 0, 0);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_grid->setObjectName(u"indicatorList"_s);
    m_grid->setAccessibleName(tr("%1の一覧").arg(level));
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    enterAt(this, m_grid);

    for (QComboBox *box : {m_policy, m_missing, m_direction})
        connect(box, &QComboBox::currentIndexChanged, this, &OverviewPage::filter);
    connect(m_grid, &IndicatorGrid::openRequested, this, &OverviewPage::openRequested);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            m_current = m_model->idAt(index.row());
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &OverviewPage::say);
}

QComboBox *OverviewPage::addFilter(const QString &label, const QString &name, FlowLayout *row)
{
    auto *words = new QLabel(label);
    auto *box = new QComboBox;
    box->setObjectName(name);
    //: what a filter is about: %1 such as 目指す方向
    box->setAccessibleName(tr("絞り込み：%1").arg(label));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    words->setBuddy(box);
    auto *pair = new QWidget; // stay together where a line is full
    auto *line = new QHBoxLayout(pair);
    line->setContentsMargins(0, 0, gap::kSmall, 0);
    line->setSpacing(gap::kHair);
    line->addWidget(words);
    line->addWidget(box);
    row->addWidget(pair);
    return box;
}

void OverviewPage::fillPolicies()
{
    const QSignalBlocker quiet(m_policy);
    const QString before = m_policy->currentData().toString();
    m_policy->clear();
    m_policy->addItem(tr("すべて"));
    const Plan &plan = m_document->plan();
    for (const ElementId &policy : plan.children(plan.root(), Kind::Policy)) {
        const QString name = QString(plan.text(policy, u"number") + u' ' + plan.text(policy, u"title")).trimmed();
        m_policy->addItem(
            words::shortened(name.isEmpty() ? words::untitled(plan, Kind::Policy) : name, 30), policy.toString());
    }
    m_policy->setCurrentIndex(std::max(0, m_policy->findData(before)));
}

void OverviewPage::filter()
{
    IndicatorsModel::Filter filter;
    filter.missing = IndicatorsModel::Missing(m_missing->currentData().toInt());
    if (m_direction->currentIndex() > 0)
        filter.direction = m_direction->currentData().toString();
    filter.policy = ElementId::fromString(m_policy->currentData().toString()).value_or(ElementId());
    m_model->setFilter(filter);
}

/// After the cards were made anew: how many there are, or why there are none; and the one that was gone to.
void OverviewPage::say()
{
    const int shown = m_model->rowCount();
    m_count->setText(
        shown == m_model->total() ? tr("%n件", nullptr, shown) : tr("%1件のうち%2件").arg(m_model->total()).arg(shown));
    const QString level = words::levelName(m_document->plan(), Kind::Indicator);
    m_empty->setText(
        m_model->total() == 0 ? tr(
            "この計画には、まだ%1がありません。成果を測るものさしを、それぞれのページで追加すると、ここに並びます。")
                                    .arg(level)
                              : tr("条件に合う%1はありません。上の絞り込みを「すべて」にすると、すべて表示されます。")
                                    .arg(level));
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_grid) : m_empty);
    if (shown > 0) {
        const QModelIndex index = m_model->index(std::max(0, m_model->rowOf(m_current)));
        m_grid->setCurrentIndex(index);
        m_grid->scrollTo(index);
    }
}

void OverviewPage::showEvent(QShowEvent *event)
{
    fillPolicies();
    m_model->setWatched(true);
    filter();
    QWidget::showEvent(event);
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    m_model->setWatched(false);
    QWidget::hideEvent(event);
}

void OverviewPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace mezasu::ui
