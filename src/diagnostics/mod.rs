//! Problems in the user's files: a code, a place, the facts; and their output formats.
//!
//! A diagnostic cannot be built without a place. Its words are picked when it is rendered, so the same list can be
//! shown in any language. This module knows the files and the catalogue, not what a questionnaire is.

mod code;
pub mod human;
pub mod json;

pub use code::{Code, Severity};

pub use crate::language::findings::{
    AnswerFinding, BalanceFinding, BindingFinding, FileFinding, Finding, Form, ImportFinding, ModelFinding,
    NameFinding, NodeKind, Note, NotePart, NoteResult, NoteStep, Remark, RouteFinding, ShapeFinding, SyntaxKind,
    TableFinding, TextFinding, Thing,
};
use crate::source::{FileId, Span};

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
        self.list.push(Diagnostic { finding: finding.into(), span, related: Vec::new() });
    }

    /// Adds a problem that a second place explains.
    pub fn add_related(&mut self, span: Span, finding: impl Into<Finding>, related: Span, remark: Remark) {
        self.list.push(Diagnostic { finding: finding.into(), span, related: vec![(related, remark)] });
    }

    /// Adds a problem unless the same one was found at the same place: for what many places refer to.
    pub fn add_once(&mut self, span: Span, finding: impl Into<Finding>) {
        let finding = finding.into();
        if !self.list.iter().any(|known| known.span == span && known.finding == finding) {
            self.add(span, finding);
        }
    }

    /// Adds a problem unless the same one was found in this file before: for what one mistake spreads all over a file.
    pub fn add_first(&mut self, span: Span, finding: impl Into<Finding>) {
        let finding = finding.into();
        let same = |known: &Diagnostic| known.span.file == span.file && known.finding == finding;
        if !self.list.iter().any(same) {
            self.add(span, finding);
        }
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }

    /// Whether anything makes a file unusable.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether anything makes this file unusable, whoever found it.
    pub fn has_errors_in(&self, file: FileId) -> bool {
        let errors = |one: &Diagnostic| one.span.file == file && one.severity() == Severity::Error;
        self.list.iter().any(errors)
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

/// The finding for a reference to something that is not among the known ids, with the nearest of them.
pub fn unknown<'a>(thing: Thing, id: &str, known: impl Iterator<Item = &'a str> + Clone) -> NameFinding {
    NameFinding::Unknown {
        thing,
        id: id.to_owned(),
        suggestion: nearest(id, known.clone()),
        known: known.map(str::to_owned).collect(),
    }
}

/// The nearest of the known words, if one is near enough to be what was meant: three quarters of it alike, or one slip
/// in a word of three letters or more.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    const NEAR: f64 = 0.75;
    let lower = word.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in known {
        let other = candidate.to_lowercase();
        let likeness = strsim::normalized_damerau_levenshtein(&lower, &other);
        let letters = lower.chars().count().min(other.chars().count());
        let slip = letters >= 3 && strsim::damerau_levenshtein(&lower, &other) == 1;
        if (likeness >= NEAR || slip) && best.is_none_or(|(so_far, _)| likeness > so_far) {
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
        assert_eq!(nearest("aks", ["at", "ask"]).as_deref(), Some("ask"));
        assert_eq!(nearest("is", ["id", "at"]), None, "two letters are too few");
    }
}
