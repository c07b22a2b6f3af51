// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>
#include <mutex>

namespace mezasu::ui {

/// Asks the file system things that may take for ever, such as a share that does not answer, without waiting for it: each
/// question has a thread of its own, which nobody waits for, not even the end of the program.
class FileAsker
{
public:
    FileAsker();
    ~FileAsker(); ///< answers that come later are lost
    Q_DISABLE_COPY_MOVE(FileAsker)

    /// \param question runs in that thread and owns all that it touches; what it returns runs in the thread of the window
    void ask(std::function<std::function<void()>()> question);

private:
    struct Link
    {
        std::mutex mutex;
        QObject *receiver = nullptr; ///< null when the asker is gone
    };
    QObject m_receiver;
    std::shared_ptr<Link> m_link;
};

/// Whether files are there.
class FilePresence : public QObject
{
    Q_OBJECT

public:
    explicit FilePresence(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
    /// found() is told for each, in any order, sooner or later or never.
    void look(const QStringList &paths);

Q_SIGNALS:
    void found(const QString &path, bool isThere);

private:
    FileAsker m_asker;
};

} // namespace mezasu::ui
