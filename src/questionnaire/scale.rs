//! The scale: its highest score and the named stages on it.

use super::names::Names;
use super::text::{Tag, Text, text};
use crate::diagnostics::{Diagnostics, ModelFinding, Remark, Thing};
use crate::yaml::Node;

/// The scale of every score: from 0 to `max`.
#[derive(Clone, Debug)]
pub struct Scale {
    /// The highest score; 0.01 to 1000, so that scores compare exactly at twelve decimals.
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

impl Scale {
    /// Index of the highest stage whose lower bound is at or under `score`; both must be rounded alike by the caller.
    pub fn stage_at(&self, score: f64) -> Option<usize> {
        self.stages.iter().rposition(|stage| stage.from <= score)
    }
}

/// Reads `scale:`.
pub(super) fn scale(node: &Node, languages: &[Tag], out: &mut Diagnostics) -> Option<Scale> {
    let mut fields = node.fields(out)?;
    let max = fields
        .required("max", out)
        .and_then(|node| node.number_where(|max| (0.01..=1000.0).contains(&max), "0.01–1000", out));
    let mut names = Names::default();
    let mut stages: Vec<Stage> = Vec::new();
    let mut last = None;
    let items = fields.optional("stages").and_then(|node| node.some_items(out));
    for (index, node) in items.unwrap_or_default().iter().enumerate() {
        let Some(mut fields) = node.fields(out) else { continue };
        let id = fields
            .required("id", out)
            .and_then(|node| names.new_id(node, Thing::Stage, out));
        let from_node = fields.required("from", out);
        let allowed = max.map_or("≥ 0".to_owned(), |max| format!("0–{max}"));
        let in_scale = |from| from >= 0.0 && max.is_none_or(|max| from <= max);
        let from = from_node.and_then(|node| node.number_where(in_scale, &allowed, out));
        let title = fields
            .required("title", out)
            .and_then(|node| text(node, languages, out));
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
