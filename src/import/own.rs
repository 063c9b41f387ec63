//! peil's own answers files as they come back from a form: one per person, whoever saved twice.

use super::Importer;
use super::account::{Account, Kind, Reason, Tally};
use super::arrived::{Arrived, Origin};
use super::mapping::Keep;
use super::persons::{Answers, Person, Whose, several};
use super::settle::Firsts;
use crate::diagnostics::Diagnostics;
use crate::forms::WorkbookAnswers;
use crate::questionnaire::{Questionnaire, is_id};
use crate::responses::{self, Answer, Earlier, Sheet, Voice, Wave, date, read_sheet};
use crate::yaml::{Entry, Key, Node, Scalar, Value};

/// A sheet that was read, and the file it stood in.
#[derive(Debug)]
pub struct Own {
    /// The file, as shown.
    pub file: String,
    /// Its answers.
    pub sheet: Sheet,
    /// As whom it says that they were given, whatever comes before that.
    voice: Voice,
    /// What was done to them, where they are of an earlier version.
    pub noted: Earlier,
    /// The fields that are settled and in which it says something that means nothing.
    unclear: Vec<&'static str>,
}

impl Own {
    fn whose(&self) -> Whose<'_> {
        Whose {
            council: &self.sheet.council.id,
            wave: self.sheet.wave,
            person: self.sheet.respondent.id.as_deref().map(Person::Id),
            voice: self.voice,
            shown: self.file.clone(),
            answers: Answers::File(&self.sheet),
        }
    }
}

impl Importer<'_> {
    /// Reads an answers file. What is settled for all files it need not say, nor say well.
    pub fn form(&self, file: &str, node: &Node, out: &mut Diagnostics) -> Option<Own> {
        let firsts = self.firsts(file);
        let (mut node, mut unclear) = (node.clone(), Vec::new());
        if let Some(id) = &firsts.council {
            with_council(&mut node, &id.shown);
        }
        for field in FIELDS.iter().filter(|field| firsts.settle(field.word)) {
            let said = field.path.iter().try_fold(&node, |node, name| node.field(name));
            let is_clear = |said: &Node| said.scalar().is_some_and(|scalar| (field.means)(&scalar.text, self.q));
            if said.is_some_and(|said| !is_clear(said)) {
                remove(&mut node, field.path);
                unclear.push(field.word);
            }
        }
        let (sheet, noted) = read_sheet(&node, self.q, self.codec, out)?;
        Some(Own { file: file.to_owned(), voice: sheet.respondent.voice, sheet, noted, unclear })
    }

    /// Takes in answers files: of several of one person one counts at most. An id that a form did not make may be a name, and
    /// is replaced.
    pub fn own(&self, mut read: Vec<Own>) -> (Vec<Arrived>, Account) {
        let mut account = Account {
            file: read.first().map(|own| own.file.clone()).unwrap_or_default(),
            kind: Kind::Forms(read.len()),
            ..Account::default()
        };
        account.tally.read = read.len();
        read.retain_mut(|Own { file, sheet, unclear, .. }| {
            let placed = self.placed(file, sheet, unclear, &mut account);
            placed.map_err(|reason| account.left_out_file(reason, file)).is_ok()
        });
        let mut sheets = one_per_person(read, self.mapping.keep, &mut account);
        // Who took all answers back in a later save has none: an earlier one does not count in its place.
        for Own { file, .. } in sheets.extract_if(.., |own| is_empty(&own.sheet)) {
            account.left_out_file(Reason::NoAnswers, &file);
        }
        let mut arrived = Vec::with_capacity(sheets.len());
        for Own { file, mut sheet, .. } in sheets {
            let has_id = sheet.respondent.id.as_deref().is_some_and(|id| is_id(id) && id.starts_with("r-"));
            if !has_id {
                // Two files without an id are two people, though their files be called the same.
                let row = sheet.respondent.id.as_deref().map_or(0, |_| 1);
                sheet.respondent.id = Some(self.fresh_id(&sheet.council.id, sheet.wave, &file, row));
            }
            account.tally.add(&tally(&sheet));
            arrived.push(Arrived { sheet, origin: Origin::Form { file, has_id } });
        }
        account.tally.written = arrived.len();
        (arrived, account)
    }

    /// Takes in what was read from a workbook; without a council it is nobody's.
    pub fn workbook(&self, file: &str, read: WorkbookAnswers) -> (Option<Sheet>, Account) {
        let mut account = Account { file: file.to_owned(), kind: Kind::Workbook, ..Account::default() };
        account.tally.read = 1;
        account.cells = read.problems;
        let mut sheet = read.sheet;
        let words = account.cells.iter().filter_map(|problem| problem.finding.field());
        // What is not filled in is not said otherwise.
        let unclear: Vec<&str> = words.filter(|word| *word != "council").collect();
        let is_placed = self.settled(file, &mut sheet, &unclear, &mut account);
        let firsts = self.firsts(file);
        account.cells.retain_mut(|problem| problem.finding.leave_out(|word| firsts.settle(word)));
        account.tally.add(&tally(&sheet));
        if is_placed && sheet.council.id.is_empty() {
            account.left_out_whole(Reason::NoCouncil);
        }
        if !account.left_out.is_empty() {
            return (None, account);
        }
        account.tally.written = 1;
        // What ids were made with before there was a consensus stays as it was.
        let role = match sheet.respondent.voice {
            Voice::Person => 0,
            Voice::Role(role) => role + 1,
            Voice::Consensus => self.q.roles.len() + 1,
        };
        sheet.respondent.id = Some(self.fresh_id(&sheet.council.id, sheet.wave, file, role));
        (Some(sheet), account)
    }

    fn firsts(&self, file: &str) -> Firsts {
        Firsts::new(self.q, self.mapping, self.settled, file)
    }

    /// Lays over a sheet what comes before it; whether it then holds answers of which it is known where they belong.
    fn settled(&self, file: &str, sheet: &mut Sheet, unclear: &[&str], account: &mut Account) -> bool {
        if is_empty(sheet) {
            account.left_out_whole(Reason::NoAnswers);
            return false;
        }
        match self.placed(file, sheet, unclear, account) {
            Ok(()) => true,
            Err(reason) => {
                account.left_out_whole(reason);
                false
            }
        }
    }

    /// Lays over a sheet what comes before it, or says why nobody knows where it belongs.
    fn placed(&self, file: &str, sheet: &mut Sheet, unclear: &[&str], account: &mut Account) -> Result<(), Reason> {
        let firsts = self.firsts(file);
        if let Some(word) = firsts.unclear() {
            return Err(Reason::Head(word.to_owned()));
        }
        firsts.over_sheet(sheet, unclear, account);
        Ok(())
    }
}

fn is_empty(sheet: &Sheet) -> bool {
    sheet.entries.iter().all(responses::Entry::is_empty)
}

/// A field of an answers file that may be settled for all of them.
struct Field {
    word: &'static str,
    path: &'static [&'static str],
    means: fn(&str, &Questionnaire) -> bool,
}

const FIELDS: [Field; 4] = [
    Field { word: "wave", path: &["wave"], means: |text, _| Wave::parse(text).is_some() },
    Field { word: "role", path: &["respondent", "role"], means: |text, q| Voice::of(text, q).is_some() },
    Field { word: "keep_until", path: &["keep_until"], means: |text, _| date(text).is_some() },
    Field { word: "shown_by_role", path: &["shown_by_role"], means: |text, _| ["true", "false"].contains(&text) },
];

fn remove(node: &mut Node, path: &[&str]) {
    let (Value::Map(entries), Some((first, rest))) = (&mut node.value, path.split_first()) else { return };
    if rest.is_empty() {
        entries.retain(|entry| entry.key.text != *first);
    } else if let Some(entry) = entries.iter_mut().find(|entry| entry.key.text == *first) {
        remove(&mut entry.value, rest);
    }
}

/// Gives a file that names no council the one that is settled.
fn with_council(node: &mut Node, id: &str) {
    let known = node.field("council");
    if known.and_then(|council| council.field_text("id")).is_some_and(|id| !id.trim().is_empty()) {
        return;
    }
    let span = node.span;
    let entry = |name: &str, value: Value| Entry {
        key: Key { text: name.to_owned(), span, quoted: false },
        value: Node { span, value },
    };
    let id = entry("id", Value::Scalar(Scalar { text: id.to_owned(), quoted: true, comment: None }));
    let mut fields = match known.map(|council| &council.value) {
        Some(Value::Map(fields)) => fields.clone(),
        _ => Vec::new(),
    };
    fields.retain(|field| field.key.text != "id");
    fields.push(id);
    remove(node, &["council"]);
    if let Value::Map(entries) = &mut node.value {
        entries.push(entry("council", Value::Map(fields)));
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
fn one_per_person(read: Vec<Own>, keep: Option<Keep>, account: &mut Account) -> Vec<Own> {
    let same = several(&read.iter().map(Own::whose).collect::<Vec<_>>(), keep, account);
    let kept = read.into_iter().enumerate().filter(|(place, _)| !same.dropped.contains(place));
    kept.map(|(_, own)| own).collect()
}
