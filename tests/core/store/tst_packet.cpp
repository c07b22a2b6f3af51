// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "core/store/rescuefile.h"

#include <QDir>
#include <QTest>

using namespace mezasu;
using namespace mezasu::test;
using namespace Qt::StringLiterals;

/// Packets and rescue files: whole, or said what is wrong with them.
class TestPacket : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString m_packet;
    QByteArray m_bytes;
    ElementId m_plan;
    QList<ChangeSet> m_sets;

    Result<Packet> readBytes(const QByteArray &bytes, const std::optional<ElementId> &plan = {})
    {
        writeBytes(m_packet, bytes);
        return Packet::read(m_packet, plan);
    }

private Q_SLOTS:
    void initTestCase()
    {
        Session s = makeSample(m_dir.filePath(u"plan.mezasu"_s));
        s.edit({PlanChange::set(s.root(), u"title"_s, u"行\n末\u2028𠮷\"\\"_s)});
        m_plan = s.root();
        m_sets = s.all();
        m_packet = m_dir.filePath(u"a.mezasu-packet"_s);
        QVERIFY(Packet::write(m_packet, {m_plan, u"計画.mezasu"_s}, m_sets));
        m_bytes = bytesOf(m_packet);
    }

    void comesBackAsItWas()
    {
        const auto packet = readBytes(m_bytes, m_plan);
        QVERIFY(packet);
        QCOMPARE(packet.value().header.plan, m_plan);
        QCOMPARE(packet.value().header.from, u"計画.mezasu"_s);
        QCOMPARE(packet.value().changeSets.size(), m_sets.size());
        for (qsizetype i = 0; i < m_sets.size(); ++i) {
            QCOMPARE(packet.value().changeSets.at(i).name, m_sets.at(i).name);
            QCOMPARE(packet.value().changeSets.at(i).body, m_sets.at(i).body);
            QCOMPARE(packet.value().changeSets.at(i).texts, m_sets.at(i).texts);
        }
        QVERIFY(Packet::write(m_packet, packet.value().header, packet.value().changeSets));
        QCOMPARE(bytesOf(m_packet), m_bytes);
    }

    void truncatedAnywhere()
    {
        for (qsizetype size = 0; size < m_bytes.size(); size += 1 + m_bytes.size() / 300) {
            const auto packet = readBytes(m_bytes.left(size));
            QVERIFY(!packet);
            const bool inHeader = size <= m_bytes.indexOf('\n') - 1;
            QCOMPARE(packet.error().code, inHeader ? Error::Code::InvalidInput : Error::Code::Damaged);
            if (!inHeader)
                QCOMPARE(packet.error().detail, u"truncated"_s);
            QVERIFY(packet.error().subject.contains(u"line "_s));
        }
    }

    void alteredAnywhere()
    {
        for (qsizetype at = 0; at < m_bytes.size(); at += 1 + m_bytes.size() / 300) {
            QByteArray bytes = m_bytes;
            bytes[at] = bytes.at(at) == 'a' ? 'b' : 'a';
            QVERIFY2(!readBytes(bytes), qPrintable(QString::number(at)));
        }
    }

    void whatIsWrongIsTold()
    {
        QCOMPARE(readBytes(m_bytes, ElementId::create(Kind::Plan)).error().code, Error::Code::Conflict);
        QByteArray newer = m_bytes;
        newer.replace("\"version\":1}\n", "\"version\":2}\n");
        QCOMPARE(readBytes(newer).error().code, Error::Code::NewerFormat);
        QCOMPARE(readBytes("基本方針\t目指す姿\n").error().code, Error::Code::InvalidInput);
        QCOMPARE(readBytes({}).error().code, Error::Code::InvalidInput);
        QByteArray name = m_bytes;
        name.replace("\\\"version\\\":1", "\\\"version\\\":3");
        const auto wrong = readBytes(name);
        QCOMPARE(wrong.error().code, Error::Code::Damaged);
        QVERIFY(wrong.error().detail.startsWith(u"name: "_s));
        QVERIFY(wrong.error().subject.endsWith(u"line 2"_s));
        QCOMPARE(readBytes(m_bytes + "x").error().detail, u"altered"_s);
        QCOMPARE(Packet::read(m_dir.filePath(u"none"_s)).error().code, Error::Code::NotFound);
        // a line left out, the last one untouched
        const QList<QByteArray> lines = m_bytes.split('\n');
        QCOMPARE(readBytes(lines.at(0) + '\n' + lines.at(1) + '\n' + lines.at(3) + '\n').error().detail, u"altered"_s);
    }

    void aRescueFileGrowsAndIsFound()
    {
        const QString folder = m_dir.filePath(u"rescue/深い"_s);
        RescueFile rescue(folder, m_plan, u"/share/計画.mezasu"_s);
        QVERIFY(rescue.path().isEmpty());
        QVERIFY(rescue.add({m_sets.at(0)}));
        QVERIFY(rescue.add(m_sets)); // the first is not added again
        const auto found = RescueFile::find(folder, m_plan);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().changeSets.size(), m_sets.size());
        QVERIFY(found.first().inUse);
        QVERIFY(!RescueFile::remove(found.first().path));
        QCOMPARE(found.first().header.from, u"/share/計画.mezasu"_s);
        QVERIFY(RescueFile::find(folder, ElementId::create(Kind::Plan)).isEmpty());
        const QString path = rescue.path();
        rescue.discard();
        QVERIFY(!QFile::exists(path));
    }

    void aCutRescueFileGivesItsWholeLines()
    {
        const QString folder = m_dir.filePath(u"cut"_s);
        QString path;
        {
            RescueFile rescue(folder, m_plan, {});
            QVERIFY(rescue.add(m_sets));
            path = rescue.path();
        }
        const QByteArray whole = bytesOf(path);
        const qsizetype lastLine = whole.lastIndexOf('\n', whole.size() - 2) + 1;
        for (const qsizetype size :
            {lastLine, lastLine + 1, (lastLine + whole.size()) / 2, whole.size() - 1, whole.size()}) {
            writeBytes(path, whole.left(size));
            const auto found = RescueFile::find(folder, m_plan);
            QCOMPARE(found.size(), 1);
            QVERIFY(!found.first().inUse);
            QCOMPARE(found.first().changeSets.size(), m_sets.size() - (size == whole.size() ? 0 : 1));
            QCOMPARE(found.first().cut, size != whole.size() && size != lastLine);
        }
        writeBytes(path, "x" + whole);
        QStringList unreadable;
        QVERIFY(RescueFile::find(folder, m_plan, &unreadable).isEmpty());
        QCOMPARE(unreadable, QStringList{path});
        QVERIFY(RescueFile::remove(path));
        QVERIFY(!QFile::exists(path));
    }
};

QTEST_GUILESS_MAIN(TestPacket)
#include "tst_packet.moc"
