#!/usr/bin/env bash
# Measures the statement that `peil sql` writes, in DuckDB and in Spark, beside `peil score`: sql.sh [S|M|L|ROWS] [ROUNDS]
#
# ENGINES names the engines, "duckdb" unless set; "duckdb spark" needs Java 17 and installs pyspark, some 450 MB. Spark
# runs as one process on this machine, with a thread for each core. Exit code 1 if a single score is wrong.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
size=${1:-M}
rounds=${2:-3}
engines=${ENGINES:-duckdb}

case $engines in *spark*) packages pyspark ;; *) packages ;; esac
case $size in
    S | M | L) made "$size" "$size" ;;
    *) made "rows-$size" --rows "$size" && size=rows-$size ;;
esac
exact "$size"
rows=$scratch/$size.csv
commands=("$("$PEIL" --version)=$score $rows -o {out}")
for engine in $engines; do
    "$PEIL" sql "$questionnaire" --dialect "$engine" --columns council,name,wave,class,role --within class --lang en --quiet \
        -o "$scratch/$engine.sql"
    package=${engine/spark/pyspark}
    commands+=("$engine $(version "$package") sql=$python $here/engines/${engine}_sql.py $rows $scratch/$engine.sql {out}")
done
python3 "$here/measure.py" beside "$rows" "$scratch/$size.exact.csv" "$rounds" "${commands[@]}"
