// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <utility>
#include <variant>

namespace mezasu {

/// An expected failure. Core never words it for a user: from the code and the subject, app and ui choose a sentence.
struct Error
{
    enum class Code {
        InvalidInput, ///< what was given cannot be understood or breaks a rule
        NotFound,     ///< an element, field, edition or file that was named does not exist
        Conflict,     ///< the state is not the one that the caller expected (an `old` value, a foreign lock)
        NewerFormat,  ///< made by a newer version of the program
        Damaged,      ///< a file that is not what it claims to be, or was altered
        Storage,      ///< could not be read or written: full, read-only, vanished
        Cancelled,    ///< the user cancelled
    };
    Code code = Code::Storage;
    QString detail;  ///< technical, untranslated, for the log and for --format json
    QString subject; ///< what it is about: a path, an element, a field; may be empty
};

/// A value, or the Error that kept it from being made.
template <typename T = std::monostate>
class [[nodiscard]] Result
{
public:
    Result() requires std::is_same_v<T, std::monostate> : m_data(T{}) { }
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point of it
        : m_data(std::move(value))
    {
    }
    Result(Error error) // NOLINT(google-explicit-constructor)
        : m_data(std::move(error))
    {
    }

    explicit operator bool() const { return std::holds_alternative<T>(m_data); }
    const T &value() const &
    {
        Q_ASSERT(*this);
        return *std::get_if<T>(&m_data);
    }
    T &value() &
    {
        Q_ASSERT(*this);
        return *std::get_if<T>(&m_data);
    }
    T &&value() &&
    {
        Q_ASSERT(*this);
        return std::move(*std::get_if<T>(&m_data));
    }
    const Error &error() const
    {
        Q_ASSERT(!*this);
        return *std::get_if<Error>(&m_data);
    }

private:
    std::variant<T, Error> m_data;
};

inline Error makeError(Error::Code code, QString detail, QString subject = {})
{
    return Error{code, std::move(detail), std::move(subject)};
}

} // namespace mezasu
