// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions.h"

#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/renumberdialog.h"
#include "ui/widgets/holderbar.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

namespace mezasu::ui {

namespace {
constexpr qsizetype kLossesShown = 8; ///< lines; more stand in the part that is unfolded

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Questions)
};
} // namespace

bool Questions::takeLock(QWidget *, const LockInfo &)
{
    return false;
}

bool Questions::acceptLosses(QWidget *, const ExportFormat &, const QStringList &)
{
    return false;
}

bool Questions::choosePrinter(QWidget *, QPrinter *)
{
    return false;
}

QString DesktopQuestions::pathToOpen(QWidget *parent, const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
}

QStringList Questions::pathsToOpen(QWidget *parent, const QString &title, const QString &filter)
{
    const QString path = pathToOpen(parent, title, filter);
    return path.isEmpty() ? QStringList() : QStringList{path};
}

QStringList DesktopQuestions::pathsToOpen(QWidget *parent, const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileNames(parent, title, {}, filter);
}

QString DesktopQuestions::pathToSave(
    QWidget *parent, const QString &title, const QString &filter, const QString &suggestion)
{
    return QFileDialog::getSaveFileName(parent, title, suggestion, filter);
}

std::optional<ImportPreview> DesktopQuestions::acceptImport(
    QWidget *parent, const QString &file, const ImportPreview &first, const ImportPreviewer &preview)
{
    ImportDialog dialog(file, first, preview, parent);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    return dialog.preview();
}

std::optional<QList<PlanChange>> Questions::renumber(QWidget *, const Plan &, const ElementId &)
{
    return {};
}

std::optional<QList<PlanChange>> DesktopQuestions::renumber(QWidget *parent, const Plan &plan, const ElementId &branch)
{
    RenumberDialog dialog(plan, branch, parent);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    return dialog.changes();
}

bool DesktopQuestions::closeUnsaved(QWidget *parent)
{
    QMessageBox box(QMessageBox::Warning, Text::tr("保存できていません"),
        Text::tr("入力した内容がまだどこにも保存されていません。閉じると失われます。"), QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("unsavedQuestion"));
    QPushButton *close = box.addButton(Text::tr("保存せずに閉じる"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(Text::tr("閉じない"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == close;
}

bool Questions::closeUnread(QWidget *, const QStringList &)
{
    return true;
}

bool DesktopQuestions::closeUnread(QWidget *parent, const QStringList &texts)
{
    constexpr qsizetype kMostShown = 5;
    QStringList shown;
    for (const QString &text : texts.first(std::min(kMostShown, texts.size())))
        shown.append(Text::tr("「%1」").arg(words::shortened(text, 24)));
    if (texts.size() > kMostShown)
        shown.append(Text::tr("ほか%n件", nullptr, int(texts.size() - kMostShown)));
    QMessageBox box(QMessageBox::Warning, Text::tr("読み取れない入力があります"),
        Text::tr("数や年度として読み取れないため、まだ計画に記録していない入力があります。閉じると失われます。\n%1")
            .arg(shown.join(u'\n')),
        QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("unreadQuestion"));
    QPushButton *close = box.addButton(Text::tr("捨てて閉じる"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(Text::tr("戻って直す"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == close;
}

bool DesktopQuestions::takeLock(QWidget *parent, const LockInfo &holder)
{
    QMessageBox box(QMessageBox::Warning, Text::tr("書き込みの引き継ぎ"),
        Text::tr("%1引き継ぐと、その人はこの計画に書き込めなくなります。").arg(HolderBar::words(holder)),
        QMessageBox::NoButton, parent);
    box.setInformativeText(Text::tr(
        "その人がまだ入力していると、以後の入力は計画ではなく、その人のパソコンの救済ファイルに残ります。先に声をかけて"
        "、"
        "確かめることをお勧めします。"));
    box.setObjectName(QStringLiteral("takeLockQuestion"));
    QPushButton *take = box.addButton(Text::tr("引き継ぐ"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(Text::tr("引き継がない"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == take;
}

bool DesktopQuestions::acceptLosses(QWidget *parent, const ExportFormat &format, const QStringList &losses)
{
    QMessageBox box(QMessageBox::Information, Text::tr("書き出し"),
        Text::tr("「%1」には、次のものが入りません。").arg(format.name), QMessageBox::NoButton, parent);
    box.setObjectName(QStringLiteral("lossesQuestion"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(losses.mid(0, kLossesShown).join(u'\n'));
    if (losses.size() > kLossesShown)
        box.setDetailedText(losses.join(u'\n'));
    QPushButton *write = box.addButton(Text::tr("書き出す"), QMessageBox::AcceptRole);
    box.addButton(Text::tr("キャンセル"), QMessageBox::RejectRole);
    box.exec();
    return box.clickedButton() == write;
}

bool DesktopQuestions::choosePrinter(QWidget *parent, QPrinter *printer)
{
    QPrintDialog dialog(printer, parent);
    dialog.setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintPageRange
        | QAbstractPrintDialog::PrintCollateCopies);
    return dialog.exec() == QDialog::Accepted;
}

} // namespace mezasu::ui
