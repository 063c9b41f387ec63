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
    let folder = &args.folder;
    refuse_foreign_folder(ui, folder)?;
    let mut written = Vec::new();
    for one in SHIPPED {
        // The main one lies on top, so that the commands stay short.
        let place = if one.id == SHIPPED[0].id { folder.clone() } else { folder.join(one.id) };
        output::make_folder(ui.language, &place)?;
        output::write(ui, &place.join(format!("{}.yaml", one.id)), one.text.as_bytes())?;
        let questionnaire = shipped(one.id).ok_or_else(|| Failure::new(failure::internal(ui.language, one.id)))?;
        written.push(demo::write(&place, &questionnaire).map_err(|error| failed(ui, &place, error))?);
    }
    let shown = folder.display().to_string();
    let made = words::demo_made(ui.language, &shown, written[0].councils, written[0].rows);
    ui.result(&format!("{made}\n"))?;
    let answers = written[0].answers.display().to_string();
    let reports = Reports::new(folder);
    let mut exit = Exit::Done;
    for step in [
        step("check ANSWERS", &answers, None),
        step(&format!("score ANSWERS --wave {WAVE}"), &answers, None),
        step(&format!("report ANSWERS --council {PUBLIC} --within klasse"), &answers, Some(&reports.public)),
        step(&format!("report ANSWERS --council {WORKSHOP} --audience workshop"), &answers, Some(&reports.workshop)),
        step("compare ANSWERS --within klasse --show-names", &answers, Some(&reports.comparison)),
    ] {
        exit = worse(exit, one(ui, &step)?);
    }
    for (written, report) in written[1..].iter().zip(&reports.scans) {
        let answers = written.answers.display().to_string();
        let step = step(&format!("report ANSWERS --council {PUBLIC}"), &answers, Some(report));
        exit = worse(exit, one(ui, &step)?);
    }
    ending(ui, &reports, &answers)?;
    Ok(exit)
}

/// Where the reports go.
struct Reports {
    public: String,
    workshop: String,
    comparison: String,
    /// One for each questionnaire but the main one.
    scans: Vec<String>,
}

impl Reports {
    fn new(folder: &Path) -> Reports {
        let place = |name: &str| folder.join(name).display().to_string();
        Reports {
            public: place("verslag.html"),
            workshop: place("verslag-werksessie.html"),
            comparison: place("vergelijking.html"),
            scans: SHIPPED[1..].iter().map(|one| place(&format!("verslag-{}.html", one.id))).collect(),
        }
    }

    fn all(&self) -> Vec<&String> {
        [&self.public, &self.workshop, &self.comparison].into_iter().chain(&self.scans).collect()
    }
}

/// The words of a command; `ANSWERS` stands for the folder of the answers.
fn step(line: &str, answers: &str, report: Option<&String>) -> Vec<String> {
    let word = |word: &str| {
        if word == "ANSWERS" { answers.to_owned() } else { word.to_owned() }
    };
    let mut words: Vec<String> = line.split(' ').map(word).collect();
    if let Some(report) = report {
        words.extend(["-o".to_owned(), report.clone()]);
    }
    words
}

/// Shows a command and runs it, read from the very words that are shown.
fn one(ui: &Ui, step: &[String]) -> Result<Exit, Failure> {
    let quoted = |word: &String| {
        if word.contains(' ') { format!("\"{word}\"") } else { word.clone() }
    };
    let shown: Vec<String> = step.iter().map(quoted).collect();
    ui.result(&format!("\n$ peil {}\n", shown.join(" ")))?;
    let words = std::iter::once("peil").chain(step.iter().map(String::as_str));
    let matches = help::command(ui.language).try_get_matches_from(words);
    let arguments = matches.and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = arguments.map_err(|error| Failure::new(failure::internal(ui.language, &error.to_string())))?;
    crate::run(ui, &arguments.command)
}

fn worse(one: Exit, other: Exit) -> Exit {
    if one == Exit::Done { other } else { one }
}

fn ending(ui: &Ui, reports: &Reports, answers: &str) -> Result<(), Failure> {
    let l = ui.language;
    let mut text = format!("\n{}\n", words::demo_open(l));
    let paths = reports.all();
    let width = paths.iter().map(|path| path.len()).max().unwrap_or_default();
    for (path, what) in paths.into_iter().zip(words::demo_files(l)) {
        text.push_str(&format!("  {path:width$}  {what}\n"));
    }
    text.push_str(&format!("\n{}\n", words::demo_next(l)));
    text.push_str(&format!("  peil score {answers} --council {WORKSHOP} --wave {WAVE} --explain delen\n"));
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
        other => Failure::new(failure::internal(ui.language, &format!("{}: {other}", folder.display()))),
    }
}
