//! Questions: what is asked, of whom, when, and what an answer is worth.

use super::advice::Advice;
use super::choice::Choice;
use super::column::Part;
use super::condition::Condition;
use super::former::Former;
use super::text::Text;
use super::version::Version;
use crate::source::Span;

/// One question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its id, unique in the questionnaire.
    pub id: String,
    /// Where the id stands, for later complaints.
    pub span: Span,
    /// The leaf of each axis, by index of the dimension.
    pub at: Vec<usize>,
    /// The spoken question.
    pub ask: Text,
    /// Help with a term.
    pub help: Option<Text>,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Its weight in its cell; a millionth to a million, 1 unless said.
    pub weight: f64,
    /// Whether a low answer is the good one.
    pub reverse: bool,
    /// When it is asked; always, if nothing is said.
    pub when: Option<Condition>,
    /// Indices of the roles that are asked; `None` is everyone.
    pub roles: Option<Vec<usize>>,
    /// Whether "not applicable" is offered.
    pub not_applicable: NotApplicable,
    /// Evidence is asked for from this value of the answer on; of a multiple, of its ticked boxes together.
    pub evidence_from: Option<f64>,
    /// Whether it is two questions: what is on paper, and what happens in practice.
    pub paper_and_practice: bool,
    /// Whether it is part of the quick scan.
    pub quick: bool,
    /// What to do next, by how low the answer is; from the lowest bound up.
    pub advice: Vec<Advice>,
    /// The version in which it first appeared, and the ids it had before.
    pub history: History,
}

/// What became of a question, or of a row of a grid, across versions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The version in which it first appeared; `None` when it was there from the start.
    pub since: Option<Version>,
    /// Where that stands.
    pub(super) span: Option<Span>,
    /// The ids it had in earlier versions.
    pub was: Vec<Former>,
}

/// What kind of answer a question takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One of these.
    Choice {
        /// The choices, each with a value.
        choices: Vec<Choice>,
        /// What counts as nothing.
        range: Range,
    },
    /// Any number of these boxes.
    Multiple {
        /// The boxes.
        choices: Vec<Choice>,
    },
    /// A whole number on a scale.
    Rating {
        /// The lowest, -1000 to 1000.
        from: i64,
        /// The highest; above the lowest, at most 64 steps.
        to: i64,
    },
    /// Yes or no.
    YesNo,
    /// Any number; its place between the two ends counts.
    Number {
        /// Worth nothing, and everything under it; between minus and plus a million million.
        from: f64,
        /// Worth everything, and everything over it; above the other, with the same bounds.
        to: f64,
    },
    /// Free text; not scored.
    Text,
    /// The same choices for several rows; one question, the mean of its answered rows.
    Grid {
        /// The rows.
        rows: Vec<Row>,
        /// The choices, each with a value.
        choices: Vec<Choice>,
        /// What counts as nothing.
        range: Range,
    },
}

/// One row of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its id, unique in the grid.
    pub id: String,
    /// Where the id stands, for later complaints.
    pub span: Span,
    /// Its words.
    pub title: Text,
    /// Index of the highest choice that is possible here, which then is worth everything.
    pub highest: Option<usize>,
    /// The version in which it first appeared, and the ids it had before.
    pub history: History,
}

/// What counts as nothing when a value becomes a share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Range {
    /// value ÷ highest.
    #[default]
    FromZero,
    /// (value − lowest) ÷ (highest − lowest).
    LowestToHighest,
}

/// Whether a respondent may say that a question does not apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NotApplicable {
    /// No.
    #[default]
    NotOffered,
    /// Yes, with or without a reason.
    ReasonOptional,
    /// Yes, with a reason.
    ReasonRequired,
}

impl Question {
    /// Whether it is asked of people of a role, or with `None` of those without one, if what they answered before lets it.
    pub fn is_meant_for(&self, role: Option<usize>, quick: bool) -> bool {
        let for_role = match (role, &self.roles) {
            (Some(role), Some(roles)) => roles.contains(&role),
            _ => true,
        };
        for_role && (!quick || self.quick)
    }
}

impl Kind {
    /// The word for it in the file.
    pub fn word(&self) -> &'static str {
        match self {
            Kind::Choice { .. } => "choice",
            Kind::Multiple { .. } => "multiple",
            Kind::Rating { .. } => "rating",
            Kind::YesNo => "yes-no",
            Kind::Number { .. } => "number",
            Kind::Text => "text",
            Kind::Grid { .. } => "grid",
        }
    }

    /// Ids and values of the answers that are picked from a list; of a multiple, its boxes. Empty for numbers and texts.
    pub fn options(&self) -> Vec<(String, Option<f64>)> {
        match self {
            Kind::Choice { choices, .. } | Kind::Multiple { choices, .. } | Kind::Grid { choices, .. } => {
                choices.iter().map(|choice| (choice.id.clone(), choice.value)).collect()
            }
            Kind::Rating { from, to } => (*from..=*to).map(|step| (step.to_string(), Some(step as f64))).collect(),
            Kind::YesNo => vec![("yes".to_owned(), Some(1.0)), ("no".to_owned(), Some(0.0))],
            Kind::Number { .. } | Kind::Text => Vec::new(),
        }
    }

    /// What each option is worth as written. A box without a value counts one; nothing where it excludes the others, or
    /// where these have values.
    pub fn worths(&self) -> Vec<f64> {
        let Kind::Multiple { choices } = self else {
            return self.options().into_iter().map(|(_, value)| value.unwrap_or(0.0)).collect();
        };
        let counted = |choice: &Choice| if choice.exclusive || !self.counts_boxes() { 0.0 } else { 1.0 };
        choices.iter().map(|choice| choice.value.unwrap_or_else(|| counted(choice))).collect()
    }

    /// Whether it has boxes that count one each.
    pub fn counts_boxes(&self) -> bool {
        let Kind::Multiple { choices } = self else { return false };
        choices.iter().all(|choice| choice.exclusive || choice.value.is_none())
    }

    /// Whether an option is offered in a part of the question: in a row of a grid nothing above the highest that is
    /// possible there.
    pub fn offers(&self, part: Part, option: usize) -> bool {
        let (Part::Row(row), Kind::Grid { rows, choices, .. }) = (part, self) else { return true };
        rows[row].highest.is_none_or(|highest| choices[option].value <= choices[highest].value)
    }

    /// The most that an answer in a part of the question is worth as written; none for numbers, which have no end, and
    /// for texts.
    pub fn most(&self, part: Part) -> Option<f64> {
        let worths = self.worths();
        match self {
            Kind::Number { .. } | Kind::Text => None,
            Kind::Multiple { choices } => {
                let of = |exclusive| {
                    let these = choices.iter().zip(&worths).filter(move |(choice, _)| choice.exclusive == exclusive);
                    these.map(|(_, worth)| *worth)
                };
                Some(of(true).fold(of(false).sum(), f64::max))
            }
            _ => {
                let offered = worths.iter().enumerate().filter(|(option, _)| self.offers(part, *option));
                offered.map(|(_, worth)| *worth).reduce(f64::max)
            }
        }
    }

    /// Whether an answer to it is worth anything.
    pub fn is_scored(&self) -> bool {
        !matches!(self, Kind::Text)
    }
}
