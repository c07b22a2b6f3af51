// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filepresence.h"

#include <QFileInfo>
#include <QMap>
#include <thread>

namespace mezasu::ui {

FileAsker::FileAsker()
    : m_link(std::make_shared<Link>())
{
    m_link->receiver = &m_receiver;
}

FileAsker::~FileAsker()
{
    const std::lock_guard guard(m_link->mutex);
    m_link->receiver = nullptr;
}

void FileAsker::ask(std::function<std::function<void()>()> question)
{
    std::thread([link = m_link, question = std::move(question)] {
        std::function<void()> answer = question();
        const std::lock_guard guard(link->mutex);
        if (link->receiver)
            QMetaObject::invokeMethod(link->receiver, std::move(answer), Qt::QueuedConnection);
    }).detach();
}

void FilePresence::look(const QStringList &paths)
{
    QMap<QString, QStringList> byFolder; // one share that hangs keeps nobody else waiting
    for (const QString &path : paths)
        byFolder[path.section(u'/', 0, -2)].append(path);
    for (const QStringList &some : std::as_const(byFolder)) {
        m_asker.ask([this, some]() -> std::function<void()> {
            QList<std::pair<QString, bool>> answers;
            for (const QString &path : some)
                answers.append({path, QFileInfo::exists(path)});
            return [this, answers] {
                for (const auto &[path, isThere] : answers)
                    Q_EMIT found(path, isThere);
            };
        });
    }
}

} // namespace mezasu::ui
