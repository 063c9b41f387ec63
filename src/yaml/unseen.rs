//! What other programs put into a file without anybody seeing it, and what looks right and is not: marks of a merge, blanks
//! that are no blanks, long dashes, curly quotes. When reading stops, the mistake is often one of these, near by.

use std::ops::Range;

use crate::diagnostics::{Lookalike, SyntaxKind, is_unseen};

/// How a program for version control begins the lines that it leaves to people.
const MERGE: [&str; 2] = ["<<<<<<< ", ">>>>>>> "];
/// How many lines back a blank that is none may stand: it joins its line to the one before.
const LINES_BACK: usize = 2;
/// What a word processor makes of the dash of a list.
const DASHES: [char; 4] = ['–', '—', '−', '•'];
const CURLY: [char; 4] = ['“', '”', '„', '‟'];

/// A better word for what is wrong at `range`, and where that is, if it is one of these mistakes.
pub(super) fn another_look(text: &str, kind: SyntaxKind, range: &Range<usize>) -> Option<(Lookalike, Range<usize>)> {
    merge(text).or_else(|| blank(text, range.start)).or_else(|| match kind {
        SyntaxKind::Indentation => dash(text, range.start),
        SyntaxKind::MissingColon => colon(text, range),
        SyntaxKind::AfterQuote | SyntaxKind::OpenQuote => curly_quote(text, kind, range),
        SyntaxKind::OpenBracket => comment(text, range.start),
        SyntaxKind::MissingComma => before_bracket(text, range.start),
        _ => None,
    })
}

fn merge(text: &str) -> Option<(Lookalike, Range<usize>)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if MERGE.iter().any(|mark| line.starts_with(mark)) {
            return Some((Lookalike::Merge, start..start + line.trim_end().len()));
        }
        start += line.len();
    }
    None
}

/// A blank that YAML does not take for one, before the first word of this line or one shortly before it.
fn blank(text: &str, at: usize) -> Option<(Lookalike, Range<usize>)> {
    let mut end = text[at..].find('\n').map_or(text.len(), |offset| at + offset + 1);
    for line in text[..end].split_inclusive('\n').rev().take(1 + LINES_BACK) {
        let start = end - line.len();
        let indented = line.trim_start_matches([' ', '-', '\t']);
        if let Some(unseen) = indented.chars().next().filter(|c| is_unseen(*c)) {
            let start = start + (line.len() - indented.len());
            return Some((Lookalike::UnseenBlank, start..start + unseen.len_utf8()));
        }
        end = start;
    }
    None
}

/// A dash that is too long, or touches the word behind it, at the start of the line.
fn dash(text: &str, at: usize) -> Option<(Lookalike, Range<usize>)> {
    let first = text[at..].chars().next()?;
    let next = text[at + first.len_utf8()..].chars().next()?;
    let range = at..at + first.len_utf8();
    match first {
        _ if DASHES.contains(&first) => Some((Lookalike::LongDash, range)),
        '-' if next.is_alphabetic() => Some((Lookalike::TightDash, super::syntax::word_at(text, at))),
        _ => None,
    }
}

/// A line with a colon that does not count: without a blank behind it, or with one that is none, or inside quotes around the whole line.
fn colon(text: &str, range: &Range<usize>) -> Option<(Lookalike, Range<usize>)> {
    let line = &text[range.clone()];
    if line.starts_with(['"', '\'']) && line.contains(": ") {
        return Some((Lookalike::QuotedLine, range.clone()));
    }
    let line = line.trim_start_matches("- ");
    let start = range.end - line.len();
    if let Some(unseen) = behind_colon(line) {
        return Some((Lookalike::UnseenBlank, start + unseen.start..start + unseen.end));
    }
    let (field, value) = line.split_once(':')?;
    let is_field = !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let at = start + field.len();
    (is_field && !value.starts_with("//")).then_some((Lookalike::TightColon, at..at + 1))
}

/// A blank that is none between the colon of a field and the bracket that opens its value.
fn before_bracket(text: &str, bracket: usize) -> Option<(Lookalike, Range<usize>)> {
    let before = text[..bracket].trim_end_matches(|c: char| c == ' ' || is_unseen(c));
    let unseen = text[before.len()..bracket].char_indices().find(|(_, c)| is_unseen(*c));
    let (at, c) = unseen.filter(|_| before.ends_with(':'))?;
    Some((Lookalike::UnseenBlank, before.len() + at..before.len() + at + c.len_utf8()))
}

/// Where a blank that YAML does not take for one stands behind the first colon of a text, if a word stands before that.
pub(super) fn behind_colon(text: &str) -> Option<Range<usize>> {
    let (word, value) = text.split_once(':')?;
    let unseen = value.chars().next().filter(|c| is_unseen(*c))?;
    let is_word = !word.is_empty() && !word.contains(|c: char| c.is_whitespace() || c == '"' || is_unseen(c));
    let at = word.len() + 1;
    is_word.then(|| at..at + unseen.len_utf8())
}

/// A curly quote that was to close what a straight one opened, on the same line.
fn curly_quote(text: &str, kind: SyntaxKind, range: &Range<usize>) -> Option<(Lookalike, Range<usize>)> {
    let line_start = text[..range.start].rfind('\n').map_or(0, |offset| offset + 1);
    let stretch = match kind {
        SyntaxKind::OpenQuote => range.end..text[range.end..].find('\n').map_or(text.len(), |end| range.end + end),
        _ => {
            // The straight quote that closed too late stands right before; the one that opened, before the curly one.
            let before = text[line_start..range.start].trim_end().strip_suffix('"')?;
            line_start + before.rfind('"')? + 1..line_start + before.len()
        }
    };
    let at = stretch.start + text[stretch].find(CURLY)?;
    let length = text[at..].chars().next().map_or(0, char::len_utf8);
    Some((Lookalike::CurlyQuote, at..at + length))
}

/// A number sign that makes a comment of the end of a line, closing bracket and all.
fn comment(text: &str, bracket: usize) -> Option<(Lookalike, Range<usize>)> {
    let line = text[bracket..].lines().next()?;
    let hash = line.find(" #")? + 1;
    let quotes = line[..hash].matches('"').count();
    let closes = line[hash..].contains(['}', ']']);
    let at = bracket + hash;
    (quotes % 2 == 0 && closes).then_some((Lookalike::HiddenByComment, at..at + 1))
}
