// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "core/store/durable.h"
#include "core/store/planlock.h"

#include <QDir>
#include <QTest>
#include <filesystem>

using namespace mezasu;
using namespace mezasu::test;
using namespace Qt::StringLiterals;

/// Who may write, and the dated copies that are made on the way.
class TestPlanLock : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    static PlanFile::Options on(const QString &computer)
    {
        PlanFile::Options options;
        options.computer = computer;
        options.user = u"係"_s;
        return options;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"計画[1].mezasu"_s);
    }

    void oneWritesTheOthersAreTold()
    {
        Session first = makeSample(m_path, on(u"PC-01"_s));
        for (const QString &computer : {u"PC-01"_s, u"PC-02"_s}) {
            const auto second = Session::open(m_path, on(computer));
            QVERIFY(second);
            QVERIFY(!second.value().file->isWritable());
            QCOMPARE(second.value().file->whyReadOnly()->code, Error::Code::Conflict);
            QCOMPARE(second.value().file->holder()->computer, u"PC-01"_s);
            QCOMPARE(second.value().file->holder()->user, u"係"_s);
            QVERIFY(second.value().file->holder()->since.isValid());
        }
        first = Session();
        QVERIFY(!PlanLock::holderOf(m_path));
        QVERIFY(Session::open(m_path, on(u"PC-02"_s)).value().file->isWritable());
    }

    void aSignOfLifeIsLeft()
    {
        PlanFile::Options options = on(u"PC-01"_s);
        QDateTime now(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC);
        options.clock = [&now] { return now; };
        const Session s = makeSample(m_path, options);
        now = now.addSecs(300);
        QVERIFY(s.file->beat());
        QCOMPARE(PlanLock::holderOf(m_path)->lastSign, now);
        QCOMPARE(PlanLock::holderOf(m_path)->since, now.addSecs(-300));
    }

    void aDeadOnesLockOfThisComputerIsTakenAndTold()
    {
        QVERIFY(!makeSample(m_path, on(u"PC-01"_s)).file->leftBehind());
        writeBytes(PlanLock::pathFor(m_path), R"({"computer":"PC-01","user":"x","token":"t"})");
        {
            const auto s = Session::open(m_path, on(u"PC-01"_s));
            QVERIFY(s.value().file->isWritable());
            QVERIFY(s.value().file->leftBehind());
            QCOMPARE(s.value().file->leftBehind()->user, u"x"_s);
        }
        QVERIFY(!Session::open(m_path, on(u"PC-01"_s)).value().file->leftBehind()); // once
        writeBytes(PlanLock::pathFor(m_path), "half written");
        QVERIFY(Session::open(m_path, on(u"PC-01"_s)).value().file->isWritable());
        QVERIFY(QDir(m_dir->path()).mkpath(PlanLock::pathFor(m_path))); // whatever that is, it is not ours to take
        QVERIFY(!Session::open(m_path, on(u"PC-01"_s)).value().file->isWritable());
    }

    void aLinkLeadsToTheSameLockAndBackups()
    {
        QVERIFY(QDir().mkpath(m_dir->filePath(u"別"_s)));
        const QString link = m_dir->filePath(u"別/近道.mezasu"_s);
        Session s = makeSample(m_path);
        std::error_code failed;
        std::filesystem::create_symlink(m_path.toStdU16String(), link.toStdU16String(), failed);
        if (failed)
            QSKIP("no links can be made here");
        QVERIFY(!Session::open(link).value().file->isWritable());
        s = Session();
        auto second = Session::open(link);
        QVERIFY(second.value().file->isWritable());
        QVERIFY(QFile::exists(PlanLock::pathFor(m_path)));
        QVERIFY(!Session::open(m_path).value().file->isWritable());
        second.value().edit({PlanChange::set(second.value().root(), u"title"_s, u"題"_s)});
        QVERIFY(!second.value().error);
        QCOMPARE(Backups(m_path, {}, 10).files().size(), 1);
        second.value() = Session();
        QCOMPARE(QDir(m_dir->filePath(u"別"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList{u"近道.mezasu"_s});
    }

    /// The journal of a write by one name is not found by the other.
    void aFileWithTwoNamesIsOnlyRead()
    {
        makeSample(m_path);
        const QString other = m_dir->filePath(u"二つ目.mezasu"_s);
        std::error_code failed;
        std::filesystem::create_hard_link(m_path.toStdU16String(), other.toStdU16String(), failed);
        QVERIFY(!failed);
        for (const QString &path : {m_path, other}) {
            const auto s = Session::open(path);
            QVERIFY(s);
            QVERIFY(!s.value().file->isWritable());
            QCOMPARE(s.value().file->whyReadOnly()->detail, QString(PlanFile::kSeveralNames));
        }
        QVERIFY(QFile::remove(other));
        QVERIFY(Session::open(m_path).value().file->isWritable());
    }

    void aForeignLockIsTakenOnlyByItsToken()
    {
        makeSample(m_path, on(u"PC-01"_s));
        const QByteArray foreign = R"({"computer":"PC-09","user":"x","token":"t","since":"2026-04-01T09:00:00Z"})";
        writeBytes(PlanLock::pathFor(m_path), foreign);
        QVERIFY(!Session::open(m_path, on(u"PC-01"_s)).value().file->isWritable());
        QCOMPARE(bytesOf(PlanLock::pathFor(m_path)), foreign);
        PlanFile::Options wrong = on(u"PC-01"_s);
        wrong.takeLock = u"another"_s;
        QVERIFY(!Session::open(m_path, wrong).value().file->isWritable());
        PlanFile::Options right = on(u"PC-01"_s);
        right.takeLock = u"t"_s;
        QVERIFY(Session::open(m_path, right).value().file->isWritable());
    }

    void aSleepingWriterCannotWriteAnyMore()
    {
        Session sleeping = makeSample(m_path, on(u"PC-01"_s));
        PlanFile::Options taking = on(u"PC-02"_s);
        taking.takeLock = PlanLock::holderOf(m_path)->token;
        auto taker = Session::open(m_path, taking);
        QVERIFY(taker && taker.value().file->isWritable());
        taker.value().edit({PlanChange::set(taker.value().root(), u"title"_s, u"新"_s)});
        QVERIFY(!taker.value().error);
        const Name late = sleeping.edit({PlanChange::set(sleeping.root(), u"title"_s, u"旧"_s)});
        QVERIFY(sleeping.error);
        QCOMPARE(sleeping.error->code, Error::Code::Conflict);
        QVERIFY(!sleeping.file->beat());
        // what it typed is a sound ChangeSet on the state that it saw, and unites with the other's
        const ChangeSet typed = sleeping.journal->changeSet(late);
        sleeping = Session();
        QVERIFY(PlanLock::holderOf(m_path)); // the taker's
        QVERIFY(taker.value().take({typed}));
        QCOMPARE(taker.value().journal->plan().conflicts().value(taker.value().root()).value(u"title"_s).size(), 2);
        const auto verified = taker.value().file->verify();
        QVERIFY(verified && verified.value().isSound());
    }

    void twoWritersWithoutLocksNoticeEachOther()
    {
        Session first = makeSample(m_path, on(u"PC-01"_s));
        const QByteArray lock = bytesOf(PlanLock::pathFor(m_path));
        QFile cleanedUp;
        QVERIFY(durable::openShared(cleanedUp, PlanLock::pathFor(m_path), durable::Access::Remove));
        QVERIFY(durable::removeOpen(cleanedUp, PlanLock::pathFor(m_path)));
        auto second = Session::open(m_path, on(u"PC-02"_s));
        QVERIFY(second && second.value().file->isWritable());
        second.value().edit({PlanChange::set(second.value().root(), u"title"_s, u"二"_s)});
        QVERIFY(!second.value().error);
        writeBytes(PlanLock::pathFor(m_path), lock); // even with its token back, the file says that another wrote
        first.edit({PlanChange::set(first.root(), u"title"_s, u"一"_s)});
        QVERIFY(first.error);
        QCOMPARE(first.error->code, Error::Code::Conflict);
    }

    void aVanishedOrReplacedFileIsNotWrittenTo()
    {
        Session s = makeSample(m_path);
        if (!QFile::rename(m_path, m_path + u".old"_s))
            QSKIP("an open file cannot vanish here");
        s.edit({PlanChange::set(s.root(), u"title"_s, u"後"_s)});
        QCOMPARE(s.error->code, Error::Code::Storage);
        QVERIFY(QFile::copy(m_path + u".old"_s, m_path));
        QVERIFY(!s.commit());
        QCOMPARE(s.error->code, Error::Code::Storage);
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::rename(m_path + u".old"_s, m_path));
        QVERIFY(s.commit()); // there again: what waited is written
        s = Session();
        auto again = Session::open(m_path);
        QVERIFY(again);
        QCOMPARE(again.value().title(again.value().root()), u"後"_s);
    }

    void createNeverReplacesAFile()
    {
        writeBytes(m_path, "something");
        const auto made = PlanFile::create(m_path, {});
        QVERIFY(!made);
        QCOMPARE(made.error().code, Error::Code::InvalidInput);
        QCOMPARE(bytesOf(m_path), QByteArray("something"));
        QCOMPARE(PlanFile::create(m_dir->filePath(u"none/x.mezasu"_s), {}).error().code, Error::Code::Storage);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"計画[1].mezasu"_s});
    }

    void backupsRotate()
    {
        PlanFile::Options options;
        options.backupsKept = 3;
        QDateTime now(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC);
        options.clock = [&now] { return now; };
        makeSample(m_path, options);
        QFile stranger(m_dir->filePath(u"計画[1]-backups/計画[1]_メモ.mezasu"_s));
        for (int session = 0; session < 6; ++session) {
            auto s = Session::open(m_path, options);
            QVERIFY(s);
            QCOMPARE(s.value().file->backups().kept(), 3);
            for (int edit = 0; edit < 3; ++edit)
                s.value().edit({PlanChange::set(s.value().root(), u"title"_s, u"%1-%2"_s.arg(session).arg(edit))});
            QVERIFY(!s.value().error);
            QVERIFY(s.value().file->notes().isEmpty());
            if (session == 0)
                QVERIFY(stranger.open(QIODevice::WriteOnly));
            if (session % 2 == 1)
                now = now.addDays(1); // two sessions may begin in the same second
        }
        auto s = Session::open(m_path, options);
        const QStringList files = s.value().file->backups().files();
        QCOMPARE(files.size(), 3);
        QStringList titles;
        for (const QString &file : files) {
            PlanFile::Options look;
            look.readOnly = true;
            auto copy = Session::open(file, look);
            QVERIFY(copy);
            QVERIFY(copy.value().file->notes().isEmpty());
            titles.append(copy.value().title(copy.value().root()));
        }
        QCOMPARE(titles, (QStringList{u"2-2"_s, u"3-2"_s, u"4-2"_s})); // the states before sessions 3, 4 and 5
        QVERIFY(stranger.exists());
    }

    /// Whichever way a clock was wrong, the copies of the last sessions are kept.
    void backupsOutliveAClockThatGoesBack()
    {
        PlanFile::Options options;
        options.backupsKept = 3;
        QDateTime now(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC);
        options.clock = [&now] { return now; };
        makeSample(m_path, options);
        const auto work = [&](int from, int to) {
            for (int session = from; session <= to; ++session) {
                auto s = Session::open(m_path, options);
                s.value().edit({PlanChange::set(s.value().root(), u"title"_s, QString::number(session))});
                now = now.addDays(1);
            }
        };
        const auto kept = [&] {
            QStringList titles;
            for (const QString &file : Backups(m_path, {}, 3).files()) {
                PlanFile::Options look;
                look.readOnly = true;
                auto copy = Session::open(file, look);
                titles.append(copy.value().title(copy.value().root()));
            }
            titles.sort();
            return titles;
        };
        work(1, 4);
        QCOMPARE(kept(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        now = QDateTime(QDate(1999, 1, 1), QTime(0, 0), Qt::UTC); // the battery is empty
        work(5, 6);
        QCOMPARE(kept(), (QStringList{u"3"_s, u"4"_s, u"5"_s}));
        now = QDateTime(QDate(2099, 1, 1), QTime(0, 0), Qt::UTC);
        work(7, 7);
        now = QDateTime(QDate(2026, 5, 1), QTime(0, 0), Qt::UTC); // and one from the future does not stay for ever
        work(8, 9);
        QVERIFY2(kept().contains(u"8"_s) && kept().contains(u"7"_s), qPrintable(kept().join(u' ')));
        work(10, 12);
        QCOMPARE(kept(), (QStringList{u"10"_s, u"11"_s, u"9"_s}));
    }

    void halfACopyIsClearedAway()
    {
        makeSample(m_path);
        const QString folder = Backups::defaultFolder(m_path);
        QVERIFY(QDir().mkpath(folder));
        const QString half = folder + u"/計画[1]_20260401-090000.mezasu.part"_s;
        const QString strange = folder + u"/他_20260401-090000.mezasu.part"_s;
        writeBytes(half, "SQLite format 3");
        writeBytes(strange, "x");
        auto s = Session::open(m_path);
        s.value().edit({PlanChange::set(s.value().root(), u"title"_s, u"後"_s)});
        QVERIFY(!QFile::exists(half));
        QVERIFY(QFile::exists(strange));
    }

    void aBackupThatCannotBeMadeIsSaidButDoesNotStopTheWork()
    {
        PlanFile::Options options;
        options.backupFolder = m_dir->filePath(u"in the way"_s);
        writeBytes(options.backupFolder, "x");
        makeSample(m_path, options);
        auto s = Session::open(m_path, options);
        s.value().edit({PlanChange::set(s.value().root(), u"title"_s, u"後"_s)});
        QVERIFY(!s.value().error);
        QCOMPARE(s.value().file->notes().size(), 1);
        QCOMPARE(s.value().file->notes().first().code, Error::Code::Storage);
    }
};

QTEST_GUILESS_MAIN(TestPlanLock)
#include "tst_planlock.moc"
