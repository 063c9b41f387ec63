//! The targets that a report is measured by: a profile of the questionnaire, or those a council chose itself, from a file
//! of their own.

use super::Questionnaire;
use super::names::{Known, refer_text};
use super::read::is_format;
use super::target::Target;
use super::text::{Tag, Text, text};
use crate::diagnostics::{Diagnostics, ModelFinding, ShapeFinding, Thing};
use crate::yaml::shape::{Bounds, Kind, Rest, Shape, optional, required};
use crate::yaml::{Node, Value};

/// The first line of a file of targets.
const FORMAT: &str = "targets/1";

/// A file of targets.
pub static OWN_TARGETS: Shape = Shape {
    name: "targets",
    fields: &[
        required("peil", Kind::Format(FORMAT)),
        optional("council", Kind::Name),
        optional("dimensions", Kind::Map(&WISHES)),
        optional("questions", Kind::Map(&WISHES)),
    ],
    ..Shape::EMPTY
};

static WISHES: Shape =
    Shape { name: "wishes", rest: Some(Rest { key: Kind::Reference, value: Kind::Map(&WISH) }), ..Shape::EMPTY };

static WISH: Shape = Shape {
    name: "wish",
    fields: &[
        required("target", Kind::Number(Bounds { lowest: Some(0.0), above: false, highest: None })),
        required("reason", Kind::Either(&[Kind::Text, Kind::Translated])),
    ],
    ..Shape::EMPTY
};

/// Where a council wants to stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Targets {
    /// The profile they are; `None` where the council chose for itself.
    pub profile: Option<Text>,
    /// The id of the council that chose; `None` where it is not said.
    pub council: Option<String>,
    /// One for each dimension or question that has one, in the order of the file.
    pub wishes: Vec<Wish>,
}

/// Where to stand on something, and why there.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// On what.
    pub on: On,
    /// The score, from 0 to the highest of the scale.
    pub score: f64,
    /// Why there and not higher or lower: a choice, which the report repeats.
    pub reason: Text,
}

/// What a target is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// A dimension, by index.
    Dimension(usize),
    /// A scored question, or half of one, by index of the item.
    Item(usize),
}

impl Targets {
    /// Those of a profile.
    pub fn of_profile(target: &Target) -> Targets {
        let wish = |aim: &super::target::Aim| Wish {
            on: On::Dimension(aim.dimension),
            score: aim.score,
            reason: aim.reason.clone(),
        };
        Targets { profile: Some(target.title.clone()), council: None, wishes: target.aims.iter().map(wish).collect() }
    }

    /// The target of something.
    pub fn on(&self, on: On) -> Option<f64> {
        self.wishes.iter().find(|wish| wish.on == on).map(|wish| wish.score)
    }
}

/// Reads a file of targets for a questionnaire. `Some` only when nothing is wrong with it.
pub fn read_targets(node: &Node, q: &Questionnaire, out: &mut Diagnostics) -> Option<Targets> {
    read(node, Some(q), out)
}

/// Reports what is wrong with a file of targets whatever questionnaire it is for: which dimensions and questions there
/// are, and how far the scale goes, is not known.
pub fn check_targets(node: &Node, out: &mut Diagnostics) {
    read(node, None, out);
}

fn read(node: &Node, q: Option<&Questionnaire>, out: &mut Diagnostics) -> Option<Targets> {
    let mut fields = node.fields_of(&OWN_TARGETS, out)?;
    if !is_format(&mut fields, FORMAT, out) {
        return None;
    }
    let council = fields.get("council", out).and_then(|node| node.text(out)).map(str::to_owned);
    let dimensions = q.map(|q| q.dimensions.iter().map(|dimension| dimension.id.as_str()).collect::<Vec<&str>>());
    let items = q.map(|q| q.items.iter().map(|item| item.id.as_str()).collect::<Vec<&str>>());
    let mut wishes = Vec::new();
    if let Some(node) = fields.get("dimensions", out) {
        wishes.extend(part(node, Thing::Dimension, dimensions.as_deref(), On::Dimension, q, out));
    }
    if let Some(node) = fields.get("questions", out) {
        wishes.extend(part(node, Thing::Question, items.as_deref(), On::Item, q, out));
    }
    fields.finish(out);
    let entries =
        |field| node.field(field).is_some_and(|node| matches!(&node.value, Value::Map(all) if !all.is_empty()));
    if !entries("dimensions") && !entries("questions") && !out.has_errors_in(node.span.file) {
        out.add(node.span, ShapeFinding::EmptyList);
    }
    (!out.has_errors_in(node.span.file)).then_some(Targets { profile: None, council, wishes })
}

/// The targets of the dimensions, or of the questions, of which the ids are given where they are known.
fn part(
    node: &Node,
    thing: Thing,
    ids: Option<&[&str]>,
    on: fn(usize) -> On,
    q: Option<&Questionnaire>,
    out: &mut Diagnostics,
) -> Vec<Wish> {
    let mut wishes = Vec::new();
    let Some(entries) = node.entries(out) else { return wishes };
    for entry in entries {
        let known = Known { ids: ids.unwrap_or_default().iter().copied(), complete: ids.is_some() };
        let found = refer_text(&entry.key.text, entry.key.span, thing, known, out);
        let Some(mut fields) = entry.value.fields_of(&WISH, out) else { continue };
        let on_scale = Bounds { lowest: Some(0.0), above: false, highest: q.map(|q| q.scale.max) };
        let score = fields.get("target", out).and_then(|node| node.number_in(on_scale, out));
        let reason = fields.get("reason", out).and_then(|node| reason(node, q, out));
        fields.finish(out);
        if let (Some(index), Some(score), Some(reason)) = (found, score, reason) {
            wishes.push(Wish { on: on(index), score, reason });
        }
    }
    wishes
}

/// A council may write in one language what its questionnaire says in several.
fn reason(node: &Node, q: Option<&Questionnaire>, out: &mut Diagnostics) -> Option<Text> {
    let languages = q.map(|q| q.languages.as_slice()).unwrap_or_default();
    let first = languages.first().cloned();
    match &node.value {
        Value::Map(entries) if entries.is_empty() => {
            out.add(node.span, ModelFinding::NoText);
            None
        }
        Value::Map(entries) => {
            let written: Vec<Tag> = entries.iter().filter_map(|entry| Tag::parse(&entry.key.text)).collect();
            text(node, if written.is_empty() { languages } else { &written }, out)
        }
        _ => text(node, first.as_slice(), out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [nl, en]\n\
        title: {nl: T, en: T}\nscale: {max: 4}\n\
        axes: [{id: a, title: {nl: A, en: A}, dimensions: [{id: delen, title: {nl: D, en: D}}]}]\nquestions:\n\
        \x20 - {id: v, at: {a: delen}, ask: {nl: V, en: Q}, type: rating, from: 0, to: 4, paper_and_practice: true}\n\
        \x20 - {id: w, at: {a: delen}, ask: {nl: W, en: W}, type: text}\n";

    fn read(text: &str) -> (Option<Targets>, Vec<(&'static str, u32, u32)>) {
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let file = sources.add("t.yaml", QUESTIONNAIRE);
        let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
        let q = crate::questionnaire::parse(&node, &mut out).expect("a questionnaire");
        let file = sources.add("doelen.yaml", text);
        let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
        let read = read_targets(&node, &q, &mut out);
        let place = |found: &&crate::diagnostics::Diagnostic| {
            let at = sources.position(found.span);
            (found.code().id(), at.line.get(), at.column.get())
        };
        (read, out.sorted().iter().map(place).collect())
    }

    #[test]
    fn a_council_chooses_for_dimensions_and_questions_in_one_language_or_more() {
        let (targets, found) = read(
            "peil: targets/1\ncouncil: \"41048\"\ndimensions:\n  delen: {target: 3, reason: Met de buren.}\nquestions:\n\
             \x20 v.paper: {target: 1.5, reason: {nl: Bewust laag., en: Low on purpose.}}\n",
        );
        assert_eq!(found, []);
        let targets = targets.expect("targets");
        assert_eq!(targets.council.as_deref(), Some("41048"));
        assert_eq!((targets.on(On::Dimension(0)), targets.on(On::Item(0))), (Some(3.0), Some(1.5)));
        assert_eq!(targets.on(On::Item(1)), None);
        assert_eq!(targets.wishes[0].reason.get("en"), "Met de buren.");
        assert_eq!(targets.wishes[1].reason.get("en"), "Low on purpose.");
    }

    #[test]
    fn what_is_wrong_with_a_file_is_found_at_its_place() {
        let cases = [
            ("peil: answers/1\n", ("unknown-format", 1, 7)),
            ("peil: targets/1\n", ("empty-list", 1, 1)),
            ("peil: targets/1\ndimensions:\n  deelen: {target: 3, reason: R}\n", ("unknown-reference", 3, 3)),
            ("peil: targets/1\ndimensions:\n  delen: {target: 5, reason: R}\n", ("out-of-range", 3, 19)),
            ("peil: targets/1\ndimensions:\n  delen: {target: 3}\n", ("missing-field", 3, 10)),
            ("peil: targets/1\ndimensions:\n  delen: {target: 3, reason: {}}\n", ("missing-text", 3, 30)),
            ("peil: targets/1\nquestions:\n  w: {target: 3, reason: R}\n", ("unknown-question", 3, 3)),
            ("peil: targets/1\nquestions:\n  v.paper: {target: 3, reason: R, why: X}\n", ("unknown-field", 3, 35)),
        ];
        for (text, expected) in cases {
            let (targets, found) = read(text);
            assert_eq!((targets, found.as_slice()), (None, &[expected][..]), "{text}");
        }
    }
}
