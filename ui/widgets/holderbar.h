// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/planlock.h"
#include "ui/filepresence.h"
#include "ui/widgets/messagebar.h"

#include <QTimer>

namespace mezasu {
class PlanDocument;
}

namespace mezasu::ui {

/// Says who works on a plan that is open for reading only, and notices when they have left.
class HolderBar : public MessageBar
{
    Q_OBJECT

public:
    explicit HolderBar(QWidget *parent = nullptr);

    /// Null, or a plan that can be written: hidden.
    void setDocument(const PlanDocument *document);
    /// How often it is looked whether the holder is there still, in milliseconds.
    void setInterval(int ms) { m_timer.setInterval(ms); }
    /// Who holds the plan, in words: 計画太郎さん（PC-1）。2026/04/01 9:00から使用中
    static QString words(const LockInfo &holder);

Q_SIGNALS:
    /// The plan is to be opened for writing; with the lock of this holder, who was shown, where it is not empty.
    void writingRequested(const mezasu::LockInfo &holder);

private:
    void look();
    void show(const std::optional<LockInfo> &holder);

    QString m_path;
    std::optional<LockInfo> m_shown;
    QTimer m_timer;
    std::unique_ptr<FileAsker> m_asker; ///< a new one for each plan: answers about another are lost
    bool m_asking = false;
};

} // namespace mezasu::ui
