//! The first page: one bold sentence and three bullets.

use super::{Change, MergedPast, View, merged};
use crate::comparison::{Measure, Merger, Quarter, Scan, Spread};
use crate::language::report::council::{self as say, Lead, Place, Stage};
use crate::language::report::ends::{self, Kind};
use crate::language::report::{change as say_change, merger as say_merger, part_of};
use crate::report::document::{Block, Inline};
use crate::report::ends::{End, Gap};
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
        let (as_high, others) = (view.as_high(), spread.councils - 1);
        if as_high == others {
            return Some(say::as_high_as_all(l, others, &median));
        }
        return Some(say::rank(l, standing.rank?, as_high > 0, spread.councils, &median));
    }
    let quarter = view.batch.quarter(view.group, &view.peers);
    let place = match (reader.side(score, spread.median), quarter) {
        (1, Some(Quarter::Highest)) => Place::HighestQuarter,
        (1, _) => Place::Above,
        (-1, Some(Quarter::Lowest)) => Place::LowestQuarter,
        (-1, _) => Place::Below,
        _ => Place::Around,
    };
    Some(say::place(l, place, spread.councils, &median))
}

/// The strongest dimension, and the one furthest behind the peers or else the weakest. Dimensions that are all the same
/// have no strongest and no weakest, but some of them may lie furthest behind.
fn extremes(view: &View<'_>) -> Vec<Inline> {
    let (reader, l) = (&view.reader, view.reader.l);
    let firm = view.firm_leaves();
    let behind = furthest_behind(view, &firm);
    let mut bullets = Vec::new();
    if let Some(ends) = reader.ends(&firm) {
        bullets.push(bullet(say::strongest(l), at_end(view, &ends.highest)));
        bullets.push(behind.unwrap_or_else(|| bullet(say::weakest(l), at_end(view, &ends.lowest))));
    } else {
        bullets.extend(behind);
    }
    let thin = view.thin_leaves();
    if !bullets.is_empty() && !thin.is_empty() {
        // Nobody knows at which of the ends it would lie.
        let thin = reader.sharing(Kind::Dimensions, &reader.dimensions(&thin));
        bullets.push(ends::on_few_answers(l, &thin).into());
    }
    all_the_same(view).into_iter().chain(bullets).collect()
}

/// Where everything with a score has the same.
fn all_the_same(view: &View<'_>) -> Option<Inline> {
    let reader = &view.reader;
    let scores: Vec<f64> = view.scored_leaves().into_iter().map(|leaf| leaf.1).collect();
    let (first, others) = scores.split_first()?;
    let same = others.iter().all(|score| reader.looks_same(*score, *first));
    same.then(|| say::all_the_same(reader.l, &reader.number(*first)).into())
}

/// The dimensions furthest behind the peers, if that is clear: one with its median, or each with its own.
fn furthest_behind(view: &View<'_>, firm: &[(usize, f64)]) -> Option<Inline> {
    let (reader, l) = (&view.reader, view.reader.l);
    let beside = |&(dimension, score): &(usize, f64)| {
        let median = view.spread(Measure::Dimension(dimension)).ok()?.median;
        Some(Gap { of: (dimension, score, median), low: score, high: median })
    };
    let gaps: Vec<Gap<(usize, f64, f64)>> = firm.iter().filter_map(beside).collect();
    let mut behind = reader.widest(&gaps);
    // Where all are as far behind, none is the furthest.
    if behind.len() == gaps.len() {
        return None;
    }
    behind.retain(|&(_, score, median)| reader.side(score, median) < 0);
    let text = match behind.as_slice() {
        [] => return None,
        &[(only, score, median)] => {
            let numbers = (reader.number(score), reader.number(median));
            say::dimensions_at(l, reader.dimension(only), &numbers.0, Some(&numbers.1))
        }
        several => {
            let one = |&(dimension, score, median): &(usize, f64, f64)| {
                say::beside_median(l, reader.dimension(dimension), &reader.number(score), &reader.number(median))
            };
            format!("{}.", reader.sharing(Kind::Dimensions, &several.iter().map(one).collect::<Vec<_>>()))
        }
    };
    Some(bullet(say::furthest_behind(l), text))
}

/// The dimensions at an end, with the median where it is one.
fn at_end(view: &View<'_>, end: &End<usize>) -> String {
    let reader = &view.reader;
    let median = match end.who.as_slice() {
        [only] => view.spread(Measure::Dimension(*only)).ok().map(|spread| reader.number(spread.median)),
        _ => None,
    };
    let names = reader.sharing(Kind::Dimensions, &reader.dimensions(&end.who)).to_string();
    say::dimensions_at(reader.l, &names, &reader.at(end), median.as_deref())
}

fn bullet(label: &str, text: String) -> Inline {
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
            let text = say_change::from_to(l, &before, &now, &reader.change(delta), reader.direction(delta, firm));
            let scope = say_change::scope_in_short(l, &view.scope(&[previous], common));
            let taken_in = merged::taken_in(view).map(|taken_in| format!(" {taken_in}")).unwrap_or_default();
            (previous, format!("{text}.{scope}{taken_in}"))
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
            let text = say_change::from_to(l, &before, &now, &reader.change(delta), direction);
            let was = say_merger::was_before(l, &merged::names(l, view.batch, &merger.before));
            let scope = say_change::scope_in_short(l, &view.scope(&merger.before, &change.common));
            format!("{text}. {was}{scope}")
        }
        MergedPast::Withheld => {
            let was = say_merger::was_before(l, &merged::names(l, view.batch, &merger.before));
            format!("{} {was}", say_change::withheld_short(l))
        }
        MergedPast::Unknown => merged::why_not(l, view.batch, merger),
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
    fn scored_leaves(&self) -> Vec<(usize, f64)> {
        let score = |index: usize| self.card.dimensions[index].outcome.score();
        self.reader.leaves().filter_map(|index| Some((index, score(index)?))).collect()
    }

    /// Those of them that can be singled out: enough was answered to say where they stand.
    pub(super) fn firm_leaves(&self) -> Vec<(usize, f64)> {
        let is_firm = |leaf: &(usize, f64)| self.card.dimensions[leaf.0].coverage.bears_a_stage(self.reader.q);
        self.scored_leaves().into_iter().filter(is_firm).collect()
    }

    /// And the others.
    pub(super) fn thin_leaves(&self) -> Vec<usize> {
        let firm = self.firm_leaves();
        let leaves = self.scored_leaves().into_iter().map(|leaf| leaf.0);
        leaves.filter(|leaf| firm.iter().all(|one| one.0 != *leaf)).collect()
    }

    /// How many of the other peers have the same score.
    fn as_high(&self) -> usize {
        let score = |group: usize| self.batch.overall(group);
        let same =
            |peer: usize| score(self.group).zip(score(peer)).is_some_and(|(own, peer)| self.reader.same(own, peer));
        self.peers.groups().iter().filter(|&&peer| peer != self.group && same(peer)).count()
    }
}
