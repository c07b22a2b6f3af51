// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "core/store/fileheader.h"
#include "core/store/presenttables.h"
#include "core/store/schema.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>
#include <future>

using namespace mezasu;
using namespace mezasu::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Error::Code)

/// Whatever was done to a file behind the program's back: it opens with everything that was saved, or says what is wrong.
class TestPlanFileDamage : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    QByteArray m_bytes;
    Plan m_plan;
    QList<Name> m_names;
    QByteArray m_cutBytes, m_cutJournal;

    /// The file in the middle of a write that changed every page of its texts; the journal is in m_cutJournal.
    QByteArray cutBytes()
    {
        if (!m_cutBytes.isEmpty())
            return m_cutBytes;
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"cut.mezasu"_s);
        writeBytes(path, m_bytes);
        const auto writer = SqlConnection::open(path, SqlConnection::Mode::ReadWrite);
        if (!writer)
            return {};
        for (const char16_t *sql : {u"PRAGMA cache_size = 1", u"BEGIN IMMEDIATE",
                 u"UPDATE policy SET title = title || 'x'", u"UPDATE goal SET memo = 'x'",
                 u"UPDATE meta SET value = value || 'x'", u"UPDATE issue SET text = 'x'"}) {
            if (!writer.value()->exec(QString::fromUtf16(sql)))
                return {};
        }
        m_cutBytes = bytesOf(path);
        m_cutJournal = bytesOf(path + u"-journal"_s);
        return m_cutBytes;
    }

    static PlanFile::Options later()
    {
        PlanFile::Options options;
        options.check = PlanFile::Options::Check::Later;
        return options;
    }
    /// Both ways of opening must find what was altered in the tables.
    static QList<PlanFile::Options> bothWays() { return {{}, later()}; }
    qsizetype pageOf(const QString &table) const
    {
        const auto connection = SqlConnection::open(m_path, SqlConnection::Mode::ReadOnly);
        if (!connection)
            return 0;
        const auto page =
            connection.value()->value(u"SELECT rootpage FROM sqlite_schema WHERE name = '%1'"_s.arg(table));
        return page ? (page.value().toLongLong() - 1) * 4096 : 0;
    }
    void overwrite(qsizetype at, const QByteArray &with) const
    {
        QByteArray bytes = m_bytes;
        bytes.replace(at, with.size(), with);
        writeBytes(m_path, bytes);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"plan.mezasu"_s);
        Session s = makeSample(path);
        s.edit({PlanChange::set(s.first(Kind::Policy), u"title"_s, u"二番目の題"_s)});
        s.edit({PlanChange::set(s.first(Kind::Policy), u"title"_s, u"三番目の題"_s)}, u"目印の理由"_s);
        m_plan = s.journal->plan();
        m_names = s.journal->names();
        s = Session();
        m_bytes = bytesOf(path);
        QVERIFY(m_bytes.size() > 100'000);
    }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"plan.mezasu"_s);
        writeBytes(m_path, m_bytes);
    }

    /// A crash in the middle of a write leaves half of it in the file and the journal beside it that takes it back.
    void cutShort()
    {
        writeBytes(m_path, cutBytes());
        writeBytes(m_path + u"-journal"_s, m_cutJournal);
        QVERIFY(bytesOf(m_path) != m_bytes);
        QVERIFY(!m_cutJournal.isEmpty());
        PlanFile::Options reading;
        reading.readOnly = true;
        {
            const auto read = Session::open(m_path, reading);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
            QVERIFY(read.value().journal->plan().isSameAs(m_plan));
            QVERIFY(!read.value().file->isWritable());
            QVERIFY(!read.value().file->leftBehind());
        }
        QVERIFY(!QFile::exists(m_path + u"-journal"_s));
        QVERIFY(!PlanLock::holderOf(m_path)); // nothing stays of the reader
        QVERIFY(Session::open(m_path));
    }

    void cutShortWhereNobodyMayWrite_data()
    {
        QTest::addColumn<int>(
            "silentSeconds"); // of somebody at another computer; -1: nobody, but the file is write-protected
        QTest::addColumn<bool>("opens");
        QTest::newRow("somebody gave a sign just now") << 30 << false;
        QTest::newRow("somebody is silent for long") << 3600 << true;
        QTest::newRow("write-protected") << -1 << false;
    }

    void cutShortWhereNobodyMayWrite()
    {
        QFETCH(int, silentSeconds);
        QFETCH(bool, opens);
        writeBytes(m_path, cutBytes());
        writeBytes(m_path + u"-journal"_s, m_cutJournal);
        if (silentSeconds >= 0) {
            const QString time = QDateTime::currentDateTime().addSecs(-silentSeconds).toString(Qt::ISODate);
            writeBytes(PlanLock::pathFor(m_path),
                u"{\"computer\":\"別の席\",\"user\":\"乙\",\"token\":\"t\",\"since\":\"%1\",\"last_sign\":\"%1\"}"_s
                    .arg(time)
                    .toUtf8());
        } else {
            QFile::setPermissions(m_path, QFile::ReadOwner);
            if (QFileInfo(m_path).isWritable())
                QSKIP("this user may write everywhere");
        }
        PlanFile::Options reading;
        reading.readOnly = true;
        const auto read = Session::open(m_path, reading);
        QCOMPARE(bool(read), opens);
        if (opens) {
            QVERIFY(read.value().journal->plan().isSameAs(m_plan));
        } else {
            QCOMPARE(read.error().code, Error::Code::Storage);
            QCOMPARE(read.error().detail, PlanFile::kCutWrite);
            QCOMPARE(bytesOf(m_path), cutBytes());
            QCOMPARE(bytesOf(m_path + u"-journal"_s), m_cutJournal);
        }
    }

    void tables_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("a shown value") << QByteArray("UPDATE policy SET title = 'x'");
        QTest::newRow("a keyed value") << QByteArray(
            "UPDATE indicator_value SET value = '99.9' WHERE value IS NOT NULL");
        QTest::newRow("a decimal that is none")
            << QByteArray("UPDATE indicator_value SET value = 'abc' WHERE value IS NOT NULL");
        QTest::newRow("a row gone") << QByteArray("DELETE FROM statement");
        QTest::newRow("a row too many") << QByteArray(
            "INSERT INTO element VALUES (999, 'policy', '00000000-0000-4000-8000-000000000001', 1, 'm', 1); "
            "INSERT INTO policy (element, id, parent, position, title) VALUES "
            "(999, '00000000-0000-4000-8000-000000000001', 1, 'm', 'x')");
        QTest::newRow("a place") << QByteArray("UPDATE policy SET position = 'zzz'");
        QTest::newRow("life") << QByteArray("UPDATE element SET lives = 0 WHERE kind = 'issue'");
        QTest::newRow("a conflict that is none")
            << QByteArray("INSERT INTO candidate VALUES (1, 'title', 0, 'text', 'a'), (1, 'title', 1, 'text', 'b')");
        QTest::newRow("a write no longer live") << QByteArray("UPDATE write SET live = 0");
        QTest::newRow("a write gone") << QByteArray("DELETE FROM write WHERE aspect = 'mark' AND text = '※'");
        QTest::newRow("heads") << QByteArray("UPDATE head SET name = (SELECT name FROM changeset WHERE number = 0)");
        QTest::newRow("chains") << QByteArray("UPDATE changeset SET chain = 7, seq = number");
        QTest::newRow("knowledge") << QByteArray("INSERT INTO knowledge VALUES (0, 1, 0, 5)");
    }
    /// Tables that the journal can give back are made again, or the loss of a text is told; never shown as if it were true.
    void tables()
    {
        QFETCH(QByteArray, sql);
        for (const PlanFile::Options &options : bothWays()) {
            init();
            alter(m_path, sql.constData());
            auto s = Session::open(m_path, options);
            if (!s) {
                QCOMPARE(s.error().code, Error::Code::Damaged);
                QVERIFY2(sql.contains("DELETE FROM write"), qPrintable(s.error().detail));
                QVERIFY(s.error().detail.contains(u"footnote"_s) || s.error().detail.contains(u"text"_s));
                continue;
            }
            QVERIFY(s.value().journal->plan().isSameAs(m_plan));
            QCOMPARE(s.value().file->notes().size(), 1);
            QCOMPARE(s.value().file->notes().first().code, Error::Code::Damaged);
            const auto verified = s.value().file->verify();
            QVERIFY(verified);
            QVERIFY2(verified.value().isSound(), qPrintable(verified.value().derived.join(u' ')));
            s.value().edit({PlanChange::set(s.value().root(), u"title"_s, u"続き"_s)});
            QVERIFY(!s.value().error);
            QCOMPARE(s.value().journal->names().size(), 4);
            QCOMPARE(s.value().file->backups().files().size(), 2); // before mending, and at the first change
        }
    }

    void truths_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("a record") << QByteArray(
            "UPDATE changeset SET body = replace(body, '\"version\":1', '\"version\":1 ') WHERE number = 1");
        QTest::newRow("a record gone") << QByteArray(
            "DELETE FROM write WHERE changeset = 1; DELETE FROM changeset WHERE number = 1");
        QTest::newRow("a name") << QByteArray(
            "UPDATE changeset SET name = iif(name LIKE '0%', '1', '0') || substr(name, 2) WHERE number = 2");
        QTest::newRow("a text") << QByteArray("UPDATE write SET text = 'x' WHERE text = '二番目の題'");
        QTest::newRow("a shown text") << QByteArray("UPDATE write SET text = 'x' WHERE text = '三番目の題'");
        QTest::newRow("a text emptied") << QByteArray(
            "UPDATE write SET text = NULL, salt = NULL WHERE text = '三番目の題'");
        QTest::newRow("a waiting record") << QByteArray("INSERT INTO waiting VALUES ('00', '{}', '{}', 0)");
    }
    /// What is the truth and cannot be made again is refused in words, and the file is left as it is.
    void truths()
    {
        QFETCH(QByteArray, sql);
        alter(m_path, sql.constData());
        const QByteArray before = bytesOf(m_path);
        for (const PlanFile::Options &options : bothWays()) {
            const auto s = Session::open(m_path, options);
            QVERIFY(!s);
            QCOMPARE(s.error().code, Error::Code::Damaged);
            QVERIFY(!s.error().detail.isEmpty());
            QCOMPARE(bytesOf(m_path), before);
            QVERIFY(!QFile::exists(PlanLock::pathFor(m_path)));
        }
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t AFTER UPDATE ON policy BEGIN DELETE FROM write; END");
        QTest::newRow("view") << QByteArray("CREATE VIEW v AS SELECT * FROM policy");
        QTest::newRow("view in place of a table")
            << QByteArray("DROP TABLE heading; CREATE VIEW heading AS SELECT 1 AS plan, 'a' AS name, 'b' AS text");
        QTest::newRow("table more") << QByteArray("CREATE TABLE extra (x)");
        QTest::newRow("table less") << QByteArray("DROP TABLE heading");
        QTest::newRow("wrong type") << QByteArray(
            "DROP TABLE heading; CREATE TABLE heading (plan BLOB, name TEXT, text ANY)");
        QTest::newRow("index on an expression") << QByteArray("CREATE INDEX i ON policy (upper(title))");
        QTest::newRow("virtual table") << QByteArray("CREATE VIRTUAL TABLE f USING fts5(x)");
        QTest::newRow("column more") << QByteArray("ALTER TABLE policy ADD COLUMN x TEXT");
        QTest::newRow("write-ahead log") << QByteArray("PRAGMA journal_mode = WAL; UPDATE policy SET title = 'x'");
    }
    void hostile()
    {
        QFETCH(QByteArray, sql);
        for (const PlanFile::Options &options : bothWays()) {
            init();
            alter(m_path, sql.constData());
            const auto s = Session::open(m_path, options);
            if (QTest::currentDataTag() == QByteArray("write-ahead log")) { // put back, and mended
                QVERIFY(s);
                QVERIFY(s.value().journal->plan().isSameAs(m_plan));
                continue;
            }
            QVERIFY(!s);
            QCOMPARE(s.error().code, Error::Code::Damaged);
        }
    }

    /// The sum over what is shown is no secret, so it proves nothing about a file that was made to harm.
    void aCircleOfParentsIsNoPlan()
    {
        alter(m_path,
            "UPDATE goal SET parent = (SELECT element FROM reform_item); "
            "UPDATE reform_item SET parent = (SELECT element FROM goal)");
        auto connection = SqlConnection::open(m_path, SqlConnection::Mode::ReadOnly);
        QVERIFY(connection);
        PresentTables tables(*connection.value());
        const auto plan = tables.read();
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, Error::Code::Damaged);
    }

    void journalPages_data()
    {
        QTest::addColumn<QString>("table");
        for (const QString &table : {u"changeset"_s, u"write"_s, u"element"_s, u"sqlite_autoindex_changeset_1"_s,
                 u"sqlite_autoindex_element_1"_s, u"head"_s, u"erased"_s})
            QTest::newRow(qPrintable(table)) << table;
    }
    /// Pages that opening does not read: refused where all are checked at once, else found behind the opening, and nothing
    /// is written in between, whatever comes first.
    void journalPages()
    {
        QFETCH(QString, table);
        const qsizetype at = pageOf(table);
        QVERIFY(at > 0);
        overwrite(at, QByteArray(8, '\xff')); // the header of its first page
        const QByteArray before = bytesOf(m_path);
        const auto atOnce = Session::open(m_path);
        QVERIFY(!atOnce);
        QCOMPARE(atOnce.error().code, Error::Code::Damaged);

        for (const bool behind : {true, false}) {
            auto opened = PlanFile::open(m_path, later());
            if (!opened) { // it was read after all
                QCOMPARE(opened.error().code, Error::Code::Damaged);
                QVERIFY2(table == "element"_L1, qPrintable(table));
                continue;
            }
            PlanFile &file = *opened.value();
            QVERIFY(file.plan().isSameAs(m_plan));
            if (behind) {
                std::promise<void> told;
                file.checkBehind([&told] { told.set_value(); });
                told.get_future().wait();
            }
            Journal none;
            const auto written = file.commit({}, none);
            QVERIFY(!written);
            QCOMPARE(written.error().code, Error::Code::Damaged);
            QVERIFY(!written.error().detail.isEmpty());
            QCOMPARE(file.checked().error().code, Error::Code::Damaged);
            QVERIFY(!file.registerFile({}));
            QVERIFY(!file.copyTo(m_dir->filePath(u"copy.mezasu"_s)));
            opened.value().reset();
            QCOMPARE(bytesOf(m_path), before);
            QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
        }
    }

    void aSoundFileIsCheckedOnceAndWritten()
    {
        auto s = Session::open(m_path, later());
        QVERIFY(s);
        int told = 0;
        s.value().file->checkBehind([&told] { ++told; });
        QVERIFY(s.value().file->checked());
        s.value().edit({PlanChange::set(s.value().root(), u"title"_s, u"続き"_s)});
        QVERIFY(!s.value().error);
        s.value() = Session(); // waits for the thread
        QCOMPARE(told, 1);
        // And a file that is closed while it is looked at.
        s = Session::open(m_path, later());
        QVERIFY(s);
        s.value().file->checkBehind([] {});
        s.value() = Session();
        QVERIFY(Session::open(m_path));
    }

    void aHugeSchemaIsRefused()
    {
        QByteArray sql = "BEGIN;";
        for (int i = 0; i < 3000; ++i)
            sql += "CREATE TABLE t" + QByteArray::number(i) + " (a, b, c);";
        sql += "COMMIT";
        alter(m_path, sql.constData());
        const auto s = Session::open(m_path);
        QVERIFY(!s);
        QCOMPARE(s.error().code, Error::Code::Damaged);
    }

    void headers_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("newer") << QByteArray("PRAGMA user_version = 99") << Error::Code::NewerFormat;
        QTest::newRow("negative version") << QByteArray("PRAGMA user_version = -1") << Error::Code::NewerFormat;
        QTest::newRow("another program's") << QByteArray("PRAGMA application_id = 77") << Error::Code::Damaged;
        QTest::newRow("older, but with all tables") << QByteArray("PRAGMA user_version = 0") << Error::Code::Damaged;
    }
    void headers()
    {
        QFETCH(QByteArray, sql);
        QFETCH(Error::Code, code);
        alter(m_path, sql.constData());
        const QByteArray before = bytesOf(m_path);
        const auto s = Session::open(m_path);
        QVERIFY(!s);
        QCOMPARE(s.error().code, code);
        QCOMPARE(bytesOf(m_path), before);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).size(), 1);
    }

    void noPlans_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("基本方針\t目指す姿\n");
        QTest::newRow("zeros") << QByteArray(8192, '\0');
        QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    }
    void noPlans()
    {
        QFETCH(QByteArray, bytes);
        writeBytes(m_path, bytes);
        const auto s = Session::open(m_path);
        QVERIFY(!s);
        QCOMPARE(s.error().code, Error::Code::Damaged);
        QCOMPARE(bytesOf(m_path), bytes);
        QCOMPARE(Session::open(m_dir->filePath(u"none.mezasu"_s)).error().code, Error::Code::NotFound);
        QVERIFY(!QFile::exists(m_dir->filePath(u"none.mezasu"_s)));
    }

    /// Truncated anywhere: never taken for a whole plan.
    void truncatedAnywhere()
    {
        QRandomGenerator random(20260401);
        for (int i = 0; i < 60; ++i) {
            const qsizetype size =
                i < 30 ? m_bytes.size() / 30 * i : qsizetype(random.bounded(quint32(m_bytes.size())));
            writeBytes(m_path, m_bytes.left(size));
            const auto s = Session::open(m_path);
            QVERIFY2(!s, qPrintable(QString::number(size)));
            QCOMPARE(s.error().code, Error::Code::Damaged);
        }
    }

    /// Garbage anywhere: the plan is whole, or what is wrong is said; then verify() of an opened file decides for the journal.
    void garbageAnywhere_data()
    {
        QTest::addColumn<bool>("checkLater");
        QTest::newRow("all pages checked at once") << false;
        QTest::newRow("the journal's pages checked later") << true;
    }
    void garbageAnywhere()
    {
        QFETCH(bool, checkLater);
        QRandomGenerator random(42);
        int refused = 0;
        for (int i = 0; i < 120; ++i) {
            QByteArray bytes = m_bytes;
            const qsizetype at = random.bounded(quint32(bytes.size()));
            const qsizetype length = 1 + random.bounded(i % 2 == 0 ? 4U : 600U);
            for (qsizetype k = at; k < std::min(bytes.size(), at + length); ++k)
                bytes[k] = char(random.bounded(256));
            writeBytes(m_path, bytes);
            auto s = Session::open(m_path, checkLater ? later() : PlanFile::Options());
            if (s && !s.value().file->checked()) {
                QVERIFY2(s.value().journal->plan().isSameAs(m_plan), qPrintable(u"round %1, at %2"_s.arg(i).arg(at)));
                const auto done = s.value().file->commit({}, *s.value().journal);
                QCOMPARE(done.error().code, Error::Code::Damaged);
                QCOMPARE(bytesOf(m_path), bytes);
                s = done.error();
            }
            if (!s) {
                ++refused;
                QVERIFY2(s.error().code == Error::Code::Damaged || s.error().code == Error::Code::NewerFormat,
                    qPrintable(u"%1: %2"_s.arg(i).arg(s.error().detail)));
                continue;
            }
            QVERIFY2(s.value().journal->plan().isSameAs(m_plan), qPrintable(u"round %1, at %2"_s.arg(i).arg(at)));
            const auto verified = s.value().file->verify();
            if (verified && verified.value().isSound()) {
                QCOMPARE(s.value().journal->names(), m_names);
                for (const ChangeSet &changeSet : s.value().all())
                    QVERIFY(!changeSet.body.isEmpty());
            }
        }
        QVERIFY2(refused >= 5 && refused < 120, qPrintable(QString::number(refused)));
    }

    void aBrokenStepLeavesTheFileAsItWas()
    {
        const QList<schema::Step> steps = schema::steps()
            + QList<schema::Step>{
                {u"CREATE TABLE more (x INTEGER) STRICT"_s}, {u"CREATE TABLE b (x INTEGER)"_s, u"CREATE TABL typo"_s}};
        const QByteArray before = bytesOf(m_path);
        auto connection = SqlConnection::open(m_path, SqlConnection::Mode::ReadWrite);
        QVERIFY(connection);
        QList<int> stepsBegun;
        const auto done = schema::migrate(*connection.value(), steps, [&stepsBegun](int version) -> Result<> {
            stepsBegun.append(version);
            return {};
        });
        QVERIFY(!done);
        const int newest = schema::newestVersion();
        QCOMPARE(stepsBegun, (QList<int>{newest, newest + 1}));
        QCOMPARE(connection.value()->value(u"PRAGMA user_version"_s).value().toInt(), newest + 1);
        QVERIFY(schema::compare(
            *connection.value(), steps, newest + 1)); // the first step stands, nothing of the broken one does
        connection.value().reset();

        writeBytes(m_path, before);
        connection = SqlConnection::open(m_path, SqlConnection::Mode::ReadWrite);
        const auto stopped = schema::migrate(*connection.value(), steps,
            [](int) -> Result<> { return makeError(Error::Code::Storage, u"no copy, no step"_s); });
        QVERIFY(!stopped);
        connection.value().reset();
        QCOMPARE(bytesOf(m_path), before);
    }

    void theFileOfVersionOneOpens()
    {
        // It is the previous version; memos and limits came after it.
        QCOMPARE(schema::newestVersion(), 2);
        const QString kept = QStringLiteral(MEZASU_TEST_DATA) + u"/files/version-1.mezasu"_s;
        QVERIFY2(QFile::exists(kept), qPrintable(kept));
        writeBytes(m_path, bytesOf(kept));
        auto s = Session::open(m_path);
        QVERIFY2(s, qPrintable(s ? QString() : s.error().detail));
        QVERIFY(s.value().file->notes().isEmpty());
        const auto verified = s.value().file->verify();
        QVERIFY(verified && verified.value().isSound());
        QCOMPARE(s.value().title(s.value().root()), u"見本計画"_s);
        QCOMPARE(s.value().title(s.value().first(Kind::Policy)), u"題 ③"_s);
        QCOMPARE(s.value().journal->plan().size(), 10);
        QCOMPARE(s.value().journal->names().size(), 6);
        QCOMPARE(s.value().journal->plan().conflicts().size(), 1);
        const Value note = s.value().journal->plan().value(s.value().first(Kind::Indicator), u"values/2022/baseline");
        QVERIFY(note.entry() && note.entry()->noteErased);
        QCOMPARE(note.entry()->value->toString(), u"60.50"_s);
        const ElementId policy = s.value().first(Kind::Policy);
        s.value().edit({PlanChange::set(policy, u"memo"_s, u"庁内のみ"_s),
            PlanChange::set(s.value().root(), field::limit(Kind::Issue, u"text"), Value(120))});
        QVERIFY(!s.value().error);
        s.value() = Session(); // lets go of the lock
        s = Session::open(m_path);
        QVERIFY(s);
        QVERIFY(s.value().file->verify().value().isSound());
        QCOMPARE(s.value().journal->plan().text(policy, u"memo"), u"庁内のみ"_s);
        QCOMPARE(s.value().journal->plan().limit(Kind::Issue, u"text"), std::optional<qint64>(120));
        s.value().edit({PlanChange::set(s.value().root(), field::limit(Kind::Issue, u"text"), {})});
        QVERIFY(!s.value().error);
        s.value() = Session();
        s = Session::open(m_path);
        QVERIFY(s);
        QVERIFY(!s.value().journal->plan().limit(Kind::Issue, u"text"));
    }
};

QTEST_GUILESS_MAIN(TestPlanFileDamage)
#include "tst_planfile_damage.moc"
