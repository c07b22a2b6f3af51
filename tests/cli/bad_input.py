#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input at the command line: each gets a sentence with its place and the right exit code, in bounded time and memory, and
leaves the plan as it was."""
import hashlib, json, os, resource, shutil, subprocess, sys, tempfile, unittest, zipfile

CLI = sys.argv.pop(1)
# The sanitizers reserve address space without end, and are slow.
SANITIZED = os.environ.get('MEZASU_SANITIZE') == 'ON'
SECONDS = 300 if SANITIZED else 60
MEMORY = 1536 * 1024 * 1024
HEADINGS = '基本方針\t目指す姿\t指標\t現状と課題\t改革項目\t改革項目名称\n'


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if not SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def sha(content):
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':'))


class BadInput(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='めざす ')
        self.addCleanup(shutil.rmtree, self.folder)
        self.plan = self.path('計画.mezasu')
        self.cli('new', self.plan, '--title', '計画', '--from', '2022', '--to', '2026', '--author', '甲')

    def path(self, name):
        return os.path.join(self.folder, name)

    def file(self, name, content):
        path = self.path(name)
        with open(path, 'wb') as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def cli(self, *arguments, expect=0):
        """Runs within the limits. Returns standard output and standard error."""
        done = subprocess.run([CLI, *arguments], capture_output=True, timeout=900, preexec_fn=limit,
                              env={**os.environ, 'XDG_DATA_HOME': self.path('data')})
        allowed = expect if isinstance(expect, tuple) else (expect,)
        shown = done.stderr.decode(errors='replace')[-3000:]
        self.assertIn(done.returncode, allowed, f'{arguments}\n{done.stdout.decode(errors="replace")[-2000:]}\n{shown}')
        return done.stdout.decode(), done.stderr.decode()

    def exported(self, plan=None):
        return json.loads(self.cli('export', plan or self.plan, '--format', 'json')[0])

    # -- tables

    def refused(self, path, *words):
        """Refused for an old and a new plan, in both languages, naming the file and what is wrong with it."""
        before = read(self.plan)
        files = set(os.listdir(self.folder))
        for target in (self.plan, self.path('新.mezasu')):
            _, said = self.cli('import', target, path, '--lang', 'en', expect=3)
            self.assertIn(os.path.basename(path), said)
            for word in words:
                self.assertIn(word, said)
            _, said = self.cli('import', target, path, '--lang', 'ja', expect=3)
            self.assertIn(os.path.basename(path), said)
            self.assertRegex(said, '[ぁ-ん]')
            self.assertEqual(read(self.plan), before, 'the plan is unchanged, byte for byte')
            self.assertEqual(set(os.listdir(self.folder)) - {'data'}, files - {'data'}, 'no plan was begun')

    def taken(self, path, *codes):
        """Taken into a new plan, with a message of each of these codes. Returns the plan as JSON, and the messages."""
        plan = self.path('新.mezasu')
        if os.path.exists(plan):
            os.remove(plan)
        out, _ = self.cli('import', plan, path, '--format', 'json', expect=1 if codes else (0, 1))
        messages = json.loads(out)['messages']
        for code in codes:
            self.assertIn(code, [message['code'] for message in messages])
        for message in messages:
            self.assertTrue(message['text'])
        self.cli('check', plan, expect=(0, 1))
        return self.exported(plan), messages

    def place(self, messages, code):
        return next((m['row'], m['column']) for m in messages if m['code'] == code)

    def test_empty_file(self):
        self.refused(self.file('空.tsv', ''))
        self.refused(self.file('空行.csv', '\r\n\r\n , \r\n'))

    def test_heading_only(self):
        self.refused(self.file('見出し.tsv', HEADINGS), 'row 1')

    def test_wrong_headings(self):
        self.refused(self.file('名簿.tsv', '氏名\t住所\n甲\t乙\n'), 'row 1', '氏名')

    def test_binary_bytes(self):
        self.refused(self.file('乱.tsv', bytes(range(256)) * 20))
        self.refused(self.file('乱2.csv', hashlib.sha256(b'1').digest() * 40))

    def test_nul_character(self):
        self.refused(self.file('零.tsv', HEADINGS.encode() + b'a\tb\n' + b'c\0\td\n'), 'row 3')

    def test_duplicate_codes(self):
        table = HEADINGS + '甲\t乙\t丙\t丁\t1-1\t一\n\t\t\t\t1-1\t二\n'
        out, messages = self.taken(self.file('重複.tsv', table), 'duplicate_code')
        self.assertEqual(self.place(messages, 'duplicate_code')[0], 3)
        items = out['policies'][0]['goals'][0]['reform_items']
        self.assertEqual([(item['code'], item['title']) for item in items], [('1-1', '一'), ('1-1', '二')])

    def test_first_row_without_a_policy(self):
        out, messages = self.taken(self.file('方針なし.tsv', HEADINGS + '\t姿\t\t\t1-1\t一\n甲\t乙\t\t\t1-2\t二\n'), 'policy_missing')
        self.assertEqual(self.place(messages, 'policy_missing')[0], 2)
        self.assertEqual([policy['title'] for policy in out['policies']], [None, '甲'])

    def test_unclosed_html(self):
        out, _ = self.taken(self.file('閉じない.tsv', HEADINGS + '甲\t<p>乙<b>太い\t<ul><li>・一<li>・二\t<!-- 丁\t1-1\t<style>戊\n'))
        goal = out['policies'][0]['goals'][0]
        self.assertEqual([i['name'] for i in goal['indicators']], ['一', '二'])
        self.assertEqual(goal['statements'][0]['text'], '乙太い')

    def test_html_nested_without_end(self):
        deep = '<div>' * 100_000 + '底' + '</div>' * 100_000
        lists = '<ul><li>' * 100_000 + '・底'
        out, _ = self.taken(self.file('深い.tsv', HEADINGS + f'甲\t{deep}\t{lists}\t丁\t1-1\t一\n'))
        goal = out['policies'][0]['goals'][0]
        self.assertEqual([s['text'] for s in goal['statements']], ['底'])
        self.assertEqual([i['name'] for i in goal['indicators']], ['底'])
        table = '<html><body>' + '<table><tr><td>' * 100_000 + '底'
        self.cli('import', self.path('別.mezasu'), self.file('深い.html', table), expect=3)

    def test_a_cell_of_a_million_characters(self):
        text = '長い文。' * 250_000
        out, _ = self.taken(self.file('長い.tsv', HEADINGS + f'甲\t{text}\t\t\t1-1\t一\n'))
        self.assertEqual(out['policies'][0]['goals'][0]['statements'][0]['text'], text)
        out, _ = self.taken(self.file('開き.tsv', HEADINGS + '甲\t乙\t' + '<' * 1_000_000 + '\t' + '&' * 1_000_000 + '\t1-1\t一\n'))
        self.assertEqual(len(out['policies'][0]['goals'][0]['indicators'][0]['name']), 1_000_000)

    def test_a_hundred_thousand_rows(self):
        rows = ''.join(f'方針{n // 1000}\t姿{n // 10}\t・率{n // 10}\t・課題\t{n // 10}-{n % 10}\t項目{n}\n' for n in range(100_000))
        path = self.file('多い.tsv', HEADINGS + rows)
        out, _ = self.cli('import', self.path('新.mezasu'), path, '--dry-run', '--format', 'json', expect=(0, 1))
        self.assertIn('counts', json.loads(out))

    def test_unusual_characters(self):
        text = '葛\U000e0100飾の𠮷野、か\u3099、﨑・髙・①㈱〇'
        out, _ = self.taken(self.file('字.tsv', HEADINGS + f'{text}\t{text}\t\t\t1-1\t{text}\n'))
        self.assertEqual(out['policies'][0]['title'], text)
        self.assertEqual(out['policies'][0]['goals'][0]['reform_items'][0]['title'], text)
        half = HEADINGS.encode('utf-16') + b'\x42\xd8\t\0' * 3
        self.refused(self.file('半字.tsv', half))

    def workbook(self, name, parts):
        main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
        whole = {
            '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            '_rels/.rels': f'<Relationships><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            'xl/workbook.xml': f'<workbook {main} xmlns:r="{office}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
            'xl/_rels/workbook.xml.rels': f'<Relationships><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
                                          f'<Relationship Id="rId2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            'xl/sharedStrings.xml': f'<sst {main}/>',
            'xl/worksheets/sheet1.xml': f'<worksheet {main}/>', **parts}
        path = self.path(name)
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
            for part, content in whole.items():
                with archive.open(part, 'w', force_zip64=True) as out:
                    for piece in [content] if isinstance(content, str) else content:
                        out.write(piece.encode() if isinstance(piece, str) else piece)
        return path

    def test_zip_bomb(self):
        blank = b' ' * (1 << 20)
        self.refused(self.workbook('爆弾.xlsx', {'xl/worksheets/sheet1.xml': (blank for _ in range(700))}), 'sheet "表"', 'too large')
        strings = (b'<sst>' if n == 0 else b'<si><t>x</t></si>' * 60_000 for n in range(600))
        self.refused(self.workbook('爆弾2.xlsx', {'xl/sharedStrings.xml': strings}))

    def test_entity_bomb(self):
        names = 'abcdefghij'
        entities = '<!ENTITY a "wwwwwwwwww">' + ''.join(
            f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip(names, names[1:]))
        strings = f'<!DOCTYPE sst [{entities}]><sst><si><t>&j;</t></si></sst>'
        self.refused(self.workbook('実体.xlsx', {'xl/sharedStrings.xml': strings}), 'xl/sharedStrings.xml')
        outside = '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/hostname">]><sst><si><t>&x;</t></si></sst>'
        self.refused(self.workbook('外.xlsx', {'xl/sharedStrings.xml': outside}), 'xl/sharedStrings.xml')

    def test_workbook_nested_without_end(self):
        self.refused(self.workbook('深い.xlsx', {'xl/worksheets/sheet1.xml': '<row>' * 100_000}))

    def test_workbook_that_is_cut_or_empty(self):
        whole = read(self.workbook('表.xlsx', {}))
        self.refused(self.file('切れた.xlsx', whole[:len(whole) // 2]))
        self.refused(self.path('表.xlsx'))

    def test_password_protected_workbook(self):
        ole = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(504)
        self.refused(self.file('鍵.xlsx', ole + 'EncryptedPackage'.encode('utf-16le') + bytes(512)), 'password')
        self.refused(self.file('古い.xls', ole + 'Workbook'.encode('utf-16le') + bytes(512)), '.xls')

    def test_wrong_extension(self):
        table = HEADINGS + '甲\t乙\t丙\t丁\t1-1\t一\n'
        out, _ = self.taken(self.file('表.xlsx', table), 'extension_differs')
        self.assertEqual(out['policies'][0]['title'], '甲')
        self.refused(self.file('紙.tsv', b'%PDF-1.7\n' + bytes(100)))
        self.refused(self.file('計画の写し.csv', read(self.plan)))
        self.refused(self.path('ない.tsv'))
        self.refused(self.folder)

    def test_json_that_is_no_plan(self):
        new = self.path('新.mezasu')
        for name, content, word in (('切れ.json', '{"format":"mezasu-plan",', 'byte'),
                                    ('別.json', '{"format":"x"}', 'format'),
                                    ('新しい.json', '{"format":"mezasu-plan","version":9}', 'newer'),
                                    ('深い.json', '{"a":' + '[' * 100_000, 'byte'),
                                    ('半字.json', '{"format":"mezasu-plan","version":1,"plan":{"title":"\\ud842"}}', 'plan.title')):
            _, said = self.cli('import', new, self.file(name, content), '--lang', 'en', expect=3)
            self.assertIn(name, said)
            self.assertIn(word, said)
            self.assertFalse(os.path.exists(new))
        before = read(self.plan)
        author = self.file('著者.json', '{"author":"\\udc00","changes":[]}')
        self.cli('apply', self.plan, author, expect=3)
        self.assertEqual(read(self.plan), before)

    # -- packets

    def packed(self):
        path = self.path('持ち出し')
        self.cli('pack', self.plan, '-o', path)
        lines = read(path).decode().splitlines()
        return lines[0], lines[1:-1]

    def packet(self, name, header, lines):
        """A packet whose last line fits, so that only what is in it can be wrong."""
        whole = ''.join(line + '\n' for line in [header, *lines])
        return self.file(name, whole + canonical({'changesets': len(lines), 'sha256': sha(whole)}) + '\n')

    def line(self, parents, writes, version=1, **more):
        """A ChangeSet with its right name."""
        texts = {}

        def digest(text):
            salted = {'salt': '%032x' % len(texts), 'text': text}
            name = sha(salted['salt'] + '\0' + text)
            texts[name] = salted
            return {'d': name}

        record = {'author': digest('丙'), 'erases': [], 'parents': parents, 'reason': digest(''), 'time': '', 'version': version,
                  'writes': [{'t': thing, **({'v': digest(value) if isinstance(value, str) and not thing.endswith('/exists') else value})}
                             for thing, value in sorted(writes.items())], **more}
        body = canonical(record)
        return canonical({'body': body, 'name': sha(body), 'texts': texts})

    def merge_refused(self, path, word, plan=None):
        before = read(self.plan)
        for language, words in (('en', word), ('ja', '計画' if word != 'newer' else '新しい')):
            _, said = self.cli('merge', self.plan, path, '--lang', language, expect=3)
            self.assertIn(os.path.basename(path), said)
            self.assertIn(words, said)
        self.assertEqual(read(self.plan), before, 'the plan is unchanged, byte for byte')

    def merge_leaves_out(self, path, code):
        """What cannot be taken is named; the plan shows what it showed and is sound, also when it is opened again."""
        before = self.exported()
        for _ in range(2):
            out, said = self.cli('merge', self.plan, path, '--format', 'json', expect=1)
            self.assertIn(code, [message['code'] for message in json.loads(out)['messages']])
            self.assertTrue(said.strip())
            self.assertEqual(self.exported(), before)
            self.cli('check', self.plan, expect=(0, 1))

    def root(self):
        return 'plan:' + self.exported()['plan']['id']

    def test_packet_of_another_plan(self):
        header, lines = self.packed()
        other = json.loads(header)
        other['plan'] = 'plan:11111111-2222-4333-8444-555555555555'
        self.merge_refused(self.packet('別の計画', canonical(other), lines), 'another plan')

    def test_packet_with_a_second_plan_in_it(self):
        header, lines = self.packed()
        stranger = 'plan:11111111-2222-4333-8444-555555555555'
        parent = json.loads(lines[-1])['name']
        path = self.packet('二つの計画', header, lines + [self.line([parent], {stranger + '/exists': 'alive', stranger + '/title': '他'})])
        self.merge_leaves_out(path, 'record_refused')

    def test_altered_packet(self):
        header, lines = self.packed()
        whole = read(self.packet('持ち出し2', header, lines))
        self.merge_refused(self.file('改変', whole.replace('計画'.encode(), '計略'.encode())), 'altered')
        self.merge_refused(self.file('改変2', whole.replace(b'"changesets":1', b'"changesets":2')), 'line 3')
        self.merge_refused(self.file('余り', whole + b'{}\n'), 'altered')

    def test_truncated_packet(self):
        whole = read(self.packet('持ち出し2', *self.packed()))
        first = whole.index(b'\n') + 1
        for cut in (first, first + 10, whole.rindex(b'\n', 0, -1) + 1, len(whole) - 1, len(whole) - 30):
            self.merge_refused(self.file('途中', whole[:cut]), 'cut short')
        for cut in (0, 1, first - 10):
            self.merge_refused(self.file('途中', whole[:cut]), 'neither')

    def test_packet_of_a_newer_version(self):
        header, lines = self.packed()
        newer = json.loads(header)
        newer['version'] = 2
        self.merge_refused(self.packet('新しい', canonical(newer), lines), 'newer')

    def test_record_of_a_newer_version_waits(self):
        header, lines = self.packed()
        parent = json.loads(lines[-1])['name']
        path = self.packet('新しい記録', header, lines + [self.line([parent], {self.root() + '/title': '未来'}, version=2, more=[])])
        self.merge_leaves_out(path, 'newer')

    def test_record_whose_name_does_not_fit(self):
        header, lines = self.packed()
        wrong = json.loads(lines[0])
        wrong['name'] = sha('x')
        self.merge_refused(self.packet('偽名', header, [canonical(wrong)]), 'does not fit its name')
        self.merge_refused(self.path('偽名'), 'line 2')

    def test_texts_that_do_not_fit(self):
        header, lines = self.packed()
        added = json.loads(self.line([json.loads(lines[-1])['name']], {self.root() + '/municipality_code': None}))
        some = next(iter(added['texts']))
        added['texts'][some]['text'] = '偽'
        self.merge_leaves_out(self.packet('偽の文', header, lines + [canonical(added)]), 'texts_refused')

    def test_parents_that_never_arrive(self):
        header, lines = self.packed()
        orphan = self.line([sha('never')], {self.root() + '/title': '孤児'})
        self.merge_leaves_out(self.packet('孤児', header, lines + [orphan]), 'waiting')

    def test_records_without_sense(self):
        header, lines = self.packed()
        root, parent = self.root(), json.loads(lines[-1])['name']
        goal, policy = 'goal:11111111-2222-4333-8444-000000000001', 'policy:11111111-2222-4333-8444-000000000002'
        deep = []
        for _ in range(400):
            deep = [deep]
        before = self.exported()
        for name, writes in (('孤児の要素', {goal + '/exists': 'alive', goal + '/place': {'key': 'V', 'parent': policy}}),
                             ('型違い', {root + '/first_year': True, root + '/colour': [1, {'b': 2}], root + '/values/x': None}),
                             ('深い値', {root + '/deep': deep}),
                             ('計画の削除', {root + '/exists': 'removed'}),
                             ('長い鍵', {policy + '/exists': 'alive', policy + '/place': {'key': 'z' * 4000, 'parent': root}})):
            with self.subTest(name):
                self.cli('merge', self.plan, self.packet(name, header, lines + [self.line([parent], writes)]), expect=(0, 1))
                self.cli('check', self.plan, expect=(0, 1))
                self.assertEqual(self.exported()['plan']['title'], before['plan']['title'])

    def unfit(self):
        out, _ = self.cli('check', self.plan, '--format', 'json', expect=(0, 1))
        found = json.loads(out)
        self.assertTrue(found['sound'])
        return sorted(m['field'] for m in found['messages'] if m['code'] == 'unfit_value')

    def test_values_of_the_wrong_type(self):
        header, lines = self.packed()
        root, parent = self.root(), json.loads(lines[-1])['name']
        forged = self.line([parent], {root + '/first_year': '令和', root + '/year_style': '未来', root + '/title': True,
                                      root + '/last_year': 123456, root + '/colour': '青'})
        self.cli('merge', self.plan, self.packet('型違い', header, lines + [forged]), expect=(0, 1))
        plan = self.exported()['plan']
        for field in ('first_year', 'last_year', 'year_style', 'title'):
            self.assertIsNone(plan[field], field)
        self.assertEqual(self.unfit(), ['first_year', 'last_year', 'title', 'year_style'])
        said, _ = self.cli('check', self.plan, expect=1)
        self.assertIn('開始年度', said)
        self.cli('conflicts', self.plan)
        _, kept = self.packed()
        self.assertIn(forged, kept, 'the record is kept, and goes on to other copies')
        # Beside a value that fits, it is no choice; and what is typed over it is shown.
        fits = self.line([parent], {root + '/title': '題'})
        self.cli('merge', self.plan, self.packet('別の題', header, lines + [fits]), expect=(0, 1))
        self.assertEqual(self.exported()['plan']['title'], '題')
        self.cli('conflicts', self.plan)
        change = {'op': 'set', 'id': plan['id'], 'field': 'first_year', 'new': 2023}
        self.cli('apply', self.plan, self.file('変更.json', json.dumps({'author': '乙', 'reason': '', 'changes': [change]})))
        self.assertEqual(self.exported()['plan']['first_year'], 2023)
        self.assertEqual(self.unfit(), ['last_year', 'title', 'year_style'])

    def test_no_packet_at_all(self):
        for name, content in (('空', b''), ('零', bytes(1000)), ('一行', b'{' * 50_000_000), ('表', HEADINGS.encode())):
            self.merge_refused(self.file(name, content), 'neither')


if __name__ == '__main__':
    unittest.main(verbosity=1)
