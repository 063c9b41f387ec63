//! Keeps text text in CommonMark with pipe tables. Knows nothing of documents.

use crate::report::text::{clean, clean_part};

/// Characters that may begin markup wherever they stand, the marks of links, mail addresses and formulas that common
/// extensions know included.
const MARKUP: &str = "\\`*_[]<>|~#&$@";

/// `text` for the middle of a line or a table cell.
pub(super) fn inline(text: &str) -> String {
    escape(&clean(text))
}

/// [`inline`] for a part of a sentence: the spaces at its ends stay.
pub(super) fn part(text: &str) -> String {
    escape(&clean_part(text))
}

/// `text` for the start of a line, where a number or a dash would begin a list.
pub(super) fn line(text: &str) -> String {
    at_start(inline(text))
}

/// The guard of [`line`] for a line that has its other escapes already.
pub(super) fn at_start(escaped: String) -> String {
    let digits = escaped.chars().take_while(char::is_ascii_digit).count();
    match escaped[digits..].chars().next() {
        Some('-' | '+' | '=' | ':') if digits == 0 => format!("\\{escaped}"),
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &escaped[..digits], &escaped[digits..]),
        _ => escaped,
    }
}

/// `text` as code. The fence is one backtick longer than any run inside.
pub(super) fn code(text: &str) -> String {
    let text = clean(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if text.starts_with('`') || text.ends_with('`') {
        format!("{fence} {text} {fence}")
    } else {
        format!("{fence}{text}{fence}")
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (start, c) in text.char_indices() {
        // "https://" and "www." become links by themselves in many viewers.
        let begins_link = (c == ':' && text[start..].starts_with("://")) || (c == '.' && ends_with_www(&text[..start]));
        if MARKUP.contains(c) || begins_link {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn ends_with_www(text: &str) -> bool {
    let tail = text.len().checked_sub(3).and_then(|start| text.get(start..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case("www"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_characters_become_text() {
        assert_eq!(inline("a|b <i> *x* _y_ `z` #1 [l](u)"), "a\\|b \\<i\\> \\*x\\* \\_y\\_ \\`z\\` \\#1 \\[l\\](u)");
        assert_eq!(inline("twee\nregels &lt;"), "twee regels \\&lt;");
    }

    #[test]
    fn the_start_of_a_line_begins_no_list_and_no_rule() {
        assert_eq!(line("- punt"), "\\- punt");
        assert_eq!(line("2024. Een jaar"), "2024\\. Een jaar");
        assert_eq!(line("=== kop"), "\\=== kop");
        assert_eq!(line("2024 was een jaar"), "2024 was een jaar");
    }

    #[test]
    fn an_address_does_not_become_a_link() {
        assert_eq!(inline("zie https://x.be of www.x.be, a@b.be"), "zie https\\://x.be of www\\.x.be, a\\@b.be");
    }

    #[test]
    fn code_with_backticks_gets_a_longer_fence() {
        assert_eq!(code("b3:00"), "`b3:00`");
        assert_eq!(code("a``b`"), "``` a``b` ```");
    }
}
