// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <algorithm>

namespace mezasu::cli {

using namespace Qt::StringLiterals;

Result<Arguments> Arguments::parse(const QStringList &arguments, const QList<OptionSpec> &known)
{
    QList<OptionSpec> all = known;
    for (const char *common : {"--author", "--reason", "--now", "--lang", "--take-lock"})
        all.append({common});
    // `export` has formats of its own; elsewhere --format is text or json.
    if (std::none_of(known.begin(), known.end(), [](const OptionSpec &s) { return qstrcmp(s.name, "--format") == 0; }))
        all.append({"--format"});

    Arguments out;
    bool onlyPositional = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString argument = arguments.at(i);
        if (onlyPositional || argument == "-"_L1 || !argument.startsWith(u'-')) {
            out.m_positional.append(argument);
            continue;
        }
        if (argument == "--"_L1) {
            onlyPositional = true;
            continue;
        }
        std::optional<QString> value;
        if (const qsizetype equals = argument.indexOf(u'='); argument.startsWith("--"_L1) && equals > 0) {
            value = argument.mid(equals + 1);
            argument.truncate(equals);
        }
        if (argument == "-o"_L1)
            argument = u"--output"_s;
        const auto spec = std::find_if(
            all.begin(), all.end(), [&](const OptionSpec &s) { return argument == QLatin1StringView(s.name); });
        if (spec == all.end())
            return makeError(Error::Code::InvalidInput, u"unknown option"_s, argument);
        if (!spec->hasValue) {
            if (value)
                return makeError(Error::Code::InvalidInput, u"takes no value"_s, argument);
            out.m_values[argument] = {};
            continue;
        }
        if (!value) {
            if (++i >= arguments.size())
                return makeError(Error::Code::InvalidInput, u"value missing"_s, argument);
            value = arguments.at(i);
        }
        if (out.m_values.contains(argument) && !spec->repeats)
            return makeError(Error::Code::InvalidInput, u"given twice"_s, argument);
        out.m_values[argument].append(*value);
    }
    return out;
}

} // namespace mezasu::cli
