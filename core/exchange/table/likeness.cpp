// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/likeness.h"

#include <algorithm>

namespace mezasu::exchange {

QString comparisonKey(const QString &text)
{
    QString key;
    key.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (!c.isSpace())
            key += c.toCaseFolded();
    }
    return key;
}

TextShape::TextShape(const QString &comparisonKey)
{
    const qsizetype size = comparisonKey.size();
    if (size == 1)
        m_pairs.push_back(quint32(comparisonKey.at(0).unicode()));
    for (qsizetype i = 0; i + 1 < size; ++i)
        m_pairs.push_back(quint32(comparisonKey.at(i).unicode()) << 16 | comparisonKey.at(i + 1).unicode());
    std::sort(m_pairs.begin(), m_pairs.end());
}

double TextShape::likeness(const TextShape &other) const
{
    if (m_pairs.empty() || other.m_pairs.empty())
        return 0;
    size_t shared = 0;
    auto a = m_pairs.cbegin();
    auto b = other.m_pairs.cbegin();
    while (a != m_pairs.cend() && b != other.m_pairs.cend()) {
        if (*a == *b) {
            ++shared;
            ++a;
            ++b;
        } else if (*a < *b) {
            ++a;
        } else {
            ++b;
        }
    }
    return 2.0 * double(shared) / double(m_pairs.size() + other.m_pairs.size());
}

} // namespace mezasu::exchange
