//! The flags of the commands that make something of answers: scores, comparisons, reports.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::MOST_THREADS;

/// Which answers, of which questionnaire.
#[derive(Debug, Args)]
pub(crate) struct Answers {
    #[arg(required = true, value_hint = clap::ValueHint::AnyPath)]
    pub(crate) answers: Vec<PathBuf>,
    #[arg(short, long)]
    pub(crate) questionnaire: Option<PathBuf>,
    #[arg(long)]
    pub(crate) wave: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) within: Vec<String>,
    #[arg(id = "register", long = "councils", value_hint = clap::ValueHint::FilePath)]
    pub(crate) councils: Option<PathBuf>,
    #[arg(long)]
    pub(crate) today: Option<String>,
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
    #[arg(long, value_hint = clap::ValueHint::FilePath)]
    pub(crate) rejects: Option<PathBuf>,
    #[arg(long)]
    pub(crate) strict: bool,
}

/// How scores are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScoreFormat {
    Table,
    Csv,
    Json,
    Jsonl,
    Parquet,
    Markdown,
    Html,
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
    #[arg(long, default_value = "council")]
    pub(crate) by: String,
    #[arg(long)]
    pub(crate) council: Vec<String>,
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) lowest: Option<u32>,
    #[arg(long, conflicts_with = "lowest")]
    pub(crate) below: Option<String>,
    #[arg(long, conflicts_with_all = ["lowest", "below", "show_names", "council", "within", "charts"])]
    pub(crate) anonymise: bool,
    #[arg(id = "pool_seed", long = "seed", requires = "anonymise")]
    pub(crate) seed: Option<u64>,
    #[arg(long)]
    pub(crate) show_names: bool,
    #[arg(long, value_enum, default_value = "name")]
    pub(crate) sort: Sort,
    #[command(flatten)]
    pub(crate) presentation: Presentation,
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
    #[arg(long, value_hint = clap::ValueHint::FilePath)]
    pub(crate) targets: Option<PathBuf>,
    #[arg(long, conflicts_with = "targets")]
    pub(crate) target: Option<String>,
    #[command(flatten)]
    pub(crate) presentation: Presentation,
}
