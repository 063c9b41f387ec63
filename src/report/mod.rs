//! One [`document::Document`], built once and rendered by every format, so that formats cannot disagree.
//!
//! A document holds finished words: every number is already text in the reader's language. A renderer decides only how
//! those words look. This module does not know how a score is computed, what a terminal is, or where a file goes.
//!
//! What a document says is built here too, from a scored batch: one council ([`CouncilReport`]), a group
//! ([`GroupReport`]), the roles of a council ([`RoleReport`]), two waves ([`WaveReport`]), one number
//! ([`DerivationReport`]), whom to invite ([`InvitationReport`]). The builders take from
//! `comparison` only what it lets an audience see, and every sentence from `language`.

mod about;
mod again;
mod by_role;
mod by_wave;
mod council;
pub mod derivation;
pub mod document;
mod drawing;
mod elsewhere;
mod ends;
mod group;
pub mod html;
mod invitation;
pub mod markdown;
pub mod picture;
mod reader;
pub mod terminal;
mod text;

pub use by_role::RoleReport;
pub use by_wave::WaveReport;
pub use council::CouncilReport;
pub use derivation::DerivationReport;
pub use elsewhere::elsewhere;
pub use group::{GroupReport, Order};
pub use invitation::InvitationReport;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
