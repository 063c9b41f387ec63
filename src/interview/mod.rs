//! The conversation with one respondent as a pure state machine: which question is next, going back, skipping, what
//! becomes of answers that routing hides, where a draft goes on.
//!
//! An [`Input`] goes in, a [`Step`] says what to show. This module knows nothing of terminals, files or keys.

mod head;
mod input;
mod progress;
mod step;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeSet;

pub use head::{Head, HeadLine, voice_words};
pub use input::{Effect, Input, Refused};
pub use progress::Progress;
pub use step::{End, Label, Offered, QuestionStep, Step};

use crate::questionnaire::{Kind, NotApplicable, Questionnaire};
use crate::responses::{
    Answer, Chunk, Code, Codec, Coded, Entry, FIRST_OPTION, GIVEN, Routing, RowHead, Sheet, Status,
};

/// Where the conversation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the question of a column.
    Question(usize),
    /// What shows the answer in a column.
    Evidence(usize),
    /// After the last question.
    End,
}

/// A conversation.
#[derive(Clone, Debug)]
pub struct Interview<'q> {
    questionnaire: &'q Questionnaire,
    codec: Codec,
    routing: Routing,
    sheet: Sheet,
    previous: Vec<Entry>,
    /// Per question, whether it is asked now.
    asked: Vec<bool>,
    place: Place,
    /// Columns of which it was said that a partner does it, before it was said what: in no file until then.
    partners: BTreeSet<usize>,
}

impl<'q> Interview<'q> {
    /// Goes on with a draft, or begins with a sheet without answers: at the first open question after the last answer.
    pub fn resume(questionnaire: &'q Questionnaire, sheet: Sheet) -> Interview<'q> {
        let codec = Codec::new(questionnaire);
        let routing = Routing::new(questionnaire, &codec);
        let mut interview = Interview {
            questionnaire,
            codec,
            routing,
            sheet,
            previous: Vec::new(),
            asked: Vec::new(),
            place: Place::End,
            partners: BTreeSet::new(),
        };
        interview.route();
        interview.place = interview.first_open();
        interview
    }

    /// The first open question after the last answer.
    fn first_open(&self) -> Place {
        let answered = self.columns().filter(|&column| self.answer(column).is_some()).last();
        let start = answered.map_or(0, |column| column + 1);
        let open = self.columns().find(|&column| column >= start && self.answer(column).is_none());
        open.map_or(Place::End, Place::Question)
    }

    /// Shows beside each question what was answered in another round.
    pub fn with_previous(mut self, previous: Vec<Entry>) -> Interview<'q> {
        self.previous = previous;
        self
    }

    /// The answers so far.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// The codes of the questionnaire.
    pub fn codec(&self) -> &Codec {
        &self.codec
    }

    /// The questionnaire.
    pub fn questionnaire(&self) -> &'q Questionnaire {
        self.questionnaire
    }

    /// Where the conversation is.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Columns that are not asked, yet hold an answer or a note. They stay in the file and are not scored.
    pub fn parked(&self) -> Vec<usize> {
        let entries = self.sheet.entries.iter().filter(|entry| !entry.is_empty());
        entries.map(|entry| entry.column).filter(|&column| !self.is_asked(column)).collect()
    }

    /// The columns that are asked, in order.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        (0..self.questionnaire.columns.len()).filter(|&column| self.is_asked(column))
    }

    /// Does what the respondent wants.
    ///
    /// # Errors
    /// [`Refused`] when that cannot be done here; nothing has changed then.
    pub fn accept(&mut self, input: Input) -> Result<Effect, Refused> {
        match (self.place, input) {
            (_, Input::Back) => self.back(),
            (_, Input::Go(column)) if column < self.questionnaire.columns.len() && self.is_asked(column) => {
                self.place = Place::Question(column);
                Ok(Effect::default())
            }
            (_, Input::Go(_)) => Err(Refused::NotAsked),
            (Place::End, Input::Finish) => {
                self.sheet.status = Status::Final;
                Ok(Effect { changed: true, ..Effect::default() })
            }
            (Place::End, _) | (Place::Evidence(_) | Place::Question(_), Input::Finish) => Err(Refused::NotHere),
            (Place::Question(column) | Place::Evidence(column), Input::Skip) => Ok(self.go_on(column)),
            (Place::Evidence(column), Input::Evidence(text)) => {
                let effect = self.note(column, |entry| &mut entry.evidence, &text);
                self.go_on(column);
                Ok(effect)
            }
            (Place::Evidence(_), _) => Err(Refused::NotHere),
            (Place::Question(column), Input::Comment(text)) => Ok(self.note(column, |entry| &mut entry.comment, &text)),
            (Place::Question(column), Input::Evidence(text)) => {
                Ok(self.note(column, |entry| &mut entry.evidence, &text))
            }
            (Place::Question(column), Input::Partner) => self.partner(column),
            (Place::Question(column), Input::Clear) => Ok(self.set(column, None)),
            (Place::Question(column), input) => {
                let answer = self.read(column, input)?;
                let effect = self.set(column, Some(answer));
                if self.wants_evidence(column) && self.entry(column).is_some_and(|entry| entry.evidence.is_none()) {
                    self.place = Place::Evidence(column);
                } else {
                    self.go_on(column);
                }
                Ok(effect)
            }
        }
    }

    fn back(&mut self) -> Result<Effect, Refused> {
        let before = match self.place {
            Place::Evidence(column) => Some(column),
            Place::Question(here) => self.columns().take_while(|&column| column < here).last(),
            Place::End => self.columns().last(),
        };
        self.place = before.map(Place::Question).ok_or(Refused::NothingBefore)?;
        Ok(Effect::default())
    }

    fn go_on(&mut self, from: usize) -> Effect {
        let next = self.columns().find(|&column| column > from);
        self.place = next.map_or(Place::End, Place::Question);
        Effect::default()
    }

    /// Whether the answer in a column is one that should be shown by something.
    fn wants_evidence(&self, column: usize) -> bool {
        let question = self.questionnaire.question_of(column);
        let Some(Answer::Chosen(coded)) = self.answer(column) else { return false };
        question.evidence_from.zip(coded.worth(&question.kind)).is_some_and(|(from, worth)| worth >= from)
    }

    fn read(&self, column: usize, input: Input) -> Result<Answer, Refused> {
        let question = self.questionnaire.question_of(column);
        let offered = || self.offered(column);
        match (&question.kind, input) {
            (_, Input::DontKnow) => Ok(Answer::DontKnow),
            (_, Input::NotApplicable(reason)) => {
                let reason = Some(tidy(&reason)).filter(|reason| !reason.is_empty());
                match question.not_applicable {
                    NotApplicable::NotOffered => Err(Refused::NotOffered),
                    NotApplicable::ReasonRequired if reason.is_none() => Err(Refused::ReasonNeeded),
                    _ => Ok(Answer::NotApplicable { reason }),
                }
            }
            (Kind::Text, Input::Text(text)) => {
                let text = tidy(&text);
                if text.is_empty() { Err(Refused::NoWords) } else { Ok(Answer::Text(text)) }
            }
            (Kind::Number { .. }, Input::Number(number)) if number.is_finite() => given(number.to_bits()),
            (Kind::Number { .. }, Input::Number(_)) => Err(Refused::NotANumber),
            (Kind::Multiple { choices }, Input::Tick(boxes)) => {
                let known = |index: &usize| choices.get(*index);
                if boxes.iter().any(|index| known(index).is_none()) {
                    return Err(Refused::NoSuchOption);
                }
                let ticked = boxes.iter().fold(0u64, |bits, index| bits | 1 << index);
                let alone = boxes.iter().filter_map(known).any(|choice| choice.exclusive);
                if alone && ticked.count_ones() > 1 { Err(Refused::NotTogether) } else { given(ticked) }
            }
            (Kind::Text | Kind::Number { .. } | Kind::Multiple { .. }, _) => Err(Refused::NotHere),
            (_, Input::Choose(index)) if offered().iter().any(|one| one.option == index) => {
                Ok(Answer::Chosen(Coded::plain(FIRST_OPTION + index as Code)))
            }
            (_, Input::Choose(_)) => Err(Refused::NoSuchOption),
            _ => Err(Refused::NotHere),
        }
    }

    /// Changes an answer and decides anew what is asked.
    fn set(&mut self, column: usize, answer: Option<Answer>) -> Effect {
        let before = self.parked();
        let old = self.answer(column).cloned();
        let is_done = matches!(answer, Some(Answer::Chosen(_)));
        let marked = self.partners.remove(&column);
        let entry = self.entry_mut(column);
        entry.answer = answer;
        entry.partner = is_done && (entry.partner || marked);
        self.sheet.entries.retain(|entry| !entry.is_empty());
        let changed = old.as_ref() != self.answer(column) || (is_done && marked);
        if changed {
            self.sheet.status = Status::Draft;
        }
        self.route();
        self.effect(changed, &before)
    }

    /// What was done, of which these columns were set aside before.
    fn effect(&self, changed: bool, before: &[usize]) -> Effect {
        let after = self.parked();
        let only_in = |these: &[usize], those: &[usize]| {
            these.iter().copied().filter(|column| !those.contains(column)).collect::<Vec<_>>()
        };
        Effect { changed, parked: only_in(&after, before), restored: only_in(before, &after) }
    }

    /// Says that a partner does what a column asks about, or takes that back; of a text nobody does anything.
    fn partner(&mut self, column: usize) -> Result<Effect, Refused> {
        if matches!(self.questionnaire.question_of(column).kind, Kind::Text) {
            return Err(Refused::NotHere);
        }
        let changed = matches!(self.answer(column), Some(Answer::Chosen(_)));
        if changed {
            let entry = self.entry_mut(column);
            entry.partner = !entry.partner;
        } else if !self.partners.remove(&column) {
            self.partners.insert(column);
        }
        Ok(Effect { changed, ..Effect::default() })
    }

    fn note(&mut self, column: usize, which: fn(&mut Entry) -> &mut Option<String>, text: &str) -> Effect {
        let text = Some(tidy(text)).filter(|text| !text.is_empty());
        let note = which(self.entry_mut(column));
        let changed = *note != text;
        *note = text;
        self.sheet.entries.retain(|entry| !entry.is_empty());
        Effect { changed, ..Effect::default() }
    }

    /// Decides for every question whether it is asked.
    fn route(&mut self) {
        let role = self.sheet.respondent.voice.index(self.questionnaire);
        let mut chunk = Chunk::new(&self.codec);
        chunk.push(RowHead { group: 0, role, quick: self.sheet.quick, age: 0 });
        for entry in &self.sheet.entries {
            if let Some(answer) = &entry.answer {
                chunk.set(&self.codec, entry.column, answer.coded());
            }
        }
        self.routing.asked(chunk.row(0), &mut self.asked);
    }

    fn is_asked(&self, column: usize) -> bool {
        self.asked[self.questionnaire.columns[column].question]
    }

    fn entry(&self, column: usize) -> Option<&Entry> {
        self.sheet.entries.iter().find(|entry| entry.column == column)
    }

    fn answer(&self, column: usize) -> Option<&Answer> {
        self.entry(column).and_then(|entry| entry.answer.as_ref())
    }

    fn entry_mut(&mut self, column: usize) -> &mut Entry {
        let entries = &mut self.sheet.entries;
        let at = entries.partition_point(|entry| entry.column < column);
        if entries.get(at).is_none_or(|entry| entry.column != column) {
            entries.insert(at, Entry::empty(column));
        }
        &mut entries[at]
    }
}

fn given(wide: u64) -> Result<Answer, Refused> {
    Ok(Answer::Chosen(Coded { code: GIVEN, wide }))
}

/// A text without the blanks around it, and without what a terminal would obey.
fn tidy(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    kept.trim().to_owned()
}
