// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/difference.h"
#include "core/document/filestorage.h"
#include "core/document/history.h"
#include "core/store/backups.h"
#include "faultyvfs.h"
#include "storefixture.h"

#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QtTest>
#include <thread>

using namespace mezasu;
using namespace Qt::StringLiterals;
using SaveState = PlanDocument::SaveState;

/// A document whose changes do not wait for the disk: it says truly what the disk has, and loses nothing.
class TestSaveBehind : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path, m_rescue;
    ElementId m_policy;
    std::unique_ptr<test::FaultyVfs> m_disk;

    static mezasu::Session session()
    {
        return {u"髙橋"_s, [] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC); }};
    }
    std::unique_ptr<PlanDocument> open() const
    {
        PlanFile::Options options;
        options.check = PlanFile::Options::Check::Later;
        auto opened = openPlanFile(m_path, options, session(), m_rescue);
        if (!opened)
            qFatal("%s", qUtf8Printable(opened.error().detail));
        opened.value().document->saveBehind();
        return std::move(opened.value().document);
    }
    Result<Name> setTitle(PlanDocument &document, const QString &title) const
    {
        return document.apply({PlanChange::set(m_policy, u"title"_s, title)});
    }
    QString titleInFile() const
    {
        PlanFile::Options options;
        options.readOnly = true;
        auto file = PlanFile::open(m_path, options);
        return file ? file.value()->plan().text(m_policy, u"title") : file.error().detail;
    }

    /// The file holds what the document has shown, and is sound. \param when for a failure
    void closeAndCompare(std::unique_ptr<PlanDocument> document, const QString &when = {}) const
    {
        const Plan shown = document->plan();
        document.reset();
        auto file = PlanFile::open(m_path, {});
        QVERIFY2(file, qPrintable(when));
        QVERIFY2(file.value()->notes().isEmpty(), qPrintable(when));
        QVERIFY2(difference(file.value()->plan(), shown).isEmpty(), qPrintable(when));
        QVERIFY2(file.value()->verify().value().isSound(), qPrintable(when));
    }

private Q_SLOTS:
    void init()
    {
        m_disk = std::make_unique<test::FaultyVfs>();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"計画.mezasu"_s);
        m_rescue = m_dir->filePath(u"rescue"_s);
        auto made = createPlanFile(m_path, {}, session(), m_rescue);
        QVERIFY(made);
        QVERIFY(made.value()->createPlan({}));
        m_policy = ElementId::create(Kind::Policy);
        FieldMap fields;
        fields.set(u"title", u"前の題"_s);
        QVERIFY(made.value()->apply({PlanChange::insert(m_policy, made.value()->plan().root(), fields)}));
    }
    void cleanup()
    {
        m_disk->release();
        m_dir.reset();
        m_disk.reset();
    }

    /// Edits, typing, undo and redo go on while the disk takes its time; it is Saved when the disk has all of it, not before.
    void nothingWaitsForTheDisk()
    {
        auto document = open();
        m_disk->hold(); // for ever, if something here would wait for it
        QVERIFY(setTitle(*document, u"一"_s));
        QCOMPARE(document->saveState(), SaveState::Saving);
        QTRY_VERIFY(m_disk->isWaitedFor()); // the thread of the disk, not this one
        QVERIFY(setTitle(*document, u"二"_s));
        QVERIFY(document->undo());
        QCOMPARE(document->plan().text(m_policy, u"title"), u"一"_s);
        QVERIFY(document->redo());
        QVERIFY(document->undo());
        QVERIFY(document->undo());
        QCOMPARE(document->plan().text(m_policy, u"title"), u"前の題"_s);
        document->setText(m_policy, u"title"_s, u"三"_s);
        QCOMPARE(document->saveState(), SaveState::Typing);
        document->flush();
        QTest::qWait(20);
        QCOMPARE(document->saveState(), SaveState::Saving);
        m_disk->release();
        QTRY_COMPARE(document->saveState(), SaveState::Saved);
        QCOMPARE(titleInFile(), u"三"_s);
        QVERIFY(document->undo()); // of what was written since
        QCOMPARE(document->plan().text(m_policy, u"title"), u"前の題"_s);
        document.reset();
        QCOMPARE(titleInFile(), u"前の題"_s);
    }

    /// What typing will need of the journal is there when it is written.
    void typingInOneElementWhileAnotherIsSavedDoesNotWait()
    {
        auto document = open();
        const ElementId other = ElementId::create(Kind::Policy);
        QVERIFY(document->apply({PlanChange::insert(other, document->plan().root(), {})}));
        QTRY_COMPARE(document->saveState(), SaveState::Saved);
        document.reset();
        document = open();
        document->setText(m_policy, u"title"_s, u"一"_s); // nothing of it was read so far
        document->setText(other, u"title"_s, u"二"_s);
        QTRY_COMPARE(titleInFile(), u"一"_s); // the second one is still typed
        QCOMPARE(document->saveState(), SaveState::Typing);
        QTest::qWait(0);
        m_disk->hold();
        document->flush();
        QTRY_VERIFY(m_disk->isWaitedFor());
        document->setText(m_policy, u"title"_s, u"三"_s);
        document->setText(other, u"title"_s, u"四"_s);
        document->flush();
        QCOMPARE(document->saveState(), SaveState::Saving);
        m_disk->release();
        QTRY_COMPARE(document->saveState(), SaveState::Saved);
    }

    void savedIsSaidOnceTheDiskHasIt()
    {
        auto document = open();
        QList<SaveState> said;
        connect(document.get(), &PlanDocument::saveStateChanged, this,
            [&said, &document] { said.append(document->saveState()); });
        QVERIFY(setTitle(*document, u"一"_s));
        QTRY_COMPARE(said, (QList{SaveState::Saving, SaveState::Saved}));
        QCOMPARE(titleInFile(), u"一"_s);
    }

    /// What was waited for is over when the news of it come: they must not be taken for those of what was begun since.
    void oldNewsAreNoNews()
    {
        auto document = open();
        QVERIFY(setTitle(*document, u"一"_s));
        QTRY_COMPARE(document->saveState(), SaveState::Saved);
        QVERIFY(setTitle(*document, u"二"_s));
        QCOMPARE(document->save(), SaveState::Saved); // the news are on their way
        m_disk->hold();
        QVERIFY(setTitle(*document, u"三"_s));
        QCoreApplication::processEvents(); // would wait for ever
        QCOMPARE(document->saveState(), SaveState::Saving);
        m_disk->release();
        QTRY_COMPARE(document->saveState(), SaveState::Saved);
    }

    /// save() and the end of the document wait.
    void whoAsksForItWaits()
    {
        auto document = open();
        for (const bool saves : {true, false}) {
            const QString title = saves ? u"保存"_s : u"終わり"_s;
            m_disk->hold();
            QVERIFY(setTitle(*document, title + u'1'));
            QTRY_VERIFY(m_disk->isWaitedFor());
            QVERIFY(setTitle(*document, title)); // behind the one that is under way
            std::thread later([this] { m_disk->release(); });
            if (saves)
                QCOMPARE(document->save(), SaveState::Saved);
            else
                document.reset();
            later.join();
            QCOMPARE(titleInFile(), title);
        }
    }

    /// The dated copy is made behind as well, and holds what was there before.
    void theCopyOfTheSessionHoldsWhatWasBefore()
    {
        const auto copies = [this] { return Backups(m_path, {}, 10).files(); };
        const qsizetype before = copies().size();
        auto document = open();
        QVERIFY(setTitle(*document, u"一"_s));
        QVERIFY(setTitle(*document, u"二"_s));
        QTRY_COMPARE(document->saveState(), SaveState::Saved);
        QCOMPARE(copies().size(), before + 1);
        document.reset();
        m_path = copies().constLast();
        QCOMPARE(titleInFile(), u"前の題"_s);
        PlanFile::Options options;
        options.readOnly = true;
        QVERIFY(PlanFile::open(m_path, options).value()->verify().value().isSound());
    }

    void aFullDiskIsSaidAndWhatWasTypedIsRescued()
    {
        auto document = open();
        QVERIFY(setTitle(*document, u"一"_s));
        QTRY_COMPARE(document->saveState(), SaveState::Saved);
        int rescued = 0;
        for (int n = 1; n < 40; ++n) {
            m_disk->failFrom(n, test::FaultyVfs::Fault::DiskFull);
            const QString title = QString::number(n);
            QVERIFY(setTitle(*document, title));
            QTRY_VERIFY(document->saveState() != SaveState::Saving);
            const bool failed = document->saveState() == SaveState::Rescued;
            QVERIFY(failed || document->saveState() == SaveState::Saved);
            m_disk->mend();
            if (failed) {
                ++rescued;
                QCOMPARE(document->saveError()->code, Error::Code::Storage);
                QVERIFY(QFile::exists(document->rescuePath()));
                QVERIFY(titleInFile() != title);
                QVERIFY(setTitle(*document, title + u"b")); // there is room again
                QTRY_COMPARE(document->saveState(), SaveState::Saved);
                QVERIFY(!QFile::exists(document->rescuePath()));
                QCOMPARE(titleInFile(), title + u"b");
            }
        }
        QVERIFY2(rescued > 5, qPrintable(QString::number(rescued)));
    }

    /// Other people's changes, taken over by another thread: this one looks at the plan meanwhile.
    void anotherThreadTakesOver()
    {
        auto document = open();
        QVERIFY(setTitle(*document, u"自分"_s));
        QCOMPARE(document->save(), SaveState::Saved);
        const QString mine = std::exchange(m_path, m_dir->filePath(u"写し.mezasu"_s));
        QVERIFY(QFile::copy(mine, m_path));
        ChangeSet theirs;
        {
            auto copy = open();
            const auto name = copy->apply({PlanChange::set(m_policy, u"description"_s, u"他人"_s)});
            QVERIFY(name);
            theirs = copy->journal().changeSet(name.value());
        }
        m_path = mine;

        QSignalSpy changed(document.get(), &PlanDocument::elementsChanged);
        bool isCancelled = true;
        const auto beside = [&](const PlanDocument::Deed &deed) {
            std::thread other([&] { deed([&] { return isCancelled; }); });
            QCOMPARE(document->plan().text(m_policy, u"description"), QString());
            QCoreApplication::processEvents(); // what was queued for the file waits until it is back
            other.join();
            QVERIFY(changed.isEmpty());
        };
        const auto none = document->merge({theirs}, beside);
        QVERIFY(!none);
        QCOMPARE(none.error().code, Error::Code::Cancelled);
        QCOMPARE(document->plan().text(m_policy, u"description"), QString());
        QCOMPARE(document->saveState(), SaveState::Saved);
        QVERIFY(!document->journal().contains(theirs.name));

        isCancelled = false;
        const auto taken = document->merge({theirs}, beside);
        QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().detail));
        QCOMPARE(taken.value().applied, QList{theirs.name});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).value<QList<ElementId>>(), QList{m_policy});
        QCOMPARE(document->plan().text(m_policy, u"description"), u"他人"_s);
        QCOMPARE(document->saveState(), SaveState::Saved);
        QVERIFY(document->undo()); // one's own step, not theirs
        QCOMPARE(document->plan().text(m_policy, u"title"), u"前の題"_s);
        QCOMPARE(document->save(), SaveState::Saved);
        closeAndCompare(std::move(document));
    }

    /// A step of one's own that writes thousands of things is taken over by another thread, and so are its undo and redo.
    void aLargeStepIsTakenOverBeside()
    {
        auto document = open();
        bool isCancelled = false;
        int besides = 0;
        document->takeLargeStepsBeside([&](const PlanDocument::Deed &deed) {
            ++besides;
            QVERIFY(document->isBeside());
            std::thread other([&] { deed([&] { return isCancelled; }); });
            other.join();
        });
        QVERIFY(setTitle(*document, u"小さな歩み"_s));
        QCOMPARE(besides, 0);
        QVERIFY(!document->isBeside());
        HistoryReader reader(&document->journal(), {}, {}); // of a panel that is open meanwhile
        QCOMPARE(reader.read(1).size(), 1);

        QList<PlanChange> steps;
        QSet<ElementId> made;
        for (int i = 0; i < 2500; ++i) {
            const ElementId goal = ElementId::create(Kind::Goal);
            made.insert(goal);
            steps.append(PlanChange::insert(goal, m_policy, {}));
        }
        QSignalSpy changed(document.get(), &PlanDocument::elementsChanged);
        QVERIFY(document->apply(steps));
        QCOMPARE(besides, 1);
        QVERIFY(!document->isBeside());
        QVERIFY(!reader.read(100).isEmpty()); // what was before is still read
        QVERIFY(reader.atEnd());
        QCOMPARE(changed.size(), 1);
        const auto announced = changed.at(0).at(0).value<QList<ElementId>>();
        QVERIFY(QSet<ElementId>(announced.begin(), announced.end()).contains(made));
        QCOMPARE(document->plan().children(m_policy, Kind::Goal).size(), made.size());

        isCancelled = true;
        const auto none = document->undo();
        QVERIFY(!none);
        QCOMPARE(none.error().code, Error::Code::Cancelled);
        QCOMPARE(besides, 2);
        QCOMPARE(document->plan().children(m_policy, Kind::Goal).size(), made.size());
        isCancelled = false;
        QVERIFY(document->canUndo()); // still that step
        QVERIFY(document->undo());
        QCOMPARE(besides, 4); // what to write, and writing it
        QVERIFY(document->plan().children(m_policy, Kind::Goal).isEmpty());
        QVERIFY(document->redo());
        QCOMPARE(document->plan().children(m_policy, Kind::Goal).size(), made.size());
        QVERIFY(document->undo());
        QVERIFY(document->undo());
        QCOMPARE(document->plan().text(m_policy, u"title"), u"前の題"_s);
        QVERIFY(document->redo());
        QVERIFY(document->redo());
        QCOMPARE(document->save(), SaveState::Saved);
        closeAndCompare(std::move(document));
    }

    void whatAnotherThreadCannotWriteIsRescued()
    {
        auto document = open();
        QVERIFY(setTitle(*document, u"一"_s));
        QCOMPARE(document->save(), SaveState::Saved);
        ChangeSet theirs;
        {
            const QString mine = std::exchange(m_path, m_dir->filePath(u"写し.mezasu"_s));
            QVERIFY(QFile::copy(mine, m_path));
            auto copy = open();
            theirs = copy->journal().changeSet(setTitle(*copy, u"他人"_s).value());
            copy.reset();
            m_path = mine;
        }
        m_disk->failFrom(3, test::FaultyVfs::Fault::DiskFull);
        const auto taken = document->merge(
            {theirs}, [](const PlanDocument::Deed &deed) { std::thread([&] { deed([] { return false; }); }).join(); });
        m_disk->mend();
        QVERIFY(taken);
        QCOMPARE(document->saveState(), SaveState::Rescued);
        QCOMPARE(document->plan().text(m_policy, u"title"), u"他人"_s);
        QCOMPARE(titleInFile(), u"一"_s);
        QCOMPARE(document->save(), SaveState::Saved);
        QCOMPARE(titleInFile(), u"他人"_s);
    }

    /// Whatever comes in between, the file is in the end what was on screen.
    void randomEdits()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        auto document = open();
        for (int i = 0; i < 300; ++i) {
            switch (random.bounded(8)) {
            case 0:
                m_disk->hold(std::chrono::milliseconds(5)); // some of what follows has to wait for it
                break;
            case 1:
                m_disk->release();
                break;
            case 2:
                QCoreApplication::processEvents();
                break;
            case 3:
                (void)document->undo();
                break;
            case 4:
                (void)document->redo();
                break;
            case 5:
                m_disk->release();
                document->save();
                break;
            default:
                document->setText(m_policy, random.bounded(2) ? u"title"_s : u"description"_s, QString::number(i));
                break;
            }
        }
        m_disk->release();
        document->flush();
        closeAndCompare(std::move(document), u"seed %1"_s.arg(seed));
    }
};

QTEST_GUILESS_MAIN(TestSaveBehind)
#include "tst_savebehind.moc"
