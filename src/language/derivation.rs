//! What the page says that shows where a number comes from.

use super::Language;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(l: Language) -> &'static str { l.pick($nl, $en) })*
    };
}

words! {
    /// On every page.
    stamp: "Met de antwoorden van personen: alleen voor wie ze mag inzien",
        "Holds the answers of persons: only for those who may see them";
    /// Heading of a section.
    parts: "Van het getal naar de rollen", "From the number to the roles";
    /// Caption.
    parts_table: "De delen van het getal, en wat elk deel weegt", "The parts of the number, and what each weighs";
    /// Behind an answer.
    via_partner: "via een partner", "via a partner";
    /// Heading of a column.
    part: "Onderdeel", "Part";
    /// Heading of a column.
    weight: "Gewicht", "Weight";
    /// Heading of a column.
    who: "Rol, deelnemer, antwoord", "Role, respondent, answer";
}

/// Title; without `what` it is about the whole.
pub fn title(l: Language, what: Option<&str>, council: &str) -> String {
    match what {
        Some(what) => l.pick(
            format!("Waar de score van {council} voor {what} vandaan komt"),
            format!("Where the score of {council} for {what} comes from"),
        ),
        None => l.pick(
            format!("Waar het totaal van {council} vandaan komt"),
            format!("Where the total of {council} comes from"),
        ),
    }
}

/// The one sentence: the number, and how much was answered.
pub fn lead(l: Language, what: &str, score: &str, answered: &str) -> String {
    l.pick(format!("{what}: {score}, uit {answered} antwoorden."), format!("{what}: {score}, from {answered} answers."))
}

/// Heading of a section.
pub fn answers_to(l: Language, part: &str) -> String {
    l.pick(format!("De antwoorden: {part}"), format!("The answers: {part}"))
}

/// Caption.
pub fn answers_table(l: Language, part: &str) -> String {
    l.pick(
        format!("Wie wat antwoordde bij {part}, en wat dat waard is"),
        format!("Who answered what in {part}, and what it is worth"),
    )
}

/// How the tables are read. `zero` where what was not answered counts as nothing.
pub fn how_to_read(l: Language, zero: bool) -> String {
    let zero = if zero {
        l.pick(
            " Een vraag zonder antwoord telt bij een deelnemer mee als 0.",
            " A question without an answer counts as 0 for a respondent.",
        )
    } else {
        ""
    };
    let how = l.pick(
        "Elk getal is het gewogen gemiddelde van de getallen die er één niveau dieper onder staan en een score hebben. \
         Ingevuld: beantwoorde vragen van die van toepassing zijn; onder een vraag met rijen zijn het rijen. Deelnemers \
         hebben een nummer, geen naam.",
        "Each number is the weighted mean of the numbers one level deeper under it that have a score. Answered: questions \
         answered out of those that apply; under a question with rows these are rows. Respondents have a number, no name.",
    );
    format!("{how}{zero}")
}
