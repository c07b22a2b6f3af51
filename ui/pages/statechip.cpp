// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/statechip.h"

#include "ui/compositionguard.h"
#include "ui/levelwords.h"
#include "ui/look/measures.h"
#include "ui/pages/fields.h"
#include "ui/words.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

StateChip::StateChip(PlanDocument *document, const ElementId &element, Kind kind, const QString &field, QWidget *parent)
    : QToolButton(parent)
    , m_document(document)
    , m_element(element)
    , m_kind(kind)
    , m_name(field::state(kind, field))
{
    setObjectName(field + u"StateChip"_s);
    fields::bind(this, element, m_name);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QToolButton::clicked, this, &StateChip::openChoice);
    connect(document, &PlanDocument::elementsChanged, this, [this](const QList<ElementId> &changed) {
        const Plan &plan = m_document->plan();
        for (ElementId at = plan.contains(m_element) ? m_element : ElementId(); !at.isNull(); at = plan.parentOf(at)) {
            if (changed.contains(at)) {
                refresh();
                return;
            }
        }
    });
    refresh();
}

StateChip::Found StateChip::find(ElementId from) const
{
    const Plan &plan = m_document->plan();
    for (; !from.isNull(); from = plan.parentOf(from)) {
        const QString state = plan.text(from, m_name);
        if (!state.isEmpty())
            return {from, state};
    }
    return {};
}

void StateChip::refresh()
{
    const Plan &plan = m_document->plan();
    const Found found = find(m_element);
    const QString word = words::listed(u"state", found.state);
    const bool own = found.at == m_element;
    const QString shown = found.state.isEmpty() ? tr("状態なし")
        : own                                   ? word
              //: a state that is inherited: %1 the state, %2 the level where it was set
              : tr("%1（%2に同じ）").arg(word, words::levelInSentence(plan, found.at.kind));
    setText(m_document->isReadOnly() ? shown : QString(shown + u" ▾"_s));
    setType(this, own ? Type::SmallStrong : Type::Small);
    //: what a state belongs to and what it is
    setAccessibleName(tr("%1：%2").arg(words::fieldName(m_kind, m_name), shown));
    setToolTip(found.state.isEmpty() ? tr("素案・案・修正案・確定の別を付けられます。")
            : own                    ? tr("ここで付けた状態です。")
                                     : tr("上の階層で付けた状態を引き継いでいます。"));
}

QMenu *StateChip::openChoice()
{
    if (m_document->isReadOnly() || !m_document->plan().contains(m_element))
        return nullptr;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"stateMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(words::fieldName(m_kind, m_name));
    const QString own = m_document->plan().text(m_element, m_name);
    auto *group = new QActionGroup(menu);
    int number = 1;
    const auto add = [&](const QString &word, const QString &text) {
        QAction *action = menu->addAction(u"%1(&%2)"_s.arg(text).arg(number++));
        action->setCheckable(true);
        action->setChecked(own == word);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, word] { set(word); });
    };
    for (const QLatin1StringView word : field::kStates)
        add(QString(word), words::listed(u"state", QString(word)));
    menu->addSeparator();
    const Found above = find(m_document->plan().parentOf(m_element));
    add({},
        above.state.isEmpty()
            ? tr("付けない")
            : tr("%1に合わせる（%2）")
                  .arg(words::levelName(m_document->plan(), above.at.kind), words::listed(u"state", above.state)));
    menu->popup(mapToGlobal(QPoint(0, height())));
    return menu;
}

void StateChip::set(const QString &state)
{
    CompositionGuard::finish();
    (void)m_document->apply({PlanChange::set(m_element, m_name, state.isEmpty() ? Value() : Value(state))});
}

void StateChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
        openChoice();
    else
        QToolButton::keyPressEvent(event);
}

} // namespace mezasu::ui
