"""Works out the golden tests of the questionnaires in exact fractions, with the calculation of scoring.py.

Run from the root of the repository; needs PyYAML:
  python3 tests/reference/instruments.py > tests/reference/instruments.txt
It ends with an error where a questionnaire expects something else.
"""
import sys
from fractions import Fraction as F

import yaml

from scoring import Group, Model

FILES = ["digitale-maturiteit", "dienstverlening", "digitale-transformatie"]
WORDS = {"dont-know": "?", "not-applicable": "na"}


def row(m, one):
    """The answers of a respondent as a row of a table."""
    out = {"role": one.get("role", ""), "scan": one.get("scan", "full")}
    answers = one["answers"]
    if list(answers) == ["every"]:
        for q in m.questions:
            found = next((c["id"] for c in q["list"] if F(c["value"]) == F(answers["every"])), "")
            for column in [f"{q['id']}.{r['id']}" for r in q["rows"]] if q["type"] == "grid" else [q["id"]]:
                out[column] = found
        return out
    for column, answer in answers.items():
        if isinstance(answer, dict):
            answer = "na" if "not-applicable" in answer else answer["choice"]
        out[column] = WORDS.get(answer, answer)
    return out


def figure(group, name):
    if name == "coverage":
        return "%d of %d" % group.coverage("overall")
    if name == "stage":
        return group.stage("overall")
    if name == "step":
        return group.step("overall").replace("at least ", "").replace(", at most ", "-")
    if name == "routed_out":
        return ", ".join(q["id"] for q in group.m.questions if not any(p.asked[q["id"]] for p in group.people))
    return group.score(name)


def fits(expected, found):
    if isinstance(expected, list):
        return ", ".join(expected) == found
    if not isinstance(found, F):
        return expected == found.replace(" ", "-" if expected.startswith(("too", "not")) else " ")
    decimals = len(expected.partition(".")[2])
    return abs(F(expected) - found) <= (F(1, 2 * 10**decimals) if decimals >= 3 else 0)


def main():
    wrong = 0
    for file in FILES:
        # Everything stays a text, so that 0.1 is no binary fraction.
        y = yaml.load(open(f"questionnaires/{file}.yaml", encoding="utf-8"), yaml.BaseLoader)
        m = Model(y)
        for test in y["tests"]:
            group = Group(m, [row(m, one) for one in test.get("respondents", [test])])
            for name, expected in test["expect"].items():
                found = figure(group, name)
                print(f"{file} | {test['name']} | {name} | {found}")
                if not fits(expected, found):
                    wrong += 1
                    print(f"{file}, {test['name']}: {name} is {found}, not {expected}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
