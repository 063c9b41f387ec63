//! Findings about an answers file.

use super::{Language, Wording, did_you_mean, ticked};

/// What is wrong with answers.
#[derive(Clone, Debug, PartialEq)]
pub enum AnswerFinding {
    /// An answer that is not one of the choices.
    UnknownChoice {
        /// The question.
        question: String,
        /// As written.
        found: String,
        /// The choices.
        known: Vec<String>,
        /// The nearest of them.
        suggestion: Option<String>,
    },
    /// Not a number where the question asks for one.
    NotANumber {
        /// The question.
        question: String,
        /// As written.
        found: String,
    },
    /// A number outside the range of a rating.
    OutOfRating {
        /// The question.
        question: String,
        /// As written.
        found: String,
        /// Lowest and highest.
        range: (String, String),
    },
    /// Not applicable where that is not offered.
    NotOffered(String),
    /// Not applicable without the reason that is asked for.
    ReasonMissing(String),
    /// An answer to a question that was not asked: kept, not scored.
    RoutedOut(String),
    /// An exclusive box ticked with others.
    ExclusiveWithOthers(String),
}

impl AnswerFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            AnswerFinding::UnknownChoice {
                question,
                found,
                known,
                suggestion,
            } => Wording::new(
                l.pick(
                    format!("`{found}` is geen antwoord op `{question}`"),
                    format!("`{found}` is not an answer to `{question}`"),
                ),
                l.pick("onbekende keuze", "unknown choice"),
                did_you_mean(l, suggestion.as_ref(), {
                    let known = ticked(l, known);
                    l.pick(format!("kies uit {known}"), format!("choose from {known}"))
                }),
            ),
            AnswerFinding::NotANumber { question, found } => Wording::new(
                l.pick(
                    format!("`{found}` is geen getal, en `{question}` vraagt er een"),
                    format!("`{found}` is not a number, and `{question}` asks for one"),
                ),
                l.pick("geen getal", "not a number"),
                l.pick(
                    "schrijf het getal met een punt, zonder eenheid: 12.5",
                    "write the number with a point, without a unit: 12.5",
                ),
            ),
            AnswerFinding::OutOfRating {
                question,
                found,
                range: (lowest, highest),
            } => Wording::new(
                l.pick(
                    format!("`{found}` valt buiten de schaal van `{question}`"),
                    format!("`{found}` is outside the scale of `{question}`"),
                ),
                l.pick(
                    format!("van {lowest} tot {highest}"),
                    format!("from {lowest} to {highest}"),
                ),
                l.pick(
                    format!("kies een geheel getal van {lowest} tot {highest}"),
                    format!("choose a whole number from {lowest} to {highest}"),
                ),
            ),
            AnswerFinding::NotOffered(question) => Wording::new(
                l.pick(
                    format!("`{question}` kent geen «niet van toepassing»"),
                    format!("`{question}` does not offer \"not applicable\""),
                ),
                l.pick("hier niet mogelijk", "not possible here"),
                l.pick("kies een antwoord, of `dont-know`", "choose an answer, or `dont-know`"),
            ),
            AnswerFinding::ReasonMissing(question) => Wording::new(
                l.pick(
                    format!("`{question}` is niet van toepassing, maar waarom?"),
                    format!("`{question}` does not apply, but why?"),
                ),
                l.pick("geen reden", "no reason"),
                l.pick(
                    "schrijf {not-applicable: de reden}",
                    "write {not-applicable: the reason}",
                ),
            ),
            AnswerFinding::RoutedOut(question) => Wording::new(
                l.pick(
                    format!("`{question}` werd aan deze persoon niet gesteld"),
                    format!("`{question}` was not asked of this person"),
                ),
                l.pick("bewaard, telt niet mee", "kept, not scored"),
                l.pick(
                    "kijk of de rol en de eerdere antwoorden kloppen; anders mag dit weg",
                    "check the role and the earlier answers; otherwise this can go",
                ),
            ),
            AnswerFinding::ExclusiveWithOthers(choice) => Wording::new(
                l.pick(
                    format!("`{choice}` kan niet samen met andere vakjes"),
                    format!("`{choice}` cannot go with other boxes"),
                ),
                l.pick("sluit de andere uit", "excludes the others"),
                l.pick(
                    "houd ofwel dit vakje, ofwel de andere",
                    "keep either this box or the others",
                ),
            ),
        }
    }
}

/// What is wrong with what an answers file says about itself.
#[derive(Clone, Debug, PartialEq)]
pub enum BindingFinding {
    /// The answers belong to another questionnaire than the one given.
    OtherQuestionnaire {
        /// As written in the answers.
        found: String,
        /// The one given.
        expected: String,
    },
    /// The answers belong to another version.
    OtherVersion {
        /// The questionnaire.
        questionnaire: String,
        /// As written in the answers.
        found: String,
        /// The version at hand.
        expected: String,
    },
    /// The questionnaire changed without a new version.
    OtherHash,
    /// No questionnaire by this name ships with peil and none was given.
    NoQuestionnaire {
        /// As written.
        id: String,
        /// Those that ship.
        known: Vec<String>,
    },
    /// The same respondent twice in one wave.
    SameRespondent {
        /// The council.
        council: String,
        /// The respondent.
        respondent: String,
    },
    /// Nothing was answered at all.
    NoAnswers(String),
}

impl BindingFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            BindingFinding::OtherQuestionnaire { found, expected } => Wording::new(
                l.pick(format!("deze antwoorden horen bij `{found}`, niet bij `{expected}`"), format!("these answers belong to `{found}`, not to `{expected}`")),
                l.pick("andere vragenlijst", "another questionnaire"),
                l.pick(format!("geef de juiste vragenlijst mee: -q {found}"), format!("give the right questionnaire: -q {found}")),
            ),
            BindingFinding::OtherVersion { questionnaire, found, expected } => Wording::new(
                l.pick(
                    format!("deze antwoorden horen bij versie {found} van `{questionnaire}`, niet bij {expected}"),
                    format!("these answers belong to version {found} of `{questionnaire}`, not to {expected}"),
                ),
                l.pick("andere versie", "another version"),
                l.pick(
                    format!("geef met -q de vragenlijst van versie {found} mee; oude antwoorden worden nooit stilzwijgend omgezet"),
                    format!("give the questionnaire of version {found} with -q; old answers are never converted silently"),
                ),
            ),
            BindingFinding::OtherHash => Wording::new(
                l.pick("de vragenlijst is veranderd zonder nieuwe versie", "the questionnaire was changed without a new version"),
                l.pick("gegeven voor een andere inhoud", "given for another content"),
                l.pick(
                    "haal de vragenlijst terug waarmee is geantwoord, of geef de nieuwe een hogere versie",
                    "bring back the questionnaire that was answered, or give the new one a higher version",
                ),
            ),
            BindingFinding::NoQuestionnaire { id, known } => {
                let known = ticked(l, known);
                Wording::new(
                    l.pick(format!("peil heeft geen vragenlijst `{id}`"), format!("peil has no questionnaire `{id}`")),
                    l.pick("onbekende vragenlijst", "unknown questionnaire"),
                    l.pick(format!("geef het bestand mee met -q; ingebouwd zijn {known}"), format!("give its file with -q; built in are {known}")),
                )
            }
            BindingFinding::SameRespondent { council, respondent } => Wording::new(
                l.pick(
                    format!("respondent `{respondent}` van bestuur `{council}` komt in deze ronde twee keer voor"),
                    format!("respondent `{respondent}` of council `{council}` occurs twice in this wave"),
                ),
                l.pick("dezelfde respondent", "the same respondent"),
                l.pick("haal het dubbele weg of geef elk een eigen id", "take the double away or give each an id of its own"),
            ),
            BindingFinding::NoAnswers(council) => Wording::new(
                l.pick(format!("bestuur `{council}` heeft hier geen enkel antwoord"), format!("council `{council}` has no answer at all here")),
                l.pick("niets ingevuld", "nothing filled in"),
                l.pick("telt niet mee; controleer of het bestand volledig is", "it does not count; check that the file is complete"),
            ),
        }
    }
}
