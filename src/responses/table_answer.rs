//! One answer of a table: which column of today it is to, in the version that its row answered, and its code.

use super::binding::{former_question, twice};
use super::codec::{Code, Codec, Coded, UNANSWERED};
use super::earlier::Became;
use super::intake::Intake;
use super::record::Record;
use super::table::Holds;
use crate::diagnostics::{AnswerFinding, Finding, ShapeFinding, nearest};
use crate::questionnaire::shape::VIA;
use crate::questionnaire::{Questionnaire, Version};

impl Holds {
    /// The column of the questionnaire that the answers are to, today.
    pub(super) fn column(self) -> Option<usize> {
        match self {
            Holds::Answer(column) | Holds::Former(Became::Column(column)) => Some(column),
            _ => None,
        }
    }
}

/// A cell with an answer.
pub(super) struct Answer<'a> {
    pub(super) header: &'a Record<'a>,
    pub(super) record: &'a Record<'a>,
    pub(super) layout: &'a [Holds],
    pub(super) index: usize,
    /// The version answered, where that is an earlier one.
    pub(super) earlier: Option<Version>,
}

impl Answer<'_> {
    /// The column of today and the code of the answer; `None` where it is to a question that is gone.
    pub(super) fn coded(&self, intake: &mut Intake<'_>) -> Result<Option<(usize, Coded)>, Finding> {
        let text = self.record.get(self.index);
        let Some(version) = self.earlier else {
            return match self.layout[self.index] {
                Holds::Former(became) => {
                    Err(former_question(self.header.get(self.index), became, intake.questionnaire()).into())
                }
                holds => holds.column().map(|column| Ok((column, intake.codec().cell(column, text)?))).transpose(),
            };
        };
        let Some(column) = self.column_in(version, intake)? else { return Ok(None) };
        let (codec, earlier) = intake.codec_and_earlier(version);
        let now = earlier.translated(codec, column, text);
        let coded = codec.cell(column, now.as_deref().unwrap_or(text))?;
        Ok(Some((column, coded)))
    }

    /// The column that the answer of an earlier version is to; `None` where the question is gone.
    fn column_in(&self, version: Version, intake: &mut Intake<'_>) -> Result<Option<usize>, Finding> {
        let (questionnaire, name) = (intake.questionnaire(), self.header.get(self.index));
        let Some(column) = self.layout[self.index].column() else {
            return match questionnaire.dropped_as(name, version) {
                Some(index) => {
                    intake.earlier(version).note_dropped(&questionnaire.dropped[index].id);
                    Ok(None)
                }
                None => match self.layout[self.index] {
                    Holds::Former(became) => Err(former_question(name, became, questionnaire).into()),
                    _ => Ok(None),
                },
            };
        };
        if self.layout[self.index] == Holds::Answer(column) {
            return Ok(Some(column));
        }
        let same = |&index: &usize| {
            index != self.index && self.layout[index].column() == Some(column) && !self.record.get(index).is_empty()
        };
        if let Some(other) = (0..self.layout.len()).find(same) {
            return Err(twice(name, self.header.get(other)).into());
        }
        intake.earlier(version).note_name(name, column);
        Ok(Some(column))
    }
}

/// What stands beside the answers of a row.
pub(super) struct Beside<'a> {
    pub(super) record: &'a Record<'a>,
    pub(super) layout: &'a [Holds],
    pub(super) questionnaire: &'a Questionnaire,
    pub(super) codec: &'a Codec,
}

impl Beside<'_> {
    /// Whether the cell at `index` says that a partner does what was answered in a column, with this code.
    pub(super) fn is_partner(&self, index: usize, column: usize, code: Code) -> Result<bool, Finding> {
        let text = self.record.get(index);
        if text.is_empty() {
            return Ok(false);
        }
        let Some((_, partner)) = VIA.into_iter().find(|(word, _)| *word == text) else {
            let allowed = VIA.map(|(word, _)| word);
            let suggestion = nearest(text, allowed);
            let allowed = allowed.map(str::to_owned).into();
            return Err(ShapeFinding::UnknownWord { word: text.to_owned(), allowed, suggestion }.into());
        };
        if self.codec.is_something_done(column, code) {
            return Ok(partner);
        }
        let written = |other: usize| self.layout[other].column() == Some(column) && !self.record.get(other).is_empty();
        // An answer that was rejected has been told of.
        if code == UNANSWERED && (0..self.layout.len()).any(written) {
            return Ok(false);
        }
        Err(AnswerFinding::ViaOfNothing(self.questionnaire.columns[column].id.clone()).into())
    }
}
