//! How the numbers came about: the names and texts of the last section.

use super::{Language, participants};

/// The questionnaire.
pub fn questionnaire(l: Language) -> &'static str {
    l.pick("Vragenlijst", "Questionnaire")
}

/// Where the questionnaire comes from.
pub fn provenance(l: Language) -> &'static str {
    l.pick("Herkomst", "Provenance")
}

/// Its licence.
pub fn licence(l: Language) -> &'static str {
    l.pick("Licentie", "Licence")
}

/// Who answered.
pub fn answered_by(l: Language) -> &'static str {
    l.pick("Wie antwoordde", "Who answered")
}

/// That answers were not finished.
pub fn not_finished(l: Language) -> &'static str {
    l.pick("Niet afgerond", "Not finished")
}

/// "2 ingevulde vragenlijsten waren nog niet afgerond; ze tellen mee zoals ze waren."
pub fn unfinished(l: Language, count: usize) -> String {
    let sheets = l.counted(
        count,
        l.pick("ingevulde vragenlijst", "questionnaire"),
        l.pick("ingevulde vragenlijsten", "questionnaires"),
    );
    if count == 1 {
        return l.pick(
            format!("{sheets} was nog niet afgerond; ze telt mee zoals ze was."),
            format!("{sheets} was not finished yet; it counts as it was."),
        );
    }
    l.pick(
        format!("{sheets} waren nog niet afgerond; ze tellen mee zoals ze waren."),
        format!("{sheets} were not finished yet; they count as they were."),
    )
}

/// The same on a page that does not say how many people answered; `all` when nobody had finished.
pub fn some_unfinished(l: Language, all: bool) -> &'static str {
    if all {
        return l.pick(
            "De antwoorden waren nog niet afgerond; ze tellen mee zoals ze waren.",
            "The answers were not finished yet; they count as they were.",
        );
    }
    l.pick(
        "Een deel van de antwoorden was nog niet afgerond; die tellen mee zoals ze waren.",
        "Some of the answers were not finished yet; they count as they were.",
    )
}

/// What the scores were compared with.
pub fn compared_with(l: Language) -> &'static str {
    l.pick("Vergeleken met", "Compared with")
}

/// "24 besturen, ronde 2026, bevolkingsklasse 10-20"
pub fn peers(l: Language, count: usize, wave: Option<&str>, class: Option<&str>) -> String {
    let mut parts = vec![l.pick(
        format!("{} (het eigen bestuur inbegrepen)", super::councils(l, count)),
        format!("{} (the council itself included)", super::councils(l, count)),
    )];
    parts.extend(wave.map(|wave| super::wave(l, wave)));
    parts.extend(class.map(str::to_owned));
    parts.join(", ")
}

/// Whether councils are named.
pub fn names(l: Language) -> &'static str {
    l.pick("Namen", "Names")
}

/// What is shown to whom.
pub fn audience(l: Language) -> &'static str {
    l.pick("Voor wie", "For whom")
}

/// The rules for the public.
pub fn public_rules(l: Language, respondents: u32, councils: u32, comments: u32) -> String {
    let (respondents, comments) = (participants(l, respondents), participants(l, comments));
    let councils = super::councils(l, councils as usize);
    l.pick(
        format!(
            "Openbaar. De scores van een heel bestuur mogen er altijd staan, met het aantal deelnemers erbij, ook als dat er \
             weinig zijn. Een groep binnen een bestuur staat er pas vanaf {respondents}, een groep besturen pas vanaf \
             {councils}, en wat deelnemers schreven pas vanaf {comments}."
        ),
        format!(
            "Public. The scores of a whole council may always be shown, with its number of participants, even when these are \
             few. A group within a council is shown only from {respondents} on, a group of councils only from {councils} on, \
             and what participants wrote only from {comments} on."
        ),
    )
}

/// The rules for the workshop.
pub fn workshop_rules(l: Language, respondents: u32, councils: u32, by_role: bool) -> String {
    let (respondents, councils) = (participants(l, respondents), super::councils(l, councils as usize));
    let roles = if by_role {
        l.pick(
            "De rollen staan er apart in, want alle deelnemers stemden daarmee in.",
            "Roles appear separately, because every answers file agrees.",
        )
        .to_owned()
    } else {
        l.pick(
            format!("Een rol staat er apart in vanaf {respondents}, want niet alle deelnemers stemden in met minder."),
            format!("A role appears separately from {respondents} on, because not every answers file agrees to fewer."),
        )
    };
    l.pick(
        format!("Alleen voor de deelnemers zelf. {roles} Geen cijfers over minder dan {councils}."),
        format!("For the participants only. {roles} No figures on fewer than {councils}."),
    )
}

/// The scale.
pub fn scale(l: Language) -> &'static str {
    l.pick("Schaal", "Scale")
}

/// "Van 0 tot 4: startend (vanaf 0), zoekend (vanaf 1)"
pub fn scale_text(l: Language, max: &str, stages: &[(String, String)]) -> String {
    let range = l.pick(format!("Van 0 tot {max}"), format!("From 0 to {max}"));
    if stages.is_empty() {
        return range + ".";
    }
    let stages: Vec<String> = stages
        .iter()
        .map(|(name, from)| l.pick(format!("{name} (vanaf {from})"), format!("{name} (from {from})")))
        .collect();
    format!("{range}: {}.", l.list(&stages))
}

/// How the score is made.
pub fn method(l: Language) -> &'static str {
    l.pick("Berekening", "Calculation")
}

/// What the roles weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighing {
    /// Each role the same.
    Equal,
    /// Each respondent the same.
    Pooled,
    /// As the questionnaire says.
    Weighted,
}

/// How the score is made, in words.
pub fn method_text(
    l: Language,
    weighing: Weighing,
    missing_is_zero: bool,
    min_coverage: &str,
    stage_coverage: &str,
) -> String {
    let roles = match weighing {
        Weighing::Equal => l.pick("Eerst per rol het gemiddelde van de deelnemers, dan het gemiddelde van de rollen: elke rol telt even zwaar.", "First the mean of the participants of each role, then the mean of the roles: each role counts the same."),
        Weighing::Pooled => l.pick("Het gemiddelde van alle deelnemers: iedereen telt even zwaar.", "The mean of all participants: each counts the same."),
        Weighing::Weighted => l.pick("Eerst per rol het gemiddelde van de deelnemers, dan het gemiddelde van de rollen, met de gewichten van de vragenlijst.", "First the mean of the participants of each role, then the mean of the roles, with the weights of the questionnaire."),
    };
    let missing = if missing_is_zero {
        l.pick("Een vraag zonder antwoord telt als nul", "A question without an answer counts as zero")
    } else {
        l.pick(
            "Een vraag zonder antwoord telt niet mee, ook niet als nul",
            "A question without an answer does not count, not as zero either",
        )
    };
    l.pick(
        format!("{roles} {missing}; “niet van toepassing” verkleint het aantal vragen. Onder {min_coverage} beantwoorde vragen is er geen score, onder {stage_coverage} geen klasse."),
        format!("{roles} {missing}; ‘not applicable’ makes the number of questions smaller. Under {min_coverage} of the questions answered there is no score, under {stage_coverage} no stage."),
    )
}

/// Rounding.
pub fn rounding(l: Language) -> &'static str {
    l.pick("Afronding", "Rounding")
}

/// "Cijfers staan op 1 decimaal; gerekend is met het volle getal."
pub fn rounding_text(l: Language, decimals: usize) -> String {
    let decimals = l.counted(decimals, l.pick("decimaal", "decimal"), l.pick("decimalen", "decimals"));
    l.pick(
        format!("Cijfers staan op {decimals}; gerekend en vergeleken is met het volle getal, dus een verschil kan in het laatste cijfer afwijken."),
        format!("Figures are shown with {decimals}; sums and comparisons use the full number, so a difference may be off in the last digit."),
    )
}

/// How to make it again.
pub fn reproduce(l: Language) -> &'static str {
    l.pick("Opnieuw maken", "Make it again")
}

/// Before the command.
pub fn reproduce_text(l: Language, version: &str) -> String {
    l.pick(
        format!("Met peil {version}, dezelfde vragenlijst en dezelfde antwoorden: "),
        format!("With peil {version}, the same questionnaire and the same answers: "),
    )
}

/// Where the path of the register stands in a command.
pub fn register_placeholder(l: Language) -> &'static str {
    l.pick("BESTUREN", "COUNCILS")
}

/// Where the code of a council stands, in a command.
pub fn council_placeholder(l: Language) -> &'static str {
    l.pick("CODE", "ID")
}

/// Where the answers stand, in a command.
pub fn answers_placeholder(l: Language) -> &'static str {
    l.pick("ANTWOORDEN", "ANSWERS")
}

/// Where the questionnaire stands, in a command: a file of the reader's own.
pub fn questionnaire_placeholder(l: Language) -> &'static str {
    l.pick("VRAGENLIJST", "QUESTIONNAIRE")
}

/// Before the command that explains a figure.
pub fn explain_text(l: Language) -> &'static str {
    l.pick(". Waar een cijfer vandaan komt, toont ", ". Where a figure comes from is shown by ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scores_of_a_whole_council_are_public_however_few_answered() {
        assert_eq!(
            public_rules(Language::Nl, 5, 5, 10),
            "Openbaar. De scores van een heel bestuur mogen er altijd staan, met het aantal deelnemers erbij, ook als dat er \
             weinig zijn. Een groep binnen een bestuur staat er pas vanaf 5 deelnemers, een groep besturen pas vanaf 5 \
             besturen, en wat deelnemers schreven pas vanaf 10 deelnemers."
        );
        assert_eq!(
            public_rules(Language::En, 3, 1, 1),
            "Public. The scores of a whole council may always be shown, with its number of participants, even when these are \
             few. A group within a council is shown only from 3 participants on, a group of councils only from 1 council \
             on, and what participants wrote only from 1 participant on."
        );
    }
}
