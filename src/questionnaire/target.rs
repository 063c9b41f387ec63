//! Target profiles: where a council of some kind may want to stand, with a reason for each dimension.

use super::axis::Axes;
use super::names::{Names, refer_text};
use super::shape;
use super::text::{Tag, Text, text};
use crate::diagnostics::{Diagnostics, ShapeFinding, Thing};
use crate::yaml::shape::Bounds;
use crate::yaml::{Node, Value};

/// Where a council of some kind may want to stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// A score and a reason per dimension, by index of the dimension.
    pub aims: Vec<Aim>,
}

/// Where to stand on one dimension, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim {
    /// Index of the dimension.
    pub dimension: usize,
    /// The score, from 0 to the highest of the scale.
    pub score: f64,
    /// Why there and not higher or lower.
    pub reason: Text,
}

/// Reads `targets:`.
pub(super) fn targets(node: &Node, axes: &Axes, max: f64, languages: &[Tag], out: &mut Diagnostics) -> Vec<Target> {
    let mut names = Names::default();
    let mut targets = Vec::new();
    for node in node.some_items(out).unwrap_or_default() {
        let Some(mut fields) = node.fields_of(&shape::TARGET, out) else { continue };
        let id = fields.get("id", out).and_then(|node| names.new_id(node, Thing::Target, out));
        let title = fields.get("title", out).and_then(|node| text(node, languages, out));
        let aims = fields.get("aims", out).map(|node| aims(node, axes, max, languages, out));
        fields.finish(out);
        if let (Some(id), Some(title), Some(aims)) = (id, title, aims) {
            targets.push(Target { id, title, aims });
        }
    }
    targets
}

fn aims(node: &Node, axes: &Axes, max: f64, languages: &[Tag], out: &mut Diagnostics) -> Vec<Aim> {
    let mut aims = Vec::new();
    let entries = node.entries(out).unwrap_or_default();
    if let (Value::Map(_), []) = (&node.value, entries) {
        out.add(node.span, ShapeFinding::EmptyList);
    }
    for entry in entries {
        let refer = || refer_text(&entry.key.text, entry.key.span, Thing::Dimension, axes.known(), out);
        let dimension = axes.named(&entry.key.text).or_else(refer);
        let Some(mut fields) = entry.value.fields_of(&shape::AIM, out) else {
            continue;
        };
        let on_scale = Bounds { lowest: Some(0.0), above: false, highest: max.is_finite().then_some(max) };
        let score = fields.get("score", out).and_then(|node| node.number_in(on_scale, out));
        let reason = fields.get("reason", out).and_then(|node| text(node, languages, out));
        fields.finish(out);
        if let (Some(dimension), Some(score), Some(reason)) = (dimension, score, reason) {
            aims.push(Aim { dimension, score, reason });
        }
    }
    aims
}
