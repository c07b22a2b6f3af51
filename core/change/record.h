// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/hash.h"
#include "core/plan/element.h"
#include "core/plan/field.h"
#include "core/plan/result.h"
#include "core/plan/shared.h"

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace mezasu {

/// What a write is to: the existence, the place or a field of an element.
struct Thing
{
    ElementId element;
    QString aspect; ///< "exists", "place", a field name, or a keyed one ("values/2022/actual")

    QString toString() const { return element.toString() + u'/' + aspect; }
    static std::optional<Thing> fromString(QStringView text);
    bool operator==(const Thing &) const = default;
    friend size_t qHash(const Thing &t, size_t seed = 0) noexcept
    {
        return qHash(t.element, seed) ^ qHash(t.aspect, seed);
    }
};

namespace aspect {
extern const QString kExists; ///< "exists"
extern const QString kPlace;  ///< "place"
} // namespace aspect

enum class Life : quint8 { Alive, Removed };

/// An IndicatorValue as it stands in a record: the note is a digest.
struct EntryContent
{
    std::optional<Decimal> value;
    QString status, missing; ///< empty: null
    std::optional<Digest> note;
    bool operator==(const EntryContent &) const = default;
};

/// The new value of a write as the record holds it; typed texts only as digests.
using Content = std::variant<std::monostate, bool, qint64, Digest, Life, Place, Shared<EntryContent>, QJsonValue>;

inline const EntryContent *entryOf(const Content &content)
{
    const auto *entry = std::get_if<Shared<EntryContent>>(&content);
    return entry ? entry->get() : nullptr;
}

/// One write of a ChangeSet. Neither value nor kept names: the thing becomes empty.
struct Write
{
    Thing thing;
    std::optional<Content> value;
    /// Names of earlier writes to this thing whose values stay, or are again, candidates (deciding, taking back, redoing).
    std::optional<QList<Name>> keep;
};

/// A text as a person typed it, with the random salt that keeps its digest from being guessed.
struct Salted
{
    QString salt; ///< 32 lower-case hexadecimal digits
    QString text;
    bool operator==(const Salted &) const = default;
};
Digest digestOf(const Salted &salted);
using Texts = QHash<Digest, Salted>;

/// The immutable content of a ChangeSet without its texts; the hash of its canonical form is its name.
///
/// Form 1, for ever: JSON in UTF-8, keys sorted by code point, no blanks, only what JSON demands escaped;
/// {"author":{"d":HEX},"erases":[HEX…],"parents":[HEX…],"reason":{"d":HEX},"time":TEXT,"version":1,
///  "writes":[{"keep":[HEX…],"t":THING,"v":VALUE}…]} with parents, erases, keep and writes (by "t") sorted, none twice.
struct Record
{
    static constexpr int kVersion = 1;

    QList<Name> parents; ///< the heads of the state that the author saw
    Digest author;
    QString time; ///< as the author's clock said, ISO 8601; never used for ordering. Empty for ChangeSets from files
    Digest reason;
    QList<Write> writes;
    QList<Digest> erases;

    QByteArray canonical() const;
    /// Every digest that the record mentions as a text of its own: author, reason, values, notes.
    QList<Digest> digests() const;
    /// Whether all of its texts are among these or erased.
    bool isCompleteWith(const Texts &texts, const std::function<bool(const Digest &)> &isErased) const;

    /// Reads a canonical record. InvalidInput where it is not exactly what canonical() would write or breaks a rule of
    /// shape; NewerFormat where its version is newer, and only its name can be known. Decided by the bytes alone.
    static Result<Record> parse(const QByteArray &body);
};

/// Reads a canonical record write by write: a large one neither has to stand in memory as a whole nor be read at one go.
class RecordReader
{
public:
    explicit RecordReader(QByteArray body);

    /// What stands before the writes; has none of them.
    const Record &head() const { return m_head; }
    /// The next write; nothing at the end, and where the body is no record.
    std::optional<Write> next();
    /// All writes are read, and the body is what Record::parse() takes.
    bool isComplete() const { return m_state == State::Complete; }
    /// Nothing more comes, though it is not complete: only Record::parse() knows why.
    bool isRefused() const { return m_state == State::Refused; }

private:
    enum class State { Reading, Complete, Refused };
    std::optional<Write> refuse();

    QByteArray m_body;
    Record m_head;
    qsizetype m_at = 0; ///< where the next write begins
    QString m_last;     ///< the thing of the last write
    State m_state = State::Reading;
};

/// A ChangeSet as it travels: the bytes that are hashed, and those of its texts that are known.
struct ChangeSet
{
    Name name;
    QByteArray body;
    Texts texts;
    /// The parsed body where whoever made the ChangeSet has it at hand; saves parsing it again. Never set from outside data.
    std::shared_ptr<const Record> record;
};

/// The typed text of a content: the text itself, or the note of an entry.
std::optional<Digest> textDigestOf(const Content &content);
/// The value that a content stands for; erased where its text is not among \p texts. Null for existence and place.
Value plainOf(const Content &content, const Texts &texts);
Value plainOf(const Content &content, const QString *text); ///< \p text of its digest; null: not known

/// One write as it stands in Record::canonical().
void appendWrite(QByteArray &out, const Write &write);
/// JSON as records, packets and exports write it: keys sorted by code point, no blanks, minimal escapes.
/// No fractions: a number with a fraction is an error of the caller.
QByteArray canonicalJson(const QJsonValue &value);
/// A place in that form.
void appendPlace(QByteArray &out, const Place &place);
/// A JSON string literal in that form.
void appendJsonString(QByteArray &out, QStringView text);

} // namespace mezasu
