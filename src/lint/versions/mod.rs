//! A questionnaire beside an earlier version of itself: what changed, and whether old answers still bind.
//!
//! Both were read without errors. Everything is found in one pass over the questions, with tables of ids and texts: no
//! question is compared with all others.

mod answers;
mod changes;
mod claims;
mod likeness;
mod pairs;
mod routing;
mod whole;

use std::collections::HashSet;

pub use changes::{Change, How};

use crate::diagnostics::{Code, Diagnostics};
use crate::questionnaire::Questionnaire;
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
    /// Whether every answer that the earlier version allowed can be read by the later one.
    pub binds: bool,
}

/// What stops an answer of an earlier version.
const UNBINDS: [Code; 3] = [Code::VanishedId, Code::RenamedId, Code::UnreadableAnswer];

/// Compares a questionnaire with an earlier version of it. Places in the earlier one are pointed at too, so both must
/// have been read from the same sources.
pub fn compare(old: &Questionnaire, new: &Questionnaire, out: &mut Diagnostics) -> Comparison {
    let mut found = Diagnostics::new();
    let pairs = Pairs::new(old, new);
    let mut changes = Vec::new();
    claims::check(old, new, &pairs, &mut found);
    whole::compare(old, new, &mut changes, &mut found);
    let mut reported = HashSet::new();
    for (before, fate) in pairs.fates.iter().enumerate() {
        if let Some(now) = fate.now() {
            changes::of_question((old, before), (new, now), &pairs, &mut changes);
            answers::check((old, before), (new, now), &pairs, &mut reported, &mut found);
        }
    }
    changes::of_list(old, new, &pairs, &mut changes);
    changes.sort_by_key(|change| change.what);
    let binds = !found.sorted().iter().any(|one| UNBINDS.contains(&one.code()));
    out.append(found);
    Comparison { from: old.version.clone(), to: new.version.clone(), changes, binds }
}
