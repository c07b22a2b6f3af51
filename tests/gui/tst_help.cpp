// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"
#include "core/report/layout.h"
#include "ui/compositionguard.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/renumberdialog.h"
#include "ui/help/guidepictures.h"
#include "ui/help/helppanel.h"
#include "ui/help/helptopics.h"
#include "ui/help/helpview.h"
#include "ui/help/helpwindow.h"
#include "ui/help/quickguide.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"
#include "ui/preview/keylist.h"
#include "ui/preview/paperview.h"
#include "ui/preview/planpapers.h"
#include "ui/preview/previewdialog.h"
#include "ui/settings.h"

#include <QAction>
#include <QDialog>
#include <QDir>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

namespace {
class Answers : public Questions
{
public:
    QString path;
    QString pathToOpen(QWidget *, const QString &, const QString &) override { return path; }
    QString pathToSave(QWidget *, const QString &, const QString &, const QString &) override { return path; }
    std::optional<ImportPreview> acceptImport(
        QWidget *, const QString &, const ImportPreview &, const ImportPreviewer &) override
    {
        return {};
    }
    bool closeUnsaved(QWidget *) override { return true; }
};

QString textOf(const QString &resource)
{
    QFile file(resource);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What a page of the help sets as keys.
QStringList keysIn(const QString &page)
{
    QStringList out;
    static const QRegularExpression key(u"<kbd>([^<]+)</kbd>"_s);
    for (auto all = key.globalMatch(page); all.hasNext();)
        out.append(all.next().captured(1));
    return out;
}
} // namespace

/// F1, wherever a person is.
class TestHelp : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FileServices m_services{u"佐藤"_s};
    Answers m_answers;
    CompositionGuard m_guard;
    std::unique_ptr<MainWindow> m_window;

    PlanView *view() const { return m_window->view(); }
    HelpPanel *panel() const { return m_window->findChild<HelpPanel *>(u"helpPanel"_s); }
    QString topic() const { return panel()->isVisible() ? panel()->view()->topic() : QString(); }
    QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    static void pressF1()
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    }
    /// As it comes to a dialog, in which it is no shortcut.
    static void pressF1In(QWidget *widget)
    {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_F1, Qt::NoModifier);
        QApplication::sendEvent(widget, &press);
    }
    ElementId first(Kind kind) const
    {
        for (const ElementId &id : m_window->document()->plan().preorder()) {
            if (id.kind == kind
                && (kind != Kind::Goal || m_window->document()->plan().children(id, Kind::ReformItem).size() > 1))
                return id;
        }
        return {};
    }
    QDialog *shownDialog() const
    {
        for (QDialog *dialog : m_window->findChildren<QDialog *>()) {
            if (dialog->isVisible() && dialog->objectName() != "helpWindow"_L1)
                return dialog;
        }
        return nullptr;
    }
    /// What F1 says of a dialog that is shown; the dialog goes.
    static QString topicIn(QDialog *dialog)
    {
        QApplication::setActiveWindow(dialog); // without a desktop nobody else does
        if (QApplication::activeWindow() != dialog)
            return u"(not active)"_s;
        QWidget *focus = dialog->focusWidget() ? dialog->focusWidget() : dialog;
        pressF1In(focus);
        auto *help = dialog->findChild<HelpWindow *>();
        const QString topic = help && help->isVisible() ? help->view()->topic() : QString();
        delete dialog;
        return topic;
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
        m_window = std::make_unique<MainWindow>(&m_services, &m_answers);
        m_window->openSample();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void everyTopicHasAPageInBothLanguagesAndEveryPageATopic()
    {
        QStringList topics = help::topics();
        topics.sort();
        for (const QString &language : {u"ja"_s, u"en"_s}) {
            QStringList pages;
            for (const QFileInfo &page : QDir(u":/mezasu/help/"_s + language).entryInfoList())
                pages.append(page.completeBaseName());
            pages.sort();
            QCOMPARE(pages, topics);
        }
    }

    void theHelpIsInTheLanguageOfTheWindow()
    {
        QVERIFY(help::pageOf(u"tree"_s).path().contains("/ja/"_L1));
        QLocale::setDefault(QLocale(QLocale::English));
        QVERIFY(help::pageOf(u"tree"_s).path().contains("/en/"_L1));
        QLocale::setDefault(QLocale(QLocale::Japanese));
    }

    void everyPageHasItsHelp_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plan") << Kind::Plan << u"plan"_s;
        QTest::newRow("policy") << Kind::Policy << u"policy"_s;
        QTest::newRow("goal") << Kind::Goal << u"goal"_s;
        QTest::newRow("reform item") << Kind::ReformItem << u"reformitem"_s;
        QTest::newRow("initiative") << Kind::Initiative << u"initiative"_s;
        QTest::newRow("indicator") << Kind::Indicator << u"indicator"_s;
    }
    void everyPageHasItsHelp()
    {
        QFETCH(Kind, kind);
        const ElementId id = kind == Kind::Plan ? m_window->document()->plan().root() : first(kind);
        QVERIFY(!id.isNull());
        view()->show(id, true);
        QVERIFY(topic().isEmpty());
        pressF1();
        QTEST(topic(), "expected");
    }

    void theOtherPartsOfTheWindowHaveTheirs()
    {
        view()->tree()->setFocus();
        pressF1();
        QCOMPARE(topic(), u"tree"_s);
        pressF1(); // where it is read: it closes
        QCOMPARE(topic(), QString());
        QCOMPARE(QApplication::focusWidget(), view()->tree());
        action(u"findAction"_s)->trigger();
        pressF1();
        QCOMPARE(topic(), u"tree"_s);
        action(u"overviewAction"_s)->trigger();
        pressF1();
        QCOMPARE(topic(), u"overview"_s);
        view()->show(first(Kind::Indicator));
        view()->page()->findChild<QWidget *>(u"valuesTable"_s)->setFocus();
        pressF1();
        QCOMPARE(topic(), u"values"_s);
        view()->page()->findChild<QWidget *>(u"trendChart"_s)->setFocus();
        pressF1();
        QCOMPARE(topic(), u"values"_s);
        for (const auto &[name, expected] :
            {std::pair(u"findingsPanelAction"_s, u"findings"_s), {u"historyPanelAction"_s, u"history"_s}}) {
            action(name)->trigger();
            pressF1();
            QCOMPARE(topic(), expected);
        }
        // Without conflicts there is nothing in it that could have the focus.
        QCOMPARE(help::topicOf(m_window->findChild<QWidget *>(u"conflictsPanel"_s)), u"merge"_s);
        QCOMPARE(help::topicOf(m_window->findChild<QWidget *>(u"holderBar"_s)), u"saving"_s);
    }

    void theStartPageHasItsHelpWithoutAPlan()
    {
        MainWindow empty(&m_services, &m_answers);
        empty.show();
        empty.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&empty));
        empty.findChild<QPushButton *>(u"startSampleButton"_s)->setFocus();
        pressF1();
        auto *help = empty.findChild<HelpPanel *>();
        QVERIFY(help->isVisible());
        QCOMPARE(help->view()->topic(), u"start"_s);
        QVERIFY(empty.findChild<QAction *>(u"helpPanelAction"_s)->isEnabled());
        QVERIFY(!empty.findChild<QAction *>(u"historyPanelAction"_s)->isEnabled());
        QTest::keyClick(
            empty.findChild<QPushButton *>(u"startSampleButton"_s), Qt::Key_Return); // and goes on with the plan
        QCOMPARE(help->view()->topic(), help::topicOf(empty.view()->shown()));
    }

    void everyDialogHasItsHelp()
    {
        m_answers.path = m_folder.filePath(u"計画.mezasu"_s);
        m_window->newPlan(); // backups belong to a file
        for (const auto &[name, expected] : {std::pair(u"export"_s, u"export"_s), {u"settings"_s, u"settings"_s},
                 {u"backups"_s, u"backups"_s}, {u"about"_s, u"index"_s}}) {
            action(name + u"Action"_s)->trigger();
            QDialog *dialog = shownDialog();
            QVERIFY2(dialog, qPrintable(name));
            QCOMPARE(topicIn(dialog), expected);
        }
        for (const QString &name : {u"printAction"_s, u"keysAction"_s}) {
            action(name)->trigger();
            auto *preview = qobject_cast<PreviewDialog *>(shownDialog());
            QVERIFY(preview);
            QCOMPARE(topicIn(preview), u"preview"_s);
        }
        auto *renumber = new RenumberDialog(m_window->document()->plan(), {}, m_window.get());
        renumber->open();
        QCOMPARE(topicIn(renumber), u"renumber"_s);
        auto *import = new ImportDialog(
            u"表.xlsx"_s, {}, [](const ImportWishes &) { return ImportPreview(); }, m_window.get());
        import->open();
        QCOMPARE(topicIn(import), u"import"_s);
        DesktopQuestions questions; // asks in boxes that do not return before they are answered
        for (const auto &[ask, expected] :
            {std::pair(std::function<void()>([&] { (void)questions.acceptLosses(m_window.get(), {}, {u"値"_s}); }),
                 u"export"_s),
                {[&] { (void)questions.takeLock(m_window.get(), {}); }, u"saving"_s},
                {[&] { (void)questions.closeUnsaved(m_window.get()); }, u"saving"_s}}) {
            QString found;
            QTimer::singleShot(0, this, [&] {
                QWidget *box = QApplication::activeModalWidget();
                found = help::topicOf(box);
                static_cast<QDialog *>(box)->reject();
            });
            ask();
            QCOMPARE(found, expected);
        }
    }

    void theHelpOfADialogIsReadWhileItStandsThere()
    {
        action(u"settingsAction"_s)->trigger();
        QPointer<QDialog> dialog = shownDialog();
        QVERIFY(dialog && dialog->isModal() && QTest::qWaitForWindowActive(dialog));
        pressF1In(dialog->focusWidget() ? dialog->focusWidget() : dialog.data());
        const QPointer<HelpWindow> help = dialog->findChild<HelpWindow *>();
        QVERIFY(help && help->isVisible());
        QTest::mouseClick(help->view()->findChild<QToolButton *>(u"helpContentsButton"_s), Qt::LeftButton);
        QCOMPARE(help->view()->topic(), u"index"_s);
        QTest::keyClick(help->view()->findChild<QTextBrowser *>(u"helpText"_s), Qt::Key_Escape);
        QVERIFY(!help || !help->isVisible());
        QVERIFY(dialog && dialog->isVisible());
    }

    void itFollowsThePageAndKeepsWhatIsReadOnPagesOfOneKind()
    {
        view()->show(first(Kind::Policy));
        action(u"helpPanelAction"_s)->trigger();
        QCOMPARE(topic(), u"policy"_s);
        view()->show(first(Kind::Initiative));
        QCOMPARE(topic(), u"initiative"_s);
        view()->showOverview();
        QCOMPARE(topic(), u"overview"_s);
        view()->show(first(Kind::Policy));
        QCOMPARE(topic(), u"policy"_s);

        panel()->view()->open(u"history"_s);
        const Plan &plan = m_window->document()->plan();
        const QList<ElementId> policies = plan.children(plan.root(), Kind::Policy);
        view()->show(policies.at(1));
        QCOMPARE(topic(), u"history"_s);
        auto *back = panel()->view()->findChild<QToolButton *>(u"helpBackButton"_s);
        QVERIFY(back->isEnabled());
        back->click();
        QCOMPARE(topic(), u"policy"_s);
    }

    void whatIsComposedKeepsItsKeys()
    {
        view()->show(first(Kind::Policy));
        auto *title = view()->page()->findChild<QWidget *>(u"titleEdit"_s);
        title->setFocus();
        QInputMethodEvent begins(u"ざい"_s, {});
        QApplication::sendEvent(title, &begins);
        pressF1();
        QCOMPARE(topic(), QString());
        QInputMethodEvent ends({}, {});
        ends.setCommitString(u"財政"_s);
        QApplication::sendEvent(title, &ends);
        pressF1();
        QCOMPARE(topic(), u"policy"_s);
    }

    void itsTextGrowsWithThatOfTheWindow()
    {
        action(u"helpAction"_s)->trigger();
        auto *text = panel()->view()->findChild<QTextBrowser *>(u"helpText"_s);
        const double before = text->document()->size().height();
        setTextSize(200);
        QCoreApplication::processEvents();
        const double after = text->document()->size().height();
        setTextSize(100);
        QVERIFY2(after > before * 1.8, qPrintable(u"%1 → %2"_s.arg(before).arg(after)));
        QVERIFY(text->toPlainText().size() > 100);
    }

    void theGuideHasTwoPagesWithPicturesOfThisProgram()
    {
        for (const auto language : {QLocale::Japanese, QLocale::English}) {
            QLocale::setDefault(QLocale(language));
            GuidePictures pictures(&m_services, &m_answers);
            QStringList taken;
            const report::Document guide = quickGuide([&](const QString &name) {
                const QImage picture = pictures.take(name);
                if (picture.width() > 600 && picture.height() > 300)
                    taken.append(name);
                return picture;
            });
            QLocale::setDefault(QLocale(QLocale::Japanese));
            QCOMPARE(taken, (QStringList{u"start"_s, u"import"_s, u"page"_s, u"values"_s, u"preview"_s}));
            const auto pages = report::layoutDocument(guide, listSetup(quickGuidePaper()));
            QVERIFY(pages);
            QCOMPARE(pages.value().pages.size(), std::size_t(2));
        }
    }

    void thePicturesShowNothingOfOnesOwnPlans()
    {
        settings::keepIn({});
        const QImage before = GuidePictures(&m_services, &m_answers).take(u"start"_s);
        settings::noteOpened(m_folder.filePath(u"秘密の計画.mezasu"_s), u"秘密の計画"_s);
        const QImage after = GuidePictures(&m_services, &m_answers).take(u"start"_s);
        settings::keepIn({});
        QVERIFY(!before.isNull());
        QCOMPARE(after, before);
    }

    void theGuideIsReadFromTheMenu()
    {
        action(u"guideAction"_s)->trigger();
        auto *dialog = qobject_cast<PreviewDialog *>(shownDialog());
        QVERIFY(dialog);
        QCOMPARE(dialog->view()->pageCount(), 2);
        QCOMPARE(dialog->findChild<QLabel *>(u"previewMessageLabel"_s)->text(),
            QString());                                                // no advice that nobody can follow
        QCOMPARE(m_window->document()->plan().root().isNull(), false); // what is open stays as it is
        delete dialog;
    }

    void everyKeyThatItNamesIsInTheListOfKeys()
    {
        QSet<QString> known;
        for (const KeyGroup &group : keyGroups(m_window->menuBar())) {
            for (const KeyGroup::Row &row : group.rows) {
                for (const QString &key : row.keys.split(QRegularExpression(u"[、・]"_s)))
                    known.insert(key);
            }
        }
        QSet<QString> named;
        for (const QString &topic : help::topics()) {
            const QString page = textOf(u":/mezasu/help/ja/%1.html"_s.arg(topic));
            for (const QString &key : keysIn(page + textOf(u":/mezasu/guide/ja.html"_s))) {
                QVERIFY2(known.contains(key), qPrintable(topic + u": "_s + key));
                named.insert(key);
            }
        }
        QVERIFY(named.size() > 30);
    }
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
