//! Files that most likely hold the same people: two exports of one survey, a workbook that was sent twice, a table beside
//! the forms that it was made of. What a file is called and how it was written makes no difference.

use std::collections::BTreeMap;

use super::account::{Account, Kind};
use super::arrived::Arrived;
use crate::language::import::copies::{Copies, Side};
use crate::responses::Sheet;

/// How many answers two files must have in common to be told of, all people together: of fewer it may well be chance.
const ANSWERS: usize = 5;

/// Answers that somebody gave, and where they stand.
#[derive(Default)]
struct Same {
    /// In how many rows of each file, by its place.
    times: BTreeMap<usize, usize>,
    answers: usize,
}

/// What two files have in common.
#[derive(Default)]
struct Common {
    people: usize,
    answers: usize,
}

/// Notes of every two files of which one holds at least half of the people of the other, with [`ANSWERS`] or more, in the
/// account of the later one. Within one file they are people who answered alike; and so they are within peil's own forms,
/// which have an id for each.
pub(super) fn tell(arrived: &[(usize, Arrived)], accounts: &mut [Account]) {
    let mut people = vec![0; accounts.len()];
    arrived.iter().for_each(|(file, _)| people[*file] += 1);
    if people.iter().filter(|people| **people > 0).count() < 2 {
        return;
    }
    for ((first, later), common) in common(arrived, accounts) {
        let fewest = people[first].min(people[later]);
        if common.answers < ANSWERS || common.people * 2 < fewest {
            continue;
        }
        let copies = Copies {
            first: side(&accounts[first]),
            later: side(&accounts[later]),
            people: common.people,
            rest: [first, later].map(|file| people[file] - common.people),
        };
        accounts[later].copies.push(copies);
    }
}

/// What two files have in common, the earlier one first, wherever that is anything.
fn common(arrived: &[(usize, Arrived)], accounts: &[Account]) -> BTreeMap<(usize, usize), Common> {
    let mut all: BTreeMap<[u8; 32], Same> = BTreeMap::new();
    for (file, Arrived { sheet, .. }) in arrived {
        let same = all.entry(likeness(sheet)).or_default();
        same.answers = sheet.entries.iter().filter(|entry| entry.answer.is_some()).count();
        *same.times.entry(*file).or_default() += 1;
    }
    let is_workbook = |file: usize| matches!(accounts[file].kind, Kind::Workbook);
    let mut found: BTreeMap<(usize, usize), Common> = BTreeMap::new();
    for Same { times, answers } in all.values() {
        // Of a workbook that came often, each is told of once.
        let first_workbook = times.keys().copied().find(|file| is_workbook(*file));
        for (first, in_first) in times {
            for (later, in_later) in times.range(first + 1..) {
                if is_workbook(*later) && is_workbook(*first) && Some(*first) != first_workbook {
                    continue;
                }
                let people = *in_first.min(in_later);
                let common = found.entry((*first, *later)).or_default();
                common.people += people;
                common.answers += people * answers;
            }
        }
    }
    found
}

fn side(account: &Account) -> Side {
    match account.kind {
        Kind::Forms(_) => Side::Forms,
        Kind::Workbook => Side::Workbook(account.file.clone()),
        Kind::Table { .. } => Side::Table(account.file.clone()),
    }
}

/// What all that is of one person has in common, whatever their ids and their notes: council, wave, role and every answer.
pub fn likeness(sheet: &Sheet) -> [u8; 32] {
    let answers: Vec<_> =
        sheet.entries.iter().filter_map(|entry| Some((entry.column, entry.answer.as_ref()?))).collect();
    let all = format!("{:?}", (&sheet.council.id, sheet.wave, sheet.respondent.voice, answers));
    blake3::hash(all.as_bytes()).into()
}
