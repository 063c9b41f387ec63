//! Reading one question from its map.

use super::advice::advice;
use super::axis::{Axes, weight};
use super::choice::{self, Choice, Shared};
use super::column::{Column, columns_of};
use super::condition::Earlier;
use super::names::{Names, refer};
use super::question::{History, Kind, NotApplicable, Question, Range, Row};
use super::text::{Tag, text};
use crate::diagnostics::{Diagnostics, ModelFinding, ShapeFinding, Thing};
use crate::source::Span;
use crate::yaml::{Fields, Node, Value};

/// What reading a question needs to know about the rest.
pub(super) struct QuestionReader<'a> {
    pub(super) languages: &'a [Tag],
    pub(super) axes: &'a Axes,
    pub(super) roles: &'a [String],
    pub(super) lists: &'a Shared,
    pub(super) names: Names,
    pub(super) questions: Vec<Question>,
    pub(super) columns: Vec<Column>,
    /// Ids of all columns of the questionnaire, as far as they can be told before reading.
    pub(super) all_columns: Vec<String>,
}

impl QuestionReader<'_> {
    /// Reads one question and adds it and its columns.
    pub(super) fn question(&mut self, node: &Node, out: &mut Diagnostics) {
        let Some(mut fields) = node.fields(out) else { return };
        let id_node = fields.required("id", out);
        let id = id_node.and_then(|node| self.names.new_column_id(node, Thing::Question, out));
        let at = fields.required("at", out).and_then(|node| self.axes.place(node, out));
        let ask = fields
            .required("ask", out)
            .and_then(|node| text(node, self.languages, out));
        let help = fields.optional("help").and_then(|node| text(node, self.languages, out));
        let kind = self.kind(&mut fields, out);
        let when = fields.optional("when").and_then(|node| {
            let earlier = Earlier {
                questions: &self.questions,
                columns: &self.columns,
                all: &self.all_columns,
            };
            earlier.condition(node, out)
        });
        let roles = fields.optional("roles").and_then(|node| self.roles_asked(node, out));
        let mut truth = |name| fields.optional(name).and_then(|node| node.truth(out)).unwrap_or(false);
        let (reverse, paper_and_practice, quick) = (truth("reverse"), truth("paper_and_practice"), truth("quick"));
        let weight = fields
            .optional("weight")
            .and_then(|node| weight(node, out))
            .unwrap_or(1.0);
        let not_applicable = fields
            .optional("not_applicable")
            .map(|node| not_applicable(node, out))
            .unwrap_or_default();
        let evidence_from = fields.optional("evidence").and_then(|node| evidence(node, out));
        let advice = fields
            .optional("advice")
            .map(|node| advice(node, self.languages, out))
            .unwrap_or_default();
        let history = history(&mut fields, out);
        if let Some(kind) = &kind {
            refuse_misplaced(&mut fields, kind, out);
        }
        fields.finish(out);
        let span = id_node.map_or(node.span, |node| node.span);
        // A question whose kind or place is wrong still takes its columns, so that conditions on it are not wrong too.
        let question = Question {
            id: id.or_else(|| written(id_node)).unwrap_or_default(),
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
        self.columns.extend(columns_of(self.questions.len(), &question));
        self.questions.push(question);
    }

    fn kind(&self, fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<Kind> {
        const KINDS: [(&str, usize); 7] = [
            ("choice", 0),
            ("multiple", 1),
            ("rating", 2),
            ("yes-no", 3),
            ("number", 4),
            ("text", 5),
            ("grid", 6),
        ];
        let kind = fields.required("type", out)?.word(&KINDS, out);
        match kind {
            Some(0) => {
                let choices = self.valued_choices(fields, out)?;
                Some(Kind::Choice {
                    choices,
                    range: range(fields, out),
                })
            }
            Some(1) => Some(Kind::Multiple {
                choices: self.boxes(fields, out)?,
            }),
            Some(2) => rating(fields, out),
            Some(3) => Some(Kind::YesNo),
            Some(4) => number(fields, out),
            Some(5) => Some(Kind::Text),
            Some(_) => {
                let choices = self.valued_choices(fields, out);
                let range = range(fields, out);
                let rows = fields
                    .required("rows", out)
                    .map(|node| self.rows(node, choices.as_deref(), range, out));
                Some(Kind::Grid {
                    rows: rows?,
                    choices: choices?,
                    range,
                })
            }
            None => {
                // The fields of every type are let through: which of them fit cannot be told.
                for name in ["choices", "rows", "from", "to", "range"] {
                    fields.optional(name);
                }
                None
            }
        }
    }

    fn choices(&self, fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<(Vec<Choice>, Span)> {
        let node = fields.required("choices", out)?;
        Some((choice::of_question(node, self.lists, self.languages, out)?, node.span))
    }

    fn valued_choices(&self, fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<Vec<Choice>> {
        let (choices, span) = self.choices(fields, out)?;
        choice::require_values(&choices, span, out);
        Some(choices)
    }

    /// The boxes of a multiple: either all count one, or each that is not exclusive has a value.
    fn boxes(&self, fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<Vec<Choice>> {
        let (choices, span) = self.choices(fields, out)?;
        let plain: Vec<Choice> = choices.iter().filter(|choice| !choice.exclusive).cloned().collect();
        if plain.is_empty() {
            out.add(span, ModelFinding::NoSpread);
        } else if plain.iter().any(|choice| choice.value.is_some()) {
            if let Some(choice) = plain.iter().find(|choice| choice.value.is_none()) {
                out.add(span, ModelFinding::ChoiceWithoutValue(choice.id.clone()));
            } else if plain.iter().all(|choice| choice.value == Some(0.0)) {
                out.add(span, ModelFinding::NoSpread);
            }
        }
        Some(choices)
    }

    fn rows(&self, node: &Node, choices: Option<&[Choice]>, range: Range, out: &mut Diagnostics) -> Vec<Row> {
        // A highest choice at the foot of the range would make every answer of the row worth the same.
        let foot = match range {
            Range::FromZero => 0.0,
            Range::LowestToHighest => choices.map_or(0.0, choice::lowest_value),
        };
        let mut names = Names::default();
        let mut rows = Vec::new();
        for node in node.some_items(out).unwrap_or_default() {
            let Some(mut fields) = node.fields(out) else { continue };
            let id = fields
                .required("id", out)
                .and_then(|node| names.new_id(node, Thing::Row, out));
            let title = fields
                .required("title", out)
                .and_then(|node| text(node, self.languages, out));
            let highest = fields.optional("highest").zip(choices).and_then(|(node, choices)| {
                let found = refer(
                    node,
                    Thing::Choice,
                    choices.iter().map(|choice| choice.id.as_str()),
                    out,
                )?;
                if choices[found].value.is_none_or(|value| value <= foot) {
                    out.add(node.span, ModelFinding::NoSpread);
                }
                Some(found)
            });
            fields.finish(out);
            rows.push(Row {
                id: id.unwrap_or_default(),
                title: title.unwrap_or_default(),
                highest,
            });
        }
        rows
    }

    fn roles_asked(&self, node: &Node, out: &mut Diagnostics) -> Option<Vec<usize>> {
        let known = self.roles.iter().map(String::as_str);
        let mut roles: Vec<usize> = node
            .some_items(out)?
            .iter()
            .filter_map(|item| refer(item, Thing::Role, known.clone(), out))
            .collect();
        roles.sort_unstable();
        roles.dedup();
        Some(roles)
    }
}

fn written(node: Option<&Node>) -> Option<String> {
    node.and_then(Node::scalar).map(|scalar| scalar.text.clone())
}

fn range(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Range {
    let words = [
        ("from-zero", Range::FromZero),
        ("lowest-to-highest", Range::LowestToHighest),
    ];
    fields
        .optional("range")
        .and_then(|node| node.word(&words, out))
        .unwrap_or_default()
}

fn rating(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<Kind> {
    let any = |node: &Node, out: &mut Diagnostics| node.whole_where(|n| n.abs() <= 1000, "−1000–1000", out);
    let from = fields.required("from", out).and_then(|node| any(node, out));
    let to_node = fields.required("to", out);
    let to = to_node.and_then(|node| any(node, out));
    let (from, to) = (from?, to?);
    if to <= from || to - from >= choice::MOST_CHOICES as i64 {
        let allowed = format!("{}–{}", from + 1, from + choice::MOST_CHOICES as i64 - 1);
        out.add(
            to_node?.span,
            ShapeFinding::OutOfRange {
                found: to.to_string(),
                allowed,
            },
        );
        return None;
    }
    Some(Kind::Rating { from, to })
}

fn number(fields: &mut Fields<'_>, out: &mut Diagnostics) -> Option<Kind> {
    let from = fields.required("from", out).and_then(|node| node.number(out));
    let to_node = fields.required("to", out);
    let to = to_node.and_then(|node| node.number(out));
    let (from, to) = (from?, to?);
    if to <= from {
        let finding = ShapeFinding::OutOfRange {
            found: to.to_string(),
            allowed: format!("> {from}"),
        };
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
            let finding = || ShapeFinding::FieldNotForType {
                field: name.to_owned(),
                kind: word.to_owned(),
            };
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
    refuse(
        "paper_and_practice",
        kind.is_scored() && !matches!(kind, Kind::Grid { .. }),
    );
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
    let words = [
        ("required", NotApplicable::ReasonRequired),
        ("optional", NotApplicable::ReasonOptional),
    ];
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
    let since = fields.optional("since").and_then(|node| super::version(node, out));
    let was = fields.optional("was").and_then(|node| super::names::id(node, out));
    History { since, was }
}
