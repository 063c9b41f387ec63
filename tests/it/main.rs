//! The integration tests, in one binary.

mod charts;
mod docs;
mod properties;
