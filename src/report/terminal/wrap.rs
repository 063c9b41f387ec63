//! Breaks text into lines by the columns a terminal gives it. Knows nothing of documents or colours.

use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// After these a word that is too long for a line is broken by preference.
const JOINTS: [char; 5] = ['-', '/', '_', '.', ','];

/// The byte ranges of the lines of `text`, none wider than `width` columns unless a single character is. Breaks at
/// spaces; a word longer than a line is broken inside. Always at least one line.
pub(super) fn wrap(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut line: Option<Range<usize>> = None;
    for word in words(text) {
        if let Some(open) = line.clone() {
            if text[open.start..word.end].width() <= width {
                line = Some(open.start..word.end);
                continue;
            }
            lines.push(open);
        }
        let mut rest = word;
        while text[rest.clone()].width() > width {
            let cut = rest.start + longest_part(&text[rest.clone()], width);
            lines.push(rest.start..cut);
            rest.start = cut;
        }
        line = (!rest.is_empty()).then_some(rest);
    }
    lines.extend(line);
    if lines.is_empty() {
        lines.push(0..0);
    }
    lines
}

/// The lines of `text`, none wider than `width` columns unless a single character is. Breaks at spaces; a word longer than
/// a line is broken inside, after a hyphen or its like by preference. Always at least one line.
pub fn wrapped(text: &str, width: usize) -> Vec<&str> {
    wrap(text, width).into_iter().map(|range| &text[range]).collect()
}

/// The width in columns of the widest word.
pub(super) fn widest_word(text: &str) -> usize {
    words(text).map(|word| text[word].width()).max().unwrap_or(0)
}

/// The width in columns of the widest part between two joints, each joint counted with the part before it.
pub(super) fn widest_part(word: &str) -> usize {
    word.split_inclusive(JOINTS).map(|part| part.width()).max().unwrap_or(0)
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split(' ').filter_map(move |word| {
        let range = start..start + word.len();
        start = range.end + 1;
        (!word.is_empty()).then_some(range)
    })
}

/// How many bytes of `word` go on this line: up to the last joint, if it lies in the second half or the part after it fits
/// on a line; else as many characters as fit, at least one.
fn longest_part(word: &str, width: usize) -> usize {
    let ends = word.char_indices().map(|(start, c)| start + c.len_utf8());
    let fitting: Vec<usize> = ends.take_while(|&end| word[..end].width() <= width).collect();
    let Some(&whole) = fitting.last() else {
        return word.chars().next().map_or(0, char::len_utf8);
    };
    match word[..whole].rfind(JOINTS) {
        Some(joint) if word[..joint].width() * 2 >= width => joint + 1,
        Some(joint) if first_part(&word[joint + 1..]).width() <= width => joint + 1,
        _ => whole,
    }
}

/// `word` up to and with its first joint.
fn first_part(word: &str) -> &str {
    word.split_inclusive(JOINTS).next().unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(wrapped("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(wrapped("", 8), [""]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken_after_a_hyphen_if_there_is_one() {
        assert_eq!(wrapped("ja informatiebeleid", 8), ["ja", "informat", "iebeleid"]);
        assert_eq!(wrapped("Sint-Erasmus", 6), ["Sint-", "Erasmu", "s"]);
    }

    #[test]
    fn a_part_that_fits_on_a_line_of_its_own_is_not_broken() {
        assert_eq!(wrapped("e-informatie", 10), ["e-", "informatie"]);
        assert_eq!(widest_part("e-informatie/x"), 11);
    }

    #[test]
    fn a_wide_character_counts_for_two_columns() {
        assert_eq!(wrapped("日本語", 4), ["日本", "語"]);
        assert_eq!(wrapped("日", 1), ["日"]);
    }

    #[test]
    fn a_no_break_space_does_not_break() {
        assert_eq!(wrapped("circa 95\u{a0}%", 8), ["circa", "95\u{a0}%"]);
    }
}
