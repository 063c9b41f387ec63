//! The integration tests, in one binary.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod answers;
mod attack;
mod bad_input;
mod charts;
mod commands;
mod councils;
mod derivations;
mod diagnostics;
mod docs;
mod explain;
mod forget;
mod form;
mod formats;
mod fuzzed;
mod gallery;
mod generated;
mod hostile;
mod import;
mod integrations;
mod interview;
mod invitation;
mod mistakes;
mod models;
mod mutations;
mod names;
mod one_mistake;
mod partner;
mod peil;
mod pool;
mod properties;
mod readme;
mod report;
mod schema;
mod shipped;
mod sql;
mod standing;
mod start;
mod statistics;
mod step;
mod targets;
mod terminal;
mod threads;
mod versions;
mod workbook;
