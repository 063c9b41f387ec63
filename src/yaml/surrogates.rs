//! Escaped characters beyond U+FFFF as JSON writes them: two escapes, `\\ud83d\\ude00`, for one 😀. YAML has one escape
//! for them, `\\U0001f600`, and that is what the parser gets; places stay those of the text as written.

use std::cell::RefCell;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::feed::{Feed, Trail};
use super::offsets::Offsets;

/// Bytes, and characters, of a pair as JSON writes it.
pub(super) const WRITTEN: usize = 12;
/// Those of the escape that the parser reads.
pub(super) const READ: usize = 10;

/// The text for the parser and the places of the pairs in the text as written.
pub(super) struct Rewritten {
    pub(super) text: String,
    pub(super) pairs: Vec<usize>,
}

/// Rewrites the pairs within double quotes; `None` where there are none. One half without the other is no character, and
/// stays for the parser to refuse.
pub(super) fn rewritten(text: &str) -> Option<Rewritten> {
    let pairs = pairs(text);
    if pairs.is_empty() {
        return None;
    }
    // Elsewhere a backslash is a character like any other. Only the parser knows where the quotes are.
    let (quoted, read_to) = quoted(text, &pairs);
    let is_escape = |&at: &usize| {
        let before = quoted.partition_point(|range| range.start < at);
        at >= read_to || before.checked_sub(1).is_some_and(|index| quoted[index].end > at)
    };
    let pairs: Vec<usize> = pairs.into_iter().filter(is_escape).collect();
    Some(Rewritten { text: with_one_escape(text, &pairs), pairs })
}

/// Where the backslash of a pair stands, anywhere in the text.
fn pairs(text: &str) -> Vec<usize> {
    let mut pairs = Vec::new();
    let mut from = 0;
    while let Some(found) = text[from..].find("\\u") {
        let at = from + found;
        let backslashes = text[..at].bytes().rev().take_while(|&byte| byte == b'\\').count();
        let is_pair = backslashes % 2 == 0 && pair(&text[at..]).is_some();
        pairs.extend(is_pair.then_some(at));
        from = at + if is_pair { WRITTEN } else { 2 };
    }
    pairs
}

/// The character that a pair at the start of a text stands for.
pub(super) fn pair(text: &str) -> Option<char> {
    let half = |start: usize| {
        let digits = text.get(start..start + 6)?.strip_prefix("\\u")?;
        let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        hexadecimal.then(|| u16::from_str_radix(digits, 16).ok()).flatten()
    };
    let halves = [half(0)?, half(6)?];
    let mut characters = char::decode_utf16(halves);
    // Two characters of their own are no pair.
    characters.next()?.ok().filter(|_| characters.next().is_none())
}

fn with_one_escape(text: &str, pairs: &[usize]) -> String {
    let mut rewritten = String::with_capacity(text.len());
    let mut from = 0;
    for &at in pairs {
        rewritten.push_str(&text[from..at]);
        let character = pair(&text[at..]).map_or(0, u32::from);
        rewritten.push_str(&format!("\\U{character:08x}"));
        from = at + WRITTEN;
    }
    rewritten.push_str(&text[from..]);
    rewritten
}

/// The stretches in double quotes, in bytes of the text as written, and how far the parser came.
fn quoted(text: &str, pairs: &[usize]) -> (Vec<Range<usize>>, usize) {
    let read = with_one_escape(text, pairs);
    let trail = RefCell::new(Trail::default());
    let offsets = Offsets::new(text, &read, pairs, &trail);
    let (mut ranges, mut read_to) = (Vec::new(), 0);
    for event in Parser::new(Feed::new(&read, &trail)) {
        let Ok((event, marked)) = event else { return (ranges, read_to) };
        let range = offsets.byte(marked.start.index()) as usize..offsets.byte(marked.end.index()) as usize;
        if matches!(event, Event::Scalar(_, ScalarStyle::DoubleQuoted, ..)) {
            ranges.push(range.clone());
        }
        read_to = read_to.max(range.end);
    }
    (ranges, text.len())
}

#[cfg(test)]
mod tests {
    use crate::diagnostics::{Diagnostics, FileFinding, Finding, SyntaxKind};
    use crate::source::Sources;
    use crate::yaml::{Node, Value, parse};

    type Items = Vec<(String, String)>;
    type Problems = Vec<(FileFinding, String)>;

    /// The texts in a list with the characters that each is pointed at by, and the problems.
    fn read(text: &str) -> (Items, Problems) {
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let file = sources.add("a.json", text);
        let node = parse(file, &sources, &mut out);
        let slice = |span| sources.get(file).slice(span).to_owned();
        let Some(Node { value: Value::List(items), .. }) = node else {
            let problems = out.sorted().into_iter().map(|one| match &one.finding {
                Finding::File(finding) => (finding.clone(), slice(one.span)),
                other => panic!("{other:?}"),
            });
            return (Vec::new(), problems.collect());
        };
        assert!(out.is_empty(), "{text}: {:?}", out.sorted());
        let shown =
            |item: &Node| (item.scalar().map(|scalar| scalar.text.clone()).unwrap_or_default(), slice(item.span));
        (items.iter().map(shown).collect(), Vec::new())
    }

    #[test]
    fn a_pair_is_one_character_and_what_follows_keeps_its_place() {
        let (items, _) = read(r#"["a \ud83d\ude00\uD83D\uDE80 é", "b\u00e9", "🚀", c]"#);
        let expected =
            [("a 😀🚀 é", r#""a \ud83d\ude00\uD83D\uDE80 é""#), ("bé", r#""b\u00e9""#), ("🚀", "\"🚀\""), ("c", "c")];
        assert_eq!(items, expected.map(|(text, shown)| (text.to_owned(), shown.to_owned())));
    }

    #[test]
    fn outside_double_quotes_and_after_a_backslash_it_is_text() {
        let (items, _) =
            read("- '\\ud83d\\ude00'\n- \\ud83d\\ude00 # \\ud83d\\ude00\n- \"\\\\ud83d\"\n- \"\\ud83d\\ude00\"\n");
        let texts: Vec<&str> = items.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["\\ud83d\\ude00", "\\ud83d\\ude00", "\\ud83d", "😀"]);
    }

    #[test]
    fn half_a_pair_is_refused_where_it_stands() {
        let cases = [
            (r#"["\ud83d\ude00 \ud83d"]"#, r"\ud83d"),
            (r#"["\ud83d\ude00", "\ude00\ud83d"]"#, r"\ude00"),
            (r#"["\ud83d\u0041"]"#, r"\ud83d"),
            (r#"["\ud83d", "\ud83d\ude00"]"#, r"\ud83d"),
            (r#"["\ud83d\ude0"]"#, r"\ud83d"),
        ];
        for (text, marked) in cases {
            let expected = (FileFinding::Syntax(SyntaxKind::BadEscape), marked.to_owned());
            assert_eq!(read(text).1, [expected], "{text}");
        }
    }
}
