//! `peil demo`: the whole line on made-up councils, each step as the command that a person would type.

use std::path::Path;

use clap::FromArgMatches;
use peil::language::{cli as words, command, failure};
use peil::questionnaire::{SHIPPED, shipped};

use crate::args::{Arguments, Demo};
use crate::demo::Written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ui::Ui;
use crate::{demo, help, output};

/// The council of the last words: its people do not agree.
const SPLIT: &str = "demo-07";
/// The wave that is shown.
const WAVE: &str = "2026";

/// The commands, each with the page that it writes, if it writes one. `ANSWERS` stands for the folder of the answers,
/// `REGISTER` for the register of the councils.
const STEPS: [(&str, Option<&str>); 10] = [
    ("check ANSWERS", None),
    ("score ANSWERS --wave 2026", None),
    ("report ANSWERS --council demo-01 --within klasse", Some("verslag.html")),
    ("report ANSWERS --council demo-24 --target klein", Some("verslag-vijf.html")),
    ("report ANSWERS --council demo-24 --target klein --audience workshop", Some("verslag-werksessie.html")),
    ("report ANSWERS --council demo-10", Some("verslag-een.html")),
    ("report ANSWERS --council demo-09 --councils REGISTER", Some("verslag-fusie.html")),
    ("compare ANSWERS --councils REGISTER --within klasse --show-names", Some("vergelijking.html")),
    ("compare ANSWERS --councils REGISTER --lowest 5 --by delen --show-names", Some("uitnodiging.html")),
    ("compare ANSWERS --councils REGISTER --anonymise --seed 1", Some("samen.csv")),
];

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
    let place = |name: &str| folder.join(name).display().to_string();
    let mut exit = Exit::Done;
    let mut pages = Vec::new();
    for (line, page) in STEPS {
        let page = page.map(place);
        exit = worse(exit, one(ui, &step(line, &written[0], page.as_deref()))?);
        pages.extend(page);
    }
    for (one_of, written) in SHIPPED.iter().zip(&written).skip(1) {
        let page = place(&format!("verslag-{}.html", one_of.id));
        exit = worse(exit, one(ui, &step("report ANSWERS --council demo-01", written, Some(&page)))?);
        pages.push(page);
    }
    ending(ui, &pages, &written[0])?;
    Ok(exit)
}

/// The words of a command.
fn step(line: &str, written: &Written, page: Option<&str>) -> Vec<String> {
    let word = |word: &str| match word {
        "ANSWERS" => written.answers.display().to_string(),
        "REGISTER" => written.register.display().to_string(),
        _ => word.to_owned(),
    };
    let mut words: Vec<String> = line.split(' ').map(word).collect();
    if let Some(page) = page {
        words.extend(["-o".to_owned(), page.to_owned()]);
    }
    words
}

/// Shows a command and runs it, read from the very words that are shown.
fn one(ui: &Ui, step: &[String]) -> Result<Exit, Failure> {
    let words = || std::iter::once("peil").chain(step.iter().map(String::as_str));
    ui.result(&format!("\n$ {}\n", command(words())))?;
    let matches = help::command(ui.language).try_get_matches_from(words());
    let arguments = matches.and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = arguments.map_err(|error| Failure::new(failure::internal(ui.language, &error.to_string())))?;
    crate::run(ui, &arguments.command)
}

fn worse(one: Exit, other: Exit) -> Exit {
    if one == Exit::Done { other } else { one }
}

fn ending(ui: &Ui, pages: &[String], written: &Written) -> Result<(), Failure> {
    let l = ui.language;
    let mut text = format!("\n{}\n", words::demo_open(l));
    let width = pages.iter().map(|page| page.len()).max().unwrap_or_default();
    for (page, what) in pages.iter().zip(words::demo_files(l)) {
        text.push_str(&format!("  {page:width$}  {what}\n"));
    }
    text.push_str(&format!("\n{}\n", words::demo_next(l)));
    let answers = written.answers.display().to_string();
    let explain = ["--council", SPLIT, "--wave", WAVE, "--explain", "delen"];
    let report = ["--council", SPLIT, "--audience", "workshop"];
    text.push_str(&format!("  {}\n", command(["peil", "score", &answers].into_iter().chain(explain))));
    text.push_str(&format!("  {}\n", command(["peil", "report", &answers].into_iter().chain(report))));
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
