// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/paperdetailsdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double kSizes[] = {8, 9, 9.5, 10, 10.5, 11, 11.5, 12, 14, 16};
constexpr int kNameRole = Qt::UserRole, kLevelRole = Qt::UserRole + 1;
} // namespace

PaperDetailsDialog::PaperDetailsDialog(
    const report::PaperOptions &options, const PaperChoices &choices, QWidget *parent)
    : QDialog(parent)
    , m_options(options)
    , m_choices(choices)
    , m_title(new QLineEdit(options.title))
    , m_note(new QLineEdit(options.note))
    , m_size(new QComboBox)
{
    setObjectName(u"paperDetailsDialog"_s);
    setWindowTitle(tr("資料の詳しい設定"));
    auto *layout = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    m_title->setObjectName(u"paperTitleEdit"_s);
    m_title->setPlaceholderText(tr("空欄のときは計画の名称"));
    form->addRow(tr("題名(&T)："), m_title);
    m_note->setObjectName(u"paperNoteEdit"_s);
    m_note->setPlaceholderText(tr("取扱注意、回収資料 など"));
    form->addRow(tr("取扱いの注記(&N)："), m_note);
    m_size->setObjectName(u"paperSizeCombo"_s);
    m_size->addItem(tr("用紙に合わせる"), 0.0);
    for (const double size : kSizes)
        m_size->addItem(tr("%1ポイント").arg(size), size);
    int at = options.sizePt ? m_size->findData(*options.sizePt) : 0;
    if (at < 0) { // one that was given on the command line
        m_size->addItem(tr("%1ポイント").arg(*options.sizePt), *options.sizePt);
        at = m_size->count() - 1;
    }
    m_size->setCurrentIndex(at);
    form->addRow(tr("文字の大きさ(&S)："), m_size);
    layout->addLayout(form);

    auto *lists = new QHBoxLayout;
    const auto addList = [&](QListWidget *list, const QString &words) {
        auto *box = new QVBoxLayout;
        auto *label = new QLabel(words);
        label->setBuddy(list);
        box->addWidget(label);
        box->addWidget(list, 1);
        lists->addLayout(box, 1);
    };
    if (!choices.columns.isEmpty()) {
        m_columns = makeList(u"paperColumnList"_s, tr("載せる列"));
        for (const PaperChoices::Column &column : choices.columns) {
            auto *item = new QListWidgetItem(QString(column.heading).replace(u'\n', u' '), m_columns);
            item->setData(kNameRole, column.name);
            const bool isShown = options.columns.isEmpty() || options.columns.contains(column.name);
            item->setCheckState(isShown ? Qt::Checked : Qt::Unchecked);
        }
        addList(m_columns, tr("載せる列(&C)："));
    }
    if (!choices.branches.isEmpty()) {
        m_branches = makeList(u"paperBranchList"_s, tr("載せる範囲"));
        int chosenLevel = -1; // below a chosen branch all is chosen
        for (const PaperChoices::Branch &branch : choices.branches) {
            const QString indent = u"　"_s.repeated(branch.level);
            auto *item = new QListWidgetItem(indent + QString(branch.title).replace(u'\n', u' '), m_branches);
            item->setData(kNameRole, branch.name);
            item->setData(kLevelRole, branch.level);
            if (chosenLevel >= branch.level)
                chosenLevel = -1;
            const bool isChosen = options.branches.isEmpty() || options.branches.contains(branch.name);
            if (chosenLevel < 0 && isChosen)
                chosenLevel = branch.level;
            item->setCheckState(chosenLevel >= 0 ? Qt::Checked : Qt::Unchecked);
        }
        connect(m_branches, &QListWidget::itemChanged, this, &PaperDetailsDialog::followBranch);
        addList(m_branches, tr("載せる範囲(&R)："));
    }
    layout->addLayout(lists, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_take = buttons->button(QDialogButtonBox::Ok);
    m_take->setText(tr("決定"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("キャンセル"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    for (const QListWidget *list : {m_columns, m_branches}) {
        if (list)
            connect(list, &QListWidget::itemChanged, this, &PaperDetailsDialog::followChecks);
    }
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 26);
}

QListWidget *PaperDetailsDialog::makeList(const QString &name, const QString &spoken)
{
    auto *list = new QListWidget;
    list->setObjectName(name);
    list->setAccessibleName(spoken);
    list->setTextElideMode(Qt::ElideRight);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

/// A paper shows something: of each list one thing at least.
void PaperDetailsDialog::followChecks()
{
    bool some = true;
    for (const QListWidget *list : {m_columns, m_branches}) {
        bool any = !list || list->count() == 0;
        for (int i = 0; !any && i < list->count(); ++i)
            any = list->item(i)->checkState() == Qt::Checked;
        some = some && any;
    }
    m_take->setEnabled(some);
    m_take->setToolTip(some ? QString() : tr("列と範囲を、それぞれ一つ以上選んでください。"));
}

/// What is below a branch goes with it; a branch is whole only while all below it is chosen.
void PaperDetailsDialog::followBranch(QListWidgetItem *changed)
{
    const QSignalBlocker blocker(m_branches);
    const int row = m_branches->row(changed);
    const int level = changed->data(kLevelRole).toInt();
    for (int i = row + 1; i < m_branches->count() && m_branches->item(i)->data(kLevelRole).toInt() > level; ++i)
        m_branches->item(i)->setCheckState(changed->checkState());
    int above = level;
    for (int i = row - 1; i >= 0 && above > 0; --i) {
        QListWidgetItem *item = m_branches->item(i);
        if (item->data(kLevelRole).toInt() >= above)
            continue;
        above = item->data(kLevelRole).toInt();
        bool all = true;
        for (int k = i + 1; k < m_branches->count() && m_branches->item(k)->data(kLevelRole).toInt() > above; ++k)
            all = all && m_branches->item(k)->checkState() == Qt::Checked;
        item->setCheckState(all ? Qt::Checked : Qt::Unchecked);
    }
}

/// The names of what is checked, without what is below something that is; none where all is checked, or nothing.
QStringList PaperDetailsDialog::checked(const QListWidget *list) const
{
    QStringList names;
    int within = -1;
    bool all = true;
    for (int i = 0; i < list->count(); ++i) {
        const QListWidgetItem *item = list->item(i);
        const int level = item->data(kLevelRole).toInt();
        if (within >= level)
            within = -1;
        if (item->checkState() != Qt::Checked) {
            all = false;
            continue;
        }
        if (within >= 0 && list == m_branches)
            continue;
        within = level;
        names += item->data(kNameRole).toString();
    }
    return all ? QStringList() : names;
}

report::PaperOptions PaperDetailsDialog::options() const
{
    report::PaperOptions options = m_options;
    options.title = m_title->text();
    options.note = m_note->text();
    const double size = m_size->currentData().toDouble();
    options.sizePt = size > 0 ? std::optional(size) : std::nullopt;
    if (m_columns)
        options.columns = checked(m_columns);
    if (m_branches)
        options.branches = checked(m_branches);
    return options;
}

} // namespace mezasu::ui
