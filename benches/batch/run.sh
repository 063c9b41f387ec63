#!/usr/bin/env bash
# Measures `peil score` beside DuckDB and Polars on the same answers: run.sh [S|M|L] [ROUNDS]
#
# It needs Bash, Python 3.10 or later with venv, and PyPI for the first run; README.md says what is made and where.
# PANDAS=1 measures pandas too. Exit code 1 if a single score of any program is wrong.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
size=${1:-M}
case $size in S) rounds=9 ;; M) rounds=7 ;; L) rounds=3 ;; *) echo "run.sh S, M or L" >&2; exit 2 ;; esac
rounds=${2:-$rounds}

# The generator and the reference still make what the tests were written with.
python3 "$here/generate.py" --rows 200 --councils 40 --waves 2 "$scratch/kept.csv"
python3 "$here/reference.py" "$scratch/kept.csv" "$scratch/kept.exact.csv"
cmp "$scratch/kept.csv" "$here/expected/rows.csv"
cmp "$scratch/kept.exact.csv" "$here/expected/scores.csv"

packages ${PANDAS:+pandas pyarrow}
made "$size" "$size"
exact "$size"
rows=$scratch/$size.csv

# The first of the commands is what the others are compared with.
commands=("$("$PEIL" --version)=$score $rows -o {out}")
duckdb=$("$python" -c 'import os, sysconfig; print(os.path.join(sysconfig.get_path("scripts"), "duckdb"))')
if [ -x "$duckdb" ]; then
    # It cannot be told a file besides its statement, so the statement names the one that measure.py will look at.
    cli=duckdb-cli-$(version duckdb-cli)
    python3 "$here/peers/statement.py" "$rows" "$scratch/scores-$cli.csv" >"$scratch/statement.sql"
    commands+=("$cli=$duckdb -init /dev/null -no-stdin -f $scratch/statement.sql")
fi
commands+=("duckdb $(version duckdb)=$python $here/peers/duckdb_peer.py $rows {out}")
commands+=("polars $(version polars)=$python $here/peers/polars_peer.py $rows {out}")
if [ -n "${PANDAS:-}" ]; then
    commands+=("pandas $(version pandas)=$python $here/peers/pandas_peer.py $rows {out}")
fi
python3 "$here/measure.py" beside "$rows" "$scratch/$size.exact.csv" "$rounds" "${commands[@]}"
