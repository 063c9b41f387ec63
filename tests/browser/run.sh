#!/usr/bin/env bash
# Opens reports and forms in Chromium, looks for what a reader would stumble over, and fills the forms in.
# usage: bash tests/browser/run.sh [FILE-OR-FOLDER...]      (default: reports/)
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$CHROMIUM" ]; then
  echo "no Chromium found: install it, or set CHROMIUM to its path" >&2
  exit 2
fi
export CHROMIUM

[ $# -gt 0 ] || set -- "$(dirname "$(dirname "$here")")/reports"
npm ci --prefix "$here" --ignore-scripts --no-audit --no-fund --loglevel=error
root=$(dirname "$(dirname "$here")")
export PEIL=${PEIL:-$root/target/debug/peil}
[ -x "$PEIL" ] || cargo build --manifest-path "$root/Cargo.toml"
node "$here/self-test.mjs"
# The forms take minutes to fill in and want a quiet machine: FORMS=1 runs them too.
[ -z "${FORMS:-}" ] || node "$here/form.mjs"
node "$here/check.mjs" "$@"
