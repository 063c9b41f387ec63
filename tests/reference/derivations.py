"""Recomputes every council of the gallery from the answers that `peil score --explain --format json` shows, knowing
nothing of the Rust code: only the leaves of that tree are read, and the rules of docs/scoring.md.

Run from the root of the repository:
    python3 tests/reference/derivations.py target/debug/peil > tests/reference/derivations.txt
"""
import json
import subprocess
import sys
from fractions import Fraction as F

INPUT = "reports/input/"
QUESTIONNAIRES = ["dienstverlening", "digitale-maturiteit", "digitale-transformatie"]
# Values of respondents are kept in units of 2**-40 of the scale.
CLOSE = F(1, 10**9)


def peil(program, *arguments):
    run = subprocess.run([program, "score", *arguments, "--lang", "en", "--quiet"], capture_output=True, check=True)
    return json.loads(run.stdout, parse_float=F)


def mean(pairs):
    pairs = [(F(w), v) for w, v in pairs if v is not None]
    total = sum(w for w, _ in pairs)
    return sum(w * v for w, v in pairs) / total if total else None


class Council:
    def __init__(self, told):
        self.rules, self.max = told["scoring"], told["scale_max"]
        self.zero = self.rules["missing"] == "zero"
        self.cells, self.counts, self.told, self.checked = {}, {}, told, 0
        self.scores = {}
        self.scores["overall"] = self.node(told["number"], [])
        places = {d for at in self.cells if len(at) > 1 for d in at}
        for dimension in places:
            inside = [at for at in self.cells if dimension in at]
            self.scores[dimension] = mean((self.cells[at][0], self.cells[at][1]) for at in inside)

    def enough(self, scored, applicable):
        return applicable and F(scored, applicable) >= F(self.rules["min_coverage"])

    def worth(self, question):
        """A question that was asked: its number, whether it applies."""
        rows = question.get("parts")
        if not rows:
            return question["score"], question["answer"] != "na"
        rows = [row for row in rows if row["answer"] != "na"]
        given = [row["score"] for row in rows if row["answer"] not in ("", "?")]
        if not given or not self.enough(len(given), len(rows)):
            return None, bool(rows)
        return sum(given) / (len(rows) if self.zero else len(given)), True

    def respondent(self, node):
        worth = [(F(q["weight"]), *self.worth(q)) for q in node["parts"] if q["asked"]]
        here = [(w, v) for w, v, applies in worth if applies]
        scored = [(w, v) for w, v in here if v is not None]
        value = None
        if self.enough(len(scored), len(here)):
            over = sum(w for w, _ in (here if self.zero else scored))
            value = sum(w * v for w, v in scored) / over if over else None
        return value, len(scored), len(here)

    def role(self, node):
        people = [self.checks(p, *self.respondent(p)) for p in node["parts"]]
        values = [v for v, _, _ in people if v is not None]
        value = sum(values) / len(values) if values else None
        rule = self.rules["roles"]
        weight = {"equal": F(1), "pooled": F(len(values))}.get(rule) if isinstance(rule, str) else F(rule[node["id"]])
        return weight, value, sum(p[1] for p in people), sum(p[2] for p in people)

    def node(self, node, above):
        parts = node["parts"]
        if parts and parts[0]["part"] in ("role", "consensus"):
            roles = []
            for part in parts:
                weight, *rest = self.role(part)
                assert weight == part["weight"], part
                roles.append((weight, *self.checks(part, *rest)))
            value = mean((w, v) for w, v, _, _ in roles)
            counts = [sum(r[i] for r in roles) for i in (2, 3)]
            at = tuple(node["id"].split("×"))
            self.cells[at] = (F(node["weight"]), value)
        else:
            inner = [(F(p["weight"]), self.node(p, above + [node])) for p in parts]
            value = mean(inner)
            counts = [sum(self.counts[id(p)][i] for p in parts) for i in (0, 1)]
        self.counts[id(node)] = counts
        self.checks(node, value, *counts)
        if node["part"] == "dimension":
            self.scores[node["id"]] = value
        return value

    def checks(self, node, value, scored, applicable):
        """The number beside the one that was shown."""
        assert (scored, applicable) == (node["scored"], node["applicable"]), node
        assert (value is None) == (node["score"] is None), node
        assert value is None or abs(value - node["score"]) < CLOSE * self.max, (value, node)
        self.checked += 1
        return value, scored, applicable


def main(program):
    for questionnaire in QUESTIONNAIRES:
        folder = INPUT + questionnaire
        for row in peil(program, folder, "--format", "json")["scores"]:
            place = ["--council", row["council"], "--wave", str(row["wave"])]
            council = Council(peil(program, folder, *place, "--explain", "--format", "json"))
            for name, value in council.scores.items():
                assert (value is None) == (row[name] is None), (row["council"], name)
                assert value is None or abs(value - row[name]) < CLOSE * council.max, (row["council"], name)
            shown = {name: value for name, value in sorted(council.scores.items()) if value is not None}
            numbers = " ".join(f"{name}={float(value):.12f}" for name, value in shown.items())
            print(f"{questionnaire} {row['wave']} {row['council']} checked={council.checked} {numbers}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
