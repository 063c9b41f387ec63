//! The public pages of a run, and the numbers on them.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::peil::{PROGRAM, scrub};

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: attacked\nversion: 1.0.0\nlanguages: [en]\ntitle: Attacked\n\
    scale: {max: 4}\naxes: [{id: theme, title: Theme, dimensions: [{id: alpha, title: Alpha}, {id: beta, title: Beta}, \
    {id: gamma, title: Gamma}]}]\nroles: [{id: ict, title: Role0}, {id: unit, title: Role1}, {id: chief, title: Role2}, \
    {id: mayor, title: Role3}]\nquestions:\n\
    \x20 - {id: q1, at: {theme: alpha}, ask: Alpha, type: rating, from: 0, to: 40}\n\
    \x20 - {id: q2, at: {theme: beta}, ask: Beta, type: rating, from: 0, to: 40}\n\
    \x20 - {id: q3, at: {theme: gamma}, ask: Gamma, type: rating, from: 0, to: 40, roles: [ict, unit, chief]}\n";

/// One page about one council.
pub(super) struct Page {
    pub(super) council: String,
    wave: String,
    text: String,
}

/// A number that a page makes public, of a dimension by its title or of `Overall`.
#[derive(Clone, Debug)]
pub(super) enum Published {
    /// The score of the council.
    Score { of: String, value: f64 },
    /// That of one role.
    Role { of: String, role: usize, value: f64 },
    /// The total with each participant weighing the same.
    Pooled { value: f64 },
    /// The score over the roles of both waves.
    Shared { of: String, roles: Vec<usize>, value: f64 },
    /// Between what the score lies without any one participant.
    WithoutOne { of: String, low: f64, high: f64 },
}

/// Writes every public page that can be written of a table of answers.
pub(super) fn publish(table: &str) -> Vec<Page> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("q.yaml"), QUESTIONNAIRE).expect("the questionnaire");
    fs::write(folder.path().join("a.csv"), table).expect("the answers");
    let common = ["a.csv", "-q", "q.yaml", "--lang", "en", "--format", "markdown"];
    let mut pages = Vec::new();
    for wave in ["2024", "2026"] {
        for (number, within) in [None, Some("size"), Some("province")].into_iter().enumerate() {
            let out = format!("out-{wave}-{number}");
            let mut arguments = vec!["report"];
            arguments.extend(common);
            arguments.extend(["--all", "--wave", wave, "-o", &out]);
            arguments.extend(within.into_iter().flat_map(|column| ["--within", column]));
            run(folder.path(), &arguments);
            for council in 0..8 {
                let path = folder.path().join(&out).join(format!("c-c{council}.md"));
                let Ok(text) = fs::read_to_string(path) else { continue };
                pages.push(Page { council: format!("c{council}"), wave: wave.to_owned(), text });
            }
        }
    }
    pages
}

fn run(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(PROGRAM);
    scrub(&mut command);
    let output = command.args(arguments).current_dir(folder).output().expect("a run");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

impl Page {
    /// Whether the page says something of a wave: of its own, and of the one before.
    pub(super) fn tells_of(&self, wave: &str) -> bool {
        self.wave == wave
    }

    /// The numbers on the page about its wave; `shared` are the roles of this wave and the other.
    pub(super) fn published(&self, shared: &[usize]) -> Vec<Published> {
        let mut found = Vec::new();
        for table in tables(&self.text) {
            let [header, rows @ ..] = table.as_slice() else { continue };
            for row in rows {
                let of = row[0].clone();
                for (heading, cell) in header.iter().zip(row).skip(1) {
                    self.cell(&of, heading, cell, shared, header.iter().any(|h| h == "Score"), &mut found);
                }
            }
        }
        if let Some(value) = after(&self.text, "the total would be ") {
            found.push(Published::Pooled { value });
        }
        let since = self.text.lines().find(|line| line.contains("**Since "));
        if let Some(value) = since.and_then(|line| after(line.split_once(" from ")?.1, " to ")) {
            found.push(Published::Shared { of: "Overall".to_owned(), roles: shared.to_vec(), value });
        }
        found
    }

    fn cell(&self, of: &str, heading: &str, cell: &str, shared: &[usize], scores: bool, found: &mut Vec<Published>) {
        let of = of.to_owned();
        if let Some((low, high)) = cell.split_once('–').and_then(|(low, high)| Some((number(low)?, number(high)?))) {
            if heading == "With one fewer" {
                found.push(Published::WithoutOne { of, low, high });
            }
            return;
        }
        let Some(value) = number(cell) else { return };
        if heading == "With one fewer" {
            found.push(Published::WithoutOne { of, low: value, high: value });
        } else if heading == "Score" {
            found.push(Published::Score { of, value });
        } else if heading == self.wave && !scores {
            // The table of what changed, which speaks of the roles in both waves.
            found.push(Published::Shared { of, roles: shared.to_vec(), value });
        } else if let Some(role) = heading.strip_prefix("Role").and_then(|rest| rest[..1].parse().ok()) {
            found.push(Published::Role { of, role, value });
        }
    }
}

/// The tables of a page, each with its header first, without the line under it.
fn tables(text: &str) -> Vec<Vec<Vec<String>>> {
    let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        let row = line.strip_prefix('|').and_then(|line| line.strip_suffix('|'));
        match row {
            Some(row) if row.contains("---") => {}
            Some(row) => {
                let cells = row.split('|').map(|cell| cell.replace("**", "").replace("&emsp;", "").trim().to_owned());
                if !inside {
                    tables.push(Vec::new());
                }
                tables.last_mut().expect("a table").push(cells.collect());
            }
            None => {}
        }
        inside = row.is_some();
    }
    tables
}

fn number(text: &str) -> Option<f64> {
    text.trim().replace('−', "-").parse().ok()
}

/// The number that follows some words.
fn after(text: &str, words: &str) -> Option<f64> {
    let (_, rest) = text.split_once(words)?;
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
    rest[..end].trim_end_matches('.').parse().ok()
}
