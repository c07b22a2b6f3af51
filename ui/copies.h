// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/plandocument.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace mezasu::ui {

class MainWindow;

/// Copies and packets of the plan: taken over, and made.
///
/// Copies are read one between two events, so that the window lives and the reading can be cancelled; what they hold is taken
/// over at once and in one transaction, or not at all.
class Copies : public QObject
{
    Q_OBJECT

public:
    explicit Copies(MainWindow *window);

    /// Asks for files where none are named.
    void merge(const QStringList &paths = {});
    void cancel();
    bool isRunning() const { return m_timer.isActive(); }
    /// Writes everything that the plan has into a packet, for somebody who has a copy of it.
    void pack();

private:
    void readNext();
    void takeOver();
    bool isStillOpen() const;

    MainWindow *m_window;
    QPointer<PlanDocument> m_document;
    QStringList m_paths, m_refused;
    qsizetype m_next = 0;
    QList<ChangeSet> m_changeSets;
    QTimer m_timer;
};

} // namespace mezasu::ui
