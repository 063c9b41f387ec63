//! The same answers give the same bytes, in whatever order and files they come and wherever the program runs.

mod change;

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::peil::{PROGRAM, scrub};
use change::{cells, files, shuffle, table, with_tables};

/// The demo, made once.
static DEMO: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["demo", "demo"], &[]);
    folder
});

fn run(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let mut command = Command::new(PROGRAM);
    scrub(&mut command);
    command.args(arguments).envs(environment.iter().copied()).current_dir(folder);
    let output = command.output().expect("a run");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Everything that is written about the answers at some places: scores in both formats and every kind of report.
fn outputs(
    folder: &Path,
    answers: &[&str],
    more: &[&str],
    environment: &[(&str, &str)],
) -> Vec<(&'static str, String)> {
    let commands: [(&str, &[&str]); 6] = [
        ("scores as CSV", &["score", "--within", "klasse", "--format", "csv"]),
        ("scores as JSON", &["score", "--within", "klasse", "--format", "json"]),
        ("a workshop report", &["report", "--council", "demo-07", "--audience", "workshop", "--format", "html"]),
        ("a public report", &["report", "--council", "demo-01", "--within", "klasse", "--format", "html"]),
        ("a comparison", &["compare", "--within", "klasse", "--show-names", "--format", "html"]),
        ("a derivation", &["score", "--council", "demo-07", "--wave", "2026", "--explain", "delen"]),
    ];
    let written = commands.map(|(name, command)| {
        let (command, flags) = command.split_at(1);
        let arguments = [command, answers, flags, &["--lang", "nl"], more].concat();
        (name, run(folder, &arguments, environment))
    });
    written.into()
}

fn expect_same(what: &str, found: &[(&str, String)], expected: &[(&str, String)]) {
    for ((name, found), (_, expected)) in found.iter().zip(expected) {
        if found != expected {
            let line = found.lines().zip(expected.lines()).find(|(found, expected)| found != expected);
            panic!("{what}: {name} differs, first in {line:#?}");
        }
    }
}

/// What the demo gives as it is.
static PLAIN: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| outputs(DEMO.path(), &["demo/antwoorden"], &[], &[]));

#[test]
fn the_number_of_threads_changes_no_bit() {
    for threads in ["1", "2", "7"] {
        let found = outputs(DEMO.path(), &["demo/antwoorden"], &["--threads", threads], &[]);
        expect_same(threads, &found, &PLAIN);
    }
}

#[test]
fn the_time_zone_and_the_language_of_the_system_change_no_bit() {
    let elsewhere =
        [("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("LC_NUMERIC", "de_DE")];
    let found = outputs(DEMO.path(), &["demo/antwoorden"], &[], &elsewhere);
    expect_same("elsewhere", &found, &PLAIN);
}

#[test]
fn the_order_of_the_rows_changes_no_bit() {
    let folder = with_tables(|path, header, mut rows| {
        shuffle(&mut rows);
        table(path, header, &rows);
    });
    expect_same("rows", &outputs(folder.path(), &["a"], &[], &[]), &PLAIN);
}

#[test]
fn one_table_cut_into_many_changes_no_bit() {
    let folder = with_tables(|path, header, rows| {
        for (number, part) in rows.chunks(23).enumerate() {
            table(&path.with_extension(format!("{number}.csv")), header, part);
        }
    });
    expect_same("many tables", &outputs(folder.path(), &["a"], &[], &[]), &PLAIN);
}

#[test]
fn the_order_of_the_files_and_of_the_columns_changes_no_bit() {
    let folder = with_tables(|path, header, rows| {
        // The columns from right to left; no cell of the demo's tables holds a comma in quotes but the names.
        let turned = |row: &str| cells(row).into_iter().rev().collect::<Vec<_>>().join(",");
        let rows: Vec<String> = rows.into_iter().map(turned).collect();
        table(path, &turned(header), &rows.iter().map(String::as_str).collect::<Vec<_>>());
    });
    let mut paths = Vec::new();
    files(&folder.path().join("a"), &mut paths);
    paths.sort();
    shuffle(&mut paths);
    let names: Vec<String> =
        paths.iter().map(|path| path.strip_prefix(folder.path()).expect("inside").display().to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    expect_same("files", &outputs(folder.path(), &names, &[], &[]), &PLAIN);
}
