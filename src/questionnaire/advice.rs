//! Advice: think big, act small, with a time box and a rule when to stop.

use super::shape;
use super::text::{Tag, Text, text};
use crate::diagnostics::Diagnostics;
use crate::sorting;
use crate::source::Span;
use crate::yaml::Node;

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

/// Reads `advice:`, from the lowest bound up.
pub(super) fn advice(node: &Node, languages: &[Tag], out: &mut Diagnostics) -> Vec<Advice> {
    let items = node.some_items(out).unwrap_or_default();
    let one = |item: &Node| one(item, languages, out);
    let mut list: Vec<Advice> = items.iter().filter_map(one).collect();
    sorting::by(&mut list, |a, b| a.below.total_cmp(&b.below));
    list
}

fn one(node: &Node, languages: &[Tag], out: &mut Diagnostics) -> Option<Advice> {
    let mut fields = node.fields_of(&shape::ADVICE, out)?;
    let below = fields.number("below", out);
    let span = fields.value_span("below");
    let think_big = fields.get("think_big", out).and_then(|node| text(node, languages, out));
    let act_small = fields.get("act_small", out).and_then(|node| text(node, languages, out));
    let kind = fields.word("kind", &KINDS, out);
    let weeks = fields.whole("weeks", out);
    let stop_when = fields.get("stop_when", out).and_then(|node| text(node, languages, out));
    fields.finish(out);
    let weeks = weeks.map(|weeks| weeks as u32);
    let (below, span) = (below?, span?);
    Some(Advice { below, think_big: think_big?, act_small: act_small?, kind, weeks, stop_when, span })
}
