//! What reports say of the group that a council is compared with, and of those that stand in no list.

use super::{Language, councils, number};

/// With whom a council is compared, where the classes asked for held too few. `class` holds what they still share, and
/// `passed` the sentences on what was given up.
pub fn widened(l: Language, count: usize, class: Option<&str>, passed: &[String]) -> String {
    let group = councils(l, count);
    let with = match class {
        Some(class) => l.pick(
            format!("Vergeleken wordt met {group} ({class})."),
            format!("The comparison is with {group} ({class})."),
        ),
        None => l.pick(
            format!("Vergeleken wordt met {group}, ongeacht hun klasse."),
            format!("The comparison is with {group}, whatever their class."),
        ),
    };
    format!("{with} {}", passed.join(" "))
}

/// Classes that held too few: "Met provincie Antwerpen en klasse klein waren er maar 3; het minimum is 5."
pub fn too_few_with(l: Language, classes: &[String], found: usize, minimum: u32) -> String {
    let classes = l.list(classes);
    let nl = match found {
        0 => "was er geen enkel".to_owned(),
        1 => "was er maar 1".to_owned(),
        found => format!("waren er maar {found}"),
    };
    let en = match found {
        0 => "there was none".to_owned(),
        1 => "there was only 1".to_owned(),
        found => format!("there were only {found}"),
    };
    l.pick(
        format!("Met {classes} {nl}; het minimum is {minimum}."),
        format!("With {classes} {en}; the minimum is {minimum}."),
    )
}

/// A class that is not known of the council itself.
pub fn class_unknown(l: Language, column: &str) -> String {
    l.pick(
        format!("In de kolom {column} staat niets over dit bestuur."),
        format!("The column {column} says nothing of this council."),
    )
}

/// In a report with names: those that are not to be named stand nowhere in it.
pub fn without_consent(l: Language, count: usize) -> String {
    let councils = councils(l, count);
    l.pick(
        format!(
            "{councils} {} niet met naam naast andere staan en {} niet in dit verslag.",
            if count == 1 { "wil" } else { "willen" },
            if count == 1 { "staat" } else { "staan" }
        ),
        format!(
            "{councils} asked not to be named beside others and {} left out of this report.",
            if count == 1 { "is" } else { "are" }
        ),
    )
}

/// Councils with answers, none of them in the round that is told of, by the latest round of each, the latest first: "5
/// besturen antwoordden alleen in een andere ronde (2022) en staan er niet in."
pub fn in_other_rounds(l: Language, by_round: &[(String, usize)]) -> String {
    /// So many rounds are told one by one; where each council fills in its own date there may be hundreds.
    const TOLD: usize = 4;
    let all: usize = by_round.iter().map(|(_, count)| count).sum();
    let counted = |round: &str, count: usize| format!("{round}: {}", number::whole(l, count as u64));
    let rounds = match by_round {
        [(only, _)] => only.clone(),
        rounds => {
            let (told, rest) = rounds.split_at(TOLD.min(rounds.len()));
            let rest: usize = rest.iter().map(|(_, count)| count).sum();
            let mut parts: Vec<String> = told.iter().map(|(round, count)| counted(round, *count)).collect();
            parts.extend((rest > 0).then(|| counted(l.pick("eerder", "earlier"), rest)));
            parts.join(", ")
        }
    };
    let (one, councils) = (all == 1, councils(l, all));
    let other = match by_round.len() {
        1 => l.pick("een andere ronde", "another round"),
        _ => l.pick("andere rondes", "other rounds"),
    };
    l.pick(
        format!(
            "{councils} {} alleen in {other} ({rounds}) en {} er niet in.",
            if one { "antwoordde" } else { "antwoordden" },
            if one { "staat" } else { "staan" }
        ),
        format!("{councils} answered in {other} only ({rounds}) and {} left out.", if one { "is" } else { "are" }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn councils_of_other_rounds_are_told_by_their_latest() {
        let said = |l, rounds: &[(&str, usize)]| {
            let rounds: Vec<_> = rounds.iter().map(|(round, count)| ((*round).to_owned(), *count)).collect();
            in_other_rounds(l, &rounds)
        };
        assert_eq!(
            said(Language::Nl, &[("2022", 1)]),
            "1 bestuur antwoordde alleen in een andere ronde (2022) en staat er niet in."
        );
        assert_eq!(
            said(Language::Nl, &[("2024", 1200), ("2022", 4)]),
            "1.204 besturen antwoordden alleen in andere rondes (2024: 1.200, 2022: 4) en staan er niet in."
        );
        assert_eq!(
            said(Language::En, &[("2026", 143)]),
            "143 councils answered in another round only (2026) and are left out."
        );
        let days =
            [("2026-03-05", 1), ("2026-03-04", 1), ("2026-03-03", 2), ("2026-03-02", 1), ("2025", 7), ("2024", 1)];
        assert_eq!(
            said(Language::En, &days),
            "13 councils answered in other rounds only (2026-03-05: 1, 2026-03-04: 1, 2026-03-03: 2, 2026-03-02: 1, \
             earlier: 8) and are left out."
        );
    }
}
