//! Counting: chunks of rows in, sums per group, role and cell out. Only whole numbers are added, so neither the order of
//! rows nor the number of threads changes a bit.

use super::cell::{RespondentCell, quantised, respondent_cells};
use super::outcome::Coverage;
use super::rubric::Rubric;
use crate::responses::{Chunk, Row};

/// What a tally keeps beyond means and coverage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// Where scores could lie given unknown answers.
    pub band: bool,
    /// How often each answer was given, per role.
    pub distributions: bool,
}

impl Keep {
    /// Everything; for reports.
    pub const ALL: Keep = Keep { band: true, distributions: true };
}

/// Sums over the respondents of one role of one group, for one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    /// Σ values, in units.
    pub(super) value: u64,
    /// Respondents with a score.
    pub(super) scored: u32,
    /// Scored items of all respondents.
    pub(super) items_scored: u32,
    /// Applicable items of all respondents.
    pub(super) items_applicable: u32,
}

impl Sums {
    pub(super) fn coverage(&self) -> Coverage {
        Coverage { scored: u64::from(self.items_scored), applicable: u64::from(self.items_applicable) }
    }

    fn plus(&mut self, other: &Sums) {
        self.value += other.value;
        self.scored += other.scored;
        self.items_scored += other.items_scored;
        self.items_applicable += other.items_applicable;
    }
}

/// Sums for the band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct BandSums {
    pub(super) low: u64,
    pub(super) high: u64,
    /// Respondents with an applicable item.
    pub(super) respondents: u32,
}

/// The sums of everything that was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    keep: Keep,
    pub(super) roles: usize,
    cells: usize,
    /// Where the codes of each column start in a distribution; the last is the total.
    code_starts: Vec<usize>,
    sums: Vec<Sums>,
    bands: Vec<BandSums>,
    counts: Vec<u32>,
    respondents: Vec<u32>,
}

impl Tally {
    /// Nothing counted yet.
    pub fn new(rubric: &Rubric<'_>, groups: usize, keep: Keep) -> Tally {
        let questionnaire = rubric.questionnaire;
        // Respondents without a role count as one more role.
        let roles = questionnaire.roles.len() + 1;
        let cells = questionnaire.cells.len();
        let mut code_starts = vec![0];
        for column in &questionnaire.columns {
            let options = questionnaire.questions[column.question].kind.options().len();
            let next = code_starts.last().copied().unwrap_or(0) + crate::responses::FIRST_OPTION as usize + options;
            code_starts.push(next);
        }
        let codes = code_starts.last().copied().unwrap_or(0);
        let places = groups * roles * cells;
        Tally {
            keep,
            roles,
            cells,
            sums: vec![Sums::default(); places],
            bands: vec![BandSums::default(); if keep.band { places } else { 0 }],
            counts: vec![0; if keep.distributions { groups * roles * codes } else { 0 }],
            respondents: vec![0; groups * roles],
            code_starts,
        }
    }

    /// Counts all chunks, on as many threads as asked for. The result does not depend on their number.
    pub fn of(rubric: &Rubric<'_>, chunks: &[Chunk], groups: usize, keep: Keep, threads: usize) -> Tally {
        // Every thread has sums of its own for all groups, so without many rows per group they cost more than they save.
        let rows: usize = chunks.iter().map(Chunk::len).sum();
        let threads = threads.min(chunks.len()).min(rows / groups.max(1)).max(1);
        let count = |first: usize| {
            let mut tally = Tally::new(rubric, groups, keep);
            for chunk in chunks.iter().skip(first).step_by(threads) {
                tally.add(rubric, chunk);
            }
            tally
        };
        if threads == 1 {
            return count(0);
        }
        let tallies: Vec<Tally> = std::thread::scope(|scope| {
            let running: Vec<_> = (0..threads).map(|first| scope.spawn(move || count(first))).collect();
            // A thread that panicked is a bug; it goes on here.
            running.into_iter().map(|thread| thread.join().unwrap_or_else(|p| std::panic::resume_unwind(p))).collect()
        });
        let mut tallies = tallies.into_iter();
        let first = tallies.next().unwrap_or_else(|| Tally::new(rubric, groups, keep));
        tallies.fold(first, Tally::merge)
    }

    /// Counts the rows of a chunk.
    pub fn add(&mut self, rubric: &Rubric<'_>, chunk: &Chunk) {
        let mut asked = Vec::new();
        let mut cells = vec![RespondentCell::default(); self.cells];
        for row in chunk.rows() {
            rubric.asked(row, &mut asked);
            respondent_cells(rubric, row, &asked, &mut cells);
            let place = row.head.group as usize * self.roles + (row.head.role as usize).min(self.roles - 1);
            self.respondents[place] += 1;
            self.add_cells(rubric, place * self.cells, &cells);
            if self.keep.distributions {
                self.add_codes(rubric, place, row, &asked);
            }
        }
    }

    fn add_cells(&mut self, rubric: &Rubric<'_>, start: usize, cells: &[RespondentCell]) {
        for (index, cell) in cells.iter().enumerate() {
            let sums = &mut self.sums[start + index];
            sums.items_scored += cell.coverage.scored as u32;
            sums.items_applicable += cell.coverage.applicable as u32;
            if let Some(value) = cell.value(rubric) {
                sums.value += quantised(value);
                sums.scored += 1;
            }
            if let (true, Some((low, high))) = (self.keep.band, cell.band()) {
                let band = &mut self.bands[start + index];
                band.low += quantised(low);
                band.high += quantised(high);
                band.respondents += 1;
            }
        }
    }

    fn add_codes(&mut self, rubric: &Rubric<'_>, place: usize, row: Row<'_>, asked: &[bool]) {
        let codes = self.code_starts.last().copied().unwrap_or(0);
        for (index, column) in rubric.questionnaire.columns.iter().enumerate() {
            if asked[column.question] {
                let code = usize::from(row.codes[index]);
                self.counts[place * codes + self.code_starts[index] + code] += 1;
            }
        }
    }

    /// Both tallies together.
    pub fn merge(mut self, other: Tally) -> Tally {
        for (mine, theirs) in self.sums.iter_mut().zip(&other.sums) {
            mine.plus(theirs);
        }
        for (mine, theirs) in self.bands.iter_mut().zip(&other.bands) {
            mine.low += theirs.low;
            mine.high += theirs.high;
            mine.respondents += theirs.respondents;
        }
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            *mine += theirs;
        }
        for (mine, theirs) in self.respondents.iter_mut().zip(&other.respondents) {
            *mine += theirs;
        }
        self
    }

    pub(super) fn sums(&self, group: usize, role: usize, cell: usize) -> &Sums {
        &self.sums[(group * self.roles + role) * self.cells + cell]
    }

    pub(super) fn band_sums(&self, group: usize, role: usize, cell: usize) -> Option<&BandSums> {
        self.bands.get((group * self.roles + role) * self.cells + cell)
    }

    /// Respondents of one role of a group; the role after the last is those without one.
    pub fn respondents(&self, group: usize, role: usize) -> u32 {
        self.respondents[group * self.roles + role]
    }

    /// Respondents of one role of a group with a score in at least the best answered cell of a dimension.
    pub fn respondents_scored(&self, rubric: &Rubric<'_>, group: usize, role: usize, dimension: usize) -> u32 {
        let q = rubric.questionnaire;
        let inside = |cell: &usize| q.cells[*cell].at.iter().any(|&leaf| q.is_within(leaf, dimension));
        (0..self.cells).filter(inside).map(|cell| self.sums(group, role, cell).scored).max().unwrap_or(0)
    }

    /// How many roles are counted: those of the questionnaire, and one for respondents without a role.
    pub fn roles(&self) -> usize {
        self.roles
    }

    /// Whether it was kept how often each answer was given.
    pub(super) fn has_distributions(&self) -> bool {
        self.keep.distributions
    }

    /// How often each code was given in a column by the respondents of a role who were asked; empty unless kept.
    pub fn distribution(&self, group: usize, role: usize, column: usize) -> &[u32] {
        if !self.keep.distributions {
            return &[];
        }
        let codes = self.code_starts.last().copied().unwrap_or(0);
        let start = (group * self.roles + role) * codes;
        &self.counts[start + self.code_starts[column]..start + self.code_starts[column + 1]]
    }
}
