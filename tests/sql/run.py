"""Scores made-up questionnaires with peil and with the SQL that peil writes, in real engines, and compares every column.

    run.py PEIL FOLDER [--duckdb N] [--postgres N --dsn DSN] [--spark N --master URL]

N is how many of the cases an engine gets. Says for each engine how many scores agreed and what the greatest difference was;
exit code 1 when anything differs."""

import argparse
import csv
import subprocess
import sys
import time

import engines
import generate

SEED = "peil"
TEXTS = {"council", "name", "wave", "scan", "stage"}
WHOLE = {"rank", "respondents", "peers"}
CLOSE = 1e-9


def run(words):
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"{' '.join(words)}\n{done.stderr}")
    return done


def scores(peil, case):
    """What peil says: the columns, and a row per council and wave."""
    out = f"{case['place']}/peil.csv"
    words = [peil, "score", f"{case['place']}/answers.csv", "-q", f"{case['place']}/questionnaire.yaml", "-o", out, "--quiet"]
    if case["within"]:
        # The names may hold commas, and quotes; they are given one by one.
        for name in case["within"]:
            words += ["--within", name]
    run(words)
    with open(out, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    # Several classes taken together are one more column in peil, for its own use.
    joined = ",".join(case["within"])
    if len(case["within"]) > 1 and joined in rows[0]:
        at = rows[0].index(joined)
        rows = [row[:at] + row[at + 1:] for row in rows]
    return rows[0], rows[1:]


def statement(peil, case, dialect):
    words = [peil, "sql", f"{case['place']}/questionnaire.yaml", "--dialect", dialect, "--table", case["table"], "--lang",
             ["en", "nl"][case["index"] % 2]]
    for name in case["columns"]:
        words += ["--columns", name]
    for name in case["within"]:
        words += ["--within", name]
    done = run(words)
    with open(f"{case['place']}/{dialect}.sql", "w", encoding="utf-8") as out:
        out.write(done.stdout)
    return done.stdout


def differences(expected, found, case):
    """What differs, and the greatest difference of two numbers that are near enough."""
    (names, rows), (other_names, other_rows) = expected, found
    if names != other_names:
        return [f"columns {names} and {other_names}"], 0.0
    if len(rows) != len(other_rows):
        return [f"{len(rows)} rows and {len(other_rows)}"], 0.0
    wrong, greatest = [], 0.0
    for row, other in zip(rows, other_rows):
        for name, value, answer in zip(names, row, other):
            if name in TEXTS or name in case["columns"]:
                same = value == ("" if answer is None else answer)
            elif value == "" or answer is None:
                same = value == "" and answer is None
            elif name in WHOLE:
                same = int(value) == answer
            else:
                difference = abs(float(value) - float(answer))
                same = difference <= CLOSE
                greatest = max(greatest, difference if same else 0.0)
            if not same:
                wrong.append(f"{row[0]} {row[2]}: {name} is {value!r} in peil and {answer!r} in SQL")
    return wrong, greatest


def compare(engine, peil, cases):
    started, wrong, failed, greatest, compared = time.time(), 0, 0, 0.0, 0
    for case in cases:
        expected = case["expected"]
        begun = time.time()
        found = engine.run(case, statement(peil, case, engine.dialect))
        if time.time() - begun > 20:
            print(f"{engine.dialect}, case {case['index']}: {time.time() - begun:.0f} s", flush=True)
        differing, most = differences(expected, found, case)
        greatest = max(greatest, most)
        compared += sum(len(row) for row in expected[1])
        wrong += len(differing)
        failed += bool(differing)
        for line in differing[:5]:
            print(f"{engine.dialect}, case {case['index']}: {line}")
    seconds = time.time() - started
    print(f"{engine.dialect}: {len(cases)} questionnaires, {compared} values, {wrong} differ, greatest difference of the "
          f"others {greatest:.1e}, {seconds:.0f} s")
    assert compared > 0
    return len(cases) - failed, failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("peil")
    parser.add_argument("folder")
    for name in ("duckdb", "postgres", "spark"):
        parser.add_argument(f"--{name}", type=int, default=0)
    parser.add_argument("--dsn")
    parser.add_argument("--master")
    asked = parser.parse_args()
    cases = generate.write(asked.folder, max(asked.duckdb, asked.postgres, asked.spark), SEED)
    for case in cases:
        case["expected"] = scores(asked.peil, case)
    kinds = {"rows": sum(len(case["expected"][1]) for case in cases)}
    names = ["stage", "rank", "delta", "delta_like_for_like", "overall"]
    for name in names:
        kinds[name] = sum(row[case["expected"][0].index(name)] != "" for case in cases for row in case["expected"][1])
    print("made: " + ", ".join(f"{count} with {name}" if name != "rows" else f"{count} scores" for name, count in kinds.items()))
    passed, failed = 0, 0
    for count, make in ((asked.duckdb, lambda: engines.DuckDb()), (asked.postgres, lambda: engines.Postgres(asked.dsn)),
                        (asked.spark, lambda: engines.Spark(asked.master))):
        if count:
            engine = make()
            right, wrong = compare(engine, asked.peil, cases[:count])
            passed, failed = passed + right, failed + wrong
            engine.close()
    print(f"sql: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
