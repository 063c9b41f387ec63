//! The first page: one bold sentence and three bullets.

use super::{Change, MergedPast, View, merged};
use crate::comparison::{Measure, Merger, Scan, Spread};
use crate::language::report::council::{self as say, Lead, Place, Stage};
use crate::language::report::{change as say_change, merger as say_merger, part_of};
use crate::report::document::{Block, Inline};
use crate::scores::Outcome;

/// From so many peers on the place is told in words, below it as a rank.
const PEERS_FOR_WORDS: u32 = 10;

pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    let mut bullets = extremes(view);
    bullets.extend(change_or_unknown(view));
    // A score on few answers must not look as firm as another.
    let overall = &view.card.overall;
    let firm = overall.coverage.bears_a_stage(view.reader.q);
    let has_past = view.standing.previous.is_some() || view.batch.merger(view.group).is_some();
    if !firm && has_past {
        bullets.extend(unknown(view));
    }
    let mut blocks = vec![Block::Lead(sentence(view).into())];
    blocks.extend((!bullets.is_empty()).then_some(Block::Bullets(bullets)));
    blocks
}

fn sentence(view: &View<'_>) -> String {
    let (reader, l) = (&view.reader, view.reader.l);
    let overall = &view.card.overall;
    let score = match overall.outcome {
        Outcome::Scored(score) => score,
        Outcome::TooFewAnswers(coverage) => {
            return say::no_score(l, view.name, &part_of(l, coverage.scored, coverage.applicable));
        }
        Outcome::NotApplicable => return say::nothing_applies(l, view.name),
    };
    let place = view.spread(Measure::Overall).ok().and_then(|spread| place(view, score, &spread));
    say::lead(
        l,
        &Lead {
            council: view.name,
            quick: view.batch.scan(view.group) == Scan::Quick,
            score: (&reader.number(score), &reader.max()),
            stage: match reader.stage(overall) {
                Some(stage) => Stage::Named(stage),
                None if reader.q.scale.stages.is_empty() => Stage::None,
                None => Stage::TooFewAnswers,
            },
            place,
            step: view.batch.step_shown(view.group, None, view.audience).map(|step| (step.at_least, step.at_most)),
        },
    )
}

/// A rank among few, words among many; only where the spread of the peers may be shown.
fn place(view: &View<'_>, score: f64, spread: &Spread) -> Option<String> {
    let (reader, l) = (&view.reader, view.reader.l);
    let standing = &view.standing;
    let median = reader.number(spread.median);
    if standing.peers < PEERS_FOR_WORDS {
        let shared = view.shares_its_rank();
        return Some(say::rank(l, standing.rank?, shared, spread.councils, &median));
    }
    let percentile = standing.percentile?;
    let place = match reader.side(score, spread.median) {
        1 if percentile >= 75.0 => Place::HighestQuarter,
        1 => Place::Above,
        -1 if percentile <= 25.0 => Place::LowestQuarter,
        -1 => Place::Below,
        _ => Place::Around,
    };
    Some(say::place(l, place, spread.councils, &median))
}

/// The strongest dimension, and the one furthest behind the peers or else the weakest. Dimensions that are all the same
/// have no strongest and no weakest, but one of them may lie furthest behind.
fn extremes(view: &View<'_>) -> Vec<Inline> {
    let (reader, l) = (&view.reader, view.reader.l);
    let scored = view.scored_leaves();
    let highest = scored.iter().map(|leaf| leaf.1).fold(f64::NEG_INFINITY, f64::max);
    let lowest = scored.iter().map(|leaf| leaf.1).fold(f64::INFINITY, f64::min);
    if scored.is_empty() {
        return Vec::new();
    }
    let behind = scored
        .iter()
        .filter_map(|&(dimension, score)| {
            let median = view.spread(Measure::Dimension(dimension)).ok()?.median;
            (reader.side(score, median) < 0).then_some((dimension, score, score - median))
        })
        .min_by(|a, b| a.2.total_cmp(&b.2));
    let behind = behind.map(|(dimension, score, _)| bullet(view, say::furthest_behind(l), &[dimension], score));
    if reader.looks_same(highest, lowest) {
        return std::iter::once(say::all_the_same(l, &reader.number(highest)).into()).chain(behind).collect();
    }
    let weakest = || bullet(view, say::weakest(l), &view.leaves_at(lowest), lowest);
    vec![bullet(view, say::strongest(l), &view.leaves_at(highest), highest), behind.unwrap_or_else(weakest)]
}

fn bullet(view: &View<'_>, label: &str, dimensions: &[usize], score: f64) -> Inline {
    let (reader, l) = (&view.reader, view.reader.l);
    let names: Vec<String> = dimensions.iter().map(|&dimension| reader.dimension(dimension).to_owned()).collect();
    let median = match dimensions {
        [only] => view.spread(Measure::Dimension(*only)).ok().map(|spread| reader.number(spread.median)),
        _ => None,
    };
    let text = say::dimensions_at(l, &names, &reader.number(score), median.as_deref());
    Inline::default().then_strong(label).then(format!(" {text}"))
}

/// The change where there is one to show, else what is unknown; none where nothing was to be answered.
pub(in crate::report) fn change_or_unknown(view: &View<'_>) -> Option<Inline> {
    let (reader, l) = (&view.reader, view.reader.l);
    let (previous, text) = match view.change() {
        Change::None => return unknown(view),
        Change::Merged(merger, past) => {
            let label = say::changed(l, &l.list(&merged::rounds(view.batch, &merger.before)));
            return Some(Inline::default().then_strong(label).then(format!(" {}", since_merger(view, &merger, &past))));
        }
        Change::NothingInCommon(previous) => (previous, say_change::nothing_in_common(l).to_owned()),
        Change::Withheld(previous) => (previous, say_change::withheld_short(l).to_owned()),
        Change::Shown(previous, change, _) => {
            let delta = change.delta();
            let (before, now) = (reader.number(change.before), reader.number(change.now));
            let common = &change.common;
            let firm = view.batch.firm_change(view.group, previous, common).overall;
            let text = say_change::from_to(l, &before, &now, &reader.signed(delta), reader.direction(delta, firm));
            let scope = say_change::scope_in_short(l, &view.scope(&[previous], common));
            (previous, format!("{text}.{scope}"))
        }
    };
    let label = say::changed(l, &view.wave(previous));
    Some(Inline::default().then_strong(label).then(format!(" {text}")))
}

/// The council beside those that it came from.
fn since_merger(view: &View<'_>, merger: &Merger, past: &MergedPast) -> String {
    let (reader, l) = (&view.reader, view.reader.l);
    match past {
        MergedPast::Shown(found) => {
            let (change, delta) = (&found.change, found.change.delta());
            let (before, now) = (reader.number(change.before), reader.number(change.now));
            let direction = reader.direction(delta, found.firm.overall);
            let text = say_change::from_to(l, &before, &now, &reader.signed(delta), direction);
            let was = say_merger::was_before(l, &merged::names(l, view.batch, &merger.before));
            let scope = say_change::scope_in_short(l, &view.scope(&merger.before, &change.common));
            format!("{text}. {was}{scope}")
        }
        MergedPast::Withheld => say_change::withheld_short(l).to_owned(),
        MergedPast::Unknown => merged::why_not(view, merger),
    }
}

fn unknown(view: &View<'_>) -> Option<Inline> {
    let (reader, l) = (&view.reader, view.reader.l);
    let overall = &view.card.overall;
    let (scored, asked) = (overall.coverage.scored, overall.coverage.applicable);
    if scored == asked {
        let has_rounds = view.batch.group(view.group).wave.is_some();
        return (asked > 0).then(|| say::complete(l, asked, has_rounds).into());
    }
    let range = view.open_band(None).map(|(low, high)| (reader.number(low), reader.number(high)));
    let range = range.as_ref().map(|(low, high)| (low.as_str(), high.as_str()));
    let text = say::answers_missing(l, asked - scored, asked, range);
    Some(Inline::default().then_strong(say::unknown(l)).then(format!(" {text}")))
}

impl View<'_> {
    /// The dimensions that hold no others and have a score.
    pub(super) fn scored_leaves(&self) -> Vec<(usize, f64)> {
        let score = |index: usize| self.card.dimensions[index].outcome.score();
        self.reader.leaves().filter_map(|index| Some((index, score(index)?))).collect()
    }

    /// Those of them with this score.
    pub(super) fn leaves_at(&self, score: f64) -> Vec<usize> {
        let leaves = self.scored_leaves().into_iter();
        leaves.filter(|leaf| self.reader.same(leaf.1, score)).map(|leaf| leaf.0).collect()
    }

    /// Whether another of the peers has the same score.
    fn shares_its_rank(&self) -> bool {
        let score = |group: usize| self.batch.overall(group);
        let own = score(self.group);
        self.peers
            .groups
            .iter()
            .filter(|&&peer| peer != self.group)
            .any(|&peer| own.zip(score(peer)).is_some_and(|(own, peer)| self.reader.same(own, peer)))
    }
}
