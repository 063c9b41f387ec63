//! Words laid out in lines: wrapped at a width, indented under their beginning. Knows nothing of questions or keys.

use peil::report::terminal::wrapped;
use unicode_width::UnicodeWidthStr;

/// How a line looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Manner {
    /// As the terminal writes.
    #[default]
    Plain,
    /// Bold.
    Strong,
}

/// A line of a screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) manner: Manner,
}

impl Line {
    pub(super) fn new(text: impl Into<String>, manner: Manner) -> Line {
        Line { text: text.into(), manner }
    }
}

/// A text in lines.
pub(super) fn lines(text: &str, width: usize, manner: Manner) -> Vec<Line> {
    hanging("", text, width, manner)
}

/// A text in lines after `lead`. The lines below stand under the beginning of the text; further to the left when a word
/// would have to be broken otherwise.
pub(super) fn hanging(lead: &str, text: &str, width: usize, manner: Manner) -> Vec<Line> {
    let lead_width = lead.width();
    let widest = text.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let indent = lead_width.min(width.saturating_sub(widest).max(2)).min(width / 2);
    let mut out = Vec::new();
    let mut push = |before: &str, line: &str| {
        // Two words that must not be parted are joined by a space that does not break.
        let line = format!("{before}{}", line.replace('\u{a0}', " "));
        out.push(Line::new(line.trim_end(), manner));
    };
    let mut first = true;
    for paragraph in text.lines() {
        let clean: String = paragraph.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let mut rest = clean.trim();
        if std::mem::take(&mut first) {
            let room = width.saturating_sub(lead_width);
            let word = rest.split(' ').next().unwrap_or_default().width();
            // A word that fits below but not here is not broken for the sake of the lead.
            let line = if word > room && word <= width - indent || room < 2 { "" } else { wrapped(rest, room)[0] };
            push(lead, line);
            rest = rest[line.len()..].trim_start();
            if rest.is_empty() {
                continue;
            }
        }
        for line in wrapped(rest, (width - indent).max(1)) {
            push(&" ".repeat(indent), line);
        }
    }
    if first {
        push(lead, "");
    }
    out
}

/// Pairs of a key and what it does, in as few lines as they take; a pair stays together where it fits on a line.
pub(super) fn pairs(keys: &[(String, &str)], width: usize) -> Vec<Line> {
    let joined = |(key, what): &(String, &str)| {
        let pair = format!("{key}: {what}");
        if pair.width() <= width { pair.replace(' ', "\u{a0}") } else { pair }
    };
    let all = keys.iter().map(joined).collect::<Vec<_>>().join(" · ");
    let mut out = lines(&all, width, Manner::Plain);
    // A line neither begins nor ends with what separates.
    for line in &mut out {
        line.text = line.text.trim_matches(|c| c == ' ' || c == '·').to_owned();
    }
    out.retain(|line| !line.text.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn lines_after_the_first_stand_under_its_words() {
        let found = hanging("  1  ", "een twee drie vier", 15, Manner::Plain);
        assert_eq!(texts(&found), ["  1  een twee", "     drie vier"]);
    }

    #[test]
    fn a_long_compound_is_broken_only_when_it_is_longer_than_the_line() {
        let found = hanging("1  ", "de aansprakelijkheidsverzekering", 32, Manner::Plain);
        assert_eq!(texts(&found), ["1  de", "   aansprakelijkheidsverzekering"]);
        let found = hanging("> ( ) 1  ", "de aansprakelijkheidsverzekering van nu", 32, Manner::Plain);
        assert_eq!(texts(&found), ["> ( ) 1  de", "   aansprakelijkheidsverzekering", "   van nu"]);
        let found = hanging("> ( ) 1  ", "aansprakelijkheidsverzekering", 32, Manner::Plain);
        assert_eq!(texts(&found), ["> ( ) 1", "   aansprakelijkheidsverzekering"]);
        let found = lines("aansprakelijkheidsverzekering", 20, Manner::Plain);
        assert_eq!(texts(&found), ["aansprakelijkheidsve", "rzekering"]);
    }

    #[test]
    fn a_key_and_what_it_does_stay_together() {
        let keys = [("?".to_owned(), "weet ik niet"), ("s".to_owned(), "overslaan"), ("b".to_owned(), "terug")];
        assert_eq!(texts(&pairs(&keys, 28)), ["?: weet ik niet", "s: overslaan · b: terug"]);
    }
}
