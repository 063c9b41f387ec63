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

    /// What is wrong with the test itself is told even where the question it is about cannot be read. Of a name that
    /// nobody knows nothing else is said: it may be `all` or `not`, misspelt.
    fn answer(&self, entry: &Entry, out: &mut Diagnostics) -> Option<Condition> {
        let place = self.place(&entry.key.text, entry.key.span, out)?;
        let written = Written::read(&entry.value, out);
        let column = self.column(place, &entry.key.text, entry.key.span, out)?;
        let tests = self.tests(column, written?, out)?;
        let mut answers: Vec<Condition> = tests.into_iter().map(|test| Condition::Answer { column, test }).collect();
        if answers.len() == 1 { answers.pop() } else { Some(Condition::All(answers)) }
    }

    /// The tests, as far as they go with the question.
    fn tests(&self, column: usize, written: Written<'_>, out: &mut Diagnostics) -> Option<Vec<Test>> {
        let kind = &self.questions[self.columns[column].question].kind;
        let mut tests = Vec::new();
        if let Some((key, nodes)) = written.is {
            let options = self.is(kind, column, nodes.unwrap_or_default(), key, out);
            tests.push(nodes.and(options).map(Test::Is));
        }
        for (name, key, test) in written.bounds {
            self.needs_values(kind, column, name, key, out);
            tests.push(test);
        }
        tests.extend(written.answered);
        tests.into_iter().collect()
    }

    /// Where the column that is meant stands among all that are announced.
    fn place(&self, id: &str, span: Span, out: &mut Diagnostics) -> Option<usize> {
        self.announced.place(id).or_else(|| refer_text(id, span, Thing::Question, self.announced.known(), out))
    }

    /// That column, if it stands before this question and could be read.
    fn column(&self, place: usize, id: &str, span: Span, out: &mut Diagnostics) -> Option<usize> {
        if self.announced.question(place) >= self.here {
            out.add(span, ModelFinding::ConditionNotEarlier(id.to_owned()));
            return None;
        }
        let column = self.places.get(id).copied()?;
        self.readable[self.columns[column].question].then_some(column)
    }

    fn is(&self, kind: &Kind, column: usize, nodes: &[Node], key: Span, out: &mut Diagnostics) -> Option<Vec<usize>> {
        let options = kind.options();
        if options.is_empty() {
            let question = self.columns[column].id.clone();
            out.add(key, ModelFinding::ConditionNotForType { test: "is".into(), question });
            return None;
        }
        let known = Known { ids: options.iter().map(|(id, _)| id.as_str()), complete: true };
        let found: Vec<_> = nodes
            .iter()
            .map(|node| refer_text(&node.scalar()?.text, node.span, Thing::Choice, known.clone(), out))
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

/// The tests of one answer as they are written, before it is known what they are about. What could not be read has been
/// reported.
struct Written<'n> {
    /// Where `is` stands, and the options it names.
    is: Option<(Span, Option<&'n [Node]>)>,
    /// `at_least` and `at_most`, each with the place of its name.
    bounds: Vec<(&'static str, Span, Option<Test>)>,
    answered: Option<Option<Test>>,
}

impl<'n> Written<'n> {
    fn read(node: &'n Node, out: &mut Diagnostics) -> Option<Written<'n>> {
        let mut fields = node.fields_of(&shape::TEST_OF_ANSWER, out)?;
        let is = fields.get("is", out).map(|node| {
            let nodes = match &node.value {
                Value::List(_) => node.some_items(out),
                _ => Some(std::slice::from_ref(node)),
            };
            let are_texts = nodes.filter(|nodes| nodes.iter().filter(|node| node.text(out).is_none()).count() == 0);
            (fields.key_span("is").unwrap_or(node.span), are_texts)
        });
        let mut bounds = Vec::new();
        for (name, test) in [("at_least", Test::AtLeast as fn(f64) -> Test), ("at_most", Test::AtMost)] {
            if let Some(node) = fields.get(name, out) {
                let key = fields.key_span(name).unwrap_or(node.span);
                bounds.push((name, key, node.number(out).map(test)));
            }
        }
        let answered = fields.get("answered", out).map(|node| node.truth(out).map(Test::Answered));
        if fields.is_empty() {
            out.add(node.span, ShapeFinding::MissingField("is".into()));
        }
        fields.finish(out);
        Some(Written { is, bounds, answered })
    }
}
