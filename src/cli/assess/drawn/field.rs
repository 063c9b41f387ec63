//! A field that someone types in: its text, the place in it, how it stands in lines. Knows no screen.

use console::Key;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A text that is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Field {
    chars: Vec<char>,
    /// How many characters stand before the cursor.
    at: usize,
}

impl Field {
    /// Holds this text, with the cursor behind it.
    pub(super) fn new(text: &str) -> Field {
        let chars: Vec<char> = text.chars().collect();
        Field { at: chars.len(), chars }
    }

    /// What was typed, without the blanks around it.
    pub(super) fn text(&self) -> String {
        self.chars.iter().collect::<String>().trim().to_owned()
    }

    /// Whether there is nothing before the cursor.
    pub(super) fn at_start(&self) -> bool {
        self.at == 0
    }

    /// Types a text.
    pub(super) fn insert(&mut self, text: &str) {
        let kept: Vec<char> = text.chars().filter(|c| !c.is_control() || *c == '\n').collect();
        let count = kept.len();
        self.chars.splice(self.at..self.at, kept);
        self.at += count;
    }

    /// Does what a key does in a field; false for a key that does nothing there.
    pub(super) fn press(&mut self, key: &Key) -> bool {
        match key {
            Key::Char(c) if !c.is_control() => self.insert(&c.to_string()),
            // Ctrl-U and Ctrl-W, as in a shell.
            Key::Char('\u{15}') => {
                self.chars.drain(..self.at);
                self.at = 0;
            }
            Key::Char('\u{17}') => {
                let before = &self.chars[..self.at];
                let word = before.iter().rposition(|c| !c.is_whitespace()).unwrap_or(0);
                let start = before[..word].iter().rposition(|c| c.is_whitespace()).map_or(0, |space| space + 1);
                self.chars.drain(start..self.at);
                self.at = start;
            }
            Key::Backspace if self.at > 0 => {
                self.at -= 1;
                self.chars.remove(self.at);
            }
            Key::Del if self.at < self.chars.len() => {
                self.chars.remove(self.at);
            }
            Key::ArrowLeft => self.at = self.at.saturating_sub(1),
            Key::ArrowRight => self.at = (self.at + 1).min(self.chars.len()),
            Key::Home => self.at = 0,
            Key::End => self.at = self.chars.len(),
            _ => return false,
        }
        true
    }

    /// The lines at a width, and the line and column of the cursor. Breaks after spaces; a word longer than a line is
    /// broken inside.
    pub(super) fn lines(&self, width: usize) -> (Vec<String>, (usize, usize)) {
        let width = width.max(2);
        let breaks = self.breaks(width);
        let text = |from: usize, to: usize| self.chars[from..to].iter().filter(|c| **c != '\n').collect::<String>();
        let ends = breaks.iter().skip(1).copied().chain([self.chars.len()]);
        let lines: Vec<String> =
            breaks.iter().zip(ends).map(|(&from, to)| text(from, to).trim_end().to_owned()).collect();
        let line = breaks.iter().rposition(|&start| start <= self.at).unwrap_or(0);
        let column = text(breaks[line], self.at).width().min(width);
        (lines, (line, column))
    }

    /// Where each line begins.
    fn breaks(&self, width: usize) -> Vec<usize> {
        let mut breaks = vec![0];
        // Columns on this line, and where the word began that is being laid out.
        let (mut used, mut word) = (0, 0);
        for (index, &c) in self.chars.iter().enumerate() {
            let wide = c.width().unwrap_or(0);
            let start = breaks.last().copied().unwrap_or(0);
            if c == '\n' {
                breaks.push(index + 1);
                (used, word) = (0, index + 1);
                continue;
            }
            if c != ' ' && used + wide > width {
                let at = if word > start { word } else { index };
                breaks.push(at);
                used = self.chars[at..index].iter().map(|c| c.width().unwrap_or(0)).sum();
                word = at;
            }
            used += wide;
            if c == ' ' {
                word = index + 1;
            }
        }
        breaks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_wraps_between_words_and_the_cursor_goes_with_it() {
        let field = Field::new("een twee drie");
        assert_eq!(field.lines(9), (vec!["een twee".into(), "drie".into()], (1, 4)));
        assert_eq!(Field::new("aansprakelijk").lines(8), (vec!["aansprak".into(), "elijk".into()], (1, 5)));
        assert_eq!(Field::new("").lines(8), (vec![String::new()], (0, 0)));
        assert_eq!(Field::new("een\ntwee").lines(8), (vec!["een".into(), "twee".into()], (1, 4)));
    }

    #[test]
    fn the_middle_of_a_text_can_be_changed() {
        let mut field = Field::new("plaan");
        for key in [Key::ArrowLeft, Key::Backspace, Key::Char('x'), Key::Del, Key::Home, Key::Char('é')] {
            assert!(field.press(&key));
        }
        assert_eq!(field.text(), "éplax");
        assert!(!field.press(&Key::ArrowUp));
        field.press(&Key::End);
        field.insert(" twee woorden");
        field.press(&Key::Char('\u{17}'));
        assert_eq!(field.text(), "éplax twee");
        field.press(&Key::Char('\u{15}'));
        assert_eq!(field.text(), "");
    }
}
