//! Asking a tree for what should be in it. What is of the wrong kind is reported once, and reading goes on, so that one
//! run tells all.

use super::fields::Fields;
use super::node::{Entry, Node, Value, is_bare};
use super::shape::{Bounds, Shape};
use crate::diagnostics::{Diagnostics, NodeKind, ShapeFinding, is_unseen, nearest};

impl Node {
    /// Reports that something else should stand here.
    pub fn wrong_type(&self, expected: NodeKind, out: &mut Diagnostics) {
        out.add(self.span, ShapeFinding::WrongType { expected, found: self.kind() });
    }

    /// The fields of a map.
    pub fn fields(&self, out: &mut Diagnostics) -> Option<Fields<'_>> {
        let entries = self.entries(out)?;
        Some(Fields::new(entries, self.span, None))
    }

    /// The fields of a map of this shape.
    pub fn fields_of(&self, shape: &'static Shape, out: &mut Diagnostics) -> Option<Fields<'_>> {
        let entries = self.entries(out)?;
        Some(Fields::new(entries, self.span, Some(shape)))
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

    /// [`Node::some_items`] of a list that has an end; what lies beyond it is reported at the first of that.
    pub fn items_up_to(&self, most: usize, out: &mut Diagnostics) -> Option<&[Node]> {
        let items = self.some_items(out)?;
        if let Some(beyond) = items.get(most) {
            out.add(beyond.span, ShapeFinding::TooMany { found: items.len(), most });
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

    /// A number within bounds.
    pub fn number_in(&self, bounds: Bounds, out: &mut Diagnostics) -> Option<f64> {
        let number = self.number(out)?;
        if !bounds.hold(number) {
            let found = self.scalar().map(|scalar| scalar.text.clone()).unwrap_or_default();
            out.add(self.span, ShapeFinding::OutOfRange { found, allowed: bounds.to_string() });
            return None;
        }
        Some(number)
    }

    /// A whole number between two, these included.
    pub fn whole_in(&self, lowest: i64, highest: i64, out: &mut Diagnostics) -> Option<i64> {
        let scalar = self.scalar().filter(|scalar| !scalar.quoted);
        let Some(number) = scalar.and_then(|scalar| scalar.text.parse::<i64>().ok()) else {
            self.wrong_type(NodeKind::Whole, out);
            return None;
        };
        if !(lowest..=highest).contains(&number) {
            let allowed = Bounds::between(lowest as f64, highest as f64).to_string();
            out.add(self.span, ShapeFinding::OutOfRange { found: number.to_string(), allowed });
            return None;
        }
        Some(number)
    }

    /// `true` or `false`.
    pub fn truth(&self, out: &mut Diagnostics) -> Option<bool> {
        match self.scalar().filter(|scalar| !scalar.quoted).map(|scalar| scalar.text.as_str()) {
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

impl Entry {
    /// The field that a remark with another sign than YAML has runs on into, or that a blank nobody sees became a part of.
    pub(super) fn swallowed(&self) -> Option<&str> {
        if self.key.quoted {
            return None;
        }
        if self.key.text.starts_with(is_unseen) {
            return Some(self.key.text.trim_start_matches(|c: char| is_unseen(c) || c == ' '));
        }
        let remark = ["//", "/*"].iter().any(|sign| self.key.text.starts_with(sign));
        let last = self.key.text.split_whitespace().next_back().unwrap_or_default();
        remark.then(|| last.trim_matches('"'))
    }

    /// Whether it stands between commas in braces without a colon.
    pub fn is_bare(&self) -> bool {
        is_bare(&self.key, &self.value)
    }

    /// Whether this is no field but the rest of a text that a comma in braces cut off: that of the one before it.
    pub(super) fn is_rest_of(&self, before: Option<&Entry>) -> bool {
        let cut = before.and_then(|before| before.value.scalar()).is_some_and(|before| !before.quoted);
        cut && self.value.is_nothing() && self.key.text.contains(|c: char| c.is_whitespace() || !c.is_ascii())
    }
}
