//! What the report of one council says on its first page and about where the council stands.

use super::Language;
use super::{answers, councils, part_of, score_on};

/// The title of the report, with that of the questionnaire as its author wrote it: a small first letter would be wrong of
/// "Vlaamse doorlichting".
pub fn title(council: &str, questionnaire: &str) -> String {
    format!("{council}: {questionnaire}")
}

/// "340 van 432 antwoorden"
pub fn answers_given(l: Language, given: u64, asked: u64) -> String {
    let words = l.plural(asked as usize, l.pick("antwoord", "answer"), l.pick("antwoorden", "answers"));
    format!("{} {words}", part_of(l, given, asked))
}

/// "naast 24 besturen (bevolkingsklasse: 10-20)"
pub fn beside(l: Language, group: usize, class: Option<&str>) -> String {
    let class = class.map_or(String::new(), |class| format!(" ({class})"));
    let group = councils(l, group);
    l.pick(format!("vergeleken met {group}{class}"), format!("compared with {group}{class}"))
}

/// Where a score lies among its peers, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Among the highest quarter of them, with all that score the same.
    HighestQuarter,
    /// Clearly above the median.
    Above,
    /// Not clearly on either side of the median.
    Around,
    /// Clearly below the median.
    Below,
    /// Among the lowest quarter of them, with all that score the same.
    LowestQuarter,
}

/// "rond het midden van 24 besturen (mediaan 2,2)"
pub fn place(l: Language, place: Place, group: usize, median: &str) -> String {
    let group = councils(l, group);
    let words = match place {
        Place::HighestQuarter => l.pick("in het hoogste kwart van", "in the highest quarter of"),
        Place::Above => l.pick("boven het midden van", "above the middle of"),
        Place::Around => l.pick("rond het midden van", "around the middle of"),
        Place::Below => l.pick("onder het midden van", "below the middle of"),
        Place::LowestQuarter => l.pick("in het laagste kwart van", "in the lowest quarter of"),
    };
    l.pick(format!("{words} {group} (mediaan {median})"), format!("{words} {group} (median {median})"))
}

/// "even hoog als de 5 andere besturen (mediaan 2,0)", of a group in which all score the same.
pub fn as_high_as_all(l: Language, others: usize, median: &str) -> String {
    let councils =
        l.counted(others, l.pick("andere bestuur", "other council"), l.pick("andere besturen", "other councils"));
    l.pick(
        format!("even hoog als de {councils} (mediaan {median})"),
        format!("as high as the {councils} (median {median})"),
    )
}

/// "3e van 7 besturen (mediaan 1,9)"
pub fn rank(l: Language, rank: u32, shared: bool, group: usize, median: &str) -> String {
    let group = councils(l, group);
    let joint = if shared { l.pick("gedeeld ", "joint ") } else { "" };
    let rank = ordinal(l, rank);
    l.pick(
        format!("{joint}{rank} van {group} (mediaan {median})"),
        format!("{joint}{rank} of {group} (median {median})"),
    )
}

fn ordinal(l: Language, rank: u32) -> String {
    let english = match (rank % 10, rank % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{rank}{}", l.pick("e", english))
}

/// The stage of a score, as far as it can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage<'a> {
    /// Its name.
    Named(&'a str),
    /// There is one, but too little was answered.
    TooFewAnswers,
    /// The questionnaire names none.
    None,
}

/// What the bold sentence is made of.
pub struct Lead<'a> {
    /// The name of the council.
    pub council: &'a str,
    /// Whether only the quick scan was asked.
    pub quick: bool,
    /// The score and the highest of the scale.
    pub score: (&'a str, &'a str),
    /// The stage.
    pub stage: Stage<'a>,
    /// Among its peers.
    pub place: Option<String>,
    /// The step that is reached for certain and the highest that is possible.
    pub step: Option<(u32, u32)>,
}

/// "Ninove scoort 2,3 op 4 (bouwend), rond het midden van 24 besturen (mediaan 2,2), en staat op trede 2."
pub fn lead(l: Language, lead: &Lead<'_>) -> String {
    let score = score_on(l, lead.score.0, lead.score.1);
    let scan = if lead.quick { l.pick("in de quickscan ", " in the quick scan") } else { "" };
    let council = lead.council;
    let mut sentence = l.pick(format!("{council} scoort {scan}{score}"), format!("{council} scores {score}{scan}"));
    match lead.stage {
        Stage::Named(stage) => sentence += &format!(" ({stage})"),
        Stage::TooFewAnswers => {
            sentence += l
                .pick(" (nog geen klasse: er zijn te weinig antwoorden)", " (no stage yet: there are too few answers)");
        }
        Stage::None => {}
    }
    if let Some(place) = &lead.place {
        sentence += &format!(", {place}");
    }
    if let Some((at_least, at_most)) = lead.step {
        if lead.place.is_some() {
            sentence.push(',');
        }
        sentence += &l.pick(
            format!(" en staat {}", on_step(l, at_least, at_most)),
            format!(" and stands {}", on_step(l, at_least, at_most)),
        );
    }
    sentence + "."
}

/// "op trede 2", "minstens op trede 1 en hoogstens op trede 3"
fn on_step(l: Language, at_least: u32, at_most: u32) -> String {
    if at_least == at_most {
        return l.pick(format!("op trede {at_least}"), format!("on step {at_least}"));
    }
    l.pick(
        format!("minstens op trede {at_least} en hoogstens op trede {at_most}"),
        format!("at least on step {at_least} and at most on step {at_most}"),
    )
}

/// In place of the bold sentence, when there is no score for lack of answers.
pub fn no_score(l: Language, council: &str, answered: &str) -> String {
    l.pick(
        format!("{council} krijgt nog geen score: er zijn te weinig antwoorden ({answered})."),
        format!("{council} has no score yet: there are too few answers ({answered})."),
    )
}

/// In place of the bold sentence, when no question applies.
pub fn nothing_applies(l: Language, council: &str) -> String {
    l.pick(
        format!("{council} krijgt geen score: geen enkele vraag is van toepassing."),
        format!("{council} has no score: no question applies."),
    )
}

/// Before the strongest dimension.
pub fn strongest(l: Language) -> &'static str {
    l.pick("Het sterkst:", "Strongest:")
}

/// Before the weakest dimension.
pub fn weakest(l: Language) -> &'static str {
    l.pick("Het zwakst:", "Weakest:")
}

/// Before the dimension that lies furthest below the median.
pub fn furthest_behind(l: Language) -> &'static str {
    l.pick("Het verst achter op de groep:", "Furthest behind the group:")
}

/// Before what is unknown.
pub fn unknown(l: Language) -> &'static str {
    l.pick("Onbekend:", "Unknown:")
}

/// Before what changed.
pub fn changed(l: Language, since: &str) -> String {
    l.pick(format!("Sinds {since}:"), format!("Since {since}:"))
}

/// "delen met 2,9 (mediaan 2,6)."
pub fn dimensions_at(l: Language, names: &str, score: &str, median: Option<&str>) -> String {
    let separator = l.pick(" met ", ", ");
    match median {
        Some(median) => l.pick(
            format!("{names}{separator}{score} (mediaan {median})."),
            format!("{names}{separator}{score} (median {median})."),
        ),
        None => format!("{names}{separator}{score}."),
    }
}

/// "delen met 2,9 (mediaan 2,6)", as one of several.
pub fn beside_median(l: Language, dimension: &str, score: &str, median: &str) -> String {
    l.pick(format!("{dimension} met {score} (mediaan {median})"), format!("{dimension} at {score} (median {median})"))
}

/// When all dimensions have the same score, or there is only one.
pub fn all_the_same(l: Language, score: &str) -> String {
    l.pick(
        format!("Alle dimensies met een score staan op {score}."),
        format!("All dimensions with a score stand at {score}."),
    )
}

/// What is unknown, and what it leaves open.
pub fn answers_missing(l: Language, missing: u64, asked: u64, range: Option<(&str, &str)>) -> String {
    let asked = super::number::whole(l, asked);
    let missing_words = super::number::whole(l, missing);
    let open = match range {
        Some((low, high)) => l.pick(
            format!(" De score ligt tussen {low} en {high}."),
            format!(" The score lies between {low} and {high}."),
        ),
        None => String::new(),
    };
    let (is, ontbreken) = if missing == 1 { ("is", "ontbreekt") } else { ("are", "ontbreken") };
    l.pick(
        format!("{missing_words} van de {asked} gevraagde antwoorden {ontbreken}.{open}"),
        format!("{missing_words} of the {asked} answers {is} missing.{open}"),
    )
}

/// When nothing is missing and there is no earlier round. That none is among the answers is worth a word only where rounds
/// are told apart; whether there was one is not known.
pub fn complete(l: Language, asked: u64, has_rounds: bool) -> String {
    let given = if asked == 1 {
        l.pick("Het enige gevraagde antwoord is gegeven", "The only answer asked for was given").to_owned()
    } else {
        let asked = answers(l, asked);
        l.pick(format!("Alle {asked} zijn gegeven"), format!("All {asked} were given"))
    };
    let alone = if has_rounds {
        l.pick("; een eerdere ronde zit er niet bij", "; no earlier round is among these answers")
    } else {
        ""
    };
    format!("{given}{alone}.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample<'a>(place: Option<String>, step: Option<(u32, u32)>) -> Lead<'a> {
        Lead { council: "Ninove", quick: false, score: ("2,3", "4"), stage: Stage::Named("bouwend"), place, step }
    }

    #[test]
    fn the_bold_sentence_says_score_stage_place_and_step() {
        let l = Language::Nl;
        let around = place(l, Place::Around, 24, "2,2");
        assert_eq!(
            lead(l, &sample(Some(around), Some((2, 2)))),
            "Ninove scoort 2,3 op 4 (bouwend), rond het midden van 24 besturen (mediaan 2,2), en staat op trede 2."
        );
        assert_eq!(
            lead(l, &sample(Some(rank(l, 3, true, 7, "1,9")), None)),
            "Ninove scoort 2,3 op 4 (bouwend), gedeeld 3e van 7 besturen (mediaan 1,9)."
        );
        assert_eq!(
            lead(l, &sample(None, Some((1, 3)))),
            "Ninove scoort 2,3 op 4 (bouwend) en staat minstens op trede 1 en hoogstens op trede 3."
        );
    }

    #[test]
    fn the_title_of_a_questionnaire_stays_as_its_author_wrote_it() {
        let title = title("Sint-Genesius-Rode", "Vlaamse digitale doorlichting");
        assert_eq!(title, "Sint-Genesius-Rode: Vlaamse digitale doorlichting");
    }

    #[test]
    fn a_quick_scan_is_named_in_the_bold_sentence() {
        let mut quick = sample(None, None);
        quick.quick = true;
        assert_eq!(lead(Language::Nl, &quick), "Ninove scoort in de quickscan 2,3 op 4 (bouwend).");
        quick.stage = Stage::None;
        quick.score = ("2.3", "4");
        assert_eq!(lead(Language::En, &quick), "Ninove scores 2.3 out of 4 in the quick scan.");
    }

    #[test]
    fn english_ordinals_know_eleven_to_thirteen() {
        let of = |rank| ordinal(Language::En, rank);
        assert_eq!([1, 2, 3, 4, 11, 12, 13, 21].map(of), ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st"]);
    }

    #[test]
    fn one_missing_answer_is_singular() {
        assert_eq!(
            answers_missing(Language::Nl, 1, 36, Some(("2,2", "2,3"))),
            "1 van de 36 gevraagde antwoorden ontbreekt. De score ligt tussen 2,2 en 2,3."
        );
        assert_eq!(answers_missing(Language::En, 1, 36, None), "1 of the 36 answers is missing.");
    }
}
