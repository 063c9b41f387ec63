//! Asking a tree for what should be in it. Whatever is missing, unknown or of the wrong kind is reported once, and
//! reading goes on, so that one run tells all.

use super::node::{Entry, Node, Value};
use crate::diagnostics::{Diagnostics, NodeKind, ShapeFinding, nearest};
use crate::source::Span;

impl Node {
    /// Reports that something else should stand here.
    pub fn wrong_type(&self, expected: NodeKind, out: &mut Diagnostics) {
        out.add(self.span, ShapeFinding::WrongType { expected, found: self.kind() });
    }

    /// The fields of a map.
    pub fn fields(&self, out: &mut Diagnostics) -> Option<Fields<'_>> {
        let Value::Map(entries) = &self.value else {
            self.wrong_type(NodeKind::Map, out);
            return None;
        };
        Some(Fields { entries, span: self.span, asked: Vec::new(), refused: Vec::new(), doubtful: Vec::new() })
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
            out.add(self.span, ShapeFinding::OutOfRange { found, allowed: allowed.to_owned() });
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
            out.add(self.span, ShapeFinding::OutOfRange { found: number.to_string(), allowed: allowed.to_owned() });
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

/// The fields of one map while it is being read. `finish` reports those nobody asked for.
#[derive(Debug)]
pub struct Fields<'n> {
    entries: &'n [Entry],
    /// Where the map stands.
    pub span: Span,
    asked: Vec<&'static str>,
    /// Fields that exist elsewhere, but not with the rest of this map; never suggested.
    refused: Vec<&'static str>,
    /// Required fields that are not there, unless one of those that are there turns out to be misspelt.
    doubtful: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    /// The value of a field, if the field is there.
    pub fn optional(&mut self, name: &'static str) -> Option<&'n Node> {
        self.asked.push(name);
        self.entries.iter().find(|entry| entry.key.text == name).map(|entry| &entry.value)
    }

    /// The value of a field; its absence is reported.
    pub fn required(&mut self, name: &'static str, out: &mut Diagnostics) -> Option<&'n Node> {
        let value = self.optional(name);
        if value.is_none() {
            let alike = |entry: &Entry| nearest(&entry.key.text, [name]).is_some();
            if self.entries.iter().any(alike) {
                self.doubtful.push(name);
            } else {
                out.add(self.span, ShapeFinding::MissingField(name.to_owned()));
            }
        }
        value
    }

    /// Whether there is no field at all.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether a required field that is not there may be one that is, misspelt; then only [`Fields::finish`] reports it.
    pub fn may_be_misspelt(&self, name: &str) -> bool {
        self.doubtful.contains(&name)
    }

    /// Where the name of a field stands, for complaints about the field as such.
    pub fn key_span(&self, name: &str) -> Option<Span> {
        self.entries.iter().find(|entry| entry.key.text == name).map(|entry| entry.key.span)
    }

    /// Reports a field that is there although the rest of the map rules it out.
    pub fn refuse(&mut self, name: &'static str, finding: impl FnOnce() -> ShapeFinding, out: &mut Diagnostics) {
        self.refused.push(name);
        if let Some(span) = self.key_span(name) {
            out.add(span, finding());
        }
    }

    /// Reports every field that nobody asked for, and those missing that are not one of these misspelt.
    pub fn finish(self, out: &mut Diagnostics) {
        let mut known: Vec<&str> = Vec::new();
        for name in &self.asked {
            if !known.contains(name) && !self.refused.contains(name) {
                known.push(name);
            }
        }
        let absent: Vec<&str> = known.iter().copied().filter(|name| self.key_span(name).is_none()).collect();
        let mut misspelt = Vec::new();
        for entry in self.entries {
            let field = entry.key.text.as_str();
            if known.contains(&field) || self.refused.contains(&field) {
                continue;
            }
            let suggestion = nearest(field, absent.iter().copied());
            misspelt.extend(suggestion.clone());
            let finding = ShapeFinding::UnknownField {
                field: field.to_owned(),
                suggestion,
                known: known.iter().map(|name| (*name).to_owned()).collect(),
            };
            out.add(entry.key.span, finding);
        }
        for name in self.doubtful {
            if !misspelt.iter().any(|suggestion| suggestion == name) {
                out.add(self.span, ShapeFinding::MissingField(name.to_owned()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    /// The sentences about a map whose fields `title` (required) and `help` and `type` (optional) are asked for.
    fn said(text: &str) -> Vec<(String, String)> {
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add("a.yaml", text);
        let node = crate::yaml::parse(file, &sources, &mut out).expect("a tree");
        let mut fields = node.fields(&mut out).expect("a map");
        fields.required("title", &mut out);
        fields.optional("help");
        fields.optional("help");
        let misplaced = || ShapeFinding::FieldNotForType { field: "type".into(), kind: "text".into() };
        fields.refuse("type", misplaced, &mut out);
        fields.finish(&mut out);
        let words = |one: &&crate::diagnostics::Diagnostic| {
            let wording = one.finding.wording(crate::language::Language::En);
            (wording.message, wording.help)
        };
        out.sorted().iter().map(words).collect()
    }

    #[test]
    fn a_misspelt_field_is_unknown_and_not_missing_as_well() {
        let said = said("titel: x\n");
        assert_eq!(said.len(), 1, "{said:?}");
        assert_eq!(said[0].0, "there is no field `titel` here");
        assert_eq!(said[0].1, "did you mean `title`?");
    }

    #[test]
    fn a_missing_field_is_missing_although_a_known_one_looks_like_it() {
        // `titles` is unknown and suggests `title`, which is there.
        assert_eq!(said("title: x\ntitles: y\n")[0].1, "choose from `title` and `help`");
        assert_eq!(said("help: x\n")[0].0, "the field `title` is missing");
    }

    #[test]
    fn a_refused_field_is_reported_once_and_never_suggested() {
        let said = said("title: x\ntype: y\ntipe: z\n");
        assert_eq!(said.len(), 2, "{said:?}");
        assert_eq!(said[1].1, "choose from `title` and `help`");
    }
}
