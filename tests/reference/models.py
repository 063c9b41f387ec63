"""Works out the golden tests of tests/models, and the answers beside them, in exact fractions.

Each model is worked out twice, both times without the Rust code: by the general calculation of scoring.py, and in its own
words below, as whoever made such a model would write it down (a sum of levels, "minus one, times 2.5", a mean of halves).
Run from the root of the repository; needs PyYAML:
  python3 tests/reference/models.py > tests/reference/models.txt
It ends with an error where the two differ, or where a golden test expects something else.
"""
import csv
import sys
from fractions import Fraction as F
from math import ceil, floor
from pathlib import Path

import yaml

from instruments import WORDS, figure, fits
from scoring import NA, TOO_FEW, Group, Model

FOLDER = Path("tests/models")
NONE = ("", "?", "na", None)


def plain(answer):
    """An answer of the file as a cell of a table."""
    if isinstance(answer, list):
        return "|".join(answer) or "none"
    if isinstance(answer, dict):
        return "na" if "not-applicable" in answer else plain(answer.get("choice", answer.get("number")))
    return WORDS.get(answer, answer)


def columns(q):
    if q["type"] == "grid":
        return [f"{q['id']}.{r['id']}" for r in q["rows"]]
    both = q.get("paper_and_practice") == "true"
    return [q["id"] + s for s in ([".paper", ".practice"] if both else [""])]


def row(m, one):
    """The answers of a respondent as a row of a table."""
    out = {"role": one.get("role", ""), "scan": one.get("scan", "full")}
    if list(one["answers"]) != ["every"]:
        return {**out, **{column: plain(answer) for column, answer in one["answers"].items()}}
    value = F(one["answers"]["every"])
    for q in m.questions:
        found = {F(c["value"]): c["id"] for c in q["list"] if "value" in c and q["type"] != "multiple"}
        if q["type"] == "rating":
            found = {value: str(value)}
        out |= {column: found.get(value, "") for column in columns(q)}
    return out


# The models in their own words. Each takes the answers of one respondent by column, and gives what it knows by name;
# `None` is no score.


def mean(values):
    return sum(values) / F(len(values)) if values else None


def part(row, weights):
    """A weighted mean of answers on 0 to 5; what does not apply leaves both sums. Half of the rest must be there."""
    here = {id: w for id, w in weights.items() if row.get(id) != "na"}
    given = {id: w for id, w in here.items() if row.get(id) not in NONE}
    if not here or F(len(given), len(here)) < F(1, 2):
        return None
    return sum(w * F(row[id]) for id, w in given.items()) / F(sum(given.values()))


def weighted(row):
    data = part(row, {"eigenaar": 2, "fouten": 1, "uitwisseling": 1})
    services = part(row, {"aanvraag": 3, "afhaalpunt": 1, "toegankelijk": 2})
    parts = [(w, v) for w, v in [(3, data), (2, services)] if v is not None]
    whole = sum(w * v for w, v in parts) / sum(w for w, _ in parts)
    return {"gegevens": data, "diensten": services, "overall": whole}


def rounded_down(row):
    found = weighted(row)
    return {**found, "stage": f"niveau-{floor(found['overall'])}"}


def rounded_up(row):
    found = weighted(row)
    tenths = floor(found["overall"] * 10 + F(1, 2))
    return {**found, "stage": f"categorie-{max(1, ceil(F(tenths, 10)))}"}


LEVEL = {"geen": F(0), "enkele": F(1, 4), "helft": F(1, 2), "alle": F(1)}


def sum_of_levels(row, empty=None):
    found = {}
    for practice in ("inkopen", "beheren", "herstellen"):
        levels = [LEVEL.get(row.get(f"{practice}-{n}"), empty) for n in (1, 2, 3)]
        found[practice] = None if None in levels else sum(levels)
    return {**found, "overall": mean([v for v in found.values() if v is not None])}


def boxes(row):
    ticked = {q: [b for b in row[q].split("|") if b not in ("none", "niets")] for q in ("wegen", "antwoord", "open")}
    work = {"adressen": 1, "begroting": 2, "besluiten": 2, "verkeer": 5}
    tools = [row[f"hulpmiddelen.{r}"] for r in ("kaart", "catalogus", "woordenboek", "dashboard")]
    have, planned = tools.count("aanwezig"), tools.count("gepland")
    table = F(100 * (2 * have + planned), 8)
    if "" in (row["wegen"], row["antwoord"], row["open"]):  # only the table
        return {"contact": None, "informatie": table, "overall": table}
    contact = (F(100 * len(ticked["wegen"]), 6) + F(100 * len(ticked["antwoord"]), 5)) / 2
    data = (F(100 * sum(work[b] for b in ticked["open"]), 10) + table) / 2
    overall = (contact + data) / 2
    percent = floor(overall + F(1, 2))
    stage = "begin" if percent <= 25 else "onderweg" if percent <= 50 else "gevorderd" if percent <= 75 else "rond"
    return {"contact": contact, "informatie": data, "overall": overall, "stage": stage}


def products(row):
    found, all_known, all_offered = {}, [], 0
    for whom in ("inwoners", "ondernemers"):
        asked = [v for k, v in row.items() if k.startswith(f"voor-{whom}.")]
        rows = {"inwoners": 6, "ondernemers": 4}[whom]
        offered = rows - asked.count("na")
        known = [int(v) for v in asked if v not in NONE]
        enough = offered and F(len(known), offered) >= F(1, 2)
        found[whom] = F(100 * sum(known), 3 * len(known)) if enough else None
        all_known, all_offered = all_known + known, all_offered + offered
    return {
        **found,
        "overall": mean([v for v in found.values() if v is not None]),
        "step": "-".join(sorted({str(rung(all_known, all_offered)), str(rung(pad(all_known, all_offered), all_offered))})),
    }


def pad(known, offered):
    return known + [3] * (offered - len(known))


def rung(known, offered):
    reach = lambda n: 100 * sum(k >= n for k in known)
    return max([n for n in (1, 2, 3) if reach(n - 1) >= 85 * offered and reach(n) >= 50 * offered], default=0)


def pairs(row):
    tree = {
        "voorkomen": {"overzicht": ["lijst", "leveranciers"], "toegang": ["rechten"], "mensen": ["oefenmail"]},
        "opvangen": {"melden": ["meldpunt"], "terugkeren": ["oefening"]},
    }
    found = {}
    for function, categories in tree.items():
        for category, questions in categories.items():
            both = [row.get(f"{q}.{side}") for q in questions for side in ("paper", "practice")]
            found[category] = None if set(both) & set(NONE) else mean([F(v) for v in both])
        found[function] = mean([found[c] for c in categories if found[c] is not None])
    return {**found, "overall": mean([found[f] for f in tree])}


def ratings(row):
    given = [row.get(f"s{n:02}") for n in range(1, 11)]
    if set(given) & set(NONE):
        return {"gemak": None, "overall": None}
    total = sum(int(v) - 1 if n % 2 == 0 else 5 - int(v) for n, v in enumerate(given))
    return {"gemak": total * F(5, 2), "overall": total * F(5, 2)}


def place(value, worse, better):
    return min(max((F(value) - worse) / F(better - worse), F(0)), F(1))


def three_numbers(row):
    ends = {"snel-internet": (0, 100, 50, "aansluiting"), "geschoold": (4, 24, 30, "vaardigheid"), "wachttijd": (21, 1, 20, "snelheid")}
    found, above, below = {}, F(0), 0
    for id, (worse, better, weight, name) in ends.items():
        found[name] = None if row.get(id) in NONE else place(row[id], worse, better)
        if found[name] is not None:
            above, below = above + weight * found[name], below + weight
    return {**found, "overall": above / below}


def nested(row, questions):
    pillars = {"voorwaarden": ["bestuur", "mensen", "techniek", "geld"], "opbrengst": ["inwoners", "ondernemers", "democratie", "organisatie"]}
    found = {}
    for half, names in pillars.items():
        for pillar in names:
            here = [q for q in questions if q["at"]["opbouw"] == pillar]
            given = [q for q in here if row.get(q["id"]) not in NONE]
            ends = lambda q: (F(q["to"]), F(q["from"])) if q.get("reverse") == "true" else (F(q["from"]), F(q["to"]))
            weights = [F(q.get("weight", "1")) for q in given]
            total = sum(w * place(row[q["id"]], *ends(q)) for w, q in zip(weights, given))
            found[pillar] = 100 * total / sum(weights) if 5 * len(given) >= 3 * len(here) else None
        twice = [(2 if p in ("bestuur", "inwoners") else 1, found[p]) for p in names if found[p] is not None]
        found[half] = sum(w * v for w, v in twice) / sum(w for w, _ in twice)
    return {**found, "overall": (found["voorwaarden"] + found["opbrengst"]) / 2}


IN_ITS_OWN_WORDS = {
    "weighted-round-down": rounded_down,
    "weighted-round-up": rounded_up,
    "sum-of-levels": sum_of_levels,
    "sum-of-levels-zero": lambda row: sum_of_levels(row, F(0)),
    "checkbox-shares": boxes,
    "product-ladder": products,
    "paper-and-practice": pairs,
    "reversed-ratings": ratings,
    "three-numbers": three_numbers,
    "nested-index": None,
}


def together(model, m, rows):
    """What the model says of several respondents: of scores the mean, each respondent equal."""
    work = IN_ITS_OWN_WORDS[model] or (lambda row: nested(row, m.questions))
    each = [work(row) for row in rows]
    if len(each) == 1:
        return each[0]
    return {name: mean([one[name] for one in each if one[name] is not None]) for name in each[0] if name != "stage"}


class Check:
    def __init__(self):
        self.wrong = 0

    def say(self, *place):
        self.wrong += 1
        print(", ".join(map(str, place)), file=sys.stderr)

    def own(self, where, group, own):
        """Both ways of working it out agree."""
        for name, value in own.items():
            found = figure(group, name)
            if name == "stage" and found == "none":
                continue  # too few answers to publish one: the model does not speak of that
            if value is None and found in (TOO_FEW, NA):
                continue
            if found != value:
                self.say(where, name, f"{found} in general, {value} in its own words")


def main():
    check = Check()
    for file in sorted(FOLDER.glob("*.yaml")):
        # Everything stays a text, so that 0.1 is no binary fraction.
        y = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        m = Model(y)
        for test in y["tests"]:
            rows = [row(m, one) for one in test.get("respondents", [test])]
            group = Group(m, rows)
            check.own(f"{file.stem}, {test['name']}", group, together(file.stem, m, rows))
            for name, expected in test["expect"].items():
                found = figure(group, name)
                print(f"{file.stem} | {test['name']} | {name} | {found}")
                if not fits(expected, found):
                    check.say(file.stem, test["name"], name, f"is {found}, not {expected}")
        table = FOLDER / "answers" / f"{file.stem}.csv"
        if table.exists():
            answered(check, file.stem, m, list(csv.DictReader(table.open(encoding="utf-8"))))
    return 1 if check.wrong else 0


def answered(check, model, m, rows):
    """The scores of the councils in a table of answers."""
    for council in sorted({one["council"] for one in rows}):
        here = [one for one in rows if one["council"] == council]
        group = Group(m, here)
        check.own(f"answers of {council} to {model}", group, together(model, m, here))
        for name in ["overall", *m.dims, "coverage", *(["stage"] if "stages" in m.y["scale"] else [])]:
            print(f"{model}.csv | {council} | {name} | {figure(group, name)}")


if __name__ == "__main__":
    sys.exit(main())
