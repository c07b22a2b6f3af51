// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json/newplan.h"
#include "core/indicator/fiscalyear.h"
#include "core/report/layout.h"
#include "core/report/reportkinds.h"
#include "tests/core/exchange/table/copy.h"
#include "tests/core/report/awkwardplan.h"
#include "tests/core/report/pagechecker.h"

#include <QtTest>

#include <algorithm>
#include <map>

using namespace mezasu;
using namespace mezasu::report;
using namespace Qt::StringLiterals;
using pagechecker::Fault;

namespace {

struct Made
{
    Document document;
    PageSetup setup;
    Pages pages;
};

std::optional<Made> make(const Plan &plan, const ReportKind &kind, PaperSize paper, Typeface typeface)
{
    PaperOptions options = kind.usual;
    options.paper = paper;
    options.typeface = typeface;
    options.number = u"資料1-1"_s;
    options.meeting = u"第3回 行政改革推進委員会"_s;
    options.date = u"令和8年11月28日"_s;
    Made made{kind.make(plan, options), kind.setup(options), {}};
    auto pages = layoutDocument(made.document, made.setup);
    if (!pages)
        return {};
    made.pages = std::move(pages).value();
    return made;
}

/// A number as it is printed, written down apart from the report's own way: △ for minus, commas every three digits.
QString numberOf(const Decimal &value)
{
    QString text = value.toString();
    const bool minus = text.startsWith(u'-');
    if (minus)
        text.remove(0, 1);
    const qsizetype point = text.indexOf(u'.');
    const qsizetype digits = point < 0 ? text.size() : point;
    for (qsizetype at = digits - 3; at > 0; at -= 3)
        text.insert(at, u',');
    return minus ? QString(u"△"_s + text) : text;
}

/// The numbers of the plan, by where they have to stand: indicator, role, year.
QStringList numbersOf(const Plan &plan)
{
    QStringList all;
    for (const ElementId &id : plan.preorder()) {
        if (id.kind != Kind::Indicator)
            continue;
        QStringList ofOne;
        for (const auto &[name, value] : plan.element(id)->fields) {
            const IndicatorValue *entry = value.entry();
            if (entry && entry->value)
                ofOne += name.section(u'/', 2) + u' ' + name.section(u'/', 1, 1) + u' ' + numberOf(*entry->value);
        }
        ofOne.sort();
        all += ofOne.join(u'|');
    }
    return all;
}

/// The same, read back from the pages: a number stands in the column of its year and the row of its role.
QStringList numbersOn(const Made &made)
{
    std::map<int, QString> texts; // by cell: its first paragraph
    const auto &elements = made.pages.elements;
    std::map<int, int> paragraph;
    for (const Page &page : made.pages.pages) {
        for (const TextLine &line : page.lines) {
            if (line.element < 0)
                continue;
            const int cell = elements[std::size_t(line.element)].parent;
            if (cell >= 0 && paragraph.try_emplace(cell, line.element).first->second == line.element)
                texts[cell] += line.text;
        }
    }
    static const std::map<QString, QString> roles{
        {u"基準値"_s, u"baseline"_s}, {u"目標値"_s, u"target"_s}, {u"実績値"_s, u"actual"_s}};
    QStringList all;
    QStringList ofOne;
    QStringList years;
    QString role;
    int column = 0;
    bool isOverview = true;
    const auto close = [&] {
        ofOne.sort();
        if (!isOverview)
            all += ofOne.join(u'|');
        ofOne.clear();
    };
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const StructureElement &element = elements[i];
        const QString text = texts.contains(int(i)) ? texts.at(int(i)) : QString();
        if (element.role == "H3") {
            close();
            isOverview = false;
        } else if (element.role == "THead") {
            years.clear();
        } else if (element.role == "TR") {
            column = 0;
        } else if (element.role == "TH" && element.scope == "Column") {
            years += text.left(4);
        } else if (element.role == "TH") {
            role = roles.contains(text) ? roles.at(text) : QString();
        } else if (element.role == "TD" && !role.isEmpty()) {
            ++column;
            const bool isNumber = !text.isEmpty() && text.back().isDigit();
            if (isNumber && column < years.size())
                ofOne += role + u' ' + years.at(column) + u' ' + text;
        }
    }
    close();
    return all;
}

constexpr PaperSize kPapers[] = {PaperSize::A3Landscape, PaperSize::A4Landscape, PaperSize::A4Portrait};

/// A paper with all that the faults below need: merged cells that continue, headings, long texts, charts.
Made sound()
{
    return *make(awkwardPlan(5), *reportKind(u"table"), PaperSize::A4Landscape, Typeface::Mincho);
}

using Breaking = void (*)(Pages &pages);

TextLine &titleLine(Pages &pages)
{
    auto &lines = pages.pages.front().lines;
    return *std::find_if(lines.begin(), lines.end(), [&](const TextLine &line) {
        return line.element >= 0 && pages.elements[std::size_t(line.element)].role == "H1";
    });
}

/// A line of a paragraph in a cell.
TextLine &cellLine(Pages &pages, std::size_t page)
{
    auto &lines = pages.pages.at(page).lines;
    return *std::find_if(lines.begin(), lines.end(), [&](const TextLine &line) {
        const int parent = line.element >= 0 ? pages.elements[std::size_t(line.element)].parent : -1;
        return parent >= 0 && pages.elements[std::size_t(parent)].role == "TD" && line.text.size() > 4;
    });
}

} // namespace

class tst_PaperPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void awkwardPlans_data()
    {
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 200; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    /// Each plan is printed on one of the three papers in one of the two types, so that all are met dozens of times.
    void awkwardPlans()
    {
        QFETCH(uint, seed);
        const Plan plan = awkwardPlan(seed);
        for (const ReportKind &kind : reportKinds()) {
            const PaperSize paper = kPapers[(seed / 8) % 3];
            const Typeface typeface = (seed / 24) % 2 == 0 ? Typeface::Mincho : Typeface::Gothic;
            const auto made = make(plan, kind, paper, typeface);
            QVERIFY(made);
            const QList<Fault> faults = pagechecker::faultsOf(made->document, made->setup, made->pages);
            QVERIFY2(faults.isEmpty(), qPrintable(kind.name + u": "_s + pagechecker::inWords(faults)));
            const auto again = make(plan, kind, paper, typeface);
            QCOMPARE(pagechecker::fingerprint(again->pages), pagechecker::fingerprint(made->pages));
            if (kind.name == "indicators"_L1)
                QCOMPARE(numbersOn(*made), numbersOf(plan));
        }
    }

    void realPlans_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("the sample") << QStringLiteral(MEZASU_TEST_DATA "/../../resources/sample/plan.json");
        if (const QString seed = qEnvironmentVariable("MEZASU_SEED"); !seed.isEmpty())
            QTest::newRow("the table of a city") << seed;
    }
    void realPlans()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        exchange::Copy copy;
        if (exchange::looksLikeJson(bytes)) {
            const auto made = exchange::newPlanFromJson(bytes);
            QVERIFY(made);
            QVERIFY(copy.journal.take({made.value().changeSet}));
        } else {
            QVERIFY(copy.import(bytes));
        }
        const Plan &plan = copy.plan();
        for (const ReportKind &kind : reportKinds()) {
            for (const PaperSize paper : kPapers) {
                for (const Typeface typeface : {Typeface::Mincho, Typeface::Gothic}) {
                    const auto made = make(plan, kind, paper, typeface);
                    QVERIFY(made);
                    const QList<Fault> faults = pagechecker::faultsOf(made->document, made->setup, made->pages);
                    QVERIFY2(faults.isEmpty(), qPrintable(kind.name + u": "_s + pagechecker::inWords(faults)));
                    if (kind.name == "indicators"_L1)
                        QCOMPARE(numbersOn(*made), numbersOf(plan));
                }
            }
        }
    }

    void everyFaultIsFound_data()
    {
        using pagechecker::Rule;
        QTest::addColumn<int>("rule");
        QTest::addColumn<Breaking>("breakIt");
        const auto row = [](const char *name, Rule rule, Breaking breakIt) {
            QTest::newRow(name) << int(rule) << breakIt;
        };
        row("a line beyond the margin", Rule::Margins,
            [](Pages &pages) { titleLine(pages).baseline.rx() = pages.size.width() - 10; });
        row("a line beside its cell", Rule::Cell, [](Pages &pages) { cellLine(pages, 0).baseline.rx() += 3000; });
        row("a wider line than its cell", Rule::Cell, [](Pages &pages) { cellLine(pages, 1).width += 2000; });
        row("a line lost", Rule::Text, [](Pages &pages) {
            auto &lines = pages.pages[1].lines;
            lines.erase(std::find_if(lines.begin(), lines.end(), [](const TextLine &l) { return l.element >= 0; }));
        });
        row("a line twice", Rule::Text, [](Pages &pages) {
            auto &lines = pages.pages[1].lines;
            const auto it = std::find_if(lines.begin(), lines.end(), [](const TextLine &l) { return l.element >= 0; });
            TextLine twice = *it;
            lines.insert(it, twice);
        });
        row("a digit changed", Rule::Text, [](Pages &pages) {
            for (Page &page : pages.pages) {
                for (TextLine &line : page.lines) {
                    if (line.element >= 0 && line.text.contains(u"2021"_s)) {
                        line.text.replace(u"2021"_s, u"2012"_s);
                        return;
                    }
                }
            }
        });
        row("two lines in the wrong order", Rule::Order, [](Pages &pages) {
            auto &lines = pages.pages[0].lines;
            std::iter_swap(std::find_if(lines.begin(), lines.end(), [](const TextLine &l) { return l.element >= 0; }),
                lines.end() - 2);
        });
        row("an open cell", Rule::OpenRules, [](Pages &pages) { pages.pages[1].rules.pop_back(); });
        row("a cell that continues without its name", Rule::Continuation, [](Pages &pages) {
            for (Page &page : pages.pages)
                std::erase_if(page.lines, [](const TextLine &l) { return l.text.endsWith(u"（続き）"_s); });
        });
        row("a page without the heading", Rule::HeadingRows, [](Pages &pages) {
            std::erase_if(pages.pages[1].cells, [](const CellBox &box) { return box.element == kArtifact; });
        });
        row("a page without its number", Rule::PageNumber, [](Pages &pages) { pages.pages[1].lines.pop_back(); });
        row("a line with holes", Rule::Spacing, [](Pages &pages) { cellLine(pages, 0).spacing = 60; });
        row("a line that begins with what may not", Rule::LineBreak, [](Pages &pages) {
            for (Page &page : pages.pages) {
                for (std::size_t i = 0; i + 1 < page.lines.size(); ++i) {
                    TextLine &line = page.lines[i];
                    TextLine &next = page.lines[i + 1];
                    if (line.element < 0 || next.element != line.element || line.text.size() < 8)
                        continue;
                    const qsizetype comma = line.text.indexOf(u'、', 4);
                    if (comma < 0)
                        continue;
                    next.text.prepend(line.text.sliced(comma));
                    line.text.truncate(comma);
                    return;
                }
            }
        });
    }
    void everyFaultIsFound()
    {
        QFETCH(int, rule);
        QFETCH(Breaking, breakIt);
        Made made = sound();
        QVERIFY(made.pages.pages.size() > 2);
        QVERIFY(pagechecker::faultsOf(made.document, made.setup, made.pages).isEmpty());
        breakIt(made.pages);
        const auto faults = pagechecker::faultsOf(made.document, made.setup, made.pages);
        const bool found =
            std::any_of(faults.begin(), faults.end(), [rule](const Fault &fault) { return int(fault.rule) == rule; });
        QVERIFY2(found, qPrintable(pagechecker::inWords(faults)));
    }

    void aSingleLineIsFound()
    {
        Made made;
        Section section;
        section.blocks.emplace_back(Paragraph{{}, u"長い段落である。"_s.repeated(700), Emphasis::Normal});
        made.document.sections.push_back(section);
        made.setup = PageSetup::forPaper(PaperSize::A4Portrait);
        made.pages = layoutDocument(made.document, made.setup).value();
        QVERIFY(made.pages.pages.size() > 1);
        QVERIFY(pagechecker::faultsOf(made.document, made.setup, made.pages).isEmpty());
        // All lines of the last page but one go back to the page before.
        auto &last = made.pages.pages.back().lines;
        auto &before = made.pages.pages[made.pages.pages.size() - 2].lines;
        const auto first =
            std::find_if(last.begin(), last.end(), [](const TextLine &line) { return line.element >= 0; });
        const auto number = last.end() - 1;
        QVERIFY(number - first >= 2);
        before.insert(before.end() - 1, first, number - 1);
        last.erase(first, number - 1);
        const auto faults = pagechecker::faultsOf(made.document, made.setup, made.pages);
        QVERIFY(std::any_of(faults.begin(), faults.end(),
            [](const Fault &fault) { return fault.rule == pagechecker::Rule::SingleLine; }));
    }

    void aHeadingAloneIsFound()
    {
        Made made;
        for (int i = 0; i < 3; ++i) {
            Section section;
            section.keepTogether = true;
            section.blocks.emplace_back(Heading{2, u"節の見出し"_s});
            section.blocks.emplace_back(Paragraph{{}, u"節の本文である。"_s.repeated(200), Emphasis::Normal});
            made.document.sections.push_back(section);
        }
        made.setup = PageSetup::forPaper(PaperSize::A4Portrait);
        made.pages = layoutDocument(made.document, made.setup).value();
        QVERIFY(made.pages.pages.size() > 1);
        QVERIFY(pagechecker::faultsOf(made.document, made.setup, made.pages).isEmpty());
        // The heading at the top of the last page goes to the foot of the page before.
        auto &last = made.pages.pages.back().lines;
        auto &before = made.pages.pages[made.pages.pages.size() - 2].lines;
        const auto heading = std::find_if(last.begin(), last.end(), [&](const TextLine &line) {
            return line.element >= 0 && made.pages.elements[std::size_t(line.element)].role == "H2";
        });
        QVERIFY(heading != last.end());
        const TextLine moved = *heading;
        last.erase(heading);
        before.insert(before.end() - 1, moved);
        const auto faults = pagechecker::faultsOf(made.document, made.setup, made.pages);
        QVERIFY(std::any_of(faults.begin(), faults.end(),
            [](const Fault &fault) { return fault.rule == pagechecker::Rule::HeadingAlone; }));
    }

    void otherPagesHaveAnotherFingerprint()
    {
        Made made = sound();
        const QByteArray before = pagechecker::fingerprint(made.pages);
        made.pages.pages[1].lines[0].baseline.rx() += 0.5;
        QVERIFY(pagechecker::fingerprint(made.pages) != before);
    }
};

QTEST_MAIN(tst_PaperPages)
#include "tst_paperpages.moc"
