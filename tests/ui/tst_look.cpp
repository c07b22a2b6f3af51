// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/matchmarker.h"
#include "ui/look/icons.h"
#include "ui/look/look.h"
#include "ui/look/measures.h"
#include "ui/look/systemcontrast.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/trendchartview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QRegularExpression>
#include <QStyle>
#include <QTextEdit>
#include <QToolButton>
#include <QToolTip>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::ui;
using namespace Qt::StringLiterals;
Q_DECLARE_METATYPE(mezasu::ui::Scheme)

namespace {
constexpr double kText = 4.5, kForm = 3; ///< the least contrast of WCAG 2, level AA

struct Pair
{
    QString name;
    QColor ink, ground;
    double least;
};

QString nameOf(QPalette::ColorRole role)
{
    return QString::fromLatin1(QMetaEnum::fromType<QPalette::ColorRole>().valueToKey(role));
}

QList<Pair> pairsOf(Scheme scheme)
{
    const QPalette palette = paletteOf(scheme);
    const Colours &extra = coloursOf(scheme);
    QList<Pair> out;
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const auto of = [&](QPalette::ColorRole role) { return palette.color(group, role); };
        const auto add = [&](const QString &name, const QColor &ink, const QColor &ground, double least) {
            out.append({u"%1 (%2)"_s.arg(name).arg(group), ink, ground, least});
        };
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button}) {
            const QString on = u" on "_s + nameOf(ground);
            for (const auto ink : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                     QPalette::PlaceholderText, QPalette::Link, QPalette::LinkVisited})
                add(nameOf(ink) + on, of(ink), of(ground), kText);
            add(u"added"_s + on, extra.added, of(ground), kText);
            add(u"removed"_s + on, extra.removed, of(ground), kText);
            if (ground != QPalette::Button) // buttons have the line of the focus
                add(u"Highlight"_s + on, of(QPalette::Highlight), of(ground), kForm);
            add(u"focus"_s + on, extra.focus, of(ground), kForm);
            add(u"line"_s + on, extra.line, of(ground), kForm);
            add(u"disabled text"_s + on, palette.color(QPalette::Disabled, QPalette::Text), of(ground), kForm);
        }
        add(u"selected"_s, of(QPalette::HighlightedText), of(QPalette::Highlight), kText);
        add(u"tool tip"_s, of(QPalette::ToolTipText), of(QPalette::ToolTipBase), kText);
        add(u"found text"_s, of(QPalette::Text), extra.match, kText);
        add(u"found text in a list"_s, of(QPalette::ButtonText), extra.match, kText);
        add(u"trouble"_s, of(QPalette::ToolTipText), extra.trouble, kText);
        add(u"actual"_s, extra.actual, of(QPalette::Base), kForm);
        add(u"target"_s, extra.target, of(QPalette::Base), kForm);
    }
    return out;
}

/// The colour of what is painted most densely.
QColor inkOf(const QPixmap &drawing)
{
    const QImage image = drawing.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor out(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor here = image.pixelColor(x, y); here.alpha() > out.alpha())
                out = here;
        }
    }
    return out.alpha() > 100 ? QColor(out.rgb()) : QColor();
}

void addSchemes()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
    QTest::newRow("high contrast") << Scheme::HighContrast;
}
} // namespace

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(*qApp); }
    void cleanup()
    {
        setSystemContrast({});
        setLook(Look::System);
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrastOf(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastOf(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(contrastOf(QColor(0x777777), Qt::white) - 4.48) < 0.01);
    }

    void everythingCanBeRead_data() { addSchemes(); }
    void everythingCanBeRead()
    {
        QFETCH(const Scheme, scheme);
        QStringList bad;
        for (const Pair &pair : pairsOf(scheme)) {
            if (const double contrast = contrastOf(pair.ink, pair.ground); contrast < pair.least)
                bad.append(u"%1: %2 %3 is %4"_s.arg(pair.name, pair.ink.name(), pair.ground.name()).arg(contrast));
        }
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }

    void aMenuStandsOutFromWhatLiesBelow_data() { addSchemes(); }
    void aMenuStandsOutFromWhatLiesBelow()
    {
        QFETCH(const Scheme, scheme);
        setLook(scheme == Scheme::Light ? Look::Light : scheme == Scheme::Dark ? Look::Dark : Look::HighContrast);
        QMenu menu;
        QAction *first = menu.addAction(u"A"_s);
        QAction *line = menu.addSeparator();
        menu.addAction(u"B"_s);
        menu.resize(menu.sizeHint());
        const QImage image = menu.grab().toImage();
        const QPoint middle = menu.actionGeometry(line).center();
        const QColor ground =
            image.pixelColor(menu.actionGeometry(first).right() - 3, menu.actionGeometry(first).top() + 2);
        QVERIFY(contrastOf(image.pixelColor(0, image.height() / 2), ground) >= kForm);
        QVERIFY(contrastOf(image.pixelColor(image.width() / 2, image.height() - 1), ground) >= kForm);
        double best = 1;
        for (int y = menu.actionGeometry(line).top(); y <= menu.actionGeometry(line).bottom(); ++y)
            best = std::max(best, contrastOf(image.pixelColor(middle.x(), y), ground));
        QVERIFY(best >= kForm);
    }

    void keysAreNamedAsOnAKeyboard()
    {
        setUpLanguage(*qApp, QLocale(QLocale::Japanese));
        QCOMPARE(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText), u"Ctrl+Enter"_s);
    }

    void whatIsTickedGrowsWithTheText()
    {
        QCheckBox box(u"A"_s);
        QRadioButton choice(u"B"_s);
        const auto sides = [](const QWidget &of) {
            return QSize(of.style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, &of),
                of.style()->pixelMetric(QStyle::PM_ExclusiveIndicatorHeight, nullptr, &of));
        };
        const QSize before = sides(box);
        setTextSize(200);
        QCOMPARE(sides(box), before * 2);
        QCOMPARE(sides(choice), before * 2);
        setTextSize(100);
    }

    void theContrastThatAPersonHasChosenIsTaken_data()
    {
        QTest::addColumn<QVariantHash>("theme");
        QTest::newRow("black on white") << QVariantHash{{u"Window"_s, u"255 255 255"_s}, {u"WindowText"_s, u"0 0 0"_s},
            {u"ButtonFace"_s, u"255 255 255"_s}, {u"ButtonText"_s, u"0 0 0"_s}, {u"Hilight"_s, u"55 0 110"_s},
            {u"HilightText"_s, u"255 255 255"_s}, {u"HotTrackingColor"_s, u"0 0 159"_s}, {u"GrayText"_s, u"96 0 0"_s}};
        QTest::newRow("yellow on black") << QVariantHash{{u"Window"_s, u"0 0 0"_s}, {u"WindowText"_s, u"255 255 0"_s},
            {u"ButtonFace"_s, u"0 0 0"_s}, {u"ButtonText"_s, u"255 255 0"_s}, {u"Hilight"_s, u"0 128 0"_s},
            {u"HilightText"_s, u"255 255 255"_s}, {u"HotTrackingColor"_s, u"128 128 255"_s},
            {u"GrayText"_s, u"0 255 0"_s}};
    }
    void theContrastThatAPersonHasChosenIsTaken()
    {
        QFETCH(const QVariantHash, theme);
        const auto read = readSystemContrast([&](const QString &name) { return theme.value(name).toString(); });
        QVERIFY(read);
        setSystemContrast(read);
        setLook(Look::HighContrast);
        const QPalette palette = QApplication::palette();
        QCOMPARE(palette.color(QPalette::Window), read->window);
        QCOMPARE(palette.color(QPalette::Text), read->text);
        QCOMPARE(palette.color(QPalette::Highlight), read->highlight);
        QVERIFY(ui::colours().match != read->window); // what was found can be seen
        QStringList bad;
        for (const Pair &pair : pairsOf(Scheme::HighContrast)) {
            if (const double contrast = contrastOf(pair.ink, pair.ground); contrast < pair.least)
                bad.append(u"%1: %2 %3 is %4"_s.arg(pair.name, pair.ink.name(), pair.ground.name()).arg(contrast));
        }
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
        setSystemContrast({});
        QVERIFY(paletteOf(Scheme::HighContrast) != palette); // ours again
    }

    void aThemeThatLacksAColourIsNone()
    {
        QVERIFY(!readSystemContrast([](const QString &) { return QString(); }));
        QVERIFY(!readSystemContrast([](const QString &) { return u"255 0"_s; }));
        QVERIFY(!readSystemContrast([](const QString &) { return u"255 0 300"_s; }));
    }

    void everyRoleIsOurs_data() { addSchemes(); }
    void everyRoleIsOurs()
    {
        QFETCH(const Scheme, scheme);
        const QPalette palette = paletteOf(scheme);
        for (int role = 0; role < QPalette::NColorRoles; ++role) {
            if (role != QPalette::NoRole)
                QVERIFY2(palette.isBrushSet(QPalette::Active, QPalette::ColorRole(role)),
                    qPrintable(nameOf(QPalette::ColorRole(role))));
        }
    }

    void aDesktopIsUnderstood_data()
    {
        QTest::addColumn<QColor>("window");
        QTest::addColumn<QColor>("text");
        QTest::addColumn<Scheme>("meant");
        QTest::newRow("grey with black text") << QColor(0xefefef) << QColor(Qt::black) << Scheme::Light;
        QTest::newRow("white with black text") << QColor(Qt::white) << QColor(Qt::black) << Scheme::Light;
        QTest::newRow("dark grey with white text") << QColor(0x2d2d2d) << QColor(Qt::white) << Scheme::Dark;
        QTest::newRow("black with grey text") << QColor(Qt::black) << QColor(0xdddddd) << Scheme::Dark;
        QTest::newRow("black with white text") << QColor(Qt::black) << QColor(Qt::white) << Scheme::HighContrast;
    }
    void aDesktopIsUnderstood()
    {
        QFETCH(const QColor, window);
        QFETCH(const QColor, text);
        QPalette desktop;
        desktop.setColor(QPalette::Window, window);
        desktop.setColor(QPalette::WindowText, text);
        QTEST(schemeOf(desktop), "meant");
    }

    void buttonsOfDialogsHaveNoIconsOfTheDesktop()
    {
        QCOMPARE(QApplication::style()->styleHint(QStyle::SH_DialogButtonBox_ButtonsHaveIcons), 0);
    }

    void namesOfLooksAreRead()
    {
        for (const Look look : {Look::System, Look::Light, Look::Dark, Look::HighContrast})
            QCOMPARE(lookNamed(ui::nameOf(look)), look);
        QVERIFY(!lookNamed(u"blue"));
    }

    void theWindowFollowsAtOnce()
    {
        QLabel label(u"計画"_s);
        for (const auto &[look, scheme] :
            {std::pair{Look::Dark, Scheme::Dark}, {Look::HighContrast, Scheme::HighContrast},
                {Look::Light, Scheme::Light}, {Look::System, Scheme::Light}}) {
            setLook(look);
            QCOMPARE(ui::scheme(), scheme);
            QCOMPARE(label.palette().color(QPalette::WindowText), paletteOf(scheme).color(QPalette::WindowText));
            QCOMPARE(QToolTip::palette().color(QPalette::ToolTipBase), paletteOf(scheme).color(QPalette::ToolTipBase));
            QCOMPARE(trendLookFor(&label).actual, coloursOf(scheme).actual);
            QCOMPARE(trendLookFor(&label).paper, paletteOf(scheme).color(QPalette::Base));
        }
    }

    void paperStaysAsItIs()
    {
        const report::TrendLook before;
        setLook(Look::Dark);
        QCOMPARE(report::TrendLook(), before);
        QCOMPARE(before.paper, QColor(Qt::white));
    }

    void marksOfASearchFollow()
    {
        QWidget page;
        auto *line = new QLineEdit(u"財政課"_s, &page);
        auto *text = new QTextEdit(u"財政の見通し"_s, &page);
        auto *chip = new QToolButton(&page);
        chip->setObjectName(u"departmentChip"_s);
        chip->setText(u"財務部財政課 ×"_s);
        MatchMarker marker;
        marker.mark(&page, u"財政"_s);
        setLook(Look::Dark);
        marker.colourAgain();
        const QColor wanted = coloursOf(Scheme::Dark).match;
        QCOMPARE(line->palette().color(QPalette::Base), wanted);
        QCOMPARE(line->palette().color(QPalette::Text), paletteOf(Scheme::Dark).color(QPalette::Text));
        QCOMPARE(chip->palette().color(QPalette::Button), wanted);
        QVERIFY(chip->font().underline());
        QCOMPARE(text->extraSelections().size(), qsizetype(1));
        QCOMPARE(text->extraSelections().constFirst().format.background().color(), wanted);
        marker.mark(&page, {});
        QCOMPARE(line->palette().color(QPalette::Base), paletteOf(Scheme::Dark).color(QPalette::Base));
    }

    void troubleLiesOnItsOwnGround()
    {
        MessageBar bar(u"bar"_s, u"label"_s);
        const auto ground = [&bar] { return bar.palette().color(QPalette::ToolTipBase); };
        bar.say(u"⚠ 保存できません。"_s, {}, true);
        QCOMPARE(ground(), coloursOf(Scheme::Light).trouble);
        setLook(Look::Dark);
        QCOMPARE(ground(), coloursOf(Scheme::Dark).trouble);
        bar.say(u"保存しました。"_s);
        QCOMPARE(ground(), paletteOf(Scheme::Dark).color(QPalette::ToolTipBase));
    }

    // -- sizes

    void textsKeepTheirSharesWhenTheSizeChanges()
    {
        QLabel heading(u"計画"_s);
        setType(&heading, Type::Heading);
        for (const int percent : {100, 200, 125}) {
            setTextSize(percent);
            QCOMPARE(heading.font().pointSizeF(), QApplication::font().pointSizeF() * shareOf(Type::Heading));
            QVERIFY(heading.font().bold());
        }
        setTextSize(100);
    }

    // -- icons

    void iconsAreDrawnInTheInkOfTheScheme()
    {
        const QIcon one = icon(u"document-open"_s);
        QVERIFY(!one.isNull());
        for (const Look look : {Look::Light, Look::Dark, Look::HighContrast}) {
            setLook(look);
            const QPalette palette = paletteOf(ui::scheme());
            QCOMPARE(inkOf(one.pixmap(22)), palette.color(QPalette::WindowText));
            QCOMPARE(inkOf(one.pixmap(22, QIcon::Disabled)), palette.color(QPalette::Disabled, QPalette::WindowText));
            QCOMPARE(inkOf(one.pixmap(22, QIcon::Selected)), palette.color(QPalette::HighlightedText));
        }
    }

    void anIconThatIsNotThereIsEmpty() { QVERIFY(icon(u"no-such-icon"_s).isNull()); }

    /// Each in both sizes, nothing but ink, and as large as it says.
    void everyIconOfTheSetIsDrawn()
    {
        const QStringList names = QDir(u":/mezasu/icons/breeze/16"_s).entryList({u"*.svg"_s});
        QVERIFY(names.size() > 30);
        QCOMPARE(QDir(u":/mezasu/icons/breeze/22"_s).entryList({u"*.svg"_s}), names);
        for (QString name : names) {
            name.chop(4);
            for (const int side : {16, 22}) {
                const QPixmap drawing = icon(name).pixmap(side);
                QCOMPARE(drawing.size(), QSize(side, side));
                const double contrast =
                    contrastOf(inkOf(drawing), paletteOf(Scheme::Light).color(QPalette::WindowText));
                QVERIFY2(contrast < 1.1, qPrintable(name)); // thin lines are nowhere quite opaque
            }
        }
    }

    // -- the rule

    /// Whoever mixes a colour elsewhere has forgotten two of the three schemes.
    void coloursAreMadeInOnePlace()
    {
        static const QRegularExpression literal(
            u"QColor[ "
            u"{(]+[0-9u\"]|QColor::from|\\bqRgb|Qt::(red|green|blue|yellow|cyan|magenta|gr[ae]y|black|dark|light[GR])|"
            "setAlpha|color: ?#|background(-color)?: ?#"_s);
        QStringList found;
        QDirIterator files(QStringLiteral(MEZASU_SOURCES) + u"/ui"_s, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
            QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().contains("/ui/look/"_L1))
                continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++read;
            const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
            for (const QString &line : lines) {
                if (literal.match(line).hasMatch())
                    found.append(file.fileName() + u": "_s + line.trimmed());
            }
        }
        QVERIFY(read > 50);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
