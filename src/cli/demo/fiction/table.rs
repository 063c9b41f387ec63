//! Sheets as a table: one row per respondent. Comments, evidence and reasons have no place there.

use peil::questionnaire::Questionnaire;
use peil::responses::{Codec, Sheet};

/// The class by population; no word of peil: any column it does not know is a class.
pub(super) const CLASS: &str = "klasse";

/// The columns before the questions.
const HEADER: [&str; 7] = ["council", "name", "wave", "respondent", "role", CLASS, "questionnaire"];

/// A CSV of sheets, each with the class of its council.
///
/// # Errors
/// Whatever the writer says; into memory, nothing.
pub(super) fn csv(
    questionnaire: &Questionnaire,
    codec: &Codec,
    sheets: &[(Sheet, &'static str)],
) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns = questionnaire.columns.iter().map(|column| column.id.as_str());
    writer.write_record(HEADER.into_iter().chain(columns))?;
    for (sheet, class) in sheets {
        let wave = sheet.wave.map(|wave| wave.to_string());
        let role = sheet.respondent.voice.id(questionnaire).map(str::to_owned);
        let mut record = vec![
            sheet.council.id.clone(),
            sheet.council.name.clone().unwrap_or_default(),
            wave.unwrap_or_default(),
            sheet.respondent.id.clone().unwrap_or_default(),
            role.unwrap_or_default(),
            (*class).to_owned(),
            questionnaire.reference(),
        ];
        let start = record.len();
        record.resize(start + questionnaire.columns.len(), String::new());
        for entry in &sheet.entries {
            if let Some(answer) = &entry.answer {
                record[start + entry.column] = answer.written(codec, entry.column);
            }
        }
        writer.write_record(&record)?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
