// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"

#include "ui/look/measures.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
QString textOf(const QString &resource)
{
    QFile file(resource);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QTextBrowser *page(const QString &name, const QString &spoken)
{
    auto *out = new QTextBrowser;
    out->setObjectName(name);
    out->setAccessibleName(spoken);
    out->setOpenLinks(false); // the program opens no connection
    // Not selectable by keyboard: selecting a page of a text with a table, Qt moves from cell to cell for ever.
    out->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return out;
}
} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"aboutDialog"_s);
    setWindowTitle(tr("Mezasuについて"));
    auto *layout = new QVBoxLayout(this);
    auto *title = new QLabel(tr("Mezasu %1").arg(QCoreApplication::applicationVersion()));
    title->setObjectName(u"aboutVersionLabel"_s);
    setType(title, Type::Heading);
    layout->addWidget(title);
    auto *what = new QLabel(
        tr("市の企画部門が行政計画をつくり、まとめ、進み具合を確かめるための道具です。自由なソフトウェアです（GPL "
           "3以降）。ネットワークには接続しません。Qt %1を使っています。")
            .arg(QString::fromLatin1(qVersion())));
    what->setWordWrap(true);
    layout->addWidget(what);

    auto *tabs = new QTabWidget;
    tabs->setObjectName(u"aboutTabs"_s);
    tabs->setAccessibleName(tr("ライセンス"));
    QTextBrowser *licence = page(u"aboutLicenceText"_s, tr("Mezasuのライセンス"));
    licence->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    licence->setPlainText(textOf(u":/mezasu/LICENSE"_s));
    QTextBrowser *notices = page(u"aboutNoticesText"_s, tr("使っているソフトウェアとフォント"));
    notices->setMarkdown(textOf(u":/mezasu/NOTICES.md"_s));
    tabs->addTab(notices, tr("使っているソフトウェアとフォント"));
    tabs->addTab(licence, tr("ライセンス（GPL 3）"));
    layout->addWidget(tabs, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("閉じる"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    sizeFor(this, 110, 32);
}

} // namespace mezasu::ui
