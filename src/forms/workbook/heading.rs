//! The words on top of the tables of a workbook, by which they are found again, and the ids of the fields about the
//! respondent.

use crate::forms::clean::folded;
use crate::language::form as words;
use crate::language::{Language, form::workbook as say};

/// Above the hidden column.
pub(super) const ID: &str = "id";
/// The fields about the respondent. No id of a question starts like this.
pub(super) const COUNCIL: &str = "#council";
pub(super) const NAME: &str = "#name";
pub(super) const WAVE: &str = "#wave";
pub(super) const ROLE: &str = "#role";
pub(super) const KEEP_UNTIL: &str = "#keep_until";
pub(super) const SHOWN_BY_ROLE: &str = "#shown_by_role";
/// All of them, in the order of the form.
pub(super) const FIELDS: [&str; 6] = [COUNCIL, NAME, WAVE, ROLE, KEEP_UNTIL, SHOWN_BY_ROLE];
/// What each of them begins with.
pub(super) const MARK: char = '#';
/// Between the id of a question and that of one of its boxes.
pub(super) const BOX: char = '|';

/// What a field is called where it is settled.
pub(super) fn word(field: &str) -> &str {
    field.trim_start_matches(MARK)
}

/// What stands in a column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    Number,
    Question,
    Who,
    Answer,
    Reason,
    Evidence,
    Comment,
}

impl Heading {
    pub(super) fn words(self, l: Language) -> String {
        match self {
            Heading::Number => say::number(l),
            Heading::Question => say::question(l),
            Heading::Who => say::who(l),
            Heading::Answer => words::answer(l),
            Heading::Reason => words::reason(l),
            Heading::Evidence => say::evidence(l),
            Heading::Comment => words::comment(l),
        }
    }

    /// Whether a cell is this heading in any language.
    pub(super) fn is(self, cell: &str) -> bool {
        Language::ALL.iter().any(|l| folded(&self.words(*l)) == folded(cell))
    }
}
