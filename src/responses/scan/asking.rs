//! Which questions a row was asked, worked out once for all rows where only role and scan decide.

use super::super::chunk::{Row, RowHead};
use super::super::codec::{Codec, UNANSWERED};
use super::super::routing::Routing;
use super::super::voice::Voice;
use super::Asked;
use crate::questionnaire::Questionnaire;

/// Tells of a row what it was asked.
pub struct Asking {
    routing: Routing,
    /// By role and scan, where no question depends on another.
    fixed: Vec<Fixed>,
    /// The question of every column.
    questions: Vec<usize>,
}

struct Fixed {
    asked: Vec<bool>,
    all: bool,
    /// Columns of questions that are not asked.
    closed: Vec<usize>,
}

impl Asking {
    pub(super) fn new(questionnaire: &Questionnaire, codec: &Codec) -> Asking {
        let routing = Routing::new(questionnaire, codec);
        let questions: Vec<usize> = questionnaire.columns.iter().map(|column| column.question).collect();
        let mut fixed = Vec::new();
        if questionnaire.questions.iter().all(|question| question.when.is_none()) {
            let (codes, wide) = (vec![UNANSWERED; codec.columns()], vec![0; codec.wide_slots()]);
            for role in 0..=Voice::Consensus.index(questionnaire) {
                for quick in [false, true] {
                    let head = RowHead { group: 0, role, quick, age: 0 };
                    let mut asked = Vec::new();
                    routing.asked(Row { head, codes: &codes, wide: &wide, partners: &[] }, &mut asked);
                    let closed = (0..questions.len()).filter(|&column| !asked[questions[column]]).collect();
                    fixed.push(Fixed { all: Asked::new(&asked).all, asked, closed });
                }
            }
        }
        Asking { routing, fixed, questions }
    }

    fn fixed(&self, row: Row<'_>) -> Option<&Fixed> {
        self.fixed.get(usize::from(row.head.role) * 2 + usize::from(row.head.quick))
    }

    /// Whether each question was asked.
    pub fn of<'a>(&'a self, row: Row<'_>, buffer: &'a mut Vec<bool>) -> Asked<'a> {
        if let Some(fixed) = self.fixed(row) {
            return Asked { each: &fixed.asked, all: fixed.all };
        }
        self.routing.asked(row, buffer);
        Asked::new(buffer)
    }

    /// Whether nothing was answered that was not asked.
    pub(super) fn fits(&self, row: Row<'_>, buffer: &mut Vec<bool>) -> bool {
        if let Some(fixed) = self.fixed(row) {
            return fixed.closed.iter().all(|&column| row.codes[column] == UNANSWERED);
        }
        self.routing.asked(row, buffer);
        let closed = |(column, &code): (usize, &u8)| code != UNANSWERED && !buffer[self.questions[column]];
        !row.codes.iter().enumerate().any(closed)
    }
}
