//! The sheet that says what a workbook belongs to, for peil and for whoever wants to know what an id stands for.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Book;
use crate::forms::tags::{spoken, tags};
use crate::forms::{clean::clean, label};
use crate::language::Language;
use crate::questionnaire::Kind;
use crate::spreadsheet::Grid;

/// Its name, in every language.
pub(super) const SHEET: &str = "_peil";
/// The first line, by which the sheet is found whatever it is called.
pub(super) const FORMAT: (&str, &str) = ("peil", "workbook/1");

/// The sheet: names with their values, and below an empty line each answer with its words in every language.
pub(super) fn sheet(book: &Book<'_>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(SHEET)?.set_very_hidden(true).protect();
    let mut row = 0;
    for (name, value) in values(book) {
        sheet.write_string(row, 0, name)?;
        sheet.write_string(row, 1, value)?;
        row += 1;
    }
    row += 1;
    let tags = tags(book.q);
    for (column, text) in (0..).zip(["column", "choice"].into_iter().chain(tags.iter().map(String::as_str))) {
        sheet.write_string(row, column, text)?;
    }
    for column in &book.q.columns {
        let kind = &book.q.questions[column.question].kind;
        for (index, (choice, _)) in kind.options().into_iter().enumerate() {
            row += 1;
            sheet.write_string(row, 0, &column.id)?;
            sheet.write_string(row, 1, choice)?;
            for (place, tag) in (2..).zip(&tags) {
                sheet.write_string(row, place, words(kind, index, spoken(tag), tag))?;
            }
        }
    }
    Ok(sheet)
}

fn words(kind: &Kind, index: usize, l: Language, tag: &str) -> String {
    clean(&label::option(kind, index, l, tag))
}

fn values(book: &Book<'_>) -> Vec<(&'static str, String)> {
    let (q, settled) = (book.q, book.settled);
    let mut values = vec![
        (FORMAT.0, FORMAT.1.to_owned()),
        ("questionnaire", q.id.clone()),
        ("version", q.version.clone()),
        ("hash", q.hash.clone()),
        ("language", book.tag.to_owned()),
        ("form", book.form.clone()),
        ("scan", if settled.quick { "quick" } else { "full" }.to_owned()),
    ];
    let mut known = |name, value: Option<String>| values.extend(value.map(|value| (name, clean(&value))));
    known("council", settled.council.clone());
    known("name", settled.name.clone());
    known("wave", settled.wave.map(|wave| wave.to_string()));
    known("role", settled.voice.and_then(|voice| voice.id(q)).map(str::to_owned));
    known("keep_until", settled.keep_until.map(|day| day.to_string()));
    values
}

/// How many columns the table of answers has before the words.
const BEFORE_WORDS: usize = 2;

/// Whether the table of answers begins below this row.
fn is_top(row: &[String]) -> bool {
    row.first().is_some_and(|cell| cell == "column")
}

/// An answer that could be chosen: the id of its column, its own, and its words, as [`Meta::tags`] has them.
pub(super) struct Choice<'g> {
    pub(super) column: &'g str,
    pub(super) id: &'g str,
    pub(super) words: &'g [String],
}

/// What the sheet says, read back.
pub(super) struct Meta<'g> {
    grid: &'g Grid,
}

impl<'g> Meta<'g> {
    /// Finds the sheet by its first line.
    pub(super) fn find(grids: &'g [Grid]) -> Option<Meta<'g>> {
        let is = |grid: &&Grid| Meta { grid }.get(FORMAT.0) == Some(FORMAT.1);
        grids.iter().find(is).map(|grid| Meta { grid })
    }

    /// The value of a name; never an empty one.
    pub(super) fn get(&self, name: &str) -> Option<&'g str> {
        // The names end where the table of answers begins.
        let names = self.grid.rows.iter().take_while(|row| !is_top(row));
        let mut rows = names.filter(|row| row.first().is_some_and(|cell| cell.trim() == name));
        rows.next()?.get(1).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    /// The languages in which it says what the answers are called.
    pub(super) fn tags(&self) -> Vec<&'g str> {
        let top = self.grid.rows.iter().find(|row| is_top(row));
        top.into_iter().flatten().skip(BEFORE_WORDS).map(|tag| tag.trim()).collect()
    }

    /// The answers that could be chosen when the workbook was made.
    pub(super) fn choices(&self) -> impl Iterator<Item = Choice<'g>> {
        let rows = self.grid.rows.iter().skip_while(|row| !is_top(row)).skip(1);
        rows.filter_map(|row| {
            let [column, id, words @ ..] = row.as_slice() else { return None };
            Some(Choice { column: column.trim(), id: id.trim(), words })
        })
    }

    pub(super) fn is(&self, grid: &Grid) -> bool {
        std::ptr::eq(self.grid, grid)
    }
}
