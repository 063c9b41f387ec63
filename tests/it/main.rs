//! The integration tests, in one binary.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop"
)]

mod charts;
mod diagnostics;
mod docs;
mod one_mistake;
mod properties;
mod report;
mod shipped;
