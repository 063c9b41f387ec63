//! The terminal while a screen is drawn: a page of its own, no echo, a hidden cursor; and as it was before, however it
//! ends. Knows nothing of what is drawn.

use std::io::{self, Write};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use anstream::AutoStream;

use super::frame::Shown;
use super::text::Manner;

/// A page apart, so that what stood in the terminal comes back.
const ENTER: &str = "\u{1b}[?1049h\u{1b}[2J\u{1b}[H";
/// As it was, with a cursor that is seen.
const LEAVE: &str = "\u{1b}[?2026l\u{1b}[?2004l\u{1b}[0m\u{1b}[?1049l\u{1b}[?25h";
/// A frame begins and ends, so that a terminal that knows this shows it at once.
const FRAME: [&str; 2] = ["\u{1b}[?2026h", "\u{1b}[?2026l"];
/// Hides the cursor, and asks to be told what is pasted, so that its line breaks are not taken for keys.
const DRAWING: &str = "\u{1b}[?25l\u{1b}[?2004h";
/// A prompt draws itself, below what is said; it reads keys of its own.
const PROMPTING: &str = "\u{1b}[?2004l\u{1b}[?25h\u{1b}[2J\u{1b}[H";

/// Whether a page is open.
static OPEN: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// A page that is open for as long as this lives.
#[derive(Debug)]
pub(super) struct Terminal<W: Write> {
    out: W,
    colour: bool,
    /// The last size drawn for, in lines and columns.
    size: (usize, usize),
}

/// Standard output, told to obey escape codes where that has to be asked for.
pub(super) fn stdout() -> AutoStream<io::Stdout> {
    AutoStream::always_ansi(io::stdout())
}

/// Gives the terminal back, if it is not yet; also from another thread than the one that draws.
pub(crate) fn restore() {
    give_back(&mut io::stdout());
}

fn give_back(out: &mut dyn Write) {
    if OPEN.swap(false, Ordering::SeqCst) {
        // Who cannot be written to has no screen to restore.
        let _ = out.write_all(LEAVE.as_bytes()).and_then(|()| out.flush());
        echo::restore();
    }
}

impl<W: Write> Terminal<W> {
    /// Opens a page.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn open(mut out: W, colour: bool) -> io::Result<Terminal<W>> {
        // What a panic says has to be read, so the page is closed before it speaks.
        HOOK.call_once(|| {
            let before = panic::take_hook();
            panic::set_hook(Box::new(move |panic| {
                restore();
                before(panic);
            }));
        });
        OPEN.store(true, Ordering::SeqCst);
        echo::off();
        out.write_all(ENTER.as_bytes())?;
        out.flush()?;
        Ok(Terminal { out, colour, size: (0, 0) })
    }

    /// Draws a screen over what is there.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn draw(&mut self, shown: &Shown, size: (usize, usize)) -> io::Result<()> {
        let mut text = format!("{}{DRAWING}", FRAME[0]);
        // A terminal of another size may have moved what stood there.
        if self.size != size {
            text.push_str("\u{1b}[2J");
            self.size = size;
        }
        for (row, line) in shown.lines.iter().enumerate() {
            let (on, off) = match line.manner {
                Manner::Strong if self.colour => ("\u{1b}[1m", "\u{1b}[0m"),
                _ => ("", ""),
            };
            // Every line has its place; nothing scrolls, whatever was echoed meanwhile.
            text.push_str(&format!("\u{1b}[{};1H\u{1b}[2K{on}{}{off}", row + 1, line.text));
        }
        if shown.lines.len() < size.0 {
            text.push_str(&format!("\u{1b}[{};1H\u{1b}[J", shown.lines.len() + 1));
        }
        if let Some((row, column)) = shown.cursor {
            text.push_str(&format!("\u{1b}[{};{}H\u{1b}[?25h", row + 1, column.min(size.1.saturating_sub(1)) + 1));
        }
        text.push_str(FRAME[1]);
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// Clears the page for a prompt, below these lines.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(super) fn prompt(&mut self, shown: &Shown) -> io::Result<()> {
        // What is drawn next finds another page.
        self.size = (0, 0);
        let mut text = PROMPTING.to_owned();
        for line in &shown.lines {
            let strong = self.colour && line.manner == Manner::Strong;
            let (on, off) = if strong { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
            text.push_str(&format!("{on}{}{off}\r\n", line.text));
        }
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }
}

impl<W: Write> Drop for Terminal<W> {
    fn drop(&mut self) {
        give_back(&mut self.out);
    }
}

/// The lines and columns of the terminal; the usual ones where it does not say.
pub(super) fn size() -> (usize, usize) {
    let found = terminal_size::terminal_size().filter(|(width, height)| width.0 > 0 && height.0 > 0);
    found.map_or((24, 80), |(width, height)| (usize::from(height.0), usize::from(width.0)))
}

/// Keys that are typed while nobody reads must not appear on the screen, and wait for whoever reads next: Ctrl-C too, or
/// it would throw away what was typed just before.
#[cfg(unix)]
mod echo {
    use std::io;
    use std::sync::{Mutex, PoisonError};

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

    pub(super) fn off() {
        let Ok(before) = tcgetattr(io::stdin()) else { return };
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ECHO | LocalModes::ICANON | LocalModes::ISIG);
        *BEFORE.lock().unwrap_or_else(PoisonError::into_inner) = Some(before);
        // A terminal that refuses shows some keys twice; no reason to stop.
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &quiet);
    }

    pub(super) fn restore() {
        if let Some(before) = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).take() {
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &before);
        }
    }
}

/// A console gives its keys to whoever reads them, and echoes nothing by itself.
#[cfg(not(unix))]
mod echo {
    pub(super) fn off() {}

    pub(super) fn restore() {}
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Paper(Arc<Mutex<Vec<u8>>>);

    impl Write for Paper {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("paper").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_panic_gives_the_terminal_back_with_a_cursor() {
        let paper = Paper::default();
        let out = paper.clone();
        let ended = panic::catch_unwind(move || {
            let mut terminal = Terminal::open(out, false).expect("opened");
            terminal.draw(&Shown::default(), (24, 80)).expect("drawn");
            // The hook gives back standard output; what this page is written on is given back when it is dropped.
            OPEN.store(true, Ordering::SeqCst);
            panic::resume_unwind(Box::new("no hook"));
        });
        assert!(ended.is_err());
        let written = String::from_utf8(paper.0.lock().expect("paper").clone()).expect("text");
        assert!(written.starts_with(ENTER) && written.ends_with(LEAVE), "{written:?}");
        assert_eq!(written.matches("\u{1b}[?25h").count(), 1, "the cursor comes back at the end only");
    }
}
