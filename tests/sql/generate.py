"""Questionnaires and tables of answers that a program made up, the same for the same seed: every type of question, every
rule of scoring, ids and words that are hard on quotes, and answers with gaps, ties and mistakes."""

import csv
import json
import os
import random

HOSTILE = [
    'plain words',
    'it\'s "odd" -- really',
    'ends the comment */ DROP TABLE answers; --',
    "a\nnew line; SELECT 'x",
    "Gemeente Sint-Niklaas: één ’vraag’ ± 4 × €",
    "back\\slash at the end\\",
    "`tick` ${env:HOME} {{x}} %s $1 $$ :name ?",
    "/* open",
    "ใช้ 日本語 \u202e right to left",
]
IDS = ["a", "Select", "group", "order-by", "x_1", "null", "from", "class_1", "wave_order", "reading", "end", "quick", "value",
       "0", "1-2", "Z", "table", "count", "q--1", "role_before", "w" * 64, "w" * 63 + "v", "scored", "as", "union", "e0"]
CLASSES = ["province", 'size "of" it', "kind -- of'council", "groep\nklasse; */", "straße`s"]


class Ids:
    """Ids that differ in more than their capitals, since two engines see no other difference."""

    def __init__(self, dice):
        self.dice, self.used = dice, set()

    def new(self, prefix):
        for _ in range(20):
            wanted = self.dice.choice(IDS) if self.dice.random() < 0.5 else f"{prefix}{self.dice.randrange(1000)}"
            if wanted.lower() not in self.used and len(wanted) < 64:
                break
        else:
            wanted = f"{prefix}-{len(self.used)}"
        self.used.add(wanted.lower())
        return wanted


def words(dice):
    return dice.choice(HOSTILE)


def choices(dice, for_boxes=False):
    ids, count = Ids(dice), dice.randint(2, 6)
    if for_boxes:
        valued = dice.random() < 0.5
        made = [{"id": ids.new("b"), "label": words(dice)} for _ in range(count)]
        for one in made:
            if valued:
                one["value"] = dice.choice([1, 2, 0.5, 3])
        if dice.random() < 0.6:
            made.append({"id": ids.new("n"), "label": "none of these", "exclusive": True})
            if dice.random() < 0.5:
                made[-1]["value"] = 0.5
        return made
    start, step = dice.choice([0, 0, 1, 2]), dice.choice([1, 1, 0.5, 10])
    made = [{"id": ids.new("c"), "value": start + step * index, "label": words(dice)} for index in range(count)]
    if dice.random() < 0.3:
        dice.shuffle(made)
    return made


def dimensions(dice, ids, weights, depth=0):
    made = []
    for _ in range(dice.randint(1, 3)):
        one = {"id": ids.new("d"), "title": words(dice)}
        if weights and dice.random() < 0.5:
            one["weight"] = dice.choice([2, 0.5, 3, 0.7])
        if depth < 2 and dice.random() < 0.4:
            one["dimensions"] = dimensions(dice, ids, weights, depth + 1)
        made.append(one)
    return made


def leaves(dimensions):
    for one in dimensions:
        yield from leaves(one["dimensions"]) if "dimensions" in one else [one["id"]]


def condition(dice, earlier, depth=0):
    word = dice.random()
    if depth < 2 and word < 0.35:
        return {dice.choice(["all", "any"]): [condition(dice, earlier, depth + 1) for _ in range(dice.randint(1, 3))]}
    if depth < 2 and word < 0.5:
        return {"not": condition(dice, earlier, depth + 1)}
    column, question = dice.choice(earlier)
    kind, tests = question["type"], ["answered"]
    if kind in ("choice", "grid", "rating", "yes-no", "multiple"):
        tests += ["is"] * 3
    if kind not in ("multiple", "text"):
        tests += ["at_least", "at_most"]
    test = dice.choice(tests)
    if test == "answered":
        return {column: {"answered": dice.random() < 0.7}}
    if test == "is":
        options = list(options_of(question))
        return {column: {"is": dice.sample(options, dice.randint(1, min(3, len(options))))}}
    return {column: {test: dice.choice([0, 1, 2, 2.5, 20])}}


def options_of(question):
    if question["type"] == "yes-no":
        return ["yes", "no"]
    if question["type"] == "rating":
        return [str(step) for step in range(question["from"], question["to"] + 1)]
    return [one["id"] for one in question.get("choices", [])]


def columns_of(question):
    if question["type"] == "grid":
        return [f"{question['id']}.{row['id']}" for row in question["rows"]]
    if question.get("paper_and_practice"):
        return [f"{question['id']}.{half}" for half in ("paper", "practice")]
    return [question["id"]]


def question(dice, ids, at, roles, earlier):
    kind = dice.choice(["choice", "choice", "rating", "yes-no", "number", "multiple", "grid", "text"])
    one = {"id": ids.new("q"), "at": at, "ask": words(dice), "type": kind}
    if kind == "choice":
        one["choices"] = choices(dice)
    elif kind == "multiple":
        one["choices"] = choices(dice, for_boxes=True)
    elif kind == "rating":
        one["from"] = dice.choice([-2, 0, 1])
        one["to"] = one["from"] + dice.randint(1, 9)
    elif kind == "number":
        one["from"], one["to"] = dice.choice([(0, 100), (-5, 5), (10, 50), (0, 0.3), (1000000, 3000000)])
    elif kind == "grid":
        one["choices"] = choices(dice)
        rows = Ids(dice)
        one["rows"] = [{"id": rows.new("r"), "title": words(dice)} for _ in range(dice.randint(1, 4))]
        middle = sorted(one["choices"], key=lambda c: c["value"])[1:]
        for row in one["rows"]:
            if dice.random() < 0.3:
                row["highest"] = dice.choice(middle)["id"]
    if kind in ("choice", "grid") and dice.random() < 0.4:
        one["range"] = "lowest-to-highest"
    if kind not in ("text", "multiple") and dice.random() < 0.25:
        one["reverse"] = True
    if kind != "text" and dice.random() < 0.4:
        one["weight"] = dice.choice([2, 0.5, 3, 1.3, 0.1])
    if kind in ("choice", "rating", "yes-no", "number") and dice.random() < 0.15:
        one["paper_and_practice"] = True
    if dice.random() < 0.4:
        one["not_applicable"] = {"reason": "optional"}
    if dice.random() < 0.5:
        one["quick"] = True
    if roles and dice.random() < 0.2:
        one["roles"] = dice.sample(roles, dice.randint(1, len(roles)))
    if earlier and dice.random() < 0.35:
        one["when"] = condition(dice, earlier)
    return one


def questionnaire(dice, index):
    ids = Ids(dice)
    maximum = dice.choice([4, 4, 1, 5, 100, 0.4, 3, 1000])
    several = index % 3 == 2
    axes = []
    for axis in range(2 if several else 1):
        axes.append({"id": f"axis{axis}", "title": words(dice), "dimensions": dimensions(dice, ids, not several)})
    roles = [ids.new("role") for _ in range(dice.randint(1, 4))] if index % 4 != 3 else []
    places = [{axis["id"]: leaf for axis, leaf in zip(axes, pair)}
              for pair in (([leaf] for leaf in leaves(axes[0]["dimensions"])) if not several else
                           ([one, two] for one in leaves(axes[0]["dimensions"]) for two in leaves(axes[1]["dimensions"])))]
    if several:
        # Each leaf somewhere, not each with each.
        dice.shuffle(places)
        kept = places[:max(4, len(places) // 2)]
        for axis in axes:
            for leaf in leaves(axis["dimensions"]):
                if all(place[axis["id"]] != leaf for place in kept):
                    kept.append(next(place for place in places if place[axis["id"]] == leaf))
        places = kept
    questions, earlier = [], []
    for place in places:
        for number in range(dice.randint(1, 4)):
            one = question(dice, ids, place, roles, earlier)
            if number == 0 and one["type"] == "text":
                one = {"id": one["id"], "at": place, "ask": one["ask"], "type": "yes-no", "quick": True}
            questions.append(one)
            earlier += [(column, one) for column in columns_of(one)]
    made = {
        "peil": "questionnaire/1", "id": f"case-{index}", "version": "1.0.0", "languages": ["en"],
        "title": HOSTILE[index % len(HOSTILE)],
        "scale": {"max": maximum},
        "axes": axes, "questions": questions,
    }
    if dice.random() < 0.9:
        parts = [0, 0.25, 0.5, 0.75, 1]
        made["scale"]["stages"] = [
            {"id": f"stage-{number}", "from": maximum * part, "title": words(dice)} for number, part in enumerate(parts)]
    if several and dice.random() < 0.7:
        some = dice.sample(places, min(3, len(places)))
        made["cells"] = [{"at": place, "weight": dice.choice([0.5, 2, 1.7])} for place in some]
    if roles:
        made["roles"] = [{"id": role, "title": words(dice)} for role in roles]
    weights = ["equal", "pooled", {role: dice.choice([2, 3, 0.5]) for role in roles}] if roles else ["equal", "pooled"]
    made["scoring"] = {
        "min_coverage": dice.choice([0.6, 0.6, 0, 0.3, 0.5, 1]),
        "stage_coverage": dice.choice([0.8, 0, 0.5, 1]),
        "roles": dice.choice(weights),
        "missing": dice.choice(["exclude", "exclude", "zero"]),
        "compare_decimals": dice.choice([9, 9, 0, 1, 2, 12]),
    }
    return made


def answer(dice, one, best):
    """A cell of the table; now and then a mistake."""
    luck = dice.random()
    if luck < 0.08:
        return ""
    if luck < 0.13:
        return "?"
    if luck < 0.2 and "not_applicable" in one:
        return "na"
    if luck < 0.215:
        return dice.choice(["na", "xx", "none", "|", "1e400", "NaN", "0x10", "yes|no", "'", "\\", "-", "routed out"])
    kind = one["type"]
    if kind == "text":
        return dice.choice(["some text", "it's", "a\nb", ";", "na", "?"])
    if kind == "number":
        low, high = one["from"], one["to"]
        text = dice.choice([str(low), str(high), str(low + (high - low) / 4), str(low + (high - low) / 3), str(high + 1),
                            str(low - 1), "+5", "5.", ".5", "1e1", "2.5E-1", "-0", "007"])
    elif kind == "multiple":
        plain = [choice["id"] for choice in one["choices"] if "exclusive" not in choice]
        alone = [choice["id"] for choice in one["choices"] if "exclusive" in choice]
        text = "|".join(dice.sample(plain, dice.randint(0, len(plain)))) or "none"
        luck = dice.random()
        if alone and luck < 0.2:
            text = alone[0]
        elif alone and luck < 0.25:
            text = f"{alone[0]}|{alone[0]}"
        elif alone and luck < 0.3:
            text = f"{alone[0]}|{plain[0]}"
        elif luck < 0.33:
            text = f"{plain[0]}|{plain[0]}"
    else:
        options = options_of(one)
        text = options[best % len(options)] if dice.random() < 0.4 else dice.choice(options)
    return f"  {text} " if dice.random() < 0.02 else text


def table(dice, made, index):
    """The columns and rows of a table of answers; and which columns it has, for `peil sql`."""
    roles = [role["id"] for role in made.get("roles", [])]
    waves = [[""], ["2024", "2026"], ["2023", "2025-03-01", "2025", "2025-11-30"], ["", "9", "0010"]][index % 4]
    classes = dice.sample(CLASSES, dice.randint(0, 3))
    has = {"name": dice.random() < 0.7, "wave": waves != [""], "role": bool(roles) or dice.random() < 0.3,
           "scan": index % 2 == 0, "respondent": dice.random() < 0.5, "questionnaire": index % 7 == 0}
    columns = [(column, one) for one in made["questions"] for column in columns_of(one)]
    own = ["council"] + [name for name in has if has[name]]
    rows, people = [], 0
    for council in range(dice.randint(5, 14)):
        code = dice.choice([f"{11000 + council}", f"B'{council}", f"Ü-{council}", f'x"{council} --'])
        before = None
        for wave in waves:
            if dice.random() < 0.2:
                continue
            head = {"council": code, "wave": wave, "name": "" if dice.random() < 0.2 else f"Name {code} {dice.randrange(2)}"}
            of_class = {name: dice.choice(["small", "large", "it's; --", ""]) for name in classes}
            quick = has["scan"] and dice.random() < 0.3
            here = []
            for voice in range(dice.randint(1, 5)):
                people += 1
                role = dice.choice(roles + [""])
                if voice == 4 and dice.random() < 0.9:
                    role = "consensus"
                scan = "quick" if quick or (has["scan"] and dice.random() < 0.05) else dice.choice(["", "full"])
                best = dice.randrange(10)
                row = {**head, **of_class, "role": role, "scan": scan, "respondent": f"r-{people}",
                       "questionnaire": dice.choice(["", f"{made['id']}@1.0.0"])}
                row |= {column: answer(dice, one, best) for column, one in columns}
                if dice.random() < 0.03:
                    row |= {column: "" for column, _ in columns}
                here.append(row)
            # The answers of an earlier wave again, so that there are ties and nothing changes.
            if before and dice.random() < 0.2:
                here = [{**row, **head, **of_class, "respondent": row["respondent"] + "x"} for row in before]
            rows += here
            before = here
        if rows and dice.random() < 0.3:
            twin = [row for row in rows if row["council"] == code]
            rows += [{**row, "council": code + "-twin", "respondent": row["respondent"] + "t"} for row in twin]
    for wrong in ({"council": ""}, {"role": "stranger"}, {"wave": "2025-02-29"}, {"wave": "voorjaar"}, {"scan": "half"},
                  {"questionnaire": "other@1.0.0"}):
        if rows and (set(wrong) <= set(own)):
            rows.append({**dice.choice(rows), "council": "wrong", "respondent": f"w-{len(rows)}", **wrong})
    dice.shuffle(rows)
    return own + classes + [column for column, _ in columns], rows, own, classes


def write(folder, count, seed):
    """Writes all cases into a folder: questionnaire, answers, and what belongs to them."""
    cases = []
    for index in range(count):
        dice = random.Random(f"{seed}-{index}")
        made = questionnaire(dice, index)
        columns, rows, own, classes = table(dice, made, index)
        place = os.path.join(folder, f"{index:03}")
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, "questionnaire.yaml"), "w", encoding="utf-8") as out:
            json.dump(made, out, ensure_ascii=index % 2 == 0, indent=1)
        with open(os.path.join(place, "answers.csv"), "w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(columns)
            writer.writerows([[row[column] for column in columns] for row in rows])
        within = classes[:dice.randint(0, 2)]
        cases.append({"index": index, "place": place, "columns": own + classes, "within": within, "header": columns,
                      "rows": [[row[column] for column in columns] for row in rows],
                      "table": ["answers", 'an"swers -- `x`', "s1_rows", "Antwoorden"][index % 4]})
    return cases
