//! The command line. One file per command; flags, terminal and exit codes live here and nowhere else.

mod against;
mod args;
mod aside;
mod assess;
mod check;
mod compare;
mod councils;
mod demo;
mod derivation_file;
mod derivation_tree;
mod document;
mod earlier;
mod exit;
mod explain;
mod explained;
mod failure;
mod forget;
mod form;
mod help;
mod import;
mod inputs;
mod interrupt;
mod invitation;
mod list;
mod new;
mod output;
mod page_about;
mod pool;
mod report;
mod scan;
mod schema;
mod score;
mod score_csv;
mod score_file;
mod score_lines;
mod score_parquet;
mod score_table;
mod sql;
mod targets;
mod ui;
mod underway;
mod untaken;
mod write_out;

use std::process::ExitCode;

use args::{Arguments, Command};
use clap::FromArgMatches;
use exit::Exit;
use failure::Failure;
use peil::language::underway as words;
use ui::Ui;

fn main() -> ExitCode {
    let language = ui::language_before_parsing();
    let typed = help::asked_in_words(std::env::args_os().collect());
    let parse =
        |line: clap::Command| line.try_get_matches_from(&typed).and_then(|found| Arguments::from_arg_matches(&found));
    // Only what is wrong or asks for help needs the words of all commands, which take a while to make.
    let arguments = match parse(help::grammar()).or_else(|_| parse(help::command(language))) {
        Ok(arguments) => arguments,
        Err(error) => {
            let ui = Ui::plain(language);
            let ended = match help::usage_failure(&error, language) {
                Some(failure) => Err(failure),
                // Help or the version, which nobody can read where it cannot be written.
                None => ui.help(&error).map(|()| Exit::Done),
            };
            return ended.unwrap_or_else(|failure| ui.ended(&failure)).into();
        }
    };
    let ui = match Ui::new(&arguments.common) {
        Ok(ui) => ui,
        Err(failure) => return Ui::plain(language).ended(&failure).into(),
    };
    match &arguments.command {
        // It says where the answers are.
        Command::Assess(_) => {}
        Command::Forget(_) => interrupt::arm(&ui, words::nothing_forgotten(ui.language)),
        _ => interrupt::arm(&ui, words::interrupted(ui.language)),
    }
    let ended = run(&ui, &arguments.command);
    ended.unwrap_or_else(|failure| ui.ended(&failure)).into()
}

fn run(ui: &Ui, command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::New(args) => new::run(ui, args),
        Command::List => list::run(ui),
        Command::Check(args) => check::run(ui, args),
        Command::Explain(args) => explain::run(ui, args),
        Command::Schema(args) => schema::run(ui, args),
        Command::Assess(args) => assess::run(ui, args),
        Command::Form(args) => form::run(ui, args),
        Command::Forget(args) => forget::run(ui, args),
        Command::Import(args) => import::run(ui, args),
        Command::Score(args) => score::run(ui, args),
        Command::Compare(args) => compare::run(ui, args),
        Command::Report(args) => report::run(ui, args),
        Command::Sql(args) => sql::run(ui, args),
        Command::Demo(args) => demo::run(ui, args),
        Command::Completions(args) => write_out::completions(ui, args),
        Command::Man => write_out::man(ui),
    }
}
