#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives mezasu-cli as its users and scripts do: results, messages and exit codes."""
import json, os, shutil, subprocess, sys, tempfile, unittest

CLI = sys.argv.pop(1)
SEED = os.environ.get('MEZASU_SEED', '')


def read(path):
    with open(path, 'rb') as file:
        return file.read()


class Story(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='めざす ')
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def run_cli(self, *arguments, expect=0, stdin=None):
        done = subprocess.run([CLI, *arguments], capture_output=True, input=stdin, timeout=120,
                              env={**os.environ, 'XDG_DATA_HOME': self.path('data')})
        self.assertEqual(done.returncode, expect, f'{arguments}\n{done.stdout.decode()}\n{done.stderr.decode()}')
        if expect >= 2:
            self.assertTrue(done.stderr.strip(), 'a failure says why')
        return done.stdout.decode()

    def exported(self, plan, *more):
        return json.loads(self.run_cli('export', plan, '--format', 'json', *more))

    def new(self, name='計画.mezasu'):
        plan = self.path(name)
        self.run_cli('new', plan, '--title', '計画', '--from', '2022', '--to', '2026', '--author', '甲')
        return plan, self.exported(plan)['plan']['id']

    def changes(self, *steps, author='乙'):
        path = self.path('変更.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'author': author, 'reason': '試し', 'changes': list(steps)}, file, ensure_ascii=False)
        return path

    def set(self, element, field, value, **more):
        return {'op': 'set', 'id': element, 'field': field, 'new': value, **more}

    def test_a_new_plan_has_what_was_given(self):
        plan, _ = self.new()
        out = self.exported(plan)
        self.assertEqual((out['format'], out['version']), ('mezasu-plan', 1))
        self.assertEqual(out['plan']['title'], '計画')
        self.assertEqual((out['plan']['first_year'], out['plan']['last_year']), (2022, 2026))
        self.assertIsNone(out['plan']['municipality'])
        self.run_cli('new', plan, '--title', 'x', expect=3)

    def test_a_plan_without_policies_goes_out_and_comes_back(self):
        plan, _ = self.new()
        for form, name, left_out in (('tsv', '空.tsv', 1), ('csv', '空.csv', 1), ('xlsx', '空.xlsx', 0)):
            table = self.path(name)
            done = subprocess.run([CLI, 'export', plan, '--format', form, '-o', table], capture_output=True)
            self.assertEqual(done.returncode, left_out)
            if left_out:  # what the format cannot hold is named in the user's words
                self.assertIn('計画の開始年度', done.stderr.decode())
                self.assertNotIn('first_year', done.stderr.decode())
            again = self.path(name + '.mezasu')
            self.run_cli('import', again, table, expect=1)
            out = self.exported(again)
            self.assertEqual(out['policies'], [])
            self.assertEqual(out['plan']['title'], None if left_out else '計画')
            before = self.exported(plan)
            self.run_cli('import', plan, table, expect=1)
            self.assertEqual(self.exported(plan), before)

    def test_the_sample_plan_survives_json(self):
        plan = self.path('見本.mezasu')
        self.run_cli('new', plan, '--sample')
        first = self.run_cli('export', plan, '--format', 'json')
        self.assertEqual(first, self.run_cli('export', plan, '--format', 'json'))
        copy = self.path('写し.json')
        self.run_cli('export', plan, '--format', 'json', '-o', copy)
        again = self.path('再.mezasu')
        self.run_cli('import', again, copy)
        self.assertEqual(self.run_cli('export', again, '--format', 'json'), first)
        self.run_cli('import', again, copy, expect=3)
        self.assertIn('汐見野市', first)
        counts = [sum(len(g['reform_items']) for p in json.loads(first)['policies'] for g in p['goals'])]
        self.assertEqual(counts, [9])

    def test_a_batch_is_all_or_nothing(self):
        plan, root = self.new()
        batch = self.changes({'op': 'insert', 'id': '11111111-2222-4333-8444-555555555555', 'kind': 'policy', 'parent': root,
                              'fields': {'title': '一'}},
                             {'op': 'insert', 'kind': 'policy', 'parent': root, 'after': None, 'fields': {'title': '零'}})
        made = json.loads(self.run_cli('apply', plan, batch, '--format', 'json'))['made']
        self.assertEqual(made[0], '11111111-2222-4333-8444-555555555555')
        self.assertEqual([p['title'] for p in self.exported(plan)['policies']], ['零', '一'])
        before = self.exported(plan)
        self.run_cli('apply', plan, batch, expect=3)
        self.run_cli('apply', plan, self.changes(self.set(root, 'title', '二'), self.set(root, 'colour', 'x')), expect=3)
        self.run_cli('apply', plan, self.changes(self.set(root, 'title', '二', old='別')), expect=3)
        self.run_cli('apply', plan, self.changes({'op': 'remove', 'id': root}), expect=3)
        self.run_cli('apply', plan, self.path('ない.json'), expect=3)
        self.assertEqual(self.exported(plan), before)
        self.run_cli('apply', plan, '-', stdin=json.dumps({'changes': [self.set(root, 'title', '二', old='計画')]}).encode())
        self.assertEqual(self.exported(plan)['plan']['title'], '二')

    def test_copies_come_together_in_any_order(self):
        plan, root = self.new()
        copies = []
        for i in range(4):
            copy = self.path(f'写し{i}.mezasu')
            shutil.copy(plan, copy)
            self.run_cli('apply', copy, self.changes(
                {'op': 'insert', 'kind': 'policy', 'parent': root, 'fields': {'title': f'方針{i}'}},
                self.set(root, 'title' if i < 2 else ['division', 'municipality'][i - 2], f'値{i}'), author=f'課{i}'))
            copies.append(copy)
        forward, backward = self.path('前.mezasu'), self.path('後.mezasu')
        shutil.copy(plan, forward)
        shutil.copy(plan, backward)
        self.run_cli('merge', forward, *copies, expect=1)
        for copy in reversed(copies):
            self.run_cli('merge', backward, copy, copy, expect=1 if copy == copies[0] else 0)
        a, b = self.exported(forward), self.exported(backward)
        self.assertEqual(a, b)
        self.assertEqual(sorted(p['title'] for p in a['policies']), ['方針0', '方針1', '方針2', '方針3'])
        self.assertEqual((a['plan']['division'], a['plan']['municipality']), ('値2', '値3'))
        self.assertEqual(len(a['conflicts']), 1)
        self.assertEqual(sorted(a['conflicts'][0]['candidates']), ['値0', '値1'])
        # Decided on one copy, it is decided on the other.
        listed = json.loads(self.run_cli('conflicts', forward, '--format', 'json', expect=1))['conflicts'][0]
        keep = [c['changeset'] for c in listed['candidates'] if c['value'] == '値0']
        self.run_cli('apply', forward, self.changes({'op': 'decide', 'id': root, 'field': 'title', 'keep': keep}))
        self.run_cli('conflicts', forward)
        self.run_cli('merge', backward, forward)
        self.assertEqual(self.exported(backward)['plan']['title'], '値0')

    def test_packets_are_checked(self):
        plan, root = self.new()
        packet = self.path('持ち出し')
        self.run_cli('pack', plan, '-o', packet)
        copy = self.path('写し.mezasu')
        shutil.copy(plan, copy)
        self.run_cli('apply', plan, self.changes(self.set(root, 'title', '新')))
        newer = self.path('新しい持ち出し')
        self.run_cli('pack', plan, '-o', newer)
        whole = read(newer)
        bad = self.path('悪い持ち出し')

        def refused(content):
            with open(bad, 'wb') as file:
                file.write(content)
            before = read(copy)
            self.run_cli('merge', copy, bad, expect=3)
            self.assertEqual(read(copy), before)

        for cut in (0, 1, 50, len(whole) // 2, len(whole) - 2):
            refused(whole[:cut])
        refused(whole.replace('新'.encode(), '古'.encode()))
        refused(whole.replace(b'"version":1}\n', b'"version":99}\n', 1))
        refused(b'\0' * 100)
        other, _ = self.new('別.mezasu')
        self.run_cli('merge', other, newer, expect=3)
        self.run_cli('merge', other, plan, expect=3)
        self.run_cli('merge', copy, newer)
        self.assertEqual(self.exported(copy), self.exported(plan))

    def test_editions_and_differences(self):
        plan, root = self.new()
        self.run_cli('edition', plan, '--add', '素案')
        self.run_cli('edition', plan, '--add', '素案', expect=3)
        self.run_cli('diff', plan + '@素案', plan)
        self.run_cli('apply', plan, self.changes(self.set(root, 'title', '新しい計画')))
        self.assertIn('新しい計画', self.run_cli('diff', plan + '@素案', plan, expect=1))
        self.assertEqual(self.exported(plan, '--edition', '素案')['plan']['title'], '計画')
        self.run_cli('export', plan, '--format', 'json', '--edition', 'ない', expect=3)
        steps = json.loads(self.run_cli('diff', plan + '@素案', plan, '--format', 'json', expect=1))['changes']
        self.assertEqual([(s['op'], s['old'], s['new']) for s in steps], [('set', '計画', '新しい計画')])

    def test_history_can_be_read_and_taken_back(self):
        plan, root = self.new()
        self.run_cli('apply', plan, self.changes(self.set(root, 'title', '二'), author='乙'))
        log = json.loads(self.run_cli('log', plan, '--element', root, '--field', 'title', '--format', 'json'))['changesets']
        self.assertEqual([(c['author'], c['writes'][0]['new']) for c in log], [('乙', '二'), ('甲', '計画')])
        self.run_cli('apply', plan, self.changes({'op': 'take_back', 'changeset': log[0]['changeset']}))
        self.assertEqual(self.exported(plan)['plan']['title'], '計画')

    def test_erased_words_are_nowhere(self):
        plan, root = self.new()
        word = '個人氏名太郎'
        self.run_cli('apply', plan, self.changes(self.set(root, 'division', word)))
        old = self.path('古い写し.mezasu')
        shutil.copy(plan, old)
        self.run_cli('erase', plan, '--text', word, '--dry-run', expect=1)
        self.assertIn(word.encode(), read(plan))
        self.run_cli('erase', plan, '--text', word, '--reason', '本人の求め')
        self.run_cli('merge', plan, old)
        for folder, _, files in os.walk(self.folder):
            for name in files:
                if name not in (os.path.basename(old), '変更.json'):
                    self.assertNotIn(word.encode(), read(os.path.join(folder, name)), name)
        self.run_cli('merge', old, plan)
        self.assertIsNone(self.exported(old)['plan']['division'])
        self.run_cli('check', plan)

    def test_damaged_and_foreign_files_are_refused(self):
        plan, _ = self.new()
        self.run_cli('check', plan)
        good = read(plan)
        for content in (b'', b'hello', good[:5000], good[:100] + b'\xff' * 3000 + good[3100:]):
            with open(plan, 'wb') as file:
                file.write(content)
            self.run_cli('export', plan, '--format', 'json', expect=3)
            self.assertEqual(read(plan), content, 'left as it was')
        self.run_cli('export', self.path('ない.mezasu'), '--format', 'json', expect=3)

    def test_wrong_usage(self):
        for arguments in ([], ['frob'], ['new'], ['export', 'x'], ['new', 'x', '--from'], ['new', 'x', '--colour', 'y'],
                          ['report', 'x', '--kind', 'poem', '-o', 'y.pdf']):
            self.run_cli(*arguments, expect=2)
        self.assertIn('mezasu-cli', self.run_cli('--help'))

    def test_paper_and_chart(self):
        plan = self.path('見本.mezasu')
        self.run_cli('new', plan, '--sample')
        pdf = self.path('資料.pdf')
        arguments = ('report', plan, '--kind', 'table', '--set', 'number=資料1-1', '--now', '2026-01-01T00:00:00+09:00', '-o', pdf)
        self.run_cli(*arguments)
        first = read(pdf)
        self.run_cli(*arguments)
        self.assertEqual(read(pdf), first)
        text = subprocess.run(['pdftotext', '-raw', pdf, '-'], capture_output=True, check=True).stdout.decode()
        squashed = ''.join(text.split())
        self.assertIn('資料1-1', squashed)
        for policy in self.exported(plan)['policies']:
            self.assertIn(''.join(policy['title'].split()), squashed)
        self.run_cli('report', plan, '--kind', 'table', '--set', 'colour=red', '-o', pdf, expect=2)
        indicator = next(g['indicators'][0] for p in self.exported(plan)['policies'] for g in p['goals'] if g['indicators'])
        for ending, magic in (('png', b'\x89PNG'), ('svg', b'<?xml'), ('pdf', b'%PDF')):
            chart = self.path('図.' + ending)
            self.run_cli('chart', plan, '--indicator', indicator['id'], '-o', chart)
            self.assertTrue(read(chart).startswith(magic))
        self.run_cli('chart', plan, '--indicator', 'ない', '-o', self.path('x.png'), expect=3)


if __name__ == '__main__':
    unittest.main(verbosity=1)
