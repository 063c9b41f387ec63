#!/usr/bin/env python3
"""The scoring of benches/yardstick.yaml as SQL for DuckDB, written for speed: statement.py ROWS SCORES

One pass from a row to its twelve cells, a mean per role, a mean over the roles, then the figures; ranks and differences
by windows over what is then only a row per council and wave. Types are given, so that nothing is sniffed or cast twice.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from model import CELL_WEIGHTS, CELLS, COLUMNS, ENOUGH, FIGURES, QUESTIONS, STAGES, WEIGHTS


def plus(terms):
    return " + ".join(terms)


def weighted_mean(weights, divisor="nullif({}, 0)"):
    """Of the columns that hold something; null where none does."""
    total = plus(f"coalesce({name}, 0) * {weight}::DOUBLE" for name, weight in weights.items())
    weight = plus(f"if({name} IS NULL, 0, {weight}::DOUBLE)" for name, weight in weights.items())
    return f"({total}) / {divisor.format(weight)}"


def source(rows):
    """The rows with numbers for the answers; what is empty or not known is null."""
    if rows.endswith(".parquet"):
        numbers = ", ".join(f"TRY_CAST({one} AS TINYINT) AS {one}" for one in QUESTIONS)
        return f"(SELECT council, wave::SMALLINT AS wave, class, role, {numbers} FROM read_parquet('{rows}'))"
    kinds = {"wave": "SMALLINT"} | dict.fromkeys(QUESTIONS, "TINYINT")
    types = ", ".join(f"'{one}': '{kinds.get(one, 'VARCHAR')}'" for one in COLUMNS)
    how = "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = ['', '?']"
    return f"read_csv('{rows}', {how}, columns = {{{types}}})"


def statement(rows, scores):
    cells = []
    for cell, weights in WEIGHTS.items():
        given = plus(f"({name} IS NOT NULL)::TINYINT" for name in weights)
        cells.append(f"CASE WHEN {given} >= {ENOUGH} THEN {weighted_mean(weights, '({})')} END AS {cell}")
    means = ", ".join(f"avg({cell}) AS {cell}" for cell in CELLS)
    figures = [
        f"{weighted_mean({cell: CELL_WEIGHTS[cell] for cell in of})} AS {name}" for name, of in FIGURES.items()
    ]
    stage = plus(f"(billionth >= {float(start)})::TINYINT" for _, start in STAGES)
    line = ",\n    "
    return f"""COPY (
WITH respondents AS (
  SELECT council, wave, class, role,
    {line.join(cells)}
  FROM {source(rows)}
), roles AS (
  SELECT council, wave, any_value(class) AS class, {means}
  FROM respondents GROUP BY council, wave, role
), councils AS (
  SELECT council, wave, any_value(class) AS class, {means}
  FROM roles GROUP BY council, wave
), scores AS (
  SELECT council, wave, class,
    {line.join(figures)},
    round(overall, 9) AS billionth
  FROM councils
)
SELECT council, wave, {", ".join(FIGURES)}, {stage} AS stage,
  CASE WHEN billionth IS NOT NULL THEN
    100.0::DOUBLE * (rank() OVER (PARTITION BY wave, class ORDER BY billionth NULLS LAST) - 1
      + count(*) OVER (PARTITION BY wave, class, billionth) / 2.0::DOUBLE)
    / count(billionth) OVER (PARTITION BY wave, class)
  END AS percentile,
  overall - lag(overall) OVER (PARTITION BY council ORDER BY wave) AS delta
FROM scores ORDER BY council, wave
) TO '{scores}' (FORMAT csv, HEADER);
"""


if __name__ == "__main__":
    print(statement(*sys.argv[1:]), end="")
