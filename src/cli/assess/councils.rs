//! Finding one's council in a list.

use std::path::Path;

use peil::diagnostics::nearest;
use peil::language::{Language, failure, interview as words};
use peil::source::Sources;

use super::front::{Front, Stop};
use crate::failure::Failure;
use crate::ui::Ui;

/// The most that are shown at once; each has a digit, and one is for searching again.
const SHOWN: usize = 8;
/// More than every municipality of Europe.
const SIZE_LIMIT: u64 = 64 * 1024 * 1024;

/// A council of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) id: String,
    pub(super) name: String,
}

/// Reads the columns `council` and `name` of a CSV file.
///
/// # Errors
/// A file that cannot be read, has no such columns or names no council.
pub(super) fn read(ui: &Ui, path: &Path) -> Result<Vec<Listed>, Failure> {
    let l = ui.language;
    let mut sources = Sources::new();
    let file = sources.read(path, SIZE_LIMIT).map_err(|error| Failure::read(l, &error))?;
    let text = sources.get(file).text();
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let header: Vec<String> = reader.headers().map(|row| row.iter().map(str::to_owned).collect()).unwrap_or_default();
    let column = |name: &str| {
        header.iter().position(|known| known == name).ok_or_else(|| {
            Failure::new(failure::no_column(
                l,
                name,
                nearest(name, header.iter().map(String::as_str)).as_deref(),
                &header,
            ))
        })
    };
    let (id, name) = (column("council")?, column("name")?);
    let rows = reader.records().flatten();
    let listed = rows.map(|row| Listed {
        id: row.get(id).unwrap_or_default().to_owned(),
        name: row.get(name).unwrap_or_default().to_owned(),
    });
    let listed: Vec<Listed> = listed.filter(|one| !one.id.is_empty()).collect();
    if listed.is_empty() {
        return Err(Failure::new(failure::no_councils_in(l, &path.display().to_string())));
    }
    Ok(listed)
}

/// Lets the respondent search, line by line.
pub(super) fn by_lines(l: Language, list: &[Listed], front: &mut dyn Front) -> Result<usize, Stop> {
    loop {
        let wanted = front.ask(words::search_council(l))?;
        let found = matching(list, &wanted);
        if found.is_empty() {
            front.say(words::no_such_council(l))?;
            continue;
        }
        let shown = found.iter().map(|&index| format!("{} ({})", list[index].name, list[index].id));
        let options: Vec<String> = shown.chain([words::search_again(l).to_owned()]).collect();
        if let Some(&index) = found.get(front.pick(words::which_council(l), &options)?) {
            return Ok(index);
        }
    }
}

/// The places in the list of the councils whose code is this, or whose name holds it; those that begin with it first.
fn matching(list: &[Listed], wanted: &str) -> Vec<usize> {
    let wanted = wanted.trim().to_lowercase();
    let begins = |one: &Listed| one.name.to_lowercase().starts_with(&wanted) || one.id == wanted;
    let holds = |one: &Listed| !begins(one) && one.name.to_lowercase().contains(&wanted);
    let first = (0..list.len()).filter(|&index| begins(&list[index]));
    first.chain((0..list.len()).filter(|&index| holds(&list[index]))).take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_begins_with_the_words_comes_before_one_that_holds_them() {
        let list = [("1", "Sint-Gillis"), ("2", "Gillis"), ("3", "Aalst")]
            .map(|(id, name)| Listed { id: id.into(), name: name.into() });
        let ids = |wanted| matching(&list, wanted).into_iter().map(|index| list[index].id.as_str()).collect::<Vec<_>>();
        assert_eq!(ids("gil"), ["2", "1"]);
        assert_eq!(ids("3"), ["3"]);
        assert!(ids("Brugge").is_empty());
    }
}
