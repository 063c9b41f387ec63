#!/bin/sh
# Compares the SQL that `peil sql` writes with `peil score`, in real engines, on questionnaires and answers that a program
# made up (tests/sql/generate.py, fixed seed).
#
# It installs nothing. It needs Python 3.10 or later with the packages `duckdb`, `psycopg[binary]` and `pyspark` 4 (PYTHON
# names the interpreter, python3 unless set), Java 17, and PostgreSQL 13 or later (Debian: `postgresql`), of which it starts
# a cluster of its own in a temporary folder, on a socket, and stops it again. Spark runs as a master with two workers on
# the loopback interface. PEIL names the program, target/debug/peil unless set. ENGINES names the engines, all unless set:
# ENGINES="duckdb postgres" tests/sql/run.sh
set -eu

here=$(cd "$(dirname "$0")" && pwd)
peil=${PEIL:-$here/../../target/debug/peil}
python=${PYTHON:-python3}
engines=${ENGINES:-duckdb postgres spark}
folder=$(mktemp -d)
cluster='' master='' workers=''
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u "${PGUSER_OS:-postgres}" -- "$@"; else "$@"; fi; }

finish() {
    status=$?
    for process in $workers $master; do kill "$process" 2>/dev/null || true; done
    if [ -n "$cluster" ]; then as_postgres "$bin/pg_ctl" -D "$cluster" -m immediate stop >/dev/null 2>&1 || true; fi
    rm -rf "$folder"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM

missing() { echo "tests/sql/run.sh: $1" >&2; exit 2; }
[ -x "$peil" ] || missing "no program at $peil: build it, or set PEIL"
mkdir "$folder/cases"
set -- "$peil" "$folder/cases"

case " $engines " in *" duckdb "*)
    "$python" -c 'import duckdb' 2>/dev/null || missing "$python has no package duckdb"
    set -- "$@" --duckdb "${DUCKDB_CASES:-60}"
esac

case " $engines " in *" postgres "*)
    "$python" -c 'import psycopg' 2>/dev/null || missing "$python has no package psycopg: install psycopg[binary]"
    bin=${PGBIN:-}
    for place in /usr/lib/postgresql/*/bin; do [ -n "$bin" ] || [ ! -x "$place/initdb" ] || bin=$place; done
    [ -n "$bin" ] || bin=$(dirname "$(command -v initdb || echo /nowhere/initdb)")
    [ -x "$bin/initdb" ] || missing "no PostgreSQL: install the Debian package postgresql, or set PGBIN"
    chmod 711 "$folder"
    mkdir "$folder/postgres"
    if [ "$(id -u)" = 0 ]; then chown "${PGUSER_OS:-postgres}" "$folder/postgres"; fi
    cluster=$folder/postgres/data
    as_postgres "$bin/initdb" -D "$cluster" -A trust -U peil -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 ||
        { cat "$folder/initdb.log" >&2; cluster=''; missing "initdb failed"; }
    # Nothing listens on the network; the socket stands in the folder.
    as_postgres "$bin/pg_ctl" -D "$cluster" -w -l "$folder/postgres/log" start \
        -o "-c listen_addresses='' -c unix_socket_directories='$folder/postgres' -c fsync=off" >/dev/null ||
        { cat "$folder/postgres/log" >&2; missing "PostgreSQL did not start"; }
    set -- "$@" --postgres "${POSTGRES_CASES:-40}" --dsn "host=$folder/postgres user=peil dbname=postgres"
esac

case " $engines " in *" spark "*)
    spark=$("$python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))' 2>/dev/null) ||
        missing "$python has no package pyspark: install pyspark 4"
    command -v java >/dev/null || missing "no Java: Spark needs version 17"
    export SPARK_HOME="$spark" PYSPARK_PYTHON="$python" SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_DIRS="$folder/spark"
    export SPARK_DAEMON_MEMORY=256m SPARK_NO_DAEMONIZE=1 SPARK_WORKER_DIR="$folder/work"
    class=org.apache.spark.deploy
    "$spark/bin/spark-class" $class.master.Master --host 127.0.0.1 --port 0 --webui-port 0 >"$folder/master.log" 2>&1 &
    master=$!
    url=''
    for _ in $(seq 300); do
        url=$(grep -o 'spark://127.0.0.1:[0-9]*' "$folder/master.log" | head -n 1 || true)
        [ -z "$url" ] || break
        kill -0 "$master" 2>/dev/null || break
        sleep 0.2
    done
    [ -n "$url" ] || { cat "$folder/master.log" >&2; missing "the Spark master did not start"; }
    for worker in 1 2; do
        "$spark/bin/spark-class" $class.worker.Worker --host 127.0.0.1 --webui-port 0 --cores 1 --memory 768m "$url" \
            >"$folder/worker$worker.log" 2>&1 &
        workers="$workers $!"
    done
    set -- "$@" --spark "${SPARK_CASES:-12}" --master "$url"
esac

PYTHONDONTWRITEBYTECODE=1 "$python" "$here/run.py" "$@"
