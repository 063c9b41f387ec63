//! Problems in the user's files: a code, a place, the facts; and their output formats.
//!
//! A diagnostic cannot be built without a place. Its words are picked when it is rendered, so the same list can be
//! shown in any language. This module knows the files and the catalogue, not what a questionnaire is.

mod code;
pub mod concise;
mod fingerprint;
pub mod github;
pub mod gitlab;
pub mod human;
pub mod json;
pub mod junit;
mod levels;
mod list;
mod near;
mod report;
pub mod sarif;

pub use code::{Code, Severity};
pub use levels::{Level, LevelError, Levels};
pub use list::Diagnostics;
pub use near::{nearest, unknown};
pub use report::{Report, Shown};

pub use crate::language::findings::{
    AnswerFinding, BalanceFinding, BinaryFile, BindingFinding, FileFinding, Finding, Form, GaveWay, ImportFinding,
    KeptTooLong, Known, Lookalike, MeaningFinding, ModelFinding, NameFinding, NodeKind, Note, NotePart, NoteResult,
    NoteStep, RegisterFinding, Remark, RouteFinding, ShapeFinding, SyntaxKind, TableFinding, TextFinding, Thing,
    Unasked, Unopened, VersionFinding, is_unseen, without_unseen,
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

    /// How bad it is, unless the user says otherwise.
    pub fn severity(&self) -> Severity {
        self.code().severity()
    }
}
