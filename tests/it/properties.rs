//! What holds for every questionnaire and all answers: of scores, of bands, of explanations, of files.
#![allow(clippy::expect_used)]

mod files;
mod interview;
mod invariance;
mod pool;
mod random;
mod scans;
mod scores;
mod statistics;
