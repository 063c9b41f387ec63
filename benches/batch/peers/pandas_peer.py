"""The scoring in pandas, with whole columns at a time: pandas_peer.py ROWS SCORES"""

import os
import sys

import numpy as np
import pandas as pd

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from model import CELL_WEIGHTS, CELLS, COLUMNS, ENOUGH, FIGURES, QUESTIONS, STAGES, WEIGHTS


def weighted_means(table, weights, enough=1):
    """Of the columns that hold something, row by row; NaN where fewer than `enough` do."""
    values, weights = table[list(weights)].to_numpy(np.float64), np.array(list(weights.values()))
    holds = ~np.isnan(values)
    with np.errstate(invalid="ignore", divide="ignore"):
        means = np.where(holds, values, 0.0) @ weights / (holds @ weights)
    return np.where(holds.sum(axis=1) >= enough, means, np.nan)


def read(rows):
    if rows.endswith(".parquet"):
        table = pd.read_parquet(rows, columns=[name for name in COLUMNS if name != "name"])
        table[QUESTIONS] = table[QUESTIONS].apply(pd.to_numeric, errors="coerce")
        return table
    types = dict.fromkeys(QUESTIONS, "float32") | dict.fromkeys(["council", "class", "role"], "category")
    types["wave"] = "int16"
    wanted = [name for name in COLUMNS if name != "name"]
    return pd.read_csv(rows, usecols=wanted, dtype=types, na_values=["?"], engine="pyarrow")


def main():
    rows, scores = sys.argv[1:]
    table = read(rows)
    cells = table[["council", "wave", "class", "role"]].assign(
        **{cell: weighted_means(table, weights, ENOUGH) for cell, weights in WEIGHTS.items()}
    )
    del table
    how = {"class": "first"} | dict.fromkeys(CELLS, "mean")
    roles = cells.groupby(["council", "wave", "role"], observed=True, dropna=False, sort=False).agg(how)
    councils = roles.groupby(level=["council", "wave"], observed=True, sort=False).agg(how).reset_index()
    councils["council"] = councils["council"].astype(str)
    for name, of in FIGURES.items():
        councils[name] = weighted_means(councils, {cell: CELL_WEIGHTS[cell] for cell in of})
    councils = councils.sort_values(["council", "wave"], ignore_index=True)
    billionth = councils["overall"].round(9)
    group = billionth.groupby([councils["wave"], councils["class"]], observed=True)
    councils["stage"] = sum((billionth >= float(start)).astype("Int8") for _, start in STAGES).mask(billionth.isna())
    councils["percentile"] = 100 * (group.rank(method="average") - 0.5) / group.transform("count")
    councils["delta"] = councils["overall"] - councils.groupby("council", sort=False)["overall"].shift(1)
    councils[["council", "wave", *FIGURES, "stage", "percentile", "delta"]].to_csv(scores, index=False)


main()
