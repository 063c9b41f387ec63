//! The account of what went and what is left to do, as text.

use std::path::PathBuf;

use peil::language::Language;
use peil::language::forget::{self as words, Tense};

use super::commands::Commands;
use super::outputs::Outputs;
use super::plan::Plan;
use crate::ui::Ui;

/// More outputs of others than this are only counted.
const OTHERS_SHOWN: usize = 10;

/// All of it.
pub(super) fn whole(ui: &Ui, plan: &Plan, outputs: &Outputs, places: &[PathBuf], tense: Tense) -> String {
    let l = ui.language;
    let mut text = removal(l, plan, tense);
    text.push('\n');
    for (group, tally) in &plan.groups {
        let line = words::group(l, &group.council, &tally.name, &group.wave, &group.questionnaire, tally.left);
        text.push_str(&format!("{line}\n"));
    }
    let commands = Commands::new(l, plan, places, outputs);
    let shown = |path: &PathBuf| path.display().to_string();
    text.push_str(&list(&words::stays(l, &plan.id), outputs.answers.iter().map(|beside| commands.forget(beside))));
    text.push_str(&list(&words::stays_packed(l, &plan.id), outputs.packed.iter().map(shown)));
    let known_as = outputs.imported.known_as.iter();
    text.push_str(&list(words::known_as(l), known_as.map(|(id, path)| commands.forget_as(id, path))));
    let from = &outputs.imported.from;
    let rows = from.iter().filter(|(_, row)| row.is_some()).count();
    text.push_str(&list(&words::imported_from(l, rows), from.iter().map(|place| at_row(l, place))));
    if outputs.none() {
        text.push_str(&list(words::none_found(l), commands.usual()));
    }
    text.push_str(&list(words::again(l), outputs.own.iter().map(|output| commands.again(output))));
    let others = outputs.compared.iter().take(OTHERS_SHOWN).map(|output| commands.again(output));
    let more = outputs.compared.len().checked_sub(OTHERS_SHOWN).filter(|&more| more > 0);
    text.push_str(&list(words::compared(l), others.chain(more.map(|more| words::and_more(l, more)))));
    text.push_str(&list(words::again_as_then(l), outputs.lists.iter().map(shown)));
    let pools = outputs.pools.iter().map(|(path, questionnaire)| commands.pool(path, questionnaire.as_ref()));
    text.push_str(&list(words::pooled(l), pools));
    text.push_str(&list(words::delete(l), outputs.empty.iter().map(shown)));
    text.push_str(&left(l, plan, outputs));
    text.push_str(&format!("\n{}\n{}\n", words::looked_in(l, &outputs.looked_in), words::elsewhere(l)));
    if outputs.imported.may_come_from_elsewhere(plan) {
        text.push_str(&format!("{}\n", words::may_come_back(l)));
    }
    text
}

/// The files and rows.
pub(super) fn removal(l: Language, plan: &Plan, tense: Tense) -> String {
    let mut text = format!("{}\n", words::heading(l, &plan.id, tense));
    for affected in &plan.files {
        let path = affected.path.display().to_string();
        let line = match &affected.rows {
            None => words::whole_file(l, &path, affected.draft),
            Some(rows) => words::rows(l, &path, rows.len()),
        };
        text.push_str(&format!("  {line}\n"));
    }
    text
}

/// What is no answers file and still holds the respondent, or may; empty when there is nothing.
pub(super) fn left(l: Language, plan: &Plan, outputs: &Outputs) -> String {
    let shown = |path: &PathBuf| path.display().to_string();
    let line = |one: &super::plan::Unclear| match one.line {
        Some(line) => words::at_line(l, &one.path, u64::from(line)),
        None => one.path.clone(),
    };
    let mut lines: Vec<String> = plan.unclear.iter().map(line).collect();
    lines.extend(outputs.unclear.iter().map(|place| at_row(l, place)));
    lines.sort();
    lines.dedup();
    let copied = list(&words::copied(l, &plan.id), outputs.copied.iter().map(shown));
    let cut_off = list(&words::cut_off(l, &plan.id), outputs.cut_off.iter().map(shown));
    copied + &cut_off + &list(&words::look_yourself(l, &plan.id), lines)
}

/// A file, with the row in it where there is one.
fn at_row(l: Language, (path, row): &(PathBuf, Option<usize>)) -> String {
    let path = path.display().to_string();
    row.map_or(path.clone(), |row| words::at_row(l, &path, row as u64))
}

/// Where the respondent is beside what was asked for.
pub(super) fn elsewhere(l: Language, plan: &Plan) -> Vec<String> {
    let of = |(council, wave): &(String, String)| words::council_and_wave(l, council, wave);
    plan.elsewhere.iter().map(of).collect()
}

/// A heading and its lines after a blank line; nothing without lines.
fn list(heading: &str, lines: impl IntoIterator<Item = String>) -> String {
    let lines: Vec<String> = lines.into_iter().map(|line| format!("  {line}\n")).collect();
    if lines.is_empty() { String::new() } else { format!("\n{heading}\n{}", lines.concat()) }
}
