// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/filestorage.h"

#include <QFileInfo>

namespace mezasu {

namespace {
constexpr int kBeatMs = 60 * 1000;

/// Whether what was to go into the plan file at \p rescued has come where it belongs when it is in the one at \p path. A copy,
/// a backup say, that is opened while the share is away must not swallow what the plan on the share is to get.
bool isOf(const QString &path, const QString &rescued)
{
    const QFileInfo here(path);
    const QFileInfo there(rescued);
    return here == there || (!there.exists() && QFileInfo(there.absolutePath()).isDir());
}

std::unique_ptr<PlanDocument> documentOver(
    std::unique_ptr<PlanFile> file, const Session &session, const QString &rescueFolder)
{
    Journal journal(file->journalSource(), file->plan());
    return std::make_unique<PlanDocument>(
        std::move(journal), std::make_unique<FileStorage>(std::move(file), rescueFolder), session);
}
} // namespace

FileStorage::FileStorage(std::unique_ptr<PlanStore> store, QString rescueFolder)
    : m_store(std::move(store))
    , m_rescueFolder(rescueFolder.isEmpty() ? RescueFile::defaultFolder() : std::move(rescueFolder))
    , m_notesTold(m_store->notes().size())
{
    m_beat.setInterval(kBeatMs);
    QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this] {
        if (m_store->isWritable())
            (void)m_store->beat(); // where it fails, the next commit says so
    });
    m_beat.start();
    QTimer::singleShot(0, &m_here, [this] {
        m_store->checkBehind([this] {
            QMetaObject::invokeMethod(
                &m_here, [this] { lookForDamage(); }, Qt::QueuedConnection);
        });
    });
}

FileStorage::~FileStorage() = default;

void FileStorage::lookForDamage()
{
    const auto sound = m_store->checked();
    if (!sound && sound.error().code == Error::Code::Damaged && m_tellDamage)
        m_tellDamage(sound.error());
}

void FileStorage::registerFile(const FileRead &read)
{
    if (const auto done = m_store->registerFile(read); !done)
        qWarning("the register of files could not be written: %s", qUtf8Printable(done.error().detail));
}

QList<FileRead> FileStorage::filesRead()
{
    const auto read = m_store->filesRead();
    if (!read)
        qWarning("the register of files could not be read: %s", qUtf8Printable(read.error().detail));
    return read ? read.value() : QList<FileRead>();
}

std::optional<LockInfo> FileStorage::holder() const
{
    return m_store->isWritable() ? std::nullopt : m_store->holder();
}

SaveOutcome FileStorage::commit(JournalDelta delta, Journal &journal)
{
    m_pending.push_back(std::move(delta));
    return retry(journal);
}

SaveOutcome FileStorage::retry(Journal &journal)
{
    if (!m_pending.empty()) {
        if (const auto done = m_store->commit(m_pending, journal); !done)
            return rescue(done.error(), journal);
        m_pending.clear();
        journal.forgetLoaded();
    }
    if (m_rescue) {
        m_rescue->discard();
        m_rescue.reset();
    }
    SaveOutcome saved;
    saved.notes = m_store->notes().mid(m_notesTold);
    m_notesTold = m_store->notes().size();
    return saved;
}

SaveOutcome FileStorage::rescue(const Error &why, Journal &journal)
{
    if (!m_rescue)
        m_rescue = std::make_unique<RescueFile>(m_rescueFolder, journal.plan().root(), m_store->place());
    QList<ChangeSet> changeSets;
    for (const JournalDelta &delta : m_pending) {
        for (const JournalDelta::Applied &applied : delta.applied)
            changeSets.append(applied.changeSet);
        for (const WaitingChangeSet &waiting : delta.waitingAdded)
            changeSets.append(waiting.changeSet);
    }
    if (const auto added = m_rescue->add(changeSets); !added)
        return {SaveOutcome::State::Unsaved, why, {}};
    return {SaveOutcome::State::Rescued, why, m_rescue->path()};
}

Result<OpenedFile> openPlanFile(
    const QString &path, const PlanFile::Options &options, const Session &session, const QString &rescueFolder)
{
    auto file = PlanFile::open(path, options);
    return file ? openPlanFile(std::move(file).value(), session, rescueFolder) : Result<OpenedFile>(file.error());
}

Result<OpenedFile> openPlanFile(std::unique_ptr<PlanFile> file, const Session &session, const QString &rescueFolder)
{
    OpenedFile out;
    out.notes = file->notes();
    out.leftBehind = file->leftBehind();
    out.readOnlyBecause = file->whyReadOnly();
    const QString path = file->place();
    out.document = documentOver(std::move(file), session, rescueFolder);
    if (out.document->isReadOnly())
        return out;
    const QString folder = rescueFolder.isEmpty() ? RescueFile::defaultFolder() : rescueFolder;
    for (const RescueFile::Found &found :
        RescueFile::find(folder, out.document->plan().root(), &out.rescuesUnreadable)) {
        const auto taken = out.document->merge(found.changeSets);
        if (!taken)
            return taken.error();
        if (taken.value().known == found.changeSets.size()
            || out.document->saveState() == PlanDocument::SaveState::Saved) {
            if (taken.value().known < found.changeSets.size())
                out.rescuesTaken.append(found.path);
            if (!found.inUse && isOf(path, found.header.from))
                (void)RescueFile::remove(found.path); // what stays is known next time
        }
    }
    return out;
}

Result<std::unique_ptr<PlanDocument>> createPlanFile(
    const QString &path, const PlanFile::Options &options, const Session &session, const QString &rescueFolder)
{
    auto file = PlanFile::create(path, options);
    if (!file)
        return file.error();
    return documentOver(std::move(file).value(), session, rescueFolder);
}

} // namespace mezasu
