// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importdialog.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

ImportDialog::ImportDialog(const QString &file, const ImportPreview &preview, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("表の取り込み"));
    resize(640, 460);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    auto *intro = new QLabel(tr("「%1」から取り込む内容です。取り込んだあとも、元に戻せます。").arg(QFileInfo(file).fileName()));
    intro->setWordWrap(true);
    layout->addWidget(intro);

    auto *counts = new QFormLayout;
    for (const ImportPreview::Count &count : preview.counts)
        counts->addRow(tr("%1：").arg(count.what), new QLabel(tr("%1件").arg(locale().toString(count.number))));
    layout->addLayout(counts);

    auto *heading = new QLabel(preview.messages.isEmpty()
            ? tr("お知らせはありません。")
            : tr("お知らせ（%1件）：").arg(locale().toString(preview.messages.size())));
    layout->addWidget(heading);
    auto *messages = new QListWidget;
    messages->setObjectName(u"importMessagesList"_s);
    messages->setAccessibleName(tr("お知らせ"));
    messages->setWordWrap(true);
    messages->addItems(preview.messages);
    messages->setVisible(!preview.messages.isEmpty());
    heading->setBuddy(messages);
    layout->addWidget(messages, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("取り込む"));
    buttons->button(QDialogButtonBox::Ok)->setEnabled(preview.take != nullptr);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

} // namespace mezasu::ui
