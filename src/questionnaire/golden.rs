//! Golden tests: answers with the scores they must give, kept in the questionnaire itself.
//!
//! Only their shape is read here; whoever knows answers binds them, whoever knows scores runs them.

use crate::diagnostics::Diagnostics;
use crate::source::Span;
use crate::yaml::{Entry, Node};

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
    let mut fields = node.fields(out)?;
    let name_node = fields.required("name", out);
    let name = name_node.and_then(|node| node.text(out)).map(str::to_owned);
    let respondents = match fields.optional("respondents") {
        Some(list) => {
            let items = list.some_items(out).unwrap_or_default();
            items.iter().filter_map(|item| respondent(item, out)).collect()
        }
        None => alone(&mut fields, out).into_iter().collect(),
    };
    let expect = fields.required("expect", out).and_then(|node| node.entries(out)).map(<[Entry]>::to_vec);
    fields.finish(out);
    Some(GoldenTest { name: name?, span: name_node?.span, respondents, expect: expect? })
}

fn respondent(node: &Node, out: &mut Diagnostics) -> Option<GoldenRespondent> {
    let mut fields = node.fields(out)?;
    let respondent = alone(&mut fields, out);
    fields.finish(out);
    respondent
}

fn alone(fields: &mut crate::yaml::Fields<'_>, out: &mut Diagnostics) -> Option<GoldenRespondent> {
    let role = fields.optional("role").cloned();
    let words = [("full", false), ("quick", true)];
    let quick = fields.optional("scan").and_then(|node| node.word(&words, out)).unwrap_or(false);
    let answers = fields.required("answers", out)?.clone();
    Some(GoldenRespondent { role, quick, answers })
}
