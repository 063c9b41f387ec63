//! What the sections on one council say: where it stands, its grid.

use super::ends::Sharing;
use super::{Language, councils};

/// Over the section of scores.
pub fn where_it_stands(l: Language, council: &str) -> String {
    l.pick(format!("Waar {council} staat"), format!("Where {council} stands"))
}

/// Above the dot plot: dimensions above and below the group.
/// `all` when every one that can be compared lies on the same side: whether that is above. `only` how many those are,
/// where it is not every dimension.
pub fn above_and_below(
    l: Language,
    above: &[String],
    below: &[String],
    all: Option<bool>,
    only: Option<usize>,
) -> String {
    let (up, down) = (l.list(above), l.list(below));
    if let Some(side) = all {
        let each = match only {
            None => l.pick("elke dimensie", "every dimension").to_owned(),
            Some(count) => l.pick(
                format!("de {count} dimensies die te vergelijken zijn"),
                format!("the {count} dimensions that can be compared"),
            ),
        };
        return match side {
            true => l.pick(format!("Boven de groep in {each}"), format!("Above the group in {each}")),
            false => l.pick(format!("Achter op de groep in {each}"), format!("Behind the group in {each}")),
        };
    }
    match (above.is_empty(), below.is_empty()) {
        (true, true) => match only {
            None => l.pick(
                "Elke dimensie ligt rond het midden van de groep".to_owned(),
                "Every dimension lies around the middle of the group".to_owned(),
            ),
            Some(1) => l.pick(
                "De enige dimensie die te vergelijken is, ligt rond het midden van de groep".to_owned(),
                "The only dimension that can be compared lies around the middle of the group".to_owned(),
            ),
            Some(count) => l.pick(
                format!("De {count} dimensies die te vergelijken zijn, liggen rond het midden van de groep"),
                format!("The {count} dimensions that can be compared lie around the middle of the group"),
            ),
        },
        (false, true) => l.pick(format!("Boven de groep in {up}"), format!("Above the group in {up}")),
        (true, false) => l.pick(format!("Achter op de groep in {down}"), format!("Behind the group in {down}")),
        (false, false) => l.pick(
            format!("Boven de groep in {up}, achter in {down}"),
            format!("Above the group in {up}, behind in {down}"),
        ),
    }
}

/// Above the dot plot without a group to compare with. `thin` has a score on too few answers to be named so.
pub fn highest_and_lowest(l: Language, highest: &str, lowest: &str, thin: Option<&str>) -> String {
    let ends =
        l.pick(format!("Het hoogst: {highest}; het laagst: {lowest}"), format!("Highest: {highest}; lowest: {lowest}"));
    match thin {
        Some(thin) => {
            l.pick(format!("{ends}; te weinig antwoorden: {thin}"), format!("{ends}; too few answers: {thin}"))
        }
        None => ends,
    }
}

/// Above the dot plot when there is nothing to tell apart.
pub fn scores_by_dimension(l: Language) -> &'static str {
    l.pick("De score per dimensie", "The score of each dimension")
}

/// "en nog 2", at the end of a list of names.
pub fn and_others(l: Language, count: usize) -> String {
    l.pick(format!("nog {count}"), format!("{count} more"))
}

/// What the dot plot shows.
pub fn plot_description(l: Language, max: &str, group: Option<usize>) -> String {
    let scale =
        l.pick(format!("Score per dimensie, van 0 tot {max}."), format!("Score of each dimension, from 0 to {max}."));
    match group {
        Some(group) => {
            let group = councils(l, group);
            l.pick(format!("{scale} Grijs: {group}."), format!("{scale} Grey: {group}."))
        }
        None => scale,
    }
}

/// The caption of the table of scores.
pub fn scores_table(l: Language, council: &str) -> String {
    l.pick(format!("De scores van {council}"), format!("The scores of {council}"))
}

/// The caption of the table of answers.
pub fn coverage_table(l: Language) -> &'static str {
    l.pick(
        "Hoeveel er beantwoord is, en waar de score kan liggen als elk onbekend antwoord het laagste of het hoogste was",
        "How much was answered, and where the score could lie if each unknown answer were the lowest or the highest",
    )
}

/// How much was answered, where nothing may be said of the ends.
pub fn answered_table(l: Language) -> &'static str {
    l.pick("Hoeveel er beantwoord is", "How much was answered")
}

/// Under that table: why it does not say where the scores could lie.
pub fn all_ends_withheld(l: Language, minimum: u32) -> String {
    l.pick(
        format!(
            "Waar de scores kunnen liggen als onbekende antwoorden het laagste of het hoogste waren, staat er niet bij: \
             overal gaven in een onderdeel minder dan {minimum} deelnemers genoeg antwoorden, of minder dan {minimum} van \
             een rol. Uit een score en haar uitersten samen zou blijken wat zij antwoordden."
        ),
        format!(
            "Where the scores could lie if unknown answers were the lowest or the highest is left out: everywhere, in a \
             part of it, fewer than {minimum} participants gave enough answers, or fewer than {minimum} of a role. A score \
             and its ends together would tell what they answered."
        ),
    )
}

/// Under that table: why a dash stands beside a score.
pub fn ends_withheld(l: Language, minimum: u32) -> String {
    l.pick(
        format!(
            "Een streepje: daar, of in een onderdeel ervan, gaven minder dan {minimum} deelnemers genoeg antwoorden, of minder \
             dan {minimum} van een rol. Uit de score en de uitersten samen zou blijken wat zij antwoordden."
        ),
        format!(
            "A dash: there, or in a part of it, fewer than {minimum} participants gave enough answers, or fewer than \
             {minimum} of a role. The score and its ends together would tell what they answered."
        ),
    )
}

/// Under the table: what a step is.
pub fn step_explained(l: Language) -> &'static str {
    l.pick(
        "De score is een gemiddelde. De trede is strenger: minstens de helft van de vragen staat er of hoger, en hoogstens \
         15 % staat meer dan één trede lager.",
        "The score is a mean. The step is stricter: at least half of the questions stand on it or higher, and at most 15% \
         stand more than one step lower.",
    )
}

/// Under the table: what has no step, because its questions share no ladder.
pub fn no_step(l: Language, parts: &[String]) -> String {
    let list = l.list(parts);
    let (has, have) = (l.pick("heeft", "has"), l.pick("hebben", "have"));
    let verb = l.plural(parts.len(), has, have);
    l.pick(
        format!(
            "{list} {verb} geen trede: die is er alleen waar alle vragen, en alle rijen van een tabel, tot dezelfde hoogste \
             trede gaan."
        ),
        format!(
            "{list} {verb} no step: there is one only where all questions, and all rows of a table, go up to the same \
             highest step."
        ),
    )
}

/// Under the table: what has a step that is not shown, because it has few questions and a small role.
pub fn step_withheld(l: Language, parts: &[String], minimum: u32) -> String {
    let list = l.list(parts);
    l.pick(
        format!(
            "Bij {list} staat de trede er niet: daar zijn minder dan vijf vragen beantwoord, en een van de rollen gaf op \
             een ervan minder dan {minimum} antwoorden. Naast de score zou de trede die antwoorden verraden."
        ),
        format!(
            "The step of {list} is left out: fewer than five questions were answered there, and one of the roles gave \
             fewer than {minimum} answers to one of them. Beside the score the step would give those answers away."
        ),
    )
}

/// Under the table: why a stage may be missing.
pub fn stage_explained(l: Language, share: &str) -> String {
    l.pick(
        format!("Een klasse staat er vanaf {share} van de gevraagde antwoorden."),
        format!("A stage is named from {share} of the answers on."),
    )
}

/// Why no median and no rank are shown.
pub fn no_comparison(l: Language, found: u32, minimum: u32) -> String {
    let found = match found {
        0 => l.pick("geen enkel bestuur", "no council").to_owned(),
        found => {
            l.pick(format!("maar {}", councils(l, found as usize)), format!("only {}", councils(l, found as usize)))
        }
    };
    l.pick(
        format!("Een vergelijking met andere besturen staat er niet in: de groep telt {found} met een score, en daarvoor zijn er {minimum} nodig."),
        format!("This report compares with no other councils: the group has {found} with a score, and a median or a rank is shown from {minimum} on."),
    )
}

/// How far the score moves under other weights.
pub fn other_weights(l: Language, low: &str, high: &str) -> String {
    if low == high {
        return l.pick(
            format!("Ook als elk onderdeel een kwart zwaarder of lichter mag wegen, blijft de score {low}."),
            format!("Even where any part may weigh a quarter more or less, the score stays {low}."),
        );
    }
    l.pick(
        format!("Als elk onderdeel een kwart zwaarder of lichter mag wegen, ligt de score tussen {low} en {high}."),
        format!("Where any part may weigh a quarter more or less, the score lies between {low} and {high}."),
    )
}

/// What the score is as a geometric mean; `zero` where a part stands at 0.
pub fn geometric(l: Language, score: &str, zero: bool) -> String {
    if zero {
        return l.pick(
            format!(" Met een meetkundig gemiddelde wordt dat {score}: één onderdeel op 0 maakt dan het geheel 0."),
            format!(" As a geometric mean it is {score}: one part at 0 then makes the whole 0."),
        );
    }
    l.pick(
        format!(" Met een meetkundig gemiddelde, waarin een zwak onderdeel harder telt, wordt dat {score}."),
        format!(" As a geometric mean, in which a weak part counts for more, it is {score}."),
    )
}

/// What a quick scan is.
pub fn quick_scan_note(l: Language, all: bool) -> &'static str {
    if all {
        return l.pick(
            "Dit is een quickscan: alleen de vragen van de quickscan zijn gesteld. Vergelijk met een volledige ronde enkel op die vragen.",
            "This is a quick scan: only its questions were asked. Compare with a full round on those questions only.",
        );
    }
    l.pick(
        "Een deel van de deelnemers beantwoordde alleen de quickscan.",
        "Some participants answered the quick scan only.",
    )
}

/// Over the grid: the names of its axes.
pub fn grid(_: Language, rows: &str, columns: &str) -> String {
    format!("{rows} × {columns}")
}

/// Under the heading of the grid.
pub fn grid_message(l: Language, (highest, high): (&Sharing, &str), (lowest, low): (&Sharing, &str)) -> String {
    l.pick(
        format!("Het hoogst {} {highest} ({high}), het laagst {lowest} ({low}).", highest.verb(l, "scoort", "scoren")),
        format!("{highest} {} highest ({high}), {lowest} lowest ({low}).", highest.verb(l, "scores", "score")),
    )
}

/// In a cell of the grid that no question belongs to.
pub fn no_questions(l: Language) -> &'static str {
    l.pick("geen vragen", "no questions")
}

/// In a cell of the grid of which no question is scored.
pub fn only_texts(l: Language) -> &'static str {
    l.pick("alleen tekst", "text only")
}

/// The caption of the grid as a table. Not every page shades it, and a dark one shades the other way round.
pub fn grid_table(l: Language, max: &str) -> String {
    l.pick(format!("Score per vak, van 0 tot {max}"), format!("Score per cell, from 0 to {max}"))
}

/// The caption of the grid as a drawing.
pub fn grid_caption(l: Language, max: &str) -> String {
    l.pick(
        format!("Score per vak, van 0 tot {max}; hoe donkerder, hoe hoger"),
        format!("Score per cell, from 0 to {max}; the darker, the higher"),
    )
}
