//! What the list says of the councils that a body may invite.

use super::{Language, councils};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(l: Language) -> &'static str { l.pick($nl, $en) })*
    };
}

words! {
    /// On every page and in every row.
    stamp: "vertrouwelijk, voor wie uitnodigt", "confidential, for the body that invites";
    /// Heading of the section.
    list: "Wie op de lijst staat", "Who is on the list";
    /// Heading of a column.
    place: "Plaats", "Place";
    /// Heading of a column.
    to_bound: "Tot de grens", "To the bound";
    /// Heading of a column.
    to_median: "Tot de mediaan", "To the median";
    /// Heading of a column.
    remark: "Bij de grens", "At the boundary";
    /// Equal to the last place.
    tied: "gedeelde laatste plaats", "shares the last place";
    /// On the list, at the boundary.
    narrowly: "net erop", "just on it";
    /// Not on the list, at the boundary.
    near_miss: "net niet", "just missed";
    /// What the list is not.
    caution: "Een lage score is wat mensen van hun eigen organisatie zeggen, en kan een bewuste keuze zijn. Vraag ernaar \
        voor u uitnodigt.",
        "A low score is what people say of their own organisation, and may be a deliberate choice. Ask before you invite.";
}

/// Title.
pub fn title(l: Language, measure: Option<&str>) -> String {
    match measure {
        Some(measure) => l.pick(format!("Uitnodigingslijst: {measure}"), format!("Invitation list: {measure}")),
        None => l.pick("Uitnodigingslijst".to_owned(), "Invitation list".to_owned()),
    }
}

/// "4 van de 23 besturen staan onder 1,5 op 4."
pub fn below(l: Language, inside: usize, of: usize, bound: &str) -> String {
    if of == 1 {
        return match inside {
            0 => l.pick(
                format!("Het enige bestuur met een score ligt niet onder {bound}."),
                format!("The only council with a score does not lie under {bound}."),
            ),
            _ => l.pick(
                format!("Het enige bestuur met een score ligt onder {bound}."),
                format!("The only council with a score lies under {bound}."),
            ),
        };
    }
    let all = councils(l, of);
    match inside {
        0 => l.pick(
            format!("Van de {all} met een score ligt er geen onder {bound}."),
            format!("Of the {all} with a score, none lies under {bound}."),
        ),
        1 => l.pick(
            format!("Van de {all} met een score ligt er één onder {bound}."),
            format!("Of the {all} with a score, one lies under {bound}."),
        ),
        _ => l.pick(
            format!("Van de {all} met een score liggen er {inside} onder {bound}."),
            format!("Of the {all} with a score, {inside} lie under {bound}."),
        ),
    }
}

/// "De 30 laagste van 308 besturen met een score gaan tot 1,5 op 4."
pub fn lowest(l: Language, inside: usize, of: usize, last: &str) -> String {
    let all = councils(l, of);
    match inside {
        1 => l.pick(format!("De laagste score van {all} is {last}."), format!("The lowest score of {all} is {last}.")),
        _ => l.pick(
            format!("De {inside} laagste scores van {all} gaan tot en met {last}."),
            format!("The {inside} lowest scores of {all} go up to {last}."),
        ),
    }
}

/// More than were asked for.
pub fn more_than_asked(l: Language, asked: usize) -> String {
    l.pick(
        format!("Het zijn er meer dan {asked}, omdat de laatste plaats gedeeld wordt."),
        format!("These are more than {asked}, because the last place is shared."),
    )
}

/// The median of all.
pub fn median(l: Language, of: usize, median: &str) -> String {
    let all = councils(l, of);
    l.pick(format!("De mediaan van {all} is {median}."), format!("The median of {all} is {median}."))
}

/// Councils that missed it narrowly.
pub fn near(l: Language, count: usize) -> String {
    let group = councils(l, count);
    l.pick(format!("{group} {} er net niet op.", l.plural(count, "staat", "staan")), format!("{group} just missed it."))
}

/// Councils without a score.
pub fn without_score(l: Language, count: usize) -> String {
    let group = councils(l, count);
    l.pick(
        format!("{group} zonder score {} niet op de lijst.", l.plural(count, "staat", "staan")),
        format!("{group} without a score {} not on the list.", l.plural(count, "is", "are")),
    )
}

/// Caption.
pub fn table(l: Language) -> &'static str {
    l.pick(
        "De laagste score eerst, met wie er net niet op staat",
        "The lowest score first, with those who just missed it",
    )
}

/// Under the table.
pub fn note(l: Language, minimum: u32, near: &str) -> String {
    l.pick(
        format!(
            "Met één minder: waar de score had gelegen als één deelnemer had ontbroken, wie ook; vanaf {minimum} \
             deelnemers, en waar niemand de enige van een rol is. Bij de grens: de score ligt er hoogstens {near} vandaan, of één deelnemer minder brengt haar \
             eroverheen."
        ),
        format!(
            "With one fewer: where the score would have been without one participant, whichever; from {minimum} \
             participants on, and where nobody is the only one of a role. At the boundary: the score is at most {near} away, or one participant fewer takes it past."
        ),
    )
}

/// In the last section: who may see what.
pub fn rules(l: Language, minimum: u32) -> String {
    l.pick(
        format!(
            "Alleen voor wie uitnodigt. Besturen staan er met naam en score, niet met rollen of opmerkingen. Hoe ver een \
             score aan één deelnemer hangt, staat er vanaf {minimum} deelnemers, en waar niemand de enige van een rol is."
        ),
        format!(
            "Only for the body that invites. Councils are shown by name and score, not by role or comment. How far a \
             score hangs on one participant is shown from {minimum} participants on, and where nobody is the only one of a \
             role."
        ),
    )
}
