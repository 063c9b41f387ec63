//! The program in a real pseudo-terminal, and what its screen shows.
//!
//! Nothing here sleeps and hopes: whoever looks waits for a state of the screen, for as long as a busy machine may need.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::peil::PROGRAM;

/// Far more than is needed; a test that waits this long has failed.
const DEADLINE: Duration = Duration::from_secs(60);
/// Around every frame that is drawn.
const FRAME: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];

/// Lines and columns.
pub(super) type Size = (u16, u16);

/// What has come out of the program so far.
struct Seen {
    parser: vt100::Parser,
    /// Whether a frame has begun that has not ended.
    drawing: bool,
    /// The last bytes, which may be the first half of a mark.
    tail: Vec<u8>,
    ended: bool,
}

impl Seen {
    fn add(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.tail.extend_from_slice(bytes);
        let last = |mark: &[u8]| self.tail.windows(mark.len()).rposition(|window| window == mark);
        if let Some(begin) = last(FRAME[0]) {
            self.drawing = last(FRAME[1]).is_none_or(|end| end < begin);
        } else if last(FRAME[1]).is_some() {
            self.drawing = false;
        }
        let keep = self.tail.len().min(FRAME[0].len() - 1);
        self.tail.drain(..self.tail.len() - keep);
    }
}

/// A program that runs in a terminal.
pub(super) struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
}

impl Terminal {
    /// Runs peil in a folder, in a terminal of this size, with these variables and no others.
    pub(super) fn run(folder: &Path, arguments: &[&str], size: Size, variables: &[(&str, &str)]) -> Terminal {
        let pair = native_pty_system().openpty(pty(size)).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(PROGRAM);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        for (name, value) in variables {
            command.env(name, value);
        }
        command.args(arguments);
        command.cwd(folder);
        let child = pair.slave.spawn_command(command).expect("runs");
        drop(pair.slave);
        let parser = vt100::Parser::new(rows(size.0), rows(size.1), 500);
        let seen = Seen { parser, drawing: false, tail: Vec::new(), ended: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let mut out = pair.master.try_clone_reader().expect("its output");
        let shared = seen.clone();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            loop {
                let read = out.read(&mut bytes).unwrap_or(0);
                let mut seen = shared.0.lock().expect("seen");
                seen.add(&bytes[..read]);
                seen.ended = read == 0;
                shared.1.notify_all();
                if seen.ended {
                    break;
                }
            }
        });
        Terminal { keyboard: pair.master.take_writer().expect("a keyboard"), master: pair.master, child, seen }
    }

    /// Types this.
    pub(super) fn types(&mut self, keys: &str) -> &mut Terminal {
        self.keyboard.write_all(keys.as_bytes()).expect("typed");
        self.keyboard.flush().expect("typed");
        self
    }

    /// Waits until a whole screen is as wanted, and gives it.
    pub(super) fn until(&self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) -> vt100::Screen {
        let end = Instant::now() + DEADLINE;
        let mut seen = self.seen.0.lock().expect("seen");
        loop {
            let screen = seen.parser.screen();
            if !seen.drawing && wanted(screen) {
                return screen.clone();
            }
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero() && !seen.ended, "never seen: {what}\n{}", framed(screen));
            seen = self.seen.1.wait_timeout(seen, left).expect("seen").0;
        }
    }

    /// Waits until the screen holds these texts.
    pub(super) fn sees(&self, texts: &[&str]) -> vt100::Screen {
        self.until(&texts.join(" & "), |screen| {
            let contents = screen.contents();
            texts.iter().all(|text| contents.contains(text))
        })
    }

    /// Waits until the screen holds `text` and not `gone`.
    pub(super) fn sees_without(&self, text: &str, gone: &str) -> vt100::Screen {
        self.until(&format!("{text} without {gone}"), |screen| {
            let contents = screen.contents();
            contents.contains(text) && !contents.contains(gone)
        })
    }

    /// Makes the terminal another size.
    pub(super) fn becomes(&mut self, size: Size) {
        self.seen.0.lock().expect("seen").parser.screen_mut().set_size(rows(size.0), rows(size.1));
        self.master.resize(pty(size)).expect("resized");
    }

    /// Sends a signal, such as `TERM`.
    pub(super) fn gets(&self, signal: &str) {
        let id = self.child.process_id().expect("runs").to_string();
        let sent = std::process::Command::new("kill").args([&format!("-{signal}"), &id]).status().expect("kill");
        assert!(sent.success());
    }

    /// Whether the terminal shows what is typed and hands it over by the line, as a shell expects it.
    fn is_sane(&self) -> bool {
        let modes = self.master.get_termios().expect("modes").local_flags;
        let names = format!("{modes:?}");
        let has = |name: &str| names.split(|c: char| !c.is_ascii_alphanumeric()).any(|one| one == name);
        ["ECHO", "ICANON", "ISIG"].into_iter().all(has)
    }

    /// Waits until it is gone without a word: what the last whole frame showed, or a later one in part.
    pub(super) fn until_killed(mut self) -> vt100::Screen {
        let screen = self.all_seen();
        self.child.wait().expect("ended");
        screen
    }

    /// Waits until nothing more comes.
    fn all_seen(&self) -> vt100::Screen {
        let end = Instant::now() + DEADLINE;
        let mut seen = self.seen.0.lock().expect("seen");
        while !seen.ended {
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "it never ended:\n{}", framed(seen.parser.screen()));
            seen = self.seen.1.wait_timeout(seen, left).expect("seen").0;
        }
        seen.parser.screen().clone()
    }

    /// Waits for the end: the exit code, and what the screen shows then. However it ends, the terminal is as it was.
    pub(super) fn ends(mut self) -> (u32, vt100::Screen) {
        let screen = self.all_seen();
        assert!(
            !screen.hide_cursor() && !screen.alternate_screen() && !screen.bracketed_paste(),
            "{}",
            framed(&screen)
        );
        assert!(self.is_sane(), "keys are not shown or not handed over by the line");
        (self.child.wait().expect("ended").exit_code(), screen)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // After a test that failed; one that ended by itself is gone already.
        let _ = self.child.kill();
    }
}

/// The rows of a screen in a frame, for a failed test.
pub(super) fn framed(screen: &vt100::Screen) -> String {
    let width = screen.size().1.get();
    let rule = "-".repeat(usize::from(width));
    let rows: Vec<String> = screen.rows(0, width).collect();
    format!("{rule}\n{}\n{rule}", rows.join("\n"))
}

fn pty((rows, cols): Size) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn rows(count: u16) -> std::num::NonZeroU16 {
    std::num::NonZeroU16::new(count).expect("more than none")
}
