"""Makes the tables in this folder: the same answers to tests/answers/kort.yaml as CSV, JSON lines, gzip, zstd and Parquet.

python -m venv venv; venv/bin/pip install pyarrow==26.0.1 polars duckdb; venv/bin/python make.py
"""

import csv
import gzip
import json
import os
import random

import duckdb
import polars
import pyarrow as pa
import pyarrow.parquet as pq

os.chdir(os.path.dirname(os.path.abspath(__file__)))
random.seed(20261122)
COLUMNS = ["council", "name", "wave", "respondent", "role", "streek", "keuze", "ja-nee", "cijfer", "getal", "vakjes",
           "alleen-ict", "toelichting"]
NAMES = ["Ninove", "Halle, stad", 'Sint-"Odrik"', "’s-Gravenbrakel", "Łódź-aan-Zee"]
rows = []
for number in range(240):
    council = random.randrange(24)
    role = random.choice(["ict", "politiek"])
    rows.append([
        f"{41000 + council}", NAMES[council % 5], random.choice(["2024", "2026"]), f"r-{number}", role,
        ["oost", "west"][council % 2], random.choice(["nooit", "soms", "altijd", "?", ""]),
        random.choice(["yes", "no", ""]), random.choice(["1", "2", "3", "4", "5", "?"]),
        random.choice(["0", "12.5", "40", "100", ""]), random.choice(["balie", "web", "balie|web", "geen", "none", ""]),
        random.choice(["nooit", "altijd"]) if role == "ict" else "", random.choice(["", "Goed, maar\ntraag", "ok"]),
    ])
with open("rows.csv", "w", newline="", encoding="utf-8") as out:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([COLUMNS, *rows])


def value(column, text):
    """As a program would write it: numbers, truth and lists as such."""
    if text == "":
        return None
    if column in ("wave", "cijfer", "getal") and text != "?":
        return float(text) if column == "getal" else int(text)
    if column == "ja-nee":
        return text == "yes"
    if column == "vakjes":
        return [] if text == "none" else text.split("|")
    return text


with open("rows.jsonl", "w", encoding="utf-8") as out:
    for number, row in enumerate(rows):
        known = {column: value(column, text) for column, text in zip(COLUMNS, row)}
        if number > 0:
            known = {column: it for column, it in known.items() if it is not None}
        if number % 3 == 2:
            names = list(known)
            random.shuffle(names)
            known = {column: known[column] for column in names}
        plain = {"separators": (",", ":"), "ensure_ascii": False} if number % 2 else {}
        out.write(json.dumps(known, **plain) + "\n")

raw = open("rows.csv", "rb").read()
with open("rows.csv.gz", "wb") as out:
    # Two members, one behind the other.
    for part in (raw[:5000], raw[5000:]):
        out.write(gzip.compress(part, mtime=0))
with open("rows.csv.zst", "wb") as out:
    for part in (raw[:5000], raw[5000:]):
        out.write(pa.compress(part, codec="zstd", asbytes=True))

texts = {column: [row[index] or None for row in rows] for index, column in enumerate(COLUMNS)}
table = pa.table({column: pa.array(values, pa.string()) for column, values in texts.items()})
typed = table.set_column(2, "wave", table["wave"].cast(pa.int32()))
typed = typed.set_column(9, "getal", table["getal"].cast(pa.float64()))
typed = typed.set_column(7, "ja-nee", pa.array([None if it is None else it == "yes" for it in texts["ja-nee"]]))
typed = typed.set_column(0, "council", table["council"].cast(pa.int64()))
pq.write_table(table, "snappy.parquet", compression="snappy", write_statistics=False)
pq.write_table(typed, "zstd-typed.parquet", compression="zstd", row_group_size=100, write_statistics=False)
pq.write_table(typed, "gzip-pages.parquet", compression="gzip", data_page_size=64, write_batch_size=16,
               write_statistics=False)
pq.write_table(typed, "second-form.parquet", data_page_version="2.0", compression="snappy", use_dictionary=False,
               write_statistics=False)
deltas = {column: "DELTA_BYTE_ARRAY" for column in COLUMNS}
deltas |= {"wave": "DELTA_BINARY_PACKED", "council": "DELTA_BINARY_PACKED", "getal": "BYTE_STREAM_SPLIT",
           "ja-nee": "RLE", "name": "DELTA_LENGTH_BYTE_ARRAY"}
pq.write_table(typed, "deltas.parquet", compression="none", use_dictionary=False, column_encoding=deltas,
               write_statistics=False)
pq.write_table(table.slice(0, 3), "lz4.parquet", compression="lz4", write_statistics=False)
polars.from_arrow(typed).write_parquet("polars.parquet", statistics=False)
duckdb.sql("copy typed to 'duckdb.parquet' (format parquet)")

bad = pa.table({
    "council": ["41048", "41048", None, "41049", "41049"], "streek": ["oost", "west", "oost", "oost", "oost"],
    "keuze": ["soms", "soms", "soms", "vaak", "altijd"], "role": ["ict", "ict", "ict", "ict", "baas"],
    "sinds": pa.array([None] * 5, pa.timestamp("us")),
})
pq.write_table(bad, "bad.parquet", write_statistics=False)

# Bytes of which the file does not say that they are text, of which one column holds texts; and spans of time.
duckdb.sql("""copy (select * from (values
    ('41001', interval 3 day, '\\xFF\\xD8\\x00'::blob, 'oost'::blob, 'soms'),
    ('41002', interval 1 month, null, 'west'::blob, 'vaak'),
    ('41003', null, '\\x00\\x01'::blob, 'oost'::blob, 'altijd')) t(council, duur, foto, streek, keuze))
    to 'bytes.parquet' (format parquet, compression uncompressed)""")
