#!/usr/bin/env python3
"""Makes answers to benches/yardstick.yaml: a CSV file with a row for each respondent. Python 3 without packages.

    generate.py S|M|L FILE [--parquet] [--jsonl]
    generate.py --rows ROWS [--councils COUNCILS] [--waves WAVES] FILE [--parquet] [--jsonl]
    generate.py --folder FILE FOLDER            the rows of a small file as a YAML file of answers each

S is 285 councils with 20 respondents each in two waves, M 100,000 with 5 in one, L 100,000 with 25 in two. With --rows
and no more there are a hundred rows to a council: 25 respondents in each of four waves. Those are means: the largest
council has many times as many as the smallest. The same arguments give the same bytes. --parquet and --jsonl write the
same rows beside the CSV file, and need pyarrow or polars.
"""

import argparse
import csv
import os
import random

from model import CELLS, COLUMNS, QUESTIONS, ROLES

SIZES = {"S": (11_400, 285, 2), "M": (500_000, 100_000, 1), "L": (5_000_000, 100_000, 2)}
LAST_WAVE = 2026

CLASSES = ["under 10k", "10k to 25k", "25k to 50k", "50k to 100k", "100k and more"]
CLASS_OF_100 = [0] * 32 + [1] * 33 + [2] * 24 + [3] * 8 + [4] * 3
# How many respondents a council of a class has beside one of another.
RESPONDENTS = [0.5, 0.8, 1.2, 2.0, 3.2]
# Nobody in, of those whose role is empty: they have a role of their own together.
ROLE_OF_100 = [0] * 28 + [1] * 40 + [2] * 19 + [3] * 11 + [4] * 2
ROLE_NAMES = [*ROLES, ""]
# What roles think higher of it, in twentieths of a step.
ROLE_RAISES = [-3, 0, 6, 3, 0]

START = "Aalst Berk Bever Blauw Dender Eik Els Hazel Hoge Kalk Kwade Lange Linde Maan Meer Moer Nacht Oever Riet Zand".split()
END = "akker beek berg bos brug dam dijk drecht gem heide hoek hout kapelle laar lo meer poort rode veld wijk".split()
BEFORE = ["", "", "", "", "", "Klein-", "Sint-", "Ter ", "Den ", "'s-"]
BEHIND = ["", "", "", "", "", "-Noord", " aan de Leie", " (Zuid)", ", Oost en West", ' "de Oude"', "-sur-Île", "-Zoë"]
ODD = [
    'Brück, Ærø en Smørhavn',
    'Gemeente "Het Veen"',
    'Štěpán-Žďár / Łąka',
    "'t Hof, 'd Hove & \"d'Hoef\"",
    "Ñuñez-Çay",
    "Οία (Ία)",
]
# A byte that stands for an empty cell until the row is put together.
EMPTY = " "


def name(dice):
    """A name that may hold a comma, a quote or letters beyond ASCII, quoted as CSV asks. Some councils share one."""
    if dice.random() < 0.05:
        made = ODD[int(dice.random() * len(ODD))]
    else:
        made = "".join(part[int(dice.random() * len(part))] for part in (BEFORE, START, END, BEHIND))
    return '"' + made.replace('"', '""') + '"' if "," in made or '"' in made else made


def answers_at(level, dont_know):
    """The table that makes a random byte an answer: a step near `level`, or nothing, or `?`."""
    empty = 13
    rest = 256 - empty - dont_know
    shares = [max(0.0, 2.2 - abs(step - level)) ** 2 for step in range(5)]
    table, sum_of_shares, so_far = EMPTY * empty + "?" * dont_know, sum(shares), 0.0
    for step, share in enumerate(shares):
        so_far += share
        table += str(step) * (empty + dont_know + int(rest * so_far / sum_of_shares + 0.5) - len(table))
    return table.encode()


def tables(dont_know):
    """For levels from 0 to 4 in twentieths, and beyond both ends: the highest reachable index is far below 160."""
    return [answers_at(min(4.0, max(0.0, (index - 40) / 20)), dont_know) for index in range(160)]


def councils(dice, count):
    """Of each council the start of its rows, its class, how many respondents it has beside others, and its cells."""
    width = max(4, len(str(count)))
    for index in range(count):
        size = CLASS_OF_100[int(dice.random() * 100)]
        skewed = dice.random()
        level = 40 + 34 + 3 * size + int(24 * (dice.random() + dice.random() - 1))
        cells = bytes(level + int(16 * (dice.random() - 0.5)) for _ in CELLS)
        yield f"B{index + 1:0{width}},{name(dice)},", size, RESPONDENTS[size] * (0.15 + 2.55 * skewed * skewed), cells


def respondents(dice, shares, rows):
    """The councils of one wave in random order, each as often as it has respondents: `rows` in all, at least one each."""
    present = [index for index, share in enumerate(shares) if share]
    more, total = max(0, rows - len(present)), sum(shares)
    made, so_far, given = [], 0.0, 0
    for index in present:
        so_far += shares[index]
        upto = more if index == present[-1] else int(more * (so_far / total))
        made += [index] * (1 + upto - given)
        given = upto
    for at in range(len(made) - 1, 0, -1):
        other = int(dice.random() * (at + 1))
        made[at], made[other] = made[other], made[at]
    return made


def generate(rows, count, waves, file):
    """Writes the file; `rows` are spread over the waves."""
    dice = random.Random(rows * 31 + count * 7 + waves)
    starts, sizes, shares, levels = zip(*councils(dice, count))
    knows, politicians = tables(7), tables(18)
    middles = [[f",{one},{role}," for role in ROLE_NAMES] for one in CLASSES]
    places = list(enumerate(range(0, len(QUESTIONS), 4)))
    file.write(",".join(COLUMNS) + "\n")
    dice_bytes, chance = dice.getrandbits, dice.random
    for index in range(waves):
        wave = str(LAST_WAVE - 2 * (waves - 1 - index))
        # Some councils join in a later wave.
        joined = [0.0 if index == 0 and waves > 1 and chance() < 0.03 else share for share in shares]
        before = 5 * (index - waves + 1)
        of_wave = rows * (index + 1) // waves - rows * index // waves
        for council in respondents(dice, joined, of_wave):
            role = ROLE_OF_100[int(chance() * 100)]
            raised = before + ROLE_RAISES[role] + int(12 * (chance() - 0.5))
            of_role = politicians if role == 3 else knows
            raw, cells = dice_bytes(8 * 48).to_bytes(48, "little"), levels[council]
            given = b"".join([raw[at : at + 4].translate(of_role[cells[cell] + raised]) for cell, at in places])
            if chance() < 0.04:
                # Gave up on the way.
                stopped = 1 + int(chance() * 47)
                given = given[:stopped].ljust(48)
            answers = ",".join(given.decode("ascii")).replace(EMPTY, "")
            file.write(starts[council] + wave + middles[sizes[council]][role] + answers + "\n")


def other_formats(path, parquet, jsonl):
    """The same rows as Parquet or JSON lines, every cell a text, an empty one null."""
    base = os.path.splitext(path)[0]
    try:
        import polars

        rows = polars.read_csv(path, infer_schema=False)
        if parquet:
            rows.write_parquet(base + ".parquet")
        if jsonl:
            rows.write_ndjson(base + ".jsonl")
        return
    except ImportError:
        pass
    import pyarrow.csv
    import pyarrow.parquet

    types = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(COLUMNS, pyarrow.string()), strings_can_be_null=True)
    rows = pyarrow.csv.read_csv(path, convert_options=types)
    if parquet:
        pyarrow.parquet.write_table(rows, base + ".parquet")
    if jsonl:
        import json

        with open(base + ".jsonl", "w", encoding="utf-8") as file:
            for batch in rows.to_batches():
                file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in batch.to_pylist())


def folder(path, target):
    """A YAML file of answers for each row, as one council would hold them."""
    os.makedirs(target, exist_ok=True)
    with open(path, encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 1):
            lines = [
                "peil: answers/1",
                "questionnaire: {id: yardstick, version: 1.0.0}",
                f"council: {{id: {row['council']}}}",
                f"wave: {row['wave']}",
                f"respondent: {{id: r-{number:04}{', role: ' + row['role'] if row['role'] else ''}}}",
                "status: final",
                "answers:",
            ]
            given = {one: "dont-know" if row[one] == "?" else f"'{row[one]}'" for one in QUESTIONS if row[one]}
            lines += [f"  {one}: {value}" for one, value in given.items()]
            with open(os.path.join(target, f"r-{number:04}.yaml"), "w", encoding="utf-8", newline="\n") as made:
                made.write("\n".join(lines) + "\n")


def main():
    arguments = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1])
    arguments.add_argument("words", nargs="+")
    arguments.add_argument("--rows", type=int)
    arguments.add_argument("--councils", type=int)
    arguments.add_argument("--waves", type=int, default=4)
    arguments.add_argument("--parquet", action="store_true")
    arguments.add_argument("--jsonl", action="store_true")
    arguments.add_argument("--folder", action="store_true")
    given = arguments.parse_args()
    if given.folder:
        return folder(*given.words)
    path = given.words[-1]
    if given.rows:
        size = (given.rows, given.councils or max(1, given.rows // (25 * given.waves)), given.waves)
    else:
        size = SIZES[given.words[0]]
    # Whole or not at all: a run that was broken off leaves no file that looks right.
    with open(path + ".part", "w", encoding="utf-8", newline="\n", buffering=1 << 20) as file:
        generate(*size, file)
    os.replace(path + ".part", path)
    if given.parquet or given.jsonl:
        other_formats(path, given.parquet, given.jsonl)


if __name__ == "__main__":
    main()
