//! From codes to values: what every answer of a questionnaire is worth, worked out once.

use super::combination::Combination;
use super::ladder::Ladder;
use super::selection::Selection;
use crate::questionnaire::{Choice, Kind, Missing, Part, Question, Questionnaire, Range};
use crate::responses::{Code, Codec, DONT_KNOW, FIRST_OPTION, GIVEN, NOT_APPLICABLE, Routing, Row, UNANSWERED};

/// What the answers of one questionnaire are worth.
#[derive(Clone, Debug)]
pub struct Rubric<'q> {
    pub(super) questionnaire: &'q Questionnaire,
    pub(super) codec: Codec,
    pub(super) routing: Routing,
    columns: Vec<Worth>,
    /// The cells of every dimension.
    pub(super) cells_of: Vec<Vec<usize>>,
    pub(super) combination: Combination,
    /// Which items are scored.
    pub(super) counted: Vec<bool>,
    /// Per column, the highest age of answers that have it.
    age_limits: Vec<u16>,
    /// The ladder of every item that has one; one that the rows of a grid share.
    pub(super) ladders: Vec<Option<Ladder>>,
    selection: Selection,
}

/// What an answer in one column is worth, 0–1.
#[derive(Clone, Debug)]
enum Worth {
    Options(Vec<f64>),
    Boxes { values: Vec<f64>, exclusive: u64, total: f64, slot: usize },
    Number { from: f64, to: f64, reverse: bool, slot: usize },
    Nothing,
}

/// The state of one item for one respondent. All values are 0–1 of the question's own range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ItemState {
    /// Routed out.
    NotAsked,
    /// Asked, and said not to apply.
    NotApplicable,
    /// Asked and applicable, without a value.
    Unknown {
        /// The lowest it could be.
        low: f64,
        /// The highest it could be.
        high: f64,
    },
    /// Answered.
    Scored {
        /// What it is worth.
        value: f64,
        /// The lowest it could be; lower than the value only in a grid with unknown rows.
        low: f64,
        /// The highest it could be.
        high: f64,
    },
}

impl<'q> Rubric<'q> {
    /// The rubric of a questionnaire.
    pub fn new(questionnaire: &'q Questionnaire) -> Rubric<'q> {
        let codec = Codec::new(questionnaire);
        let routing = Routing::new(questionnaire, &codec);
        let worth = |(index, column): (usize, &crate::questionnaire::Column)| {
            let slot = codec.wide_slot(index).unwrap_or_default();
            worth(&questionnaire.questions[column.question], column.part, slot)
        };
        let columns = questionnaire.columns.iter().enumerate().map(worth).collect();
        let counted = vec![true; questionnaire.items.len()];
        let age_limits =
            (0..questionnaire.columns.len()).map(|column| questionnaire.column_age_limit(column)).collect();
        let ladders = questionnaire.items.iter().map(|item| Ladder::of(questionnaire, item)).collect();
        let inside = |cell: usize, dimension: usize| {
            questionnaire.cells[cell].at.iter().any(|&leaf| questionnaire.is_within(leaf, dimension))
        };
        let cells = 0..questionnaire.cells.len();
        let cells_of: Vec<Vec<usize>> = (0..questionnaire.dimensions.len())
            .map(|dimension| cells.clone().filter(|&cell| inside(cell, dimension)).collect())
            .collect();
        let combination = Combination::new(questionnaire, &cells_of);
        let selection = Selection::default();
        Rubric {
            questionnaire,
            codec,
            routing,
            columns,
            cells_of,
            combination,
            counted,
            age_limits,
            ladders,
            selection,
        }
    }

    /// The same rubric counting the questions of the quick scan only.
    pub fn quick_only(self) -> Rubric<'q> {
        self.only(Selection { quick_only: true, age: 0 })
    }

    /// The same rubric counting fewer questions.
    pub fn only(mut self, selection: Selection) -> Rubric<'q> {
        for (counted, item) in self.counted.iter_mut().zip(&self.questionnaire.items) {
            *counted &= selection.has(self.questionnaire, item.question);
        }
        self.selection = self.selection.and(selection);
        self
    }

    /// Which questions it counts.
    pub fn selection(&self) -> Selection {
        self.selection
    }

    /// Whether it counts any question of a cell.
    pub fn counts_in(&self, cell: usize) -> bool {
        self.questionnaire.items.iter().zip(&self.counted).any(|(item, counted)| item.cell == cell && *counted)
    }

    /// The questionnaire.
    pub fn questionnaire(&self) -> &'q Questionnaire {
        self.questionnaire
    }

    /// The codes of the questionnaire.
    pub fn codec(&self) -> &Codec {
        &self.codec
    }

    /// Decides for every question whether the respondent of a row is asked it.
    pub fn asked(&self, row: Row<'_>, asked: &mut Vec<bool>) {
        self.routing.asked(row, asked);
    }

    /// What one item is worth in a row. `asked` is what [`Rubric::asked`] said of the row.
    pub fn item(&self, item: usize, row: Row<'_>, asked: &[bool]) -> ItemState {
        let rule = &self.questionnaire.items[item];
        if !self.counted[item] || !asked[rule.question] {
            return ItemState::NotAsked;
        }
        let is_grid = matches!(self.questionnaire.questions[rule.question].kind, Kind::Grid { .. });
        if is_grid { self.grid(rule.columns.clone(), row) } else { self.column(rule.columns.start, row) }
    }

    /// The state of an item of one column without a wide slot, in a row in which it was asked and has this code.
    pub(super) fn said(&self, item: usize, code: Code) -> ItemState {
        let rule = &self.questionnaire.items[item];
        if self.counted[item] { self.coded(rule.columns.start, code, &[]) } else { ItemState::NotAsked }
    }

    /// What one column is worth in a row in which its question was asked.
    pub fn column(&self, column: usize, row: Row<'_>) -> ItemState {
        if self.has_column(column, row.head.age) {
            self.coded(column, row.codes[column], row.wide)
        } else {
            ItemState::NotAsked
        }
    }

    /// Whether a column is counted in answers of this age: a row of a grid may be younger than its question.
    pub(super) fn has_column(&self, column: usize, age: u16) -> bool {
        self.age_limits[column] >= age.max(self.selection.age)
    }

    fn coded(&self, column: usize, code: Code, wide: &[u64]) -> ItemState {
        let worth = &self.columns[column];
        match code {
            NOT_APPLICABLE => ItemState::NotApplicable,
            UNANSWERED | DONT_KNOW => {
                let (low, high) = worth.ends();
                ItemState::Unknown { low, high }
            }
            _ => {
                let value = worth.value(code, wide);
                ItemState::Scored { value, low: value, high: value }
            }
        }
    }

    /// Which answer was given in a column, from 0: of the options in their order; of a number, of so many equal parts of
    /// its range, from the lowest up, whatever it is worth there.
    pub fn option(&self, column: usize, row: Row<'_>, parts: usize) -> usize {
        match self.columns[column] {
            Worth::Number { from, to, slot, .. } => {
                let part = (f64::from_bits(row.wide[slot]) - from) * parts as f64 / (to - from);
                (part.max(0.0) as usize).min(parts - 1)
            }
            _ => usize::from(row.codes[column].saturating_sub(FIRST_OPTION)),
        }
    }

    /// What each option of a column is worth, 0–1, in the order of the options; empty where there are none to choose
    /// one of.
    pub fn shares(&self, column: usize) -> &[f64] {
        match &self.columns[column] {
            Worth::Options(shares) => shares,
            _ => &[],
        }
    }

    /// A grid is one item: the mean of its answered rows, if enough of those that apply are answered.
    fn grid(&self, columns: std::ops::Range<usize>, row: Row<'_>) -> ItemState {
        let scoring = &self.questionnaire.scoring;
        let (mut applicable, mut answered) = (0u32, 0u32);
        let (mut sum, mut low, mut high) = (0.0, 0.0, 0.0);
        for column in columns {
            match self.column(column, row) {
                ItemState::NotAsked | ItemState::NotApplicable => {}
                ItemState::Unknown { low: lowest, high: highest } => {
                    applicable += 1;
                    low += lowest;
                    high += highest;
                }
                ItemState::Scored { value, .. } => {
                    applicable += 1;
                    answered += 1;
                    sum += value;
                    low += value;
                    high += value;
                }
            }
        }
        if applicable == 0 {
            return ItemState::NotApplicable;
        }
        let rows = f64::from(applicable);
        let (low, high) = (low / rows, high / rows);
        if answered == 0 || f64::from(answered) / rows < scoring.min_coverage {
            return ItemState::Unknown { low, high };
        }
        let counted = if scoring.missing == Missing::Zero { rows } else { f64::from(answered) };
        ItemState::Scored { value: sum / counted, low, high }
    }
}

fn worth(question: &Question, part: Part, slot: usize) -> Worth {
    match &question.kind {
        Kind::Text => Worth::Nothing,
        Kind::Number { from, to } => Worth::Number { from: *from, to: *to, reverse: question.reverse, slot },
        Kind::Multiple { choices } => boxes(choices, question.kind.worths(), slot),
        Kind::Grid { rows, choices, range } => {
            let highest = match part {
                Part::Row(row) => rows[row].highest.and_then(|index| choices[index].value),
                _ => None,
            };
            Worth::Options(shares(&values(choices), *range, question.reverse, highest))
        }
        Kind::Choice { choices, range } => Worth::Options(shares(&values(choices), *range, question.reverse, None)),
        Kind::YesNo => Worth::Options(shares(&[1.0, 0.0], Range::FromZero, question.reverse, None)),
        Kind::Rating { from, to } => {
            let steps: Vec<f64> = (*from..=*to).map(|step| step as f64).collect();
            Worth::Options(shares(&steps, Range::LowestToHighest, question.reverse, None))
        }
    }
}

fn values(choices: &[Choice]) -> Vec<f64> {
    choices.iter().map(|choice| choice.value.unwrap_or(0.0)).collect()
}

/// Values as shares of the highest, or of the way from the lowest to the highest. `highest_possible` takes the place of
/// the highest for a row whose top rungs cannot be reached; an answer over it is worth what that highest is worth.
fn shares(values: &[f64], range: Range, reverse: bool, highest_possible: Option<f64>) -> Vec<f64> {
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let highest = highest_possible.unwrap_or(highest);
    let from = match range {
        Range::FromZero => 0.0,
        Range::LowestToHighest => lowest,
    };
    let share = |value: f64| {
        let value = value.min(highest);
        let value = if reverse { lowest + highest - value } else { value };
        ((value - from) / (highest - from)).clamp(0.0, 1.0)
    };
    values.iter().map(|&value| share(value)).collect()
}

/// All boxes that do not exclude others are together worth everything.
fn boxes(choices: &[Choice], values: Vec<f64>, slot: usize) -> Worth {
    let exclusive = choices.iter().enumerate().filter(|(_, choice)| choice.exclusive);
    let plain = choices.iter().zip(&values).filter(|(choice, _)| !choice.exclusive);
    Worth::Boxes {
        exclusive: exclusive.fold(0, |bits, (index, _)| bits | 1 << index),
        total: plain.map(|(_, value)| value).sum(),
        values,
        slot,
    }
}

impl Worth {
    fn value(&self, code: u8, wide: &[u64]) -> f64 {
        match self {
            Worth::Options(shares) => {
                let index = usize::from(code.saturating_sub(FIRST_OPTION));
                shares.get(index).copied().unwrap_or_default()
            }
            Worth::Boxes { values, total, slot, .. } => {
                debug_assert_eq!(code, GIVEN);
                let ticked = wide[*slot];
                let sum: f64 =
                    values.iter().enumerate().filter(|(index, _)| ticked >> index & 1 == 1).map(|(_, v)| v).sum();
                (sum / total).clamp(0.0, 1.0)
            }
            Worth::Number { from, to, reverse, slot } => {
                let place = ((f64::from_bits(wide[*slot]) - from) / (to - from)).clamp(0.0, 1.0);
                if *reverse { 1.0 - place } else { place }
            }
            Worth::Nothing => 0.0,
        }
    }

    /// The lowest and the highest that any answer is worth.
    fn ends(&self) -> (f64, f64) {
        match self {
            Worth::Options(shares) => {
                let low = shares.iter().copied().fold(f64::INFINITY, f64::min);
                (low, shares.iter().copied().fold(0.0, f64::max))
            }
            Worth::Boxes { values, exclusive, total, .. } => {
                // All plain boxes are worth everything; an exclusive one may be worth more than none ticked, never less.
                debug_assert!(values.len() >= exclusive.count_ones() as usize && *total > 0.0);
                (0.0, 1.0)
            }
            Worth::Number { .. } => (0.0, 1.0),
            Worth::Nothing => (0.0, 0.0),
        }
    }
}
