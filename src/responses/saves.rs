//! Which of several files of one person counts. People save a form more than once, and whoever gathers the files has them
//! all: a download that is there already gets another name, which says nothing about which came later.

use std::collections::{BTreeMap, HashSet};

use super::sheet::{Entry, Sheet, Status};
use super::voice::Voice;
use crate::diagnostics::{BindingFinding, Diagnostics, GaveWay, Remark};
use crate::source::{FileId, Span};

/// Which of several files that name one respondent counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// The one at this place.
    This(usize),
    /// None: they differ, and nothing says which was saved last.
    Untold,
}

/// Whether answers under one id are of more than one person: they name more than one role, so that none of them may be
/// left out for another. What they name need not be what they are taken for.
pub fn are_several_people(voices: impl IntoIterator<Item = Voice>) -> bool {
    let mut voices = voices.into_iter();
    let first = voices.next();
    voices.any(|voice| Some(voice) != first)
}

/// Which of the files of one person in one council and one wave counts: a finished one before a draft, and of those the
/// one that was saved last, or `first`. What a file does not say is not guessed.
pub fn which_counts(files: &[&Sheet], first: bool) -> Counts {
    let is_finished = |place: &usize| files[*place].status == Status::Final;
    let mut among: Vec<usize> = (0..files.len()).filter(is_finished).collect();
    if among.is_empty() {
        among = (0..files.len()).collect();
    }
    if among.iter().all(|&place| files[place].saved.is_some()) {
        let numbers = among.iter().map(|&place| files[place].saved);
        let wanted = if first { numbers.min() } else { numbers.max() }.flatten();
        among.retain(|&place| files[place].saved == wanted);
    }
    let contents: Vec<Sheet> = among.iter().map(|&place| content(files[place])).collect();
    match among.first() {
        Some(&place) if contents.iter().all(|one| *one == contents[0]) => Counts::This(place),
        _ => Counts::Untold,
    }
}

/// Whether two files say the same of the same person.
pub fn says_the_same(one: &Sheet, other: &Sheet) -> bool {
    content(one) == content(other)
}

/// What a file says, without where it says so and how often it was saved.
fn content(file: &Sheet) -> Sheet {
    let entries = file.entries.iter().map(|entry| Entry { span: None, ..entry.clone() });
    Sheet { saved: None, entries: entries.collect(), ..file.clone() }
}

/// Files by council, wave and respondent.
type Persons<'s> = BTreeMap<(&'s str, Option<String>, &'s str), Vec<(FileId, &'s Sheet)>>;

/// The files that do not count because of another one of the same person; each is reported.
pub(super) fn set_aside(files: &[(FileId, &Sheet)], out: &mut Diagnostics) -> HashSet<FileId> {
    let mut persons: Persons<'_> = BTreeMap::new();
    for &(file, sheet) in files {
        if let Some(id) = sheet.respondent.id.as_deref().filter(|id| !id.is_empty()) {
            let wave = sheet.wave.map(|wave| wave.to_string());
            persons.entry((&sheet.council.id, wave, id)).or_default().push((file, sheet));
        }
    }
    let mut aside = HashSet::new();
    for ((council, _, respondent), files) in persons.into_iter().filter(|(_, files)| files.len() > 1) {
        let sheets: Vec<&Sheet> = files.iter().map(|(_, sheet)| *sheet).collect();
        let are_several = are_several_people(sheets.iter().map(|sheet| sheet.respondent.voice));
        let whose = || (council.to_owned(), respondent.to_owned());
        let at = |place: usize| Span::start_of(files[place].0);
        match which_counts(&sheets, false) {
            Counts::This(kept) if !are_several => {
                for place in (0..files.len()).filter(|place| *place != kept) {
                    let (council, respondent) = whose();
                    let why = gave_way(files[place].1, files[kept].1);
                    let finding = BindingFinding::SavedAgain { council, respondent, why };
                    out.add_related(at(place), finding, at(kept), Remark::ThisOneCounts);
                    aside.insert(files[place].0);
                }
            }
            _ => {
                for place in 1..files.len() {
                    let (council, respondent) = whose();
                    let finding = match are_several {
                        true => BindingFinding::SeveralRoles { council, respondent },
                        false => BindingFinding::UntoldSave { council, respondent },
                    };
                    out.add_related(at(place), finding, at(0), Remark::FirstUsedHere);
                }
                aside.extend(files.iter().map(|(file, _)| *file));
            }
        }
    }
    aside
}

/// Why a file does not count beside the one of the same person that does.
fn gave_way(file: &Sheet, kept: &Sheet) -> GaveWay {
    if file.status != kept.status {
        GaveWay::NotFinished
    } else if file.saved < kept.saved {
        GaveWay::SavedEarlier
    } else {
        GaveWay::TheSame
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{Questionnaire, shipped};
    use crate::responses::{Codec, parse};
    use crate::source::Sources;

    fn questionnaire() -> Questionnaire {
        shipped("dienstverlening").expect("a shipped one")
    }

    /// A file of respondent `r-1`: its save, where it says so, its status and its answer.
    fn file(q: &Questionnaire, saved: Option<u32>, status: &str, answer: u32) -> Sheet {
        let saved = saved.map(|number| format!("saved: {number}\n")).unwrap_or_default();
        let text = format!(
            "peil: answers/1\nquestionnaire: {{id: {}, version: {}}}\ncouncil: {{id: a}}\nrespondent: {{id: r-1}}\n\
             status: {status}\n{saved}answers: {{sd-1: {answer}}}\n",
            q.id, q.version
        );
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let file = sources.add("a.yaml", text);
        parse(file, &sources, q, &Codec::new(q), &mut out).expect("answers")
    }

    fn counts(files: &[(Option<u32>, &str, u32)]) -> Counts {
        let q = questionnaire();
        let sheets: Vec<Sheet> = files.iter().map(|&(saved, status, answer)| file(&q, saved, status, answer)).collect();
        which_counts(&sheets.iter().collect::<Vec<_>>(), false)
    }

    #[test]
    fn the_highest_number_counts_whatever_the_order() {
        assert_eq!(counts(&[(Some(2), "final", 1), (Some(10), "final", 2), (Some(9), "final", 3)]), Counts::This(1));
    }

    #[test]
    fn a_finished_file_counts_before_a_draft_that_was_saved_later() {
        assert_eq!(counts(&[(Some(2), "draft", 1), (Some(1), "final", 2)]), Counts::This(1));
        assert_eq!(counts(&[(None, "draft", 1), (None, "final", 2)]), Counts::This(1));
    }

    #[test]
    fn without_a_number_in_each_nothing_is_guessed() {
        assert_eq!(counts(&[(None, "final", 1), (None, "final", 2)]), Counts::Untold);
        assert_eq!(counts(&[(Some(3), "final", 1), (None, "final", 2)]), Counts::Untold);
        // Somebody went on from one file on two computers.
        assert_eq!(counts(&[(Some(2), "final", 1), (Some(2), "final", 2)]), Counts::Untold);
    }

    #[test]
    fn copies_of_one_file_count_once() {
        assert_eq!(counts(&[(None, "final", 1), (None, "final", 1)]), Counts::This(0));
        assert_eq!(counts(&[(Some(1), "final", 1), (None, "final", 1)]), Counts::This(0));
    }
}
