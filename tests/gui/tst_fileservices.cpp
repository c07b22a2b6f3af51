// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace mezasu;
using namespace Qt::StringLiterals;

/// What the window does with files, without the window: the thread from the sample to a table and back.
class TestFileServices : public QObject
{
    Q_OBJECT

    FileServices m_services{u"試験"_s};

    static qsizetype count(const Plan &plan, Kind kind)
    {
        const QList<ElementId> all = plan.preorder();
        return std::count_if(all.begin(), all.end(), [kind](const ElementId &id) { return id.kind == kind; });
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void aTableGoesOutAndComesBack_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"xlsx", "csv", "tsv"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void aTableGoesOutAndComesBack()
    {
        QFETCH(QString, format);
        QTemporaryDir folder;
        auto sample = m_services.sample();
        QVERIFY(sample);
        const QString table = folder.filePath(u"表."_s + format);
        QVERIFY(m_services.exportPlan(*sample.value().document, format, table));
        const QString path = folder.filePath(u"計画.mezasu"_s);
        {
            auto made = m_services.create(path);
            QVERIFY(made);
            PlanDocument &document = *made.value().document;
            const auto preview = m_services.previewImport(document, table);
            QVERIFY(preview);
            QVERIFY2(preview.value().take, qPrintable(preview.value().messages.join(u'\n')));
            QVERIFY(preview.value().take());
            QCOMPARE(document.undoStep().what, Step::What::Import);
            QVERIFY(document.undo());
            QCOMPARE(count(document.plan(), Kind::Policy), 0);
            QVERIFY(document.redo());
        }
        auto opened = m_services.open(path);
        QVERIFY(opened);
        const Plan &plan = opened.value().document->plan();
        for (const Kind kind : {Kind::Policy, Kind::Goal, Kind::ReformItem, Kind::Issue, Kind::Statement})
            QCOMPARE(count(plan, kind), count(sample.value().document->plan(), kind));
        // The same table again has nothing to do.
        const auto again = m_services.previewImport(*opened.value().document, table);
        QVERIFY(again);
        QVERIFY(!again.value().take);
    }

    void aPdfIsWritten()
    {
        QTemporaryDir folder;
        auto sample = m_services.sample();
        QVERIFY(sample);
        const QString path = folder.filePath(u"資料.pdf"_s);
        QVERIFY(m_services.exportPlan(*sample.value().document, u"pdf"_s, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF-"));
    }

    void aRefusedTableSaysWhy()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"空.tsv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        auto sample = m_services.sample();
        const auto preview = m_services.previewImport(*sample.value().document, file.fileName());
        QVERIFY(preview);
        QVERIFY(!preview.value().take);
        QVERIFY(!preview.value().messages.isEmpty());
    }

    void whatCannotBeWrittenIsAnError()
    {
        auto sample = m_services.sample();
        for (const QString &format : {u"json"_s, u"csv"_s, u"pdf"_s}) {
            const auto done = m_services.exportPlan(*sample.value().document, format, u"/nowhere/at/all/x"_s);
            QVERIFY(!done);
            QCOMPARE(done.error().code, Error::Code::Storage);
        }
    }
};

QTEST_MAIN(TestFileServices)
#include "tst_fileservices.moc"
