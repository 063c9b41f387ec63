//! One block of a table to coded rows.
//!
//! A row that does not fit is noted with its place and passed over, or counted without the cell that is no answer: it is
//! read again, slowly and with words, after everything else (`super::explain`).

use super::super::codec::{Codec, UNANSWERED};
use super::super::quoted::{Ended, Marks};
use super::super::table::Holds;
use super::super::wave::Wave;
use super::Why;
use super::cell::{cell, row_end};
use super::key::{Short, is_short, short};
use super::layout::{Field, Layout, Memory};
use super::rows::{Head, Piece, Rows, is_text};
use super::window::Window;
use super::words::Words;
use crate::questionnaire::Version;
use crate::questionnaire::shape::VIA;

/// What a file may begin with, and a row may not.
pub(super) const MARK: &[u8] = b"\xEF\xBB\xBF";

/// What is known beforehand about every table of a questionnaire, and remembered from row to row.
pub(super) struct Decoder<'a> {
    pub(super) codec: &'a Codec,
    pub(super) layout: &'a Layout,
    /// Those of the role column.
    pub(super) words: &'a Words<'a>,
    pub(super) reference: &'a str,
    /// Number of class columns.
    classes: usize,
    memory: Memory,
    /// Whether a row names an earlier version of the questionnaire.
    pub(super) earlier: bool,
    /// The columns of the row of which a partner is said to do what was answered.
    vias: Vec<usize>,
    /// The wave of the row before, and how that is written.
    wave: (Short, Option<Wave>),
    /// Where in the block rows so far went wrong.
    until: usize,
    /// Whether the cells of the row so far are text; letters are.
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

impl<'a> Decoder<'a> {
    pub(super) fn new(
        codec: &'a Codec,
        layout: &'a Layout,
        words: &'a Words<'a>,
        reference: &'a str,
        classes: usize,
    ) -> Decoder<'a> {
        let (memory, wave) = (Memory::default(), (short(b""), None));
        let vias = Vec::new();
        Decoder {
            codec,
            layout,
            words,
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
        self.rows(block, rows, memchr::memchr(0, block).is_some())
    }

    /// The same where it is known that no row holds the byte that stands in no text.
    pub(super) fn decode_text(&mut self, block: &[u8], rows: &mut Rows) -> bool {
        self.rows(block, rows, false)
    }

    fn rows(&mut self, block: &[u8], rows: &mut Rows, has_nul: bool) -> bool {
        rows.clear();
        self.until = 0;
        let mut at = 0;
        while at < block.len() {
            if matches!(block[at], b'\n' | b'\r') {
                at += 1;
                continue;
            }
            self.make_room(rows);
            let mut head = Head { start: at as u32, role: self.words.nobody(), ..Head::default() };
            self.is_text = true;
            let (mut fit, next) = self.row(block, at, rows, &mut head);
            if has_nul {
                self.is_text &= next.is_none_or(|next| is_text(&block[at..next.min(block.len())]));
            }
            if !self.is_text || (block[at] == MARK[0] && block[at..].starts_with(MARK)) {
                fit = Fit::Not;
            }
            if !matches!(fit, Fit::Whole) && next.is_some() {
                rows.odd.push(at as u32);
            }
            if matches!(fit, Fit::Not) {
                self.take_back(rows);
            } else {
                rows.heads.push(head);
            }
            at = next.unwrap_or_else(|| self.broken(block, at, rows));
        }
        let count = rows.heads.len();
        rows.codes.truncate(count * self.codec.columns());
        rows.wide.truncate(count * self.codec.wide_slots());
        rows.classes.truncate(count * self.classes);
        rows.broken.is_empty()
    }

    /// Makes room for one row more, and mostly for many.
    fn make_room(&self, rows: &mut Rows) {
        const AT_ONCE: usize = 256;
        let count = rows.heads.len();
        if rows.codes.len() <= count * self.codec.columns() {
            rows.codes.resize((count + AT_ONCE) * self.codec.columns(), UNANSWERED);
            rows.wide.resize((count + AT_ONCE) * self.codec.wide_slots(), 0);
            rows.classes.resize((count + AT_ONCE) * self.classes, Piece::default());
        }
    }

    /// Empties the room of a row that cannot be placed, for the next one.
    fn take_back(&self, rows: &mut Rows) {
        let (row, columns, slots) = (rows.heads.len(), self.codec.columns(), self.codec.wide_slots());
        rows.codes[row * columns..(row + 1) * columns].fill(UNANSWERED);
        rows.wide[row * slots..(row + 1) * slots].fill(0);
        rows.classes[row * self.classes..(row + 1) * self.classes].fill(Piece::default());
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
        let (layout, codes) = (self.layout, rows.heads.len() * self.codec.columns());
        let separator = layout.separator;
        let last = layout.fields.len() - 1;
        let (mut fit, mut index) = (Fit::Whole, 0);
        self.vias.clear();
        while let Some(field) = layout.fields.get(index) {
            let is_last = index == last;
            if let Field::Answer { column, table } = *field {
                let rest = block.get(at..).unwrap_or_default();
                let (mut cells, mut bytes) = layout.letters(index, rest, &mut rows.codes[codes + column..]);
                if cells == 0 {
                    // Too few of them or of bytes for that, or the next is something else than such a letter.
                    let (code, length) = layout.letter(table, rest, if is_last { b'\n' } else { separator });
                    rows.codes[codes + column] = code;
                    (cells, bytes) = (usize::from(length > 0), length);
                }
                if cells > 0 {
                    (index, at) = (index + cells, at + bytes);
                    continue;
                }
            } else {
                let (cells, next, fits) = self.near_cells(block, at, index, rows, head);
                if !fits {
                    return (Fit::Not, row_end(block, next, separator, self.until));
                }
                if cells > 0 {
                    (index, at) = (index + cells, next);
                    continue;
                }
            }
            let (piece, next) = match self.cell(block, at, rows, is_last) {
                Ok(found) => found,
                Err(next) => return (Fit::Not, next),
            };
            match self.field(field, block, piece, rows, head) {
                Fit::Whole => {}
                Fit::WithoutCell => fit = Fit::WithoutCell,
                Fit::Not if is_last => return (Fit::Not, Some(next)),
                Fit::Not => return (Fit::Not, row_end(block, next, separator, self.until)),
            }
            (index, at) = (index + 1, next);
        }
        let codes = &rows.codes[codes..];
        if self.vias.iter().any(|&column| !self.codec.is_something_done(column, codes[column])) {
            fit = Fit::WithoutCell;
        }
        // A council of that name is a header in the middle of the table.
        let is_placed = !matches!(rows.text(block, head.council), b"" | b"council");
        (if is_placed { fit } else { Fit::Not }, Some(at))
    }

    /// Reads fields from the one at `index` on that are no answers nor the last, as long as they end within sixty-four
    /// bytes and on the same line. Returns how many, the place after them, and whether the row can be placed.
    fn near_cells(
        &mut self,
        block: &[u8],
        mut at: usize,
        index: usize,
        rows: &mut Rows,
        head: &mut Head,
    ) -> (usize, usize, bool) {
        let (fields, _) = self.layout.fields[index..].split_at(self.layout.others[index]);
        if fields.is_empty() {
            return (0, at, true);
        }
        let Some(window) = Window::new(block, at, self.layout.separator) else { return (0, at, true) };
        for (cells, field) in fields.iter().enumerate() {
            let (start, length, piece);
            if let Some(plain) = window.plain(at) {
                (start, length, piece) = (at, plain, Piece::at(at as u32, plain));
                at += length as usize + 1;
            } else if let Some(cell) = window.cell(block, at) {
                (start, length, piece) = (cell.start, (cell.end - cell.start) as u32, rows.keep(block, &cell));
                at = cell.next;
            } else {
                return (cells, at, true);
            }
            self.is_text &= window.is_text(block, start, length);
            if !matches!(self.field(field, block, piece, rows, head), Fit::Whole) {
                return (cells, at, false);
            }
        }
        (fields.len(), at, true)
    }

    /// The text of any cell, also in quotes or with blanks around it, and the place after it.
    ///
    /// # Errors
    /// The place after the row where it has a field too few or more to come; `None` when a quote is broken.
    #[inline(never)]
    fn cell(&mut self, block: &[u8], at: usize, rows: &mut Rows, last: bool) -> Result<(Piece, usize), Option<usize>> {
        let separator = self.layout.separator;
        let cell = cell(block, at, separator, self.until).ok_or(None)?;
        self.is_text &= std::str::from_utf8(&block[at..cell.next.min(block.len())]).is_ok();
        match cell.ends_row {
            true if !last => Err(Some(cell.next)),
            false if last => Err(row_end(block, cell.next, separator, self.until)),
            _ => Ok((rows.keep(block, &cell), cell.next)),
        }
    }

    /// Takes in what stands in one field.
    #[inline(always)]
    pub(super) fn field(&mut self, field: &Field, block: &[u8], piece: Piece, rows: &mut Rows, head: &mut Head) -> Fit {
        match *field {
            Field::Other(Holds::Council) => head.council = piece,
            Field::Other(Holds::Name) => head.name = piece,
            Field::Other(Holds::Respondent) => head.respondent = piece,
            Field::Other(Holds::Class(class)) => rows.classes[rows.heads.len() * self.classes + class] = piece,
            Field::Other(Holds::Nothing | Holds::Former(_)) => {}
            Field::Other(Holds::Wave) if self.is_last_wave(rows.text(block, piece)) => head.wave = self.wave.1,
            Field::Other(Holds::Role) => match self.words.role(rows.text(block, piece)) {
                Some(role) => head.role = role,
                None => return Fit::Not,
            },
            _ => return self.rare_field(*field, block, piece, rows, head),
        }
        Fit::Whole
    }

    /// Whether a wave is written as that of the row before is.
    fn is_last_wave(&self, text: &[u8]) -> bool {
        let known = short(text);
        // Of texts that are too long nothing is known, and of none neither.
        self.wave.0 == known && (is_short(known) || text.is_empty())
    }

    fn rare_field(&mut self, field: Field, block: &[u8], piece: Piece, rows: &mut Rows, head: &mut Head) -> Fit {
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
            Field::Other(Holds::Wave) => {
                let written = std::str::from_utf8(text).ok();
                match written.map(|text| (text.is_empty(), Wave::parse(text))) {
                    Some((empty, wave)) if empty || wave.is_some() => self.wave = (short(text), wave),
                    _ => return Fit::Not,
                }
                head.wave = self.wave.1;
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

/// Whether a text is `id@version` of an earlier version than that of the reference.
fn names_earlier(text: &[u8], reference: &str) -> bool {
    let parts = |text: &str| -> Option<(String, Version)> {
        let (id, version) = text.split_once('@')?;
        Some((id.to_owned(), Version::parse(version)?))
    };
    let named = std::str::from_utf8(text).ok().and_then(parts).zip(parts(reference));
    named.is_some_and(|((id, version), (this, now))| id == this && version < now)
}
