//! Counting: rows in, sums per group, role and cell out. Only whole numbers are added, so neither the order of rows nor
//! the number of threads changes a bit.

use super::cell::{RespondentCell, quantised, respondent_cells};
use super::ladder::{NextStep, Standings};
use super::lookup::{Lookup, addend};
use super::outcome::{Coverage, Step};
use super::rubric::Rubric;
use super::summary::Scores;
use super::sums::{BandSums, CellSums, FETCHED, Keep, Part, Shape};
use crate::responses::scan::{Asked, Asking, Sink, Waiting};
use crate::responses::{Chunk, FIRST_OPTION, Row};
use crate::threads;

/// The sums of everything that was counted.
#[derive(Clone, Debug)]
pub struct Tally {
    shape: Shape,
    /// Where the codes of each column start in a distribution; the last is the total.
    code_starts: Vec<usize>,
    parts: Vec<Part>,
    places: Places,
    /// Every role, in order.
    all_roles: Vec<usize>,
}

/// In which part a group is counted, and as which group of it.
#[derive(Clone, Debug)]
enum Places {
    /// Groups in turn.
    InTurn,
    /// As a scan placed them.
    Listed(Vec<(u32, u32)>),
}

/// Groups of which all sums are near, in whatever order rows come.
const FEW: u32 = 1024;

/// Counts rows by a rubric.
#[derive(Debug)]
pub struct Counter<'r, 'q> {
    rubric: &'r Rubric<'q>,
    shape: Shape,
    code_starts: Vec<usize>,
    /// Every role, in order.
    all_roles: Vec<usize>,
}

impl<'r, 'q> Counter<'r, 'q> {
    /// A counter that keeps this.
    pub fn new(rubric: &'r Rubric<'q>, keep: Keep) -> Counter<'r, 'q> {
        let q = rubric.questionnaire;
        let mut code_starts = vec![0];
        for column in 0..q.columns.len() {
            let options = rubric.codec().options(column);
            let next = code_starts.last().copied().unwrap_or(0) + usize::from(FIRST_OPTION) + options;
            code_starts.push(next);
        }
        let items_of = |cell: usize| q.items.iter().filter(|item| item.cell == cell).count();
        let shape = Shape {
            keep,
            // Respondents without a role count as one more role.
            roles: q.roles.len() + 1,
            cells: q.cells.len(),
            codes: code_starts.last().copied().unwrap_or(0),
            most_items: if q.cells.len() > 64 {
                q.items.len()
            } else {
                (0..q.cells.len()).map(items_of).max().unwrap_or(0)
            },
        };
        let all_roles = (0..=shape.roles).collect();
        Counter { rubric, shape, code_starts, all_roles }
    }

    /// The tally of what was counted during a scan.
    pub fn tally(self, parts: Vec<Part>, places: Vec<(u32, u32)>) -> Tally {
        self.into_tally(parts, Places::Listed(places))
    }

    fn into_tally(self, parts: Vec<Part>, places: Places) -> Tally {
        Tally { shape: self.shape, code_starts: self.code_starts, parts, places, all_roles: self.all_roles }
    }
}

impl Sink for Counter<'_, '_> {
    type Part = Part;
    type Worker = Lookup;

    fn part(&self) -> Part {
        Part::new(self.shape)
    }

    fn worker(&self) -> Lookup {
        // With a band every cell is worked out anyway, and nothing is looked up.
        if self.shape.keep.band { Lookup::none() } else { Lookup::new(self.rubric) }
    }

    fn count(&self, lookup: &mut Lookup, part: &mut Part, rows: &Waiting, asking: &Asking) {
        let (mut asked, mut codes) = (Vec::new(), Vec::new());
        let mut add = |part: &mut Part, row: u32| {
            let row = rows.row(row, &mut codes);
            self.add(lookup, part, row, asking.of(row, &mut asked));
        };
        if rows.groups() <= FEW {
            return rows.indexes().for_each(|row| add(part, row));
        }
        for several in rows.by_group().chunks(FETCHED) {
            part.fetch(several.iter().map(|&row| rows.head(row)));
            several.iter().for_each(|&row| add(part, row));
        }
    }

    fn close(&self, lookup: &mut Lookup, part: &mut Part, rows: &Waiting, asking: &Asking, alone: bool) {
        if alone && part.groups() == 0 && self.shape.keep == Keep::default() && !self.has_consensus(rows) {
            self.close_at_once(lookup, part, rows, asking);
            return;
        }
        self.count(lookup, part, rows, asking);
        part.close(Scores::of(self.rubric, part, &self.all_roles));
    }
}

impl Counter<'_, '_> {
    /// Where a role is counted, and as which.
    fn voice_mut<'p>(&self, part: &'p mut Part, role: u8) -> (&'p mut Part, usize) {
        let role = usize::from(role);
        if role < self.shape.roles { (part, role) } else { (part.consensus_mut(), 0) }
    }

    /// Works out the scores group by group, of which all rows are at hand: the sums of each role are forgotten again,
    /// since nothing asks for them when there is no other wave and no consensus.
    fn close_at_once(&self, lookup: &mut Lookup, part: &mut Part, rows: &Waiting, asking: &Asking) {
        let (mut one, mut scores) = (self.part(), Scores::new(self.rubric, 0));
        let (mut asked, mut codes) = (Vec::new(), Vec::new());
        let order = rows.by_group();
        let group = |row: u32| rows.head(row).group;
        for of_group in order.chunk_by(|&a, &b| group(a) == group(b)) {
            one.clear();
            for &row in of_group {
                let mut row = rows.row(row, &mut codes);
                row.head.group = 0;
                self.add(lookup, &mut one, row, asking.of(row, &mut asked));
            }
            part.take_items(&one);
            scores.push(self.rubric, &one, 0, &self.all_roles);
        }
        part.close(scores);
    }

    fn has_consensus(&self, rows: &Waiting) -> bool {
        rows.heads().any(|head| usize::from(head.role) >= self.shape.roles)
    }

    /// Counts a row in.
    fn add(&self, lookup: &mut Lookup, part: &mut Part, row: Row<'_>, asked: Asked<'_>) {
        let (part, role) = self.voice_mut(part, row.head.role);
        let group = row.head.group as usize;
        let record = part.begin(group, role);
        let Keep { band, distributions, .. } = self.shape.keep;
        if !band {
            lookup.add(self.rubric, row, asked, part.count(group, record));
        } else {
            let mut cells = vec![RespondentCell::default(); self.shape.cells];
            respondent_cells(self.rubric, row, asked.each, &mut cells);
            let (sums, items) = part.count(group, record);
            for ((sum, items), cell) in sums.iter_mut().zip(items).zip(&cells) {
                let addend = addend(self.rubric, cell);
                *sum += addend.sum;
                *items += addend.items;
            }
            for (sums, cell) in part.bands_mut(record).iter_mut().zip(&cells) {
                if let Some((low, high)) = cell.band() {
                    sums.low += quantised(low);
                    sums.high += quantised(high);
                    sums.respondents += 1;
                }
            }
        }
        if distributions {
            let counts = part.counts_mut(record);
            for (index, column) in self.rubric.questionnaire.columns.iter().enumerate() {
                if asked.each[column.question] && self.rubric.has_column(index, row.head.age) {
                    counts[self.code_starts[index] + usize::from(row.codes[index])] += 1;
                }
            }
        }
    }
}

impl Tally {
    /// Counts all chunks, on as many threads as asked for. The result does not depend on their number.
    pub fn of(rubric: &Rubric<'_>, chunks: &[Chunk], groups: usize, keep: Keep, threads: usize) -> Tally {
        let threads = threads.min(groups).max(1);
        let counter = Counter::new(rubric, keep);
        let count = |first: usize| {
            let (mut part, mut lookup, mut asked) = (counter.part(), counter.worker(), Vec::new());
            for mut row in chunks.iter().flat_map(Chunk::rows) {
                let group = row.head.group as usize;
                if group % threads == first {
                    row.head.group = (group / threads) as u32;
                    rubric.asked(row, &mut asked);
                    counter.add(&mut lookup, &mut part, row, Asked::new(&asked));
                }
            }
            part.close(Scores::of(rubric, &part, &counter.all_roles));
            part
        };
        let parts = threads::each(threads, count);
        counter.into_tally(parts, Places::InTurn)
    }

    /// The same groups in the same order, for summarising them one after the other. Groups that follow each other lie
    /// anywhere, so the sums of the next ones are looked at together, and their memory is fetched at the same time.
    pub fn fetched<'g>(&'g self, groups: &'g [usize]) -> impl Iterator<Item = usize> + 'g {
        /// Groups whose sums are fetched at once.
        const AT_ONCE: usize = 64;
        groups.chunks(AT_ONCE).flat_map(|several| {
            let scores = several.iter().map(|&group| {
                let (part, group) = self.place(group);
                part.glance_at_group(group) ^ part.scores().glance(group)
            });
            std::hint::black_box(scores.fold(0, u64::wrapping_add));
            // Two waves of a council may be compared by the roles that took part in both.
            let sums = several.iter().map(|&group| {
                let (part, group) = self.place(group);
                part.glance_at_sums(group)
            });
            std::hint::black_box(sums.fold(0, u64::wrapping_add));
            several.iter().copied()
        })
    }

    pub(super) fn place(&self, group: usize) -> (&Part, usize) {
        match &self.places {
            Places::InTurn => (&self.parts[group % self.parts.len()], group / self.parts.len()),
            Places::Listed(places) => {
                let (part, place) = places[group];
                (&self.parts[part as usize], place as usize)
            }
        }
    }

    /// The part that counts a role of a group, with both as that part numbers them.
    pub(super) fn at(&self, group: usize, role: usize) -> Option<(&Part, usize, usize)> {
        let (part, group) = self.place(group);
        if role < self.shape.roles { Some((part, group, role)) } else { Some((part.consensus()?, group, 0)) }
    }

    /// The overall score of a group by all who answered.
    pub fn overall(&self, group: usize) -> Option<f64> {
        let (part, group) = self.place(group);
        part.scores().overall(group)
    }

    /// Which of some roles decide on a cell: the consensus alone where it has a score there, or where nobody answered
    /// but together; else the roles of people.
    pub(super) fn deciding<'r>(&self, group: usize, roles: &'r [usize], cell: usize) -> &'r [usize] {
        let people = self.place(group).0.people(roles);
        if people.len() == roles.len() || !self.has_answered(group, self.consensus()) {
            return people;
        }
        let alone = || !people.iter().any(|&role| self.has_answered(group, role));
        let decides = self.sums(group, self.consensus(), cell).scored > 0 || alone();
        if decides { &roles[people.len()..] } else { people }
    }

    pub(super) fn sums(&self, group: usize, role: usize, cell: usize) -> CellSums {
        self.at(group, role).map_or(CellSums::default(), |(part, group, role)| part.sums(group, role, cell))
    }

    /// The coverage of some roles in every cell.
    pub(super) fn cell_coverages(&self, group: usize, roles: &[usize], into: &mut Vec<Coverage>) {
        into.clear();
        let (part, place) = self.place(group);
        let by_all = roles.len() == self.all_roles.len() && part.consensus().is_none();
        match part.coverages(place).filter(|_| by_all) {
            Some(coverages) => into.extend(coverages),
            None => into.extend((0..self.shape.cells).map(|cell| self.coverage(group, roles, cell))),
        }
    }

    /// The coverage of some roles in a cell. Of fewer than all of them only where that was kept.
    pub(super) fn coverage(&self, group: usize, roles: &[usize], cell: usize) -> Coverage {
        let roles = self.deciding(group, roles, cell);
        if roles.len() == self.shape.roles && !roles.contains(&self.consensus()) {
            let (part, group) = self.place(group);
            return part.coverage(group, None, cell);
        }
        let of = |&role: &usize| {
            self.at(group, role)
                .map_or(Coverage::default(), |(part, group, role)| part.coverage(group, Some(role), cell))
        };
        roles.iter().map(of).fold(Coverage::default(), Coverage::plus)
    }

    pub(super) fn band_sums(&self, group: usize, role: usize, cell: usize) -> Option<BandSums> {
        if !self.shape.keep.band {
            return None;
        }
        Some(self.at(group, role).and_then(|(part, group, role)| part.band(group, role, cell)).unwrap_or_default())
    }

    /// Respondents of one role of a group; the role after the last is those without one, and [`Tally::consensus`] what
    /// they answered together: 1 or 0.
    pub fn respondents(&self, group: usize, role: usize) -> u32 {
        self.at(group, role).map_or(0, |(part, group, role)| part.respondents(group, role))
    }

    /// Whether there are any of that role.
    pub fn has_answered(&self, group: usize, role: usize) -> bool {
        self.at(group, role).is_some_and(|(part, group, role)| part.has(group, role))
    }

    /// The step of the whole of a group by all who answered; `None` where there is no step.
    pub fn step(&self, rubric: &Rubric<'_>, group: usize) -> Option<Step> {
        let all: Vec<usize> = (0..self.shape.cells).collect();
        Standings::of(self, rubric, group, self.all_roles()).step(&all)
    }

    /// What is missing for the next step of a dimension of a group, or with `None` of the whole; `None` where there is no
    /// step, or none above, and where nothing was answered.
    pub fn next_step(&self, rubric: &Rubric<'_>, group: usize, dimension: Option<usize>) -> Option<NextStep> {
        let all: Vec<usize> = (0..self.shape.cells).collect();
        let cells = dimension.map_or(&all, |index| &rubric.cells_of[index]);
        Standings::of(self, rubric, group, self.all_roles()).next_step(cells)
    }

    /// Everything that is counted, in order: the roles of people, and the consensus last.
    pub fn all_roles(&self) -> &[usize] {
        &self.all_roles
    }

    /// How many roles of people are counted: those of the questionnaire, and one for respondents without a role.
    pub fn roles(&self) -> usize {
        self.shape.roles
    }

    /// What stands in the place of a role for the answers that respondents gave together.
    pub fn consensus(&self) -> usize {
        self.shape.roles
    }

    /// Whether it was kept how often each answer was given.
    pub(super) fn has_distributions(&self) -> bool {
        self.shape.keep.distributions
    }

    /// How often each code was given in a column by the respondents of a role who were asked; empty unless kept.
    pub fn distribution(&self, group: usize, role: usize, column: usize) -> &[u32] {
        if !self.shape.keep.distributions {
            return &[];
        }
        // Of a role that nobody has, every answer was given no time.
        let counts = self.at(group, role).and_then(|(part, group, role)| part.counts(group, role)).unwrap_or(&[]);
        counts.get(self.code_starts[column]..self.code_starts[column + 1]).unwrap_or(&[])
    }

    /// How many respondents of a role gave an answer in a column, of those who were asked; 0 unless that was kept.
    pub fn answered(&self, group: usize, role: usize, column: usize) -> u32 {
        self.distribution(group, role, column).iter().skip(usize::from(FIRST_OPTION)).sum()
    }
}
