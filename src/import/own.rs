//! peil's own answers files as they come back from a form: one per person, whoever saved twice.

use std::collections::BTreeSet;

use super::Importer;
use super::account::{Account, Kind, LeftOut, Reason, Tally};
use super::mapping::Keep;
use super::persons::{Whose, several};
use crate::forms::WorkbookAnswers;
use crate::language::findings::WorkbookFinding;
use crate::questionnaire::is_id;
use crate::responses::{Answer, Entry, Sheet, Status, Voice};

/// A sheet that was read, and the file it stood in.
#[derive(Debug)]
pub struct Own {
    /// The file, as shown.
    pub file: String,
    /// Its answers.
    pub sheet: Sheet,
}

impl Own {
    fn whose(&self) -> Whose<'_> {
        Whose {
            council: &self.sheet.council.id,
            wave: self.sheet.wave,
            person: self.sheet.respondent.id.as_deref(),
            finished: self.sheet.status == Status::Final,
            shown: self.file.clone(),
        }
    }
}

impl Importer<'_> {
    /// Takes in answers files: of several of one person one counts, a finished one before a draft. An id that a form did
    /// not make may be a name, and is replaced.
    pub fn own(&self, read: Vec<Own>) -> (Vec<Sheet>, Account) {
        let mut account = Account {
            file: read.first().map(|own| own.file.clone()).unwrap_or_default(),
            kind: Kind::Forms(read.len()),
            ..Account::default()
        };
        account.tally.read = read.len();
        let (filled, empty): (Vec<Own>, Vec<Own>) =
            read.into_iter().partition(|own| !own.sheet.entries.iter().all(Entry::is_empty));
        if !empty.is_empty() {
            account.left_out.push(LeftOut { reason: Reason::NoAnswers, rows: Vec::new() });
        }
        let mut sheets = one_per_person(filled, self.mapping.keep, &mut account);
        for Own { file, sheet } in &mut sheets {
            let made_up = sheet.respondent.id.as_deref().is_some_and(|id| is_id(id) && id.starts_with("r-"));
            if !made_up {
                let wave = sheet.wave.map(|wave| wave.to_string());
                // Two files without an id are two people, though their files be called the same.
                let row = sheet.respondent.id.as_deref().map_or(0, |_| 1);
                sheet.respondent.id = Some(self.fresh_id(&sheet.council.id, wave.as_deref(), file, row));
            }
            account.tally.add(&tally(sheet));
        }
        account.tally.written = sheets.len();
        (sheets.into_iter().map(|own| own.sheet).collect(), account)
    }
}

impl Importer<'_> {
    /// Takes in what was read from a workbook. What it leaves open, the command line may settle; without a council it is
    /// nobody's.
    pub fn workbook(&self, file: &str, read: WorkbookAnswers) -> (Option<Sheet>, Account) {
        let mut account = Account { file: file.to_owned(), kind: Kind::Workbook, ..Account::default() };
        account.tally.read = 1;
        account.cells = read.problems;
        let mut sheet = read.sheet;
        if sheet.council.id.is_empty()
            && let Some(id) = &self.settled.council
        {
            sheet.council.id.clone_from(id);
            account.cells.retain(|problem| problem.finding != WorkbookFinding::NoCouncil);
        }
        sheet.council.name = sheet.council.name.or_else(|| self.settled.name.clone());
        sheet.wave = sheet.wave.or(self.settled.wave);
        if let (Voice::Person, Some(voice)) = (sheet.respondent.voice, self.settled.voice) {
            sheet.respondent.voice = voice;
        }
        account.tally.add(&tally(&sheet));
        if sheet.entries.iter().all(Entry::is_empty) {
            account.left_out.push(LeftOut { reason: Reason::NoAnswers, rows: Vec::new() });
            return (None, account);
        }
        if sheet.council.id.is_empty() {
            return (None, account);
        }
        account.tally.written = 1;
        let wave = sheet.wave.map(|wave| wave.to_string());
        // What ids were made with before there was a consensus stays as it was.
        let role = match sheet.respondent.voice {
            Voice::Person => 0,
            Voice::Role(role) => role + 1,
            Voice::Consensus => self.q.roles.len() + 1,
        };
        sheet.respondent.id = Some(self.fresh_id(&sheet.council.id, wave.as_deref(), file, role));
        (Some(sheet), account)
    }
}

/// Gives a number of their own to respondents who would have the same: files of one name from several folders.
pub fn told_apart(sheets: &mut [Sheet]) {
    let mut seen = BTreeSet::new();
    for sheet in sheets {
        let wave = sheet.wave.map(|wave| wave.to_string());
        let Some(first) = sheet.respondent.id.clone() else { continue };
        let mut id = first.clone();
        for times in 2.. {
            if seen.insert((sheet.council.id.clone(), wave.clone(), id.clone())) {
                break;
            }
            let digits: String = blake3::hash(format!("{first} {times}").as_bytes()).to_hex().chars().take(8).collect();
            id = format!("r-{digits}");
        }
        sheet.respondent.id = Some(id);
    }
}

/// How often each thing stands in a sheet.
pub(super) fn tally(sheet: &Sheet) -> Tally {
    let mut tally = Tally::default();
    for entry in &sheet.entries {
        match entry.answer {
            Some(Answer::DontKnow) => tally.dont_know += 1,
            Some(Answer::NotApplicable { .. }) => tally.not_applicable += 1,
            Some(_) => tally.given += 1,
            None => {}
        }
    }
    tally
}

/// Keeps one file of each person in a council and a wave.
fn one_per_person(read: Vec<Own>, keep: Keep, account: &mut Account) -> Vec<Own> {
    let same = several(&read.iter().map(Own::whose).collect::<Vec<_>>(), keep, account);
    let kept = read.into_iter().enumerate().filter(|(place, _)| !same.dropped.contains(place));
    kept.map(|(_, own)| own).collect()
}
