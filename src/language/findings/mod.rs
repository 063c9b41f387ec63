//! What can be wrong with a file, as data, and the words for it.
//!
//! A finding holds the facts (which id, what was expected); its wording says, per language, what is wrong (one
//! lower-case sentence), what stands at the marked place, and what to do. Each group of findings has a file of its own.

mod answers;
mod file;
mod model;
mod names;
mod shape;
mod table;

pub use answers::{AnswerFinding, BindingFinding};
pub use file::FileFinding;
pub use model::ModelFinding;
pub use names::{Form, NameFinding, Thing};
pub use shape::{NodeKind, ShapeFinding};
pub use table::TableFinding;

use super::Language;

/// Something that is wrong with a file, with the facts that its sentences need.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// The file as text or as YAML.
    File(FileFinding),
    /// Fields and their types.
    Shape(ShapeFinding),
    /// Ids and what they refer to.
    Name(NameFinding),
    /// What a questionnaire says.
    Model(ModelFinding),
    /// Single answers.
    Answer(AnswerFinding),
    /// What an answers file says about itself.
    Binding(BindingFinding),
    /// A table of answers.
    Table(TableFinding),
}

macro_rules! into_finding {
    ($($group:ident => $variant:ident),* $(,)?) => {
        $(impl From<$group> for Finding {
            fn from(finding: $group) -> Finding {
                Finding::$variant(finding)
            }
        })*
    };
}

into_finding! {
    FileFinding => File,
    ShapeFinding => Shape,
    NameFinding => Name,
    ModelFinding => Model,
    AnswerFinding => Answer,
    BindingFinding => Binding,
    TableFinding => Table,
}

/// The sentences of one finding in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What is wrong: one lower-case sentence without a full stop.
    pub message: String,
    /// What stands at the marked place; may be empty.
    pub label: String,
    /// What to do.
    pub help: String,
}

impl Wording {
    fn new(message: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Wording {
        Wording {
            message: message.into(),
            label: label.into(),
            help: help.into(),
        }
    }
}

impl Finding {
    /// The sentences of this finding.
    pub fn wording(&self, language: Language) -> Wording {
        match self {
            Finding::File(finding) => finding.wording(language),
            Finding::Shape(finding) => finding.wording(language),
            Finding::Name(finding) => finding.wording(language),
            Finding::Model(finding) => finding.wording(language),
            Finding::Answer(finding) => finding.wording(language),
            Finding::Binding(finding) => finding.wording(language),
            Finding::Table(finding) => finding.wording(language),
        }
    }
}

/// A short remark at a second place that explains the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// "first used here"
    FirstUsedHere,
    /// "defined here"
    DefinedHere,
    /// "the previous stage starts here"
    PreviousStage,
}

impl Remark {
    /// The words.
    pub fn wording(self, l: Language) -> &'static str {
        match self {
            Remark::FirstUsedHere => l.pick("hier voor het eerst gebruikt", "first used here"),
            Remark::DefinedHere => l.pick("hier bepaald", "defined here"),
            Remark::PreviousStage => l.pick("de vorige klasse begint hier", "the previous stage starts here"),
        }
    }
}

/// "did you mean `x`?", or else the words for when nothing is near.
fn did_you_mean(l: Language, suggestion: Option<&String>, otherwise: String) -> String {
    match suggestion {
        Some(near) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
        None => otherwise,
    }
}

/// "`a`, `b` en `c`", at most ten of them.
fn ticked(l: Language, words: &[String]) -> String {
    const SHOWN: usize = 10;
    let mut shown: Vec<String> = words.iter().take(SHOWN).map(|word| format!("`{word}`")).collect();
    if words.len() > SHOWN {
        let more = words.len() - SHOWN;
        shown.push(l.pick(format!("{more} andere"), format!("{more} more")));
    }
    l.list(&shown)
}
