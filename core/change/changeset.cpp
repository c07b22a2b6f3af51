// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changeset.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <algorithm>
#include <array>

namespace mezasu {

using namespace Qt::StringLiterals;

namespace {
/// Takes the texts out of a draft, in the order of its writes, and leaves digests.
class Sealer
{
public:
    explicit Sealer(const SaltSource &salts)
        : m_salts(salts)
    {
    }

    Digest seal(const QString &text)
    {
        const Salted salted{m_salts(++m_count), text};
        const Digest digest = digestOf(salted);
        m_texts.insert(digest, salted);
        return digest;
    }

    Content seal(const Value &value)
    {
        if (const auto *entry = value.entry()) {
            EntryContent content{entry->value, entry->status, entry->missing, {}};
            if (!entry->note.isEmpty())
                content.note = seal(entry->note);
            return content;
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

QByteArray derived(QByteArray seed, const char *purpose, int n)
{
    seed += purpose;
    seed += QByteArray::number(n);
    return QCryptographicHash::hash(seed, QCryptographicHash::Sha256);
}
} // namespace

SaltSource randomSalts()
{
    return [](int) {
        std::array<quint32, 4> words{};
        QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
        return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex());
    };
}

ChangeSet makeChangeSet(const QList<Name> &parents, const Draft &draft, const SaltSource &salts)
{
    std::vector<std::pair<QString, const DraftWrite *>> order;
    order.reserve(size_t(draft.writes.size()));
    for (const DraftWrite &write : draft.writes)
        order.emplace_back(write.thing.toString(), &write);
    std::sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first < b.first; });

    Sealer sealer(salts);
    Record record;
    record.parents = sorted(parents);
    record.time = draft.time;
    record.erases = sorted(draft.erases);
    record.writes.reserve(draft.writes.size());
    for (const auto &[name, from] : order) {
        Write write{from->thing, {}, {}};
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
        record.writes.append(std::move(write));
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
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("mezasu-salt-1\0", 14));
    hash.addData(fileBytes);
    hash.addData(canonicalJson(names));
    hash.addData(canonicalJson(choices));
    m_seed = hash.result().toHex();
}

QUuid FileSeed::uuid(int n) const
{
    return QUuid::fromRfc4122(derived(m_seed, "/uuid/", n).first(16));
}

SaltSource FileSeed::salts() const
{
    return [seed = m_seed](int n) { return QString::fromLatin1(derived(seed, "/salt/", n).toHex().first(32)); };
}

QString FileSeed::registerHash(QByteArrayView fileBytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("mezasu-register-1\0", 18));
    hash.addData(fileBytes);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace mezasu
