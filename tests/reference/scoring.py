"""Scores the examples of docs/scoring.md in exact fractions, knowing nothing of the Rust code.

Run from the root of the repository; needs PyYAML:  python3 tests/reference/scoring.py > tests/reference/scoring.txt
"""
import csv
import re
import sys
from fractions import Fraction as F
from math import ceil, floor

import yaml

UNKNOWN, NOT_ASKED, NA = "unknown", "not asked", "not applicable"
TOGETHER = "consensus"
TOO_FEW = "too few answers"


def blocks(page):
    """Title, questionnaire, answers and expected table of every example."""
    head, examples, title, yaml_text = {}, [], "", None
    for part in re.split(r"(^```[a-z][\s\S]*?^```$|^#+ .*$|^\|.*(?:\n\|.*)*)", page, flags=re.M):
        if part.startswith("#"):
            title = part.lstrip("# ").removeprefix("Example: ")
        elif part.startswith("```yaml head"):
            head = load(part)
        elif part.startswith("```yaml example"):
            yaml_text = {**head, **load(part)}
        elif part.startswith("```csv councils"):
            register = list(csv.DictReader(part.split("\n")[1:-1]))
        elif part.startswith("```csv"):
            register, answers = [], list(csv.DictReader(part.split("\n")[1:-1]))
        elif part.startswith(("| figure", "| comparison")):
            lines = [[c.strip() for c in line.strip("|").split("|")] for line in part.split("\n")]
            examples.append((title, yaml_text, (answers, register), lines[0], lines[2:]))
    return examples


def load(block):
    # Everything stays a text, so that `yes` is no truth and 0.1 no binary fraction.
    return yaml.load("\n".join(block.split("\n")[1:-1]), yaml.BaseLoader)


class Model:
    def __init__(self, y):
        self.y, self.max = y, F(y["scale"]["max"])
        s = y.get("scoring", {})
        self.min_coverage = F(s.get("min_coverage", "0.6"))
        self.stage_coverage = F(s.get("stage_coverage", "0.8"))
        self.zero = s.get("missing") == "zero"
        self.roles = s.get("roles", "equal")
        self.fewest = int(s.get("minimum_group", {}).get("councils", "5"))
        self.decimals = int(s.get("compare_decimals", "9"))
        self.grid = len(y["axes"]) > 1
        self.dims, self.below, self.top = {}, {}, []
        for axis in y["axes"]:
            self.top += [d["id"] for d in axis["dimensions"]]
            self.walk(axis["dimensions"])
        self.weights = {tuple(c["at"].values()): F(c["weight"]) for c in y.get("cells", [])}
        self.questions = y["questions"]
        self.items = []
        for q in self.questions:
            if q["type"] != "text":
                q["list"] = self.choices(q)
                both = q.get("paper_and_practice") == "true"
                for suffix in [".paper", ".practice"] if both else [""]:
                    self.items.append((q["id"] + suffix, q))
        order = list(self.dims)
        places = {tuple(q["at"][a["id"]] for a in y["axes"]) for _, q in self.items}
        self.cells = sorted(places, key=lambda c: [order.index(d) for d in c])

    def walk(self, dims):
        for d in dims:
            self.dims[d["id"]] = F(d.get("weight", "1"))
            self.below[d["id"]] = [c["id"] for c in d.get("dimensions", [])]
            self.walk(d.get("dimensions", []))

    def leaves(self, dim):
        return [x for c in self.below[dim] for x in self.leaves(c)] if self.below[dim] else [dim]

    def choices(self, q):
        c = q.get("choices", [])
        return c if isinstance(c, list) else self.y["choices"][c]


def share(q, text, top=None):
    """What a given answer is worth, from 0 to 1."""
    kind, turn = q["type"], q.get("reverse") == "true"
    if kind == "number":
        p = (F(text) - F(q["from"])) / (F(q["to"]) - F(q["from"]))
        p = min(max(p, F(0)), F(1))
        return 1 - p if turn else p
    if kind == "multiple":
        valued = any("value" in c for c in q["list"] if c.get("exclusive") != "true")
        worth = {}
        for c in q["list"]:
            alone = c.get("exclusive") == "true"
            worth[c["id"]] = F(c.get("value", "0" if alone or valued else "1"))
        total = sum(worth[c["id"]] for c in q["list"] if c.get("exclusive") != "true")
        ticked = [] if text == "none" else text.split("|")
        return min(F(sum(worth[t] for t in ticked)) / total, F(1))
    if kind == "yes-no":
        values, value = [F(0), F(1)], F(text == "yes")
    elif kind == "rating":
        values, value = [F(q["from"]), F(q["to"])], F(text)
    else:
        by_id = {c["id"]: F(c["value"]) for c in q["list"]}
        values, value = list(by_id.values()), by_id[text]
        if top:
            values = [v for v in values if v <= by_id[top]]
            value = min(value, by_id[top])
    low, high = min(values), max(values)
    if turn:
        value = low + high - value
    start = low if kind == "rating" or q.get("range") == "lowest-to-highest" else F(0)
    return (value - start) / (high - start)


def ends(q, top=None):
    if q["type"] in ("number", "multiple"):
        return F(0), F(1)
    if q["type"] == "yes-no":
        ids = ["yes", "no"]
    elif q["type"] == "rating":
        ids = [q["from"], q["to"]]
    else:
        ids = [c["id"] for c in q["list"]]
    all_of = [share(q, i, top) for i in ids]
    return min(all_of), max(all_of)


def version(text):
    return [int(part) for part in text.split(".")]


class Respondent:
    def __init__(self, m, row, quick_only=False, oldest=None):
        """`oldest` is a version: only what it asks is counted."""
        self.m, self.row, self.role = m, dict(row), row.get("role", "")
        self.version = version(row.get("questionnaire", "").partition("@")[2] or m.y["version"])
        was = lambda part: [part["was"]] if isinstance(part.get("was"), str) else part.get("was", [])
        for q in m.questions:
            for old in was(q):
                self.row[q["id"]] = self.row.get(q["id"]) or self.row.get(old, "")
            for choice in q.get("list", []):
                if self.row.get(q["id"]) in was(choice):
                    self.row[q["id"]] = choice["id"]
        known = lambda q, asked: version(q.get("since", "0.0.0")) <= asked
        self.asked = {}
        for q in m.questions:
            by_role = self.role in ("", TOGETHER) or self.role in q.get("roles", [self.role])
            by_scan = q.get("quick") == "true" or row.get("scan") != "quick"
            self.asked[q["id"]] = by_role and by_scan and known(q, self.version) and ("when" not in q or self.holds(q["when"]))
        self.state = {}
        for id, q in m.items:
            counted = (not quick_only or q.get("quick") == "true") and known(q, oldest or self.version)
            self.state[id] = self.item(id, q) if self.asked[q["id"]] and counted else (NOT_ASKED, 0, 0)

    def holds(self, when):
        (key, test), = when.items()
        if key in ("all", "any"):
            return {"all": all, "any": any}[key](self.holds(w) for w in test)
        if key == "not":
            return not self.holds(test)
        question = next(q for q in self.m.questions if q["id"] == key)
        text = self.row[key]
        given = self.asked[key] and text not in ("", "?", "na")
        value = next((F(c["value"]) for c in question.get("list", []) if c["id"] == text), None)
        checks = {
            "is": lambda v: text in (v if isinstance(v, list) else [v]),
            "at_least": lambda v: value >= F(v),
            "at_most": lambda v: value <= F(v),
            "answered": lambda v: True,
        }
        return given and all(checks[name](v) for name, v in test.items())

    def one(self, column, q, top=None):
        text = self.row.get(column, "")
        if text == "na":
            return NA, 0, 0
        if text in ("", "?"):
            return (UNKNOWN, *ends(q, top))
        worth = share(q, text, top)
        return worth, worth, worth

    def item(self, id, q):
        if q["type"] != "grid":
            return self.one(id, q)
        rows = [self.one(f"{id}.{r['id']}", q, r.get("highest")) for r in q["rows"]]
        rows = [r for r in rows if r[0] != NA]
        if not rows:
            return NA, 0, 0
        low, high = sum(r[1] for r in rows) / len(rows), sum(r[2] for r in rows) / len(rows)
        given = [r[0] for r in rows if r[0] != UNKNOWN]
        if not given or F(len(given), len(rows)) < self.m.min_coverage:
            return UNKNOWN, low, high
        return F(sum(given)) / (len(rows) if self.m.zero else len(given)), low, high

    def cell(self, cell):
        """Share, low, high, scored, applicable."""
        here = []
        for id, q in self.m.items:
            if tuple(q["at"][a["id"]] for a in self.m.y["axes"]) == cell and self.state[id][0] not in (NOT_ASKED, NA):
                here.append((F(q.get("weight", "1")), *self.state[id]))
        if not here:
            return None, None, None, 0, 0
        scored = [h for h in here if h[1] != UNKNOWN]
        value, total = None, sum(h[0] for h in here)
        over = total if self.m.zero else sum(h[0] for h in scored)
        if F(len(scored), len(here)) >= self.m.min_coverage and over:
            value = sum(h[0] * h[1] for h in scored) / over
        low, high = (sum(h[0] * h[i] for h in here) / total for i in (2, 3))
        return value, low, high, len(scored), len(here)


def mean(pairs):
    pairs = [(w, v) for w, v in pairs if v is not None]
    return sum(w * v for w, v in pairs) / sum(w for w, _ in pairs) if pairs else None


def lower_median(values):
    return sorted(values)[(len(values) - 1) // 2] if values else None


class Group:
    def __init__(self, m, rows, quick_only=False, oldest=None):
        everyone = [Respondent(m, row, quick_only, oldest) for row in rows]
        # Roles and cells in which they do not count.
        self.without = set()
        self.m, self.people = m, [p for p in everyone if p.role != TOGETHER]
        self.together = [p for p in everyone if p.role == TOGETHER]
        self.roles = sorted({p.role for p in self.people})

    def deciding(self, cell):
        """Those whose answers are the cell of the council."""
        scored = [p for p in self.together if p.cell(cell)[0] is not None and (TOGETHER, cell) not in self.without]
        return scored or (self.people or self.together)

    def cell(self, cell, index, pooled=False):
        parts = []
        people = self.people if pooled else self.deciding(cell)
        for role in sorted({p.role for p in people}):
            if (role, cell) in self.without:
                continue
            values = [p.cell(cell)[index] for p in people if p.role == role]
            values = [v for v in values if v is not None]
            if values:
                rule = "pooled" if pooled else self.m.roles
                weight = {"equal": F(1), "pooled": F(len(values))}.get(rule) if isinstance(rule, str) else None
                weight = F(rule.get(role, "1")) if weight is None else weight
                parts.append((weight, sum(values) / len(values)))
        return mean(parts)

    def inside(self, name):
        if name == "overall":
            return self.m.cells
        if " × " in name:
            return [tuple(name.split(" × "))]
        leaves = self.m.leaves(name)
        return [c for c in self.m.cells if any(d in leaves for d in c)]

    def share(self, name, index=0, pooled=False):
        m = self.m
        if m.grid or " × " in name:
            return mean((m.weights.get(c, F(1)), self.cell(c, index, pooled)) for c in self.inside(name))
        parts = m.top if name == "overall" else m.below[name]
        if parts:
            return mean((m.dims[p], self.share(p, index, pooled)) for p in parts)
        return self.cell((name,), index, pooled)

    def coverage(self, name):
        both = [p.cell(c)[3:] for c in self.inside(name) for p in self.deciding(c)]
        return sum(b[0] for b in both), sum(b[1] for b in both)

    def score(self, name, pooled=False):
        value = self.share(name, 0, pooled)
        if value is None:
            return TOO_FEW if self.coverage(name)[1] else NA
        return value * self.m.max

    def band(self, name):
        low, high, score = (self.share(name, i) for i in (1, 2, 0))
        if score is not None:
            low, high = min(low, score), max(high, score)
        return f"{low * self.m.max} to {high * self.m.max}"

    def without_one(self, name):
        whole, rows = self.share(name), [p.row for p in self.people]
        if whole is None:
            return "none"
        together = [p.row for p in self.together]
        others = [Group(self.m, rows[:i] + rows[i + 1:] + together).share(name) for i in range(len(rows))]
        if None in others:
            return "none"
        scores = [whole, *others]
        return f"{min(scores) * self.m.max} to {max(scores) * self.m.max}"

    def stage(self, name):
        score, (scored, applicable) = self.score(name), self.coverage(name)
        if isinstance(score, str) or F(scored, applicable) < self.m.stage_coverage:
            return "none"
        found = [s["id"] for s in self.m.y["scale"]["stages"] if compared(self.m, F(s["from"])) <= compared(self.m, score)]
        return found[-1]

    def step(self, name):
        cells, stands, tops = self.inside(name), [], set()
        for id, q in self.m.items:
            cell = tuple(q["at"][a["id"]] for a in self.m.y["axes"])
            if cell not in cells:
                continue
            people = self.deciding(cell)
            values = sorted(F(c["value"]) for c in q["list"]) if q["type"] in ("choice", "grid") else []
            if not values or values != list(range(len(values))):
                return "none"
            top = next(c["id"] for c in q["list"] if F(c["value"]) == values[-1])
            if any(r.get("highest", top) != top for r in q.get("rows", [])):
                return "none"
            tops.add(len(values) - 1)
            for column in [f"{id}.{r['id']}" for r in q["rows"]] if q["type"] == "grid" else [id]:
                states = {p: NOT_ASKED if p.state[id][0] == NOT_ASKED else p.one(column, q)[0] for p in people}
                if all(s in (NOT_ASKED, NA) for s in states.values()):
                    continue
                medians = []
                for role in sorted({p.role for p in people}):
                    given = [states[p] for p in people if p.role == role]
                    medians.append(lower_median([g * (len(values) - 1) for g in given if not isinstance(g, str)]))
                stands.append(lower_median([x for x in medians if x is not None]))
        if len(tops) != 1:
            return "none"
        top = tops.pop()
        low = rung([-1 if s is None else s for s in stands], top)
        high = rung([top if s is None else s for s in stands], top)
        return str(low) if low == high else f"at least {low}, at most {high}"


def rung(stands, top):
    reach = lambda n: F(sum(s >= n for s in stands), len(stands))
    return max([n for n in range(1, top + 1) if reach(n - 1) >= F(85, 100) and reach(n) >= F(1, 2)], default=0)


def compared(m, score):
    return floor(score * 10**m.decimals + F(1, 2))


def two_waves(m, groups, key, like_for_like):
    """A council and its previous wave, as they are or over what both have; nothing without one."""
    council, wave = key
    earlier = [w for c, w in groups if c == council and w < wave]
    if not earlier:
        return None
    now, before = groups[key], groups[council, max(earlier)]
    if like_for_like:
        now, before = over_what_all_have(m, [now, before])
    return now, before


def over_what_all_have(m, groups):
    """The same groups over the questions, the roles, and the cells in which the same roles have a score, of all of them."""
    everyone = lambda g: g.people + g.together
    roles = set.intersection(*({p.role for p in everyone(g)} for g in groups))
    oldest = min(p.version for g in groups for p in everyone(g))
    alike = [Group(m, [p.row for p in everyone(g) if p.role in roles], oldest=oldest) for g in groups]
    scored = lambda g, role, cell: any(p.cell(cell)[0] is not None for p in everyone(g) if p.role == role)
    differs = lambda role, cell: len({scored(g, role, cell) for g in alike}) > 1
    for cell in m.cells:
        people = roles - {TOGETHER}
        out = set(people) if any(differs(role, cell) for role in people) else set()
        out |= {role for role in roles & {TOGETHER} if differs(role, cell)}
        for g in alike:
            g.without |= {(role, cell) for role in out}
    return alike


def towards(m, groups, key, dimension, what):
    target = F(m.y["targets"][0]["aims"][dimension]["score"])
    if what == "gap":
        score = groups[key].score(dimension)
        lowest = (compared(m, target) - F(1, 2)) / 10**m.decimals
        shown = 1 if m.max > 10 else 10 if m.max > 1 else 100
        return "none" if isinstance(score, str) else str(max(F(0), F(ceil((lowest - score) * shown), shown)))
    waves = two_waves(m, groups, key, True)
    now, before = (w.score(dimension) for w in waves) if waves else (None, TOO_FEW)
    if isinstance(before, str) or isinstance(now, str) or compared(m, before) == compared(m, target):
        return "none"
    now, before, target = (compared(m, score) for score in (now, before, target))
    return str(F(now - before, target - before))


def median(values):
    values = sorted(values)
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2


def widened(groups, key, columns, fewest):
    """The scores of those that share all these classes, or if they are too few, all but the last, and so on."""
    said = lambda g, n: [g.people[0].row[c] for c in columns[:n]]
    for n in range(len(columns), 0, -1):
        mine = said(groups[key], n)
        peers = [g.score("overall") for (_, w), g in groups.items() if w == key[1] and said(g, n) == mine]
        if all(mine) and len(peers) >= fewest:
            return peers
    return [g.score("overall") for (_, w), g in groups.items() if w == key[1]]


def merged(m, groups, register, key, name):
    council, wave = key
    came_from = [r for r in register if r["successor"] == council]
    if not came_from or any(c == council and w < wave for c, w in groups):
        return "none"
    before = [groups[r["council"], max(w for c, w in groups if c == r["council"] and w < wave)] for r in came_from]
    if len(before) > 1 and not all(r["population"] for r in came_from):
        return "none"
    *before, now = [g.score(name) for g in over_what_all_have(m, before + [groups[key]])]
    people = [F(r["population"] or "1") for r in came_from]
    return "none" if isinstance(now, str) else str(now - sum(n * was for n, was in zip(people, before)) / sum(people))


def compare(m, groups, register, figure, key):
    council, wave = key
    what, _, columns = figure.partition(" within ")
    if columns:
        peers = widened(groups, key, columns.split(", "), m.fewest)
        return str(len(peers) if what == "peers" else median(peers))
    if figure.startswith("merged"):
        return merged(m, groups, register, key, figure.partition(" ")[2] or "overall")
    mine = groups[key].score("overall")
    dimension, _, what = figure.rpartition(" ")
    if what in ("gap", "progress"):
        return towards(m, groups, key, dimension, what)
    if figure in ("delta", "like for like"):
        scores = [w.score("overall") for w in two_waves(m, groups, key, figure == "like for like") or []]
        return str(scores[0] - scores[1]) if scores and not any(isinstance(s, str) for s in scores) else "none"
    asks = lambda g: {tuple(q["id"] for q in m.questions if version(q.get("since", "0.0.0")) <= p.version) for p in g.people + g.together}
    same = lambda g: asks(g) == asks(groups[key])
    peers = [g.score("overall") for (_, w), g in groups.items() if w == wave and same(g)]
    peers = [compared(m, p) for p in peers if not isinstance(p, str)]
    if isinstance(mine, str):
        return "none"
    mine = compared(m, mine)
    if figure == "rank":
        return str(1 + sum(p > mine for p in peers))
    return str(100 * (sum(p < mine for p in peers) + F(peers.count(mine), 2)) / len(peers))


def figure(m, groups, key, name):
    group = groups[key]
    words = name.rsplit(" ", 1)
    if name == "pooled":
        return str(group.score("overall", pooled=True))
    if name == "overall quick":
        return str(Group(m, [p.row for p in group.people], True).score("overall"))
    if name in dict(m.items):
        state = (group.people + group.together)[0].state[name][0]
        return state if isinstance(state, str) else str(state * m.max)
    if name.endswith(" without one"):
        return group.without_one(name.removesuffix(" without one"))
    if words[-1] == "coverage":
        return "%d of %d" % group.coverage(words[0])
    if words[-1] in ("band", "stage", "step"):
        return getattr(group, words[-1])(words[0])
    return str(group.score(name))


def main():
    for title, y, (answers, register), header, rows in blocks(open("docs/scoring.md", encoding="utf-8").read()):
        m, groups = Model(y), {}
        for row in answers:
            groups.setdefault((row["council"], row.get("wave", "")), []).append(row)
        groups = {key: Group(m, list(rows)) for key, rows in groups.items()}
        for name, *_ in rows:
            for place in header[1:]:
                council, _, wave = place.partition(" ")
                key = next(k for k in groups if k[0] == council and wave in ("", k[1]))
                work = compare if header[0] == "comparison" else figure
                value = compare(m, groups, register, name, key) if work is compare else figure(m, groups, key, name)
                print(f"{title} | {name} | {place} | {value}")


if __name__ == "__main__":
    sys.exit(main())
