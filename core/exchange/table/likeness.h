// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

namespace mezasu::exchange {

/// A text as it is compared: full and half width made one, white space gone. Never stored.
QString comparisonKey(const QString &text);

/// The pairs of neighbouring characters of a text, sorted; a text of one character counts as one pair.
class TextShape
{
public:
    TextShape() = default;
    explicit TextShape(const QString &comparisonKey);

    const std::vector<quint32> &pairs() const { return m_pairs; }
    bool isEmpty() const { return m_pairs.empty(); }
    /// How alike two texts are: 0 nothing in common, 1 the same pairs (Sørensen–Dice over pairs, repeated ones counted).
    double likeness(const TextShape &other) const;

private:
    std::vector<quint32> m_pairs;
};

} // namespace mezasu::exchange
