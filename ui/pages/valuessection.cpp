// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/valuessection.h"

#include "core/report/plantrend.h"
#include "ui/compositionguard.h"
#include "ui/widgets/trendchartview.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
/// Chooses how certain a value is, or why there is none.
class StatusDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        auto *box = new QComboBox(parent);
        box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
        for (const QString &word : ValuesModel::statusWords())
            box->addItem(ValuesModel::statusText(word), word);
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *box = static_cast<QComboBox *>(editor);
        box->setCurrentIndex(std::max(0, box->findData(index.data(Qt::EditRole))));
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentData());
    }
};
} // namespace

ValuesSection::ValuesSection(PlanDocument *document, const ElementId &indicator, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new ValuesModel(document, this))
    , m_table(new QTableView)
    , m_chart(new TrendChartView)
    , m_sideBySide(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_year(new QLineEdit)
    , m_message(new QLabel)
{
    m_model->setIndicator(indicator);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(6);
    auto *title = new QLabel(tr("年度ごとの値と推移"));
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    layout->addWidget(title);

    m_table->setModel(m_model);
    m_table->setObjectName(u"valuesTable"_s);
    m_table->setAccessibleName(tr("年度ごとの値"));
    m_table->setItemDelegateForColumn(ValuesModel::StatusColumn, new StatusDelegate(m_table));
    m_table->setAlternatingRowColors(true);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultSectionSize(fontMetrics().horizontalAdvance(u"１２３４５"_s) + 10);
    m_table->setColumnWidth(ValuesModel::StatusColumn, fontMetrics().horizontalAdvance(u"実績の状況"_s) + 28);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setTabKeyNavigation(false); // Tab leaves; the arrows go about
    m_table->installEventFilter(this);
    m_sideBySide->setSpacing(12);
    m_sideBySide->addWidget(m_table, 3, Qt::AlignTop);
    m_sideBySide->addWidget(m_chart, 2, Qt::AlignTop);
    m_chart->setObjectName(u"trendChart"_s);
    m_chart->setFixedHeight(m_chart->sizeHint().height());
    layout->addLayout(m_sideBySide);

    auto *addRow = new QHBoxLayout;
    auto *yearLabel = new QLabel(tr("年度の行を追加："));
    m_year->setObjectName(u"addYearEdit"_s);
    m_year->setAccessibleName(tr("追加する年度"));
    m_year->setPlaceholderText(tr("2020、R2"));
    m_year->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    yearLabel->setBuddy(m_year);
    auto *add = new QPushButton(tr("行を追加"));
    add->setObjectName(u"addYearButton"_s);
    add->setAutoDefault(false);
    for (QWidget *w : std::initializer_list<QWidget *>{yearLabel, m_year, add}) {
        addRow->addWidget(w);
        w->setEnabled(!document->isReadOnly());
    }
    addRow->addStretch();
    layout->addLayout(addRow);
    m_message->setObjectName(u"valuesMessage"_s);
    m_message->setWordWrap(true);
    m_message->hide();
    layout->addWidget(m_message);

    connect(add, &QPushButton::clicked, this, &ValuesSection::addYear);
    connect(m_year, &QLineEdit::returnPressed, this, &ValuesSection::addYear);
    connect(m_model, &ValuesModel::refused, this,
        [this](const QString &text) { say(tr("⚠ 「%1」は数として読み取れないため、元のままにしました。").arg(text)); });
    connect(m_model, &ValuesModel::dataChanged, this, [this] {
        m_message->hide();
        updateChart();
    });
    connect(m_model, &ValuesModel::rowsInserted, this, &ValuesSection::fitTable);
    connect(m_model, &ValuesModel::rowsRemoved, this, &ValuesSection::fitTable);
    connect(document, &PlanDocument::elementsChanged, this, [this](const QList<ElementId> &changed) {
        if (changed.contains(m_model->indicator()))
            updateChart();
    });
    fitTable();
    updateChart();
}

void ValuesSection::say(const QString &message)
{
    m_message->setText(message);
    m_message->show();
}

void ValuesSection::addYear()
{
    const auto year = fiscal::fromTyped(m_year->text());
    if (!year) {
        say(tr("⚠ 年度を読み取れません。2022、R4、令和4年度のように入力してください。"));
        return;
    }
    m_message->hide();
    m_model->addYear(*year);
    m_year->clear();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->yearAt(row) == *year)
            m_table->setCurrentIndex(m_model->index(row, ValuesModel::ActualColumn));
    }
    m_table->setFocus();
}

/// As high as its rows: the page scrolls, the table does not.
void ValuesSection::fitTable()
{
    const int rows = m_model->rowCount() * m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows + 2 * m_table->frameWidth());
}

void ValuesSection::updateChart()
{
    const fiscal::YearStyle style = m_model->yearStyle();
    if (m_document->plan().contains(m_model->indicator()))
        m_chart->setData(report::trendOf(
            m_document->plan(), m_model->indicator(), [style](int year) { return fiscal::shortLabel(year, style); }));
}

void ValuesSection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int enough = m_table->verticalHeader()->width() + m_table->horizontalHeader()->defaultSectionSize() * 6
        + m_chart->minimumSizeHint().width();
    m_sideBySide->setDirection(width() >= enough ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

bool ValuesSection::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress || CompositionGuard::isComposing())
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const QModelIndexList cells = m_table->selectionModel()->selectedIndexes();
    if (key->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(m_model->copy(cells));
        return true;
    }
    if (m_document->isReadOnly())
        return QWidget::eventFilter(watched, event);
    if (key->matches(QKeySequence::Paste)) {
        (void)m_model->paste(m_table->currentIndex(), QGuiApplication::clipboard()->text());
        return true;
    }
    if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
        (void)m_model->clear(cells);
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (!m_table->isPersistentEditorOpen(m_table->currentIndex())) // else it is the Enter that ends the typing
            m_table->edit(m_table->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mezasu::ui
