//! The public pages of a run, and the numbers on them.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::truth::{MERGED, QUESTIONS, Truth, WAVES};
use crate::peil::{PROGRAM, scrub};

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: attacked\nversion: 1.0.0\nlanguages: [en]\ntitle: Attacked\n\
    scale: {max: 4}\naxes: [{id: theme, title: Theme, dimensions: [{id: alpha, title: Alpha}, {id: beta, title: Beta}, \
    {id: gamma, title: Gamma}]}]\nroles: [{id: ict, title: Role0}, {id: unit, title: Role1}, {id: chief, title: Role2}, \
    {id: mayor, title: Role3}]\nquestions:\n\
    \x20 - {id: q1, at: {theme: alpha}, ask: Ask1, type: rating, from: 0, to: 40}\n\
    \x20 - {id: q4, at: {theme: alpha}, ask: Ask4, type: rating, from: 0, to: 40, roles: [ict, unit, chief]}\n\
    \x20 - {id: q2, at: {theme: beta}, ask: Ask2, type: rating, from: 0, to: 40}\n\
    \x20 - {id: q3, at: {theme: gamma}, ask: Ask3, type: rating, from: 0, to: 40, roles: [ict, unit, chief]}\n";

/// On everything that can have a target.
const TARGETS: &str = "dimensions: {alpha: {target: 3.7, reason: A}, beta: {target: 3.7, reason: A}, gamma: {target: 3.7, \
    reason: A}}\nquestions: {q1: {target: 3.7, reason: A}, q2: {target: 3.7, reason: A}, q3: {target: 3.7, reason: A}, \
    q4: {target: 3.7, reason: A}}\n";

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    /// The score of the council.
    Score,
    /// That of one role.
    Role(usize),
    /// The total with each participant weighing the same.
    Pooled,
    /// The score over the roles of both waves.
    Shared,
    /// The mean of those that the council came from, over the roles in all of them.
    Merged,
    /// Between what the score lies without any one participant.
    WithoutOne,
    /// The score if every unknown answer were the lowest.
    Lowest,
    /// The score if every unknown answer were the highest.
    Highest,
}

impl What {
    /// Whether it leaves the house with all its decimals: in what is pooled, or in the progress towards a target close by.
    pub(super) fn is_exact(self) -> bool {
        matches!(self, What::Score | What::Shared | What::Merged)
    }
}

/// A number that a page makes public, of a dimension or a question by its title, or of `Overall`; a range has two ends.
#[derive(Clone, Debug)]
pub(super) struct Published {
    pub(super) what: What,
    pub(super) of: String,
    pub(super) value: (f64, f64),
}

/// A number with the council and the wave that it is about.
pub(super) type Item = (String, &'static str, Published);

/// Everything that was published of a table of answers.
pub(super) struct Run {
    pub(super) items: Vec<Item>,
    /// The tables of pages over councils: wave, rows of name, number of councils and quartiles.
    pub(super) spreads: Vec<(&'static str, Vec<Vec<String>>)>,
    /// What is pooled: the rows, and the scores of those whose rows are not.
    pub(super) pool: String,
    pub(super) pool_scores: String,
}

/// Writes every public page that can be written of a table of answers.
pub(super) fn publish(table: &str, truth: &Truth) -> Run {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
    write("q.yaml", QUESTIONNAIRE);
    write("a.csv", table);
    write("councils.csv", &register(truth));
    let mut run = Run { items: Vec::new(), spreads: Vec::new(), pool: String::new(), pool_scores: String::new() };
    let peil = |command: &str, answers: &str, more: &[&str]| {
        let common = [command, answers, "-q", "q.yaml", "--lang", "en", "--councils", "councils.csv"];
        call(folder.path(), &[&common[..], more].concat())
    };
    let markdown = ["--format", "markdown"];
    for wave in WAVES {
        for within in [None, Some("size"), Some("province"), Some("size,province")] {
            let within: Vec<&str> = within.into_iter().flat_map(|columns| ["--within", columns]).collect();
            let of_wave = [&["--wave", wave], &within[..], &markdown].concat();
            peil("report", "a.csv", &[&of_wave[..], &["--all", "-o", "out"]].concat());
            for (council, _) in truth.keys().filter(|(_, of)| *of == wave) {
                let path = folder.path().join(format!("out/c-{council}.md"));
                if let Ok(text) = fs::read_to_string(path) {
                    read(council, wave, &text, &mut run.items);
                }
            }
            fs::remove_dir_all(folder.path().join("out")).expect("the reports");
            run.spreads.push((wave, spreads(&peil("compare", "a.csv", &of_wave))));
        }
        let named = peil("compare", "a.csv", &[&["--wave", wave, "--show-names"], &markdown[..]].concat());
        listed(&named, wave, &mut run.items);
    }
    let by_wave = peil("compare", "a.csv", &[&["--by", "wave", "--show-names"], &markdown[..]].concat());
    listed(&by_wave, WAVES[1], &mut run.items);
    let header = table.lines().next().expect("a header");
    for ((council, wave), known) in truth {
        if known.counts.iter().sum::<u32>() == 0 {
            continue;
        }
        let of = ["--council", council, "--wave", wave];
        write("targets.yaml", &format!("peil: targets/1\ncouncil: {council}\n{TARGETS}"));
        let aimed = peil("report", "a.csv", &[&of[..], &["--targets", "targets.yaml"], &markdown].concat());
        read(council, wave, &aimed, &mut run.items);
        let roles = peil("compare", "a.csv", &[&["--by", "role"], &of[..], &markdown].concat());
        read(council, wave, &roles, &mut run.items);
        let own = table.lines().filter(|line| line.starts_with(&format!("{council},")));
        write("one.csv", &std::iter::once(header).chain(own).map(|line| format!("{line}\n")).collect::<String>());
        let alone = peil("compare", "one.csv", &[&["--by", "wave"], &markdown[..]].concat());
        let latest = truth.keys().filter(|(id, _)| id == council).map(|(_, wave)| *wave).max().expect("a wave");
        read(council, latest, &alone, &mut run.items);
    }
    peil("compare", "a.csv", &["--anonymise", "--seed", "1", "-o", "pool.csv"]);
    run.pool = fs::read_to_string(folder.path().join("pool.csv")).unwrap_or_default();
    run.pool_scores = fs::read_to_string(folder.path().join("pool-scores.csv")).unwrap_or_default();
    run
}

/// A register in which two councils became one.
fn register(truth: &Truth) -> String {
    let mut text = "council,population,valid_to,successor\nm0,10000,2024,s0\nm1,30000,2024,s0\n".to_owned();
    let mut others: Vec<&str> = truth.keys().map(|(id, _)| id.as_str()).filter(|id| !MERGED.0.contains(id)).collect();
    others.dedup();
    others.iter().for_each(|id| text += &format!("{id},20000,,\n"));
    text
}

fn call(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(PROGRAM);
    scrub(&mut command);
    let output = command.args(arguments).current_dir(folder).output().expect("a run");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The numbers on a page about one council.
fn read(council: &str, wave: &'static str, text: &str, items: &mut Vec<Item>) {
    let before = if council == MERGED.1 { What::Merged } else { What::Shared };
    let mut add = |wave: &'static str, what: What, of: &str, value: (f64, f64)| {
        let known = ["Overall", "Alpha", "Beta", "Gamma"].contains(&of) || QUESTIONS.iter().any(|one| one.0 == of);
        assert!(known, "what is `{of}`?\n{text}");
        items.push((council.to_owned(), wave, Published { what, of: of.to_owned(), value }));
    };
    for table in tables(text) {
        let [header, rows @ ..] = table.as_slice() else { continue };
        // Where scores stand in the table, a column with a wave is the wave before.
        let own_too = !header.iter().any(|heading| ["Score", "Now"].contains(&heading.as_str()));
        for row in rows {
            for (heading, cell) in header.iter().zip(row).skip(1) {
                let Some((low, high)) = range(cell) else { continue };
                let role = heading.strip_prefix("Role").and_then(|rest| rest[..1].parse().ok());
                match (heading.as_str(), role) {
                    ("With one fewer", _) => add(wave, What::WithoutOne, &row[0], (low, high)),
                    ("Score" | "Now" | "Overall", _) => add(wave, What::Score, &row[0], (low, low)),
                    ("Possible", _) if low < high => {
                        add(wave, What::Lowest, &row[0], (low, low));
                        add(wave, What::Highest, &row[0], (high, high));
                    }
                    ("2024", _) => add("2024", before, &row[0], (low, low)),
                    ("2026", _) if own_too => add("2026", What::Shared, &row[0], (low, low)),
                    (_, Some(role)) => add(wave, What::Role(role), &row[0], (low, low)),
                    ("Possible" | "Median" | "Change" | "Target" | "To go" | "Progress", _) => {}
                    (other, _) => panic!("what is under `{other}`?\n{text}"),
                }
            }
        }
    }
    if let Some(value) = after(text, "the total would be ") {
        add(wave, What::Pooled, "Overall", (value, value));
    }
    for (name, (low, high)) in possibly(text) {
        add(wave, What::Lowest, &name, (low, low));
        add(wave, What::Highest, &name, (high, high));
    }
    if let Some(line) = text.lines().find(|line| line.contains("**Since 2024")) {
        let (then, now) = (after(line, " from "), line.split_once(" from ").and_then(|(_, rest)| after(rest, " to ")));
        then.inspect(|&then| add("2024", before, "Overall", (then, then)));
        now.inspect(|&now| add("2026", What::Shared, "Overall", (now, now)));
    }
}

/// The numbers on a page that lists councils by name.
fn listed(text: &str, wave: &'static str, items: &mut Vec<Item>) {
    for table in tables(text).into_iter().filter(|table| table[0][0] == "Council") {
        for row in &table[1..] {
            for (heading, cell) in table[0].iter().zip(row).skip(1) {
                let Some((value, _)) = range(cell) else { continue };
                let (wave, what, of) = match heading.as_str() {
                    "Score" => (wave, What::Score, "Overall"),
                    "Alpha" | "Beta" | "Gamma" => (wave, What::Score, heading.as_str()),
                    "Then" if row[0] == MERGED.1 => ("2024", What::Merged, "Overall"),
                    "Then" => ("2024", What::Shared, "Overall"),
                    "Now" => ("2026", What::Shared, "Overall"),
                    "Rounds" | "Participants" | "Change" => continue,
                    other => panic!("what is under `{other}`?\n{text}"),
                };
                items.push((row[0].clone(), wave, Published { what, of: of.to_owned(), value: (value, value) }));
            }
        }
    }
    for (council, (low, high)) in possibly(text) {
        for (what, value) in [(What::Lowest, low), (What::Highest, high)] {
            items.push((council.clone(), wave, Published { what, of: "Overall".to_owned(), value: (value, value) }));
        }
    }
}

/// The rows of name, number of councils, lower quartile, median and upper quartile of a page over councils.
fn spreads(text: &str) -> Vec<Vec<String>> {
    let tables = tables(text).into_iter().filter(|table| table[0].get(1).is_some_and(|title| title == "Councils"));
    tables.flat_map(|table| table.into_iter().skip(1)).filter(|row| row[1] != "–").collect()
}

/// What a chart says in words of the ends of bands, by what it is about.
fn possibly(text: &str) -> Vec<(String, (f64, f64))> {
    let drawn = text.lines().filter(|line| line.starts_with("!["));
    let said = drawn.flat_map(|line| line.split(". "));
    let band = |said: &str| {
        let (about, rest) = said.split_once("; possibly ")?;
        let (low, rest) = rest.split_once(" to ")?;
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let name = about.split_once(": ")?.0;
        Some((name.to_owned(), (number(low)?, number(rest[..end].trim_end_matches('.'))?)))
    };
    said.filter_map(band).collect()
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

/// A number, or the two ends of a range.
fn range(cell: &str) -> Option<(f64, f64)> {
    match cell.split_once('–') {
        Some((low, high)) => Some((number(low)?, number(high)?)),
        None => number(cell).map(|value| (value, value)),
    }
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
