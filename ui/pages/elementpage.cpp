// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/elementpage.h"

#include "core/indicator/fiscalyear.h"
#include "ui/pages/fields.h"
#include "ui/pages/rowssection.h"
#include "ui/pages/valuessection.h"
#include "ui/widgets/growingtextedit.h"
#include "ui/widgets/homeline.h"
#include "ui/words.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

ElementPage::ElementPage(PlanDocument *document, const ElementId &element, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_element(element)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(kindName(element.kind) + u"Page"_s);
    m_layout->setContentsMargins(20, 16, 20, 24);
    m_layout->setSpacing(8);
    addHeading();
    const Plan &plan = document->plan();
    const QString indicator = words::levelName(plan, Kind::Indicator);
    const QString noIndicator = tr("成果を測る指標を追加すると、「開く」から年度ごとの値を入力できます。");
    switch (element.kind) {
    case Kind::Plan:
        addFields({u"title"_s, u"municipality"_s, u"municipality_code"_s, u"division"_s, u"first_year"_s,
            u"last_year"_s, u"year_style"_s});
        {
            QFormLayout *form = addForm(tr("階層の呼び方（空欄のときは、ふつうの呼び方）"));
            for (const Kind kind : {Kind::Policy, Kind::Goal, Kind::ReformItem, Kind::Initiative})
                addField(form, element, field::levelName(kind), words::levelName(Plan(), kind));
        }
        addRows(
            element, Kind::Department, words::levelName(plan, Kind::Department), tr("計画に関わる課を追加します。"));
        break;
    case Kind::Policy:
        addFields({u"number"_s, u"title"_s, u"description"_s});
        break;
    case Kind::Goal:
        addGoal(element);
        break;
    case Kind::ReformItem:
        addFields({u"code"_s, u"title"_s, u"description"_s, u"department"_s});
        m_goal = plan.parentOf(element);
        if (plan.children(m_goal, Kind::ReformItem).size() == 1)
            addGoal(m_goal);
        else
            m_goal = {};
        addRows(element, Kind::Indicator,
            m_goal.isNull() ? indicator : tr("%1だけの%2").arg(words::levelName(plan, Kind::ReformItem), indicator),
            m_goal.isNull() ? noIndicator : QString());
        break;
    case Kind::Initiative:
        addFields({u"code"_s, u"title"_s, u"description"_s, u"department"_s});
        addSchedule();
        addRows(element, Kind::Indicator, indicator, noIndicator);
        break;
    case Kind::Indicator: {
        auto *home = new HomeLine(document, element, this);
        connect(home, &HomeLine::openRequested, this, &ElementPage::openRequested);
        m_layout->addWidget(home);
        addFields({u"name"_s, u"unit"_s, u"decimals"_s, u"direction"_s, u"kind"_s, u"definition"_s, u"source"_s,
            u"department"_s});
        m_layout->addWidget(new ValuesSection(document, element, this));
        break;
    }
    default:
        break;
    }
    m_layout->addStretch();
    connect(document, &PlanDocument::elementsChanged, this, &ElementPage::updateHeading);
    connect(document, &PlanDocument::textHeld, this, &ElementPage::updateHeading);
}

void ElementPage::focusFirst()
{
    if (m_first)
        m_first->setFocus(Qt::OtherFocusReason);
}

void ElementPage::focusField(const ElementId &id, const QString &field)
{
    for (QWidget *editor : findChildren<QWidget *>()) {
        if (fields::isEditorOf(editor, id, field)) {
            editor->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void ElementPage::addHeading()
{
    if (m_element.kind == Kind::Indicator) { // not in the tree: a way back
        const Plan &plan = m_document->plan();
        ElementId parent = plan.parentOf(m_element);
        if (const auto items = plan.children(parent, Kind::ReformItem); items.size() == 1)
            parent = items.constFirst(); // the goal is on its page
        const QString name = words::levelName(plan, parent.kind);
        const QString code = plan.text(parent, u"code");
        //: %1 a level such as 改革項目, with its code
        auto *back = new QPushButton(tr("← %1に戻る").arg(code.isEmpty() ? name : u"%1 %2"_s.arg(name, code)));
        back->setObjectName(u"backButton"_s);
        back->setAutoDefault(false);
        connect(back, &QPushButton::clicked, this, [this, parent] { Q_EMIT openRequested(parent); });
        m_layout->addWidget(back, 0, Qt::AlignLeft);
    }
    m_heading = new QLabel;
    m_heading->setObjectName(u"pageHeading"_s);
    m_heading->setWordWrap(true);
    m_heading->setTextFormat(Qt::PlainText);
    QFont large = m_heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_heading->setFont(large);
    m_layout->addWidget(m_heading);
    updateHeading();
}

void ElementPage::updateHeading()
{
    if (!m_document->plan().contains(m_element))
        return;
    QString code;
    for (const QString &field : {u"code"_s, u"number"_s}) {
        if (fieldInfo(m_element.kind, field))
            code = m_document->text(m_element, field);
    }
    const QString level = words::levelName(m_document->plan(), m_element.kind);
    m_heading->setText(code.isEmpty() ? level : u"%1　%2"_s.arg(level, code));
}

QFormLayout *ElementPage::addForm(const QString &title)
{
    if (!title.isEmpty()) {
        m_layout->addSpacing(12);
        auto *label = new QLabel(title);
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
        m_layout->addWidget(label);
    }
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    m_layout->addLayout(form);
    return form;
}

void ElementPage::addFields(const QStringList &names)
{
    QFormLayout *form = addForm();
    for (const QString &name : names)
        addField(form, m_element, name, words::fieldName(m_element.kind, name));
}

void ElementPage::addField(QFormLayout *form, const ElementId &id, const QString &field, const QString &label)
{
    QWidget *editor = fields::editorFor(m_document, id, field, this);
    editor->setAccessibleName(label);
    form->addRow(label, editor);
    form->addRow(QString(), fields::contestedLabel(m_document, id, field, this));
    form->setRowVisible(form->rowCount() - 1, m_document->plan().conflicts().value(id).contains(field));
    const int row = form->rowCount() - 1;
    connect(m_document, &PlanDocument::elementsChanged, form,
        [this, form, row, id, field](const QList<ElementId> &changed) {
            if (changed.contains(id))
                form->setRowVisible(row, m_document->plan().conflicts().value(id).contains(field));
        });
    const bool isName = field == "title"_L1 || field == "name"_L1;
    if (!m_first || (isName && m_element.kind != Kind::Plan))
        m_first = editor;
}

void ElementPage::addRows(const ElementId &parent, Kind kind, const QString &title, const QString &empty)
{
    RowsSection::Look look{kind, title, u"mark"_s, u"text"_s, empty, false};
    if (kind == Kind::Indicator) {
        look.longField = u"name"_s;
        look.opens = true;
    } else if (kind == Kind::Department) {
        look.shortField = u"short_name"_s;
        look.longField = u"name"_s;
    }
    auto *section = new RowsSection(m_document, parent, look, this);
    connect(section, &RowsSection::openRequested, this, &ElementPage::openRequested);
    m_layout->addWidget(section);
}

void ElementPage::addGoal(const ElementId &goal)
{
    const Plan &plan = m_document->plan();
    addRows(
        goal, Kind::Statement, words::levelName(plan, Kind::Goal), tr("どのような状態を目指すのかを、文で書きます。"));
    addRows(goal, Kind::Indicator, words::levelName(plan, Kind::Indicator),
        tr("成果を測る指標を追加すると、「開く」から年度ごとの値を入力できます。"));
    addRows(goal, Kind::Issue, words::levelName(plan, Kind::Issue),
        tr("いまの状態と、解決すべき課題を、一つずつ書きます。"));
    addRows(
        goal, Kind::Footnote, words::levelName(plan, Kind::Footnote), tr("用語の説明など、表の欄外に添える注です。"));
}

void ElementPage::addSchedule()
{
    const Plan &plan = m_document->plan();
    addForm(tr("工程"));
    const auto first = plan.number(plan.root(), u"first_year");
    const auto last = plan.number(plan.root(), u"last_year");
    if (!first || !last || *last < *first || *last - *first >= 60) {
        auto *hint =
            new QLabel(tr("計画の年度が決まると、ここに年度ごとの工程の欄ができます（計画のページで設定します）。"));
        hint->setWordWrap(true);
        hint->setForegroundRole(QPalette::PlaceholderText);
        m_layout->addWidget(hint);
        return;
    }
    const auto style = fiscal::yearStyleFromName(plan.text(plan.root(), u"year_style"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(new QLabel(tr("予定")), 0, 1);
    grid->addWidget(new QLabel(tr("実績")), 0, 2);
    for (auto year = static_cast<int>(*first); year <= *last; ++year) {
        const int row = year - static_cast<int>(*first) + 1;
        const QString label = fiscal::label(year, style);
        auto *yearLabel = new QLabel(label);
        yearLabel->setContentsMargins(0, 4, 0, 0); // level with the text in the fields
        grid->addWidget(yearLabel, row, 0, Qt::AlignTop);
        int column = 1;
        for (const QString &line : {u"planned"_s, u"actual"_s}) {
            GrowingTextEdit *edit = fields::textEdit(m_document, m_element, field::schedule(year, line), this);
            edit->setAccessibleName(line == "planned"_L1 ? tr("%1の予定").arg(label) : tr("%1の実績").arg(label));
            grid->addWidget(edit, row, column++, Qt::AlignTop);
        }
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    m_layout->addLayout(grid);
}

} // namespace mezasu::ui
