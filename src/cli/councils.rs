//! The register of councils that a person names: read before anything is scored, applied once the answers are known.

use std::path::Path;

use peil::diagnostics::Diagnostics;
use peil::language::failure;
use peil::questionnaire::Questionnaire;
use peil::responses::{Register, Registry, read_register};
use peil::source::Sources;
use peil::yaml;

use super::failure::Failure;
use super::ui::Ui;

/// A register, if one was named.
pub(crate) struct Councils(Option<(Register, Sources)>);

impl Councils {
    /// Reads it.
    ///
    /// # Errors
    /// A file that cannot be read, or that has errors, which are shown.
    pub(crate) fn read(ui: &Ui, path: Option<&Path>, questionnaire: &Questionnaire) -> Result<Councils, Failure> {
        let Some(path) = path else { return Ok(Councils(None)) };
        Ok(Councils(Some(register(ui, path, questionnaire)?)))
    }

    /// Adds what it says to the councils that answered, and shows what does not fit.
    pub(crate) fn apply(&self, ui: &Ui, registry: &mut Registry) {
        if let Some((register, sources)) = &self.0 {
            let mut out = Diagnostics::new();
            register.apply(registry, &mut out);
            ui.problems(&out, sources);
        }
    }
}

/// Reads the register in a file, and shows what is wrong with it.
///
/// # Errors
/// A file that cannot be read, or that has errors.
pub(crate) fn register(ui: &Ui, path: &Path, questionnaire: &Questionnaire) -> Result<(Register, Sources), Failure> {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.read(path, yaml::SIZE_LIMIT).map_err(|error| Failure::read(ui.language, &error))?;
    let register = read_register(file, &sources, Some(questionnaire), &mut out);
    ui.problems(&out, &sources);
    let broken = || Failure::new(failure::broken_register(ui.language, &path.display().to_string()));
    Ok((register.ok_or_else(broken)?, sources))
}
