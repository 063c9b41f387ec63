//! Sample answers of councils that do not exist, the same bytes in every run.
//!
//! ```text
//! antwoorden/2024.csv                    every council of the first wave, one row per respondent
//! antwoorden/2026.csv                    the second wave, but for three councils that handed in files:
//! antwoorden/2026/demo-01/r-….yaml       Veldermonde, one file per respondent,
//! antwoorden/2026/demo-07/r-….yaml       Zwaanderbeke, with comments, evidence and reasons that a table cannot hold,
//! antwoorden/2026/demo-24/r-….yaml       and Bollenschote, with
//! antwoorden/2026/demo-24/consensus.yaml what its people agreed on together
//! besturen.csv                           the register: inhabitants, and which council became which
//! ```
//!
//! Nobody is there twice, so the whole folder can be read in one run. In demo-01 not everyone agreed to be shown by role; in
//! the two others they did.
//!
//! The model, from the outside in: a council has a level, with a shift per dimension and per question ([`model`]); a
//! person sees it through their role and nature ([`person`]); the answer is the nearest one to that, give or take
//! ([`answer`]), if they answer at all ([`respondent`]). The texts are in Dutch whatever the language of the program: they
//! stand for what people wrote, not for what peil says.

mod answer;
mod councils;
mod dice;
mod model;
mod person;
mod remarks;
mod respondent;
mod table;
#[cfg(test)]
mod tests;

use peil::questionnaire::Questionnaire;
use peil::responses::{Sheet, write_sheet};

use super::DemoError;
use councils::COUNCILS;
use model::Model;
use remarks::Remarks;
use respondent::Form;

/// The years in which councils were asked.
const WAVES: [i16; 2] = [2024, 2026];

/// The councils that also hand in a file per respondent, by place.
const IN_FILES: [usize; 3] = [0, 6, 23];

/// The folder of the tables.
pub(super) const TABLES: &str = "antwoorden";

/// The register of the councils.
pub(super) const REGISTER: &str = "besturen.csv";

/// The folders of single files in the folder of the tables, each with one council of the second wave.
pub(super) const WORKSHOPS: [[&str; 2]; 3] = [["2026", "demo-01"], ["2026", "demo-07"], ["2026", "demo-24"]];

/// One file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct File {
    /// The folders and the name, from the folder of the demo.
    pub(super) path: Vec<String>,
    pub(super) text: String,
}

/// All that was made up.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MadeUp {
    pub(super) files: Vec<File>,
    pub(super) councils: usize,
    pub(super) rows: usize,
}

/// Makes up the answers to any questionnaire.
///
/// # Errors
/// [`DemoError::Yaml`] or [`DemoError::Table`]; bugs both.
pub(super) fn make_up(questionnaire: &Questionnaire) -> Result<MadeUp, DemoError> {
    let form = Form::new(questionnaire);
    let mut files = Vec::new();
    let mut rows = 0;
    for (wave, year) in WAVES.iter().enumerate() {
        let mut sheets = Vec::new();
        for (council, this) in COUNCILS.iter().enumerate() {
            let own = handed_in(&form, council, wave);
            rows += own.len();
            let folder = IN_FILES.iter().position(|&place| place == council);
            match folder.filter(|_| wave == WAVES.len() - 1) {
                Some(folder) => {
                    for sheet in &own {
                        files.push(single(sheet, questionnaire, &form, &WORKSHOPS[folder])?);
                    }
                }
                None => sheets.extend(own.into_iter().map(|sheet| (sheet, this.class.word()))),
            }
        }
        files.push(File {
            path: vec![TABLES.to_owned(), format!("{year}.csv")],
            text: table::csv(questionnaire, &form.codec, &sheets)?,
        });
    }
    files.push(File { path: vec![REGISTER.to_owned()], text: councils::register() });
    Ok(MadeUp { files, councils: COUNCILS.len(), rows })
}

/// The file of one respondent.
fn single(sheet: &Sheet, questionnaire: &Questionnaire, form: &Form<'_>, place: &[&str]) -> Result<File, DemoError> {
    let name = sheet.respondent.id.as_deref().unwrap_or("consensus");
    let mut path = vec![TABLES.to_owned()];
    path.extend(place.iter().map(|&part| part.to_owned()));
    path.push(format!("{name}.yaml"));
    Ok(File { path, text: write_sheet(sheet, questionnaire, &form.codec)? })
}

/// The sheets of one council in one wave.
fn handed_in(form: &Form<'_>, council: usize, wave: usize) -> Vec<Sheet> {
    let people = person::people(form.questionnaire, council, wave);
    let model = Model::new(form.questionnaire, council, wave);
    let mut remarks = Remarks::default();
    let sheet = |person| form.fill_in((council, wave), &model, person, &mut remarks);
    // Who answers nothing at all hands nothing in.
    let answered = |sheet: &Sheet| sheet.entries.iter().any(|entry| entry.answer.is_some());
    people.iter().map(sheet).filter(answered).collect()
}
