#!/usr/bin/env python3
"""Compares scores with the exact ones: check.py EXPECTED SCORES

EXPECTED is what reference.py writes; SCORES is a CSV file with a row for each council and wave, in any order, and the
same columns among others. Numbers may differ by 1e-9, stages and what is unknown not at all. Percentiles must be the same
too, but for the few that reference.py allows two: they are counted. Exit code 1 at any difference.
"""

import csv
import sys

TOLERANCE = 1e-9


def read(path):
    """The columns, and the rows by council and wave."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        columns = next(rows)
        council, wave = columns.index("council"), columns.index("wave")
        scores = {}
        for row in rows:
            key = row[council], row[wave]
            if key in scores:
                differs(path, key, "is there twice")
            scores[key] = row
    return columns, scores


def differs(path, key, what):
    sys.exit(f"{path}: council {key[0]} in wave {key[1]} {what}")


def difference(name, expected, found, least, most):
    """How far two cells are apart, or None where they are not the same thing."""
    if expected == found:
        return 0.0
    if not expected or not found:
        return None
    expected, found = float(expected), float(found)
    if name == "stage":
        return 0.0 if expected == found else None
    if name == "percentile":
        within = float(least) - TOLERANCE <= found <= float(most) + TOLERANCE
    else:
        within = abs(expected - found) <= TOLERANCE
    return abs(expected - found) if within else None


def main():
    expected_path, path = sys.argv[1:]
    names, expected = read(expected_path)
    columns, scores = read(path)
    bounds = names.index("percentile_least"), names.index("percentile_most")
    names = names[: bounds[0]]
    missing = [name for name in names if name not in columns]
    if missing:
        sys.exit(f"{path}: no column {', '.join(missing)}")
    if expected.keys() != scores.keys():
        key = min(expected.keys() ^ scores.keys())
        differs(path, key, "is missing" if key in expected else "should not be there")
    places = [(name, names.index(name), columns.index(name)) for name in names]
    largest, two = 0.0, 0
    for key, row in expected.items():
        other = scores[key]
        for name, left, right in places:
            apart = difference(name, row[left], other[right], row[bounds[0]], row[bounds[1]])
            if apart is None:
                differs(path, key, f"has {name} {other[right] or 'unknown'}, and not {row[left] or 'unknown'}")
            if name != "percentile":
                largest = max(largest, apart)
            elif apart > TOLERANCE:
                two += 1
    edge = f", {two} percentiles on the edge" if two else ""
    print(f"ok: {len(scores):,} scores within {largest:.0e}{edge}")


if __name__ == "__main__":
    main()
