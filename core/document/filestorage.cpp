// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/filestorage.h"

#include <QFileInfo>
#include <QThread>
#include <iterator>
#include <utility>

namespace mezasu {

namespace {
constexpr int kBeatMs = 60 * 1000;
constexpr qsizetype kLoadedKept = 2000; ///< elements and ChangeSets of the journal, a megabyte or two

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

FileStorage::~FileStorage()
{
    m_store.reset(); // waits for what is under way, which then speaks to m_here
}

void FileStorage::lookForDamage()
{
    if (m_isAway) {
        m_looksLater = true;
        return;
    }
    const auto sound = m_store->checked();
    m_isChecked = true;
    if (!m_pending.empty() && m_tellOutcome) {
        if (const SaveOutcome outcome = begin(*m_journal); outcome.state != SaveOutcome::State::Saving)
            m_tellOutcome(outcome);
    }
    if (!sound && sound.error().code == Error::Code::Damaged && m_tellDamage)
        m_tellDamage(sound.error());
}

void FileStorage::registerFile(const FileRead &read)
{
    if (!m_pending.empty() || !m_underWay.empty()) {
        m_toRegister.append(read); // what it became comes first
        return;
    }
    if (const auto done = m_store->registerFile(read); !done)
        qWarning("the register of files could not be written: %s", qUtf8Printable(done.error().detail));
}

QList<FileRead> FileStorage::filesRead()
{
    const auto read = m_store->filesRead();
    if (!read)
        qWarning("the register of files could not be read: %s", qUtf8Printable(read.error().detail));
    return (read ? read.value() : QList<FileRead>()) + m_toRegister;
}

std::optional<LockInfo> FileStorage::holder() const
{
    return m_store->isWritable() ? std::nullopt : m_store->holder();
}

SaveOutcome FileStorage::commit(JournalDelta delta, Journal &journal)
{
    m_pending.push_back(std::move(delta));
    const bool isHere = QThread::currentThread() == m_here.thread();
    return m_tellOutcome && isHere ? begin(journal) : write(journal);
}

SaveOutcome FileStorage::retry(Journal &journal)
{
    if (const auto settled = settle(journal); !settled)
        return rescue(settled.error(), journal);
    return write(journal);
}

std::unique_ptr<Journal> FileStorage::journal(const Plan &plan)
{
    if (!m_pending.empty() || !m_underWay.empty() || !m_store->checked())
        return {};
    return std::make_unique<Journal>(m_store->journalSource(), plan);
}

void FileStorage::handTo(QThread *thread)
{
    m_store->handTo(thread);
    if (QThread::currentThread() != m_here.thread())
        return;
    m_isAway = thread != m_here.thread();
    if (m_isAway) {
        m_beat.stop(); // the sign of life is the store's as well
        return;
    }
    m_beat.start();
    if (std::exchange(m_looksLater, false))
        lookForDamage();
}

void FileStorage::writeBehind(std::function<void(const SaveOutcome &)> tell)
{
    m_tellOutcome = std::move(tell);
}

/// Writes what is pending, and waits until it is durable.
SaveOutcome FileStorage::write(Journal &journal)
{
    if (!m_pending.empty()) {
        if (const auto done = m_store->commit(m_pending, journal); !done)
            return rescue(done.error(), journal);
        m_pending.clear();
        forget(journal);
    }
    return saved();
}

/// Lets another thread make durable what is pending, once what is under way is.
SaveOutcome FileStorage::begin(Journal &journal)
{
    m_journal = &journal;
    if (!m_underWay.empty() || !m_isChecked)
        return {SaveOutcome::State::Saving, {}, {}};
    const quint64 number = ++m_begun;
    const auto begun = m_store->commitBehind(m_pending, journal, [this, number] {
        QMetaObject::invokeMethod(
            &m_here, [this, number] { goOn(number); }, Qt::QueuedConnection);
    });
    if (!begun)
        return rescue(begun.error(), journal);
    m_underWay = std::exchange(m_pending, {});
    return {SaveOutcome::State::Saving, {}, {}};
}

/// What was under way is durable, or not.
void FileStorage::goOn(quint64 number)
{
    if (m_underWay.empty() || number != m_begun)
        return; // somebody has waited for it; what is under way now was begun later
    const auto settled = settle(*m_journal);
    if (!settled)
        m_tellOutcome(rescue(settled.error(), *m_journal));
    else if (m_pending.empty())
        m_tellOutcome(saved());
    else if (const SaveOutcome next = begin(*m_journal); next.state != SaveOutcome::State::Saving)
        m_tellOutcome(next);
}

/// Waits for what is under way; where it failed, it is pending again.
Result<> FileStorage::settle(Journal &journal)
{
    if (m_underWay.empty())
        return {};
    const auto committed = m_store->committed();
    std::vector<JournalDelta> was = std::exchange(m_underWay, {});
    if (!committed) {
        std::move(m_pending.begin(), m_pending.end(), std::back_inserter(was));
        m_pending = std::move(was);
    } else if (m_pending.empty()) {
        forget(journal);
    }
    return committed;
}

/// What is kept can be gone on with, and undone, without reading the file, which waits while it is written.
void FileStorage::forget(Journal &journal) const
{
    if (!m_tellOutcome || journal.loaded() > kLoadedKept)
        journal.forgetLoaded();
}

SaveOutcome FileStorage::saved()
{
    if (m_rescue) {
        m_rescue->discard();
        m_rescue.reset();
    }
    for (const FileRead &read : std::exchange(m_toRegister, {}))
        registerFile(read);
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
