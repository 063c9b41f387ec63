"""The scoring in Polars, lazy and streaming, so that the rows are never all in memory: polars_peer.py ROWS SCORES"""

import os
import sys

import polars as pl

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from model import CELL_WEIGHTS, CELLS, COLUMNS, ENOUGH, FIGURES, QUESTIONS, STAGES, WEIGHTS


def weighted_mean(weights):
    """Of the columns that hold something; 0 / 0 where none does."""
    total = sum(pl.col(name).fill_null(0) * weight for name, weight in weights.items())
    weight = sum(pl.col(name).is_not_null() * weight for name, weight in weights.items())
    return total / weight


def cell(name):
    given = sum(pl.col(question).is_not_null().cast(pl.UInt8) for question in WEIGHTS[name])
    return pl.when(given >= ENOUGH).then(weighted_mean(WEIGHTS[name])).alias(name)


def read(rows):
    schema = dict.fromkeys(COLUMNS, pl.String) | {"wave": pl.Int16} | dict.fromkeys(QUESTIONS, pl.Int8)
    if rows.endswith(".parquet"):
        numbers = [name for name in COLUMNS if schema[name] != pl.String]
        return pl.scan_parquet(rows).with_columns(pl.col(name).cast(schema[name], strict=False) for name in numbers)
    return pl.scan_csv(rows, schema=schema, null_values=["", "?"])


def main():
    rows, scores = sys.argv[1:]
    keep = [pl.col("class").first(), pl.col(CELLS).mean()]
    figures = [
        weighted_mean({cell: CELL_WEIGHTS[cell] for cell in of}).fill_nan(None).alias(name) for name, of in FIGURES.items()
    ]
    councils = (
        read(rows)
        .select("council", "wave", "class", "role", *map(cell, CELLS))
        .group_by("council", "wave", "role")
        .agg(keep)
        .group_by("council", "wave")
        .agg(keep)
        .select("council", "wave", "class", *figures)
        .sort("council", "wave")
        .collect(engine="streaming")
    )
    billionth = pl.col("overall").round(9)
    place = billionth.rank("average").over("wave", "class") - 0.5
    councils.select(
        "council",
        "wave",
        *FIGURES,
        stage=sum((billionth >= float(start)).cast(pl.UInt8) for _, start in STAGES),
        percentile=100 * place / pl.col("overall").count().over("wave", "class"),
        delta=pl.col("overall") - pl.col("overall").shift(1).over("council"),
    ).write_csv(scores)


main()
