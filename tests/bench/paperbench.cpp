// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/tableexport.h"
#include "core/report/pagepainter.h"
#include "core/report/paperwriter.h"
#include "core/report/pdf/cairopdfdevice.h"
#include "core/report/reportkinds.h"
#include "core/report/tablereport.h"
#include "madeplan.h"
#include "scores.h"
#include "tests/core/exchange/table/copy.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>

#include <malloc.h>

using namespace mezasu;
using namespace mezasu::bench;
using namespace mezasu::report;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kSeed = 1;
constexpr double kTenth = 0.1;

/// A field of /proc/self/status, in megabytes.
double statusOf(const char *field)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(qsizetype(qstrlen(field))).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// What VmHWM tells from now on.
void resetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write("5") != 1)
        qFatal("the peak of memory cannot be reset");
}

Plan planOf(int items)
{
    exchange::Copy copy;
    if (!copy.import(tableOf(makePlan(items, kSeed))))
        qFatal("the made plan was not taken");
    return copy.plan();
}

struct Paper
{
    int pages = 0;
    qsizetype bytes = 0;
};

PaperOptions optionsOf(double sizePt)
{
    PaperOptions options = reportKind(u"table")->usual;
    options.sizePt = sizePt;
    return options;
}

Pages layOut(const Document &document, double sizePt, const LayoutProgress &progress = {})
{
    auto pages = layoutDocument(document, reportKind(u"table")->setup(optionsOf(sizePt)), progress);
    return pages ? std::move(pages).value() : Pages();
}

/// From the plan to the finished file.
Paper makePaper(const Plan &plan, double sizePt, const QString &path)
{
    const ReportKind *kind = reportKind(u"table");
    const Document document = kind->make(plan, optionsOf(sizePt));
    const auto written = writePaper(
        document, kind->setup(optionsOf(sizePt)), reportMetadata(plan, document, "2026-04-01T09:00:00+09:00"), path);
    if (!written)
        qFatal("no PDF: %s", qUtf8Printable(written.error().detail));
    return {written.value().pages, QFileInfo(path).size()};
}

/// The same glyphs at the same places, without layout, structure and finishing.
void paintOnly(const Pages &pages)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    const QPageSize size(pages.size / kUnitsPerPoint, QPageSize::Point, {}, QPageSize::ExactMatch);
    CairoPdfDevice device(&out, QPageLayout(size, QPageLayout::Portrait, {}, QPageLayout::Point), {}, kUnitsPerInch);
    QPainter painter(&device);
    for (std::size_t page = 0; page < pages.pages.size(); ++page) {
        if (page > 0)
            device.newPage();
        device.beginArtifact();
        paintPage(painter, pages, page);
        device.endArtifact();
    }
    painter.end();
    if (!device.finish())
        qFatal("not painted: %s", qUtf8Printable(device.errorText()));
}

/// An office suite that makes a tagged PDF/A of a workbook.
class Office
{
public:
    explicit Office(const QString &folder)
        : m_folder(folder)
        , m_program(QStandardPaths::findExecutable(u"soffice"_s))
    {
    }
    bool isThere() const { return !m_program.isEmpty(); }

    /// \return seconds, start-up included
    double convert(const QString &workbook) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const Time time = measure([&] {
            process.start(m_program,
                {u"-env:UserInstallation=file://"_s + m_folder + u"/profile"_s, u"--headless"_s, u"--convert-to"_s,
                    u"pdf:calc_pdf_Export:{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"},"
                    "\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}"_s,
                    u"--outdir"_s, m_folder, workbook});
            process.waitForFinished(-1);
        });
        if (process.exitCode() != 0)
            qFatal("the office suite failed");
        return time.wall;
    }
    int pagesOf(const QString &pdf) const
    {
        QProcess process;
        process.start(u"pdfinfo"_s, {pdf});
        process.waitForFinished(-1);
        for (const QByteArray &line : process.readAllStandardOutput().split('\n')) {
            if (line.startsWith("Pages:"))
                return line.mid(6).trimmed().toInt();
        }
        return 0;
    }

private:
    QString m_folder;
    QString m_program;
};

void writeWorkbook(const Plan &plan, const QString &path)
{
    QFile file(path);
    exchange::TableExportOptions options;
    options.format = exchange::TableFormat::Xlsx;
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    if (const auto written = exchange::exportTable(plan, options, &file); file.size() == 0)
        qFatal("the workbook was not written");
}

/// The size of our text at which the paper has as many pages as the other, within a tenth.
double sizeFor(const Document &document, int pages)
{
    double low = 3;
    double high = 24;
    double size = 10;
    for (int round = 0; round < 12; ++round) {
        const auto ours = double(layOut(document, size).pages.size());
        if (std::abs(ours - pages) <= kTenth * pages / 2)
            break;
        (ours > pages ? high : low) = size;
        size = (low + high) / 2;
    }
    return size;
}

void compare(const QString &name, const Plan &plan, const Office &office, const QString &folder, double startUp)
{
    const QString workbook = folder + u'/' + name + u".xlsx"_s;
    writeWorkbook(plan, workbook);
    const double theirs = office.convert(workbook) - startUp;
    const int pages = office.pagesOf(folder + u'/' + name + u".pdf"_s);
    const Document document = tableReport(plan, optionsOf(10));
    const double size = sizeFor(document, pages);
    Paper paper;
    const Time ours = measure([&] { paper = makePaper(plan, size, folder + u'/' + name + u"-ours.pdf"_s); });
    const auto own = double(paper.pages);
    note(u"plan %1: ours %2 pages (%3 pt) in %4 s = %5 pages/s; office suite %6 pages in %7 s = %8 pages/s; %9 ×"_s
             .arg(name)
             .arg(own)
             .arg(size, 0, 'f', 1)
             .arg(ours.wall, 0, 'f', 2)
             .arg(own / ours.wall, 0, 'f', 1)
             .arg(pages)
             .arg(theirs, 0, 'f', 2)
             .arg(pages / theirs, 0, 'f', 1)
             .arg((own / ours.wall) / (pages / theirs), 0, 'f', 2));
}

} // namespace

/// Measures the planning table of plans M and L; see README.md.
int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QTemporaryDir temporary;
    const int repeats = arguments.contains(u"--once"_s) ? 1 : 3;

    const Plan planM = planOf(kItemsOfM);
    const QString path = temporary.filePath(u"paper.pdf"_s);
    makePaper(planM, kA3SizePt, path); // fonts are loaded and mapped
    const Plan planL = planOf(kItemsOfL);
    std::vector<Score> scores;
    const auto measureOne = [&](const QString &name, const Plan &plan) {
        Times making, laying, painting, all;
        std::size_t pages = 0;
        for (int i = 0; i < repeats; ++i) {
            Document document;
            making.add(measure([&] { document = completed(tableReport(plan, optionsOf(kA3SizePt))); }));
            Pages laid;
            laying.add(measure([&] { laid = layOut(document, kA3SizePt); }));
            pages = laid.pages.size();
            painting.add(measure([&] { paintOnly(laid); }));
            all.add(measure([&] { makePaper(plan, kA3SizePt, path); }));
        }
        scores.push_back(score(u"table "_s + name + u": layout against painting alone"_s, laying, painting, 3));
        note(u"table %1: %2 pages; document %3 s, layout %4 s, painting %5 s, whole paper %6 s = %7 pages/s"_s.arg(name)
                 .arg(pages)
                 .arg(making.median().wall, 0, 'f', 2)
                 .arg(laying.median().wall, 0, 'f', 2)
                 .arg(painting.median().wall, 0, 'f', 2)
                 .arg(all.median().wall, 0, 'f', 2)
                 .arg(double(pages) / all.median().wall, 0, 'f', 1));
    };
    const bool onlyFirst = arguments.contains(u"--only-first"_s);
    if (!onlyFirst) {
        measureOne(u"M"_s, planM);
        measureOne(u"L"_s, planL);
    }

    const auto firstPage = [&](const Plan &plan) {
        return measure([&] {
            const Document document = tableReport(plan, optionsOf(kA3SizePt));
            layOut(document, kA3SizePt, [](const Pages &) { return false; });
        });
    };
    Times firstM, firstL;
    for (int i = 0; i < repeats * (onlyFirst ? 30 : 3); ++i) {
        firstM.add(firstPage(planM));
        firstL.add(firstPage(planL));
    }
    scores.push_back(score(u"first page of L against M"_s, firstL, firstM, 1.5));
    if (onlyFirst)
        return print(scores) ? 0 : 1;

    const auto memory = [&](const QString &name, const Plan &plan) {
        malloc_trim(0);
        resetPeak();
        const double before = statusOf("VmRSS:");
        const Paper paper = makePaper(plan, kA3SizePt, path);
        note(u"memory: %1 MB with both plans; the paper of %2, %3 pages (%4 MB), takes %5 MB more at its peak"_s
                 .arg(before, 0, 'f', 0)
                 .arg(name)
                 .arg(paper.pages)
                 .arg(double(paper.bytes) / 1e6, 0, 'f', 1)
                 .arg(statusOf("VmHWM:") - before, 0, 'f', 0));
    };
    memory(u"M"_s, planM);
    memory(u"L"_s, planL);

    const Office office(temporary.path());
    if (!office.isThere()) {
        note(u"LibreOffice (soffice) is not installed: not compared with it"_s);
    } else {
        const Plan empty = planOf(1);
        writeWorkbook(empty, temporary.filePath(u"empty.xlsx"_s));
        office.convert(temporary.filePath(u"empty.xlsx"_s)); // makes its profile
        const double startUp = office.convert(temporary.filePath(u"empty.xlsx"_s));
        note(u"the office suite's start-up, subtracted: %1 s"_s.arg(startUp, 0, 'f', 2));
        compare(u"M"_s, planM, office, temporary.path(), startUp);
        if (!arguments.contains(u"--only-m"_s))
            compare(u"L"_s, planL, office, temporary.path(), startUp);
    }
    return print(scores) ? 0 : 1;
}
