"""Runs a statement of `peil sql --dialect duckdb` over a CSV or Parquet file: duckdb_sql.py ROWS STATEMENT SCORES"""

import sys

import duckdb

rows, statement, scores = sys.argv[1:]
read = f"read_parquet('{rows}')" if rows.endswith(".parquet") else f"read_csv('{rows}', header = true, all_varchar = true)"
with open(statement, encoding="utf-8") as file:
    text = file.read().rstrip().rstrip(";")
engine = duckdb.connect()
engine.execute(f"CREATE TABLE answers AS FROM {read}")
engine.execute(f"COPY ({text}\n) TO '{scores}' (FORMAT csv, HEADER)")
