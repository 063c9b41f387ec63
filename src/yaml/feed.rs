//! How the parser is fed: the text byte by byte, and texts in quotes as a whole.
//!
//! The parser looks at every character several times and copies the texts it finds one character at a time. Most of a
//! questionnaire is texts in quotes on one line, in which nothing needs looking at. Such a text is kept from the parser,
//! which sees empty quotes; whoever builds the tree takes the words from the file. Places stay right since it is written
//! down how far the parser's count of characters is behind the bytes.

use std::cell::RefCell;

use memchr::{memchr, memchr2, memchr3};
use saphyr_parser::Input;
use saphyr_parser::input::{SkipTabs, is_blank, is_blank_or_breakz, is_flow};

/// The parser may look this far ahead at once; it makes room for so many characters in every text.
const AHEAD: usize = 32;
/// A longer key is none, which the parser finds by counting characters: from here on it sees them all.
const LONGEST_KEPT: usize = 900;

/// A list or map in brackets may turn out to be a key, so the parser reads it to its end before it says anything of it.
/// After so many signs without a word from the parser the text ends for it, before it has filled the memory.
pub(super) const MOST_AHEAD: usize = 100_000;

/// What was kept from the parser, and where its count of characters falls behind the bytes.
#[derive(Debug, Default)]
pub(super) struct Trail {
    /// A count of characters, and by how many bytes it and all after it are behind.
    pub(super) steps: Vec<(u32, u32)>,
    /// Where a text in quotes starts that the parser did not see, and where it ends, both without the quotes.
    pub(super) kept: Vec<(u32, u32)>,
    /// How many signs the parser took since it said something.
    pub(super) ahead: usize,
    /// Where the text was ended because those were too many.
    pub(super) ended: Option<u32>,
}

/// The text for the parser.
#[derive(Clone)]
pub(super) struct Feed<'a> {
    text: &'a str,
    at: usize,
    /// By how many bytes the parser is behind.
    behind: usize,
    ahead: usize,
    /// The quote that was taken just now.
    quote: Option<u8>,
    has_returns: bool,
    trail: &'a RefCell<Trail>,
}

impl<'a> Feed<'a> {
    pub(super) fn new(text: &'a str, trail: &'a RefCell<Trail>) -> Feed<'a> {
        let has_returns = memchr(b'\r', text.as_bytes()).is_some();
        Feed { text, at: 0, behind: 0, ahead: 0, quote: None, has_returns, trail }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    /// Takes a character that is there.
    fn take(&mut self, c: char) {
        let length = c.len_utf8();
        self.at += length;
        if length > 1 {
            self.behind += length - 1;
            self.step();
        }
    }

    /// Counts a sign that may part two values.
    fn sign(&mut self) {
        let mut trail = self.trail.borrow_mut();
        trail.ahead += 1;
        if trail.ahead > MOST_AHEAD {
            trail.ended.get_or_insert(self.at as u32);
            self.text = &self.text[..self.at];
        }
    }

    fn step(&mut self) {
        let step = ((self.at - self.behind) as u32, self.behind as u32);
        self.trail.borrow_mut().steps.push(step);
    }

    /// After an opening quote: goes to the closing one, if the text between them stands there as it is meant.
    fn keep(&mut self, quote: u8) {
        let rest = &self.text.as_bytes()[self.at..];
        let rest = &rest[..rest.len().min(LONGEST_KEPT + 1)];
        let end = match quote {
            b'"' => memchr3(b'"', b'\\', b'\n', rest),
            _ => memchr2(b'\'', b'\n', rest),
        };
        let Some(length) = end.filter(|&end| rest[end] == quote) else { return };
        let doubled = quote == b'\'' && self.text.as_bytes().get(self.at + length + 1) == Some(&b'\'');
        if doubled || self.has_returns && memchr(b'\r', &rest[..length]).is_some() {
            return;
        }
        self.trail.borrow_mut().kept.push((self.at as u32, (self.at + length) as u32));
        self.at += length;
        self.behind += length;
        self.step();
    }
}

impl Input for Feed<'_> {
    #[inline]
    fn lookahead(&mut self, count: usize) {
        // Only after the quote that opens a text does the parser ask for four characters.
        if let Some(quote) = self.quote.take()
            && count == 4
        {
            self.keep(quote);
        }
        self.ahead = self.ahead.max(count);
    }

    #[inline]
    fn buflen(&self) -> usize {
        self.ahead
    }

    #[inline]
    fn bufmaxlen(&self) -> usize {
        AHEAD
    }

    #[inline]
    fn raw_read_ch(&mut self) -> char {
        self.quote = None;
        let read = self.peek_opt();
        if let Some(c) = read {
            self.take(c);
        }
        read.unwrap_or('\0')
    }

    #[inline]
    fn raw_read_non_breakz_ch(&mut self) -> Option<char> {
        self.quote = None;
        let read = self.peek_opt().filter(|c| !matches!(c, '\n' | '\r' | '\0' | '\u{feff}'));
        if let Some(c) = read {
            self.take(c);
        }
        read
    }

    #[inline]
    fn skip(&mut self) {
        match self.byte() {
            Some(byte) if byte.is_ascii() => {
                self.at += 1;
                self.quote = matches!(byte, b'"' | b'\'').then_some(byte);
                if matches!(byte, b',' | b':' | b'[' | b'{' | b'?') {
                    self.sign();
                }
            }
            Some(_) => {
                let _ = self.raw_read_ch();
            }
            None => self.quote = None,
        }
    }

    #[inline]
    fn skip_n(&mut self, count: usize) {
        for _ in 0..count {
            let _ = self.raw_read_ch();
        }
    }

    #[inline]
    fn peek(&self) -> char {
        self.char_at(self.at).unwrap_or('\0')
    }

    #[inline]
    fn peek_nth(&self, n: usize) -> char {
        let bytes = self.text.as_bytes();
        // All that come before are single bytes, nearly always.
        if let Some(before) = bytes.get(self.at..self.at + n)
            && before.is_ascii()
        {
            return self.char_at(self.at + n).unwrap_or('\0');
        }
        self.text[self.at..].chars().nth(n).unwrap_or('\0')
    }

    #[inline]
    fn peek_opt(&self) -> Option<char> {
        self.char_at(self.at)
    }

    #[inline]
    fn look_ch(&mut self) -> char {
        self.lookahead(1);
        self.peek()
    }

    #[inline]
    fn next_2_are(&self, first: char, second: char) -> bool {
        self.peek() == first && self.peek_nth(1) == second
    }

    #[inline]
    fn next_3_are(&self, first: char, second: char, third: char) -> bool {
        self.next_2_are(first, second) && self.peek_nth(2) == third
    }

    #[inline]
    fn next_is_document_indicator(&self) -> bool {
        self.next_is_document_start() || self.next_is_document_end()
    }

    #[inline]
    fn next_is_document_start(&self) -> bool {
        self.next_3_are('-', '-', '-') && is_blank_or_breakz(self.peek_nth(3))
    }

    #[inline]
    fn next_is_document_end(&self) -> bool {
        self.next_3_are('.', '.', '.') && is_blank_or_breakz(self.peek_nth(3))
    }

    #[inline]
    fn next_is_blank_or_break(&self) -> bool {
        matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r'))
    }

    #[inline]
    fn next_is_blank_or_breakz(&self) -> bool {
        matches!(self.byte(), None | Some(b' ' | b'\t' | b'\n' | b'\r' | 0))
    }

    #[inline]
    fn next_is_blank(&self) -> bool {
        matches!(self.byte(), Some(b' ' | b'\t'))
    }

    #[inline]
    fn next_is_break(&self) -> bool {
        matches!(self.byte(), Some(b'\n' | b'\r'))
    }

    #[inline]
    fn next_is_breakz(&self) -> bool {
        matches!(self.byte(), None | Some(b'\n' | b'\r' | 0))
    }

    #[inline]
    fn next_is_z(&self) -> bool {
        matches!(self.byte(), None | Some(0))
    }

    #[inline]
    fn next_can_be_plain_scalar(&self, in_flow: bool) -> bool {
        match self.byte() {
            Some(b':') => {
                let next = self.peek_nth(1);
                !(is_blank_or_breakz(next) || in_flow && is_flow(next))
            }
            Some(b',' | b'[' | b']' | b'{' | b'}') => !in_flow,
            Some(byte) if byte.is_ascii() => true,
            _ => self.peek() != '\u{feff}',
        }
    }

    fn skip_ws_to_eol(&mut self, skip_tabs: SkipTabs) -> (usize, Result<SkipTabs, &'static str>) {
        let (mut taken, mut tab, mut blank) = (0, false, false);
        self.quote = None;
        loop {
            match self.byte() {
                Some(b' ') => blank = true,
                Some(b'\t') if skip_tabs != SkipTabs::No => tab = true,
                Some(b'#') if !tab && !blank => {
                    return (taken, Err("comments must be separated from other tokens by whitespace"));
                }
                Some(b'#') => {
                    taken += self.skip_while_non_breakz();
                    break;
                }
                _ => break,
            }
            self.at += 1;
            taken += 1;
        }
        (taken, Ok(SkipTabs::Result(tab, blank)))
    }

    fn skip_while_non_breakz(&mut self) -> usize {
        let mut count = 0;
        while self.raw_read_non_breakz_ch().is_some() {
            count += 1;
        }
        count
    }

    fn skip_while_blank(&mut self) -> usize {
        let start = self.at;
        while self.byte().is_some_and(|byte| is_blank(char::from(byte))) {
            self.at += 1;
        }
        self.quote = None;
        self.at - start
    }
}

#[cfg(test)]
mod tests;
