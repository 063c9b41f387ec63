//! Texts without what a page or a sheet must not hold, and texts made alike for comparing.

use crate::language::markup::turns_direction;

/// `text` without characters that control a terminal or turn the direction of writing; line breaks stay.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter(|&c| c == '\n' || !(c.is_control() || turns_direction(c))).collect()
}

/// `text` as a person would compare it: without capitals, without blanks around it or double ones in it, with one kind
/// of apostrophe and one kind of minus.
pub(super) fn folded(text: &str) -> String {
    let kept = text.chars().filter(|&c| c.is_whitespace() || !(c.is_control() || turns_direction(c)));
    let alike = kept.map(|c| match c {
        '‘' | '’' | '‛' | '′' => '\'',
        '“' | '”' | '„' => '"',
        '\u{2212}' | '\u{2010}' | '\u{2011}' => '-',
        c => c,
    });
    let alike: String = alike.collect();
    alike.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_reads_as_the_same_is_the_same() {
        assert_eq!(folded("  Weet\u{a0}ik \n niet "), "weet ik niet");
        assert_eq!(folded("’s Avonds"), folded("'S AVONDS"));
        assert_eq!(folded("\u{2212}2"), "-2");
        assert_eq!(folded("\u{feff}É"), "é");
    }
}
