//! Filling in the questionnaire as one person: in order, with routing, gaps, doubts and remarks.

use peil::questionnaire::Questionnaire;
use peil::responses::{
    Answer, Chunk, Codec, Entry, Reference, Respondent, Routing, RowHead, Sheet, SheetCouncil, Status, Wave,
};

use super::WAVES;
use super::councils::{self, COUNCILS};
use super::dice::Dice;
use super::model::Model;
use super::person::Person;
use super::remarks::Remarks;
use super::table::CLASS;
use super::{answer, remarks};

/// What the dice of this module decide.
const ANSWERS: u8 = 7;
const NOTES: u8 = 8;
const VIEWS: u8 = 9;
const PARTNERS: u8 = 11;

/// The questionnaire, ready to be filled in.
pub(super) struct Form<'q> {
    pub(super) questionnaire: &'q Questionnaire,
    pub(super) codec: Codec,
    routing: Routing,
}

/// What one person answers with.
struct Pen<'a> {
    council: usize,
    model: &'a Model,
    person: &'a Person,
    remarks: &'a mut Remarks,
    wave: usize,
    nature: Dice,
    answers: Dice,
    notes: Dice,
}

impl<'q> Form<'q> {
    pub(super) fn new(questionnaire: &'q Questionnaire) -> Form<'q> {
        let codec = Codec::new(questionnaire);
        let routing = Routing::new(questionnaire, &codec);
        Form { questionnaire, codec, routing }
    }

    /// The sheet that a person hands in. `remarks` are those of the council in this wave: nobody repeats another.
    pub(super) fn fill_in(
        &self,
        (council, wave): (usize, usize),
        model: &Model,
        person: &Person,
        remarks: &mut Remarks,
    ) -> Sheet {
        let q = self.questionnaire;
        let mut pen = Pen {
            council,
            model,
            person,
            remarks,
            wave,
            nature: Dice::new(VIEWS, council, person.key, 0),
            answers: Dice::new(ANSWERS, council, person.key, wave),
            notes: Dice::new(NOTES, council, person.key, wave),
        };
        Sheet {
            questionnaire: Reference { id: q.id.clone(), version: q.version.clone(), hash: Some(q.hash.clone()) },
            quick: false,
            council: SheetCouncil {
                id: councils::id(council),
                name: Some(COUNCILS[council].name.to_owned()),
                classes: vec![(CLASS.to_owned(), COUNCILS[council].class.word().to_owned())],
            },
            wave: Some(Wave::Number(WAVES[wave])),
            respondent: Respondent { id: person.id.clone(), voice: person.voice },
            shown_by_role: person.shown_by_role,
            keep_until: Some(jiff::civil::date(WAVES[wave] + 2, 12, 31)),
            // Also by those who gave up: they pressed send all the same.
            status: Status::Final,
            saved: None,
            entries: self.entries(&mut pen),
        }
    }

    fn entries(&self, pen: &mut Pen<'_>) -> Vec<Entry> {
        let q = self.questionnaire;
        let mut row = Chunk::new(&self.codec);
        row.push(RowHead { group: 0, role: pen.person.voice.index(q), quick: false, age: 0 });
        let end = pen.person.gives_up.unwrap_or(1.0) * q.columns.len() as f64;
        let mut asked = Vec::new();
        let mut entries = Vec::new();
        for (index, column) in q.columns.iter().enumerate() {
            let question = &q.questions[column.question];
            // Roles never change on the way; conditions look back at what was answered until here.
            if index == 0 || question.when.is_some() {
                self.routing.asked(row.row(0), &mut asked);
            }
            // Looked at whether asked or not, so that one answer less leaves the others as they are.
            let share = pen.share(index);
            if !asked[column.question] || index as f64 >= end {
                continue;
            }
            let Some(answer) = pen.answer(self, index, share) else {
                continue;
            };
            row.set(&self.codec, index, answer.coded());
            entries.push(pen.entry(self, index, answer, share));
        }
        entries
    }
}

impl Pen<'_> {
    /// What this person sees, as a share of the scale: an own view that lasts over the waves, and the mood of the day.
    fn share(&mut self, column: usize) -> f64 {
        const VIEW: f64 = 0.1;
        const MOOD: f64 = 0.035;
        let view = self.nature.around_zero(VIEW);
        self.model.seen(column, self.person) + view + self.answers.around_zero(MOOD)
    }

    /// An answer, or none.
    fn answer(&mut self, form: &Form<'_>, column: usize, share: f64) -> Option<Answer> {
        /// Share of questions passed over.
        const SKIPPED: f64 = 0.015;
        /// Share of people who notice that a question means nothing here.
        const NOTICES: f64 = 0.75;
        let question = form.questionnaire.question_of(column);
        if self.answers.happens(SKIPPED) {
            return None;
        }
        if self.answers.happens(self.person.dont_know) && question.kind.is_scored() {
            return Some(Answer::DontKnow);
        }
        if self.model.is_not_applicable(column) && self.answers.happens(NOTICES) {
            let reason = remarks::reason(self.council, &mut self.notes);
            return Some(Answer::NotApplicable { reason: Some(reason.to_owned()) });
        }
        let part = form.questionnaire.columns[column].part;
        match answer::nearest(question, part, share, &mut self.answers) {
            Some(coded) => Some(Answer::Chosen(coded)),
            None => self.remarks.text(&mut self.notes).map(|text| Answer::Text(text.to_owned())),
        }
    }

    /// The answer with what is written beside it.
    fn entry(&mut self, form: &Form<'_>, column: usize, answer: Answer, share: f64) -> Entry {
        /// Shares of answers with a comment, and of good ones with evidence.
        const COMMENTED: f64 = 1.0 / 15.0;
        const SHOWN: f64 = 0.3;
        let question = form.questionnaire.question_of(column);
        let commented = self.notes.happens(COMMENTED);
        let shown = self.notes.happens(SHOWN);
        let value = match answer {
            Answer::Chosen(coded) => coded.worth(&question.kind),
            _ => None,
        };
        let about = |id: &str| {
            let leaf = |leaf: &usize| form.questionnaire.dimensions[*leaf].id == id;
            question.at.iter().any(leaf)
        };
        let tone = match answer {
            Answer::Chosen(_) => Some(remarks::Tone::of(share)),
            Answer::DontKnow => Some(remarks::Tone::Unsure),
            _ => None,
        };
        let comment = tone.filter(|_| commented).and_then(|tone| self.remarks.comment(tone, about, &mut self.notes));
        let asked_to_show = question.evidence_from.zip(value).is_some_and(|(from, value)| value >= from);
        let evidence = (shown && asked_to_show).then(|| remarks::evidence(WAVES[self.wave], &mut self.notes));
        let partner = value.is_some() && self.does_partner(form.questionnaire.columns[column].question, share);
        let comment = comment.map(str::to_owned);
        Entry { answer: Some(answer), partner, comment, evidence, ..Entry::empty(column) }
    }

    /// Whether this person says that a partner does what a question is about. In a council the same few things are done
    /// by a partner, and only who is well enough off with them notices.
    fn does_partner(&self, question: usize, share: f64) -> bool {
        /// Shares of questions about what a partner does, and of the scale from which there is something that it does.
        const BY_PARTNER: f64 = 0.06;
        const SOMETHING: f64 = 0.45;
        share >= SOMETHING && Dice::new(PARTNERS, self.council, question, 0).happens(BY_PARTNER)
    }
}
