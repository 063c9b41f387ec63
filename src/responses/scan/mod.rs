//! Reading a table of any size: in blocks, on several threads, each row decoded, placed and handed to whoever counts it,
//! and then forgotten. What is kept grows with the councils, not with the rows.
//!
//! Neither the number of threads nor the size of the blocks changes the result: a council's rows meet in one shard, what
//! is counted there are whole numbers, and in the end councils stand in the order of their ids. Where rows disagree with
//! each other, "first" means first in the table, so the table is then read again by one thread.

mod asking;
mod blocks;
mod cell;
mod decode;
mod explain;
mod gather;
mod key;
mod layout;
mod letters;
mod lines;
mod open;
mod parquet;
mod place;
mod rows;
mod shard;
mod waiting;
mod whole;
mod window;
mod words;

use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::registry::Registry;
use super::voice::Voice;
use crate::threads;
use blocks::{Blocks, Place};
use decode::Decoder;
use explain::Judge;
use key::SHARDS;
use lines::Rewriter;
use place::Placing;
use rows::Rows;
use shard::{Counted, Shard, Told};
use words::Words;

pub use asking::Asking;
pub use explain::{Explained, explain};
pub(super) use lines::SEPARATOR;
pub use open::{Columns, Open, Table, declared};
pub use parquet::OpenWhole;
pub use waiting::Waiting;
pub use whole::{NoText, Text, as_table, declared_whole};

/// Whoever counts rows.
pub trait Sink: Sync {
    /// What is counted of the councils of one shard.
    type Part: Send;
    /// What a thread remembers from row to row.
    type Worker: Send;

    /// Nothing counted yet.
    fn part(&self) -> Self::Part;

    /// Nothing remembered yet.
    fn worker(&self) -> Self::Worker;

    /// Counts rows in. Each group is an index within the part: one that was there before, or the next.
    fn count(&self, worker: &mut Self::Worker, part: &mut Self::Part, rows: &Waiting, asking: &Asking);

    /// Counts the last rows in, and works out what can be said of a part. `alone` says that no group of it has another
    /// wave of its council to be compared with.
    fn close(&self, worker: &mut Self::Worker, part: &mut Self::Part, rows: &Waiting, asking: &Asking, alone: bool);
}

/// What a row was asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Of every question whether it was asked.
    pub each: &'a [bool],
    /// Whether all of them were.
    pub all: bool,
}

impl<'a> Asked<'a> {
    /// From what is said of every question.
    pub fn new(each: &'a [bool]) -> Asked<'a> {
        Asked { each, all: each.iter().all(|&asked| asked) }
    }
}

/// What came of it.
pub struct Scanned<P> {
    /// The councils, in the order of their ids, and their waves.
    pub registry: Registry,
    /// What was counted.
    pub parts: Vec<P>,
    /// For every group of the registry its part, and its index there.
    pub places: Vec<(u32, u32)>,
    /// Rows read.
    pub rows: u64,
    /// Rows among them in which nothing is filled in: too common in large tables to be shown one by one.
    pub blank: u64,
    /// The rows that want a closer look, in order.
    pub odd: Vec<Odd>,
}

/// A row that wants a closer look.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Odd {
    /// The table, by index.
    table: usize,
    /// Where in it the row begins, in bytes.
    at: u64,
    why: Why,
}

/// Why it does: by itself, or by what an earlier row says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    /// Something in it could not be decoded, or was answered without being asked.
    Decode,
    /// Another name for the council.
    Name { first: String },
    /// Another class.
    Class { column: usize, first: String },
    /// The respondent was there before; the row is not counted.
    Respondent,
    /// A quote in it is broken, from here to there in the row; whether something follows the one that closes the field.
    Quote { start: u32, end: u32, followed: bool },
}

/// Bytes that a thread takes at a time of a large table.
const BLOCK: usize = 1 << 19;

/// How a scan goes about it. Neither changes what comes of it.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Threads.
    pub threads: usize,
    /// Bytes that a thread takes at a time.
    pub block: usize,
}

impl Effort {
    /// This many threads.
    pub fn on(threads: usize) -> Effort {
        Effort { threads, block: BLOCK }
    }

    /// The same, for so many bytes: a thread more takes about as long to begin as a megabyte to read, and so does memory
    /// that is not needed.
    pub fn of_bytes(self, bytes: u64) -> Effort {
        let threads = self.threads.min((bytes >> 20).max(1) as usize);
        let part = (bytes >> 5).clamp(1 << 15, BLOCK as u64) as usize;
        Effort { threads, block: self.block.min(part) }
    }

    /// How many shards: so few that each gets some rows of a block at a time, and a small table does not take the room of
    /// a large one.
    fn shards(self) -> usize {
        match (self.block, self.threads) {
            (BLOCK.., _) => SHARDS,
            (_, 0..=1) => 1,
            _ => 8,
        }
    }
}

/// How far a scan is; to be read from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    /// Bytes that were taken up.
    pub bytes: AtomicU64,
    /// Rows that were counted.
    pub rows: AtomicU64,
    /// Rows among them in which nothing is filled in.
    pub blank: AtomicU64,
    /// The table that is being read, by index.
    pub table: AtomicUsize,
    /// Set when a row names an earlier version of the questionnaire: its columns may have other names, so the scan stops
    /// and whoever asked for it reads the tables whole.
    pub earlier: AtomicBool,
    /// Set from outside to stop.
    pub stop: AtomicBool,
    /// Set from outside to stop at the first row with an error. All rows before it are read, and some after it: those of
    /// the blocks that are at hand, or of the group of a Parquet file.
    pub strict: AtomicBool,
}

/// Reads the rows of all tables.
///
/// # Errors
/// What the system says while reading.
pub fn scan<S: Sink>(
    columns: &Columns<'_>,
    tables: &[Table<'_>],
    sink: &S,
    effort: Effort,
    progress: &Progress,
) -> io::Result<Scanned<S::Part>> {
    let first = once(columns, tables, sink, (effort, false), progress)?;
    if let Some(scanned) = first {
        return Ok(scanned);
    }
    progress.bytes.store(0, Ordering::Relaxed);
    progress.rows.store(0, Ordering::Relaxed);
    progress.blank.store(0, Ordering::Relaxed);
    let again = once(columns, tables, sink, (Effort { threads: 1, ..effort }, true), progress)?;
    // One thread that follows every quote finds no reason to begin anew.
    again.ok_or_else(|| io::Error::other("a table that cannot be read twice"))
}

/// Reads all rows once; `None` when it has to be done again in the order of the tables.
fn once<S: Sink>(
    columns: &Columns<'_>,
    tables: &[Table<'_>],
    sink: &S,
    (effort, exact): (Effort, bool),
    progress: &Progress,
) -> io::Result<Option<Scanned<S::Part>>> {
    let codec = &columns.codec;
    let shards: Vec<Mutex<Shard<S::Part>>> =
        (0..effort.shards()).map(|_| Mutex::new(Shard::new(sink.part(), codec))).collect();
    let workers = Mutex::new(Vec::new());
    let asking = Asking::new(columns.questionnaire, codec);
    let again = AtomicBool::new(false);
    let mut odd = Vec::new();
    for (index, table) in tables.iter().enumerate() {
        progress.table.store(index, Ordering::Relaxed);
        let (shards, workers, asking, again) = (&shards, &workers, &asking, &again);
        let first_error = AtomicU64::new(u64::MAX);
        let run = Run { columns, table, index, shards, workers, asking, sink, exact, again, first_error, progress };
        odd.append(&mut run.all(effort)?);
        let is_enough = run.first_error.load(Ordering::Relaxed) < u64::MAX;
        if again.load(Ordering::Relaxed) {
            return Ok(None);
        }
        if is_enough {
            break;
        }
    }
    odd.sort_unstable();
    odd.dedup();
    let shards = shards.into_iter().map(|shard| shard.into_inner().unwrap_or_else(PoisonError::into_inner));
    let split = shards.map(Shard::split).collect::<io::Result<Vec<_>>>()?;
    let (shards, counted): (Vec<Told>, Vec<Counted<S::Part>>) = split.into_iter().unzip();
    let (open, parts) = (Mutex::new(counted.into_iter().enumerate()), Mutex::new(Vec::new()));
    let close = || {
        let mut worker = take(&workers).unwrap_or_else(|| sink.worker());
        // Each is taken by one thread, which lets go of the list before it begins.
        let next = || open.lock().unwrap_or_else(PoisonError::into_inner).next();
        while let Some((index, Counted { mut part, waiting, is_of_one_wave })) = next() {
            sink.close(&mut worker, &mut part, &waiting, &asking, is_of_one_wave);
            parts.lock().unwrap_or_else(PoisonError::into_inner).push((index, part));
        }
    };
    let (registry, places) = std::thread::scope(|scope| {
        (1..effort.threads).for_each(|_| drop(scope.spawn(close)));
        let gathered = gather::gather(&shards, &columns.classes);
        close();
        gathered
    });
    let mut parts = parts.into_inner().unwrap_or_else(PoisonError::into_inner);
    parts.sort_unstable_by_key(|(index, _)| *index);
    let parts = parts.into_iter().map(|(_, part)| part).collect();
    let mut scanned = Scanned { registry, parts, places, rows: 0, blank: 0, odd };
    scanned.rows = progress.rows.load(Ordering::Relaxed);
    scanned.blank = progress.blank.load(Ordering::Relaxed);
    Ok(Some(scanned))
}

/// One of those that are not in use.
fn take<W>(workers: &Mutex<Vec<W>>) -> Option<W> {
    workers.lock().unwrap_or_else(PoisonError::into_inner).pop()
}

/// One reading, as every thread of it sees it.
struct Run<'r, S: Sink> {
    columns: &'r Columns<'r>,
    table: &'r Table<'r>,
    index: usize,
    shards: &'r [Mutex<Shard<S::Part>>],
    /// Those that are not at work.
    workers: &'r Mutex<Vec<S::Worker>>,
    asking: &'r Asking,
    sink: &'r S,
    exact: bool,
    again: &'r AtomicBool,
    /// Where the first block starts in which a row with an error was seen, for whoever stops there.
    first_error: AtomicU64,
    progress: &'r Progress,
}

impl<S: Sink> Run<'_, S> {
    /// Reads the whole table on several threads; returns where the odd rows begin.
    fn all(&self, effort: Effort) -> io::Result<Vec<Odd>> {
        let (table, threads) = (self.table, effort.threads.max(1));
        if let Some(parquet) = &table.parquet {
            return self.groups(parquet, threads);
        }
        let mut reader = (table.open)()?;
        io::copy(&mut reader.by_ref().take(table.offset), &mut io::sink())?;
        let blocks = Blocks::new(reader, table.offset, table.layout.separator, effort.block, self.exact);
        let blocks = blocks.of_lines(table.lines.is_some());
        let work = |thread| self.with_decoder(|decoder| self.work(&blocks, decoder, (thread, threads)));
        let mut odd = Vec::new();
        for places in threads::each(threads, work) {
            odd.append(&mut places?);
        }
        Ok(odd)
    }

    /// What one of so many threads needs to hand rows out.
    fn placing(&self, thread: usize, threads: usize) -> Placing<S::Worker> {
        Placing::new(take(self.workers).unwrap_or_else(|| self.sink.worker()), thread, threads)
    }

    /// Leaves the worker of a thread that is done for others.
    fn done(&self, placing: Placing<S::Worker>) {
        self.workers.lock().unwrap_or_else(PoisonError::into_inner).push(placing.into_worker());
    }

    /// Lets something be done with a decoder for the table.
    fn with_decoder<T>(&self, work: impl FnOnce(&mut Decoder<'_>) -> T) -> T {
        let Columns { questionnaire, codec, classes } = self.columns;
        let words = Words::new(questionnaire);
        let reference = questionnaire.reference();
        work(&mut Decoder::new(codec, &self.table.layout, &words, &reference, classes.len()))
    }

    /// Takes blocks until there are none; returns where the odd rows begin.
    fn work<R: Read>(
        &self,
        blocks: &Blocks<R>,
        decoder: &mut Decoder<'_>,
        (thread, threads): (usize, usize),
    ) -> io::Result<Vec<Odd>> {
        let (mut block, mut rows, mut odd) = (Vec::new(), Rows::default(), Vec::new());
        let mut rewriter = Rewriter::default();
        let mut placing = self.placing(thread, threads);
        let is_strict = self.progress.strict.load(Ordering::Relaxed);
        let judge = is_strict.then(|| Judge::new(self.columns, self.table));
        while let Some(place) = blocks.next(&mut block)? {
            let is_enough = place.offset > self.first_error.load(Ordering::Relaxed);
            if is_enough || self.again.load(Ordering::Relaxed) || self.progress.stop.load(Ordering::Relaxed) {
                break;
            }
            let read = block.len() as u64;
            // Lines are rewritten before they are decoded.
            let as_read = judge.as_ref().map(|judge| (judge, block.clone()));
            let known = odd.len();
            let whole = match &self.table.lines {
                Some(lines) => {
                    rewriter.decode(lines, &mut block, decoder, &mut rows);
                    true
                }
                None => decoder.decode(&block, &mut rows),
            };
            if decoder.earlier {
                self.progress.earlier.store(true, Ordering::Relaxed);
                self.progress.stop.store(true, Ordering::Relaxed);
                break;
            }
            if !whole && !self.exact {
                self.again.store(true, Ordering::Relaxed);
                break;
            }
            odd.extend(rows.odd.iter().map(|&at| self.odd(place, at, Why::Decode)));
            odd.extend(rows.broken.iter().map(|(at, why)| self.odd(place, *at, why.clone())));
            self.place(&block, &rows, place, &mut placing, &mut odd);
            if let Some((judge, block)) = as_read {
                let rest = |odd: &Odd| block.get((odd.at - place.offset) as usize..).unwrap_or_default();
                if odd[known..].iter().any(|odd| judge.is_error(odd, rest(odd))) {
                    self.first_error.fetch_min(place.offset, Ordering::Relaxed);
                }
            }
            self.progress.bytes.fetch_add(read, Ordering::Relaxed);
            self.progress.rows.fetch_add(rows.heads.len() as u64, Ordering::Relaxed);
        }
        self.done(placing);
        Ok(odd)
    }

    fn odd(&self, place: Place, start: u32, why: Why) -> Odd {
        Odd { table: self.index, at: place.offset + u64::from(start), why }
    }
}
