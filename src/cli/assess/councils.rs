//! Finding one's council in a list.

use std::path::Path;

use peil::language::{Language, failure, interview as words};
use peil::questionnaire::Questionnaire;
use peil::responses::{Register, Wave};

use super::front::{Front, Stop};
use crate::councils;
use crate::failure::Failure;
use crate::ui::Ui;

/// The most that are shown at once; each has a digit, and one is for searching again.
const SHOWN: usize = 8;

/// A council of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) id: String,
    pub(super) name: String,
}

/// Reads the register to search in, before anything is asked.
///
/// # Errors
/// A register that cannot be read, has errors or names no council.
pub(super) fn read(ui: &Ui, path: &Path, questionnaire: &Questionnaire) -> Result<Register, Failure> {
    let (register, _) = councils::register(ui, path, questionnaire)?;
    if register.councils(None).next().is_none() {
        return Err(Failure::new(failure::no_councils_in(ui.language, &path.display().to_string())));
    }
    Ok(register)
}

/// The councils of a register, by the names they have in a wave.
pub(super) fn listed(register: &Register, wave: Option<Wave>) -> Vec<Listed> {
    let councils = register.councils(wave);
    councils.map(|one| Listed { id: one.id.to_owned(), name: one.name.to_owned() }).collect()
}

/// The name that a council of a register has in a wave. One without a name is called by its code there, which is no name
/// to keep.
pub(super) fn name_of(register: &Register, id: &str, wave: Option<Wave>) -> Option<String> {
    let one = register.councils(wave).find(|one| one.id == id)?;
    Some(one.name.to_owned()).filter(|name| name != id)
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
