//! A Parquet file in a scan: group by group, first its columns on all threads, each text looked up once, then its rows.
//! Places are rows, counted from 0.

use std::io;
use std::ops::RangeInclusive;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::codec::{Codec, UNANSWERED};
use super::super::table::Holds;
use super::blocks::Place;
use super::decode::{Decoder, Fit};
use super::explain::Judge;
use super::layout::Field;
use super::rows::{Head, Piece, Rows, is_text, trimmed};
use super::whole::Lines;
use super::{Odd, Run, Sink, Why};
use crate::parquet::{Desk, File, Indices, Source, Unreadable, Values};
use crate::questionnaire::shape::VIA;
use crate::threads;

/// Rows that a thread takes at a time: their codes stay near the processor.
const AT_ONCE: usize = 1 << 12;
/// Rows that are put together at a time.
const TILE: usize = 1 << 7;

/// Gives a file that can be read from any place.
pub type OpenWhole<'o> = Box<dyn Fn() -> io::Result<Box<dyn Source + Send>> + Sync + 'o>;

/// A Parquet file whose description was read.
pub(super) struct Parquet<'o> {
    pub(super) file: File,
    pub(super) open: OpenWhole<'o>,
}

/// A column of one group, looked up.
#[derive(Default)]
struct Ready {
    what: What,
    /// Rows that want a closer look, and whether they can be counted without this cell.
    bad: Vec<(u32, bool)>,
    /// Whether it names an earlier version of the questionnaire.
    earlier: bool,
}

#[derive(Default)]
enum What {
    #[default]
    Nothing,
    /// A code per row, and its wide value where the column has those.
    Answer { column: usize, codes: Vec<u8>, wide: Vec<u64> },
    /// Texts that are kept as they are.
    Text { holds: Holds, values: Values<Indices>, base: u32 },
    /// What each text says of the row.
    Head { holds: Holds, heads: Vec<Head>, rows: Indices },
    /// Whether a partner does what was answered in a column.
    Via { column: usize, given: Vec<bool> },
}

/// A group of rows, looked up.
struct Loaded {
    columns: Vec<Ready>,
    /// All texts, one behind the other.
    block: Vec<u8>,
    /// Per row whether it is whole, counts without some cell, or not at all.
    fits: Vec<Fits>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fits {
    Whole,
    WithoutCell,
    Not,
}

impl<S: Sink> Run<'_, S> {
    /// Reads all groups, or for whoever stops at an error up to the first that has one; returns the odd rows.
    pub(super) fn groups(&self, parquet: &Parquet<'_>, threads: usize) -> io::Result<Vec<Odd>> {
        let (mut odd, mut first) = (Vec::new(), 0);
        for (group, rows) in parquet.file.groups().enumerate() {
            let ready = self.look_up(parquet, group, threads)?;
            if ready.iter().any(|ready| ready.earlier) {
                self.progress.earlier.store(true, Ordering::Relaxed);
                self.progress.stop.store(true, Ordering::Relaxed);
            }
            if self.again.load(Ordering::Relaxed) || self.progress.stop.load(Ordering::Relaxed) {
                break;
            }
            let loaded =
                Loaded::new(ready, rows, &self.columns.codec).ok_or(Unreadable::LargeGroup { rows: rows as u64 })?;
            let next = AtomicUsize::new(0);
            let work = |thread| self.rows(&loaded, &next, first, (thread, threads));
            let mut here: Vec<Odd> = threads::each(threads, work).into_iter().flatten().collect();
            let is_enough = self.progress.strict.load(Ordering::Relaxed) && self.any_error(parquet, &mut here)?;
            odd.append(&mut here);
            if is_enough {
                self.first_error.fetch_min(first, Ordering::Relaxed);
                break;
            }
            first += rows as u64;
        }
        Ok(odd)
    }

    /// Whether a row of a group that was set aside has an error.
    fn any_error(&self, parquet: &Parquet<'_>, odd: &mut [Odd]) -> io::Result<bool> {
        odd.sort_unstable();
        let (judge, mut lines) = (Judge::new(self.columns, self.table), Lines::new(parquet)?);
        for one in odd {
            if judge.is_error(one, &lines.line(one.at)?) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Reads the columns of a group and looks up what their texts mean.
    fn look_up(&self, parquet: &Parquet<'_>, group: usize, threads: usize) -> io::Result<Vec<Ready>> {
        let holds = &self.table.holds;
        let all: Vec<Mutex<Ready>> = holds.iter().map(|_| Mutex::new(Ready::default())).collect();
        let next = AtomicUsize::new(0);
        let work = |_| -> io::Result<()> {
            let (mut source, mut desk) = ((parquet.open)()?, Desk::default());
            self.with_decoder(|decoder| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(&holds) = holds.get(index) else { return Ok(()) };
                    if self.progress.stop.load(Ordering::Relaxed) {
                        return Ok(());
                    }
                    if holds == Holds::Nothing {
                        continue;
                    }
                    let values = parquet.file.indices(source.as_mut(), &mut desk, (group, index))?;
                    let ready = ready(holds, values, decoder);
                    *all[index].lock().unwrap_or_else(PoisonError::into_inner) = ready;
                    self.progress.bytes.fetch_add(parquet.file.bytes(group, index), Ordering::Relaxed);
                }
            })
        };
        threads::each(threads, work).into_iter().collect::<io::Result<()>>()?;
        Ok(all.into_iter().map(|one| one.into_inner().unwrap_or_else(PoisonError::into_inner)).collect())
    }

    /// Takes rows until there are none.
    fn rows(&self, loaded: &Loaded, next: &AtomicUsize, first: u64, (thread, threads): (usize, usize)) -> Vec<Odd> {
        let mut placing = self.placing(thread, threads);
        let (mut rows, mut odd, mut here) = (Rows::default(), Vec::new(), Vec::new());
        let place = Place { offset: first };
        loop {
            let from = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            let to = loaded.fits.len().min(from.saturating_add(AT_ONCE));
            let stopped = self.again.load(Ordering::Relaxed) || self.progress.stop.load(Ordering::Relaxed);
            if from >= to || stopped {
                self.done(placing);
                return odd;
            }
            rows.clear();
            here.clear();
            for row in from..to {
                if loaded.fits[row] != Fits::Whole {
                    rows.odd.push(row as u32);
                }
                if loaded.fits[row] != Fits::Not {
                    here.push(row as u32);
                }
            }
            self.fill(loaded, &here, &mut rows);
            odd.extend(rows.odd.iter().map(|&at| self.odd(place, at, Why::Decode)));
            self.place(&loaded.block, &rows, place, &mut placing, &mut odd);
            self.progress.rows.fetch_add(rows.heads.len() as u64, Ordering::Relaxed);
        }
    }

    /// Puts together the rows that are counted.
    fn fill(&self, loaded: &Loaded, here: &[u32], rows: &mut Rows) {
        let codec = &self.columns.codec;
        let (columns, slots, classes) = (codec.columns(), codec.wide_slots(), self.columns.classes.len());
        rows.codes.resize(here.len() * columns, UNANSWERED);
        rows.wide.resize(here.len() * slots, 0);
        rows.classes.resize(here.len() * classes, Piece::default());
        let nobody = super::Voice::Person.index(self.columns.questionnaire);
        rows.heads.extend(here.iter().map(|&start| Head { start, role: nobody, ..Head::default() }));
        // So few rows at a time that the codes of all columns stay nearest to the processor.
        for (tile, here) in here.chunks(TILE).enumerate() {
            let codes_of_tile = &mut rows.codes[tile * TILE * columns..];
            let wide_of_tile = &mut rows.wide[tile * TILE * slots..];
            for ready in &loaded.columns {
                let What::Answer { column, codes, wide } = &ready.what else { continue };
                let cells = codes_of_tile[*column..].iter_mut().step_by(columns);
                match together(here).and_then(|rows| codes.get(rows)) {
                    Some(codes) => cells.zip(codes).for_each(|(cell, &code)| *cell = code),
                    None => cells.zip(here).for_each(|(cell, &row)| *cell = codes[row as usize]),
                }
                let Some(slot) = codec.wide_slot(*column) else { continue };
                for (cells, &row) in wide_of_tile.chunks_exact_mut(slots).zip(here) {
                    cells[slot] = wide[row as usize];
                }
            }
        }
        for ready in &loaded.columns {
            match &ready.what {
                What::Text { holds, values, base } => {
                    for (index, &row) in here.iter().enumerate() {
                        let Some(text) = values.rows.get(row as usize) else { continue };
                        let (start, length) = values.texts[text];
                        let piece = Piece::at(base + start, length);
                        match *holds {
                            Holds::Council => rows.heads[index].council = piece,
                            Holds::Name => rows.heads[index].name = piece,
                            Holds::Respondent => rows.heads[index].respondent = piece,
                            Holds::Class(class) => rows.classes[index * classes + class] = piece,
                            _ => {}
                        }
                    }
                }
                What::Head { holds, heads, rows: texts } => {
                    for (head, &row) in rows.heads.iter_mut().zip(here) {
                        let Some(said) = texts.get(row as usize).map(|text| heads[text]) else { continue };
                        match holds {
                            Holds::Wave => head.wave = said.wave,
                            Holds::Role => head.role = said.role,
                            Holds::Scan => head.quick = said.quick,
                            _ => {}
                        }
                    }
                }
                What::Answer { .. } | What::Via { .. } | What::Nothing => {}
            }
        }
    }
}

/// Looks up what the texts of a column mean, each once.
fn ready(holds: Holds, values: Values<Indices>, decoder: &mut Decoder<'_>) -> Ready {
    let no_text = without_text(&values);
    let mut ready = looked_up(holds, values, decoder);
    ready.bad.extend(no_text);
    ready
}

/// The rows in which something stands that is no text, in a column that is read: they do not count, as in other tables.
fn without_text(values: &Values<Indices>) -> Vec<(u32, bool)> {
    if values.bytes.is_ascii() && memchr::memchr(0, &values.bytes).is_none() {
        return Vec::new();
    }
    let is_bad = |&(start, length): &(u32, u32)| !is_text(&values.bytes[start as usize..(start + length) as usize]);
    let bad: Vec<bool> = values.texts.iter().map(is_bad).collect();
    rows_with(&values.rows, &bad, false).map(|row| (row, false)).collect()
}

fn looked_up(holds: Holds, mut values: Values<Indices>, decoder: &mut Decoder<'_>) -> Ready {
    trim(&mut values);
    match holds {
        Holds::Answer(column) => answers(column, values, decoder.codec),
        Holds::Council | Holds::Name | Holds::Respondent | Holds::Class(_) => {
            let mut bad = Vec::new();
            if holds == Holds::Council {
                let empty: Vec<bool> = values.texts.iter().map(|(_, length)| *length == 0).collect();
                bad.extend(rows_with(&values.rows, &empty, true).map(|row| (row, false)));
            }
            Ready { what: What::Text { holds, values, base: 0 }, bad, earlier: false }
        }
        Holds::Via(column) => vias(column, &values),
        Holds::Nothing | Holds::Former(_) => Ready::default(),
        Holds::Wave | Holds::Role | Holds::Scan | Holds::Questionnaire => {
            let (mut heads, mut wrong) = (Vec::new(), Vec::new());
            let mut none = Rows::default();
            for &(start, length) in &values.texts {
                let mut head = Head { role: decoder.words.nobody(), ..Head::default() };
                let piece = Piece::at(start, length);
                let fit = decoder.field(&Field::Other(holds), &values.bytes, piece, &mut none, &mut head);
                wrong.push(!matches!(fit, Fit::Whole));
                heads.push(head);
            }
            let bad = rows_with(&values.rows, &wrong, false).map(|row| (row, false)).collect();
            let earlier = std::mem::take(&mut decoder.earlier);
            Ready { what: What::Head { holds, heads, rows: values.rows }, bad, earlier }
        }
    }
}

/// The code of each row is that of its text.
fn answers(column: usize, values: Values<Indices>, codec: &Codec) -> Ready {
    let (mut codes, mut wide, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    for &(start, length) in &values.texts {
        let text = &values.bytes[start as usize..(start + length) as usize];
        let coded = std::str::from_utf8(text).ok().and_then(|text| codec.cell(column, text).ok());
        wrong.push(coded.is_none());
        codes.push(coded.map_or(UNANSWERED, |coded| coded.code));
        wide.push(coded.map_or(0, |coded| coded.wide));
    }
    let bad = rows_with(&values.rows, &wrong, false).map(|row| (row, true)).collect();
    let has_wide = codec.wide_slot(column).is_some();
    let wide_of = |text: Option<usize>| text.map_or(0, |text| wide[text]);
    let wide = if has_wide { values.rows.iter().map(wide_of).collect() } else { Vec::new() };
    let codes = match values.rows {
        Indices::Narrow(mut rows) => {
            // The code of each byte, and that of none: the indices make place for them.
            let mut table = [UNANSWERED; 1 << u8::BITS];
            table.iter_mut().zip(&codes).for_each(|(place, code)| *place = *code);
            rows.iter_mut().for_each(|row| *row = table[usize::from(*row)]);
            rows
        }
        rows @ Indices::Wide(_) => rows.iter().map(|text| text.map_or(UNANSWERED, |text| codes[text])).collect(),
    };
    Ready { what: What::Answer { column, codes, wide }, bad, earlier: false }
}

fn vias(column: usize, values: &Values<Indices>) -> Ready {
    // Of each text whether it is a word of the format, and whether it stands there in vain.
    let meaning = |&(start, length): &(u32, u32)| {
        let text = &values.bytes[start as usize..(start + length) as usize];
        let known = VIA.iter().any(|(word, _)| word.as_bytes() == text);
        (known, !known && !text.is_empty())
    };
    let meanings: Vec<(bool, bool)> = values.texts.iter().map(meaning).collect();
    let of = |text: Option<usize>| text.map_or((false, false), |text| meanings[text]);
    let in_vain: Vec<bool> = meanings.iter().map(|meaning| meaning.1).collect();
    let bad = rows_with(&values.rows, &in_vain, false).map(|row| (row, true)).collect();
    let given = values.rows.iter().map(|text| of(text).0).collect();
    Ready { what: What::Via { column, given }, bad, earlier: false }
}

/// The rows whose text is one of those that are meant, and where that is asked those without a text. Mostly there are none.
fn rows_with(rows: &Indices, meant: &[bool], without: bool) -> impl Iterator<Item = u32> {
    let are_any = meant.contains(&true) || (without && rows.has_missing());
    let rows = are_any.then(|| rows.iter().zip(0..)).into_iter().flatten();
    rows.filter(move |(text, _)| text.map_or(without, |text| meant[text])).map(|(_, row)| row)
}

/// All rows from the first to the last, where none between them is left out.
fn together(rows: &[u32]) -> Option<RangeInclusive<usize>> {
    let (&first, &last) = rows.first().zip(rows.last())?;
    ((last - first) as usize + 1 == rows.len()).then_some(first as usize..=last as usize)
}

/// Takes off the blanks around texts, of any alphabet.
fn trim(values: &mut Values<Indices>) {
    for (start, length) in &mut values.texts {
        let (before, rest) = trimmed(&values.bytes[*start as usize..(*start + *length) as usize]);
        (*start, *length) = (*start + before, rest);
    }
}

impl Loaded {
    /// Brings the texts of a group together; `None` where they are too many.
    fn new(mut columns: Vec<Ready>, rows: usize, codec: &Codec) -> Option<Loaded> {
        let (mut block, mut fits) = (Vec::new(), vec![Fits::Whole; rows]);
        for ready in &mut columns {
            for &(row, counts) in &ready.bad {
                let fit = if counts { Fits::WithoutCell } else { Fits::Not };
                fits[row as usize] = fits[row as usize].max(fit);
            }
            if let What::Text { values, base, .. } = &mut ready.what {
                *base = u32::try_from(block.len()).ok()?;
                if block.is_empty() {
                    block = std::mem::take(&mut values.bytes);
                } else {
                    block.append(&mut values.bytes);
                }
            }
        }
        u32::try_from(block.len()).ok()?;
        let answers = |wanted: usize| {
            columns.iter().find_map(|ready| match &ready.what {
                What::Answer { column, codes, .. } if *column == wanted => Some(codes),
                _ => None,
            })
        };
        for ready in &columns {
            let What::Via { column, given } = &ready.what else { continue };
            let codes = answers(*column);
            for (row, _) in given.iter().enumerate().filter(|(_, given)| **given) {
                let code = codes.map_or(UNANSWERED, |codes| codes[row]);
                if !codec.is_something_done(*column, code) {
                    fits[row] = fits[row].max(Fits::WithoutCell);
                }
            }
        }
        Some(Loaded { columns, block, fits })
    }
}
