// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "barestore.h"
#include "madeplan.h"
#include "ratios.h"
#include "storefixture.h"

#include <QFile>
#include <sqlite3.h>

namespace mezasu::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kEarlier = 5000;

/// One text of one reform item after the other, each a durable transaction.
class OurEdits
{
public:
    explicit OurEdits(const QString &path)
        : m_session(open(path))
        , m_random(1)
    {
        for (const ElementId &id : m_session.journal->plan().preorder()) {
            if (id.kind == Kind::ReformItem)
                m_items.append(id);
        }
    }
    void edit()
    {
        const ElementId id = m_items.at(m_random.bounded(m_items.size()));
        m_session.edit({PlanChange::set(id, u"title"_s, Value(makeSentence(m_random, 20)))}, {});
        if (m_session.error)
            qFatal("edit: %s", qUtf8Printable(m_session.error->detail));
    }
    /// Earlier ChangeSets, in one transaction.
    void fillJournal(int count)
    {
        QList<ChangeSet> sets;
        for (int i = 0; i < count; ++i) {
            const ElementId id = m_items.at(m_random.bounded(m_items.size()));
            auto draft = draftOf(*m_session.journal,
                {PlanChange::set(id, u"title"_s, Value(makeSentence(m_random, 20)))}, m_session.runs);
            draft.value().author = u"企画課"_s;
            const ChangeSet set = makeChangeSet(m_session.journal->heads(), draft.value());
            if (!m_session.journal->take({set}))
                qFatal("take");
        }
        if (!m_session.commit())
            qFatal("commit: %s", qUtf8Printable(m_session.error->detail));
    }

private:
    static test::Session open(const QString &path)
    {
        auto session = test::Session::open(path);
        if (!session)
            qFatal("open: %s", qUtf8Printable(session.error().detail));
        return std::move(session).value();
    }
    test::Session m_session;
    QRandomGenerator m_random;
    QList<ElementId> m_items;
};

/// The same rows by SQLite alone: nothing is computed, hashed or read.
class BareEdits
{
public:
    explicit BareEdits(const QString &path)
        : m_db(path)
        , m_random(1)
    {
        sqlite3_stmt *items =
            m_db.prepare("SELECT r.element, (SELECT max(w.changeset) FROM write w WHERE w.element = r.element "
                         "AND w.aspect = 'title') FROM reform_item r ORDER BY r.element");
        while (sqlite3_step(items) == SQLITE_ROW)
            m_items.push_back({sqlite3_column_int64(items, 0), sqlite3_column_int64(items, 1)});
        sqlite3_reset(items);
        sqlite3_stmt *last = m_db.prepare("SELECT max(number), max(seq), max(depth) FROM changeset");
        sqlite3_step(last);
        m_number = sqlite3_column_int64(last, 0);
        m_seq = sqlite3_column_int64(last, 1);
        m_depth = sqlite3_column_int64(last, 2);
        sqlite3_reset(last);
        m_begin = m_db.prepare("BEGIN IMMEDIATE");
        m_commit = m_db.prepare("COMMIT");
        m_changeSet = m_db.prepare("INSERT INTO changeset VALUES (?, ?, 0, ?, ?, '2026-04-01T09:00:00+09:00', '髙橋', "
                                   "'0123456789abcdef0123456789abcdef', '', '0123456789abcdef0123456789abcdef', ?)");
        m_write = m_db.prepare("INSERT INTO write VALUES (?, 'title', ?, 1, 'text', NULL, ?, "
                               "'0123456789abcdef0123456789abcdef', ?, NULL)");
        m_replaced = m_db.prepare("UPDATE write SET live = 0 WHERE element = ? AND aspect = 'title' AND changeset = ?");
        m_title = m_db.prepare("UPDATE reform_item SET title = ? WHERE element = ?");
        m_noHead = m_db.prepare("DELETE FROM head");
        m_head = m_db.prepare("INSERT INTO head VALUES (?)");
        m_meta = m_db.prepare("UPDATE meta SET value = ? WHERE key = ?");
    }

    void edit()
    {
        Item &item = m_items.at(m_random.bounded(quint32(m_items.size())));
        const QByteArray text = makeSentence(m_random, 20).toUtf8();
        const QByteArray digest = makeUuid(m_random).toRfc4122() + makeUuid(m_random).toRfc4122();
        const QByteArray name = digest.toHex();
        // As long as the record of such an edit.
        const QByteArray body = R"({"author":{"d":")" + name + R"("},"erases":[],"parents":[")" + name
            + R"("],"reason":{"d":")" + name
            + R"("},"time":"2026-04-01T09:00:00+09:00","version":1,"writes":[{"t":"reform_item:)"
            + "01234567-89ab-cdef-0123-456789abcdef" + R"(/title","v":{"d":")" + name + R"("}}]})";
        m_db.step(m_begin);
        sqlite3_bind_int64(m_changeSet, 1, ++m_number);
        bind(m_changeSet, 2, name);
        sqlite3_bind_int64(m_changeSet, 3, ++m_seq);
        sqlite3_bind_int64(m_changeSet, 4, ++m_depth);
        bind(m_changeSet, 5, body);
        m_db.step(m_changeSet);
        sqlite3_bind_int64(m_replaced, 1, item.element);
        sqlite3_bind_int64(m_replaced, 2, item.last);
        m_db.step(m_replaced);
        sqlite3_bind_int64(m_write, 1, item.element);
        sqlite3_bind_int64(m_write, 2, m_number);
        bind(m_write, 3, text);
        sqlite3_bind_blob(m_write, 4, digest.constData(), int(digest.size()), SQLITE_TRANSIENT);
        m_db.step(m_write);
        item.last = m_number;
        bind(m_title, 1, text);
        sqlite3_bind_int64(m_title, 2, item.element);
        m_db.step(m_title);
        m_db.step(m_noHead);
        bind(m_head, 1, name);
        m_db.step(m_head);
        for (const char *key : {"file_counter", "present_sum"}) {
            bind(m_meta, 1, name.left(16));
            bind(m_meta, 2, key);
            m_db.step(m_meta);
        }
        m_db.step(m_commit);
    }

private:
    struct Item
    {
        qint64 element, last;
    };
    static void bind(sqlite3_stmt *statement, int at, const QByteArray &text)
    {
        sqlite3_bind_text(statement, at, text.constData(), int(text.size()), SQLITE_TRANSIENT);
    }
    BareDatabase m_db;
    QRandomGenerator m_random;
    std::vector<Item> m_items;
    qint64 m_number = 0, m_seq = 0, m_depth = 0;
    sqlite3_stmt *m_begin, *m_commit, *m_changeSet, *m_write, *m_replaced, *m_title, *m_noHead, *m_head, *m_meta;
};

Score compare(const Setup &setup, const QString &what, const QString &path)
{
    const QString a = setup.file(u"edit-ours.mezasu"_s);
    const QString b = setup.file(u"edit-bare.sqlite"_s);
    QFile::copy(path, a);
    QFile::copy(path, b);
    Times ours, bare;
    {
        OurEdits our(a);
        const Time first = measure([&] { our.edit(); });
        note(u"%1: the first edit of a session, with its dated copy of the file: %2 ms"_s.arg(what).arg(
            first.wall * 1000, 0, 'f', 1));
        BareEdits other(b);
        other.edit();
        for (int i = 0; i < setup.edits; ++i) {
            ours.add(measure([&] { our.edit(); }));
            bare.add(measure([&] { other.edit(); }));
        }
    }
    QFile::remove(a);
    QFile::remove(b);
    return score(what, ours, bare, 1.5);
}
} // namespace

std::vector<Score> editRatio(const Setup &setup)
{
    const QString m = planFile(setup, kItemsOfM);
    const QString l = planFile(setup, kItemsOfL);
    const QString late = setup.file(u"late.mezasu"_s);
    if (!QFile::exists(late)) {
        QFile::copy(l, late);
        OurEdits(late).fillJournal(kEarlier);
    }
    return {compare(setup, u"one durable edit in M"_s, m), compare(setup, u"one durable edit in L"_s, l),
        compare(setup, u"one durable edit in L after 5,000 ChangeSets"_s, late)};
}

} // namespace mezasu::bench
