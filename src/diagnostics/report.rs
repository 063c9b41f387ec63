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

    /// All that is said of it without showing the place: what is wrong, how a number in that came about, and what to do.
    /// The label is left out: it only says at the place what these say too.
    pub(super) fn said(&self, l: Language) -> Said {
        let Wording { message, help, .. } = self.diagnostic.finding.wording(l);
        Said { message: one_line(&message), notes: self.diagnostic.finding.notes(l), help }
    }
}

/// What is said of a problem to who does not see its place.
pub(super) struct Said {
    /// What is wrong, on one line.
    pub(super) message: String,
    notes: Vec<String>,
    help: String,
}

impl Said {
    /// What is wrong and what to do, on one line.
    pub(super) fn on_one_line(&self) -> String {
        one_line(&format!("{} – {}", self.message, self.help))
    }

    /// All of it, in as many lines as it takes.
    pub(super) fn in_lines(&self) -> String {
        let mut lines = vec![self.message.as_str()];
        lines.extend(self.notes.iter().map(String::as_str));
        lines.push(&self.help);
        lines.join("\n")
    }

    /// What is wrong and what to do on the first line, and how it came about below it.
    pub(super) fn with_notes_below(&self) -> String {
        let mut lines = vec![self.on_one_line()];
        lines.extend(self.notes.iter().cloned());
        lines.join("\n")
    }
}

/// A text without line breaks: a text of the user's may hold one.
fn one_line(text: &str) -> String {
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
