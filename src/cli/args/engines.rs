//! The flags of handing the scoring over to an engine.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct Sql {
    #[arg(id = "form_questionnaire")]
    pub(crate) questionnaire: PathBuf,
    #[arg(long, value_enum)]
    pub(crate) dialect: Engine,
    #[arg(long, default_value = "answers")]
    pub(crate) table: String,
    #[arg(long, value_delimiter = ',')]
    pub(crate) columns: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) within: Vec<String>,
    #[arg(short, long, value_hint = clap::ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

/// What runs the statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Engine {
    #[value(name = "duckdb")]
    DuckDb,
    Postgres,
    Spark,
}
