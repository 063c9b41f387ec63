//! What came of several files together: one response that stands in two exports, one person of whom there are two
//! workbooks, and two people who would have one id.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{Account, Duplicates};
use super::arrived::{Arrived, Origin};
use super::changed::Changed;
use super::mapping::Keep;
use super::number::drawn;
use super::persons::{Held, Person, which_holds};
use super::{Imported, Importer, copies};
use crate::questionnaire::Version;
use crate::responses::{Earlier, Sheet, Voice, says_the_same};
use crate::sorting;

/// The answers of all files, and what was understood of them.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The answers; once all is [finished](Gathered::finish).
    pub sheets: Vec<Sheet>,
    /// What was understood, file by file.
    pub accounts: Vec<Account>,
    /// The earlier versions that were answered, and what was done to those answers; once all is finished.
    pub earlier: BTreeMap<Version, Earlier>,
    /// What arrived, each with the place of its account, until all is finished.
    arrived: Vec<(usize, Arrived)>,
}

/// A council, a wave, and what tells a respondent from others there.
type Key = (String, Option<String>, String);

impl Gathered {
    /// Notes what was done to answers of the version that they are of.
    pub fn note(&mut self, sheet: &Sheet, noted: Earlier) {
        if let Some(version) = version(sheet) {
            self.earlier.entry(version).or_default().merge(noted);
        }
    }

    /// Takes in what came of peil's own forms.
    pub fn forms(&mut self, (arrived, account): (Vec<Arrived>, Account)) {
        self.take(arrived, account);
    }

    /// Takes in what came of a workbook.
    pub fn workbook(&mut self, (sheet, account): (Option<Sheet>, Account), noted: Earlier) {
        if let Some(sheet) = &sheet {
            self.note(sheet, noted);
        }
        self.take(sheet.map(|sheet| Arrived { sheet, origin: Origin::Workbook }), account);
    }

    /// Takes in what came of an export.
    pub fn export(&mut self, Imported { arrived, account, noted, .. }: Imported) {
        for (version, noted) in noted {
            self.earlier.entry(version).or_default().merge(noted);
        }
        self.take(arrived, account);
    }

    fn take(&mut self, arrived: impl IntoIterator<Item = Arrived>, account: Account) {
        let place = self.accounts.len();
        self.arrived.extend(arrived.into_iter().map(|one| (place, one)));
        self.accounts.push(account);
    }

    /// Looks at all files together, once they are all there.
    pub fn finish(&mut self, importer: &Importer<'_>) {
        self.set_doubles_aside(importer.mapping.keep);
        self.tell_known_before();
        copies::tell(&self.arrived, &mut self.accounts);
        self.sheets = std::mem::take(&mut self.arrived).into_iter().map(|(_, one)| one.sheet).collect();
        self.tell_apart();
        for version in self.sheets.iter().filter_map(version) {
            if let Some(earlier) = self.earlier.get_mut(&version) {
                earlier.respondents += 1;
            }
        }
        self.earlier.retain(|version, earlier| *version != importer.q.number() && earlier.respondents > 0);
    }

    /// The councils with more than one name in a wave, each with its names in the order in which they were found. A second
    /// name is often that of a person.
    pub fn several_names(&self) -> Vec<(&str, Vec<&str>)> {
        let mut councils: BTreeMap<(&str, Option<String>), Vec<&str>> = BTreeMap::new();
        for sheet in &self.sheets {
            let Some(name) = sheet.council.name.as_deref() else { continue };
            let wave = sheet.wave.map(|wave| wave.to_string());
            let names = councils.entry((sheet.council.id.as_str(), wave)).or_default();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let several = councils.into_iter().filter(|(_, names)| names.len() > 1);
        several.map(|((id, _), names)| (id, names)).collect()
    }

    /// Leaves one of what is of one person beyond doubt: a response of which a tool says itself which it is, in every export
    /// that holds it and in the answers file that was made of it; and any other answers beside the file made of them.
    fn set_doubles_aside(&mut self, keep: Option<Keep>) {
        let mut by_key: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (place, (_, one)) in self.arrived.iter().enumerate() {
            by_key.entry(key(&one.sheet)).or_default().push(place);
        }
        let mut several: Vec<Vec<usize>> = by_key.into_values().filter(|places| places.len() > 1).collect();
        sorting::sort(&mut several);
        let mut aside = BTreeSet::new();
        for places in several {
            let one = |place: &usize| &self.arrived[*place].1;
            let is_response = |place: &usize| one(place).response().is_some();
            if places.iter().any(is_response) {
                let of_it = places.iter().copied().filter(|place| is_response(place) || one(place).is_form_with_id());
                aside.extend(self.choose(&of_it.collect::<Vec<_>>(), keep));
                continue;
            }
            // The same file name and row in another folder gives the same id too, and is somebody else.
            for &place in places.iter().filter(|place| one(place).is_form_with_id()) {
                let mut others = places.iter().filter(|other| **other != place);
                if others.any(|other| says_the_same(&one(other).sheet, &one(&place).sheet)) {
                    aside.insert(place);
                }
            }
            for place in places.into_iter().filter(|place| aside.contains(place)) {
                self.accounts[self.arrived[place].0].again += 1;
            }
        }
        for place in &aside {
            self.accounts[self.arrived[*place].0].tally.written -= 1;
        }
        let mut places = 0..;
        self.arrived.retain(|_| places.next().is_some_and(|place| !aside.contains(&place)));
    }

    /// Chooses between the places of one response; those that do not count.
    fn choose(&mut self, places: &[usize], keep: Option<Keep>) -> Vec<usize> {
        let never = Changed::default();
        let one = |place: usize| &self.arrived[place].1;
        let held =
            |place: &usize| Held { sheet: &one(*place).sheet, changed: one(*place).response().unwrap_or(&never) };
        let kept = which_holds(&places.iter().map(held).collect::<Vec<_>>(), keep).map(|at| places[at]);
        let aside: Vec<usize> = places.iter().copied().filter(|place| Ok(*place) != kept).collect();
        let is_same = |place: &usize| kept.is_ok_and(|kept| says_the_same(&one(kept).sheet, &one(*place).sheet));
        let (same, other): (Vec<usize>, Vec<usize>) = aside.iter().partition(|place| is_same(place));
        let shown = |place: usize| one(place).shown(&self.accounts[self.arrived[place].0].file);
        let told = Duplicates { rows: places.iter().map(|place| shown(*place)).collect(), kept: kept.map(shown) };
        for place in same {
            self.accounts[self.arrived[place].0].again += 1;
        }
        for place in &other {
            self.accounts[self.arrived[*place].0].outdone += 1;
        }
        if let (Some(last), false) = (places.last(), other.is_empty()) {
            self.accounts[self.arrived[*last].0].elsewhere.push(told);
        }
        aside
    }

    /// Notes every row of someone whom a row of an earlier file names too. Two surveys may number their people alike, so
    /// both count.
    fn tell_known_before(&mut self) {
        let mut known: BTreeMap<Key, Vec<(usize, Voice)>> = BTreeMap::new();
        for (account, one) in &self.arrived {
            let Origin::Row { row, person: Some(person), .. } = &one.origin else { continue };
            let (sheet, person) = (&one.sheet, person.as_person());
            let voice = sheet.respondent.voice;
            let wave = sheet.wave.map(|wave| wave.to_string());
            let before = known.entry((sheet.council.id.clone(), wave, person.text().to_owned())).or_default();
            let may_be = |other: Voice| match person {
                Person::Id(_) => true,
                Person::Address(_) => voice == other || [voice, other].contains(&Voice::Person),
            };
            if before.iter().any(|(file, other)| file != account && may_be(*other)) {
                self.accounts[*account].known_before.push(*row);
            }
            before.push((*account, voice));
        }
    }

    /// Gives a number of their own to respondents who would have the same: files of one name from several folders.
    fn tell_apart(&mut self) {
        let mut seen = BTreeSet::new();
        for sheet in &mut self.sheets {
            let (council, wave, first) = key(sheet);
            let mut id = first.clone();
            for times in 2.. {
                if seen.insert((council.clone(), wave.clone(), id.clone())) {
                    break;
                }
                id = drawn(&format!("{first} {times}"));
            }
            sheet.respondent.id = Some(id);
        }
    }
}

fn version(sheet: &Sheet) -> Option<Version> {
    Version::parse(&sheet.questionnaire.version)
}

fn key(sheet: &Sheet) -> Key {
    let wave = sheet.wave.map(|wave| wave.to_string());
    (sheet.council.id.clone(), wave, sheet.respondent.id.clone().unwrap_or_default())
}
