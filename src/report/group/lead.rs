//! The first page of a group: its median and middle half, its ends, and what is left out.

use super::GroupView;
use crate::comparison::{Measure, Spread};
use crate::language::report::group as say;
use crate::report::document::{Block, Inline};

pub(super) fn blocks(view: &GroupView<'_>) -> Vec<Block> {
    let (reader, l) = (&view.reader, view.reader.l);
    let scored = view.scored().len();
    let lead = match view.batch.spread(&view.groups, Measure::Overall) {
        Ok(spread) => say::lead(
            l,
            spread.councils,
            view.respondents(),
            (&reader.number(spread.median), &reader.max()),
            (&reader.number(spread.lower_quartile), &reader.number(spread.upper_quartile)),
        ),
        Err(_) => say::too_few(l, scored, view.minimum()),
    };
    let mut bullets = extremes(view);
    let without = view.groups.len() - scored;
    if without > 0 {
        bullets.push(say::without_score(l, without).into());
    }
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

/// Where the group is strongest, weakest, and furthest apart.
fn extremes(view: &GroupView<'_>) -> Vec<Inline> {
    let (reader, l) = (&view.reader, view.reader.l);
    let spread = |leaf: usize| Some((leaf, view.batch.spread(&view.groups, Measure::Dimension(leaf)).ok()?));
    let spreads: Vec<(usize, Spread)> = reader.leaves().filter_map(spread).collect();
    if spreads.len() < 2 {
        return Vec::new();
    }
    let width = |spread: &Spread| spread.upper_quartile - spread.lower_quartile;
    let best = |by: &dyn Fn(&Spread) -> f64| {
        spreads.iter().reduce(|best, next| if by(&next.1) > by(&best.1) { next } else { best })
    };
    let bullet = |label: &str, text: String| Inline::default().then_strong(label).then(format!(" {text}"));
    let median =
        |(leaf, spread): &(usize, Spread)| say::with_median(l, reader.dimension(*leaf), &reader.number(spread.median));
    let mut bullets = Vec::new();
    let (highest, lowest) = (best(&|spread| spread.median), best(&|spread| -spread.median));
    if let (Some(high), Some(low)) = (highest, lowest)
        && !reader.looks_same(high.1.median, low.1.median)
    {
        bullets.push(bullet(say::strongest(l), median(high)));
        bullets.push(bullet(say::weakest(l), median(low)));
    }
    if let Some((leaf, spread)) = best(&width) {
        let ends = (reader.number(spread.lower_quartile), reader.number(spread.upper_quartile));
        bullets.push(bullet(say::widest(l), say::with_half(l, reader.dimension(*leaf), &ends.0, &ends.1)));
    }
    bullets
}
