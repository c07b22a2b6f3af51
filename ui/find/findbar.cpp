// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/findbar.h"

#include "ui/find/textindex.h"
#include "ui/look/icons.h"
#include "ui/look/measures.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

FindBar::FindBar(TextIndex *index, QWidget *parent)
    : QWidget(parent)
    , m_index(index)
    , m_edit(new QLineEdit)
    , m_count(new QLabel)
{
    setObjectName(u"findBar"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap::kHair);
    m_edit->setObjectName(u"findEdit"_s);
    m_edit->setAccessibleName(tr("計画の中を検索"));
    m_edit->setPlaceholderText(tr("検索（Ctrl+F）"));
    m_edit->setClearButtonEnabled(true);
    m_edit->installEventFilter(this);
    layout->addWidget(m_edit, 1);
    m_count->setObjectName(u"findCountLabel"_s);
    layout->addWidget(m_count);
    m_previous = button(icon(u"go-up"_s), u"findPreviousButton"_s, tr("前の一致へ（Shift+F3）"), -1);
    m_next = button(icon(u"go-down"_s), u"findNextButton"_s, tr("次の一致へ（F3）"), 1);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_current = {};
        m_index->search(text);
        update();
        Q_EMIT searched();
    });
    connect(m_index, &TextIndex::hitsChanged, this, [this] {
        update();
        Q_EMIT searched();
    });
    update();
}

QToolButton *FindBar::button(const QIcon &icon, const QString &name, const QString &what, int by)
{
    auto *made = new QToolButton;
    made->setIcon(icon);
    made->setObjectName(name);
    made->setToolTip(what);
    made->setAccessibleName(what);
    made->setAutoRaise(true);
    connect(made, &QToolButton::clicked, this, [this, by] { go(by); });
    layout()->addWidget(made);
    return made;
}

void FindBar::enter()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FindBar::setStart(const ElementId &id)
{
    m_start = id;
}

void FindBar::go(int by)
{
    const QList<ElementId> &hits = m_index->hits();
    if (hits.isEmpty()) {
        enter();
        return;
    }
    const bool isAt = !m_current.isNull() && m_index->isHit(m_current);
    qsizetype place = m_index->placeOf(isAt ? m_current : m_start);
    if (isAt || by < 0)
        place += by;
    m_current = hits.at((place + hits.size()) % hits.size());
    update();
    Q_EMIT found(m_current, m_index->fieldOfHit(m_current));
}

void FindBar::update()
{
    const qsizetype count = m_index->hits().size();
    const bool searches = !m_index->key().isEmpty();
    const bool isAt = !m_current.isNull() && m_index->isHit(m_current);
    QString said;
    if (searches && count == 0)
        said = tr("見つかりません");
    else if (searches && isAt)
        said = tr("%1/%2件").arg(m_index->placeOf(m_current) + 1).arg(count);
    else if (searches)
        said = tr("%1件").arg(count);
    m_count->setText(said);
    m_count->setVisible(searches);
    m_previous->setVisible(searches);
    m_next->setVisible(searches);
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    if (m_edit->accessibleDescription() != said) { // heard without leaving the field
        m_edit->setAccessibleDescription(said);
        QAccessibleEvent spoken(m_edit, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&spoken);
    }
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusIn)
        m_index->prepare();
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            go(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
            return true;
        case Qt::Key_Escape:
            m_edit->clear();
            Q_EMIT left();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mezasu::ui
