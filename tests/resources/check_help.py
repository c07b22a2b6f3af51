#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the pages of the help and the quick guide.

  check_help.py ROOT
  check_help.py --self-test

Both languages have the same pages with the same links and keys; a link leads to a page, and every page is reached from the
contents; what is set as a word of the window (<b>) is a word of the window.
"""
import html.parser
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

GUIDE_TAGS = {"section", "img", "ol", "table", "tr", "td"}
TAGS = {"html", "head", "meta", "title", "body", "h1", "h2", "p", "ul", "li", "a", "b", "kbd"}
LINES = range(4, 16)  # of a page that is short and still says something


class Page(html.parser.HTMLParser):
    """What a page holds: its links, keys and words of the window, and its lines."""

    def __init__(self, text, tags=frozenset(TAGS)):
        super().__init__()
        self.pictures, self._tags = [], tags
        self.links, self.keys, self.words, self.heads, self.faults = [], [], [], [], []
        self.title, self.language, self.lines = "", "", 0
        self._open, self._text = [], {}
        self.feed(text)
        self.faults += ["%s is not closed" % tag for tag in self._open]

    def handle_starttag(self, tag, attributes):
        if tag not in self._tags:
            self.faults.append("<%s> is not used in the help" % tag)
        values = dict(attributes)
        if tag == "html":
            self.language = values.get("lang")
        if tag == "a":
            self.links.append(values.get("href"))
        if tag == "img":
            self.pictures.append(values.get("src"))
            if not values.get("alt"):
                self.faults.append("the picture %s is not put into words" % values.get("src"))
        if tag in ("p", "li"):
            self.lines += 1
        if tag not in ("meta", "img"):
            self._open.append(tag)
            self._text[tag] = ""

    def handle_endtag(self, tag):
        if tag in ("meta", "img"):  # <img/>
            return
        if not self._open or self._open.pop() != tag:
            self.faults.append("</%s> closes something else" % tag)
        text = self._text.pop(tag, "")
        {"kbd": self.keys, "b": self.words, "h1": self.heads}.get(tag, []).append(text)
        if tag == "title":
            self.title = text
        if tag != "a" and not text.strip() and tag in ("p", "li", "kbd", "b", "h1", "h2"):
            self.faults.append("an empty <%s>" % tag)

    def handle_data(self, data):
        for tag in self._open:
            self._text[tag] = self._text.get(tag, "") + data


def plain(text):
    """A word of the window as it is read: without mnemonic, ellipsis and colon."""
    return re.sub(r"\(&\w\)|&", "", text).rstrip("….：:").strip()


def words_of(catalogue):
    """The words of the window in Japanese and in English."""
    japanese, english = set(), set()
    for message in ElementTree.parse(catalogue).getroot().iter("message"):
        japanese.add(plain(message.findtext("source")))
        english.add(plain(message.findtext("translation") or ""))
    return {"ja": japanese, "en": english}


def faults(pages, words):
    """pages: language → name → text. What is wrong, as lines."""
    read = {language: {name: Page(text) for name, text in those.items()} for language, those in pages.items()}
    out = []
    for name in sorted(set(read["ja"]) ^ set(read["en"])):
        out.append("%s: in one language only" % name)
    for language, those in read.items():
        those_texts = pages[language]
        reached, todo = set(), ["index"]
        while todo:
            name = todo.pop()
            if name in reached or name not in those:
                continue
            reached.add(name)
            todo += [pathlib.PurePath(link).stem for link in those[name].links]
        for name, page in sorted(those.items()):
            where = "%s/%s" % (language, name)
            out += ["%s: %s" % (where, fault) for fault in page.faults]
            out += ["%s: leads to %s, which is not there" % (where, link) for link in page.links
                    if not (link.endswith(".html") and link[:-5] in those)]
            out += ["%s: “%s” is no word of the window" % (where, word) for word in page.words
                    if word not in words[language]]
            if language == "en" and re.search("[‘’“”…]", those_texts[name]):
                out.append("%s: a sign of Japanese type" % where)
            if page.language != language:
                out.append("%s: lang is %s" % (where, page.language))
            if page.heads != [page.title]:
                out.append("%s: title and heading differ" % where)
            if name not in reached:
                out.append("%s: the contents do not lead to it" % where)
            if name != "index" and page.lines not in LINES:
                out.append("%s: %d paragraphs" % (where, page.lines))
    for name in sorted(set(read["ja"]) & set(read["en"])):
        ours, theirs = read["ja"][name], read["en"][name]
        if ours.links != theirs.links:
            out.append("%s: links differ" % name)
        if sorted(ours.keys) != sorted(theirs.keys):
            out.append("%s: keys differ: %s" % (name, sorted(set(ours.keys) ^ set(theirs.keys))))
    return out


def guide_faults(pages, words):
    """pages: language → text of the quick guide."""
    read = {language: Page(text, TAGS | GUIDE_TAGS) for language, text in pages.items()}
    out = []
    for language, page in read.items():
        out += ["guide/%s: %s" % (language, fault) for fault in page.faults]
        out += ["guide/%s: “%s” is no word of the window" % (language, word) for word in page.words
                if word not in words[language]]
        if page.language != language:
            out.append("guide/%s: lang is %s" % (language, page.language))
    for what in ("keys", "pictures"):
        ours, theirs = getattr(read["ja"], what), getattr(read["en"], what)
        if sorted(ours) != sorted(theirs):
            out.append("guide: %s differ: %s" % (what, sorted(set(ours) ^ set(theirs))))
    if len(read["ja"].pictures) < 4:
        out.append("guide: too few pictures")
    return out


def self_test():
    def page(language, body, title="題"):
        return "<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title></head><body><h1>%s</h1>%s</body></html>" % (
            language, title, title, body)

    def book(ja, en, index="<p><a href=\"tree.html\">x</a></p>"):
        return {"ja": {"index": page("ja", index), "tree": page("ja", ja)},
                "en": {"index": page("en", index), "tree": page("en", en)}}

    words = {"ja": {"開く"}, "en": {"Open"}}
    ja = "<p><b>開く</b>は<kbd>F2</kbd></p><ul><li>一</li><li>二</li><li>三</li></ul>"
    en = "<p><b>Open</b> is <kbd>F2</kbd></p><ul><li>1</li><li>2</li><li>3</li></ul>"
    assert faults(book(ja, en), words) == [], faults(book(ja, en), words)
    wrong = {
        "no word of the window": book(ja, en.replace("Open", "Start")),
        "keys differ": book(ja, en.replace("F2", "F3")),
        "links differ": book(ja + "<p><a href=\"index.html\">x</a></p>", en),
        "not there": book(ja + "<p><a href=\"a.html\">x</a></p>", en + "<p><a href=\"a.html\">x</a></p>"),
        "do not lead": book(ja, en, "<p>x</p>"),
        "paragraphs": book("<p>x</p>", "<p>x</p>"),
        "not used": book(ja + "<p><i>x</i></p>", en),
        "closes something else": book(ja + "<p><b>開く</p>", en),
        "lang is": book(ja, page("ja", en)),
        "sign of Japanese type": book(ja, en + "<p>it’s</p>"),
    }
    for fault, pages in wrong.items():
        found = faults(pages, words)
        assert any(fault in line for line in found), (fault, found)
    one = book(ja, en)
    del one["en"]["tree"]
    assert any("one language only" in line for line in faults(one, words))
    assert plain("表を取り込む(&I)…") == "表を取り込む" and plain("Mer&ge copies...") == "Merge copies"
    def guide(language, word, key="F1", alt="x"):
        pictures = "".join("<img src=\"%d\" alt=\"%s\"/>" % (i, alt) for i in range(4))
        return page(language, "<section>%s<ol><li><b>%s</b><kbd>%s</kbd></li></ol></section>" % (pictures, word, key))

    assert guide_faults({"ja": guide("ja", "開く"), "en": guide("en", "Open")}, words) == []
    for fault, en in {"no word": guide("en", "Start"), "keys differ": guide("en", "Open", "F2"),
                      "not put into words": guide("en", "Open", alt=""), "pictures differ": page("en", "<p>x</p>")}.items():
        assert any(fault in line for line in guide_faults({"ja": guide("ja", "開く"), "en": en}, words)), fault
    print("%d faults found" % (len(wrong) + 5))


def main():
    if sys.argv[1:] == ["--self-test"]:
        self_test()
        return 0
    root = pathlib.Path(sys.argv[1])
    pages = {language: {p.stem: p.read_text(encoding="utf-8") for p in (root / "resources/help" / language).glob("*.html")}
             for language in ("ja", "en")}
    words = words_of(root / "translations/mezasu_en.ts")
    out = faults(pages, words)
    out += guide_faults({language: (root / "resources/guide" / (language + ".html")).read_text(encoding="utf-8")
                         for language in ("ja", "en")}, words)
    print("\n".join(out + ["%d pages, %d faults" % (len(pages["ja"]) + len(pages["en"]), len(out))]))
    return 1 if out or not pages["ja"] else 0


if __name__ == "__main__":
    sys.exit(main())
