// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QObject>
#include <optional>

namespace mezasu::ui {

class MainWindow;

/// Tables, and whole plans as JSON, that are taken into the plan or become a new one.
///
/// Nothing is written before the person has seen what would be done and accepted it.
class Imports : public QObject
{
    Q_OBJECT

public:
    explicit Imports(MainWindow *window);

    /// Shows what an import would do, and does it when it is accepted. \param path empty: to be asked for
    void table(const QString &path);
    /// Makes a new plan from a table, or from a whole plan as JSON, whatever is open, where the person says.
    /// \param path empty: to be asked for
    void asNewPlan(const QString &path);
    /// The table that was copied in a spreadsheet or browser.
    void clipboard();

private:
    void from(const ImportSource &source, const QString &name);
    void wholePlan(const QString &json);
    void makePlanFrom(const ImportSource &source, const QString &name);
    void createFrom(const ImportSource &source, const QString &name, const ImportWishes &wishes);
    /// Whether it is a whole plan; nothing: it was cancelled, which is said.
    std::optional<bool> isWholePlan(const QString &path);
    QString pathToImport(const QString &path, const QString &title);

    MainWindow *m_window;
};

} // namespace mezasu::ui
