//! The sheet of answers.

use rust_xlsxwriter::{ConditionalFormatFormula, Format, ProtectionOptions, Worksheet, XlsxError};

use super::heading::{BOX, Heading, ID};
use super::height;
use super::lines::{Ask, Line, Piece, Takes, lines};
use super::lists::Lists;
use super::look::Look;
use super::{Book, say};

/// A4, as a workbook names it.
const A4: u8 = 9;
/// Where the answers stand: after the id, the number and the question.
const ANSWER: u16 = 3;

/// Bold letters are wider by this.
const BOLD: f64 = 0.9;
/// The least lines of a question and of a line with room for a note.
const LEAST: usize = 2;

/// Widths of the columns after the hidden one, in letters.
fn width(heading: Heading) -> f64 {
    match heading {
        Heading::Number => 5.0,
        Heading::Question | Heading::Who => 62.0,
        Heading::Answer => 40.0,
        Heading::Reason => 22.0,
        Heading::Evidence | Heading::Comment => 30.0,
    }
}

pub(super) fn sheet(book: &Book<'_>, look: &Look, lists: &mut Lists) -> Result<Worksheet, XlsxError> {
    let lines = lines(book);
    let headings = headings(&lines);
    let mut sheet = Worksheet::new();
    sheet.set_name(say::answers_sheet(book.l))?;
    sheet.write_string_with_format(0, 0, ID, &look.top)?;
    hidden(&mut sheet)?;
    for (column, heading) in (1..).zip(&headings) {
        sheet.write_string_with_format(0, column, heading.words(book.l), &look.top)?;
        sheet.set_column_width(column, width(*heading))?;
    }
    let top = headings.iter().map(|heading| height::lines(&heading.words(book.l), width(*heading) * BOLD));
    sheet.set_row_height(0, height::of_lines(top.max().unwrap_or(1)))?;
    let mut row = 0;
    for line in &lines {
        row += 1;
        match line {
            Line::Theme(title) => {
                sheet.write_string_with_format(row, 2, title, &look.band)?;
                sheet.set_row_height(row, height::of_lines(2))?;
            }
            Line::Ask(ask) => {
                one(&mut sheet, row, ask, &headings, look, lists)?;
                sheet.set_row_height(row, height::of_lines(high(ask)))?;
            }
        }
    }
    yellow(&mut sheet, 1, row, ANSWER, look)?;
    sheet.set_freeze_panes(1, 0)?.set_selection(2, ANSWER, 2, ANSWER)?;
    protected(&mut sheet);
    printed(&mut sheet, book, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(sheet)
}

/// The columns that some line needs.
fn headings(lines: &[Line]) -> Vec<Heading> {
    let any = |needs: fn(&Ask) -> bool| lines.iter().any(|line| matches!(line, Line::Ask(ask) if needs(ask)));
    let mut headings = vec![Heading::Number, Heading::Question, Heading::Answer];
    headings.extend(any(|ask| ask.reason).then_some(Heading::Reason));
    headings.extend(any(|ask| ask.evidence).then_some(Heading::Evidence));
    headings.push(Heading::Comment);
    headings
}

fn one(
    sheet: &mut Worksheet,
    row: u32,
    ask: &Ask,
    headings: &[Heading],
    look: &Look,
    lists: &mut Lists,
) -> Result<(), XlsxError> {
    if let Some(id) = &ask.id {
        sheet.write_string_with_format(row, 0, id, &look.id)?;
    }
    for (column, heading) in (1..).zip(headings) {
        let open = match heading {
            Heading::Number => {
                let number = ask.number.map(|number| number.to_string()).unwrap_or_default();
                sheet.write_string_with_format(row, column, number, &look.cell)?;
                continue;
            }
            Heading::Question | Heading::Who => {
                words(sheet, row, column, ask, look)?;
                continue;
            }
            Heading::Answer => !matches!(ask.takes, Takes::Nothing),
            Heading::Reason => ask.reason,
            Heading::Evidence => ask.evidence,
            Heading::Comment => ask.comment,
        };
        sheet.write_blank(row, column, if open { &look.input } else { &look.closed })?;
    }
    let rule = match &ask.takes {
        Takes::OneOf(texts) => lists.only(texts.clone())?,
        Takes::NumberOr(texts) => lists.or_number(texts.clone())?,
        Takes::Text | Takes::Nothing => return Ok(()),
    };
    sheet.add_data_validation(row, ANSWER, row, ANSWER, &rule)?;
    Ok(())
}

/// How many lines a row needs.
fn high(ask: &Ask) -> usize {
    let width = width(Heading::Question);
    let lines = ask.pieces.iter().map(|(piece, text)| match piece {
        Piece::Ask => height::lines(text, width * BOLD),
        _ => height::lines(text, if ask.part { width - 4.0 } else { width }),
    });
    lines.sum::<usize>().max(if ask.comment || !ask.part { LEAST } else { 1 })
}

/// The text of a line, each piece on a line of its own.
fn words(sheet: &mut Worksheet, row: u32, column: u16, ask: &Ask, look: &Look) -> Result<(), XlsxError> {
    let cell = if ask.part { &look.inner } else { &look.cell };
    let last = ask.pieces.len().saturating_sub(1);
    let texts: Vec<(&Format, String)> = ask
        .pieces
        .iter()
        .enumerate()
        .map(|(index, (piece, text))| {
            let format = match piece {
                Piece::Ask => &look.ask,
                Piece::Help => &look.help,
                Piece::Condition => &look.condition,
                Piece::Choice => &look.choice,
            };
            (format, if index < last { format!("{text}\n") } else { text.clone() })
        })
        .collect();
    match &texts[..] {
        // A text in one piece takes the format of its cell.
        [(_, only)] if ask.part => sheet.write_string_with_format(row, column, only, cell)?,
        [(_, only)] => sheet.write_string_with_format(row, column, only, &look.asked)?,
        _ => {
            let pieces: Vec<(&Format, &str)> = texts.iter().map(|(format, text)| (*format, text.as_str())).collect();
            sheet.write_rich_string_with_format(row, column, &pieces, cell)?
        }
    };
    Ok(())
}

/// Cells to fill in are yellow as long as they are empty; not the boxes of a question, which may well stay empty, and
/// not the question itself once a box is ticked.
pub(super) fn yellow(sheet: &mut Worksheet, first: u32, last: u32, column: u16, look: &Look) -> Result<(), XlsxError> {
    let answer = crate::spreadsheet::cell_name(0, usize::from(column));
    let answer = answer.trim_end_matches('1');
    let (top, end) = (first + 1, last + 1);
    let rule = format!(
        "=AND($A{top}<>\"\",ISERROR(FIND(\"{BOX}\",$A{top})),LEN(TRIM(${answer}{top}))=0,\
         COUNTIFS($A${top}:$A${end},$A{top}&\"{BOX}*\",${answer}${top}:${answer}${end},\"?*\")=0)"
    );
    let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&look.blank);
    sheet.add_conditional_format(first, column, last, column, &rule)?;
    Ok(())
}

/// Hides the column of ids; whoever shows it can read them.
pub(super) fn hidden(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 24)?.set_column_hidden(0)?;
    Ok(())
}

/// Against slips, not against people: without a password, and with columns and rows that can be made wider.
pub(super) fn protected(sheet: &mut Worksheet) {
    let options = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
    sheet.protect_with_options(&options);
}

/// On A4, as wide as the page and at most so many pages long; 0 for as many as it takes.
pub(super) fn printed(sheet: &mut Worksheet, book: &Book<'_>, pages: u16) {
    let foot = format!("{} · {}", book.q.reference(), book.form).replace('&', "&&");
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, pages);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer(format!("&L&8{foot}&R&8{}", say::page_of(book.l)));
}
