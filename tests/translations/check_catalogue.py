#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the window's English is complete.

  check_catalogue.py ROOT [--lupdate BINARY] [--lrelease BINARY]
  check_catalogue.py --self-test

Every message is translated, with the same placeholders, tags, line breaks, file endings and keys as its source; a letter
after & is given once in each menu or dialog. With lupdate, the catalogue holds just what the sources hold.
"""
import argparse
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

CATALOGUE = "translations/mezasu_en.ts"
FOLDERS = ["ui", "app/window"]  # as in app/window/CMakeLists.txt
OPTIONS = ["-no-obsolete", "-locations", "none"]

JAPANESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
# What stays Japanese in English: how a year may be typed, a character as such, and the word by which a reader of
# Japanese finds the language again.
KEPT = ["令和4年度", "髙", "言語"]

SAME = {  # what source and translation must share
    "placeholders": re.compile(r"%L?[1-9n]"),
    "tags": re.compile(r"</?[a-z][^<>]*>"),
    "line breaks": re.compile(r"\n"),
    "file endings": re.compile(r"\*\.[\w-]+|\*(?=\))"),
    "keys": re.compile(r"(?:Ctrl|Shift|Alt)\+(?:[+-]|\w+\+?\w*|[↑↓])|\bF\d{1,2}\b", re.ASCII),
    "ellipses": re.compile("…"),
}
COUNTED = {"tags", "line breaks", "ellipses"}  # the others may be named more than once

Message = collections.namedtuple("Message", "context source comment numerus state forms")


def read(path):
    """The messages of a catalogue."""
    out = []
    for context in ElementTree.parse(path).getroot().findall("context"):
        for one in context.findall("message"):
            translation = one.find("translation")
            forms = [f.text or "" for f in translation.findall("numerusform")] or [translation.text or ""]
            out.append(Message(context.findtext("name"), one.findtext("source"), one.findtext("comment", ""),
                               one.get("numerus") == "yes", translation.get("type", ""), forms))
    return out


def key(message):
    return message.context, message.source, message.comment


def mnemonics(text):
    return re.findall(r"&([^&\s])", text.replace("&&", ""))


def faults_of(message):
    """What is wrong with one message by itself."""
    if message.state:
        return [message.state]
    if len(message.forms) != (2 if message.numerus else 1):
        return ["%d numerus forms" % len(message.forms)]
    out = []
    for form in message.forms:
        if not form:
            out.append("empty")
            continue
        for what, pattern in SAME.items():
            theirs, ours = pattern.findall(message.source), pattern.findall(form.replace("...", "…"))
            if (sorted(theirs) if what in COUNTED else set(theirs)) != (sorted(ours) if what in COUNTED else set(ours)):
                out.append("%s differ: %s, %s" % (what, theirs, ours))
        rest = form
        for kept in KEPT:
            rest = rest.replace(kept, "")
        if JAPANESE.search(rest):
            out.append("Japanese is left")
        if re.search("[‘’“”…]", form):  # which the Japanese font sets as wide as a kanji
            out.append("a sign of Japanese type")
        if len(mnemonics(form)) != len(mnemonics(message.source)):
            out.append("mnemonics differ")
    return out


def faults(messages):
    """What is wrong with the catalogue, as lines."""
    out = []
    taken, menus = set(), set()
    for message in messages:
        where = "%s “%s”" % (message.context, message.source)
        out += ["%s: %s" % (where, fault) for fault in faults_of(message)]
        # The first words of a menu are its title, which stands in the menu bar.
        is_title = message.context.endswith("Menu") and message.context not in menus
        menus.add(message.context)
        place = "the menu bar" if is_title else message.context
        for letter in mnemonics(message.forms[0]):
            at = place, letter.upper()
            if at in taken:
                out.append("%s: the letter %s is given twice in %s" % (where, letter.upper(), place))
            if letter != "%":  # a number
                taken.add(at)
    return out


def differences(catalogue, sources):
    """What the catalogue lacks, and what it has too much."""
    ours, theirs = {key(m): m for m in catalogue}, {key(m): m for m in sources}
    out = ["%s “%s”: not in the catalogue (run the target mezasu_lupdate)" % k[:2] for k in theirs if k not in ours]
    out += ["%s “%s”: no longer in the sources (run the target mezasu_lupdate)" % k[:2] for k in ours if k not in theirs]
    out += ["%s “%s”: with and without %%n" % k[:2] for k in ours
            if k in theirs and ours[k].numerus != theirs[k].numerus]
    return out


def collect(root, lupdate):
    """The messages of the sources, and what lupdate has to say about them."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "sources.ts"
        path.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
                        '<TS version="2.1" language="en" sourcelanguage="ja">\n</TS>\n', encoding="utf-8")
        done = subprocess.run([lupdate, "-I", str(root), *[str(root / f) for f in FOLDERS], *OPTIONS, "-ts", str(path)],
                              capture_output=True, text=True)
        # A tr() that lupdate puts into another context than the program asks for is never translated.
        said = ["lupdate: " + line for line in done.stderr.splitlines() if line.strip()]
        if done.returncode != 0:
            return [], said + ["lupdate ended with %d" % done.returncode]
        return read(path), said


def swallowed(root):
    """Words that lupdate passes over without saying so."""
    out = []
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.cpp")):
            if re.search(r"\btr\(\s*QT_TR", path.read_text(encoding="utf-8")):
                out.append("%s: tr(QT_TRANSLATE_NOOP(…)) is not collected" % path.relative_to(root))
    return out


def released(path, lrelease):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "mezasu_en.ts"
        shutil.copy(path, copy)
        done = subprocess.run([lrelease, str(copy), "-qm", str(copy.with_suffix(".qm"))], capture_output=True, text=True)
        return ["lrelease: " + line for line in done.stderr.splitlines() if line.strip()]


def self_test():
    def message(source, *forms, context="Page", numerus=False, state=""):
        return Message(context, source, "", numerus, state, list(forms))

    sound = [
        message("ファイル(&F)", "&File", context="FileMenu"),
        message("新しい計画(&N)…", "&New plan...", context="FileMenu"),
        message("&%1　%2", "&%1  %2", context="FileMenu"),
        message("形式(&F)…", "&Format...", context="FileMenu"),
        message("終了(&X)", "E&xit", context="FileMenu"),
        message("編集(&E)", "&Edit", context="EditMenu"),
        message("%n件", "%n item", "%n items", numerus=True),
        message("%1の%2", "%2 of %1"),
        message("<b>%1</b>\n二行", "<b>%1</b>\nTwo lines"),
        message("計画 (*.mezasu);;すべて (*)", "Plans (*.mezasu);;All (*)"),
        message("拡大（Ctrl++）、次（Shift+F3）", "Zoom in (Ctrl++), next (Shift+F3)"),
        message("R4、令和4年度", "R4 or 令和4年度"),
    ]
    wrong = {
        "unfinished": message("計画", "Plan", state="unfinished"),
        "empty": message("計画", ""),
        "numerus forms": message("%n件", "%n items", numerus=True),
        "placeholders": message("%1の%2", "%1"),
        "tags": message("<b>文</b>", "Text"),
        "line breaks": message("一\n二", "One two"),
        "file endings": message("計画 (*.mezasu)", "Plans (*.plan)"),
        "keys": message("検索（Ctrl+F）", "Find (Ctrl+G)"),
        "Japanese": message("計画", "計画"),
        "sign of Japanese type": message("調べています…", "Checking…"),
        "ellipses": message("調べています…", "Checking"),
        "mnemonics": message("開く(&O)", "Open", context="FileMenu"),
        "given twice in FileMenu": message("次(&X)", "Ne&xt", context="FileMenu"),
        "given twice in the menu bar": message("項目(&I)", "It&em", context="ItemMenu"),
    }
    assert faults(sound) == [], faults(sound)
    for fault, one in wrong.items():
        found = faults(sound + [one])
        assert any(fault in line for line in found), (fault, found)
    assert differences(sound, sound) == []
    assert len(differences(sound[1:], sound)) == 1 and len(differences(sound, sound[1:])) == 1
    print("%d faults found" % len(wrong))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("root", nargs="?", type=pathlib.Path)
    parser.add_argument("--lupdate")
    parser.add_argument("--lrelease")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        self_test()
        return 0
    root = options.root.resolve()
    messages = read(root / CATALOGUE)
    out = faults(messages) + swallowed(root)
    if options.lupdate:
        sources, said = collect(root, options.lupdate)
        out += said + differences(messages, sources)
    if options.lrelease:
        out += released(root / CATALOGUE, options.lrelease)
    print("\n".join(out + ["%d messages, %d faults" % (len(messages), len(out))]))
    return 1 if out or not messages else 0


if __name__ == "__main__":
    sys.exit(main())
