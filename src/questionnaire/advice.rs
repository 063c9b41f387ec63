//! Advice: think big, act small, with a time box and a rule when to stop.

use super::shape;
use super::text::{Tag, Text, text};
use crate::diagnostics::{Diagnostics, FileFinding, Remark};
use crate::source::Span;
use crate::yaml::Node;
use crate::yaml::shape::Bounds;

/// What to do when the answer to a question is low.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// It applies to a score of the question below this; on the scale of the questionnaire.
    pub below: f64,
    /// Where it should lead.
    pub think_big: Text,
    /// The first bounded step.
    pub act_small: Text,
    /// What it takes.
    pub kind: Option<AdviceKind>,
    /// How long the step may take.
    pub weeks: Option<u32>,
    /// When to stop.
    pub stop_when: Option<Text>,
    /// Where its bound stands, for later complaints.
    pub span: Span,
}

/// What a piece of advice takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdviceKind {
    /// A bounded trial.
    Pilot,
    /// Learning something.
    Skills,
    /// Someone who knows.
    Expertise,
    /// A small budget.
    Budget,
}

/// The words for them.
pub(super) const KINDS: [(&str, AdviceKind); 4] = [
    ("pilot", AdviceKind::Pilot),
    ("skills", AdviceKind::Skills),
    ("expertise", AdviceKind::Expertise),
    ("budget", AdviceKind::Budget),
];

/// Reads `advice:`, from the lowest bound up, on a scale to `highest`.
pub(super) fn advice(node: &Node, highest: f64, languages: &[Tag], out: &mut Diagnostics) -> Vec<Advice> {
    let items = node.some_items(out).unwrap_or_default();
    let mut list: Vec<Advice> = Vec::new();
    for item in items {
        let Some(new) = one(item, highest, languages, out) else { continue };
        // Of two with one bound the second would never be shown.
        match (list.iter().find(|known| known.below == new.below), item.field("below")) {
            (Some(first), Some(below)) => {
                let finding = FileFinding::DuplicateKey(format!("below: {}", new.below));
                out.add_related(below.span, finding, first.span, Remark::FirstUsedHere);
            }
            _ => list.push(new),
        }
    }
    list.sort_by(|a, b| a.below.total_cmp(&b.below));
    list
}

fn one(node: &Node, highest: f64, languages: &[Tag], out: &mut Diagnostics) -> Option<Advice> {
    let mut fields = node.fields_of(&shape::ADVICE, out)?;
    // Above the scale it would be given to those who have nothing left to win.
    let on_scale = Bounds { lowest: Some(0.0), above: true, highest: highest.is_finite().then_some(highest) };
    let below_node = fields.get("below", out);
    let below = below_node.and_then(|node| node.number_in(on_scale, out));
    let think_big = fields.get("think_big", out).and_then(|node| text(node, languages, out));
    let act_small = fields.get("act_small", out).and_then(|node| text(node, languages, out));
    let kind = fields.word("kind", &KINDS, out);
    let weeks = fields.whole("weeks", out);
    let stop_when = fields.get("stop_when", out).and_then(|node| text(node, languages, out));
    fields.finish(out);
    let weeks = weeks.map(|weeks| weeks as u32);
    let span = below_node?.span;
    Some(Advice { below: below?, think_big: think_big?, act_small: act_small?, kind, weeks, stop_when, span })
}
