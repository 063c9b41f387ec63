//! The keys that someone presses, one at a time: escape sequences that come in pieces are put together, what is pasted
//! comes as one text, and a terminal of another size is noticed. Knows nothing of screens.

use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use console::{Key, Term};

/// How often someone looks whether the terminal has another size, or whether it is time to stop.
const TICK: Duration = Duration::from_millis(80);
/// How long the rest of an escape sequence may take; a person is slower.
const REST: Duration = Duration::from_millis(40);
/// What a terminal says before and after a paste.
const PASTE: [&str; 2] = ["[200~", "[201~"];

/// What comes from the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Press {
    /// A key.
    Key(Key),
    /// A text at once, line breaks and all.
    Pasted(String),
    /// Nobody pressed anything; time to look around.
    Nothing,
}

/// Reads keys on a thread of its own, and only when asked, so that nobody else's keys are taken.
#[derive(Debug)]
pub(super) struct Keys {
    ask: Sender<()>,
    got: Receiver<io::Result<Key>>,
    /// Whether a key was asked for that has not come yet.
    asked: bool,
}

impl Keys {
    pub(super) fn new() -> Keys {
        let (ask, asked) = mpsc::channel();
        let (give, got) = mpsc::channel();
        thread::spawn(move || {
            let term = Term::stdout();
            while asked.recv().is_ok() && give.send(term.read_key_raw()).is_ok() {}
        });
        Keys { ask, got, asked: false }
    }

    /// The next key, or after a while [`Press::Nothing`].
    ///
    /// # Errors
    /// When there is no keyboard any more.
    pub(super) fn next(&mut self) -> io::Result<Press> {
        match self.key(TICK)? {
            None => Ok(Press::Nothing),
            Some(key) => match self.whole(key)? {
                Sequence::Key(key) => Ok(Press::Key(key)),
                Sequence::PasteEnds => Ok(Press::Nothing),
                Sequence::PasteBegins => self.pasted().map(Press::Pasted),
            },
        }
    }

    fn key(&mut self, patience: Duration) -> io::Result<Option<Key>> {
        let gone = || io::Error::from(io::ErrorKind::UnexpectedEof);
        if !self.asked {
            self.ask.send(()).map_err(|_| gone())?;
            self.asked = true;
        }
        match self.got.recv_timeout(patience) {
            Ok(key) => {
                self.asked = false;
                key.map(Some)
            }
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(gone()),
        }
    }

    /// A key with the rest of its sequence, if that comes at once. Otherwise an arrow that arrives in two pieces would be
    /// an Escape and two letters.
    fn whole(&mut self, key: Key) -> io::Result<Sequence> {
        let mut sequence: Vec<char> = match key {
            Key::Escape => Vec::new(),
            Key::UnknownEscSeq(begin) => begin,
            other => return Ok(Sequence::Key(other)),
        };
        while !is_complete(&sequence) {
            match self.key(REST)? {
                Some(Key::Char(c)) => sequence.push(c),
                // An Escape by itself, or one that something else followed.
                _ => break,
            }
        }
        Ok(named(&sequence.into_iter().collect::<String>()))
    }

    fn pasted(&mut self) -> io::Result<String> {
        let mut text = String::new();
        while let Some(key) = self.key(TICK * 10)? {
            match self.whole(key)? {
                Sequence::Key(Key::Char(c)) => text.push(c),
                Sequence::Key(Key::Enter) => text.push('\n'),
                Sequence::Key(Key::Tab) => text.push(' '),
                Sequence::Key(_) | Sequence::PasteBegins => {}
                Sequence::PasteEnds => break,
            }
        }
        Ok(text)
    }
}

/// What an escape sequence means.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sequence {
    Key(Key),
    PasteBegins,
    PasteEnds,
}

/// Whether nothing more belongs to a sequence, which is written without its escape.
fn is_complete(sequence: &[char]) -> bool {
    match sequence {
        [] | ['['] | ['O'] => false,
        ['[', .., last] => matches!(last, '@'..='~'),
        _ => true,
    }
}

fn named(sequence: &str) -> Sequence {
    if sequence == PASTE[0] {
        return Sequence::PasteBegins;
    }
    if sequence == PASTE[1] {
        return Sequence::PasteEnds;
    }
    Sequence::Key(match sequence {
        "" => Key::Escape,
        "[A" | "OA" => Key::ArrowUp,
        "[B" | "OB" => Key::ArrowDown,
        "[C" | "OC" => Key::ArrowRight,
        "[D" | "OD" => Key::ArrowLeft,
        "[H" | "OH" | "[1~" => Key::Home,
        "[F" | "OF" | "[4~" => Key::End,
        "[3~" => Key::Del,
        "[5~" => Key::PageUp,
        "[6~" => Key::PageDown,
        "OM" => Key::Enter,
        _ => Key::Unknown,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys as a terminal would give them, without a terminal.
    fn typed(keys: &[Key]) -> Vec<Press> {
        let (ask, asked) = mpsc::channel();
        let (give, got) = mpsc::channel();
        for key in keys {
            give.send(Ok(key.clone())).expect("heard");
        }
        let mut all = Keys { ask, got, asked: false };
        let mut pressed = Vec::new();
        loop {
            match all.next().expect("a keyboard") {
                Press::Nothing => break,
                press => pressed.push(press),
            }
        }
        drop((give, asked));
        pressed
    }

    fn chars(text: &str) -> Vec<Key> {
        text.chars().map(Key::Char).collect()
    }

    #[test]
    fn an_arrow_in_pieces_is_an_arrow() {
        let pieces = [vec![Key::Escape], chars("[B5")].concat();
        assert_eq!(typed(&pieces), [Press::Key(Key::ArrowDown), Press::Key(Key::Char('5'))]);
        let pieces = [vec![Key::UnknownEscSeq(vec!['O'])], chars("D")].concat();
        assert_eq!(typed(&pieces), [Press::Key(Key::ArrowLeft)]);
        assert_eq!(typed(&[Key::Escape]), [Press::Key(Key::Escape)]);
    }

    #[test]
    fn the_digits_of_a_sequence_are_no_answers() {
        let control_right = [vec![Key::UnknownEscSeq(vec!['[', '1', ';'])], chars("5C")].concat();
        assert_eq!(typed(&control_right), [Press::Key(Key::Unknown)]);
    }

    #[test]
    fn the_line_breaks_of_a_paste_are_not_confirmations() {
        let begin = [vec![Key::UnknownEscSeq(vec!['[', '2', '0'])], chars("0~a 1")].concat();
        let end = [vec![Key::Enter], chars("2"), vec![Key::UnknownEscSeq(vec!['[', '2', '0'])], chars("1~b")].concat();
        let pressed = typed(&[begin, end].concat());
        assert_eq!(pressed, [Press::Pasted("a 1\n2".into()), Press::Key(Key::Char('b'))]);
    }
}
