//! The problems found so far, in the order of finding. It knows no severity but that of the catalogue.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{Diagnostic, FileFinding, Finding, Remark, Severity, near};
use crate::sorting;
use crate::source::{FileId, Span};

/// All problems found so far.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    errors: usize,
    files_with_errors: HashSet<FileId>,
    by_place: Seen,
    by_file: Seen,
    comparisons: HashMap<FileId, usize>,
    /// How many are kept, where that is limited.
    most: Option<usize>,
}

/// Where each different problem was seen first, so that a search does not walk the list.
#[derive(Debug, Default)]
struct Seen {
    /// How much of the list has been taken in.
    read: usize,
    first: HashMap<u64, usize>,
}

impl Seen {
    /// The first problem of the list with this key; two problems with one key may still differ.
    fn find(&mut self, list: &[Diagnostic], wanted: u64, key: impl Fn(&Diagnostic) -> u64) -> Option<usize> {
        for (index, one) in list.iter().enumerate().skip(self.read) {
            self.first.entry(key(one)).or_insert(index);
        }
        self.read = list.len();
        self.first.get(&wanted).copied()
    }
}

/// A number for a problem at a place. Findings hold numbers with a point, which cannot be hashed; how they are written
/// can.
fn key(place: impl Hash, finding: &Finding) -> u64 {
    struct Written(DefaultHasher);
    impl fmt::Write for Written {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0.write(text.as_bytes());
            Ok(())
        }
    }
    let mut hasher = Written(DefaultHasher::new());
    place.hash(&mut hasher.0);
    // Writing to a hasher cannot fail.
    let _ = fmt::write(&mut hasher, format_args!("{finding:?}"));
    hasher.0.finish()
}

impl Diagnostics {
    /// None yet.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// None yet of one file, of which more than this many will not be kept: a file that is nothing but mistakes has
    /// hundreds of thousands, which take more memory than the file and are read by nobody.
    pub fn at_most(most: usize) -> Diagnostics {
        Diagnostics { most: Some(most), ..Diagnostics::default() }
    }

    /// Adds a problem at a place.
    pub fn add(&mut self, span: Span, finding: impl Into<Finding>) {
        self.push(Diagnostic { finding: finding.into(), span, related: Vec::new() });
    }

    /// Adds a problem that a second place explains.
    pub fn add_related(&mut self, span: Span, finding: impl Into<Finding>, related: Span, remark: Remark) {
        self.push(Diagnostic { finding: finding.into(), span, related: vec![(related, remark)] });
    }

    fn push(&mut self, mut diagnostic: Diagnostic) {
        if let Some(most) = self.most.filter(|most| self.list.len() >= *most) {
            if self.list.len() > most {
                return;
            }
            let (span, finding) = (Span::start_of(diagnostic.span.file), FileFinding::TooManyFindings(most).into());
            diagnostic = Diagnostic { finding, span, related: Vec::new() };
        }
        if diagnostic.severity() == Severity::Error {
            self.errors += 1;
            self.files_with_errors.insert(diagnostic.span.file);
        }
        self.list.push(diagnostic);
    }

    /// Adds a problem unless the same one was found at the same place: for what many places refer to.
    pub fn add_once(&mut self, span: Span, finding: impl Into<Finding>) {
        let finding = finding.into();
        let seen = self.by_place.find(&self.list, key(span, &finding), |one| key(one.span, &one.finding));
        if !seen.is_some_and(|index| self.list[index].span == span && self.list[index].finding == finding) {
            self.add(span, finding);
        }
    }

    /// Adds a problem unless the same one was found in this file before: for what one mistake spreads all over a file.
    pub fn add_first(&mut self, span: Span, finding: impl Into<Finding>) {
        let finding = finding.into();
        let seen = self.by_file.find(&self.list, key(span.file, &finding), |one| key(one.span.file, &one.finding));
        if !seen.is_some_and(|index| self.list[index].span.file == span.file && self.list[index].finding == finding) {
            self.add(span, finding);
        }
    }

    /// Whether an error of this kind was found in a file.
    pub fn any_error_in(&self, file: FileId, test: impl Fn(&Finding) -> bool) -> bool {
        // Most files have none, and the list may be that of thousands of files.
        self.has_errors_in(file) && self.list.iter().any(|one| one.span.file == file && test(&one.finding))
    }

    /// [`near::nearest`], as long as this file has not asked too much of it: thousands of wrong words beside thousands
    /// of known ones would take minutes, and nobody reads that many suggestions.
    pub fn nearest<'a>(
        &mut self,
        file: FileId,
        word: &str,
        known: impl Iterator<Item = &'a str> + Clone,
    ) -> Option<String> {
        self.within_reason(file, known.clone(), || near::nearest(word, known))
    }

    /// Looks for a suggestion among some words, as long as this file has not asked too much of that.
    pub fn within_reason<T>(
        &mut self,
        file: FileId,
        among: impl Iterator,
        look: impl FnOnce() -> Option<T>,
    ) -> Option<T> {
        const MOST_COMPARISONS: usize = 2_000_000;
        let so_far = self.comparisons.entry(file).or_default();
        if *so_far >= MOST_COMPARISONS {
            return None;
        }
        *so_far += among.count();
        look()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.list.len() - self.errors,
        }
    }

    /// Whether anything makes a file unusable.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Whether anything makes this file unusable, whoever found it.
    pub fn has_errors_in(&self, file: FileId) -> bool {
        self.files_with_errors.contains(&file)
    }

    /// Whether anything was found in this file, or at one of its places about another.
    pub fn has_any_in(&self, file: FileId) -> bool {
        let related = |one: &Diagnostic| one.related.iter().any(|(span, _)| span.file == file);
        self.list.iter().any(|one| one.span.file == file || related(one))
    }

    /// How many there are at all; to see whether a step added any.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The problems by file, place and code, so that output does not depend on the order of finding.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut list: Vec<_> = self.list.iter().collect();
        sorting::by_key(&mut list, |diagnostic| (diagnostic.span, diagnostic.code()));
        list
    }

    /// Takes over what another list found.
    pub fn append(&mut self, other: Diagnostics) {
        other.list.into_iter().for_each(|one| self.push(one));
    }
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::diagnostics::{FileFinding, ModelFinding, TextFinding};
    use crate::source::Sources;

    fn two_files() -> (FileId, FileId) {
        let mut sources = Sources::new();
        (sources.add("a.yaml", "abcdef"), sources.add("b.yaml", "abcdef"))
    }

    fn at(file: FileId, start: u32) -> Span {
        Span { file, start, end: start + 1 }
    }

    #[test]
    fn the_same_problem_is_added_once_per_place_or_first_per_file() {
        let (a, b) = two_files();
        let mut out = Diagnostics::new();
        out.add(at(a, 0), ModelFinding::NoSpread);
        out.add_once(at(a, 0), ModelFinding::NoSpread);
        assert_eq!(out.len(), 1, "the same place, added in another way before");
        out.add_once(at(a, 1), ModelFinding::NoSpread);
        out.add_once(at(b, 0), ModelFinding::NoSpread);
        out.add_once(at(a, 0), ModelFinding::FirstStage);
        assert_eq!(out.len(), 4, "another place, another file, another problem");
        out.add_first(at(a, 5), ModelFinding::NoSpread);
        assert_eq!(out.len(), 4, "it is in this file already");
        out.add_first(at(b, 5), ModelFinding::FirstStage);
        out.add_first(at(b, 6), ModelFinding::FirstStage);
        assert_eq!(out.len(), 5, "once in the other file");
    }

    #[test]
    fn a_list_taken_over_counts_as_found() {
        let (a, b) = two_files();
        let (mut out, mut other) = (Diagnostics::new(), Diagnostics::new());
        other.add(at(a, 0), FileFinding::Tab);
        out.append(other);
        out.add_first(at(a, 3), FileFinding::Tab);
        assert_eq!((out.len(), out.count(Severity::Error), out.count(Severity::Warning)), (1, 1, 0));
        assert!(out.has_errors_in(a) && !out.has_errors_in(b));
    }

    #[test]
    fn of_a_file_of_mistakes_the_first_are_kept_and_that_there_are_more_is_an_error_of_the_file() {
        let (a, _) = two_files();
        let mut out = Diagnostics::at_most(3);
        (0..3).for_each(|index| out.add(at(a, index), TextFinding::SameText));
        assert_eq!((out.len(), out.has_errors()), (3, false));
        (3..9).for_each(|index| out.add(at(a, index), TextFinding::SameText));
        assert_eq!((out.len(), out.count(Severity::Error), out.has_errors_in(a)), (4, 1, true));
        let first = out.sorted()[0];
        assert_eq!((first.span, &first.finding), (Span::start_of(a), &FileFinding::TooManyFindings(3).into()));
    }

    #[test]
    fn a_hundred_thousand_different_problems_are_each_added_once() {
        let (a, _) = two_files();
        let mut out = Diagnostics::new();
        for index in 0..100_000 {
            out.add_first(at(a, index), ModelFinding::UnlistedLanguage(index.to_string()));
            out.add_once(at(a, index), ModelFinding::UnlistedLanguage(index.to_string()));
        }
        assert_eq!(out.len(), 100_000);
    }
}
