#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_sample.py PLAN.json: the sample plan is what it says it is: counts, keys, fixed words, decimals, references."""
import json
import re
import sys

KEYS = {
    "file": ("format", "version", "plan", "departments", "policies", "field_states", "conflicts"),
    "plan": ("id", "title", "municipality", "municipality_code", "division", "first_year", "last_year", "year_style", "level_names"),
    "department": ("id", "name", "short_name"),
    "policy": ("id", "number", "title", "description", "goals"),
    "goal": ("id", "statements", "indicators", "issues", "footnotes", "reform_items"),
    "text": ("id", "mark", "text"),
    "indicator": ("id", "mark", "name", "unit", "decimals", "direction", "kind", "definition", "source", "department", "values"),
    "value": ("year", "role", "value", "status", "missing", "note"),
    "reform_item": ("id", "code", "title", "description", "department", "departments", "indicators", "initiatives"),
    "initiative": ("id", "code", "title", "description", "department", "departments", "indicators", "schedule"),
    "cell": ("year", "planned", "actual"),
    "state": ("element", "kind", "field", "state"),
}
DIRECTIONS = {"increase", "decrease", "maintain_min", "maintain_max", "maintain_range", "none"}
KINDS = {"level", "yearly_count", "cumulative", "survey_share", "enps", "financial", "milestone", "reference"}
STATUSES = {"estimate", "preliminary", "final"}
MISSING = {"not_surveyed", "unavailable", "suppressed"}
STATES = {"rough", "draft", "revised", "final"}
WORDS = {"調査", "検討", "準備", "試行", "実施", "継続", None}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")

bad = []


def want(condition, text):
    if not condition:
        bad.append(text)


def keys(thing, kind, where):
    want(tuple(thing) == KEYS[kind], f"{where}: keys {tuple(thing)}")


def prose(text, where):
    want(isinstance(text, str) and text == text.strip() and text, f"{where}: blank or padded text {text!r}")
    want("  " not in (text or "") and "\t" not in (text or ""), f"{where}: blanks in {text!r}")


plan = json.load(open(sys.argv[1], encoding="utf-8"))
keys(plan, "file", "file")
want((plan["format"], plan["version"]) == ("mezasu-plan", 1), "format or version")
head = plan["plan"]
keys(head, "plan", "plan")
want(head["municipality_code"] is None, "a city that is not has no code")
want(set(head["level_names"]) == {"policy", "goal", "reform_item", "initiative"}, "level names")
want(head["last_year"] - head["first_year"] == 4, "the plan lasts five years")

ids = [head["id"]]
departments = {d["id"] for d in plan["departments"]}
for d in plan["departments"]:
    keys(d, "department", "department")
    ids.append(d["id"])
    prose(d["name"], "department")
    prose(d["short_name"], "department")
policies, goals, items, initiatives, indicators, homes = plan["policies"], [], [], [], [], {"goal": 0, "item": 0, "initiative": 0}
footnotes = 0


def take_indicators(parent, home, where):
    for i in parent["indicators"]:
        keys(i, "indicator", where)
        ids.append(i["id"])
        indicators.append(i)
        homes[home] += 1


def take_departments(e, where):
    want(e["department"] in departments, f"{where}: lead department")
    want(set(e["departments"]) <= departments - {e["department"]}, f"{where}: joint departments")


for p in policies:
    keys(p, "policy", "policy")
    ids.append(p["id"])
    prose(p["title"], "policy")
    prose(p["description"], "policy")
    for g in p["goals"]:
        keys(g, "goal", "goal")
        ids.append(g["id"])
        goals.append(g)
        for kind in ("statements", "issues", "footnotes"):
            for t in g[kind]:
                keys(t, "text", kind)
                ids.append(t["id"])
                prose(t["text"], kind)
        want(g["statements"] and g["issues"] and g["indicators"] and g["reform_items"], "a goal has all its parts")
        marks = [s["mark"] for s in g["statements"]]
        want(marks == ([None] if len(marks) == 1 else list("①②③④")[:len(marks)]), f"marks {marks}")
        want(all(t["mark"] == "・" for t in g["issues"]), "issues carry ・")
        for t in g["footnotes"]:
            footnotes += 1
            want(any(f"（{t['mark']}）" in i["text"] for i in g["issues"]), f"footnote {t['mark']} is called by no issue")
        take_indicators(g, "goal", "goal")
        for r in g["reform_items"]:
            keys(r, "reform_item", "reform item")
            ids.append(r["id"])
            items.append(r)
            prose(r["title"], r["code"])
            prose(r["description"], r["code"])
            take_departments(r, r["code"])
            take_indicators(r, "item", r["code"])
            want(r["code"].startswith(p["number"] + "-"), f"{r['code']} below {p['number']}")
            for n in r["initiatives"]:
                keys(n, "initiative", "initiative")
                ids.append(n["id"])
                initiatives.append(n)
                prose(n["title"], n["code"])
                prose(n["description"], n["code"])
                take_departments(n, n["code"])
                take_indicators(n, "initiative", n["code"])
                want(n["code"].startswith(r["code"] + "-"), f"{n['code']} below {r['code']}")
                want([c["year"] for c in n["schedule"]] == sorted({c["year"] for c in n["schedule"]}), f"{n['code']}: years")
                for c in n["schedule"]:
                    keys(c, "cell", n["code"])
                    want(head["first_year"] <= c["year"] <= head["last_year"], f"{n['code']}: year")
                    want({c["planned"], c["actual"]} <= WORDS and (c["planned"] or c["actual"]), f"{n['code']}: words {c}")

counts = (len(policies), len(items), len(initiatives), len(indicators))
want(counts == (3, 9, 20, 15), f"policies, items, initiatives, indicators: {counts}")
want(len(goals) < len(items), "some goal has several items")
want(len(departments) >= 8 and footnotes >= 3, "departments, footnotes")
want(all(homes.values()), f"indicators live at goals, items and initiatives: {homes}")
for kind in ("code", "title"):
    seen = [e[kind] for e in items + initiatives]
    want(len(seen) == len(set(seen)), f"{kind} twice")

late = 0
for i in indicators:
    name = i["name"]
    want(i["direction"] in DIRECTIONS and i["kind"] in KINDS, f"{name}: words")
    want(i["department"] in departments, f"{name}: department")
    for field in ("name", "unit", "definition", "source"):
        prose(i[field], name)
    spots = [(v["year"], v["role"]) for v in i["values"]]
    want(len(spots) == len(set(spots)), f"{name}: a spot twice")
    actual = [v for v in i["values"] if v["role"] == "actual"]
    late += min(v["year"] for v in actual) > head["first_year"]
    want(len(actual) == (3 if min(v["year"] for v in actual) > head["first_year"] else 5), f"{name}: five years, or a late start")
    want(i["kind"] == "reference" or any(v["role"] == "target" and v["year"] == head["last_year"] for v in i["values"]), f"{name}: target")
    for v in i["values"]:
        keys(v, "value", name)
        where = f"{name} {v['year']} {v['role']}"
        want((v["value"] is None) == (v["missing"] is not None), f"{where}: a value or a reason")
        want(v["missing"] is None or v["missing"] in MISSING, f"{where}: missing")
        if v["role"] == "actual" and v["value"] is not None:
            want(v["status"] in STATUSES, f"{where}: status")
        pattern = r"-?(0|[1-9]\d*)" + (rf"\.\d{{{i['decimals']}}}" if i["decimals"] else "")
        want(v["value"] is None or re.fullmatch(pattern, v["value"]), f"{where}: {v['value']!r} with {i['decimals']} decimals")
want(late == 1, f"one late starter: {late}")
for what, field, wanted in (("directions", "direction", DIRECTIONS), ("kinds", "kind", KINDS)):
    want({i[field] for i in indicators} == wanted, f"every one of the {what}: {wanted - {i[field] for i in indicators}}")
values = [v for i in indicators for v in i["values"]]
want({v["missing"] for v in values} == MISSING | {None}, "every kind of gap")
want({v["status"] for v in values} == STATUSES | {None}, "every status")

want(all(UUID.fullmatch(i) for i in ids), "ids are lower-case version 4 UUIDs")
want(len(ids) == len(set(ids)), "an id twice")
for s in plan["field_states"]:
    keys(s, "state", "field state")
    want(s["element"] in ids and s["state"] in STATES, f"field state {s}")
want(len(plan["field_states"]) >= 4 and plan["conflicts"] == [], "field states, conflicts")

print("\n".join(bad) if bad else f"ok: {len(ids)} elements, {len(values)} values")
sys.exit(bool(bad))
