//! The integration tests, in one binary.

#![expect(clippy::expect_used, reason = "a test that cannot go on should stop")]

mod answers;
mod bad_input;
mod charts;
mod commands;
mod docs;
mod peil;
mod properties;
mod readme;
mod threads;
