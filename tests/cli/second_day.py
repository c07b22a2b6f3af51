#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plan's first two days: a table becomes a plan, the program is killed while it writes, two copies are edited, merged both
ways (one of them as a packet), written as every format, read back, and printed.

second_day.py CLI [--rows N | --table FILE] [--edits N] [--kills N]
"""
import argparse, json, os, random, shutil, signal, subprocess, sys, tempfile, time

parser = argparse.ArgumentParser()
parser.add_argument('cli')
parser.add_argument('--rows', type=int, default=60, help='reform items of the made table')
parser.add_argument('--table', help='a table to use instead')
parser.add_argument('--edits', type=int, default=12, help='changes on each copy, each saved by itself')
parser.add_argument('--kills', type=int, default=4)
parser.add_argument('--seed', type=int, default=1)
options = parser.parse_args()
rnd = random.Random(options.seed)
folder = tempfile.mkdtemp(prefix='めざす ')
environment = {**os.environ, 'XDG_DATA_HOME': os.path.join(folder, 'data'), 'LC_ALL': 'C.UTF-8'}


def fail(why):
    print(f'FAILED ({folder}): {why}', file=sys.stderr)
    sys.exit(1)


def path(name):
    return os.path.join(folder, name)


def cli(*arguments, expect=(0,)):
    done = subprocess.run([options.cli, *arguments], capture_output=True, env=environment, timeout=1800)
    if done.returncode not in expect:
        fail(f'{arguments} ended with {done.returncode}: {done.stderr.decode()[-2000:]}')
    return done.stdout.decode()


def exported(plan):
    return json.loads(cli('export', plan, '--format', 'json'))


def step(words):
    print(f'{time.monotonic() - began:7.1f} s  {words}', flush=True)


def made_table(rows):
    """A table like a city's: goals with one to four items, lists in cells, footnotes, states in headings."""
    what = ['窓口', '公園', '財政', '防災', '学校', '道路', '広報', '健診', '図書館', '水道']
    how = ['を見直し、市民の声を聴く', 'の使われ方を調べて改める', 'を地域と共に守る', 'の費用を明らかにする', 'を電子で申し込めるようにする']
    lines = ['基本方針\t目指す姿（案）\t指標\t現状と課題（案）\t改革項目番号\t改革項目名称（案）\t改革項目の説明（案）']
    policy = goal = item = 0
    while item < rows:
        policy += 1
        first = True
        for _ in range(rnd.randint(2, 4)):
            goal += 1
            head = [f'方針{policy}　{rnd.choice(what)}を次の世代へ' if first else '',
                    f'{rnd.choice(what)}が行き届いたまち（{goal}）',
                    '<ul>' + ''.join(f'<li>{rnd.choice(what)}の割合その{goal}-{i}</li>' for i in range(rnd.randint(1, 3))) + '</ul>',
                    '<ul>' + ''.join(f'<li>{rnd.choice(what)}{rnd.choice(how)}ことが課題（{goal}-{i}）</li>'
                                     for i in range(rnd.randint(1, 4))) + f'</ul><p>※{goal} 庁内の調べによる</p>']
            first = False
            for k in range(rnd.randint(1, 4)):
                item += 1
                lines.append('\t'.join((head if k == 0 else [''] * 4)
                                       + [f'{policy}-{item}', f'{rnd.choice(what)}{rnd.choice(how)}（{item}）',
                                          ''.join(rnd.choice(what) + rnd.choice(how) + '。' for _ in range(rnd.randint(1, 6)))]))
    return '\n'.join(lines) + '\n'


def elements(plan):
    """(id, fields that hold text, parent) of every element below the plan, in order."""
    out = []

    def walk(node, parent):
        for key, value in node.items():
            if isinstance(value, list):
                for child in value:
                    if isinstance(child, dict) and 'id' in child:
                        texts = [f for f in ('title', 'description', 'text', 'name', 'definition') if f in child]
                        out.append((child['id'], texts, parent))
                        walk(child, child['id'])
    walk({'policies': plan['policies']}, plan['plan']['id'])
    return out


def words(plan):
    """What a reader sees, without UUIDs: every text in its place."""
    def strip(node):
        if isinstance(node, dict):
            return {k: strip(v) for k, v in node.items() if k in (
                'policies', 'goals', 'statements', 'indicators', 'issues', 'footnotes', 'reform_items', 'initiatives',
                'title', 'description', 'text', 'name', 'code', 'number', 'mark')}
        return [strip(v) for v in node] if isinstance(node, list) else node or None
    return strip({'policies': plan['policies']})


def apply(plan, name, changes):
    file = path(f'{name}.json')
    with open(file, 'w', encoding='utf-8') as out:
        json.dump({'author': name, 'reason': '二日目', 'changes': changes}, out, ensure_ascii=False)
    return file


def kill_while_writing(plan):
    """Adds an element to the plan again and again and kills one of the writers. What was reported saved is there after."""
    policy = exported(plan)['policies'][0]['id']
    saved, whole = [], 0
    for i in range(options.kills + 1):
        title = f'途中で止まった目標{i}'
        batch = apply(plan, f'殺{i}', [{'op': 'insert', 'kind': 'goal', 'parent': policy, 'fields': {}} for _ in range(40)]
                      + [{'op': 'set', 'id': policy, 'field': 'description', 'new': title}])
        process = subprocess.Popen([options.cli, 'apply', plan, batch], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   env=environment, start_new_session=True)
        started = time.monotonic()
        try:
            process.wait(timeout=rnd.uniform(0, 1.05) * whole if i else 600)
        except subprocess.TimeoutExpired:
            pass
        whole = whole if i else time.monotonic() - started  # the first one is left alone, to know how long it takes
        finished = process.poll() == 0
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        cli('check', plan, expect=(0, 1))
        now = exported(plan)['policies'][0]
        if finished:
            saved.append(title)
        if finished and now['description'] != title:
            fail(f'what was saved is gone: {title}')
        # All of a batch or nothing of it.
        if len([g for g in now['goals'] if not g['statements'] and not g['reform_items']]) % 40:
            fail('half a batch was saved')
    return len(saved)


def edit(plan, who):
    known = elements(exported(plan))
    for i in range(options.edits):
        element, texts, parent = rnd.choice(known)
        if texts and rnd.random() < 0.8:
            change = {'op': 'set', 'id': element, 'field': rnd.choice(texts), 'new': f'{who}が書き直した文（{i}）\n二行目'}
        else:
            siblings = [e for e in known if e[2] == parent and e[0] != element]
            change = {'op': 'move', 'id': element, 'parent': parent, 'after': rnd.choice(siblings)[0] if siblings else None}
        cli('apply', plan, apply(plan, who, [change]), expect=(0, 1))


began = time.monotonic()
table = options.table or path('表.tsv')
if not options.table:
    with open(table, 'w', encoding='utf-8') as file:
        file.write(made_table(options.rows))
plan = path('計画.mezasu')
cli('import', plan, table, expect=(0, 1))
count = len(elements(exported(plan)))
step(f'{os.path.basename(table)}: {count} elements')
step(f'{kill_while_writing(plan)} of {options.kills + 1} writers lived; all they said is there')
a, b = path('写し甲.mezasu'), path('写し乙.mezasu')
shutil.copy(plan, a)
shutil.copy(plan, b)
edit(a, '甲')
edit(b, '乙')
step(f'{options.edits} changes on each of two copies')
packet = path('乙.mezasu-packet')
cli('pack', b, '-o', packet)
before_a = path('写し甲の前.mezasu')
shutil.copy(a, before_a)
cli('merge', a, packet, expect=(0, 1))
cli('merge', b, before_a, expect=(0, 1))
one, other = exported(a), exported(b)
if one != other:
    fail('the two copies differ after they were merged both ways')
saved = len(cli('log', a).splitlines())
cli('merge', a, b, expect=(0, 1))
if exported(a) != one or len(cli('log', a).splitlines()) != saved:
    fail('merging again brought something')
cli('check', a, expect=(0, 1))
step(f'merged both ways, the same plan, {len(one["conflicts"])} conflicts')
for form, name in (('json', '再.json'), ('xlsx', '再.xlsx'), ('tsv', '再.tsv'), ('csv', '再.csv')):
    file, again = path(name), path(f'再{form}.mezasu')
    cli('export', a, '--format', form, '-o', file, expect=(0, 1))
    cli('import', again, file, expect=(0, 1))
    back = exported(again)
    if form in ('json', 'xlsx') and elements(back) != elements(one):
        fail(f'{form}: other elements came back')
    if words(back) != words(one):
        mine, theirs = json.dumps(words(one), ensure_ascii=False), json.dumps(words(back), ensure_ascii=False)
        at = next(i for i, (x, y) in enumerate(zip(mine + ' ', theirs + ' ')) if x != y)
        fail(f'{form}: {mine[max(0, at - 80):at + 80]} | {theirs[max(0, at - 80):at + 80]}')
    if form != 'json':  # read into its own plan, a table changes nothing
        cli('import', a, file, expect=(0, 1))
        if exported(a) != one:
            fail(f'{form}: the plan changed when its own table was read')
    step(f'{form}: {os.path.getsize(file) // 1024} KiB, read back with every word')
pdf = path('計画.pdf')
cli('report', a, '--kind', 'table', '-o', pdf, expect=(0, 1))
text = ''.join(subprocess.run(['pdftotext', '-raw', pdf, '-'], capture_output=True, check=True).stdout.decode().split())
titles = [i['title'] for p in one['policies'] for g in p['goals'] for i in g['reform_items'] if i['title']]
lost = [t for t in titles if ''.join(t.split()) not in text]
if len(lost) > len(one['conflicts']):
    fail(f'{len(lost)} titles are not in the PDF: {lost[:3]}')
step(f'PDF: {os.path.getsize(pdf) // 1024} KiB, {len(titles)} titles found in its text')
shutil.rmtree(folder)
