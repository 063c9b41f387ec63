//! Versions of a questionnaire: two of them side by side, and answers to the one scored by the other.
//!
//! Every file under `tests/versions` is a later version of `old.yaml` there, with the problems it has written in it as in
//! [`crate::answers`]; a field that it leaves out is that of the old one.

mod fewer;
mod listed;
mod meaning;
mod remembered;
mod scored;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use peil::diagnostics::{Code, Diagnostics};
use peil::language::Language;
use peil::lint::versions::{Comparison, compare};
use peil::questionnaire::{self, Questionnaire};
use peil::source::{FileId, Sources};
use peil::yaml;

use crate::answers::{Problem, taken_apart};

const OLD: &str = include_str!("../versions/old.yaml");

/// The codes that only two versions together can have.
const OF_VERSIONS: [Code; 10] = [
    Code::VanishedId,
    Code::RenamedId,
    Code::UnreadableAnswer,
    Code::OtherEnds,
    Code::OtherQuestion,
    Code::ChangedAnswer,
    Code::VersionNotRaised,
    Code::UnknownOrigin,
    Code::WrongSince,
    Code::AnswersLeftOut,
];

/// What stops old answers.
const STOPPING: [Code; 5] = [Code::VanishedId, Code::RenamedId, Code::UnreadableAnswer, Code::OtherEnds, Code::IdInUse];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/versions")
}

/// Every fixture: the folder it stands in and its text.
fn fixtures() -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder()).expect("the fixtures") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let files = fs::read_dir(&path).expect("a folder");
            found.extend(files.map(|file| (name.clone(), file.expect("an entry").path())));
        }
    }
    found.sort();
    found
}

/// A text with the fields of the old version that it leaves out at its end, where they move no line.
fn completed(text: &str) -> String {
    let field =
        |line: &str| line.split_once(':').map(|(name, _)| name.to_owned()).filter(|_| !line.starts_with([' ', '#']));
    let own: BTreeSet<String> = text.lines().filter_map(field).collect();
    let mut whole = text.to_owned();
    let mut taking = false;
    for line in OLD.lines() {
        if let Some(name) = field(line) {
            taking = !own.contains(&name);
        }
        if taking {
            whole.push_str(line);
            whole.push('\n');
        }
    }
    whole
}

fn read(name: &str, text: &str, sources: &mut Sources) -> (FileId, Questionnaire) {
    let mut out = Diagnostics::new();
    let file = sources.add(name, text);
    let read = yaml::parse(file, sources, &mut out).and_then(|node| questionnaire::parse(&node, &mut out));
    assert!(out.is_empty(), "{name}: {:?}", out.sorted());
    (file, read.expect("a questionnaire"))
}

/// What two texts give: the comparison, and the problems in the later one.
fn compared(old: &str, new: &str) -> (Comparison, Vec<Problem>, Vec<Code>) {
    let mut sources = Sources::new();
    let (_, old) = read("old.yaml", old, &mut sources);
    let (file, new) = read("new.yaml", new, &mut sources);
    let mut out = Diagnostics::new();
    let comparison = compare(&old, &new, &mut out);
    let mut problems: Vec<Problem> = Vec::new();
    let mut codes = Vec::new();
    for one in out.sorted() {
        assert_eq!(one.span.file, file, "a problem stands in the later version: {one:?}");
        let said = one.finding.wording(Language::En).message;
        let said = format!("{}[{}]: {said}", one.severity().id(), one.code().id());
        let place = sources.position(one.span);
        let marked = sources.get(file).slice(one.span).to_owned();
        problems.push((place.line.get() as usize, place.column.get() as usize, marked, said));
        codes.push(one.code());
    }
    problems.sort();
    (comparison, problems, codes)
}

fn problems_say(problems: &[Problem], words: &str) -> bool {
    problems.iter().any(|problem| problem.3.contains(words))
}

#[test]
fn every_later_version_has_exactly_the_problems_written_in_it() {
    let mut wrong = String::new();
    for (name, path) in fixtures() {
        let (text, written) = taken_apart(&fs::read_to_string(&path).expect("a fixture"));
        let (comparison, found, codes) = compared(OLD, &completed(&text));
        let shown = path.strip_prefix(folder()).expect("in the folder").display();
        for problem in found.iter().filter(|one| !written.contains(one)) {
            wrong.push_str(&format!("{shown}: found, not written: {problem:?}\n"));
        }
        for problem in written.iter().filter(|one| !found.contains(one)) {
            wrong.push_str(&format!("{shown}: written, not found: {problem:?}\n"));
        }
        if found.len() != written.len() {
            wrong.push_str(&format!("{shown}: {} found, {} written\n", found.len(), written.len()));
        }
        let lower = problems_say(&found, "comes before version");
        let stops = lower || codes.iter().any(|code| STOPPING.contains(code));
        if comparison.binds == stops {
            wrong.push_str(&format!("{shown}: old answers fit: {}, but {codes:?}\n", comparison.binds));
        }
        let expected = if name == "valid" { codes.is_empty() } else { codes.iter().any(|code| code.id() == name) };
        if !expected {
            wrong.push_str(&format!("{shown}: stands in the wrong folder\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn paper_and_practice_made_one_is_said_once() {
    let old = OLD.replace("id: afspraak, at", "id: afspraak, paper_and_practice: true, at");
    let (comparison, problems, _) = compared(&old, &OLD.replace("version: 1.0.0", "version: 1.1.0"));
    let said = "error[unreadable-answer]: `afspraak` was asked for paper and practice apart and is one question now";
    assert_eq!((problems.len(), problems[0].3.as_str(), comparison.binds), (1, said, false));
}

#[test]
fn every_code_of_versions_has_a_file() {
    let folders: BTreeSet<String> = fixtures().into_iter().map(|(folder, _)| folder).collect();
    for code in OF_VERSIONS {
        assert!(folders.contains(code.id()), "{} has no file", code.id());
    }
}

#[test]
fn a_version_beside_itself_has_changed_in_nothing() {
    for shipped in questionnaire::SHIPPED {
        let (comparison, problems, _) = compared(shipped.text, shipped.text);
        assert_eq!((comparison.changes, problems, comparison.binds), (Vec::new(), Vec::new(), true), "{}", shipped.id);
    }
}

/// Ten thousand questions of which every id changed: were all compared with all, this would take minutes.
#[test]
fn renamed_questions_are_found_by_their_words_however_many_there_are() {
    let head = |version: &str| {
        format!(
            "peil: questionnaire/1\nid: groot\nversion: {version}\nlanguages: [nl]\ntitle: T\nscale: {{max: 4}}\n\
             axes: [{{id: as, title: As, dimensions: [{{id: d, title: D}}]}}]\nquestions:\n"
        )
    };
    let question = |id: String, number: usize| {
        format!("  - {{id: {id}, at: {{as: d}}, ask: Vraag nummer {number}?, type: yes-no}}\n")
    };
    const MANY: usize = 10_000;
    let old: String = (0..MANY).map(|n| question(format!("a{n}"), n)).collect();
    let new: String = (0..MANY).rev().map(|n| question(format!("b{n}"), n)).collect();
    let (comparison, problems, codes) = compared(&(head("1.0.0") + &old), &(head("1.1.0") + &new));
    assert!(!comparison.binds);
    assert_eq!(codes, vec![Code::RenamedId; MANY]);
    assert!(problems.iter().any(|one| one.3.ends_with("`b7` has the same text as `a7`, which is gone")));
}
