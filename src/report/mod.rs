//! One [`document::Document`], built once and rendered by every format, so that formats cannot disagree.
//!
//! A document holds finished words: every number is already text in the reader's language. A renderer decides only how
//! those words look. This module does not know how a score is computed, what a terminal is, or where a file goes.

pub mod document;
pub mod html;
pub mod markdown;
pub mod terminal;

mod text;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
