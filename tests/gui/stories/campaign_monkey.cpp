// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/fileservices.h"
#include "core/exchange/json/planjson.h"
#include "tests/gui/stories/hands.h"
#include "tests/gui/stories/inputmethod.h"
#include "ui/compositionguard.h"
#include "ui/look/look.h"
#include "ui/pages/elementpage.h"
#include "ui/pages/fields.h"
#include "ui/settings.h"
#include "ui/widgets/growingtextedit.h"

#include <QAction>
#include <QClipboard>
#include <QCommandLineParser>
#include <QDesktopServices>
#include <QLineEdit>
#include <QMenu>
#include <QPrinter>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWindow>
#include <array>
#include <atomic>
#include <csignal>
#include <qpa/qwindowsysteminterface.h>
#include <thread>
#include <unistd.h>

using namespace mezasu;
using namespace mezasu::story;

namespace {
/// What was done last, for a report that is written when everything else is gone.
constexpr std::size_t kRemembered = 60;
std::array<std::array<char, 160>, kRemembered> g_last;
std::atomic<std::size_t> g_done = 0;
std::atomic<bool> g_ended = false;

void remember(const QString &what)
{
    auto &line = g_last.at(g_done % kRemembered);
    qstrncpy(line.data(), what.toUtf8().constData(), line.size());
    ++g_done;
}

void tellLast()
{
    for (std::size_t i = g_done > kRemembered ? g_done - kRemembered : 0; i < g_done; ++i) {
        const char *line = g_last.at(i % kRemembered).data();
        (void)!write(STDERR_FILENO, line, qstrlen(line));
        (void)!write(STDERR_FILENO, "\n", 1);
    }
}

void onCrash(int signal)
{
    tellLast();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// Somebody who answers everything, with files of the folder.
class AnyAnswers : public ui::Questions
{
public:
    AnyAnswers(QString folder, QRandomGenerator &random)
        : m_folder(std::move(folder))
        , m_random(random)
    {
    }
    QString pathToOpen(QWidget *, const QString &, const QString &filter) override
    {
        if (m_random.bounded(4) == 0)
            return {};
        const bool isPlan = filter.contains(u"mezasu"_s);
        return m_folder + (isPlan ? u"/計画%1.mezasu"_s.arg(m_random.bounded(3)) : u"/表.tsv"_s);
    }
    QString pathToSave(QWidget *, const QString &, const QString &filter, const QString &) override
    {
        if (m_random.bounded(3) == 0)
            return {};
        const QString ending = filter.section(u"(*."_s, 1).section(u')', 0, 0);
        return m_folder + u"/新%1.%2"_s.arg(m_random.bounded(1000)).arg(ending.isEmpty() ? u"mezasu"_s : ending);
    }
    std::optional<ui::ImportPreview> acceptImport(QWidget *parent, const QString &file, const ui::ImportPreview &first,
        const ui::ImportPreviewer &previewer) override
    {
        return m_desktop.acceptImport(parent, file, first, previewer);
    }
    std::optional<QList<PlanChange>> renumber(QWidget *parent, const Plan &plan, const ElementId &branch) override
    {
        return m_desktop.renumber(parent, plan, branch);
    }
    bool closeUnsaved(QWidget *) override { return true; }
    bool takeLock(QWidget *, const LockInfo &) override { return m_random.bounded(2); }
    bool acceptLosses(QWidget *, const ui::ExportFormat &, const QStringList &) override { return m_random.bounded(2); }
    bool choosePrinter(QWidget *, QPrinter *printer) override
    {
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(m_folder + u"/印刷.pdf"_s);
        return m_random.bounded(2);
    }

private:
    QString m_folder;
    QRandomGenerator &m_random;
    ui::DesktopQuestions m_desktop;
};

/// Presses, clicks, drags and types anything anywhere; what it does goes through the windows, as a desktop's events do.
class Monkey : public QObject
{
public:
    Monkey(quint32 seed, int pokes)
        : m_random(seed)
        , m_answers(m_folder.path(), m_random)
        , m_left(pokes)
    {
        QFile table(m_folder.filePath(u"表.tsv"_s));
        (void)table.open(QIODevice::WriteOnly);
        table.write(
            u"基本方針\t目指す姿\t指標\t現状と課題\t改革項目\t改革項目名称\n"
            u"方針一\t・便利\t・満足\t・混む\t1-1\t窓口\n方針二\t・健全\t・残高\t・重い\t2-1\t財政\n"_s.toUtf8());
        table.close();
        for (int i = 0; i < 3; ++i)
            (void)m_services.create(m_folder.filePath(u"計画%1.mezasu"_s.arg(i)));
        qApp->installEventFilter(this);
    }
    /// One window after another, until all is done.
    void run()
    {
        while (m_left > 0) {
            openWindow();
            next();
            QApplication::exec();
            dropWindow();
        }
    }
    int failures() const { return m_failures; }

private:
    void openWindow()
    {
        m_window = std::make_unique<ui::MainWindow>(&m_services, &m_answers);
        m_window->show();
        m_window->activateWindow();
        if (m_random.bounded(2))
            m_window->openSample();
        else
            m_window->openPlan(m_folder.filePath(u"計画%1.mezasu"_s.arg(m_random.bounded(3))));
    }
    void fail(const QString &why)
    {
        ++m_failures;
        tellLast();
        std::fprintf(stderr, "FAILED after %zu: %s\n", g_done.load(), qPrintable(why));
    }

    /// The window that takes events now: what is popped up, what is modal, or any that is to be seen.
    QWindow *target()
    {
        if (QWidget *popup = QApplication::activePopupWidget())
            return popup->windowHandle();
        if (QWidget *modal = QApplication::activeModalWidget())
            return modal->windowHandle();
        QList<QWindow *> shown;
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top->isVisible() && top->windowHandle() && top->windowType() != Qt::ToolTip)
                shown.append(top->windowHandle());
        }
        return shown.isEmpty() ? nullptr : shown.at(m_random.bounded(int(shown.size())));
    }
    QPoint somewhere(const QWindow *window)
    {
        // Into a widget more often than into the space between them.
        if (const QWidget *widget = QWidget::find(window->winId()); widget && m_random.bounded(4)) {
            QList<QWidget *> inside;
            for (QWidget *one : widget->findChildren<QWidget *>()) {
                if (one->isVisible() && one->window() == widget && !one->visibleRegion().isEmpty())
                    inside.append(one);
            }
            if (!inside.isEmpty()) {
                const QWidget *one = inside.at(m_random.bounded(int(inside.size())));
                const QRect part = one->visibleRegion().boundingRect();
                const QPoint at(part.left() + int(m_random.bounded(std::max(1, part.width()))),
                    part.top() + int(m_random.bounded(std::max(1, part.height()))));
                return one->mapTo(widget, at);
            }
        }
        return {
            int(m_random.bounded(std::max(1, window->width()))), int(m_random.bounded(std::max(1, window->height())))};
    }

    /// Also where what is done now opens a loop of its own, as dialogs and drags do.
    void next() { QTimer::singleShot(0, this, &Monkey::poke); }
    void poke()
    {
        if (m_left-- <= 0) {
            finish();
            return;
        }
        QWindow *window = target();
        if (!window) {
            remember(u"a new window"_s);
            QCoreApplication::exit(); // of all loops: the window goes when nothing of it is under way
            return;
        }
        next();
        const quint32 what = m_random.bounded(100);
        if (what < 30)
            click(window);
        else if (what < 36)
            drag(window);
        else if (what < 72)
            key(window);
        else if (what < 84)
            type();
        else if (what < 88)
            wheel(window);
        else if (what < 94)
            askForCommand(window);
        else if (what < 97)
            copyText();
        else
            look();
    }
    void click(const QPointer<QWindow> &window)
    {
        const QPoint at = somewhere(window);
        const Qt::MouseButton button = m_random.bounded(8) ? Qt::LeftButton : Qt::RightButton;
        static constexpr Qt::KeyboardModifier kWith[] = {
            Qt::NoModifier, Qt::NoModifier, Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier};
        const Qt::KeyboardModifiers with = kWith[m_random.bounded(int(std::size(kWith)))];
        remember(u"click %1,%2 %3 %4"_s.arg(at.x()).arg(at.y()).arg(int(button)).arg(nameAt(window, at)));
        mouse(window, at, {}, button, QEvent::MouseMove, with);
        for (quint32 i = 0, n = m_random.bounded(6) ? 1 : 2; i < n; ++i) { // two soon are a double click
            mouse(window, at, button, button, QEvent::MouseButtonPress, with);
            mouse(window, at, {}, button, QEvent::MouseButtonRelease, with);
        }
    }
    /// Into the queue of the windows, where a desktop puts them; it waits there while nobody may be disturbed.
    void mouse(const QPointer<QWindow> &window, const QPoint &at, Qt::MouseButtons held, Qt::MouseButton button,
        QEvent::Type type, Qt::KeyboardModifiers with)
    {
        if (!window) // the press before closed it
            return;
        m_time += 10;
        QWindowSystemInterface::handleMouseEvent<QWindowSystemInterface::AsynchronousDelivery>(window, ulong(m_time),
            at, window->mapToGlobal(at), held, type == QEvent::MouseMove ? Qt::NoButton : button, type, with);
    }
    static QString nameAt(const QWindow *window, const QPoint &at)
    {
        const QWidget *top = QWidget::find(window->winId());
        const QWidget *widget = top ? top->childAt(at) : nullptr;
        return widget ? QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() + u" in "_s
                + top->objectName()
                      : QString();
    }
    void drag(const QPointer<QWindow> &window)
    {
        const QPoint from = somewhere(window);
        const QPoint to = somewhere(window);
        remember(
            u"drag %1,%2 to %3,%4 %5"_s.arg(from.x()).arg(from.y()).arg(to.x()).arg(to.y()).arg(nameAt(window, from)));
        mouse(window, from, Qt::LeftButton, Qt::LeftButton, QEvent::MouseButtonPress, {});
        for (int i = 1; i <= 5; ++i)
            mouse(window, from + (to - from) * i / 5, Qt::LeftButton, Qt::LeftButton, QEvent::MouseMove, {});
        mouse(window, to, {}, Qt::LeftButton, QEvent::MouseButtonRelease, {});
    }
    void key(QWindow *window)
    {
        static constexpr Qt::Key kKeys[] = {Qt::Key_Return, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape, Qt::Key_Tab,
            Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Space, Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down,
            Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_F1,
            Qt::Key_F2, Qt::Key_F2, Qt::Key_F3, Qt::Key_F8, Qt::Key_F10, Qt::Key_Menu, Qt::Key_A, Qt::Key_C, Qt::Key_D,
            Qt::Key_E, Qt::Key_F, Qt::Key_G, Qt::Key_H, Qt::Key_K, Qt::Key_P, Qt::Key_R, Qt::Key_S, Qt::Key_T,
            Qt::Key_V, Qt::Key_X, Qt::Key_Y, Qt::Key_Z, Qt::Key_Z, Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4,
            Qt::Key_Q, Qt::Key_W};
        static constexpr Qt::KeyboardModifier kWith[] = {Qt::NoModifier, Qt::NoModifier, Qt::NoModifier,
            Qt::ControlModifier, Qt::ControlModifier, Qt::ShiftModifier, Qt::AltModifier};
        const Qt::Key key = kKeys[m_random.bounded(int(std::size(kKeys)))];
        Qt::KeyboardModifiers with = kWith[m_random.bounded(int(std::size(kWith)))];
        if (m_random.bounded(6) == 0)
            with |= Qt::ShiftModifier;
        remember(u"key "_s + QKeySequence(QKeyCombination(with, key)).toString());
        const bool isLetter = key < 0x80 && !(with & (Qt::ControlModifier | Qt::AltModifier));
        const QString text = isLetter ? QString(QChar(key)) : QString();
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease})
            QWindowSystemInterface::handleKeyEvent<QWindowSystemInterface::AsynchronousDelivery>(
                window, type, key, with, text);
    }
    void type()
    {
        static const QStringList kTexts{
            u"財政"_s, u"1-1"_s, u"２０２４"_s, u"△1,234.5"_s, u"…"_s, u"長い文"_s.repeated(60), u"①\n②"_s, u"𠮷"_s};
        const QString &text = kTexts.at(m_random.bounded(int(kTexts.size())));
        remember(u"type "_s + text.left(10));
        if (m_random.bounded(2))
            m_method.compose(text);
        if (m_random.bounded(3))
            m_method.accept(text);
    }
    void wheel(QWindow *window)
    {
        remember(u"wheel"_s);
        const QPoint at = somewhere(window);
        m_time += 10;
        QWindowSystemInterface::handleWheelEvent(
            window, ulong(m_time), at, window->mapToGlobal(at), {}, QPoint(0, m_random.bounded(2) ? 120 : -120));
    }
    /// Asks for a command with a key that no keyboard has: comes only where a person's keys would come now.
    void askForCommand(QWindow *window)
    {
        remember(u"a command"_s);
        QWindowSystemInterface::handleKeyEvent<QWindowSystemInterface::AsynchronousDelivery>(
            window, QEvent::KeyPress, kCommand, Qt::NoModifier, QString());
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isAsked = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == kCommand;
        if (!isAsked || !watched->isWindowType()) // before any widget has it, as a shortcut
            return QObject::eventFilter(watched, event);
        command();
        return true;
    }
    /// Anything that a menu offers now.
    void command()
    {
        if (QApplication::activeModalWidget() || QApplication::activePopupWidget() || !m_window)
            return;
        if (m_left < 0) // it has ended: nobody would answer any more
            return;
        QList<QAction *> offered;
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->isEnabled() && action->isVisible() && !action->isSeparator() && !action->menu())
                offered.append(action);
        }
        if (offered.isEmpty())
            return;
        QAction *action = offered.at(m_random.bounded(int(offered.size())));
        remember(u"command "_s + action->objectName() + u' ' + action->text());
        action->trigger();
    }
    void copyText()
    {
        static const QStringList kTexts{
            u"1\t2\n3\t4"_s, u"・一\n・二\n・三"_s, u"基本方針\t改革項目\n方針\t項目"_s, {}};
        remember(u"a copied text"_s);
        QGuiApplication::clipboard()->setText(kTexts.at(m_random.bounded(int(kTexts.size()))));
    }

    /// What is on the page is what the plan holds, and what the journal adds up to.
    void look()
    {
        remember(u"look"_s);
        if (!m_window || !m_window->document() || !m_window->view())
            return;
        PlanDocument &document = *m_window->document();
        for (QWidget *editor : m_window->view()->page()->findChildren<QWidget *>()) {
            const auto bound = ui::fields::boundTo(editor);
            const auto *text = qobject_cast<ui::GrowingTextEdit *>(editor);
            if (bound && text && document.plan().contains(bound->first) && !ui::CompositionGuard::isComposing()
                && text->text() != document.text(bound->first, bound->second))
                fail(u"the page shows another text: "_s + bound->second);
        }
        if (m_random.bounded(8))
            return;
        const auto sum = planAt(document.journal(), document.journal().heads());
        if (!sum || exchange::planToJson(sum.value()) != exchange::planToJson(document.plan()))
            fail(u"the plan is not what the journal adds up to"_s);
    }
    /// The window was closed, and goes: the file holds what it held.
    void dropWindow()
    {
        QString path;
        QByteArray held;
        if (m_window && m_window->document()) {
            path = m_window->document()->path();
            m_window->document()->flush(); // what is still being typed will be in the file
            held = exchange::planToJson(m_window->document()->plan());
        }
        m_window.reset();
        if (path.isEmpty())
            return;
        if (const QString wrong = wrongWith(path); !wrong.isEmpty())
            fail(wrong);
        const auto again = m_services.openForReading(path);
        if (again && exchange::planToJson(again.value().document->plan()) != held)
            fail(u"another plan comes back"_s);
    }
    /// Closes everything, as a desktop does in the end.
    void finish()
    {
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        while (QWidget *modal = QApplication::activeModalWidget()) {
            modal->close();
            if (QApplication::activeModalWidget() == modal)
                break;
        }
        if (m_window && m_window->isVisible() && !m_window->close()) {
            QTimer::singleShot(1, this, &Monkey::finish);
            return;
        }
        QCoreApplication::exit();
    }

    static constexpr Qt::Key kCommand = Qt::Key_F35;
    QTemporaryDir m_folder;
    QRandomGenerator m_random;
    FileServices m_services{u"いたずら"_s};
    AnyAnswers m_answers;
    InputMethod m_method;
    std::unique_ptr<ui::MainWindow> m_window;
    int m_left, m_failures = 0, m_time = 1000;
};
} // namespace

/// Files that the window wants to show to the desktop.
class Shown : public QObject
{
    Q_OBJECT
public Q_SLOTS:
    void open(const QUrl &) { }
};

/// Hours of anything: nothing crashes, nothing hangs, no plan is other than its journal.
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    workInMemory();
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"seed"_s, u"of the first run (1)"_s, u"n"_s, u"1"_s},
        {u"pokes"_s, u"in each run (3000)"_s, u"n"_s, u"3000"_s}, {u"runs"_s, u"(1)"_s, u"n"_s, u"1"_s}});
    parser.process(app);
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setQuitOnLastWindowClosed(false);
    ui::setUpLook(app);
    ui::setUpLanguage(app, QLocale(QLocale::Japanese));
    const ui::CompositionGuard guard;
    Shown shown;
    QDesktopServices::setUrlHandler(u"file"_s, &shown, "open");
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGBUS})
        std::signal(signal, onCrash);
    std::thread watch([] {
        std::size_t before = 0;
        for (int still = 0; !g_ended; ++still) {
            std::this_thread::sleep_for(std::chrono::seconds(1));
            if (g_done != before)
                still = 0;
            before = g_done;
            if (still > 120) {
                std::fprintf(stderr, "it hangs\n");
                std::abort();
            }
        }
    });
    const int runs = parser.value(u"runs"_s).toInt();
    const quint32 first = parser.value(u"seed"_s).toUInt();
    int failures = 0;
    for (quint32 seed = first; seed < first + quint32(runs); ++seed) {
        std::fprintf(stderr, "seed %u\n", seed);
        Monkey monkey(seed, parser.value(u"pokes"_s).toInt());
        monkey.run();
        failures += monkey.failures();
    }
    g_ended = true;
    watch.join();
    std::fprintf(stderr, "%zu pokes, %d failures\n", g_done.load(), failures);
    return failures == 0 ? 0 : 1;
}

#include "campaign_monkey.moc"
