//! A closer look at the rows that a scan set aside: read again, one by one, with the place and the reason in words.

use std::io::{self, BufRead, BufReader, Read};

use super::super::chunk::{Chunk, RowHead};
use super::super::codec::{Coded, UNANSWERED};
use super::super::quoted::{Broken, Ended, LONGEST_ROW, Marks, Quotes};
use super::super::record::{Record, Rows, broken_quote};
use super::super::routing::Routing;
use super::super::table::{Holds, fits_header, who};
use super::super::table_answer::Beside;
use super::decode::MARK;
use super::open::{Columns, Table};
use super::whole::Lines;
use super::{Odd, Why};
use crate::diagnostics::{AnswerFinding, Diagnostics, TableFinding};
use crate::source::{BadEncoding, Sources, Span};

/// A row longer than this is not shown whole.
const MOST_SHOWN: usize = 1 << 20;

/// A row with what is wrong with it.
pub struct Explained<'e> {
    /// The table.
    pub table: &'e Table<'e>,
    /// The line on which the row starts, from 1; of a Parquet file the number of the row.
    pub line: u32,
    /// The row as it stands there.
    pub row: &'e [u8],
    /// What is wrong.
    pub out: &'e Diagnostics,
    /// Whether the row was counted all the same; a cell of it that is no answer was not.
    pub is_counted: bool,
    /// The row alone, with its line numbers, for showing it.
    pub sources: &'e Sources,
}

/// Explains rows one after the other; `tell` says whether to go on.
///
/// # Errors
/// The table that was being read, by index, and what the system says.
pub fn explain(
    columns: &Columns<'_>,
    tables: &[Table<'_>],
    odd: &[Odd],
    tell: &mut dyn FnMut(Explained<'_>) -> bool,
) -> Result<(), (usize, io::Error)> {
    let look = Look { columns, routing: Routing::new(columns.questionnaire, &columns.codec) };
    let mut left = odd;
    while let Some(first) = left.first() {
        let same = left.partition_point(|odd| odd.table <= first.table);
        let (here, rest) = left.split_at(same);
        left = rest;
        let Some(table) = tables.get(first.table) else { continue };
        if !look.table(table, here, tell).map_err(|error| (first.table, error))? {
            return Ok(());
        }
    }
    Ok(())
}

/// Tells on the spot whether a row that was set aside has an error, for whoever stops at the first.
pub(super) struct Judge<'j> {
    look: Look<'j>,
    table: &'j Table<'j>,
}

impl<'j> Judge<'j> {
    pub(super) fn new(columns: &'j Columns<'j>, table: &'j Table<'j>) -> Judge<'j> {
        let routing = Routing::new(columns.questionnaire, &columns.codec);
        Judge { look: Look { columns, routing }, table }
    }

    /// Whether a row has an error; `rest` is what stands in its block from the row on.
    pub(super) fn is_error(&self, odd: &Odd, rest: &[u8]) -> bool {
        match odd.why {
            Why::Name { .. } => false,
            Why::Class { .. } | Why::Respondent | Why::Quote { .. } => true,
            Why::Decode => {
                let marks = Marks { separator: self.table.layout.separator, returns: false };
                let end = match self.table.lines {
                    Some(_) => memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
                    None => match marks.row(rest, 0, 0, |_, _| ()) {
                        Ended::Whole(next) | Ended::Broken(Broken { next, .. }) => next,
                    },
                };
                let mut found = false;
                self.look.one(self.table, std::slice::from_ref(odd), (1, &rest[..end]), &mut |row| {
                    found = row.out.has_errors();
                    true
                });
                found
            }
        }
    }
}

struct Look<'c> {
    columns: &'c Columns<'c>,
    routing: Routing,
}

impl Look<'_> {
    fn table(&self, table: &Table<'_>, odd: &[Odd], tell: &mut dyn FnMut(Explained<'_>) -> bool) -> io::Result<bool> {
        if let Some(parquet) = &table.parquet {
            let mut lines = Lines::new(parquet)?;
            for several in odd.chunk_by(|a, b| a.at == b.at) {
                let row = lines.line(several[0].at)?;
                let number = u32::try_from(several[0].at + 1).unwrap_or(u32::MAX);
                if !self.one(table, several, (number, &row), tell) {
                    return Ok(false);
                }
            }
            return Ok(true);
        }
        let mut reader = BufReader::with_capacity(1 << 18, (table.open)()?);
        let (mut at, mut line, mut row) = (0u64, 1u32, Vec::new());
        if table.lines.is_some() {
            // What stands before the first row is a mark, not a line.
            at = io::copy(&mut reader.by_ref().take(table.offset), &mut io::sink())?;
        }
        for several in odd.chunk_by(|a, b| a.at == b.at) {
            // A row too long for one block was set aside in pieces.
            if several[0].at < at {
                continue;
            }
            // What stands in between is passed over, line by line.
            while at < several[0].at {
                let passed = reader.skip_until(b'\n')?;
                if passed == 0 {
                    return Ok(true);
                }
                at += passed as u64;
                line += 1;
            }
            row.clear();
            let (first_line, mut quotes, mut too_long) = (line, Quotes::default(), false);
            loop {
                let start = row.len();
                let mut read = reader.by_ref().take(LONGEST_ROW as u64 + 1).read_until(b'\n', &mut row)?;
                if read > LONGEST_ROW {
                    if row.last() != Some(&b'\n') {
                        read += reader.skip_until(b'\n')?;
                    }
                    row.truncate(MOST_SHOWN);
                    too_long = true;
                }
                at += read as u64;
                line += 1;
                let is_broken = matches!(several[0].why, Why::Quote { .. });
                let open = row[start..].iter().fold(false, |_, &byte| quotes.take(byte, table.layout.separator));
                if read == 0 || too_long || is_broken || table.lines.is_some() || row.len() > LONGEST_ROW || !open {
                    break;
                }
            }
            let why = if too_long { &[] } else { several };
            if !self.one(table, why, (first_line, &row), tell) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Explains one row, which stands on this line, and is too long to be read where there is no reason; whether to go on.
    fn one(
        &self,
        table: &Table<'_>,
        why: &[Odd],
        (line, row): (u32, &[u8]),
        tell: &mut dyn FnMut(Explained<'_>) -> bool,
    ) -> bool {
        let mut sources = Sources::new();
        let file = match table.parquet {
            Some(_) => sources.add_rows(&table.shown, row.to_vec(), line),
            None => sources.add_excerpt(&table.shown, row.to_vec(), line),
        };
        let (mut out, mut is_counted) = (Diagnostics::new(), false);
        match sources.get(file).bad_encoding() {
            _ if why.is_empty() => {
                out.add(Span::start_of(file), TableFinding::LongRow { megabytes: LONGEST_ROW >> 20 });
            }
            // However it begins, a row is no file.
            Some(BadEncoding::Utf16(span) | BadEncoding::Binary(span, _)) => out.add(span, TableFinding::Nul),
            Some(BadEncoding::NotUtf8(span)) => out.add(span, TableFinding::NotUtf8),
            // It was taken off, as if the row were a file.
            None if row.starts_with(MARK) => {
                out.add(Span::start_of(file), TableFinding::SecondFile);
            }
            None if let Why::Quote { start, end, followed } = why[0].why => {
                out.add(Span { file, start, end }, broken_quote(followed));
            }
            None => {
                let text = sources.get(file).text();
                let mut rows = match &table.lines {
                    Some(lines) => Rows::of_lines(file, text, Some(lines.keys.clone())),
                    None => Rows::with_separator(file, text, table.layout.separator),
                };
                if let Some(record) = rows.next() {
                    is_counted = self.row(&record, &table.holds, why, &mut out);
                }
            }
        }
        tell(Explained { table, line, row, out: &out, is_counted, sources: &sources })
    }

    /// Explains a row of which the fields can be told apart; whether it was counted.
    fn row(&self, record: &Record<'_>, holds: &[Holds], why: &[Odd], out: &mut Diagnostics) -> bool {
        if !fits_header(record, holds.len(), out) {
            return false;
        }
        let questionnaire = self.columns.questionnaire;
        let Some(who) = who(record, holds, questionnaire, out) else { return false };
        let field = |wanted: Holds| holds.iter().position(|holds| *holds == wanted);
        let span = |wanted: Holds| field(wanted).map_or(record.span(), |index| record.field_span(index));
        for odd in why {
            match &odd.why {
                Why::Decode | Why::Quote { .. } => {}
                Why::Respondent => {
                    out.add(who.span, who.twice());
                    return false;
                }
                Why::Name { first } => {
                    let (council, first, now) = (who.council.to_owned(), first.clone(), who.name.to_owned());
                    out.add(who.span, TableFinding::NameDiffers { council, first, now });
                }
                Why::Class { column, first } => {
                    let now = field(Holds::Class(*column)).map_or("", |index| record.get(index)).to_owned();
                    let (council, first) = (who.council.to_owned(), first.clone());
                    let name = self.columns.classes[*column].clone();
                    let finding = TableFinding::ClassDiffers { council, column: name, first, now };
                    out.add(span(Holds::Class(*column)), finding);
                }
            }
        }
        let mut chunk = Chunk::new(&self.columns.codec);
        let role = who.voice.index(questionnaire);
        chunk.push(RowHead { group: 0, role, quick: who.quick, age: who.age });
        let places = self.answers(record, holds, &mut chunk, out);
        self.asked(&chunk, &places, out);
        true
    }

    /// Reads the answers; returns where each column stands.
    fn answers(
        &self,
        record: &Record<'_>,
        holds: &[Holds],
        chunk: &mut Chunk,
        out: &mut Diagnostics,
    ) -> Vec<(usize, Span)> {
        let codec = &self.columns.codec;
        let mut places = Vec::new();
        for (index, holds) in holds.iter().enumerate() {
            let Holds::Answer(column) = *holds else { continue };
            match codec.cell(column, record.get(index)) {
                Ok(coded) => chunk.set(codec, column, coded),
                Err(finding) => {
                    out.add(record.field_span(index), finding);
                    chunk.set(codec, column, Coded::plain(UNANSWERED));
                }
            }
            places.push((column, record.field_span(index)));
        }
        for (index, via) in holds.iter().enumerate() {
            let Holds::Via(column) = *via else { continue };
            let beside = Beside { record, layout: holds, questionnaire: self.columns.questionnaire, codec };
            if let Err(finding) = beside.is_partner(index, column, chunk.row(0).codes[column]) {
                out.add(record.field_span(index), finding);
            }
        }
        places
    }

    fn asked(&self, chunk: &Chunk, places: &[(usize, Span)], out: &mut Diagnostics) {
        let row = chunk.row(0);
        let mut asked = Vec::new();
        self.routing.asked(row, &mut asked);
        for &(column, span) in places {
            if row.codes[column] != UNANSWERED && !self.routing.has_column(column, row, &asked) {
                let id = self.columns.questionnaire.columns[column].id.clone();
                // Tables with rows of an earlier version are read in another way.
                out.add(span, AnswerFinding::RoutedOut { question: id, earlier: None });
            }
        }
    }
}
