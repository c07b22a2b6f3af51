// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"
#include "core/report/trendchart.h"
#include "core/store/sqlconnection.h"
#include "ui/dialogs/importdialog.h"
#include "ui/imports.h"
#include "ui/mainwindow.h"
#include "ui/models/changerows.h"
#include "ui/work.h"

#include <QComboBox>
#include <QLineEdit>
#include <QProgressDialog>
#include <QPushButton>
#include <QSemaphore>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QtTest>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

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

    static ElementId only(const Plan &plan, Kind kind)
    {
        for (const ElementId &id : plan.preorder()) {
            if (id.kind == kind)
                return id;
        }
        return {};
    }

    /// Clicks 中止 as soon as it is offered.
    class Canceller : public QTimer
    {
    public:
        bool clicked = false;
        QString said; ///< what was being done
        Canceller()
        {
            callOnTimeout([this] {
                for (QWidget *widget : QApplication::topLevelWidgets()) {
                    if (widget->objectName() != "workDialog"_L1 || !widget->isVisible())
                        continue;
                    clicked = true;
                    said = static_cast<QProgressDialog *>(widget)->labelText();
                    widget->findChild<QPushButton *>()->click();
                }
            });
            start(1);
        }
    };

    /// Another program that has a file for itself, so that whoever opens it has to wait.
    class Occupier
    {
    public:
        explicit Occupier(const QString &path)
        {
            auto opened = SqlConnection::open(path, SqlConnection::Mode::ReadWrite);
            if (!opened || !opened.value()->exec(u"BEGIN EXCLUSIVE"_s))
                qFatal("the file could not be occupied");
            m_connection = std::move(opened).value();
        }

    private:
        std::unique_ptr<SqlConnection> m_connection;
    };

    /// Workers that have other things to do, so that what is asked of them does not begin before this goes.
    class BusyWorkers
    {
    public:
        BusyWorkers()
        {
            for (int i = 0; i < ui::Work::workers()->maxThreadCount(); ++i)
                ui::Work::workers()->start([gate = m_gate] { gate->acquire(); });
        }
        ~BusyWorkers()
        {
            m_gate->release(ui::Work::workers()->maxThreadCount());
            ui::Work::workers()->waitForDone(); // and with what was cancelled
        }
        Q_DISABLE_COPY_MOVE(BusyWorkers)

    private:
        std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
    };

    static QByteArray load(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void save(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QStringList filesIn(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
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
            const auto preview = m_services.previewImport(document, {table}, {});
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
        const auto again = m_services.previewImport(*opened.value().document, {table}, {});
        QVERIFY(again);
        QVERIFY(!again.value().take);
        // A goal has no name of its own: it is called by its first sentence, in the table and in the plan.
        const auto rows = again.value().rows;
        const auto goal = std::find_if(rows.begin(), rows.end(), [](const auto &row) { return row.kind == "goal"_L1; });
        QVERIFY(goal != rows.end());
        const QString sentence = u"市政の動きが分かりやすく伝わり"_s;
        QVERIFY2(goal->words.contains(sentence), qPrintable(goal->words));
        const auto choices = again.value().elements.value(u"goal"_s);
        QVERIFY(std::any_of(choices.begin(), choices.end(),
            [&](const auto &choice) { return choice.id == goal->element && choice.words.contains(sentence); }));
    }

    void anImportIsCorrectedInItsDialog()
    {
        QTemporaryDir folder;
        const QString table = folder.filePath(u"表.tsv"_s);
        const auto write = [&table](const QString &rows) {
            QFile file(table);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write((u"基本方針\t目指す姿\t改革項目\t改革項目名称\t気分\n"_s + rows).toUtf8());
        };
        write(u"方針\t暮らしやすい\t1-1\t窓口を変える\t良い\n"_s);
        auto made = m_services.create(folder.filePath(u"計画.mezasu"_s));
        QVERIFY(made);
        PlanDocument &document = *made.value().document;
        const ui::ImportPreviewer previewer = [&](const ui::ImportWishes &wishes) {
            return m_services.previewImport(document, {table}, wishes);
        };

        // A new plan: what a table does not have is asked for; the unknown column can be given a meaning.
        const auto first = previewer({});
        QVERIFY(first && first.value().take && first.value().asksSettings);
        QCOMPARE(first.value().unknownColumns.size(), 1);
        ui::ImportDialog dialog(table, first.value(), previewer);
        dialog.findChild<QLineEdit *>(u"importTitleEdit"_s)->setText(u"新しい計画"_s);
        dialog.findChild<QSpinBox *>(u"importFirstYearSpin"_s)->setValue(2027);
        auto *role = dialog.findChild<QTableWidget *>(u"importColumnsTable"_s)->findChild<QComboBox *>();
        role->setCurrentIndex(role->findData(u"reform_item.description"_s));
        Q_EMIT role->activated(role->currentIndex());
        dialog.accept();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(dialog.preview().take());
        const Plan &plan = document.plan();
        QCOMPARE(plan.text(plan.root(), u"title"), u"新しい計画"_s);
        QCOMPARE(plan.number(plan.root(), u"first_year"), 2027);
        QVERIFY(!plan.number(plan.root(), u"last_year"));
        const ElementId item = only(plan, Kind::ReformItem);
        QCOMPARE(plan.text(item, u"description"), u"良い"_s);

        // A rewritten row that the program takes for the old one, and a person says is new.
        write(u"方針\t暮らしやすい\t1-1\t窓口を大きく変える\t良い\n"_s);
        const auto revised = previewer({});
        QVERIFY(revised && !revised.value().asksSettings);
        ui::ImportDialog second(table, revised.value(), previewer);
        auto *rows = second.findChild<QTableWidget *>(u"importRowsTable"_s);
        auto *element = second.findChild<QComboBox *>(u"importElementCombo"_s);
        int at = -1;
        for (int i = 0; i < revised.value().rows.size(); ++i) {
            if (revised.value().rows.at(i).kind == u"reform_item"_s)
                at = i;
        }
        QVERIFY(at >= 0);
        QCOMPARE(revised.value().rows.at(at).element, item.toString());
        rows->selectRow(at);
        QCOMPARE(element->currentData().toString(), item.toString());
        element->setCurrentIndex(0);
        Q_EMIT element->activated(0);
        QCOMPARE(second.preview().rows.at(at).element, QString());
        // The tree as it will be says so in words.
        QStringList marks;
        for (const ui::ChangeRow &row : second.preview().tree) {
            if (row.what != ui::ChangeRow::What::Same)
                marks.append(ui::changeWord(row.what) + u' ' + row.words);
        }
        QVERIFY2(marks.contains(u"追加 改革項目　1-1 窓口を大きく変える"_s), qPrintable(marks.join(u'\n')));
        second.accept();
        QVERIFY(second.preview().take());
        QCOMPARE(count(document.plan(), Kind::ReformItem), 2);
        QCOMPARE(document.plan().text(item, u"title"), u"窓口を変える"_s);
        if (const QString shots = qEnvironmentVariable("MEZASU_SHOTS"); !shots.isEmpty())
            second.grab().save(shots + u"/import.png"_s);
    }

    void aCopiedTableIsTaken()
    {
        QTemporaryDir folder;
        auto made = m_services.create(folder.filePath(u"計画.mezasu"_s));
        QVERIFY(made);
        PlanDocument &document = *made.value().document;
        const ui::ImportSource text{
            {}, {}, u"基本方針\t目指す姿\t改革項目\t改革項目名称\n方針\t暮らしやすい\t1-1\t窓口\n"_s};
        const auto first = m_services.previewImport(document, text, {});
        QVERIFY(first);
        QVERIFY2(first.value().take, qPrintable(first.value().messages.join(u'\n')));
        QVERIFY(first.value().take());
        QCOMPARE(document.plan().text(only(document.plan(), Kind::ReformItem), u"title"), u"窓口"_s);
        const ui::ImportSource html{{},
            u"<table><tr><th>基本方針</th><th>目指す姿</th><th>改革項目</th><th>改革項目名称</th></tr>"
            "<tr><td>方針</td><td>暮らしやすい</td><td>1-1</td><td>窓口を変える</td></tr></table>"_s,
            u"x"_s};
        const auto second = m_services.previewImport(document, html, {});
        QVERIFY(second && second.value().take);
        QVERIFY(second.value().take());
        QCOMPARE(document.plan().text(only(document.plan(), Kind::ReformItem), u"title"), u"窓口を変える"_s);
        const auto nothing = m_services.previewImport(document, {{}, {}, u"ただの文"_s}, {});
        QVERIFY(nothing && !nothing.value().take && !nothing.value().messages.isEmpty());
    }

    void copiesAndPacketsAreRead()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"計画.mezasu"_s);
        auto made = m_services.create(path);
        QVERIFY(made);
        PlanDocument &document = *made.value().document;
        const QString early = folder.filePath(u"写し.mezasu"_s);
        QVERIFY(QFile::copy(path, early));
        QVERIFY(document.apply({PlanChange::insert(ElementId::create(Kind::Policy), document.plan().root())}));
        const QString packet = folder.filePath(u"持ち出し.mezasu-packet"_s);
        QCOMPARE(m_services.pack(document, packet).value(), 2);
        auto copy = m_services.open(early);
        QVERIFY(copy);
        const auto sets = m_services.readCopy(*copy.value().document, packet);
        QVERIFY(sets);
        QVERIFY(copy.value().document->merge(sets.value()));
        QCOMPARE(count(copy.value().document->plan(), Kind::Policy), 1);
        QCOMPARE(m_services.readCopy(*copy.value().document, path).value().size(), 0); // nothing that it has not
        auto other = m_services.create(folder.filePath(u"別.mezasu"_s));
        QCOMPARE(m_services.readCopy(*other.value().document, packet).error().code, Error::Code::Conflict);
    }

    // -- long work is cancelled

    void openingIsCancelledAndThePlanThatIsOpenStays()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"遠い計画.mezasu"_s);
        QVERIFY(m_services.create(path));
        ui::DesktopQuestions questions;
        ui::MainWindow window(&m_services, &questions);
        window.openSample();
        window.show();
        const PlanDocument *before = window.document();
        {
            const Occupier other(path);
            Canceller canceller;
            QVERIFY(!window.openPlan(path));
            QVERIFY(canceller.clicked);
        }
        QCOMPARE(window.document(), before);
        QCOMPARE(window.said(), u"中止しました。"_s);
        // At once again: what was cancelled has let go of it.
        QVERIFY(window.openPlan(path));
        QVERIFY(!window.document()->isReadOnly());
        QVERIFY(window.document()->apply(
            {PlanChange::insert(ElementId::create(Kind::Policy), window.document()->plan().root())}));
        QTRY_COMPARE(window.document()->saveState(), PlanDocument::SaveState::Saved);
    }

    void comparingWithABackupIsCancelled()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"計画.mezasu"_s);
        auto made = m_services.create(path);
        QVERIFY(made);
        PlanDocument &document = *made.value().document;
        const QString backup = folder.filePath(u"控え.mezasu"_s);
        QVERIFY(QFile::copy(path, backup));
        QVERIFY(document.apply({PlanChange::insert(ElementId::create(Kind::Policy), document.plan().root())}));
        const Plan before = document.plan();
        const ui::BackupFile file{backup, QDateTime(QDate(2026, 4, 1), QTime(9, 0)), 0, false};
        {
            const Occupier other(backup);
            Canceller canceller;
            const auto restoring = m_services.previewRestoring(document, file);
            QVERIFY(canceller.clicked);
            QVERIFY(!restoring);
            QCOMPARE(restoring.error().code, Error::Code::Cancelled);
        }
        QVERIFY(document.plan().isSameAs(before));
        const auto restoring = m_services.previewRestoring(document, file);
        QVERIFY(restoring && restoring.value().take);
        QVERIFY(restoring.value().take());
        QCOMPARE(count(document.plan(), Kind::Policy), 0);
    }

#ifdef Q_OS_UNIX
    /// A table that does not come, as from a share that hangs.
    void readingATableIsCancelled()
    {
        QTemporaryDir folder;
        const QString table = folder.filePath(u"表.tsv"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(table).constData(), 0600), 0);
        auto made = m_services.create(folder.filePath(u"計画.mezasu"_s));
        QVERIFY(made);
        const Plan before = made.value().document->plan();
        Canceller canceller;
        const auto preview = m_services.previewImport(*made.value().document, {table}, {});
        QVERIFY(canceller.clicked);
        QVERIFY(!preview);
        QCOMPARE(preview.error().code, Error::Code::Cancelled);
        QVERIFY(made.value().document->plan().isSameAs(before));
        QVERIFY(!made.value().document->canUndo());
        QFile release(table); // lets the worker go
        QVERIFY(release.open(QIODevice::WriteOnly));
    }
#endif

    void makingAPlanOfJsonIsCancelled()
    {
        QTemporaryDir folder;
        auto sample = m_services.sample();
        QVERIFY(sample);
        const QString json = folder.filePath(u"計画.json"_s), path = folder.filePath(u"新しい.mezasu"_s);
        QVERIFY(m_services.exportPlan(*sample.value().document, u"json"_s, json));
        Canceller canceller;
        {
            const BusyWorkers busy;
            const auto made = m_services.importPlan(json, path);
            QVERIFY(canceller.clicked);
            QVERIFY(!made);
            QCOMPARE(made.error().code, Error::Code::Cancelled);
        }
        QCOMPARE(canceller.said, u"計画を読んでいます"_s);
        canceller.stop();
        QCOMPARE(filesIn(folder), QStringList{u"計画.json"_s});
        QVERIFY(m_services.importPlan(json, path)); // the way is free
    }

    void savingACopyIsCancelledAndWhatWasThereStays_data()
    {
        QTest::addColumn<bool>("isInAFile");
        QTest::newRow("of a plan file") << true;
        QTest::newRow("of the sample, which is in no file") << false;
    }
    void savingACopyIsCancelledAndWhatWasThereStays()
    {
        QFETCH(bool, isInAFile);
        QTemporaryDir folder;
        auto made = isInAFile ? m_services.create(folder.filePath(u"計画.mezasu"_s)) : m_services.sample();
        QVERIFY(made);
        PlanDocument &document = *made.value().document;
        QVERIFY(document.apply({PlanChange::insert(ElementId::create(Kind::Policy), document.plan().root())}));
        const Plan before = document.plan();
        const QString copy = folder.filePath(u"写し.mezasu"_s);
        save(copy, "what was there");
        const QStringList files = filesIn(folder);
        Canceller canceller;
        {
            const BusyWorkers busy;
            const auto done = m_services.saveCopy(document, copy);
            QVERIFY(canceller.clicked);
            QVERIFY(!done);
            QCOMPARE(done.error().code, Error::Code::Cancelled);
        }
        QCOMPARE(canceller.said, u"写しを保存しています"_s);
        canceller.stop();
        QCOMPARE(load(copy), QByteArray("what was there"));
        QCOMPARE(filesIn(folder), files);
        QVERIFY(document.plan().isSameAs(before));
        QVERIFY(m_services.saveCopy(document, copy));
        QVERIFY(load(copy).startsWith("SQLite"));
    }

    void anExportIsCancelledAndWhatWasThereStays_data()
    {
        QTest::addColumn<QString>("format");
        for (const ui::ExportFormat &format : m_services.exportFormats())
            QTest::newRow(qPrintable(format.id)) << format.id;
    }
    void anExportIsCancelledAndWhatWasThereStays()
    {
        QFETCH(QString, format);
        QTemporaryDir folder;
        auto sample = m_services.sample();
        QVERIFY(sample);
        PlanDocument &document = *sample.value().document;
        const Plan before = document.plan();
        const QString path = folder.filePath(u"資料"_s);
        save(path, "what was there");
        Canceller canceller;
        {
            const BusyWorkers busy;
            const auto done = m_services.exportPlan(document, format, path);
            QVERIFY(canceller.clicked);
            QVERIFY(!done);
            QCOMPARE(done.error().code, Error::Code::Cancelled);
        }
        QCOMPARE(canceller.said, u"書き出しています"_s);
        canceller.stop();
        QCOMPARE(load(path), QByteArray("what was there"));
        QCOMPARE(filesIn(folder), QStringList{u"資料"_s});
        QVERIFY(document.plan().isSameAs(before));
        QVERIFY(!document.canUndo());
    }

    void theWindowSaysThatItWasCancelled()
    {
        QTemporaryDir folder;
        ui::DesktopQuestions questions;
        ui::MainWindow window(&m_services, &questions);
        window.openSample();
        window.show();
        Canceller canceller;
        {
            const BusyWorkers busy;
            window.imports()->table(folder.filePath(u"ない.tsv"_s));
        }
        QVERIFY(canceller.clicked);
        QCOMPARE(window.said(), u"中止しました。"_s);
    }

    void aWholePlanBecomesAFile()
    {
        QTemporaryDir folder;
        auto sample = m_services.sample();
        QVERIFY(sample);
        const QString json = folder.filePath(u"計画.json"_s);
        QVERIFY(m_services.exportPlan(*sample.value().document, u"json"_s, json));
        const QString path = folder.filePath(u"新しい.mezasu"_s);
        {
            const auto made = m_services.importPlan(json, path);
            QVERIFY(made);
            QCOMPARE(made.value().document->plan().size(), sample.value().document->plan().size());
            QCOMPARE(made.value().document->path(), path);
            QVERIFY(!made.value().document->isReadOnly());
        }
        QCOMPARE(m_services.importPlan(json, path).error().code, Error::Code::InvalidInput);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
            QStringList({u"新しい.mezasu"_s, u"計画.json"_s})); // nothing half done is left
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

    void chartsOfAPdfAreDrawnInTheThreadOfTheWindow()
    {
        QTemporaryDir folder;
        auto sample = m_services.sample();
        PlanDocument &document = *sample.value().document;
        QImage image(400, 300, QImage::Format_RGB32);
        QPainter painter(&image); // what charts share is made with the first one, here
        report::TrendChart(report::TrendData()).paint(painter, image.rect(), 96);
        static QStringList said;
        said.clear();
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { said.append(message); });
        const auto done = m_services.exportPlan(document, u"pdf_indicators"_s, folder.filePath(u"指標.pdf"_s));
        qInstallMessageHandler(before);
        QVERIFY(done);
        QCOMPARE(said.filter(u"different thread"_s), QStringList());
    }

    void aRefusedTableSaysWhy()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"空.tsv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        auto sample = m_services.sample();
        const auto preview = m_services.previewImport(*sample.value().document, {file.fileName()}, {});
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
