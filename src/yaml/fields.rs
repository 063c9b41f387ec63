//! The fields of one map while it is being read: those that are missing or that nobody knows are reported once.
//!
//! A map with a shape is read by it: which fields there are and what stands in them is said there and nowhere else. In
//! debug builds a reader that asks for a field that is not in the shape, or passes one over, stops.

use super::node::{Entry, Node};
use super::shape::{Cases, Field, Kind, Shape};
use crate::diagnostics::{Diagnostics, FileFinding, Lookalike, ShapeFinding, SyntaxKind, is_unseen, nearest};
use crate::source::Span;

/// The fields of one map while it is being read. `finish` reports those that nobody knows.
#[derive(Debug)]
pub struct Fields<'n> {
    entries: &'n [Entry],
    /// Where the map stands.
    pub span: Span,
    shape: Option<&'static Shape>,
    /// The word that says which fields go together, where that could be read.
    case: Option<&'static str>,
    asked: Vec<&'static str>,
    /// Required fields that are not there, unless one of those that are there turns out to be misspelt.
    doubtful: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    pub(super) fn new(entries: &'n [Entry], span: Span, shape: Option<&'static Shape>) -> Fields<'n> {
        Fields { entries, span, shape, case: None, asked: Vec::new(), doubtful: Vec::new() }
    }

    /// The value of a field, if the field is there.
    pub fn optional(&mut self, name: &'static str) -> Option<&'n Node> {
        self.asked.push(name);
        self.entries.iter().find(|entry| entry.key.text == name).map(|entry| &entry.value)
    }

    /// The value of a field; its absence is reported.
    pub fn required(&mut self, name: &'static str, out: &mut Diagnostics) -> Option<&'n Node> {
        let value = self.optional(name);
        if value.is_none() {
            let alike = |entry: &Entry| entry.swallowed() == Some(name) || nearest(&entry.key.text, [name]).is_some();
            if self.entries.iter().any(alike) {
                self.doubtful.push(name);
            } else {
                out.add(self.span, ShapeFinding::MissingField(name.to_owned()));
            }
        }
        value
    }

    /// The value of a field of the shape; its absence is reported where the shape says that it must be there. One that
    /// does not go with the case is left to [`Fields::finish`].
    pub fn get(&mut self, name: &'static str, out: &mut Diagnostics) -> Option<&'n Node> {
        let field = self.field(name)?;
        if field.required { self.required(name, out) } else { self.optional(name) }
    }

    /// A text in a field. Blanks are none where the shape wants a name.
    pub fn text(&mut self, name: &'static str, out: &mut Diagnostics) -> Option<&'n str> {
        let node = self.get(name, out)?;
        let text = node.text(out)?;
        if text.trim().is_empty() && matches!(self.field(name)?.kind, Kind::Name) {
            out.add(node.span, ShapeFinding::MissingField(name.to_owned()));
            return None;
        }
        Some(text)
    }

    /// The number in a field, within the bounds of the shape.
    pub fn number(&mut self, name: &'static str, out: &mut Diagnostics) -> Option<f64> {
        let node = self.get(name, out)?;
        match self.field(name)?.kind {
            Kind::Number(bounds) => node.number_in(bounds, out),
            kind => self.misread(name, kind),
        }
    }

    /// The whole number in a field, within the bounds of the shape.
    pub fn whole(&mut self, name: &'static str, out: &mut Diagnostics) -> Option<i64> {
        let node = self.get(name, out)?;
        match self.field(name)?.kind {
            Kind::Whole(lowest, highest) => node.whole_in(lowest, highest, out),
            kind => self.misread(name, kind),
        }
    }

    /// The truth in a field; false where there is none.
    pub fn truth(&mut self, name: &'static str, out: &mut Diagnostics) -> bool {
        self.get(name, out).and_then(|node| node.truth(out)).unwrap_or(false)
    }

    /// What the word in a field means, by the table whose words are those of the shape.
    pub fn word<T: Copy>(
        &mut self,
        name: &'static str,
        table: &'static [(&'static str, T)],
        out: &mut Diagnostics,
    ) -> Option<T> {
        let node = self.get(name, out)?;
        if cfg!(debug_assertions)
            && let Some(kind) = self.field(name).map(|field| field.kind)
            && !matches!(kind, Kind::Word(words) if words.iter().eq(table.iter().map(|(word, _)| word)))
        {
            return self.misread(name, kind);
        }
        node.word(table, out)
    }

    /// Reads the word that says which fields go together.
    pub fn case(&mut self, out: &mut Diagnostics) -> Option<&'static str> {
        let Cases::OfWord(name, cases) = self.shape?.cases else { return None };
        let known: Vec<(&str, &'static str)> = cases.iter().map(|case| (case.word, case.word)).collect();
        self.case = self.get(name, out).and_then(|node| node.word(&known, out));
        self.case
    }

    /// Which of the fields that exclude each other is there, the first if there are several, and its value.
    pub fn one_of(&mut self) -> Option<(&'static str, &'n Node)> {
        let Cases::OneOf(fields) = self.shape?.cases else { return None };
        fields.iter().find_map(|field| Some((field.name, self.optional(field.name)?)))
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

    /// Where the value of a field stands.
    pub fn value_span(&self, name: &str) -> Option<Span> {
        self.entries.iter().find(|entry| entry.key.text == name).map(|entry| entry.value.span)
    }

    /// The fields that can be there beside those of every map of the shape: of all cases, where it is not known which.
    fn of_case(&self, shape: &Shape) -> Vec<&'static Field> {
        match (shape.cases, self.case) {
            (Cases::OfWord(_, cases), Some(word)) => {
                cases.iter().filter(|case| case.word == word).flat_map(|case| case.fields).collect()
            }
            (Cases::Without(name, _), _) if self.key_span(name).is_some() => Vec::new(),
            (Cases::OneOf(fields), _) => {
                let given = fields.iter().find(|field| self.key_span(field.name).is_some());
                given.map_or(fields.iter().collect(), |field| vec![field])
            }
            (cases, _) => cases.fields().collect(),
        }
    }

    fn field(&self, name: &str) -> Option<&'static Field> {
        let shape = self.shape?;
        let of_case = || self.of_case(shape).into_iter().find(|field| field.name == name);
        let found = shape.fields.iter().find(|field| field.name == name).or_else(of_case);
        debug_assert!(found.is_some() || shape.all().any(|field| field.name == name), "{shape:?} has no field {name}");
        found
    }

    fn misread<T>(&self, name: &str, kind: Kind) -> Option<T> {
        debug_assert!(false, "{name} of {:?} is read as another kind than {kind:?}", self.shape);
        None
    }

    /// Reports every field that nobody knows, those that only another case has, and those missing that are not one of
    /// these misspelt.
    pub fn finish(self, out: &mut Diagnostics) {
        self.expect_all_asked();
        let names: Vec<&str> = match self.shape {
            Some(shape) => shape.fields.iter().chain(self.of_case(shape)).map(|field| field.name).collect(),
            None => self.asked.clone(),
        };
        if self.doubtful.is_empty() && self.entries.iter().all(|entry| names.contains(&entry.key.text.as_str())) {
            return;
        }
        let mut known: Vec<&str> = Vec::new();
        for name in names {
            if !known.contains(&name) {
                known.push(name);
            }
        }
        let absent: Vec<&str> = known.iter().copied().filter(|name| self.key_span(name).is_none()).collect();
        let mut misspelt = Vec::new();
        for (index, entry) in self.entries.iter().enumerate() {
            let field = entry.key.text.as_str();
            if known.contains(&field) {
                continue;
            }
            if let Some(meant) = entry.swallowed() {
                misspelt.push(meant.to_owned());
                match field.chars().next().filter(|first| is_unseen(*first)) {
                    Some(first) => {
                        let end = entry.key.span.start + first.len_utf8() as u32;
                        let blank = SyntaxKind::Lookalike(Lookalike::UnseenBlank);
                        out.add(Span { end, ..entry.key.span }, FileFinding::Syntax(blank));
                    }
                    None => out.add(entry.key.span, ShapeFinding::OtherComment),
                }
                continue;
            }
            if entry.is_rest_of(index.checked_sub(1).map(|before| &self.entries[before])) {
                out.add(entry.key.span, ShapeFinding::CutText);
                continue;
            }
            if let Some(finding) = self.of_another_case(field) {
                out.add(entry.key.span, finding);
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

    /// The finding for a field that exists, but not with this word.
    fn of_another_case(&self, name: &str) -> Option<ShapeFinding> {
        let (cases, word) = (self.shape?.cases, self.case?);
        let exists = matches!(cases, Cases::OfWord(..)) && cases.fields().any(|field| field.name == name);
        exists.then(|| ShapeFinding::FieldNotForType { field: name.to_owned(), kind: word.to_owned() })
    }

    /// A field that no reader asks for would be accepted and mean nothing.
    fn expect_all_asked(&self) {
        let Some(shape) = self.shape.filter(|_| cfg!(debug_assertions)) else { return };
        let of_case = match (shape.cases, self.case) {
            // Of fields that exclude each other the first is enough, and without a word nobody knows what to ask for.
            (Cases::OneOf(_), _) | (Cases::OfWord(..), None) => Vec::new(),
            _ => self.of_case(shape),
        };
        let passed_over = shape.fields.iter().chain(of_case).find(|field| !self.asked.contains(&field.name));
        debug_assert!(passed_over.is_none(), "no reader asks for {passed_over:?} of {shape:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::super::shape::{Case, optional, required};
    use super::*;
    use crate::source::Sources;

    /// `title` (required), `type`, and `help` with `type: choice` only.
    static SMALL: Shape = Shape {
        name: "small",
        fields: &[required("title", Kind::Text), optional("type", Kind::Text), optional("weight", Kind::Text)],
        cases: Cases::OfWord(
            "type",
            &[Case { word: "choice", fields: &[optional("help", Kind::Text)] }, Case { word: "text", fields: &[] }],
        ),
        ..Shape::EMPTY
    };

    /// The sentences about a map of this shape.
    fn said(text: &str) -> Vec<(String, String)> {
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add("a.yaml", text);
        let node = crate::yaml::parse(file, &sources, &mut out).expect("a tree");
        let mut fields = node.fields_of(&SMALL, &mut out).expect("a map");
        fields.case(&mut out);
        for name in ["title", "help", "weight"] {
            fields.text(name, &mut out);
        }
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
        assert_eq!(said("title: x\ntitles: y\n")[0].1, "choose from `title`, `type`, `weight` and `help`");
        assert_eq!(said("help: x\n")[0].0, "the field `title` is missing");
    }

    #[test]
    fn a_field_of_another_case_is_reported_once_and_never_suggested() {
        let said = said("title: x\ntype: text\nhelp: y\nhelpp: z\n");
        assert_eq!(said.len(), 2, "{said:?}");
        assert_eq!(said[1].1, "choose from `title`, `type` and `weight`");
    }

    #[test]
    fn where_the_case_cannot_be_told_the_fields_of_all_cases_may_be_there() {
        let said = said("title: x\ntype: txt\nhelp: y\n");
        assert_eq!(said.len(), 1, "{said:?}");
        assert_eq!(said[0].1, "did you mean `text`?");
    }

    #[test]
    fn a_field_is_the_one_that_is_known_but_for_what_cannot_be_seen_in_it() {
        let said = said("title: x\ntype\u{a0}: text\n");
        assert_eq!(said.len(), 1, "{said:?}");
        assert_eq!(said[0].0, "there is no field `type<U+00A0>` here");
        assert!(said[0].1.starts_with("delete this and type it again: "), "{said:?}");
        let said = self::said("title: x\ntype: \u{a0}text\n");
        assert_eq!(said[0].0, "`<U+00A0>text` is not possible here");
        assert!(said[0].1.starts_with("delete this and type it again: "), "{said:?}");
    }

    #[test]
    #[should_panic(expected = "no reader asks for")]
    fn a_reader_that_passes_a_field_over_stops() {
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add("a.yaml", "title: x\ntype: text\n");
        let node = crate::yaml::parse(file, &sources, &mut out).expect("a tree");
        let mut fields = node.fields_of(&SMALL, &mut out).expect("a map");
        fields.case(&mut out);
        fields.text("title", &mut out);
        fields.finish(&mut out);
    }
}
