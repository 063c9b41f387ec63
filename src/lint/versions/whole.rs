//! What changed around the questions: axes, stages, roles, rules; and whether the version says so.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use super::changes::{Change, How, from_to};
use crate::diagnostics::{Diagnostics, Thing, VersionFinding};
use crate::language::versions::What;
use crate::questionnaire::{Dimension, Missing, Questionnaire, RoleWeights};

/// A name and its value.
pub(super) type Named = (String, String);

pub(super) fn compare(old: &Questionnaire, new: &Questionnaire, changes: &mut Vec<Change>, out: &mut Diagnostics) {
    let (version, previous) = (new.version.clone(), old.version.clone());
    match new.number().cmp(&old.number()) {
        Ordering::Less => out.add(new.version_span, VersionFinding::Lowered { version, previous }),
        Ordering::Equal if new.hash != old.hash => {
            out.add(new.version_span, VersionFinding::NotRaised { version, previous });
        }
        Ordering::Equal | Ordering::Greater => {}
    }
    let dimensions = |q: &Questionnaire| -> Vec<Named> {
        let above = |d: &Dimension| d.parent.map_or(&q.axes[d.axis].id, |parent| &q.dimensions[parent].id).clone();
        q.dimensions.iter().map(|dimension| (dimension.id.clone(), above(dimension))).collect()
    };
    listed(What::Dimensions, &dimensions(old), &dimensions(new), changes);
    changed(What::Weights, &weights(old), &weights(new), changes);
    let stages = |q: &Questionnaire| -> Vec<Named> {
        q.scale.stages.iter().map(|stage| (stage.id.clone(), stage.from.to_string())).collect()
    };
    listed(What::Stages, &stages(old), &stages(new), changes);
    let roles =
        |q: &Questionnaire| -> Vec<Named> { q.roles.iter().map(|role| (role.id.clone(), String::new())).collect() };
    listed(What::Roles, &roles(old), &roles(new), changes);
    for role in old.roles.iter().filter(|role| new.role(&role.id).is_none()) {
        let (id, version) = (role.id.clone(), old.version.clone());
        out.add(new.version_span, VersionFinding::Vanished { thing: Thing::Role, id, version });
    }
    listed(What::Scoring, &scoring(old), &scoring(new), changes);
}

/// The weights of dimensions and cells.
fn weights(q: &Questionnaire) -> Vec<Named> {
    let name = |at: &[usize]| at.iter().map(|&leaf| q.dimensions[leaf].id.as_str()).collect::<Vec<_>>().join(" × ");
    let dimensions = q.dimensions.iter().map(|dimension| (dimension.id.clone(), dimension.weight.to_string()));
    let cells = q.cells.iter().filter(|_| q.has_grid()).map(|cell| (name(&cell.at), cell.weight.to_string()));
    dimensions.chain(cells).collect()
}

/// The rules by name.
fn scoring(q: &Questionnaire) -> Vec<Named> {
    let rules = &q.scoring;
    let roles = match &rules.roles {
        RoleWeights::Equal => "equal".to_owned(),
        RoleWeights::Pooled => "pooled".to_owned(),
        RoleWeights::Weighted(weights) => {
            let weights = q.roles.iter().zip(weights).map(|(role, weight)| format!("{} {weight}", role.id));
            weights.collect::<Vec<_>>().join(", ")
        }
    };
    [
        ("max", q.scale.max.to_string()),
        ("min_coverage", rules.min_coverage.to_string()),
        ("stage_coverage", rules.stage_coverage.to_string()),
        ("compare_decimals", rules.compare_decimals.to_string()),
        ("missing", if rules.missing == Missing::Zero { "zero" } else { "exclude" }.to_owned()),
        ("roles", roles),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

/// What came, went or has another value in a list of names and values.
pub(super) fn listed(what: What, before: &[Named], now: &[Named], changes: &mut Vec<Change>) {
    let names = |list: &[Named]| -> HashSet<String> { list.iter().map(|(id, _)| id.clone()).collect() };
    let (was, is) = (names(before), names(now));
    let gone = before.iter().filter(|(id, _)| !is.contains(id));
    changes.extend(gone.map(|(id, _)| Change::new(what, id, How::Removed)));
    changed(what, before, now, changes);
    let added = now.iter().filter(|(id, _)| !was.contains(id));
    changes.extend(added.map(|(id, _)| Change::new(what, id, How::Added)));
}

/// What is in both lists with another value.
pub(super) fn changed(what: What, before: &[Named], now: &[Named], changes: &mut Vec<Change>) {
    let now: HashMap<&str, &str> = now.iter().map(|(id, value)| (id.as_str(), value.as_str())).collect();
    for (id, value) in before {
        if let Some(now) = now.get(id.as_str()).filter(|now| *now != value) {
            changes.push(Change::new(what, id, from_to(value, now)));
        }
    }
}
