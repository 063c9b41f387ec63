#!/usr/bin/env python3
"""Runs programs over the same rows in turn, round after round, and prints what each took. Called by run.sh and scale.sh.

    measure.py beside ROWS EXPECTED ROUNDS NAME=COMMAND...   {out} in a command is where its scores go
    measure.py growing ROUNDS OUT COMMAND FILE...            {in} in the command is each file, {threads} 1 or all
    measure.py start ROUNDS COMMAND                          one command, again and again

Wall clock is the time until the program has ended; processor time and memory are the system's own account of it. A round
that is not counted comes first: its scores are checked, and after it the files are in memory. The memory at its peak is
never shown as less than that of this script, some 10 MB, from which the programs are started.
"""

import os
import shlex
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def run(command, out=None):
    """Wall, user and system seconds, megabytes at the most, exit code; what it says goes nowhere."""
    if out and os.path.exists(out):
        # Else the run would pay for taking away what the one before it wrote.
        os.remove(out)
    arguments = shlex.split(command)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    quiet = [(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)]
    started = time.perf_counter()
    child = os.posix_spawnp(arguments[0], arguments, os.environ, file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - started
    os.close(nowhere)
    return wall, used.ru_utime, used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def middle(runs, column):
    return statistics.median(row[column] for row in runs)


def spread(runs):
    walls = [row[0] for row in runs]
    return f"{min(walls):.3f}–{max(walls):.3f}"


def checked(command, out, expected):
    """One run whose scores are compared with the exact ones: what check.py says, and whether it is content."""
    code = run(command, out)[-1]
    if code:
        return f"ended with exit code {code}: {command}", False
    said = subprocess.run([sys.executable, f"{HERE}/check.py", expected, out], capture_output=True, text=True)
    return (said.stdout + said.stderr).strip(), said.returncode == 0


def beside(rows, expected, rounds, commands):
    """A table of all programs, and the ratio of the first to the fastest other, round by round."""
    outs = {name: f"{os.path.dirname(expected)}/scores-{name.replace(' ', '-')}.csv" for name in commands}
    commands = {name: command.replace("{out}", outs[name]) for name, command in commands.items()}
    verdicts = {name: checked(command, outs[name], expected) for name, command in commands.items()}
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(run(command, outs[name]))
    size = os.path.getsize(rows) / 1e6
    print(f"\n{os.path.basename(rows)}, {size:.1f} MB; median of {rounds} rounds in turn; {os.cpu_count()} cores")
    print(f"{'':22} {'wall s':>8} {'least–most':>15} {'user s':>7} {'sys s':>7} {'peak MB':>8}  scores")
    for name, of in runs.items():
        print(
            f"{name:22} {middle(of, 0):8.3f} {spread(of):>15} {middle(of, 1):7.2f} {middle(of, 2):7.2f} "
            f"{middle(of, 3):8.0f}  {verdicts[name][0]}"
        )
    first, *others = commands
    for what, cost in [("wall clock", lambda row: row[0]), ("processor time", lambda row: row[1] + row[2])]:
        fastest = min(others, key=lambda name: statistics.median(map(cost, runs[name])))
        ratios = sorted(cost(own) / cost(other) for own, other in zip(runs[first], runs[fastest]))
        print(
            f"{first} / {fastest}, {what}, pair by pair: {statistics.median(ratios):.3f} ({ratios[0]:.3f}–{ratios[-1]:.3f})"
        )
    return all(content for _, content in verdicts.values())


def growing(rounds, out, command, files):
    """The same program over more and more rows, on one thread and on all."""
    jobs = {(file, threads): [] for file in files for threads in sorted({1, os.cpu_count() or 1})}
    lines = {}
    for file in files:
        with open(file, "rb") as rows:
            lines[file] = sum(block.count(b"\n") for block in iter(lambda: rows.read(1 << 20), b"")) - 1
    said = lambda file, threads: (
        command.replace("{in}", file).replace("{out}", out).replace("{threads}", str(threads))
    )
    for job in jobs:
        if code := run(said(*job), out)[-1]:
            sys.exit(f"exit code {code}: {said(*job)}")
    for _ in range(rounds):
        for job, runs in jobs.items():
            runs.append(run(said(*job), out))
    print(f"\nmedian of {rounds} rounds in turn; {os.cpu_count()} cores")
    print(f"{'rows':>11} {'MB':>8} {'threads':>7} {'wall s':>8} {'least–most':>16} {'user+sys s':>10} {'peak MB':>8} {'rows/s':>11} {'gain':>6} {'at best':>7}")
    for (file, threads), runs in jobs.items():
        # How much sooner it is done on all threads than on one: round by round, and the quickest of each, which is what
        # is left when others take the second core.
        gain = statistics.median(one[0] / own[0] for one, own in zip(jobs[file, 1], runs))
        best = min(one[0] for one in jobs[file, 1]) / min(own[0] for own in runs)
        print(
            f"{lines[file]:11,} {os.path.getsize(file) / 1e6:8.1f} {threads:7} {middle(runs, 0):8.3f} {spread(runs):>16} "
            f"{statistics.median(row[1] + row[2] for row in runs):10.2f} {middle(runs, 3):8.0f} "
            f"{lines[file] / middle(runs, 0):11,.0f} " + (f"{gain:6.2f} {best:7.2f}" if threads > 1 else "")
        )


def start(rounds, command):
    runs = [run(command) for _ in range(rounds + 1)][1:]
    walls = sorted(row[0] * 1000 for row in runs)
    print(
        f"median of {rounds} starts: {statistics.median(walls):.2f} ms ({walls[0]:.2f}–{walls[-1]:.2f}), "
        f"processor {statistics.median(row[1] + row[2] for row in runs) * 1000:.2f} ms; exit code {runs[-1][-1]}"
    )


def main():
    kind, *rest = sys.argv[1:]
    if kind == "beside":
        rows, expected, rounds, *commands = rest
        right = beside(rows, expected, int(rounds), dict(one.split("=", 1) for one in commands))
        sys.exit(0 if right else "not all scores are right")
    elif kind == "growing":
        growing(int(rest[0]), *rest[1:3], rest[3:])
    elif kind == "start":
        start(int(rest[0]), rest[1])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
