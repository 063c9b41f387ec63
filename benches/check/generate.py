#!/usr/bin/env python3
"""Makes the questionnaires that `peil check` is measured on; Python 3 without packages, the same bytes everywhere.

    generate.py files FOLDER COUNT     COUNT valid questionnaires of some 70 KB, no two alike
    generate.py broken FOLDER          one broken questionnaire for each fault of faults.py, and faults.tsv
    generate.py large FILE BYTES       one valid questionnaire of at least so many bytes, its routes included
    generate.py errors FILE BYTES      the same with a wrong name in every condition, place and role
"""

import json
import os
import sys

LEVELS = ["richten", "inrichten", "verrichten"]
THEMES = ["strategie", "leiderschap", "delen", "draagvlak"]
ROLES = {
    "ict": ("Informatica", "Technology"),
    "dienst": ("Afdeling", "Department"),
    "directie": ("Leiding", "Management"),
    "politiek": ("Bestuurder", "Politician"),
}
NL = (
    "gemeente burgers dienstverlening gegevens beleid medewerkers afspraken jaarlijks samenwerking beveiliging "
    "begroting klachten aanvragen afdelingen projecten buurgemeenten kennis opleiding leveranciers contracten "
    "archief vergunningen formulieren zaken toezicht financiën coördinatie privacy evaluaties werkplekken"
).split()
EN = (
    "council residents services records policy staff agreements yearly cooperation security budget complaints "
    "requests departments projects neighbours knowledge training suppliers contracts archive permits forms cases "
    "oversight finance coordination privacy reviews workplaces"
).split()
STEPS = [
    ("Niet aanwezig", "Absent"),
    ("Los van elkaar", "Ad hoc"),
    ("Beschreven", "Described"),
    ("Ingericht", "Established"),
    ("Jaarlijks verbeterd", "Improved yearly"),
]


class Dice:
    """A generator of numbers of our own, so that no version of Python gives other files."""

    def __init__(self, seed):
        self.state = seed * 2654435761 % 2**64 + 1

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def chance(self, percent):
        return self.below(100) < percent

    def words(self, lexicon, count):
        return " ".join(lexicon[self.below(len(lexicon))] for _ in range(count))


def text(nl, en):
    return {"nl": nl, "en": en}


def sentence(dice, start, least, most, end):
    """The same number of words in both languages, behind a start that shows the language."""
    count = least + dice.below(most - least + 1)
    nl, en = dice.words(NL, count), dice.words(EN, count)
    return text(f"{start[0]} {nl}{end}", f"{start[1]} {en}{end}")


def question(dice, level, theme, number, count, gates):
    """One question of five steps; `gates` are the ids of earlier ones that everybody is asked."""
    name = f"{level[:2]}-{theme[:3]}-{number}"
    asked = sentence(dice, (f"Hoe ver is het voor {name} met", f"How far has the work for {name} come with"), 5, 10, "?")
    one = {"id": name, "at": {"niveau": level, "thema": theme}, "ask": asked}
    if dice.chance(40):
        one["help"] = sentence(dice, ("Dit gaat niet over", "This is not about"), 6, 14, ".")
    one["type"] = "choice"
    one["choices"] = [
        {
            "id": step,
            "value": step,
            "label": text(*(f"{STEPS[step][at]}: {dice.words(words, 4)} {step}" for at, words in enumerate([NL, EN]))),
        }
        for step in range(5)
    ]
    one["weight"] = [1, 1.5, 2, 0.5][dice.below(4)]
    routed = gates and dice.chance(25)
    if routed:
        gate = gates[dice.below(len(gates))]
        kind = dice.below(4)
        if kind == 0:
            one["when"] = {gate: {"at_least": 1 + dice.below(3)}}
        elif kind == 1:
            one["when"] = {gate: {"is": [3, 4]}}
        elif kind == 2:
            one["when"] = {"not": {gate: {"at_most": dice.below(3)}}}
        else:
            other = gates[dice.below(len(gates))]
            rules = [{gate: {"at_least": 2}}] + ([{other: {"at_least": 1}}] if other != gate else [])
            one["when"] = {"all": rules} if len(rules) > 1 else rules[0]
    elif number % 4 == 1:
        gates.append(name)
    if not routed and number % 4 != 1 and dice.chance(40):
        roles = list(ROLES)
        one["roles"] = sorted({roles[dice.below(4)], roles[dice.below(4)]})
    if dice.chance(50):
        one["not_applicable"] = {"reason": "required"}
    if dice.chance(50):
        one["evidence"] = {"from": 3}
    if dice.chance(20):
        one["advice"] = [advice(dice)]
    return one


def advice(dice):
    return {
        "below": 2,
        "think_big": sentence(dice, ("Zorg voor", "Take care of the"), 4, 9, "."),
        "act_small": sentence(dice, ("Begin met", "Begin with the"), 4, 9, "."),
        "kind": ["pilot", "skills", "expertise", "budget"][dice.below(4)],
        "weeks": 2 + dice.below(10),
        "stop_when": sentence(dice, ("Stop bij", "Stop at the"), 3, 6, "."),
    }


def questionnaire(seed, count=48):
    """A valid questionnaire of `count` questions, about which peil has nothing to say."""
    dice = Dice(seed)
    places = [(level, theme) for level in LEVELS for theme in THEMES]
    gates, questions, numbers = [], [], dict.fromkeys(places, 0)
    for index in range(count):
        place = places[index * len(places) // count]
        numbers[place] += 1
        questions.append(question(dice, *place, numbers[place], count, gates))
    axis = lambda name, title, ids: {
        "id": name,
        "title": title,
        "dimensions": [
            {"id": one, "title": text(one.capitalize(), f"{one.capitalize()} (translated)")} for one in ids
        ],
    }
    return {
        "peil": "questionnaire/1",
        "id": f"vragenlijst-{seed:05}",
        "version": f"1.{seed % 7}.0",
        "languages": ["nl", "en"],
        "title": text(f"Peiling {seed} van de besturen", f"Survey {seed} of the councils"),
        "provenance": sentence(dice, ("Dit is gemaakt voor een meting van", "This was made for measuring"), 8, 12, "."),
        "licence": "CC-BY-4.0",
        "minutes": min(600, max(5, count * 2 // 3)),
        "scale": {
            "max": 4,
            "stages": [
                {"id": name, "from": start, "title": text(name, english)}
                for name, start, english in [
                    ("startend", 0, "starting"),
                    ("zoekend", 0.8, "searching"),
                    ("bouwend", 1.6, "building"),
                    ("verankerd", 2.4, "embedded"),
                    ("lerend", 3.2, "learning"),
                ]
            ],
        },
        "axes": [axis("niveau", text("Niveau", "Level"), LEVELS), axis("thema", text("Thema", "Theme"), THEMES)],
        "cells": [
            {"at": {"niveau": level, "thema": theme}, "weight": [1, 1.2, 0.8][dice.below(3)]} for level, theme in places
        ],
        "roles": [{"id": role, "title": text(*titles)} for role, titles in ROLES.items()],
        "scoring": {"min_coverage": 0.6, "stage_coverage": 0.8, "roles": "equal"},
        "questions": questions,
        "tests": [{"name": "every answer at step 2", "answers": {"every": 2}, "expect": {"overall": 2}}],
    }


def plain(value):
    return json.dumps(value, ensure_ascii=False)


BARE = {"peil", "id", "version", "licence", "type", "kind", "reason", "roles", "languages", "niveau", "thema"}


def scalar(name, value):
    bare = isinstance(value, str) and name in BARE and not value.endswith((" ", ":"))
    return value if bare else plain(value)


def inline(name, value):
    """A value on one line, as people write what is short."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {inline(key, one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(name, one) for one in value) + "]"
    return scalar(name, value)


def lines(value, indent, out):
    """The fields of a map, those that are long over several lines."""
    pad = " " * indent
    for key, one in value.items():
        long = inline(key, one)
        if isinstance(one, dict) and len(long) + indent > 90:
            out.append(f"{pad}{key}:")
            lines(one, indent + 2, out)
        elif isinstance(one, list) and one and isinstance(one[0], dict):
            out.append(f"{pad}{key}:")
            for item in one:
                short = inline(key, item)
                if key in ("choices", "stages", "cells", "roles") or len(short) + indent < 90:
                    out.append(f"{pad}  - {short}")
                else:
                    start = len(out)
                    lines(item, indent + 4, out)
                    out[start] = f"{pad}  - {out[start].lstrip()}"
        else:
            out.append(f"{pad}{key}: {long}")


def yaml(value):
    out = []
    lines(value, 0, out)
    return "\n".join(out) + "\n"


def write(path, content):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(content)


def large(size, wrong):
    """One questionnaire of at least so many bytes."""
    count = size * 48 // 70_000
    while True:
        made = questionnaire(1, count)
        made["minutes"] = 600
        made["tests"] = []
        if wrong:
            for index, one in enumerate(made["questions"]):
                one["when"] = {f"geen-{index}": {"at_least": 1}}
                one["at"]["thema"] = f"themma-{index}"
                one["roles"] = [f"rol-{index}"]
        content = yaml({key: one for key, one in made.items() if one != []})
        if len(content.encode()) >= size:
            return content
        count += count // 20


def main():
    kind, target, *rest = sys.argv[1:]
    if kind == "files":
        os.makedirs(target, exist_ok=True)
        for seed in range(int(rest[0])):
            write(os.path.join(target, f"{seed:05}.yaml"), yaml(questionnaire(seed)))
    elif kind == "broken":
        from faults import FAULTS, broken

        os.makedirs(target, exist_ok=True)
        rows = ["file\tfault\n"]
        for seed, name in enumerate(FAULTS):
            write(os.path.join(target, f"{name}.yaml"), broken(name, questionnaire(seed), yaml))
            rows.append(f"{name}.yaml\t{FAULTS[name].__doc__}\n")
        write(os.path.join(target, "faults.tsv"), "".join(rows))
    elif kind in ("large", "errors"):
        write(target, large(int(rest[0]), kind == "errors"))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
