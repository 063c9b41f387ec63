//! The public pages of a run, and the numbers on them.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::truth::{CELLS, GRID, LINE, MERGED, QUESTIONS, ROLES, Shape, Truth, WAVES};
use crate::peil::{PROGRAM, scrub};

const HEAD: &str =
    "peil: questionnaire/1\nid: attacked\nversion: 1.0.0\nlanguages: [en]\ntitle: Attacked\nscale: {max: 4}\n";

/// The ids of the questions.
const IDS: [&str; QUESTIONS.len()] = ["q1", "q4", "q2", "q3"];

fn questionnaire(shape: &Shape) -> String {
    let roles: Vec<String> =
        ROLES.iter().enumerate().map(|(index, id)| format!("{{id: {id}, title: Role{index}}}")).collect();
    let mut text = format!("{HEAD}{}\nroles: [{}]\nquestions:\n", shape.axes, roles.join(", "));
    for (at, questions) in shape.at.iter().zip(CELLS) {
        for &question in questions {
            let ((title, asked), id) = (QUESTIONS[question], IDS[question]);
            let asked: Vec<&str> = asked.iter().map(|&role| ROLES[role]).collect();
            let of = format!("type: rating, from: 0, to: 40, roles: [{}]", asked.join(", "));
            text += &format!("  - {{id: {id}, at: {{{at}}}, ask: {title}, {of}}}\n");
        }
    }
    text
}

/// On everything that can have a target.
fn targets(shape: &Shape, council: &str) -> String {
    let wish = |id: &str| format!("{}: {{target: 3.7, reason: A}}", id.to_lowercase());
    let dimensions: Vec<String> = shape.dimensions.iter().map(|one| wish(one.0)).collect();
    let (dimensions, questions) = (dimensions.join(", "), IDS.map(wish).join(", "));
    format!("peil: targets/1\ncouncil: {council}\ndimensions: {{{dimensions}}}\nquestions: {{{questions}}}\n")
}

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    /// The score of the council.
    Score,
    /// That of one role.
    Role(usize),
    /// The total with each participant weighing the same.
    Pooled,
    /// The score over what is compared with the wave before.
    Shared,
    /// That over what is compared with the wave after.
    Then,
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
        matches!(self, What::Score | What::Shared | What::Then | What::Merged)
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
pub(super) fn publish(shape: &Shape, table: &str, truth: &Truth) -> Run {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("written");
    write("q.yaml", &questionnaire(shape));
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
    for until in &WAVES[1..] {
        let of_all = [&["--by", "wave", "--show-names", "--wave", until], &markdown[..]].concat();
        listed(&peil("compare", "a.csv", &of_all), until, &mut run.items);
    }
    let header = table.lines().next().expect("a header");
    for ((council, wave), known) in truth {
        if known.counts.iter().sum::<u32>() == 0 {
            continue;
        }
        let of = ["--council", council, "--wave", wave];
        write("targets.yaml", &targets(shape, council));
        let aimed = peil("report", "a.csv", &[&of[..], &["--targets", "targets.yaml"], &markdown].concat());
        read(council, wave, &aimed, &mut run.items);
        let roles = peil("compare", "a.csv", &[&["--by", "role"], &of[..], &markdown].concat());
        read(council, wave, &roles, &mut run.items);
        let own = table.lines().filter(|line| line.starts_with(&format!("{council},")));
        write("one.csv", &std::iter::once(header).chain(own).map(|line| format!("{line}\n")).collect::<String>());
        let alone = peil("compare", "one.csv", &[&["--by", "wave", "--wave", wave], &markdown[..]].concat());
        read(council, wave, &alone, &mut run.items);
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
    let before = if council == MERGED.1 { What::Merged } else { What::Then };
    let mut add = |wave: &'static str, what: What, of: &str, value: (f64, f64)| {
        assert!(is_part(of) || QUESTIONS.iter().any(|one| one.0 == of), "what is `{of}`?\n{text}");
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
                    (own, _) if own == wave && own_too => add(wave, What::Shared, &row[0], (low, low)),
                    (past, _) if past != wave && WAVES.contains(&past) => add(year(past), before, &row[0], (low, low)),
                    (column, _) if is_part(column) => {
                        add(wave, What::Score, &format!("{}×{column}", row[0]), (low, low));
                    }
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
    if let Some((_, line)) = text.lines().find_map(|line| line.split_once("**Since ")) {
        let (then, now) = (after(line, " from "), line.split_once(" from ").and_then(|(_, rest)| after(rest, " to ")));
        then.inspect(|&then| add(year(&line[..4]), before, "Overall", (then, then)));
        now.inspect(|&now| add(wave, What::Shared, "Overall", (now, now)));
    }
}

/// Whether a dimension, the whole, or a cell is called that.
fn is_part(name: &str) -> bool {
    [LINE, GRID].iter().any(|shape| shape.cells(name).is_some())
}

/// The wave of this name.
fn year(name: &str) -> &'static str {
    WAVES.into_iter().find(|wave| *wave == name).unwrap_or_else(|| panic!("what is `{name}`?"))
}

/// The numbers on a page that lists councils by name.
fn listed(text: &str, wave: &'static str, items: &mut Vec<Item>) {
    for table in tables(text).into_iter().filter(|table| table[0][0] == "Council") {
        for row in &table[1..] {
            for (heading, cell) in table[0].iter().zip(row).skip(1) {
                let Some((value, _)) = range(cell) else { continue };
                let rounds = || row[1].split_once(" – ").expect("two rounds");
                let (wave, what, of) = match heading.as_str() {
                    "Score" => (wave, What::Score, "Overall"),
                    of if is_part(of) => (wave, What::Score, of),
                    "Then" if row[0] == MERGED.1 => (year(rounds().0), What::Merged, "Overall"),
                    "Then" => (year(rounds().0), What::Then, "Overall"),
                    "Now" => (year(rounds().1), What::Shared, "Overall"),
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
