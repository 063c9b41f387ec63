//! The report of a group of councils: how their scores lie, and where marked councils stand.

use super::document::{Block, Document};
use crate::comparison::{Audience, Batch};
use crate::language::Language;
use crate::responses::Wave;

/// In which order councils are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As a reader of the language looks a name up.
    #[default]
    Name,
    /// The highest score first.
    Score,
}

/// A group of councils in one wave.
pub struct GroupReport<'a> {
    /// Everything that was scored.
    pub batch: &'a Batch<'a>,
    /// The wave reported.
    pub wave: Option<Wave>,
    /// Index of the class that peers share.
    pub within: Option<usize>,
    /// Who will read it.
    pub audience: Audience,
    /// Whether councils are named.
    pub show_names: bool,
    /// Groups that are named in any case, such as the own council.
    pub marked: &'a [usize],
    /// The order of the list of councils.
    pub order: Order,
    /// The language of the report.
    pub language: Language,
    /// The tag for texts of the questionnaire, such as `nl-BE`.
    pub tag: &'a str,
}

impl GroupReport<'_> {
    /// The document.
    pub fn document(&self) -> Document {
        let title = self.batch.rubric().questionnaire().title.get(self.tag).to_owned();
        Document {
            language: self.language,
            subtitle: self.wave.map(|wave| wave.to_string()).unwrap_or_default(),
            stamp: None,
            self_assessed: crate::language::report::self_assessed(self.language).to_owned(),
            lead: vec![Block::Lead(title.as_str().into())],
            title,
            sections: Vec::new(),
            about: Vec::new(),
        }
    }
}
