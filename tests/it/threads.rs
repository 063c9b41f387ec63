//! The same answers give the same bytes, in whatever order and files they come and wherever the program runs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::peil::{PROGRAM, scrub};

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

/// A copy of the answers in which every table was changed.
fn with_tables(change: impl Fn(&Path, &str, Vec<&str>)) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&DEMO.path().join("demo/antwoorden"), &folder.path().join("a"), &change);
    folder
}

fn copy(from: &Path, to: &Path, change: &impl Fn(&Path, &str, Vec<&str>)) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let place = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &place, change);
        } else if path.extension().is_some_and(|extension| extension == "csv") {
            let text = fs::read_to_string(&path).expect("a table");
            let (header, rows) = text.split_once('\n').expect("a header");
            change(&place, header, rows.lines().collect());
        } else {
            fs::copy(&path, &place).expect("copied");
        }
    }
}

fn table(path: &Path, header: &str, rows: &[&str]) {
    fs::write(path, format!("{header}\n{}\n", rows.join("\n"))).expect("written");
}

/// An order that has nothing to do with the one given: by the remainder of a multiple of the place.
fn shuffle<T>(rows: &mut Vec<T>) {
    let count = rows.len();
    let mut keyed: Vec<(usize, T)> =
        rows.drain(..).enumerate().map(|(at, row)| (at * 7919 % count.max(1), row)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    rows.extend(keyed.into_iter().map(|(_, row)| row));
}

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

/// The cells of a row, each as written, with its quotes.
fn cells(row: &str) -> Vec<&str> {
    let (mut cells, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, c) in row.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                cells.push(&row[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    cells.push(&row[start..]);
    cells
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}
