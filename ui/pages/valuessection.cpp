// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/valuessection.h"

#include "core/report/plantrend.h"
#include "ui/chartcommands.h"
#include "ui/look/measures.h"
#include "ui/mainwindow.h"
#include "ui/widgets/trendchartview.h"
#include "ui/widgets/valuestable.h"
#include "ui/years.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostSaid = 5; ///< refused cells that are told one by one

MainWindow *windowOf(const QWidget *widget)
{
    return qobject_cast<MainWindow *>(widget->window());
}
} // namespace

ValuesSection::ValuesSection(PlanDocument *document, const ElementId &indicator, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new ValuesModel(document, this))
    , m_table(new ValuesTable(m_model))
    , m_chart(new TrendChartView)
    , m_sideBySide(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_year(new QLineEdit)
    , m_before(button(tr("前の年度を追加"), u"addEarlierYearButton"_s))
    , m_after(button(tr("後の年度を追加"), u"addLaterYearButton"_s))
    , m_add(button(tr("追加"), u"addYearButton"_s))
    , m_remove(button(tr("空の年度を除く"), u"removeYearButton"_s))
    , m_details(new QCheckBox(tr("基準値・目標値の状況と注記も表示")))
    , m_message(new QLabel)
    , m_noYears(new QLabel)
    , m_keys(
          new QLabel(tr("文字キーで入力、F2で修正、Enterで下、Tabで右、Ctrl+Tabで表の外へ。Excelとの間でコピーと貼り付"
                        "けができます。")))
{
    m_model->setIndicator(indicator);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, gap::kLarge, 0, 0);
    layout->setSpacing(gap::kSmall);
    auto *title = new QLabel(tr("年度ごとの値と推移"));
    setType(title, Type::Section);
    layout->addWidget(title);
    m_message->setObjectName(u"valuesMessage"_s);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->hide();
    layout->addWidget(m_message);
    m_noYears->setObjectName(u"noYearsLabel"_s);
    m_noYears->setWordWrap(true);
    //: the link goes to the page of the plan
    m_noYears->setText(
        tr("まだ年度がありません。<a href=\"plan\">計画のページ</a>で開始年度と終了年度を入力すると、その"
           "年度がここに並びます。下の「年度を指定」で、一つずつ追加することもできます。"));
    m_noYears->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_noYears, &QLabel::linkActivated, this, [this] {
        if (MainWindow *window = windowOf(this))
            window->openElement(m_document->plan().root(), u"first_year"_s);
    });
    layout->addWidget(m_noYears);
    m_sideBySide->setSpacing(gap::kMedium);
    m_sideBySide->addWidget(makeTableSide(), 1, Qt::AlignTop);
    m_sideBySide->addWidget(makeChartSide(), 1, Qt::AlignTop);
    layout->addLayout(m_sideBySide);

    connect(m_model, &ValuesModel::refused, this, [this](const QStringList &sentences) {
        QStringList lines = sentences.first(std::min<qsizetype>(kMostSaid, sentences.size()));
        if (sentences.size() > kMostSaid)
            lines.append(tr("ほか%n個のセル", nullptr, int(sentences.size()) - kMostSaid));
        lines.append(tr("⚠の付いたセルは、まだ計画に記録していません。直すか、Escで元の値に戻してください。"));
        say(u"⚠ "_s + lines.join(u'\n'));
    });
    connect(m_table, &ValuesTable::said, this,
        [this](const QString &message) { say(m_message->isHidden() ? message : m_message->text() + u'\n' + message); });
    connect(m_model, &ValuesModel::dataChanged, this, [this] {
        m_message->hide();
        showDetails();
        updateButtons();
        updateChart();
    });
    connect(m_model, &ValuesModel::rowsInserted, this, &ValuesSection::fitTable);
    connect(m_model, &ValuesModel::rowsRemoved, this, &ValuesSection::fitTable);
    connect(m_table->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &ValuesSection::fitHeight);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ValuesSection::updateButtons);
    connect(document, &PlanDocument::elementsChanged, this, [this](const QList<ElementId> &changed) {
        if (changed.contains(m_model->indicator()))
            updateChart(); // its name or unit
    });
    showDetails();
    updateButtons();
    updateChart();
}

QPushButton *ValuesSection::button(const QString &text, const QString &name)
{
    auto *made = new QPushButton(text, this);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

QWidget *ValuesSection::makeTableSide()
{
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap::kSmall);
    m_table->horizontalHeader()->setMinimumSectionSize(fontMetrics().height() * 2);
    for (int column = 0; column < ValuesModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, 0); // as wide as fitTable() finds them to need
    m_table->setObjectName(u"valuesTable"_s);
    m_table->setAccessibleName(tr("年度ごとの値"));
    layout->addWidget(m_table);
    m_keys->setWordWrap(true);
    m_keys->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_keys);
    m_details->setObjectName(u"valueDetailsCheck"_s);
    layout->addWidget(m_details);
    connect(m_details, &QCheckBox::toggled, this, &ValuesSection::showDetails);

    auto *years = new QHBoxLayout;
    years->setSpacing(gap::kSmall);
    years->addWidget(m_before);
    years->addWidget(m_after);
    years->addWidget(m_remove);
    years->addStretch();
    layout->addLayout(years);
    auto *typed = new QHBoxLayout;
    typed->setSpacing(gap::kSmall);
    auto *yearLabel = new QLabel(tr("年度を指定："));
    m_year->setObjectName(u"addYearEdit"_s);
    m_year->setAccessibleName(tr("追加する年度"));
    m_year->setPlaceholderText(tr("2020、R2"));
    m_year->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    yearLabel->setBuddy(m_year);
    for (QWidget *w : std::initializer_list<QWidget *>{yearLabel, m_year, m_add}) {
        typed->addWidget(w);
        w->setEnabled(!m_document->isReadOnly());
    }
    typed->addStretch();
    layout->addLayout(typed);
    connect(m_before, &QPushButton::clicked, this, [this] { addYear(m_model->yearAt(0) - 1); });
    connect(m_after, &QPushButton::clicked, this, [this] { addYear(m_model->yearAt(m_model->rowCount() - 1) + 1); });
    connect(m_remove, &QPushButton::clicked, this, &ValuesSection::removeYear);
    connect(m_add, &QPushButton::clicked, this, &ValuesSection::addTypedYear);
    connect(m_year, &QLineEdit::returnPressed, this, &ValuesSection::addTypedYear);
    return side;
}

QWidget *ValuesSection::makeChartSide()
{
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap::kSmall);
    m_chart->setObjectName(u"trendChart"_s);
    layout->addWidget(m_chart);
    auto *deeds = new QHBoxLayout;
    deeds->setSpacing(gap::kSmall);
    QPushButton *copy = button(tr("グラフをコピー"), u"copyChartButton"_s);
    QPushButton *save = button(tr("グラフを保存"), u"saveChartButton"_s);
    auto *formats = new QMenu(save);
    const auto add = [&](const QString &text, const QString &name, report::ChartFormat format) {
        QAction *action = formats->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, format] {
            if (MainWindow *window = windowOf(this))
                chartcommands::save(window, report::trendOf(m_document->plan(), m_model->indicator()), format);
        });
    };
    add(tr("画像（PNG）…"), u"saveChartPngAction"_s, report::ChartFormat::Png);
    add(tr("図形（SVG）…"), u"saveChartSvgAction"_s, report::ChartFormat::Svg);
    add(tr("PDF…"), u"saveChartPdfAction"_s, report::ChartFormat::Pdf);
    save->setMenu(formats);
    deeds->addWidget(copy);
    deeds->addWidget(save);
    deeds->addStretch();
    layout->addLayout(deeds);
    const auto doCopy = [this] {
        if (MainWindow *window = windowOf(this))
            chartcommands::copy(window, report::trendOf(m_document->plan(), m_model->indicator()));
    };
    connect(copy, &QPushButton::clicked, this, doCopy);
    connect(m_chart, &TrendChartView::copyRequested, this, doCopy);
    return side;
}

void ValuesSection::say(const QString &message)
{
    m_message->setText(message);
    m_message->show();
}

// -- years and columns

void ValuesSection::addYear(int year)
{
    m_message->hide();
    m_model->addYear(year);
    if (const int row = m_model->rowOf(year); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, ValuesModel::ActualColumn));
    m_table->setFocus();
    updateButtons();
}

void ValuesSection::addTypedYear()
{
    const auto year = fiscal::fromTyped(m_year->text());
    if (!year) {
        say(tr("⚠ 年度を読み取れません。2022、R4、令和4年度のように入力してください。"));
        return;
    }
    m_year->clear();
    addYear(*year);
}

void ValuesSection::removeYear()
{
    m_model->removeYear(m_table->currentIndex().row());
    m_table->setFocus();
    updateButtons();
}

void ValuesSection::updateButtons()
{
    const bool writes = !m_document->isReadOnly();
    const bool hasRows = m_model->rowCount() > 0;
    m_before->setEnabled(writes && hasRows && m_model->yearAt(0) > 1868);
    m_after->setEnabled(writes && hasRows && m_model->yearAt(m_model->rowCount() - 1) < 2999);
    m_remove->setEnabled(m_model->isRemovable(m_table->currentIndex().row()));
    m_remove->setToolTip(m_remove->isEnabled() ? QString() : tr("計画期間の外で、値のない年度の行を選ぶと使えます。"));
}

/// What holds something is always shown.
void ValuesSection::showDetails()
{
    const bool held = m_model->hasDetails();
    if (const QSignalBlocker blocker(m_details); held)
        m_details->setChecked(true); // as they are shown
    m_details->setEnabled(!held);
    m_details->setToolTip(held ? tr("記入があるため、表示しています。") : QString());
    const bool shown = held || m_details->isChecked();
    for (int column = 0; column < ValuesModel::ColumnCount; ++column) {
        if (ValuesModel::isDetail(column) && m_table->isColumnHidden(column) == shown)
            m_table->setColumnHidden(column, !shown);
    }
    fitTable();
}

/// As high as its rows: the page scrolls up and down, the table does not. It scrolls aside where its columns need more.
void ValuesSection::fitTable()
{
    const QFontMetrics metrics = m_table->fontMetrics();
    m_table->verticalHeader()->setDefaultSectionSize(metrics.height() + 10);
    int width = m_table->verticalHeader()->sizeHint().width() + 2 * m_table->frameWidth();
    int always = width; // with the columns that are always shown
    for (int column = 0; column < ValuesModel::ColumnCount; ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        const auto part = ValuesModel::partOf(column);
        int needed = metrics.horizontalAdvance(title) + 20;
        if (part == ValuesModel::Part::Number)
            needed = std::max(needed, metrics.horizontalAdvance(u"△1,234.5"_s) + 16);
        else if (part == ValuesModel::Part::Note)
            needed = std::max(needed, metrics.horizontalAdvance(u"速報値。8月"_s) + 16);
        for (int row = 0; row < m_model->rowCount() && part == ValuesModel::Part::Number; ++row)
            needed = std::max(
                needed, metrics.horizontalAdvance(m_model->index(row, column).data(Qt::DisplayRole).toString()) + 16);
        if (m_table->columnWidth(column) < needed)
            m_table->setColumnWidth(column, needed);
        if (!m_table->isColumnHidden(column))
            width += m_table->columnWidth(column);
        if (!ValuesModel::isDetail(column))
            always += m_table->columnWidth(column);
    }
    m_wantedWidth = width;
    m_leastWidth = always;
    const bool hasRows = m_model->rowCount() > 0; // a table without rows asks for nothing
    for (QWidget *widget : std::initializer_list<QWidget *>{m_table, m_keys, m_details, m_before, m_after, m_remove})
        widget->setVisible(hasRows);
    m_noYears->setVisible(!hasRows && !m_document->isReadOnly());
    fitHeight();
    arrangeSides();
}

void ValuesSection::fitHeight()
{
    const int rows = m_model->rowCount() * m_table->verticalHeader()->defaultSectionSize();
    const QScrollBar *bar = m_table->horizontalScrollBar();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows + 2 * m_table->frameWidth()
        + (bar->maximum() > bar->minimum() ? bar->sizeHint().height() : 0));
}

void ValuesSection::updateChart()
{
    const Plan &plan = m_document->plan();
    if (plan.contains(m_model->indicator()))
        m_chart->setData(words::withYearsOfWindow(report::trendOf(plan, m_model->indicator()),
            fiscal::yearStyleFromName(plan.text(plan.root(), u"year_style"))));
}

void ValuesSection::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitTable();
}

void ValuesSection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeSides();
}

/// Beside each other where the columns that are always shown and a small chart have room; else the chart below.
void ValuesSection::arrangeSides()
{
    const int chart = m_chart->minimumSizeHint().width();
    const bool fits = width() >= m_leastWidth + chart + m_sideBySide->spacing();
    m_sideBySide->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_sideBySide->setStretch(0, fits ? 1 : 0); // one below the other they are as high as they need
    m_sideBySide->setStretch(1, fits ? 1 : 0);
    m_table->setMinimumWidth(fits ? m_leastWidth : std::min(m_leastWidth, fontMetrics().averageCharWidth() * 50));
    m_table->setMaximumWidth(m_wantedWidth);
}

} // namespace mezasu::ui
