//! Every file under `tests/answers` gives exactly the problems that are written in it.
//!
//! They are the answers to `tests/answers/kort.yaml`, in folders named after the code of a problem they have, with
//! comments as in [`crate::diagnostics`]; a single caret may stand at an empty cell. The comments are taken out before
//! the file is read, since a table knows none.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use peil::diagnostics::{Code, Diagnostics};
use peil::language::Language;
use peil::questionnaire::{self, Questionnaire};
use peil::source::Sources;
use peil::{responses, yaml};

use crate::diagnostics::annotation;

/// The codes that only answers can have; `unknown-questionnaire`, `saved-again` and `kept-too-long` are about a run, not
/// about a file.
const OF_ANSWERS: [Code; 23] = [
    Code::OtherQuestionnaire,
    Code::OtherVersion,
    Code::OtherContent,
    Code::UnknownChoice,
    Code::InvalidNumber,
    Code::NotOffered,
    Code::ReasonMissing,
    Code::NotAsked,
    Code::AnsweredTwice,
    Code::SameRespondent,
    Code::ExclusiveChoice,
    Code::ViaOfNothing,
    Code::NoAnswers,
    Code::MissingColumn,
    Code::UnknownColumn,
    Code::DuplicateColumn,
    Code::FieldCount,
    Code::OpenQuote,
    Code::NoCouncil,
    Code::ClassDiffers,
    Code::NameDiffers,
    Code::SameCouncil,
    Code::NoRows,
];

/// Line and column from 1 (0 for the whole file), what is marked, and `error[code]: sentence`.
pub(crate) type Problem = (usize, usize, String, String);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers")
}

fn fixtures() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in fs::read_dir(folder()).expect("the fixtures") {
        let folder = folder.expect("an entry").path();
        if folder.is_dir() {
            let files = fs::read_dir(folder).expect("a folder");
            found.extend(files.map(|file| file.expect("an entry").path()));
        }
    }
    found.sort();
    assert!(found.len() > 40, "only {} fixtures found", found.len());
    found
}

fn folder_name(path: &Path) -> &str {
    path.parent().and_then(Path::file_name).and_then(|name| name.to_str()).expect("a name")
}

/// The text without its annotations, and the problems that they name.
pub(crate) fn taken_apart(text: &str) -> (String, Vec<Problem>) {
    let mut lines: Vec<&str> = Vec::new();
    let mut problems = Vec::new();
    for line in text.split('\n') {
        match annotation(line) {
            None => lines.push(line),
            Some((0, _, said)) => problems.push((0, 0, String::new(), said.to_owned())),
            Some((column, length, said)) => {
                let marked = lines.last().expect("a line before its annotation").chars();
                let marked: String = marked.skip(column - 1).take(length).collect();
                problems.push((lines.len(), column, marked, said.to_owned()));
            }
        }
    }
    problems.sort();
    (lines.join("\n"), problems)
}

fn kort() -> Questionnaire {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("kort.yaml", fs::read_to_string(folder().join("kort.yaml")).expect("a file"));
    let node = yaml::parse(file, &sources, &mut out).expect("YAML");
    let questionnaire = questionnaire::parse(&node, &mut out);
    assert!(out.is_empty(), "{:?}", out.sorted());
    questionnaire.expect("a questionnaire")
}

/// The problems of a text that is read under the name of a fixture.
fn found(path: &Path, text: &str, questionnaire: &Questionnaire) -> Vec<Problem> {
    let place = tempfile::tempdir().expect("a folder");
    let copy = place.path().join(path.file_name().expect("a name"));
    fs::write(&copy, text).expect("written");
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let paths = [copy];
    let inputs = responses::read(&paths, &paths, &mut sources, &mut out).expect("a file");
    responses::bind(&inputs, questionnaire, &sources, &mut out);
    let mut problems: Vec<Problem> = out
        .sorted()
        .into_iter()
        .map(|one| {
            let said = one.finding.wording(Language::En).message;
            let said = format!("{}[{}]: {said}", one.severity().id(), one.code().id());
            let position = sources.position(one.span);
            let marked = sources.get(one.span.file).slice(one.span).to_owned();
            match (marked.is_empty(), one.span.start) {
                (true, 0) => (0, 0, marked, said),
                _ => (position.line.get() as usize, position.column.get() as usize, marked, said),
            }
        })
        .collect();
    problems.sort();
    problems
}

/// Whether a found problem is the written one; an empty cell is marked by the comma after it, or by nothing.
pub(crate) fn same(found: &Problem, written: &Problem) -> bool {
    let empty = found.2.is_empty() && matches!(written.2.as_str(), "" | ",");
    (found.0, found.1, &found.3) == (written.0, written.1, &written.3) && (empty || found.2 == written.2)
}

#[test]
fn every_file_gives_exactly_the_problems_written_in_it() {
    let questionnaire = kort();
    let mut wrong = String::new();
    for path in fixtures() {
        let (text, written) = taken_apart(&fs::read_to_string(&path).expect("a fixture"));
        let found = found(&path, &text, &questionnaire);
        let name = path.strip_prefix(folder()).expect("in the folder").display();
        for problem in found.iter().filter(|one| !written.iter().any(|other| same(one, other))) {
            wrong.push_str(&format!("{name}: found, not written: {problem:?}\n"));
        }
        for problem in written.iter().filter(|one| !found.iter().any(|other| same(other, one))) {
            wrong.push_str(&format!("{name}: written, not found: {problem:?}\n"));
        }
        if found.len() != written.len() {
            wrong.push_str(&format!("{name}: {} found, {} written\n", found.len(), written.len()));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_file_stands_in_the_folder_of_a_problem_it_has() {
    for path in fixtures() {
        let (_, written) = taken_apart(&fs::read_to_string(&path).expect("a fixture"));
        let code = format!("[{}]:", folder_name(&path));
        match folder_name(&path) {
            "valid" => assert!(written.is_empty(), "{} is not valid", path.display()),
            _ => assert!(written.iter().any(|one| one.3.contains(&code)), "{}", path.display()),
        }
    }
}

#[test]
fn every_code_that_only_answers_can_have_has_a_file() {
    let folders: BTreeSet<String> = fixtures().iter().map(|path| folder_name(path).to_owned()).collect();
    for code in OF_ANSWERS {
        assert!(folders.contains(code.id()), "{} has no file", code.id());
    }
    let known = |name: &String| name == "valid" || Code::ALL.iter().any(|code| code.id() == name);
    assert!(folders.iter().all(known), "{folders:?}");
}
