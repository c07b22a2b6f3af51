#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_mutants.py SOURCE-FOLDER OUTPUT-FOLDER: copies of sources with deliberate faults in them, one of which can be switched
on at run time, so that all of them cost one more compilation of each file. A fault whose text is no longer found in the source is
an error: the fault, or the test, has to be thought over. The sources themselves know nothing of this.
"""
import os, sys

# (name, file, text that must stand in it once, what stands there instead; MUTANT becomes the condition)
FAULTS = [
    ('one removal must know every write, other removals included', 'law.cpp',
     '    return std::any_of(others.begin(), others.end(), [&](Number w) {\n',
     '''    if (MUTANT) {
        Numbers known = others;
        known.insert(known.end(), candidates.begin(), candidates.end());
        return std::none_of(candidates.begin(), candidates.end(), [&](Number r) {
            return std::all_of(known.begin(), known.end(), [&](Number w) { return w == r || exists.ancestry.before(w, r); });
        });
    }
    return std::any_of(others.begin(), others.end(), [&](Number w) {
'''),
    ('the write that keeps a removal counts as the removal', 'law.cpp',
     '    if (candidates.empty())\n        return false;\n',
     '''    if (candidates.empty())
        return false;
    if (MUTANT) {
        const Numbers live = liveOf(exists, all(exists));
        return std::any_of(candidates.begin(), candidates.end(), [&](Number n) { return !isRemoval(find(exists, n)->content); })
            || std::any_of(others.begin(), others.end(), [&](Number w) {
                   return std::none_of(live.begin(), live.end(), [&](Number r) { return w == r || exists.ancestry.before(w, r); });
               });
    }
'''),
    ('taking back writes what stood before', 'law.cpp',
     '    Numbers without = judge.candidates(all(view), x);\n',
     '''    Numbers without = judge.candidates(all(view), x);
    if (MUTANT) {
        Numbers past;
        for (const Number n : all(view)) {
            if (view.ancestry.before(n, x))
                past.push_back(n);
        }
        without = judge.candidates(past, {});
    }
'''),
    ('candidates are ranked by the write that keeps them', 'law.cpp',
     '''        const quint32 da = view.ancestry.depth(a);
        const quint32 db = view.ancestry.depth(b);
''',
     '''        const auto depthOf = [&view](Number n) {
            quint32 depth = view.ancestry.depth(n);
            for (const StoredWrite &w : view.writes) {
                if (MUTANT && w.live && contains(w.keep, n))
                    depth = std::max(depth, view.ancestry.depth(w.changeSet));
            }
            return depth;
        };
        const quint32 da = depthOf(a);
        const quint32 db = depthOf(b);
'''),
    ('candidates are ranked by their arrival', 'law.cpp',
     '        return da != db ? da > db : view.ancestry.name(a) < view.ancestry.name(b);\n',
     '''        if (MUTANT)
            return a < b;
        return da != db ? da > db : view.ancestry.name(a) < view.ancestry.name(b);
'''),
    ('typed and taken back is a change against others', 'law.cpp',
     '        if (live.size() < 2)\n', '        if (live.size() < 2 || MUTANT)\n'),
    ('what is outdone itself outdoes others', 'law.cpp',
     'return !outdoneBy.contains(w); });', 'return MUTANT || !outdoneBy.contains(w); });'),
    ('an erased value stands beside others', 'law.cpp',
     '    if (out.size() > 1)\n        std::erase_if(out', '    if (out.size() > 1 && !MUTANT)\n        std::erase_if(out'),
    ('what a write claims to keep is believed', 'journalintake.cpp',
     '        if (!kept || !m_ancestry.before(*kept, number))\n', '        if (!kept || (!MUTANT && !m_ancestry.before(*kept, number)))\n'),
    ('what arrives later replaces', 'journalintake.cpp',
     '            if (old.live && m_ancestry.before(old.changeSet, number)) {\n',
     '            if (old.live && (MUTANT || m_ancestry.before(old.changeSet, number))) {\n'),
    ('a place below what its writer never knew', 'journalintake.cpp',
     '    if (place.parent.kind == Kind::Plan || inserted.contains(place.parent))\n',
     '    if (MUTANT || place.parent.kind == Kind::Plan || inserted.contains(place.parent))\n'),
    ('a text that was erased comes back with an old copy', 'journalintake.cpp',
     '        if (!isErased(it.key()) && !w.changeSet.texts.contains(it.key()))\n',
     '        if ((MUTANT || !isErased(it.key())) && !w.changeSet.texts.contains(it.key()))\n'),
    ('an erasure does nothing until its ancestors are there', 'journalintake.cpp',
     '        erase(w.record->erases, incoming.name);\n',
     '''        const auto &parents = w.record->parents;
        if (!MUTANT || std::all_of(parents.begin(), parents.end(), [this](const Name &p) { return m_ancestry.numberOf(p).has_value(); }))
            erase(w.record->erases, incoming.name);
'''),
    ('what lives does not keep its ancestors alive', 'journalprojection.cpp',
     '        const bool lives = hasChildren || livesByItself(id);\n',
     '        const bool lives = (hasChildren && !MUTANT) || livesByItself(id);\n'),
    ('a head stays when somebody has built upon it', 'journalintake.cpp',
     '        m_heads.remove(parent);\n', '        if (!MUTANT)\n            m_heads.remove(parent);\n'),
    ('one who knows nothing of a chain knows all of it', 'ancestry.cpp',
     'qint64(-1)', '(MUTANT ? qint64(4294967295) : qint64(-1))'),
    ('a ChangeSet of several parents learns from the first alone', 'ancestry.cpp',
     '        if (own != known.end() && parent == *own)\n', '        if (own != known.end() && (MUTANT || parent == *own))\n'),
    ('taking back writes to what is gone', 'takeback.cpp',
     'const bool there = m_journal.plan().contains(thing.element) || existenceWritten.contains(thing.element);\n',
     'const bool there\n                = MUTANT || m_journal.plan().contains(thing.element) || existenceWritten.contains(thing.element);\n'),
    ('taking back removes what others have built upon', 'takeback.cpp',
     '            if (isUntouched(id))\n', '            if (MUTANT || isUntouched(id))\n'),
    ('a slot that a neighbour uses is shared', 'orderkey.cpp',
     '(slot < m_right.key && !m_right.key.startsWith(slot))', '(slot < m_right.key && (MUTANT || !m_right.key.startsWith(slot)))'),
    ('a run goes on across sessions', 'orderkey.cpp',
     '        if (n.isEnd() || !isMine(n) ||', '        if (n.isEnd() || (!MUTANT && !isMine(n)) ||'),
    ('a run is never gone on with', 'orderkey.cpp',
     '        m_mine.insert(slot + m_own);\n', '        if (!MUTANT)\n            m_mine.insert(slot + m_own);\n'),
    ('a difference moves everything', 'difference.cpp',
     '            staying.insert(indexes.at(size_t(k)));\n', '            if (!MUTANT)\n                staying.insert(indexes.at(size_t(k)));\n'),
]


def main():
    sources, out = sys.argv[1:]
    texts = {}
    for number, (name, file, original, fault) in enumerate(FAULTS, 1):
        if file not in texts:
            with open(os.path.join(sources, file), encoding='utf-8') as f:
                texts[file] = '#include "tests/core/change/mutants/mutant.h"\n' + f.read()
        found = texts[file].count(original)
        if found != 1:
            sys.exit('%s: the place of the fault "%s" stands there %d times: %s' % (file, name, found, original.strip()))
        texts[file] = texts[file].replace(original, fault.replace('MUTANT', 'mezasu::test::isMutant(%d)' % number))
    for file, text in texts.items():
        with open(os.path.join(out, file.replace('.cpp', '_mutants.cpp')), 'w', encoding='utf-8') as f:
            f.write(text)
    with open(os.path.join(out, 'mutantnames.h'), 'w', encoding='utf-8') as f:
        f.write('inline constexpr const char *kMutants[] = {\n%s};\n' % ''.join('    "%s",\n' % fault[0] for fault in FAULTS))


main()
