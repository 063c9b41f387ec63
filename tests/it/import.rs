//! `peil import`: every export under `tests/imports` gives the account and the answers that are written beside it.
//!
//! A case is a folder: `export.csv`, or `export.sheets` from which a workbook is made (`== name`, then rows with tabs
//! between the cells; `⏎` is a line break); perhaps `mapping.yaml` and `arguments`; and `expected.txt`, worked out by
//! hand: the exit code, the account, and the answers as a table, in which made-up ids are numbered.

mod again;
mod called;
mod doubles;
mod earlier;
mod equal;
mod formats;
mod forms;
mod later;
mod mistakes;
mod otherwise;
mod own_table;
mod saves;
mod settled;
mod suggestion;
mod wide;
mod words;
pub(super) mod workbooks;

use std::fs;
use std::path::{Path, PathBuf};

use peil::spreadsheet::Grid;

use crate::peil::{Peil, peil};

/// The questionnaire of the exports.
pub(super) const ENQUETE: &str = include_str!("../imports/enquete.yaml");

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports");
    let folders = |path: &Path| {
        let entries = fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path());
        entries.filter(|path| path.is_dir()).collect::<Vec<_>>()
    };
    let mut cases: Vec<PathBuf> = folders(&root).iter().flat_map(|tool| folders(tool)).collect();
    cases.sort();
    assert!(cases.len() >= 10, "{cases:?}");
    cases
}

/// A workbook of sheets that are written down as text.
pub(super) fn workbook(text: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for part in text.split("== ").skip(1) {
        let (name, rows) = part.split_once('\n').expect("rows");
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name");
        for (row, line) in rows.lines().enumerate() {
            for (column, cell) in line.split('\t').enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let cell = cell.replace('⏎', "\n");
                // Numbers and dates are numbers in a spreadsheet, as the tools write them.
                let (row, column) = (row as u32, column as u16);
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number),
                    Err(_) => sheet.write_string(row, column, cell),
                }
                .expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// Sheets as another program saves them: their texts and nothing else.
fn saved(grids: &[Grid]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for grid in grids {
        let sheet = book.add_worksheet();
        sheet.set_name(&grid.name).expect("a name");
        for (row, cells) in grid.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(row as u32, column as u16, cell).expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// An import of the export of a case.
fn import(case: &Path, more: &[&str]) -> Peil {
    let read = |name: &str| fs::read(case.join(name)).ok();
    let (name, bytes) = match read("export.csv") {
        Some(bytes) => ("export.csv", bytes),
        None => ("export.xlsx", workbook(&fs::read_to_string(case.join("export.sheets")).expect("an export"))),
    };
    let mut arguments = vec!["import", name, "-q", "enquete.yaml"];
    let own = read("arguments").map(|bytes| String::from_utf8(bytes).expect("UTF-8")).unwrap_or_default();
    arguments.extend(own.split_whitespace());
    let mapping = read("mapping.yaml");
    if mapping.is_some() && !more.contains(&"-m") {
        arguments.extend(["-m", "mapping.yaml"]);
    }
    arguments.extend(more);
    let run = peil(arguments).bytes(name, &bytes).file("enquete.yaml", ENQUETE);
    match mapping {
        Some(mapping) => run.bytes("mapping.yaml", &mapping),
        None => run,
    }
}

/// A text with made-up ids numbered in the order in which they stand.
fn numbered(text: &str) -> String {
    let mut numbered = String::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("r-") {
        let id = rest.get(at..at + 10).unwrap_or_default();
        let is_id = id.len() == 10 && id[2..].bytes().all(|byte| byte.is_ascii_hexdigit());
        let end = if is_id { at + 10 } else { at + 2 };
        numbered.push_str(&rest[..at]);
        if is_id {
            let place = seen.iter().position(|known| *known == id).unwrap_or_else(|| {
                seen.push(id);
                seen.len() - 1
            });
            numbered.push_str(&format!("r-{}", place + 1));
        } else {
            numbered.push_str("r-");
        }
        rest = &rest[end..];
    }
    numbered + rest
}

#[test]
fn every_export_gives_the_account_and_the_answers_written_beside_it() {
    let mut wrong = String::new();
    for case in cases() {
        let output = import(&case, &["-o", "-"]).run();
        let found =
            format!("exit {}\n--- account\n{}--- answers\n{}", output.code, output.stderr, numbered(&output.stdout));
        let expected = fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
        if found != expected {
            wrong.push_str(&format!("{}\n=== found\n{found}\n=== expected\n{expected}\n", case.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn a_dry_run_writes_nothing_and_shows_the_same_account() {
    for case in cases() {
        let shown = import(&case, &["--dry-run", "-o", "antwoorden"]).run();
        let beside = import(&case, &["-o", "-"]).run();
        let account = |text: &str| text.lines().take(4).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(account(&shown.stdout), account(&beside.stderr), "{}", case.display());
        assert_eq!(shown.code, beside.code);
        let mut run = import(&case, &["--dry-run", "-o", "antwoorden"]);
        run.run();
        assert!(!run.path().join("antwoorden").exists());
    }
}

#[test]
fn an_account_fits_eighty_columns_in_both_languages() {
    for case in cases() {
        for language in ["nl", "en"] {
            let output = import(&case, &["--dry-run", "--lang", language]).run();
            let long = output.stdout.lines().find(|line| line.chars().count() > 80);
            assert_eq!(long, None, "{}", case.display());
        }
    }
}

#[test]
fn no_name_and_no_address_of_a_person_comes_through() {
    for case in cases() {
        let export = ["export.csv", "export.sheets"].map(|name| fs::read(case.join(name)).unwrap_or_default()).concat();
        let export = String::from_utf8_lossy(&export).into_owned();
        for person in ["example.org", "Janssens", "192.0.2", "inv-1", "aaa", "c-1"] {
            let written = import(&case, &["-o", "-"]).run().stdout;
            assert!(!written.contains(person), "{}: {person} of {export}", case.display());
        }
    }
}

#[test]
fn the_same_export_gives_the_same_bytes_and_a_seed_other_ids() {
    for case in cases() {
        let run = |more: &[&str]| import(&case, more).run();
        assert_eq!(run(&["-o", "-"]), run(&["-o", "-"]));
        let (one, other) = (run(&["-o", "-"]), run(&["-o", "-", "--seed", "7"]));
        assert_eq!(numbered(&one.stdout), numbered(&other.stdout));
        assert!(one.stdout.lines().count() < 2 || one.stdout != other.stdout, "{}", case.display());
    }
}
