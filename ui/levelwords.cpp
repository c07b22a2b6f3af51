// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/levelwords.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace mezasu::ui::words {

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LevelWords)
};
} // namespace

QString levelHeading(const Plan &plan, Kind kind)
{
    if (!plan.levelName(kind).isEmpty())
        return levelName(plan, kind);
    switch (kind) {
    case Kind::Indicator:
        //: over the list of all of them
        return Text::tr("指標");
    case Kind::Issue:
        //: over the list of all of them
        return Text::tr("現状と課題");
    case Kind::Footnote:
        //: over the list of all of them
        return Text::tr("注");
    case Kind::Department:
        //: over the list of all of them
        return Text::tr("所管課");
    default:
        return levelName(plan, kind);
    }
}

QString levelInSentence(const Plan &plan, Kind kind)
{
    QString name = levelName(plan, kind);
    if (QLocale().language() == QLocale::English && plan.levelName(kind).isEmpty() && !name.isEmpty())
        name[0] = name.at(0).toLower();
    return name;
}

} // namespace mezasu::ui::words
