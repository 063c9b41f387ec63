//! Reading one question from its map.

use std::collections::HashMap;

use super::advice::advice;
use super::announced::Announced;
use super::axis::Axes;
use super::choice::{self, List, MOST_CHOICES, Shared};
use super::column::{Column, columns_of};
use super::condition::Earlier;
use super::former;
use super::names::{Known, Names, refer, written};
use super::question::{History, Kind, NotApplicable, Question, Range, Row};
use super::read::Roles;
use super::shape;
use super::text::{Tag, text};
use super::version::version;
use crate::diagnostics::{Diagnostics, FileFinding, ModelFinding, ShapeFinding, Thing};
use crate::sorting;
use crate::yaml::{Fields, Node, Value};

/// What reading a question needs to know about the rest.
pub(super) struct QuestionReader<'a> {
    pub(super) languages: &'a [Tag],
    pub(super) axes: &'a Axes,
    pub(super) roles: &'a Roles,
    pub(super) lists: &'a Shared,
    pub(super) names: Names,
    pub(super) questions: Vec<Question>,
    pub(super) columns: Vec<Column>,
    /// Where the first column of each name stands among them.
    pub(super) places: HashMap<String, usize>,
    /// Per question, whether its kind and choices could be read.
    pub(super) readable: Vec<bool>,
    pub(super) announced: Announced,
    /// Whether the id of some question is wrong.
    pub(super) misnamed: bool,
}

impl QuestionReader<'_> {
    /// Reads one question, the one at `place` in the list, and adds it and its columns.
    pub(super) fn question(&mut self, place: usize, node: &Node, out: &mut Diagnostics) {
        let Some(mut fields) = node.fields_of(&shape::QUESTION, out) else { return };
        let id_node = fields.get("id", out);
        let id = id_node.and_then(|node| self.names.new_column_id(node, Thing::Question, out));
        self.misnamed |= id.is_none();
        let at = fields.get("at", out).and_then(|node| self.axes.place(node, out));
        let ask = fields.get("ask", out).and_then(|node| text(node, self.languages, out));
        let help = fields.get("help", out).and_then(|node| text(node, self.languages, out));
        let (kind, readable) = self.kind(&mut fields, out);
        let when = fields.get("when", out).and_then(|node| self.earlier_than(place).condition(node, out));
        let roles = fields.get("roles", out).and_then(|node| self.roles_asked(node, out));
        let (reverse, quick) = (fields.truth("reverse", out), fields.truth("quick", out));
        let paper_and_practice = fields.truth("paper_and_practice", out);
        let weight = fields.number("weight", out).unwrap_or(1.0);
        let not_applicable =
            fields.get("not_applicable", out).map(|node| not_applicable(node, out)).unwrap_or_default();
        let evidence_from = fields.get("evidence", out).and_then(|node| evidence(node, out));
        let advice = fields.get("advice", out).map(|node| advice(node, self.languages, out)).unwrap_or_default();
        let history = history(&mut fields, out);
        fields.finish(out);
        let span = id_node.map_or(node.span, |node| node.span);
        // A question whose kind or place is wrong still takes its columns, so that conditions on it are not wrong too.
        let question = Question {
            id: id.unwrap_or_else(|| written(id_node)),
            span,
            at: at.unwrap_or_default(),
            ask: ask.unwrap_or_default(),
            help,
            kind: kind.unwrap_or(Kind::Text),
            weight,
            reverse,
            when,
            roles,
            not_applicable,
            evidence_from,
            paper_and_practice,
            quick,
            advice,
            history,
        };
        for column in columns_of(self.questions.len(), &question) {
            self.places.entry(column.id.clone()).or_insert(self.columns.len());
            self.columns.push(column);
        }
        self.questions.push(question);
        self.readable.push(readable);
    }

    fn earlier_than(&self, place: usize) -> Earlier<'_> {
        Earlier {
            questions: &self.questions,
            columns: &self.columns,
            places: &self.places,
            readable: &self.readable,
            announced: &self.announced,
            here: place,
        }
    }

    /// The kind of answer, and whether all of it could be read. Every field of the type is asked for, so that none is
    /// called unknown because another is wrong.
    fn kind(&self, fields: &mut Fields<'_>, out: &mut Diagnostics) -> (Option<Kind>, bool) {
        let Some(word) = fields.case(out) else { return (None, false) };
        let list = matches!(word, "choice" | "multiple" | "grid").then(|| self.choices(fields, out)).flatten();
        let mut readable = list.as_ref().is_none_or(|list| list.complete);
        let kind = match (word, list) {
            ("rating", _) => rating(fields, out),
            ("yes-no", _) => Some(Kind::YesNo),
            ("number", _) => number(fields, out),
            ("text", _) => Some(Kind::Text),
            ("grid", list) => {
                let range = range(fields, out);
                let rows = fields.get("rows", out);
                let rows = rows.map(|node| self.rows(node, list.as_ref(), out));
                list.zip(rows).map(|(list, rows)| {
                    list.require_values(out);
                    let choices = list.choices;
                    Kind::Grid { rows, choices, range }
                })
            }
            ("multiple", list) => list.map(|list| {
                list.require_boxes(out);
                let choices = list.choices;
                Kind::Multiple { choices }
            }),
            (_, list) => {
                let range = range(fields, out);
                list.map(|list| {
                    list.require_values(out);
                    let choices = list.choices;
                    Kind::Choice { choices, range }
                })
            }
        };
        readable &= kind.is_some();
        (kind, readable)
    }

    fn choices(&self, fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<List> {
        let node = fields.get("choices", out)?;
        choice::of_question(node, self.lists, self.languages, out)
    }

    fn rows(&self, node: &Node, list: Option<&List>, out: &mut Diagnostics) -> Vec<Row> {
        // What lies above the highest choice of a row is worth what that is worth: where no choice lies below it, every
        // answer is worth the same.
        let foot = list.and_then(List::foot);
        let mut names = Names::default();
        let mut rows = Vec::new();
        for node in node.some_items(out).unwrap_or_default() {
            let Some(mut fields) = node.fields_of(&shape::ROW, out) else { continue };
            let id_node = fields.get("id", out);
            let id = id_node.and_then(|node| names.new_id(node, Thing::Row, out));
            let title = fields.get("title", out).and_then(|node| text(node, self.languages, out));
            let highest = fields.get("highest", out).zip(list).and_then(|(node, list)| {
                let known =
                    Known { ids: list.choices.iter().map(|choice| choice.id.as_str()), complete: list.complete };
                let found = refer(node, Thing::Choice, known, out)?;
                let choice = &list.choices[found];
                if choice.value.zip(foot).is_some_and(|(value, foot)| value <= foot) {
                    out.add(node.span, ModelFinding::RowWithoutSpread(choice.id.clone()));
                }
                Some(found)
            });
            let history = history(&mut fields, out);
            fields.finish(out);
            let (span, title) = (id_node.map_or(node.span, |node| node.span), title.unwrap_or_default());
            rows.push(Row { id: id.unwrap_or_default(), span, title, highest, history });
        }
        former::check_list(Thing::Row, rows.iter().flat_map(|row| &row.history.was), &names, out);
        rows
    }

    fn roles_asked(&self, node: &Node, out: &mut Diagnostics) -> Option<Vec<usize>> {
        let mut roles: Vec<usize> = Vec::new();
        for item in node.some_items(out)? {
            let Some(role) = refer(item, Thing::Role, self.roles.known(), out) else { continue };
            if roles.contains(&role) {
                out.add(item.span, FileFinding::DuplicateKey(written(Some(item))));
            } else {
                roles.push(role);
            }
        }
        sorting::sort(&mut roles);
        Some(roles)
    }
}

/// The words for what counts as nothing.
pub(super) const RANGES: [(&str, Range); 2] =
    [("from-zero", Range::FromZero), ("lowest-to-highest", Range::LowestToHighest)];
/// The words for whether a question that does not apply needs a reason.
pub(super) const REASONS: [(&str, NotApplicable); 2] =
    [("required", NotApplicable::ReasonRequired), ("optional", NotApplicable::ReasonOptional)];

fn range(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Range {
    fields.word("range", &RANGES, out).unwrap_or_default()
}

fn rating(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<Kind> {
    let (from, to) = (fields.whole("from", out), fields.whole("to", out));
    let (from, to) = (from?, to?);
    if to <= from || to - from >= MOST_CHOICES as i64 {
        let allowed = format!("{}–{}", from + 1, from + MOST_CHOICES as i64 - 1);
        out.add(fields.value_span("to")?, ShapeFinding::OutOfRange { found: to.to_string(), allowed });
        return None;
    }
    Some(Kind::Rating { from, to })
}

fn number(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<Kind> {
    let (from, to) = (fields.number("from", out), fields.number("to", out));
    let (from, to) = (from?, to?);
    if to <= from {
        let finding = ShapeFinding::OutOfRange { found: to.to_string(), allowed: format!("> {from}") };
        out.add(fields.value_span("to")?, finding);
        return None;
    }
    Some(Kind::Number { from, to })
}

fn not_applicable(node: &Node, out: &mut Diagnostics) -> NotApplicable {
    if let Value::Scalar(_) = node.value {
        if let Some(word) = node.scalar().filter(|scalar| ["required", "optional"].contains(&scalar.text.as_str())) {
            let suggestion = format!("{{reason: {}}}", word.text);
            let allowed = ["true", "false", &suggestion].map(str::to_owned).to_vec();
            let word = word.text.clone();
            out.add(node.span, ShapeFinding::UnknownWord { word, allowed, suggestion: Some(suggestion) });
            return NotApplicable::NotOffered;
        }
        return match node.truth(out) {
            Some(true) => NotApplicable::ReasonOptional,
            _ => NotApplicable::NotOffered,
        };
    }
    let Some(mut fields) = node.fields_of(&shape::NOT_APPLICABLE, out) else {
        return NotApplicable::NotOffered;
    };
    let offered = fields.word("reason", &REASONS, out);
    fields.finish(out);
    offered.unwrap_or(NotApplicable::ReasonOptional)
}

/// Reads `evidence:`.
fn evidence(node: &Node, out: &mut Diagnostics) -> Option<f64> {
    let mut fields = node.fields_of(&shape::EVIDENCE, out)?;
    let from = fields.number("from", out);
    fields.finish(out);
    from
}

fn history(fields: &mut Fields<'_>, out: &mut Diagnostics) -> History {
    let since = fields.get("since", out);
    History {
        since: since.and_then(|node| version(node, out)),
        span: since.map(|node| node.span),
        was: former::was(fields, out),
    }
}
