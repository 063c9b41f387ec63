//! The flags of the commands that ask for answers: the interview and the form.

use std::path::PathBuf;

use clap::Args;

/// The flags that say where a new answers file is and what is asked in it. Its head can still be corrected.
const OF_A_NEW_SHEET: [&str; 3] = ["answers_folder", "assess_quick", "assess_seed"];

#[derive(Debug, Args)]
pub(crate) struct Assess {
    #[arg(value_hint = clap::ValueHint::FilePath)]
    pub(crate) questionnaire: Option<PathBuf>,
    #[arg(id = "answers_folder", short = 'o', long = "output", default_value = "antwoorden")]
    #[arg(value_hint = clap::ValueHint::DirPath)]
    pub(crate) folder: PathBuf,
    #[arg(long, value_hint = clap::ValueHint::FilePath, conflicts_with_all = OF_A_NEW_SHEET)]
    pub(crate) resume: Option<PathBuf>,
    #[arg(long, conflicts_with = "resume")]
    pub(crate) new: bool,
    #[arg(long)]
    pub(crate) council: Option<String>,
    #[arg(id = "assess_name", long = "name")]
    pub(crate) name: Option<String>,
    #[arg(long, value_hint = clap::ValueHint::FilePath)]
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
