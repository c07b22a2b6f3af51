// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changeset.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <algorithm>
#include <span>
#include <vector>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
/// Takes the texts out of a draft, in the order of its writes, and leaves digests.
class Sealer
{
public:
    Sealer(const SaltSource &salts, qsizetype atMost)
        : m_salts(salts)
    {
        m_texts.reserve(atMost);
    }

    Digest seal(const QString &text)
    {
        Salted salted{m_salts(++m_count), text};
        const Digest digest = digestOf(salted);
        m_texts.emplace(digest, std::move(salted));
        return digest;
    }

    Content seal(const Value &value)
    {
        if (const auto *entry = value.entry()) {
            EntryContent content{entry->value, entry->status, entry->missing, {}};
            if (!entry->note.isEmpty())
                content.note = seal(entry->note);
            return Shared(std::move(content));
        }
        if (value.isText())
            return seal(value.text());
        if (const auto n = value.number())
            return *n;
        if (const auto b = value.boolean())
            return *b;
        if (const auto s = value.structure())
            return *s;
        return std::monostate{};
    }

    Texts takeTexts() { return std::move(m_texts); }

private:
    const SaltSource &m_salts;
    Texts m_texts;
    int m_count = 0;
};

template <typename T>
QList<T> sorted(QList<T> list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

Hash derived(Sha256 seed, QByteArrayView purpose, int n)
{
    seed.add(purpose);
    seed.add(QByteArray::number(n));
    return {seed.result()};
}

constexpr size_t kSaltBytes = 16;

QString saltText(std::span<const quint8, kSaltBytes> bytes)
{
    static constexpr char kHex[] = "0123456789abcdef";
    QString out(2 * qsizetype(bytes.size()), Qt::Uninitialized);
    QChar *to = out.data();
    for (const quint8 byte : bytes) {
        *to++ = QLatin1Char(kHex[byte >> 4]);
        *to++ = QLatin1Char(kHex[byte & 15]);
    }
    return out;
}

/// The random numbers of the system, asked for in larger portions the more are needed.
class RandomSalts
{
public:
    QString next()
    {
        if (m_at == m_words.size()) {
            m_words.resize(std::min<size_t>(std::max<size_t>(m_words.size() * 2, kWords), kMost));
            QRandomGenerator::system()->fillRange(m_words.data(), qsizetype(m_words.size()));
            m_at = 0;
        }
        const auto *bytes = reinterpret_cast<const quint8 *>(m_words.data() + m_at);
        m_at += kWords;
        return saltText(std::span<const quint8, kSaltBytes>(bytes, kSaltBytes));
    }

private:
    static constexpr size_t kWords = kSaltBytes / sizeof(quint32), kMost = 256 * kWords;
    std::vector<quint32> m_words;
    size_t m_at = 0;
};

/// The writes of a draft by element and aspect: the order of Thing::toString(), without making it.
std::vector<const DraftWrite *> inOrder(const QList<DraftWrite> &writes)
{
    struct Run // of writes to one element
    {
        ElementId element;
        const DraftWrite *first, *end;
    };
    std::vector<Run> runs;
    for (const DraftWrite &write : writes) {
        if (runs.empty() || runs.back().element != write.thing.element)
            runs.push_back({write.thing.element, &write, &write});
        ++runs.back().end;
    }
    std::sort(runs.begin(), runs.end(), [](const Run &a, const Run &b) { return a.element < b.element; });
    std::vector<const DraftWrite *> out;
    out.reserve(size_t(writes.size()));
    for (size_t i = 0; i < runs.size();) {
        const size_t from = out.size();
        const ElementId &element = runs[i].element;
        for (; i < runs.size() && runs[i].element == element; ++i) {
            for (const DraftWrite *write = runs[i].first; write != runs[i].end; ++write)
                out.push_back(write);
        }
        std::sort(out.begin() + ptrdiff_t(from), out.end(),
            [](const DraftWrite *a, const DraftWrite *b) { return a->thing.aspect < b->thing.aspect; });
    }
    return out;
}
} // namespace

SaltSource randomSalts()
{
    return
        [source = std::make_shared<RandomSalts>()](int) { return source->next(); }; // copies must not repeat each other
}

ChangeSet makeChangeSet(const QList<Name> &parents, const Draft &draft, const SaltSource &salts)
{
    Sealer sealer(salts, draft.writes.size() + 2);
    Record record;
    record.parents = sorted(parents);
    record.time = draft.time;
    record.erases = sorted(draft.erases);
    record.writes.reserve(draft.writes.size());
    for (const DraftWrite *from : inOrder(draft.writes)) {
        Write &write = record.writes.emplaceBack(Write{from->thing, {}, {}});
        if (from->value) {
            if (const auto *life = std::get_if<Life>(&*from->value))
                write.value = *life;
            else if (const auto *place = std::get_if<Place>(&*from->value))
                write.value = *place;
            else
                write.value = sealer.seal(std::get<Value>(*from->value));
        }
        if (from->keep)
            write.keep = sorted(*from->keep);
    }
    record.author = sealer.seal(draft.author);
    record.reason = sealer.seal(draft.reason);

    ChangeSet out;
    out.body = record.canonical();
    out.name = Hash::of(out.body);
    out.texts = sealer.takeTexts();
    out.record = std::make_shared<const Record>(std::move(record));
    return out;
}

FileSeed::FileSeed(QByteArrayView fileBytes, const QList<Name> &base, const QJsonValue &choices)
{
    QJsonArray names;
    for (const Name &name : sorted(base))
        names.append(name.toHex());
    Sha256 hash;
    hash.add(QByteArrayView("mezasu-salt-1\0", 14));
    hash.add(fileBytes);
    hash.add(canonicalJson(names));
    hash.add(canonicalJson(choices));
    QByteArray seed;
    Hash{hash.result()}.appendHex(seed);
    m_seed.add(seed);
}

QUuid FileSeed::uuid(int n) const
{
    return QUuid::fromRfc4122(derived(m_seed, "/uuid/", n).toBytes().first(16));
}

SaltSource FileSeed::salts() const
{
    return [seed = m_seed](int n) {
        const Hash hash = derived(seed, "/salt/", n);
        return saltText(std::span(hash.bytes).first<kSaltBytes>());
    };
}

QString FileSeed::registerHash(QByteArrayView fileBytes)
{
    Sha256 hash;
    hash.add(QByteArrayView("mezasu-register-1\0", 18));
    hash.add(fileBytes);
    return Hash{hash.result()}.toHex();
}

} // namespace mezasu
