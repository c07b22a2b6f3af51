// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/wholewindow.h"
#include "ui/look/measures.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

namespace {
/// Takes what room there is and elides the rest, on purpose.
bool elides(const QWidget *widget)
{
    return widget->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
}

/// What of this widget has no room; empty: nothing.
QString cutOf(const QWidget *widget)
{
    if (elides(widget))
        return {};
    const QWidget *parent = widget->parentWidget();
    const bool isLaidOut = parent && !widget->isWindow() && parent->layout() && parent->layout()->indexOf(widget) >= 0;
    if (isLaidOut && parent->height() < widget->geometry().bottom() + 1)
        return u"reaches %1 of %2"_s.arg(widget->geometry().bottom() + 1).arg(parent->height());
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty())
            return {};
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        if (label->height() + 1 < needed)
            return u"height %1 of %2"_s.arg(label->height()).arg(needed);
        if (!label->wordWrap() && label->width() + 1 < label->sizeHint().width())
            return u"width %1 of %2"_s.arg(label->width()).arg(label->sizeHint().width());
        return {};
    }
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if ((button && !button->text().isEmpty()) || qobject_cast<const QComboBox *>(widget)) {
        const bool grows = widget->hasHeightForWidth();
        QSize needed = grows || !button ? widget->minimumSizeHint() : widget->sizeHint();
        if (qobject_cast<const QPushButton *>(widget) && !grows) // would rather be wider than its text
            needed.setWidth(std::min(needed.width(),
                button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width() + 2 * gap::kSmall));
        if (widget->width() + 1 < needed.width())
            return u"width %1 of %2"_s.arg(widget->width()).arg(needed.width());
        const int height = grows ? widget->heightForWidth(widget->width()) : needed.height();
        if (widget->height() + 1 < height)
            return u"height %1 of %2"_s.arg(widget->height()).arg(height);
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget); tabs && tabs->count() > 1) {
        const QRect shown = tabs->tabRect(tabs->currentIndex()); // the others are a scroll away
        if (!tabs->rect().contains(shown.adjusted(1, 1, -1, -1)))
            return u"tab of %1×%2 in %3×%4"_s.arg(shown.right())
                .arg(shown.bottom())
                .arg(tabs->width())
                .arg(tabs->height());
    }
    return {};
}
} // namespace

/// Nothing is cut, and nothing is larger than the screen of a common office laptop.
class TestSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(*qApp); }

    void everythingHasRoom_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("percent");
        for (const char *language : {"ja", "en"}) {
            for (const int percent : {100, 150, 200})
                QTest::addRow("%s, text of %d percent", language, percent) << QString::fromLatin1(language) << percent;
        }
    }
    void everythingHasRoom()
    {
        QFETCH(const QString, language);
        QFETCH(const int, percent);
        WholeWindow whole(language, percent);
        QVERIFY(whole.isReady);
        const QSize screen = WholeWindow::kScreen - QSize(0, WholeWindow::kTaken);
        QStringList bad;
        int looked = 0;
        whole.tour([&](const QString &place, QWidget &shown) {
            const QWidget *window = shown.window();
            if (window->width() > screen.width() || window->height() > screen.height())
                bad.append(u"%1: window of %2×%3"_s.arg(place).arg(window->width()).arg(window->height()));
            if (qobject_cast<const QMenu *>(window))
                return;
            for (const QWidget *widget : window->findChildren<QWidget *>()) {
                if (!widget->isVisible() || widget->window() != window)
                    continue;
                ++looked;
                if (const QString cut = cutOf(widget); !cut.isEmpty()) {
                    const auto *label = qobject_cast<const QLabel *>(widget);
                    const auto *button = qobject_cast<const QAbstractButton *>(widget);
                    const QString text = label ? label->text() : button ? button->text() : QString();
                    bad.append(u"%1: %2 “%3”"_s.arg(whereIs(place, widget), cut, text.left(30)));
                }
            }
        });
        bad.removeDuplicates();
        verifyNone(bad);
        QVERIFY(looked > 1000);
    }

    void thePageIsAsWideAsItsRoom_data() { everythingHasRoom_data(); }
    void thePageIsAsWideAsItsRoom()
    {
        QFETCH(const QString, language);
        QFETCH(const int, percent);
        WholeWindow whole(language, percent);
        QVERIFY(whole.isReady);
        QStringList bad;
        whole.tour([&](const QString &place, QWidget &shown) {
            for (const auto *scroll : shown.window()->findChildren<QScrollArea *>(u"pageScroll"_s)) {
                if (!scroll->isVisible() || scroll->horizontalScrollBar()->maximum() == 0)
                    continue;
                const int room = scroll->viewport()->width();
                for (const QWidget *widget : scroll->widget()->findChildren<QWidget *>()) {
                    if (const int least = widget->minimumSizeHint().width(); widget->isVisible() && least > room - 48)
                        bad.append(u"%1: %2 of %3"_s.arg(whereIs(place, widget)).arg(least).arg(room));
                }
                bad.append(u"%1: %2 of %3"_s.arg(place).arg(scroll->widget()->minimumSizeHint().width()).arg(room));
            }
        });
        verifyNone(bad);
    }
};

QTEST_MAIN(TestSizes)
#include "tst_sizes.moc"
