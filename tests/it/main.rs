//! The integration tests, in one binary.

#![allow(
    clippy::expect_used,
    reason = "the helpers of a test may fail it, like the test itself"
)]

mod diagnostics;
mod one_mistake;
