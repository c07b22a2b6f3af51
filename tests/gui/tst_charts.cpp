// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/numbersfixture.h"
#include "ui/pages/overviewpage.h"
#include "ui/widgets/homeline.h"
#include "ui/widgets/indicatorgrid.h"

#include <QAction>
#include <QComboBox>
#include <QImage>

using namespace numbers;

class TestCharts : public Fixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginCase(); }
    void init() { begin(); }
    void cleanup() { end(); }

    // -- chart

    void theChartFollowsTheTyping()
    {
        typeInto(1, kActual, u"46"_s);
        typeInto(3, kActual, u"48"_s);
        typeInto(5, kTarget, u"50"_s);
        const report::TrendData &trend = chart()->trend();
        QCOMPARE(trend.actuals.size(), 2U);
        QCOMPARE(trend.targets.size(), 1U);
        QCOMPARE(trend.years.back().text, u"2026年度"_s);
        QVERIFY(chart()->accessibleDescription().contains(u"2022年度の実績値：46%"_s));
        QVERIFY(document()->undo());
        QVERIFY(chart()->trend().targets.empty());
    }

    void arrowsReadOutThePoints()
    {
        typeInto(0, kBaseline, u"45.0"_s);
        typeInto(1, kActual, u"46.5p"_s);
        typeInto(2, kActual, u"－"_s);
        typeInto(3, kActual, u"△1,234.50"_s);
        typeInto(3, kTarget, u"48"_s);
        chart()->setFocus(Qt::TabFocusReason);
        QCOMPARE(chart()->readout(), u"2024年度の実績値：△1,234.50%"_s);
        press(Qt::Key_Up);
        QCOMPARE(chart()->readout(), u"2024年度の目標値：48%"_s);
        press(Qt::Key_Left);
        QCOMPARE(chart()->readout(), u"2023年度の実績値：なし（未調査）"_s);
        press(Qt::Key_Left);
        QCOMPARE(chart()->readout(), u"2022年度の実績値：46.5%（速報）"_s);
        QCOMPARE(chart()->accessibleDescription(), chart()->readout());
        press(Qt::Key_Home);
        QCOMPARE(chart()->readout(), u"2021年度の基準値：45.0%"_s);
        press(Qt::Key_Left);
        QCOMPARE(chart()->readout(), u"2021年度の基準値：45.0%"_s);
        press(Qt::Key_End);
        press(Qt::Key_Escape);
        QVERIFY(chart()->readout().isEmpty());
        QVERIFY(chart()->accessibleDescription().contains(u"2021年度の基準値：45.0%"_s));
    }

    void thePointerReadsOutAPoint()
    {
        typeInto(1, kActual, u"46"_s);
        const QRectF area = QRectF(chart()->rect()).adjusted(4, 4, -4, -4);
        const auto spots =
            report::TrendChart(chart()->trend(), trendLookFor(chart())).spots(area, trendScaleFor(chart()));
        QCOMPARE(spots.size(), 1U);
        const auto moveTo = [this](QPointF at) {
            QMouseEvent move(QEvent::MouseMove, at, chart()->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
            QApplication::sendEvent(chart(), &move);
        };
        moveTo(spots.front().place + QPointF(3, -3));
        QCOMPARE(chart()->readout(), u"2022年度の実績値：46%"_s);
        moveTo({2, 2});
        QVERIFY(chart()->readout().isEmpty());
    }

    void theChartIsSavedAndCopied_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("png") << u"saveChartPngAction"_s << u"png"_s << QByteArray("\x89PNG");
        QTest::newRow("svg") << u"saveChartSvgAction"_s << u"svg"_s << QByteArray("<?xml");
        QTest::newRow("pdf") << u"saveChartPdfAction"_s << u"pdf"_s << QByteArray("%PDF");
    }
    void theChartIsSavedAndCopied()
    {
        QFETCH(QString, action);
        QFETCH(QString, ending);
        QFETCH(QByteArray, start);
        typeInto(1, kActual, u"46"_s);
        m_answers->path = m_services->path(u"グラフ"_s); // the ending is added
        page()->findChild<QAction *>(action)->trigger();
        QCOMPARE(m_answers->suggested, u"満足した市民の割合."_s + ending);
        QFile file(m_services->path(u"グラフ."_s + ending));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
        QVERIFY(m_window->said().contains(u"保存しました"_s));

        m_answers->path = m_services->path(u"無い/グラフ."_s + ending);
        page()->findChild<QAction *>(action)->trigger();
        QVERIFY(m_window->said().contains(u"読み書きできません"_s));

        chart()->setFocus();
        press(Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY(copied->hasImage());
        QVERIFY(qvariant_cast<QImage>(copied->imageData()).width() > 1000);
        QVERIFY(QString::fromUtf8(copied->data(u"image/svg+xml"_s)).contains(u"満足した市民の割合"_s));
    }

    // -- where it is at home

    void theHomeIsSaidAndGoneTo()
    {
        auto *home = page()->findChild<HomeLine *>(u"homeLabel"_s);
        QCOMPARE(home->accessibleName(), u"置き場所：基本方針 1「市民に近い行政」 › 目指す姿"_s);
        Q_EMIT home->linkActivated(m_policy.toString());
        QTRY_COMPARE(m_window->view()->current(), m_policy);
        const ElementId initiative = add(Kind::Initiative, m_item, {{u"title"_s, u"窓口<改善>"_s}});
        const ElementId other = add(Kind::Indicator, initiative, {{u"name"_s, u"件数"_s}});
        m_window->view()->show(other);
        home = page()->findChild<HomeLine *>(u"homeLabel"_s);
        QVERIFY(home->accessibleName().endsWith(u"改革項目 1-1「手続のデジタル化」 › 取組「窓口<改善>」"_s));
    }

    // -- all of them

    void theOverviewShowsFiltersAndOpens()
    {
        typeInto(1, kActual, u"46.5p"_s);
        typeInto(5, kTarget, u"50"_s);
        QVERIFY(document()->apply({PlanChange::set(m_indicator, u"direction"_s, u"increase"_s)}));
        const ElementId policy = add(Kind::Policy, plan().root(), {{u"number"_s, u"2"_s}, {u"title"_s, u"財政"_s}});
        const ElementId goal = add(Kind::Goal, policy);
        const ElementId empty = add(Kind::Indicator, goal, {{u"name"_s, u"残高"_s}, {u"direction"_s, u"decrease"_s}});
        IndicatorValue value;
        value.value = Decimal::fromCanonical(u"1");
        const ElementId gap = add(Kind::Indicator, goal,
            {{u"name"_s, u"隔年"_s}, {field::values(2022, u"actual"), Value(value)},
                {field::values(2024, u"actual"), Value(value)}});

        QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
        QVERIFY(m_window->view()->showsOverview());
        auto *overview = m_window->view()->findChild<OverviewPage *>(u"overviewPage"_s);
        IndicatorGrid *grid = overview->grid();
        QCOMPARE(QApplication::focusWidget(), grid);
        QCOMPARE(grid->model()->rowCount(), 3);
        QCOMPARE(grid->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
            u"満足した市民の割合、実績 46.5%（2022年度・速報）、目標 50%（2026年度）、目指す姿"_s);
        QCOMPARE(grid->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
            u"残高、実績値なし、目標値なし、目指す姿"_s);
        QTRY_COMPARE(grid->paintedCharts(), 3);

        const auto choose = [&](const QString &name, int index) {
            overview->findChild<QComboBox *>(name)->setCurrentIndex(index);
        };
        const auto names = [&] {
            QStringList all;
            for (int row = 0; row < grid->model()->rowCount(); ++row)
                all += grid->model()->index(row, 0).data().toString();
            return all.join(u'/');
        };
        choose(u"missingFilterCombo"_s, 1);
        QCOMPARE(names(), u"残高"_s);
        choose(u"missingFilterCombo"_s, 2);
        QCOMPARE(names(), u"隔年"_s);
        QCOMPARE(overview->findChild<QLabel *>(u"overviewCountLabel"_s)->text(), u"3件のうち1件"_s);
        choose(u"missingFilterCombo"_s, 3);
        QCOMPARE(names(), u"残高/隔年"_s);
        choose(u"policyFilterCombo"_s, 1);
        QVERIFY(names().isEmpty());
        QVERIFY(overview->findChild<QLabel *>(u"overviewEmptyLabel"_s)->isVisible());
        choose(u"missingFilterCombo"_s, 0);
        QCOMPARE(names(), u"満足した市民の割合"_s);
        choose(u"policyFilterCombo"_s, 0);
        choose(u"directionFilterCombo"_s, 2);
        QCOMPARE(names(), u"残高"_s);
        choose(u"directionFilterCombo"_s, field::kDirections.size() + 1);
        QCOMPARE(names(), u"隔年"_s);
        choose(u"directionFilterCombo"_s, 0);

        grid->setFocus();
        grid->setCurrentIndex(grid->model()->index(0, 0));
        QTest::keyClick(grid, Qt::Key_Right);
        QCOMPARE(grid->currentIndex().row(), 1);
        QVERIFY(document()->apply({PlanChange::set(empty, u"name"_s, u"基金の残高"_s)}));
        QTRY_COMPARE(names(), u"満足した市民の割合/基金の残高/隔年"_s); // follows, and stays where it was
        QCOMPARE(grid->currentIndex().row(), 1);
        QTest::keyClick(grid, Qt::Key_Return);
        QVERIFY(!m_window->view()->showsOverview());
        QCOMPARE(m_window->view()->current(), empty);

        m_window->view()->showOverview();
        QTest::keyClick(grid, Qt::Key_Escape);
        QVERIFY(!m_window->view()->showsOverview());
        m_window->view()->showOverview();
        QVERIFY(document()->apply({PlanChange::remove(gap)}));
        QTRY_COMPARE(grid->model()->rowCount(), 2);
        m_window->openElement(m_item);
        QVERIFY(!m_window->view()->showsOverview());
    }

    void anOverviewWithoutIndicatorsSaysWhatBelongsThere()
    {
        QVERIFY(document()->apply({PlanChange::remove(m_indicator)}));
        m_window->view()->showOverview();
        const auto *label = m_window->view()->findChild<QLabel *>(u"overviewEmptyLabel"_s);
        QVERIFY(label->isVisible());
        QVERIFY(label->text().contains(u"まだ指標がありません"_s));
    }

    void ofManyIndicatorsOnlyThoseInSightArePainted()
    {
        QList<PlanChange> inserts;
        for (int i = 0; i < 1000; ++i) {
            FieldMap fields;
            fields.set(u"name", u"指標%1"_s.arg(i));
            inserts.append(PlanChange::insert(ElementId::create(Kind::Indicator), m_goal, fields));
        }
        QVERIFY(document()->apply(inserts));
        m_window->view()->showOverview();
        IndicatorGrid *grid = m_window->view()->findChild<OverviewPage *>(u"overviewPage"_s)->grid();
        QCOMPARE(grid->model()->rowCount(), 1001);
        QTRY_VERIFY(grid->paintedCharts() > 0);
        const QSize cell = grid->gridSize();
        const int inSight =
            (grid->viewport()->width() / cell.width()) * (grid->viewport()->height() / cell.height() + 2);
        QVERIFY2(grid->paintedCharts() <= inSight, qPrintable(QString::number(grid->paintedCharts())));
        QTest::keyClick(grid, Qt::Key_End);
        QCOMPARE(grid->currentIndex().row(), 1000);
        QTRY_VERIFY(!grid->chartOf(1000).isNull());
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
