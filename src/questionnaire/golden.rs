//! Golden tests: answers with the scores they must give, kept in the questionnaire itself.
//!
//! Only their shape is read here; whoever knows answers binds them, whoever knows scores runs them.

use super::shape::{self, SCAN};
use crate::diagnostics::Diagnostics;
use crate::source::Span;
use crate::yaml::{Entry, Fields, Node};

/// One golden test.
#[derive(Clone, Debug)]
pub struct GoldenTest {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// Who answered what.
    pub respondents: Vec<GoldenRespondent>,
    /// What must come out, by name: `overall`, a dimension, `stage`, `coverage`, `step`, `routed_out`.
    pub expect: Vec<Entry>,
}

/// The answers of one respondent of a golden test.
#[derive(Clone, Debug)]
pub struct GoldenRespondent {
    /// The role, with its place.
    pub role: Option<Node>,
    /// Whether only the quick scan was asked.
    pub quick: bool,
    /// The answers, as in an answers file, or `{every: STEP}`.
    pub answers: Node,
}

/// Reads `tests:`.
pub(super) fn tests(node: &Node, out: &mut Diagnostics) -> Vec<GoldenTest> {
    let items = node.items(out).unwrap_or_default();
    items.iter().filter_map(|item| one(item, out)).collect()
}

fn one(node: &Node, out: &mut Diagnostics) -> Option<GoldenTest> {
    let mut fields = node.fields_of(&shape::TEST, out)?;
    let name = fields.text("name", out).map(str::to_owned);
    let span = fields.value_span("name");
    let respondents = match fields.get("respondents", out) {
        Some(list) => {
            let items = list.some_items(out).unwrap_or_default();
            items.iter().filter_map(|item| respondent(item, out)).collect()
        }
        None => alone(&mut fields, out).into_iter().collect(),
    };
    let expect = fields.get("expect", out).and_then(|node| node.entries(out)).map(<[Entry]>::to_vec);
    fields.finish(out);
    Some(GoldenTest { name: name?, span: span?, respondents, expect: expect? })
}

fn respondent(node: &Node, out: &mut Diagnostics) -> Option<GoldenRespondent> {
    let mut fields = node.fields_of(&shape::RESPONDENT, out)?;
    let respondent = alone(&mut fields, out);
    fields.finish(out);
    respondent
}

fn alone(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<GoldenRespondent> {
    let role = fields.get("role", out).cloned();
    let quick = fields.word("scan", &SCAN, out).unwrap_or(false);
    let answers = fields.get("answers", out)?.clone();
    Some(GoldenRespondent { role, quick, answers })
}
