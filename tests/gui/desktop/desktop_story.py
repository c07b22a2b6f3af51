#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as it is started, on a desktop with a window manager, worked by real key and mouse events.

What came of it is read with mezasu-cli, as a stranger would. Skipped (77) only where the desktop is not installed."""
import json, os, shutil, signal, subprocess, sys, tempfile, time, unittest, uuid

NEEDED = ('Xvfb', 'openbox', 'xdotool')
SKIPPED = 77
WINDOW, CLI = sys.argv.pop(1), sys.argv.pop(1)
PATIENCE = 60  # seconds, for what takes a moment; a loaded machine takes more of them


def wait_for(what, condition):
    """Until it holds, looked at often; never a sleep that hopes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        got = condition()
        if got:
            return got
        time.sleep(0.05)
    raise AssertionError(f'in {PATIENCE} seconds there was no {what}')


class Desktop:
    """A screen of its own with a window manager."""

    def __init__(self, folder):
        self.folder = folder
        self.started = []
        read, write = os.pipe()
        self.start('Xvfb', '-displayfd', str(write), '-screen', '0', '1366x768x24', '-nolisten', 'tcp', pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as pipe:
            self.display = ':' + pipe.readline().strip()
        self.environment = {**os.environ, 'DISPLAY': self.display, 'QT_QPA_PLATFORM': 'xcb', 'HOME': folder,
                            'XDG_DATA_HOME': folder + '/data', 'XDG_CONFIG_HOME': folder + '/config',
                            'XDG_RUNTIME_DIR': folder, 'LC_ALL': 'C.UTF-8', 'QT_ACCESSIBILITY': '0'}
        for name in ('XMODIFIERS', 'QT_IM_MODULE', 'WAYLAND_DISPLAY', 'SESSION_MANAGER'):
            self.environment.pop(name, None)
        self.start('openbox', '--sm-disable', env=self.environment)
        wait_for('window manager', lambda: subprocess.run(
            ['xdotool', 'get_desktop'], env=self.environment, capture_output=True).returncode == 0)

    def start(self, *command, **more):
        log = open(os.path.join(self.folder, os.path.basename(command[0]) + '.log'), 'ab')
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **more)
        self.started.append(process)
        log.close()
        return process

    def close(self):
        for process in reversed(self.started):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    def tool(self, *arguments, check=True):
        done = subprocess.run(['xdotool', *arguments], env=self.environment, capture_output=True, text=True, timeout=PATIENCE)
        if check and done.returncode != 0:
            raise AssertionError(f'xdotool {arguments}: {done.stderr}')
        return done.stdout.strip()


class Story(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='mezasu-desktop-')
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.desktop = Desktop(self.folder)
        self.addCleanup(self.desktop.close)
        self.plan = os.path.join(self.folder, '市の計画.mezasu')
        self.cli('new', self.plan, '--title', 'Plan', '--from', '2022', '--to', '2026')
        self.apply([self.insert('policy', None, number='1', title='Counter')])

    # -- what stands in the file

    def cli(self, *arguments):
        done = subprocess.run([CLI, *arguments, '--author', '甲'] if arguments[0] in ('new', 'apply') else [CLI, *arguments],
                              capture_output=True, text=True, timeout=120, env={**self.desktop.environment, 'QT_QPA_PLATFORM': 'offscreen'})
        self.assertIn(done.returncode, (0, 1), f'{arguments}\n{done.stdout}\n{done.stderr}')
        return done.stdout

    def exported(self):
        return json.loads(self.cli('export', self.plan, '--format', 'json'))

    def titles(self):
        return [policy['title'] for policy in self.exported()['policies']]

    @staticmethod
    def insert(kind, parent, **fields):
        return {'op': 'insert', 'id': str(uuid.uuid4()), 'kind': kind, 'parent': parent, 'fields': fields}

    def apply(self, changes):
        root = self.exported()['plan']['id']
        for change in changes:
            change['parent'] = change['parent'] or root
        path = os.path.join(self.folder, 'changes.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'author': '甲', 'reason': '', 'changes': changes}, file)
        self.cli('apply', self.plan, path)

    def check(self):
        """The file is whole, and nobody holds it."""
        done = subprocess.run([CLI, 'check', self.plan], capture_output=True, text=True, timeout=120,
                              env={**self.desktop.environment, 'QT_QPA_PLATFORM': 'offscreen'})
        self.assertIn(done.returncode, (0, 1), done.stdout + done.stderr)
        left = [name for name in os.listdir(self.folder) if 'lock' in name]
        self.assertEqual(left, [])

    # -- hands

    def open(self):
        """Starts the program; it is there when its window has the focus and says that the plan is saved."""
        self.program = self.desktop.start(WINDOW, self.plan, env=self.desktop.environment)
        self.window = wait_for('window', lambda: self.find())
        self.desktop.tool('windowactivate', '--sync', self.window)
        wait_for('focus', lambda: self.desktop.tool('getactivewindow', check=False) == self.window)

    def find(self):
        self.assertIsNone(self.program.poll(), 'the program has ended')
        found = self.desktop.tool('search', '--all', '--onlyvisible', '--pid', str(self.program.pid), '--name', 'Mezasu',
                                  check=False)
        return found.split('\n')[0]

    def key(self, *keys):
        for one in keys:
            self.desktop.tool('key', '--clearmodifiers', one)

    def type(self, text):
        self.desktop.tool('type', '--clearmodifiers', '--delay', '30', text)

    def named(self, text):
        """Until the window is called so: what was typed as the title of the plan has arrived."""
        wait_for(f'window called {text}', lambda: text in self.desktop.tool('getwindowname', self.window))

    def leave(self):
        self.key('alt+F4')
        wait_for('end of the program', lambda: self.program.poll() is not None)
        self.assertEqual(self.program.returncode, 0)

    # -- stories

    def test_a_plan_is_written_by_keys_and_saved_when_the_window_closes(self):
        self.open()
        self.key('ctrl+3')  # the page of the plan, in its title
        self.key('ctrl+a')
        self.type('Reform plan')
        self.named('Reform plan')
        self.key('ctrl+1', 'Home')  # the tree, its first row
        self.key('Return')  # one more of the same kind below, with the focus in its title
        self.type('Finance')
        self.key('ctrl+1', 'F2', 'ctrl+a')  # back in the tree, at the new row
        self.type('Finances')
        self.key('Return')
        self.key('Return')
        self.type('Oops')
        self.leave()  # what was typed last is written on the way out
        self.assertEqual(self.exported()['plan']['title'], 'Reform plan')
        self.assertEqual(self.titles(), ['Counter', 'Finances', 'Oops'])
        self.check()

    def test_undo_and_redo_by_keys(self):
        self.open()
        self.key('ctrl+1', 'Home', 'Return')
        self.type('Second')
        self.key('ctrl+1', 'alt+Up')  # moved before the first
        self.key('ctrl+z', 'ctrl+z', 'ctrl+z')  # the move, the text, the row
        self.key('ctrl+y', 'ctrl+y')
        self.key('ctrl+3', 'ctrl+a')
        self.type('Known')
        self.named('Known')  # everything before has arrived too
        self.leave()
        self.assertEqual(self.titles(), ['Counter', 'Second'])
        self.check()

    def test_a_row_is_dragged_by_the_mouse(self):
        self.apply([self.insert('policy', None, number='2', title='Second'), self.insert('policy', None, number='3', title='Third')])
        self.open()
        self.key('ctrl+1', 'Home')
        x, y = self.place_of_row()
        self.desktop.tool('mousemove', str(x), str(y), 'mousedown', '1')
        for further in range(0, 200, 10):  # far below the last row
            self.desktop.tool('mousemove', str(x), str(y + further))
        self.desktop.tool('mouseup', '1')
        self.key('ctrl+3', 'ctrl+a')
        self.type('Dragged')
        self.named('Dragged')
        self.leave()
        self.assertEqual(self.titles(), ['Second', 'Third', 'Counter'])
        self.check()

    def shown(self):
        return set(self.desktop.tool('search', '--all', '--onlyvisible', '--pid', str(self.program.pid), check=False).split())

    def place_of_row(self):
        """Where the menu of the current row opens, which is in the row."""
        before = self.shown()
        self.key('Menu')
        menu = wait_for('menu of the row', lambda: self.shown() - before).pop()
        geometry = dict(line.split('=') for line in self.desktop.tool('getwindowgeometry', '--shell', menu).split('\n'))
        self.key('Escape')
        wait_for('end of the menu', lambda: self.shown() == before)
        return int(geometry['X']), int(geometry['Y'])

    def test_a_kill_loses_nothing_that_was_shown_as_saved(self):
        self.open()
        self.key('ctrl+1', 'Home', 'Return')
        self.type('Kept')
        self.key('ctrl+s')  # at once
        wait_for('saved title', lambda: 'Kept' in self.titles())
        self.program.send_signal(signal.SIGKILL)
        self.program.wait(PATIENCE)
        self.assertEqual(self.titles(), ['Counter', 'Kept'])
        self.open()  # the lock that was left behind is one's own
        self.key('ctrl+1', 'Home', 'Return')
        self.type('After')
        self.leave()
        self.assertEqual(sorted(self.titles()), ['After', 'Counter', 'Kept'])

    def test_a_second_window_only_reads(self):
        self.open()
        first, window = self.program, self.window
        self.open()
        self.key('ctrl+1', 'Home', 'Return')
        self.type('Never')
        self.leave()
        self.program, self.window = first, window
        self.desktop.tool('windowactivate', '--sync', self.window)
        self.key('ctrl+3', 'ctrl+a')
        self.type('First')
        self.named('First')
        self.leave()
        self.assertEqual(self.titles(), ['Counter'])
        self.assertEqual(self.exported()['plan']['title'], 'First')


if __name__ == '__main__':
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        print('skipped: not installed:', ', '.join(missing))
        sys.exit(SKIPPED)
    unittest.main(verbosity=2)
