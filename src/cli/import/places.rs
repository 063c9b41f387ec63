//! The files that the answers of an import go to: one for each person, council and wave, whatever the order they come in and
//! whatever stands there already.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use peil::diagnostics::Diagnostics;
use peil::responses::{Sheet, Wave};
use peil::source::Sources;
use peil::yaml;

use crate::report::in_plain_letters;

/// Whose answers a file holds: the id of a respondent, a council and a wave.
type Whose = (String, String, Option<String>);

/// The file of each sheet: the one that holds answers of the same person, council and wave; else a new one, named by the id
/// or, where that is taken by another round or council, by what tells them apart too. Never one that is somebody else's.
pub(super) fn places(folder: &Path, sheets: &[Sheet]) -> Vec<PathBuf> {
    let all: Vec<Whose> = sheets.iter().map(whose).collect();
    let there = there(folder, &all.iter().map(|(id, ..)| id.as_str()).collect());
    let mut taken: HashSet<String> = there.iter().map(|(_, name)| name.clone()).collect();
    // Of two files that hold the same person's the first, which is the last to be put in here.
    let there: HashMap<Whose, String> = there.into_iter().rev().collect();
    let mut wanted: HashMap<String, usize> = HashMap::new();
    for name in all.iter().flat_map(names) {
        *wanted.entry(name).or_default() += 1;
    }
    let mut place = |whose: &Whose| {
        let own = there.get(whose).cloned();
        let name = own.or_else(|| {
            // A name that two of them could have depends on which comes first.
            let telling = names(whose).into_iter().filter(|name| wanted[name] == 1);
            let counted = (2..).map(|number| format!("{}-{number}.yaml", whose.0));
            telling.chain(counted).find(|name| !taken.contains(name))
        });
        let name = name.unwrap_or_default();
        taken.insert(name.clone());
        folder.join(name)
    };
    all.iter().map(&mut place).collect()
}

fn whose(sheet: &Sheet) -> Whose {
    let id = sheet.respondent.id.as_deref().unwrap_or("r");
    (id.to_owned(), sheet.council.id.clone(), sheet.wave.map(|wave| wave.to_string()))
}

/// The names that a file may have, the shortest first.
fn names((id, council, wave): &Whose) -> Vec<String> {
    let council = Some(in_plain_letters(council)).filter(|council| !council.is_empty());
    let both = council.as_ref().zip(wave.as_ref()).map(|(council, wave)| format!("{council}-{wave}"));
    let telling = [wave.clone(), council, both].into_iter().flatten();
    std::iter::once(format!("{id}.yaml")).chain(telling.map(|part| format!("{id}-{part}.yaml"))).collect()
}

/// The answers files in a folder that are named after one of these ids, by name, and whose each is. Of what else is called
/// so nobody knows whose it is, and it is for the user to say whether it may go.
fn there(folder: &Path, ids: &HashSet<&str>) -> Vec<(Whose, String)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let is_named = |name: &String| {
        let stem = name.strip_suffix(".yaml").unwrap_or_default();
        stem.match_indices('-').map(|(at, _)| &stem[..at]).chain([stem]).any(|start| ids.contains(start))
    };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(is_named).collect();
    names.sort();
    names.into_iter().filter_map(|name| Some((held(&folder.join(&name))?, name))).collect()
}

/// Whose answers a file holds, if that can be told.
fn held(path: &Path) -> Option<Whose> {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.read(path, yaml::SIZE_LIMIT).ok()?;
    let node = yaml::parse(file, &sources, &mut out)?;
    let id = node.field("respondent")?.field_text("id")?.to_owned();
    let council = node.field("council")?.field_text("id")?.to_owned();
    let wave = node.field_text("wave").map(|wave| Wave::parse(wave).map_or(wave.to_owned(), |wave| wave.to_string()));
    Some((id, council, wave))
}
