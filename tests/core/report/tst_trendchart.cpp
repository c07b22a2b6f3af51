// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chartfile.h"
#include "core/report/plantrend.h"
#include "core/report/trendaxis.h"
#include "core/report/trendchart.h"
#include "tests/core/report/pdftools.h"
#include "tests/core/report/planmaker.h"

#include <QApplication>
#include <QBuffer>
#include <QImage>
#include <QSvgGenerator>
#include <QTemporaryDir>
#include <QtTest>

using namespace mezasu;
using namespace mezasu::report;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kDate = "2026-11-22T09:00:00+09:00";

TrendData sampleData()
{
    TrendData data;
    data.title = u"経常収支比率"_s;
    data.unit = u"%"_s;
    data.decimals = 1;
    data.actuals = {{2020, 94.0}, {2021, 93.5}, {2023, 92.0, ValueStatus::Preliminary}, {2022, {}}};
    data.targets = {{2026, 90.0}};
    data.baseline = TrendPoint{2020, 94.0};
    for (int year = 2020; year <= 2026; ++year)
        data.years.push_back({year, u"%1年度"_s.arg(year)});
    return data;
}

QImage painted(const TrendData &data)
{
    QImage image(1200, 700, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    TrendChart(data).paint(painter, image.rect(), 200);
    painter.end();
    return image;
}

QString svgOf(const TrendData &data)
{
    const auto bytes = renderChart(data, ChartFormat::Svg, kDate);
    return bytes ? QString::fromUtf8(bytes.value()) : QString();
}

/// Dark points of the lines' colour between two parts of the width, in the area of the plot.
int lineInk(const QImage &image, double from, double to)
{
    int count = 0;
    for (int x = int(image.width() * from); x < int(image.width() * to); ++x) {
        for (int y = image.height() / 6; y < image.height() * 4 / 5; ++y) {
            const QColor color = image.pixelColor(x, y);
            count += color.blue() > color.red() + 40 && color.blue() < 200 ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class tst_TrendChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segmentsBreakAtMissingYears()
    {
        const auto segments = segmentsOf({{2024, 4.0}, {2020, 1.0}, {2021, 2.0}, {2022, {}}, {2023, 3.0}, {2030, 9.0}});
        QCOMPARE(segments.size(), 3u);
        QCOMPARE(segments[0].size(), 2u);
        QCOMPARE(segments[0].front().year, 2020);
        QCOMPARE(segments[1].front().year, 2023);
        QCOMPARE(segments[1].back().year, 2024);
        QCOMPARE(segments[2].size(), 1u);
        QVERIFY(segmentsOf({{2020, {}}}).empty());
    }

    void scaleHasRoundStepsAndHoldsTheValues_data()
    {
        QTest::addColumn<double>("lowest");
        QTest::addColumn<double>("highest");
        QTest::addColumn<double>("minimum");
        QTest::addColumn<double>("maximum");
        QTest::addColumn<double>("step");
        QTest::addColumn<int>("decimals");
        QTest::newRow("percentages") << 90.2 << 94.3 << 90.0 << 95.0 << 1.0 << 0;
        QTest::newRow("near zero") << 3.0 << 48.0 << 0.0 << 50.0 << 10.0 << 0;
        QTest::newRow("fractions") << 0.61 << 0.64 << 0.61 << 0.64 << 0.01 << 2;
        QTest::newRow("below and above zero") << -25.0 << 12.0 << -30.0 << 20.0 << 10.0 << 0;
        QTest::newRow("all below zero") << -40.0 << -10.0 << -40.0 << 0.0 << 10.0 << 0;
        QTest::newRow("equal") << 50.0 << 50.0 << 44.0 << 56.0 << 2.0 << 0;
        QTest::newRow("all zero") << 0.0 << 0.0 << 0.0 << 1.0 << 0.2 << 1;
        QTest::newRow("millions") << 1.2e6 << 4.9e6 << 0.0 << 5e6 << 1e6 << 0;
    }
    void scaleHasRoundStepsAndHoldsTheValues()
    {
        QFETCH(double, lowest);
        QFETCH(double, highest);
        QFETCH(double, minimum);
        QFETCH(double, maximum);
        QFETCH(double, step);
        const TrendScale scale = scaleFor(lowest, highest);
        QVERIFY2(qFuzzyCompare(scale.minimum + 1e9, minimum + 1e9), qPrintable(QString::number(scale.minimum)));
        QVERIFY2(qFuzzyCompare(scale.maximum + 1e9, maximum + 1e9), qPrintable(QString::number(scale.maximum)));
        QVERIFY2(qFuzzyCompare(scale.step, step), qPrintable(QString::number(scale.step)));
        QTEST(scale.decimals, "decimals");
    }

    void valuesArePrintedAsInPapers()
    {
        QCOMPARE(printedValue(-25, 1), u"△25.0"_s);
        QCOMPARE(printedValue(-0.04, 1), u"0.0"_s);
        QCOMPARE(printedValue(1234567, 0), u"1,234,567"_s);
    }

    void wordsSayEveryYear()
    {
        QCOMPARE(wordsOf(sampleData()),
            u"経常収支比率（単位：%）の推移。基準値：2020年度 94.0。実績値：2020年度 94.0、2021年度 93.5、2022年度 "
            u"値なし、"
            "2023年度 92.0（速報）。目標値：2026年度 90.0。"_s);
        TrendData none;
        none.title = u"指標"_s;
        QCOMPARE(wordsOf(none), u"指標の推移。実績値はない。"_s);
    }

    void yearsWithoutLabelsWidenTheAxis()
    {
        TrendData data;
        data.actuals = {{2019, 1.0}};
        data.years = {{2021, u"令和3年度"_s}};
        const auto years = yearsOf(data);
        QCOMPARE(years.size(), 3u);
        QCOMPARE(years[0].text, u"2019"_s);
        QCOMPARE(years[2].text, u"令和3年度"_s);
    }

    void lineIsNotDrawnAcrossAMissingYear()
    {
        // Two equal values left and right of a gap: with the year between them a line, without it none.
        TrendData data;
        for (int year = 2020; year <= 2024; ++year)
            data.years.push_back({year, QString::number(year)});
        data.actuals = {{2020, 5.0}, {2021, 6.0}, {2023, 6.0}, {2024, 7.0}};
        const int gap = lineInk(painted(data), 0.47, 0.56);
        data.actuals.push_back({2022, 6.0});
        const int line = lineInk(painted(data), 0.47, 0.56);
        QCOMPARE(gap, 0);
        QVERIFY2(line > 200, qPrintable(QString::number(line)));
    }

    void paintedInAnotherThreadItLooksTheSame()
    {
        const TrendData data = sampleData();
        QImage image(1200, 700, QImage::Format_RGB32);
        image.fill(Qt::white);
        int drawn = 0;
        const std::unique_ptr<QThread> worker(QThread::create([&] {
            QPainter painter(&image);
            TrendChart(data).paint(painter, image.rect(), 200, [&](const std::function<void()> &deed) {
                return QMetaObject::invokeMethod(
                    qApp,
                    [&] {
                        deed();
                        ++drawn;
                    },
                    Qt::BlockingQueuedConnection);
            });
        }));
        worker->start();
        QTRY_VERIFY(worker->isFinished());
        QCOMPARE(drawn, 1);
        QCOMPARE(image, painted(data));
    }

    void aCancelledChartIsNotPainted()
    {
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::gray);
        const QImage before = image;
        QPainter painter(&image);
        TrendChart(sampleData()).paint(painter, image.rect(), 96, [](const std::function<void()> &) { return false; });
        painter.end();
        QCOMPARE(image, before);
    }

    void provisionalMarksAreHollow()
    {
        TrendData data;
        data.years = {{2020, u"2020"_s}, {2021, u"2021"_s}, {2022, u"2022"_s}};
        data.actuals = {{2021, 5.0}};
        const int filled = lineInk(painted(data), 0.4, 0.65);
        data.actuals[0].status = ValueStatus::Estimate;
        const int hollow = lineInk(painted(data), 0.4, 0.65);
        QVERIFY(hollow > 20);
        QVERIFY2(hollow < filled * 0.8, qPrintable(u"%1 %2"_s.arg(filled).arg(hollow)));
    }

    void paintsWhateverTheData_data()
    {
        QTest::addColumn<TrendData>("data");
        QTest::newRow("nothing at all") << TrendData();
        TrendData data = sampleData();
        data.actuals.clear();
        data.targets.clear();
        data.baseline.reset();
        QTest::newRow("years without values") << data;
        data.baseline = TrendPoint{2020, 0.0};
        QTest::newRow("only a baseline of zero") << data;
        data = sampleData();
        for (int year = 1960; year < 2020; ++year)
            data.actuals.push_back({year, double(year % 7) - 3});
        QTest::newRow("sixty years") << data;
        data = sampleData();
        data.title = u"長い名前の指標"_s.repeated(40);
        data.actuals = {{2020, 1e12}, {2021, -1e-9}};
        QTest::newRow("a long name and far values") << data;
    }
    void paintsWhateverTheData()
    {
        QFETCH(TrendData, data);
        const QImage image = painted(data);
        QVERIFY(image != painted([] {
            TrendData other;
            other.title = u"別"_s;
            return other;
        }()));
    }

    void filesAreWritten_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("png") << u"png"_s << QByteArray("\x89PNG");
        QTest::newRow("svg") << u"svg"_s << QByteArray("<?xml");
        QTest::newRow("pdf") << u"PDF"_s << QByteArray("%PDF-1.7");
    }
    void filesAreWritten()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, start);
        const QString path = m_folder.filePath(u"chart."_s + ending);
        const auto written = writeChart(sampleData(), path, kDate);
        QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
        const QByteArray bytes = pdftools::load(path);
        QVERIFY(bytes.startsWith(start));
        QVERIFY(writeChart(sampleData(), path, kDate));
        QVERIFY(bytes == pdftools::load(path)); // the same input, the same bytes
    }

    void textInThePdfIsText()
    {
        const QString path = m_folder.filePath(u"text.pdf"_s);
        QVERIFY(writeChart(sampleData(), path, kDate));
        const QString text = pdftools::textOf(path);
        for (const QString &expected : {u"経常収支比率"_s, u"2020年度"_s, u"2026年度"_s, u"94.0"_s, u"93.5"_s,
                 u"実績値（見込み・速報）"_s, u"目標値"_s})
            QVERIFY2(text.contains(expected), qPrintable(expected + u'\n' + text));
        QCOMPARE(pdftools::run(u"qpdf"_s, {u"--check"_s, path}).exitCode, 0);
        const QByteArray objects =
            pdftools::run(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, path, u"-"_s}).text.toUtf8();
        QVERIFY(objects.contains("/S /Figure"));
        QVERIFY(objects.contains("/Alt"));
        QVERIFY(!objects.contains("/Subtype /Image")); // all of it is vector
        const QString svgPath = m_folder.filePath(u"text.svg"_s);
        QVERIFY(writeChart(sampleData(), svgPath, kDate));
        const QString svg = QString::fromUtf8(pdftools::load(svgPath));
        QVERIFY(svg.contains(u"経常収支比率"_s) && svg.contains(u">2026年度<"_s));
    }

    void unknownEndingIsRefused()
    {
        const auto written = writeChart(sampleData(), m_folder.filePath(u"chart.gif"_s), kDate);
        QVERIFY(!written);
        QCOMPARE(written.error().code, Error::Code::InvalidInput);
        QVERIFY(!QFile::exists(m_folder.filePath(u"chart.gif"_s)));
    }

    void valuesComeFromThePlan()
    {
        PlanMaker maker({{u"first_year"_s, 2022}, {u"last_year"_s, 2026}});
        const ElementId policy = maker.add(Kind::Policy, maker.root, {});
        const ElementId goal = maker.add(Kind::Goal, policy, {});
        const auto entry = [](const QString &number, const QString &status) {
            IndicatorValue made;
            made.value = Decimal::fromCanonical(number);
            made.status = status;
            return Value(made);
        };
        IndicatorValue missing;
        missing.missing = u"not_surveyed"_s;
        const ElementId indicator = maker.add(Kind::Indicator, goal,
            {{u"name"_s, u"割合"_s}, {u"unit"_s, u"%"_s},
                {field::values(2020, u"baseline"), entry(u"45.00"_s, u"final"_s)},
                {field::values(2022, u"actual"), entry(u"46.5"_s, u"preliminary"_s)},
                {field::values(2023, u"actual"), Value(missing)},
                {field::values(2026, u"target"), entry(u"50"_s, {})}});
        const TrendData data = trendOf(maker.plan, indicator);
        QCOMPARE(data.title, u"割合"_s);
        QCOMPARE(data.decimals, 2);
        QCOMPARE(data.actuals.size(), 2u);
        QCOMPARE(data.actuals[0].value, std::optional<double>(46.5));
        QVERIFY(data.actuals[0].status == ValueStatus::Preliminary);
        QVERIFY(!data.actuals[1].value);
        QCOMPARE(data.targets.size(), 1u);
        QVERIFY(data.baseline && data.baseline->value == 45.0);
        QCOMPARE(data.years.front().year, 2020);
        QCOMPARE(data.years.back().text, u"2026年度"_s);
        QCOMPARE(data.years.back().brief, u"2026"_s);
        QCOMPARE(data.baseline->text, u"45.00"_s); // as typed
        QCOMPARE(data.actuals[0].text, u"46.5"_s);
        QCOMPARE(data.actuals[1].text, u"－"_s);
        QCOMPARE(data.actuals[1].reason, u"未調査"_s);
        QCOMPARE(wordsOf(data),
            u"割合（単位：%）の推移。基準値：2020年度 45.00。実績値：2022年度 46.5（速報）、2023年度 未調査。"
            u"目標値：2026年度 50。"_s);
    }

    void yearsAreLabelledInTheStyleOfThePlan()
    {
        PlanMaker maker({{u"first_year"_s, 2019}, {u"last_year"_s, 2022}, {u"year_style"_s, u"japanese_western"_s}});
        const ElementId policy = maker.add(Kind::Policy, maker.root, {});
        const ElementId goal = maker.add(Kind::Goal, policy, {});
        const ElementId indicator = maker.add(Kind::Indicator, goal, {{u"name"_s, u"割合"_s}});
        const TrendData data = trendOf(maker.plan, indicator);
        QCOMPARE(data.years.front().text, u"令和元年度\n2019年度"_s);
        QCOMPARE(data.years.front().brief, u"R元\n2019"_s);
        QCOMPARE(nameOfYear(data, 2019), u"令和元年度（2019年度）"_s);
    }

    void theTargetPathBeginsAtTheBaseline()
    {
        TrendData data;
        data.targets = {{2026, 50.0}, {2024, 48.0}, {2025, {}}};
        data.baseline = TrendPoint{2020, 45.0};
        const auto path = targetPath(data);
        QCOMPARE(path.size(), 3u);
        QCOMPARE(path.front().year, 2020);
        QCOMPARE(path[1].year, 2024);
        QCOMPARE(path.back().year, 2026);
        data.baseline->year = 2025; // not on the way
        QCOMPARE(targetPath(data).front().year, 2024);
        data.targets.clear();
        QVERIFY(targetPath(data).empty());
    }

    void valuesAreTheTextThatWasTyped()
    {
        TrendData data = sampleData();
        data.actuals[0].text = u"12,345,678,901,234,567,890.5"_s;
        QVERIFY(wordsOf(data).contains(u"2020年度 12,345,678,901,234,567,890.5、"_s));
        QVERIFY(svgOf(data).contains(u"12,345,678,901,234,567,890.5"_s));
    }

    void spotsStandWhereTheMarksAre()
    {
        TrendData data = sampleData();
        data.actuals.back().text = u"－"_s;
        const auto spots = TrendChart(data).spots(QRectF(0, 0, 1200, 700), 200);
        QStringList order;
        for (const TrendSpot &spot : spots)
            order += QString::number(spot.point.year) + u"bta"_s.at(int(spot.role));
        QCOMPARE(order.join(u' '), u"2020b 2020a 2021a 2022a 2023a 2026t"_s);
        const QImage image = painted(data);
        const auto at = [&](std::size_t i) { return image.pixelColor(spots[i].place.toPoint()); };
        QCOMPARE(at(2), TrendLook().actual); // final: filled
        QCOMPARE(at(4), QColor(Qt::white));  // preliminary: hollow
        QCOMPARE(at(5), QColor(Qt::white));
        QVERIFY(spots[3].place.y() > spots[2].place.y()); // missing: on the axis
        QVERIFY(spots[1].place.x() < spots[2].place.x() && spots[2].place.y() > spots[1].place.y());
    }

    void labelsBecomeBriefButAreNeverCut()
    {
        TrendData data;
        data.title =
            u"市民意識調査で市政に満足していると答えた市民の割合（全世代、無作為抽出）と庁内の満足度の差の推移"_s;
        for (int year = 2002; year <= 2026; ++year)
            data.years.push_back({year, u"%1年度"_s.arg(year), QString::number(year)});
        data.actuals = {{2010, 1.0}, {2011, 2.0}};
        const QString many = svgOf(data);
        QVERIFY(many.contains(u">2026<"_s)); // the last stays
        QVERIFY(!many.contains(u"2026年度"_s));
        QVERIFY(!many.contains(u"…"_s) && !many.contains(u"..."_s));
        data.years.erase(data.years.begin(), data.years.begin() + 20);
        data.actuals = {{2023, 1.0}};
        QVERIFY(svgOf(data).contains(u">2026年度<"_s));
    }

    void aLegendTakesAnotherRowBeforeItIsCut()
    {
        TrendData data = sampleData();
        const auto bottomOfPlot = [&](double width) {
            const auto spots = TrendChart(data).spots(QRectF(0, 0, width, 300), 96);
            return std::max_element(spots.begin(), spots.end(), [](const TrendSpot &a, const TrendSpot &b) {
                return a.place.y() < b.place.y();
            })->place.y();
        };
        QVERIFY(bottomOfPlot(300) < bottomOfPlot(600) - 10);
    }

    void theSignOfAMissingYearStandsInTheGap()
    {
        TrendData data = sampleData();
        QVERIFY(!svgOf(data).contains(u">…<"_s));
        data.actuals.back().text = u"…"_s;
        QVERIFY(svgOf(data).contains(u">…<"_s));
    }

    void coloursAreTheLooks()
    {
        TrendLook look;
        look.paper = Qt::black;
        look.ink = Qt::white;
        QImage image(600, 400, QImage::Format_RGB32);
        QPainter painter(&image);
        TrendChart(sampleData(), look).paint(painter, image.rect(), 96);
        painter.end();
        QCOMPARE(image.pixelColor(2, 2), QColor(Qt::black));
        QCOMPARE(image.pixelColor(598, 200), QColor(Qt::black));
    }

    void oneOfManyShowsNoTitleAndNoLegend()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setSize({200, 90});
        QPainter painter(&generator);
        TrendChart(sampleData(), TrendLook{.compact = true}).paint(painter, QRectF(0, 0, 200, 90), 96);
        painter.end();
        const QString svg = QString::fromUtf8(buffer.data());
        QVERIFY(!svg.contains(u"経常収支比率"_s) && !svg.contains(u"実績値"_s));
        QVERIFY(svg.contains(u">2020年度<"_s) && svg.contains(u">2026年度<"_s) && !svg.contains(u">2023年度<"_s));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(tst_TrendChart)
#include "tst_trendchart.moc"
