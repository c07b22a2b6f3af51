// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/exportdialog.h"

#include "ui/look/measures.h"
#include "ui/widgets/spokenrole.h"
#include "ui/words.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

ExportDialog::ExportDialog(const QList<ExportFormat> &formats, const LossesOf &lossesOf, QWidget *parent)
    : QDialog(parent)
    , m_formats(formats)
    , m_lossesOf(lossesOf)
    , m_list(new QListWidget)
    , m_explanation(new QLabel)
    , m_losses(new QLabel)
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("書き出す"));
    auto *layout = new QVBoxLayout(this);
    auto *intro = new QLabel(tr("形式を選んでください。計画そのものは変わりません。"));
    intro->setWordWrap(true);
    layout->addWidget(intro);
    m_list->setObjectName(u"exportFormatList"_s);
    m_list->setAccessibleName(tr("書き出す形式"));
    for (const ExportFormat &format : formats) {
        auto *item = new QListWidgetItem(format.name, m_list);
        item->setData(Qt::AccessibleDescriptionRole, format.explanation);
    }
    layout->addWidget(m_list, 1);
    m_explanation->setObjectName(u"exportExplanationLabel"_s);
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    layout->addWidget(m_explanation);
    m_losses->setObjectName(u"exportLossesLabel"_s);
    m_losses->setWordWrap(true);
    m_losses->setTextFormat(Qt::PlainText);
    m_losses->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_losses->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *scroll = new QScrollArea; // a plan may hold much that a format cannot
    speakAs(scroll, QAccessible::Pane);
    scroll->setObjectName(u"exportLossesScroll"_s);
    scroll->setAccessibleName(tr("この形式に入らないもの"));
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_losses);
    layout->addWidget(scroll, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("場所を選んで書き出す…"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("キャンセル"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    layout->addWidget(buttons);
    sizeFor(this, 90, 28);
    connect(m_list, &QListWidget::currentRowChanged, this, &ExportDialog::explain);
    m_list->setCurrentRow(0);
}

const ExportFormat &ExportDialog::chosen() const
{
    return m_formats.at(std::max(0, m_list->currentRow()));
}

void ExportDialog::explain()
{
    const ExportFormat format = chosen();
    m_explanation->setText(format.explanation);
    if (!m_told.contains(format.id)) {
        const QPointer<ExportDialog> there(this); // a desktop may close it while that is found out
        const auto losses = m_lossesOf(format);
        if (!there)
            return;
        if (!losses && losses.error().code == Error::Code::Cancelled) {
            m_losses->setText(tr("調べるのを中止しました。書き出す前に、もう一度お尋ねします。"));
            return;
        }
        m_told.insert(format.id,
            !losses ? words::error(losses.error())
                : losses.value().empty()
                ? tr("この計画について、とくにお伝えすることはありません。")
                : tr("この形式には、次のものが入りません。") + u'\n' + losses.value().join(u'\n'));
    }
    m_losses->setText(m_told.value(format.id));
}

} // namespace mezasu::ui
