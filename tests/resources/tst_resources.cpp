// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>
#include <QtTest>

using namespace Qt::StringLiterals;

/// What is compiled in is what lies in the folder, and can be read.
class TestResources : public QObject
{
    Q_OBJECT

private:
    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void theSamplePlanIsCompiledIn()
    {
        const QByteArray bytes = read(u":/mezasu/sample/plan.json"_s);
        QCOMPARE(bytes, read(QDir::cleanPath(QStringLiteral(MEZASU_TEST_DATA "/../../resources/sample/plan.json"))));
        const QJsonObject plan = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(plan.value(u"format"_s).toString(), u"mezasu-plan"_s);
    }
    void theIconIsWellFormed()
    {
        QXmlStreamReader reader(read(u":/mezasu/icons/mezasu.svg"_s));
        QVERIFY(reader.readNextStartElement());
        QCOMPARE(reader.name(), u"svg"_s);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }
};

QTEST_GUILESS_MAIN(TestResources)
#include "tst_resources.moc"
