// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/openplan.h"
#include "core/store/copies.h"

#include <QFileInfo>
#include <QJsonArray>

namespace mezasu::cli {

using namespace Qt::StringLiterals;

namespace {
/// Packets are refused in words of their own.
Sentence packetSentence(const Error &error, const QString &path)
{
    const QString ja = u"「%1」"_s.arg(path);
    const QString en = path + u": "_s;
    const QString place = error.subject.isEmpty() || error.subject == path ? QString() : u" ["_s + error.subject + u']';
    if (error.code == Error::Code::Conflict)
        return {ja + u"別の計画のファイルです。計画は変わっていません。"_s + place,
            en + u"belongs to another plan; the plan is unchanged."_s + place};
    if (error.code == Error::Code::InvalidInput)
        return {ja + u"計画のファイルでも持ち出しファイルでもありません。計画は変わっていません。"_s + place,
            en + u"is neither a plan file nor a packet; the plan is unchanged."_s + place};
    if (error.code == Error::Code::Damaged && error.detail == "truncated"_L1)
        return {ja + u"途中で切れています。もう一度コピーしてください。計画は変わっていません。"_s + place,
            en + u"is cut short; copy it again. The plan is unchanged."_s + place};
    if (error.code == Error::Code::Damaged && error.detail == "altered"_L1)
        return {ja + u"作られた後に書き換えられています。計画は変わっていません。"_s + place,
            en + u"was altered after it was made; the plan is unchanged."_s + place};
    if (error.code == Error::Code::Damaged && error.detail.startsWith("name: "_L1))
        return {ja + u"記録の内容が名前と合いません。計画は変わっていません。"_s + place,
            en + u"holds a record that does not fit its name; the plan is unchanged."_s + place};
    return sentenceOf(error, path);
}
} // namespace

int runPack(Context &context)
{
    const Arguments &a = context.arguments();
    if (a.positional().size() != 1 || a.value("--output").isEmpty())
        return context.usage({u"使い方: mezasu-cli pack 計画.mezasu -o 持ち出し.mezasu-packet"_s,
            u"usage: mezasu-cli pack PLAN -o PACKET"_s});
    const QString path = a.positional().first();
    auto plan = OpenPlan::open(path, OpenPlan::For::Reading, context);
    if (!plan)
        return context.fail(plan.error(), path);
    Journal &journal = plan.value().journal();
    const auto packed = packJournal(journal, QFileInfo(path).fileName(), a.value("--output"));
    if (!packed)
        return context.fail(packed.error(), journal.failure() ? path : a.value("--output"));
    if (context.asJson())
        context.resultJson({{u"changesets"_s, packed.value()}});
    else
        context.result(context.say({u"変更 %1 件を入れました。"_s, u"%1 ChangeSets packed."_s}).arg(packed.value()));
    return kDone;
}

int runMerge(Context &context)
{
    const QStringList &files = context.arguments().positional();
    if (files.size() < 2)
        return context.usage(
            {u"使い方: mezasu-cli merge 計画.mezasu 写し…"_s, u"usage: mezasu-cli merge PLAN COPY…"_s});
    auto plan = OpenPlan::open(files.first(), OpenPlan::For::Writing, context);
    if (!plan)
        return context.fail(plan.error(), files.first());
    Journal &journal = plan.value().journal();
    QList<ChangeSet> all;
    for (const QString &path : files.mid(1)) {
        const auto sets = readCopy(path, journal);
        if (!sets) { // nothing was taken from any of them
            context.message(packetSentence(sets.error(), path));
            return kRefused;
        }
        all += sets.value();
    }
    const auto taken = plan.value().take(all);
    if (!taken)
        return context.fail(taken.error(), files.first());
    const Intake &intake = taken.value();
    const Union came = unionOf(journal, intake);

    QJsonArray messages;
    const auto say = [&](const QString &code, const QString &severity, const Sentence &sentence) {
        messages.append(QJsonObject{{u"code"_s, code}, {u"severity"_s, severity}, {u"file"_s, {}}, {u"row"_s, {}},
            {u"column"_s, {}}, {u"element"_s, {}}, {u"field"_s, {}}, {u"text"_s, context.say(sentence)}});
        context.message(sentence);
    };
    for (const Intake::Refused &refused : intake.refused)
        say(u"record_refused"_s, u"warning"_s,
            {u"変更 %1 は形が正しくないため、受け付けませんでした。"_s.arg(refused.name.toHex().first(12)),
                u"ChangeSet %1 is malformed and was left out."_s.arg(refused.name.toHex().first(12))});
    if (intake.textsRefused > 0)
        say(u"texts_refused"_s, u"warning"_s,
            {u"記録と合わない文が %1 件あり、受け付けませんでした。"_s.arg(intake.textsRefused),
                u"%1 texts that do not fit their records were left out."_s.arg(intake.textsRefused)});
    if (came.waiting > 0)
        say(u"waiting"_s, u"warning"_s,
            {u"元になる変更がまだ届いていない変更が %1 件あります。届いたときに反映します。"_s.arg(came.waiting),
                u"%1 ChangeSets wait for others that have not come yet."_s.arg(came.waiting)});
    if (came.newer > 0)
        say(u"newer"_s, u"warning"_s,
            {u"新しい版の「めざす」による変更が %1 件あります。失われませんが、新しい版で開くまで反映されません。"_s
                    .arg(came.newer),
                u"%1 ChangeSets were made by a newer version of Mezasu; they are kept and show once it opens the plan."_s
                    .arg(came.newer)});
    if (came.erased > 0)
        say(u"erased"_s, u"info"_s,
            {u"写しで消去された文 %1 個を、この計画からも消去しました。"_s.arg(came.erased),
                u"%1 texts that were erased in a copy were erased here too."_s.arg(came.erased)});
    if (came.conflicts > 0)
        say(u"conflicts"_s, u"warning"_s,
            {u"食い違いが %1 件あります。mezasu-cli conflicts で確かめてください。"_s.arg(came.conflicts),
                u"%1 conflicts; see mezasu-cli conflicts."_s.arg(came.conflicts)});
    if (context.asJson()) {
        QJsonArray applied;
        for (const Name &name : intake.applied)
            applied.append(name.toHex());
        context.resultJson({{u"counts"_s,
                                QJsonObject{{u"applied"_s, intake.applied.size()}, {u"known"_s, intake.known},
                                    {u"waiting"_s, came.waiting + came.newer}, {u"refused"_s, intake.refused.size()},
                                    {u"conflicts"_s, came.conflicts}}},
            {u"changesets"_s, applied}, {u"messages"_s, messages}});
    } else {
        context.result(context.say({u"変更 %1 件を取り込みました。"_s, u"%1 ChangeSets taken over."_s})
                           .arg(intake.applied.size()));
    }
    const bool clean =
        intake.refused.isEmpty() && intake.textsRefused == 0 && came.waiting + came.newer == 0 && came.conflicts == 0;
    return plan.value().finish(context, clean ? kDone : kRemains);
}

} // namespace mezasu::cli
