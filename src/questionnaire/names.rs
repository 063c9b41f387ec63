//! Ids: their form, the reserved ones, and that none is used twice.

use std::collections::HashMap;

use crate::diagnostics::{Diagnostics, Form, NameFinding, Remark, ShapeFinding, Thing, nearest};
use crate::source::Span;
use crate::yaml::Node;

/// Columns of tables of answers and scores; no dimension, question or role may have such a name.
pub const RESERVED_COLUMNS: [&str; 22] = [
    "council",
    "name",
    "wave",
    "respondent",
    "role",
    "scan",
    "questionnaire",
    "overall",
    "coverage",
    "stage",
    "rank",
    "percentile",
    "respondents",
    "peers",
    "delta",
    "delta_like_for_like",
    "pooled",
    "step",
    "all",
    "any",
    "not",
    "every",
];

/// Words that mean something of their own in an answer; no choice may have such an id.
pub const RESERVED_ANSWERS: [&str; 5] = ["na", "?", "none", "dont-know", "not-applicable"];

/// Letters, digits, `-` and `_`, starting with a letter or digit, at most 64 characters.
pub fn is_id(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Reads an id: of the right form, and not a word that other YAML readers take for true or false.
pub(super) fn id(node: &Node, out: &mut Diagnostics) -> Option<String> {
    let text = node.text(out)?;
    if !is_id(text) {
        out.add(
            node.span,
            NameFinding::Malformed {
                form: Form::Id,
                found: text.to_owned(),
            },
        );
        return None;
    }
    if node.scalar().is_some_and(|scalar| scalar.is_ambiguous()) {
        out.add(node.span, ShapeFinding::Ambiguous(text.to_owned()));
        return None;
    }
    Some(text.to_owned())
}

/// Ids that must differ from each other.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    seen: HashMap<String, Span>,
}

impl Names {
    /// Reads an id that is new among these.
    pub(super) fn new_id(&mut self, node: &Node, thing: Thing, out: &mut Diagnostics) -> Option<String> {
        let id = id(node, out)?;
        if let Some(first) = self.seen.get(&id) {
            out.add_related(
                node.span,
                NameFinding::DuplicateId { thing, id },
                *first,
                Remark::FirstUsedHere,
            );
            return None;
        }
        self.seen.insert(id.clone(), node.span);
        Some(id)
    }

    /// Reads an id that becomes a column of tables: new, and not reserved.
    pub(super) fn new_column_id(&mut self, node: &Node, thing: Thing, out: &mut Diagnostics) -> Option<String> {
        let id = self.new_id(node, thing, out)?;
        if RESERVED_COLUMNS.contains(&id.as_str()) || id.starts_with("coverage_") {
            out.add(node.span, NameFinding::ReservedId(id));
            return None;
        }
        Some(id)
    }
}

/// Finds what a reference means among the known ids, or reports it with the nearest of them.
pub(super) fn refer<'a>(
    node: &Node,
    thing: Thing,
    known: impl Iterator<Item = &'a str> + Clone,
    out: &mut Diagnostics,
) -> Option<usize> {
    let text = node.text(out)?;
    refer_text(text, node.span, thing, known, out)
}

/// [`refer`] for a word that stands elsewhere than in a node, such as a key.
pub(super) fn refer_text<'a>(
    text: &str,
    span: Span,
    thing: Thing,
    known: impl Iterator<Item = &'a str> + Clone,
    out: &mut Diagnostics,
) -> Option<usize> {
    let found = known.clone().position(|id| id == text);
    if found.is_none() {
        let finding = NameFinding::Unknown {
            thing,
            id: text.to_owned(),
            suggestion: nearest(text, known.clone()),
            known: known.map(str::to_owned).collect(),
        };
        out.add(span, finding);
    }
    found
}
