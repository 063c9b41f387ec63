//! Golden tests: answers with the scores they must give, kept in the questionnaire itself.
//!
//! Their shape is read here, and what they name is looked up, so that one run tells of that too where other parts of the
//! file are wrong. Whoever knows answers binds them, whoever knows scores runs them.

use super::announced::Announced;
use super::axis::Axes;
use super::names::{CONSENSUS, Known, refer, refer_text};
use super::read::Roles;
use super::scale::Stage;
use super::shape::{self, SCAN};
use crate::diagnostics::{Diagnostics, ShapeFinding, Thing};
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
    /// The answers.
    pub answers: GoldenAnswers,
}

/// What a respondent of a golden test answers.
#[derive(Clone, Debug)]
pub enum GoldenAnswers {
    /// Wherever there is an option of this value, that one: `{every: 2}`.
    Every(f64),
    /// Answers by column, as in an answers file.
    Each(Node),
}

/// What stands for the stage where there is none.
pub const NO_STAGE: &str = "none";

/// What golden tests may name, as far as it could be read.
pub(super) struct Names<'a> {
    pub(super) axes: &'a Axes,
    pub(super) roles: &'a Roles,
    /// Nothing where not all of them could be told.
    pub(super) questions: Option<&'a Announced>,
    /// Nothing where not all of them could be read.
    pub(super) stages: Option<&'a [Stage]>,
}

/// Reads `tests:`.
pub(super) fn tests(node: &Node, names: &Names<'_>, out: &mut Diagnostics) -> Vec<GoldenTest> {
    let items = node.items(out).unwrap_or_default();
    items.iter().filter_map(|item| names.test(item, out)).collect()
}

impl Names<'_> {
    fn test(&self, node: &Node, out: &mut Diagnostics) -> Option<GoldenTest> {
        let mut fields = node.fields_of(&shape::TEST, out)?;
        let name = fields.text("name", out).map(str::to_owned);
        let span = fields.value_span("name");
        let respondents = match fields.get("respondents", out) {
            Some(list) => {
                let items = list.some_items(out).unwrap_or_default();
                items.iter().filter_map(|item| self.respondent(item, out)).collect()
            }
            None => self.alone(&mut fields, out).into_iter().collect(),
        };
        let expect = fields.get("expect", out).and_then(|node| self.expected(node, out));
        fields.finish(out);
        Some(GoldenTest { name: name?, span: span?, respondents, expect: expect? })
    }

    fn respondent(&self, node: &Node, out: &mut Diagnostics) -> Option<GoldenRespondent> {
        let mut fields = node.fields_of(&shape::RESPONDENT, out)?;
        let respondent = self.alone(&mut fields, out);
        fields.finish(out);
        respondent
    }

    fn alone(&self, fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<GoldenRespondent> {
        let role = fields.get("role", out);
        if let Some(node) = role {
            let known = self.roles.known();
            refer(node, Thing::Role, Known { ids: known.ids.chain([CONSENSUS]), complete: known.complete }, out);
        }
        let quick = fields.word("scan", &SCAN, out).unwrap_or(false);
        let answers = self.answers(fields.get("answers", out)?, out)?;
        Some(GoldenRespondent { role: role.cloned(), quick, answers })
    }

    fn answers(&self, node: &Node, out: &mut Diagnostics) -> Option<GoldenAnswers> {
        let entries = node.entries(out)?;
        if let [only] = entries
            && only.key.text == "every"
        {
            return only.value.number(out).map(GoldenAnswers::Every);
        }
        if let Some(questions) = self.questions {
            for key in entries.iter().map(|entry| &entry.key).filter(|key| questions.place(&key.text).is_none()) {
                refer_text(&key.text, key.span, Thing::Question, questions.known(), out);
            }
        }
        Some(GoldenAnswers::Each(node.clone()))
    }

    /// What must come out; a test that expects nothing would always pass.
    fn expected(&self, node: &Node, out: &mut Diagnostics) -> Option<Vec<Entry>> {
        let entries = node.entries(out)?;
        if entries.is_empty() {
            out.add(node.span, ShapeFinding::EmptyList);
        }
        for Entry { key, value } in entries {
            match key.text.as_str() {
                "stage" if value.text(out).is_some_and(|text| text != NO_STAGE) => {
                    let ids = self.stages.unwrap_or_default().iter().map(|stage| stage.id.as_str());
                    refer(value, Thing::Stage, Known { ids, complete: self.stages.is_some() }, out);
                }
                "routed_out" => {
                    let items = value.items(out).unwrap_or_default();
                    let known = self.questions.map(Announced::questions);
                    for (item, known) in items.iter().filter_map(|item| Some((item, known.clone()?))) {
                        refer(item, Thing::Question, known, out);
                    }
                }
                figure if shape::EXPECT.fields.iter().any(|field| field.name == figure) => {}
                id if self.axes.named(id).is_some() => {}
                id => {
                    let Known { ids, complete } = self.axes.known();
                    // What is no dimension may be one of the others, misspelt.
                    let ids = shape::EXPECT.fields.iter().map(|field| field.name).chain(ids);
                    refer_text(id, key.span, Thing::Dimension, Known { ids, complete }, out);
                }
            }
        }
        Some(entries.to_vec())
    }
}
