#!/usr/bin/env bash
# Opens reports in Chromium and looks for what a reader would stumble over.
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
node "$here/self-test.mjs"
node "$here/check.mjs" "$@"
