//! The flags of the command that takes in answers from elsewhere.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[arg(id = "import_files", required = true, value_hint = clap::ValueHint::AnyPath)]
    pub(crate) files: Vec<PathBuf>,
    #[arg(short, long)]
    pub(crate) questionnaire: Option<PathBuf>,
    #[arg(short, long, value_hint = clap::ValueHint::FilePath)]
    pub(crate) mapping: Option<PathBuf>,
    #[arg(id = "import_output", short = 'o', long = "output", value_hint = clap::ValueHint::AnyPath)]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, conflicts_with = "import_dry_run")]
    pub(crate) suggest: bool,
    #[arg(id = "import_dry_run", long = "dry-run")]
    pub(crate) dry_run: bool,
    #[arg(long)]
    pub(crate) allow_unmatched: bool,
    #[arg(long)]
    pub(crate) overwrite: bool,
    #[arg(id = "import_council", long = "council")]
    pub(crate) council: Option<String>,
    #[arg(id = "import_name", long = "name")]
    pub(crate) name: Option<String>,
    #[arg(id = "import_wave", long = "wave")]
    pub(crate) wave: Option<String>,
    #[arg(id = "import_role", long = "role")]
    pub(crate) role: Option<String>,
    #[arg(id = "import_seed", long = "seed")]
    pub(crate) seed: Option<u64>,
}
