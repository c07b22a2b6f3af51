// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/controls.h"
#include "tests/gui/wholewindow.h"

#include <QAccessible>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;

namespace {
QString mnemonicOf(const QString &text)
{
    static const QRegularExpression marked(u"(?<!&)&([^&])"_s);
    return marked.match(QString(text).remove(u"&&"_s)).captured(1).toUpper();
}

void addLanguages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("Japanese") << u"ja"_s;
    QTest::newRow("English") << u"en"_s;
}
} // namespace

/// What everybody needs who does not see the screen, or has no mouse.
class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(*qApp); }

    void everyControlHasARoleAndAName_data() { addLanguages(); }
    void everyControlHasARoleAndAName()
    {
        QFETCH(const QString, language);
        WholeWindow whole(language);
        QVERIFY(whole.isReady);
        QStringList bad;
        int controls = 0, places = 0;
        whole.tour([&](const QString &place, QWidget &shown) {
            ++places;
            for (QWidget *widget : controlsOf(shown.window())) {
                ++controls;
                QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
                const auto role = spoken ? spoken->role() : QAccessible::NoRole;
                const QString name = spoken ? spoken->text(QAccessible::Name) : QString();
                const bool hasRole = role != QAccessible::NoRole && role != QAccessible::Client;
                if (!hasRole || name.trimmed().isEmpty())
                    bad.append(u"%1 (%2): role %3, name '%4'"_s
                                   .arg(whereIs(place, widget), QString::fromLatin1(widget->metaObject()->className()))
                                   .arg(role)
                                   .arg(name));
            }
        });
        bad.removeDuplicates();
        verifyNone(bad);
        QVERIFY(places > 25);
        QVERIFY(controls > 500);
    }

    void everyMenuHasItsKeysAndNoneTwice_data() { addLanguages(); }
    void everyMenuHasItsKeysAndNoneTwice()
    {
        QFETCH(const QString, language);
        WholeWindow whole(language);
        whole.window().openSample();
        QStringList bad;
        int entries = 0;
        const std::function<void(const QString &, const QList<QAction *> &)> look =
            [&](const QString &menu, const QList<QAction *> &actions) {
                QHash<QString, QString> taken;
                for (QAction *action : actions) {
                    if (action->isSeparator() || !action->isVisible())
                        continue;
                    if (action->menu()) {
                        Q_EMIT action->menu()->aboutToShow();
                        look(action->text(), action->menu()->actions());
                    }
                    if (!action->isEnabled() && action->objectName().isEmpty() && !action->menu())
                        continue; // says only that there is nothing
                    ++entries;
                    const QString key = mnemonicOf(action->text());
                    if (key.isEmpty())
                        bad.append(menu + u" › "_s + action->text() + u": no key"_s);
                    else if (taken.contains(key))
                        bad.append(
                            menu + u" › "_s + action->text() + u": "_s + key + u" is that of "_s + taken.value(key));
                    taken.insert(key, action->text());
                }
            };
        look(u"menu bar"_s, whole.window().menuBar()->actions());
        verifyNone(bad);
        QVERIFY(entries > 50);
    }

    void whatStandsOnAPageHasNoKeyOfAMenu_data() { addLanguages(); }
    void whatStandsOnAPageHasNoKeyOfAMenu()
    {
        QFETCH(const QString, language);
        WholeWindow whole(language);
        QHash<QString, QString> menus;
        for (const QAction *menu : whole.window().menuBar()->actions())
            menus.insert(mnemonicOf(menu->text()), menu->text());
        QStringList bad;
        whole.tour([&](const QString &place, QWidget &shown) {
            if (&shown != &whole.window())
                return;
            for (const QAbstractButton *button : shown.findChildren<QAbstractButton *>()) {
                const QString key = mnemonicOf(button->text());
                if (button->isVisible() && !button->inherits("QToolButton") && menus.contains(key))
                    bad.append(place + u": "_s + button->text() + u" has the key of "_s + menus.value(key));
            }
        });
        bad.removeDuplicates();
        verifyNone(bad);
        QVERIFY(menus.size() > 4);
    }

    void keysStandInBracketsInJapanese()
    {
        WholeWindow whole(u"ja"_s);
        static const QRegularExpression form(u"^[^&]+\\(&[A-Z]\\)…?$|^&\\d"_s);
        for (QAction *top : whole.window().menuBar()->actions()) {
            QVERIFY2(form.match(top->text()).hasMatch(), qPrintable(top->text()));
            for (QAction *action : top->menu()->actions()) {
                if (!action->isSeparator() && action->text().contains(u'&'))
                    QVERIFY2(form.match(action->text()).hasMatch(), qPrintable(action->text()));
            }
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
