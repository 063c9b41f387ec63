//! The report of change since the previous wave, per council and like for like.

use super::document::Document;
use super::group::{GroupReport, Order};
use crate::comparison::{Audience, Batch};
use crate::language::Language;

/// How councils changed between waves.
pub struct WaveReport<'a> {
    /// Everything that was scored.
    pub batch: &'a Batch<'a>,
    /// Index of the class that peers share.
    pub within: Option<usize>,
    /// Who will read it.
    pub audience: Audience,
    /// Whether councils are named.
    pub show_names: bool,
    /// The language of the report.
    pub language: Language,
    /// The tag for texts of the questionnaire, such as `nl-BE`.
    pub tag: &'a str,
}

impl WaveReport<'_> {
    /// The document.
    pub fn document(&self) -> Document {
        GroupReport {
            batch: self.batch,
            wave: self
                .batch
                .responses()
                .registry
                .groups()
                .iter()
                .filter_map(|group| group.wave)
                .max(),
            within: self.within,
            audience: self.audience,
            show_names: self.show_names,
            marked: &[],
            order: Order::Name,
            language: self.language,
            tag: self.tag,
        }
        .document()
    }
}
