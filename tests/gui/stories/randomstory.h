// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// Stories that nobody would think of, told in a window over real files.
namespace mezasu::story {

/// What is done in one step. Each step draws from a seed of its own, so that a story can be told again without some of its steps.
struct Deed
{
    enum What { Type, TypeOn, Add, Move, Remove, UndoRedo, UndoSeveral, Copy, Merge, Reopen, Go, Count };
    What what;
    quint32 seed;
};

/// Does the steps one after the other and looks at everything after each. \param isTalking says what is done
/// \return what was wrong; empty: nothing
QString tell(const QList<Deed> &steps, bool isTalking = false);

/// As a failure prints them, and back.
QString inWords(const QList<Deed> &steps);
QList<Deed> fromWords(const QString &words);

/// The story without what it does not need to go wrong, as far as a while of trying finds.
QList<Deed> shortened(QList<Deed> steps);

} // namespace mezasu::story
