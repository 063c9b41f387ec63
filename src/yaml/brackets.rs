//! Which brackets of a text are open, without parsing it: quotes and comments are skipped, the rest is counted.

use super::build::quoted_length;

/// Where the brackets of a text stand, outside quotes and comments.
struct Brackets<'a> {
    text: &'a str,
    next: usize,
    /// Whether a quote here would open a quoted text, rather than be an apostrophe.
    fresh: bool,
}

impl<'a> Brackets<'a> {
    fn from(text: &'a str, start: usize) -> Brackets<'a> {
        Brackets { text, next: start, fresh: true }
    }
}

impl Iterator for Brackets<'_> {
    type Item = (usize, u8);

    fn next(&mut self) -> Option<(usize, u8)> {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.next) {
            let at = self.next;
            let after_blank = at == 0 || bytes[at - 1].is_ascii_whitespace();
            self.next += 1;
            match byte {
                b'"' | b'\'' if self.fresh => {
                    let escape = if byte == b'"' { '\\' } else { '\'' };
                    self.next = at + quoted_length(&self.text[at..], char::from(byte), escape).max(1);
                    self.fresh = false;
                }
                b'#' if after_blank => self.next = self.text[at..].find('\n').map_or(bytes.len(), |end| at + end),
                b'[' | b'{' | b']' | b'}' => {
                    self.fresh = true;
                    return Some((at, byte));
                }
                b',' | b':' | b'-' | b'\n' => self.fresh = true,
                b' ' | b'\t' | b'\r' => {}
                _ => self.fresh = false,
            }
        }
        None
    }
}

fn pairs(open: u8, close: u8) -> bool {
    matches!((open, close), (b'[', b']') | (b'{', b'}'))
}

/// The innermost bracket that is open at `to`, counted from `from`; or the first that is closed by one of another kind.
pub(super) fn last_open(text: &str, from: usize, to: usize) -> Option<usize> {
    let mut open: Vec<(usize, u8)> = Vec::new();
    for (at, bracket) in Brackets::from(text, from).take_while(|(at, _)| *at < to) {
        if matches!(bracket, b'[' | b'{') {
            open.push((at, bracket));
        } else if let Some((opened, kind)) = open.pop()
            && !pairs(kind, bracket)
        {
            return Some(opened);
        }
    }
    open.last().map(|(at, _)| *at)
}

/// Whether the bracket at `start` is closed somewhere, by one of its kind.
pub(super) fn is_closed(text: &str, start: usize) -> bool {
    let mut open: Vec<u8> = Vec::new();
    for (_, bracket) in Brackets::from(text, start) {
        if matches!(bracket, b'[' | b'{') {
            open.push(bracket);
        } else if !open.pop().is_some_and(|kind| pairs(kind, bracket)) {
            return false;
        }
        if open.is_empty() {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_quotes_and_comments_do_not_count_and_an_apostrophe_opens_nothing() {
        let text = "a: [foto's, ']', \"]\", # ]\n b]";
        assert!(is_closed(text, 3));
        assert_eq!(last_open(text, 0, text.len() - 1), Some(3));
        assert_eq!(last_open(text, 0, text.len()), None);
    }

    #[test]
    fn a_bracket_closed_by_the_other_kind_is_open() {
        assert!(!is_closed("[1, 2}", 0));
        assert_eq!(last_open("{x: [2, 3}\n", 0, 11), Some(4));
        assert_eq!(last_open("[{a: 1}, [2", 0, 11), Some(9));
    }
}
