// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "ui/look/look.h"
#include "ui/settings.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kTextStep = 25; ///< percent

QLabel *hint(const QString &text)
{
    auto *out = new QLabel(text);
    out->setWordWrap(true);
    out->setAlignment(Qt::AlignTop | Qt::AlignLeft); // near to the field that it is about
    out->setForegroundRole(QPalette::PlaceholderText);
    out->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum); // the whole width before a second line
    return out;
}
} // namespace

SettingsDialog::SettingsDialog(const QString &usualAuthor, QWidget *parent)
    : QDialog(parent)
    , m_language(new QComboBox)
    , m_look(new QComboBox)
    , m_text(new QComboBox)
    , m_author(new QLineEdit(settings::author()))
    , m_backups(new QSpinBox)
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("設定"));
    auto *layout = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_author->setObjectName(u"settingsAuthorEdit"_s);
    m_author->setPlaceholderText(usualAuthor);
    m_author->setAccessibleName(tr("変更に付ける名前"));
    form->addRow(tr("変更に付ける名前(&N)："), m_author);
    form->addRow(QString(), hint(tr("これからの変更の履歴に残ります。空欄のときは、パソコンの利用者名です。")));
    m_language->setObjectName(u"settingsLanguageCombo"_s);
    m_language->setAccessibleName(tr("言語"));
    m_language->addItem(u"日本語"_s, u"ja"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->setCurrentIndex(std::max(m_language->findData(settings::language()), 0));
    form->addRow(tr("言語 / Language(&L)："), m_language);
    form->addRow(QString(), hint(tr("次に起動したときから変わります。")));
    m_text->setObjectName(u"settingsTextCombo"_s);
    m_text->setAccessibleName(tr("文字の大きさ"));
    for (int percent = settings::kSmallestText; percent <= settings::kLargestText; percent += kTextStep)
        m_text->addItem(tr("%1%").arg(percent), percent);
    m_text->setCurrentIndex(std::max(m_text->findData(settings::textPercent()), 0));
    form->addRow(tr("文字の大きさ(&T)："), m_text);
    m_look->setObjectName(u"settingsLookCombo"_s);
    m_look->setAccessibleName(tr("色"));
    m_look->addItem(tr("システムに合わせる"), nameOf(Look::System));
    m_look->addItem(tr("明るい"), nameOf(Look::Light));
    m_look->addItem(tr("暗い"), nameOf(Look::Dark));
    m_look->addItem(tr("ハイコントラスト"), nameOf(Look::HighContrast));
    m_look->setCurrentIndex(std::max(m_look->findData(settings::look()), 0));
    form->addRow(tr("色(&C)："), m_look);
    form->addRow(QString(), hint(tr("印刷とPDFの色は変わりません。")));
    m_backups->setObjectName(u"settingsBackupsSpin"_s);
    m_backups->setAccessibleName(tr("残す控えの数"));
    m_backups->setRange(settings::kFewestBackups, settings::kMostBackups);
    m_backups->setSuffix(tr("個"));
    m_backups->setValue(settings::backupsKept());
    form->addRow(tr("残す控えの数(&B)："), m_backups);
    form->addRow(
        QString(), hint(tr("計画ごとに、新しいものからこの数だけ残します。次に計画を開いたときから変わります。")));
    layout->addLayout(form);
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("設定する"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("やめる"));
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
}

void SettingsDialog::accept()
{
    settings::setAuthor(m_author->text());
    settings::setLanguage(m_language->currentData().toString());
    settings::setTextPercent(m_text->currentData().toInt());
    settings::setLook(m_look->currentData().toString());
    settings::setBackupsKept(m_backups->value());
    setLook(lookNamed(settings::look()).value_or(Look::System));
    setTextSize(settings::textPercent());
    QDialog::accept();
}

} // namespace mezasu::ui
