// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QList>
#include <QString>
#include <QUuid>
#include <compare>
#include <optional>
#include <span>

namespace mezasu {

/// The kinds of element, strictly layered; nothing nests in itself. Names and parents never change (they are hashed).
enum class Kind : quint8 {
    Plan,
    Policy,
    Goal,
    Statement,
    Indicator,
    Issue,
    Footnote,
    ReformItem,
    Initiative,
    Department,
    Edition,
};
inline constexpr int kKindCount = 11;

/// "plan", "policy", "goal", … as in records, JSON and the command line.
QString kindName(Kind kind);
QLatin1StringView kindWord(Kind kind); ///< the same
std::optional<Kind> kindFromName(QStringView name);
/// The kinds below which an element of this kind may stand; empty for the plan.
std::span<const Kind> parentKinds(Kind kind);
bool canStandBelow(Kind child, Kind parent);
/// 0 for the plan, 1 for policies, 2 for goals … : a parent's rank is always smaller.
int layerOf(Kind kind);

/// The name of an element: its kind and its UUID. Two writers can so never disagree about the kind.
struct ElementId
{
    Kind kind = Kind::Plan;
    QUuid uuid;

    static ElementId create(Kind kind) { return {kind, QUuid::createUuid()}; }
    /// Reads "goal:UUID" with the UUID as 36 lower-case characters; anything else is nothing.
    static std::optional<ElementId> fromString(QStringView text);
    QString toString() const; ///< "goal:01234567-89ab-…"
    QString uuidString() const { return uuid.toString(QUuid::WithoutBraces); }
    static constexpr qsizetype kUuidSize = 36;
    void writeUuid(char *to) const;       ///< the kUuidSize characters of uuidString()
    void appendTo(QByteArray &out) const; ///< toString() in bytes
    bool isNull() const { return uuid.isNull(); }

    friend bool operator==(const ElementId &a, const ElementId &b) = default;
    /// The order of toString(), by bytes: kinds by their names, then UUIDs.
    friend std::strong_ordering operator<=>(const ElementId &a, const ElementId &b);
    friend size_t qHash(const ElementId &id, size_t seed = 0) noexcept
    {
        return qHash(id.uuid, seed) ^ static_cast<size_t>(id.kind);
    }
};

/// Where an element stands: below a parent, among its siblings by the bytes of an order key.
struct Place
{
    ElementId parent;
    QByteArray key;
    bool operator==(const Place &) const = default;
};

} // namespace mezasu
