// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chartcommands.h"

#include "core/report/reportfonts.h"
#include "ui/mainwindow.h"
#include "ui/words.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

namespace mezasu::ui::chartcommands {

using namespace Qt::StringLiterals;
using report::ChartFormat;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartCommands)
};

void loadFonts()
{
    static const bool loaded = [] {
        report::loadShippedFonts();
        return true;
    }();
    Q_UNUSED(loaded)
}

QByteArray now()
{
    const QDateTime time = QDateTime::currentDateTime();
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate).toUtf8();
}

QString endingOf(ChartFormat format)
{
    return format == ChartFormat::Png ? u"png"_s : format == ChartFormat::Svg ? u"svg"_s : u"pdf"_s;
}

/// A name that every file system takes.
QString fileNameOf(const QString &title)
{
    QString name = words::shortened(title.trimmed(), 40);
    for (QChar &c : name) {
        if (QStringView(u"/\\:*?\"<>|").contains(c) || c.unicode() < 0x20)
            c = u'＿';
    }
    return name.isEmpty() ? Text::tr("グラフ") : name;
}
} // namespace

void save(MainWindow *window, const report::TrendData &data, ChartFormat format)
{
    loadFonts();
    const QString ending = endingOf(format);
    QString path = window->questions()->pathToSave(window, Text::tr("グラフを保存"),
        u"%1 (*.%2)"_s.arg(ending.toUpper(), ending), u"%1.%2"_s.arg(fileNameOf(data.title), ending));
    if (path.isEmpty())
        return;
    if (report::chartFormatOf(path) != format)
        path += u'.' + ending;
    if (const auto done = report::writeChart(data, path, now()); !done)
        window->say(words::error(done.error()), true);
    else
        window->say(Text::tr("グラフを「%1」に保存しました。").arg(QFileInfo(path).fileName()));
}

void copy(MainWindow *window, const report::TrendData &data)
{
    loadFonts();
    const auto png = report::renderChart(data, ChartFormat::Png, now());
    const auto svg = report::renderChart(data, ChartFormat::Svg, now());
    if (!png || !svg) {
        window->say(words::error(png ? svg.error() : png.error()), true);
        return;
    }
    auto *copied = new QMimeData;
    copied->setImageData(QImage::fromData(png.value(), "PNG"));
    copied->setData(u"image/svg+xml"_s, svg.value());
    QGuiApplication::clipboard()->setMimeData(copied);
    window->say(Text::tr("グラフをコピーしました。文書や表計算ソフトに貼り付けられます。"));
}

} // namespace mezasu::ui::chartcommands
