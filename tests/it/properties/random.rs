//! Random questionnaires, as text, and random answers to them, as tables. All of it follows from a list of numbers, so
//! that a failure shrinks to small numbers and can be repeated.

use std::fmt::Write;

use peil::diagnostics::Diagnostics;
use peil::questionnaire::{self, Kind, NotApplicable, Questionnaire};
use peil::responses::{Intake, Responses, read_table};
use peil::source::Sources;
use peil::yaml;

/// Throws decided beforehand; zeros when they run out.
pub(super) struct Dice {
    throws: std::vec::IntoIter<u32>,
}

impl Dice {
    pub(super) fn new(throws: Vec<u32>) -> Dice {
        Dice { throws: throws.into_iter() }
    }

    /// A number under `sides`.
    pub(super) fn throw(&mut self, sides: usize) -> usize {
        self.throws.next().unwrap_or(0) as usize % sides
    }

    /// One of these.
    pub(super) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.throw(of.len())]
    }

    /// True once in `sides` throws.
    pub(super) fn one_in(&mut self, sides: usize) -> bool {
        self.throw(sides) == sides - 1
    }
}

/// What a random questionnaire may hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Allowed {
    pub(super) routing: bool,
    pub(super) reverse: bool,
    pub(super) several_axes: bool,
    /// Whether "not applicable" is offered everywhere rather than here and there.
    pub(super) not_applicable_everywhere: bool,
}

pub(super) const ANYTHING: Allowed =
    Allowed { routing: true, reverse: true, several_axes: true, not_applicable_everywhere: false };

pub(super) const ROLES: [&str; 3] = ["ict", "unit", "board"];
const LEAVES: [&str; 3] = ["vision", "people", "serve"];
const NESTED: &str = "[{id: govern, title: T, weight: 3, dimensions: [{id: vision, title: T}, {id: people, title: T, \
                      weight: 0.7}]}, {id: serve, title: T, weight: 1.3}]";
const PARENT: &str = "[{id: govern, title: T, dimensions: [{id: vision, title: T}, {id: people, title: T}]}, {id: serve, \
                      title: T}]";
const LISTS: &str = "choices:\n  steps: [{id: 0, value: 0, label: L}, {id: 1, value: 1, label: L}, {id: 2, value: 2, \
                     label: L}, {id: 3, value: 3, label: L}]\n  odd: [{id: a, value: 0.3, label: L}, {id: b, value: 1, \
                     label: L}, {id: c, value: 7.1, label: L}]\n  boxes: [{id: web, label: L}, {id: desk, label: L}, \
                     {id: mail, label: L}, {id: other, value: 0.5, label: L, exclusive: true}]\n  worth: [{id: small, \
                     value: 0.1, label: L}, {id: large, value: 2.2, label: L}]\n";

/// The text of a valid questionnaire.
pub(super) fn questionnaire_text(dice: &mut Dice, allowed: Allowed) -> String {
    let grid = allowed.several_axes && dice.one_in(2);
    let mut text = format!(
        "peil: questionnaire/1\nid: random\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {{max: {}, stages: [{{id: low, \
         from: 0, title: T}}, {{id: high, from: 0.5, title: T}}]}}\n{LISTS}",
        dice.pick(&["4", "1", "3", "100", "0.7"])
    );
    let dimensions = if grid { PARENT } else { NESTED };
    let _ = write!(text, "axes:\n  - {{id: level, title: T, dimensions: {dimensions}}}\n");
    if grid {
        text.push_str("  - {id: d, title: T, dimensions: [{id: plan, title: T}, {id: share, title: T}]}\n");
        text.push_str("cells: [{at: {level: people, d: share}, weight: 0.3}]\n");
    }
    let roles = dice.throw(4);
    if roles > 0 {
        let list: Vec<String> = ROLES[..roles].iter().map(|id| format!("{{id: {id}, title: T}}")).collect();
        let _ = writeln!(text, "roles: [{}]", list.join(", "));
    }
    let weights = if roles > 0 { "{ict: 2.5}" } else { "equal" };
    let _ = writeln!(
        text,
        "scoring: {{min_coverage: {}, missing: {}, roles: {}}}\nquestions:",
        dice.pick(&["0.6", "0", "0.5", "1"]),
        dice.pick(&["exclude", "exclude", "zero"]),
        dice.pick(&["equal", "pooled", weights]),
    );
    let mut asked = Vec::new();
    for index in 0..3 + dice.throw(6) {
        question(dice, &mut text, index, (grid, roles), &mut asked, allowed);
    }
    text
}

/// The fields that make a question one of its kind, whether it can be reversed, and a condition that can be put on it.
const KINDS: [(&str, bool, &str); 9] = [
    ("type: choice, choices: steps", true, "{is: [1, 3]}"),
    ("type: choice, choices: odd, range: lowest-to-highest", true, "{at_least: 1}"),
    ("type: choice, choices: odd", true, "{at_most: 1}"),
    ("type: rating, from: -1, to: 5", true, "{at_least: 2}"),
    ("type: yes-no", true, "{is: yes}"),
    ("type: number, from: 10, to: 35", true, "{answered: true}"),
    ("type: multiple, choices: boxes", false, "{is: [web, desk]}"),
    ("type: multiple, choices: worth", false, "{answered: true}"),
    ("type: text", false, "{answered: true}"),
];

fn question(
    dice: &mut Dice,
    text: &mut String,
    index: usize,
    (grid, roles): (bool, usize),
    asked: &mut Vec<(String, &'static str)>,
    allowed: Allowed,
) {
    let at = if grid {
        format!("{{level: {}, d: {}}}", dice.pick(&LEAVES), dice.pick(&["plan", "share"]))
    } else {
        format!("{{level: {}}}", dice.pick(&LEAVES))
    };
    let _ = write!(text, "  - {{id: q{index}, at: {at}, ask: Q");
    // The first is scored for certain, so that there is something to score.
    let kind = if index == 0 { 0 } else { dice.throw(KINDS.len() + 1) };
    let (fields, can_reverse, test) = KINDS.get(kind).copied().unwrap_or((
        "type: grid, choices: steps, rows: [{id: r, title: T}, {id: s, title: T, highest: 2}, {id: t, title: T}]",
        true,
        "{at_least: 1}",
    ));
    let (is_text, is_table) = (kind == 8, kind == KINDS.len());
    let _ = write!(text, ", {fields}");
    if !is_text && dice.one_in(3) {
        let _ = write!(text, ", weight: {}", dice.pick(&["2", "0.3", "7"]));
    }
    let halves = !is_text && !is_table && dice.one_in(5);
    for (flag, holds) in [
        ("reverse: true", can_reverse && allowed.reverse && dice.one_in(3)),
        ("paper_and_practice: true", halves),
        ("quick: true", dice.one_in(2)),
        ("not_applicable: true", allowed.not_applicable_everywhere || dice.one_in(2)),
        ("roles: [ict]", allowed.routing && roles > 0 && dice.one_in(4)),
    ] {
        if holds {
            let _ = write!(text, ", {flag}");
        }
    }
    if let (true, Some((earlier, test))) = (allowed.routing && dice.one_in(3), asked.last()) {
        let when = dice.pick(&["{X}", "{not: {X}}", "{any: [{X}, {not: {X}}]}", "{all: [{X}]}"]);
        let _ = write!(text, ", when: {}", when.replace('X', &format!("{earlier}: {test}")));
    }
    text.push_str("}\n");
    let part = if halves {
        ".practice"
    } else if is_table {
        ".s"
    } else {
        ""
    };
    asked.push((format!("q{index}{part}"), test));
}

/// Reads a questionnaire that must be valid.
pub(super) fn parse(text: &str) -> Questionnaire {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("random.yaml", text);
    let read = yaml::parse(file, &sources, &mut out).and_then(|node| questionnaire::parse(&node, &mut out));
    assert!(out.is_empty(), "{:?}\n{text}", out.sorted());
    read.expect("a questionnaire")
}

/// A table of answers: its header and its rows, cell by cell. The first four columns say who answered.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

/// How many columns stand before the answers.
pub(super) const WHO: usize = 4;

impl Table {
    pub(super) fn random(dice: &mut Dice, q: &Questionnaire, most_rows: usize) -> Table {
        let who = ["council", "wave", "role", "scan"].map(str::to_owned);
        let header = who.into_iter().chain(q.columns.iter().map(|column| column.id.clone()));
        let mut together: Vec<String> = Vec::new();
        let mut row = |dice: &mut Dice| {
            let roles = q.roles.len();
            let role = (0..=roles).map(|index| q.roles.get(index).map_or("", |role| &role.id));
            let roles: Vec<&str> = role.collect();
            let who = [dice.pick(&["A", "B", "C"]), dice.pick(&["2024", "2026"]), dice.pick(&roles)];
            let mut row = who.map(str::to_owned).to_vec();
            // Each council has one consensus in a wave at most.
            if dice.one_in(6) && !together.contains(&row[..2].concat()) {
                together.push(row[..2].concat());
                row[2] = "consensus".to_owned();
            }
            row.push(if dice.one_in(5) { "quick" } else { "full" }.to_owned());
            row.extend((0..q.columns.len()).map(|column| answer(dice, q, column)));
            row
        };
        let rows = 1 + dice.throw(most_rows);
        Table { header: header.collect(), rows: (0..rows).map(|_| row(dice)).collect() }
    }

    pub(super) fn text(&self) -> String {
        let lines = std::iter::once(&self.header).chain(&self.rows);
        lines.map(|line| line.join(",") + "\n").collect()
    }
}

fn answer(dice: &mut Dice, q: &Questionnaire, column: usize) -> String {
    let question = q.question_of(column);
    match dice.throw(8) {
        0 => return String::new(),
        1 => return "?".to_owned(),
        2 if question.not_applicable != NotApplicable::NotOffered => return "na".to_owned(),
        _ => {}
    }
    let options: Vec<String> = question.kind.options().into_iter().map(|(id, _)| id).collect();
    match &question.kind {
        Kind::Text => "words".to_owned(),
        Kind::Number { .. } => dice.pick(&["10", "12.5", "17", "33.3", "99", "-4"]).to_owned(),
        Kind::Multiple { choices, .. } => {
            let plain = choices.iter().filter(|choice| !choice.exclusive);
            let ticked: Vec<&str> = plain.filter(|_| dice.one_in(2)).map(|choice| choice.id.as_str()).collect();
            let alone = choices.iter().find(|choice| choice.exclusive);
            match alone {
                _ if !ticked.is_empty() => ticked.join("|"),
                Some(choice) if dice.one_in(2) => choice.id.clone(),
                _ => "none".to_owned(),
            }
        }
        _ => options[dice.throw(options.len())].clone(),
    }
}

/// Reads tables that must hold no errors; answers to questions that were not asked are no errors.
pub(super) fn take_in(q: &Questionnaire, tables: &[&Table]) -> Responses {
    let mut intake = Intake::new(q);
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    for table in tables {
        let file = sources.add("random.csv", table.text());
        read_table(file, &sources, &mut intake, &mut out);
    }
    assert!(!out.has_errors(), "{:?}", out.sorted());
    intake.finish()
}
