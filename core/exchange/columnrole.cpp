// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/columnrole.h"

namespace mezasu::exchange {

using namespace Qt::StringLiterals;

namespace {

struct RoleEntry
{
    Role role;
    const char16_t *name;
};

constexpr RoleEntry kRoles[] = {
    {Role::Unknown, u"unknown"},
    {Role::LeaveOut, u"leave_out"},
    {Role::PolicyId, u"policy.id"},
    {Role::PolicyNumber, u"policy.number"},
    {Role::PolicyTitle, u"policy.title"},
    {Role::PolicyDescription, u"policy.description"},
    {Role::GoalId, u"goal.id"},
    {Role::Statements, u"goal.statements"},
    {Role::Issues, u"goal.issues"},
    {Role::Footnotes, u"goal.footnotes"},
    {Role::Indicators, u"goal.indicators"},
    {Role::IndicatorUnit, u"indicator.unit"},
    {Role::IndicatorDefinition, u"indicator.definition"},
    {Role::IndicatorSource, u"indicator.source"},
    {Role::IndicatorValue, u"indicator.value"},
    {Role::ItemId, u"reform_item.id"},
    {Role::ItemCode, u"reform_item.code"},
    {Role::ItemTitle, u"reform_item.title"},
    {Role::ItemDescription, u"reform_item.description"},
    {Role::ItemDepartment, u"reform_item.department"},
    {Role::ItemDepartments, u"reform_item.departments"},
    {Role::InitiativeId, u"initiative.id"},
    {Role::InitiativeCode, u"initiative.code"},
    {Role::InitiativeTitle, u"initiative.title"},
    {Role::InitiativeDescription, u"initiative.description"},
    {Role::InitiativeDepartment, u"initiative.department"},
    {Role::InitiativeDepartments, u"initiative.departments"},
    {Role::StatementIds, u"statement.ids"},
    {Role::IndicatorIds, u"indicator.ids"},
    {Role::IssueIds, u"issue.ids"},
    {Role::FootnoteIds, u"footnote.ids"},
};

} // namespace

QString roleName(Role role)
{
    for (const RoleEntry &entry : kRoles) {
        if (entry.role == role)
            return QString::fromUtf16(entry.name);
    }
    Q_UNREACHABLE();
}

std::optional<Role> roleFromName(QStringView name)
{
    for (const RoleEntry &entry : kRoles) {
        if (name == QStringView(entry.name))
            return entry.role;
    }
    return std::nullopt;
}

bool isListRole(Role role)
{
    return role == Role::Statements || role == Role::Issues || role == Role::Footnotes || role == Role::Indicators;
}

} // namespace mezasu::exchange
