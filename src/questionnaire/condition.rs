//! Routing as data: when a question is asked. Conditions look back only, so one pass decides them all.

use std::collections::HashMap;

use super::announced::Announced;
use super::column::Column;
use super::names::{Known, refer_text};
use super::question::{Kind, Question};
use super::shape;
use crate::diagnostics::{Diagnostics, ModelFinding, ShapeFinding, Thing};
use crate::source::Span;
use crate::yaml::{Entry, Node, Value};

/// When a question is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// All of these hold.
    All(Vec<Condition>),
    /// At least one of these holds.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
    /// One answer is like this. False on anything that is not a given answer, except `Answered(false)`.
    Answer {
        /// Index of the column.
        column: usize,
        /// How it must be.
        test: Test,
    },
}

/// How an answer must be.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// One of these options, by index; of a multiple, one of these is ticked.
    Is(Vec<usize>),
    /// The value as written, or the number, is at least this.
    AtLeast(f64),
    /// The value as written, or the number, is at most this.
    AtMost(f64),
    /// A value was given, or was not.
    Answered(bool),
}

/// What a condition may refer to: the questions and columns before the one it belongs to.
pub(super) struct Earlier<'a> {
    pub(super) questions: &'a [Question],
    pub(super) columns: &'a [Column],
    /// Where the first column of each name stands among them.
    pub(super) places: &'a HashMap<String, usize>,
    /// Per question, whether its kind could be read; about another nothing can be said.
    pub(super) readable: &'a [bool],
    /// All columns of the questionnaire, to tell "later" from "nowhere".
    pub(super) announced: &'a Announced,
    /// Place in the list of the question whose condition this is.
    pub(super) here: usize,
}

impl Earlier<'_> {
    /// Reads a condition; its depth is bounded by that of the YAML.
    pub(super) fn condition(&self, node: &Node, out: &mut Diagnostics) -> Option<Condition> {
        let entries = node.entries(out)?;
        let [entry] = entries else {
            match entries.get(1) {
                Some(second) => out.add(second.key.span, ModelFinding::SeveralRules),
                None => out.add(node.span, ShapeFinding::EmptyList),
            }
            return None;
        };
        match entry.key.text.as_str() {
            "all" => self.list(&entry.value, out).map(Condition::All),
            "any" => self.list(&entry.value, out).map(Condition::Any),
            "not" => self.condition(&entry.value, out).map(|inner| Condition::Not(Box::new(inner))),
            _ => self.answer(entry, out),
        }
    }

    fn list(&self, node: &Node, out: &mut Diagnostics) -> Option<Vec<Condition>> {
        let items = node.some_items(out)?;
        let read: Vec<_> = items.iter().map(|item| self.condition(item, out)).collect();
        read.into_iter().collect()
    }

    fn answer(&self, entry: &Entry, out: &mut Diagnostics) -> Option<Condition> {
        let column = self.column(&entry.key.text, entry.key.span, out)?;
        let mut fields = entry.value.fields_of(&shape::TEST_OF_ANSWER, out)?;
        let mut tests = Vec::new();
        let kind = &self.questions[self.columns[column].question].kind;
        if let Some(node) = fields.get("is", out) {
            let key = fields.key_span("is").unwrap_or(node.span);
            tests.push(self.is(kind, column, node, key, out).map(Test::Is));
        }
        for (name, test) in [("at_least", Test::AtLeast as fn(f64) -> Test), ("at_most", Test::AtMost)] {
            if let Some(node) = fields.get(name, out) {
                self.needs_values(kind, column, name, fields.key_span(name).unwrap_or(node.span), out);
                tests.push(node.number(out).map(test));
            }
        }
        if let Some(node) = fields.get("answered", out) {
            tests.push(node.truth(out).map(Test::Answered));
        }
        if tests.is_empty() && fields.is_empty() {
            out.add(entry.value.span, ShapeFinding::MissingField("is".into()));
        }
        fields.finish(out);
        let tests: Vec<Test> = tests.into_iter().collect::<Option<_>>()?;
        let mut answers: Vec<Condition> = tests.into_iter().map(|test| Condition::Answer { column, test }).collect();
        if answers.len() == 1 { answers.pop() } else { Some(Condition::All(answers)) }
    }

    /// The column that is meant, if it stands before this question and could be read.
    fn column(&self, id: &str, span: Span, out: &mut Diagnostics) -> Option<usize> {
        let known = self.announced.place(id);
        let place = known.or_else(|| refer_text(id, span, Thing::Question, self.announced.known(), out))?;
        if self.announced.question(place) >= self.here {
            out.add(span, ModelFinding::ConditionNotEarlier(id.to_owned()));
            return None;
        }
        let column = self.places.get(id).copied()?;
        self.readable[self.columns[column].question].then_some(column)
    }

    fn is(&self, kind: &Kind, column: usize, node: &Node, key: Span, out: &mut Diagnostics) -> Option<Vec<usize>> {
        let options = kind.options();
        if options.is_empty() {
            let question = self.columns[column].id.clone();
            out.add(key, ModelFinding::ConditionNotForType { test: "is".into(), question });
            return None;
        }
        let nodes = match &node.value {
            Value::List(_) => node.some_items(out)?,
            _ => std::slice::from_ref(node),
        };
        let known = Known { ids: options.iter().map(|(id, _)| id.as_str()), complete: true };
        let found: Vec<_> = nodes
            .iter()
            .map(|node| refer_text(node.text(out)?, node.span, Thing::Choice, known.clone(), out))
            .collect();
        found.into_iter().collect()
    }

    fn needs_values(&self, kind: &Kind, column: usize, test: &str, span: Span, out: &mut Diagnostics) {
        if matches!(kind, Kind::Multiple { .. } | Kind::Text) {
            let question = self.columns[column].id.clone();
            out.add(span, ModelFinding::ConditionNotForType { test: test.to_owned(), question });
        }
    }
}
