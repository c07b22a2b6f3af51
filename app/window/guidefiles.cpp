// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/guidefiles.h"

#include "core/report/htmlwriter.h"
#include "core/report/pdfwriter.h"
#include "ui/help/guidepictures.h"
#include "ui/help/quickguide.h"
#include "ui/preview/planpapers.h"
#include "ui/settings.h"
#include "ui/words.h"

#include <QDir>
#include <QSaveFile>
#include <cstdio>

using namespace mezasu;
using namespace Qt::StringLiterals;

namespace {
bool failed(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(ui::words::error(error)));
    return false;
}
} // namespace

bool writeGuide(ui::Services *services, ui::Questions *questions, const QString &folder)
{
    ui::GuidePictures pictures(services, questions);
    const report::Document document = ui::quickGuide([&pictures](const QString &name) { return pictures.take(name); });
    const auto pages = report::layoutDocument(document, ui::listSetup(ui::quickGuidePaper()));
    if (!pages)
        return failed(pages.error());
    QDir().mkpath(folder);
    const QString language = ui::settings::shownLanguage();
    const QString path = QDir(folder).filePath(u"mezasu-guide-"_s + language);
    if (const auto done = report::writePdf(pages.value(), ui::listMetadata(document), path + u".pdf"_s); !done)
        return failed(done.error());
    const auto html = report::documentHtml(document, language);
    if (!html)
        return failed(html.error());
    QSaveFile file(path + u".html"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(html.value()) != html.value().size() || !file.commit())
        return failed(makeError(Error::Code::Storage, file.errorString(), file.fileName()));
    std::printf("%s.pdf: %d\n", qPrintable(path), int(pages.value().pages.size()));
    return true;
}
