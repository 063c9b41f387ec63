//! Binding files of answers to one questionnaire, one after another, so that a respondent who is there twice is seen.
//!
//! Reading a sheet needs nothing of the others and can be done side by side. Which of several of one person counts is known
//! once all are read; taking in the others is done in the order of the files.

use std::collections::HashSet;

use super::binding::Terms;
use super::earlier::Earlier;
use super::intake::{Intake, Responses};
use super::load::Origin;
use super::read_sheet::read_version;
use super::read_table::read_table_of;
use super::saves::set_aside;
use super::sheet::Sheet;
use crate::diagnostics::Diagnostics;
use crate::questionnaire::Questionnaire;
use crate::source::{FileId, Sources, Span};
use crate::yaml::Node;

/// Binds answers to one questionnaire.
pub struct Binder<'q> {
    intake: Intake<'q>,
}

/// A sheet as its questionnaire understands it.
#[derive(Debug)]
pub struct Bound {
    sheet: Sheet,
    noted: Earlier,
}

impl<'q> Binder<'q> {
    /// Nothing bound yet.
    pub fn new(questionnaire: &'q Questionnaire) -> Binder<'q> {
        Binder { intake: Intake::new(questionnaire) }
    }

    /// Reads the tree of an answers file; answers of earlier versions under the names of today.
    pub fn read(&self, node: &Node, out: &mut Diagnostics) -> Option<Bound> {
        let questionnaire = self.intake.questionnaire();
        let terms = Terms { questionnaire, codec: self.intake.codec(), lineage: Some(self.intake.lineage()) };
        read_version(node, terms, out).map(|(sheet, noted)| Bound { sheet, noted })
    }

    /// The files among these that do not count because of another one of the same person; each is reported.
    pub fn set_aside<'b>(
        &self,
        sheets: impl IntoIterator<Item = (FileId, &'b Bound)>,
        out: &mut Diagnostics,
    ) -> HashSet<FileId> {
        let sheets: Vec<(FileId, &Sheet)> = sheets.into_iter().map(|(file, bound)| (file, &bound.sheet)).collect();
        set_aside(&sheets, out)
    }

    /// Takes in a sheet that was read.
    pub fn sheet(&mut self, file: FileId, bound: &Bound, out: &mut Diagnostics) {
        self.intake.sheet(&bound.sheet, Span::start_of(file), out);
        self.intake.note_earlier(&bound.sheet, bound.noted.clone());
    }

    /// Reads and takes in a table.
    pub fn table(&mut self, file: FileId, origin: &Origin, sources: &Sources, out: &mut Diagnostics) {
        read_table_of(file, origin, sources, &mut self.intake, out);
    }

    /// All that was taken in, and what can only be told of all of it.
    pub fn finish(mut self, out: &mut Diagnostics) -> Responses {
        self.intake.report(out);
        self.intake.finish()
    }
}
