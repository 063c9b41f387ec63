//! What reports say about a group of councils.

use super::Language;
use super::ends::{Kind, Sharing};
use super::{councils, number, participants, score_on};

/// The title of the report.
pub fn title(l: Language) -> &'static str {
    l.pick("Besturen naast elkaar", "Councils side by side")
}

/// "24 besturen, 180 deelnemers: het middelste bestuur scoort 1,9 op 4, …"
pub fn lead(l: Language, group: usize, people: u32, median: (&str, &str), half: (&str, &str)) -> String {
    let (group, people) = (councils(l, group), participants(l, people));
    let (median, (low, high)) = (score_on(l, median.0, median.1), half);
    let half = if low == high {
        l.pick(format!("de middelste helft staat op {low}"), format!("the middle half stands at {low}"))
    } else {
        l.pick(
            format!("de middelste helft ligt tussen {low} en {high}"),
            format!("the middle half lies between {low} and {high}"),
        )
    };
    l.pick(
        format!("De mediaan van {group} is {median}; {half} ({people})."),
        format!("The median of {group} is {median}; {half} ({people})."),
    )
}

/// In place of the bold sentence, when the group is too small.
pub fn too_few(l: Language, found: usize, minimum: u32) -> String {
    let group = match found {
        0 => l.pick("geen bestuur heeft", "no council has").to_owned(),
        1 => l.pick("één bestuur heeft", "one council has").to_owned(),
        found => l.pick(format!("{} hebben", councils(l, found)), format!("{} have", councils(l, found))),
    };
    l.pick(
        format!("Over deze groep staan hier geen cijfers: slechts {group} een score, en het minimum is {minimum}.")
            .replace("slechts geen", "geen"),
        format!("There are no figures on this group: only {group} a score, and {minimum} is the minimum.")
            .replace("only no", "no"),
    )
}

/// Councils of the round that could not have a score.
pub fn nothing_applies(l: Language, count: usize) -> String {
    let group = councils(l, count);
    l.pick(
        format!("Bij {group} is geen enkele vraag van toepassing, dus is er geen score."),
        format!("At {group} no question applies, so there is no score."),
    )
}

/// Councils of the round without a score for lack of answers.
pub fn without_score(l: Language, count: usize) -> String {
    let group = councils(l, count);
    l.pick(
        format!("{group} {} te weinig antwoorden voor een score.", if count == 1 { "heeft" } else { "hebben" }),
        format!("{group} {} too few answers for a score.", if count == 1 { "has" } else { "have" }),
    )
}

/// Councils where someone took the quick scan, and that are not counted.
pub fn quick_scans_left_out(l: Language, count: usize) -> String {
    let group = councils(l, count);
    l.pick(
        format!(
            "{group} {} geheel of deels de quickscan en {} hier niet mee.",
            if count == 1 { "deed" } else { "deden" },
            if count == 1 { "telt" } else { "tellen" }
        ),
        format!(
            "{group} took the quick scan, wholly or partly, and {} not counted here.",
            if count == 1 { "is" } else { "are" }
        ),
    )
}

/// Before the dimension where the group is strongest.
pub fn strongest(l: Language) -> &'static str {
    l.pick("De groep staat het sterkst in:", "The group is strongest in:")
}

/// Before the dimension where the group is weakest.
pub fn weakest(l: Language) -> &'static str {
    l.pick("De groep staat het zwakst in:", "The group is weakest in:")
}

/// Before the dimension where councils differ most.
pub fn widest(l: Language) -> &'static str {
    l.pick("De besturen verschillen het meest in:", "The councils differ most in:")
}

/// "delen en draagvlak (mediaan 2,1)."
pub fn with_median(l: Language, names: &Sharing, median: &str) -> String {
    l.pick(format!("{names} (mediaan {median})."), format!("{names} (median {median})."))
}

/// "delen (middelste helft 1,1 tot 2,9)"
pub fn with_half(l: Language, name: &str, low: &str, high: &str) -> String {
    l.pick(format!("{name} (middelste helft {low} tot {high})"), format!("{name} (middle half {low} to {high})"))
}

/// The sentence of all that differ as much.
pub fn widest_of(l: Language, halves: &[String]) -> String {
    format!("{}.", Sharing::new(l, Kind::Dimensions, halves))
}

/// Over the strip plot.
pub fn totals(l: Language) -> &'static str {
    l.pick("Hoe de besturen verspreid liggen", "How the councils are spread")
}

/// Above the strip plot: between which scores half of the councils lie. Where so many score the same that clearly more of
/// them do, how many those are.
pub fn totals_message(l: Language, low: &str, high: &str, inside: usize, all: usize) -> String {
    if low == high {
        return l.pick(
            format!("De middelste helft van de besturen staat op {low}"),
            format!("The middle half of the councils stands at {low}"),
        );
    }
    // An odd number has no half, and of few councils the quartiles lie up to one off it.
    if 2 * inside > all + 2 {
        let (inside, all) = (number::whole(l, inside as u64), councils(l, all));
        return l.pick(
            format!("{inside} van de {all} liggen tussen {low} en {high}"),
            format!("{inside} of the {all} lie between {low} and {high}"),
        );
    }
    l.pick(
        format!("De helft van de besturen ligt tussen {low} en {high}"),
        format!("Half of the councils lie between {low} and {high}"),
    )
}

/// What the strip plot shows.
pub fn totals_description(l: Language, group: usize, max: &str) -> String {
    let group = councils(l, group);
    l.pick(format!("Totaalscore van {group}, van 0 tot {max}."), format!("Overall score of {group}, from 0 to {max}."))
}

/// Over the spread per dimension.
pub fn dimensions(l: Language) -> &'static str {
    l.pick("Elke dimensie", "Each dimension")
}

/// Above the dot plot of dimensions, where none lies highest or lowest.
pub fn dimensions_alike(l: Language) -> &'static str {
    l.pick("Geen dimensie steekt boven of onder de andere uit", "No dimension stands out above or below the others")
}

/// The same where there is only one.
pub fn only_dimension(l: Language, median: &str) -> String {
    l.pick(format!("De mediaan is {median}"), format!("The median is {median}"))
}

/// Above the dot plot of dimensions.
pub fn dimensions_message(l: Language, highest: &Sharing, lowest: &Sharing) -> String {
    l.pick(
        format!("{highest} {} het hoogst, {lowest} het laagst", highest.verb(l, "ligt", "liggen")),
        format!("{highest} {} highest, {lowest} lowest", highest.verb(l, "lies", "lie")),
    )
}

/// What the dot plot of dimensions shows.
pub fn dimensions_description(l: Language, group: usize, max: &str) -> String {
    let group = councils(l, group);
    l.pick(
        format!("Mediaan en middelste helft van {group}, van 0 tot {max}."),
        format!("Median and middle half of {group}, from 0 to {max}."),
    )
}

/// The caption of the table of spreads.
pub fn spread_table(l: Language) -> &'static str {
    l.pick("Hoe de scores verspreid liggen", "How the scores are spread")
}

/// Under a table with dashes for lack of councils.
pub fn minimum(l: Language, minimum: u32) -> String {
    l.pick(
        format!("Een streepje: minder dan {minimum} besturen met een score."),
        format!("A dash: fewer than {minimum} councils with a score."),
    )
}

/// The caption of the table of spreads per dimension.
pub fn spread_by_dimension_table(l: Language) -> &'static str {
    l.pick("Hoe de scores per dimensie verspreid liggen", "How the scores of each dimension are spread")
}

/// The column of those rows.
pub fn line(l: Language) -> &'static str {
    l.pick("Groep", "Group")
}

/// Over the change of the group.
pub fn change(l: Language) -> &'static str {
    l.pick("Sinds de vorige ronde", "Since the previous round")
}

/// Over the classes.
pub fn classes(l: Language, column: &str) -> String {
    l.pick(format!("Per “{column}”"), format!("By ‘{column}’"))
}

/// The caption of the table of classes.
pub fn classes_table(l: Language, column: &str) -> String {
    l.pick(format!("Totaalscore per “{column}”"), format!("Overall score by ‘{column}’"))
}

/// A council without a class.
pub fn no_class(l: Language) -> &'static str {
    l.pick("niet ingevuld", "not given")
}

/// Over the list of councils.
pub fn list(l: Language) -> &'static str {
    l.pick("Elk bestuur", "Each council")
}

/// Under that heading.
pub fn list_note(l: Language, by_score: bool) -> &'static str {
    if by_score {
        return l.pick(
            "Van de hoogste naar de laagste score. Een zelfbeoordeling is geen ranglijst: een lage score kan een bewuste keuze zijn.",
            "From the highest to the lowest score. A self-assessment is no league table: a low score may be a deliberate choice.",
        );
    }
    l.pick(
        "Op alfabet. Een zelfbeoordeling is geen ranglijst: een lage score kan een bewuste keuze zijn.",
        "In alphabetical order. A self-assessment is no league table: a low score may be a deliberate choice.",
    )
}

/// The caption of the table of scores of councils.
pub fn list_table(l: Language) -> &'static str {
    l.pick("De score van elk bestuur", "The score of each council")
}

/// The caption of the table of dimensions of councils.
pub fn list_dimensions_table(l: Language, axis: &str) -> String {
    l.pick(format!("{axis}: de score van elk bestuur"), format!("{axis}: the score of each council"))
}

/// Above a chart of all councils: the ends.
pub fn list_ends(l: Language, (lowest, low): (&str, &str), (highest, high): (&str, &str)) -> String {
    l.pick(
        format!("Van {low} ({lowest}) tot {high} ({highest})"),
        format!("From {low} ({lowest}) to {high} ({highest})"),
    )
}

/// Above a chart of some of the councils: the first and the last of the list.
pub fn list_part(l: Language, first: &str, last: &str) -> String {
    l.pick(format!("De besturen van {first} tot {last}"), format!("The councils from {first} to {last}"))
}

/// What that chart shows.
pub fn list_description(l: Language, max: &str, with_group: bool) -> String {
    if !with_group {
        return l.pick(format!("Totaalscore van 0 tot {max}."), format!("Overall score from 0 to {max}."));
    }
    l.pick(
        format!("Totaalscore van 0 tot {max}; op de achtergrond de mediaan en de middelste helft van de groep."),
        format!("Overall score from 0 to {max}; behind it the median and the middle half of the group."),
    )
}

/// Why councils are not named.
pub fn not_named(l: Language) -> &'static str {
    l.pick("De besturen staan niet met naam in dit verslag.", "The councils are not named in this report.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_is_too_small_is_counted_in_words() {
        assert_eq!(
            too_few(Language::Nl, 3, 5),
            "Over deze groep staan hier geen cijfers: slechts 3 besturen hebben een score, en het minimum is 5."
        );
        assert_eq!(
            too_few(Language::Nl, 0, 5),
            "Over deze groep staan hier geen cijfers: geen bestuur heeft een score, en het minimum is 5."
        );
        assert_eq!(
            too_few(Language::En, 1, 5),
            "There are no figures on this group: only one council has a score, and 5 is the minimum."
        );
    }

    #[test]
    fn half_of_the_councils_are_called_so_where_it_is_half_of_them() {
        let english = |inside, all| totals_message(Language::En, "1.0", "3.0", inside, all);
        // Of 12 one more than half still is; of 13 half is 6.5.
        assert_eq!(english(7, 12), "Half of the councils lie between 1.0 and 3.0");
        assert_eq!(english(7, 13), "Half of the councils lie between 1.0 and 3.0");
        assert_eq!(english(8, 12), "8 of the 12 councils lie between 1.0 and 3.0");
        assert_eq!(
            totals_message(Language::Nl, "1,0", "3,0", 12, 12),
            "12 van de 12 besturen liggen tussen 1,0 en 3,0"
        );
    }

    #[test]
    fn the_bold_sentence_of_a_group() {
        assert_eq!(
            lead(Language::Nl, 24, 180, ("1,9", "4"), ("1,5", "2,2")),
            "De mediaan van 24 besturen is 1,9 op 4; de middelste helft ligt tussen 1,5 en 2,2 (180 deelnemers)."
        );
    }
}
