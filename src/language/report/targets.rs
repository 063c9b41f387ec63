//! What a report says of targets: how far to go, how far come, and why they were chosen.

use crate::language::{Language, number};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $nl:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(l: Language) -> &'static str { l.pick($nl, $en) })*
    };
}

words! {
    /// Heading of the section.
    title: "Waar u wilt staan", "Where you want to stand";
    /// Caption.
    table: "De streefwaarden, en hoe ver het nog is", "The targets, and how far there is to go";
    /// Heading of a column.
    on: "Dimensie of vraag", "Dimension or question";
    /// Heading of a column.
    now: "Nu", "Now";
    /// Heading of a column.
    target: "Streefwaarde", "Target";
    /// Heading of a column.
    gap: "Nog te gaan", "To go";
    /// Heading of a column.
    progress: "Voortgang", "Progress";
    /// There is no way left to go.
    reached: "gehaald", "reached";
    /// The previous round stood there.
    was_there: "stond er al", "was there already";
    /// Over the reasons.
    reasons: "Waarom daar", "Why there";
}

/// Over the advice; `partly` where not of every question it can be seen whether its target is reached.
pub fn not_advised(l: Language, partly: bool) -> &'static str {
    if partly {
        return l.pick(
            "Bij vragen waarvan hier te zien is dat de streefwaarde gehaald is, staat geen advies.",
            "There is no advice on questions that can be seen here to have reached the target.",
        );
    }
    l.pick(
        "Bij vragen waar de streefwaarde gehaald is, staat geen advies.",
        "There is no advice on questions where the target is reached.",
    )
}

/// How many targets are reached of those that have a figure, how many have none, and whose they are.
pub fn lead(l: Language, reached: usize, told: usize, of: usize, profile: Option<&str>) -> String {
    let whose = match profile {
        Some(profile) => l.pick(
            format!("De streefwaarden zijn die van het profiel “{profile}”."),
            format!("The targets are those of the profile “{profile}”."),
        ),
        None => l
            .pick("De streefwaarden heeft het bestuur zelf gekozen.", "The council chose the targets itself.")
            .to_owned(),
    };
    let choice = l.pick("Ze zijn een keuze, geen norm.", "They are a choice, not a norm.");
    let count = if told == of { all_told(l, reached, of) } else { some_told(l, reached, told, of) };
    format!("{count} {whose} {choice}")
}

fn all_told(l: Language, reached: usize, of: usize) -> String {
    if of == 1 {
        return match reached {
            0 => l.pick("De enige streefwaarde is nog niet gehaald.", "The only target is not reached yet."),
            _ => l.pick("De enige streefwaarde is gehaald.", "The only target is reached."),
        }
        .to_owned();
    }
    let targets = l.pick("streefwaarden", "targets");
    l.pick(
        match reached {
            0 => format!("Van de {of} {targets} is er nog geen gehaald."),
            1 => format!("Van de {of} {targets} is er één gehaald."),
            _ => format!("Van de {of} {targets} zijn er {reached} gehaald."),
        },
        match reached {
            0 => format!("Of {of} {targets}, none is reached yet."),
            1 => format!("Of {of} {targets}, one is reached."),
            _ => format!("Of {of} {targets}, {reached} are reached."),
        },
    )
}

/// The same where some targets have no figure beside them.
fn some_told(l: Language, reached: usize, told: usize, of: usize) -> String {
    let others = of - told;
    let count = match (told, reached) {
        (0, _) => {
            let targets =
                l.plural(of, l.pick("de streefwaarde", "the target"), l.pick("de streefwaarden", "the targets"));
            return l.pick(
                format!("Of {targets} gehaald {}, valt hier niet te zeggen.", l.plural(of, "is", "zijn")),
                format!("Whether {targets} {} reached cannot be said here.", l.plural(of, "is", "are")),
            );
        }
        (1, 0) => l.pick(
            "De ene streefwaarde die hier te tonen is, is nog niet gehaald".to_owned(),
            "The one target that can be shown here is not reached yet".to_owned(),
        ),
        (1, _) => l.pick(
            "De ene streefwaarde die hier te tonen is, is gehaald".to_owned(),
            "The one target that can be shown here is reached".to_owned(),
        ),
        (_, 0) => l.pick(
            format!("Van de {told} streefwaarden die hier te tonen zijn, is er nog geen gehaald"),
            format!("Of the {told} targets that can be shown here, none is reached yet"),
        ),
        (_, 1) => l.pick(
            format!("Van de {told} streefwaarden die hier te tonen zijn, is er één gehaald"),
            format!("Of the {told} targets that can be shown here, one is reached"),
        ),
        _ => l.pick(
            format!("Van de {told} streefwaarden die hier te tonen zijn, zijn er {reached} gehaald"),
            format!("Of the {told} targets that can be shown here, {reached} are reached"),
        ),
    };
    let rest = match others {
        1 => l.pick(
            "over de andere valt hier niets te zeggen".to_owned(),
            "of the other one nothing can be said here".to_owned(),
        ),
        _ => l.pick(
            format!("over de andere {others} valt hier niets te zeggen"),
            format!("of the other {others} nothing can be said here"),
        ),
    };
    format!("{count}; {rest}.")
}

/// The part of the way up, as a percentage, with words where it lies outside it.
pub fn share(l: Language, share: f64, previous: &str) -> String {
    let percent = number::percent(l, share);
    // As it is shown: 100.4 % is 100 %.
    match number::percents(share) {
        past if past > 100.0 => {
            l.pick(format!("{percent}, voorbij de streefwaarde"), format!("{percent}, past the target"))
        }
        back if back < 0.0 => l.pick(
            format!("{percent}, verder weg dan in {previous}"),
            format!("{percent}, further away than in {previous}"),
        ),
        _ => percent,
    }
}

/// The previous round stood at the target or above it, and this one does not.
pub fn no_longer(l: Language, previous: &str) -> String {
    l.pick(format!("in {previous} gehaald, nu niet meer"), format!("reached in {previous}, no longer now"))
}

/// Under the table.
pub fn note(
    l: Language,
    previous: Option<&str>,
    unlike: bool,
    withheld: Option<u32>,
    unscored: &[String],
) -> Option<String> {
    let mut parts = Vec::new();
    if let Some(previous) = previous {
        parts.push(l.pick(
            format!(
                "Voortgang: welk deel van de weg van {previous} naar de streefwaarde is afgelegd, alleen over wat in beide \
                 rondes een score heeft."
            ),
            format!(
                "Progress: what part of the way from {previous} to the target was gone, over what has a score in both \
                 rounds only."
            ),
        ));
    }
    if unlike {
        parts.push(
            l.pick(
                "Waar de score van nu over andere rollen of vragen gaat dan die van toen, staat er geen voortgang.",
                "Where the score now is over other roles or questions than the one then, no progress is shown.",
            )
            .to_owned(),
        );
    }
    if let Some(minimum) = withheld {
        parts.push(l.pick(
            format!("Een vraag die minder dan {minimum} deelnemers beantwoordden, of minder dan {minimum} van een rol, kan zonder cijfer staan."),
            format!("A question that fewer than {minimum} participants answered, or fewer than {minimum} of a role, may stand without a figure."),
        ));
    }
    if !unscored.is_empty() {
        let list = l.list(unscored);
        parts.push(l.pick(
            format!("Bij {list} stelt de vragenlijst geen vraag met een score; of de streefwaarde daar gehaald is, valt dus niet te zeggen."),
            format!("The questionnaire asks no scored question at {list}, so whether the target there is reached cannot be said."),
        ));
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_without_a_figure_are_not_counted_as_missed() {
        let told =
            |l, reached, told, of| lead(l, reached, told, of, None).split_inclusive('.').next().map(str::to_owned);
        let says =
            |l, (reached, with), of, expected: &str| assert_eq!(told(l, reached, with, of).as_deref(), Some(expected));
        says(Language::Nl, (0, 0), 1, "Of de streefwaarde gehaald is, valt hier niet te zeggen.");
        says(Language::En, (0, 0), 3, "Whether the targets are reached cannot be said here.");
        says(
            Language::Nl,
            (0, 1),
            3,
            "De ene streefwaarde die hier te tonen is, is nog niet gehaald; over de andere 2 valt hier niets te zeggen.",
        );
        says(
            Language::En,
            (2, 2),
            3,
            "Of the 2 targets that can be shown here, 2 are reached; of the other one nothing can be said here.",
        );
        says(Language::En, (1, 4), 4, "Of 4 targets, one is reached.");
    }

    #[test]
    fn a_share_outside_the_way_is_said_in_words() {
        let told = |part| share(Language::En, part, "2024");
        assert_eq!([told(0.5), told(1.004)], ["50%", "100%"]);
        assert_eq!(told(1.2), "120%, past the target");
        assert_eq!(told(-0.2), "\u{2212}20%, further away than in 2024");
    }
}
