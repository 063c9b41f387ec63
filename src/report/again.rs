//! The command that makes a page again, as every page says it.

use crate::comparison::{Audience, Batch};
use crate::language::report::about::{
    answers_placeholder, council_placeholder, questionnaire_placeholder, register_placeholder,
};
use crate::language::{Language, command};
use crate::questionnaire::is_shipped;
use crate::responses::Wave;

/// A command flag by flag, with words such as `ANSWERS` where paths stand, which a page does not know. What makes no
/// difference is left out.
pub(super) struct Again<'a> {
    batch: &'a Batch<'a>,
    l: Language,
    text: String,
}

/// Whose figures a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Those of one council in a wave, by index of the group.
    One(usize),
    /// Those of several councils in a wave.
    Several(Option<Wave>),
}

/// The command that shows where a figure of a page comes from. It takes one council; which of several, a person says.
pub(super) fn explain(batch: &Batch<'_>, of: Of, l: Language) -> String {
    let score = Again::new("score", batch, l);
    let score = match of {
        Of::One(group) => score.councils(&[group]).register().wave(batch.group(group).wave),
        Of::Several(wave) => score.with("--council", council_placeholder(l)).register().wave(wave),
    };
    score.switch("--explain", true).into_text()
}

/// `report`, `compare` or `score`, of answers; with their questionnaire, where peil does not have it itself or the answers
/// do not name it.
fn begin(verb: &str, batch: &Batch<'_>, l: Language) -> String {
    let questionnaire = batch.rubric().questionnaire();
    let named = match is_shipped(questionnaire) {
        true => batch.responses().without_questionnaire.then_some(questionnaire.id.as_str()),
        false => Some(questionnaire_placeholder(l)),
    };
    command(["peil", verb, answers_placeholder(l)].into_iter().chain(named.into_iter().flat_map(|name| ["-q", name])))
}

impl<'a> Again<'a> {
    /// `report`, `compare` or `score`, of answers.
    pub(super) fn new(verb: &str, batch: &'a Batch<'a>, l: Language) -> Again<'a> {
        Again { batch, l, text: begin(verb, batch, l) }
    }

    /// A flag with its value.
    pub(super) fn with(mut self, flag: &str, value: &str) -> Again<'a> {
        self.text.push_str(&format!(" {}", command([flag, value])));
        self
    }

    /// A flag without a value, where it was given.
    pub(super) fn switch(mut self, flag: &str, is_given: bool) -> Again<'a> {
        if is_given {
            self.text.push_str(&format!(" {flag}"));
        }
        self
    }

    /// The councils asked for, by index of the group.
    pub(super) fn councils(self, groups: &[usize]) -> Again<'a> {
        let batch = self.batch;
        groups.iter().fold(self, |again, &group| again.with("--council", batch.id(group)))
    }

    /// The register of councils, where there is one.
    pub(super) fn register(self) -> Again<'a> {
        if self.batch.responses().registry.has_register() {
            let placeholder = register_placeholder(self.l);
            self.with("--councils", placeholder)
        } else {
            self
        }
    }

    /// The wave.
    pub(super) fn wave(self, wave: Option<Wave>) -> Again<'a> {
        match wave {
            Some(wave) => self.with("--wave", &wave.to_string()),
            None => self,
        }
    }

    /// The class that councils are compared in, by index.
    pub(super) fn within(self, column: Option<usize>) -> Again<'a> {
        match column.and_then(|column| self.batch.responses().registry.class_name(column)) {
            Some(class) => self.with("--within", class),
            None => self,
        }
    }

    /// For whom it is.
    pub(super) fn audience(self, audience: Audience) -> Again<'a> {
        match audience {
            Audience::Public => self,
            Audience::Workshop => self.with("--audience", "workshop"),
        }
    }

    /// The command.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}
