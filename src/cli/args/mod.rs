//! The command line: commands, flags and their values. The words beside them are in `language::help`.

mod asking;
mod checking;
mod engines;
mod importing;
mod keeping;
mod results;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(crate) use asking::{Assess, Form};
pub(crate) use checking::{Check, CheckFormat, Explain, New, Schema, SchemaOf};
pub(crate) use engines::{Engine, Sql};
pub(crate) use importing::Import;
pub(crate) use keeping::Forget;
pub(crate) use results::{
    Answers, AudienceArgument, Compare, DocumentFormat, Presentation, Report, Score, ScoreFormat, Sort,
};

/// More threads than this help nobody.
pub(crate) const MOST_THREADS: u64 = 256;

/// Everything a person can ask for.
#[derive(Debug, Parser)]
#[command(name = "peil", version, disable_help_subcommand = true, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Flags that every command takes.
#[derive(Debug, Args)]
pub(crate) struct Common {
    #[arg(long, global = true, env = "PEIL_LANG", hide_env = true)]
    pub(crate) lang: Option<String>,
    #[arg(long, global = true, value_enum, default_value = "auto", hide_possible_values = true)]
    pub(crate) color: Colour,
    #[arg(long, global = true)]
    pub(crate) quiet: bool,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Demo(Demo),
    New(New),
    List,
    Check(Check),
    Explain(Explain),
    Schema(Schema),
    Assess(Assess),
    Form(Form),
    Forget(Forget),
    Import(Import),
    Score(Score),
    Compare(Compare),
    Report(Report),
    Sql(Sql),
    Completions(Completions),
    Man,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[arg(default_value = "peil-demo", value_hint = clap::ValueHint::DirPath)]
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}
