//! Ids: their form, the reserved ones, and that none is used twice.

use std::collections::HashMap;

use crate::diagnostics::{
    Diagnostics, Form, Known as Among, NameFinding, Remark, ShapeFinding, Thing, nearest, without_unseen,
};
use crate::source::Span;
use crate::yaml::Node;

/// Columns of tables of answers and scores; no dimension, question or role may have such a name.
pub const RESERVED_COLUMNS: [&str; 25] = [
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
    "band",
    "shared_questions",
    "pooled",
    "step",
    "all",
    "any",
    "not",
    "every",
    CONSENSUS,
];

/// What stands in the place of a role where all answered together.
pub const CONSENSUS: &str = "consensus";

/// Words that mean something of their own in an answer; no choice may have such an id.
pub const RESERVED_ANSWERS: [&str; 5] = ["na", "?", "none", "dont-know", "not-applicable"];

/// Whether no dimension, question, role or class may be called so.
pub fn is_reserved_column(name: &str) -> bool {
    RESERVED_COLUMNS.contains(&name) || name.starts_with("coverage_")
}

/// Letters, digits, `-` and `_`, starting with a letter or digit, at most 64 characters.
pub fn is_id(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Reads an id: of the right form, and not a word that other YAML readers take for true or false.
pub(super) fn id(node: &Node, out: &mut Diagnostics) -> Option<String> {
    let text = node.text(out)?;
    if !is_id(text) {
        out.add(node.span, NameFinding::Malformed { form: Form::Id, found: text.to_owned() });
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
    /// Where an id was used.
    pub(super) fn place(&self, id: &str) -> Option<Span> {
        self.seen.get(id).copied()
    }

    /// Reads an id that is new among these.
    pub(super) fn new_id(&mut self, node: &Node, thing: Thing, out: &mut Diagnostics) -> Option<String> {
        let id = id(node, out)?;
        if let Some(first) = self.seen.get(&id) {
            out.add_related(node.span, NameFinding::DuplicateId { thing, id }, *first, Remark::FirstUsedHere);
            return None;
        }
        self.seen.insert(id.clone(), node.span);
        Some(id)
    }

    /// Reads an id that becomes a column of tables: new, and not reserved.
    pub(super) fn new_column_id(&mut self, node: &Node, thing: Thing, out: &mut Diagnostics) -> Option<String> {
        let id = self.new_id(node, thing, out)?;
        if is_reserved_column(&id) {
            out.add(node.span, NameFinding::ReservedId(id));
            return None;
        }
        Some(id)
    }
}

/// The id as it stands there, be it wrong: whoever refers to it should not be called wrong as well.
pub(super) fn written(node: Option<&Node>) -> String {
    node.and_then(Node::scalar).map(|scalar| meant(&scalar.text)).unwrap_or_default()
}

/// What was meant by an id, as far as can be told: without curly quotes and characters that cannot be seen.
pub(super) fn meant(id: &str) -> String {
    let seen = without_unseen(id);
    let bare = seen.trim_matches(|c: char| c.is_whitespace() || "“”„‟‘’\"'".contains(c));
    if is_id(bare) { bare.to_owned() } else { id.to_owned() }
}

/// What a reference may mean.
#[derive(Clone)]
pub(super) struct Known<I> {
    /// The ids that could be read.
    pub(super) ids: I,
    /// Whether these are all. If not, the others have been reported and an unknown reference is not: it may mean one of
    /// them.
    pub(super) complete: bool,
}

/// Finds what a reference means among the known ids, or reports it with the nearest of them.
pub(super) fn refer<'a>(
    node: &Node,
    thing: Thing,
    known: Known<impl Iterator<Item = &'a str> + Clone>,
    out: &mut Diagnostics,
) -> Option<usize> {
    let text = node.text(out)?;
    refer_text(text, node.span, thing, known, out)
}

/// A column of the question that was named, or the question without the part that was named.
fn part_or_whole<'a>(text: &str, mut known: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    let is_part = |id: &&str| id.strip_prefix(text).is_some_and(|part| part.starts_with('.'));
    let whole = text.split_once('.').map(|(whole, _)| whole);
    let part = known.clone().find(is_part);
    part.or_else(|| known.find(|id| Some(*id) == whole)).map(str::to_owned)
}

/// [`refer`] for a word that stands elsewhere than in a node, such as a key.
pub(super) fn refer_text<'a>(
    text: &str,
    span: Span,
    thing: Thing,
    known: Known<impl Iterator<Item = &'a str> + Clone>,
    out: &mut Diagnostics,
) -> Option<usize> {
    let found = known.ids.clone().position(|id| id == text);
    if found.is_none() && known.complete {
        let ids = known.ids.clone();
        let suggestion = out
            .within_reason(span.file, ids.clone(), || part_or_whole(text, ids.clone()).or_else(|| nearest(text, ids)));
        let misspelt = suggestion.is_some();
        let known = if misspelt { Among::default() } else { Among::of(known.ids) };
        let finding = NameFinding::Unknown { thing, id: text.to_owned(), suggestion, known };
        if misspelt {
            out.add(span, finding);
        } else {
            // What is meant is not there at all: one problem, however many places refer to it.
            out.add_first(span, finding);
        }
    }
    found
}
