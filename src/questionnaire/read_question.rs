//! Reading one question from its map.

use std::collections::HashMap;

use super::advice::advice;
use super::announced::Announced;
use super::axis::{Axes, weight};
use super::choice::{self, List, MOST_CHOICES, Shared};
use super::column::{Column, columns_of};
use super::condition::Earlier;
use super::former;
use super::names::{Known, Names, refer, written};
use super::question::{History, Kind, NotApplicable, Question, Range, Row};
use super::read::Roles;
use super::text::{Tag, text};
use super::version::version;
use crate::diagnostics::{Diagnostics, ModelFinding, ShapeFinding, Thing};
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
}

impl QuestionReader<'_> {
    /// Reads one question, the one at `place` in the list, and adds it and its columns.
    pub(super) fn question(&mut self, place: usize, node: &Node, out: &mut Diagnostics) {
        let Some(mut fields) = node.fields(out) else { return };
        let id_node = fields.required("id", out);
        let id = id_node.and_then(|node| self.names.new_column_id(node, Thing::Question, out));
        let at = fields.required("at", out).and_then(|node| self.axes.place(node, out));
        let ask = fields.required("ask", out).and_then(|node| text(node, self.languages, out));
        let help = fields.optional("help").and_then(|node| text(node, self.languages, out));
        let (kind, readable) = self.kind(&mut fields, out);
        let when = fields.optional("when").and_then(|node| self.earlier_than(place).condition(node, out));
        let roles = fields.optional("roles").and_then(|node| self.roles_asked(node, out));
        let mut truth = |name| fields.optional(name).and_then(|node| node.truth(out)).unwrap_or(false);
        let (reverse, paper_and_practice, quick) = (truth("reverse"), truth("paper_and_practice"), truth("quick"));
        let weight = fields.optional("weight").and_then(|node| weight(node, out)).unwrap_or(1.0);
        let not_applicable =
            fields.optional("not_applicable").map(|node| not_applicable(node, out)).unwrap_or_default();
        let evidence_from = fields.optional("evidence").and_then(|node| evidence(node, out));
        let advice = fields.optional("advice").map(|node| advice(node, self.languages, out)).unwrap_or_default();
        let history = history(&mut fields, out);
        if let Some(kind) = &kind {
            refuse_misplaced(&mut fields, kind, out);
        }
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
        const KINDS: [(&str, usize); 7] =
            [("choice", 0), ("multiple", 1), ("rating", 2), ("yes-no", 3), ("number", 4), ("text", 5), ("grid", 6)];
        let Some(kind) = fields.required("type", out).and_then(|node| node.word(&KINDS, out)) else {
            // Which fields fit cannot be told: those of every type are let through.
            for name in ["choices", "rows", "from", "to", "range"] {
                fields.optional(name);
            }
            return (None, false);
        };
        let list = matches!(kind, 0 | 1 | 6).then(|| self.choices(fields, out)).flatten();
        let mut readable = list.as_ref().is_none_or(|list| list.complete);
        let kind = match (kind, list) {
            (2, _) => rating(fields, out),
            (3, _) => Some(Kind::YesNo),
            (4, _) => number(fields, out),
            (5, _) => Some(Kind::Text),
            (6, list) => {
                let range = range(fields, out);
                let rows = fields.required("rows", out);
                let rows = rows.map(|node| self.rows(node, list.as_ref(), range, out));
                list.zip(rows).map(|(list, rows)| {
                    list.require_values(out);
                    let choices = list.choices;
                    Kind::Grid { rows, choices, range }
                })
            }
            (1, list) => list.map(|list| {
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
        let node = fields.required("choices", out)?;
        choice::of_question(node, self.lists, self.languages, out)
    }

    fn rows(&self, node: &Node, list: Option<&List>, range: Range, out: &mut Diagnostics) -> Vec<Row> {
        // A highest choice at the foot of the range would make every answer of the row worth the same.
        let foot = match range {
            Range::FromZero => 0.0,
            Range::LowestToHighest => list.map_or(0.0, List::lowest_value),
        };
        let mut names = Names::default();
        let mut rows = Vec::new();
        for node in node.some_items(out).unwrap_or_default() {
            let Some(mut fields) = node.fields(out) else { continue };
            let id = fields.required("id", out).and_then(|node| names.new_id(node, Thing::Row, out));
            let title = fields.required("title", out).and_then(|node| text(node, self.languages, out));
            let highest = fields.optional("highest").zip(list).and_then(|(node, list)| {
                let known =
                    Known { ids: list.choices.iter().map(|choice| choice.id.as_str()), complete: list.complete };
                let found = refer(node, Thing::Choice, known, out)?;
                if list.complete && list.choices[found].value.is_none_or(|value| value <= foot) {
                    out.add(node.span, ModelFinding::NoSpread);
                }
                Some(found)
            });
            let was = former::was(&mut fields, out);
            fields.finish(out);
            rows.push(Row { id: id.unwrap_or_default(), title: title.unwrap_or_default(), highest, was });
        }
        former::check_list(Thing::Row, rows.iter().flat_map(|row| &row.was), &names, out);
        rows
    }

    fn roles_asked(&self, node: &Node, out: &mut Diagnostics) -> Option<Vec<usize>> {
        let mut roles: Vec<usize> =
            node.some_items(out)?.iter().filter_map(|item| refer(item, Thing::Role, self.roles.known(), out)).collect();
        roles.sort_unstable();
        roles.dedup();
        Some(roles)
    }
}

fn range(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Range {
    let words = [("from-zero", Range::FromZero), ("lowest-to-highest", Range::LowestToHighest)];
    fields.optional("range").and_then(|node| node.word(&words, out)).unwrap_or_default()
}

fn rating(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<Kind> {
    let any = |node: &Node, out: &mut Diagnostics| node.whole_where(|n| (-1000..=1000).contains(&n), "−1000–1000", out);
    let from = fields.required("from", out).and_then(|node| any(node, out));
    let to_node = fields.required("to", out);
    let to = to_node.and_then(|node| any(node, out));
    let (from, to) = (from?, to?);
    if to <= from || to - from >= MOST_CHOICES as i64 {
        let allowed = format!("{}–{}", from + 1, from + MOST_CHOICES as i64 - 1);
        out.add(to_node?.span, ShapeFinding::OutOfRange { found: to.to_string(), allowed });
        return None;
    }
    Some(Kind::Rating { from, to })
}

fn number(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<Kind> {
    // The difference of two ends, too, must be a number.
    let any = |node: &Node, out: &mut Diagnostics| {
        node.number_where(|number| number.abs() <= 1e12, "−1000000000000–1000000000000", out)
    };
    let from = fields.required("from", out).and_then(|node| any(node, out));
    let to_node = fields.required("to", out);
    let to = to_node.and_then(|node| any(node, out));
    let (from, to) = (from?, to?);
    if to <= from {
        let finding = ShapeFinding::OutOfRange { found: to.to_string(), allowed: format!("> {from}") };
        out.add(to_node?.span, finding);
        return None;
    }
    Some(Kind::Number { from, to })
}

/// Reports fields that only another type of question has.
fn refuse_misplaced(fields: &mut Fields<'_>, kind: &Kind, out: &mut Diagnostics) {
    let word = kind.word();
    let mut refuse = |name: &'static str, fits: bool| {
        if !fits {
            let finding = || ShapeFinding::FieldNotForType { field: name.to_owned(), kind: word.to_owned() };
            fields.refuse(name, finding, out);
        }
    };
    let chooses = matches!(kind, Kind::Choice { .. } | Kind::Multiple { .. } | Kind::Grid { .. });
    let measures = matches!(kind, Kind::Rating { .. } | Kind::Number { .. });
    refuse("choices", chooses);
    refuse("range", chooses && !matches!(kind, Kind::Multiple { .. }));
    refuse("rows", matches!(kind, Kind::Grid { .. }));
    refuse("from", measures);
    refuse("to", measures);
    refuse("reverse", !matches!(kind, Kind::Text | Kind::Multiple { .. }));
    refuse("evidence", kind.is_scored());
    refuse("weight", kind.is_scored());
    refuse("advice", kind.is_scored());
    refuse("paper_and_practice", kind.is_scored() && !matches!(kind, Kind::Grid { .. }));
}

fn not_applicable(node: &Node, out: &mut Diagnostics) -> NotApplicable {
    if let Value::Scalar(_) = node.value {
        return match node.truth(out) {
            Some(true) => NotApplicable::ReasonOptional,
            _ => NotApplicable::NotOffered,
        };
    }
    let Some(mut fields) = node.fields(out) else {
        return NotApplicable::NotOffered;
    };
    let words = [("required", NotApplicable::ReasonRequired), ("optional", NotApplicable::ReasonOptional)];
    let offered = fields.required("reason", out).and_then(|node| node.word(&words, out));
    fields.finish(out);
    offered.unwrap_or(NotApplicable::ReasonOptional)
}

fn evidence(node: &Node, out: &mut Diagnostics) -> Option<f64> {
    let mut fields = node.fields(out)?;
    let from = fields.required("from", out).and_then(|node| node.number(out));
    fields.finish(out);
    from
}

fn history(fields: &mut Fields<'_>, out: &mut Diagnostics) -> History {
    let since = fields.optional("since");
    History {
        since: since.and_then(|node| version(node, out)),
        span: since.map(|node| node.span),
        was: former::was(fields, out),
    }
}
