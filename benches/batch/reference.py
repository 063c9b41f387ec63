#!/usr/bin/env python3
"""The exact scores of a CSV file of answers to benches/yardstick.yaml: reference.py ROWS SCORES

Written from docs/scoring.md, in fractions of whole numbers, without a single floating point before the scores are written
down; it shares no code with peil. Python 3 without packages; a million rows take about a quarter of a minute.

Any program that adds up in floating point is off by a trifle, and peil keeps a share as a whole multiple of 2⁻⁴⁰. A score
that lies within EDGE of the middle between two billionths may thereby be compared as the one or as the other, and so may
tie with a neighbour or not. `percentile_least` and `percentile_most` are what it can come to; nearly always they are the
percentile itself.
"""

import csv
import math
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from fractions import Fraction
from itertools import product

from model import CELL_EXACT, CELLS, COLUMNS, ENOUGH, EXACT, FIGURES, SCORES, STAGES

BILLION = 10**9
EDGE = Fraction(1, 10**11)
# Scores are fractions of whole numbers, kept as the two numbers: a Fraction would look for common divisors at every step.
TENTHS = {cell: int(weight * 10) for cell, weight in CELL_EXACT.items()}
assert all(Fraction(tenths, 10) == CELL_EXACT[cell] for cell, tenths in TENTHS.items())


def values():
    """For each cell what every possible set of answers is worth, all in multiples of one fraction; and how many make 1."""
    worths = []
    for cell in CELLS:
        worth, weights = {}, list(EXACT[cell].values())
        for answers in product(["", "?", "0", "1", "2", "3", "4"], repeat=len(weights)):
            given = [(weight, int(answer)) for weight, answer in zip(weights, answers) if answer.isdigit()]
            if len(given) >= ENOUGH:
                worth[answers] = sum(weight * answer for weight, answer in given) / sum(weight for weight, _ in given)
        worths.append(worth)
    whole = math.lcm(*(value.denominator for worth in worths for value in worth.values()))
    return [{answers: int(value * whole) for answers, value in worth.items()} for worth in worths], whole


def gathered(path, worths):
    """For each council and wave the class, and of each role the sum and the count of each cell, two numbers a cell."""
    councils, classes = defaultdict(dict), {}
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        assert next(rows) == COLUMNS, "other columns than those of generate.py"
        for row in rows:
            council, _, wave, of_class, role = row[:5]
            key = (council, wave)
            classes[key] = of_class
            sums = councils[key].get(role)
            if sums is None:
                sums = councils[key][role] = [0] * 24
            for index, worth in enumerate(worths):
                value = worth.get(tuple(row[5 + 4 * index : 9 + 4 * index]))
                if value is not None:
                    sums[2 * index] += value
                    sums[2 * index + 1] += 1
    return councils, classes


def figures(roles, whole):
    """The overall and the score of each dimension of one council in one wave: numerator and denominator, or None."""
    counts = {sums[2 * index + 1] for sums in roles.values() for index in range(12)} - {0}
    each = math.lcm(*counts)
    among = math.lcm(*range(1, len(roles) + 1))
    cells = {}
    for index, cell in enumerate(CELLS):
        means = [sums[2 * index] * (each // sums[2 * index + 1]) for sums in roles.values() if sums[2 * index + 1]]
        if means:
            cells[cell] = sum(means) * (among // len(means)) * TENTHS[cell]
    scores = {}
    for figure, of in FIGURES.items():
        present = [cell for cell in of if cell in cells]
        weight = sum(TENTHS[cell] for cell in present)
        scores[figure] = (sum(cells[cell] for cell in present), weight * each * among * whole) if present else None
    return scores


def compared(score, aside=Fraction(0)):
    """What stages, ranks and ties are told by: a score in whole billionths, half of one away from zero."""
    over, under = score
    return (2 * BILLION * (over * aside.denominator + under * aside.numerator) + under * aside.denominator) // (
        2 * under * aside.denominator
    )


def stage(score):
    return max(name for name, start in STAGES if compared(score) >= start * BILLION)


class Peers:
    """The councils of one wave and class: the billionths that their scores are compared as, at least and at most."""

    def __init__(self):
        self.exact, self.least, self.most = [], [], []

    def add(self, score):
        self.exact.append(compared(score))
        self.least.append(compared(score, -EDGE))
        self.most.append(compared(score, EDGE))

    def sort(self):
        self.exact.sort()
        self.least.sort()
        self.most.sort()

    def percentiles(self, score):
        """The percentile, and the least and the most it can be."""
        size, least, most = len(self.exact), compared(score, -EDGE), compared(score, EDGE)
        # Whoever ties with nobody still ties with itself.
        alone = 1 if most > least else 0
        places = [
            bisect_left(self.exact, compared(score)) + bisect_right(self.exact, compared(score)),
            bisect_left(self.most, least) + bisect_right(self.most, least) + alone,
            bisect_left(self.least, most) + bisect_right(self.least, most) - alone,
        ]
        return [Fraction(100 * place, 2 * size) for place in places]


def less(one, other):
    return one[0] * other[1] - other[0] * one[1], one[1] * other[1]


def main():
    source, target = sys.argv[1:]
    worths, whole = values()
    councils, classes = gathered(source, worths)
    scored = {key: figures(roles, whole) for key, roles in sorted(councils.items())}
    peers = defaultdict(Peers)
    for key, scores in scored.items():
        if scores["overall"]:
            peers[key[1], classes[key]].add(scores["overall"])
    for group in peers.values():
        group.sort()
    before = {}
    with open(target, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow([*SCORES, "percentile_least", "percentile_most"])
        for (council, wave), scores in scored.items():
            overall, percentiles, delta = scores["overall"], [None] * 3, None
            if overall:
                percentiles = [(one.numerator, one.denominator) for one in peers[wave, classes[council, wave]].percentiles(overall)]
                delta = less(overall, before[council]) if before.get(council) else None
            before[council] = overall
            numbers = [*scores.values(), *percentiles, delta]
            # Dividing whole numbers gives the nearest floating point, however many digits they have.
            *of, percentile, least, most, delta = ["" if one is None else repr(one[0] / one[1]) for one in numbers]
            rows.writerow([council, wave, *of, stage(overall) if overall else "", percentile, delta, least, most])


if __name__ == "__main__":
    main()
