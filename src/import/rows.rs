//! From the rows of a table to answers: every cell counted once as given, skipped, not shown or not understood.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{Account, NoAnswer, Reason, Tally};
use super::columns::{Use, dropped_as, dropped_since};
use super::head::{Head, Heads, Known, Response};
use super::mapping::{Keep, Mapping, Otherwise};
use super::names::{Beside, Target};
use super::persons::{Answers, Whose, several};
use super::preset::{TICKED, UNTICKED, is_among};
use super::table::{Line, Table};
use super::text::plain;
use super::values::{Cells, Said, Why};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::shape::VIA;
use crate::responses::{Answer, Codec, Coded, Entry, GIVEN, VIA_ENDING};

/// One row, read.
pub(super) struct Answered {
    pub(super) head: Head,
    pub(super) entries: Vec<Entry>,
    /// Its number in the file, from 1.
    pub(super) row: usize,
    /// What the id of the person is made from, of their first row where there are several.
    pub(super) known_by: KnownBy,
    tally: Tally,
    /// Texts in it that are no answers.
    unmatched: Vec<NoAnswer>,
    /// What it answers that is no longer asked, as indices in `dropped`.
    pub(super) dropped: BTreeSet<usize>,
}

/// What tells a row from all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum KnownBy {
    /// Its tool does, in whatever file it stands.
    Response(Response),
    /// Where it stands in its file, from 1.
    Row(usize),
}

impl Answered {
    fn whose(&self) -> Whose<'_> {
        Whose {
            council: &self.head.council.id,
            wave: self.head.wave,
            person: self.head.person.as_ref().map(Known::as_person),
            voice: self.head.said,
            shown: self.row.to_string(),
            answers: Answers::Row { finished: self.head.finished, changed: &self.head.changed },
        }
    }
}

/// The reader of rows of one table.
pub(super) struct Rows<'a> {
    pub(super) q: &'a Questionnaire,
    pub(super) codec: &'a Codec,
    pub(super) mapping: &'a Mapping,
    pub(super) table: &'a Table,
    pub(super) uses: &'a [Use],
}

/// What the cells of one row say about one column of the questionnaire.
#[derive(Default)]
struct Gathered {
    answer: Option<Answer>,
    comments: Vec<String>,
    evidence: Vec<String>,
    reasons: Vec<String>,
    /// Columns that could hold the answer, and those of them whose question was not shown.
    cells: usize,
    not_shown: usize,
    unmatched: bool,
    /// That a partner does it: the column that says so, and its text.
    partner: Option<(usize, String)>,
    boxes: u64,
    unticked: usize,
}

impl Rows<'_> {
    /// Every row that can be placed and holds an answer; one per person.
    pub(super) fn read(&self, heads: &Heads<'_>, account: &mut Account) -> Vec<Answered> {
        let cells = Cells::new(self.q, self.codec, self.mapping, self.table.preset);
        let mut rows = Vec::new();
        for line in &self.table.lines {
            account.tally.read += 1;
            let Some(head) = heads.read(line, account) else { continue };
            let row = self.row(&cells, line, head);
            if row.tally.given + row.tally.dont_know + row.tally.not_applicable + row.tally.unmatched == 0 {
                account.left_out(Reason::NoAnswers, line.number);
            } else {
                rows.push(row);
            }
        }
        let mut rows = one_per_person(rows, self.mapping.keep, account);
        for row in &rows {
            account.tally.add(&row.tally);
        }
        let unplaced = std::mem::take(&mut account.unplaced);
        account.note(unplaced.iter().map(|(one, row)| (one, *row)));
        account.note(rows.iter().flat_map(|row| row.unmatched.iter().map(|one| (one, row.row))));
        // A person of whom nothing was understood would count as one who answered nothing.
        rows.retain(|row| {
            let is_understood = row.tally.given + row.tally.dont_know + row.tally.not_applicable > 0;
            if !is_understood {
                account.left_out(Reason::NoneUnderstood, row.row);
            }
            is_understood
        });
        rows
    }

    fn row(&self, cells: &Cells<'_>, line: &Line, head: Head) -> Answered {
        let number = line.number;
        let known_by = head.response.clone().map_or(KnownBy::Row(number), KnownBy::Response);
        let mut row = Answered {
            head,
            entries: Vec::new(),
            row: number,
            known_by,
            tally: Tally::default(),
            unmatched: Vec::new(),
            dropped: BTreeSet::new(),
        };
        let mut all: BTreeMap<usize, Gathered> = BTreeMap::new();
        for (index, found) in self.uses.iter().enumerate() {
            if *found == Use::Dropped {
                self.dropped(index, cells, line, &mut row);
            }
            let Use::Answer { target, otherwise, .. } = found else { continue };
            let gathered = all.entry(target.column()).or_default();
            let cell = &line.cells[index];
            let unmatched = match *target {
                Target::Note(_, beside) => {
                    gathered.note(beside, cells, cell);
                    continue;
                }
                Target::Answer(column) => gathered.answer(cells.read(column, cell), *otherwise, cells, cell),
                Target::Box(column, option) => gathered.boxed(cells, column, option, cell),
                Target::Via(_) => gathered.via(cells, index, cell),
            };
            row.unmatched.extend(unmatched.into_iter().map(|(text, why)| self.no_answer(index, *target, text, why)));
        }
        let none = self.mapping.source.none_ticked_is_none;
        for (column, mut gathered) in all {
            let exclusive = gathered.settle(cells, column, none);
            if let Some(text) = exclusive {
                row.unmatched.push((String::new(), self.q.columns[column].id.clone(), text, Why::Exclusive));
            }
            if let Some((index, text)) = gathered.nothing_done() {
                row.unmatched.push(self.no_answer(index, Target::Via(column), text, Why::NothingDone));
            }
            gathered.count(&mut row.tally);
            let entry = gathered.entry(column);
            row.entries.extend(Some(entry).filter(|entry| !entry.is_empty()));
        }
        row
    }

    /// Takes note of an answer to a question that is no longer asked; a row of a version without it has none to give.
    fn dropped(&self, index: usize, cells: &Cells<'_>, line: &Line, row: &mut Answered) {
        let text = plain(&cells.text(&line.cells[index]).unwrap_or_default());
        if text.is_empty() {
            return;
        }
        let heading = &self.table.headings[index];
        let why = match row.head.earlier {
            Some(version) => match dropped_as(&heading.name, version, self.q) {
                Some(gone) => {
                    row.dropped.insert(gone);
                    return;
                }
                None => Why::NotAskedThen,
            },
            None => Why::NotAskedSince(dropped_since(&heading.name, self.q)),
        };
        row.unmatched.push((heading.place.clone(), heading.name.clone(), text, why));
    }

    /// A text that is no answer, in a column of the table.
    fn no_answer(&self, index: usize, target: Target, text: String, why: Why) -> NoAnswer {
        let id = &self.q.columns[target.column()].id;
        let ending = if matches!(target, Target::Via(_)) { VIA_ENDING } else { "" };
        (self.table.headings[index].place.clone(), format!("{id}{ending}"), text, why)
    }
}

impl Gathered {
    /// Takes in what a cell says; what it does not say is returned.
    fn answer(&mut self, said: Said, otherwise: Otherwise, cells: &Cells<'_>, cell: &str) -> Vec<(String, Why)> {
        self.cells += 1;
        match said {
            Said::Nothing => Vec::new(),
            Said::NotShown => {
                self.not_shown += 1;
                Vec::new()
            }
            Said::Answer(answer) => self.given(answer, cell),
            Said::Partly(_, texts) if otherwise == Otherwise::Report => self.refused(texts, Why::Unknown),
            Said::Partly(answer, texts) => {
                if otherwise == Otherwise::Comment {
                    self.comments.extend(texts);
                }
                answer.map_or_else(Vec::new, |answer| self.given(answer, cell))
            }
            Said::Unmatched(_, Why::Unknown) if otherwise == Otherwise::Comment => {
                self.comments.extend(cells.text(cell));
                Vec::new()
            }
            Said::Unmatched(_, Why::Unknown) if otherwise == Otherwise::Leave => Vec::new(),
            Said::Unmatched(texts, why) => self.refused(texts, why),
        }
    }

    /// Takes in an answer: two columns may stand for one question, of which a respondent saw one.
    fn given(&mut self, answer: Answer, cell: &str) -> Vec<(String, Why)> {
        if self.answer.as_ref().is_some_and(|known| *known != answer) {
            return self.refused(vec![plain(cell)], Why::Differs);
        }
        self.answer = Some(answer);
        Vec::new()
    }

    fn refused(&mut self, texts: Vec<String>, why: Why) -> Vec<(String, Why)> {
        self.unmatched = true;
        texts.into_iter().map(|text| (text, why)).collect()
    }

    /// Takes in the cell of one box.
    fn boxed(&mut self, cells: &Cells<'_>, column: usize, option: usize, cell: &str) -> Vec<(String, Why)> {
        self.cells += 1;
        let Some(text) = cells.text(cell) else {
            self.not_shown += 1;
            return Vec::new();
        };
        let text = plain(&text);
        let lower = text.to_lowercase();
        if lower.is_empty() {
            return Vec::new();
        }
        // Some tools write the label of the box that was ticked.
        let is_label =
            || matches!(cells.read(column, &text), Said::Answer(Answer::Chosen(coded)) if coded.wide == 1 << option);
        if is_among(TICKED, &lower) || is_label() {
            self.boxes |= 1 << option;
        } else if is_among(UNTICKED, &lower) {
            self.unticked += 1;
        } else {
            self.unmatched = true;
            return vec![(text, Why::Unknown)];
        }
        Vec::new()
    }

    fn note(&mut self, beside: Beside, cells: &Cells<'_>, cell: &str) {
        let text = cells.text(cell).map(|text| text.replace("\r\n", "\n").trim().to_owned());
        let notes = match beside {
            Beside::Comment => &mut self.comments,
            Beside::Evidence => &mut self.evidence,
            Beside::Reason => &mut self.reasons,
        };
        notes.extend(text.filter(|text| !text.is_empty()));
    }

    /// Takes in who does what is answered; a text that does not say so costs no answer.
    fn via(&mut self, cells: &Cells<'_>, index: usize, cell: &str) -> Vec<(String, Why)> {
        let text = plain(&cells.text(cell).unwrap_or_default());
        match VIA.into_iter().find(|(word, _)| *word == text) {
            Some((_, true)) => self.partner = Some((index, text)),
            Some((_, false)) => {}
            None if text.is_empty() => {}
            None => return vec![(text, Why::Unknown)],
        }
        Vec::new()
    }

    /// Takes out that a partner does it where the row does not say what is done; an answer that was not understood has been
    /// told of.
    fn nothing_done(&mut self) -> Option<(usize, String)> {
        let is_done = matches!(self.answer, Some(Answer::Chosen(_)));
        self.partner.take_if(|_| !is_done).filter(|_| !self.unmatched)
    }

    /// Makes one answer of ticked boxes; the boxes that do not go together are returned.
    fn settle(&mut self, cells: &Cells<'_>, column: usize, none_ticked_is_none: bool) -> Option<String> {
        if self.unmatched {
            // Half of the boxes is another answer than all of them.
            self.answer = None;
            return None;
        }
        if self.boxes == 0 {
            if none_ticked_is_none && self.unticked > 0 && self.answer.is_none() {
                self.answer = Some(Answer::Chosen(Coded { code: GIVEN, wide: 0 }));
            }
            return None;
        }
        match cells.ticked(column, self.boxes, "") {
            Said::Answer(answer) => self.answer = Some(answer),
            _ => {
                self.unmatched = true;
                return Some(cells.ids(column, self.boxes));
            }
        }
        None
    }

    fn count(&self, tally: &mut Tally) {
        let count = match &self.answer {
            _ if self.unmatched => &mut tally.unmatched,
            Some(Answer::DontKnow) => &mut tally.dont_know,
            Some(Answer::NotApplicable { .. }) => &mut tally.not_applicable,
            Some(_) => &mut tally.given,
            // Only a note: there is no column for the answer.
            None if self.cells == 0 => return,
            None if self.cells == self.not_shown => &mut tally.not_shown,
            None => &mut tally.skipped,
        };
        *count += 1;
    }

    fn entry(mut self, column: usize) -> Entry {
        let joined = |texts: &[String]| Some(texts.join("\n")).filter(|text| !text.is_empty());
        let answer = match self.answer {
            Some(Answer::NotApplicable { .. }) => Some(Answer::NotApplicable { reason: joined(&self.reasons) }),
            answer => {
                // A reason beside another answer is still something that someone wrote.
                self.comments.append(&mut self.reasons);
                answer
            }
        };
        let (partner, comment, evidence) = (self.partner.is_some(), joined(&self.comments), joined(&self.evidence));
        Entry { answer, partner, comment, evidence, ..Entry::empty(column) }
    }
}

/// Keeps one row of each person in a council and a wave.
fn one_per_person(rows: Vec<Answered>, keep: Option<Keep>, account: &mut Account) -> Vec<Answered> {
    let same = several(&rows.iter().map(Answered::whose).collect::<Vec<_>>(), keep, account);
    let mut firsts: BTreeMap<usize, KnownBy> =
        same.first.iter().map(|(kept, first)| (*kept, rows[*first].known_by.clone())).collect();
    let mut kept = Vec::new();
    for (place, mut row) in rows.into_iter().enumerate().filter(|(place, _)| !same.dropped.contains(place)) {
        row.known_by = firsts.remove(&place).unwrap_or(row.known_by);
        kept.push(row);
    }
    kept
}

impl Tally {
    /// Adds what one respondent answered.
    pub(super) fn add(&mut self, other: &Tally) {
        self.given += other.given;
        self.dont_know += other.dont_know;
        self.not_applicable += other.not_applicable;
        self.skipped += other.skipped;
        self.not_shown += other.not_shown;
        self.unmatched += other.unmatched;
    }
}
