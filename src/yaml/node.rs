//! The tree of a document, with the place of every key and value.

use crate::diagnostics::NodeKind;
use crate::source::Span;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// The stretch of text; of a list or map its first line.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What stands at a place.
#[derive(Clone, Debug)]
pub enum Value {
    /// One word or text.
    Scalar(Scalar),
    /// `[a, b]`
    List(Vec<Node>),
    /// `{a: 1}`, in the order of the file; keys are unique.
    Map(Vec<Entry>),
}

/// A word or text as written, escapes resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text.
    pub text: String,
    /// Whether it stood in quotes or in a block.
    pub quoted: bool,
    /// The comment right behind a text without quotes, where it does not look like one: its number sign touches what follows,
    /// as in `#1`.
    pub comment: Option<Span>,
}

/// The word before a colon.
#[derive(Clone, Debug)]
pub struct Key {
    /// The word.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether it stood in quotes.
    pub quoted: bool,
}

/// One field of a map.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name.
    pub key: Key,
    /// Its value.
    pub value: Node,
}

impl Scalar {
    /// Whether nothing was written: empty, `~` or `null`, without quotes.
    pub fn is_nothing(&self) -> bool {
        !self.quoted && matches!(self.text.as_str(), "" | "~" | "null" | "Null" | "NULL")
    }

    /// Whether other YAML readers take the bare word for true, false or nothing.
    pub fn is_ambiguous(&self) -> bool {
        const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
        !self.quoted && (self.text == "~" || WORDS.iter().any(|word| self.text.eq_ignore_ascii_case(word)))
    }

    /// The number, if the bare word is one: digits, a point, an exponent. No `1_000`, no `0x10`, no infinity.
    pub fn number(&self) -> Option<f64> {
        if self.quoted {
            return None;
        }
        number(&self.text)
    }
}

/// Reads a plain decimal number: digits with an optional sign, point and exponent, and nothing else.
pub(crate) fn number(text: &str) -> Option<f64> {
    let body = text.strip_prefix(['-', '+']).unwrap_or(text);
    let plain = body.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'-' | b'+'));
    if !plain || !body.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// Whether a key stands between commas in braces without a colon. The value that is not there then has the place of the
/// sign behind it; behind a colon, it has that of its key.
pub(super) fn is_bare(key: &Key, value: &Node) -> bool {
    let is_absent = matches!(&value.value, Value::Scalar(scalar) if !scalar.quoted && scalar.text.is_empty());
    is_absent && key.span.end <= value.span.start
}

impl Node {
    /// What kind of value this is, for messages.
    pub fn kind(&self) -> NodeKind {
        match &self.value {
            Value::Scalar(scalar) if scalar.is_nothing() => NodeKind::Nothing,
            Value::Scalar(scalar) if scalar.number().is_some() => NodeKind::Number,
            Value::Scalar(_) => NodeKind::Text,
            Value::List(_) => NodeKind::List,
            Value::Map(_) => NodeKind::Map,
        }
    }

    /// The value of a field, where this is a map that has it; for a look ahead that reports nothing.
    pub fn field(&self, name: &str) -> Option<&Node> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|entry| entry.key.text == name).map(|entry| &entry.value)
    }

    /// The text of a field, where it has one.
    pub fn field_text(&self, name: &str) -> Option<&str> {
        self.field(name)?.scalar().map(|scalar| scalar.text.as_str())
    }

    /// Whether nothing stands here.
    pub fn is_nothing(&self) -> bool {
        matches!(&self.value, Value::Scalar(scalar) if scalar.is_nothing())
    }

    /// The scalar, if it is one and not nothing.
    pub fn scalar(&self) -> Option<&Scalar> {
        match &self.value {
            Value::Scalar(scalar) if !scalar.is_nothing() => Some(scalar),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn only_plain_decimal_numbers_are_numbers() {
        assert_eq!(number("-1.5e3"), Some(-1500.0));
        assert_eq!(number("007"), Some(7.0));
        for text in ["1_000", "0x10", "inf", "nan", "1,5", "", "-", "e5", "1 000"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
