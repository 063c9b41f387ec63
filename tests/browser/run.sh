#!/usr/bin/env bash
# Opens reports and forms in browsers, looks for what a reader would stumble over, and fills the forms in.
# usage: bash tests/browser/run.sh [FILE-OR-FOLDER...]      (default: reports/ and forms made for the occasion)
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$(dirname "$here")")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# tool NAME VARIABLE COMMAND...: sets the variable to the path of the first command that is there.
tool() {
  local name=$1 variable=$2 command
  shift 2
  for command in ${!variable:+"${!variable}"} "$@"; do
    if command -v "$command" >/dev/null; then
      export "$variable=$(command -v "$command")"
      return
    fi
  done
  echo "no $name found: install it, or set $variable to its path" >&2
  exit 2
}

step() {
  local started=$SECONDS result=0
  "$@" || result=$?
  echo "$((SECONDS - started)) s: $(basename "$2")"
  [ "$result" -eq 0 ] || failed=$result
}

# form NAME QUESTIONNAIRE FLAG...
form() {
  local name=$1
  shift
  "$PEIL" form "$@" -o "$scratch/forms/$name.html" 2>"$scratch/said" || { cat "$scratch/said" >&2; exit 1; }
}

tool Chromium CHROMIUM chromium chromium-browser google-chrome
tool Firefox FIREFOX firefox-esr firefox
tool Java JAVA java
tool pdftotext PDFTOTEXT pdftotext
npm ci --prefix "$here" --ignore-scripts --no-audit --no-fund --loglevel=error
export PEIL=${PEIL:-$root/target/debug/peil}
[ -x "$PEIL" ] || cargo build --manifest-path "$root/Cargo.toml"

failed=0
step node "$here/self-test.mjs"
if [ $# -eq 0 ]; then
  step node "$here/keyboard.mjs"
  step node "$here/form.mjs"
  step node "$here/again.mjs"
  mkdir "$scratch/forms"
  every=$root/tests/diagnostics/valid/every-field-and-type.yaml
  for questionnaire in digitale-maturiteit dienstverlening digitale-transformatie "$every"; do
    name=$(basename "$questionnaire" .yaml)
    form "$name" "$questionnaire"
    form "$name-quick" "$questionnaire" --quick --council 41048 --keep-until 2028-12-31
    form "$name-role" "$questionnaire" --role dienst --wave 2026 --instructions 'Stuur het bestand vóór 1 maart terug.'
  done
  set -- "$root/reports" "$scratch/forms"
fi
step node "$here/check.mjs" "$@"
exit "$failed"
