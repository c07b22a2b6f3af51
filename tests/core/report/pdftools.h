// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QString>
#include <QTest>

/// What tools that are not ours say about a PDF.
namespace pdftools {

struct Answer
{
    int exitCode = -1;
    QString text; ///< standard output, then standard error
};

#ifdef Q_OS_WIN
/// Under Wine the tools are those of the system around it, which calls files by other names.
inline QString outside(QString path)
{
    path.replace(u'\\', u'/');
    if (path.startsWith(QStringLiteral("Z:/"), Qt::CaseInsensitive))
        return path.sliced(2);
    if (path.startsWith(QStringLiteral("C:/"), Qt::CaseInsensitive))
        return qEnvironmentVariable("WINEPREFIX") + QStringLiteral("/drive_c") + path.sliced(2);
    return path;
}
#endif

inline Answer run(QString program, QStringList arguments)
{
#ifdef Q_OS_WIN
    program = QStringLiteral("Z:/usr/bin/") + program;
    for (QString &argument : arguments)
        argument = outside(argument);
#endif
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(60000))
        return {-1, program + QStringLiteral(" did not run")};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())};
}

inline void save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline QByteArray load(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString textOf(const QString &path)
{
    return run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), path, QStringLiteral("-")}).text;
}

inline QString withoutBlanks(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

} // namespace pdftools
