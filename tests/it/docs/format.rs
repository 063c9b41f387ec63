//! `docs/format.md` names the fields that the readers know, all of them and no others, and its examples are read.

use std::collections::BTreeSet;
use std::path::Path;

use peil::diagnostics::Diagnostics;
use peil::questionnaire::shape::QUESTIONNAIRE;
use peil::questionnaire::{self, OWN_TARGETS, Questionnaire, RESERVED_ANSWERS, RESERVED_COLUMNS};
use peil::responses::shape::ANSWERS;
use peil::responses::{Intake, parse as parse_sheet, read_register, read_table};
use peil::source::{FileId, Sources, Span};
use peil::yaml;
use peil::yaml::shape::{Kind, Shape};

use super::page::{self, Piece};

/// Every Rust file of these folders, one after the other, without their tests.
fn source(folders: &[&str]) -> String {
    let mut all = String::new();
    for folder in folders {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
        let files = std::fs::read_dir(folder).expect("a folder");
        let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
        paths.retain(|path| path.is_file());
        paths.sort();
        for path in paths.iter().filter(|path| !path.ends_with("tests.rs")) {
            let text = std::fs::read_to_string(path).expect("a source file");
            all.push_str(text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default());
        }
    }
    // Calls that were broken over lines look like the others.
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The fields of a map and of all that may stand in it.
fn fields_of(shape: &'static Shape, seen: &mut BTreeSet<&'static str>, known: &mut BTreeSet<String>) {
    if !seen.insert(shape.name) {
        return;
    }
    for field in shape.all() {
        known.insert(field.name.to_owned());
        inside(field.kind, seen, known);
    }
    if let Some(rest) = shape.rest {
        inside(rest.value, seen, known);
    }
}

fn inside(kind: Kind, seen: &mut BTreeSet<&'static str>, known: &mut BTreeSet<String>) {
    match kind {
        Kind::Map(shape) => fields_of(shape, seen, known),
        Kind::List(list) => inside(list.of, seen, known),
        Kind::Either(kinds) => kinds.iter().for_each(|kind| inside(*kind, seen, known)),
        _ => {}
    }
}

/// The fields that the readers go by.
fn known_fields() -> BTreeSet<String> {
    let (mut seen, mut known) = (BTreeSet::new(), BTreeSet::new());
    for shape in [&QUESTIONNAIRE, &ANSWERS, &OWN_TARGETS] {
        fields_of(shape, &mut seen, &mut known);
    }
    known
}

/// The first column of the tables that open with this word, without its marks.
fn first_column(opens_with: &str) -> BTreeSet<String> {
    let page = page::read("format.md");
    let mut names = BTreeSet::new();
    for piece in page::pieces(&page) {
        let Piece::Table(rows) = piece else { continue };
        if rows[0][0] == opens_with {
            names.extend(rows[1..].iter().map(|row| row[0].trim_matches('`').to_owned()));
        }
    }
    names
}

#[test]
fn the_page_names_the_fields_that_the_readers_know_and_no_others() {
    assert_eq!(first_column("field"), known_fields());
}

#[test]
fn the_page_names_the_columns_of_tables_and_the_types_of_questions() {
    let source = source(&["responses"]);
    let pairs = source.split(", Holds::").map(|before| before.rsplit(' ').next().unwrap_or_default());
    let columns: BTreeSet<String> =
        pairs.filter_map(|word| Some(word.strip_prefix("(\"")?.trim_matches('"').to_owned())).collect();
    assert_eq!(first_column("column"), columns);
    let types = ["choice", "multiple", "rating", "yes-no", "number", "text", "grid"].map(str::to_owned);
    assert_eq!(first_column("type"), BTreeSet::from(types));
}

#[test]
fn the_page_names_every_reserved_word() {
    let page = page::read("format.md");
    for word in RESERVED_COLUMNS.iter().chain(&RESERVED_ANSWERS) {
        assert!(page.contains(&format!("`{word}`")), "{word}");
    }
}

#[test]
fn the_complete_examples_are_read_without_a_problem() {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let mut questionnaire: Option<Questionnaire> = None;
    let mut read = Vec::new();
    for piece in page::pieces(&page::read("format.md")) {
        let Piece::Block { info, text } = piece else { continue };
        let file: FileId = sources.add(info.as_str(), text);
        match (info.as_str(), &questionnaire) {
            ("yaml complete questionnaire", _) => {
                let node = yaml::parse(file, &sources, &mut out).expect("YAML");
                questionnaire = questionnaire::parse(&node, &mut out);
            }
            ("yaml complete answers", Some(q)) => {
                let mut intake = Intake::new(q);
                let sheet = parse_sheet(file, &sources, q, intake.codec(), &mut out).expect("a sheet");
                intake.sheet(&sheet, Span::start_of(file), &mut out);
                assert_eq!(sheet.entries.len(), 2);
            }
            ("csv complete table", Some(q)) => {
                let mut intake = Intake::new(q);
                read_table(file, &sources, &mut intake, &mut out);
                let registry = intake.finish().registry;
                assert_eq!((registry.groups().len(), registry.class_columns()), (2, vec!["province".to_owned()]));
            }
            ("csv councils", Some(q)) => {
                let register = read_register(file, &sources, Some(q), &mut out);
                assert!(register.is_some(), "{:?}", out.sorted());
            }
            _ => panic!("a block of no known kind: {info}"),
        }
        read.push(info);
    }
    assert!(out.is_empty(), "{:?}", out.sorted());
    assert_eq!(read.len(), 4);
}
