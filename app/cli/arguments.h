// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/result.h"

#include <QHash>
#include <QStringList>

namespace mezasu::cli {

/// What a command takes beside its positional arguments.
struct OptionSpec
{
    const char *name; ///< "--from"; "-o" is kept under "--output"
    bool hasValue = true;
    bool repeats = false;
};

/// The parsed arguments of one command.
class Arguments
{
public:
    /// Common options (--author --reason --now --lang --take-lock --format) are always known. InvalidInput with what is wrong.
    static Result<Arguments> parse(const QStringList &arguments, const QList<OptionSpec> &known);

    const QStringList &positional() const { return m_positional; }
    bool has(const char *name) const { return m_values.contains(QString::fromLatin1(name)); }
    QString value(const char *name) const { return m_values.value(QString::fromLatin1(name)).value(0); }
    QStringList values(const char *name) const { return m_values.value(QString::fromLatin1(name)); }

private:
    QStringList m_positional;
    QHash<QString, QStringList> m_values;
};

} // namespace mezasu::cli
