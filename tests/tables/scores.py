"""Compares scores that peil wrote as Parquet, as DuckDB reads them, with the CSV of the same answers: scores.py PEIL

Needs Python 3.10 or later with the package `duckdb`. Every cell has to be the same, numbers to the bit, and missing where
that of the CSV is empty; every column has to have its own type, whatever the answers are. Exit code 1 when anything
differs."""

import csv
import pathlib
import struct
import subprocess
import sys
import tempfile

import duckdb

HERE = pathlib.Path(__file__).resolve().parent
KORT = HERE.parent / "answers" / "kort.yaml"
TEXTS = {"council", "name", "scan", "streek", "klasse", "provincie", "stage"}
WHOLE = {"wave", "rank", "respondents", "peers"}


def many(waves):
    """More councils than one group of rows holds; the first has no score, and every third no class."""
    yield "council,name,wave,streek,keuze,cijfer\n"
    for council in range(70_000):
        name = ["Ninove", '"België, ""oost"""', "Ĳsselstein", "’s-Gravenvoeren 😀"][council % 4]
        region = ["oost", "west", ""][council % 3]
        choice = ["soms", "altijd", "nooit"][council * 7 % 3]
        answers = ",", f"{choice},{1 + council % 5}"
        yield f"b{council:06},{name},{waves[council % len(waves)]},{region},{answers[council > 0]}\n"


def bits(number):
    return struct.pack("<d", number)


def differences(parquet, rows, dated):
    engine, select = duckdb.connect(), "SELECT * FROM read_parquet(?)"
    columns = [column[:2] for column in engine.execute(f"DESCRIBE {select}", [str(parquet)]).fetchall()]
    with open(rows, encoding="utf-8", newline="") as file:
        header, *expected = csv.reader(file)
    if [name for name, _ in columns] != header:
        yield f"columns {columns}, expected {header}"
        return
    for name, kind in columns:
        is_text = name in TEXTS or name == "wave" and dated
        wanted = "VARCHAR" if is_text else "BIGINT" if name in WHOLE else "DOUBLE"
        if kind != wanted:
            yield f"`{name}` is {kind}, expected {wanted}"
    all_rows = engine.execute(select, [str(parquet)]).fetchall()
    if len(all_rows) != len(expected):
        yield f"{len(all_rows)} rows, expected {len(expected)}"
    for number, (row, cells) in enumerate(zip(all_rows, expected), 1):
        for name, value, cell in zip(header, row, cells):
            if value is None:
                same = cell == ""
            elif isinstance(value, float):
                same = cell != "" and bits(value) == bits(float(cell))
            else:
                same = str(value) == cell
            if not same:
                yield f"row {number}, `{name}`: {value!r}, expected {cell!r}"


def main(peil):
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        run = lambda *words: subprocess.run([peil, *words, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        run("demo", folder / "demo", "--lang", "nl")
        cases = [("demo", [folder / "demo" / "antwoorden"], False)]
        tables = [
            ("tests/tables/rows.csv", (HERE / "rows.csv").read_text(encoding="utf-8"), False),
            ("70,000 councils in years", "".join(many(["2025", "2026"])), False),
            ("70,000 councils in days", "".join(many(["2025", "2026-03-01", ""])), True),
            ("one council without a wave or a score", "council,streek,keuze\n41048,oost,\n", False),
        ]
        for index, (name, text, dated) in enumerate(tables):
            table = folder / f"{index}.csv"
            table.write_text(text, encoding="utf-8")
            cases.append((name, [table, "-q", KORT, "--within", "streek"], dated))
        for name, arguments, dated in cases:
            written = folder / "scores.parquet", folder / "scores.csv"
            for output in written:
                run("score", *arguments, "-o", output)
            wrong = list(differences(*written, dated))
            for line in wrong[:20]:
                print(f"{name}: {line}", file=sys.stderr)
            passed, failed = passed + (not wrong), failed + bool(wrong)
    print(f"tables: {passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
