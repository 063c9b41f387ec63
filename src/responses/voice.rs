//! As whom answers are given: someone in a role, someone without one, or all together.

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
