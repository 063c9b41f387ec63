//! As whom answers are given: someone in a role, someone without one, or all together.

use crate::diagnostics::{Known, NameFinding, Thing, nearest};
use crate::language::Language;
use crate::questionnaire::{CONSENSUS, Questionnaire};

/// As whom a respondent answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// A person of whom no role is known.
    #[default]
    Person,
    /// A person in a role, by its index.
    Role(usize),
    /// Those who answered, together: what they agreed on after talking. It is nobody's own answer, stands beside the
    /// individual ones, and where it has a score that is the council's.
    Consensus,
}

impl Voice {
    /// What stands in the place of a role for a consensus.
    pub const CONSENSUS: &'static str = CONSENSUS;

    /// The voice of an id: a role of the questionnaire, or the consensus.
    pub fn of(id: &str, questionnaire: &Questionnaire) -> Option<Voice> {
        match questionnaire.role(id) {
            Some(role) => Some(Voice::Role(role)),
            None => (id == Voice::CONSENSUS).then_some(Voice::Consensus),
        }
    }

    /// Everything that [`Voice::of`] knows.
    pub fn ids(questionnaire: &Questionnaire) -> impl Iterator<Item = &str> + Clone {
        questionnaire.roles.iter().map(|role| role.id.as_str()).chain([Voice::CONSENSUS])
    }

    /// The voice that a person names: by its id, or a role by its title in any language.
    pub fn named(text: &str, questionnaire: &Questionnaire) -> Option<Voice> {
        let is = |(_, title): (_, &str)| title.split_whitespace().eq(text.split_whitespace());
        let titled = || questionnaire.roles.iter().position(|role| role.title.iter().any(is)).map(Voice::Role);
        Voice::of(text.trim(), questionnaire).or_else(titled)
    }

    /// For a text that names no voice: the id of the nearest, if one is near, and all there are.
    pub fn near(text: &str, questionnaire: &Questionnaire) -> (Option<String>, Known) {
        let roles = &questionnaire.roles;
        let titles = || roles.iter().flat_map(|role| role.title.iter().map(|(_, title)| (title, &role.id)));
        let by_title = || {
            let near = nearest(text, titles().map(|(title, _)| title))?;
            titles().find(|(title, _)| *title == near).map(|(_, id)| id.clone())
        };
        let titled = roles.iter().map(|role| {
            let title = Language::ALL.map(|l| role.title.get(l.code()).to_owned());
            (role.id.as_str(), Some(title))
        });
        (
            nearest(text, Voice::ids(questionnaire)).or_else(by_title),
            Known::titled(titled.chain([(Voice::CONSENSUS, None)])),
        )
    }

    /// The finding for a text that names no voice.
    pub fn unknown(text: &str, questionnaire: &Questionnaire) -> NameFinding {
        let (suggestion, known) = Voice::near(text, questionnaire);
        NameFinding::Unknown { thing: Thing::Role, id: text.to_owned(), suggestion, known }
    }

    /// The id it is written by; none for a person without a role.
    pub fn id(self, questionnaire: &Questionnaire) -> Option<&str> {
        match self {
            Voice::Person => None,
            Voice::Role(role) => Some(&questionnaire.roles[role].id),
            Voice::Consensus => Some(Voice::CONSENSUS),
        }
    }

    /// Index of the role, if it is one.
    pub fn role(self) -> Option<usize> {
        match self {
            Voice::Role(role) => Some(role),
            Voice::Person | Voice::Consensus => None,
        }
    }

    /// Its place in a coded row: that of the role, then people without one, then the consensus.
    pub fn index(self, questionnaire: &Questionnaire) -> u8 {
        let roles = questionnaire.roles.len();
        let index = match self {
            Voice::Role(role) => role,
            Voice::Person => roles,
            Voice::Consensus => roles + 1,
        };
        index as u8
    }
}
