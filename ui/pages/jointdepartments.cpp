// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/jointdepartments.h"

#include "ui/compositionguard.h"
#include "ui/pages/fields.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keepheight.h"
#include "ui/words.h"

#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1StringView kPrefix("departments/");
}

JointDepartments::JointDepartments(PlanDocument *document, const ElementId &element, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_element(element)
    , m_layout(new FlowLayout(this))
{
    setObjectName(u"jointDepartments"_s);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    keepHeight(this);
    if (!document->isReadOnly()) {
        m_add = new QComboBox(this);
        m_add->setObjectName(u"departmentsCombo"_s);
        m_add->setEditable(true);
        m_add->setInsertPolicy(QComboBox::NoInsert);
        m_add->setFocusPolicy(Qt::StrongFocus);
        m_add->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_add->setMinimumContentsLength(14);
        m_add->setAccessibleName(tr("関係課を追加"));
        m_add->lineEdit()->setAccessibleName(tr("関係課を追加"));
        m_add->lineEdit()->setPlaceholderText(tr("関係課を追加"));
        fields::bind(m_add, element, u"departments"_s);
        fields::guardKeys(m_add);
        fields::guardKeys(m_add->lineEdit());
        m_add->completer()->setCompletionMode(QCompleter::PopupCompletion); // offers, and never goes on by itself
        m_layout->insertWidget(0, m_add);
        connect(m_add, &QComboBox::activated, this, &JointDepartments::add);
        connect(m_add->lineEdit(), &QLineEdit::returnPressed, this, &JointDepartments::add);
    }
    connect(document, &PlanDocument::elementsChanged, this, [this](const QList<ElementId> &changed) {
        const bool ours = std::any_of(changed.begin(), changed.end(),
            [this](const ElementId &id) { return id == m_element || id.kind == Kind::Department; });
        if (ours && m_document->plan().contains(m_element))
            arrange();
    });
    arrange();
}

QWidget *JointDepartments::editor() const
{
    return m_add;
}

/// In the order of the plan's departments; those that are gone last.
QList<QUuid> JointDepartments::joined() const
{
    const Plan &plan = m_document->plan();
    QList<QUuid> gone;
    for (const auto &[name, value] : plan.element(m_element)->fields) {
        if (name.startsWith(kPrefix))
            gone.append(QUuid::fromString(QStringView(name).mid(kPrefix.size())));
    }
    QList<QUuid> out;
    for (const ElementId &id : plan.children(plan.root(), Kind::Department)) {
        if (gone.removeOne(id.uuid))
            out.append(id.uuid);
    }
    return out + gone;
}

void JointDepartments::arrange()
{
    const Plan &plan = m_document->plan();
    const QList<QUuid> wanted = joined();
    for (const QUuid &uuid : std::as_const(m_shown)) {
        if (wanted.contains(uuid))
            continue;
        QToolButton *chip = m_chips.take(uuid);
        m_layout->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    for (int i = 0; i < wanted.size(); ++i) {
        const QUuid uuid = wanted.at(i);
        QToolButton *&chip = m_chips[uuid];
        if (!chip) {
            chip = new QToolButton(this);
            chip->setObjectName(u"departmentChip"_s);
            chip->setFocusPolicy(Qt::StrongFocus);
            chip->installEventFilter(this);
            connect(chip, &QToolButton::clicked, this, [this, uuid] { remove(uuid); });
        }
        const QString name = plan.text({Kind::Department, uuid}, u"name");
        const QString shown = !plan.contains({Kind::Department, uuid}) ? tr("（削除された課）")
            : name.isEmpty()                                           ? tr("（名称のない課）")
                                                                       : name;
        chip->setText(m_document->isReadOnly() ? shown : QString(shown + u" ×"_s));
        chip->setAccessibleName(m_document->isReadOnly() ? shown : tr("関係課「%1」を外す").arg(shown));
        chip->setToolTip(m_document->isReadOnly() ? QString() : tr("関係課から外す"));
        if (m_layout->indexOf(chip) != i) {
            m_layout->removeWidget(chip);
            m_layout->insertWidget(i, chip);
        }
        chip->show();
        if (i > 0)
            setTabOrder(m_chips.value(wanted.at(i - 1)), chip);
    }
    if (m_add && !wanted.isEmpty())
        setTabOrder(m_chips.value(wanted.constLast()), m_add);
    m_shown = wanted;
    fillChoice();
    m_layout->invalidate();
    updateGeometry();
}

void JointDepartments::fillChoice()
{
    if (!m_add || CompositionGuard::isComposingIn(m_add)) // its field leaves the focus to it
        return;
    const Plan &plan = m_document->plan();
    const QString typed = m_add->currentText();
    m_add->clear();
    const QString lead = plan.text(m_element, u"department");
    for (const ElementId &id : plan.children(plan.root(), Kind::Department)) {
        if (!m_shown.contains(id.uuid) && id.uuidString() != lead)
            m_add->addItem(plan.text(id, u"name"));
    }
    m_add->setCurrentIndex(-1);
    m_add->setEditText(typed);
}

void JointDepartments::add()
{
    const QString name = m_add->currentText();
    m_add->setEditText({});
    if (name.trimmed().isEmpty() || !m_document->plan().contains(m_element))
        return;
    const Plan &plan = m_document->plan();
    const QList<ElementId> all = plan.children(plan.root(), Kind::Department);
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const ElementId &id) { return plan.text(id, u"name") == name; });
    const ElementId department = known != all.end() ? *known : ElementId::create(Kind::Department);
    QList<PlanChange> changes;
    if (known == all.end()) {
        FieldMap fields;
        fields.set(u"name", name);
        changes.append(PlanChange::insert(department, plan.root(), fields));
    }
    const QString field = field::jointDepartment(department.uuid);
    changes.append(PlanChange::set(m_element, field, Value::fromBool(true)));
    (void)m_document->apply(changes, {}, Step{Step::What::Edit, m_element, field, {}});
    m_add->setEditText({});
}

void JointDepartments::remove(const QUuid &department)
{
    if (m_document->isReadOnly() || !m_document->plan().contains(m_element))
        return;
    const qsizetype at = m_shown.indexOf(department);
    (void)m_document->apply({PlanChange::set(m_element, field::jointDepartment(department), {})});
    if (m_shown.isEmpty())
        m_add->setFocus();
    else
        m_chips.value(m_shown.at(std::clamp<qsizetype>(at, 0, m_shown.size() - 1)))->setFocus();
}

bool JointDepartments::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || CompositionGuard::isComposing())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        if (m_chips.value(m_shown.at(i)) != watched)
            continue;
        if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
            remove(m_shown.at(i));
            return true;
        }
        const int by = key->key() == Qt::Key_Left ? -1 : key->key() == Qt::Key_Right ? 1 : 0;
        if (by != 0 && i + by >= 0 && i + by < m_shown.size())
            m_chips.value(m_shown.at(i + by))->setFocus();
        else if (by > 0 && m_add)
            m_add->setFocus();
        if (by != 0)
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mezasu::ui
