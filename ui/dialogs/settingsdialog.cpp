// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "ui/historywords.h"
#include "ui/look/look.h"
#include "ui/look/measures.h"
#include "ui/settings.h"
#include "ui/widgets/keepheight.h"

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

/// A row of the form: a field with what there is to say about it right below.
void addRow(QFormLayout *form, const QString &label, QWidget *field, const QString &hint = {})
{
    auto *name = new QLabel(label);
    name->setBuddy(field);
    auto *both = new QVBoxLayout;
    both->setSpacing(gap::kHair);
    both->addWidget(field);
    if (!hint.isEmpty()) {
        auto *said = new QLabel(hint);
        said->setWordWrap(true);
        said->setForegroundRole(QPalette::PlaceholderText);
        both->addWidget(said);
    }
    form->addRow(name, both);
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
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(gap::kMedium);
    m_author->setObjectName(u"settingsAuthorEdit"_s);
    m_author->setPlaceholderText(words::authorName(usualAuthor));
    m_author->setAccessibleName(tr("変更に付ける名前"));
    addRow(form, tr("変更に付ける名前(&N)："), m_author,
        tr("これからの変更の履歴に残ります。空欄のときは、パソコンの利用者名です。"));
    m_language->setObjectName(u"settingsLanguageCombo"_s);
    m_language->setAccessibleName(tr("言語"));
    m_language->addItem(u"日本語"_s, u"ja"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    // Where none was chosen, the one that is shown: whoever changes something else keeps it.
    const QString chosen = settings::language();
    const QString kept = chosen.isEmpty() ? settings::shownLanguage() : chosen;
    m_language->setCurrentIndex(std::max(m_language->findData(kept), 0));
    addRow(form, tr("言語 / Language(&L)："), m_language, tr("次に起動したときから変わります。"));
    m_text->setObjectName(u"settingsTextCombo"_s);
    m_text->setAccessibleName(tr("文字の大きさ"));
    for (int percent = settings::kSmallestText; percent <= settings::kLargestText; percent += kTextStep)
        m_text->addItem(tr("%1%").arg(percent), percent);
    m_text->setCurrentIndex(std::max(m_text->findData(settings::textPercent()), 0));
    addRow(form, tr("文字の大きさ(&T)："), m_text);
    m_look->setObjectName(u"settingsLookCombo"_s);
    m_look->setAccessibleName(tr("色"));
    m_look->addItem(tr("システムに合わせる"), nameOf(Look::System));
    m_look->addItem(tr("明るい"), nameOf(Look::Light));
    m_look->addItem(tr("暗い"), nameOf(Look::Dark));
    m_look->addItem(tr("ハイコントラスト"), nameOf(Look::HighContrast));
    m_look->setCurrentIndex(std::max(m_look->findData(settings::look()), 0));
    addRow(form, tr("色(&C)："), m_look, tr("印刷とPDFの色は変わりません。"));
    m_backups->setObjectName(u"settingsBackupsSpin"_s);
    m_backups->setAccessibleName(tr("残す控えの数"));
    m_backups->setRange(settings::kFewestBackups, settings::kMostBackups);
    m_backups->setSuffix(tr("個"));
    m_backups->setValue(settings::backupsKept());
    addRow(form, tr("残す控えの数(&B)："), m_backups,
        tr("計画ごとに、新しいものからこの数だけ残します。次に計画を開いたときから変わります。"));
    layout->addLayout(form);
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("設定する"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("キャンセル"));
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    keepHeight(this); // the hints have as many lines as they need at this width
    resize(std::max(minimumWidth(), sizeHint().width()), minimumHeight());
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
