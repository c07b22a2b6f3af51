// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/packet.h"

#include <QFile>
#include <QHash>

namespace mezasu {

/// Where ChangeSets go at once when the plan file cannot be written: a file on the local disk, grown and synced one ChangeSet
/// at a time. It is a packet without its last line.
class RescueFile
{
public:
    /// The folder used where the caller names none: in the user's local data, the same for the window and the command line.
    static QString defaultFolder();

    RescueFile(QString folder, const ElementId &plan, QString planPath)
        : m_folder(std::move(folder))
        , m_plan(plan)
        , m_planPath(std::move(planPath))
    {
    }
    /// When this returns, they are on the disk. What was added before is not added again.
    Result<> add(const QList<ChangeSet> &changeSets);
    QString path() const { return m_file.fileName(); } ///< empty before the first add()
    /// Removes it, when everything is in the plan file after all.
    void discard();

    /// A rescue file found at opening.
    struct Found
    {
        QString path;
        PacketHeader header;
        QList<ChangeSet> changeSets;
        bool cut = false;   ///< the last one had not been written in full; it had not been reported as rescued either
        bool inUse = false; ///< another window is still adding to it: take what is there, but leave the file
    };
    /// Rescue files of a plan, oldest first. Those that cannot be read are in \p unreadable.
    static QList<Found> find(const QString &folder, const ElementId &plan, QStringList *unreadable = nullptr);
    /// Removes one whose ChangeSets are all in the plan file. Storage when it is in use.
    static Result<> remove(const QString &path);

private:
    Result<> begin();
    QString m_folder;
    ElementId m_plan;
    QString m_planPath;
    QFile m_file;
    QHash<Name, qsizetype> m_added; ///< with how many of its texts
};

} // namespace mezasu
