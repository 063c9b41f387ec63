//! Makes a text from outside safe to set on one line, before any format adds its own escapes.
//!
//! It knows nothing of a format.

use crate::language::markup::turns_direction;

/// `text` on one line: each run of white space and control characters becomes one space, and characters that turn the
/// direction of writing are dropped. A no-break space stays. So a council's name can neither steer a terminal nor
/// reorder the sentence it stands in.
pub(super) fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !turns_direction(*c)) {
        if c == '\u{a0}' || c == '\u{202f}' || !(c.is_whitespace() || c.is_control()) {
            clean.push(c);
        } else if !clean.is_empty() && !clean.ends_with(' ') {
            clean.push(' ');
        }
    }
    clean.truncate(clean.trim_end_matches(' ').len());
    clean
}

/// [`clean`] for a part of a sentence: a space at either end is kept, because it parts it from its neighbours.
pub(super) fn clean_part(text: &str) -> String {
    let body = clean(text);
    if body.is_empty() {
        return if text.is_empty() { body } else { " ".to_owned() };
    }
    let before = if text.starts_with(char::is_whitespace) && !body.starts_with('\u{a0}') { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) && !body.ends_with('\u{a0}') { " " } else { "" };
    format!("{before}{body}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_sequence_loses_its_escape() {
        assert_eq!(clean("rood\u{1b}[31m\r\nregel twee\t"), "rood [31m regel twee");
    }

    #[test]
    fn a_direction_override_is_dropped_and_a_no_break_space_stays() {
        assert_eq!(clean("a\u{202e}b 95\u{a0}%"), "ab 95\u{a0}%");
    }

    #[test]
    fn a_part_of_a_sentence_keeps_the_space_that_parts_it() {
        assert_eq!(clean_part("  van \n"), " van ");
        assert_eq!(clean_part("\n"), " ");
        assert_eq!(clean_part(""), "");
    }
}
