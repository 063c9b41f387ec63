//! What came of several files together: one response that stands in two exports, one person of whom there are two
//! workbooks, and two people who would have one id.

use std::collections::{BTreeMap, BTreeSet};

use super::account::Account;
use super::{Imported, drawn};
use crate::questionnaire::{Questionnaire, Version};
use crate::responses::{Earlier, Sheet, Status};

/// How many answers two workbooks must have in common to be told of: of fewer it may well be chance.
const ANSWERS: usize = 5;

/// The answers of all files, and what was understood of them.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The answers.
    pub sheets: Vec<Sheet>,
    /// What was understood, file by file.
    pub accounts: Vec<Account>,
    /// The earlier versions that were answered, and what was done to those answers; once all is [finished](Gathered::finish).
    pub earlier: BTreeMap<Version, Earlier>,
    /// Where the responses stand of which a tool says itself which they are, by council, wave and id.
    responses: BTreeMap<(String, Option<String>, String), usize>,
    /// The workbooks: their places among the accounts and the sheets.
    workbooks: Vec<(usize, usize)>,
}

impl Gathered {
    /// Notes what was done to answers of the version that they are of.
    pub fn note<'s>(&mut self, sheets: impl IntoIterator<Item = &'s Sheet>, noted: &Earlier) {
        let versions: BTreeSet<Version> = sheets.into_iter().filter_map(version).collect();
        for version in versions {
            self.earlier.entry(version).or_default().merge(noted.clone());
        }
    }

    /// Takes in what came of peil's own forms.
    pub fn forms(&mut self, (mut sheets, account): (Vec<Sheet>, Account)) {
        self.sheets.append(&mut sheets);
        self.accounts.push(account);
    }

    /// Takes in what came of a workbook.
    pub fn workbook(&mut self, (sheet, account): (Option<Sheet>, Account), noted: &Earlier) {
        self.note(&sheet, noted);
        if sheet.is_some() {
            self.workbooks.push((self.accounts.len(), self.sheets.len()));
        }
        self.sheets.extend(sheet);
        self.accounts.push(account);
    }

    /// Takes in what came of an export. A response that an earlier one holds too counts once: a finished one before one that
    /// is not, else the later.
    pub fn export(&mut self, Imported { sheets, mut account, noted, .. }: Imported) {
        self.note(sheets.iter().map(|(sheet, _)| sheet), &noted);
        for (sheet, is_response) in sheets {
            let known = is_response.then(|| key(&sheet)).and_then(|key| self.responses.get(&key).copied());
            match known {
                None => {
                    if is_response {
                        self.responses.insert(key(&sheet), self.sheets.len());
                    }
                    self.sheets.push(sheet);
                }
                Some(place) => {
                    account.again += 1;
                    account.tally.written -= 1;
                    if sheet.status == Status::Final || self.sheets[place].status == Status::Draft {
                        self.sheets[place] = sheet;
                    }
                }
            }
        }
        self.accounts.push(account);
    }

    /// Looks at all files together, once they are all there.
    pub fn finish(&mut self, q: &Questionnaire) {
        self.tell_copies();
        self.tell_apart();
        for version in self.sheets.iter().filter_map(version) {
            if let Some(earlier) = self.earlier.get_mut(&version) {
                earlier.respondents += 1;
            }
        }
        self.earlier.retain(|version, earlier| *version != q.number() && earlier.respondents > 0);
    }

    /// The councils with more than one name in a wave, each with its names in the order in which they were found. A second
    /// name is often that of a person.
    pub fn several_names(&self) -> Vec<(&str, Vec<&str>)> {
        let mut councils: BTreeMap<(&str, Option<String>), Vec<&str>> = BTreeMap::new();
        for sheet in &self.sheets {
            let Some(name) = sheet.council.name.as_deref() else { continue };
            let wave = sheet.wave.map(|wave| wave.to_string());
            let names = councils.entry((sheet.council.id.as_str(), wave)).or_default();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let several = councils.into_iter().filter(|(_, names)| names.len() > 1);
        several.map(|((id, _), names)| (id, names)).collect()
    }

    /// Notes every workbook in which everything is as in an earlier one. That may be one person, and it may be two.
    fn tell_copies(&mut self) {
        let mut first: Vec<(usize, Sheet)> = Vec::new();
        for &(account, sheet) in &self.workbooks {
            let mut sheet = self.sheets[sheet].clone();
            sheet.respondent.id = None;
            if sheet.entries.iter().filter(|entry| entry.answer.is_some()).count() < ANSWERS {
                continue;
            }
            match first.iter().find(|(_, known)| *known == sheet) {
                Some((known, _)) => self.accounts[account].copy_of = Some(self.accounts[*known].file.clone()),
                None => first.push((account, sheet)),
            }
        }
    }

    /// Gives a number of their own to respondents who would have the same: files of one name from several folders.
    fn tell_apart(&mut self) {
        let mut seen = BTreeSet::new();
        for sheet in &mut self.sheets {
            let (council, wave, first) = key(sheet);
            let mut id = first.clone();
            for times in 2.. {
                if seen.insert((council.clone(), wave.clone(), id.clone())) {
                    break;
                }
                id = drawn(&format!("{first} {times}"));
            }
            sheet.respondent.id = Some(id);
        }
    }
}

fn version(sheet: &Sheet) -> Option<Version> {
    Version::parse(&sheet.questionnaire.version)
}

fn key(sheet: &Sheet) -> (String, Option<String>, String) {
    let wave = sheet.wave.map(|wave| wave.to_string());
    (sheet.council.id.clone(), wave, sheet.respondent.id.clone().unwrap_or_default())
}

/// What two files of one person have in common, whatever their ids and their notes: council, wave, role and every answer.
pub fn likeness(sheet: &Sheet) -> String {
    let answers: Vec<_> =
        sheet.entries.iter().filter_map(|entry| Some((entry.column, entry.answer.as_ref()?))).collect();
    format!("{:?}", (&sheet.council.id, sheet.wave, sheet.respondent.voice, answers))
}
