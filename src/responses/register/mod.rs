//! The register of councils: a table of the user's own that says what councils are called, in which classes they are, how
//! many people live there, whether they may be named beside others, and what became of them.
//!
//! Codes and names change with mergers, so each row may say from when until when it holds. It knows nothing of scores.

mod apply;
mod circle;
mod periods;
mod read;

use std::collections::{BTreeMap, HashSet};

use super::registry::CouncilName;
use super::wave::Wave;
use crate::sorting;
use crate::source::Span;
use periods::Period;

pub use read::{is_register, read_register};

/// A register without errors.
#[derive(Clone, Debug)]
pub struct Register {
    header: Span,
    classes: Vec<String>,
    rows: Vec<Entry>,
    /// The rows of each council, by when they begin to hold.
    of_council: BTreeMap<String, Vec<usize>>,
}

/// What one row says.
#[derive(Clone, Debug)]
struct Entry {
    council: String,
    name: String,
    /// In the order of the columns; empty where nothing is said.
    classes: Vec<String>,
    population: Option<u64>,
    may_be_named: bool,
    valid: Period,
    successor: String,
    span: Span,
    /// Where its successor stands.
    successor_span: Span,
}

impl Register {
    /// Puts rows in order.
    fn new(header: Span, classes: Vec<String>, rows: Vec<Entry>) -> Register {
        let mut of_council: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, row) in rows.iter().enumerate() {
            of_council.entry(row.council.clone()).or_default().push(index);
        }
        for of_one in of_council.values_mut() {
            sorting::by_key(of_one, |&index| rows[index].valid);
        }
        Register { header, classes, rows, of_council }
    }

    /// The councils in the order of the file, each once, by the name that it has in a wave; one that is not there in that
    /// wave by its last.
    pub fn councils(&self, wave: Option<Wave>) -> impl Iterator<Item = CouncilName<'_>> {
        let mut seen = HashSet::new();
        let firsts = self.rows.iter().filter(move |row| seen.insert(row.council.as_str()));
        firsts.map(move |first| {
            let id = first.council.as_str();
            let row = self.row(id, wave).or_else(|| self.row(id, None)).unwrap_or(first);
            CouncilName { id, name: if row.name.is_empty() { id } else { &row.name } }
        })
    }

    /// The row of a council that holds in a wave: of a year the last that holds in it, without a wave the last of all.
    fn row(&self, council: &str, wave: Option<Wave>) -> Option<&Entry> {
        let rows = self.of_council.get(council)?.iter().rev().map(|&index| &self.rows[index]);
        let mut holding = rows.filter(|row| wave.is_none_or(|wave| row.valid.holds_in(wave)));
        holding.next()
    }
}
