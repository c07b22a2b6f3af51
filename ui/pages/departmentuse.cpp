// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/departmentuse.h"

#include <algorithm>

namespace mezasu::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kRestMs = 100; ///< after the page is there, and after the last change
}

DepartmentUse::DepartmentUse(PlanDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kRestMs);
    connect(&m_timer, &QTimer::timeout, this, &DepartmentUse::countAll);
    connect(document, &PlanDocument::elementsChanged, this, [this](const QList<ElementId> &changed) {
        const bool matters = std::any_of(changed.begin(), changed.end(),
            [](const ElementId &id) { return id.kind == Kind::Department || fieldInfo(id.kind, u"department"); });
        if (matters)
            m_timer.start();
    });
    m_timer.start();
}

void DepartmentUse::countAll()
{
    m_counts.clear();
    const Plan &plan = m_document->plan();
    for (const ElementId &id : plan.preorder()) {
        if (!fieldInfo(id.kind, u"department"))
            continue;
        for (const auto &[name, value] : plan.element(id)->fields) {
            if (name == "department"_L1)
                ++m_counts[QUuid::fromString(value.text())];
            else if (name.startsWith("departments/"_L1))
                ++m_counts[QUuid::fromString(QStringView(name).mid(12))];
        }
    }
    m_known = true;
    Q_EMIT counted();
}

std::optional<int> DepartmentUse::count(const ElementId &department) const
{
    return m_known ? std::optional(m_counts.value(department.uuid)) : std::nullopt;
}

QString DepartmentUse::remark(const ElementId &department) const
{
    const auto found = count(department);
    if (!found)
        return {};
    return *found == 0 ? tr("未使用") : tr("使用中：%nか所", nullptr, *found);
}

QString DepartmentUse::removed(const ElementId &department)
{
    if (m_timer.isActive() || !m_known)
        countAll();
    const int found = m_counts.value(department.uuid);
    if (found == 0)
        return {};
    const QString name = m_document->text(department, u"name"_s);
    //: %1 a department, %n the number of fields in which it stood
    return tr("「%1」を削除しました。所管課や関係課として使われていた%nか所は、「削除された課」と表示されます。"
              "「元に戻す」で戻せます。",
        nullptr, found)
        .arg(name);
}

} // namespace mezasu::ui
