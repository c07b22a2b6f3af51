// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTextStream>

namespace mezasu::cli {

/// The exit codes of the command line's contract.
enum ExitCode {
    kDone = 0,
    kRemains = 1, ///< done, but warnings, findings, differences or conflicts remain or something was left out
    kUsage = 2,
    kRefused = 3, ///< the input or the file was refused or is damaged; nothing was changed
    kNotWritten = 4,
};

/// A sentence in both languages.
struct Sentence
{
    QString ja, en;
};

/// What every command shares: its arguments, who works, the language, and where results and messages go.
class Context
{
public:
    explicit Context(Arguments arguments);

    const Arguments &arguments() const { return m_arguments; }
    const QString &author() const { return m_author; }
    void setAuthor(const QString &author) { m_author = author; }
    const QString &now() const { return m_now; } ///< ISO 8601, as given or as the clock says
    QString reason() const { return m_arguments.value("--reason"); }
    bool inEnglish() const { return m_english; }
    bool asJson() const { return m_json; }
    QString say(const Sentence &sentence) const { return m_english ? sentence.en : sentence.ja; }

    /// To standard output, as UTF-8.
    void result(const QString &line);
    void resultBytes(const QByteArray &bytes);
    void resultJson(const QJsonObject &object);
    /// To standard error.
    void message(const Sentence &sentence);
    /// Says what went wrong, and with what. \return the exit code that belongs to it
    int fail(const Error &error, const QString &path = {});
    int usage(const Sentence &sentence);

    /// Writes to the file of -o, complete or not at all; to standard output where none or "-" is given.
    Result<> writeOutput(const QByteArray &bytes);

private:
    Arguments m_arguments;
    QString m_author, m_now;
    bool m_english = false;
    bool m_json = false;
};

/// Reads a file, or standard input for "-". At most \p limit bytes.
Result<QByteArray> readInput(const QString &path, qint64 limit = 1024LL * 1024 * 1024);

/// The detail of a Conflict with somebody who holds the plan: the sentence then names them.
inline constexpr QLatin1StringView kInUse("the plan is in use");

/// One error as a sentence.
Sentence sentenceOf(const Error &error, const QString &path);

} // namespace mezasu::cli
