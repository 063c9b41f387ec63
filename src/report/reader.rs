//! The reader for whom a document is made: the words of the questionnaire in their language, and numbers as they read
//! them. Every builder asks here, so that one number looks the same wherever it stands.

use crate::comparison::Batch;
use crate::language::{Language, number};
use crate::questionnaire::Questionnaire;

/// A language and a questionnaire.
pub(super) struct Reader<'a> {
    pub(super) q: &'a Questionnaire,
    pub(super) l: Language,
    pub(super) tag: &'a str,
}

impl<'a> Reader<'a> {
    pub(super) fn new(batch: &Batch<'a>, l: Language, tag: &'a str) -> Reader<'a> {
        Reader {
            q: batch.rubric().questionnaire(),
            l,
            tag,
        }
    }

    /// Decimals that a score of this scale bears: 2 up to 1, 1 up to 10, none above.
    pub(super) fn decimals(&self) -> usize {
        match self.q.scale.max {
            max if max <= 1.0 => 2,
            max if max <= 10.0 => 1,
            _ => 0,
        }
    }

    /// A score, or a dash.
    pub(super) fn number(&self, score: Option<f64>) -> String {
        number::decimal_or_missing(self.l, score, self.decimals())
    }
}
