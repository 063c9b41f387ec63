//! The report of one council: where it stands, what changed, what to do next. In the order in which a board reads it.

use super::document::{Block, Document};
use super::reader::Reader;
use crate::comparison::{Audience, Batch};
use crate::language::{Language, report as say};

/// One council in one wave.
pub struct CouncilReport<'a> {
    /// Everything that was scored, its peers and its past among it.
    pub batch: &'a Batch<'a>,
    /// The council in its wave, by index of the group.
    pub group: usize,
    /// Who will read it.
    pub audience: Audience,
    /// Index of the class that peers share.
    pub within: Option<usize>,
    /// The language of the report.
    pub language: Language,
    /// The tag for texts of the questionnaire, such as `nl-BE`.
    pub tag: &'a str,
}

impl CouncilReport<'_> {
    /// The document.
    pub fn document(&self) -> Document {
        let reader = Reader::new(self.batch, self.language, self.tag);
        let card = &self.batch.cards()[self.group];
        Document {
            language: self.language,
            title: self.batch.name(self.group).to_owned(),
            subtitle: reader.q.title.get(self.tag).to_owned(),
            stamp: (self.audience == Audience::Workshop).then(|| say::participants_only(self.language).to_owned()),
            self_assessed: say::self_assessed(self.language).to_owned(),
            lead: vec![Block::Lead(reader.number(card.overall.outcome.score()).into())],
            sections: Vec::new(),
            about: Vec::new(),
        }
    }
}
