// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QHash>
#include <QTimer>

namespace mezasu::ui {

/// In how many fields of a plan each department stands as lead or joint department. Counted when the window is idle, after
/// the page is on screen and after each change that could matter.
class DepartmentUse : public QObject
{
    Q_OBJECT

public:
    explicit DepartmentUse(PlanDocument *document, QObject *parent = nullptr);

    /// Nothing before it was counted.
    std::optional<int> count(const ElementId &department) const;
    /// "使用中：3か所", "未使用".
    QString remark(const ElementId &department) const;
    /// What is said when a department goes that is in use; empty for another.
    QString removed(const ElementId &department);

Q_SIGNALS:
    void counted();

private:
    void countAll();

    PlanDocument *m_document;
    QHash<QUuid, int> m_counts;
    bool m_known = false;
    QTimer m_timer;
};

} // namespace mezasu::ui
