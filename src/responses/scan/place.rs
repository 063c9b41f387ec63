//! Handing the rows of a block to the councils they are about, shard by shard.
//!
//! What is known of councils lies anywhere in memory, and waiting for it would take longer than looking at it. So it is
//! fetched for many rows at a time, and what is counted of them waits until there are many rows of a shard.

use std::ops::Range;
use std::sync::atomic::Ordering;
use std::sync::{PoisonError, TryLockError};

use super::super::chunk::{Row, RowHead};
use super::super::codec::UNANSWERED;
use super::super::voice::Voice;
use super::blocks::Place;
use super::key::{Key, SHARDS};
use super::rows::Rows;
use super::shard::{Guess, Said, Shard};
use super::{Odd, Run, Sink, Why};

/// What a thread needs to hand rows out, used again from block to block.
pub(super) struct Placing<W> {
    /// Which thread it is, and of how many: each begins with another shard.
    thread: usize,
    threads: usize,
    order: Vec<u32>,
    keys: Vec<Key>,
    /// The rows of each shard that was not yet their turn, as places in `order`.
    turns: Vec<Range<usize>>,
    counting: Counting<W>,
}

/// What it needs for the rows of one shard.
struct Counting<W> {
    worker: W,
    asked: Vec<bool>,
    guesses: Vec<Option<Guess>>,
}

/// The rows of a block, and where it stands.
#[derive(Clone, Copy)]
struct Batch<'b> {
    block: &'b [u8],
    rows: &'b Rows,
    keys: &'b [Key],
    place: Place,
}

impl<W> Placing<W> {
    /// For one of so many threads.
    pub(super) fn new(worker: W, thread: usize, threads: usize) -> Placing<W> {
        let counting = Counting { worker, asked: Vec::new(), guesses: Vec::new() };
        Placing { thread, threads: threads.max(1), order: Vec::new(), keys: Vec::new(), turns: Vec::new(), counting }
    }

    /// What the counting remembers, for whoever counts on.
    pub(super) fn into_worker(self) -> W {
        self.counting.worker
    }
}

impl<S: Sink> Run<'_, S> {
    /// Hands the rows of a block to their shards, one shard after the other.
    pub(super) fn place(
        &self,
        block: &[u8],
        rows: &Rows,
        place: Place,
        placing: &mut Placing<S::Worker>,
        odd: &mut Vec<Odd>,
    ) {
        let Placing { thread, threads, order, keys, turns, counting } = placing;
        let classes = self.columns.classes.len();
        keys.clear();
        keys.extend((0..rows.heads.len()).map(|row| Key::new(block, rows, row, classes)));
        let shards = self.shards.len();
        by_shard(keys, shards, self.exact, order);
        let shard_of = |row: u32| keys[row as usize].shard(shards);
        let shard_at = |at: usize| shard_of(order[at]);
        turns.clear();
        for here in order.chunk_by(|a, b| shard_of(*a) == shard_of(*b)) {
            let start = turns.last().map_or(0, |turn| turn.end);
            turns.push(start..start + here.len());
        }
        let batch = Batch { block, rows, keys, place };
        if !self.exact {
            // Threads that begin at the same shard would meet all the way. Where one is at work, the others come back.
            let first = shards * *thread / *threads;
            let begin = turns.partition_point(|turn| shard_at(turn.start) < first);
            turns.rotate_left(begin);
            turns.retain(|turn| {
                let mut shard = match self.shards[shard_at(turn.start)].try_lock() {
                    Ok(shard) => shard,
                    Err(TryLockError::Poisoned(shard)) => shard.into_inner(),
                    Err(TryLockError::WouldBlock) => return true,
                };
                self.place_in(&mut shard, batch, &order[turn.clone()], counting, odd);
                false
            });
        }
        for turn in turns {
            let mut shard = self.shards[shard_at(turn.start)].lock().unwrap_or_else(PoisonError::into_inner);
            self.place_in(&mut shard, batch, &order[turn.clone()], counting, odd);
        }
    }

    /// Hands some rows of a block to their shard, in order.
    fn place_in(
        &self,
        shard: &mut Shard<S::Part>,
        batch: Batch<'_>,
        here: &[u32],
        counting: &mut Counting<S::Worker>,
        odd: &mut Vec<Odd>,
    ) {
        let Batch { block, rows, keys, place } = batch;
        let classes = self.columns.classes.len();
        let consensus = Voice::Consensus.index(self.columns.questionnaire);
        let Counting { worker, asked, guesses } = counting;
        guesses.clear();
        guesses.extend(here.iter().map(|&row| shard.guess(&keys[row as usize])));
        // In as few steps as can be, so that as much as possible is fetched at the same time.
        let seen = guesses.iter().flatten().fold(0, |seen, &guess| seen ^ shard.glance(guess));
        std::hint::black_box(seen);
        for (&row, &guess) in here.iter().zip(guesses.iter()) {
            let index = row as usize;
            let head = &rows.heads[index];
            let mut clash = |why: Why| {
                // Who was first is only known when the rows come in order.
                if self.exact {
                    odd.push(self.odd(place, head.start, why));
                } else {
                    self.again.store(true, Ordering::Relaxed);
                }
            };
            let said = Said { block, rows, row: index };
            let group = shard.group(&said, classes, (&keys[index], guess), consensus, &mut clash);
            let Some(group) = group else { continue };
            let row = self.row(rows, index, group);
            if !self.asking.fits(row, asked) {
                odd.push(self.odd(place, head.start, Why::Decode));
            }
            // One whose answers were rejected is told of by those.
            if row.codes.iter().all(|&code| code == UNANSWERED) && rows.odd.binary_search(&head.start).is_err() {
                self.progress.blank.fetch_add(1, Ordering::Relaxed);
            }
            if shard.wait(row) {
                shard.count(|part, rows| self.sink.count(worker, part, rows, self.asking));
            }
        }
    }

    fn row<'t>(&self, rows: &'t Rows, row: usize, group: u32) -> Row<'t> {
        let (columns, slots) = (self.columns.codec.columns(), self.columns.codec.wide_slots());
        let head = &rows.heads[row];
        Row {
            head: RowHead { group, role: head.role, quick: head.quick, age: 0 },
            codes: &rows.codes[row * columns..(row + 1) * columns],
            wide: &rows.wide[row * slots..(row + 1) * slots],
            // Who does it plays no part in a score.
            partners: &[],
        }
    }
}

/// The rows of a block, shard by shard and in each in the order of the table; or all of them in that order, as one thread
/// alone takes them.
fn by_shard(keys: &[Key], shards: usize, in_order: bool, order: &mut Vec<u32>) {
    order.clear();
    order.extend(0..keys.len() as u32);
    if in_order {
        return;
    }
    let mut ends = [0u32; SHARDS + 1];
    keys.iter().for_each(|key| ends[key.shard(shards) + 1] += 1);
    for shard in 0..shards {
        ends[shard + 1] += ends[shard];
    }
    for (row, key) in keys.iter().enumerate() {
        let place = &mut ends[key.shard(shards)];
        order[*place as usize] = row as u32;
        *place += 1;
    }
}
