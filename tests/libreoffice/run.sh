#!/usr/bin/env bash
# Workbook → LibreOffice → workbook, for every shipped questionnaire and one with every type of question: filled in by
# fill.py, saved as .xlsx and .ods, imported, and scored as the same answers in an answers file are.
#
# PEIL names the program. Needs LibreOffice Calc and its Python binding: libreoffice-calc and python3-uno on Debian.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
peil=${PEIL:?the program}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset PEIL_LANG
export LC_ALL=C

passed=0 failed=0
# same NAME FILE FILE
same() {
  if cmp --silent "$2" "$3"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$1: not the same scores" >&2
    diff "$2" "$3" >&2 || true
  fi
}

# scores QUESTIONNAIRE ANSWERS: as CSV, without progress or remarks.
scores() {
  "$peil" score "$2" -q "$1" --format csv 2>>"$work/said" || { cat "$work/said" >&2; return 1; }
}

cp "$here/../diagnostics/valid/every-field-and-type.yaml" "$work/every-type.yaml"
for questionnaire in digitale-maturiteit dienstverlening digitale-transformatie "$work/every-type.yaml"; do
  for language in nl en; do
    name=$(basename "$questionnaire" .yaml)-$language
    "$peil" --lang "$language" form "$questionnaire" -o "$work/$name-blank.xlsx"
    # Debian's own Python: the binding belongs to it.
    /usr/bin/python3 "$here/fill.py" "$work/$name-blank.xlsx" - "$work/$name"
    scores "$questionnaire" "$work/$name.json" >"$work/$name.csv"
    for extension in xlsx ods; do
      "$peil" import "$work/$name.$extension" -q "$questionnaire" -o "$work/$name-$extension"
      scores "$questionnaire" "$work/$name-$extension" >"$work/$name-$extension.csv"
      same "$name.$extension" "$work/$name.csv" "$work/$name-$extension.csv"
    done
  done
done
echo "libreoffice: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
