//! What every format shows: the same problems, in the same order, at the same level.

use super::{Code, Diagnostic, Diagnostics, Levels, Severity};
use crate::language::Language;
use crate::language::findings::Wording;
use crate::source::{FileId, Sources};

/// A problem that is shown, and how bad it is held to be.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The problem.
    pub diagnostic: &'a Diagnostic,
    /// How bad, by the levels of this run.
    pub severity: Severity,
}

impl Shown<'_> {
    /// The code in the catalogue.
    pub fn code(&self) -> Code {
        self.diagnostic.code()
    }

    /// Whether it is about the file as a whole.
    pub(super) fn is_of_whole_file(&self) -> bool {
        (self.diagnostic.span.start, self.diagnostic.span.end) == (0, 0)
    }

    /// What is wrong and what to do, on one line.
    pub(super) fn on_one_line(&self, l: Language) -> String {
        let Wording { message, help, .. } = self.diagnostic.finding.wording(l);
        one_line(&format!("{message} – {help}"))
    }
}

/// A text without line breaks: a text of the user's may hold one.
pub(super) fn one_line(text: &str) -> String {
    if text.contains(['\n', '\r']) { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { text.to_owned() }
}

/// The problems of one run.
#[derive(Debug)]
pub struct Report<'a> {
    /// By file and place.
    pub list: Vec<Shown<'a>>,
    /// The files they are in.
    pub sources: &'a Sources,
    /// The language of the sentences.
    pub language: Language,
    /// The files that were looked at, in order, those without a problem too.
    pub files: &'a [FileId],
    /// What changed since an earlier version of a questionnaire, for programs; empty where none was asked for.
    pub versions: Vec<serde_json::Value>,
}

impl<'a> Report<'a> {
    /// The problems that these levels let through.
    pub fn new(
        out: &'a Diagnostics,
        levels: &Levels,
        sources: &'a Sources,
        language: Language,
        files: &'a [FileId],
    ) -> Report<'a> {
        let shown = |diagnostic: &'a Diagnostic| {
            levels.severity(diagnostic.code()).map(|severity| Shown { diagnostic, severity })
        };
        Report {
            list: out.sorted().into_iter().filter_map(shown).collect(),
            sources,
            language,
            files,
            versions: Vec::new(),
        }
    }

    /// How many there are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|shown| shown.severity == severity).count()
    }

    /// In how many files there are any.
    pub fn bad_files(&self) -> usize {
        // Sorted by file.
        let mut bad: Vec<FileId> = self.list.iter().map(|shown| shown.diagnostic.span.file).collect();
        bad.dedup();
        bad.len()
    }
}
