//! `peil form -o form.xlsx`: what the workbook holds, and what is read back of it after people and other programs had
//! their way with it. `tests/libreoffice` fills one in with LibreOffice.

mod boxes;
mod edited;
mod parts;

use std::path::Path;

use peil::diagnostics::Diagnostics;
use peil::forms::{WorkbookAnswers, WorkbookProblem, declared_workbook, read_workbook};
use peil::language::Language;
use peil::questionnaire::{self, Questionnaire};
use peil::responses::{Answer, Codec, Sheet, Voice};
use peil::source::Sources;
use peil::spreadsheet::{self, Grid};
use peil::{responses, yaml};

use crate::peil::{KORT, peil};

const EVERYTHING: &str = include_str!("../diagnostics/valid/every-field-and-type.yaml");

/// A questionnaire from its text.
fn questionnaire(text: &str) -> Questionnaire {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("q.yaml", text);
    let node = yaml::parse(file, &sources, &mut out).expect("YAML");
    questionnaire::parse(&node, &mut out).expect("a questionnaire")
}

/// The bytes of the workbook of a questionnaire, with these flags.
fn written(text: &str, flags: &[&str]) -> Vec<u8> {
    let arguments = ["form", "q.yaml", "-o", "form.xlsx"].iter().chain(flags);
    let mut run = peil(arguments).file("q.yaml", text).in_dutch();
    let output = run.run();
    assert_eq!(output.code, 0, "{output}");
    std::fs::read(run.path().join("form.xlsx")).expect("the workbook")
}

/// A workbook in which answers are filled in as a person would, by their ids.
struct Filled {
    q: Questionnaire,
    grids: Vec<Grid>,
}

impl Filled {
    fn new(text: &str, flags: &[&str]) -> Filled {
        let grids = spreadsheet::read(written(text, flags)).expect("readable");
        Filled { q: questionnaire(text), grids }
    }

    /// Types a text in the column with this heading, on the line with this id.
    fn with(mut self, id: &str, heading: &str, text: &str) -> Filled {
        for grid in &mut self.grids {
            let Some(top) = grid.rows.iter().position(|row| row.first().is_some_and(|cell| cell == "id")) else {
                continue;
            };
            let column = grid.rows[top].iter().position(|cell| cell == heading);
            let line = grid.rows.iter().position(|row| row.first().is_some_and(|cell| cell == id));
            if let (Some(column), Some(line)) = (column, line) {
                let row = &mut grid.rows[line];
                row.resize(row.len().max(column + 1), String::new());
                text.clone_into(&mut row[column]);
                return self;
            }
        }
        panic!("no line {id} with a column {heading}");
    }

    fn answered(self, id: &str, text: &str) -> Filled {
        self.with(id, "Antwoord", text)
    }

    fn read(&self) -> WorkbookAnswers {
        read_workbook(&self.grids, &self.q, &Codec::new(&self.q)).expect("readable")
    }

    /// Why it cannot be read at all.
    fn refused(&self) -> String {
        let error = read_workbook(&self.grids, &self.q, &Codec::new(&self.q)).expect_err("unreadable");
        error.sentence(Language::Nl, "a.xlsx").message
    }

    fn sheet(&mut self, name: &str) -> &mut Grid {
        self.grids.iter_mut().find(|grid| grid.name == name).expect("a sheet")
    }
}

/// Each answer as `id: answer`, in the words of an answers file.
fn answers(q: &Questionnaire, sheet: &Sheet) -> Vec<String> {
    let text = responses::write_sheet(sheet, q, &Codec::new(q)).expect("written");
    let (_, answers) = text.split_once("answers:").expect("answers");
    answers.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Each problem as its place and its sentence.
fn said(problems: &[WorkbookProblem]) -> Vec<String> {
    problems.iter().map(|one| format!("{} {}", one.place(), one.finding.wording(Language::Nl).message)).collect()
}

#[test]
fn nothing_is_answered_in_a_workbook_that_was_just_written() {
    let filled = Filled::new(EVERYTHING, &["--council", "41048", "--role", "ict", "--wave", "2026"]);
    let read = filled.read();
    assert_eq!(read.lines, filled.q.columns.len());
    assert!(read.sheet.entries.is_empty() && read.problems.is_empty(), "{read:?}");
    assert_eq!((read.sheet.council.id.as_str(), read.sheet.respondent.voice), ("41048", Voice::Role(0)));
    assert_eq!(read.sheet.wave.map(|wave| wave.to_string()).as_deref(), Some("2026"));
    let declared = declared_workbook(&filled.grids).expect("declared");
    assert_eq!((declared.id.as_str(), declared.version.as_str()), ("alles-erop-en-eraan", "2.0.0"));
    assert_eq!((declared.hash, declared.form.len()), (filled.q.hash.clone(), 12));
}

#[test]
fn every_kind_of_answer_is_read_back() {
    let filled = Filled::new(KORT, &[])
        .answered("#council", "41048")
        .answered("#role", "politiek")
        .answered("#shown_by_role", "Ja")
        .answered("#wave", "1/3/2026")
        .answered("#keep_until", "31-12-2028")
        .answered("keuze", " SOMS\u{a0}")
        .answered("ja-nee", "Niet van toepassing")
        .with("ja-nee", "Waarom niet van toepassing?", "geen bevoegdheid")
        .answered("cijfer", "4")
        .answered("getal", "12,5")
        .answered("vakjes|web", "Ja")
        .with("vakjes", "Toelichting", "=1+1")
        .answered("alleen-ict", "Weet ik niet")
        .answered("toelichting", "nvt");
    let read = filled.read();
    assert_eq!(said(&read.problems), Vec::<String>::new());
    assert_eq!(
        answers(&filled.q, &read.sheet),
        [
            "keuze: soms",
            "ja-nee:",
            "not-applicable: geen bevoegdheid",
            "cijfer: 4",
            "getal: 12.5",
            "vakjes:",
            "choice:",
            "- web",
            "comment: =1+1",
            "alleen-ict: dont-know",
            "toelichting: nvt",
        ]
    );
    let sheet = &read.sheet;
    assert_eq!((sheet.respondent.voice, sheet.shown_by_role), (Voice::Role(1), true));
    assert_eq!(sheet.wave.map(|wave| wave.to_string()).as_deref(), Some("2026-03-01"));
    assert_eq!(sheet.keep_until.map(|day| day.to_string()).as_deref(), Some("2028-12-31"));
}

#[test]
fn boxes_are_ticked_each_on_its_own_line_or_excluded_together() {
    let ticked = |lines: &[(&str, &str)]| {
        let mut filled = Filled::new(KORT, &["--council", "41048"]);
        for (id, text) in lines {
            filled = filled.answered(id, text);
        }
        let read = filled.read();
        (answers(&filled.q, &read.sheet).join(" "), said(&read.problems).join(" "))
    };
    let clean = |text: &str| (text.to_owned(), String::new());
    assert_eq!(ticked(&[]), clean("{}"));
    assert_eq!(ticked(&[("vakjes|balie", "ja"), ("vakjes|web", "x")]), clean("vakjes: - balie - web"));
    assert_eq!(ticked(&[("vakjes|balie", "Balie"), ("vakjes|web", "nee")]), clean("vakjes: - balie"));
    assert_eq!(ticked(&[("vakjes", "Geen")]), clean("vakjes: - geen"));
    assert_eq!(ticked(&[("vakjes", "Niets hiervan")]), clean("vakjes: []"));
    assert_eq!(ticked(&[("vakjes|balie", "Nee"), ("vakjes|web", "Nee")]), clean("vakjes: []"));
    // A "no" beside one of two boxes leaves the other open.
    assert_eq!(ticked(&[("vakjes|balie", "Nee")]), clean("{}"));
    let both = ticked(&[("vakjes", "Geen"), ("vakjes|web", "Ja")]);
    assert_eq!(both.0, "{}");
    assert!(both.1.starts_with("Antwoorden!D7 bij `vakjes` staat ‘Ja’ bij een keuze"), "{}", both.1);
}

#[test]
fn an_answer_counts_in_any_language_and_by_its_id_and_a_number_with_a_warning() {
    let asked = |id: &str, text: &str| {
        let filled = Filled::new(KORT, &["--council", "41048"]).answered(id, text);
        let read = filled.read();
        (answers(&filled.q, &read.sheet).join(" "), said(&read.problems).join(" "))
    };
    let clean = |text: &str| (text.to_owned(), String::new());
    assert_eq!(asked("keuze", "sometimes"), clean("keuze: soms"));
    assert_eq!(asked("keuze", "altijd"), clean("keuze: altijd"));
    assert_eq!(asked("keuze", "I don't know"), clean("keuze: dont-know"));
    assert_eq!(asked("keuze", "?"), clean("keuze: dont-know"));
    assert_eq!(asked("ja-nee", "true"), clean("ja-nee: \"yes\""));
    let (answer, warning) = asked("keuze", "2");
    assert_eq!(answer, "keuze: soms");
    assert_eq!(warning, "Antwoorden!D3 `2` is een getal; peil nam het voor ‘Soms’");
    assert_eq!(asked("keuze", "3").1, "Antwoorden!D3 `3` is geen mogelijk antwoord op `keuze`");
    assert_eq!(asked("keuze", "Somss").1, "Antwoorden!D3 `Somss` is geen mogelijk antwoord op `keuze`");
    assert_eq!(asked("keuze", "nvt").1, "Antwoorden!D3 bij `keuze` is ‘niet van toepassing’ geen mogelijk antwoord");
    assert_eq!(asked("cijfer", "6").1, "Antwoorden!D5 `6` is geen mogelijk antwoord op `cijfer`");
    assert_eq!(asked("getal", "veel").1, "Antwoorden!D6 `getal` vraagt een getal, en `veel` is er geen");
    assert_eq!(asked("getal", "1.200").1, "Antwoorden!D6 bij `getal` kan `1.200` twee getallen betekenen");
    assert_eq!(asked("ja-nee", "na").1, "Antwoorden!E4 `ja-nee` is niet van toepassing, maar de reden ontbreekt");
}

#[test]
fn what_libreoffice_saved_is_read_as_the_same_answers() {
    let q = questionnaire(EVERYTHING);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/libreoffice/recorded");
    let text = std::fs::read_to_string(folder.join("filled.json")).expect("the answers");
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("filled.json", text);
    let mut expected = responses::parse(file, &sources, &q, &Codec::new(&q), &mut out).expect("answers");
    assert!(out.is_empty(), "{:?}", out.sorted());
    assert_eq!(expected.entries.len(), q.columns.len());
    for entry in &mut expected.entries {
        entry.span = None;
    }
    for name in ["filled.xlsx", "filled.ods"] {
        let grids = spreadsheet::open(&folder.join(name)).expect("readable");
        let read = read_workbook(&grids, &q, &Codec::new(&q)).expect("answers");
        assert_eq!(said(&read.problems), Vec::<String>::new(), "{name}");
        assert_eq!(read.sheet, expected, "{name}");
    }
}

#[test]
fn a_reason_beside_another_answer_is_kept_as_a_note() {
    let filled = Filled::new(KORT, &["--council", "41048"])
        .answered("ja-nee", "Ja")
        .with("ja-nee", "Waarom niet van toepassing?", "toch wel")
        .with("ja-nee", "Toelichting", "sinds 2025");
    let entry = &filled.read().sheet.entries[0];
    assert!(matches!(entry.answer, Some(Answer::Chosen(_))));
    assert_eq!(entry.comment.as_deref(), Some("sinds 2025\ntoch wel"));
}

#[test]
fn the_first_sheet_says_how_many_questions_and_minutes_there_are_for_this_role() {
    let shipped = include_str!("../../questionnaires/digitale-maturiteit.yaml");
    let grids = spreadsheet::read(written(shipped, &["--role", "politiek"])).expect("readable");
    let said = "9 vragen, ongeveer 6 minuten. Niet elke vraag hoeft een antwoord te krijgen.";
    assert!(grids[0].rows.iter().flatten().any(|cell| cell == said), "{:?}", grids[0].rows);
}
