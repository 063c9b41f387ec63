//! The report of one council by role: how its roles see each dimension, where the audience may know.

use super::council::CouncilReport;
use super::document::Document;
use crate::comparison::{Audience, Batch};
use crate::language::Language;

/// The roles of one council beside each other.
pub struct RoleReport<'a> {
    /// Everything that was scored.
    pub batch: &'a Batch<'a>,
    /// The council in its wave, by index of the group.
    pub group: usize,
    /// Who will read it.
    pub audience: Audience,
    /// The language of the report.
    pub language: Language,
    /// The tag for texts of the questionnaire, such as `nl-BE`.
    pub tag: &'a str,
}

impl RoleReport<'_> {
    /// The document.
    pub fn document(&self) -> Document {
        CouncilReport {
            batch: self.batch,
            group: self.group,
            audience: self.audience,
            within: None,
            language: self.language,
            tag: self.tag,
        }
        .document()
    }
}
