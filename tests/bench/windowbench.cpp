// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"
#include "constantwindow.h"
#include "madeplan.h"
#include "ratios.h"
#include "slowdisk.h"
#include "ui/compositionguard.h"
#include "ui/look/look.h"
#include "ui/mainwindow.h"
#include "ui/pages/elementpage.h"
#include "ui/planview.h"
#include "ui/questions.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace mezasu::bench {

namespace {
/// The application's services, with a plan that was opened before.
class Opened final : public ui::Services
{
public:
    std::optional<ui::OpenedPlan> plan;
    Result<ui::OpenedPlan> create(const QString &path) override { return open(path); }
    Result<ui::OpenedPlan> sample() override { return open({}); }
    Result<ui::OpenedPlan> open(const QString &path) override
    {
        return plan ? Result<ui::OpenedPlan>(std::move(*plan)) : makeError(Error::Code::NotFound, {}, path);
    }
    Result<ui::ImportPreview> previewImport(PlanDocument &, const ui::ImportSource &, const ui::ImportWishes &) override
    {
        return makeError(Error::Code::NotFound, {});
    }
    QList<ui::ExportFormat> exportFormats() const override { return {}; }
    Result<QStringList> exportPlan(PlanDocument &, const QString &, const QString &) override { return QStringList(); }
};

/// Tells when a widget was painted.
class Painted : public QObject
{
public:
    explicit Painted(QWidget *widget) { widget->installEventFilter(this); }
    bool done = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        done = done || event->type() == QEvent::Paint;
        return false;
    }
};

/// From nothing on the screen to all of it.
void showUntilPainted(QMainWindow &window)
{
    Painted painted(&window);
    window.show();
    while (!painted.done)
        QCoreApplication::processEvents(QEventLoop::AllEvents);
}

/// A window with plan L, to be worked in.
struct Bench
{
    explicit Bench(const QString &path)
        : services(u"測定"_s)
    {
        if (!window.openPlan(path))
            qFatal("cannot open %s", qPrintable(path));
        window.resize(1366, 768);
        showUntilPainted(window);
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        settle();
    }
    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QTest::qWait(20);
    }
    const Plan &plan() const { return window.document()->plan(); }

    FileServices services;
    ui::DesktopQuestions questions;
    ui::MainWindow window{&services, &questions};
};

void typeText(const QString &text)
{
    QInputMethodEvent event({}, {});
    event.setCommitString(text);
    QApplication::sendEvent(QApplication::focusWidget(), &event);
}

QString workingCopy(const Setup &setup)
{
    const QString copy = setup.file(u"window.mezasu"_s);
    QFile::remove(copy);
    QFile::copy(planFile(setup, kItemsOfL), copy);
    return copy;
}

// -- the first picture

std::vector<Score> firstPicture(const Setup &setup)
{
    const QString path = workingCopy(setup);
    FileServices files(u"測定"_s);
    ui::DesktopQuestions questions;
    Times ours, bare, fromFile;
    Recorded recorded;
    for (int i = 0; i < setup.repeats * 2 + 1; ++i) {
        Opened services;
        fromFile.add(measure([&] {
            auto opened = files.open(path);
            if (!opened)
                qFatal("open: %s", qUtf8Printable(opened.error().detail));
            services.plan.emplace(std::move(opened).value());
        }));
        std::unique_ptr<ui::MainWindow> window;
        const Time time = measure([&] {
            window = std::make_unique<ui::MainWindow>(&services, &questions);
            window->resize(1366, 768);
            window->openPlan(path);
            showUntilPainted(*window);
        });
        if (recorded.children.isEmpty())
            recorded = record(*window);
        window.reset();
        std::unique_ptr<QMainWindow> constants;
        const Time without = measure([&] {
            constants = constantWindow(recorded);
            constants->resize(1366, 768);
            showUntilPainted(*constants);
        });
        if (i == 0)
            continue; // fonts and styles are loaded once
        ours.add(time);
        bare.add(without);
    }
    note(u"the first picture has %1 widgets; reading the file before took %2 ms"_s.arg(recorded.count())
             .arg(fromFile.median().wall * 1000, 0, 'f', 1));
    return {score(u"first picture of L"_s, ours, bare, 2)};
}

// -- searching

/// The texts of a tenth of the plan, one a row.
QStringList tenthOf(const Plan &plan)
{
    QStringList texts;
    qsizetype at = 0;
    const std::function<void(const ElementId &)> below = [&](const ElementId &parent) {
        for (const ElementId &id : plan.children(parent)) {
            if (++at % 10 == 0) {
                for (const QString &field : {u"code"_s, u"title"_s, u"name"_s, u"description"_s, u"text"_s}) {
                    const QString text = plan.text(id, field);
                    if (!text.isEmpty())
                        texts.append(text);
                }
            }
            below(id);
        }
    };
    below(plan.root());
    return texts;
}

std::vector<Score> searching(const Setup &setup)
{
    Bench bench(workingCopy(setup));
    QStandardItemModel model;
    for (const QString &text : tenthOf(bench.plan()))
        model.appendRow(new QStandardItem(text));
    QSortFilterProxyModel proxy;
    proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy.setSourceModel(&model);

    auto *edit = bench.window.findChild<QLineEdit *>(u"findEdit"_s);
    const Time first = measure([&] {
        bench.window.findChild<QAction *>(u"findAction"_s)->trigger();
        QCoreApplication::processEvents();
    });
    Bench::settle(); // the index is made behind
    Times ours, bare, slowest, slowestBare;
    const QStringList words{
        u"財政"_s, u"市民サービス"_s, u"計画の見直し"_s, u"1-1"_s, u"の"_s, u"デジタル化"_s, u"ない言葉"_s};
    Time worst, worstBare;
    for (int round = 0; round < setup.repeats; ++round) {
        for (const QString &word : words) {
            edit->clear();
            proxy.setFilterFixedString({});
            QCoreApplication::processEvents();
            for (qsizetype i = 1; i <= word.size(); ++i) {
                const Time one = measure([&] {
                    typeText(word.mid(i - 1, 1));
                    QCoreApplication::processEvents();
                });
                ours.add(one);
                worst = one.wall > worst.wall ? one : worst;
                const Time other = measure([&] { proxy.setFilterFixedString(word.left(i)); });
                bare.add(other);
                worstBare = other.wall > worstBare.wall ? other : worstBare;
            }
        }
    }
    slowest.add(worst);
    slowestBare.add(worstBare);
    note(u"going to the search field took %1 ms; a tenth of L are %2 texts"_s.arg(first.wall * 1000, 0, 'f', 1)
             .arg(model.rowCount()));
    const Score least = score(u"slowest key press in the search field"_s, slowest, slowestBare, 0);
    note(u"%1: %2 ms, %3 times that of the proxy"_s.arg(least.what)
             .arg(least.ours * 1000, 0, 'f', 1)
             .arg(least.ratio(), 0, 'f', 2));
    return {score(u"a key press in the search field"_s, ours, bare, 1)};
}

// -- nobody waits for the disk

constexpr int kSlowSyncMs = 150;

struct Waits
{
    Times typing, undo, scrolling;
    int syncs = 0;
};

/// The longest time that one turn of the event loop takes, for a while.
Time longestTurn(int ms)
{
    Time longest;
    QElapsedTimer clock;
    clock.start();
    while (!clock.hasExpired(ms)) {
        const Time turn = measure([] { QCoreApplication::processEvents(QEventLoop::AllEvents, 1); });
        longest = turn.wall > longest.wall ? turn : longest;
        QThread::msleep(1);
    }
    return longest;
}

Waits waitsOn(const QString &path, int repeats, int msPerSync)
{
    std::optional<SlowDisk> disk;
    if (msPerSync > 0)
        disk.emplace(msPerSync);
    Waits out;
    {
        Bench bench(path);
        constexpr int kPauseMs = 3200; // longer than a text is held, and than a commit takes
        const ElementId policy = bench.plan().children(bench.plan().root(), Kind::Policy).constFirst();
        bench.window.openElement(policy, u"title"_s);
        typeText(u"。"_s);
        longestTurn(kPauseMs); // the first commit of a day makes the backup
        for (int round = 0; round < repeats; ++round) {
            Time worst;
            for (int i = 0; i < 10; ++i) {
                const Time one = measure([] {
                    typeText(u"字"_s);
                    QCoreApplication::processEvents();
                });
                worst = one.wall > worst.wall ? one : worst;
            }
            const Time pause = longestTurn(kPauseMs);
            out.typing.add(pause.wall > worst.wall ? pause : worst);
            out.undo.add(measure([&] {
                bench.window.findChild<QAction *>(u"undoAction"_s)->trigger();
                QCoreApplication::processEvents();
            }));
            Time scroll;
            typeText(u"続"_s);
            QScrollBar *bar = bench.window.view()->tree()->verticalScrollBar();
            QElapsedTimer clock;
            clock.start();
            for (int i = 0; !clock.hasExpired(kPauseMs); ++i) {
                const Time one = measure([&] {
                    bar->setValue(bar->maximum() * (i % 50) / 50);
                    QCoreApplication::processEvents();
                });
                scroll = one.wall > scroll.wall ? one : scroll;
                QThread::msleep(2);
            }
            out.scrolling.add(scroll);
        }
        bench.window.document()->save();
    }
    out.syncs = msPerSync > 0 ? SlowDisk::syncs() : 0;
    return out;
}

std::vector<Score> waiting(const Setup &setup)
{
    const Waits slow = waitsOn(workingCopy(setup), setup.repeats, kSlowSyncMs);
    const Waits quick = waitsOn(workingCopy(setup), setup.repeats, 0);
    note(u"the slow disk takes %1 ms more for each sync; there were %2"_s.arg(kSlowSyncMs).arg(slow.syncs));
    return {score(u"longest wait, typing on a slow disk"_s, slow.typing, quick.typing, 2),
        score(u"undo on a slow disk"_s, slow.undo, quick.undo, 2),
        score(u"longest wait, scrolling on a slow disk"_s, slow.scrolling, quick.scrolling, 2)};
}

// -- large steps

/// Tells how long a window did not answer: the longest pause between two beats of its event loop, nested ones included.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_clock.start();
        startTimer(1);
    }
    double longestMs() const { return std::max(m_longestMs, sinceLastMs()); }

protected:
    void timerEvent(QTimerEvent *) override
    {
        m_longestMs = longestMs();
        m_clock.restart();
    }

private:
    double sinceLastMs() const { return double(m_clock.nsecsElapsed()) / 1e6; }
    QElapsedTimer m_clock;
    double m_longestMs = 0;
};

/// How long large steps take, and how long the window does not answer in them, for a person to judge: there is nothing fair to
/// compare them with.
std::vector<Score> largeSteps(const Setup &setup)
{
    Bench bench(workingCopy(setup));
    const auto tell = [&bench](const QString &what, const std::function<void()> &deed) {
        const qsizetype before = bench.plan().preorder().size();
        const Heartbeat heartbeat;
        const Time all = measure([&] {
            deed();
            QCoreApplication::processEvents();
        });
        Bench::settle();
        note(u"%1: %2 ms, without an answer for %3 ms; %4 elements before, %5 after"_s.arg(what)
                 .arg(all.wall * 1000, 0, 'f', 0)
                 .arg(heartbeat.longestMs(), 0, 'f', 0)
                 .arg(before)
                 .arg(bench.plan().preorder().size()));
    };
    const auto trigger = [&bench](const QString &name) { bench.window.findChild<QAction *>(name)->trigger(); };
    QTreeView *tree = bench.window.view()->tree();
    tree->setFocus();
    tree->selectAll();
    Bench::settle();
    tell(u"copying everything"_s, [&] { trigger(u"copyAction"_s); });
    tell(u"removing everything"_s, [&] { trigger(u"removeAction"_s); });
    tell(u"undoing that"_s, [&] { trigger(u"undoAction"_s); });
    tell(u"redoing that"_s, [&] { trigger(u"redoAction"_s); });
    tell(u"pasting it"_s, [&] { trigger(u"pasteAction"_s); });
    tell(u"undoing that"_s, [&] { trigger(u"undoAction"_s); });
    bench.window.document()->save();
    tell(u"opening the history"_s, [&] {
        trigger(u"historyPanelAction"_s);
        Bench::settle();
    });
    tell(u"reading what the oldest change did"_s, [&] {
        auto *list = bench.window.findChild<QListView *>(u"historyList"_s);
        list->setCurrentIndex(list->model()->index(list->model()->rowCount() - 1, 0));
        Bench::settle();
    });
    return {};
}

// -- memory

/// What a person does in an hour, in a process of its own.
int runWork(const QString &path)
{
    Bench bench(path);
    const double opened = statusOf("VmHWM:");
    const auto stage = [](const char *what) {
        std::fprintf(stderr, "  %s: %.1f MB now, %.1f MB at most\n", what, statusOf("VmRSS:"), statusOf("VmHWM:"));
    };
    stage("opened");
    bench.window.view()->tree()->expandAll();
    stage("expanded");
    const QList<ElementId> policies = bench.plan().children(bench.plan().root(), Kind::Policy);
    int pages = 0;
    for (const ElementId &policy : policies) {
        for (const ElementId &goal : bench.plan().children(policy, Kind::Goal)) {
            bench.window.openElement(goal);
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // as the event loop of a program does
            if (++pages % 300 == 0)
                break;
        }
    }
    stage("pages");
    bench.window.findChild<QAction *>(u"findAction"_s)->trigger();
    typeText(u"財政"_s);
    Bench::settle();
    stage("searched");
    bench.window.findChild<QAction *>(u"historyPanelAction"_s)->trigger();
    Bench::settle();
    stage("history");
    bench.window.findChild<QAction *>(u"findingsPanelAction"_s)->trigger();
    Bench::settle();
    stage("findings");
    bench.window.openElement(policies.constLast(), u"title"_s);
    typeText(u"改"_s);
    bench.window.document()->save();
    Bench::settle();
    std::printf("%.1f %.1f\n", opened, statusOf("VmHWM:"));
    return 0;
}

std::vector<Score> memoryInWindow(const Setup &setup)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"--child"_s, workingCopy(setup)});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("the child failed: %s", process.readAllStandardError().constData());
    const QList<QByteArray> numbers = process.readAllStandardOutput().simplified().split(' ');
    const auto memory = [](const QString &what, double megabytes) {
        Score out;
        out.what = what;
        out.ours = megabytes;
        out.bound = 300;
        out.isMemory = true;
        return out;
    };
    return {memory(u"memory, peak with L in the window"_s, numbers.value(0).toDouble()),
        memory(u"memory, peak of an hour's work in it"_s, numbers.value(1).toDouble())};
}
} // namespace
} // namespace mezasu::bench

int main(int argc, char *argv[])
{
    using namespace mezasu;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    ui::setUpLook(app);
    ui::CompositionGuard guard;
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--child"_L1)
        return bench::runWork(arguments.at(2));

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures plan L in the window; see tests/bench/README.md."_s);
    parser.addHelpOption();
    parser.addOptions({{u"only"_s, u"picture, search, disk, large, memory; separated by commas"_s, u"names"_s},
        {u"repeat"_s, u"how often things are measured (3)"_s, u"n"_s, u"3"_s},
        {u"folder"_s, u"where the files are made and left; else a temporary folder"_s, u"path"_s}});
    parser.process(app);
    const QTemporaryDir temporary;
    bench::Setup setup;
    setup.folder = parser.isSet(u"folder"_s) ? parser.value(u"folder"_s) : temporary.path();
    setup.repeats = std::max(1, parser.value(u"repeat"_s).toInt());
    const QStringList only = parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts);
    std::vector<bench::Score> scores;
    const auto run = [&](const QString &name, auto function) {
        if (!only.isEmpty() && !only.contains(name))
            return;
        const auto some = function(setup);
        scores.insert(scores.end(), some.begin(), some.end());
    };
    run(u"picture"_s, bench::firstPicture);
    run(u"search"_s, bench::searching);
    run(u"disk"_s, bench::waiting);
    run(u"large"_s, bench::largeSteps);
    run(u"memory"_s, bench::memoryInWindow);
    return bench::print(scores) ? 0 : 1;
}
