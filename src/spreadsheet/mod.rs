//! Spreadsheets and delimited files as plain texts: the one place that knows the formats, and that refuses what would
//! exhaust the machine.
//!
//! This module knows nothing of questionnaires or answers.

/// A sheet as texts: what a person sees in its cells. Rows may be of unequal length; empty rows at the end are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Name of the sheet; empty for a file that has only one, without a name.
    pub name: String,
    /// Its rows, from the first of the file, so that the row of a person's spreadsheet is the index here plus one.
    pub rows: Vec<Vec<String>>,
}
