#!/usr/bin/env python3
"""Runs several programs over the same files in turn, round after round, and prints what each took. Called by run.sh.

    measure.py FILES BROKEN ROUNDS NAME=COMMAND...      {files} in a command stands for the files
    measure.py --growing FOLDER ROUNDS COMMAND          10, 100, 1,000 and 10,000 files of FOLDER
    measure.py --one FILE ROUNDS COMMAND                one file
"""

import glob
import os
import shlex
import statistics
import sys
import time


def run(command, files):
    """Wall and processor seconds, megabytes at the most, exit code; what it writes goes nowhere."""
    arguments = []
    for word in shlex.split(command):
        if word == "{files}":
            arguments += files
        elif word == "{-i}":
            arguments += [part for file in files for part in ("-i", file)]
        else:
            arguments.append(word)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    started = time.perf_counter()
    child = os.posix_spawnp(
        arguments[0], arguments, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)]
    )
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - started
    os.close(nowhere)
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def middle(runs, column):
    return statistics.median(row[column] for row in runs)


def beside_each_other(files, broken, rounds, commands):
    files, broken = sorted(glob.glob(f"{files}/*.yaml")), sorted(glob.glob(f"{broken}/*.yaml"))
    size = sum(map(os.path.getsize, files)) / 1e6
    many, one = {name: [] for name in commands}, {name: [] for name in commands}
    for command in commands.values():
        run(command, files[:50])
    for _ in range(rounds):
        for name, command in commands.items():
            many[name].append(run(command, files))
            one[name].append(run(command, files[:1]))
    print(f"{len(files)} files, {size:.1f} MB, {len(broken)} broken ones; median of {rounds} rounds on {os.cpu_count()} cores\n")
    print(f"{'':22} {'files/s':>8} {'MB/s':>6} {'cpu s':>6} {'peak MB':>8} {'1 file ms':>9} {'found':>6}")
    for name, command in sorted(commands.items(), key=lambda item: middle(many[item[0]], 0)):
        wall, found = middle(many[name], 0), sum(run(command, [file])[3] != 0 for file in broken)
        print(
            f"{name:22} {len(files) / wall:8.0f} {size / wall:6.1f} {middle(many[name], 1):6.2f} {middle(many[name], 2):8.0f}"
            f" {middle(one[name], 0) * 1000:9.1f} {found:6}" + ("" if many[name][0][3] == 0 else "  NOT CLEAN")
        )


def growing(folder, rounds, command):
    files = sorted(glob.glob(f"{folder}/*.yaml"))
    print(f"\n{'files':>8} {'ms per file':>12} {'peak MB':>8}")
    counts = [count for count in (10, 100, 1_000, 10_000) if count <= len(files)]
    runs = {count: [] for count in counts}
    for _ in range(rounds):
        for count in counts:
            runs[count].append(run(command, files[:count]))
    for count in counts:
        print(f"{count:8} {middle(runs[count], 0) * 1000 / count:12.2f} {middle(runs[count], 2):8.0f}")


def main():
    if sys.argv[1] == "--growing":
        growing(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    elif sys.argv[1] == "--one":
        runs = [run(sys.argv[4], [sys.argv[2]]) for _ in range(int(sys.argv[3]))]
        size = os.path.getsize(sys.argv[2]) / 1e6
        name = os.path.basename(sys.argv[2])
        print(f"{name:16} {size:6.1f} MB {middle(runs, 0):8.2f} s {middle(runs, 2):6.0f} MB at the most")
    else:
        files, broken, rounds, *rest = sys.argv[1:]
        beside_each_other(files, broken, int(rounds), dict(one.split("=", 1) for one in rest))


if __name__ == "__main__":
    main()
