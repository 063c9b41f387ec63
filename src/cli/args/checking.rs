//! The flags of writing and checking questionnaires.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[arg(required = true, value_hint = clap::ValueHint::AnyPath)]
    pub(crate) files: Vec<PathBuf>,
    #[arg(short, long)]
    pub(crate) questionnaire: Option<PathBuf>,
    #[arg(long, value_hint = clap::ValueHint::FilePath)]
    pub(crate) against: Option<PathBuf>,
    #[arg(id = "check_format", long = "format", value_enum, default_value = "human")]
    pub(crate) format: CheckFormat,
    #[arg(short, long, value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    #[arg(long)]
    pub(crate) today: Option<String>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) allow: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) warn: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) deny: Vec<String>,
}

/// How problems are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Human,
    Concise,
    Json,
    Github,
    Gitlab,
    Sarif,
    Junit,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    pub(crate) code: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    #[arg(value_hint = clap::ValueHint::DirPath)]
    pub(crate) new_folder: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    #[arg(id = "schema_of", value_enum)]
    pub(crate) of: SchemaOf,
    #[arg(short, long, value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

/// The files that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    Questionnaire,
    Answers,
}
