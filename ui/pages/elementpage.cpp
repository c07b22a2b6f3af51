// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/elementpage.h"

#include "core/indicator/fiscalyear.h"
#include "ui/levelwords.h"
#include "ui/look/measures.h"
#include "ui/pages/charactercount.h"
#include "ui/pages/departmentuse.h"
#include "ui/pages/fieldform.h"
#include "ui/pages/fields.h"
#include "ui/pages/jointdepartments.h"
#include "ui/pages/rowssection.h"
#include "ui/pages/statechip.h"
#include "ui/pages/valuessection.h"
#include "ui/widgets/growingtextedit.h"
#include "ui/widgets/homeline.h"
#include "ui/words.h"
#include "ui/years.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

ElementPage::ElementPage(PlanDocument *document, const ElementId &element, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_element(element)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(kindName(element.kind) + u"Page"_s);
    m_layout->setContentsMargins(gap::kPage, gap::kLarge, gap::kPage, gap::kPage);
    m_layout->setSpacing(gap::kSmall);
    addHeading();
    const Plan &plan = document->plan();
    const QString noIndicator = tr("成果を測る指標を追加すると、「開く」から年度ごとの値を入力できます。");
    switch (element.kind) {
    case Kind::Plan:
        addPlan();
        break;
    case Kind::Policy:
        addFields({u"number"_s, u"title"_s, u"description"_s});
        addMemo(element, {});
        break;
    case Kind::Goal:
        addGoal(element);
        addMemo(element, {});
        break;
    case Kind::ReformItem:
        addFields({u"code"_s, u"title"_s, u"description"_s, u"department"_s, u"departments"_s});
        m_goal = plan.parentOf(element);
        if (plan.children(m_goal, Kind::ReformItem).size() == 1)
            addGoal(m_goal);
        else
            m_goal = {};
        addRows(element, Kind::Indicator, m_goal.isNull() ? noIndicator : QString(),
            m_goal.isNull() ? QString() : words::levelInSentence(plan, Kind::ReformItem));
        addMemo(element, m_goal.isNull() ? QString() : words::levelName(plan, Kind::ReformItem));
        if (!m_goal.isNull())
            addMemo(m_goal, words::levelName(plan, Kind::Goal));
        break;
    case Kind::Initiative:
        addFields({u"code"_s, u"title"_s, u"description"_s, u"department"_s, u"departments"_s});
        addSchedule();
        addRows(element, Kind::Indicator, noIndicator);
        addMemo(element, {});
        break;
    case Kind::Indicator: {
        auto *home = new HomeLine(document, element, this);
        connect(home, &HomeLine::openRequested, this, &ElementPage::openRequested);
        m_layout->addWidget(home);
        addFields({u"name"_s, u"unit"_s, u"decimals"_s, u"direction"_s, u"kind"_s, u"definition"_s, u"source"_s,
            u"department"_s});
        m_layout->addWidget(new ValuesSection(document, element, this));
        addMemo(element, {});
        break;
    }
    default:
        break;
    }
    m_layout->addStretch();
    const QList<FieldForm *> forms = findChildren<FieldForm *>();
    int labels = 0;
    for (const FieldForm *form : forms)
        labels = std::max(labels, form->labelWidth());
    for (FieldForm *form : forms)
        form->setLabelColumn(labels);
    new CharacterCount(document, this);
    connect(document, &PlanDocument::elementsChanged, this, &ElementPage::updateHeading);
    connect(document, &PlanDocument::textHeld, this, &ElementPage::updateHeading);
}

void ElementPage::focusFirst()
{
    if (m_first) {
        m_first->setFocus(Qt::OtherFocusReason);
        return;
    }
    // A page of rows only, such as a goal's: its first row, or where one is added.
    for (QWidget *widget : findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() && widget->isVisibleTo(this)) {
            widget->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void ElementPage::focusField(const ElementId &id, const QString &field)
{
    const bool inRow = std::any_of(
        m_sections.begin(), m_sections.end(), [&id](RowsSection *section) { return section->focusRow(id); });
    if (inRow && field != "mark"_L1 && field != "short_name"_L1)
        return;
    const QString bound = field.startsWith("departments/"_L1) ? u"departments"_s : field;
    for (QWidget *editor : findChildren<QWidget *>()) {
        if (fields::isEditorOf(editor, id, bound)) {
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
    setType(m_heading, Type::Heading);
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

FieldForm *ElementPage::addForm(const QString &title)
{
    auto *form = new FieldForm(m_document, title, this);
    m_layout->addWidget(form);
    return form;
}

FieldForm *ElementPage::addFields(const QStringList &names)
{
    FieldForm *form = addForm();
    for (const QString &name : names) {
        if (name == "departments"_L1)
            form->addWidget(words::fieldName(m_element.kind, name), new JointDepartments(m_document, m_element, form));
        else
            addField(form, m_element, name, words::fieldName(m_element.kind, name));
    }
    return form;
}

void ElementPage::addField(FieldForm *form, const ElementId &id, const QString &field, const QString &label)
{
    const bool hasState =
        id.kind != Kind::Plan && id.kind != Kind::Indicator && (field == "title"_L1 || field == "description"_L1);
    QWidget *editor = form->addField(id, field, label, hasState ? field : QString());
    const bool isName = field == "title"_L1 || field == "name"_L1;
    if (!m_first || (isName && m_element.kind != Kind::Plan))
        m_first = editor;
}

RowsSection *ElementPage::addRows(const ElementId &parent, Kind kind, const QString &empty, const QString &owner)
{
    const Plan &plan = m_document->plan();
    const auto called = [&](const QString &name) { return owner.isEmpty() ? name : tr("%1だけの%2").arg(owner, name); };
    const Kind named = kind == Kind::Statement ? Kind::Goal : kind;
    RowsSection::Look look{kind, called(words::levelHeading(plan, named)), called(words::levelName(plan, named)),
        words::levelInSentence(plan, named), u"mark"_s, u"text"_s, empty};
    look.paragraphs = kind != Kind::Indicator && kind != Kind::Department;
    if (kind == Kind::Statement)
        look.stateField = u"statements"_s;
    if (kind == Kind::Issue)
        look.stateField = u"issues"_s;
    if (kind == Kind::Indicator) {
        look.longField = u"name"_s;
        look.opens = true;
        look.stateField = u"indicators"_s;
    } else if (kind == Kind::Department) {
        look.shortField = u"short_name"_s;
        look.longField = u"name"_s;
        auto *use = new DepartmentUse(m_document, this);
        look.remark = [use](const ElementId &id) { return use->remark(id); };
        look.removed = [use](const ElementId &id) { return use->removed(id); };
    }
    auto *section = new RowsSection(m_document, parent, look, this);
    if (auto *use = findChild<DepartmentUse *>(); use && kind == Kind::Department)
        connect(use, &DepartmentUse::counted, section, &RowsSection::refreshRemarks);
    connect(section, &RowsSection::openRequested, this, &ElementPage::openRequested);
    m_layout->addWidget(section);
    m_sections.append(section);
    return section;
}

/// For those who write the plan: no report and no table has it.
void ElementPage::addMemo(const ElementId &id, const QString &title)
{
    if (!m_memos) {
        m_memos = addForm();
        m_memos->layout()->setContentsMargins(0, gap::kLarge, 0, 0);
    }
    const QString memo = words::fieldName(id.kind, u"memo");
    //: an internal memo of %1, a level such as 改革項目
    const QString label = title.isEmpty() ? memo : tr("%1の%2").arg(title, memo);
    auto *edit = qobject_cast<GrowingTextEdit *>(m_memos->addField(id, u"memo"_s, label));
    edit->setPlaceholderText(tr("担当者どうしの覚え書き。印刷や表の書き出しには出ません。"));
    edit->setMinimumLines(2);
}

void ElementPage::addPlan()
{
    const Plan &plan = m_document->plan();
    addFields({u"title"_s, u"municipality"_s, u"municipality_code"_s, u"division"_s, u"first_year"_s, u"last_year"_s,
        u"year_style"_s});
    addRows(m_element, Kind::Department,
        tr("計画に関わる課を追加します。各ページの所管課・関係課で選べるようになります。"));

    FieldForm *states = addForm(tr("案の状態（計画全体）"));
    constexpr std::pair<Kind, QLatin1StringView> kStated[] = {{Kind::Policy, "title"_L1},
        {Kind::Policy, "description"_L1}, {Kind::Goal, "statements"_L1}, {Kind::Goal, "indicators"_L1},
        {Kind::Goal, "issues"_L1}, {Kind::ReformItem, "title"_L1}, {Kind::ReformItem, "description"_L1},
        {Kind::Initiative, "title"_L1}, {Kind::Initiative, "description"_L1}};
    for (const auto &[kind, name] : kStated) {
        const QString field(name);
        states->addWidget(
            words::columnName(plan, kind, field), new StateChip(m_document, m_element, kind, field, states));
    }
    states->addHint(tr("ここで付けた状態は、下の階層で別の状態を付けるまで、すべてに及びます。"));

    FieldForm *levels = addForm(tr("階層の呼び方"));
    for (const Kind kind : {Kind::Policy, Kind::Goal, Kind::Statement, Kind::Indicator, Kind::Issue, Kind::Footnote,
             Kind::ReformItem, Kind::Initiative}) {
        const QString usual = words::levelName(Plan(), kind);
        QWidget *editor = levels->addField(m_element, field::levelName(kind), usual);
        if (auto *text = qobject_cast<GrowingTextEdit *>(editor))
            text->setPlaceholderText(usual);
    }
    levels->addHint(tr("空欄のときは、標準の呼び方を使います。"));

    FieldForm *limits = addForm(tr("文字数の上限"));
    constexpr std::pair<Kind, QLatin1StringView> kLimited[] = {{Kind::Policy, "title"_L1},
        {Kind::Policy, "description"_L1}, {Kind::Statement, "text"_L1}, {Kind::Indicator, "name"_L1},
        {Kind::Issue, "text"_L1}, {Kind::Footnote, "text"_L1}, {Kind::ReformItem, "title"_L1},
        {Kind::ReformItem, "description"_L1}, {Kind::Initiative, "title"_L1}, {Kind::Initiative, "description"_L1}};
    for (const auto &[kind, name] : kLimited) {
        const QString field(name);
        QWidget *editor = limits->addField(m_element, field::limit(kind, field), words::columnName(plan, kind, field));
        if (auto *edit = qobject_cast<QLineEdit *>(editor))
            edit->setPlaceholderText(tr("上限なし"));
    }
    limits->addHint(tr("上限を超えた文章は、超えた字数をお知らせするだけで、切ったり断ったりはしません。"));
}

void ElementPage::addGoal(const ElementId &goal)
{
    addRows(goal, Kind::Statement, tr("どのような状態を目指すのかを、文で書きます。"));
    addRows(goal, Kind::Indicator, tr("成果を測る指標を追加すると、「開く」から年度ごとの値を入力できます。"));
    addRows(goal, Kind::Issue, tr("いまの状態と、解決すべき課題を、一つずつ書きます。"));
    addRows(goal, Kind::Footnote, tr("用語の説明など、表の欄外に添える注です。"));
}

void ElementPage::addSchedule()
{
    const Plan &plan = m_document->plan();
    FieldForm *form = addForm(tr("工程"));
    const auto first = plan.number(plan.root(), u"first_year");
    const auto last = plan.number(plan.root(), u"last_year");
    if (!first || !last || *last < *first || *last - *first >= 60) {
        form->addHint(tr("計画の年度が決まると、ここに年度ごとの工程の欄ができます（計画のページで設定します）。"));
        return;
    }
    const auto style = fiscal::yearStyleFromName(plan.text(plan.root(), u"year_style"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gap::kSmall);
    grid->setVerticalSpacing(gap::kHair);
    grid->addWidget(new QLabel(tr("予定")), 0, 1);
    grid->addWidget(new QLabel(tr("実績")), 0, 2);
    for (auto year = static_cast<int>(*first); year <= *last; ++year) {
        const int row = year - static_cast<int>(*first) + 1;
        const QString label = words::fiscalYear(year, style);
        auto *yearLabel = new QLabel(label);
        yearLabel->setContentsMargins(0, gap::kHair, 0, 0); // level with the text in the fields
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
    static_cast<QVBoxLayout *>(form->layout())->addLayout(grid);
}

} // namespace mezasu::ui
