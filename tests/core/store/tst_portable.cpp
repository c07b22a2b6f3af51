// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/portable.h"
#include "core/store/rescuefile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace mezasu;
using namespace Qt::StringLiterals;

/// A program keeps its user's data beside itself where it is told to, and nowhere else.
class TestPortable : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    QString program() const { return m_dir.filePath(u"持ち歩き 目指す"_s); }

private Q_SLOTS:
    void init()
    {
        QDir(program()).removeRecursively();
        QVERIFY(QDir().mkpath(program()));
    }

    void anInstalledProgramUsesTheUsersFolders() { QCOMPARE(portable::dataFolderOf(program()), QString()); }

    void aCarriedProgramKeepsItsDataBesideItself()
    {
        QFile sign(program() + u"/portable"_s);
        QVERIFY(sign.open(QIODevice::WriteOnly));
        QCOMPARE(portable::dataFolderOf(program()), QDir(program()).absoluteFilePath(u"data"_s));
        QVERIFY(!QFileInfo::exists(program() + u"/data"_s)); // made when there is something to keep
    }

    void aFolderOfThatNameIsNoSign()
    {
        QVERIFY(QDir(program()).mkdir(u"portable"_s));
        QCOMPARE(portable::dataFolderOf(program()), QString());
    }

    void thisProgramIsNotCarriedAbout()
    {
        QCOMPARE(portable::dataFolder(), QString());
        QVERIFY(RescueFile::defaultFolder().endsWith(u"/mezasu/rescue"_s));
        QVERIFY(!RescueFile::defaultFolder().startsWith(QCoreApplication::applicationDirPath()));
    }
};

QTEST_GUILESS_MAIN(TestPortable)
#include "tst_portable.moc"
