//! The report of one council by role: how its roles see each dimension, where the audience may know.

use super::again::Again;
use super::council::{CouncilReport, View, roles};
use super::document::{Block, Document, Section};
use crate::comparison::{Audience, Batch, Withheld};
use crate::language::{Language, report as say};

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
        let l = self.language;
        let view = View::new(&CouncilReport {
            batch: self.batch,
            group: self.group,
            audience: self.audience,
            within: None,
            language: l,
            tag: self.tag,
        });
        let shown = self.batch.roles_shown(self.group, self.audience);
        let seen = roles::seen(&view, &shown);
        let why = roles::withheld(&view, &shown);
        let has_one_role = shown.withheld.iter().any(|(_, why)| *why == Withheld::NothingToCompare);
        let (lead, why) = match (seen.iter().filter(|seen| seen.has_a_figure()).count(), why) {
            (0, Some(why)) if has_one_role => (why, None),
            (0, why) => (say::roles::none_shown(l, view.name), why),
            (1, why) => (say::roles::one_shown(l, view.name), why),
            (_, why) => (roles::message(&view, &shown, &seen), why),
        };
        let mut blocks = roles::figures(&view, &seen);
        let shared = view.reader.shared_questions(self.batch);
        blocks.extend(shared.map(|text| Block::Paragraph(text.into())));
        blocks.extend(why.map(|text| Block::Paragraph(text.into())));
        let title = say::roles::by_role(l).to_owned();
        let section = (!blocks.is_empty()).then(|| Section { id: "roles".to_owned(), title, blocks });
        let again = Again::new("compare", self.batch, l).with("--by", "role").councils(&[self.group]).register();
        let again = again.wave(self.batch.group(self.group).wave).audience(self.audience);
        Document {
            language: l,
            title: say::roles::title(l, view.name),
            subtitle: view.subtitle(),
            stamp: view.reader.stamp(self.audience),
            self_assessed: say::self_assessed(l).to_owned(),
            lead: vec![Block::Lead(lead.into())],
            sections: section.into_iter().collect(),
            drawings: Vec::new(),
            about: view.about(&again.into_text()),
        }
    }
}
