// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

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

/// Runs a tool of the system around Wine, whose output does not come back through Windows' pipes.
inline Answer run(const QString &program, const QStringList &arguments)
{
    const QTemporaryDir folder;
    QFile script(folder.filePath(QStringLiteral("run")));
    const QString said = folder.filePath(QStringLiteral("said")), code = folder.filePath(QStringLiteral("code"));
    QString line = QStringLiteral("/usr/bin/") + program;
    for (const QString &argument : arguments)
        line += QStringLiteral(" '%1'").arg(outside(argument));
    line += QStringLiteral(" > '%1' 2>&1; echo $? > '%2.part'; mv '%2.part' '%2'\n").arg(outside(said), outside(code));
    if (!script.open(QIODevice::WriteOnly) || script.write(line.toUtf8()) < 0)
        return {-1, program + QStringLiteral(" was not written down")};
    script.close();
    (void)QProcess::execute(
        QStringLiteral("start"), {QStringLiteral("/unix"), QStringLiteral("/bin/sh"), outside(script.fileName())});
    for (int i = 0; i < 1200 && !QFile::exists(code); ++i)
        QThread::msleep(50); // it does not wait for what is outside
    QFile output(said), number(code);
    if (!output.open(QIODevice::ReadOnly) || !number.open(QIODevice::ReadOnly))
        return {-1, program + QStringLiteral(" did not run")};
    return {number.readAll().trimmed().toInt(), QString::fromUtf8(output.readAll())};
}
#else
inline Answer run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(60000))
        return {-1, program + QStringLiteral(" did not run")};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError())};
}
#endif

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
