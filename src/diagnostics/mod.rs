//! Problems in the user's files: a code, a place, the facts; and their output formats.
//!
//! A diagnostic cannot be built without a place. Its words are picked when it is rendered, so the same list can be
//! shown in any language. This module knows the files and the catalogue, not what a questionnaire is.

mod code;
pub mod human;
pub mod json;

pub use code::{Code, Severity};

pub use crate::language::findings::{
    AnswerFinding, BindingFinding, FileFinding, Finding, Form, ModelFinding, NameFinding, NodeKind, Remark,
    ShapeFinding, TableFinding, Thing,
};
use crate::source::Span;

/// One problem, at one place, with other places that explain it.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What is wrong.
    pub finding: Finding,
    /// Where.
    pub span: Span,
    /// Other places, each with a remark.
    pub related: Vec<(Span, Remark)>,
}

impl Diagnostic {
    /// The code in the catalogue.
    pub fn code(&self) -> Code {
        Code::of(&self.finding)
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.code().severity()
    }
}

/// All problems found so far.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// None yet.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Adds a problem at a place.
    pub fn add(&mut self, span: Span, finding: impl Into<Finding>) {
        self.list.push(Diagnostic {
            finding: finding.into(),
            span,
            related: Vec::new(),
        });
    }

    /// Adds a problem that a second place explains.
    pub fn add_related(&mut self, span: Span, finding: impl Into<Finding>, related: Span, remark: Remark) {
        self.list.push(Diagnostic {
            finding: finding.into(),
            span,
            related: vec![(related, remark)],
        });
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list
            .iter()
            .filter(|diagnostic| diagnostic.severity() == severity)
            .count()
    }

    /// Whether anything makes a file unusable.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many there are at all; to see whether a step added any.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The problems by file, place and code, so that output does not depend on the order of finding.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut list: Vec<_> = self.list.iter().collect();
        list.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code()));
        list
    }

    /// Takes over what another list found.
    pub fn append(&mut self, other: Diagnostics) {
        self.list.extend(other.list);
    }
}

/// The nearest of the known words, if one is near enough to be what was meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    const NEAR: f64 = 0.75;
    let lower = word.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in known {
        let likeness = strsim::normalized_damerau_levenshtein(&lower, &candidate.to_lowercase());
        if likeness >= NEAR && best.is_none_or(|(so_far, _)| likeness > so_far) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_typo_finds_its_word_and_another_word_finds_none() {
        let known = ["richten", "inrichten", "verrichten"];
        assert_eq!(nearest("rihcten", known).as_deref(), Some("richten"));
        assert_eq!(nearest("Richten", known).as_deref(), Some("richten"));
        assert_eq!(nearest("delen", known), None);
    }
}
