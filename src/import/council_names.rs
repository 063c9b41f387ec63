//! What the councils of a run are called. A second name for one is often that of a person.

use std::collections::BTreeMap;

use crate::responses::Sheet;

/// The councils with more than one name in a wave, each with its names in the order in which they were found.
pub fn several_names(sheets: &[Sheet]) -> Vec<(String, Vec<String>)> {
    let mut councils: BTreeMap<(&str, Option<String>), Vec<String>> = BTreeMap::new();
    for sheet in sheets {
        let Some(name) = &sheet.council.name else { continue };
        let wave = sheet.wave.map(|wave| wave.to_string());
        let names = councils.entry((sheet.council.id.as_str(), wave)).or_default();
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let several = councils.into_iter().filter(|(_, names)| names.len() > 1);
    several.map(|((id, _), names)| (id.to_owned(), names)).collect()
}
