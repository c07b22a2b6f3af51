// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/json/newplan.h"

#include "core/exchange/json/planjson.h"

#include <QJsonObject>

namespace mezasu::exchange {

bool looksLikeJson(QByteArrayView bytes)
{
    const QByteArrayView start = bytes.first(std::min<qsizetype>(bytes.size(), 64)).trimmed();
    return start.startsWith('{') || start.startsWith("\xEF\xBB\xBF{");
}

Result<NewPlan> newPlanFromJson(const QByteArray &bytes)
{
    const FileSeed seed(bytes, {}, QJsonObject());
    const auto read = planFromJson(bytes, [&seed](int n) { return seed.uuid(n); });
    if (!read)
        return read.error();
    RunsOfSession runs;
    const auto draft = draftOfNewPlan(read.value().plan, read.value().fields, read.value().steps, runs);
    if (!draft)
        return draft.error();
    NewPlan out{makeChangeSet({}, draft.value(), seed.salts()), {}, read.value().leftOut};
    for (const PlanChange &step : read.value().steps)
        out.made.append(step.id);
    return out;
}

} // namespace mezasu::exchange
