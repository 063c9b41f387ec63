//! `peil forget`: a respondent removed from the answers, and the outputs named that were made with them.
//!
//! First everything is looked at, then everything is checked, then one question is asked; only then a file is touched.

mod account;
mod alike;
mod commands;
mod contents;
mod imported;
mod outputs;
pub(super) mod pages;
mod plan;
mod questionnaires;
mod recognise;
mod removal;
mod tables;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use peil::language::failure::{self, Instead};
use peil::language::forget::{self as words, Tense};
use peil::responses::Wave;
use peil::source::is_read_once;

use super::args::Forget;
use super::exit::Exit;
use super::failure::Failure;
use super::ui::Ui;

use outputs::Outputs;
use plan::{Plan, Wanted};

/// Where `assess` puts answers unless told otherwise.
const USUAL_FOLDER: &str = "antwoorden";

/// Runs the command.
pub(crate) fn run(ui: &Ui, args: &Forget) -> Result<Exit, Failure> {
    let l = ui.language;
    let wanted = wanted(ui, args)?;
    let places = places(ui, args, wanted.id)?;
    let plan = Plan::make(ui, &wanted, &places)?;
    let outputs = Outputs::find(ui, &plan, &places, &args.outputs);
    if plan.files.is_empty() {
        let left = account::left(l, &plan, &outputs);
        if !left.is_empty() {
            ui.say(left.trim());
        }
        return Err(not_found(ui, &plan, &places));
    }
    let councils = plan.councils();
    if councils.len() > 1 {
        ui.result(&account::removal(l, &plan, Tense::Would))?;
        return Err(Failure {
            exit: Exit::Findings,
            ..Failure::new(failure::respondent_of_several(l, wanted.id, &councils))
        });
    }
    removal::check(ui, &plan)?;
    let tense = if args.dry_run { Tense::Would } else { Tense::Done };
    if !args.dry_run {
        if !args.yes && !is_sure(ui, &plan)? {
            ui.say(words::nothing_done(l));
            return Ok(Exit::Interrupted);
        }
        removal::carry_out(ui, &plan)?;
    }
    ui.result(&account::whole(ui, &plan, &outputs, &places, tense))?;
    let all_seen = plan.unclear.is_empty() && outputs.unclear.is_empty();
    Ok(if all_seen { Exit::Done } else { Exit::Findings })
}

fn wanted<'a>(ui: &Ui, args: &'a Forget) -> Result<Wanted<'a>, Failure> {
    let l = ui.language;
    let id = args.id.trim();
    if id.is_empty() {
        // Whoever answered without a number would all be meant.
        return Err(Failure::new(failure::no_respondent_given(l)));
    }
    let wave = args.wave.as_deref().map(|text| match Wave::parse(text) {
        None if text != Wave::NONE => {
            let example = failure::for_example(l, "2026");
            Err(Failure::new(failure::invalid_value(l, "--wave", text, &[example], None)))
        }
        wave => Ok(wave),
    });
    Ok(Wanted { id, council: args.council.as_deref().map(str::trim), wave: wave.transpose()? })
}

/// The places given, else the folder that `assess` writes to.
fn places(ui: &Ui, args: &Forget, id: &str) -> Result<Vec<PathBuf>, Failure> {
    let l = ui.language;
    let usual = Path::new(USUAL_FOLDER);
    if args.places.iter().any(|place| is_read_once(place)) {
        return Err(Failure::new(failure::forget_in_a_pipe(l)));
    }
    match args.places.as_slice() {
        [] if usual.is_dir() => Ok(vec![usual.to_owned()]),
        [] => Err(Failure::new(failure::which_places(l, id, USUAL_FOLDER))),
        given => Ok(given.to_vec()),
    }
}

fn not_found(ui: &Ui, plan: &Plan, places: &[PathBuf]) -> Failure {
    let l = ui.language;
    if let (Some(asked), Some(instead @ (Instead::Named { .. } | Instead::Near(_)))) =
        (&plan.council, plan.instead_of_council())
    {
        return Failure::nothing(failure::no_council(l, asked, &instead));
    }
    let shown: Vec<String> = places.iter().map(|place| format!("`{}`", place.display())).collect();
    Failure::nothing(failure::respondent_not_found(l, &plan.id, &l.list(&shown), &account::elsewhere(l, plan)))
}

/// Shows what would go and asks; without someone to ask, nothing goes.
fn is_sure(ui: &Ui, plan: &Plan) -> Result<bool, Failure> {
    let l = ui.language;
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Failure::new(failure::forget_needs_yes(l)));
    }
    ui.ask(&format!("{}\n{}", account::removal(l, plan, Tense::Would), words::sure(l)));
    let mut answer = String::new();
    // An input that ends or cannot be read is no yes.
    let read = io::stdin().read_line(&mut answer);
    Ok(read.is_ok() && words::is_yes(&answer))
}
