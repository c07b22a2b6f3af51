// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/renumberdialog.h"

#include "ui/look/measures.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
QString titleOf(const Plan &plan, const ElementId &id)
{
    const ElementId named = plan.namedBy(id);
    const QString title = plan.text(named, named == id ? u"title" : u"text");
    return title.isEmpty() ? words::untitled(plan, id.kind) : title;
}
} // namespace

RenumberDialog::RenumberDialog(const Plan &plan, const ElementId &branch, QWidget *parent)
    : QDialog(parent)
    , m_plan(plan)
    , m_scope(new QComboBox)
    , m_policies(new QCheckBox(words::levelName(plan, Kind::Policy)))
    , m_items(new QCheckBox(words::levelName(plan, Kind::ReformItem)))
    , m_initiatives(new QCheckBox(words::levelName(plan, Kind::Initiative)))
    , m_all(new QCheckBox(tr("変わらない項目も表示する(&A)")))
    , m_list(new QTreeWidget)
    , m_summary(new QLabel)
    , m_empty(new QLabel(tr("番号はすでに並び順のとおりです。")))
{
    setObjectName(u"renumberDialog"_s);
    setWindowTitle(tr("番号の付け直し"));
    auto *layout = new QVBoxLayout(this);
    auto *intro =
        new QLabel(tr("並び順のとおりに番号を付け直します。下の一覧で、いまの番号と新しい番号を確かめてください。"
                      "あとから「元に戻す」で一度に戻せます。"));
    intro->setWordWrap(true);
    layout->addWidget(intro);

    auto *form = new QFormLayout;
    m_scope->setObjectName(u"renumberScopeCombo"_s);
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(tr("範囲(&S)"), m_scope);
    auto *levels = new QHBoxLayout;
    for (const auto &[box, name] : {std::pair(m_policies, u"renumberPoliciesCheck"_s),
             std::pair(m_items, u"renumberItemsCheck"_s), std::pair(m_initiatives, u"renumberInitiativesCheck"_s)}) {
        box->setObjectName(name);
        box->setChecked(true);
        levels->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &RenumberDialog::preview);
    }
    levels->addStretch();
    form->addRow(tr("対象"), levels);
    layout->addLayout(form);

    m_list->setObjectName(u"renumberTree"_s);
    m_list->setAccessibleName(tr("番号の一覧"));
    m_list->setHeaderLabels({tr("名称"), tr("いまの番号"), tr("新しい番号"), tr("備考")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    layout->addWidget(m_list, 1);
    auto *inList = new QVBoxLayout(m_list->viewport());
    m_empty->setObjectName(u"renumberEmptyLabel"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    inList->addWidget(m_empty);
    m_all->setObjectName(u"renumberAllCheck"_s);
    layout->addWidget(m_all);
    connect(m_all, &QCheckBox::toggled, this, &RenumberDialog::preview);
    m_summary->setObjectName(u"renumberSummaryLabel"_s);
    m_summary->setWordWrap(true);
    layout->addWidget(m_summary);

    auto *buttons = new QDialogButtonBox;
    m_accept = buttons->addButton(tr("番号を付け直す"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"renumberAcceptButton"_s);
    buttons->addButton(tr("キャンセル"), QDialogButtonBox::RejectRole)->setObjectName(u"renumberCancelButton"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);

    addScopes(branch);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &RenumberDialog::preview);
    sizeFor(this, 110, 30);
    preview();
}

/// The plan, its policies, and what is selected with what it stands in.
void RenumberDialog::addScopes(const ElementId &branch)
{
    m_scope->addItem(tr("計画全体"), m_plan.root().toString());
    const auto add = [this](const ElementId &id) {
        const QString code = m_plan.text(id, id.kind == Kind::Policy ? u"number" : u"code");
        const QString title = words::shortened(titleOf(m_plan, id), 30);
        m_scope->addItem(
            tr("%1「%2」の中")
                .arg(words::levelName(m_plan, id.kind), code.isEmpty() ? title : u"%1　%2"_s.arg(code, title)),
            id.toString());
    };
    QList<ElementId> own;
    for (ElementId at = branch; !at.isNull() && at.kind != Kind::Plan; at = m_plan.parentOf(at)) {
        const bool isRow =
            at.kind == Kind::ReformItem || (at.kind == Kind::Goal && m_plan.children(at, Kind::ReformItem).size() != 1);
        if (isRow)
            own.prepend(at);
    }
    for (const ElementId &policy : m_plan.children(m_plan.root(), Kind::Policy)) {
        add(policy);
        for (const ElementId &id : std::as_const(own)) {
            if (m_plan.parentOf(id) == policy || m_plan.parentOf(m_plan.parentOf(id)) == policy)
                add(id);
        }
    }
    const bool isBroad = branch.kind == Kind::Policy || branch.kind == Kind::Goal;
    m_scope->setCurrentIndex(isBroad ? std::max(0, m_scope->findData(branch.toString())) : 0);
}

void RenumberDialog::preview()
{
    RenumberingWishes wishes;
    wishes.branch = ElementId::fromString(m_scope->currentData().toString()).value_or(ElementId());
    wishes.policies = m_policies->isChecked();
    wishes.items = m_items->isChecked();
    wishes.initiatives = m_initiatives->isChecked();
    m_policies->setEnabled(wishes.branch.kind == Kind::Plan);
    m_items->setEnabled(wishes.branch.kind != Kind::ReformItem);
    m_codes = renumbering(m_plan, wishes);

    m_list->clear();
    QList<QTreeWidgetItem *> rows;
    qsizetype changing = 0;
    qsizetype shared = 0;
    for (const CodeChange &one : std::as_const(m_codes)) {
        changing += one.isChange();
        shared += one.note == CodeChange::Note::Shared;
        if (!one.isChange() && one.note == CodeChange::Note::None && !m_all->isChecked())
            continue;
        const int depth = one.id.kind == Kind::Policy ? 0 : one.id.kind == Kind::ReformItem ? 1 : 2;
        const QString none = tr("（なし）");
        const QString note = one.note == CodeChange::Note::Contested ? tr("調整中のため変えません")
            : one.note == CodeChange::Note::Shared                   ? tr("ほかにも同じ番号があります")
                                                                     : QString();
        const QString title = QString(titleOf(m_plan, one.id)).replace(u'\n', u' ');
        auto *row = new QTreeWidgetItem({QString(depth, u'\u3000') + title, one.before.isEmpty() ? none : one.before,
            one.isChange() ? one.after : tr("そのまま"), note});
        row->setToolTip(0, title);
        if (one.isChange()) {
            QFont bold = m_list->font();
            bold.setBold(true);
            row->setFont(2, bold);
        }
        rows.append(row);
    }
    m_list->addTopLevelItems(rows);
    for (int column = 1; column < m_list->columnCount(); ++column)
        m_list->resizeColumnToContents(column);
    m_empty->setVisible(rows.isEmpty() && changing == 0);
    QString said = changing == 0
        ? (rows.isEmpty() ? QString() : m_empty->text())
        : tr("%1件が変わり、%2件はそのままです。").arg(changing).arg(m_codes.size() - changing);
    if (shared > 0)
        said += tr("同じ番号になるものが%1件あります。").arg(shared);
    m_summary->setText(said);
    m_accept->setEnabled(changing > 0);
    m_accept->setText(changing > 0 ? tr("番号を付け直す（%1件）").arg(changing) : tr("番号を付け直す"));
}

} // namespace mezasu::ui
