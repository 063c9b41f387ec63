//! The first page of a group: its median and middle half, its ends, and what is left out.

use super::GroupView;
use crate::comparison::{Measure, Spread};
use crate::language::report::{ends::Kind, group as say};
use crate::report::document::{Block, Inline};
use crate::report::ends::{End, Gap};
use crate::scores::Outcome;

pub(super) fn blocks(view: &GroupView<'_>) -> Vec<Block> {
    let (reader, l) = (&view.reader, view.reader.l);
    let scored = view.scored();
    let lead = match view.batch.spread(&view.groups, Measure::Overall) {
        Ok(spread) => say::lead(
            l,
            spread.councils,
            view.respondents(&scored),
            (&reader.number(spread.median), &reader.max()),
            (&reader.number(spread.lower_quartile), &reader.number(spread.upper_quartile)),
        ),
        Err(_) => say::too_few(l, scored.len(), view.minimum()),
    };
    let mut bullets = extremes(view);
    // A card takes long to make, and why there is no score matters only where there is none.
    let without = || view.groups.iter().filter(|&&group| view.score(group).is_none());
    let outcomes = || without().map(|&group| view.batch.card(group).overall.outcome);
    let too_few = outcomes().filter(|outcome| matches!(outcome, Outcome::TooFewAnswers(_))).count();
    let nothing = outcomes().filter(|outcome| matches!(outcome, Outcome::NotApplicable)).count();
    bullets.extend((too_few > 0).then(|| say::without_score(l, too_few).into()));
    bullets.extend((nothing > 0).then(|| say::nothing_applies(l, nothing).into()));
    if view.quick_left_out > 0 {
        bullets.push(say::quick_scans_left_out(l, view.quick_left_out).into());
    }
    bullets.extend(view.reader.shared_questions(view.batch).map(Inline::from));
    let mut blocks = vec![Block::Lead(lead.into())];
    if !bullets.is_empty() {
        blocks.push(Block::Bullets(bullets));
    }
    blocks
}

/// Where the group is strongest, weakest, and furthest apart; of what looks the same nothing is said.
fn extremes(view: &GroupView<'_>) -> Vec<Inline> {
    let (reader, l) = (&view.reader, view.reader.l);
    let spread = |leaf: usize| Some((leaf, view.batch.spread(&view.groups, Measure::Dimension(leaf)).ok()?));
    let spreads: Vec<(usize, Spread)> = reader.leaves().filter_map(spread).collect();
    let by = |measure: fn(&Spread) -> f64| -> Vec<((usize, Spread), f64)> {
        spreads.iter().map(|&(leaf, spread)| ((leaf, spread), measure(&spread))).collect()
    };
    let bullet = |label: &str, text: String| Inline::default().then_strong(label).then(format!(" {text}"));
    let medians = |label: &str, end: &End<(usize, Spread)>| {
        let leaves: Vec<usize> = end.who.iter().map(|(leaf, _)| *leaf).collect();
        let names = reader.sharing(Kind::Dimensions, &reader.dimensions(&leaves));
        bullet(label, say::with_median(l, &names, &reader.at(end)))
    };
    let mut bullets = Vec::new();
    if let Some(ends) = reader.ends(&by(|spread| spread.median)) {
        bullets.push(medians(say::strongest(l), &ends.highest));
        bullets.push(medians(say::weakest(l), &ends.lowest));
    }
    let gap = |&(leaf, spread): &(usize, Spread)| Gap {
        of: (leaf, spread),
        low: spread.lower_quartile,
        high: spread.upper_quartile,
    };
    let widest = reader.widest(&spreads.iter().map(gap).collect::<Vec<_>>());
    if widest.len() < spreads.len() {
        let halves = widest.into_iter().filter_map(|(leaf, spread)| {
            let (low, high) = (spread.lower_quartile, spread.upper_quartile);
            let half = || say::with_half(l, reader.dimension(leaf), &reader.number(low), &reader.number(high));
            (!reader.looks_same(low, high)).then(half)
        });
        let halves: Vec<String> = halves.collect();
        bullets.extend((!halves.is_empty()).then(|| bullet(say::widest(l), say::widest_of(l, &halves))));
    }
    bullets
}
