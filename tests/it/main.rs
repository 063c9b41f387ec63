//! The integration tests, in one binary.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on should stop"
)]

mod charts;
mod docs;
mod properties;
