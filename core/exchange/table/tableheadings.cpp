// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/table/tableheadings.h"

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

struct ColumnWords
{
    Role role;
    Kind kind;
    const char16_t *aspect;
    const char16_t *stateField; ///< empty: its heading tells no state
};

constexpr ColumnWords kColumns[] = {
    {Role::PolicyId, Kind::Policy, u"ID", u""},
    {Role::PolicyNumber, Kind::Policy, u"番号", u"number"},
    {Role::PolicyTitle, Kind::Policy, u"", u"title"},
    {Role::PolicyDescription, Kind::Policy, u"の説明", u"description"},
    {Role::GoalId, Kind::Goal, u"ID", u""},
    {Role::Statements, Kind::Goal, u"", u"statements"},
    {Role::ItemId, Kind::ReformItem, u"ID", u""},
    {Role::ItemCode, Kind::ReformItem, u"番号", u"code"},
    {Role::ItemTitle, Kind::ReformItem, u"名称", u"title"},
    {Role::ItemDescription, Kind::ReformItem, u"の説明", u"description"},
    {Role::ItemDepartment, Kind::ReformItem, u"の所管課", u"department"},
    {Role::ItemDepartments, Kind::ReformItem, u"の関係課", u"departments"},
    {Role::InitiativeId, Kind::Initiative, u"ID", u""},
    {Role::InitiativeCode, Kind::Initiative, u"番号", u"code"},
    {Role::InitiativeTitle, Kind::Initiative, u"名称", u"title"},
    {Role::InitiativeDescription, Kind::Initiative, u"の説明", u"description"},
    {Role::InitiativeDepartment, Kind::Initiative, u"の所管課", u"department"},
    {Role::InitiativeDepartments, Kind::Initiative, u"の関係課", u"departments"},
};

const ColumnWords *wordsOf(Role role)
{
    for (const ColumnWords &words : kColumns) {
        if (words.role == role)
            return &words;
    }
    return nullptr;
}

QString stateSuffix(const QString &state)
{
    static const QHash<QString, QString> words = {
        {u"rough"_s, u"素案"_s}, {u"draft"_s, u"案"_s}, {u"revised"_s, u"修正案"_s}, {u"final"_s, u"確定"_s}};
    const QString word = words.value(state);
    return word.isEmpty() ? QString() : QString(u'（' + word + u'）');
}

QString listHeading(const ColumnUse &use, const QString &levelName)
{
    switch (use.role) {
    case Role::Indicators:
        return use.home == Kind::Goal ? u"指標"_s : QString(levelName + u"の指標");
    case Role::Issues:
        return u"現状と課題"_s;
    case Role::Footnotes:
        return u"注"_s;
    case Role::IndicatorUnit:
        return u"単位"_s;
    case Role::IndicatorDefinition:
        return u"定義"_s;
    case Role::IndicatorSource:
        return u"出典"_s;
    case Role::StatementIds:
        return u"文ID"_s;
    case Role::IndicatorIds:
        return u"指標ID"_s;
    case Role::IssueIds:
        return u"現状と課題ID"_s;
    case Role::FootnoteIds:
        return u"注ID"_s;
    default:
        return {};
    }
}

} // namespace

QString defaultLevelName(Kind kind)
{
    switch (kind) {
    case Kind::Policy:
        return u"基本方針"_s;
    case Kind::Goal:
    case Kind::Statement:
        return u"目指す姿"_s;
    case Kind::Indicator:
        return u"指標"_s;
    case Kind::Issue:
        return u"現状と課題"_s;
    case Kind::ReformItem:
        return u"改革項目"_s;
    case Kind::Initiative:
        return u"取組"_s;
    default:
        return {};
    }
}

QString defaultHeading(const ColumnUse &use, const QHash<Kind, QString> &levelNames)
{
    const auto nameOf = [&levelNames](Kind kind) { return levelNames.value(kind, defaultLevelName(kind)); };
    const QString suffix = stateSuffix(use.state);
    if (use.role == Role::IndicatorValue) {
        static const QHash<QString, QString> words = {
            {u"baseline"_s, u"現状値"_s}, {u"target"_s, u"目標値"_s}, {u"actual"_s, u"実績値"_s}};
        return QString::number(use.year.value_or(0)) + u"年度"_s + words.value(use.valueRole);
    }
    if (const ColumnWords *words = wordsOf(use.role))
        return QString(nameOf(words->kind) + QString::fromUtf16(words->aspect) + suffix);
    return listHeading(use, nameOf(use.home)) + suffix;
}

bool keepsHeading(const ColumnUse &use)
{
    switch (use.role) {
    case Role::Indicators:
        return use.home == Kind::Goal;
    case Role::Issues:
    case Role::Footnotes:
        return true;
    default:
        break;
    }
    const ColumnWords *words = wordsOf(use.role);
    return words && *words->stateField != 0;
}

std::optional<std::pair<Kind, QString>> stateFieldOf(const ColumnUse &use)
{
    if (use.role == Role::Indicators)
        return std::pair(use.home, u"indicators"_s);
    if (use.role == Role::Issues)
        return std::pair(Kind::Goal, u"issues"_s);
    if (use.role == Role::Footnotes)
        return std::pair(Kind::Goal, u"footnotes"_s);
    const ColumnWords *words = wordsOf(use.role);
    if (!words || *words->stateField == 0)
        return {};
    return std::pair(words->kind, QString::fromUtf16(words->stateField));
}

} // namespace mezasu::exchange
