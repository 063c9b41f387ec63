//! What a reader of YAML needs to be told when the parser gives up: in what way the text is wrong, and the place where
//! the mistake was made, which is seldom the place where the parser noticed it.
//!
//! The parser's own words are English and about tokens; they are looked at here and shown to nobody.

use std::ops::Range;

use super::brackets::{is_closed, last_open};
use super::build::DEPTH_LIMIT;
use super::surrogates::{WRITTEN, pair};
use super::unseen::another_look;
use crate::diagnostics::{FileFinding, SyntaxKind};

/// What the parser says, by a piece of its sentence, and what that comes down to. The first that fits counts.
const SAID: [(&str, SyntaxKind); 26] = [
    ("unknown escape character", SyntaxKind::BadEscape),
    ("expected hexadecimal number", SyntaxKind::BadEscape),
    ("invalid Unicode character escape", SyntaxKind::BadEscape),
    ("trailing content after double-quoted", SyntaxKind::AfterQuote),
    ("in quoted scalar", SyntaxKind::OpenQuote),
    ("a quoted scalar, found unexpected", SyntaxKind::OpenQuote),
    ("misplaced bracket", SyntaxKind::StrayBracket),
    ("while parsing a flow", SyntaxKind::OpenBracket),
    ("in flow construct", SyntaxKind::OpenBracket),
    ("illegal placement of ':'", SyntaxKind::OpenBracket),
    ("only valid inside a block", SyntaxKind::OpenBracket),
    ("unexpected end of plain scalar", SyntaxKind::OpenBracket),
    ("did not find expected node content", SyntaxKind::OpenBracket),
    ("mapping values are not allowed", SyntaxKind::StrayColon),
    ("may not precede any of", SyntaxKind::StrayColon),
    ("simple key expect", SyntaxKind::MissingColon),
    ("did not find expected key", SyntaxKind::Indentation),
    ("did not find expected '-'", SyntaxKind::Indentation),
    ("invalid indentation", SyntaxKind::Indentation),
    ("wrongly indented line", SyntaxKind::Indentation),
    ("sequence entries are not allowed", SyntaxKind::Indentation),
    ("expected <document start>", SyntaxKind::Indentation),
    ("unexpected character", SyntaxKind::SpecialCharacter),
    ("directive", SyntaxKind::SpecialCharacter),
    ("expected alphabetic or numeric", SyntaxKind::SpecialCharacter),
    ("mapping keys are not allowed", SyntaxKind::SpecialCharacter),
];

/// What to report when the parser stopped at byte `at`, saying `said`. `known` is a byte before which everything has
/// been understood, outside all brackets or at the outermost one that is open.
pub(super) fn trouble(text: &str, at: usize, said: &str, known: usize) -> (FileFinding, Range<usize>) {
    let at = at.min(text.len());
    let here = here(text, at);
    if said.contains("recursion limit") {
        return (FileFinding::TooDeep(DEPTH_LIMIT), here);
    }
    if said.contains("unknown anchor") || said.contains("tag") {
        return (FileFinding::Alias, word_at(text, here.start));
    }
    if (said.contains("tab") || said.contains("YAML whitespace"))
        && let Some(tab) = tab_near(text, at)
    {
        return (FileFinding::Tab, tab..tab + 1);
    }
    let kind = SAID.iter().find(|(piece, _)| said.contains(piece)).map_or(SyntaxKind::Other, |(_, kind)| *kind);
    let (kind, range) = place(text, at, kind, known, here);
    let (kind, range) = match another_look(text, kind, &range) {
        Some((lookalike, range)) => (SyntaxKind::Lookalike(lookalike), range),
        None => (kind, range),
    };
    (FileFinding::Syntax(kind), range)
}

/// The place where the mistake was made, and what kind of mistake it is after another look.
fn place(text: &str, at: usize, kind: SyntaxKind, known: usize, here: Range<usize>) -> (SyntaxKind, Range<usize>) {
    match kind {
        SyntaxKind::BadEscape => (kind, bad_escape(text, at).unwrap_or(here)),
        SyntaxKind::AfterQuote => (kind, word_at(text, here.start)),
        SyntaxKind::MissingColon => (kind, line_before(text, at).unwrap_or(here)),
        SyntaxKind::OpenBracket | SyntaxKind::Indentation | SyntaxKind::StrayColon => {
            match last_open(text, known, at) {
                Some(bracket) if !is_closed(text, bracket) => (SyntaxKind::OpenBracket, bracket..bracket + 1),
                Some(_) if text[here.clone()] == *":" => (SyntaxKind::StrayColon, here),
                Some(_) if kind == SyntaxKind::OpenBracket => (SyntaxKind::MissingComma, word_at(text, here.start)),
                Some(_) => (SyntaxKind::Indentation, first_word(text, here.start)),
                None => outside_brackets(text, kind, here),
            }
        }
        _ => (kind, here),
    }
}

/// A colon that is the first of its line belongs to a field that is indented wrongly; one after another colon stands
/// in a text. A line that is not in place is shown by its first word.
fn outside_brackets(text: &str, kind: SyntaxKind, here: Range<usize>) -> (SyntaxKind, Range<usize>) {
    let line_start = line_start(text, here.start);
    let before = text[line_start..here.start].trim_start_matches(['-', ' ']);
    let first = first_word(text, here.start);
    match kind {
        SyntaxKind::StrayColon if !before.contains(": ") && line_start > 0 => (SyntaxKind::Indentation, first),
        SyntaxKind::Indentation if before.is_empty() => (kind, first),
        SyntaxKind::StrayColon => (kind, here),
        _ => (SyntaxKind::Other, word_at(text, here.start)),
    }
}

/// The character at `at`, or the one before it when a line or the file ended too early.
fn here(text: &str, at: usize) -> Range<usize> {
    let start = if text[at..].starts_with(|c| c != '\r' && c != '\n') && at < text.trim_end().len() {
        at
    } else {
        let before = text[..at].trim_end().char_indices().next_back();
        before.map_or(text.len() - text.trim_start().len(), |(start, _)| start)
    };
    let length = text[start..].chars().next().map_or(0, char::len_utf8);
    start..start + length
}

/// The first word of the line that `at` is in.
fn first_word(text: &str, at: usize) -> Range<usize> {
    word_at(text, at - text[line_start(text, at)..at].trim_start().len())
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |offset| offset + 1)
}

/// From `start` to the next blank, comma, bracket, or colon that ends a key; at least one character.
pub(super) fn word_at(text: &str, start: usize) -> Range<usize> {
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}' | '[' | '{' | ':');
    let mut characters = text[start..].char_indices();
    let first = characters.next().map_or(0, |(_, c)| c.len_utf8());
    let end = characters.find(|(_, c)| ends(*c)).map(|(offset, _)| offset);
    start..start + end.unwrap_or(text.len() - start).max(first)
}

/// The first tab in the indentation of the line of `at` or of one after it, else one that stands before `at`.
fn tab_near(text: &str, at: usize) -> Option<usize> {
    let from = line_start(text, at);
    let mut start = from;
    for line in text[from..].split_inclusive('\n') {
        let blank = line.len() - line.trim_start().len();
        if let Some(tab) = line[..blank].find('\t') {
            return Some(start + tab);
        }
        start += line.len();
    }
    text[from..at].rfind('\t').map(|tab| from + tab)
}

/// The first backslash that the parser cannot have understood, in the text that starts with the quote at `quote`.
fn bad_escape(text: &str, quote: usize) -> Option<Range<usize>> {
    let mut rest = text.get(quote + 1..)?.char_indices();
    while let Some((offset, c)) = rest.next() {
        if c != '\\' {
            continue;
        }
        let start = quote + 1 + offset;
        if pair(&text[start..]).is_some() {
            rest.nth(WRITTEN - 2)?;
            continue;
        }
        let (_, code) = rest.next()?;
        let digits = match code {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ if "0abtnvfre \"/\\N_LP\t\r\n".contains(code) => continue,
            _ => return Some(start..start + 1 + code.len_utf8()),
        };
        let given: String = text[start + 2..].chars().take(digits).take_while(char::is_ascii_hexdigit).collect();
        let value = u32::from_str_radix(&given, 16).ok().and_then(char::from_u32);
        if given.len() < digits || value.is_none() {
            return Some(start..start + 2 + given.len());
        }
    }
    None
}

/// The last line before `at` that holds more than a comment.
fn line_before(text: &str, at: usize) -> Option<Range<usize>> {
    let mut end = at;
    for line in text[..at].split_inclusive('\n').rev() {
        let start = end - line.len();
        let content = line.trim();
        if !content.is_empty() && !content.starts_with('#') {
            let content = content.find(" #").map_or(content, |comment| content[..comment].trim_end());
            let start = start + (line.len() - line.trim_start().len());
            return Some(start..start + content.len());
        }
        end = start;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Diagnostics, Finding, Lookalike};
    use crate::source::Sources;

    /// What is reported for a text, and the marked characters.
    fn told(text: &str) -> (FileFinding, String) {
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add("a.yaml", text);
        assert!(crate::yaml::parse(file, &sources, &mut out).is_none(), "{text}");
        let list = out.sorted();
        let [one] = list[..] else { panic!("{} problems: {text}", list.len()) };
        let Finding::File(finding) = &one.finding else { panic!("{one:?}") };
        (finding.clone(), sources.get(file).slice(one.span).to_owned())
    }

    #[test]
    fn a_mistake_is_named_and_shown_where_it_was_made() {
        let cases = [
            ("a: \"x\nb: 1\n", SyntaxKind::OpenQuote, "\""),
            ("a: 'foto's'\n", SyntaxKind::AfterQuote, "s'"),
            ("a: \"é \\d\"\n", SyntaxKind::BadEscape, "\\d"),
            ("a: \"\\\\ \\x4\"\n", SyntaxKind::BadEscape, "\\x4"),
            ("a: {b: [1, 2}\nc: 1\n", SyntaxKind::OpenBracket, "["),
            ("a: {b: 1\nc: {d: 2}\n", SyntaxKind::OpenBracket, "{"),
            ("a: [1\n", SyntaxKind::OpenBracket, "["),
            ("a: [1]]\n", SyntaxKind::StrayBracket, "]"),
            ("a: [{b: 1} {c: 2}]\n", SyntaxKind::MissingComma, "{c"),
            ("a: {\n b: c: d,\n e: 1}\n", SyntaxKind::StrayColon, ":"),
            ("a: b: c\n", SyntaxKind::StrayColon, ":"),
            ("a: 1\n  b: 2\n", SyntaxKind::Indentation, "b"),
            ("a:\n  b: 1\n c: 2\n", SyntaxKind::Indentation, "c"),
            ("a: 1\nbé d # noot\n# noot\nc: 2\n", SyntaxKind::MissingColon, "bé d"),
            ("a: 1\nb\n", SyntaxKind::MissingColon, "b"),
            ("a: @b\n", SyntaxKind::SpecialCharacter, "@"),
            ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\n", SyntaxKind::Lookalike(Lookalike::Merge), "<<<<<<< HEAD"),
            ("a:\n  b: 1\n\u{a0}c: 2\n  d: 3\n", SyntaxKind::Lookalike(Lookalike::UnseenBlank), "\u{a0}"),
            ("a: 1\ntype:\u{a0}rating\n", SyntaxKind::Lookalike(Lookalike::UnseenBlank), "\u{a0}"),
            ("a: 1\nq1:\u{a0}ja\n", SyntaxKind::Lookalike(Lookalike::UnseenBlank), "\u{a0}"),
            ("a: 1\nb: {c: 2, at:\u{a0}{t: x}}\n", SyntaxKind::Lookalike(Lookalike::UnseenBlank), "\u{a0}"),
            ("a:\n  - b: 1\n  – b: 2\n", SyntaxKind::Lookalike(Lookalike::LongDash), "–"),
            ("a:\n  - b: 1\n  -b: 2\n", SyntaxKind::Lookalike(Lookalike::TightDash), "-b"),
            ("a: 1\nb:2\nc: 3\n", SyntaxKind::Lookalike(Lookalike::TightColon), ":"),
            ("a: 1\n\"b: 2\"\nc: 3\n", SyntaxKind::Lookalike(Lookalike::QuotedLine), "\"b: 2\""),
            ("a: {b: \"é”, c: \"d\"}\n", SyntaxKind::Lookalike(Lookalike::CurlyQuote), "”"),
            ("a: \"é”\nb: 1\n", SyntaxKind::Lookalike(Lookalike::CurlyQuote), "”"),
            ("a: {b: punt #1, c: d}\ne: 1\n", SyntaxKind::Lookalike(Lookalike::HiddenByComment), "#"),
        ];
        for (text, kind, marked) in cases {
            assert_eq!(told(text), (FileFinding::Syntax(kind), marked.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_tab_is_blamed_where_it_stands_and_not_where_the_parser_noticed_it() {
        for text in ["a:\n  - b\n\t- c\n", "a:\tb\n", "a:\n  b: |\n\tc\n"] {
            assert_eq!(told(text), (FileFinding::Tab, "\t".to_owned()), "{text:?}");
        }
    }

    #[test]
    fn a_place_is_never_a_line_break() {
        for text in ["a: 1\r- \r\n", "a: |x\r\n", "%\r\n\r\n", "? \r\n\t- a\r\n"] {
            let mut sources = Sources::new();
            let mut out = Diagnostics::new();
            let file = sources.add("a.yaml", text);
            crate::yaml::parse(file, &sources, &mut out);
            for one in out.sorted() {
                assert!(!sources.get(file).slice(one.span).contains(['\r', '\n']), "{text:?}: {one:?}");
            }
        }
    }
}
