//! JSON lines as the records of a table: the keys of the first line are its columns, and so is every other name that the
//! questionnaire gives a meaning, since whoever writes such lines may leave out what is not known.

use std::borrow::Cow;
use std::ops::Range;

use hashbrown::HashMap;

use super::lines::{Flaw, Member, members};
use super::table::{Holds, VIA_ENDING};
use crate::diagnostics::{TableFinding, nearest};
use crate::questionnaire::Questionnaire;

/// The columns of a table of JSON lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    pub(super) names: Vec<String>,
    index: HashMap<Vec<u8>, usize>,
    /// Which columns hold answers.
    answers: Vec<bool>,
    /// Whether other keys are passed over.
    others: bool,
}

/// The cells of a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    /// Per column, empty where the line says nothing of it.
    pub(super) texts: Vec<String>,
    /// Where in the line each stands.
    pub(super) places: Vec<Option<Range<usize>>>,
    /// Why the line is no row, and where.
    pub(super) fault: Option<(Range<usize>, Box<TableFinding>)>,
}

impl Keys {
    /// Columns in the order of a first line.
    pub(super) fn new(names: Vec<String>, holds: &[Holds]) -> Keys {
        let mut index = HashMap::new();
        for (place, name) in names.iter().enumerate() {
            index.entry(name.as_bytes().to_vec()).or_insert(place);
        }
        let is_answer = |holds: Option<&Holds>| matches!(holds, None | Some(Holds::Answer(_) | Holds::Former(_)));
        let answers = (0..names.len()).map(|place| is_answer(holds.get(place))).collect();
        Keys { names, index, answers, others: false }
    }

    /// The columns of a first line, and behind them what the questionnaire knows and that line does not name, which is
    /// added to `holds` too.
    pub(super) fn with_known<'n>(
        names: impl Iterator<Item = &'n str>,
        holds: &mut Vec<Holds>,
        questionnaire: &Questionnaire,
    ) -> Keys {
        let mut names: Vec<String> = names.map(str::to_owned).collect();
        add_known(&mut names, holds, questionnaire);
        Keys::new(names, holds)
    }

    /// Some columns, whatever else stands in a line.
    pub(super) fn only(names: &[&str]) -> Keys {
        let names = names.iter().map(|&name| name.to_owned()).collect();
        Keys { others: true, ..Keys::new(names, &[]) }
    }

    /// The column of a key.
    pub(super) fn find(&self, key: &[u8]) -> Option<usize> {
        self.index.get(key).copied()
    }

    /// Whether a column holds answers.
    pub(super) fn is_answer(&self, column: usize) -> bool {
        self.answers[column]
    }

    /// The cells of a line.
    pub(super) fn cells(&self, line: &str) -> Cells {
        let (bytes, width) = (line.as_bytes(), self.names.len());
        let mut cells = Cells { texts: vec![String::new(); width], places: vec![None; width], fault: None };
        let read = members(bytes, |member| {
            if cells.fault.is_none()
                && let Err(fault) = self.take(bytes, &member, &mut cells)
            {
                cells.fault = Some(fault);
            }
        });
        if let Err(Flaw::Syntax(at)) = read {
            cells.fault = Some((one_character(line, at), Box::new(TableFinding::NoJson)));
        }
        cells
    }

    fn take(&self, line: &[u8], member: &Member, cells: &mut Cells) -> Result<(), (Range<usize>, Box<TableFinding>)> {
        let fault = |place: Range<usize>, finding| Err((place, Box::new(finding)));
        let Ok(key) = member.key(line) else { return fault(member.key_place(), TableFinding::NoJson) };
        let name = || String::from_utf8_lossy(&key).into_owned();
        let Some(column) = self.find(&key) else {
            if self.others || member.is_null() {
                return Ok(());
            }
            let suggestion = nearest(&name(), self.names.iter().map(String::as_str));
            return fault(member.key_place(), TableFinding::NewKey { key: name(), suggestion });
        };
        if cells.places[column].is_some() {
            return fault(member.key_place(), TableFinding::DuplicateColumn(name()));
        }
        match member.cell(line, self.answers[column]) {
            Ok(text) => cells.texts[column] = text_of(text),
            Err(Flaw::Nested) => return fault(member.value.clone(), TableFinding::NestedValue(name())),
            Err(Flaw::Nul) => return fault(member.value.clone(), TableFinding::Nul),
            Err(Flaw::Syntax(_)) => return fault(member.value.clone(), TableFinding::NoJson),
        }
        cells.places[column] = Some(member.value.clone());
        Ok(())
    }
}

/// The keys of a line as cells.
pub(super) fn header(line: &str) -> Cells {
    let (bytes, mut cells) = (line.as_bytes(), Cells::default());
    let read = members(bytes, |member| match member.key(bytes) {
        Ok(key) => {
            cells.texts.push(text_of(key));
            cells.places.push(Some(member.key_place()));
        }
        Err(_) => cells.fault = Some((member.key_place(), Box::new(TableFinding::NoJson))),
    });
    if let Err(Flaw::Syntax(at)) = read {
        cells.fault = Some((one_character(line, at), Box::new(TableFinding::NoJson)));
    }
    cells
}

/// Adds what the questionnaire knows and the first line does not name.
fn add_known(names: &mut Vec<String>, holds: &mut Vec<Holds>, questionnaire: &Questionnaire) {
    let head = [
        ("name", Holds::Name),
        ("wave", Holds::Wave),
        ("respondent", Holds::Respondent),
        ("role", Holds::Role),
        ("scan", Holds::Scan),
        ("questionnaire", Holds::Questionnaire),
    ];
    let ids = || questionnaire.columns.iter().map(|column| &column.id).enumerate();
    let answers = ids().map(|(index, id)| (id.clone(), Holds::Answer(index)));
    let vias = ids().map(|(index, id)| (format!("{id}{VIA_ENDING}"), Holds::Via(index)));
    let known = head.map(|(name, holds)| (name.to_owned(), holds)).into_iter().chain(answers).chain(vias);
    let there: std::collections::HashSet<String> = names.iter().cloned().collect();
    for (name, what) in known.filter(|(name, _)| !there.contains(name)) {
        names.push(name);
        holds.push(what);
    }
}

/// Whether a text consists of JSON lines rather than of one JSON file: its first line is an object by itself, and does
/// not say that it is of a format of peil.
pub(super) fn begins_as_lines(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    first.trim_start().starts_with('{') && {
        let cells = header(first);
        cells.fault.is_none() && !cells.texts.is_empty() && !cells.texts.iter().any(|key| key == "peil")
    }
}

fn text_of(bytes: Cow<'_, [u8]>) -> String {
    // A line is text, and so is every part of it.
    String::from_utf8_lossy(&bytes).into_owned()
}

fn one_character(line: &str, at: usize) -> Range<usize> {
    let length = line.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    at..at + length
}
