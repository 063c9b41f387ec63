//! What `peil demo` puts into a folder. This module owns writing the files; what is in them is made up in [`fiction`].

mod fiction;
mod run;

pub(crate) use run::run;

use std::io;
use std::path::{Path, PathBuf};

use peil::questionnaire::Questionnaire;
use peil::yaml::WriteError;

/// What was written.
#[derive(Debug)]
pub(crate) struct Written {
    /// The folder that holds all of them.
    pub(crate) answers: PathBuf,
    /// The register of the councils.
    pub(crate) register: PathBuf,
    /// How many councils the tables hold.
    pub(crate) councils: usize,
    /// How many rows the tables hold: one per respondent and wave.
    pub(crate) rows: usize,
}

/// Why the files could not be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DemoError {
    /// The system refused.
    #[error("{}: {error}", .path.display())]
    System {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A sheet could not be written as YAML; a bug.
    #[error(transparent)]
    Yaml(#[from] WriteError),
    /// A table could not be written as CSV; a bug.
    #[error(transparent)]
    Table(#[from] csv::Error),
}

/// Writes the answers of the fictitious councils to a questionnaire into a folder, which is made if it is not there.
/// Files of the same names are replaced; the layout stands in [`fiction`].
///
/// # Errors
/// [`DemoError::System`] for the first folder or file that cannot be written.
pub(crate) fn write(folder: &Path, questionnaire: &Questionnaire) -> Result<Written, DemoError> {
    let made_up = fiction::make_up(questionnaire)?;
    let place = |parts: &[String]| parts.iter().fold(folder.to_owned(), |path, part| path.join(part));
    for file in &made_up.files {
        put(&place(&file.path), &file.text)?;
    }
    Ok(Written {
        answers: folder.join(fiction::TABLES),
        register: folder.join(fiction::REGISTER),
        councils: made_up.councils,
        rows: made_up.rows,
    })
}

fn put(path: &Path, text: &str) -> Result<(), DemoError> {
    let system = |path: &Path| {
        let path = path.to_owned();
        |error| DemoError::System { path, error }
    };
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(system(parent))?;
    }
    std::fs::write(path, text).map_err(system(path))
}
