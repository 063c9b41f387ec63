//! Which column an answer is for, by the name it has in the version that was answered; and the findings where none is.

use super::codec::Codec;
use super::earlier::{Became, Earlier, Lineage};
use crate::diagnostics::{BindingFinding, Diagnostics, Known, NameFinding, Thing};
use crate::questionnaire::{Questionnaire, Version};
use crate::yaml::Key;

/// What answers are bound to.
#[derive(Clone, Copy)]
pub(crate) struct Terms<'a> {
    pub(crate) questionnaire: &'a Questionnaire,
    pub(crate) codec: &'a Codec,
    /// The names of earlier versions, where answers of those are let pass.
    pub(crate) lineage: Option<&'a Lineage>,
}

/// What a name stands for in the version that was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    Column(usize),
    /// It was asked then, and is no longer.
    Dropped,
    /// Nothing; with what it is in other versions.
    Nothing(Option<Became>),
}

/// The version that a text names, if it came before that of the questionnaire.
pub(crate) fn earlier_version(text: &str, questionnaire: &Questionnaire) -> Option<Version> {
    Version::parse(text).filter(|version| *version < questionnaire.number())
}

/// The finding for a version that answers cannot be read by.
pub(super) fn other_version(found: &str, questionnaire: &Questionnaire) -> BindingFinding {
    BindingFinding::OtherVersion {
        questionnaire: questionnaire.id.clone(),
        found: found.to_owned(),
        expected: questionnaire.version.clone(),
    }
}

/// What a name means in the version that was answered; what is done to answers of an earlier one is noted.
pub(crate) fn named(id: &str, terms: Terms<'_>, earlier: Option<Version>, noted: &mut Earlier) -> Named {
    let questionnaire = terms.questionnaire;
    if let Some(column) = questionnaire.column(id) {
        return Named::Column(column);
    }
    let in_version = terms.lineage.zip(earlier).and_then(|(lineage, v)| lineage.former_in(id, v, questionnaire));
    match in_version {
        Some(Became::Column(column)) => {
            noted.note_name(id, column);
            Named::Column(column)
        }
        Some(Became::Dropped(index)) => {
            noted.note_dropped(&questionnaire.dropped[index].id);
            Named::Dropped
        }
        None => Named::Nothing(terms.lineage.and_then(|lineage| lineage.former(id, questionnaire))),
    }
}

/// The column that a name means in the version that was answered. `None` where it is none, or is no longer asked.
pub(super) fn column(
    key: &Key,
    terms: Terms<'_>,
    earlier: Option<Version>,
    noted: &mut Earlier,
    out: &mut Diagnostics,
) -> Option<usize> {
    let (questionnaire, id) = (terms.questionnaire, key.text.as_str());
    match named(id, terms, earlier, noted) {
        Named::Column(column) => return Some(column),
        Named::Dropped => {}
        Named::Nothing(Some(became)) => out.add(key.span, former_question(id, became, questionnaire)),
        Named::Nothing(None) => {
            let known = questionnaire.columns.iter().map(|column| column.id.as_str());
            let suggestion = out.nearest(key.span.file, id, known.clone());
            let (thing, id, known) = (Thing::Question, id.to_owned(), Known::of(known));
            out.add(key.span, NameFinding::Unknown { thing, id, suggestion, known });
        }
    }
    None
}

/// The finding for a name of an earlier version among answers of a later one.
pub(super) fn former_question(name: &str, became: Became, questionnaire: &Questionnaire) -> BindingFinding {
    let (now, since) = match became {
        Became::Column(column) => (Some(questionnaire.columns[column].id.clone()), None),
        Became::Dropped(index) => (None, Some(questionnaire.dropped[index].since.to_string())),
    };
    BindingFinding::FormerQuestion { name: name.to_owned(), now, since }
}

/// The finding for two names that are one question now.
pub(super) fn twice(name: &str, first: &str) -> BindingFinding {
    BindingFinding::AnsweredTwice { name: name.to_owned(), first: first.to_owned() }
}
