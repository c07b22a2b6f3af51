// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QHash>
#include <QObject>
#include <optional>

namespace mezasu::ui {

/// What was typed where something else is expected, such as a word in place of a number: kept as typed while the plan is open,
/// wherever one goes meanwhile. None of it is in the plan.
class UnreadTexts : public QObject
{
    Q_OBJECT

public:
    struct Text
    {
        QString typed;
        QString reason; ///< as a clause; may be empty
        Value before;   ///< what the plan held; another value there makes the text obsolete
        bool operator==(const Text &) const = default;
    };
    /// By place within an element: a field, or a cell.
    using Texts = QHash<QString, Text>;

    /// Those of a document, with which they live.
    static UnreadTexts *of(PlanDocument *document);

    Texts in(const ElementId &element) const { return m_texts.value(element); }
    void set(const ElementId &element, const Texts &texts);
    void set(const ElementId &element, const QString &place, const std::optional<Text> &text);
    /// All of elements that live, as typed.
    QStringList all() const;
    /// One element that has some; null: none does.
    ElementId first() const;

Q_SIGNALS:
    void changed();

private:
    explicit UnreadTexts(PlanDocument *document);

    PlanDocument *m_document;
    QHash<ElementId, Texts> m_texts;
};

} // namespace mezasu::ui
