//! Reading a workbook back, after people and other programs had their way with it.

mod answer;
mod head;
mod table;

use super::heading::{Heading, MARK};
use super::meta::Meta;
use crate::forms::Settled;
use crate::language::Language;
use crate::language::failure::{self, Sentence};
use crate::language::findings::WorkbookFinding;
use crate::questionnaire::{Questionnaire, Version};
use crate::responses::{Codec, Earlier, Lineage, Reference, Sheet, Status, Terms, earlier_version};
use crate::spreadsheet::{Grid, cell_name};
use answer::{Answers, Lines};
use table::{Broken, Table};

/// What a workbook says it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// Id of the questionnaire.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its content hash.
    pub hash: String,
    /// Id of the form: the same for everyone who was sent the same file.
    pub form: String,
}

/// Why a workbook cannot be read at all. The words belong to `language`; this is what happened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableWorkbook {
    /// peil did not make it, or the hidden sheet that says what it belongs to is gone.
    #[error("not a workbook of peil")]
    NotOurs,
    /// It belongs to another questionnaire.
    #[error("belongs to {found}, not to {expected}")]
    OtherQuestionnaire {
        /// As the workbook says.
        found: String,
        /// The one given.
        expected: String,
    },
    /// It belongs to a later version.
    #[error("belongs to version {found} of {questionnaire}, not to {expected}")]
    OtherVersion {
        /// The questionnaire.
        questionnaire: String,
        /// As the workbook says.
        found: String,
        /// The version at hand.
        expected: String,
    },
    /// The questionnaire changed without a new version.
    #[error("the questionnaire has changed since the workbook was made")]
    OtherContent,
    /// The hidden column with the ids was deleted.
    #[error("the column `id` of `{0}` is gone")]
    NoIds(String),
    /// The column for the answers was deleted, or its heading changed.
    #[error("the column of answers of `{0}` is gone")]
    NoAnswers(String),
    /// No sheet with questions is left.
    #[error("there is no sheet with questions")]
    NoQuestions,
}

impl UnreadableWorkbook {
    /// The sentence of it, for the workbook at this path.
    pub fn sentence(&self, l: Language, path: &str) -> Sentence {
        match self {
            Self::NotOurs => failure::not_our_workbook(l, path),
            Self::OtherQuestionnaire { found, expected } => {
                failure::workbook_of_other_questionnaire(l, path, found, expected)
            }
            Self::OtherVersion { questionnaire, found, expected } => {
                failure::workbook_of_other_version(l, path, questionnaire, found, expected)
            }
            Self::OtherContent => failure::workbook_of_other_content(l, path),
            Self::NoIds(sheet) => failure::workbook_without_ids(l, path, sheet),
            Self::NoAnswers(sheet) => failure::workbook_without_answers(l, path, sheet),
            Self::NoQuestions => failure::workbook_without_questions(l, path),
        }
    }
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkbookAnswers {
    /// The answers. The id of the council is empty where the workbook has none, which is a problem too; the respondent
    /// has no id.
    pub sheet: Sheet,
    /// Id of the form: the same for everyone who was sent the same file.
    pub form: String,
    /// How many questions, rows and halves the workbook has a line for.
    pub lines: usize,
    /// What was done to answers of an earlier version, which the sheet names.
    pub noted: Earlier,
    /// What was not understood, in the order of the sheets.
    pub problems: Vec<WorkbookProblem>,
}

/// Something wrong in one cell.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkbookProblem {
    /// Name of the sheet as it is now.
    pub sheet: String,
    /// Name of the cell, such as `C12`; empty where it is about the sheet as a whole.
    pub cell: String,
    /// What is wrong.
    pub finding: WorkbookFinding,
}

impl WorkbookProblem {
    /// The place as a spreadsheet writes it: `Antwoorden!C12`.
    pub fn place(&self) -> String {
        if self.cell.is_empty() { self.sheet.clone() } else { format!("{}!{}", self.sheet, self.cell) }
    }
}

/// What a workbook belongs to; `None` when it is not one of peil's.
pub fn declared_workbook(grids: &[Grid]) -> Option<Declared> {
    let meta = Meta::find(grids)?;
    let of = |name| meta.get(name).unwrap_or_default().to_owned();
    Some(Declared { id: of("questionnaire"), version: of("version"), hash: of("hash"), form: of("form") })
}

/// Whether sheets are a workbook of peil, of any questionnaire, in which no question is answered: one to be sent out.
pub fn is_unanswered(grids: &[Grid]) -> bool {
    let Some(meta) = Meta::find(grids) else { return false };
    let is_filled = |table: Table<'_>| {
        let questions = || table.rows().filter(|(_, id)| !id.starts_with(MARK));
        questions().any(|(row, _)| table.is_filled(row))
    };
    // Where a table is broken, nobody can tell.
    let has_answers = |grid: &Grid| Table::find(grid).map_or(true, |table| table.is_some_and(is_filled));
    !grids.iter().filter(|grid| !meta.is(grid)).any(has_answers)
}

/// Reads the answers of a workbook; those of an earlier version under the names of today. Single answers that are wrong are reported and left out.
///
/// # Errors
/// See [`UnreadableWorkbook`].
pub fn read_workbook(grids: &[Grid], q: &Questionnaire, codec: &Codec) -> Result<WorkbookAnswers, UnreadableWorkbook> {
    let meta = Meta::find(grids).ok_or(UnreadableWorkbook::NotOurs)?;
    let declared = declared_workbook(grids).ok_or(UnreadableWorkbook::NotOurs)?;
    let earlier = bound(&declared, q)?;
    let (mut tables, mut broken) = (Vec::new(), Vec::new());
    for grid in grids.iter().filter(|grid| !meta.is(grid)) {
        match Table::find(grid) {
            Ok(table) => tables.extend(table),
            Err(one) => broken.push(one),
        }
    }
    let mut problems = Problems::default();
    // Whether an earlier version had roles is not known.
    let knows_roles = !q.roles.is_empty() && earlier.is_none();
    let head = head::head(&meta, &tables, q, knows_roles, &mut problems);
    let lineage = Lineage::new(q);
    let mut answers = Answers::new(Terms { questionnaire: q, codec, lineage: Some(&lineage) }, earlier, &meta);
    for table in &tables {
        answers.table(table, &mut problems);
    }
    let quick = meta.get("scan") == Some("quick");
    let asked = Settled { quick, voice: head::settled_voice(&meta, q), ..Settled::default() };
    let has_none = answers.is_empty();
    let Lines { entries, count: lines, is_whole, noted } = answers.finish(&asked, &mut problems);
    let has_fields = tables.iter().any(Table::has_fields);
    // Which lines a form of an earlier version had is not always known.
    let is_lost = |one: &Broken| if one.about == Heading::Who { !has_fields } else { !is_whole || earlier.is_some() };
    // Where every line of ours is found elsewhere, the sheet is one that somebody added.
    if let Some(one) = broken.into_iter().find(is_lost) {
        return Err(one.error);
    }
    if has_none {
        return Err(UnreadableWorkbook::NoQuestions);
    }
    let Declared { id, version, hash, form } = declared;
    let sheet = Sheet {
        questionnaire: Reference { id, version, hash: Some(hash) },
        quick,
        council: head.council,
        wave: head.wave,
        respondent: head.respondent,
        shown_by_role: head.shown_by_role,
        keep_until: head.keep_until,
        status: Status::Final,
        saved: None,
        entries,
    };
    Ok(WorkbookAnswers { sheet, form, lines, noted, problems: problems.list })
}

/// The version that was answered, where it is an earlier one.
fn bound(declared: &Declared, q: &Questionnaire) -> Result<Option<Version>, UnreadableWorkbook> {
    let (found, expected) = (declared.id.clone(), q.id.clone());
    if found != expected {
        return Err(UnreadableWorkbook::OtherQuestionnaire { found, expected });
    }
    if declared.version == q.version {
        return if declared.hash == q.hash { Ok(None) } else { Err(UnreadableWorkbook::OtherContent) };
    }
    // The hash of an earlier version is that of other content.
    earlier_version(&declared.version, q).map(Some).ok_or_else(|| {
        let (found, expected) = (declared.version.clone(), q.version.clone());
        UnreadableWorkbook::OtherVersion { questionnaire: q.id.clone(), found, expected }
    })
}

/// What was found so far.
#[derive(Default)]
struct Problems {
    list: Vec<WorkbookProblem>,
}

impl Problems {
    fn add(&mut self, table: &Table<'_>, row: usize, column: usize, finding: impl Into<WorkbookFinding>) {
        self.at(&table.grid.name, row, column, finding);
    }

    fn at(&mut self, sheet: &str, row: usize, column: usize, finding: impl Into<WorkbookFinding>) {
        self.list.push(WorkbookProblem {
            sheet: sheet.to_owned(),
            cell: cell_name(row, column),
            finding: finding.into(),
        });
    }

    /// Of a sheet as a whole.
    fn of_sheet(&mut self, sheet: &str, finding: impl Into<WorkbookFinding>) {
        self.list.push(WorkbookProblem { sheet: sheet.to_owned(), cell: String::new(), finding: finding.into() });
    }
}
