//! What changed that touches neither answers nor scores: order, advice, targets, and texts around the questions.

use super::changes::{Change, How, choices, from_to};
use super::pairs::{Listed, Pairs, paired};
use super::whole::{Named, changed, listed};
use super::{likeness, rows};
use crate::language::versions::What;
use crate::questionnaire::{Advice, Aim, Questionnaire, Target, Text};

pub(super) fn compare(old: &Questionnaire, new: &Questionnaire, pairs: &Pairs, changes: &mut Vec<Change>) {
    order(old, new, pairs, changes);
    for (before, now) in pairs.both() {
        let (was, is) = (&old.questions[before], &new.questions[now]);
        if was.evidence_from != is.evidence_from {
            let from = |from: Option<f64>| from.map_or("–".to_owned(), |from| from.to_string());
            changes.push(Change::new(What::Evidence, &is.id, from_to(from(was.evidence_from), from(is.evidence_from))));
        }
        if !same_advice(&was.advice, &is.advice) {
            changes.push(Change::new(What::Advice, &is.id, How::Changed));
        }
        let same_help = match (&was.help, &is.help) {
            (Some(was), Some(is)) => likeness::unchanged(was, is) || !likeness::same(was, is),
            // That it came or went is told of the question.
            _ => true,
        };
        let (list, list_now) = (choices(&was.kind), choices(&is.kind));
        let corrected = corrected(&was.ask, &is.ask)
            || !same_help
            || any_corrected(list, list_now)
            || any_corrected(rows::of(was), rows::of(is));
        if corrected {
            changes.push(Change::new(What::Texts, &is.id, How::Changed));
        }
    }
    texts(old, new, changes);
    let numbers = |q: &Questionnaire| -> Vec<Named> {
        let least = &q.scoring.minimum_group;
        let least = [("respondents", least.respondents), ("councils", least.councils), ("comments", least.comments)];
        least.map(|(name, least)| (name.to_owned(), least.to_string())).into()
    };
    changed(What::MinimumGroup, &numbers(old), &numbers(new), changes);
    targets(old, new, changes);
    let about = |q: &Questionnaire| -> Vec<Named> {
        let tags: Vec<&str> = q.languages.iter().map(|tag| tag.as_str()).collect();
        let minutes = q.minutes.map_or("–".to_owned(), |minutes| minutes.to_string());
        let licence = q.licence.clone().unwrap_or_else(|| "–".to_owned());
        [("languages", tags.join(", ")), ("licence", licence), ("minutes", minutes)]
            .map(|(name, value)| (name.to_owned(), value))
            .into()
    };
    changed(What::About, &about(old), &about(new), changes);
}

/// Whether a text has other signs or capitals; that it has other words is told elsewhere.
fn corrected(before: &Text, now: &Text) -> bool {
    !likeness::unchanged(before, now) && likeness::same(before, now)
}

fn any_corrected<T: Listed>(before: &[T], now: &[T]) -> bool {
    let pairs = before.iter().zip(paired(before, now)).filter_map(|(was, fate)| Some((was, &now[fate?])));
    pairs.into_iter().any(|(was, is)| corrected(was.text(), is.text()))
}

/// Lists of which what both versions have stands in another order.
fn order(old: &Questionnaire, new: &Questionnaire, pairs: &Pairs, changes: &mut Vec<Change>) {
    let mut push = |id: &str| changes.push(Change::new(What::Order, id, How::Changed));
    if !pairs.both().map(|(_, now)| now).is_sorted() {
        push("questions");
    }
    for (before, now) in pairs.both() {
        let (was, is) = (&old.questions[before], &new.questions[now]);
        let choices = paired(choices(&was.kind), choices(&is.kind));
        let rows = paired(rows::of(was), rows::of(is));
        if !choices.iter().flatten().is_sorted() || !rows.iter().flatten().is_sorted() {
            push(&is.id);
        }
    }
    let mut of_ids = |name: &str, before: Vec<&str>, now: Vec<&str>| {
        if !before.iter().filter_map(|id| now.iter().position(|now| now == id)).is_sorted() {
            push(name);
        }
    };
    fn axes(q: &Questionnaire) -> Vec<&str> {
        q.axes.iter().map(|axis| axis.id.as_str()).collect()
    }
    fn dimensions(q: &Questionnaire) -> Vec<&str> {
        q.dimensions.iter().map(|dimension| dimension.id.as_str()).collect()
    }
    fn roles(q: &Questionnaire) -> Vec<&str> {
        q.roles.iter().map(|role| role.id.as_str()).collect()
    }
    of_ids("axes", axes(old), axes(new));
    of_ids("dimensions", dimensions(old), dimensions(new));
    of_ids("roles", roles(old), roles(new));
}

fn same_advice(before: &[Advice], now: &[Advice]) -> bool {
    let same = |(was, is): (&Advice, &Advice)| {
        let stop = match (&was.stop_when, &is.stop_when) {
            (Some(was), Some(is)) => likeness::unchanged(was, is),
            (was, is) => was.is_none() && is.is_none(),
        };
        let texts =
            likeness::unchanged(&was.think_big, &is.think_big) && likeness::unchanged(&was.act_small, &is.act_small);
        stop && texts && (was.below, was.kind, was.weeks) == (is.below, is.kind, is.weeks)
    };
    before.len() == now.len() && before.iter().zip(now).all(same)
}

/// Texts of what is no question, by the id of what they name.
fn texts(old: &Questionnaire, new: &Questionnaire, changes: &mut Vec<Change>) {
    fn all(q: &Questionnaire) -> Vec<(String, &Text)> {
        let mut all = vec![("title".to_owned(), &q.title)];
        all.extend(q.provenance.iter().map(|text| ("provenance".to_owned(), text)));
        all.extend(q.axes.iter().map(|axis| (axis.id.clone(), &axis.title)));
        all.extend(q.dimensions.iter().map(|one| (one.id.clone(), &one.title)));
        let asks = q.dimensions.iter().filter_map(|one| Some((format!("{}: asks", one.id), one.asks.as_ref()?)));
        all.extend(asks);
        all.extend(q.roles.iter().map(|role| (role.id.clone(), &role.title)));
        all.extend(q.scale.stages.iter().map(|stage| (stage.id.clone(), &stage.title)));
        all
    }
    let now = all(new);
    let before = all(old);
    for (id, text) in &before {
        let same = now.iter().find(|(other, _)| other == id).map(|(_, now)| likeness::unchanged(text, now));
        // What is gone with its dimension or role is told of that.
        let alone = id == "provenance" || id.ends_with(": asks");
        if same == Some(false) || (same.is_none() && alone) {
            changes.push(Change::new(What::Texts, id, How::Changed));
        }
    }
    let is_new = |id: &String| before.iter().all(|(other, _)| other != id);
    let added = now.iter().map(|(id, _)| id).filter(|id| *id == "provenance" || id.ends_with(": asks"));
    changes.extend(added.filter(|id| is_new(id)).map(|id| Change::new(What::Texts, id, How::Changed)));
}

fn targets(old: &Questionnaire, new: &Questionnaire, changes: &mut Vec<Change>) {
    let names = |q: &Questionnaire| -> Vec<Named> {
        q.targets.iter().map(|target| (target.id.clone(), String::new())).collect()
    };
    listed(What::Targets, &names(old), &names(new), changes);
    let same = |was: &Target, is: &Target| {
        let aim = |(one, other): (&Aim, &Aim)| {
            old.dimensions[one.dimension].id == new.dimensions[other.dimension].id
                && one.score == other.score
                && likeness::unchanged(&one.reason, &other.reason)
        };
        likeness::unchanged(&was.title, &is.title)
            && was.aims.len() == is.aims.len()
            && was.aims.iter().zip(&is.aims).all(aim)
    };
    for was in &old.targets {
        if let Some(is) = new.targets.iter().find(|is| is.id == was.id && !same(was, is)) {
            changes.push(Change::new(What::Targets, &is.id, How::Changed));
        }
    }
}
