#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans in bad places and bad company, at the command line: each gets a sentence and the right exit code, nothing is lost, and
whoever is in the right can go on."""
import json, os, resource, shutil, signal, sqlite3, subprocess, sys, tempfile, unittest

CLI = sys.argv.pop(1)
NOBODY = 65534


def read(path):
    with open(path, 'rb') as file:
        return file.read()


class BadPlaces(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='めざす 置き場所 ')
        os.chmod(self.folder, 0o755)
        self.addCleanup(shutil.rmtree, self.folder)
        self.plan = self.path('計画 案[1].mezasu')
        self.cli('new', self.plan, '--title', '計画', '--from', '2022', '--to', '2026', '--author', '甲')
        self.id = self.exported()['id']

    def path(self, name):
        return os.path.join(self.folder, name)

    def file(self, name, content):
        path = self.path(name)
        with open(path, 'wb') as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def cli(self, *arguments, expect=0, **how):
        done = subprocess.run([CLI, *arguments], capture_output=True, timeout=300,
                              env={**os.environ, 'XDG_DATA_HOME': self.path('data'), 'HOME': self.folder}, **how)
        self.assertEqual(done.returncode, expect, f'{arguments}\n{done.stdout.decode()}\n{done.stderr.decode()}')
        return done.stdout.decode(), done.stderr.decode()

    def exported(self, plan=None):
        return json.loads(self.cli('export', plan or self.plan, '--format', 'json')[0])['plan']

    def change(self, title):
        step = {'op': 'set', 'id': self.id, 'field': 'title', 'new': title}
        return self.file('変更.json', json.dumps({'author': '乙', 'reason': '', 'changes': [step]}))

    def apply(self, title, *more, plan=None, expect=0, **how):
        return self.cli('apply', plan or self.plan, self.change(title), *more, expect=expect, **how)

    def lock(self):
        return self.path('.~lock.計画 案[1].mezasu#')

    def held(self, computer, token='印'):
        return self.file('.~lock.計画 案[1].mezasu#', json.dumps(
            {'computer': computer, 'user': '佐藤', 'token': token, 'since': '2026-04-01T09:00:00', 'last_sign': '2026-04-01T09:30:00'}))

    def backups(self):
        folder = self.path('計画 案[1]-backups')
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []

    def as_nobody(self):
        """Rights count for nothing where one is root."""
        return (lambda: (os.setgroups([]), os.setgid(NOBODY), os.setuid(NOBODY))) if os.geteuid() == 0 else None

    def test_read_only_folder(self):
        before = read(self.plan)
        change = self.change('変えた')
        for mode, why in ((0o444, '書き込み禁止'), (0o666, '権限')):
            os.chmod(self.plan, mode)
            os.chmod(self.folder, 0o555)
            try:
                for command in (('export', self.plan, '--format', 'json'), ('check', self.plan), ('log', self.plan)):
                    self.cli(*command, preexec_fn=self.as_nobody())
                _, said = self.cli('apply', self.plan, change, expect=4, preexec_fn=self.as_nobody())
            finally:
                os.chmod(self.folder, 0o755)
            self.assertIn(why, said)
            self.assertIn('計画 案[1].mezasu', said)
        self.assertEqual(read(self.plan), before)

    def test_what_is_no_plan_file(self):
        os.mkdir(self.path('フォルダー.mezasu'))
        self.file('空.mezasu', b'')
        self.file('文.mezasu', 'こんにちは' * 100)
        for name, why in (('フォルダー.mezasu', 'フォルダー'), ('空.mezasu', '空のファイル'), ('文.mezasu', '計画ファイルではありません')):
            plan = self.path(name)
            for command in (('check', plan), ('export', plan, '--format', 'json'), ('apply', plan, self.change('題')),
                            ('merge', self.plan, plan)):
                _, said = self.cli(*command, expect=3)
                self.assertIn(name, said)
                if command[0] != 'merge':
                    self.assertIn(why, said)
            self.cli('new', plan, '--title', '題', '--from', '2022', '--to', '2026', expect=3)
        self.assertEqual(os.listdir(self.path('フォルダー.mezasu')), [])
        self.assertEqual(read(self.path('空.mezasu')), b'')

    def test_damaged_journal(self):
        """The command line has no later: every page is checked before anything is said of the plan."""
        self.apply('変えた')
        with sqlite3.connect(self.plan) as database:
            pages = dict(database.execute("SELECT name, rootpage FROM sqlite_schema WHERE name IN ('write', 'changeset')"))
        sound = read(self.plan)
        for name, page in pages.items():
            at = (page - 1) * 4096
            broken = sound[:at] + b'\xff' * 8 + sound[at + 8:]
            self.file('計画 案[1].mezasu', broken)
            for command in (('export', self.plan, '--format', 'json'), ('check', self.plan), ('log', self.plan),
                            ('apply', self.plan, self.change('また'))):
                with self.subTest(name, command=command[0]):
                    _, said = self.cli(*command, expect=3)
                    self.assertIn('壊れている', said)
            self.assertEqual(read(self.plan), broken)

    def test_hard_link(self):
        other = self.path('別の名前.mezasu')
        os.link(self.plan, other)
        for plan in (self.plan, other):
            _, said = self.apply('変えた', plan=plan, expect=4)
            self.assertIn('ハードリンク', said)
            self.assertEqual(self.exported(plan)['title'], '計画')
        os.remove(other)
        self.apply('変えた')

    def test_symbolic_link(self):
        os.mkdir(self.path('別'))
        link = self.path('別/近道.mezasu')
        os.symlink(self.plan, link)
        self.apply('一', plan=link)
        self.held('よそのパソコン')
        self.apply('二', plan=link, expect=3)
        self.assertEqual(os.listdir(self.path('別')), ['近道.mezasu'])
        self.assertEqual(self.exported()['title'], '一')

    def test_two_writers(self):
        running = []
        for n in range(8):
            step = {'op': 'set', 'id': self.id, 'field': 'title', 'new': f'題{n}'}
            change = self.file(f'変更{n}.json', json.dumps({'author': '乙', 'reason': '', 'changes': [step]}))
            running.append(subprocess.Popen([CLI, 'apply', self.plan, change], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                            env={**os.environ, 'XDG_DATA_HOME': self.path('data')}))
        done = 0
        for one in running:
            _, said = one.communicate(timeout=300)
            self.assertIn(one.returncode, (0, 3), said.decode())
            done += one.returncode == 0
            if one.returncode == 3:
                self.assertIn('使用中', said.decode())
        self.assertGreaterEqual(done, 1)
        self.cli('check', self.plan)
        log, _ = self.cli('log', self.plan)
        self.assertEqual(sum(f'題{n}' in log for n in range(8)), done)
        self.assertFalse(os.path.exists(self.lock()))

    def test_lock_of_another_computer(self):
        self.held('よそのパソコン')
        before = read(self.plan)
        _, said = self.apply('変えた', expect=3)
        for word in ('佐藤', 'よそのパソコン', '2026-04-01T09:30', '使用中', '--take-lock 印'):
            self.assertIn(word, said)
        _, said = self.apply('変えた', '--lang', 'en', expect=3)
        self.assertIn('in use by 佐藤', said)
        self.apply('変えた', '--take-lock', '違う印', expect=3)
        self.assertEqual(read(self.plan), before)
        self.exported()
        self.cli('check', self.plan)
        self.assertTrue(os.path.exists(self.lock()))
        self.apply('変えた', '--take-lock', '印')
        self.assertEqual(self.exported()['title'], '変えた')
        self.assertFalse(os.path.exists(self.lock()))

    def test_lock_of_a_killed_process(self):
        self.held(os.uname().nodename)
        _, said = self.apply('変えた')
        self.assertIn('佐藤', said)
        self.assertIn('途中で終わって', said)
        self.assertFalse(os.path.exists(self.lock()))
        _, said = self.apply('また')
        self.assertEqual(said, '')

    def test_clock_going_backwards(self):
        self.apply('一', '--now', '2026-04-01T09:00:00+09:00')
        self.apply('二', '--now', '1999-01-01T00:00:00+09:00')
        self.apply('三', '--now', '2026-04-01T08:59:59+09:00')
        self.assertEqual(self.exported()['title'], '三')
        self.cli('conflicts', self.plan)
        self.cli('check', self.plan)

    def test_backups_that_cannot_be_made(self):
        self.file('計画 案[1]-backups', '邪魔')
        _, said = self.apply('一', expect=1)
        self.assertIn('控え', said)
        self.assertIn('計画は書き込みました', said)
        self.assertEqual(self.exported()['title'], '一')
        _, said = self.apply('二', '--lang', 'en', expect=1)
        self.assertIn('backup', said)
        os.remove(self.path('計画 案[1]-backups'))
        self.apply('三')
        self.assertEqual(len(self.backups()), 1)

    def test_no_room(self):
        """Files may not grow beyond a size, as on a full disk: not even the lock, then not the backup and the pages."""
        def room(size):
            def limit():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            return limit
        before = read(self.plan)
        _, said = self.apply('一', expect=4, preexec_fn=room(0))
        self.assertIn('計画 案[1].mezasu', said)
        self.assertNotIn('使用中', said)
        self.assertFalse(os.path.exists(self.lock()), 'no lock is left behind')
        self.apply('一', expect=4, preexec_fn=room(20_000))
        self.assertEqual(read(self.plan), before)
        self.assertEqual(self.backups(), [], 'no half backup is left behind')
        self.apply('一')

    def test_rescue_of_a_moved_plan(self):
        rescue = os.path.join(self.path('data'), 'mezasu', 'rescue')
        os.makedirs(rescue)
        packet = self.path('持ち出し')
        self.cli('pack', self.plan, '-o', packet)
        header, *lines = read(packet).decode().splitlines()
        moved = json.loads(header)
        copy = self.path('写し.mezasu')
        shutil.copy(self.plan, copy)
        self.apply('救われた題', plan=copy)
        self.cli('pack', copy, '-o', packet)
        lines = read(packet).decode().splitlines()[1:-1]
        kept = os.path.join(rescue, moved['plan'].removeprefix('plan:') + '-12345678.mezasu-rescue')
        with open(kept, 'w') as file:
            file.write('\n'.join([header, *lines]) + '\n')
        new = self.path('移した 計画.mezasu')
        os.rename(self.plan, new)
        said, _ = self.cli('check', new, expect=1)
        self.assertIn(kept, said)
        self.cli('merge', new, kept)
        self.assertEqual(self.exported(new)['title'], '救われた題')


if __name__ == '__main__':
    unittest.main(verbosity=1)
