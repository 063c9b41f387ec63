//! The flags of the command that removes a respondent.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct Forget {
    #[arg(id = "forget_id")]
    pub(crate) id: String,
    #[arg(id = "places", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) places: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) council: Option<String>,
    #[arg(id = "forget_wave", long = "wave")]
    pub(crate) wave: Option<String>,
    #[arg(long, value_hint = clap::ValueHint::AnyPath)]
    pub(crate) outputs: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) yes: bool,
}
