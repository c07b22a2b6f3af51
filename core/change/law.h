// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journalsource.h"

#include <vector>

namespace mezasu {
class Ancestry;

/// The rules of conflicts, candidates, taking back and existence, as pure functions over the writes to one thing.
namespace law {

/// Numbers, sorted ascending, none twice.
using Numbers = std::vector<Number>;

/// One candidate value of a thing.
struct Candidate
{
    Content content; ///< of the first origin
    Value plain;     ///< likewise; unused for exists and place
    Numbers origins; ///< the writes in which this value was typed, best ranked first
};
using Candidates = std::vector<Candidate>;

/// The writes to one thing and who is before whom.
struct View
{
    const std::vector<StoredWrite> &writes; ///< oldest first
    const Ancestry &ancestry;
};

/// The writes among \p subset that no other of them has in its past.
Numbers liveOf(const View &view, const Numbers &subset);
/// The writes whose values are candidates; \p without: a write that is thought away (for taking back).
Numbers candidateWrites(const View &view, std::optional<Number> without = {});
/// What taking back \p x writes: the candidates with it thought away. Nothing: it does not stand any more.
std::optional<Numbers> keepToTakeBack(const View &view, Number x);
/// The write whose value holds where there is nothing to judge: the only live one, which keeps no other. Null: see resolve().
const StoredWrite *undisputed(const View &view);
/// The candidates grouped by equal value, the shown one first.
Candidates resolve(const View &view);
/// Whether an element is alive by its own writes.
/// \param exists the writes to its existence   \param others live writes to its other things
bool livesByItself(const View &exists, const Numbers &others);
/// Whether a removal is among the candidates of an element's existence.
bool hasRemoval(const View &exists);

} // namespace law
} // namespace mezasu
