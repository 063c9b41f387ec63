#!/usr/bin/env bash
# Measures how `peil score` grows: scale.sh [ROUNDS] [MOST]
#
# From 1,000 rows up to MOST (10,000,000 unless said otherwise), each ten times the one before, on one thread and on all;
# then a hundred times as many rows of the same thousand councils; then one council as ten files of answers. The largest
# files are 1.5 GB each, and take a minute or two to make; KEEP=1 keeps them. README.md says more.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
. "$here/common.sh"
rounds=${1:-9}
most=${2:-10000000}

finish() { [ -n "${KEEP:-}" ] || rm -f "$scratch"/rows-*.csv "$scratch"/thousand-*.csv "$scratch/scores.csv"; }
trap finish EXIT

echo "$("$PEIL" --version), $(date -u +%Y-%m-%d), $(uname -sm)"
echo "A hundred rows to a council: 25 respondents in each of four waves"
files=()
for ((rows = 1000; rows <= most; rows *= 10)); do
    made "rows-$rows" --rows "$rows"
    files+=("$scratch/rows-$rows.csv")
done
python3 "$here/measure.py" growing "$rounds" "$scratch/scores.csv" "$score {in} --threads {threads} -o {out}" "${files[@]}"
[ -n "${KEEP:-}" ] || rm -f "$scratch"/rows-*.csv

echo
echo "A thousand councils, however many rows"
files=()
for ((rows = most / 100; rows <= most; rows *= 10)); do
    made "thousand-$rows" --rows "$rows" --councils 1000
    files+=("$scratch/thousand-$rows.csv")
done
python3 "$here/measure.py" growing "$rounds" "$scratch/scores.csv" "$score {in} --threads {threads} -o {out}" "${files[@]}"

echo
echo "One council, ten files of answers, from the start of the program to its end"
rm -rf "$scratch/one" && made one --rows 10 --councils 1 --waves 1
python3 "$here/generate.py" --folder "$scratch/one.csv" "$scratch/one"
python3 "$here/measure.py" start 50 "$PEIL score -q $questionnaire $scratch/one"
