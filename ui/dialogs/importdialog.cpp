// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialog.h"

#include "ui/look/measures.h"
#include "ui/widgets/changetree.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kNoYear = 1899; ///< the spin box below its first year: not given
constexpr int kLastTypedYear = 2999;

QTableWidget *makeTable(const QString &name, const QString &accessibleName, const QStringList &headings)
{
    auto *table = new QTableWidget(0, int(headings.size()));
    table->setObjectName(name);
    table->setAccessibleName(accessibleName);
    table->setHorizontalHeaderLabels(headings);
    table->horizontalHeader()->setStretchLastSection(true);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    return table;
}

QString wordsOf(const QList<ImportPreview::Choice> &choices, const QString &id)
{
    for (const ImportPreview::Choice &choice : choices) {
        if (choice.id == id)
            return choice.words;
    }
    return {};
}
} // namespace

ImportDialog::ImportDialog(
    const QString &file, const ImportPreview &first, const ImportPreviewer &previewer, QWidget *parent)
    : QDialog(parent)
    , m_previewer(previewer)
{
    setWindowTitle(tr("表の取り込み"));
    setObjectName(u"importDialog"_s);
    sizeFor(this, 130, 36);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(gap::kMedium);
    auto *intro =
        new QLabel(tr("「%1」から取り込む内容です。取り込んだあとも、元に戻せます。").arg(QFileInfo(file).fileName()));
    intro->setWordWrap(true);
    layout->addWidget(intro);
    m_counts = new QLabel;
    m_counts->setObjectName(u"importCountsLabel"_s);
    m_counts->setWordWrap(true);
    layout->addWidget(m_counts);

    m_tabs = new QTabWidget;
    m_tabs->setObjectName(u"importTabs"_s);
    m_tabs->setAccessibleName(tr("取り込みの内容"));
    m_tree = new ChangeTree;
    m_tabs->addTab(m_tree, tr("取り込んだあとの計画"));
    m_tabs->addTab(makeMessages(), QString());
    m_tabs->addTab(makeRows(), QString());
    m_tabs->addTab(makeColumns(), QString());
    m_tabs->addTab(makeSettings(), tr("計画の設定"));
    layout->addWidget(m_tabs, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("取り込む"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);

    show(first);
    m_tabs->setTabVisible(SettingsTab, first.asksSettings);
    if (!first.take)
        m_tabs->setCurrentIndex(MessagesTab);
}

QWidget *ImportDialog::makeMessages()
{
    m_messages = new QListWidget;
    m_messages->setObjectName(u"importMessagesList"_s);
    m_messages->setAccessibleName(tr("お知らせ"));
    m_messages->setWordWrap(true);
    return m_messages;
}

QWidget *ImportDialog::makeRows()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    m_rows = makeTable(u"importRowsTable"_s, tr("表の行と計画の項目"), {tr("表の行"), tr("計画の項目"), tr("理由")});
    m_rows->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_rows->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    layout->addWidget(m_rows, 1);
    m_element = new QComboBox;
    m_element->setObjectName(u"importElementCombo"_s);
    m_element->setAccessibleName(tr("選んだ行に当たる計画の項目"));
    m_element->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_element->setMinimumContentsLength(30);
    auto *form = new QFormLayout;
    form->addRow(tr("選んだ行に当たる項目(&E)："), m_element);
    layout->addLayout(form);
    m_removeMissing = new QCheckBox(tr("表にない項目を、計画から削除する(&R)"));
    m_removeMissing->setObjectName(u"importRemoveMissingCheck"_s);
    m_clearEmpty = new QCheckBox(tr("表の空欄に合わせて、計画の文を空にする(&C)"));
    m_clearEmpty->setObjectName(u"importClearEmptyCheck"_s);
    layout->addWidget(m_removeMissing);
    layout->addWidget(m_clearEmpty);
    connect(m_rows, &QTableWidget::itemSelectionChanged, this, &ImportDialog::offerElements);
    connect(m_element, &QComboBox::activated, this, &ImportDialog::correctRow);
    connect(m_removeMissing, &QCheckBox::toggled, this, &ImportDialog::again);
    connect(m_clearEmpty, &QCheckBox::toggled, this, &ImportDialog::again);
    return page;
}

QWidget *ImportDialog::makeColumns()
{
    m_columns = makeTable(u"importColumnsTable"_s, tr("見出しの分からない列"), {tr("表の見出し"), tr("取り込み先")});
    m_columns->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    return m_columns;
}

QWidget *ImportDialog::makeSettings()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    auto *why = new QLabel(tr("表にない項目です。あとで「計画」のページでも入力できます。"));
    why->setWordWrap(true);
    form->addRow(why);
    m_title = new QLineEdit;
    m_title->setObjectName(u"importTitleEdit"_s);
    m_municipality = new QLineEdit;
    m_municipality->setObjectName(u"importMunicipalityEdit"_s);
    const auto year = [](const QString &name) {
        auto *box = new QSpinBox;
        box->setObjectName(name);
        box->setRange(kNoYear, kLastTypedYear);
        box->setSpecialValueText(tr("（未定）"));
        box->setSuffix(tr("年度"));
        box->setValue(kNoYear);
        return box;
    };
    m_firstYear = year(u"importFirstYearSpin"_s);
    m_lastYear = year(u"importLastYearSpin"_s);
    form->addRow(tr("計画の名称(&T)："), m_title);
    form->addRow(tr("自治体名(&M)："), m_municipality);
    form->addRow(tr("開始年度(&F)："), m_firstYear);
    form->addRow(tr("終了年度(&L)："), m_lastYear);
    return page;
}

void ImportDialog::show(const ImportPreview &preview)
{
    m_preview = preview;
    m_filling = true;
    QStringList counts;
    for (const ImportPreview::Count &count : preview.counts) {
        if (count.number > 0)
            counts.append(tr("%1 %2件").arg(count.what, locale().toString(count.number)));
    }
    m_counts->setText(counts.join(tr("、")));
    m_messages->clear();
    m_messages->addItems(preview.messages);
    m_tree->setRows(preview.tree);
    m_tabs->setTabText(MessagesTab, tr("お知らせ（%1）").arg(locale().toString(preview.messages.size())));
    showRows();
    showColumns();
    m_ok->setEnabled(preview.take != nullptr);
    m_filling = false;
}

void ImportDialog::showRows()
{
    const int current = std::max(m_rows->currentRow(), 0);
    m_rows->setRowCount(int(m_preview.rows.size()));
    qsizetype doubtful = 0;
    for (int i = 0; i < m_rows->rowCount(); ++i) {
        const ImportPreview::Row &row = m_preview.rows.at(i);
        doubtful += row.doubtful ? 1 : 0;
        const QString element =
            row.element.isEmpty() ? tr("（新しい項目）") : wordsOf(m_preview.elements.value(row.kind), row.element);
        const QStringList texts{row.doubtful ? tr("要確認　%1").arg(row.words) : row.words, element, row.why};
        for (int c = 0; c < int(texts.size()); ++c) {
            auto *item = new QTableWidgetItem(texts.at(c));
            item->setToolTip(texts.at(c));
            m_rows->setItem(i, c, item);
        }
    }
    m_tabs->setTabText(RowsTab,
        doubtful > 0 ? tr("突き合わせ（要確認 %1）").arg(locale().toString(doubtful))
                     : tr("突き合わせ（%1）").arg(locale().toString(m_preview.rows.size())));
    if (m_rows->rowCount() > 0)
        m_rows->selectRow(std::min(current, m_rows->rowCount() - 1));
    offerElements();
}

void ImportDialog::showColumns()
{
    if (m_columns->rowCount() > 0)
        return; // what was mapped stays to be seen
    m_columns->setRowCount(int(m_preview.unknownColumns.size()));
    QWidget *before = m_columns;
    for (int i = 0; i < m_columns->rowCount(); ++i) {
        const ImportPreview::Column &column = m_preview.unknownColumns.at(i);
        m_columns->setItem(i, 0, new QTableWidgetItem(column.heading));
        auto *roles = new QComboBox;
        roles->setAccessibleName(tr("「%1」の取り込み先").arg(column.heading));
        for (const ImportPreview::Choice &role : m_preview.roles)
            roles->addItem(role.words, role.id);
        connect(roles, &QComboBox::activated, this, [this, roles, at = column.column] {
            const QString role = roles->currentData().toString();
            if (role.isEmpty())
                m_wishes.columns.remove(at);
            else
                m_wishes.columns.insert(at, role);
            again();
        });
        m_columns->setCellWidget(i, 1, roles);
        setTabOrder(before, roles); // made later than what stands below the table
        before = roles;
        m_columns->setRowHeight(i, roles->sizeHint().height());
    }
    m_tabs->setTabText(ColumnsTab, tr("分からない列（%1）").arg(m_columns->rowCount()));
    m_tabs->setTabVisible(ColumnsTab, m_columns->rowCount() > 0);
}

void ImportDialog::offerElements()
{
    const int at = m_rows->currentRow();
    m_element->clear();
    m_element->setEnabled(at >= 0 && at < m_preview.rows.size());
    if (!m_element->isEnabled())
        return;
    const ImportPreview::Row &row = m_preview.rows.at(at);
    m_element->addItem(tr("（新しい項目）"), QString());
    for (const ImportPreview::Choice &choice : m_preview.elements.value(row.kind))
        m_element->addItem(choice.words, choice.id);
    m_element->setCurrentIndex(std::max(m_element->findData(row.element), 0));
}

void ImportDialog::correctRow()
{
    const int at = m_rows->currentRow();
    if (at < 0 || at >= m_preview.rows.size())
        return;
    m_wishes.matches.insert(m_preview.rows.at(at).key, m_element->currentData().toString());
    again();
}

void ImportDialog::again()
{
    if (m_filling)
        return;
    m_wishes.removeMissing = m_removeMissing->isChecked();
    m_wishes.clearEmpty = m_clearEmpty->isChecked();
    auto preview = m_previewer(m_wishes);
    if (preview) {
        show(std::move(preview).value());
        return;
    }
    // What is shown is not what was wished: nothing of it may be taken.
    m_preview.take = nullptr;
    m_ok->setEnabled(false);
    m_counts->setText(tr("%1 もう一度選び直すと、内容を確かめられます。").arg(words::error(preview.error())));
}

void ImportDialog::accept()
{
    if (m_preview.asksSettings) {
        m_wishes.title = m_title->text();
        m_wishes.municipality = m_municipality->text();
        const auto year = [](const QSpinBox *box) {
            return box->value() == kNoYear ? std::nullopt : std::optional(box->value());
        };
        m_wishes.firstYear = year(m_firstYear);
        m_wishes.lastYear = year(m_lastYear);
        again();
    }
    if (m_preview.take)
        QDialog::accept();
}

} // namespace mezasu::ui
