"""The questionnaire benches/yardstick.yaml for the programs of this folder: its columns, weights and bounds, so that they
stand in one place. It reads that one file, line by line, and no other YAML."""

import os
import re
from fractions import Fraction

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "yardstick.yaml")
with open(FILE, encoding="utf-8") as file:
    TEXT = file.read()

QUESTION = r"- \{id: (\w+), at: \{level: (\w+), dimension: (\w+)\}.*?(?:, weight: ([\d.]+))?\}$"
CELL = r"- \{at: \{level: (\w+), dimension: (\w+)\}, weight: ([\d.]+)\}$"

LEVELS = ["l1", "l2", "l3"]
DIMENSIONS = ["d1", "d2", "d3", "d4"]
CELLS = [level + dimension for level in LEVELS for dimension in DIMENSIONS]

# The questions of each cell with their weights, and the weights of the cells, as they are written.
WRITTEN = {cell: {} for cell in CELLS}
for name, level, dimension, weight in re.findall(QUESTION, TEXT, re.MULTILINE):
    WRITTEN[level + dimension][name] = weight or "1"
CELL_WRITTEN = dict.fromkeys(CELLS, "1")
for level, dimension, weight in re.findall(CELL, TEXT, re.MULTILINE):
    CELL_WRITTEN[level + dimension] = weight

WEIGHTS = {cell: {name: float(weight) for name, weight in of.items()} for cell, of in WRITTEN.items()}
CELL_WEIGHTS = {cell: float(weight) for cell, weight in CELL_WRITTEN.items()}
EXACT = {cell: {name: Fraction(weight) for name, weight in of.items()} for cell, of in WRITTEN.items()}
CELL_EXACT = {cell: Fraction(weight) for cell, weight in CELL_WRITTEN.items()}

QUESTIONS = [name for cell in CELLS for name in WEIGHTS[cell]]
ROLES = re.findall(r"- \{id: (\w+), title: \w+\}$", TEXT.split("\nroles:")[1].split("\nscoring:")[0], re.MULTILINE)
STAGES = [(name, Fraction(start)) for name, start in re.findall(r"- \{id: '(\d)', from: ([\d.]+),", TEXT)]
# So many of the four questions of a cell must be answered: min_coverage is 0.6.
ENOUGH = 3

KEYS = ["council", "name", "wave", "class", "role"]
COLUMNS = KEYS + QUESTIONS
# A figure, and the cells that it is the weighted mean of.
FIGURES = {"overall": CELLS}
for one in LEVELS + DIMENSIONS:
    FIGURES[one] = [cell for cell in CELLS if one in (cell[:2], cell[2:])]
SCORES = ["council", "wave", *FIGURES, "stage", "percentile", "delta"]

assert len(QUESTIONS) == 48 and len(STAGES) == 5 and all(len(of) == 4 for of in WEIGHTS.values())
assert "min_coverage: 0.6" in TEXT and "roles: equal" in TEXT and len(ROLES) == 4
