// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

namespace mezasu {

/// A value that its copies share and that nobody changes: two pointers where the value is big and rare among others.
template <typename T>
class Shared
{
public:
    Shared(T value) // NOLINT(google-explicit-constructor)
        : m_value(std::make_shared<const T>(std::move(value)))
    {
    }
    const T *get() const { return m_value.get(); }
    bool operator==(const Shared &other) const { return m_value == other.m_value || *m_value == *other.m_value; }

private:
    std::shared_ptr<const T> m_value;
};

} // namespace mezasu
