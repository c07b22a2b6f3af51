// SPDX-FileCopyrightText: 2026 The Mezasu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/exchange/headings.h"
#include <QMap>
#include <QSet>

namespace mezasu::exchange {

/// The heading that a cell holds: its words, without white space around them.
QString headingText(const Cell &cell);

/// Works out what each column of one candidate for the heading row holds: by its word, by its neighbours, and where
/// both leave a choice by the cells below.
class ColumnResolver
{
public:
    /// \param texts headings by column; blank ones are missing
    ColumnResolver(const Grid &grid, qsizetype firstRow, qsizetype dataRow, const QMap<int, QString> &texts,
        const HeadingWords &words);

    Headings resolve(const ColumnMapping &mapping);

private:
    /// The columns of one level's word. Words of the same rank are one level unless each has a title of its own.
    struct Level
    {
        int rank = 0;
        int column = 0; ///< the first one
        QString word;
        bool titled = false; ///< has a heading that may be a title
        bool named = false;  ///< … or a code
        int slot = -1;       ///< 0 policy, 1 reform item, 2 initiative
    };

    int slotOf(const HeadingWord &word) const;
    const Level *levelOf(const HeadingWord &word) const;
    const Level *levelAt(int slot) const;
    Kind homeOf(const HeadingWord &word) const;
    void findLevels();
    void dropSurplusLevels();
    void assignSlots();
    void useKnownLevels(const QHash<Kind, QString> &names);
    void nameLevels();
    void use(int column, const HeadingWord &word);

    bool taken(Role role) const;
    bool holdsCodes(int column) const;
    bool holdsNumbers(int column) const;
    void resolveLevelsAlone();
    void resolveVagueValues();

    enum class Across { GoalColumns, Nothing };
    int neighbour(int column, bool toTheRight, const Role wanted[3], Across across) const;
    int misfits(int codeColumn, int slot) const;
    int codeSlot(int column, const Role wanted[3]) const;
    int itemAspectsFrom() const;
    void resolveCodesBeside();
    void resolveAspectsAlone();
    void resolveIndicatorHomes();
    void leaveOutDoubles();

    const Grid &m_grid;
    QMap<int, QString> m_texts;
    QMap<int, HeadingWord> m_words;
    QMap<int, ColumnUse> m_uses;
    QSet<int> m_mapped;
    QList<Level> m_levels; ///< from the top down
    Headings m_result;
};

} // namespace mezasu::exchange
