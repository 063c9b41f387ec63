//! The form as a workbook: instructions, the questions with a list to choose from beside each, and two hidden sheets
//! that say what belongs to what. Nothing in it scores.
//!
//! Reading back goes by the ids in hidden columns, never by position or by the name of a sheet: people insert rows,
//! rename sheets and save with other programs.

mod heading;
mod height;
mod instructions;
mod lines;
mod lists;
mod look;
mod meta;
mod offers;
mod questions;
mod read;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::tags::{primary, spoken};
use super::{Settled, id, offered};
use crate::language::{Language, form::workbook as say};
use crate::questionnaire::Questionnaire;
use crate::responses::Codec;
use crate::spreadsheet::Grid;
use lists::Lists;
use look::Look;
pub use read::{
    Declared, UnreadableWorkbook, WorkbookAnswers, WorkbookProblem, declared_workbook, is_unanswered, read_workbook,
};

/// What all sheets of one workbook are made from.
struct Book<'q> {
    q: &'q Questionnaire,
    settled: &'q Settled,
    /// The language of the questionnaire's words.
    tag: &'q str,
    /// The language of ours.
    l: Language,
    form: String,
}

/// The tag whose texts a workbook shows: the one asked for if the questionnaire has that language, else its first.
pub fn workbook_tag(q: &Questionnaire, asked: &str) -> String {
    let known = q.languages.iter().any(|language| language.as_str() == primary(asked));
    let first = q.languages.first().map_or("en", |language| language.as_str());
    if known { asked.to_owned() } else { first.to_owned() }
}

/// The workbook as the bytes of an .xlsx file, in the language of `tag` (see [`workbook_tag`]). The same questionnaire,
/// `settled` and `tag` give the same bytes.
///
/// # Errors
/// When the questionnaire holds more than a workbook can, such as a text of over 32,767 letters.
pub fn render(q: &Questionnaire, settled: &Settled, tag: &str) -> Result<Vec<u8>, XlsxError> {
    let book = Book { q, settled, tag, l: spoken(tag), form: id(q, settled) };
    let look = Look::new();
    let mut lists = Lists::new(book.l);
    let instructions = instructions::sheet(&book, &look, &mut lists)?;
    let questions = questions::sheet(&book, &look, &mut lists)?;
    let mut workbook = Workbook::new();
    // The day on which a workbook was made would make every run another file.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = super::clean::clean(q.title.get(tag));
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    workbook.push_worksheet(instructions);
    workbook.push_worksheet(questions);
    workbook.push_worksheet(lists.sheet()?);
    workbook.push_worksheet(meta::sheet(&book)?);
    workbook.save_to_buffer()
}

/// Whether sheets that were read are the workbook as it is sent out: a line for every place for an answer, nothing
/// answered yet, and who is asked as settled.
pub fn is_blank_workbook(grids: &[Grid], q: &Questionnaire, settled: &Settled) -> bool {
    let asked = q.columns.iter().filter(|column| offered(q, settled, column.question)).count();
    read_workbook(grids, q, &Codec::new(q)).is_ok_and(|read| {
        let council = Some(read.sheet.council.id).filter(|id| !id.is_empty());
        read.form == id(q, settled)
            && read.lines == asked
            && read.sheet.entries.is_empty()
            && read.sheet.quick == settled.quick
            && read.sheet.respondent.voice == settled.voice.unwrap_or_default()
            && council.is_some() == settled.council.is_some()
    })
}
