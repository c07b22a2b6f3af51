// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rescuefile.h"

#include "core/store/durable.h"
#include "core/store/portable.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>

namespace mezasu {

using namespace Qt::StringLiterals;

QString RescueFile::defaultFolder()
{
    const QString carried = portable::dataFolder();
    return carried.isEmpty()
        ? QString(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/mezasu/rescue"_L1)
        : QString(carried + "/rescue"_L1);
}

Result<> RescueFile::begin()
{
    if (!QDir().mkpath(m_folder))
        return makeError(Error::Code::Storage, u"the folder cannot be made"_s, m_folder);
    const QString name = m_plan.uuidString() + u'-' + QUuid::createUuid().toString(QUuid::WithoutBraces).left(8);
    m_file.setFileName(m_folder + u'/' + name + ".mezasu-rescue"_L1);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || !durable::hold(m_file)) {
        const Error error = makeError(Error::Code::Storage, m_file.errorString(), m_file.fileName());
        m_file.close();
        return error;
    }
    PacketWriter writer(&m_file);
    if (const auto done = writer.begin({m_plan, m_planPath}); !done) {
        m_file.remove();
        return done;
    }
    durable::syncFolderOf(m_file.fileName());
    return {};
}

Result<> RescueFile::add(const QList<ChangeSet> &changeSets)
{
    if (!m_file.isOpen()) {
        if (const auto done = begin(); !done)
            return done;
    }
    PacketWriter writer(&m_file);
    for (const ChangeSet &changeSet : changeSets) {
        if (m_added.value(changeSet.name, -1) >= changeSet.texts.size())
            continue;
        const qint64 end = m_file.pos();
        if (const auto done = writer.add(changeSet); !done || !durable::sync(m_file)) {
            // Half a line must not stand before whole ones that come later.
            m_file.resize(end);
            m_file.seek(end);
            return makeError(Error::Code::Storage, m_file.errorString(), m_file.fileName());
        }
        m_added.insert(changeSet.name, changeSet.texts.size());
    }
    return {};
}

void RescueFile::discard()
{
    if (m_file.isOpen()) {
        durable::overwrite(m_file); // what is erased from the plan later is not to be found in its blocks
        m_file.remove();
    }
    m_file.setFileName({});
    m_added.clear();
}

QList<RescueFile::Found> RescueFile::find(const QString &folder, const ElementId &plan, QStringList *unreadable)
{
    QList<Found> out;
    const QDir dir(folder);
    const QFileInfoList files =
        dir.entryInfoList({plan.uuidString() + "-*.mezasu-rescue"_L1}, QDir::Files, QDir::Time | QDir::Reversed);
    for (const QFileInfo &info : files) {
        QFile file(info.absoluteFilePath());
        Found found{file.fileName(), {}, {}, false, false};
        if (file.open(QIODevice::ReadOnly)) {
            found.inUse = !durable::hold(file);
            if (char first = ' '; !found.inUse && file.peek(&first, 1) == 1 && first == '\0') {
                file.remove(); // overwritten, but for a crash not removed
                continue;
            }
            const auto header = PacketReader::read(
                &file, PacketReader::Ending::Open, plan,
                [&found](ChangeSet changeSet) { found.changeSets.append(std::move(changeSet)); }, &found.cut);
            if (header) {
                found.header = header.value();
                out.append(found);
                continue;
            }
        }
        if (unreadable)
            unreadable->append(file.fileName());
    }
    return out;
}

Result<> RescueFile::remove(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) || !durable::hold(file) || !durable::overwrite(file)
        || !file.remove())
        return makeError(Error::Code::Storage, u"in use, or cannot be removed"_s, path);
    durable::syncFolderOf(path);
    return {};
}

} // namespace mezasu
