//! A questionnaire beside an earlier version of itself: what changed, and whether old answers still bind.
//!
//! Both were read without errors. Everything is found in one pass over the questions, with tables of ids and texts: no
//! question is compared with all others.

mod answers;
mod around;
mod changes;
mod claims;
mod fewer;
mod gates;
mod history;
mod likeness;
mod memory;
mod pairs;
mod routing;
mod rows;
mod whole;

use std::collections::HashSet;

pub use changes::{Change, How};

use crate::diagnostics::{Code, Diagnostics, Finding, MeaningFinding, VersionFinding};
use crate::language::versions::Reach;
use crate::questionnaire::Questionnaire;
use crate::sorting;
use pairs::Pairs;

/// What one version changed in another.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The earlier version.
    pub from: String,
    /// The later one.
    pub to: String,
    /// What changed, by kind and in the order of the questionnaire.
    pub changes: Vec<Change>,
    /// How far the changes reach.
    pub reach: Reach,
    /// Whether every answer that the earlier version could read can be read by the later one, and means what it meant.
    pub binds: bool,
    /// The questions of the later version, and the rows of its grids, of which answers to the earlier one that can be
    /// read do not count, or not all of them: in the order of the questionnaire.
    pub not_counted: Vec<String>,
}

/// What stops an answer of the earlier version, or of one before it.
const UNBINDS: [Code; 5] = [Code::VanishedId, Code::RenamedId, Code::UnreadableAnswer, Code::OtherEnds, Code::IdInUse];

/// Compares a questionnaire with an earlier version of it. Places in the earlier one are pointed at too, so both must
/// have been read from the same sources.
pub fn compare(old: &Questionnaire, new: &Questionnaire, out: &mut Diagnostics) -> Comparison {
    let mut found = Diagnostics::new();
    let pairs = Pairs::new(old, new);
    let mut changes = Vec::new();
    claims::check(old, new, &pairs, &mut found);
    memory::check(old, new, &pairs, &mut found);
    whole::compare(old, new, &mut changes, &mut found);
    let mut reported = HashSet::new();
    for (before, now) in pairs.both() {
        changes::of_question((old, before), (new, now), &pairs, &mut changes);
        answers::check((old, before), (new, now), &pairs, &mut reported, &mut found);
        rows::check((old, before), (new, now), &pairs, &mut found);
    }
    let left_out = gates::check(old, new, &pairs, &mut found);
    fewer::check(old, new, &pairs, &left_out, &mut found);
    around::compare(old, new, &pairs, &mut changes);
    changes::of_list(old, new, &pairs, &mut changes);
    history::compare(old, new, &pairs, &mut changes);
    sorting::by_key(&mut changes, |change| change.what);
    // Answers of a later version than that of the questionnaire are refused.
    let binds = new.number() >= old.number() && !found.sorted().iter().any(|one| UNBINDS.contains(&one.code()));
    let not_counted = not_counted(&found);
    out.append(found);
    let reach = match changes.iter().all(|change| change.what.is_around()) {
        true if !changes.is_empty() => Reach::Around,
        true if old.hash == new.hash => Reach::Nothing,
        _ => Reach::Answers,
    };
    Comparison { from: old.version.clone(), to: new.version.clone(), changes, reach, binds, not_counted }
}

/// What the findings say of answers that no longer count, each once.
fn not_counted(found: &Diagnostics) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    let mut seen = HashSet::new();
    for one in found.sorted() {
        let (Finding::Version(VersionFinding::NotNew { id, .. })
        | Finding::Meaning(MeaningFinding::LeftOut { id, .. } | MeaningFinding::NoLongerAsked { id, .. })) =
            &one.finding
        else {
            continue;
        };
        if seen.insert(id) {
            ids.push(id.clone());
        }
    }
    ids
}
