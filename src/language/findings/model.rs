//! Findings about what a questionnaire says: texts, scale, places, routing.

use super::{Language, Note, Wording};

/// What is wrong with the content of a questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelFinding {
    /// A text without a language that the questionnaire promises, beside others.
    MissingText(String),
    /// No text at all where there is one language.
    NoText,
    /// A text without a language where the questionnaire has several.
    BareText {
        /// The words, where they are few.
        words: Option<String>,
        /// The language that they are most likely in: the first of the questionnaire.
        first: String,
        /// The others.
        others: Vec<String>,
    },
    /// A text in a language that the questionnaire does not list.
    UnlistedLanguage(String),
    /// The first stage does not start at 0.
    FirstStage,
    /// A stage that does not start above the one before.
    StageOrder,
    /// A weight on a dimension where cells carry the weights.
    DimensionWeight,
    /// `cells` in a questionnaire with one axis.
    CellsWithOneAxis,
    /// A question or a cell without a place on this axis.
    MissingPlace(String),
    /// A place that has parts below it.
    NotALeaf(String),
    /// A choice without a value where values count.
    ChoiceWithoutValue(String),
    /// All choices have the same value, or the highest is not above 0.
    NoSpread,
    /// In a row of a grid no choice that is possible is worth less than this one, the highest there.
    RowWithoutSpread(String),
    /// A condition about a question that does not come earlier.
    ConditionNotEarlier(String),
    /// A condition that this type of question cannot have.
    ConditionNotForType {
        /// `is`, `at_least`, …
        test: String,
        /// The question.
        question: String,
    },
    /// A condition with more than one rule side by side.
    SeveralRules,
    /// Nothing in the questionnaire is scored.
    NothingScored,
    /// The minutes do not fit the number of questions.
    Minutes {
        /// As stated.
        stated: u32,
        /// By the count of questions.
        counted: u32,
    },
    /// A golden test whose result differs.
    GoldenTest {
        /// Name of the test.
        test: String,
        /// Of what the result differs: `overall`, `stage`, the id of a dimension, …
        of: String,
        /// What was expected, in the notation of the file.
        expected: String,
        /// What came out.
        found: String,
        /// How it came about.
        notes: Vec<Note>,
    },
}

/// A text as it stands in a file with several languages: `{nl: Het loket, en: …}`.
fn with_languages(words: Option<&str>, first: &str, others: &[String]) -> String {
    let words = words.unwrap_or("…");
    let quoted =
        if words.contains([',', '?', ':', '#', '[', ']', '{', '}']) { format!("\"{words}\"") } else { words.into() };
    let others: String = others.iter().map(|other| format!(", {other}: …")).collect();
    format!("{{{first}: {quoted}{others}}}")
}

fn row_without_spread(l: Language, highest: &str) -> Wording {
    say! { l
        nl "in deze rij is elk mogelijk antwoord evenveel waard: geen keuze is minder waard dan `{highest}`" / "de hoogste van deze rij" / "kies bij `highest` een keuze die meer waard is, of laat `highest` weg"
        en "in this row every possible answer is worth the same: no choice is worth less than `{highest}`" / "the highest of this row" / "choose a choice that is worth more for `highest`, or leave `highest` out"
    }
}

fn no_text(l: Language) -> Wording {
    say! { l
        nl "hier ontbreekt de tekst" / "geen tekst" / "schrijf hier een tekst"
        en "the text is missing here" / "no text" / "write a text here"
    }
}

impl ModelFinding {
    // Three lines each instead of four, so that all stand in one match; rustfmt would shift such lines left.
    #[rustfmt::skip]
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::NoText => no_text(l),
            Self::MissingText(language) => say! { l
                nl "de tekst in `{language}` ontbreekt" / "geen `{language}:`" / "voeg `{language}: …` toe of haal `{language}` uit `languages`"
                en "the text in `{language}` is missing" / "no `{language}:`" / "add `{language}: …` or take `{language}` out of `languages`" },
            Self::BareText { words, first, others } => say! { l,
                absent = l.list(&others.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>()),
                texts = l.plural(others.len(), l.pick("de tekst", "the text"), l.pick("de teksten", "the texts")),
                are = l.plural(others.len(), l.pick("ontbreekt", "is"), l.pick("ontbreken", "are")),
                shown = with_languages(words.as_deref(), first, others);
                nl "{texts} in {absent} {are}" / "één tekst, zonder taal" / "schrijf de tekst in elke taal: `{shown}`"
                en "{texts} in {absent} {are} missing" / "one text, without a language" / "write the text in each language: `{shown}`" },
            Self::UnlistedLanguage(language) => say! { l
                nl "`{language}` staat niet in `languages`" / "taal die niet in de lijst staat" / "voeg `{language}` toe aan `languages` of haal deze tekst weg"
                en "`{language}` is not in `languages`" / "language not in the list" / "add `{language}` to `languages` or remove this text" },
            Self::FirstStage => say! { l
                nl "de eerste klasse moet bij 0 beginnen" / "niet 0" / "schrijf `from: 0`, dan valt elke score in een klasse"
                en "the first stage must start at 0" / "not 0" / "write `from: 0`, so that every score falls in a stage" },
            Self::StageOrder => say! { l
                nl "deze klasse begint niet hoger dan de vorige" / "te laag" / "zet de klassen van laag naar hoog"
                en "this stage does not start above the previous one" / "too low" / "put the stages in order from low to high" },
            Self::DimensionWeight => say! { l
                nl "bij meer dan één as heeft een dimensie zelf geen gewicht" / "gewicht op een dimensie" / "zet het gewicht onder `cells:` of bij de vragen"
                en "with more than one axis a dimension has no weight of its own" / "weight on a dimension" / "put the weight under `cells:` or with the questions" },
            Self::CellsWithOneAxis => say! { l
                nl "bij één as zijn er geen vakken" / "`cells` met maar één as" / "geef de dimensie zelf een `weight`"
                en "with one axis there are no cells" / "`cells` with only one axis" / "give the dimension itself a `weight`" },
            Self::MissingPlace(axis) => say! { l
                nl "op de as `{axis}` is geen plaats aangegeven" / "`{axis}` ontbreekt" / "voeg `{axis}: …` toe; er hoort op elke as een plaats bij"
                en "no place is given on the axis `{axis}`" / "`{axis}` is missing" / "add `{axis}: …`; there must be a place on every axis" },
            Self::NotALeaf(dimension) => say! { l
                nl "`{dimension}` heeft zelf onderdelen" / "is verder verdeeld" / "kies een van de onderdelen"
                en "`{dimension}` has parts of its own" / "divided further" / "choose one of its parts" },
            Self::ChoiceWithoutValue(choice) => say! { l
                nl "de keuze `{choice}` heeft geen waarde" / "geen `value`" / "geef elke keuze een `value`"
                en "the choice `{choice}` has no value" / "no `value`" / "give every choice a `value`" },
            Self::NoSpread => say! { l
                nl "deze keuzes maken geen verschil voor de score" / "alle waarden gelijk, of geen boven 0" / "geef minstens één keuze een hogere waarde"
                en "these choices make no difference to the score" / "all values equal, or none above 0" / "give at least one choice a higher value" },
            Self::RowWithoutSpread(highest) => row_without_spread(l, highest),
            Self::ConditionNotEarlier(question) => say! { l
                nl "`{question}` komt niet vóór deze vraag" / "nog niet gesteld" / "zet `{question}` hoger in de lijst"
                en "`{question}` does not come before this question" / "not asked yet" / "move `{question}` up the list" },
            Self::ConditionNotForType { test, question } => say! { l
                nl "`{test}` past niet bij de vraag `{question}`" / "niet bij dit type vraag" / "gebruik `is` bij keuzes, `at_least` of `at_most` bij waarden en `answered` bij elke vraag"
                en "`{test}` does not fit the question `{question}`" / "not for this type of question" / "use `is` for choices, `at_least` or `at_most` for values, and `answered` for any question" },
            Self::SeveralRules => say! { l
                nl "hier staan meerdere voorwaarden naast elkaar" / "meer dan één" / "zet ze in een lijst: `{{all: [{{…}}, {{…}}]}}` of `{{any: [{{…}}, {{…}}]}}`"
                en "there are several conditions side by side here" / "more than one" / "put them in a list: `{{all: [{{…}}, {{…}}]}}` or `{{any: [{{…}}, {{…}}]}}`" },
            Self::NothingScored => say! { l
                nl "geen enkele vraag telt mee voor een score" / "alleen tekstvragen" / "voeg een vraag met keuzes of een getal toe"
                en "no question counts towards a score" / "text questions only" / "add a question with choices or a number" },
            Self::Minutes { stated, counted } => say! { l
                nl "de opgegeven {stated} min past niet bij het aantal vragen: verwacht is ongeveer {counted} min" / "verwacht: ongeveer {counted} min" / "laat twee collega's het invullen en pas de tijd aan"
                en "the stated {stated} min does not fit the number of questions: about {counted} min is expected" / "expected: about {counted} min" / "time it with two colleagues and change it" },
            Self::GoldenTest { test, of, expected, found, .. } => say! { l
                nl "de test ‘{test}’ verwacht bij `{of}` {expected}, maar de uitkomst is {found}" / "uitkomst: {found}" / "reken het na, en verbeter de test of de gewichten"
                en "the test ‘{test}’ expects {expected} for `{of}`, but the result is {found}" / "result: {found}" / "work it out, and correct the test or the weights" },
        }
    }
}
