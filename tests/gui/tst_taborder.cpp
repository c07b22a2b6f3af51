// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/controls.h"
#include "tests/gui/wholewindow.h"
#include "ui/widgets/valuestable.h"

#include <QDockWidget>
#include <QMenu>
#include <QToolBar>
#include <algorithm>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

namespace {
/// Reached by keys of its own, not by Tab: what stands in the menus too, and the panels' buttons for closing them.
bool hasOwnKeys(const QWidget *widget)
{
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        if (qobject_cast<const QToolBar *>(at))
            return true;
    }
    return qobject_cast<const QDockWidget *>(widget->parentWidget()) && qobject_cast<const QAbstractButton *>(widget);
}

/// In a panel behind another one, which counts as visible.
bool isCovered(const QWidget *widget)
{
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        if (qobject_cast<const QDockWidget *>(at))
            return !at->window()->rect().intersects(at->geometry());
    }
    return false;
}

/// Goes once round, from where the focus is until it comes back there.
QList<QPointer<QWidget>> walk(QWidget *window, Qt::Key key)
{
    constexpr int kSteps = 400, kLinks = 30; // in a text with links Tab goes from one to the next first
    QList<QPointer<QWidget>> stops;
    int stays = 0;
    for (int i = 0; i < kSteps; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus || focus->window() != window)
            break;
        const bool isNew = stops.isEmpty() || stops.constLast() != focus;
        stays = isNew ? 0 : stays + 1;
        if (stays > kLinks)
            break;
        if (isNew && !stops.isEmpty() && stops.constFirst() == focus)
            return stops;
        if (isNew)
            stops.append(focus);
        // Between the cells of a table Tab goes from one to the next; with Ctrl it leaves.
        QTest::keyClick(focus, key, qobject_cast<ValuesTable *>(focus) ? Qt::ControlModifier : Qt::NoModifier);
    }
    stops.append(nullptr); // it did not come round
    return stops;
}

/// Whether the eye comes to \p second before \p first: among what lies in the same part of the window, it is all above, or
/// beside it to the left.
bool isReadBefore(const QWidget *first, const QWidget *second)
{
    const QWidget *whole = first->parentWidget();
    while (whole && whole != second && !whole->isAncestorOf(second))
        whole = whole->parentWidget();
    if (!whole || whole == second)
        return false;
    const auto partOf = [whole](const QWidget *widget) {
        while (widget->parentWidget() != whole)
            widget = widget->parentWidget();
        return widget->geometry();
    };
    const QRect one = partOf(first);
    const QRect other = partOf(second);
    if (other.bottom() < one.top())
        return true;
    const bool isBeside = other.top() <= one.bottom() && one.top() <= other.bottom();
    return isBeside && other.right() < one.left();
}

QString nameOf(const QWidget *widget)
{
    return widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                          : widget->objectName();
}

/// Of panels that lie on each other: the toolkit puts it anywhere in the order, and each panel has keys of its own.
bool isTabsOfPanels(const QWidget *widget)
{
    return qobject_cast<const QTabBar *>(widget) && qobject_cast<const QMainWindow *>(widget->parentWidget());
}

/// The sentences that say what is wrong with the way through a window.
QStringList faultsOf(const QString &place, QWidget *window)
{
    QStringList bad;
    const QList<QPointer<QWidget>> there = walk(window, Qt::Key_Tab);
    if (there.constLast().isNull()) {
        QStringList names;
        for (const QPointer<QWidget> &stop : there)
            names.append(stop ? nameOf(stop) : u"?"_s);
        return {place + u": Tab does not come round: "_s + names.join(u" > "_s)};
    }
    for (QWidget *widget : controlsOf(window)) {
        if (!widget->isEnabled() || hasOwnKeys(widget))
            continue;
        const auto times = std::count(there.begin(), there.end(), widget);
        if (times != (isCovered(widget) ? 0 : 1))
            bad.append(whereIs(place, widget) + u": come to %1 times"_s.arg(times));
    }
    QStringList steps; // against the way of reading; one of them is that from the end to the beginning
    for (qsizetype i = 0; i < there.size(); ++i) {
        const QWidget *one = there.at(i);
        const QWidget *next = there.at((i + 1) % there.size());
        if (isReadBefore(one, next) && !isTabsOfPanels(one) && !isTabsOfPanels(next))
            steps.append(nameOf(one) + u" > "_s + nameOf(next));
    }
    if (steps.size() > 1)
        bad.append(place + u": not as it is read: "_s + steps.join(u", "_s));
    QList<QPointer<QWidget>> back = walk(window, Qt::Key_Backtab);
    std::reverse(back.begin(), back.end());
    std::rotate(back.begin(), back.end() - 1, back.end()); // both begin where the focus was
    if (back != there) {
        const auto namesOf = [](const QList<QPointer<QWidget>> &stops) {
            QStringList names;
            for (const QPointer<QWidget> &stop : stops)
                names.append(stop ? nameOf(stop) : u"?"_s);
            return names.join(u" > "_s);
        };
        bad.append(place + u": Shift+Tab goes another way: "_s + namesOf(there) + u"; back: "_s + namesOf(back));
    }
    return bad;
}
} // namespace

/// Tab alone comes to everything, in the order in which it is read, and Shift+Tab the same way back.
class TestTabOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(*qApp); }

    void tabGoesThroughEveryWindowAsItIsRead()
    {
        WholeWindow whole(u"ja"_s);
        QStringList bad;
        int places = 0;
        QSet<QString> seen;
        whole.tour([&](const QString &place, QWidget &shown) {
            QWidget *window = shown.window();
            if (qobject_cast<QMenu *>(window) || &shown != window)
                return;
            ++places;
            window->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(window));
            if (!QTest::qWaitFor([] { return QApplication::focusWidget(); }, 500))
                QTest::keyClick(window, Qt::Key_Tab);
            const QPointer<QWidget> before = QApplication::focusWidget();
            if (!before) {
                bad.append(place + u": nothing takes the focus"_s);
                return;
            }
            for (const QString &fault : faultsOf(place, window)) {
                const QString what = fault.section(u": "_s, 1);
                if (!seen.contains(what))
                    bad.append(fault);
                seen.insert(what);
            }
            if (before)
                before->setFocus();
        });
        verifyNone(bad);
        QVERIFY(places > 20);
    }
};

QTEST_MAIN(TestTabOrder)
#include "tst_taborder.moc"
