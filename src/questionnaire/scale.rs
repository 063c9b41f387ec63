//! The scale: its highest score and the named stages on it.

use super::names::Names;
use super::shape;
use super::text::{Tag, Text, text};
use crate::diagnostics::{Diagnostics, ModelFinding, Remark, Thing};
use crate::yaml::Node;
use crate::yaml::shape::Bounds;

/// The scale of every score: from 0 to `max`.
#[derive(Clone, Debug)]
pub struct Scale {
    /// The highest score; above 0, at most a million.
    pub max: f64,
    /// Named bands from low to high; the first starts at 0. Empty when the questionnaire names none.
    pub stages: Vec<Stage>,
}

/// A named band of the mean.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Its id.
    pub id: String,
    /// Its lower bound, inclusive, on the scale.
    pub from: f64,
    /// Its name.
    pub title: Text,
}

/// The highest `max`: scores up to it can be compared at 12 decimals as whole numbers.
pub(super) const HIGHEST_SCALE: f64 = 1e6;

/// Reads `scale:`.
pub(super) fn scale(node: &Node, languages: &[Tag], out: &mut Diagnostics) -> Option<Scale> {
    let mut fields = node.fields_of(&shape::SCALE, out)?;
    let max = fields.number("max", out);
    let mut names = Names::default();
    let mut stages: Vec<Stage> = Vec::new();
    let mut last = None;
    let items = fields.get("stages", out).and_then(|node| node.some_items(out));
    for (index, node) in items.unwrap_or_default().iter().enumerate() {
        let Some(mut fields) = node.fields_of(&shape::STAGE, out) else { continue };
        let id = fields.get("id", out).and_then(|node| names.new_id(node, Thing::Stage, out));
        let from_node = fields.get("from", out);
        let on_scale = Bounds { lowest: Some(0.0), above: false, highest: max };
        let from = from_node.and_then(|node| node.number_in(on_scale, out));
        let title = fields.get("title", out).and_then(|node| text(node, languages, out));
        fields.finish(out);
        if let (Some(from), Some(node)) = (from, from_node) {
            match last {
                None if index == 0 && from != 0.0 => out.add(node.span, ModelFinding::FirstStage),
                Some((before, span)) if from <= before => {
                    out.add_related(node.span, ModelFinding::StageOrder, span, Remark::PreviousStage);
                }
                _ => {}
            }
            last = Some((from, node.span));
        }
        if let (Some(id), Some(from), Some(title)) = (id, from, title) {
            stages.push(Stage { id, from, title });
        }
    }
    fields.finish(out);
    Some(Scale { max: max?, stages })
}
