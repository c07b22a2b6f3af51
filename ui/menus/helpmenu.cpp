// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/menus/helpmenu.h"

#include "ui/dialogs/aboutdialog.h"
#include "ui/mainwindow.h"
#include "ui/preview/keylist.h"
#include "ui/preview/previewdialog.h"

#include <QDateTime>
#include <QMenuBar>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

HelpMenu::HelpMenu(MainWindow *window)
    : Menu(window, tr("ヘルプ(&H)"))
{
    add(tr("キーの一覧(&K)…"), u"keysAction"_s, QKeySequence(Qt::CTRL | Qt::Key_F1), [this] { showKeys(); });
    add(tr("Mezasuについて(&A)…"), u"aboutAction"_s, {}, [window] {
        auto *dialog = new AboutDialog(window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void HelpMenu::showKeys()
{
    const QString title = tr("キーの一覧");
    const report::Document document = keyListDocument(keyGroups(window()->menuBar()), title);
    report::PdfMetadata metadata;
    metadata.title = title;
    metadata.creator = u"Mezasu"_s;
    const QDateTime now = QDateTime::currentDateTime();
    metadata.date = now.toOffsetFromUtc(now.offsetFromUtc()).toString(Qt::ISODate).toUtf8();
    report::PaperOptions options;
    options.paper = report::PaperSize::A4Portrait;
    options.typeface = report::Typeface::Gothic;
    auto *dialog = new PreviewDialog(title, title,
        std::vector{PreviewDialog::Kind{title, options,
            [document, metadata](const report::PaperOptions &chosen) {
                return PreviewDialog::Paper{
                    document, report::PageSetup::forPaper(chosen.paper, chosen.typeface), metadata};
            }}},
        window()->questions(), window());
    dialog->setAsksHead(false);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->start();
}

} // namespace mezasu::ui
