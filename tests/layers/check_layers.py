#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_layers.py ROOT [--qt-headers DIR] [--linked BUILD] [--self-test]

Reads the sources of ROOT and fails, naming file and line, when
  - a folder includes, or links, a layer or a Qt module that the table below does not give it,
  - a source file lacks its two SPDX lines,
  - a file speaks of the machine on which it was written.
--linked looks at what the built core tests really link. --self-test plants each fault and must see it found.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

# The table of the layers: folder -> (folders that it may include, Qt modules that it may use).
CORE = ("core/plan", "core/change", "core/indicator", "core/findings", "core/store", "core/document", "core/exchange")
LAYERS = {
    "core/plan": ((), ("Core",)),
    "core/change": (("core/plan",), ("Core",)),
    "core/indicator": (("core/plan",), ("Core",)),
    "core/findings": (("core/plan", "core/change", "core/indicator"), ("Core",)),
    "core/store": (("core/plan", "core/change"), ("Core", "Sql")),
    "core/document": (("core/plan", "core/change", "core/store"), ("Core",)),
    "core/exchange": (("core/plan", "core/change", "core/store"), ("Core",)),
    "core/report": (CORE, ("Core", "Gui", "Widgets", "Charts", "Svg")),
    "core": ((), ("Core",)),
    "ui": (CORE + ("core/report",), ("Core", "Gui", "Widgets", "PrintSupport", "Svg", "SvgWidgets")),
    "app": (CORE + ("core/report", "ui"), ("Core", "Gui", "Widgets")),
}
# A test may use what it tests and all below, and QtTest. Tests of core have no display.
TEST_ONLY = ("tests",)
CORE_TEST = (CORE, ("Core", "Sql", "Test"))
REPORT_TEST = (CORE + ("core/report",), LAYERS["core/report"][1] + ("Test",))

SOURCES = (".cpp", ".h", ".cc", ".cxx", ".hpp", ".inl", ".ipp")
SPDX_ENDINGS = SOURCES + (".py", ".sh", ".cmake", ".qrc", ".svg", ".sql", ".desktop", ".yml")
SPDX_NAMES = ("CMakeLists.txt", ".clang-tidy", "packages.txt")
# Files of others, with their own licence beside them.
FOREIGN = ("tests/data/", "resources/icons/breeze/")
LEFT_OUT = (".git", "build", "__pycache__", ".cache")
# Made of pieces, so that this file does not find itself.
FORBIDDEN = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "bash_" + "jobs", "Clau" + "de", "Anthro" + "pic", "Chat" + "GPT",
             "language " + "model", "as an " + "AI"]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*(?:include|import|include_next)[ \t]*([<"])([^>"\n]+)[>"]', re.M)
HAS_INCLUDE = re.compile(r'__has_include(?:_next)?[ \t]*\([ \t]*([<"])([^>"\n]+)[>"]')


class Checker:
    def __init__(self, root, qt_headers=None):
        self.root = pathlib.Path(root).resolve()
        self.findings = []
        self.modules = {}
        if qt_headers:
            for folder in sorted(pathlib.Path(qt_headers).iterdir()):
                if folder.is_dir() and folder.name.startswith("Qt"):
                    self.modules[folder.name[2:]] = {name.lower() for name in os.listdir(folder)}

    def find(self, path, line, text):
        self.findings.append(f"{path}:{line}: {text}")

    def files(self):
        for folder, names, files in os.walk(self.root):
            names[:] = sorted(n for n in names if n not in LEFT_OUT)
            for name in sorted(n for n in files if n not in LEFT_OUT):
                full = pathlib.Path(folder, name)
                if not full.is_symlink():
                    yield full.relative_to(self.root).as_posix()

    @staticmethod
    def rule(path):
        """What the folder of a file may use, or None where nothing is said; and the folder's own name."""
        if path.startswith("tests/core/report/"):
            return "core/report", REPORT_TEST
        if path.startswith("tests/core/"):
            own = "/".join(path.split("/")[1:3])
            return own, CORE_TEST
        for folder in sorted(LAYERS, key=len, reverse=True):
            if path.startswith(folder + "/"):
                return folder, LAYERS[folder]
        return None, None

    def modules_of(self, header):
        """The Qt modules that a header may come from; empty where it is none of Qt's."""
        parts = header.split("/")
        if re.fullmatch(r"Qt[A-Z]\w*", parts[0]) and len(parts) > 1:
            return {parts[0][2:]}
        name = parts[-1].lower()
        found = {m for m, names in self.modules.items() if name in names}
        if found:
            return found
        # Unknown, but spelt like one of Qt's: a class, or a module as a whole.
        if len(parts) == 1 and re.fullmatch(r"Qt[A-Z]\w*", parts[0]):
            return {parts[0][2:]}
        if len(parts) == 1 and re.fullmatch(r"Q[A-Z]\w*", parts[0]):
            return {"?"}
        return set()

    def check_includes(self, path, text):
        own, rule = self.rule(path)
        if not rule:
            return
        folders, modules = rule
        # A backslash at a line's end continues it; comments do not count.
        plain = re.sub(r"\\\n", "", text)
        plain = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), plain, flags=re.S)
        for pattern in (INCLUDE, HAS_INCLUDE):
            for match in pattern.finditer(plain):
                header = match.group(2).strip()
                line = plain.count("\n", 0, match.start()) + 1
                target = os.path.normpath(header)
                if header.startswith("."):
                    target = os.path.normpath(os.path.join(os.path.dirname(path), header))
                layer = next((f for f in sorted(LAYERS, key=len, reverse=True) if target.startswith(f + "/")), None)
                if layer:
                    if layer != own and layer not in folders:
                        self.find(path, line, f"{own} may not include {layer} ({header})")
                    continue
                if match.group(1) == '"' and (self.root / os.path.dirname(path) / header).exists():
                    continue
                came_from = self.modules_of(header)
                if came_from and not came_from & set(modules):
                    self.find(path, line, f"{own} may not use Qt {'/'.join(sorted(came_from))} ({header})")

    def check_links(self, path, text):
        if not (path.endswith("CMakeLists.txt") or path.endswith(".cmake")):
            return
        own, rule = self.rule(path)
        if not rule:
            return
        folders, modules = rule
        for number, raw in enumerate(text.splitlines(), 1):
            line = raw.split("#", 1)[0]
            for module in re.findall(r"\bQt(?:6|5|\$\{\w+\})?(?:::|_?(?=[A-Z]))([A-Z]\w*)", line):
                module = re.sub(r"Private$", "", module)
                if module not in modules:
                    self.find(path, number, f"{own} may not link Qt {module}")
            for target in re.findall(r"\bmezasu_([a-z]+)\b", line):
                layer = target if target in ("ui", "app") else f"core/{target}"
                if layer in LAYERS and layer != own and layer not in folders:
                    self.find(path, number, f"{own} may not link {layer}")

    def check_spdx(self, path, text):
        name = path.rsplit("/", 1)[-1]
        wanted = name.endswith(SPDX_ENDINGS) or name in SPDX_NAMES or text.startswith("#!")
        if not wanted or path.startswith(FOREIGN):
            return
        head = text[:1500]
        for line in ("SPDX-FileCopyrightText:" + " 2026 The Mezasu authors", "SPDX-License-Identifier:" + " GPL-3.0-or-later"):
            if line not in head:
                self.find(path, 1, f"lacks the line: {line}")

    def check_words(self, path, text):
        for number, line in enumerate(text.splitlines(), 1):
            for word in FORBIDDEN:
                if word.lower() in line.lower():
                    self.find(path, number, f"speaks of the machine or workplace: {word}")

    def run(self):
        count = 0
        for path in self.files():
            try:
                text = (self.root / path).read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
            count += 1
            if path.endswith(SOURCES):
                self.check_includes(path, text)
            self.check_links(path, text)
            self.check_spdx(path, text)
            if path not in ("LICENSE",):
                self.check_words(path, text)
        return count


def linked(build):
    """What the core tests in a build folder link, as findings; and how many were looked at."""
    findings, count = [], 0
    base = pathlib.Path(build) / "tests" / "core"
    for test in sorted(base.glob("*/tst_*")):
        if not test.is_file() or not os.access(test, os.X_OK) or test.parent.name == "report":
            continue
        listing = subprocess.run(["readelf", "-d", str(test)], capture_output=True, text=True, check=True).stdout
        needed = re.findall(r"NEEDED.*\[libQt6(\w+)\.so", listing)
        count += 1
        findings += [f"{test.name}: a test of core links Qt {m}" for m in needed if m not in CORE_TEST[1]]
    return findings, count


GOOD = "// SPDX-FileCopyrightText:" + " 2026 The Mezasu authors\n// SPDX-License-Identifier:" + " GPL-3.0-or-later\n"
HASH = GOOD.replace("//", "#")
# Each fault: where, what, and a piece of the finding that it must cause; None: must cause none.
PLANTED = [
    ("core/plan/a.h", GOOD + "#include <QtGui/QColor>\n", "core/plan may not use Qt Gui"),
    ("core/plan/a.h", GOOD + "#include <QWidget>\n", "core/plan may not use Qt"),
    ("core/plan/a.h", GOOD + "  #  include   <QtWidgets>\n", "core/plan may not use Qt Widgets"),
    ("core/plan/a.h", GOOD + "#include \\\n <QtWidgets/qwidget.h>\n", "core/plan may not use Qt Widgets"),
    ("core/plan/a.h", GOOD + "#include \"QtGui/private/qtextengine_p.h\"\n", "core/plan may not use Qt Gui"),
    ("core/plan/a.h", GOOD + "#if __has_include(<QtGui/QFont>)\n#endif\n", "core/plan may not use Qt Gui"),
    ("core/plan/a.h", GOOD + "#include <qwidget.h>\n", "core/plan may not use Qt Widgets"),
    ("core/plan/a.h", GOOD + "#include <QSqlQuery>\n", "core/plan may not use Qt Sql"),
    ("core/exchange/a.cpp", GOOD + "#include <QtNetwork/QTcpSocket>\n", "core/exchange may not use Qt Network"),
    ("core/plan/a.cpp", GOOD + "#include \"core/change/changeset.h\"\n", "core/plan may not include core/change"),
    ("core/plan/a.cpp", GOOD + "#include \"../change/changeset.h\"\n", "core/plan may not include core/change"),
    ("core/change/a.cpp", GOOD + "#include \"core/store/store.h\"\n", "core/change may not include core/store"),
    ("core/store/a.cpp", GOOD + "#include <ui/mainwindow.h>\n", "core/store may not include ui"),
    ("core/exchange/a.cpp", GOOD + "#include \"core/report/page.h\"\n", "core/exchange may not include core/report"),
    ("ui/a.cpp", GOOD + "#include \"app/main.h\"\n", "ui may not include app"),
    ("tests/core/change/tst_a.cpp", GOOD + "#include \"ui/a.h\"\n", "core/change may not include ui"),
    ("tests/core/change/tst_a.cpp", GOOD + "#include <QApplication>\n", "core/change may not use Qt"),
    ("core/store/CMakeLists.txt", HASH + "target_link_libraries(mezasu_store PUBLIC Qt6::Gui)\n", "core/store may not link Qt Gui"),
    ("core/store/CMakeLists.txt", HASH + "target_link_libraries(x PUBLIC Qt::Widgets)\n", "core/store may not link Qt Widgets"),
    ("core/plan/CMakeLists.txt", HASH + "target_link_libraries(mezasu_plan PUBLIC mezasu_change)\n", "core/plan may not link core/change"),
    ("tests/core/plan/CMakeLists.txt", HASH + "mezasu_add_test(tst_a LIBS Qt6::Widgets)\n", "core/plan may not link Qt Widgets"),
    ("app/a.cpp", "int x;\n", "lacks the line"),
    ("scripts/a", "#!/bin/sh\n", "lacks the line"),
    ("README.md", "see " + "/wo" + "rk/" + "main\n", "speaks of the machine"),
    # Allowed, and must stay so.
    ("core/plan/a.h", GOOD + "#include <QtCore/QString>\n#include <QHash>\n#include <vector>\n#include \"core/plan/b.h\"\n", None),
    ("core/plan/a.h", GOOD + "// #include <QWidget>\n/*\n#include <QtGui/QColor>\n*/\n", None),
    ("core/store/a.cpp", GOOD + "#include <QSqlQuery>\n#include <sqlite3.h>\n#include \"core/change/b.h\"\n", None),
    ("core/report/a.cpp", GOOD + "#include <QPainter>\n#include <QtCharts/QChart>\n#include \"core/store/b.h\"\n", None),
    ("core/store/CMakeLists.txt", HASH + "target_link_libraries(mezasu_store PUBLIC mezasu_change Qt6::Sql)\n", None),
    ("ui/a.cpp", GOOD + "#include <QWidget>\n#include \"core/report/b.h\"\n", None),
]


def self_test(qt_headers):
    missed = []
    for path, text, wanted in PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            full = pathlib.Path(folder, path)
            full.parent.mkdir(parents=True, exist_ok=True)
            full.write_text(text, encoding="utf-8")
            checker = Checker(folder, qt_headers)
            checker.run()
            found = checker.findings
            if (wanted is None and found) or (wanted and not any(wanted in f and f.startswith(path) for f in found)):
                missed.append(f"{text.splitlines()[-1]!r} in {path}: wanted {wanted!r}, found {found}")
    print(f"self-test: {len(PLANTED)} plantings, {len(missed)} wrong")
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root")
    parser.add_argument("--qt-headers", help="the folder with QtCore, QtGui, …: tells which module a header is from")
    parser.add_argument("--linked", metavar="BUILD", help="look at the built core tests of this folder instead")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.qt_headers and not pathlib.Path(options.qt_headers, "QtCore").is_dir():
        parser.error(f"no QtCore in {options.qt_headers}")
    if options.self_test:
        findings = self_test(options.qt_headers)
    elif options.linked:
        findings, count = linked(options.linked)
        print(f"{count} built tests of core looked at")
        sources = [p for p in pathlib.Path(options.root).glob("tests/core/*/tst_*.cpp") if p.parent.name != "report"]
        if count == 0 and sources:
            findings = [f"{options.linked}: no built test of core; build first"]
    else:
        checker = Checker(options.root, options.qt_headers)
        print(f"{checker.run()} files looked at")
        findings = checker.findings
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
