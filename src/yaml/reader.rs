//! Asking a tree for what should be in it. Whatever is missing, unknown or of the wrong kind is reported once, and
//! reading goes on, so that one run tells all.

use super::node::{Entry, Node, Value};
use crate::diagnostics::{Diagnostics, NodeKind, ShapeFinding, nearest};
use crate::source::Span;

impl Node {
    /// Reports that something else should stand here.
    pub fn wrong_type(&self, expected: NodeKind, out: &mut Diagnostics) {
        out.add(
            self.span,
            ShapeFinding::WrongType {
                expected,
                found: self.kind(),
            },
        );
    }

    /// The fields of a map.
    pub fn fields(&self, out: &mut Diagnostics) -> Option<Fields<'_>> {
        let Value::Map(entries) = &self.value else {
            self.wrong_type(NodeKind::Map, out);
            return None;
        };
        Some(Fields {
            entries,
            span: self.span,
            asked: Vec::new(),
        })
    }

    /// The fields of a map whose names are the author's own.
    pub fn entries(&self, out: &mut Diagnostics) -> Option<&[Entry]> {
        let Value::Map(entries) = &self.value else {
            self.wrong_type(NodeKind::Map, out);
            return None;
        };
        Some(entries)
    }

    /// The items of a list.
    pub fn items(&self, out: &mut Diagnostics) -> Option<&[Node]> {
        let Value::List(items) = &self.value else {
            self.wrong_type(NodeKind::List, out);
            return None;
        };
        Some(items)
    }

    /// The items of a list with at least one.
    pub fn some_items(&self, out: &mut Diagnostics) -> Option<&[Node]> {
        let items = self.items(out)?;
        if items.is_empty() {
            out.add(self.span, ShapeFinding::EmptyList);
            return None;
        }
        Some(items)
    }

    /// A text as written; numbers are texts too.
    pub fn text(&self, out: &mut Diagnostics) -> Option<&str> {
        if self.scalar().is_none() {
            self.wrong_type(NodeKind::Text, out);
        }
        self.scalar().map(|scalar| scalar.text.as_str())
    }

    /// A number without quotes.
    pub fn number(&self, out: &mut Diagnostics) -> Option<f64> {
        let number = self.scalar().and_then(|scalar| scalar.number());
        if number.is_none() {
            self.wrong_type(NodeKind::Number, out);
        }
        number
    }

    /// A number for which `fits` holds; `allowed` says in symbols which those are.
    pub fn number_where(&self, fits: impl Fn(f64) -> bool, allowed: &str, out: &mut Diagnostics) -> Option<f64> {
        let number = self.number(out)?;
        if !fits(number) {
            let found = self.scalar().map(|scalar| scalar.text.clone()).unwrap_or_default();
            out.add(
                self.span,
                ShapeFinding::OutOfRange {
                    found,
                    allowed: allowed.to_owned(),
                },
            );
            return None;
        }
        Some(number)
    }

    /// A whole number for which `fits` holds.
    pub fn whole_where(&self, fits: impl Fn(i64) -> bool, allowed: &str, out: &mut Diagnostics) -> Option<i64> {
        let scalar = self.scalar().filter(|scalar| !scalar.quoted);
        let Some(number) = scalar.and_then(|scalar| scalar.text.parse::<i64>().ok()) else {
            self.wrong_type(NodeKind::Whole, out);
            return None;
        };
        if !fits(number) {
            out.add(
                self.span,
                ShapeFinding::OutOfRange {
                    found: number.to_string(),
                    allowed: allowed.to_owned(),
                },
            );
            return None;
        }
        Some(number)
    }

    /// `true` or `false`.
    pub fn truth(&self, out: &mut Diagnostics) -> Option<bool> {
        match self
            .scalar()
            .filter(|scalar| !scalar.quoted)
            .map(|scalar| scalar.text.as_str())
        {
            Some("true") => Some(true),
            Some("false") => Some(false),
            _ => {
                self.wrong_type(NodeKind::Truth, out);
                None
            }
        }
    }

    /// One of a fixed set of words.
    pub fn word<T: Copy>(&self, words: &[(&str, T)], out: &mut Diagnostics) -> Option<T> {
        let word = self.text(out)?;
        if let Some((_, value)) = words.iter().find(|(known, _)| *known == word) {
            return Some(*value);
        }
        let finding = ShapeFinding::UnknownWord {
            word: word.to_owned(),
            allowed: words.iter().map(|(known, _)| (*known).to_owned()).collect(),
            suggestion: nearest(word, words.iter().map(|(known, _)| *known)),
        };
        out.add(self.span, finding);
        None
    }
}

/// The fields of one map while it is being read. `finish` reports those nobody asked for.
#[derive(Debug)]
pub struct Fields<'n> {
    entries: &'n [Entry],
    /// Where the map stands.
    pub span: Span,
    asked: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The value of a field, if the field is there.
    pub fn optional(&mut self, name: &'static str) -> Option<&'n Node> {
        self.asked.push(name);
        self.entries
            .iter()
            .find(|entry| entry.key.text == name)
            .map(|entry| &entry.value)
    }

    /// The value of a field; its absence is reported.
    pub fn required(&mut self, name: &'static str, out: &mut Diagnostics) -> Option<&'n Node> {
        let value = self.optional(name);
        if value.is_none() {
            out.add(self.span, ShapeFinding::MissingField(name.to_owned()));
        }
        value
    }

    /// Where the name of a field stands, for complaints about the field as such.
    pub fn key_span(&self, name: &str) -> Option<Span> {
        self.entries
            .iter()
            .find(|entry| entry.key.text == name)
            .map(|entry| entry.key.span)
    }

    /// Reports a field that is there although the rest of the map rules it out.
    pub fn refuse(&mut self, name: &'static str, finding: impl FnOnce() -> ShapeFinding, out: &mut Diagnostics) {
        self.asked.push(name);
        if let Some(span) = self.key_span(name) {
            out.add(span, finding());
        }
    }

    /// Reports every field that nobody asked for.
    pub fn finish(self, out: &mut Diagnostics) {
        for entry in self.entries {
            let field = &entry.key.text;
            if !self.asked.contains(&field.as_str()) {
                let finding = ShapeFinding::UnknownField {
                    field: field.clone(),
                    suggestion: nearest(field, self.asked.iter().copied()),
                    known: self.asked.iter().map(|name| (*name).to_owned()).collect(),
                };
                out.add(entry.key.span, finding);
            }
        }
    }
}
