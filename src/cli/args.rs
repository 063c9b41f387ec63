//! The command line: commands, flags and their values. The words beside them are in `language::help`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

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
    List,
    Check(Check),
    Assess(Assess),
    Form(Form),
    Score(Score),
    Compare(Compare),
    Report(Report),
    Completions(Completions),
    Man,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    #[arg(default_value = "peil-demo", value_hint = clap::ValueHint::DirPath)]
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[arg(required = true, value_hint = clap::ValueHint::AnyPath)]
    pub(crate) files: Vec<PathBuf>,
    #[arg(short, long)]
    pub(crate) questionnaire: Option<PathBuf>,
    #[arg(id = "check_format", long = "format", value_enum, default_value = "human")]
    pub(crate) format: CheckFormat,
    #[arg(short, long, value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

/// How problems are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Human,
    Json,
}

/// The flags that fill in the head of a new answers file.
const OF_A_NEW_SHEET: [&str; 9] = [
    "answers_folder",
    "council",
    "assess_name",
    "councils",
    "assess_role",
    "assess_wave",
    "assess_keep_until",
    "assess_quick",
    "assess_seed",
];

#[derive(Debug, Args)]
pub(crate) struct Assess {
    #[arg(value_hint = clap::ValueHint::FilePath)]
    pub(crate) questionnaire: Option<PathBuf>,
    #[arg(id = "answers_folder", short = 'o', long = "output", default_value = "antwoorden")]
    #[arg(value_hint = clap::ValueHint::DirPath)]
    pub(crate) folder: PathBuf,
    // What a draft already says is not said again.
    #[arg(long, value_hint = clap::ValueHint::FilePath, conflicts_with_all = OF_A_NEW_SHEET)]
    pub(crate) resume: Option<PathBuf>,
    #[arg(long, conflicts_with = "resume")]
    pub(crate) new: bool,
    #[arg(long)]
    pub(crate) council: Option<String>,
    #[arg(id = "assess_name", long = "name")]
    pub(crate) name: Option<String>,
    #[arg(long, value_hint = clap::ValueHint::FilePath, conflicts_with = "council")]
    pub(crate) councils: Option<PathBuf>,
    #[arg(id = "assess_role", long = "role")]
    pub(crate) role: Option<String>,
    #[arg(id = "assess_wave", long = "wave")]
    pub(crate) wave: Option<String>,
    #[arg(id = "assess_keep_until", long = "keep-until")]
    pub(crate) keep_until: Option<String>,
    #[arg(id = "assess_quick", long = "quick")]
    pub(crate) quick: bool,
    #[arg(long, value_hint = clap::ValueHint::FilePath)]
    pub(crate) previous: Option<PathBuf>,
    #[arg(long)]
    pub(crate) plain: bool,
    #[arg(id = "assess_seed", long = "seed")]
    pub(crate) seed: Option<u64>,
}

/// Which answers, of which questionnaire.
#[derive(Debug, Args)]
pub(crate) struct Answers {
    #[arg(required = true, value_hint = clap::ValueHint::AnyPath)]
    pub(crate) answers: Vec<PathBuf>,
    #[arg(short, long)]
    pub(crate) questionnaire: Option<PathBuf>,
    #[arg(long)]
    pub(crate) wave: Option<String>,
    #[arg(long)]
    pub(crate) within: Option<String>,
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=MOST_THREADS as i64))]
    pub(crate) threads: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct Score {
    #[command(flatten)]
    pub(crate) answers: Answers,
    #[arg(long)]
    pub(crate) council: Option<String>,
    #[arg(short, long, value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    #[arg(id = "score_format", long = "format", value_enum)]
    pub(crate) format: Option<ScoreFormat>,
    #[arg(long, num_args = 0..=1, default_missing_value = "overall")]
    pub(crate) explain: Option<String>,
}

/// How scores are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScoreFormat {
    Table,
    Csv,
    Json,
}

/// Who will read it, and how it is written.
#[derive(Debug, Args)]
pub(crate) struct Presentation {
    #[arg(long, value_enum, default_value = "public")]
    pub(crate) audience: AudienceArgument,
    #[arg(short, long, value_hint = clap::ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_enum)]
    pub(crate) format: Option<DocumentFormat>,
    #[arg(long, value_hint = clap::ValueHint::DirPath)]
    pub(crate) charts: Option<PathBuf>,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DocumentFormat {
    Terminal,
    Markdown,
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AudienceArgument {
    Public,
    Workshop,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    #[command(flatten)]
    pub(crate) answers: Answers,
    #[arg(long, value_enum, default_value = "council")]
    pub(crate) by: By,
    #[arg(long)]
    pub(crate) council: Vec<String>,
    #[arg(long)]
    pub(crate) show_names: bool,
    #[arg(long, value_enum, default_value = "name")]
    pub(crate) sort: Sort,
    #[command(flatten)]
    pub(crate) presentation: Presentation,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum By {
    Council,
    Wave,
    Role,
}

/// The order of councils by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sort {
    Name,
    Score,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[command(flatten)]
    pub(crate) answers: Answers,
    #[arg(long)]
    pub(crate) council: Option<String>,
    #[arg(long, conflicts_with = "council")]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) presentation: Presentation,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Form {
    #[arg(id = "form_questionnaire")]
    pub(crate) questionnaire: PathBuf,
    #[arg(short, long, required = true, value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: PathBuf,
    #[arg(long)]
    pub(crate) quick: bool,
    #[arg(long)]
    pub(crate) role: Option<String>,
    #[arg(id = "form_council", long = "council")]
    pub(crate) council: Option<String>,
    #[arg(long)]
    pub(crate) name: Option<String>,
    #[arg(id = "form_wave", long = "wave")]
    pub(crate) wave: Option<String>,
    #[arg(long)]
    pub(crate) keep_until: Option<String>,
    #[arg(long)]
    pub(crate) instructions: Option<String>,
    #[arg(long)]
    pub(crate) seed: Option<u64>,
}
