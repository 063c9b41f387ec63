//! What a valid questionnaire is: ids, scale, axes, routing, advice; and the ones that ship with peil.
//!
//! A [`Questionnaire`] can only be had by reading one that has no errors, so nobody after this needs to check it again.
//! This module knows nothing of answers or scores.

mod advice;
mod announced;
mod axis;
mod choice;
mod column;
mod condition;
mod former;
mod golden;
mod hash;
mod length;
mod names;
mod own_targets;
mod question;
mod read;
mod read_question;
mod scale;
mod scoring;
pub mod shape;
mod shipped;
mod target;
mod text;
mod version;

pub use advice::{Advice, AdviceKind};
pub use axis::{Axis, Cell, Dimension};
pub use choice::{Choice, MOST_CHOICES};
pub use column::{Column, Item, Part};
pub use condition::{Condition, Test};
pub use former::{Dropped, Former};
pub use golden::{GoldenAnswers, GoldenRespondent, GoldenTest, NO_STAGE};
pub use length::{minutes_for, seconds_for};
pub use names::{CONSENSUS, RESERVED_ANSWERS, RESERVED_COLUMNS, is_id, is_reserved_column};
pub use own_targets::{OWN_TARGETS, On, Targets, Wish, check_targets, read_targets};
pub use question::{History, Kind, NotApplicable, Question, Range, Row};
pub use read::parse;
pub use scale::{Scale, Stage};
pub use scoring::{MinimumGroup, Missing, RoleWeights, Scoring};
pub use shipped::{SHIPPED, Shipped, Summary, is_shipped, shipped};
pub use target::{Aim, Target};
pub use text::{Tag, Text};
pub use version::Version;

use crate::source::Span;

/// A group of people who see the council from the same side.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
}

/// A questionnaire without errors.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// Its id.
    pub id: String,
    /// Its version, `1.2.3`.
    pub version: String,
    /// Where the version stands, for later complaints.
    pub version_span: Span,
    /// The languages every text exists in; at least one.
    pub languages: Vec<Tag>,
    /// Its name.
    pub title: Text,
    /// Where it comes from, and what it is not.
    pub provenance: Option<Text>,
    /// Its licence, as an SPDX id.
    pub licence: Option<String>,
    /// How long answering takes one person.
    pub minutes: Option<u32>,
    /// Where the minutes stand, for later complaints.
    pub minutes_span: Option<Span>,
    /// The scale of every score.
    pub scale: Scale,
    /// The ways to group questions; at least one.
    pub axes: Vec<Axis>,
    /// All dimensions of all axes, parents before children.
    pub dimensions: Vec<Dimension>,
    /// The places that hold scored questions, in the order of the axes.
    pub cells: Vec<Cell>,
    /// Who is asked.
    pub roles: Vec<Role>,
    /// The rules of scoring.
    pub scoring: Scoring,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// The places for answers, in the order of the questions.
    pub columns: Vec<Column>,
    /// What is scored, in the order of the questions.
    pub items: Vec<Item>,
    /// Questions and columns of earlier versions that are gone.
    pub dropped: Vec<Dropped>,
    /// The versions that brought new questions or rows, the latest first.
    pub additions: Vec<Version>,
    /// Where councils of some kind may want to stand.
    pub targets: Vec<Target>,
    /// Golden tests.
    pub tests: Vec<GoldenTest>,
    /// What answers are bound to: `b3:` and 64 hexadecimal digits.
    pub hash: String,
}

impl Questionnaire {
    /// `id@version`
    pub fn reference(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// Index of the column with this name.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// Index of the role with this id.
    pub fn role(&self, id: &str) -> Option<usize> {
        self.roles.iter().position(|role| role.id == id)
    }

    /// Index of the dimension with this id.
    pub fn dimension(&self, id: &str) -> Option<usize> {
        self.dimensions.iter().position(|dimension| dimension.id == id)
    }

    /// Whether tables of answers or scores have a column of their own with this name, so that nothing else may.
    pub fn is_own_column(&self, name: &str) -> bool {
        is_reserved_column(name) || self.dimension(name).is_some() || self.role(name).is_some()
    }

    /// Whether `dimension` is `ancestor` or stands somewhere below it.
    pub fn is_within(&self, dimension: usize, ancestor: usize) -> bool {
        std::iter::successors(Some(dimension), |&index| self.dimensions[index].parent).any(|index| index == ancestor)
    }

    /// Per dimension, whether a scored question stands at it or below it: elsewhere there is never a score.
    pub fn scored_dimensions(&self) -> Vec<bool> {
        self.above(self.cells.iter().flat_map(|cell| &cell.at))
    }

    /// Per dimension, whether any question stands at it or below it.
    pub fn asked_dimensions(&self) -> Vec<bool> {
        self.above(self.questions.iter().flat_map(|question| &question.at))
    }

    /// Per dimension, whether it is one of these leaves or above one of them.
    fn above<'a>(&self, leaves: impl Iterator<Item = &'a usize>) -> Vec<bool> {
        let mut above = vec![false; self.dimensions.len()];
        for &leaf in leaves {
            for dimension in std::iter::successors(Some(leaf), |&index| self.dimensions[index].parent) {
                if std::mem::replace(&mut above[dimension], true) {
                    break;
                }
            }
        }
        above
    }

    /// Whether the cells form a grid: more than one axis.
    pub fn has_grid(&self) -> bool {
        self.axes.len() > 1
    }

    /// The columns of a question, by index.
    pub fn columns_of(&self, question: usize) -> std::ops::Range<usize> {
        let before = |question: usize| self.columns.partition_point(|column| column.question < question);
        before(question)..before(question + 1)
    }

    /// The question that a column belongs to.
    pub fn question_of(&self, column: usize) -> &Question {
        &self.questions[self.columns[column].question]
    }
}
