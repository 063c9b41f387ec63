//! The first sheet: who sees what, how to fill in, and who is answering.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::heading::{self, Heading, ID};
use super::height;
use super::lists::Lists;
use super::look::Look;
use super::questions::{hidden, printed, protected, yellow};
use super::{Book, say};
use crate::forms::clean::clean;
use crate::language::form as words;
use crate::responses::{Voice, length};

/// The column of the texts, after the hidden one, and that of the fields.
const TEXT: u16 = 1;
const FIELD: u16 = 2;
const TEXT_WIDTH: f64 = 84.0;
const FIELD_WIDTH: f64 = 44.0;
/// The longest text of a cell.
const LONGEST: usize = 32_000;

pub(super) fn sheet(book: &Book<'_>, look: &Look, lists: &mut Lists) -> Result<Worksheet, XlsxError> {
    let mut page = Page { sheet: Worksheet::new(), row: 0 };
    page.sheet.set_name(say::instructions_sheet(book.l))?;
    hidden(&mut page.sheet)?;
    page.sheet.set_column_width(TEXT, TEXT_WIDTH)?.set_column_width(FIELD, FIELD_WIDTH)?;
    page.text(&clean(book.q.title.get(book.tag)), &look.title, 1.9)?;
    page.gap();
    page.text(&words::before(book.l), &look.heading, 1.3)?;
    for line in agreement(book) {
        page.text(&line, &look.text, 1.0)?;
    }
    page.gap();
    page.text(&say::how(book.l), &look.heading, 1.3)?;
    let fields = fields(book);
    let asks = fields.iter().any(|field| field.settled.is_none());
    for (number, step) in (1..).zip(steps(book, asks)) {
        page.text(&format!("{number}. {step}"), &look.text, 1.0)?;
    }
    page.gap();
    page.fields(book, &fields, look, lists)?;
    page.gap();
    page.text(&words::belongs_to(book.l, &book.q.reference(), &book.form, &book.q.hash), &look.text, 1.0)?;
    protected(&mut page.sheet);
    printed(&mut page.sheet, book, 1);
    page.sheet.set_active(true);
    Ok(page.sheet)
}

/// What is agreed before the first question.
fn agreement(book: &Book<'_>) -> Vec<String> {
    let (q, settled, l) = (book.q, book.settled, book.l);
    let least = q.scoring.minimum_group;
    let mut lines = Vec::new();
    if settled.quick {
        lines.push(words::quick(l));
    }
    lines.push(words::length(l, &length(q, settled.voice, settled.quick)));
    lines.push(words::who_sees(l));
    lines.push(words::small_groups(l, least.respondents, least.comments));
    if let Some(day) = settled.keep_until {
        lines.push(words::kept_until(l, day.year(), day.month(), day.day()));
    }
    lines
}

fn steps(book: &Book<'_>, asks: bool) -> Vec<String> {
    let (q, l) = (book.q, book.l);
    let mut steps = vec![if asks { say::first_who(l) } else { say::first_answers(l) }, say::yellow(l), say::undo(l)];
    if q.questions.iter().any(|question| question.when.is_some()) {
        steps.push(say::only_if(l));
    }
    if q.languages.len() > 1 {
        let names: Vec<String> = q.languages.iter().map(|tag| words::language_name(tag.as_str())).collect();
        steps.push(format!("{} {}", say::languages(l, &names), say::any_language(l)));
    }
    steps.push(match &book.settled.instructions {
        Some(text) => clean(text).chars().take(LONGEST).collect(),
        None => say::send_back(l),
    });
    steps
}

/// A field about the respondent.
struct Field {
    id: &'static str,
    label: String,
    /// What it holds if it is not asked.
    settled: Option<String>,
    /// What can be chosen; nothing where it is typed.
    list: Vec<String>,
}

fn fields(book: &Book<'_>) -> Vec<Field> {
    let (q, settled, l) = (book.q, book.settled, book.l);
    let typed = |id, label, settled: Option<String>| Field { id, label, settled, list: Vec::new() };
    let mut fields = vec![
        typed(heading::COUNCIL, words::council(l), settled.council.clone()),
        typed(heading::NAME, words::name(l), settled.name.clone()),
        typed(heading::WAVE, words::wave(l), settled.wave.map(|wave| wave.to_string())),
    ];
    if !q.roles.is_empty() || settled.voice.is_some() {
        let title = |role: usize| super::offers::one_line(q.roles[role].title.get(book.tag));
        let mut list: Vec<String> = (0..q.roles.len()).map(title).collect();
        list.push(words::no_role(l));
        let settled = settled.voice.map(|voice| match voice {
            Voice::Role(role) => title(role),
            Voice::Person => words::no_role(l),
            Voice::Consensus => words::consensus(l),
        });
        fields.push(Field { id: heading::ROLE, label: words::role(l), settled, list });
    }
    if settled.keep_until.is_none() {
        fields.push(typed(heading::KEEP_UNTIL, say::keep_until(l), None));
    }
    let list = vec![words::yes(l), words::no(l)];
    fields.push(Field { id: heading::SHOWN_BY_ROLE, label: words::shown_by_role(l), settled: None, list });
    fields
}

/// A sheet that is written from top to bottom.
struct Page {
    sheet: Worksheet,
    row: u32,
}

impl Page {
    /// A text in letters so many times the usual size.
    fn text(&mut self, text: &str, format: &Format, size: f64) -> Result<(), XlsxError> {
        let lines = height::lines(text, TEXT_WIDTH / size);
        self.sheet.set_row_height(self.row, height::of_lines(lines) * size)?;
        self.sheet.write_string_with_format(self.row, TEXT, text, format)?;
        self.row += 1;
        Ok(())
    }

    fn gap(&mut self) {
        self.row += 1;
    }

    fn fields(&mut self, book: &Book<'_>, fields: &[Field], look: &Look, lists: &mut Lists) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, ID, &look.top)?;
        self.sheet.write_string_with_format(self.row, TEXT, Heading::Who.words(book.l), &look.top)?;
        self.sheet.write_string_with_format(self.row, FIELD, Heading::Answer.words(book.l), &look.top)?;
        self.row += 1;
        let first = self.row;
        for field in fields {
            let value = field.settled.as_deref().unwrap_or_default();
            let lines = height::lines(&field.label, TEXT_WIDTH).max(height::lines(value, FIELD_WIDTH));
            self.sheet.set_row_height(self.row, height::of_lines(lines))?;
            self.sheet.write_string_with_format(self.row, TEXT, &field.label, &look.cell)?;
            match &field.settled {
                Some(value) => {
                    let value: String = clean(value).chars().take(LONGEST).collect();
                    self.sheet.write_string_with_format(self.row, FIELD, value, &look.cell)?;
                }
                None => {
                    self.sheet.write_string_with_format(self.row, 0, field.id, &look.id)?;
                    self.sheet.write_blank(self.row, FIELD, &look.input)?;
                }
            }
            if field.settled.is_none() && !field.list.is_empty() {
                let rule = lists.only(field.list.clone())?;
                self.sheet.add_data_validation(self.row, FIELD, self.row, FIELD, &rule)?;
            }
            self.row += 1;
        }
        let asked = fields.iter().position(|field| field.settled.is_none()).unwrap_or(0);
        let asked = first + u32::try_from(asked).unwrap_or(0);
        self.sheet.set_selection(asked, FIELD, asked, FIELD)?;
        yellow(&mut self.sheet, first, self.row - 1, FIELD, look)
    }
}
