//! Every file under `tests/diagnostics` gives exactly the problems that are written in it.
//!
//! A comment with carets stands under the characters that a problem points at, and gives its severity, code and English
//! sentence; several may follow one line. A `#` directly before the carets is itself the first of them, for problems in
//! the first column. `# file:` stands for the file as a whole. Where a comment would change what the file means, the
//! same stands in a file beside it, with `.expected` behind its name, as `LINE:COLUMN ^^^ error[code]: sentence`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use peil::diagnostics::{
    Code, Diagnostic, Diagnostics, Levels, Report, concise, github, gitlab, human, json, junit, sarif,
};
use peil::language::Language;
use peil::source::{FileId, Sources};
use peil::{lint, questionnaire, yaml};

/// Codes that no questionnaire has: of folders, of versions, of answers, of tables.
const NOT_OF_A_QUESTIONNAIRE: &[Code] = &[
    Code::UnreadableFile,
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
    Code::InvalidJson,
    Code::OtherQuestionnaire,
    Code::OtherVersion,
    Code::OtherContent,
    Code::UnknownQuestionnaire,
    Code::UnknownChoice,
    Code::InvalidNumber,
    Code::NotOffered,
    Code::ReasonMissing,
    Code::NotAsked,
    Code::AnsweredTwice,
    Code::SameRespondent,
    Code::SavedAgain,
    Code::ExclusiveChoice,
    Code::ViaOfNothing,
    Code::NoAnswers,
    Code::MissingWave,
    Code::WaveNearlyAlike,
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
    Code::KeptTooLong,
    Code::RowsDisagree,
    Code::CircularSuccessor,
    Code::NotInRegister,
    Code::RegisterDiffers,
];

/// Codes of advice about a good questionnaire, which only a valid one gets.
const OF_A_GOOD_ONE: &[Code] = &[
    Code::MinutesDoNotFit,
    Code::GoldenTest,
    Code::UnreachableQuestion,
    Code::ConditionAlwaysTrue,
    Code::ConditionWithoutEffect,
    Code::EmptyDimension,
    Code::EmptyCell,
    Code::RoleWithoutQuestions,
    Code::CellNeverFilled,
    Code::IrrelevantWeight,
    Code::DominantWeight,
    Code::UnreachableStage,
    Code::FallingValue,
    Code::EqualValue,
    Code::UnusedChoices,
    Code::BoundWithoutEffect,
    Code::SameText,
    Code::SameQuestion,
    Code::OtherLanguage,
    Code::PlaceholderText,
    Code::TextCutOff,
    Code::JoinedStates,
    Code::NotKnowing,
    Code::LongHelp,
];

/// The folder of files without a problem.
const VALID: &str = "valid";

/// Reads a file by what its name and its first line say it is; whether anything came out.
fn read(path: &Path, file: FileId, sources: &Sources, out: &mut Diagnostics) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let first_line = sources.get(file).text().lines().next().unwrap_or_default();
    match (extension, first_line) {
        (Some("yaml" | "json"), _) => {
            let Some(node) = yaml::parse(file, sources, out) else { return false };
            let Some(questionnaire) = questionnaire::parse(&node, out) else { return false };
            if OF_A_GOOD_ONE.iter().any(|code| code.id() == folder(path)) {
                lint::run(&questionnaire, &node, out);
            }
            true
        }
        _ => panic!("{}: nobody reads such a file", path.display()),
    }
}

/// A problem at a place: line and column from 1 (both 0 for the whole file), the marked characters, and
/// `error[code]: sentence`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Problem {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) marked: String,
    pub(crate) said: String,
}

impl Problem {
    fn of(diagnostic: &Diagnostic, sources: &Sources) -> Problem {
        let code = diagnostic.code();
        let message = diagnostic.finding.wording(Language::En).message;
        let said = format!("{}[{}]: {message}", diagnostic.severity().id(), code.id());
        let marked = sources.get(diagnostic.span.file).slice(diagnostic.span).to_owned();
        let position = sources.position(diagnostic.span);
        let whole_file = marked.is_empty() && diagnostic.span.start == 0;
        Problem {
            line: if whole_file { 0 } else { position.line.get() as usize },
            column: if whole_file { 0 } else { position.column.get() as usize },
            marked,
            said,
        }
    }

    /// As it would be written into the fixture.
    pub(crate) fn annotation(&self) -> String {
        let carets = "^".repeat(self.marked.chars().count());
        match self.column {
            0 => format!("# file: {}", self.said),
            1 => format!("line {}\n#{} {}", self.line, carets.get(1..).unwrap_or(""), self.said),
            column => format!("line {}\n#{}{carets} {}", self.line, " ".repeat(column - 2), self.said),
        }
    }
}

/// The problems written in a file, and in the one beside it.
pub(crate) fn written(text: &str, beside: Option<&str>) -> Vec<Problem> {
    let lines: Vec<&str> = text.lines().collect();
    let marked = |line: usize, column: usize, length: usize| -> String {
        lines[line - 1].chars().skip(column - 1).take(length).collect()
    };
    let problem = |line: usize, column: usize, length: usize, said: &str| Problem {
        line,
        column,
        marked: if line == 0 { String::new() } else { marked(line, column, length) },
        said: said.to_owned(),
    };
    let mut problems = Vec::new();
    let mut annotated = 0;
    for (index, line) in lines.iter().enumerate() {
        match annotation(line) {
            Some((0, _, said)) => problems.push(problem(0, 0, 0, said)),
            Some((column, length, said)) => problems.push(problem(annotated, column, length, said)),
            None => annotated = index + 1,
        }
    }
    for line in beside.unwrap_or_default().lines() {
        if let Some(said) = line.strip_prefix("file: ") {
            problems.push(problem(0, 0, 0, said));
            continue;
        }
        let parsed = line.split_once(' ').and_then(|(place, rest)| {
            let (line, column) = place.split_once(':')?;
            let (carets, said) = rest.split_once(' ')?;
            Some(problem(line.parse().ok()?, column.parse().ok()?, carets.len(), said))
        });
        problems.push(parsed.unwrap_or_else(|| panic!("not `LINE:COLUMN ^^^ error[code]: sentence`: {line}")));
    }
    problems
}

/// Column, length and sentence of an annotation; column 0 is the whole file. `None` for any other line.
pub(crate) fn annotation(line: &str) -> Option<(usize, usize, &str)> {
    let rest = line.strip_prefix('#')?;
    if let Some(said) = rest.strip_prefix(" file: ").filter(|said| is_said(said)) {
        return Some((0, 0, said));
    }
    let blank = rest.len() - rest.trim_start_matches(' ').len();
    let carets = rest[blank..].bytes().take_while(|byte| *byte == b'^').count();
    if carets == 0 {
        // `# error[…]` points at one character in the first column.
        return rest.strip_prefix(' ').filter(|said| is_said(said)).map(|said| (1, 1, said));
    }
    let said = rest[blank + carets..].strip_prefix(' ').filter(|said| is_said(said))?;
    Some(if blank == 0 { (1, carets + 1, said) } else { (blank + 2, carets, said) })
}

fn is_said(text: &str) -> bool {
    text.starts_with("error[") || text.starts_with("warning[")
}

fn fixtures() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension != "expected") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() > 50, "only {} fixtures found", found.len());
    found
}

fn folder(path: &Path) -> &str {
    let folder = path.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    folder.expect("a folder with a name")
}

pub(crate) fn beside(path: &Path) -> Option<String> {
    let mut name = path.as_os_str().to_owned();
    name.push(".expected");
    fs::read_to_string(name).ok()
}

/// Draws the problems in every format and language; what they look like is tested elsewhere.
fn render(out: &Diagnostics, sources: &Sources, files: &[FileId]) {
    for language in Language::ALL {
        let report = Report::new(out, &Levels::new(), sources, language, files);
        for width in [40, 120] {
            let style = human::Style { colour: width == 120, width };
            assert_eq!(human::render(&report, style, 100).is_empty(), out.is_empty());
        }
        for lines in [concise::render(&report), github::render(&report)] {
            assert_eq!(lines.lines().count(), out.len());
        }
        for text in [json::render(&report), gitlab::render(&report), sarif::render(&report)] {
            assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{text}");
        }
        assert!(junit::render(&report).ends_with("</testsuites>\n"));
    }
}

#[test]
fn every_fixture_gives_exactly_the_problems_written_in_it() {
    let mut wrong = String::new();
    for path in fixtures() {
        let bytes = fs::read(&path).expect("a fixture");
        let text = String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned();
        let mut expected = written(&text, beside(&path).as_deref());
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add_bytes(&path.to_string_lossy(), bytes);
        let came_out = read(&path, file, &sources, &mut out);
        let list = out.sorted();
        render(&out, &sources, &[file]);
        let mut found: Vec<Problem> = list.iter().map(|one| Problem::of(one, &sources)).collect();
        expected.sort();
        found.sort();
        let name = format!("{}/{}", folder(&path), path.file_name().unwrap_or_default().display());
        if found.iter().any(|problem| problem.marked.is_empty() && problem.line > 0) {
            wrong.push_str(&format!("\n{name}: a problem points at nothing\n"));
        }
        for problem in expected.iter().filter(|problem| !found.contains(problem)) {
            wrong.push_str(&format!("\n{name}: written but not found, {problem:?}\n"));
        }
        for problem in found.iter().filter(|problem| !expected.contains(problem)) {
            wrong.push_str(&format!("\n{name}: found but not written, {}\n", problem.annotation()));
        }
        if found.len() != expected.len() {
            wrong.push_str(&format!("\n{name}: {} written, {} found\n", expected.len(), found.len()));
        }
        if came_out == out.has_errors() && folder(&path) != Code::GoldenTest.id() {
            wrong.push_str(&format!("\n{name}: came out: {came_out}, errors: {}\n", out.has_errors()));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_fixture_stands_in_the_folder_of_a_problem_it_has() {
    for path in fixtures() {
        let text = String::from_utf8_lossy(&fs::read(&path).expect("a fixture")).into_owned();
        let problems = written(&text, beside(&path).as_deref());
        let code = format!("[{}]", folder(&path));
        match folder(&path) {
            VALID => assert!(problems.is_empty(), "{} is not valid", path.display()),
            _ => assert!(problems.iter().any(|problem| problem.said.contains(&code)), "{}", path.display()),
        }
    }
}

#[test]
fn every_code_that_a_questionnaire_can_have_has_a_fixture() {
    let with_fixture: BTreeSet<String> = fixtures().iter().map(|path| folder(path).to_owned()).collect();
    for code in Code::ALL {
        let expected = !NOT_OF_A_QUESTIONNAIRE.contains(code);
        assert_eq!(with_fixture.contains(code.id()), expected, "{}", code.id());
    }
    let known = |name: &String| name == VALID || Code::ALL.iter().any(|code| code.id() == name);
    assert!(with_fixture.iter().all(known), "{with_fixture:?}");
}

#[test]
fn an_annotation_counts_characters_from_its_number_sign() {
    let text = "é: bé\n#  ^^ error[a]: x\n#^ error[b]: y\n# error[c]: z\n# prose ^^ error[d]: no\n";
    let problem = |column, marked: &str, said: &str| Problem {
        line: 1,
        column,
        marked: marked.to_owned(),
        said: said.to_owned(),
    };
    assert_eq!(
        written(text, None),
        [problem(4, "bé", "error[a]: x"), problem(1, "é:", "error[b]: y"), problem(1, "é", "error[c]: z"),]
    );
}
