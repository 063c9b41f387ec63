//! One line of JSON as a row of a table: an object of keys and plain values. This file reads the line; it does not know
//! what a key stands for.

use std::borrow::Cow;
use std::ops::Range;

/// What stands behind a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    /// A text, with or without escapes.
    Text {
        escaped: bool,
    },
    Number,
    Bool(bool),
    List,
    Object,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// Between the quotes.
    key: Range<usize>,
    escaped: bool,
    /// As written, quotes included.
    pub(super) value: Range<usize>,
    kind: Kind,
}

/// Why a line or a value is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// From this byte on it is no JSON object.
    Syntax(usize),
    /// A list or an object where a plain value belongs.
    Nested,
    /// The character that stands in no text.
    Nul,
}

/// Reads the members of the object on a line, in the order in which they stand there.
pub(super) fn members(line: &[u8], mut each: impl FnMut(Member)) -> Result<(), Flaw> {
    let mut at = blanks(line, 0);
    expect(line, &mut at, b'{')?;
    at = blanks(line, at);
    if line.get(at) == Some(&b'}') {
        return end(line, at + 1);
    }
    loop {
        let key = at + 1;
        let (after, escaped) = string(line, at)?;
        at = blanks(line, after);
        expect(line, &mut at, b':')?;
        at = blanks(line, at);
        let (end_of_value, kind) = value(line, at, 0)?;
        each(Member { key: key..after - 1, escaped, value: at..end_of_value, kind });
        at = blanks(line, end_of_value);
        match line.get(at) {
            Some(b',') => at = blanks(line, at + 1),
            Some(b'}') => return end(line, at + 1),
            _ => return Err(Flaw::Syntax(at)),
        }
    }
}

impl Member {
    /// Whether nothing stands behind the key.
    pub(super) fn is_null(&self) -> bool {
        self.kind == Kind::Null
    }

    /// The key.
    pub(super) fn key<'l>(&self, line: &'l [u8]) -> Result<Cow<'l, [u8]>, Flaw> {
        if self.escaped { unescaped(line, self.key.clone()).map(Cow::Owned) } else { Ok(line[self.key.clone()].into()) }
    }

    /// Where the key stands, quotes included.
    pub(super) fn key_place(&self) -> Range<usize> {
        self.key.start - 1..self.key.end + 1
    }

    /// The value as a cell of a table holds it: truth as yes and no, and of an answer a list joined.
    pub(super) fn cell<'l>(&self, line: &'l [u8], is_answer: bool) -> Result<Cow<'l, [u8]>, Flaw> {
        if self.kind == Kind::List && is_answer {
            return list(line, self.value.clone()).map(Cow::Owned);
        }
        plain(line, self.value.clone(), self.kind)
    }
}

fn plain(line: &[u8], place: Range<usize>, kind: Kind) -> Result<Cow<'_, [u8]>, Flaw> {
    Ok(match kind {
        Kind::Null => Cow::Borrowed(b"".as_slice()),
        Kind::Text { escaped } => {
            let inner = place.start + 1..place.end - 1;
            if escaped { Cow::Owned(unescaped(line, inner)?) } else { Cow::Borrowed(&line[inner]) }
        }
        Kind::Number => number(&line[place]),
        Kind::Bool(value) => Cow::Borrowed(if value { b"yes".as_slice() } else { b"no" }),
        Kind::List | Kind::Object => return Err(Flaw::Nested),
    })
}

/// The boxes that are ticked.
fn list(line: &[u8], place: Range<usize>) -> Result<Vec<u8>, Flaw> {
    let mut ids = Vec::new();
    let mut at = blanks(line, place.start + 1);
    while line.get(at) != Some(&b']') {
        let (after, kind) = value(line, at, 0)?;
        if !ids.is_empty() {
            ids.push(b'|');
        }
        ids.extend_from_slice(&plain(line, at..after, kind)?);
        at = blanks(line, after);
        if line.get(at) == Some(&b',') {
            at = blanks(line, at + 1);
        }
    }
    Ok(if ids.is_empty() { b"none".to_vec() } else { ids })
}

/// A number as people write it: `2.0` and `2e0` are 2.
fn number(written: &[u8]) -> Cow<'_, [u8]> {
    /// Whole numbers up to here are exact.
    const EXACT: f64 = 9e15;
    if written.iter().all(|byte| byte.is_ascii_digit() || *byte == b'-') {
        return Cow::Borrowed(written);
    }
    let value = std::str::from_utf8(written).ok().and_then(|text| text.parse::<f64>().ok());
    match value {
        Some(value) if value.fract() == 0.0 && value.abs() < EXACT => {
            Cow::Owned(itoa::Buffer::new().format(value as i64).as_bytes().to_vec())
        }
        Some(value) if value.is_finite() && written.iter().any(|byte| matches!(byte, b'e' | b'E')) => {
            Cow::Owned(zmij::Buffer::new().format_finite(value).as_bytes().to_vec())
        }
        _ => Cow::Borrowed(written),
    }
}

pub(super) fn blanks(line: &[u8], mut at: usize) -> usize {
    while matches!(line.get(at), Some(b' ' | b'\t' | b'\r' | b'\n')) {
        at += 1;
    }
    at
}

fn expect(line: &[u8], at: &mut usize, byte: u8) -> Result<(), Flaw> {
    if line.get(*at) != Some(&byte) {
        return Err(Flaw::Syntax(*at));
    }
    *at += 1;
    Ok(())
}

fn end(line: &[u8], at: usize) -> Result<(), Flaw> {
    let at = blanks(line, at);
    if at == line.len() { Ok(()) } else { Err(Flaw::Syntax(at)) }
}

/// The place after a text, and whether there are escapes in it.
fn string(line: &[u8], start: usize) -> Result<(usize, bool), Flaw> {
    let mut at = start;
    expect(line, &mut at, b'"')?;
    let mut escaped = false;
    loop {
        match line.get(at) {
            Some(b'"') => return Ok((at + 1, escaped)),
            Some(b'\\') => {
                escaped = true;
                at += 2;
            }
            Some(_) => at += 1,
            None => return Err(Flaw::Syntax(start)),
        }
    }
}

/// The place after a value, and what it is.
fn value(line: &[u8], at: usize, depth: usize) -> Result<(usize, Kind), Flaw> {
    /// Nobody means more.
    const DEEPEST: usize = 64;
    let word = |word: &[u8], kind| {
        let there = line.get(at..).is_some_and(|rest| rest.starts_with(word));
        if there { Ok((at + word.len(), kind)) } else { Err(Flaw::Syntax(at)) }
    };
    match line.get(at) {
        Some(b'"') => string(line, at).map(|(end, escaped)| (end, Kind::Text { escaped })),
        Some(b'n') => word(b"null", Kind::Null),
        Some(b't') => word(b"true", Kind::Bool(true)),
        Some(b'f') => word(b"false", Kind::Bool(false)),
        Some(b'-' | b'0'..=b'9') => number_end(line, at).map(|end| (end, Kind::Number)),
        Some(b'[') if depth < DEEPEST => {
            let end = items(line, at + 1, b']', |at| Ok(value(line, at, depth + 1)?.0))?;
            Ok((end, Kind::List))
        }
        Some(b'{') if depth < DEEPEST => {
            let member = |at| {
                let mut at = blanks(line, string(line, at)?.0);
                expect(line, &mut at, b':')?;
                Ok(value(line, blanks(line, at), depth + 1)?.0)
            };
            Ok((items(line, at + 1, b'}', member)?, Kind::Object))
        }
        _ => Err(Flaw::Syntax(at)),
    }
}

/// The place after the bracket that closes a list of things, each read by `item`.
fn items(line: &[u8], at: usize, close: u8, item: impl Fn(usize) -> Result<usize, Flaw>) -> Result<usize, Flaw> {
    let mut at = blanks(line, at);
    if line.get(at) == Some(&close) {
        return Ok(at + 1);
    }
    loop {
        at = blanks(line, item(at)?);
        match line.get(at) {
            Some(b',') => at = blanks(line, at + 1),
            Some(byte) if *byte == close => return Ok(at + 1),
            _ => return Err(Flaw::Syntax(at)),
        }
    }
}

fn number_end(line: &[u8], start: usize) -> Result<usize, Flaw> {
    let digits = |at: usize| {
        let end = at + line[at.min(line.len())..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if end > at { Ok(end) } else { Err(Flaw::Syntax(start)) }
    };
    let first = start + usize::from(line[start] == b'-');
    let mut at = digits(first)?;
    if line[first] == b'0' && at > first + 1 {
        return Err(Flaw::Syntax(start));
    }
    if line.get(at) == Some(&b'.') {
        at = digits(at + 1)?;
    }
    if matches!(line.get(at), Some(b'e' | b'E')) {
        at += 1;
        at = digits(at + usize::from(matches!(line.get(at), Some(b'+' | b'-'))))?;
    }
    Ok(at)
}

/// A text with what its escapes stand for.
fn unescaped(line: &[u8], place: Range<usize>) -> Result<Vec<u8>, Flaw> {
    let (start, text) = (place.start, &line[place]);
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        if byte != b'\\' {
            out.push(byte);
            at += 1;
            continue;
        }
        let plain = match text.get(at + 1) {
            Some(&(b'"' | b'\\' | b'/')) => text[at + 1],
            Some(b'n') => b'\n',
            Some(b't') => b'\t',
            Some(b'r') => b'\r',
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'u') => {
                let (character, length) = character(&text[at..]).ok_or(Flaw::Syntax(start + at))?;
                if character == '\0' {
                    return Err(Flaw::Nul);
                }
                out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                at += length;
                continue;
            }
            _ => return Err(Flaw::Syntax(start + at)),
        };
        out.push(plain);
        at += 2;
    }
    Ok(out)
}

/// The character of one escape `\uXXXX`, or of the two that one beyond U+FFFF takes, and their length.
fn character(text: &[u8]) -> Option<(char, usize)> {
    let unit = |at: usize| -> Option<u32> {
        let digits = text.get(at..at + 6)?.strip_prefix(b"\\u")?;
        let digits = std::str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|d| d.is_ascii_hexdigit()))?;
        u32::from_str_radix(digits, 16).ok()
    };
    let first = unit(0)?;
    if !(0xd800..0xdc00).contains(&first) {
        return Some((char::from_u32(first)?, 6));
    }
    let second = unit(6).filter(|second| (0xdc00..0xe000).contains(second))?;
    Some((char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00))?, 12))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str) -> Result<Vec<(String, String)>, Flaw> {
        let (mut found, mut flaw) = (Vec::new(), None);
        let text = |bytes: Cow<'_, [u8]>| String::from_utf8(bytes.into_owned()).expect("UTF-8");
        members(line.as_bytes(), |member| {
            match member.key(line.as_bytes()).and_then(|key| Ok((key, member.cell(line.as_bytes(), true)?))) {
                Ok((key, cell)) => found.push((text(key), text(cell))),
                Err(why) => flaw = Some(why),
            }
        })?;
        flaw.map_or(Ok(found), Err)
    }

    #[test]
    fn every_plain_value_becomes_the_cell_that_a_table_would_hold() {
        let line = r#" { "a":"x\"\u00e9\ud83d\ude00" ,"\u0062":null, "c":2.0,"d":-1.5e1,"e":0.25,"f":true,"g":["p",3] , "h":[ ] } "#;
        let expected = [
            ("a", "x\"é😀"),
            ("b", ""),
            ("c", "2"),
            ("d", "-15"),
            ("e", "0.25"),
            ("f", "yes"),
            ("g", "p|3"),
            ("h", "none"),
        ];
        assert_eq!(cells(line), Ok(expected.map(|(key, cell)| (key.to_owned(), cell.to_owned())).to_vec()));
        assert_eq!(cells("{}"), Ok(Vec::new()));
    }

    #[test]
    fn what_is_no_object_says_from_which_byte_on() {
        let wrong = [
            ("[1]", 0),
            ("", 0),
            ("{\"a\":1", 6),
            ("{\"a\":1}x", 7),
            ("{\"a\" 1}", 5),
            ("{a:1}", 1),
            ("{\"a\":01}", 5),
            ("{\"a\":1.}", 5),
            ("{\"a\":NaN}", 5),
            ("{\"a\":\"\\x\"}", 6),
            ("{\"a\":\"\\ud800\"}", 6),
            ("{\"a\":1,}", 7),
            ("{\"a\":\"x}", 5),
            ("{\"a\":-}", 5),
            ("{\"a\":\"x\\", 5),
        ];
        for (line, at) in wrong {
            assert_eq!(cells(line), Err(Flaw::Syntax(at)), "{line}");
        }
        assert_eq!(cells("{\"a\":{\"b\":[1,{}]}}"), Err(Flaw::Nested));
        assert_eq!(cells("{\"a\":\"x\\u0000\"}"), Err(Flaw::Nul));
        assert_eq!(cells("{\"a\":[\"\\u0000\"]}"), Err(Flaw::Nul));
        assert_eq!(cells("{\"a\":[[1]]}"), Err(Flaw::Nested));
        assert!(cells(&format!("{{\"a\":{}", "[".repeat(100_000))).is_err(), "no end of the stack");
    }
}
