//! A batch: everything that was answered, scored once, ready to be compared.

use std::sync::OnceLock;

use crate::responses::{Chunk, Group, Responses, Row};
use crate::scores::{Keep, RoleFilter, Rubric, ScoreCard, Tally, all_roles};

/// All councils and waves of one run with their scores.
#[derive(Debug)]
pub struct Batch<'q> {
    rubric: Rubric<'q>,
    responses: Responses,
    tally: Tally,
    /// The same rows counted on the questions of the quick scan; only where some rows are a quick scan.
    quick: Option<(Rubric<'q>, Tally)>,
    /// The overall score of every group.
    overalls: Vec<Option<f64>>,
    /// Made when first asked for: most groups of a large batch need none.
    cards: Vec<OnceLock<Box<ScoreCard>>>,
    /// Made when first asked for: scores alone do without.
    places: OnceLock<Places>,
}

/// Where the rows of every group stand, so that the reports of many groups need not each go through all rows.
#[derive(Debug)]
struct Places {
    /// Where the rows of each group start in `rows`; the last is the end.
    starts: Vec<usize>,
    /// Chunk and place in it.
    rows: Vec<(u32, u32)>,
}

impl Places {
    fn new(chunks: &[Chunk], groups: usize) -> Places {
        let mut rows: Vec<(u32, (u32, u32))> = Vec::new();
        for (index, chunk) in chunks.iter().enumerate() {
            rows.extend(chunk.rows().enumerate().map(|(place, row)| (row.head.group, (index as u32, place as u32))));
        }
        rows.sort_unstable();
        let start = |group: usize| rows.partition_point(|(of, _)| (*of as usize) < group);
        Places { starts: (0..=groups).map(start).collect(), rows: rows.iter().map(|(_, place)| *place).collect() }
    }
}

impl<'q> Batch<'q> {
    /// Scores everything, on as many threads as asked for; the result does not depend on their number.
    pub fn new(rubric: Rubric<'q>, responses: Responses, keep: Keep, threads: usize) -> Batch<'q> {
        let groups = responses.registry.groups().len();
        // A thread costs more than counting some thousands of rows.
        let rows: usize = responses.chunks.iter().map(Chunk::len).sum();
        let threads = threads.min(rows / Chunk::ROWS).max(1);
        let count = |rubric: &Rubric<'q>, keep| Tally::of(rubric, &responses.chunks, groups, keep, threads);
        let tally = count(&rubric, keep);
        let any_quick = responses.registry.groups().iter().any(|group| group.quick > 0);
        let quick = any_quick.then(|| {
            let rubric = rubric.clone().quick_only();
            let tally = count(&rubric, Keep::default());
            (rubric, tally)
        });
        Batch::with(rubric, responses, tally, quick, threads)
    }

    /// A batch of rows that were counted before.
    pub fn with(
        rubric: Rubric<'q>,
        responses: Responses,
        tally: Tally,
        quick: Option<(Rubric<'q>, Tally)>,
        threads: usize,
    ) -> Batch<'q> {
        let groups = responses.registry.groups().len();
        let overalls = overalls(&rubric, &tally, groups, threads);
        let cards = (0..groups).map(|_| OnceLock::new()).collect();
        Batch { rubric, responses, tally, quick, overalls, cards, places: OnceLock::new() }
    }

    /// The rubric.
    pub fn rubric(&self) -> &Rubric<'q> {
        &self.rubric
    }

    /// What was answered.
    pub fn responses(&self) -> &Responses {
        &self.responses
    }

    /// The counted rows.
    pub fn chunks(&self) -> &[Chunk] {
        &self.responses.chunks
    }

    /// The rows of one group.
    pub fn rows_of(&self, group: usize) -> impl Iterator<Item = Row<'_>> {
        let places = self.places.get_or_init(|| Places::new(self.chunks(), self.cards.len()));
        let rows = &places.rows[places.starts[group]..places.starts[group + 1]];
        rows.iter().map(|&(chunk, place)| self.chunks()[chunk as usize].row(place as usize))
    }

    /// The sums.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The score card of a group.
    pub fn card(&self, group: usize) -> &ScoreCard {
        self.cards[group].get_or_init(|| Box::new(self.tally.card(&self.rubric, group, &all_roles)))
    }

    /// The overall score of a group.
    pub fn overall(&self, group: usize) -> Option<f64> {
        self.overalls[group]
    }

    /// How many groups there are.
    pub fn groups(&self) -> usize {
        self.cards.len()
    }

    /// One council in one wave.
    pub fn group(&self, group: usize) -> &Group {
        &self.responses.registry.groups()[group]
    }

    /// The name of the council of a group.
    pub fn name(&self, group: usize) -> &str {
        &self.responses.registry.councils()[self.group(group).council].name
    }

    /// The id of the council of a group.
    pub fn id(&self, group: usize) -> &str {
        &self.responses.registry.councils()[self.group(group).council].id
    }

    /// How much of the questionnaire a group was asked.
    pub fn scan(&self, group: usize) -> Scan {
        let group = self.group(group);
        match group.quick {
            0 => Scan::Full,
            quick if quick == group.respondents => Scan::Quick,
            _ => Scan::Mixed,
        }
    }

    /// The score card of a group from some of its roles, on the questions of the quick scan if asked for.
    pub(super) fn card_of(&self, group: usize, quick: bool, roles: RoleFilter<'_>) -> ScoreCard {
        let (rubric, tally) = self.counted(quick);
        tally.card(rubric, group, roles)
    }

    /// The overall score of that card, without the rest.
    pub(super) fn overall_of(&self, group: usize, quick: bool, roles: &[usize]) -> Option<f64> {
        let (rubric, tally) = self.counted(quick);
        tally.overall(rubric, group, roles)
    }

    fn counted(&self, quick: bool) -> (&Rubric<'q>, &Tally) {
        match &self.quick {
            Some((rubric, tally)) if quick => (rubric, tally),
            _ => (&self.rubric, &self.tally),
        }
    }
}

/// The overall score of every group.
fn overalls(rubric: &Rubric<'_>, tally: &Tally, groups: usize, threads: usize) -> Vec<Option<f64>> {
    /// Fewer than this are not worth a thread.
    const AT_LEAST: usize = 1000;
    let all: Vec<usize> = (0..groups).collect();
    let of = |groups: &[usize]| -> Vec<Option<f64>> {
        groups.iter().map(|&group| tally.overall(rubric, group, tally.all_roles())).collect()
    };
    let share = groups.div_ceil(threads.max(1)).max(AT_LEAST);
    let shares: Vec<Vec<Option<f64>>> = std::thread::scope(|scope| {
        let of = &of;
        let running: Vec<_> = all.chunks(share).map(|groups| scope.spawn(move || of(groups))).collect();
        running.into_iter().map(|thread| thread.join().unwrap_or_else(|p| std::panic::resume_unwind(p))).collect()
    });
    shares.concat()
}

/// How much of the questionnaire was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scan {
    /// All of it.
    Full,
    /// The quick scan.
    Quick,
    /// The quick scan for some respondents only.
    Mixed,
}
