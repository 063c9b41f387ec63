//! The README does what it shows: its console blocks are run, in order, in one folder.
//!
//! A line `$ peil …` is run and the lines after it are compared with what it writes, standard error after standard
//! output; a line `...` stands for any number of lines and `[..]` for any characters within one. A line `$ cargo …` or another of [`NOT_RUN`] is only checked to
//! be one of those. Quotes group words as in a shell; nothing else of a shell is understood.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::peil::{PROGRAM, scrub};

/// Commands that a reader runs once, and that would take a test too far.
const NOT_RUN: [&str; 7] = [
    "cargo build --release",
    "cargo build --release --locked",
    "cargo install --path .",
    "cargo install --locked --path .",
    "cargo test",
    "cargo test --locked",
    "cargo run --release -- demo",
];

/// A command of the README with the lines it should write.
#[derive(Debug, PartialEq, Eq)]
struct Step<'t> {
    line: usize,
    command: &'t str,
    output: Vec<&'t str>,
}

/// The steps of all console blocks.
fn steps(text: &str) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    let mut inside = false;
    for (index, line) in text.lines().enumerate() {
        match (inside, line) {
            (false, _) => inside = line.trim() == "```console",
            (true, "```") => inside = false,
            (true, _) => match line.strip_prefix("$ ") {
                Some(command) => steps.push(Step { line: index + 1, command, output: Vec::new() }),
                None => {
                    let step = steps.last_mut().unwrap_or_else(|| panic!("line {}: output of nothing", index + 1));
                    step.output.push(line);
                }
            },
        }
    }
    steps
}

/// Whether lines are as shown; `...` is any number of them.
fn matches(shown: &[&str], found: &[&str]) -> bool {
    match shown {
        [] => found.is_empty(),
        ["...", rest @ ..] => (0..=found.len()).any(|skipped| matches(rest, &found[skipped..])),
        [first, rest @ ..] => found.first().is_some_and(|line| is_line(first, line)) && matches(rest, &found[1..]),
    }
}

/// Whether a line is as shown; `[..]` is any characters.
fn is_line(shown: &str, found: &str) -> bool {
    match shown.split_once("[..]") {
        None => shown == found,
        Some((before, after)) => found.strip_prefix(before).is_some_and(|rest| {
            let mut places = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
            places.any(|at| is_line(after, &rest[at..]))
        }),
    }
}

/// The words of a command; quotes hold words together.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in command.chars() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

fn run(step: &Step<'_>, folder: &Path) {
    let words = words(step.command);
    let mut command = Command::new(PROGRAM);
    scrub(&mut command);
    let output = command.args(&words[1..]).current_dir(folder).output().expect("a run");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let written = text(&output.stdout) + &text(&output.stderr);
    let found: Vec<&str> = written.lines().map(str::trim_end).collect();
    // A blank line before the next command is layout.
    let shown: Vec<&str> = step.output.iter().map(|line| line.trim_end()).collect();
    let end = shown.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    let found_end = found.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    assert!(
        matches(&shown[..end], &found[..found_end]),
        "README.md line {}: `{}` writes\n{written}\nand is shown as\n{}",
        step.line,
        step.command,
        shown.join("\n")
    );
    assert!(output.status.success(), "README.md line {}: `{}` fails\n{written}", step.line, step.command);
}

#[test]
fn every_command_in_the_readme_does_what_is_shown() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
    // A package without its README has nothing to check.
    let Ok(text) = std::fs::read_to_string(path) else {
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    for step in steps(&text) {
        if step.command.starts_with("peil ") {
            run(&step, folder.path());
        } else {
            assert!(NOT_RUN.contains(&step.command), "README.md line {}: nobody checks `{}`", step.line, step.command);
        }
    }
}

#[test]
fn only_console_blocks_hold_steps() {
    let text = "$ peil no\n```sh\n$ peil no\n```\n```console\n$ peil list\none\n...\n$ cargo test\n```\n";
    let step = |line, command, output: &[&'static str]| Step { line, command, output: output.to_vec() };
    assert_eq!(steps(text), [step(6, "peil list", &["one", "..."]), step(9, "cargo test", &[])]);
}

#[test]
fn three_points_stand_for_any_lines() {
    let found = ["a", "b", "c", "d"];
    for shown in [&["..."][..], &["a", "..."], &["...", "d"], &["a", "...", "c", "..."], &["a", "b", "...", "c", "d"]] {
        assert!(matches(shown, &found), "{shown:?}");
    }
    for shown in [&[][..], &["a", "b"], &["...", "c"], &["b", "..."], &["a", "...", "x", "..."]] {
        assert!(!matches(shown, &found), "{shown:?}");
    }
}

#[test]
fn two_points_in_brackets_stand_for_any_characters() {
    assert!(is_line("a[..]c", "abbc") && is_line("a[..]", "a") && is_line("[..]é[..]", "één") && is_line("a", "a"));
    assert!(!is_line("a[..]c", "abb") && !is_line("a[..]b[..]", "acc") && !is_line("[..]a", "b"));
}

#[test]
fn quotes_hold_words_together() {
    assert_eq!(words("peil score 'a b' --x=\"c d\" \"\""), ["peil", "score", "a b", "--x=c d", ""]);
}
