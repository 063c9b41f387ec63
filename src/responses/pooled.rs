//! Rows of answers as a table without anything that tells whose they are.

use std::collections::BTreeSet;

use super::chunk::Row;
use super::codec::{Codec, Coded, GIVEN};
use super::table::VIA_ENDING;
use super::wave::Wave;
use crate::questionnaire::Questionnaire;

/// In place of what was written as text: that something was, which routing may ask.
pub(super) const WRITTEN: &str = "(withheld)";

/// Who does what was answered.
const PARTNER: &str = "partner";

/// One row, with ids that were drawn by chance.
#[derive(Clone, Debug)]
pub struct PooledRow<'a> {
    /// The council.
    pub council: String,
    /// The wave.
    pub wave: Option<Wave>,
    /// The respondent.
    pub respondent: String,
    /// The classes of the council, in the order of their names; all empty where they are withheld.
    pub classes: Vec<String>,
    /// The answers, to the version of today.
    pub row: Row<'a>,
}

/// Rows as a table of answers that gives the same scores when it is read. Texts are left out.
///
/// # Errors
/// Whatever the writer says; into memory, nothing.
pub fn write_pooled(
    rows: &[PooledRow<'_>],
    classes: &[String],
    q: &Questionnaire,
    codec: &Codec,
) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = ["council", "wave", "respondent", "role", "scan", "questionnaire"];
    let columns = q.columns.iter().map(|column| column.id.as_str());
    let vias: BTreeSet<usize> = rows.iter().flat_map(|one| one.row.via_partner()).collect();
    let names: Vec<String> = vias.iter().map(|&column| format!("{}{VIA_ENDING}", q.columns[column].id)).collect();
    let names = names.iter().map(String::as_str);
    writer.write_record(head.into_iter().chain(classes.iter().map(String::as_str)).chain(columns).chain(names))?;
    for one in rows {
        let role = usize::from(one.row.head.role);
        let mut record = vec![
            one.council.clone(),
            one.wave.map(|wave| wave.to_string()).unwrap_or_default(),
            one.respondent.clone(),
            match q.roles.get(role) {
                Some(role) => role.id.clone(),
                None if role == q.roles.len() => String::new(),
                None => "consensus".to_owned(),
            },
            if one.row.head.quick { "quick" } else { "full" }.to_owned(),
            q.reference(),
        ];
        record.extend(one.classes.iter().cloned());
        for (column, &code) in one.row.codes.iter().enumerate() {
            let wide = codec.wide_slot(column).map_or(0, |slot| one.row.wide[slot]);
            let is_written = code == GIVEN && codec.is_text(column);
            record.push(if is_written { WRITTEN.to_owned() } else { codec.written(column, Coded { code, wide }) });
        }
        let partner = |via: &usize| one.row.via_partner().any(|column| column == *via);
        record.extend(vias.iter().map(|via| if partner(via) { PARTNER } else { "" }.to_owned()));
        writer.write_record(&record)?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
