// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words.h"

#include "core/indicator/fiscalyear.h"
#include "core/store/planfile.h"
#include "ui/levelwords.h"
#include "ui/years.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <cmath>

namespace mezasu::ui::words {

using namespace Qt::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

struct Word
{
    QLatin1StringView key;
    const char *text;
};

template <size_t N>
QString lookUp(const Word (&table)[N], QStringView key)
{
    for (const Word &word : table) {
        if (key == word.key)
            return Text::tr(word.text);
    }
    return {};
}

constexpr Word kFields[] = {
    {"title"_L1, QT_TRANSLATE_NOOP("Words", "名称")},
    {"number"_L1, QT_TRANSLATE_NOOP("Words", "番号")},
    {"code"_L1, QT_TRANSLATE_NOOP("Words", "番号")},
    {"description"_L1, QT_TRANSLATE_NOOP("Words", "説明")},
    {"municipality"_L1, QT_TRANSLATE_NOOP("Words", "自治体名")},
    {"municipality_code"_L1, QT_TRANSLATE_NOOP("Words", "全国地方公共団体コード")},
    {"division"_L1, QT_TRANSLATE_NOOP("Words", "担当課")},
    {"first_year"_L1, QT_TRANSLATE_NOOP("Words", "開始年度")},
    {"last_year"_L1, QT_TRANSLATE_NOOP("Words", "終了年度")},
    {"year_style"_L1, QT_TRANSLATE_NOOP("Words", "年度の書き方")},
    {"mark"_L1, QT_TRANSLATE_NOOP("Words", "記号")},
    {"text"_L1, QT_TRANSLATE_NOOP("Words", "文")},
    {"name"_L1, QT_TRANSLATE_NOOP("Words", "名称")},
    {"short_name"_L1, QT_TRANSLATE_NOOP("Words", "略称")},
    {"unit"_L1, QT_TRANSLATE_NOOP("Words", "単位")},
    {"decimals"_L1, QT_TRANSLATE_NOOP("Words", "小数点以下の桁数")},
    {"direction"_L1, QT_TRANSLATE_NOOP("Words", "目指す方向")},
    {"kind"_L1, QT_TRANSLATE_NOOP("Words", "種類")},
    {"definition"_L1, QT_TRANSLATE_NOOP("Words", "定義・算出方法")},
    {"source"_L1, QT_TRANSLATE_NOOP("Words", "出典")},
    {"department"_L1, QT_TRANSLATE_NOOP("Words", "所管課")},
    {"departments"_L1, QT_TRANSLATE_NOOP("Words", "関係課")},
    {"values"_L1, QT_TRANSLATE_NOOP("Words", "値")},
    {"schedule"_L1, QT_TRANSLATE_NOOP("Words", "工程")},
    {"state"_L1, QT_TRANSLATE_NOOP("Words", "状態")},
    {"level_names"_L1, QT_TRANSLATE_NOOP("Words", "階層の呼び方")},
    {"memo"_L1, QT_TRANSLATE_NOOP("Words", "内部メモ")},
    {"limits"_L1, QT_TRANSLATE_NOOP("Words", "文字数の上限")},
    {"headings"_L1, QT_TRANSLATE_NOOP("Words", "見出し")},
    {"papers"_L1, QT_TRANSLATE_NOOP("Words", "資料の設定")},
};

constexpr Word kLevels[] = {
    {"plan"_L1, QT_TRANSLATE_NOOP("Words", "計画")},
    {"policy"_L1, QT_TRANSLATE_NOOP("Words", "基本方針")},
    {"goal"_L1, QT_TRANSLATE_NOOP("Words", "目指す姿")},
    {"statement"_L1, QT_TRANSLATE_NOOP("Words", "目指す姿の文")},
    {"indicator"_L1, QT_TRANSLATE_NOOP("Words", "指標")},
    {"issue"_L1, QT_TRANSLATE_NOOP("Words", "現状と課題")},
    {"footnote"_L1, QT_TRANSLATE_NOOP("Words", "注")},
    {"reform_item"_L1, QT_TRANSLATE_NOOP("Words", "改革項目")},
    {"initiative"_L1, QT_TRANSLATE_NOOP("Words", "取組")},
    {"department"_L1, QT_TRANSLATE_NOOP("Words", "所管課")},
    {"edition"_L1, QT_TRANSLATE_NOOP("Words", "版")},
};

constexpr Word kDirections[] = {
    {"increase"_L1, QT_TRANSLATE_NOOP("Words", "増加")},
    {"decrease"_L1, QT_TRANSLATE_NOOP("Words", "減少")},
    {"maintain_min"_L1, QT_TRANSLATE_NOOP("Words", "維持（以上）")},
    {"maintain_max"_L1, QT_TRANSLATE_NOOP("Words", "維持（以下）")},
    {"maintain_range"_L1, QT_TRANSLATE_NOOP("Words", "維持（範囲内）")},
    {"none"_L1, QT_TRANSLATE_NOOP("Words", "方向なし")},
};

constexpr Word kKinds[] = {
    {"level"_L1, QT_TRANSLATE_NOOP("Words", "水準")},
    {"yearly_count"_L1, QT_TRANSLATE_NOOP("Words", "単年度の件数")},
    {"cumulative"_L1, QT_TRANSLATE_NOOP("Words", "累計")},
    {"survey_share"_L1, QT_TRANSLATE_NOOP("Words", "調査の割合")},
    {"enps"_L1, QT_TRANSLATE_NOOP("Words", "eNPS")},
    {"financial"_L1, QT_TRANSLATE_NOOP("Words", "財政指標")},
    {"milestone"_L1, QT_TRANSLATE_NOOP("Words", "節目の達成")},
    {"reference"_L1, QT_TRANSLATE_NOOP("Words", "参考")},
};

constexpr Word kStates[] = {
    {"rough"_L1, QT_TRANSLATE_NOOP("Words", "素案")},
    {"draft"_L1, QT_TRANSLATE_NOOP("Words", "案")},
    {"revised"_L1, QT_TRANSLATE_NOOP("Words", "修正案")},
    {"final"_L1, QT_TRANSLATE_NOOP("Words", "確定")},
};

constexpr Word kStatuses[] = {
    {"estimate"_L1, QT_TRANSLATE_NOOP("Words", "見込み")},
    {"preliminary"_L1, QT_TRANSLATE_NOOP("Words", "速報")},
    {"final"_L1, QT_TRANSLATE_NOOP("Words", "確定")},
    {"not_surveyed"_L1, QT_TRANSLATE_NOOP("Words", "未調査")},
    {"unavailable"_L1, QT_TRANSLATE_NOOP("Words", "把握不可")},
    {"suppressed"_L1, QT_TRANSLATE_NOOP("Words", "秘匿")},
};

constexpr Word kRoles[] = {
    {"baseline"_L1, QT_TRANSLATE_NOOP("Words", "基準値")},
    {"target"_L1, QT_TRANSLATE_NOOP("Words", "目標値")},
    {"actual"_L1, QT_TRANSLATE_NOOP("Words", "実績値")},
    {"planned"_L1, QT_TRANSLATE_NOOP("Words", "予定")},
};

constexpr Word kReports[] = {
    {"table"_L1, QT_TRANSLATE_NOOP("Words", "計画の一覧表")},
    {"indicators"_L1, QT_TRANSLATE_NOOP("Words", "指標の一覧と推移")},
};

QString yearStyle(QStringView word)
{
    return words::fiscalYear(2022, fiscal::yearStyleFromName(word));
}
} // namespace

QString levelName(const Plan &plan, Kind kind)
{
    const QString own = plan.levelName(kind);
    return own.isEmpty() ? lookUp(kLevels, kindName(kind)) : own;
}

QString untitled(const Plan &plan, Kind kind)
{
    //: shown in place of a title that is not there yet; %1 is a level such as 改革項目
    return Text::tr("（%1の名称が未入力）").arg(levelName(plan, kind));
}

QString fieldName(Kind kind, QStringView field)
{
    if (kind == Kind::Plan && field == "title"_L1)
        return Text::tr("計画の名称");
    const QList<QStringView> parts = field::parts(field);
    if (parts.first() == "values"_L1 && parts.size() == 3)
        //: a value of one year: %1 the year, %2 baseline, target or actual
        return Text::tr("%1の%2").arg(
            fiscalYear(parts.at(1).toInt(), fiscal::YearStyle::Western), lookUp(kRoles, parts.at(2)));
    if (parts.first() == "schedule"_L1 && parts.size() == 3)
        return Text::tr("%1の工程").arg(fiscalYear(parts.at(1).toInt(), fiscal::YearStyle::Western));
    const auto kindOf = [&parts](qsizetype i) { return kindFromName(parts.at(i)).value_or(Kind::Plan); };
    if (parts.first() == "state"_L1 && parts.size() == 3)
        //: of a field: draft, revised …; %1 is the field
        return Text::tr("%1の状態").arg(columnName(Plan(), kindOf(1), parts.at(2)));
    if (parts.first() == "limits"_L1 && parts.size() == 3)
        return Text::tr("%1の文字数の上限").arg(columnName(Plan(), kindOf(1), parts.at(2)));
    if (parts.first() == "level_names"_L1 && parts.size() == 2)
        return Text::tr("%1の呼び方").arg(levelName(Plan(), kindOf(1)));
    const QString word = lookUp(kFields, parts.first());
    return word.isEmpty() ? field.toString() : word;
}

QString columnName(const Plan &plan, Kind kind, QStringView field)
{
    if (field == "statements"_L1)
        return levelName(plan, Kind::Goal);
    for (const auto &[name, listed] : {std::pair("indicators"_L1, Kind::Indicator), std::pair("issues"_L1, Kind::Issue),
             std::pair("footnotes"_L1, Kind::Footnote)}) {
        if (field == name && kind == Kind::Goal)
            return levelName(plan, listed);
        if (field == name)
            return Text::tr("%1の%2").arg(levelName(plan, kind), levelName(plan, listed));
    }
    if (field == "text"_L1) // a row of a list is its text
        return levelName(plan, kind);
    return Text::tr("%1の%2").arg(levelName(plan, kind), fieldName(kind, field));
}

QString reportKind(QLatin1StringView name)
{
    return lookUp(kReports, QString(name));
}

QString listed(QStringView field, QStringView word)
{
    const QString found = field == "direction"_L1 ? lookUp(kDirections, word)
        : field == "kind"_L1                      ? lookUp(kKinds, word)
        : field == "year_style"_L1                ? yearStyle(word)
        : field == "role"_L1                      ? lookUp(kRoles, word)
        : field == "state"_L1                     ? lookUp(kStates, word)
                                                  : lookUp(kStatuses, word);
    return found.isEmpty() ? word.toString() : found;
}

QString step(const Step &step, const Plan &plan)
{
    QString label = step.label;
    for (const QString &field : {u"code"_s, u"number"_s}) {
        const QString code = plan.text(step.element, field);
        if (!code.isEmpty())
            label = code;
    }
    const QString level = levelName(plan, step.element.kind);
    const QString named = label.isEmpty() ? level : Text::tr("「%1」").arg(shortened(label, 16));
    switch (step.what) {
    case Step::What::Edit:
        return Text::tr("%1の%2を変更").arg(named, fieldName(step.element.kind, step.field));
    case Step::What::Insert:
        return Text::tr("%1を追加").arg(label.isEmpty() ? levelInSentence(plan, step.element.kind) : named);
    case Step::What::Move:
        return Text::tr("%1を移動").arg(named);
    case Step::What::Remove:
        return Text::tr("%1を削除").arg(named);
    case Step::What::Import:
        return Text::tr("表の取り込み");
    case Step::What::TakeBack:
        return Text::tr("変更の取り消し");
    case Step::What::SetBack:
        return Text::tr("%1の%2を以前の内容に").arg(named, fieldName(step.element.kind, step.field));
    case Step::What::Decide:
        return Text::tr("%1の食い違いを決定").arg(named);
    case Step::What::Several:
        return Text::tr("%1などを変更").arg(named);
    case Step::What::Restore:
        return Text::tr("控えからの復元");
    }
    return {};
}

QString error(const Error &error)
{
    const QString subject = error.subject.isEmpty() ? QString() : QDir::toNativeSeparators(error.subject);
    const auto about = [&](const QString &sentence) {
        return subject.isEmpty() ? sentence : Text::tr("%1\n対象：%2").arg(sentence, subject);
    };
    switch (error.code) {
    case Error::Code::InvalidInput:
        return about(Text::tr("内容を読み取れないか、決まりに合わないため、何も変更しませんでした。"));
    case Error::Code::NotFound:
        return about(Text::tr("見つかりません。"));
    case Error::Code::Conflict:
        return about(Text::tr("ほかの人が使っているか、読み取り専用のため、変更できません。"));
    case Error::Code::NewerFormat:
        return about(
            Text::tr("新しい版のMezasuで作られているため、この版では開けません。ファイルには手を加えていません。"));
    case Error::Code::Damaged:
        return about(
            Text::tr("ファイルが壊れているか、Mezasuの計画ファイルではありません。ファイルには手を加えていません。"));
    case Error::Code::Storage:
        if (error.detail == PlanFile::kCutWrite)
            return about(
                Text::tr("ほかの人が書き込み中か、書き込みが途中で止まっています。しばらくしてから、書き込める場所で"
                         "開いてください。"));
        return about(
            Text::tr("読み書きできません。空き容量、書き込みの権限、共有フォルダーへの接続を確かめてください。"));
    case Error::Code::Cancelled:
        return Text::tr("中止しました。");
    }
    return {};
}

QString saveState(const PlanDocument &document)
{
    switch (document.saveState()) {
    case PlanDocument::SaveState::InMemory:
        return Text::tr("ファイルなし（練習用）");
    case PlanDocument::SaveState::Saved:
        return Text::tr("保存済み");
    case PlanDocument::SaveState::Saving:
        return Text::tr("保存中…");
    case PlanDocument::SaveState::Typing:
        return Text::tr("入力中…");
    case PlanDocument::SaveState::Rescued:
        return Text::tr("保存できません。入力は救済ファイルに残しています：%1")
            .arg(QDir::toNativeSeparators(document.rescuePath()));
    case PlanDocument::SaveState::Unsaved:
        return Text::tr("保存できません。入力はまだ画面の上だけにあります。閉じずに、保存先を確かめてください。");
    case PlanDocument::SaveState::Damaged:
        return Text::tr(
            "計画ファイルの中の記録が壊れています。ファイルには書き込まず、これからの入力は救済ファイルに残します。"
            "「計画名-backups」フォルダーの新しい控えを開いてください。");
    case PlanDocument::SaveState::ReadOnly:
        if (const auto holder = document.holder())
            //: %1 a user, %2 a computer, %3 a date and time
            return Text::tr("読み取り専用：%1さん（%2）が%3から使用中")
                .arg(holder->user, holder->computer, dayAndTime(holder->since.toLocalTime()));
        return Text::tr("読み取り専用");
    }
    return {};
}

QString fileSize(qint64 bytes)
{
    constexpr double kStep = 1024;
    const double kilobytes = std::ceil(double(bytes) / kStep);
    return kilobytes < kStep ? u"%1 KB"_s.arg(QLocale().toString(kilobytes, 'f', 0))
                             : u"%1 MB"_s.arg(QLocale().toString(kilobytes / kStep, 'f', 1));
}

// The short form of English dates puts the month first or the day, as the country has it; nobody can tell which.
QString dayAndTime(const QDateTime &when)
{
    return QLocale().language() == QLocale::English ? when.toString(u"yyyy-MM-dd HH:mm"_s)
                                                    : QLocale().toString(when, QLocale::ShortFormat);
}

QString day(const QDate &when)
{
    return QLocale().language() == QLocale::English ? when.toString(Qt::ISODate)
                                                    : QLocale().toString(when, QLocale::ShortFormat);
}

QString shortened(const QString &text, qsizetype length)
{
    const QString line = QString(text).replace(u'\n', u' ');
    return line.size() <= length ? line : QString(line.left(length - 1) + u'…');
}

} // namespace mezasu::ui::words
