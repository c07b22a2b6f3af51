#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the test vectors of the law of ChangeSets: make_vectors.py FOLDER

FOLDER holds the executable specification (law.py and test_law.py). The vectors are kept beside this script; the program's
tests read them, and need neither this script nor the specification. The same specification gives the same bytes.
"""
import hashlib, json, os, random, sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import law, test_law
from law import aspect, element, kind

HERE = os.path.dirname(os.path.abspath(__file__))

# ---- what records of the program have beyond the specification: more kinds, dashed UUIDs, entries with notes
law.PARENTS.update({'footnote': ('goal',), 'department': ('plan',), 'edition': ('plan',)})
spec_digits, spec_make, spec_from_file = law.digits, law.make, law.from_file
law.digits = lambda uuid: spec_digits(uuid.replace('-', ''))


def dashed(h):
    return '-'.join((h[:8], h[8:12], h[12:16], h[16:20], h[20:32]))


def is_entry(v):
    return isinstance(v, dict) and 'value' in v


def texts_of(v):
    """The digests of the texts in a value."""
    if isinstance(v, dict) and 'd' in v:
        return [v['d']]
    if is_entry(v) and v['note']:
        return [v['note']['d']]
    return []


def make(parents, writes, author='a', time='2026-01-01T00:00', reason='', erases=(), salts=None):
    """As in the specification; the note of an entry is a text too and takes its salt in the order of the things."""
    texts, n = {}, [0]

    def out(s):
        n[0] += 1
        salt = salts(n[0])
        d = law.digest(salt, s)
        texts[d] = (salt, s)
        return {'d': d}

    ws = []
    for w in sorted(writes, key=lambda w: w['t']):
        w = dict(w)
        v = w.get('v')
        if isinstance(v, str) and aspect(w['t']) != 'exists':
            w['v'] = out(v)
        if is_entry(v):
            w['v'] = {'missing': v.get('missing'), 'note': out(v['note']) if v.get('note') else None,
                      'status': v.get('status'), 'value': v['value']}
        if 'keep' in w:
            w['keep'] = sorted(set(w['keep']))
        ws.append(w)
    rec = {'version': 1, 'parents': sorted(parents), 'author': out(author), 'time': time, 'reason': out(reason),
           'writes': ws, 'erases': sorted(set(erases))}
    return rec, texts


law.make = test_law.make = make


class Notes:
    """Notes of entries are texts as others are."""
    def digests(self, rec):
        return [v['d'] for v in (rec['author'], rec['reason'])] + [d for w in rec['writes'] for d in texts_of(w.get('v'))]

    def receive(self, items):
        items = list(items)
        new = super().receive(items)
        for rec, texts in items:
            if law.name_of(rec) in self.recs:
                for d in self.digests(rec):
                    if d in texts and d not in self.texts and d not in self.erased and law.digest(*texts[d]) == d:
                        self.texts[d] = texts[d]
                        self.touched.add(d)
        return new

    def bundle(self, names=None):
        return [(self.recs[n], {d: self.texts[d] for d in self.digests(self.recs[n]) if d in self.texts})
                for n in (self.recs if names is None else names)]

    def plain(self, v):
        if is_entry(v) and v['note']:
            return dict(v, note=super().plain(v['note']))
        return super().plain(v)


class Past(Notes, law.Journal):
    pass


class Copy(Notes, law.Replica):
    def copy(self):
        r = Copy()
        r.take(self.bundle())
        return r

    def apply(self, n, rec, dirty):
        super().apply(n, rec, dirty)
        for w in rec['writes']:
            for d in texts_of(w.get('v')):
                self.home[d] = w['t']

    def suspects(self):
        """As in the specification, for notes too; what holds no text is no suspect."""
        out, knew = set(), {}
        for c in self.anc.at:
            for d in self.recs[c]['erases']:
                knew.setdefault(d, []).append(c)
        for d, cs in knew.items():
            t = self.home.get(d)
            ws = self.W.get(t, ())
            for o in ws:
                if d in texts_of(self.got[o, t].get('v')):
                    out |= {(t, w) for w in ws if self.anc.before(o, w)
                            and any(x not in self.erased for x in texts_of(self.got[w, t].get('v')))
                            and not any(self.anc.before(c, w) for c in cs)}
        return sorted(out)


test_law.Replica, test_law.Journal = Copy, Past


class World(test_law.World):
    def __init__(self, seed, steps, copies):
        self.rnd = R = random.Random('world %d' % seed)
        self.n = self.tokens = 0
        self.erasedtok, self.old, self.reps, self.extra = [], [], [], []
        r = Copy()
        self.plan = plan = 'plan:' + self.uuid()
        ws = [{'t': plan + '/exists', 'v': 'alive'}, {'t': plan + '/title', 'v': self.text()},
              {'t': plan + '/first_year', 'v': 2022}]
        mine, key = set(), [None]

        def add(k, p, field='title'):
            e = k + ':' + self.uuid()
            key[0] = law.between(key[0], None, e.split(':')[1], mine)
            ws.extend([{'t': e + '/exists', 'v': 'alive'}, {'t': e + '/place', 'v': {'parent': p, 'key': key[0]}},
                       {'t': e + '/' + field, 'v': self.text()}])
            return e

        for _ in range(R.randint(1, 2)):
            p = add('policy', plan)
            for _ in range(R.randint(1, 2)):
                g = add('goal', p)
                add('statement', g, 'text')
                add('indicator', g, 'name')
                i = add('reform_item', g)
                if R.random() < .6:
                    add('initiative', i)
        if R.random() < .3:
            add('department', plan, 'name')
        r.commit(ws, self.salts, author='作成者', reason='はじめ')
        self.reps.append((r, set()))
        for _ in range(copies - 1):
            self.reps.append((r.copy(), set()))
        for _ in range(steps):
            self.step()
            if R.random() < .03:
                self.forge()

    def uuid(self):
        return dashed('%032x' % self.rnd.getrandbits(128))

    def text(self):
        self.tokens += 1
        return '<%d>' % self.tokens + self.rnd.choice(['', '', '', 'か\u3099', '髙\U00020bb7\n', '"\\\u2028'])

    def writes(self, r, mine):
        R = self.rnd
        ws = None
        if R.random() < .12:
            lives = sorted(r.state()['lives'])
            e = R.choice(lives)
            what = R.randrange(4)
            if what == 0:
                ws = [{'t': e + '/description', 'v': None}]                 # emptied
            elif what == 1:
                ws = [{'t': self.plan + '/first_year', 'v': R.choice([2021, 2022, 2023])}]
            elif what == 2 and kind(e) in ('reform_item', 'initiative'):
                ws = [{'t': e + '/departments/' + self.plan[5:], 'v': R.choice([True, None])}]
            else:
                ws = [{'t': e + '/title', 'v': self.text()}, {'t': e + '/description', 'v': self.text()}]
        else:
            ws = super().writes(r, mine)
        for w in ws or ():
            if is_entry(w.get('v')):
                w['v'] = dict(w['v'], note=self.text() if R.random() < .4 else None,
                              status=R.choice([None, 'final', 'preliminary']))
                if R.random() < .2:
                    w['v'] = dict(w['v'], value=None, missing='not_surveyed', status=None)
        return ws

    def check(self, r):
        assert r.state() == law.state(r)

    def forge(self):
        """A record that no honest program makes, or that knows less than it says: it is kept, and silences nothing."""
        R = self.rnd
        r = R.choice(self.reps)[0]
        names = sorted(r.anc.at)
        t = R.choice(sorted(t for t in r.W if aspect(t) not in ('exists', 'place')))
        what = R.randrange(5)
        base = [R.choice(names)]
        if what == 0:                                                       # keeps what it never knew
            ws = [{'t': t, 'v': self.text(), 'keep': R.sample(r.W[t], min(2, len(r.W[t])))}]
        elif what == 1:                                                     # a place below what nobody has made
            gs = sorted(e for e in r.things if kind(e) == 'statement')
            ws = [{'t': R.choice(gs) + '/place', 'v': {'parent': 'goal:' + self.uuid(), 'key': 'm123456mm'}}]
        elif what == 2:                                                     # an old base: knows little
            ws = [{'t': t, 'v': self.text()}]
        elif what == 3:                                                     # removes the plan
            ws = [{'t': self.plan + '/exists', 'v': 'removed'}]
        else:                                                               # says nothing: empties
            ws = [{'t': t}]
        rec, texts = make(base, ws, salts=self.salts, author='?')
        self.extra.append((rec, texts))
        if R.random() < .7:
            r.take([(rec, texts)])


def world(seed, steps, copies):
    w = World(seed, steps, copies)
    R = w.rnd
    recs, texts = {}, {}
    for r, _ in w.reps:
        for rec, tx in r.bundle():
            recs[law.name_of(rec)] = rec
            texts.update(tx)
    for b in w.old:
        for rec, tx in b:
            recs[law.name_of(rec)] = rec
            texts.update(tx)
    for rec, tx in w.extra:
        recs[law.name_of(rec)] = rec
        texts.update(tx)
    names = sorted(recs)
    if R.random() < .25 and len(names) > 4:                                 # an ancestor that never arrives
        gone = R.choice([n for n in names if recs[n]['parents']])
        names.remove(gone)
    number = {n: i for i, n in enumerate(names)}
    q = Copy()
    sets = []
    for n in names:
        ds = q.digests(recs[n])
        sets.append({'name': n, 'body': law.canon(recs[n]).decode(), 'texts': {d: texts[d] for d in ds if d in texts}})
    todo, batches = list(names), []
    R.shuffle(todo)
    if R.random() < .4:                                                     # mostly in order
        todo.sort(key=lambda n: (sum(1 for m in names if n in recs[m]['parents']) == 0, R.random()))
    late = []
    while todo:
        k = R.randint(1, max(1, (len(todo) + 1) // 2))
        b, todo = todo[:k], todo[k:]
        row = []
        for n in b:
            bare = R.random() < .08
            row.append([number[n], 0 if bare else 1])
            if bare:
                late.append(n)
        row += [[number[n], 1] for n in R.sample(names, min(R.randint(0, 2), len(names)))]
        batches.append(row)
    if R.random() < .7:                                                     # texts that come late, or never
        batches.append([[number[n], 1] for n in late])

    def full(n):
        return {d: tuple(x) for d, x in sets[number[n]]['texts'].items()}

    checks = []
    half = R.randint(1, len(batches))
    for i, b in enumerate(batches):
        q.take([(recs[names[j]], full(names[j]) if t else {}) for j, t in b])
        if i + 1 == len(batches) or (i + 1 == half and len(names) < 14):
            s = law.state(q)
            assert s == q.state()
            plain = {t: sorted(law.candidates(q.W[t], lambda o: q.got[o, t], q.anc.before)) for t in q.W
                     if element(t) in q.lives}
            c = {'after': i + 1, 'values': s['values'], 'lives': s['lives'], 'tree': s['tree'], 'heads': s['heads'],
                 'conflicts': s['conflicts'], 'unplaced': s['unplaced'], 'waiting': sorted(q.waiting),
                 'suspects': [list(x) for x in q.suspects()], 'candidates': {t: plain[t] for t in s['conflicts']}, 'back': []}
            if i + 1 == len(batches):
                some = sorted(q.anc.at)
                for n in R.sample(some, min(6, len(some))):
                    if not recs[n]['parents']:
                        continue
                    ws, left = q.take_back_writes(n)
                    c['back'].append({'of': n, 'writes': sorted(ws, key=lambda x: x['t']), 'left': sorted(left)})
            checks.append(c)
    return {'seed': seed, 'changesets': sets, 'batches': batches, 'checks': checks}


# ---- canonical forms, names, salts
def canonical():
    strings = ['', 'plain', '"', '\\', '/', '\b\f\n\r\t', '\x00', '\x01\x1f', '\x7f', '\x80\x9f', '\u2028\u2029', 'か\u3099', 'が',
               '髙﨑①㈱〇', '\U00020bb7', '葛\U000e0100', '\ufeff', '\uffff', '\ufffd', '😀', '</script>', "'", 'a' * 300, '&<>',
               '\u200b\u00a0', '\u0300', '\u202e', '\x0b', 'é', 'e\u0301', 'ﬁ', '｀', '\ud7ff\ue000', '\\u0041', '\\n']
    values = [None, True, False, 0, -1, 1, 9007199254740991, -9007199254740991, 2026, [], {}, [[]], [1, 'a', None, True],
              {'b': 1, 'a': 2}, {'a': {'c': [], 'b': {}}, '': 0}, {'\uff5e': 1, '\U00010000': 2, '\ue000': 3, 'z': 4},
              {'\n': '\n', '"': '"'}, {'あ': 1, 'ア': 2, 'ｱ': 3, 'A': 4, 'a': 5, 'AA': 6}, [{'x': [{'y': 'z'}]}]]
    c = [{'value': v, 'canonical': law.canon(v).decode()} for v in strings + values]
    rnd = random.Random('canonical')
    salt = lambda i: '%032x' % rnd.getrandbits(128)
    d = [{'salt': s, 'text': t, 'digest': law.digest(s, t)} for t in strings for s in [salt(0)]]
    records = []
    for i, s in enumerate(strings):
        e = 'goal:' + dashed(salt(0))
        rec, texts = make([hashlib.sha256(b'%d' % j).hexdigest() for j in range(i % 4)],
                          [{'t': e + '/exists', 'v': 'alive'}, {'t': e + '/title', 'v': s, 'keep': []},
                           {'t': e + '/place', 'v': {'parent': 'policy:' + dashed(salt(0)), 'key': 'm0AzZ9bmm'}},
                           {'t': 'indicator:' + dashed(salt(0)) + '/values/2022/actual', 'v': {'value': '95.30', 'note': s}},
                           {'t': 'plan:' + dashed(salt(0)) + '/first_year', 'v': 2022}][:1 + i % 5],
                          author=s, time=s if i % 2 else '2026-01-01T00:00', reason=s[::-1], salts=salt,
                          erases=[hashlib.sha256(b'e%d' % j).hexdigest() for j in range(i % 3)])
        records.append({'body': law.canon(rec).decode(), 'name': law.name_of(rec),
                        'texts': {x: texts[x] for x in sorted(texts)}})
    files = []
    for i in range(8):
        data = b'\x00\xff' * i + ('表%d' % i).encode()
        base = [hashlib.sha256(b'b%d' % j).hexdigest() for j in range(i % 3)][::-1]
        choices = [{}, {'match': 'text'}, {'b': [1, True, None], 'a': '①'}, None, [], 'x', 3, {'あ': {}}][i]
        uids = []

        def writes(uid):
            uids.extend(dashed(uid(j)) for j in range(3))
            return [{'t': 'goal:%s/title' % u, 'v': 'text %s' % u} for u in uids]

        rec, texts = spec_from_file(data, base, choices, writes)            # uses make above: the salts count in its order
        salts = []
        law.make = lambda *a, **k: (salts.extend(k['salts'](j) for j in (1, 2, 7)), make(*a, **k))[1]
        spec_from_file(data, base, choices, lambda uid: [])
        law.make = make
        files.append({'data': data.hex(), 'base': base, 'choices': choices, 'uuids': uids, 'salts': salts,
                      'writes': [{'t': 'goal:%s/title' % u, 'v': 'text %s' % u} for u in uids],
                      'body': law.canon(rec).decode(), 'name': law.name_of(rec)})
    return {'canonical': c, 'digests': d, 'records': records, 'files': files}


# ---- order keys
def uuid_of(seed, i):
    return dashed(hashlib.sha256(('%s/%d' % (seed, i)).encode()).hexdigest()[:32])


def keys():
    out = []

    def run(name, steps, start=2, whole=True, count=None):
        """steps(i, n) -> (position among n keys, new session?)"""
        mine, have, rows = set(), [], []
        for i in range(count or 60):
            at, fresh = steps(i, len(have))
            if fresh:
                mine.clear()
            k = law.between(have[at - 1] if at else None, have[at] if at < len(have) else None, uuid_of(name, i), mine)
            have.insert(at, k)
            rows.append([at, int(fresh), k] if whole else [at, int(fresh)])
        assert have == sorted(set(have))
        row = {'uuids': name, 'longest': max(map(len, have)), 'sha256': law.sha('\n'.join(have).encode())}
        if whole:
            row['steps'] = rows
        elif count > 1000:
            row['same'], row['count'] = rows[-1], count
        out.append(row)

    run('forward', lambda i, n: (n, False))
    run('backward', lambda i, n: (0, False))
    run('between two, forward', lambda i, n: (n if i < 2 else n - 1, i == 2))
    run('between two, backward', lambda i, n: (n if i < 2 else 1, i == 2))
    run('after the first', lambda i, n: (min(n, 1), i == 2))
    run('each in its own session, forward', lambda i, n: (n, True))
    run('each in its own session, backward', lambda i, n: (0, True))
    run('each in its own session, between two', lambda i, n: (n if i < 2 else n - 1, True))
    z = [0]

    def zigzag(i, n):
        if i < 2:
            return n, i == 0
        at = z[0] + 1
        z[0] += i % 2 == 0
        return at, False

    run('zig-zag', zigzag, count=90)
    z[0] = 0
    run('zig-zag, each in its own session', lambda i, n: (zigzag(i, n)[0], True), count=150)
    for s in range(30):
        rnd = random.Random('keys %d' % s)
        at = [0]

        def anywhere(i, n):
            new = rnd.random() < .3
            at[0] = rnd.randint(0, n) if new or s % 3 == 0 else min(at[0] + s % 2, n)
            return at[0], rnd.random() < (0, .1, .5)[s % 3]

        run('anywhere %d' % s, anywhere, count=80)
    # 10,000 at one end: only the hash of all keys is kept; "same" is the position and session of every step but the first
    run('long forward', lambda i, n: (n, False), whole=False, count=10000)
    run('long backward', lambda i, n: (0, False), whole=False, count=10000)
    return out


# ---- records that are refused, kept or taken, decided by the bytes alone
def verdicts():
    rnd = random.Random('verdicts')
    salt = lambda i: '%032x' % rnd.getrandbits(128)
    uid = lambda: dashed(salt(0))
    h = lambda s: law.sha(s.encode())
    g, p, plan, ind = 'goal:' + uid(), 'policy:' + uid(), 'plan:' + uid(), 'indicator:' + uid()
    good, _ = make(sorted([h('1'), h('2')]), [{'t': g + '/exists', 'v': 'alive'}, {'t': g + '/place', 'v': {'parent': p, 'key': 'm123456mm'}},
                   {'t': g + '/title', 'v': 'x', 'keep': [h('3'), h('4')]}, {'t': ind + '/values/2022/actual', 'v': {'value': '1.0', 'note': 'n'}}],
                   salts=salt, erases=[h('5'), h('6')])
    good = json.loads(law.canon(good))
    text = law.canon(good).decode()
    out = []

    def add(verdict, why, body):
        b = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else law.canon(body)
        out.append({'verdict': verdict, 'why': why, 'hex': b.hex()} if b.find(b'\x00') >= 0 or not utf8(b)
                   else {'verdict': verdict, 'why': why, 'body': b.decode()})

    def utf8(b):
        try:
            b.decode()
            return True
        except UnicodeDecodeError:
            return False

    def changed(**kw):
        r = json.loads(text)
        r.update(kw)
        return r

    def write(i, **kw):
        r = json.loads(text)
        r['writes'][i].update(kw)
        return r

    def only(*ws):
        return changed(writes=sorted(ws, key=lambda w: w['t']))

    add('taken', 'a good one', text)
    add('taken', 'nothing in it', changed(writes=[], erases=[], parents=[]))
    add('taken', 'no reading time', changed(time=''))
    add('taken', 'removes the plan: counts for nothing', only({'t': plan + '/exists', 'v': 'removed'}))
    add('taken', 'neither value nor kept names', only({'t': g + '/title'}))
    add('taken', 'keeps nothing', only({'t': g + '/title', 'keep': []}))
    add('taken', 'keeps an existence', only({'t': g + '/exists', 'keep': [h('3')]}))
    add('taken', 'keeps a place', only({'t': g + '/place', 'keep': [h('3')]}))
    add('taken', 'empties a field', only({'t': g + '/title', 'v': None}))
    add('taken', 'a number', only({'t': plan + '/first_year', 'v': 2022}))
    add('taken', 'a field of a later program', only({'t': g + '/colour', 'v': {'d': h('x')}}))
    add('newer', 'a newer version', changed(version=2))
    add('newer', 'a newer version of another shape', {'version': 3, 'what': ['ever']})
    for name, b in (('empty', b''), ('blank', b' '), ('not JSON', b'hello'), ('a list', b'[]'), ('a number', b'1'), ('null', b'null'),
                    ('an empty object', b'{}'), ('BOM', b'\xef\xbb\xbf' + text.encode()), ('blank before', b' ' + text.encode()),
                    ('blank behind', text.encode() + b' '), ('line end', text.encode() + b'\n'), ('NUL behind', text.encode() + b'\0'),
                    ('twice', text.encode() * 2), ('cut', text.encode()[:-1]), ('cut in the middle', text.encode()[:len(text) // 2]),
                    ('blank after a colon', text.replace(':', ': ', 1).encode()), ('blank after a comma', text.replace(',', ', ', 1).encode()),
                    ('bytes that are no UTF-8', text.replace('2026', '20\udc8026').encode('utf-8', 'surrogateescape')),
                    ('overlong UTF-8', text.encode().replace(b'2026', b'20\xc0\xb026')),
                    ('a surrogate in UTF-8', text.encode().replace(b'2026', b'20\xed\xa0\x8026')),
                    ('a lone surrogate escaped', text.replace('2026', '20\\ud80026')),
                    ('UTF-16', text.encode('utf-16')),
                    ('a needless escape', text.replace('"2026', '"\\u0032026')), ('a slash escaped', text.replace('/title', '\\/title')),
                    ('a raw control character', text.encode().replace(b'"2026', b'"\x012026')),
                    ('an escape in capitals', text.replace('"2026', '"\\u001F2026')),
                    ('keys not sorted', json.dumps(dict(reversed(list(good.items()))), separators=(',', ':')).encode()),
                    ('a key twice', (text[:-1] + ',"version":1}').encode()),
                    ('a key twice, inside', text.replace('"erases"', '"author":%s,"erases"' % law.canon(good['author']).decode())),
                    ('deeply nested', b'[' * 2000 + b']' * 2000),
                    ('deeply nested inside', text.replace('"version":1', '"version":' + '[' * 1500 + ']' * 1500)),
                    ('single quotes', text.replace('"', "'")), ('a comment', text + '/**/')):
        add('refused', name, b)
    for k in good:
        r = json.loads(text)
        del r[k]
        add('refused', 'without ' + k, r)
        for v in (None, 7, 'x', [], {}, True):
            if v == [] and isinstance(good[k], list) or k == 'time' and v == 'x' or k == 'version' and v in (1, 7) and v is not True:
                continue
            add('refused', '%s is %s' % (k, json.dumps(v)), changed(**{k: v}))
    for v in ('0', '-1', '1.0', '1e0', '01', '"1"', 'true', '2.5', '-2'):
        add('refused', 'version ' + v, text.replace('"version":1', '"version":' + v))
    add('refused', 'a key too many', changed(replaces=[]))
    for k in ('parents', 'erases'):
        add('refused', k + ' not sorted', changed(**{k: good[k][::-1]}))
        add('refused', k + ' twice', changed(**{k: [good[k][0]] * 2}))
        for v in (good[k][0].upper(), good[k][0][:-1], good[k][0] + '0', 'g' * 64, 1, None, [good[k][0]], ''):
            if v != good[k][0]:
                add('refused', '%s holds %s' % (k, json.dumps(v)[:20]), changed(**{k: [v]}))
    for k in ('author', 'reason'):
        for v in ({'d': h('x').upper()}, {'d': h('x')[1:]}, {'d': None}, {'d': h('x'), 'e': 1}, {'e': h('x')}, [h('x')], h('x')):
            add('refused', '%s is %s' % (k, json.dumps(v)[:30]), changed(**{k: v}))
    add('refused', 'writes not sorted', changed(writes=good['writes'][::-1]))
    add('refused', 'a thing twice', changed(writes=[good['writes'][0], good['writes'][0]]))
    add('refused', 'a thing twice, with other values', only({'t': g + '/exists', 'v': 'alive'}, {'t': g + '/exists', 'v': 'removed'}))
    for v in (None, 1, 'x', [], {}):
        add('refused', 'a write is ' + json.dumps(v), changed(writes=[v]))
    add('refused', 'a write without a thing', changed(writes=[{'v': 'alive'}]))
    add('refused', 'a forged claim', changed(writes=[dict(good['writes'][2], replaces=[h('9')])]))
    u = g[5:]
    for t in ('', '/', 'goal', g, g + '/', '/title', 'goal:/title', ':' + u + '/title', 'goal:' + u.upper() + '/title' if u.upper() != u else 'goal:X/title',
              'goal:' + u.replace('-', '') + '/title', 'goal:{' + u + '}/title', 'goal:' + u[:-1] + '/title', 'Goal:' + u + '/title',
              'division:' + u + '/title', 'goal :' + u + '/title', 'goal:' + u + ' /title', 'goal:' + u + '0/title', 1, None, [g + '/title'],
              'goal:00000000-0000-0000-0000-000000000000/title'):
        add('refused', 'the thing is ' + json.dumps(t), changed(writes=[{'t': t, 'v': {'d': h('x')}}]))
    for v in ('gone', '', 'Alive', None, 1, True, [], {}, {'d': h('x')}, {'parent': p, 'key': 'm123456mm'}):
        add('refused', 'existence is ' + json.dumps(v)[:30], only({'t': g + '/exists', 'v': v}))
    for v in ('x', None, 1, [], {}, {'d': h('x')}, {'parent': p}, {'key': 'm123456mm'}, {'parent': p, 'key': 'm123456mm', 'x': 1},
              {'parent': plan, 'key': 'm123456mm'}, {'parent': g, 'key': 'm123456mm'}, {'parent': 'goal', 'key': 'm123456mm'},
              {'parent': None, 'key': 'm123456mm'}, {'parent': p, 'key': None}, {'parent': p, 'key': 1}, {'parent': p + '/title', 'key': 'm123456mm'}):
        add('refused', 'place is ' + json.dumps(v)[:40], only({'t': g + '/place', 'v': v}))
    add('refused', 'a place for the plan', only({'t': plan + '/place', 'v': {'parent': plan, 'key': 'm123456mm'}}))
    for v in (None, 'x', 1, {}, [1], [h('3')[1:]], [h('3').upper()], [h('3'), h('3')], sorted([h('3'), h('4')])[::-1], [[h('3')]]):
        add('refused', 'keep is ' + json.dumps(v)[:30], only({'t': g + '/title', 'keep': v}))
    e = {'missing': None, 'note': None, 'status': None, 'value': '1.0'}
    add('taken', 'an entry', only({'t': ind + '/values/2022/actual', 'v': e}))
    add('taken', 'an entry that says why there is none', only({'t': ind + '/values/2022/actual', 'v': dict(e, value=None, missing='not_surveyed')}))
    for v in (dict(e, value='01'), dict(e, value='1e3'), dict(e, value=1), dict(e, value='１'), dict(e, value=''), dict(e, status='sure'), dict(e, status=''),
              dict(e, missing='yes'), dict(e, note='text'), dict(e, note={'d': 'x'}), dict(e, note={}), dict(e, x=1),
              {k: x for k, x in e.items() if k != 'note'}, {k: x for k, x in e.items() if k != 'value'}):
        add('refused', 'an entry is ' + json.dumps(v)[:70], only({'t': ind + '/values/2022/actual', 'v': v}))
    for n in ('1.5', '1.0', '1e2', '-0', '00', '+1', '.5', 'NaN', 'Infinity', '99999999999999999999'):
        add('refused', 'a number ' + n, law.canon(only({'t': plan + '/first_year', 'v': 77777})).decode().replace('77777', n))
    return out


def dump(name, rows):
    with open(os.path.join(HERE, name), 'w', encoding='utf-8', newline='\n') as f:
        if isinstance(rows, dict):
            f.write('{\n' + ',\n'.join('%s:[\n%s\n]' % (json.dumps(k), ',\n'.join(json.dumps(x, ensure_ascii=True, sort_keys=True, separators=(',', ':'))
                                                                                for x in v)) for k, v in rows.items()) + '\n}\n')
        else:
            f.write('[\n' + ',\n'.join(json.dumps(x, ensure_ascii=True, sort_keys=True, separators=(',', ':')) for x in rows) + '\n]\n')


dump('canonical.json', canonical())
dump('keys.json', keys())
dump('verdicts.json', verdicts())
rows, size, seed = [], 0, 0
while len(rows) < 150:
    seed += 1
    rnd = random.Random('size %d' % seed)
    try:
        rows.append(world(seed, rnd.choice([3, 6, 10, 15, 20] if seed % 15 else [60]), rnd.choice([1, 2, 3, 4, 6])))
    except AssertionError as e:     # the specification's own checks do not expect forged records
        print('world', seed, 'left out:', str(e)[:200])
dump('worlds.json', rows)
