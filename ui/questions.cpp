// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions.h"

#include "ui/dialogs/importdialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace mezasu::ui {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Questions", text);
}
} // namespace

QString DesktopQuestions::pathToOpen(QWidget *parent, const QString &title, const QString &filter)
{
    return QFileDialog::getOpenFileName(parent, title, {}, filter);
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

bool DesktopQuestions::closeUnsaved(QWidget *parent)
{
    QMessageBox box(QMessageBox::Warning, tr(QT_TRANSLATE_NOOP("Questions", "保存できていません")),
        tr(QT_TRANSLATE_NOOP("Questions", "入力した内容がまだどこにも保存されていません。閉じると失われます。")),
        QMessageBox::NoButton, parent);
    QPushButton *close =
        box.addButton(tr(QT_TRANSLATE_NOOP("Questions", "保存せずに閉じる")), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr(QT_TRANSLATE_NOOP("Questions", "閉じない")), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == close;
}

} // namespace mezasu::ui
