//! Differences: ranks, percentiles, change, spread; and what may be shown to whom. No text.
//!
//! A [`Batch`] is scored once; everything here borrows it and annotates. A report accepts only what this module returns,
//! so the rules of the audience cannot be passed by.

mod audience;
mod batch;
mod firmness;
mod merger;
mod peers;
mod questions;
mod spread;
mod standing;

pub use audience::{Audience, Comments, RoleView, Withheld};
pub use batch::{Batch, Scan};
pub use firmness::FirmChange;
pub use merger::{MergedChange, Merger, Past};
pub use peers::{Passed, Peers};
pub use spread::{Measure, Spread, quantile};
pub use standing::{Fields, LikeForLike, Shared, Standing};
