#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_manual.py [--cli MEZASU-CLI] [--version VERSION] PAGE OUT
make_manual.py --check --cli MEZASU-CLI PAGE…

Writes a manual page. Where PAGE says "@usage NAME@", the usage of that command stands as the program itself says it, and
"@common@" becomes the program's line of common options: so a page cannot disagree with the program. --check fails, naming
them, on commands and common options that a page does not describe and on those that the program does not have.
"""
import argparse
import pathlib
import re
import subprocess
import sys

USAGE = re.compile(r"^@usage ([a-z]+)@$", re.M)
PROGRAM = "mezasu-cli "


def usages(cli):
    """The usage of each command and the common options, from the program's help."""
    text = subprocess.run([cli, "--help"], check=True, capture_output=True, text=True, encoding="utf-8").stdout
    commands = {}
    common = ""
    for line in text.splitlines():
        if line.startswith("  " + PROGRAM):
            usage = line.strip()[len(PROGRAM):]
            commands[usage.split()[0]] = re.sub(r"\s+", " ", usage)
        elif line.startswith("共通 / common: "):
            common = line.split(": ", 1)[1]
    if not commands or not common:
        sys.exit(f"{cli} --help does not look as expected")
    return commands, common


def escaped(text):
    """Text as the page language wants it: hyphens that can be copied, no command by accident."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text[:1] in (".", "'") else text


def usage_lines(usage):
    """One paragraph for each way to call a command; the words that are typed as they are stand bold."""
    out = []
    for way in usage.split(" | "):
        name, _, rest = way.partition(" ")
        words = re.sub(r"(?<![\w-])(--?[a-z][a-z-]*)", r"\\fB\1\\fR", rest)
        words = "".join(part if part.startswith("\\f") else escaped(part) for part in re.split(r"(\\f[BR])", words))
        out.append(f".HP 4\n\\fB{escaped(PROGRAM + name)}\\fR {words}".rstrip())
    return "\n".join(out) + "\n.PP"


def checked(cli, pages):
    commands, common = usages(cli)
    options = set(re.findall(r"--[a-z-]+", common))
    wrong = []
    for page in pages:
        text = pathlib.Path(page).read_text("utf-8")
        described = USAGE.findall(text)
        wrong += [f"{page}: does not describe the command {name}" for name in commands if name not in described]
        wrong += [f"{page}: describes a command that there is not: {name}" for name in described if name not in commands]
        wrong += [f"{page}: describes {name} twice" for name in set(described) if described.count(name) > 1]
        plain = text.replace("\\-", "-")
        wrong += [f"{page}: does not describe {option}" for option in sorted(options) if f".B {option}" not in plain
                  and f".BI {option}" not in plain and f".BR {option}" not in plain]
        known = options | set(re.findall(r"--[a-z-]+", " ".join(commands.values()))) | {"--help"}
        wrong += [f"{page}: speaks of {option}, which there is not"
                  for option in sorted(set(re.findall(r"--[a-z][a-z-]*", plain)) - known)]
    for line in wrong:
        print(line, file=sys.stderr)
    return not wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    parser.add_argument("--version", default="")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("pages", nargs="+")
    given = parser.parse_args()
    if given.check:
        sys.exit(0 if checked(given.cli, given.pages) else 1)
    source, out = given.pages
    text = pathlib.Path(source).read_text("utf-8").replace("@VERSION@", given.version)
    if USAGE.search(text):
        commands, common = usages(given.cli)
        # A command that is gone leaves no trace here; that the page still speaks of it is what the test finds.
        text = USAGE.sub(lambda found: usage_lines(commands.get(found[1], found[1])), text)
        text = text.replace("@common@", escaped(common))
    pathlib.Path(out).write_text(text, "utf-8")


main()
