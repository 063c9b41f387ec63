//! Findings about how a questionnaire is worded.

use super::{Language, Wording};

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq)]
pub enum TextFinding {
    /// The same words as another of its kind beside it.
    SameText,
    /// The same question as another.
    SameQuestion,
    /// The same words in two languages.
    NotTranslated {
        /// The language of the other.
        from: String,
        /// The language that it should be in.
        to: String,
    },
    /// A text that seems to be in another language.
    OtherLanguage {
        /// The language that it should be in.
        expected: String,
        /// The language that it seems to be in.
        seems: String,
    },
    /// Words that hold a place for others.
    Placeholder(String),
    /// Two states in one stage, with the word that joins them.
    JoinedStates(String),
    /// A choice about what the respondent does not know, with the words for it.
    NotKnowing(String),
    /// A choice that says that the question does not apply, with the words for it.
    NotApplying(String),
    /// What looks like the rest of a text is a comment.
    CutOff,
    /// Help of more lines than a screen has.
    LongHelp {
        /// How many it has.
        lines: usize,
        /// How many there may be.
        most: usize,
    },
}

impl TextFinding {
    // Three lines each, so that all stand in one match; rustfmt would shift such lines left.
    #[rustfmt::skip]
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::SameText => say! { l
                nl "deze tekst staat hiernaast al" / "nog eens dezelfde woorden" / "kies andere woorden of haal er één weg; nu kan niemand ze uit elkaar houden"
                en "this text already stands beside it" / "the same words again" / "choose other words or remove one; now nobody can tell them apart" },
            Self::SameQuestion => say! { l
                nl "dezelfde vraag wordt al eerder gesteld" / "nog eens dezelfde vraag" / "zeg wat hier anders is, of haal een van de twee weg"
                en "the same question is asked before" / "the same question again" / "say what is different here, or remove one of the two" },
            Self::NotTranslated { from, to } => say! { l
                nl "de tekst in `{to}` is die in `{from}`, woord voor woord" / "niet vertaald" / "vertaal deze tekst"
                en "the text in `{to}` is that in `{from}`, word for word" / "not translated" / "translate this text" },
            Self::OtherLanguage { expected, seems } => say! { l
                nl "deze tekst staat bij `{expected}`, maar lijkt in `{seems}` geschreven" / "lijkt `{seems}`" / "vertaal deze tekst, of wissel de talen om"
                en "this text is given as `{expected}`, but looks like `{seems}`" / "looks like `{seems}`" / "translate this text, or swap the languages" },
            Self::Placeholder(word) => say! { l
                nl "hier staat nog geen echte tekst: `{word}`" / "nog in te vullen" / "schrijf de tekst die de lezer moet zien"
                en "this is not a real text yet: `{word}`" / "still to be written" / "write the text that the reader should see" },
            Self::JoinedStates(word) => say! { l
                nl "deze keuze noemt twee toestanden, verbonden met ‘{word}’" / "twee toestanden in één keuze" / "houd er één over, of maak er twee vragen van; wie er maar één herkent, kan niet kiezen"
                en "this choice names two states, joined by ‘{word}’" / "two states in one choice" / "keep one, or make it two questions; whoever recognises only one cannot choose" },
            Self::NotKnowing(word) => say! { l
                nl "deze keuze zegt dat de deelnemer iets niet weet (‘{word}’), en telt toch mee in de score" / "niet weten is geen toestand" / "zeg wat er in de organisatie is of ontbreekt, of haal de keuze weg: ‘weet ik niet’ kan al bij elke vraag geantwoord worden, en telt niet mee"
                en "this choice says that the respondent does not know (‘{word}’), and yet counts in the score" / "not knowing is no state" / "say what the organisation has or lacks, or remove the choice: “I don't know” can already be answered to every question, and does not count" },
            Self::NotApplying(word) => say! { l
                nl "deze keuze zegt dat de vraag niet van toepassing is (‘{word}’), en telt toch mee in de score" / "geen toestand" / "haal de keuze weg en schrijf `not_applicable: true` bij de vraag: dan kan het geantwoord worden zonder mee te tellen"
                en "this choice says that the question does not apply (‘{word}’), and yet counts in the score" / "no state" / "remove the choice and write `not_applicable: true` at the question: then it can be answered without counting" },
            Self::CutOff => say! { l
                nl "de tekst houdt op vóór dit hekje; wat erachter staat, telt als opmerking" / "hoort niet meer bij de tekst" / "zet de hele tekst tussen aanhalingstekens: \"…\"; is het wel een opmerking, zet dan een spatie achter het hekje"
                en "the text ends before this number sign; what stands behind it is a comment" / "no longer part of the text" / "put the whole text in quotes: \"…\"; if it is a comment, put a space behind the number sign" },
            Self::LongHelp { lines, most } => say! { l
                nl "deze uitleg is langer dan een scherm: {lines} regels van 80 tekens, waar er {most} passen" / "{lines} regels" / "houd over wat nodig is om te antwoorden"
                en "this help is longer than a screen: {lines} lines of 80 characters, where {most} fit" / "{lines} lines" / "keep what is needed to answer" },
        }
    }
}
