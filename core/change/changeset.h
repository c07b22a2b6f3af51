// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/record.h"
#include "core/change/sha256.h"

#include <functional>

namespace mezasu {

/// One write before its texts have become digests.
struct DraftWrite
{
    Thing thing;
    std::optional<std::variant<Value, Life, Place>> value;
    std::optional<QList<Name>> keep;
};

/// What is to become a ChangeSet.
struct Draft
{
    QList<DraftWrite> writes; ///< a thing at most once; order does not matter
    QString author, time, reason;
    QList<Digest> erases;
    bool isEmpty() const { return writes.isEmpty() && erases.isEmpty(); }
};

/// Gives the salt of the n-th text (from 1): 32 lower-case hexadecimal digits.
using SaltSource = std::function<QString(int n)>;
SaltSource randomSalts(); ///< from the system's random numbers

/// Seals a draft on top of \p parents (the heads of the state that its author saw).
ChangeSet makeChangeSet(const QList<Name> &parents, const Draft &draft, const SaltSource &salts = randomSalts());

/// Salts and UUIDs of a ChangeSet that is made from a file: a pure function of the file's bytes, the base and the choices, so
/// that the same file twice is the same ChangeSet. Neither reveals the other, nor the hash of the file.
class FileSeed
{
public:
    FileSeed(QByteArrayView fileBytes, const QList<Name> &base, const QJsonValue &choices);
    QUuid uuid(int n) const; ///< n counts from 0
    SaltSource salts() const;
    /// For the register of files that were read: cannot be used to guess a salt.
    static QString registerHash(QByteArrayView fileBytes);

private:
    Sha256 m_seed; ///< the seed has been added: what is derived from it begins with it
};

} // namespace mezasu
