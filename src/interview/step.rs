//! What to show: a question with everything beside it, or the end with what is still open.

use super::{Interview, Place, Progress};
use crate::questionnaire::{Kind, NotApplicable, Part, Question, Text};
use crate::responses::{Answer, FIRST_OPTION};
use crate::sorting;

/// What to show now.
#[derive(Clone, Debug)]
pub enum Step<'i> {
    /// A question.
    Question(QuestionStep<'i>),
    /// The question was answered; what shows it?
    Evidence(QuestionStep<'i>),
    /// All questions have been passed.
    End(End),
}

/// A question with everything beside it.
#[derive(Clone, Debug)]
pub struct QuestionStep<'i> {
    /// Index of the column.
    pub column: usize,
    /// Its place among the columns that are asked now, from 1.
    pub number: usize,
    /// How many columns are asked now.
    pub of: usize,
    /// The question.
    pub question: &'i Question,
    /// Which part of it.
    pub part: Part,
    /// The row of a grid.
    pub row: Option<&'i Text>,
    /// What can be picked; empty for numbers and texts.
    pub options: Vec<Offered<'i>>,
    /// What was answered before.
    pub answer: Option<&'i Answer>,
    /// Whether it was said that a partner does it.
    pub partner: bool,
    /// The comment.
    pub comment: Option<&'i str>,
    /// What shows the answer.
    pub evidence: Option<&'i str>,
    /// What was answered in the previous round.
    pub previous: Option<&'i Answer>,
    /// Whether "not applicable" is offered.
    pub not_applicable: NotApplicable,
    /// How far each dimension of this question is.
    pub progress: Vec<Progress>,
}

impl QuestionStep<'_> {
    /// Whether an option is the answer, or one of the boxes that are ticked.
    pub fn is_chosen(&self, option: &Offered<'_>) -> bool {
        match (self.answer, &self.question.kind) {
            (Some(Answer::Chosen(_)), Kind::Number { .. }) => false,
            (Some(Answer::Chosen(coded)), Kind::Multiple { .. }) => coded.wide >> option.option & 1 == 1,
            (Some(Answer::Chosen(coded)), _) => usize::from(coded.code) == option.option + usize::from(FIRST_OPTION),
            _ => false,
        }
    }

    /// The boxes that are ticked once `option` is ticked, or is not any more: one that stands alone sends the others
    /// away, and goes when another comes.
    pub fn ticked_with(&self, option: &Offered<'_>) -> Vec<usize> {
        let ticked = self.options.iter().filter(|one| self.is_chosen(one));
        if self.is_chosen(option) {
            return ticked.map(|one| one.option).filter(|&one| one != option.option).collect();
        }
        let stays = ticked.filter(|one| !one.exclusive && !option.exclusive).map(|one| one.option);
        let mut all: Vec<usize> = stays.chain([option.option]).collect();
        sorting::sort(&mut all);
        all
    }
}

/// An option that can be picked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offered<'i> {
    /// Its index among all options of the question.
    pub option: usize,
    /// Its words.
    pub label: Label<'i>,
    /// Cannot be ticked with others.
    pub exclusive: bool,
}

/// The words of an option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Label<'i> {
    /// Words of the questionnaire.
    Text(&'i Text),
    /// Yes.
    Yes,
    /// No.
    No,
    /// A step of a rating.
    Number(i64),
}

/// What is left at the end.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// Columns that are asked and have no answer.
    pub open: Vec<usize>,
    /// Columns that are not asked and hold an answer or a note.
    pub parked: Vec<usize>,
    /// How far every dimension is.
    pub progress: Vec<Progress>,
}

impl Interview<'_> {
    /// What to show now.
    pub fn step(&self) -> Step<'_> {
        match self.place {
            Place::Question(column) => Step::Question(self.question_step(column)),
            Place::Evidence(column) => Step::Evidence(self.question_step(column)),
            Place::End => Step::End(End {
                open: self.columns().filter(|&column| self.answer(column).is_none()).collect(),
                parked: self.parked(),
                progress: self.progress(),
            }),
        }
    }

    fn question_step(&self, column: usize) -> QuestionStep<'_> {
        let question = self.questionnaire.question_of(column);
        let part = self.questionnaire.columns[column].part;
        let row = match (&question.kind, part) {
            (Kind::Grid { rows, .. }, Part::Row(index)) => Some(&rows[index].title),
            _ => None,
        };
        let entry = self.entry(column);
        let previous = self.previous.iter().find(|entry| entry.column == column);
        let mut progress = self.progress();
        progress.retain(|one| question.at.contains(&one.dimension));
        QuestionStep {
            column,
            number: self.columns().take_while(|&other| other <= column).count(),
            of: self.columns().count(),
            question,
            part,
            row,
            options: self.offered(column),
            answer: entry.and_then(|entry| entry.answer.as_ref()),
            partner: entry.is_some_and(|entry| entry.partner) || self.partners.contains(&column),
            comment: entry.and_then(|entry| entry.comment.as_deref()),
            evidence: entry.and_then(|entry| entry.evidence.as_deref()),
            previous: previous.and_then(|entry| entry.answer.as_ref()),
            not_applicable: question.not_applicable,
            progress,
        }
    }

    /// What can be picked in a column: in a row of a grid nothing above the highest that is possible there.
    pub(super) fn offered(&self, column: usize) -> Vec<Offered<'_>> {
        let question = self.questionnaire.question_of(column);
        let plain = |(option, label)| Offered { option, label, exclusive: false };
        match &question.kind {
            Kind::Choice { choices, .. } | Kind::Multiple { choices } | Kind::Grid { choices, .. } => {
                let part = self.questionnaire.columns[column].part;
                let offered = choices.iter().enumerate().filter(|(option, _)| question.kind.offers(part, *option));
                offered
                    .map(|(option, choice)| Offered {
                        option,
                        label: Label::Text(&choice.label),
                        exclusive: choice.exclusive,
                    })
                    .collect()
            }
            Kind::Rating { from, to } => (*from..=*to).map(Label::Number).enumerate().map(plain).collect(),
            Kind::YesNo => [Label::Yes, Label::No].into_iter().enumerate().map(plain).collect(),
            Kind::Number { .. } | Kind::Text => Vec::new(),
        }
    }
}
