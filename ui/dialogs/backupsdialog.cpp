// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/backupsdialog.h"

#include "ui/look/measures.h"
#include "ui/widgets/changetree.h"
#include "ui/words.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

BackupsDialog::BackupsDialog(Services *services, PlanDocument *document, const BackupList &backups, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_document(document)
    , m_backups(backups)
    , m_list(new QTreeWidget)
    , m_summary(new QLabel)
    , m_changes(new ChangeTree)
    , m_open(new QPushButton(tr("横に開いて見る(&O)")))
    , m_compare(new QPushButton(tr("いまの計画とくらべる(&C)")))
    , m_restore(new QPushButton(tr("この内容に戻す(&R)")))
{
    setObjectName(u"backupsDialog"_s);
    setWindowTitle(tr("控え"));
    auto *layout = new QVBoxLayout(this);
    auto *where = new QLabel(tr(
        "開いてから最初に書き込むときに、その前の計画を控えとして残しています。新しいものから%1個までです。\n場所：%2")
                                 .arg(backups.kept)
                                 .arg(QDir::toNativeSeparators(backups.folder)));
    where->setObjectName(u"backupsFolderLabel"_s);
    where->setWordWrap(true);
    where->setTextFormat(Qt::PlainText);
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(where);
    m_list->setObjectName(u"backupsList"_s);
    m_list->setAccessibleName(tr("控え"));
    m_list->setHeaderLabels({tr("日時"), tr("大きさ"), tr("備考")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setMaximumHeight(fontMetrics().height() * 11);
    for (const BackupFile &file : backups.files) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(0, words::dayAndTime(file.made));
        item->setText(1, words::fileSize(file.bytes));
        item->setText(2, file.beforeStep ? tr("新しい形式に改める前（消えません）") : QString());
        item->setToolTip(0, QDir::toNativeSeparators(file.path));
    }
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    layout->addWidget(m_list);
    auto *row = new QHBoxLayout;
    m_open->setObjectName(u"backupOpenButton"_s);
    m_compare->setObjectName(u"backupCompareButton"_s);
    row->addWidget(m_open);
    row->addWidget(m_compare);
    row->addStretch();
    layout->addLayout(row);
    m_summary->setObjectName(u"backupSummaryLabel"_s);
    m_summary->setWordWrap(true);
    layout->addWidget(m_summary);
    layout->addWidget(m_changes, 1);
    auto *buttons = new QDialogButtonBox;
    m_restore->setObjectName(u"backupRestoreButton"_s);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    auto *close = buttons->addButton(QDialogButtonBox::Close);
    close->setText(tr("閉じる"));
    layout->addWidget(buttons);
    for (QPushButton *button : {m_open, m_compare, m_restore})
        button->setAutoDefault(false);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const BackupFile *file = current())
            Q_EMIT openRequested(file->path);
    });
    connect(m_compare, &QPushButton::clicked, this, &BackupsDialog::compare);
    connect(m_list, &QTreeWidget::itemActivated, this, &BackupsDialog::compare);
    connect(m_restore, &QPushButton::clicked, this, &BackupsDialog::restore);
    const auto chosen = [this] {
        m_restoring = {};
        m_changes->setRows({});
        m_summary->setText(m_backups.files.isEmpty()
                ? tr("控えはまだありません。")
                : tr("控えを選び、くらべてから戻せます。戻したあとも、元に戻せます。"));
        m_open->setEnabled(current() != nullptr);
        m_compare->setEnabled(current() != nullptr);
        m_restore->setEnabled(false);
    };
    connect(m_list, &QTreeWidget::currentItemChanged, this, chosen);
    if (m_list->topLevelItemCount() > 0)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    chosen();
    sizeFor(this, 120, 38);
}

const BackupFile *BackupsDialog::current() const
{
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    return at >= 0 && at < m_backups.files.size() ? &m_backups.files.at(at) : nullptr;
}

void BackupsDialog::compare()
{
    const BackupFile *file = current();
    if (!file)
        return;
    const QPointer<BackupsDialog> there(this); // while it is compared, others may close it
    auto found = m_services->previewRestoring(*m_document, BackupFile(*file));
    if (!there)
        return;
    if (!found) {
        m_summary->setText(words::error(found.error()));
        return;
    }
    m_restoring = std::move(found).value();
    m_changes->setRows(m_restoring.tree);
    m_summary->setText(tr("戻すと、いまの計画がこう変わります：%1").arg(changeSummary(m_restoring.tree)));
    m_restore->setEnabled(m_restoring.take != nullptr);
}

void BackupsDialog::restore()
{
    const BackupFile *file = current();
    const auto take = m_restoring.take; // its own: choosing another backup while it runs does away with the other
    if (!file || !take)
        return;
    const QString made = words::dayAndTime(file->made);
    const QPointer<BackupsDialog> there(this);
    const auto done = take();
    if (!there)
        return;
    if (!done) {
        m_summary->setText(words::error(done.error()));
        return;
    }
    Q_EMIT restored(made);
    accept();
}

} // namespace mezasu::ui
