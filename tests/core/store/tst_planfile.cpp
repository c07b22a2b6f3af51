// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "core/store/planlock.h"
#include "core/store/presentreader.h"
#include "core/store/schema.h"

#include <QTest>
#include <QThread>

using namespace mezasu;
using namespace mezasu::test;
using namespace Qt::StringLiterals;

/// What goes into a plan file comes out, and the tables are what the journal adds up to.
class TestPlanFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    int m_count = 0;
    QString freshPath() { return m_dir.filePath(u"計画 %1 [案].mezasu"_s.arg(++m_count)); }
    static void checkSound(PlanFile &file)
    {
        const auto verified = file.verify();
        QVERIFY2(verified, qPrintable(verified ? QString() : verified.error().detail));
        QCOMPARE(verified.value().lost, QStringList());
        QCOMPARE(verified.value().derived, QStringList());
    }

private Q_SLOTS:
    void everyFieldWithoutAKeyHasItsColumn()
    {
        auto connection = SqlConnection::open(u":memory:"_s, SqlConnection::Mode::ReadWrite);
        QVERIFY(connection);
        QVERIFY(schema::migrate(*connection.value(), schema::steps()));
        for (int kind = 0; kind < kKindCount; ++kind) {
            QStringList expected{u"element"_s, u"id"_s, u"parent"_s, u"position"_s};
            for (const FieldInfo &info : fieldsOf(Kind(kind))) {
                if (!info.keyed)
                    expected.append(QString(info.name));
            }
            const auto found = connection.value()->column(
                u"SELECT name FROM pragma_table_info('%1') ORDER BY cid"_s.arg(kindName(Kind(kind))));
            QVERIFY(found);
            QCOMPARE(found.value(), expected);
        }
    }

    void comesBackAsItWas()
    {
        const QString path = freshPath();
        Session s = makeSample(path);
        QVERIFY2(!s.error, qPrintable(s.error ? s.error->detail : QString()));
        const Plan before = s.journal->plan();
        QCOMPARE(before.size(), 10);
        checkSound(*s.file);
        s = Session();
        auto again = Session::open(path);
        QVERIFY(again);
        QVERIFY(again.value().file->notes().isEmpty());
        QVERIFY(again.value().journal->plan().isSameAs(before));
        for (const ElementId &id : before.preorder())
            QCOMPARE(presentHash(again.value().journal->plan(), id), presentHash(before, id));
        QVERIFY(again.value().file->isWritable());
    }

    void everyCharacterComesBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a byte order mark in front") << u"\ufeff基本方針"_s;
        QTest::newRow("nothing but a byte order mark") << u"\ufeff"_s;
        QTest::newRow("a byte order mark the wrong way round") << u"\ufffe基本方針"_s;
        QTest::newRow("characters that are none") << u"甲\ufffe乙\uffff丙\ufdd0"_s;
        QTest::newRow("a zero") << QString(u'甲') + QChar(u'\0') + u"乙"_s;
        QTest::newRow("above the first plane, and selectors")
            << u"𠮷野家 葛\U000e0100 \U0010ffff 👨‍👩‍👧"_s;
        QTest::newRow("controls") << u"\u0001\t\r\n\u007f\u0085\u2028\u200b"_s;
    }
    /// A text whose digest does not fit any more would be taken for an altered one, and the whole plan refused.
    void everyCharacterComesBack()
    {
        QFETCH(QString, text);
        const QString path = freshPath();
        const QString file = u"表\ufffe.tsv"_s;
        Plan before;
        Name name;
        {
            Session s = makeSample(path);
            const ElementId indicator = s.first(Kind::Indicator);
            name = s.edit({PlanChange::set(s.first(Kind::Policy), u"title"_s, text),
                              PlanChange::set(indicator, u"values/2022/baseline"_s,
                                  IndicatorValue{Decimal::fromCanonical(u"1"), {}, {}, text}),
                              PlanChange::set(s.root(), u"headings/goal.statements"_s, text)},
                text);
            QVERIFY(!s.error);
            QVERIFY(s.file->registerFile({u"ab"_s, file, text, {}, name}));
            before = s.journal->plan();
            checkSound(*s.file);
        }
        alter(path, "UPDATE meta SET value = value"); // somebody else wrote: everything is read and compared
        auto again = Session::open(path);
        QVERIFY2(again, qPrintable(again ? QString() : again.error().detail));
        QVERIFY(again.value().file->notes().isEmpty());
        QVERIFY(again.value().journal->plan().isSameAs(before));
        QCOMPARE(again.value().title(again.value().first(Kind::Policy)), text);
        const Texts texts = again.value().journal->changeSet(name).texts;
        QCOMPARE(
            std::count_if(texts.begin(), texts.end(), [&](const Salted &salted) { return salted.text == text; }), 4);
        const Texts own = again.value().journal->changeSet(name, WithTexts::OfItself).texts;
        QCOMPARE(own.size(), 2); // author and reason, which differ by their salts
        for (auto it = own.begin(); it != own.end(); ++it)
            QCOMPARE(texts.value(it.key()), *it);
        QCOMPARE(again.value().file->filesRead().value().first().person, text);
        QCOMPARE(again.value().file->filesRead().value().first().file, file);
        // And out again: texts that are looked for to be erased are those that were typed.
        again.value().seal(draftOfErasure(findTexts(*again.value().journal, text), u"係"_s, {}, u"消す"_s));
        QVERIFY(!again.value().error);
        QVERIFY(again.value().journal->plan().value(again.value().first(Kind::Policy), u"title").isErased());
        checkSound(*again.value().file);
    }

    void editsFollowOneAnotherAcrossOpenings()
    {
        const QString path = freshPath();
        makeSample(path);
        QList<Name> names;
        for (int i = 0; i < 6; ++i) {
            auto s = Session::open(path);
            QVERIFY(s);
            const ElementId policy = s.value().first(Kind::Policy);
            const ElementId indicator = s.value().first(Kind::Indicator);
            names.append(s.value().edit({PlanChange::set(policy, u"title"_s, u"題 %1"_s.arg(i)),
                PlanChange::set(indicator, u"values/2023/actual"_s,
                    IndicatorValue{Decimal::fromCanonical(u"6%1.0"_s.arg(i)), u"estimate"_s, {}, {}})}));
            QVERIFY(!s.value().error);
            names.append(s.value().edit({PlanChange::insert(ElementId::create(Kind::Policy), s.value().root())}));
            checkSound(*s.value().file);
        }
        auto s = Session::open(path);
        QVERIFY(s);
        QCOMPARE(s.value().title(s.value().first(Kind::Policy)), u"題 5"_s);
        QCOMPARE(s.value().journal->plan().children(s.value().root(), Kind::Policy).size(), 7);
        QCOMPARE(s.value().journal->names().size(), 13);
        QCOMPARE(s.value().journal->writes({s.value().first(Kind::Policy), u"title"_s}).size(), size_t(7));
        for (const Name &name : names)
            QVERIFY(s.value().journal->isApplied(name));
    }

    void removedBranchesComeBack()
    {
        const QString path = freshPath();
        Session s = makeSample(path);
        const Plan before = s.journal->plan();
        const Name removal = s.edit({PlanChange::remove(s.first(Kind::Goal))});
        QCOMPARE(s.journal->plan().size(), 3);
        checkSound(*s.file);
        s = Session();
        auto again = Session::open(path);
        QVERIFY(again);
        QCOMPARE(again.value().journal->plan().size(), 3);
        auto back = takeBack(*again.value().journal, removal);
        QVERIFY(back);
        again.value().seal(back.value().draft);
        QVERIFY(!again.value().error);
        QVERIFY(again.value().journal->plan().isSameAs(before));
        checkSound(*again.value().file);
    }

    void conflictsAreThereAtOpening()
    {
        const QString path = freshPath();
        const QString copy = freshPath();
        Session s = makeSample(path);
        QVERIFY(s.file->copyTo(copy));
        auto other = Session::open(copy);
        QVERIFY(other);
        const ElementId policy = s.first(Kind::Policy);
        s.edit({PlanChange::set(policy, u"title"_s, u"こちら"_s)});
        other.value().edit({PlanChange::set(policy, u"title"_s, u"あちら"_s)});
        QVERIFY(s.take(other.value().all()));
        QVERIFY(other.value().take(s.all()));
        QVERIFY(s.journal->plan().isSameAs(other.value().journal->plan()));
        QCOMPARE(s.journal->plan().conflicts().size(), 1);
        checkSound(*s.file);
        const Plan before = s.journal->plan();
        s = Session();
        auto again = Session::open(path);
        QVERIFY(again);
        QVERIFY(again.value().journal->plan().isSameAs(before));
        QCOMPARE(again.value().journal->plan().conflicts().value(policy).value(u"title"_s).size(), 2);
    }

    void waitingChangeSetsAreKept()
    {
        const QString path = freshPath();
        Session s = makeSample(path);
        const QString copy = freshPath();
        QVERIFY(s.file->copyTo(copy));
        const Name a = s.edit({PlanChange::set(s.root(), u"title"_s, u"一"_s)});
        const Name b = s.edit({PlanChange::set(s.root(), u"title"_s, u"二"_s)});
        const ChangeSet first = s.journal->changeSet(a);
        const ChangeSet second = s.journal->changeSet(b);
        {
            auto other = Session::open(copy);
            QVERIFY(other);
            QVERIFY(other.value().take({second}));
            QCOMPARE(other.value().title(other.value().root()), u"見本計画"_s);
        }
        auto other = Session::open(copy);
        QVERIFY(other);
        QCOMPARE(other.value().journal->waiting(), QList<Name>{b});
        QVERIFY(other.value().take({first}));
        QCOMPARE(other.value().title(other.value().root()), u"二"_s);
        QVERIFY(other.value().journal->waiting().isEmpty());
        checkSound(*other.value().file);
    }

    void erasedTextsAreNowhereInTheFile()
    {
        const QString path = freshPath();
        const QString word = u"町田太郎氏"_s;
        Session s = makeSample(path);
        const ElementId policy = s.first(Kind::Policy);
        const ElementId indicator = s.first(Kind::Indicator);
        s.edit({PlanChange::set(policy, u"description"_s, QString(u"苦情: "_s + word))}, word + u"より"_s);
        s.edit({PlanChange::set(
            indicator, u"values/2022/baseline"_s, IndicatorValue{Decimal::fromCanonical(u"1"), {}, {}, word})});
        s.edit({PlanChange::set(policy, u"title"_s, u"次"_s)});
        s = Session();
        auto again = Session::open(path);
        QVERIFY(again);
        QVERIFY(again.value().edit({PlanChange::set(policy, u"title"_s, u"その次"_s)}) != Name()); // makes a backup
        const QStringList backups = again.value().file->backups().files();
        QCOMPARE(backups.size(), 1);
        QVERIFY(bytesOf(backups.first()).contains(word.toUtf8()));
        const auto found = findTexts(*again.value().journal, word);
        QCOMPARE(found.size(), 3);
        again.value().seal(draftOfErasure(found, u"係"_s, u"2026-04-02"_s, u"個人名"_s));
        QVERIFY(!again.value().error);
        QVERIFY(!bytesOf(path).contains(word.toUtf8()));
        for (const QString &backup : again.value().file->backups().files())
            QVERIFY(!bytesOf(backup).contains(word.toUtf8()));
        QVERIFY(again.value().journal->plan().value(policy, u"description").isErased());
        checkSound(*again.value().file);
        again.value() = Session();
        auto last = Session::open(path);
        QVERIFY(last);
        QVERIFY(last.value().journal->plan().value(policy, u"description").isErased());
        const Value note = last.value().journal->plan().value(indicator, u"values/2022/baseline");
        QVERIFY(note.entry() && note.entry()->noteErased);
    }

    void aReaderKeepsTheStateThatItOpened()
    {
        const QString path = freshPath();
        Session writer = makeSample(path);
        const ElementId policy = writer.first(Kind::Policy);
        writer.edit({PlanChange::set(policy, u"title"_s, u"前"_s)});
        PlanFile::Options readOnly;
        readOnly.readOnly = true;
        auto reader = Session::open(path, readOnly);
        QVERIFY(reader);
        QVERIFY(!reader.value().file->isWritable());
        const QList<Name> heads = writer.journal->heads();
        writer.edit({PlanChange::set(policy, u"title"_s, u"後"_s)});
        writer.edit({PlanChange::remove(policy)});
        QVERIFY(!writer.error);
        Journal &journal = *reader.value().journal;
        QCOMPARE(journal.heads(), heads);
        QCOMPARE(journal.names().size(), 2);
        const auto &writes = journal.writes({policy, u"title"_s});
        QCOMPARE(writes.size(), size_t(2));
        QVERIFY(!writes.at(0).live);
        QVERIFY(writes.at(1).live);
        QCOMPARE(reader.value().title(policy), u"前"_s);
        QVERIFY(!journal.failure());
    }

    void filesReadAreRegistered()
    {
        const QString path = freshPath();
        Session s = makeSample(path);
        const FileRead read{u"ab12"_s, u"行革.tsv"_s, u"髙橋"_s, u"2026-04-01"_s, s.journal->names().first()};
        QVERIFY(s.file->registerFile(read));
        QVERIFY(!s.edit({PlanChange::set(s.root(), u"title"_s, u"後"_s)}).toHex().isEmpty());
        QVERIFY(!s.error);
        const auto all = s.file->filesRead();
        QVERIFY(all);
        QCOMPARE(all.value().size(), 1);
        QCOMPARE(all.value().first().file, read.file);
        QCOMPARE(all.value().first().changeSet, read.changeSet);
    }

    /// At every place where it asks, once in each turn: nothing is opened, nobody is kept out, nothing is changed.
    void openingIsCancelled()
    {
        const QString path = freshPath();
        makeSample(path);
        const QByteArray before = bytesOf(path);
        int asked = 0;
        PlanFile::Options options;
        options.isCancelled = [&asked] {
            ++asked;
            return false;
        };
        QVERIFY(PlanFile::open(path, options));
        const int all = asked;
        QVERIFY(all >= 3);
        for (int at = 1; at <= all; ++at) {
            asked = 0;
            options.isCancelled = [&asked, at] { return ++asked >= at; };
            const auto opened = PlanFile::open(path, options);
            QVERIFY2(!opened, qPrintable(QString::number(at)));
            QCOMPARE(opened.error().code, Error::Code::Cancelled);
            QVERIFY(!QFile::exists(PlanLock::pathFor(path)));
        }
        QCOMPARE(bytesOf(path), before);
        const auto again = Session::open(path);
        QVERIFY(again && again.value().file->isWritable());
    }

    void oneThreadOpensAndAnotherWrites()
    {
        const QString path = freshPath();
        makeSample(path);
        Session s;
        const std::unique_ptr<QThread> worker(QThread::create([&s, &path, here = QThread::currentThread()] {
            auto opened = PlanFile::open(path, {});
            if (!opened)
                return;
            opened.value()->handTo(here);
            s.file = std::move(opened).value();
        }));
        worker->start();
        QVERIFY(worker->wait());
        QVERIFY(s.file);
        s.journal = std::make_unique<Journal>(s.file->journalSource(), s.file->plan());
        s.edit({PlanChange::set(s.root(), u"title"_s, u"別の糸から"_s)});
        QVERIFY2(!s.error, qPrintable(s.error ? s.error->detail : QString()));
        checkSound(*s.file);
        s = Session();
        const auto again = Session::open(path);
        QVERIFY(again);
        QCOMPARE(again.value().title(again.value().root()), u"別の糸から"_s);
    }

    void oneEditWritesAHandfulOfRows()
    {
        const QString path = freshPath();
        Session s = makeSample(path);
        s.edit({PlanChange::set(s.root(), u"title"_s, u"一"_s)});
        const QByteArray before = bytesOf(path);
        s.edit({PlanChange::set(s.root(), u"title"_s, u"二"_s)});
        const QByteArray after = bytesOf(path);
        int pages = 0;
        for (qsizetype at = 0; at < after.size(); at += 4096)
            pages += after.mid(at, 4096) != before.mid(at, 4096) ? 1 : 0;
        QVERIFY2(pages < 12, qPrintable(QString::number(pages)));
    }
};

QTEST_GUILESS_MAIN(TestPlanFile)
#include "tst_planfile.moc"
