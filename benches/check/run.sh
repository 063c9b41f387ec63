#!/usr/bin/env bash
# Measures `peil check` beside two validators of JSON Schema: run.sh [ROUNDS]
#
# Files and programs go into a scratch folder, $PEIL_BENCH or ~/.cache/peil-bench-check; nothing else is changed.
# $PEIL names the program to measure; without it a release build is made.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
scratch=${PEIL_BENCH:-$HOME/.cache/peil-bench-check}
rounds=${1:-5}
mkdir -p "$scratch"

if [ -z "${PEIL:-}" ]; then
    (cd "$root" && cargo build --release --locked --quiet)
    PEIL=${CARGO_TARGET_DIR:-$root/target}/release/peil
fi
if ! [ -x "$scratch/tools/bin/jsonschema-cli" ]; then
    cargo install --locked --quiet --root "$scratch/tools" jsonschema-cli
fi
if ! [ -d "$scratch/node_modules/@sourcemeta/jsonschema" ]; then
    npm install --silent --prefix "$scratch" @sourcemeta/jsonschema
fi
# Not the wrapper in JavaScript, whose start would be measured too.
machine=$(uname -m)
sourcemeta=$(find "$scratch/node_modules/@sourcemeta/jsonschema" -name "jsonschema-linux-${machine/aarch64/arm64}" | head -n 1)
sourcemeta=${sourcemeta:-$scratch/node_modules/.bin/jsonschema}

if ! [ -e "$scratch/made" ] || [ "$here/generate.py" -nt "$scratch/made" ] || [ "$here/faults.py" -nt "$scratch/made" ]; then
    rm -rf "$scratch"/{files,more,broken}
    python3 -B "$here/generate.py" files "$scratch/files" 1000
    python3 -B "$here/generate.py" broken "$scratch/broken"
    python3 -B "$here/generate.py" large "$scratch/large.yaml" 5000000
    python3 -B "$here/generate.py" errors "$scratch/errors.yaml" 5000000
    # Ten thousand names for a thousand files: each is read and checked like any other.
    mkdir -p "$scratch/more"
    for copy in 0 1 2 3 4 5 6 7 8 9; do
        for file in "$scratch"/files/*.yaml; do
            ln "$file" "$scratch/more/$copy-${file##*/}"
        done
    done
    touch "$scratch/made"
fi
schema=$root/schemas/questionnaire.schema.json

# --deny warnings: what peil calls a warning counts as found.
python3 -B "$here/measure.py" "$scratch/files" "$scratch/broken" "$rounds" \
    "peil=$PEIL check {files} --deny warnings --format concise" \
    "jsonschema-cli=$scratch/tools/bin/jsonschema-cli validate $schema {-i}" \
    "sourcemeta jsonschema=$sourcemeta validate $schema {files}"
python3 -B "$here/measure.py" --growing "$scratch/more" 3 "$PEIL check {files} --format concise"
echo
for file in large errors; do
    python3 -B "$here/measure.py" --one "$scratch/$file.yaml" "$rounds" "$PEIL check {files} --format concise"
done
