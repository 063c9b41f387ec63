//! Findings about single cells of a workbook that came back.

use super::{Language, Wording, ticked};

/// As written, as far as it fits in a sentence.
fn brief(found: &str) -> String {
    const LONGEST: usize = 40;
    let line = found.lines().next().unwrap_or_default();
    let short: String = line.chars().take(LONGEST).collect();
    if short == found { short } else { format!("{short}…") }
}

/// What is wrong with the line of a question or of a box.
#[derive(Clone, Debug, PartialEq)]
pub enum LineFinding {
    /// Neither yes nor no beside one of several boxes, so that the question stays open.
    UnreadBox {
        /// The question.
        question: String,
        /// As written.
        found: String,
    },
    /// Lines of boxes that the form had and the file has not, beside others that say something.
    MissingBoxes {
        /// The question.
        question: String,
        /// The boxes.
        boxes: Vec<String>,
    },
    /// Lines that the form had and the file has not.
    Missing(Vec<String>),
    /// Lines of fields about the respondent that the form had and the file has not, such as `council`.
    MissingFields(Vec<&'static str>),
    /// A line with an id that the questionnaire does not have.
    Unknown(String),
    /// A second line for the same question, with another answer.
    Second(String),
}

impl From<LineFinding> for WorkbookFinding {
    fn from(finding: LineFinding) -> WorkbookFinding {
        WorkbookFinding::Line(finding)
    }
}

impl LineFinding {
    fn wording(&self, l: Language) -> Wording {
        match self {
            Self::UnreadBox { question, found } => say! { l, found = brief(found);
                nl "`{found}` is geen ja en geen nee; zo telt `{question}` niet mee" / "ja of nee" / "kies uit de lijst, of maak de cel leeg"
                en "`{found}` is neither yes nor no, so `{question}` does not count" / "yes or no" / "choose from the list, or empty the cell"
            },
            Self::MissingBoxes { question, boxes } if boxes.len() == 1 => say! { l, boxes = ticked(l, boxes);
                nl "bij `{question}` ontbreekt de regel van {boxes}; zo telt de vraag niet mee" / "regel ontbreekt" / "kopieer de antwoorden naar de werkmap zoals u die verstuurde"
                en "the line of {boxes} is missing, so `{question}` does not count" / "missing line" / "copy the answers to the workbook as you sent it out"
            },
            Self::MissingBoxes { question, boxes } => say! { l, boxes = ticked(l, boxes);
                nl "bij `{question}` ontbreken de regels van {boxes}; zo telt de vraag niet mee" / "regels ontbreken" / "kopieer de antwoorden naar de werkmap zoals u die verstuurde"
                en "the lines of {boxes} are missing, so `{question}` does not count" / "missing lines" / "copy the answers to the workbook as you sent it out"
            },
            Self::Missing(ids) if ids.len() == 1 => say! { l, ids = ticked(l, ids);
                nl "de regel van {ids} ontbreekt; een antwoord dat er stond, is weg" / "regel ontbreekt" / "kopieer de antwoorden naar de werkmap zoals u die verstuurde"
                en "the line of {ids} is missing; an answer that stood there is gone" / "missing line" / "copy the answers to the workbook as you sent it out"
            },
            Self::Missing(ids) => say! { l, ids = ticked(l, ids);
                nl "de regels van {ids} ontbreken; antwoorden die er stonden, zijn weg" / "regels ontbreken" / "kopieer de antwoorden naar de werkmap zoals u die verstuurde"
                en "the lines of {ids} are missing; answers that stood there are gone" / "missing lines" / "copy the answers to the workbook as you sent it out"
            },
            Self::MissingFields(fields) if fields.len() == 1 => say! { l, field = field_words(l, fields);
                nl "de regel voor {field} ontbreekt; wat daar stond, is weg" / "regel ontbreekt" / "kopieer de antwoorden naar de werkmap zoals u die verstuurde"
                en "the line for {field} is missing; what stood there is gone" / "missing line" / "copy the answers to the workbook as you sent it out"
            },
            Self::MissingFields(fields) => say! { l, fields = field_words(l, fields);
                nl "de regels voor {fields} ontbreken; wat daar stond, is weg" / "regels ontbreken" / "kopieer de antwoorden naar de werkmap zoals u die verstuurde"
                en "the lines for {fields} are missing; what stood there is gone" / "missing lines" / "copy the answers to the workbook as you sent it out"
            },
            Self::Unknown(id) => say! { l, id = brief(id);
                nl "de vragenlijst heeft geen vraag `{id}`" / "onbekende vraag" / "herstel de verborgen kolom `id`, of maak deze regel leeg"
                en "the questionnaire has no question `{id}`" / "unknown question" / "restore the hidden column `id`, or empty this line"
            },
            Self::Second(question) => say! { l
                nl "`{question}` staat hier een tweede keer, ook met een antwoord" / "tweede keer" / "houd één van de twee regels; de eerste telt"
                en "`{question}` stands here a second time, with an answer too" / "second time" / "keep one of the two lines; the first one counts"
            },
        }
    }
}

/// What fields about the respondent hold.
fn field_words(l: Language, fields: &[&str]) -> String {
    let word = |field: &&str| match *field {
        "council" => l.pick("de code van het bestuur", "the code of the council"),
        "name" => l.pick("de naam van het bestuur", "the name of the council"),
        "wave" => l.pick("de ronde", "the wave"),
        "role" => l.pick("de rol", "the role"),
        "keep_until" => l.pick("de bewaartermijn", "the day until which answers are kept"),
        _ => l.pick("de toestemming om rollen te tonen", "the consent to show roles"),
    };
    l.list(&fields.iter().map(|field| word(field).to_owned()).collect::<Vec<_>>())
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkbookFinding {
    /// A text that is none of the answers.
    UnknownAnswer {
        /// The question.
        question: String,
        /// As written.
        found: String,
        /// The answers, in the language of the workbook.
        known: Vec<String>,
    },
    /// A number instead of an answer; it was taken for the answer that is worth that much.
    NumberTaken {
        /// As written.
        found: String,
        /// The answer that it was taken for.
        answer: String,
    },
    /// Not a number where the question asks for one.
    NotANumber {
        /// The question.
        question: String,
        /// As written.
        found: String,
    },
    /// A number with a sign that may stand between thousands or before decimals.
    TwoNumbers {
        /// The question.
        question: String,
        /// As written.
        found: String,
    },
    /// Not applicable where that is not offered.
    NotOffered(String),
    /// Not applicable without the reason that is asked for.
    ReasonMissing(String),
    /// Boxes ticked, and beside the question an answer that excludes them.
    NothingAndBoxes(String),
    /// Neither yes nor no where one of them is asked for.
    NeitherYesNorNo(String),
    /// Likewise, where it is asked whether roles may be shown.
    NeitherMayNorMayNot(String),
    /// About the line of a question or of a box.
    Line(LineFinding),
    /// The code of the council is not filled in.
    NoCouncil,
    /// Not a year and not a day.
    NotAWave(String),
    /// Not a day.
    NotADay(String),
    /// Not one of the roles.
    NoRole(String),
}

impl WorkbookFinding {
    /// Whether nothing is lost by it.
    pub fn is_warning(&self) -> bool {
        matches!(self, Self::NumberTaken { .. } | Self::ReasonMissing(_))
    }

    /// The field about the respondent that it is found in.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoCouncil => Some("council"),
            Self::NotAWave(_) => Some("wave"),
            Self::NotADay(_) => Some("keep_until"),
            Self::NoRole(_) => Some("role"),
            Self::NeitherMayNorMayNot(_) => Some("shown_by_role"),
            _ => None,
        }
    }

    /// Takes out of it what is about settled fields; whether anything is left.
    pub fn leave_out(&mut self, is_settled: impl Fn(&str) -> bool) -> bool {
        match self {
            Self::Line(LineFinding::MissingFields(fields)) => {
                fields.retain(|field| !is_settled(field));
                !fields.is_empty()
            }
            _ => self.field().is_none_or(|field| !is_settled(field)),
        }
    }

    /// The sentences of this finding.
    pub fn wording(&self, l: Language) -> Wording {
        match self {
            Self::UnknownAnswer { question, found, known } => say! { l, found = brief(found), known = ticked(l, known);
                nl "`{found}` is geen mogelijk antwoord op `{question}`" / "onbekend antwoord" / "kies uit {known}"
                en "`{found}` is not a possible answer to `{question}`" / "unknown answer" / "choose from {known}"
            },
            Self::NumberTaken { found, answer } => say! { l, found = brief(found);
                nl "`{found}` is een getal; peil nam het voor ‘{answer}’" / "getal in plaats van antwoord" / "kijk of dat klopt; zo niet, kies het antwoord uit de lijst"
                en "`{found}` is a number; peil took it for ‘{answer}’" / "number instead of an answer" / "check whether that is right; if not, choose the answer from the list"
            },
            Self::NotANumber { question, found } => say! { l, found = brief(found);
                nl "`{question}` vraagt een getal, en `{found}` is er geen" / "geen getal" / "schrijf alleen het getal, zonder eenheid: 12,5"
                en "`{question}` asks for a number, and `{found}` is not one" / "not a number" / "write only the number, without a unit: 12.5"
            },
            Self::TwoNumbers { question, found } => say! { l, found = brief(found);
                nl "bij `{question}` kan `{found}` twee getallen betekenen" / "duizendtal of decimaal?" / "schrijf het getal zonder teken tussen duizendtallen, zoals 1200 of 12,5"
                en "for `{question}`, `{found}` can mean two numbers" / "thousands or decimals?" / "write the number without a sign between thousands, such as 1200 or 12.5"
            },
            Self::NotOffered(question) => say! { l
                nl "bij `{question}` is ‘niet van toepassing’ geen mogelijk antwoord" / "kan hier niet" / "kies een ander antwoord, of ‘Weet ik niet’"
                en "`{question}` does not offer ‘not applicable’" / "not possible here" / "choose another answer, or ‘I don’t know’"
            },
            Self::ReasonMissing(question) => say! { l
                nl "`{question}` is niet van toepassing, maar de reden ontbreekt" / "zonder reden" / "vraag waarom, en vul dat in"
                en "`{question}` is not applicable, but the reason is missing" / "no reason" / "ask why, and fill that in"
            },
            Self::NothingAndBoxes(question) => say! { l
                nl "bij `{question}` staat ‘Ja’ bij een keuze, en bij de vraag zelf een antwoord dat daar niet mee samengaat" / "gaan niet samen" / "houd een van de twee"
                en "`{question}` has ‘Yes’ beside a choice, and beside the question itself an answer that does not go with it" / "do not go together" / "keep one of the two"
            },
            Self::NeitherYesNorNo(found) | Self::NeitherMayNorMayNot(found) => say! { l, found = brief(found);
                nl "`{found}` is geen ja en geen nee" / "ja of nee" / "kies uit de lijst, of maak de cel leeg"
                en "`{found}` is neither yes nor no" / "yes or no" / "choose from the list, or empty the cell"
            },
            Self::Line(finding) => finding.wording(l),
            Self::NoCouncil => say! { l
                nl "de code van het bestuur is niet ingevuld" / "leeg" / "vul de code in, zoals 41048"
                en "the code of the council is not filled in" / "empty" / "fill in the code, such as 41048"
            },
            Self::NotAWave(found) => say! { l, found = brief(found);
                nl "`{found}` is geen ronde" / "geen jaar en geen datum" / "schrijf een jaar, zoals 2026, of een datum, zoals 2026-03-01"
                en "`{found}` is not a wave" / "neither a year nor a date" / "write a year, such as 2026, or a date, such as 2026-03-01"
            },
            Self::NotADay(found) => say! { l, found = brief(found);
                nl "`{found}` is geen datum" / "geen datum" / "schrijf de datum als 2028-12-31"
                en "`{found}` is not a date" / "not a date" / "write the date as 2028-12-31"
            },
            Self::NoRole(found) => say! { l, found = brief(found);
                nl "`{found}` is geen rol van deze vragenlijst" / "onbekende rol" / "kies de rol uit de lijst"
                en "`{found}` is not a role of this questionnaire" / "unknown role" / "choose the role from the list"
            },
        }
    }
}
