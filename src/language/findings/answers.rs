//! Findings about an answers file.

use super::names::with_codes;
use super::{Known, Language, Wording, choose_from, waves};

/// As written, as far as it fits in a sentence: a quote that was not closed takes in the lines after it.
fn brief(found: &str) -> String {
    const LONGEST: usize = 40;
    let line = found.lines().next().unwrap_or_default();
    let short: String = line.chars().take(LONGEST).collect();
    if short == found { short } else { format!("{short}…") }
}

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
    RoutedOut {
        /// The question, or one of its columns.
        question: String,
        /// The earlier version that the answer was given to.
        earlier: Option<String>,
    },
    /// An exclusive box ticked with others.
    ExclusiveWithOthers(String),
    /// A partner who does it, beside no answer, or one about nothing that is done.
    ViaOfNothing(String),
}

impl AnswerFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::UnknownChoice { question, found, known, suggestion } => {
                say! { l, help = choose_from(l, found, suggestion.as_ref(), known), found = with_codes(&brief(found));
                    nl "`{found}` is geen mogelijk antwoord op `{question}`" / "onbekende keuze" / "{help}"
                    en "`{found}` is not a possible answer to `{question}`" / "unknown choice" / "{help}"
                }
            }
            Self::NotANumber { question, found } => say! { l, found = brief(found);
                nl "`{question}` vraagt een getal, en `{found}` is er geen" / "geen getal" / "schrijf het getal met een punt en zonder eenheid: 12.5"
                en "`{question}` asks for a number, and `{found}` is not one" / "not a number" / "write the number with a point and without a unit: 12.5"
            },
            Self::OutOfRating { question, found, range: (lowest, highest) } => say! { l, found = brief(found);
                nl "`{found}` valt buiten de schaal van `{question}`" / "schaal van {lowest} tot {highest}" / "kies een geheel getal van {lowest} tot en met {highest}"
                en "`{found}` is outside the scale of `{question}`" / "scale from {lowest} to {highest}" / "choose a whole number from {lowest} to {highest}"
            },
            Self::NotOffered(question) => say! { l
                nl "bij `{question}` is ‘niet van toepassing’ geen mogelijk antwoord" / "kan hier niet" / "kies een antwoord, of zeg dat u het niet weet: `dont-know`, en in een tabel `?`"
                en "`{question}` does not offer ‘not applicable’" / "not possible here" / "choose an answer, or say that it is not known: `dont-know`, and in a table `?`"
            },
            Self::ReasonMissing(question) => say! { l
                nl "`{question}` is niet van toepassing, maar de reden ontbreekt" / "zonder reden" / "schrijf `{{not-applicable: de reden}}`"
                en "`{question}` is not applicable, but the reason is missing" / "no reason" / "write `{{not-applicable: the reason}}`"
            },
            Self::RoutedOut { question, earlier: Some(version) } => say! { l
                nl "volgens deze versie krijgt deze persoon `{question}` niet" / "bewaard, maar telt niet mee" / "laat dit antwoord op versie {version} staan; kreeg deze persoon `{question}` toen wel, zie `peil explain answers-left-out`"
                en "by this version this person is not asked `{question}`" / "kept, but not scored" / "keep this answer to version {version}; if this person was asked `{question}` then, see `peil explain answers-left-out`"
            },
            Self::RoutedOut { question, earlier: None } => say! { l
                nl "`{question}` is aan deze persoon niet gesteld" / "bewaard, maar telt niet mee" / "kijk of de rol en de eerdere antwoorden kloppen; zo ja, dan mag dit antwoord weg"
                en "`{question}` was not asked of this person" / "kept, but not scored" / "check the role and the earlier answers; if they are right, this answer can go"
            },
            Self::ExclusiveWithOthers(choice) => say! { l
                nl "`{choice}` kan niet samen met andere keuzes" / "sluit de andere uit" / "houd deze keuze of de andere, niet allebei"
                en "`{choice}` cannot go with other choices" / "excludes the others" / "keep this choice or the others, not both"
            },
            Self::ViaOfNothing(question) => say! { l
                nl "bij `{question}` staat dat een partner het doet, maar niet wat er gebeurt" / "hoort bij een keuze of een getal" / "geef ook het antwoord: wat de partner voor u doet, telt mee; of haal `via` weg"
                en "`{question}` says that a partner does it, but not what is done" / "goes with a choice or a number" / "give the answer too: what the partner does for you counts; or remove `via`"
            },
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
    /// The questionnaire is named without its version.
    NoVersion {
        /// As it should be written: `id@version`.
        expected: String,
    },
    /// The questionnaire changed without a new version.
    OtherHash,
    /// No questionnaire by this name ships with peil and none was given.
    NoQuestionnaire {
        /// As written.
        id: String,
        /// Those that ship and those at hand.
        known: Known,
    },
    /// The name that a question had in an earlier version, among answers of a later one.
    FormerQuestion {
        /// As written.
        name: String,
        /// What it is called now; `None` where it is gone.
        now: Option<String>,
        /// The first version without it, where it is gone.
        since: Option<String>,
    },
    /// Two names of an earlier version that are one question now.
    AnsweredTwice {
        /// The second of them, as written.
        name: String,
        /// The first.
        first: String,
    },
    /// The same respondent twice in one wave.
    SameRespondent {
        /// The council.
        council: String,
        /// The respondent.
        respondent: String,
    },
    /// What a council answered together, twice in one wave.
    SecondConsensus(String),
    /// Files of one respondent that name more than one role.
    SeveralRoles {
        /// The council.
        council: String,
        /// The respondent.
        respondent: String,
    },
    /// Files of one respondent that differ, of which nothing says which was saved last.
    UntoldSave {
        /// The council.
        council: String,
        /// The respondent.
        respondent: String,
    },
    /// A file of someone of whom another one counts.
    SavedAgain {
        /// The council.
        council: String,
        /// The respondent.
        respondent: String,
        /// Why this one does not.
        why: GaveWay,
    },
    /// Nothing was answered at all.
    NoAnswers(String),
    /// Answers without a wave, where others have one.
    MissingWave {
        /// How many people gave them, and councils together.
        answers: usize,
        /// Of how many councils.
        councils: usize,
        /// Which councils.
        some: Known,
    },
    /// A year and days in it among the waves: nearly always one round, written in two ways.
    WaveNearlyAlike {
        /// The year.
        year: String,
        /// How many councils have it.
        of_year: usize,
        /// The days.
        days: Known,
        /// How many councils have one of them.
        of_days: usize,
    },
    /// A file that holds a questionnaire stands among the answers.
    Questionnaire,
    /// The id of the council is empty.
    EmptyCouncil,
    /// Answers that are still there after the day until which they were to be kept.
    KeptTooLong(Box<KeptTooLong>),
}

/// Answers that were to be gone by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptTooLong {
    /// That day.
    pub until: String,
    /// The day to compare with, as given.
    pub today: String,
    /// The respondent, where the file names one.
    pub respondent: Option<String>,
    /// The council, where it names one: a respondent may have answered there in other waves too.
    pub council: Option<String>,
    /// The wave, or what stands in its place where it names none: other waves are kept longer.
    pub wave: String,
    /// The folder of the file.
    pub folder: String,
    /// The file.
    pub path: String,
}

impl BindingFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::OtherQuestionnaire { found, expected } => say! { l, id = found.split('@').next().unwrap_or_default();
                nl "deze antwoorden horen bij `{found}`, niet bij `{expected}`" / "een andere vragenlijst" / "geef de juiste vragenlijst mee: `{id}`, of een bestand"
                en "these answers belong to `{found}`, not to `{expected}`" / "another questionnaire" / "give the right questionnaire: `{id}`, or a file"
            },
            Self::OtherVersion { questionnaire, found, expected } => say! { l
                nl "deze antwoorden horen bij versie {found} van `{questionnaire}`, niet bij {expected}" / "een andere versie" / "geef versie {found} van de vragenlijst mee, of een latere"
                en "these answers belong to version {found} of `{questionnaire}`, not to {expected}" / "another version" / "give version {found} of the questionnaire, or a later one"
            },
            Self::NoVersion { expected } => say! { l
                nl "bij de vragenlijst staat geen versie" / "zonder versie" / "schrijf `{expected}` als de antwoorden bij die versie horen"
                en "the questionnaire is named without its version" / "no version" / "write `{expected}` if the answers belong to that version"
            },
            Self::OtherHash => say! { l
                nl "de vragenlijst is veranderd, maar heeft nog hetzelfde versienummer" / "hoort bij een andere inhoud" / "gebruik de vragenlijst waarmee is geantwoord, of geef de nieuwe een hoger versienummer"
                en "the questionnaire has changed but still has the same version" / "belongs to other content" / "use the questionnaire that was answered, or give the new one a higher version"
            },
            Self::NoQuestionnaire { id, known } if id.is_empty() => say! { l, known = known.ticked(l);
                nl "dit bestand noemt geen vragenlijst" / "geen vragenlijst" / "geef de vragenlijst mee met `-q`, of noem ze in een kolom `questionnaire`; wel bekend: {known}"
                en "this file names no questionnaire" / "no questionnaire" / "give the questionnaire with `-q`, or name it in a column `questionnaire`; known: {known}"
            },
            Self::NoQuestionnaire { id, known } => say! { l, known = known.ticked(l);
                nl "peil heeft geen vragenlijst `{id}`" / "onbekende vragenlijst" / "geef het bestand mee met `-q`; wel bekend: {known}"
                en "peil has no questionnaire `{id}`" / "unknown questionnaire" / "give its file with `-q`; known: {known}"
            },
            Self::FormerQuestion { name, now: Some(now), .. } => say! { l
                nl "de vraag `{name}` heet in deze versie `{now}`" / "een vroegere naam" / "schrijf `{now}`, of noem bij `questionnaire` de versie waarmee is geantwoord"
                en "the question `{name}` is called `{now}` in this version" / "an earlier name" / "write `{now}`, or name the version that was answered at `questionnaire`"
            },
            Self::FormerQuestion { name, since, .. } => say! { l, since = since.as_deref().unwrap_or("?");
                nl "de vraag `{name}` wordt sinds versie {since} niet meer gesteld" / "vervallen" / "haal dit antwoord weg, of noem bij `questionnaire` de versie waarmee is geantwoord"
                en "the question `{name}` is not asked since version {since}" / "gone" / "remove this answer, or name the version that was answered at `questionnaire`"
            },
            Self::AnsweredTwice { name, first } => say! { l
                nl "`{name}` en `{first}` zijn nu één vraag, en beide zijn beantwoord" / "ook beantwoord als `{first}`" / "houd het antwoord dat telt"
                en "`{name}` and `{first}` are one question now, and both were answered" / "also answered as `{first}`" / "keep the answer that counts"
            },
            Self::SecondConsensus(council) => twice(l, council, None),
            Self::SameRespondent { council, respondent } => twice(l, council, Some(respondent)),
            Self::SeveralRoles { council, respondent } => several_roles(l, council, respondent),
            Self::UntoldSave { council, respondent } => untold_save(l, council, respondent),
            Self::SavedAgain { council, respondent, why } => saved_again(l, council, respondent, *why),
            Self::Questionnaire => say! { l
                nl "dit is een vragenlijst, geen bestand met antwoorden" / "geen antwoorden" / "geef de vragenlijst mee met `-q`, en noem hier alleen antwoorden"
                en "this is a questionnaire, not a file of answers" / "no answers" / "give the questionnaire with `-q`, and name only answers here"
            },
            Self::EmptyCouncil => say! { l
                nl "het bestuur heeft geen code" / "leeg" / "vul de code van het bestuur in, zoals \"41048\""
                en "the council has no id" / "empty" / "fill in the id of the council, such as \"41048\""
            },
            Self::KeptTooLong(kept) => kept_too_long(l, kept),
            Self::MissingWave { answers, councils, some } => waves::missing(l, *answers, *councils, &some.ticked(l)),
            Self::WaveNearlyAlike { year, of_year, days, of_days } => {
                waves::nearly_alike(l, (year, *of_year), (&days.ticked(l), *of_days))
            }
            Self::NoAnswers(council) => no_answers(l, council),
        }
    }
}

/// Why a file does not count beside another one of the same person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GaveWay {
    /// The other one is finished, this one is not.
    NotFinished,
    /// The other one was saved later.
    SavedEarlier,
    /// They say the same.
    TheSame,
}

impl GaveWay {
    fn words(self, l: Language) -> &'static str {
        match self {
            GaveWay::NotFinished => {
                l.pick("dit is nog niet klaar, het andere wel", "this one is not finished, and the other one is")
            }
            GaveWay::SavedEarlier => {
                l.pick("dit is eerder bewaard dan het andere", "this one was saved before the other one")
            }
            GaveWay::TheSame => {
                l.pick("er staat hetzelfde in als in het andere", "this one says the same as the other one")
            }
        }
    }
}

/// A respondent who was there before in the wave; without one, what the council answered together.
fn twice(l: Language, council: &str, respondent: Option<&str>) -> Wording {
    match respondent {
        Some(respondent) => say! { l
            nl "respondent `{respondent}` van bestuur `{council}` staat twee keer in deze ronde" / "dezelfde respondent" / "haal er één weg of geef ze elk een eigen id"
            en "respondent `{respondent}` of council `{council}` appears twice in this wave" / "the same respondent" / "remove one of the two or give each its own id"
        },
        None => say! { l
            nl "bij bestuur `{council}` staat twee keer wat samen is geantwoord, in dezelfde ronde" / "nog een keer samen" / "haal er één weg; een bestuur geeft per ronde één antwoord samen"
            en "council `{council}` has two answers given together in the same wave" / "together once more" / "remove one of the two; a council answers together once in a wave"
        },
    }
}

fn kept_too_long(l: Language, kept: &KeptTooLong) -> Wording {
    say! { l, until = &kept.until, today = &kept.today, forget = forget(l, kept);
        nl "deze antwoorden mochten tot en met {until} bewaard worden; op {today} is dat voorbij" / "voorbij" / "{forget}"
        en "these answers were to be kept until {until}; on {today} that has passed" / "has passed" / "{forget}"
    }
}

/// How to remove what a respondent answered in a council and wave, and nothing else; one without an id can only go with
/// the file.
fn forget(l: Language, kept: &KeptTooLong) -> String {
    let KeptTooLong { respondent, council, wave, folder, path, .. } = kept;
    let Some(id) = respondent else {
        return l.pick(format!("verwijder het bestand `{path}`"), format!("delete the file `{path}`"));
    };
    let council = council.iter().flat_map(|council| ["--council", council]);
    let command = ["peil", "forget", id, folder].into_iter().chain(council).chain(["--wave", wave]);
    let command = crate::language::command(command);
    l.pick(format!("verwijder ze met `{command}`"), format!("remove them with `{command}`"))
}

fn several_roles(l: Language, council: &str, respondent: &str) -> Wording {
    say! { l
        nl "respondent `{respondent}` van bestuur `{council}` heeft in een ander bestand een andere rol; geen van beide telt" / "een andere rol" / "zijn het twee mensen, geef er dan één een eigen id; laat anders alleen het juiste bestand staan"
        en "respondent `{respondent}` of council `{council}` has another role in another file; neither counts" / "another role" / "if these are two people, give one of them another id; else keep only the right file"
    }
}

fn untold_save(l: Language, council: &str, respondent: &str) -> Wording {
    say! { l
        nl "van respondent `{respondent}` van bestuur `{council}` zijn er bestanden met verschillende antwoorden, en nergens staat welk het laatst bewaard is; geen ervan telt" / "dezelfde respondent" / "laat alleen het bestand staan dat telt; zijn het twee mensen, geef er dan één een eigen id"
        en "there are files of respondent `{respondent}` of council `{council}` with different answers, and nothing says which was saved last; none of them counts" / "the same respondent" / "keep only the file that counts; if these are two people, give one of them another id"
    }
}

fn saved_again(l: Language, council: &str, respondent: &str, why: GaveWay) -> Wording {
    say! { l, why = why.words(l);
        nl "van respondent `{respondent}` van bestuur `{council}` telt een ander bestand, en dit niet: {why}" / "telt niet" / "haal dit bestand weg; dan is er geen twijfel"
        en "of respondent `{respondent}` of council `{council}` another file counts, and this one does not: {why}" / "does not count" / "remove this file; then there is no doubt"
    }
}

fn no_answers(l: Language, council: &str) -> Wording {
    say! { l
        nl "bestuur `{council}` heeft hier geen enkel antwoord" / "niets ingevuld" / "alle vragen tellen hier als niet ingevuld; kijk of het bestand volledig is"
        en "council `{council}` has no answers at all here" / "nothing filled in" / "all questions count as not answered here; check that the file is complete"
    }
}
