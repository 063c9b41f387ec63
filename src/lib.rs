//! peil measures how digitally mature a municipality is.
//!
//! The modules are the pipeline, in the order of the data; a lower one knows nothing of a higher one
//! (`tests/architecture.rs` holds the table):
//!
//! `source ← diagnostics ← yaml ← questionnaire ← responses ← scores ← comparison ← report`
//!
//! Three kinds of trouble have three mechanisms: a *diagnostic* is a problem in the user's file (many, located, with a
//! code), an *error* says that peil cannot go on (one, with what to do about it), a *panic* is a bug.

pub mod charts;
pub mod comparison;
pub mod diagnostics;
pub mod forms;
pub mod import;
pub mod interview;
pub mod language;
pub mod lint;
pub mod parquet;
pub mod questionnaire;
pub mod report;
pub mod responses;
pub mod schema;
pub mod scores;
pub mod sorting;
pub mod source;
pub mod spreadsheet;
pub mod sql;
pub mod threads;
pub mod yaml;
