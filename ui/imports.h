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
    using Take = void (Imports::*)(const ImportSource &source, const QString &name);
    /// Asks for a file where there is no path. \param take what is done with a table; a whole plan always becomes a new one
    void read(const QString &path, const QString &title, Take take);
    /// What the person accepted after looking at it; nothing: it was cancelled or cannot be read, which is said.
    std::optional<ImportPreview> accepted(const QString &name, const ImportPreviewer &previewer);

    MainWindow *m_window;
};

} // namespace mezasu::ui
