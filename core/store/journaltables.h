// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/ancestry.h"
#include "core/change/law.h"
#include "core/store/presenttables.h"

namespace mezasu {

/// The tables of the journal: what a Journal reads when it needs it.
class JournalTables final : public JournalSource
{
public:
    JournalTables(SqlConnection &connection, PresentTables &present)
        : m_connection(connection)
        , m_present(present)
    {
    }

    std::vector<Standing> standings() override;
    std::vector<Knowledge> knowledge() override;
    QList<Name> heads() override;
    QList<WaitingChangeSet> waiting() override;
    QList<Digest> erased() override;
    QList<Name> incomplete() override;
    std::vector<ThingHistory> element(const ElementId &id) override;
    QList<QByteArray> keysBelow(const ElementId &parent) override;
    QList<Thing> thingsWith(const QList<Digest> &digests) override;
    ChangeSet changeSet(const Name &name, WithTexts texts) override;
    std::optional<Error> failure() const override { return m_failure; }
    void forgetFailure() { m_failure.reset(); }

    /// The state of the file that the journal stands on. When another writer (who took our lock) has changed the file since,
    /// what is read is brought back to this state, so that what is still typed here becomes sound ChangeSets for the rescue.
    struct Ours
    {
        quint32 counter = 0;   ///< of the file
        Number changeSets = 0; ///< how many are ours
        QString numbering;     ///< while it is the same, numbers mean the same
    };
    void setOurs(const Ours &ours) { m_ours = ours; }
    void advance(quint32 counter, std::optional<Number> changeSets);

private:
    qint64 ourEnd() const;
    bool isChangedByOthers();
    QList<Name> headsOfOurs();
    void asOfOurs(std::vector<ThingHistory> &histories);
    template <typename Function>
    void each(QSqlQuery &query, Function row);
    Texts textsOf(Number number, const Record &record);
    void fail(const Error &error);
    void failDamaged(const QString &what);
    std::optional<Hash> hashAt(const QSqlQuery &query, int column);

    SqlConnection &m_connection;
    PresentTables &m_present;
    std::optional<Error> m_failure;
    std::optional<Ours> m_ours;                 ///< nothing: everything in the tables counts
    std::unique_ptr<Ancestry> m_ancestryOfOurs; ///< made when another writer was noticed
};

} // namespace mezasu
