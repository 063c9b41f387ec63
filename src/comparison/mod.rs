//! Differences: ranks, percentiles, change, spread; and what may be shown to whom. No text.
//!
//! A [`Batch`] is scored once; everything here borrows it and annotates. A report accepts only what this module returns,
//! so the rules of the audience cannot be passed by.

mod agenda;
mod agreement;
mod aims;
mod audience;
mod batch;
mod circle;
mod common;
mod cuts;
mod firmness;
mod invitation;
mod merger;
mod partner;
mod parts;
mod peers;
mod plausibility;
mod pool;
mod questions;
mod reliability;
mod ruler;
mod sensitivity;
mod spread;
mod standing;
#[cfg(test)]
mod tests;
mod variance;
mod written;

pub use agenda::{Agenda, TOPICS, Topic};
pub use agreement::{Agreement, Gap, NUMBER_PARTS};
pub use aims::{Aimed, Progress};
pub use audience::{Audience, RoleView, Withheld};
pub use batch::{Batch, Scan};
pub use common::{Change, Common, Left, LeftOut, Shared};
pub use firmness::FirmChange;
pub use invitation::{Bound, Invitation, Invited, Listed, NEAR};
pub use merger::{MergedChange, Merger, Past};
pub use partner::ViaPartner;
pub use peers::{Passed, Peers};
pub use plausibility::{Plausibility, Seen, Sign, Suspect};
pub use pool::{OnlyScores, Pool, Pooled};
pub use reliability::{Alpha, Icc, Reliability};
pub use ruler::{Ruler, average_deviation, within_group_agreement};
pub use sensitivity::Sensitivity;
pub use spread::{Measure, Quarter, Spread, quantile};
pub use standing::{Fields, LikeForLike, Standing};
pub use written::{Hidden, Written};
