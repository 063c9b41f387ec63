//! What is said of a batch as a whole: how well its questions hang together, how much of the answers is about the councils,
//! and which answers someone should look at again.

use super::Language;
use super::{number, participants};

/// Over the section of coefficients.
pub fn reliability(l: Language) -> &'static str {
    l.pick("Hoe stevig de cijfers zijn", "How firm the figures are")
}

/// The caption of their table.
pub fn reliability_table(l: Language) -> &'static str {
    l.pick("Samenhang per dimensie, over de hele groep", "Coherence of each dimension, over the whole group")
}

/// Headings of that table, after the dimension.
pub fn reliability_columns(l: Language) -> [&'static str; 6] {
    l.pick(
        ["Alfa", "Vragen", "Deelnemers", "ICC(1)", "ICC(2)", "Besturen"],
        ["Alpha", "Questions", "Participants", "ICC(1)", "ICC(2)", "Councils"],
    )
}

/// What the share of the variance between councils means; `share` is that of the total score.
pub fn between_councils(l: Language, share: f64) -> String {
    if share <= 0.0 {
        return l
            .pick(
                "In hun totaalscore verschillen deelnemers van eenzelfde bestuur hier evenveel als deelnemers van \
                 verschillende besturen.",
                "In their overall score participants of the same council differ as much here as participants of different \
                 ones.",
            )
            .to_owned();
    }
    let share = number::percent(l, share);
    l.pick(
        format!(
            "Van de verschillen tussen de totaalscores van deelnemers ligt {share} tussen de besturen; de rest zijn \
             verschillen tussen mensen van hetzelfde bestuur."
        ),
        format!(
            "Of the differences between the overall scores of participants, {share} lies between councils; the rest are \
             differences between people of the same council."
        ),
    )
}

/// What alpha is, and what it is not.
pub fn alpha_explained(l: Language) -> &'static str {
    l.pick(
        "Alfa (van Cronbach) zegt hoe sterk de vragen van een dimensie samengaan, van 0 tot 1. Meegerekend zijn de \
         deelnemers die elke vraag van de dimensie kregen en beantwoordden; een rol die niet elke vraag krijgt, telt dus \
         niet mee. De vragenlijst telt verschillende zaken op: een lage alfa maakt de score niet fout, en een hoge bewijst \
         niet dat die klopt.",
        "Cronbach’s alpha says how strongly the questions of a dimension go together, from 0 to 1. It counts the \
         participants who were asked every question of the dimension and answered it; a role that is not asked all of them \
         does not count. The questionnaire adds up different things: a low alpha does not make the score wrong, and a high \
         one does not prove it right.",
    )
}

/// What the intraclass correlations are; `size` stands for the size of a council.
pub fn icc_explained(l: Language, size: &str) -> String {
    l.pick(
        format!(
            "ICC(1) is het deel van de verschillen dat tussen de besturen ligt. ICC(2) zegt hoe stevig het gemiddelde van \
             een bestuur is: 1 is volkomen stevig. Meegerekend zijn de besturen met minstens twee deelnemers met een \
             score, alsof elk er {size} had."
        ),
        format!(
            "ICC(1) is the part of the differences that lies between councils. ICC(2) says how firm the mean of a council \
             is: 1 is entirely firm. They count the councils with at least two participants with a score, as if each had \
             {size}."
        ),
    )
}

/// What these figures cannot tell.
pub fn not_for_one_council(l: Language) -> &'static str {
    l.pick(
        "Deze cijfers gaan over de groep en nooit over één bestuur. Rollen krijgen deels andere vragen, dus een deel van de \
         verschillen binnen een bestuur komt daarvandaan. Wie samen dezelfde vergissing maakt, lijkt het eens.",
        "These figures are about the group and never about one council. Roles are asked partly different questions, so part \
         of the differences within a council comes from that. People who share a mistake seem to agree.",
    )
}

/// Why there are none.
pub fn reliability_withheld(l: Language) -> &'static str {
    l.pick(
        "Een streepje staat waar er te weinig zijn: alfa staat er vanaf 30 deelnemers in 10 besturen, ICC vanaf 10 besturen.",
        "A dash stands where there are too few: alpha appears from 30 participants in 10 councils on, ICC from 10 councils.",
    )
}

/// Over the section of odd answers.
pub fn plausibility(l: Language) -> &'static str {
    l.pick("Antwoorden om na te kijken", "Answers to look at again")
}

/// How many stand out of the respondents who gave the answers that this takes, of whom there is at least one.
pub fn stand_out(l: Language, suspects: usize, respondents: usize, answers: usize) -> String {
    let all = participants(l, respondents as u32);
    let some = number::whole(l, suspects as u64);
    let said = match (respondents, suspects) {
        (1, 0) => l.pick(
            format!("Slechts één deelnemer gaf minstens {answers} antwoorden, en die vallen niet op."),
            format!("Only one participant gave at least {answers} answers, and they do not stand out."),
        ),
        (1, _) => l.pick(
            format!("Slechts één deelnemer gaf minstens {answers} antwoorden, en die vallen op."),
            format!("Only one participant gave at least {answers} answers, and they stand out."),
        ),
        (_, 0) => l.pick(
            format!("Bij geen van de {all} met minstens {answers} antwoorden vallen die op."),
            format!("The answers of none of the {all} with at least {answers} answers stand out."),
        ),
        _ => l.pick(
            format!("Van de {all} met minstens {answers} antwoorden vallen bij {some} de antwoorden op."),
            format!("Of the {all} with at least {answers} answers, the answers of {some} stand out."),
        ),
    };
    let counted = l.pick(
        " Ze tellen gewoon mee: het kan echt zo zijn. Kijk ze na voor u de cijfers aanhaalt.",
        " They count like any other: it may really be so. Look at them before you quote the figures.",
    );
    if suspects == 0 { said } else { said + counted }
}

/// In place of that, where so few gave as many answers that nothing may be said of them.
pub fn too_few_to_stand_out(l: Language, respondents: usize, answers: usize) -> String {
    let who = participants(l, respondents as u32);
    let did = if respondents == 1 { "deed" } else { "deden" };
    l.pick(
        format!(
            "Antwoorden kunnen pas opvallen bij een deelnemer die er minstens {answers} gaf. Dat {did} slechts {who}: te weinig \
             om er hier iets over te zeggen."
        ),
        format!(
            "Answers can only stand out for a participant who gave at least {answers}. Only {who} did: too few to say anything \
             about here."
        ),
    )
}

/// What is odd, with how many it is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Odd {
    /// The same option throughout.
    SameOption,
    /// The highest answer throughout.
    AllHighest,
    /// The same answers as someone else.
    SameAnswers,
    /// Far from the others of the council.
    FarFromOthers,
}

/// "2 deelnemers kozen overal hetzelfde antwoord."
pub fn odd_count(l: Language, odd: Odd, count: usize) -> String {
    let who = participants(l, count as u32);
    let one = count == 1;
    let nl = match odd {
        Odd::SameOption => format!("{} overal hetzelfde antwoord", if one { "koos" } else { "kozen" }),
        Odd::AllHighest => format!("{} overal het hoogste antwoord", if one { "gaf" } else { "gaven" }),
        Odd::SameAnswers => {
            format!("{} precies dezelfde antwoorden als iemand anders", if one { "gaf" } else { "gaven" })
        }
        Odd::FarFromOthers => {
            format!("{} heel anders dan de rest van het eigen bestuur", if one { "antwoordt" } else { "antwoorden" })
        }
    };
    let en = match odd {
        Odd::SameOption => "chose the same answer throughout".to_owned(),
        Odd::AllHighest => "gave the highest answer throughout".to_owned(),
        Odd::SameAnswers => "gave exactly the same answers as someone else".to_owned(),
        Odd::FarFromOthers => {
            format!("{} very differently from the rest of the council", if one { "answers" } else { "answer" })
        }
    };
    format!("{who} {}.", l.pick(nl, en))
}

/// The same in a cell.
pub fn odd_short(l: Language, odd: Odd) -> &'static str {
    match odd {
        Odd::SameOption => l.pick("overal hetzelfde antwoord", "the same answer throughout"),
        Odd::AllHighest => l.pick("overal het hoogste antwoord", "the highest answer throughout"),
        Odd::SameAnswers => l.pick("dezelfde antwoorden als iemand anders", "the same answers as someone else"),
        Odd::FarFromOthers => {
            l.pick("heel anders dan de rest van het bestuur", "very different from the rest of the council")
        }
    }
}

/// The caption of the table of respondents.
pub fn odd_table(l: Language) -> &'static str {
    l.pick("Wiens antwoorden opvallen", "Whose answers stand out")
}

/// Headings of that table.
pub fn odd_columns(l: Language) -> [&'static str; 3] {
    l.pick(["Bestuur", "Deelnemer", "Wat opvalt"], ["Council", "Respondent", "What stands out"])
}

/// Under that table: where the numbers come from.
pub fn odd_numbers(l: Language) -> &'static str {
    l.pick(
        "Een deelnemer heeft hier het nummer dat `peil score --explain` bij dat bestuur toont.",
        "A respondent has the number here that `peil score --explain` shows for that council.",
    )
}

/// How to see who they are.
pub fn odd_names(l: Language) -> &'static str {
    l.pick(
        "Om wie het gaat, staat in een verslag voor de deelnemers zelf dat de besturen bij naam noemt.",
        "Who they are appears in a report for the participants themselves that names the councils.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_respondent_is_singular() {
        let l = Language::Nl;
        assert_eq!(odd_count(l, Odd::SameOption, 1), "1 deelnemer koos overal hetzelfde antwoord.");
        assert_eq!(odd_count(l, Odd::AllHighest, 2), "2 deelnemers gaven overal het hoogste antwoord.");
        assert_eq!(
            too_few_to_stand_out(l, 1, 10).split(". ").nth(1),
            Some("Dat deed slechts 1 deelnemer: te weinig om er hier iets over te zeggen.")
        );
        assert_eq!(
            too_few_to_stand_out(l, 4, 10).split(". ").nth(1),
            Some("Dat deden slechts 4 deelnemers: te weinig om er hier iets over te zeggen.")
        );
        assert_eq!(stand_out(l, 0, 1, 10), "Slechts één deelnemer gaf minstens 10 antwoorden, en die vallen niet op.");
        let en = Language::En;
        assert_eq!(
            odd_count(en, Odd::FarFromOthers, 1),
            "1 participant answers very differently from the rest of the council."
        );
    }

    #[test]
    fn who_can_stand_out_is_said_with_what_it_takes() {
        let counted = " They count like any other: it may really be so. Look at them before you quote the figures.";
        let [nl, en] = [Language::Nl, Language::En];
        assert_eq!(
            stand_out(nl, 0, 120, 10),
            "Bij geen van de 120 deelnemers met minstens 10 antwoorden vallen die op."
        );
        assert_eq!(
            stand_out(en, 2, 120, 10),
            format!("Of the 120 participants with at least 10 answers, the answers of 2 stand out.{counted}")
        );
        assert_eq!(
            stand_out(en, 1, 1, 10),
            format!("Only one participant gave at least 10 answers, and they stand out.{counted}")
        );
    }

    #[test]
    fn a_correlation_under_zero_is_no_share() {
        assert!(!between_councils(Language::En, -0.1).contains('%'));
        assert!(between_councils(Language::Nl, 0.214).contains("ligt 21\u{a0}% tussen de besturen"));
    }
}
