//! What reports say of the group that a council is compared with, and of those that stand in no list.

use super::{Language, councils};

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
