// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"
#include "ui/dialogs/importdialog.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/planview.h"
#include "ui/preview/paperview.h"
#include "ui/preview/previewdialog.h"
#include "ui/settings.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

namespace {
const QString kTable = u"基本方針\t目指す姿\t指標\t現状と課題\t改革項目番号\t改革項目\n"
                       "1 開かれた市政\t声が生きています\t満足度\t会議の記録が読みにくい。\t1-1\t会議の公開\n"
                       "1 開かれた市政\t手続が一度で済みます\t窓口の数\t窓口が遠い。\t1-2\t窓口の集約\n"_s;

/// A person who fills in what the dialog asks and chooses the next of the paths each time.
class Answers : public Questions
{
public:
    QStringList toSave;
    QStringList suggestions;
    QString toOpen;
    bool takesImport = true;
    QStringList tabs; ///< of the dialog, as they were seen
    QString pathToOpen(QWidget *, const QString &, const QString &) override { return toOpen; }
    QString pathToSave(QWidget *, const QString &, const QString &, const QString &suggestion) override
    {
        suggestions.append(suggestion);
        return toSave.isEmpty() ? QString() : toSave.takeFirst();
    }
    std::optional<ImportPreview> acceptImport(
        QWidget *parent, const QString &file, const ImportPreview &first, const ImportPreviewer &previewer) override
    {
        ImportDialog dialog(file, first, previewer, parent);
        const auto *all = dialog.findChild<QTabWidget *>(u"importTabs"_s);
        for (int tab = 0; tab < all->count(); ++tab) {
            if (all->isTabVisible(tab))
                tabs.append(all->tabText(tab));
        }
        if (!takesImport)
            return {};
        dialog.findChild<QLineEdit *>(u"importTitleEdit"_s)->setText(u"第三次改革プラン"_s);
        dialog.findChild<QLineEdit *>(u"importMunicipalityEdit"_s)->setText(u"見本市"_s);
        dialog.findChild<QSpinBox *>(u"importFirstYearSpin"_s)->setValue(2026);
        dialog.findChild<QSpinBox *>(u"importLastYearSpin"_s)->setValue(2030);
        dialog.accept();
        return dialog.result() == QDialog::Accepted ? std::optional(dialog.preview()) : std::nullopt;
    }
    bool closeUnsaved(QWidget *) override { return true; }
};
} // namespace

/// A table becomes a plan of its own, and lists become papers.
class TestNewPlan : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileServices> m_services;
    std::unique_ptr<Answers> m_answers;
    std::unique_ptr<MainWindow> m_window;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    const Plan &plan() const { return m_window->document()->plan(); }
    QString planText(const QString &field) const { return plan().text(plan().root(), field); }
    QStringList files() const
    {
        QStringList out = QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
        out.removeAll(u"settings.ini"_s);
        out.removeAll(u"いまの計画.tsv"_s);
        return out;
    }
    QStringList titles(Kind kind) const
    {
        QStringList out;
        for (const ElementId &id : plan().preorder()) {
            if (id.kind == kind)
                out.append(plan().text(id, u"title"));
        }
        return out;
    }
    /// The words on all pages of the preview that is shown.
    QString paperText() const
    {
        auto *dialog = m_window->findChild<PreviewDialog *>(u"previewDialog"_s);
        if (!dialog)
            return {};
        QString out;
        for (int page = 0; page < dialog->view()->pageCount(); ++page) {
            dialog->view()->showPage(page);
            out += dialog->view()->accessibleDescription();
        }
        delete dialog;
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        setUpLook(*qApp);
        QLocale::setDefault(QLocale(QLocale::Japanese));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        settings::keepIn(at(u"settings.ini"_s));
        m_services = std::make_unique<FileServices>(u"佐藤"_s);
        m_answers = std::make_unique<Answers>();
        m_window = std::make_unique<MainWindow>(m_services.get(), m_answers.get());
        m_window->show();
        QFile table(at(u"いまの計画.tsv"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write(kTable.toUtf8());
        m_answers->toOpen = table.fileName();
    }
    void cleanup()
    {
        m_window.reset();
        m_services.reset();
        settings::keepIn({});
    }

    void whoeverCancelsLeavesNothingBehind()
    {
        m_answers->takesImport = false;
        m_window->findChild<QPushButton *>(u"startImportButton"_s)->click();
        QVERIFY(!m_answers->tabs.isEmpty()); // it was shown
        QVERIFY(m_answers->suggestions.isEmpty());
        QVERIFY(!m_window->document());
        QCOMPARE(files(), QStringList());
    }

    void aTableBecomesAPlanWithTheSettingsThatItLacks()
    {
        m_answers->toSave = {at(u"改革"_s)};
        m_window->findChild<QPushButton *>(u"startImportButton"_s)->click();
        QVERIFY(m_answers->tabs.contains(u"計画の設定"_s));
        QCOMPARE(m_answers->suggestions, QStringList{u"第三次改革プラン.mezasu"_s});
        QVERIFY2(m_window->document(), qPrintable(m_window->said()));
        QCOMPARE(QFileInfo(m_window->document()->path()).fileName(), u"改革.mezasu"_s);
        QCOMPARE(titles(Kind::ReformItem), (QStringList{u"会議の公開"_s, u"窓口の集約"_s}));
        QCOMPARE(planText(u"title"_s), u"第三次改革プラン"_s);
        QCOMPARE(planText(u"municipality"_s), u"見本市"_s);
        QCOMPARE(plan().number(plan().root(), u"first_year"), std::optional<qint64>(2026));
        QVERIFY(m_window->said().contains(u"いまの計画.tsv"_s));
        // The same table again changes nothing: the plan knows it.
        const qsizetype size = plan().size();
        m_answers->takesImport = false;
        m_answers->tabs.clear();
        action(u"importAction"_s)->trigger();
        QCOMPARE(plan().size(), size);
        QVERIFY(!m_answers->tabs.contains(u"計画の設定"_s));
    }

    void aCopiedTableBecomesAPlanEvenWhenSomethingElseIsCopiedMeanwhile()
    {
        QGuiApplication::clipboard()->setText(kTable);
        m_answers->toSave = {QString(), at(u"改革.mezasu"_s)};
        m_window->findChild<QPushButton *>(u"startClipboardButton"_s)->click();
        // No place chosen: it is said, and the place can still be chosen.
        QVERIFY(!m_window->document());
        QCOMPARE(files(), QStringList());
        QVERIFY(m_window->said().contains(u"まだどこにも保存していません"_s));
        QGuiApplication::clipboard()->setText(u"別のもの"_s);
        auto *offer = m_window->findChild<QPushButton *>(u"messageOfferButton"_s);
        QVERIFY(offer && offer->isVisible());
        offer->click();
        QVERIFY2(m_window->document(), qPrintable(m_window->said()));
        QCOMPARE(titles(Kind::ReformItem).size(), 2);
        QCOMPARE(planText(u"title"_s), u"第三次改革プラン"_s);
    }

    void noFileIsReplaced()
    {
        QFile other(at(u"大事.mezasu"_s));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write("x");
        other.close();
        m_answers->toSave = {other.fileName(), at(u"別の名前.mezasu"_s)};
        m_window->findChild<QPushButton *>(u"startImportButton"_s)->click();
        QVERIFY(!m_window->document());
        QVERIFY(m_window->said().contains(u"上書きはしません"_s));
        QCOMPARE(QFileInfo(other.fileName()).size(), 1);
        m_window->findChild<QPushButton *>(u"messageOfferButton"_s)->click();
        QVERIFY(m_window->document());
        QCOMPARE(titles(Kind::ReformItem).size(), 2);
    }

    void aPlanThatIsOpenStaysAsItIs()
    {
        m_answers->toSave = {at(u"いま.mezasu"_s), at(u"新しい.mezasu"_s)};
        m_window->newPlan();
        m_answers->takesImport = false;
        action(u"importNewAction"_s)->trigger();
        QCOMPARE(QFileInfo(m_window->document()->path()).fileName(), u"いま.mezasu"_s); // cancelled: still this one
        m_answers->takesImport = true;
        action(u"importNewAction"_s)->trigger();
        QCOMPARE(QFileInfo(m_window->document()->path()).fileName(), u"新しい.mezasu"_s);
        QCOMPARE(titles(Kind::ReformItem).size(), 2);
        QVERIFY(m_window->openPlan(at(u"いま.mezasu"_s)));
        QCOMPARE(plan().children(plan().root()).size(), 0);
    }

    void indicatorsGoOutAsPdf()
    {
        m_window->openSample();
        m_answers->toSave = {at(u"指標.pdf"_s)};
        action(u"export_pdf_indicators"_s)->trigger();
        QFile file(at(u"指標.pdf"_s));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(m_window->said()));
        QVERIFY(file.readAll().startsWith("%PDF-"));
        m_answers->toSave = {at(u"表.pdf"_s)};
        action(u"export_pdf"_s)->trigger();
        QVERIFY(QFile::exists(at(u"表.pdf"_s)));
    }

    void findingsBecomeAPaper()
    {
        m_window->openSample();
        const ElementId policy = plan().children(plan().root(), Kind::Policy).constFirst();
        QVERIFY(m_window->document()->apply({PlanChange::set(policy, u"title"_s, Value())}));
        action(u"findingsPanelAction"_s)->trigger();
        auto *print = m_window->findChild<QPushButton *>(u"findingsPrintButton"_s);
        QTRY_VERIFY(print->isEnabled());
        print->click();
        const QString text = paperText();
        QVERIFY2(text.contains(u"点検の一覧"_s) && text.contains(u"名称がありません"_s), qPrintable(text));
        QVERIFY(text.contains(planText(u"title"_s).left(6)));
    }

    void theHistoryBecomesAPaperAsItIsFiltered()
    {
        m_window->openSample();
        const QList<ElementId> policies = plan().children(plan().root(), Kind::Policy);
        QVERIFY(m_window->document()->apply(
            {PlanChange::set(policies.at(0), u"title"_s, Value(u"新しい題"_s))}, u"審議会の意見"_s));
        QVERIFY(m_window->document()->apply({PlanChange::remove(policies.at(1))}, u"重複のため"_s));
        action(u"historyPanelAction"_s)->trigger();
        auto *print = m_window->findChild<QPushButton *>(u"historyPrintButton"_s);
        QTRY_VERIFY(print->isEnabled());
        print->click();
        QString text = paperText();
        for (const QString &word : {u"変更の一覧"_s, u"佐藤"_s, u"審議会の意見"_s, u"重複のため"_s})
            QVERIFY2(text.contains(word), qPrintable(text));
        m_window->findChild<QLineEdit *>(u"historySearchEdit"_s)->setText(u"審議会"_s);
        QTRY_VERIFY(print->isEnabled());
        print->click();
        text = paperText();
        QVERIFY(text.contains(u"審議会の意見"_s));
        QVERIFY(!text.contains(u"重複のため"_s));
    }

    void conflictsBecomeAPaperWithEveryCandidate()
    {
        m_window->openSample();
        PlanDocument &document = *m_window->document();
        QList<ChangeSet> all;
        for (const Name &name : document.journal().names())
            all.append(document.journal().changeSet(name));
        PlanDocument other(Journal(), nullptr, {u"鈴木"_s});
        QVERIFY(other.merge(all));
        const ElementId policy = plan().children(plan().root(), Kind::Policy).constFirst();
        const auto theirs = other.apply({PlanChange::set(policy, u"title"_s, Value(u"鈴木の案"_s))});
        QVERIFY(theirs);
        QVERIFY(document.apply({PlanChange::set(policy, u"title"_s, Value(u"佐藤の案"_s))}));
        QVERIFY(document.merge({other.journal().changeSet(theirs.value())}));
        action(u"conflictsPanelAction"_s)->trigger();
        m_window->findChild<QPushButton *>(u"conflictsPrintButton"_s)->click();
        const QString text = paperText();
        for (const QString &word : {u"食い違いの一覧"_s, u"鈴木の案"_s, u"佐藤の案"_s, u"鈴木"_s, u"1件の食い違い"_s})
            QVERIFY2(text.contains(word), qPrintable(text));
    }
};

QTEST_MAIN(TestNewPlan)
#include "tst_newplan.moc"
