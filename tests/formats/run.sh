#!/usr/bin/env bash
# Writes the findings of all fixtures in every format and validates them against the published shapes; validates the files
# that peil reads against the schemas that it writes.
# usage: bash tests/formats/run.sh
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$(dirname "$here")")
npm ci --prefix "$here" --ignore-scripts --no-audit --no-fund --loglevel=error
export PEIL=${PEIL:-$root/target/debug/peil}
[ -x "$PEIL" ] || cargo build --manifest-path "$root/Cargo.toml"
cd "$root"
node "$here/check.mjs"
node "$here/schemas.mjs"
