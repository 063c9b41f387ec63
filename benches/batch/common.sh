# What run.sh, scale.sh and sql.sh share; read by them, not run.
#
# Files and programs go into a scratch folder, $PEIL_BENCH or ~/.cache/peil-bench-batch; nothing else is changed.
# $PEIL names the program to measure; without it a release build is made.

root=$(cd "$here/../.." && pwd)
scratch=${PEIL_BENCH:-$HOME/.cache/peil-bench-batch}
questionnaire=$root/benches/yardstick.yaml
export PYTHONDONTWRITEBYTECODE=1
mkdir -p "$scratch"

if [ -z "${PEIL:-}" ]; then
    (cd "$root" && cargo build --release --locked --quiet)
    PEIL=${CARGO_TARGET_DIR:-$root/target}/release/peil
fi
score="$PEIL score -q $questionnaire --within class --quiet"

# What generate.py makes stays until generate.py is newer: made NAME ARGUMENT...
made() {
    local file=$scratch/$1.csv
    shift
    if ! [ -e "$file" ] || [ "$here/generate.py" -nt "$file" ] || [ "$questionnaire" -nt "$file" ]; then
        echo "making $file" >&2
        python3 "$here/generate.py" "$@" "$file"
    fi
}

# The exact scores of such a file: exact NAME
exact() {
    if ! [ -e "$scratch/$1.exact.csv" ] || [ "$scratch/$1.csv" -nt "$scratch/$1.exact.csv" ] ||
        [ "$here/reference.py" -nt "$scratch/$1.exact.csv" ]; then
        echo "working out the exact scores of $1" >&2
        python3 "$here/reference.py" "$scratch/$1.csv" "$scratch/$1.part"
        mv "$scratch/$1.part" "$scratch/$1.exact.csv"
    fi
}

# Packages from PyPI in an environment of their own, those of requirements.txt and: packages NAME...
# $PYTHON names an interpreter that has them already; nothing is installed then.
python=${PYTHON:-$scratch/venv/bin/python}
packages() {
    local wanted
    wanted=$(cat "$here/requirements.txt"; printf '%s\n' "$@")
    if [ -z "${PYTHON:-}" ] && [ "$wanted" != "$(cat "$scratch/venv/installed" 2>/dev/null)" ]; then
        echo "installing packages into $scratch/venv" >&2
        python3 -m venv "$scratch/venv"
        "$python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt" "$@"
        printf '%s\n' "$wanted" >"$scratch/venv/installed"
    fi
}

# The version of a package: version NAME
version() { "$python" -c "import importlib.metadata as m; print(m.version('$1'))"; }
