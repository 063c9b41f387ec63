//! The interview on a drawn screen, in a real pseudo-terminal: what is seen, what the keys do, how it ends.

mod ended;
mod keys;
mod killed;
mod layout;
mod long;
mod screen;
mod types;
mod whole;

use std::path::Path;

use screen::{Size, Terminal};

use crate::interview::{DRAFT, KNOWN};
use crate::peil::KORT;

const USUAL: Size = (24, 80);
const DUTCH: (&str, &str) = ("LANG", "nl_BE.UTF-8");

const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";
const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
const HOME: &str = "\x1b[H";
const END: &str = "\x1b[F";
const PAGE_UP: &str = "\x1b[5~";
const PAGE_DOWN: &str = "\x1b[6~";
const ESCAPE: &str = "\x1b";

/// An interview about [`KORT`] in English, at its first question.
fn kort(folder: &Path, more: &[&str], size: Size) -> Terminal {
    std::fs::write(folder.join("kort.yaml"), KORT).expect("written");
    let arguments: Vec<&str> = KNOWN.iter().chain(more).copied().collect();
    let mut terminal = Terminal::run(folder, &arguments, size, &[]);
    terminal.sees(&["Enter: begin"]);
    terminal.types("\r").sees(&["May answers be shown by role", "Yes", "No"]);
    terminal.types(&format!("{DOWN}{DOWN}\r")).sees(&["Question 1 of 7", "Digital?", "save and quit"]);
    terminal
}

/// What is under `answers:` in the draft.
fn answers(folder: &Path) -> String {
    let text = std::fs::read_to_string(folder.join(DRAFT)).expect("a draft");
    text.split_once("\nanswers:").expect("answers").1.trim_start_matches('\n').to_owned()
}

/// The words on a screen in their order, without what a line begins with or ends in.
fn words(screen: &vt100::Screen) -> String {
    screen.contents().split_whitespace().collect::<Vec<_>>().join(" ")
}
