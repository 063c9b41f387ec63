//! One block of a table to coded rows.
//!
//! A row that does not fit is noted with its place and passed over, or counted without the cell that is no answer: it is
//! read again, slowly and with words, after everything else (`super::explain`).

use super::super::codec::{Codec, UNANSWERED};
use super::super::quoted::{Ended, Marks};
use super::super::table::Holds;
use super::super::wave::Wave;
use super::Why;
use super::cell::{Cell, cell, row_end};
use super::layout::{BESIDE, Field, LOOK_CLOSER, Layout, Memory};
use crate::questionnaire::Version;
use crate::questionnaire::shape::VIA;

/// What a file may begin with, and a row may not.
pub(super) const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The rows of one block.
#[derive(Default)]
pub(super) struct Rows {
    /// One row after the other, a code per column of the questionnaire.
    pub(super) codes: Vec<u8>,
    pub(super) wide: Vec<u64>,
    pub(super) heads: Vec<Head>,
    /// One row after the other, a class per class column.
    pub(super) classes: Vec<Piece>,
    /// Places in the block of rows that want a closer look.
    pub(super) odd: Vec<u32>,
    /// Places of rows with a broken quote, and which that is.
    pub(super) broken: Vec<(u32, Why)>,
    /// Texts that stand in the block in another form, with doubled quotes.
    spare: Vec<u8>,
}

/// Who a row is about.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Head {
    pub(super) start: u32,
    pub(super) council: Piece,
    pub(super) name: Piece,
    pub(super) respondent: Piece,
    pub(super) wave: Option<Wave>,
    pub(super) role: u8,
    pub(super) quick: bool,
}

/// A stretch of the block, or of the texts beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    start: u32,
    length: u32,
    spare: bool,
}

/// What is known beforehand about every table of a questionnaire, and remembered from row to row.
pub(super) struct Decoder<'a> {
    pub(super) codec: &'a Codec,
    pub(super) layout: &'a Layout,
    /// The words of the role column, and what a row keeps of them.
    voices: &'a [(&'a str, u8)],
    /// What a row keeps where the column is empty.
    pub(super) nobody: u8,
    pub(super) reference: &'a str,
    /// Number of class columns.
    classes: usize,
    memory: Memory,
    /// Whether a row names an earlier version of the questionnaire.
    pub(super) earlier: bool,
    /// The columns of the row of which a partner is said to do what was answered.
    vias: Vec<usize>,
    /// The wave of the row before, as written.
    wave: (Vec<u8>, Option<Wave>),
    /// Where in the block rows so far went wrong.
    until: usize,
    /// Whether every row of the block is text.
    is_text: bool,
}

/// What became of one row.
pub(super) enum Fit {
    Whole,
    /// A cell is no answer; the row counts without it.
    WithoutCell,
    /// The row cannot be placed.
    Not,
}

impl Piece {
    /// A stretch of the block.
    pub(super) fn at(start: u32, length: u32) -> Piece {
        Piece { start, length, spare: false }
    }
}

impl Rows {
    pub(super) fn clear(&mut self) {
        self.codes.clear();
        self.wide.clear();
        self.heads.clear();
        self.classes.clear();
        self.odd.clear();
        self.broken.clear();
        self.spare.clear();
    }

    /// The bytes of a piece.
    pub(super) fn text<'t>(&'t self, block: &'t [u8], piece: Piece) -> &'t [u8] {
        let bytes = if piece.spare { self.spare.as_slice() } else { block };
        bytes.get(piece.start as usize..(piece.start + piece.length) as usize).unwrap_or_default()
    }
}

impl<'a> Decoder<'a> {
    pub(super) fn new(
        codec: &'a Codec,
        layout: &'a Layout,
        (voices, nobody): (&'a [(&'a str, u8)], u8),
        reference: &'a str,
        classes: usize,
    ) -> Decoder<'a> {
        let (memory, wave) = (Memory::default(), (Vec::new(), None));
        let vias = Vec::new();
        Decoder {
            codec,
            layout,
            voices,
            nobody,
            reference,
            classes,
            memory,
            earlier: false,
            vias,
            wave,
            until: 0,
            is_text: true,
        }
    }

    /// Reads the rows of a block. Returns whether no quote is broken; if one is, the block may be none of whole rows.
    pub(super) fn decode(&mut self, block: &[u8], rows: &mut Rows) -> bool {
        self.is_text = is_text(block);
        self.decode_text(block, rows)
    }

    /// The same where it is known whether every row is text.
    pub(super) fn decode_text(&mut self, block: &[u8], rows: &mut Rows) -> bool {
        rows.clear();
        self.until = 0;
        let (columns, slots) = (self.codec.columns(), self.codec.wide_slots());
        let mut at = 0;
        while at < block.len() {
            if matches!(block[at], b'\n' | b'\r') {
                at += 1;
                continue;
            }
            let (codes, wide, classes) = (rows.codes.len(), rows.wide.len(), rows.classes.len());
            rows.codes.resize(codes + columns + BESIDE, UNANSWERED);
            rows.wide.resize(wide + slots, 0);
            rows.classes.resize(classes + self.classes, Piece::default());
            let mut head = Head { start: at as u32, role: self.nobody, ..Head::default() };
            let (mut fit, next) = self.row(block, at, rows, &mut head);
            let is_row = self.is_text || next.is_none_or(|next| is_text(&block[at..next.min(block.len())]));
            if !is_row || (block[at] == MARK[0] && block[at..].starts_with(MARK)) {
                fit = Fit::Not;
            }
            if !matches!(fit, Fit::Whole) && next.is_some() {
                rows.odd.push(at as u32);
            }
            rows.codes.truncate(codes + columns);
            if matches!(fit, Fit::Not) {
                rows.codes.truncate(codes);
                rows.wide.truncate(wide);
                rows.classes.truncate(classes);
            } else {
                rows.heads.push(head);
            }
            at = next.unwrap_or_else(|| self.broken(block, at, rows));
        }
        rows.broken.is_empty()
    }

    /// Notes a row with a broken quote; returns where the next line starts.
    fn broken(&mut self, block: &[u8], at: usize, rows: &mut Rows) -> usize {
        match self.marks().row(block, at, self.until, |_, _| ()) {
            // It is not asked about such rows.
            Ended::Whole(next) => next,
            Ended::Broken(broken) => {
                self.until = broken.until.unwrap_or(block.len());
                let marked = broken.marked(block);
                let (start, end) = ((marked.start - at) as u32, (marked.end - at) as u32);
                rows.broken.push((at as u32, Why::Quote { start, end, followed: broken.followed.is_some() }));
                broken.next
            }
        }
    }

    fn marks(&self) -> Marks {
        Marks { separator: self.layout.separator, returns: false }
    }

    /// Reads the row at `at`; with it the place after it, `None` when a quote is broken.
    fn row(&mut self, block: &[u8], mut at: usize, rows: &mut Rows, head: &mut Head) -> (Fit, Option<usize>) {
        let layout = self.layout;
        let separator = layout.separator;
        let row = rows.heads.len();
        let codes = row * self.codec.columns();
        let mut fit = Fit::Whole;
        self.vias.clear();
        let last = layout.fields.len() - 1;
        let mut next = 0;
        while let Some(field) = layout.fields.get(next) {
            let index = next;
            next += 1;
            let end = if index == last { b'\n' } else { separator };
            if let Field::Answer { column, table } = *field {
                let rest = block.get(at..).unwrap_or_default();
                let (cells, bytes) = layout.letters(index, rest, &mut rows.codes[codes + column..]);
                if cells > 0 {
                    next = index + cells;
                    at += bytes;
                    continue;
                }
                // Nearly every cell is one letter, or empty.
                match block.get(at..) {
                    Some(&[byte, ..]) if byte == end => {
                        at += 1;
                        continue;
                    }
                    Some(&[byte, next, ..]) if next == end => {
                        let code = layout.code(table, byte);
                        if code != LOOK_CLOSER {
                            rows.codes[codes + column] = code;
                            at += 2;
                            continue;
                        }
                    }
                    _ => {}
                }
            }
            let Some(cell) = cell(block, at, separator, self.until) else { return (Fit::Not, None) };
            at = cell.next;
            if cell.ends_row != (index == last) {
                // A field too few, or more to come.
                return (Fit::Not, if cell.ends_row { Some(at) } else { row_end(block, at, separator, self.until) });
            }
            let piece = rows.keep(block, &cell);
            match self.field(*field, block, piece, rows, head) {
                Fit::Whole => {}
                Fit::WithoutCell => fit = Fit::WithoutCell,
                Fit::Not => {
                    return (
                        Fit::Not,
                        if index == last { Some(at) } else { row_end(block, at, separator, self.until) },
                    );
                }
            }
        }
        let codes = &rows.codes[codes..];
        if self.vias.iter().any(|&column| !self.codec.is_something_done(column, codes[column])) {
            fit = Fit::WithoutCell;
        }
        // A council of that name is a header in the middle of the table.
        let is_placed = !matches!(rows.text(block, head.council), b"" | b"council");
        (if is_placed { fit } else { Fit::Not }, Some(at))
    }

    /// Takes in what stands in one field.
    pub(super) fn field(&mut self, field: Field, block: &[u8], piece: Piece, rows: &mut Rows, head: &mut Head) -> Fit {
        let row = rows.heads.len();
        let text = rows.text(block, piece);
        match field {
            Field::Answer { column, .. } => {
                let Ok(coded) = self.memory.code(self.codec, column, text) else { return Fit::WithoutCell };
                rows.codes[row * self.codec.columns() + column] = coded.code;
                if let Some(slot) = self.codec.wide_slot(column) {
                    rows.wide[row * self.codec.wide_slots() + slot] = coded.wide;
                }
            }
            Field::Other(Holds::Council) => head.council = piece,
            Field::Other(Holds::Name) => head.name = piece,
            Field::Other(Holds::Respondent) => head.respondent = piece,
            Field::Other(Holds::Class(class)) => rows.classes[row * self.classes + class] = piece,
            Field::Other(Holds::Wave) => {
                if self.wave.0 != text {
                    let written = std::str::from_utf8(text).ok();
                    match written.map(|text| (text.is_empty(), Wave::parse(text))) {
                        Some((empty, wave)) if empty || wave.is_some() => self.wave = (text.to_vec(), wave),
                        _ => return Fit::Not,
                    }
                }
                head.wave = self.wave.1;
            }
            Field::Other(Holds::Role) if !text.is_empty() => {
                match self.voices.iter().find(|(id, _)| id.as_bytes() == text) {
                    Some((_, role)) => head.role = *role,
                    None => return Fit::Not,
                }
            }
            Field::Other(Holds::Scan) => match text {
                b"" | b"full" => {}
                b"quick" => head.quick = true,
                _ => return Fit::Not,
            },
            Field::Other(Holds::Questionnaire) if !text.is_empty() && text != self.reference.as_bytes() => {
                self.earlier |= names_earlier(text, self.reference);
                return Fit::Not;
            }
            // It plays no part in a score; what is wrong with it is told all the same.
            Field::Other(Holds::Via(column)) if !text.is_empty() => {
                if !VIA.iter().any(|(word, _)| word.as_bytes() == text) {
                    return Fit::WithoutCell;
                }
                self.vias.push(column);
            }
            Field::Other(_) => {}
        }
        Fit::Whole
    }
}

impl Rows {
    /// The text of a cell, without its quotes and without the blanks around it.
    fn keep(&mut self, block: &[u8], cell: &Cell) -> Piece {
        let mut piece = Piece { start: cell.start as u32, length: (cell.end - cell.start) as u32, spare: false };
        if cell.doubled {
            let start = self.spare.len();
            let mut quote = false;
            for &byte in &block[cell.start..cell.end] {
                quote = byte == b'"' && !quote;
                if !quote {
                    self.spare.push(byte);
                }
            }
            piece = Piece { start: start as u32, length: (self.spare.len() - start) as u32, spare: true };
        }
        let text = self.text(block, piece);
        let blank = |byte: Option<&u8>| byte.is_some_and(|byte| *byte <= b' ' || *byte >= 0x80);
        if blank(text.first()) || blank(text.last()) {
            // Blanks of any alphabet; what is not text stays as it is, to be looked at.
            if let Ok(text) = std::str::from_utf8(text) {
                let (before, trimmed) = (text.len() - text.trim_start().len(), text.trim().len());
                piece.start += before as u32;
                piece.length = trimmed as u32;
            }
        }
        piece
    }
}

/// Whether bytes are text, as every row has to be: UTF-8 without the byte that stands in no text.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    (bytes.is_ascii() || std::str::from_utf8(bytes).is_ok()) && memchr::memchr(0, bytes).is_none()
}

/// Whether a text is `id@version` of an earlier version than that of the reference.
fn names_earlier(text: &[u8], reference: &str) -> bool {
    let parts = |text: &str| -> Option<(String, Version)> {
        let (id, version) = text.split_once('@')?;
        Some((id.to_owned(), Version::parse(version)?))
    };
    let named = std::str::from_utf8(text).ok().and_then(parts).zip(parts(reference));
    named.is_some_and(|((id, version), (this, now))| id == this && version < now)
}
