//! What arrived from the files of an import: the answers of one person each, and what of their origin tells whose they are.

use super::changed::Changed;
use super::head::Known;
use crate::responses::Sheet;

/// The answers of one person.
#[derive(Debug)]
pub struct Arrived {
    pub(super) sheet: Sheet,
    pub(super) origin: Origin,
}

/// Where answers come from; never written.
#[derive(Debug)]
pub(super) enum Origin {
    /// One of peil's own answers files. Whether the id stands in it, and peil made it up.
    Form { file: String, has_id: bool },
    /// One of peil's own workbooks.
    Workbook,
    /// A row of an export.
    Row {
        /// Its number in the file, from 1.
        row: usize,
        person: Option<Known>,
        /// Of a response that its tool itself knows from all others, when it was last changed.
        response: Option<Changed>,
    },
}

impl Arrived {
    /// Whether it is one of peil's own answers files that says itself who it is of.
    pub(super) fn is_form_with_id(&self) -> bool {
        matches!(self.origin, Origin::Form { has_id: true, .. })
    }

    /// When it was last changed, if it is a response that its tool itself knows.
    pub(super) fn response(&self) -> Option<&Changed> {
        match &self.origin {
            Origin::Row { response, .. } => response.as_ref(),
            Origin::Form { .. } | Origin::Workbook => None,
        }
    }

    /// Its number in the file, if it is a row of an export.
    pub(super) fn row(&self) -> Option<usize> {
        match self.origin {
            Origin::Row { row, .. } => Some(row),
            Origin::Form { .. } | Origin::Workbook => None,
        }
    }

    /// Where it stands, as shown; `file` is that of its account.
    pub(super) fn shown(&self, file: &str) -> String {
        match &self.origin {
            Origin::Form { file, .. } => file.clone(),
            Origin::Workbook => file.to_owned(),
            Origin::Row { row, .. } => format!("{file}:{row}"),
        }
    }
}
