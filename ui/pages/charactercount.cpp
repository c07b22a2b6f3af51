// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/charactercount.h"

#include "core/plan/characters.h"
#include "ui/look/measures.h"
#include "ui/pages/fields.h"
#include "ui/widgets/growingtextedit.h"

#include <QApplication>
#include <QEvent>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

CharacterCount::CharacterCount(PlanDocument *document, QWidget *page)
    : QLabel(page)
    , m_document(document)
{
    setObjectName(u"characterCountLabel"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
    setContentsMargins(gap::kHair, 0, gap::kHair, 0);
    setType(this, Type::Small);
    hide();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { attach(now); });
    connect(document, &PlanDocument::textHeld, this, [this](const ElementId &id, const QString &field) {
        if (m_editor && id == m_id && field == m_field)
            refresh();
    });
    connect(document, &PlanDocument::elementsChanged, this, [this](const QList<ElementId> &changed) {
        if (m_editor && (changed.contains(m_id) || changed.contains(m_document->plan().root())))
            refresh();
    });
    attach(QApplication::focusWidget());
}

void CharacterCount::attach(QWidget *focused)
{
    auto *editor = qobject_cast<GrowingTextEdit *>(focused);
    const auto bound = editor && parentWidget()->isAncestorOf(editor) ? fields::boundTo(editor) : std::nullopt;
    if (!bound) {
        release();
        return;
    }
    if (editor == m_editor)
        return;
    release();
    m_editor = editor;
    std::tie(m_id, m_field) = *bound;
    for (QWidget *widget = editor; widget && widget != parentWidget(); widget = widget->parentWidget()) {
        widget->installEventFilter(this);
        m_watched.append(widget);
    }
    refresh();
}

void CharacterCount::release()
{
    for (const QPointer<QWidget> &widget : std::as_const(m_watched)) {
        if (widget)
            widget->removeEventFilter(this);
    }
    m_watched.clear();
    m_editor = nullptr;
    hide();
}

bool CharacterCount::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
        place();
    return QLabel::eventFilter(watched, event);
}

void CharacterCount::refresh()
{
    const qsizetype characters = countCharacters(m_document->text(m_id, m_field));
    const auto limit = m_document->plan().limit(m_id.kind, m_field);
    if (!limit)
        setText(tr("%n字", nullptr, int(characters)));
    else
        //: %1 characters of %2 that are allowed
        setText((characters > *limit ? u"⚠ "_s : QString()) + tr("%1／%2字").arg(characters).arg(*limit));
    place();
    show();
    raise();
}

/// Over the lower edge of the field, so that it hides next to nothing of the text.
void CharacterCount::place()
{
    if (!m_editor)
        return;
    const QSize size = sizeHint();
    const QPoint corner = m_editor->mapTo(parentWidget(), QPoint(m_editor->width(), m_editor->height()));
    setGeometry({corner - QPoint(size.width() + 8, size.height() / 3), size});
}

} // namespace mezasu::ui
