//! The scoring rule: what answers are worth, and how they add up. No input or output, no text, and it cannot fail.
//!
//! [`Rubric`] maps codes to values, [`Tally`] eats chunks of rows and keeps sums of whole numbers, [`Tally::card`] makes
//! a [`ScoreCard`] of them. [`explain`] runs one council's rows through the same per-cell function and returns a
//! [`Derivation`]. The rule is worked out with numbers in `docs/scoring.md`.

mod card;
mod cell;
mod combination;
mod derivation;
mod firmness;
mod ladder;
mod lookup;
mod outcome;
mod pages;
mod question_value;
mod role_cells;
mod rubric;
mod selection;
mod share;
mod summary;
mod sums;
mod tally;
#[cfg(test)]
mod tests;

pub use card::{RoleFilter, all_roles, next_stage, stage_at};
pub use cell::{RespondentCell, respondent_cells};
pub use derivation::{Contribution, Derivation, Given, Part, explain, explain_cell};
pub use firmness::{Firmness, Footing, Range, firmness};
pub use ladder::NextStep;
pub use lookup::Lookup;
pub use outcome::{Band, Coverage, Figure, Outcome, ScoreCard, Step};
pub use question_value::{QuestionValue, question_values};
pub use role_cells::{PartScores, RoleCells};
pub use rubric::{ItemState, Rubric};
pub use selection::Selection;
pub use summary::Summary;
pub use sums::{Keep, Part as SumsPart};
pub use tally::{Counter, Tally};
