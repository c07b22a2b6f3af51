// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helptopics.h"

#include "ui/settings.h"

#include <QWidget>

namespace mezasu::ui::help {

using namespace Qt::StringLiterals;

namespace {
/// By the name of the object that is a page, a panel, a dialog or a part with keys of its own.
struct Explained
{
    QLatin1StringView object, topic;
};
constexpr Explained kExplained[] = {
    {"startPage"_L1, "start"_L1},
    {"planPage"_L1, "plan"_L1},
    {"policyPage"_L1, "policy"_L1},
    {"goalPage"_L1, "goal"_L1},
    {"reform_itemPage"_L1, "reformitem"_L1},
    {"initiativePage"_L1, "initiative"_L1},
    {"indicatorPage"_L1, "indicator"_L1},
    {"valuesTable"_L1, "values"_L1},
    {"trendChart"_L1, "values"_L1},
    {"overviewPage"_L1, "overview"_L1},
    {"planTree"_L1, "tree"_L1},
    {"findBar"_L1, "tree"_L1},
    {"findingsPanel"_L1, "findings"_L1},
    {"historyPanel"_L1, "history"_L1},
    {"conflictsPanel"_L1, "merge"_L1},
    {"holderBar"_L1, "saving"_L1},
    {"importDialog"_L1, "import"_L1},
    {"exportDialog"_L1, "export"_L1},
    {"lossesQuestion"_L1, "export"_L1},
    {"previewDialog"_L1, "preview"_L1},
    {"paperDetailsDialog"_L1, "preview"_L1},
    {"backupsDialog"_L1, "backups"_L1},
    {"settingsDialog"_L1, "settings"_L1},
    {"renumberDialog"_L1, "renumber"_L1},
    {"takeLockQuestion"_L1, "saving"_L1},
    {"unsavedQuestion"_L1, "saving"_L1},
    {"unreadQuestion"_L1, "values"_L1},
    {"aboutDialog"_L1, "index"_L1},
};
} // namespace

QStringList topics()
{
    QStringList out{u"index"_s};
    for (const Explained &one : kExplained) {
        if (!out.contains(one.topic))
            out.append(QString(one.topic));
    }
    return out;
}

QString topicOf(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        for (const Explained &one : kExplained) {
            if (widget->objectName() == one.object)
                return QString(one.topic);
        }
    }
    return {};
}

QUrl pageOf(const QString &topic)
{
    return QUrl(u"qrc:/mezasu/help/%1/%2.html"_s.arg(settings::shownLanguage(), topic));
}

} // namespace mezasu::ui::help
