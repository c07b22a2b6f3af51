// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/filestorage.h"

#include "core/store/sqlconnection.h"
#include "storefixture.h"

#include <QSignalSpy>
#include <QtTest>

using namespace mezasu;
using namespace Qt::StringLiterals;

/// A document over a plan file: what is found behind its opening is said, and what is typed stays.
class TestFileStorage : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path, m_rescue;
    QByteArray m_sound;
    ElementId m_policy;

    static Session session()
    {
        return {u"髙橋"_s, [] { return QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC); }};
    }
    QByteArray bytes() const { return test::bytesOf(m_path); }
    void breakPagesWith(const QByteArray &word)
    {
        QByteArray all = m_sound;
        int broken = 0;
        for (qsizetype at = 0; at < all.size(); at += 4096) {
            if (!all.mid(at, 4096).contains(word))
                continue;
            all.replace(at, 8, QByteArray(8, '\xff'));
            ++broken;
        }
        QVERIFY(broken > 0);
        test::writeBytes(m_path, all);
    }
    Result<OpenedFile> open() const
    {
        PlanFile::Options options;
        options.check = PlanFile::Options::Check::Later;
        return openPlanFile(m_path, options, session(), m_rescue);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"計画.mezasu"_s);
        m_rescue = m_dir->filePath(u"rescue"_s);
        {
            auto made = createPlanFile(m_path, {}, session(), m_rescue);
            QVERIFY(made);
            QVERIFY(made.value()->createPlan({}));
            m_policy = ElementId::create(Kind::Policy);
            FieldMap fields;
            fields.set(u"title", u"前の題"_s);
            QVERIFY(made.value()->apply(
                {PlanChange::insert(m_policy, made.value()->plan().root(), fields)}, u"目印の理由"_s));
        }
        m_sound = bytes();
    }

    void aSoundFileSaysNothing()
    {
        auto opened = open();
        QVERIFY(opened);
        QSignalSpy told(opened.value().document.get(), &PlanDocument::saveStateChanged);
        QTest::qWait(50); // whether or not the check is over by then, nothing may come of it
        QVERIFY(told.isEmpty());
        QVERIFY(!opened.value().document->damage());
        QVERIFY(opened.value().document->apply({PlanChange::set(m_policy, u"title"_s, u"後の題"_s)}));
        QCOMPARE(opened.value().document->saveState(), PlanDocument::SaveState::Saved);
    }

    /// The page of the ChangeSets holds the reasons; the plan is shown from other pages.
    void aDamagedJournalIsSaidAndNotWrittenTo()
    {
        breakPagesWith(u"目印の理由"_s.toUtf8());
        const QByteArray before = bytes();
        auto opened = open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        PlanDocument &document = *opened.value().document;
        QCOMPARE(document.plan().text(m_policy, u"title"), u"前の題"_s);
        QTRY_COMPARE(document.saveState(), PlanDocument::SaveState::Damaged);
        QCOMPARE(document.damage()->code, Error::Code::Damaged);

        // What is typed cannot become a change, for the journal that it stands on cannot be read: it stays on screen.
        document.setText(m_policy, u"title"_s, u"打った題"_s);
        document.flush();
        QCOMPARE(document.text(m_policy, u"title"_s), u"打った題"_s);
        QCOMPARE(document.saveState(), PlanDocument::SaveState::Unsaved);
        QCOMPARE(document.save(), PlanDocument::SaveState::Unsaved);
        document.setText(m_policy, u"description"_s, u"x"_s);
        QCOMPARE(document.text(m_policy, u"title"_s), u"打った題"_s);
        QVERIFY(!document.apply({PlanChange::set(m_policy, u"number"_s, u"1"_s)}));
        opened.value().document.reset();
        QCOMPARE(bytes(), before);
    }

    /// Damage in a page that an edit does not need: it goes into the rescue file, and comes back into a sound copy.
    void whatIsTypedMeanwhileIsRescued()
    {
        auto opened = open();
        QVERIFY(opened);
        opened.value().document.reset();
        qsizetype page = 0;
        {
            const auto connection = SqlConnection::open(m_path, SqlConnection::Mode::ReadOnly);
            QVERIFY(connection);
            page = connection.value()
                       ->value(u"SELECT rootpage FROM sqlite_schema WHERE name = 'file_register'"_s)
                       .value()
                       .toLongLong();
        }
        QVERIFY(page > 1);
        QByteArray all = m_sound;
        all.replace((page - 1) * 4096, 8, QByteArray(8, '\xff'));
        test::writeBytes(m_path, all);
        opened = open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        PlanDocument &document = *opened.value().document;
        document.setText(m_policy, u"title"_s, u"打った題"_s);
        document.flush();
        QCOMPARE(document.saveState(), PlanDocument::SaveState::Rescued);
        QCOMPARE(document.saveError()->code, Error::Code::Damaged);
        QVERIFY(QFile::exists(document.rescuePath()));
        opened.value().document.reset();
        QCOMPARE(bytes(), all);

        test::writeBytes(m_path, m_sound);
        auto again = open();
        QVERIFY(again);
        QCOMPARE(again.value().rescuesTaken.size(), 1);
        QCOMPARE(again.value().document->plan().text(m_policy, u"title"), u"打った題"_s);
        QCOMPARE(again.value().document->saveState(), PlanDocument::SaveState::Saved);
    }

    /// A backup that is opened while the share is away takes what was rescued, but does not keep it from the plan itself.
    void aCopyDoesNotSwallowTheRescueFile()
    {
        QString file;
        {
            auto opened = open();
            QVERIFY(opened);
            opened.value().document->setText(m_policy, u"title"_s, u"打った題"_s);
            if (!QFile::rename(m_path, m_path + u".away"_s)) // the share goes
                QSKIP("an open file cannot vanish here");
            opened.value().document->flush();
            QCOMPARE(opened.value().document->saveState(), PlanDocument::SaveState::Rescued);
            file = opened.value().document->rescuePath();
        }
        const QString plan = m_path;
        const QString copy = m_dir->filePath(u"写し.mezasu"_s);
        QVERIFY(QFile::copy(plan + u".away"_s, copy));

        // The plan is there, this is another file.
        QVERIFY(QFile::rename(plan + u".away"_s, plan));
        m_path = copy;
        for (int turn = 0; turn < 2; ++turn) {
            auto opened = open();
            QVERIFY(opened);
            QCOMPARE(opened.value().rescuesTaken.size(), turn == 0 ? 1 : 0);
            QCOMPARE(opened.value().document->plan().text(m_policy, u"title"), u"打った題"_s);
            QVERIFY(QFile::exists(file));
        }
        m_path = plan;
        {
            auto opened = open();
            QVERIFY(opened);
            QCOMPARE(opened.value().document->plan().text(m_policy, u"title"), u"打った題"_s);
            QVERIFY(!QFile::exists(file));
        }
    }

    /// A plan that was moved: nothing is at its old place any more, and the place can be looked at.
    void theRescueFileOfAMovedPlanIsTakenAndGoes()
    {
        QString file;
        {
            auto opened = open();
            QVERIFY(opened);
            opened.value().document->setText(m_policy, u"title"_s, u"打った題"_s);
            if (!QFile::rename(m_path, m_dir->filePath(u"移した.mezasu"_s)))
                QSKIP("an open file cannot be moved here");
            opened.value().document->flush();
            QCOMPARE(opened.value().document->saveState(), PlanDocument::SaveState::Rescued);
            file = opened.value().document->rescuePath();
        }
        m_path = m_dir->filePath(u"移した.mezasu"_s);
        auto opened = open();
        QVERIFY(opened);
        QCOMPARE(opened.value().rescuesTaken, QStringList{file});
        QCOMPARE(opened.value().document->plan().text(m_policy, u"title"), u"打った題"_s);
        QVERIFY(!QFile::exists(file));
    }

    void aBackupThatCannotBeMadeIsSaid()
    {
        test::writeBytes(m_dir->filePath(u"計画-backups"_s), "in the way");
        auto opened = open();
        QVERIFY(opened);
        QSignalSpy noted(opened.value().document.get(), &PlanDocument::notedWhileSaving);
        for (int i = 0; i < 2; ++i)
            QVERIFY(opened.value().document->apply({PlanChange::set(m_policy, u"title"_s, QString::number(i))}));
        QCOMPARE(noted.size(), 1);
        QCOMPARE(noted.at(0).at(0).value<QList<Error>>().constFirst().code, Error::Code::Storage);
        QCOMPARE(opened.value().document->saveState(), PlanDocument::SaveState::Saved);
    }

    void aReaderIsToldToo()
    {
        breakPagesWith(u"目印の理由"_s.toUtf8());
        PlanFile::Options options;
        options.readOnly = true;
        options.check = PlanFile::Options::Check::Later;
        auto opened = openPlanFile(m_path, options, session(), m_rescue);
        QVERIFY(opened);
        QCOMPARE(opened.value().document->saveState(), PlanDocument::SaveState::ReadOnly);
        QTRY_COMPARE(opened.value().document->saveState(), PlanDocument::SaveState::Damaged);
    }
};

QTEST_GUILESS_MAIN(TestFileStorage)
#include "tst_filestorage.moc"
