//! Holds the pages under `docs/` to what the program does.
#![allow(clippy::expect_used)]

mod check;
mod format;
mod import;
mod page;
mod scoring;
mod statistics;
