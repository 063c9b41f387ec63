//! `peil demo`: the whole line on made-up councils, each step as the command that a person would type.

use std::path::Path;

use clap::FromArgMatches;
use peil::language::{cli as words, failure};
use peil::questionnaire::{SHIPPED, shipped};

use crate::args::{Arguments, Demo};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::Ui;
use crate::{demo, help, output};

/// The council whose report anyone may read.
const PUBLIC: &str = "demo-01";
/// The council whose report is for its own workshop.
const WORKSHOP: &str = "demo-07";
/// The wave that is shown.
const WAVE: &str = "2026";

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Demo) -> Result<Exit, Failure> {
    let l = ui.language;
    let folder = &args.folder;
    refuse_foreign_folder(ui, folder)?;
    output::make_folder(l, folder)?;
    let main = SHIPPED[0];
    output::write(ui, &folder.join(format!("{}.yaml", main.id)), main.text.as_bytes())?;
    let questionnaire = shipped(main.id).ok_or_else(|| Failure::new(failure::internal(l, main.id)))?;
    let written = demo::write(folder, &questionnaire).map_err(|error| failed(ui, folder, error))?;
    let shown = folder.display().to_string();
    ui.result(&format!(
        "{}\n",
        words::demo_made(l, &shown, written.councils, written.rows)
    ))?;
    let place = |name: &str| folder.join(name).display().to_string();
    let answers = written.answers.display().to_string();
    let reports = [
        place("verslag.html"),
        place("verslag-werksessie.html"),
        place("vergelijking.html"),
    ];
    let mut steps: Vec<Vec<&str>> = vec![
        vec!["check", &answers],
        vec!["score", &answers, "--wave", WAVE],
        vec![
            "report",
            &answers,
            "--council",
            PUBLIC,
            "--within",
            "klasse",
            "-o",
            &reports[0],
        ],
    ];
    steps.push(vec![
        "report",
        &answers,
        "--council",
        WORKSHOP,
        "--audience",
        "workshop",
        "-o",
        &reports[1],
    ]);
    steps.push(vec![
        "compare",
        &answers,
        "--within",
        "klasse",
        "--show-names",
        "-o",
        &reports[2],
    ]);
    let mut exit = Exit::Done;
    for step in &steps {
        exit = worse(exit, one(ui, step)?);
    }
    ending(ui, &reports, &answers)?;
    Ok(exit)
}

/// Shows a command and runs it, read from the very words that are shown.
fn one(ui: &Ui, step: &[&str]) -> Result<Exit, Failure> {
    ui.result(&format!("\n$ peil {}\n", step.join(" ")))?;
    let words = std::iter::once("peil").chain(step.iter().copied());
    let matches = help::command(ui.language).try_get_matches_from(words);
    let arguments = matches.and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = arguments.map_err(|error| Failure::new(failure::internal(ui.language, &error.to_string())))?;
    crate::run(ui, &arguments.command)
}

fn worse(one: Exit, other: Exit) -> Exit {
    if one == Exit::Done { other } else { one }
}

fn ending(ui: &Ui, reports: &[String; 3], answers: &str) -> Result<(), Failure> {
    let l = ui.language;
    let mut text = format!("\n{}\n", words::demo_open(l));
    let width = reports.iter().map(String::len).max().unwrap_or_default();
    for (path, what) in reports.iter().zip(words::demo_files(l)) {
        text.push_str(&format!("  {path:width$}  {what}\n"));
    }
    text.push_str(&format!("\n{}\n", words::demo_next(l)));
    text.push_str(&format!(
        "  peil score {answers} --council {WORKSHOP} --wave {WAVE} --explain delen\n"
    ));
    text.push_str(&format!("  peil report {answers} --council {WORKSHOP}\n"));
    ui.result(&text)
}

/// A folder that holds anything but an earlier demo is not written into.
fn refuse_foreign_folder(ui: &Ui, folder: &Path) -> Result<(), Failure> {
    let used = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if used && !folder.join("antwoorden").is_dir() {
        let shown = folder.display().to_string();
        return Err(Failure::new(failure::demo_folder_in_use(ui.language, &shown)));
    }
    Ok(())
}

fn failed(ui: &Ui, folder: &Path, error: demo::DemoError) -> Failure {
    match error {
        demo::DemoError::System { path, error } => Failure::write(ui.language, &path, &error),
        other => Failure::new(failure::internal(
            ui.language,
            &format!("{}: {other}", folder.display()),
        )),
    }
}
