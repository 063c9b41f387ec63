//! A batch: everything that was answered, scored once, ready to be compared.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use super::circle::Circles;
use crate::responses::{Chunk, Group, Registry, Responses, Row};
use crate::scores::{Keep, Rubric, ScoreCard, Selection, Tally, all_roles};

/// All councils and waves of one run with their scores.
#[derive(Debug)]
pub struct Batch<'q> {
    rubric: Rubric<'q>,
    responses: Responses,
    tally: Tally,
    /// The same rows counted on fewer questions: on what two waves have in common, where that is not everything.
    fewer: Vec<(Rubric<'q>, Tally)>,
    /// Room for all when first asked for one, and each made when first asked for: scores alone need none.
    cards: OnceLock<Vec<OnceLock<Box<ScoreCard>>>>,
    /// Made when first asked for: scores alone do without.
    places: OnceLock<Places>,
    /// What councils are called that share a name with another.
    labels: OnceLock<HashMap<usize, String>>,
    /// Made when first asked for: ranks of all are worked out without them.
    circles: Circles,
    /// How many answered, counted when first asked for.
    voices: OnceLock<u32>,
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
        let fewer = in_common(&responses.registry).into_iter().map(|selection| {
            let rubric = rubric.clone().only(selection);
            let tally = count(&rubric, Keep::default());
            (rubric, tally)
        });
        let fewer = fewer.collect();
        Batch::with(rubric, responses, tally, fewer)
    }

    /// A batch of rows that were counted before; `fewer` holds the same rows, counted on fewer questions.
    pub fn with(rubric: Rubric<'q>, responses: Responses, tally: Tally, fewer: Vec<(Rubric<'q>, Tally)>) -> Batch<'q> {
        let (cards, places, labels, voices) = (OnceLock::new(), OnceLock::new(), OnceLock::new(), OnceLock::new());
        Batch { rubric, responses, tally, fewer, cards, places, labels, circles: Circles::default(), voices }
    }

    /// The same answers, counted on some of the questions.
    pub fn over(self, selection: Selection, keep: Keep, threads: usize) -> Batch<'q> {
        Batch::new(self.rubric.only(selection), self.responses, keep, threads)
    }

    /// The questions that all of these groups were asked, where their respondents answered versions that ask different
    /// ones.
    pub fn shared(&self, groups: impl Iterator<Item = usize>) -> Option<Selection> {
        let ages = groups.map(|group| self.group(group).ages);
        let (lowest, highest) = ages.reduce(|(low, high), (lowest, highest)| (low.min(lowest), high.max(highest)))?;
        (lowest < highest).then_some(Selection { quick_only: false, age: highest })
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
        let places = self.places.get_or_init(|| Places::new(self.chunks(), self.groups()));
        let rows = &places.rows[places.starts[group]..places.starts[group + 1]];
        rows.iter().map(|&(chunk, place)| self.chunks()[chunk as usize].row(place as usize))
    }

    /// The sums.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The score card of a group.
    pub fn card(&self, group: usize) -> &ScoreCard {
        let cards = self.cards.get_or_init(|| (0..self.groups()).map(|_| OnceLock::new()).collect());
        cards[group].get_or_init(|| Box::new(self.tally.card(&self.rubric, group, &all_roles)))
    }

    /// The overall score of a group.
    pub fn overall(&self, group: usize) -> Option<f64> {
        self.tally.overall(group)
    }

    /// How many groups there are.
    pub fn groups(&self) -> usize {
        self.responses.registry.groups().len()
    }

    /// The answers of all, those given together among them.
    pub fn voices(&self) -> u32 {
        *self.voices.get_or_init(|| self.responses.registry.groups().iter().map(Group::voices).sum())
    }

    /// One council in one wave.
    pub fn group(&self, group: usize) -> &Group {
        &self.responses.registry.groups()[group]
    }

    /// The name of the council of a group, with its id behind it where another council has the same name.
    pub fn name(&self, group: usize) -> &str {
        let council = self.group(group).council;
        let labels = self.labels.get_or_init(|| labels(&self.responses.registry));
        labels.get(&council).map_or(self.responses.registry.council_name(council).name, |label| label)
    }

    /// The name of the council of a group as it was given; another may have the same.
    pub fn given_name(&self, group: usize) -> &str {
        self.responses.registry.council_name(self.group(group).council).name
    }

    /// Whether the council of a group may be named beside others.
    pub fn may_be_named(&self, group: usize) -> bool {
        self.responses.registry.may_be_named(self.group(group).council)
    }

    /// The id of the council of a group.
    pub fn id(&self, group: usize) -> &str {
        self.responses.registry.id(self.group(group).council)
    }

    /// How much of the questionnaire a group was asked.
    pub fn scan(&self, group: usize) -> Scan {
        let group = self.group(group);
        match group.quick {
            0 => Scan::Full,
            quick if quick == group.voices() => Scan::Quick,
            _ => Scan::Mixed,
        }
    }

    /// What is kept of peers.
    pub(super) fn circles(&self) -> &Circles {
        &self.circles
    }

    /// The rows counted on some of the questions, and by what.
    pub(super) fn counted(&self, selection: Selection) -> (&Rubric<'q>, &Tally) {
        let wanted = self.rubric.selection().and(selection);
        let counted = self.fewer.iter().find(|(rubric, _)| rubric.selection() == wanted);
        counted.map_or((&self.rubric, &self.tally), |(rubric, tally)| (rubric, tally))
    }
}

/// Names of councils that share theirs, each with its id; one without a name goes by its id already.
fn labels(registry: &Registry) -> HashMap<usize, String> {
    let mut first: HashMap<&str, usize> = HashMap::with_capacity(registry.councils().len());
    let mut shared = BTreeSet::new();
    for (index, council) in registry.councils().enumerate() {
        if let Some(&other) = first.get(council.name) {
            shared.extend([other, index]);
        } else {
            first.insert(council.name, index);
        }
    }
    let named = shared.into_iter().map(|index| (index, registry.council_name(index)));
    let labels = named.filter(|(_, council)| council.name != council.id);
    labels.map(|(index, council)| (index, format!("{} ({})", council.name, council.id))).collect()
}

/// What each group and its previous wave have in common, where that is not everything.
fn in_common(registry: &Registry) -> BTreeSet<Selection> {
    let groups = registry.groups();
    let pairs = (0..groups.len()).filter_map(|group| Some((group, registry.previous(group)?)));
    let selections = pairs.map(|(group, previous)| selection(&groups[group]).and(selection(&groups[previous])));
    let mergers = (0..groups.len()).filter_map(|group| Some((group, registry.forebears(group)?.groups)));
    let merged = mergers.map(|(group, before)| {
        before.into_iter().fold(selection(&groups[group]), |all, group| all.and(selection(&groups[group])))
    });
    selections.chain(merged).filter(|selection| *selection != Selection::default()).collect()
}

/// The questions that all respondents of a group were asked, as far as their scans and versions tell.
pub(super) fn selection(group: &Group) -> Selection {
    Selection { quick_only: group.quick > 0, age: group.ages.1 }
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
