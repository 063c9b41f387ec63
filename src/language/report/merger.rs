//! What reports say of a council that came from others.

use super::change::{self, Scope};
use super::{Language, councils, left_out};

/// What a council was before, and what it is compared with. `when` where all of them answered in the same round.
pub fn came_from(l: Language, before: &[String], when: Option<&str>) -> String {
    let names = l.list(before);
    let alone = before.len() == 1;
    let with = match alone {
        true => l.pick("vergeleken wordt met die score.", "the comparison is with that score."),
        false => l.pick(
            "vergeleken wordt met hun gemiddelde, naar inwoners gewogen.",
            "the comparison is with their mean, weighted by inhabitants.",
        ),
    };
    format!("{} {with}", was(l, &names, when, alone))
}

fn was(l: Language, names: &str, when: Option<&str>, alone: bool) -> String {
    match (when, alone) {
        (Some(when), true) => {
            l.pick(format!("In {when} was dit nog {names};"), format!("In {when} this was still {names};"))
        }
        (Some(when), false) => {
            l.pick(format!("In {when} waren dit nog {names};"), format!("In {when} these were still {names};"))
        }
        (None, true) => l.pick(format!("Eerder was dit {names};"), format!("Before, this was {names};")),
        (None, false) => l.pick(format!("Eerder waren dit {names};"), format!("Before, these were {names};")),
    }
}

/// A name with its round, where rounds differ.
pub fn in_round(_: Language, name: &str, round: &str) -> String {
    format!("{name} ({round})")
}

/// A council that was split: those that came from it are all compared with it.
pub fn split(l: Language, before: &str, after: &[String]) -> String {
    let after = l.list(after);
    l.pick(
        format!("{before} werd opgesplitst in {after}; elk daarvan wordt met {before} vergeleken."),
        format!("{before} was split into {after}; each of them is compared with {before}."),
    )
}

/// The same in a bullet, behind the change.
pub fn was_before(l: Language, before: &[String]) -> String {
    let names = l.list(before);
    match before.len() {
        1 => l.pick(format!("Toen was dit nog {names}."), format!("At that time this was still {names}.")),
        _ => l.pick(
            format!("Toen waren dit nog {names}, hier samen naar inwoners gewogen."),
            format!("At that time these were still {names}, here taken together by inhabitants."),
        ),
    }
}

/// Councils that became part of one that kept its own code, since the round that it is compared with.
pub fn taken_in(l: Language, names: &[String]) -> String {
    let (one, names) = (names.len() == 1, l.list(names));
    l.pick(
        format!(
            "{names} {} er sindsdien bij en {} niet in de score van toen.",
            if one { "kwam" } else { "kwamen" },
            if one { "zit" } else { "zitten" }
        ),
        format!(
            "{names} {} joined since and {} not in the earlier score.",
            if one { "has" } else { "have" },
            if one { "is" } else { "are" }
        ),
    )
}

/// A council that was split, of which only one of the parts is meant.
pub fn part_of(l: Language, name: &str) -> String {
    l.pick(format!("een deel van {name}"), format!("a part of {name}"))
}

/// Some of those that it came from did not answer.
pub fn no_answers(l: Language, all: &[String], missing: &[String]) -> String {
    let (all, missing) = (l.list(all), l.list(missing));
    l.pick(
        format!("Dit bestuur kwam voort uit {all}. Van {missing} zijn er geen eerdere antwoorden, dus wordt er niet met een eerdere ronde vergeleken."),
        format!("This council came from {all}. There are no earlier answers of {missing}, so it is not compared with an earlier round."),
    )
}

/// Of some of them it is not known how many people lived there.
pub fn no_population(l: Language, all: &[String], missing: &[String]) -> String {
    let (all, missing) = (l.list(all), l.list(missing));
    l.pick(
        format!("Dit bestuur kwam voort uit {all}. Van {missing} staat het aantal inwoners niet in het register, dus is er geen gewogen gemiddelde om mee te vergelijken."),
        format!("This council came from {all}. The register does not give the population of {missing}, so there is no weighted mean to compare with."),
    )
}

/// No role has a score in the same part in all of them.
pub fn nothing_in_common(l: Language, all: &[String]) -> String {
    let all = l.list(all);
    l.pick(
        format!("Dit bestuur kwam voort uit {all}. Op geen enkel onderdeel hebben dezelfde rollen toen overal en nu weer een score, dus valt er niets te vergelijken."),
        format!("This council came from {all}. In no part do the same roles have a score everywhere then and again now, so there is nothing to compare."),
    )
}

/// What is compared; `roles` are those that count, where some did not take part everywhere.
pub fn like_for_like(l: Language, roles: Option<&[String]>, scope: &Scope) -> String {
    let mut sentences: Vec<String> = change::compared_over(l, scope).into_iter().collect();
    if let Some(roles) = roles {
        let roles = l.list(roles);
        sentences.push(l.pick(
            format!("Alleen wie toen overal en nu weer meedeed, telt hier: {roles}."),
            format!("Only those who took part everywhere then and again now count here: {roles}."),
        ));
    }
    sentences.extend(left_out::in_merger(l, &scope.left_out));
    sentences.join(" ")
}

/// In a list of changes: with what a council is compared.
pub fn mean_of(l: Language, before: &[String]) -> String {
    let names = l.list(before);
    match before.len() {
        1 => l.pick(format!("voorheen {names}"), format!("formerly {names}")),
        _ => l.pick(format!("gemiddelde van {names}"), format!("mean of {names}")),
    }
}

/// In a list of changes: it came from councils of which so many are not to be named, so nothing is told of them.
pub fn from_unnamed(l: Language, count: usize) -> String {
    let many = count != 1;
    l.pick(
        format!(
            "kwam voort uit {} niet met naam naast andere {}",
            if many { "besturen die" } else { "een bestuur dat" },
            if many { "willen staan" } else { "wil staan" }
        ),
        format!("came from {} that asked not to be named beside others", if many { "councils" } else { "a council" }),
    )
}

/// The same in a chart.
pub fn not_told(l: Language) -> &'static str {
    l.pick("wordt niet getoond", "not shown")
}

/// Under the counts of councils that went up or down: so many are compared with others than themselves.
pub fn not_counted(l: Language, count: usize) -> String {
    let many = count != 1;
    let councils = councils(l, count);
    l.pick(
        format!(
            "{councils} zonder eigen vorige ronde {} voort uit andere en {} in deze telling niet mee.",
            if many { "kwamen" } else { "kwam" },
            if many { "tellen" } else { "telt" }
        ),
        format!(
            "{councils} without an earlier round of {} own came from others and {} not counted here.",
            if many { "their" } else { "its" },
            if many { "are" } else { "is" }
        ),
    )
}
