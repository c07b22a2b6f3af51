// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QUuid>

namespace mezasu {

/// The runs of items begun in this session and still going on; in memory only, so that a copied file, opened elsewhere,
/// begins runs of its own and what two people typed does not interleave when their copies are united.
using RunsOfSession = QSet<QByteArray>;

/// A key between two neighbours (gone ones included), by bytes. There is always one; keys are never rewritten.
/// \param left, right  neighbouring keys, empty: the end; left < right
/// \param uuid         of the element that is placed; its digits keep keys of two writers apart
/// \param mine         runs of this session; a run that is begun here is added
///
/// Grammar and algorithm: a key is levels of run number, run, counter and own digits, ended by 'm'; see orderkey.cpp.
QByteArray orderKeyBetween(const QByteArray &left, const QByteArray &right, const QUuid &uuid, RunsOfSession &mine);

/// Whether a key can have been made by orderKeyBetween(); others sort, but nothing is placed by looking into them.
bool isOrderKey(QByteArrayView key);

} // namespace mezasu
