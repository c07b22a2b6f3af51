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
        QTest::addColumn<bool>("behind");
        QTest::newRow("full disk") << int(FaultyVfs::Fault::DiskFull) << false;
        QTest::newRow("full disk, behind") << int(FaultyVfs::Fault::DiskFull) << true;
        QTest::newRow("folder became read-only") << int(FaultyVfs::Fault::ReadOnly) << false;
    }
    /// At each write in turn; afterwards the same session goes on, and loses nothing.
    void failingWrites()
    {
        QFETCH(int, fault);
        QFETCH(bool, behind);
        FaultyVfs vfs;
        int failed = 0;
        for (int n = 1; n < 400; ++n) {
            writeBytes(m_path, m_bytes);
            QList<Name> saved;
            auto s = Session::open(m_path);
            QVERIFY(s);
            s.value().behind = behind;
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

    void powerCuts_data()
    {
        QTest::addColumn<bool>("behind");
        QTest::newRow("waited for") << false;
        QTest::newRow("behind") << true;
    }
    /// At every operation of three edits, three ways each.
    void powerCuts()
    {
        QFETCH(bool, behind);
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
                s.value().behind = behind;
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

    /// What an erasure leaves: not in the file (its free room included), nor in what goes back to the disk with it.
    void anErasedTextIsInNoBlockThatIsGivenBack()
    {
        const QString word = u"町田太郎氏"_s;
        FaultyVfs vfs;
        writeBytes(m_path, m_bytes);
        auto s = Session::open(m_path);
        QVERIFY(s);
        // Rows move between pages as their trees grow, and leave remnants.
        for (int i = 0; i < 40; ++i) {
            QList<PlanChange> steps;
            for (int k = 0; k < 4; ++k) {
                FieldMap fields;
                fields.set(u"text"_s,
                    Value(k == 2 ? QString(word + u"の苦情 %1"_s.arg(i)) : QString(u"課題 %1"_s.arg(i).repeated(9))));
                steps.append(PlanChange::insert(
                    ElementId::create(Kind::Issue), s.value().first(Kind::Goal), fields, PlanChange::At::First));
            }
            s.value().edit(steps, i % 5 == 0 ? word : u"追加"_s);
            QVERIFY(!s.value().error);
        }
        for (int i = 0; i < 30; ++i) // the file is to become smaller
            s.value().edit({PlanChange::remove(s.value().first(Kind::Issue))});
        QVERIFY(bytesOf(m_path).contains(word.toUtf8()));
        const auto found = findTexts(*s.value().journal, word);
        QCOMPARE(found.size(), 48);
        vfs.watchFreed();
        s.value().seal(draftOfErasure(found, u"係"_s, u"2026-04-02"_s, u"個人名"_s));
        QVERIFY2(!s.value().error, qPrintable(s.value().error ? s.value().error->detail : QString()));
        QVERIFY(s.value().file->notes().isEmpty());
        QVERIFY(!bytesOf(m_path).contains(word.toUtf8()));
        QVERIFY(!QFile::exists(m_path + u"-journal"_s));
        qsizetype bytes = 0;
        for (const QByteArray &freed : vfs.freed()) {
            QVERIFY(!freed.contains(word.toUtf8()));
            bytes += freed.size();
        }
        QVERIFY2(
            bytes > 100'000, qPrintable(QString::number(bytes))); // the journal of all its transactions was watched
        const Name later = setTitle(s.value(), 1);                // and the session goes on
        QVERIFY(!s.value().error);
        s.value() = Session();
        checkHolds(m_path, {later}, "after the erasure");
    }

    /// The power goes at any operation of an erasure: the text is there and sound, or it is erased; the next opening leaves no
    /// journal with it beside the file.
    void powerCutsInAnErasure()
    {
        const QString word = u"町田太郎氏"_s;
        QByteArray before;
        {
            auto s = Session::open(m_path);
            QVERIFY(s);
            s.value().edit(
                {PlanChange::set(s.value().first(Kind::Policy), u"description"_s, QString(word + u"より"_s))});
            before = bytesOf(m_path);
        }
        int cuts = 0;
        int erased = 0;
        for (int n = 1;; n += 2) {
            QMap<QString, QByteArray> disk;
            bool done = false;
            QDir(m_dir->path()).removeRecursively();
            QVERIFY(QDir().mkpath(m_dir->path()));
            {
                FaultyVfs vfs;
                writeBytes(m_path, before);
                auto s = Session::open(m_path);
                QVERIFY(s);
                const auto found = findTexts(*s.value().journal, word);
                QCOMPARE(found.size(), 1);
                vfs.failFrom(n, FaultyVfs::Fault::PowerCut);
                s.value().seal(draftOfErasure(found, u"係"_s, u"2026-04-02"_s, u"個人名"_s));
                done = vfs.operations() < n;
                disk = vfs.diskAfterPowerCut(quint32(n));
                vfs.mend();
            }
            if (done)
                break;
            QDir(m_dir->path()).removeRecursively();
            QVERIFY(QDir().mkpath(m_dir->path()));
            for (auto it = disk.cbegin(); it != disk.cend(); ++it) {
                QVERIFY(QDir().mkpath(QFileInfo(it.key()).path()));
                writeBytes(it.key(), it.value());
            }
            auto s = Session::open(m_path);
            QVERIFY2(s, qPrintable(u"cut at %1: %2"_s.arg(n).arg(s ? QString() : s.error().detail)));
            const auto verified = s.value().file->verify();
            QVERIFY2(verified && verified.value().isSound(), qPrintable(u"cut at %1"_s.arg(n)));
            const Value value = s.value().journal->plan().value(s.value().first(Kind::Policy), u"description");
            QVERIFY(value.isErased() || value.text() == word + u"より"_s);
            QVERIFY(!QFile::exists(m_path + u"-journal"_s));
            ++cuts;
            erased += value.isErased() ? 1 : 0;
        }
        QVERIFY2(cuts > 20 && erased > 5 && erased < cuts, qPrintable(u"%1 of %2"_s.arg(erased).arg(cuts)));
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
