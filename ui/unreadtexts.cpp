// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unreadtexts.h"

#include <algorithm>

namespace mezasu::ui {

UnreadTexts::UnreadTexts(PlanDocument *document)
    : QObject(document)
    , m_document(document)
{
}

UnreadTexts *UnreadTexts::of(PlanDocument *document)
{
    auto *found = document->findChild<UnreadTexts *>(QString(), Qt::FindDirectChildrenOnly);
    return found ? found : new UnreadTexts(document);
}

void UnreadTexts::set(const ElementId &element, const Texts &texts)
{
    if (in(element) == texts)
        return;
    if (texts.isEmpty())
        m_texts.remove(element);
    else
        m_texts.insert(element, texts);
    Q_EMIT changed();
}

void UnreadTexts::set(const ElementId &element, const QString &place, const std::optional<Text> &text)
{
    Texts texts = in(element);
    if (text)
        texts.insert(place, *text);
    else
        texts.remove(place);
    set(element, texts);
}

QStringList UnreadTexts::all() const
{
    QStringList out;
    for (auto it = m_texts.begin(); it != m_texts.end(); ++it) {
        for (const Text &text : it.value()) {
            if (m_document->plan().contains(it.key()))
                out.append(text.typed);
        }
    }
    out.sort();
    return out;
}

ElementId UnreadTexts::first() const
{
    const QList<ElementId> order = m_texts.isEmpty() ? QList<ElementId>() : m_document->plan().preorder();
    const auto found =
        std::find_if(order.begin(), order.end(), [this](const ElementId &id) { return m_texts.contains(id); });
    return found == order.end() ? ElementId() : *found;
}

} // namespace mezasu::ui
