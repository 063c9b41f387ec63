//! Councils that stand there under several ids: what is typed slightly differently would be compared with itself.

use std::collections::HashMap;

use super::registry::{CouncilName, Registry};
use super::wave::Wave;
use crate::diagnostics::{TableFinding, is_unseen};

/// Groups that are looked at: of more councils than any country has, nobody could read it.
const MOST_GROUPS: usize = 20_000;

/// Digits that an id of one council has at least in common with that of another: fewer are the same by chance.
const FEWEST_DIGITS: usize = 3;
/// Ids of one name that an id is held against: where more have it, it is no name of a council.
const MOST_OF_ONE_NAME: usize = 16;
/// Where the digits of other alphabets begin, each with its zero.
const ZEROS: [char; 6] = ['٠', '۰', '०', '০', '๐', '０'];

/// A text without the blanks around it, and without what cannot be seen there.
pub(crate) fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_unseen(c))
}

/// The groups whose council is most likely that of an earlier one in the same wave, each with what is wrong with it. All
/// answers are to be taken in before: whichever row gives a council its name, it has it in all.
pub fn same_councils(registry: &Registry) -> Vec<(usize, TableFinding)> {
    let groups = Some(registry.groups()).filter(|groups| groups.len() <= MOST_GROUPS).unwrap_or_default();
    let mut same = SameCouncil::default();
    let found = groups.iter().enumerate().filter_map(|(index, group)| {
        let CouncilName { id, name } = registry.council_name(group.council);
        let name = if name == id { "" } else { name };
        let other = same.meet(group.wave, id, name)?;
        Some((index, TableFinding::SameCouncil { council: id.to_owned(), other, name: name.to_owned() }))
    });
    found.collect()
}

/// Those of some councils with this name, whatever its capitals, blanks and hyphens.
pub fn called<'a>(name: &str, councils: impl IntoIterator<Item = CouncilName<'a>>) -> Vec<CouncilName<'a>> {
    let wanted = folded(name);
    let has_it = |council: &CouncilName<'_>| council.name != council.id && folded(council.name) == wanted;
    councils.into_iter().filter(|council| !wanted.is_empty() && has_it(council)).collect()
}

/// The ids met so far, by wave and name.
#[derive(Debug, Default)]
struct SameCouncil {
    met: HashMap<(Option<Wave>, String), Vec<String>>,
}

impl SameCouncil {
    /// Takes in a council of a wave, by its id and the name it was given, or none. Returns the id of one met before that is
    /// most likely the same: of the same name, with an id of the same letters and digits, or of the same digits with more
    /// before or behind them; without a name, with an id that only looks different in what nobody sees.
    fn meet(&mut self, wave: Option<Wave>, id: &str, name: &str) -> Option<String> {
        let name_folded = folded(name);
        // Without a name only blanks, what cannot be seen and other digits may differ: `A/1` and `a-1` can be two.
        let seen = |id: &str| -> String {
            id.chars().filter(|c| !c.is_whitespace() && !is_unseen(*c)).map(plain_digit).collect()
        };
        let key = if name_folded.is_empty() { format!(" {}", seen(id)) } else { name_folded };
        let met = self.met.entry((wave, key)).or_default();
        let is_same = |other: &&String| folded(other) == folded(id) || share_digits(&digits(other), &digits(id));
        let found = met.iter().find(is_same).cloned();
        if met.len() < MOST_OF_ONE_NAME {
            met.push(id.to_owned());
        }
        found
    }
}

/// The letters and digits of a text, in lower case and in the digits that everybody types.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).map(plain_digit).flat_map(char::to_lowercase).collect()
}

fn digits(text: &str) -> String {
    text.chars().map(plain_digit).filter(char::is_ascii_digit).collect()
}

fn plain_digit(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let value = ZEROS.iter().filter_map(|zero| u32::from(c).checked_sub(u32::from(*zero))).find(|value| *value < 10);
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

fn share_digits(a: &str, b: &str) -> bool {
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    shorter.len() >= FEWEST_DIGITS && longer.contains(shorter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_typed_slightly_differently_is_recognised_under_the_same_name() {
        for other in ["41 048", "410\u{200b}48", "NIS 41048", "41048.", "٤1048", "４１０４８", "BE-41048", "1048"]
        {
            let mut same = SameCouncil::default();
            assert_eq!(same.meet(None, "41048", "Ninove"), None);
            assert_eq!(same.meet(None, other, "NINOVE"), Some("41048".to_owned()), "{other}");
        }
    }

    #[test]
    fn other_names_other_waves_and_other_digits_are_other_councils() {
        let mut same = SameCouncil::default();
        assert_eq!(same.meet(Wave::parse("2024"), "0373", "Bergen"), None);
        assert_eq!(same.meet(Wave::parse("2024"), "0893", "Bergen"), None);
        assert_eq!(same.meet(Wave::parse("2026"), "373", "Bergen"), None);
        assert_eq!(same.meet(Wave::parse("2024"), "NIS 0373", "Mons"), None);
        assert_eq!(same.meet(Wave::parse("2024"), "G-1", "Gemeente"), None);
        assert_eq!(same.meet(Wave::parse("2024"), "G-11", "Gemeente"), None);
    }

    #[test]
    fn without_names_only_ids_that_differ_in_what_is_not_seen_are_one_council() {
        let mut same = SameCouncil::default();
        assert_eq!(same.meet(None, "41048", ""), None);
        assert_eq!(same.meet(None, "NIS 41048", ""), None);
        assert_eq!(same.meet(None, "41 048", ""), Some("41048".to_owned()));
        assert_eq!((same.meet(None, "A/1", ""), same.meet(None, "a-1", "")), (None, None));
    }

    #[test]
    fn what_cannot_be_seen_around_an_id_is_no_part_of_it() {
        assert_eq!(bare("\u{feff} 41048\u{200b}\u{a0}"), "41048");
        assert_eq!(bare(" \u{200b} "), "");
    }
}
