// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"
#include "storefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace mezasu;
using namespace mezasu::test;
using namespace Qt::StringLiterals;

/// Disks that fill up, refuse, or lose their power: what was reported saved is there.
class TestPlanFileFaults : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    QByteArray m_bytes;

    static Name setTitle(Session &s, int n)
    {
        return s.edit({PlanChange::set(s.first(Kind::Policy), u"title"_s, u"第%1案"_s.arg(n)),
            PlanChange::insert(ElementId::create(Kind::Issue), s.first(Kind::Goal))});
    }
    static void checkHolds(const QString &path, const QList<Name> &saved, const QByteArray &where)
    {
        auto s = Session::open(path);
        QVERIFY2(s, qPrintable(QString::fromUtf8(where) + (s ? QString() : s.error().detail)));
        QVERIFY2(s.value().file->notes().isEmpty(), where.constData());
        for (const Name &name : saved)
            QVERIFY2(s.value().journal->isApplied(name), where.constData());
        const auto verified = s.value().file->verify();
        QVERIFY2(verified && verified.value().isSound(), where.constData());
        QVERIFY2(s.value().file->isWritable(), where.constData());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"plan.mezasu"_s);
        makeSample(path);
        m_bytes = bytesOf(path);
    }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"plan.mezasu"_s);
        writeBytes(m_path, m_bytes);
    }

    void failingWrites_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("full disk") << int(FaultyVfs::Fault::DiskFull);
        QTest::newRow("folder became read-only") << int(FaultyVfs::Fault::ReadOnly);
    }
    /// At each write in turn; afterwards the same session goes on, and loses nothing.
    void failingWrites()
    {
        QFETCH(int, fault);
        FaultyVfs vfs;
        int failed = 0;
        for (int n = 1; n < 400; ++n) {
            writeBytes(m_path, m_bytes);
            QList<Name> saved;
            auto s = Session::open(m_path);
            QVERIFY(s);
            saved.append(setTitle(s.value(), 1));
            QVERIFY(!s.value().error);
            vfs.failFrom(n, FaultyVfs::Fault(fault));
            const Name second = setTitle(s.value(), 2);
            const bool ok = !s.value().error;
            if (!ok) {
                ++failed;
                QCOMPARE(s.value().error->code, Error::Code::Storage);
                QVERIFY(!s.value().error->detail.isEmpty());
                QCOMPARE(s.value().title(s.value().first(Kind::Policy)), u"第2案"_s); // nothing on screen goes
            } else {
                saved.append(second);
            }
            vfs.mend();
            if (n % 2 == 0) { // goes on working: the disk has room again
                saved.append({second, setTitle(s.value(), 3)});
                QVERIFY2(!s.value().error, qPrintable(s.value().error ? s.value().error->detail : QString()));
            }
            s.value() = Session();
            checkHolds(m_path, saved, "write " + QByteArray::number(n));
            if (QTest::currentTestFailed() || ok)
                break;
        }
        QVERIFY2(failed > 8, qPrintable(QString::number(failed)));
        QVERIFY(failed < 399);
    }

    /// At every operation of three edits, three ways each.
    void powerCuts()
    {
        int cuts = 0;
        int inTheMiddle = 0;
        for (int n = 1;; ++n) {
            QMap<QString, QByteArray> disks[3];
            QList<Name> saved;
            bool done = false;
            {
                FaultyVfs vfs;
                writeBytes(m_path, m_bytes);
                auto s = Session::open(m_path);
                QVERIFY(s);
                vfs.failFrom(n, FaultyVfs::Fault::PowerCut);
                for (int edit = 0; edit < 3; ++edit) {
                    const Name name = setTitle(s.value(), edit);
                    if (s.value().error)
                        break;
                    saved.append(name);
                }
                done = saved.size() == 3;
                for (quint32 way = 0; way < 3; ++way)
                    disks[way] = vfs.diskAfterPowerCut(quint32(n) * 3 + way);
            }
            for (int way = 0; way < 3 && !done; ++way) {
                QDir(m_dir->path()).removeRecursively();
                QVERIFY(QDir().mkpath(m_dir->path()));
                for (auto it = disks[way].cbegin(); it != disks[way].cend(); ++it)
                    writeBytes(it.key(), it.value());
                inTheMiddle += QFile::exists(m_path + u"-journal"_s) ? 1 : 0;
                checkHolds(m_path, saved, "cut at " + QByteArray::number(n) + ", way " + QByteArray::number(way));
                if (QTest::currentTestFailed())
                    return;
                ++cuts;
            }
            if (done)
                break;
            QDir(m_dir->path()).removeRecursively();
            QVERIFY(QDir().mkpath(m_dir->path()));
        }
        QVERIFY2(cuts > 60, qPrintable(QString::number(cuts)));
        QVERIFY2(inTheMiddle > 20, qPrintable(QString::number(inTheMiddle)));
    }

    /// A new file appears whole or not at all.
    void aFileThatCannotBeMadeLeavesNothing()
    {
        FaultyVfs vfs;
        int failed = 0;
        for (int n = 1; n < 60; n += 3) {
            vfs.failFrom(n, FaultyVfs::Fault::DiskFull);
            const QString path = m_dir->filePath(u"new.mezasu"_s);
            const auto made = PlanFile::create(path, {});
            vfs.mend();
            if (made)
                break;
            ++failed;
            QCOMPARE(made.error().code, Error::Code::Storage);
            QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"plan.mezasu"_s});
        }
        QVERIFY(failed > 3);
    }
};

QTEST_GUILESS_MAIN(TestPlanFileFaults)
#include "tst_planfile_faults.moc"
