//! Answers as peil's own table: one row per respondent, a column per place of the questionnaire. What people wrote
//! beside their answers has no place there, nor what was agreed about them.

use std::collections::BTreeSet;

use super::table::HEAD;
use crate::language::import::NotInTable;
use crate::questionnaire::Questionnaire;
use crate::responses::{Answer, Codec, Sheet, Status, VIA_ENDING, no_formula};

/// Writes sheets as CSV: a point in numbers, ids in cells, one line break.
///
/// # Errors
/// Whatever the writer says; into memory, nothing.
pub fn write_table(sheets: &[Sheet], q: &Questionnaire, codec: &Codec) -> Result<String, csv::Error> {
    let mut classes: Vec<&str> =
        sheets.iter().flat_map(|sheet| &sheet.council.classes).map(|(class, _)| class.as_str()).collect();
    classes.sort_unstable();
    classes.dedup();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns = q.columns.iter().map(|column| column.id.as_str());
    let entries = || sheets.iter().flat_map(|sheet| &sheet.entries);
    let vias: BTreeSet<usize> = entries().filter(|entry| entry.is_via_partner()).map(|entry| entry.column).collect();
    let names: Vec<String> = vias.iter().map(|&column| format!("{}{VIA_ENDING}", q.columns[column].id)).collect();
    let names = names.iter().map(String::as_str);
    writer.write_record(HEAD.into_iter().chain(classes.iter().copied()).chain(columns).chain(names))?;
    for sheet in sheets {
        let role = sheet.respondent.voice.id(q).map(str::to_owned);
        let mut record = vec![
            sheet.council.id.clone(),
            sheet.council.name.as_deref().map(no_formula).unwrap_or_default().into_owned(),
            sheet.wave.map(|wave| wave.to_string()).unwrap_or_default(),
            sheet.respondent.id.clone().unwrap_or_default(),
            role.unwrap_or_default(),
            if sheet.quick { "quick" } else { "full" }.to_owned(),
            sheet.questionnaire.in_a_cell(),
        ];
        for class in &classes {
            let found = sheet.council.classes.iter().find(|(name, _)| name == class);
            record.push(found.map(|(_, value)| value.clone()).unwrap_or_default());
        }
        let start = record.len();
        record.resize(start + q.columns.len(), String::new());
        for entry in &sheet.entries {
            if let Some(answer) = &entry.answer {
                record[start + entry.column] = answer.written(codec, entry.column);
            }
        }
        let partner = |via: usize| sheet.entries.iter().any(|entry| entry.column == via && entry.is_via_partner());
        record.extend(vias.iter().map(|&via| if partner(via) { "partner" } else { "" }.to_owned()));
        writer.write_record(&record)?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What these sheets hold that a table has no column for.
pub fn not_in_table(sheets: &[Sheet]) -> NotInTable {
    let reason = |answer: &Answer| matches!(answer, Answer::NotApplicable { reason: Some(_) });
    let notes = |sheet: &Sheet| {
        let count = sheet.entries.iter().map(|entry| {
            let reasons = usize::from(entry.answer.as_ref().is_some_and(reason));
            usize::from(entry.comment.is_some()) + usize::from(entry.evidence.is_some()) + reasons
        });
        count.sum::<usize>()
    };
    let count = |is: fn(&Sheet) -> bool| sheets.iter().filter(|sheet| is(sheet)).count();
    NotInTable {
        notes: sheets.iter().map(notes).sum(),
        days: count(|sheet| sheet.keep_until.is_some()),
        consents: count(|sheet| sheet.shown_by_role),
        drafts: count(|sheet| sheet.status == Status::Draft),
    }
}
