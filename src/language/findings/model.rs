//! Findings about what a questionnaire says: texts, scale, places, routing.

use super::{Language, Wording};

/// What is wrong with the content of a questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelFinding {
    /// A text without a language that the questionnaire promises.
    MissingText(String),
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
    /// A question without a place on this axis.
    MissingPlace(String),
    /// A place that has parts below it.
    NotALeaf(String),
    /// A choice without a value where values count.
    ChoiceWithoutValue(String),
    /// All choices have the same value, or the highest is not above 0.
    NoSpread,
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
        /// What was expected, in the notation of the file.
        expected: String,
        /// What came out.
        found: String,
    },
}

impl ModelFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            ModelFinding::MissingText(language) => Wording::new(
                l.pick(
                    format!("deze tekst ontbreekt in het `{language}`"),
                    format!("this text is missing in `{language}`"),
                ),
                l.pick(format!("geen `{language}:`"), format!("no `{language}:`")),
                l.pick(
                    format!("voeg `{language}: …` toe, of haal `{language}` uit `languages`"),
                    format!("add `{language}: …`, or take `{language}` out of `languages`"),
                ),
            ),
            ModelFinding::UnlistedLanguage(language) => Wording::new(
                l.pick(
                    format!("`{language}` staat niet in `languages`"),
                    format!("`{language}` is not in `languages`"),
                ),
                l.pick("taal die niet is aangekondigd", "language that was not announced"),
                l.pick(
                    format!("voeg `{language}` toe aan `languages`"),
                    format!("add `{language}` to `languages`"),
                ),
            ),
            ModelFinding::FirstStage => Wording::new(
                l.pick(
                    "de eerste klasse moet bij 0 beginnen",
                    "the first stage must start at 0",
                ),
                l.pick("niet 0", "not 0"),
                l.pick(
                    "schrijf `from: 0`, zodat elke score een klasse heeft",
                    "write `from: 0`, so that every score has a stage",
                ),
            ),
            ModelFinding::StageOrder => Wording::new(
                l.pick(
                    "deze klasse begint niet hoger dan de vorige",
                    "this stage does not start above the one before",
                ),
                l.pick("te laag", "too low"),
                l.pick("zet de klassen van laag naar hoog", "put the stages from low to high"),
            ),
            ModelFinding::Minutes { stated, counted } => Wording::new(
                l.pick(
                    format!("{stated} minuten past niet bij het aantal vragen"),
                    format!("{stated} minutes does not fit the number of questions"),
                ),
                l.pick(
                    format!("ongeveer {counted} verwacht"),
                    format!("about {counted} expected"),
                ),
                l.pick(
                    "meet het met twee collega's en pas het aan",
                    "time it with two colleagues and change it",
                ),
            ),
            ModelFinding::NothingScored => Wording::new(
                l.pick(
                    "geen enkele vraag telt mee voor een score",
                    "no question counts towards a score",
                ),
                l.pick("alleen tekstvragen", "text questions only"),
                l.pick(
                    "voeg een vraag met keuzes of een getal toe",
                    "add a question with choices or a number",
                ),
            ),
            ModelFinding::GoldenTest { test, expected, found } => Wording::new(
                l.pick(
                    format!("de test «{test}» komt niet uit"),
                    format!("the test \"{test}\" fails"),
                ),
                l.pick(
                    format!("verwacht {expected}, uitkomst {found}"),
                    format!("expected {expected}, found {found}"),
                ),
                l.pick(
                    "reken het na met `peil score --explain` en verbeter de test of de gewichten",
                    "work it out with `peil score --explain` and correct the test or the weights",
                ),
            ),
            _ => self.structure(l),
        }
    }

    /// The findings about places, weights, choices and conditions.
    fn structure(&self, l: Language) -> Wording {
        match self {
            ModelFinding::MissingPlace(axis) => Wording::new(
                l.pick(
                    format!("de vraag heeft geen plaats op de as `{axis}`"),
                    format!("the question has no place on the axis `{axis}`"),
                ),
                l.pick(format!("`{axis}` ontbreekt"), format!("`{axis}` is missing")),
                l.pick(
                    format!("voeg `{axis}: …` toe; elke vraag staat op elke as"),
                    format!("add `{axis}: …`; every question stands on every axis"),
                ),
            ),
            ModelFinding::NotALeaf(dimension) => Wording::new(
                l.pick(
                    format!("`{dimension}` heeft zelf onderdelen"),
                    format!("`{dimension}` has parts of its own"),
                ),
                l.pick("geen onderste dimensie", "not a lowest dimension"),
                l.pick("kies een van de onderdelen", "choose one of its parts"),
            ),
            ModelFinding::ChoiceWithoutValue(choice) => Wording::new(
                l.pick(
                    format!("de keuze `{choice}` heeft geen waarde"),
                    format!("the choice `{choice}` has no value"),
                ),
                l.pick("geen `value`", "no `value`"),
                l.pick("geef elke keuze een `value`", "give every choice a `value`"),
            ),
            ModelFinding::NoSpread => Wording::new(
                l.pick(
                    "deze keuzes maken geen verschil voor de score",
                    "these choices make no difference to the score",
                ),
                l.pick(
                    "alle waarden gelijk of niet boven 0",
                    "all values equal or none above 0",
                ),
                l.pick(
                    "geef minstens één keuze een hogere waarde",
                    "give at least one choice a higher value",
                ),
            ),
            ModelFinding::DimensionWeight => Wording::new(
                l.pick(
                    "met meer dan één as draagt een dimensie geen gewicht",
                    "with several axes a dimension carries no weight",
                ),
                l.pick("gewicht op een dimensie", "weight on a dimension"),
                l.pick(
                    "zet het gewicht onder `cells:` of bij de vragen",
                    "put the weight under `cells:` or with the questions",
                ),
            ),
            ModelFinding::CellsWithOneAxis => Wording::new(
                l.pick("met één as zijn er geen cellen", "with one axis there are no cells"),
                l.pick("`cells` zonder rooster", "`cells` without a grid"),
                l.pick(
                    "geef de dimensie zelf een `weight`",
                    "give the dimension itself a `weight`",
                ),
            ),
            ModelFinding::ConditionNotEarlier(question) => Wording::new(
                l.pick(
                    format!("`{question}` komt niet eerder dan deze vraag"),
                    format!("`{question}` does not come before this question"),
                ),
                l.pick("nog niet gesteld", "not asked yet"),
                l.pick(
                    format!("zet `{question}` hoger in de lijst"),
                    format!("move `{question}` up in the list"),
                ),
            ),
            ModelFinding::ConditionNotForType { test, question } => Wording::new(
                l.pick(
                    format!("`{test}` past niet bij de vraag `{question}`"),
                    format!("`{test}` does not fit the question `{question}`"),
                ),
                l.pick("niet bij dit type vraag", "not for this type of question"),
                l.pick(
                    "gebruik `is` bij keuzes, `at_least` of `at_most` bij waarden, `answered` bij alles",
                    "use `is` for choices, `at_least` or `at_most` for values, `answered` for anything",
                ),
            ),
            _ => Wording::new(
                l.pick(
                    "hier staan meerdere voorwaarden naast elkaar",
                    "there are several conditions side by side here",
                ),
                l.pick("meer dan één", "more than one"),
                l.pick(
                    "zet ze in een lijst: {all: [{…}, {…}]} of {any: [{…}, {…}]}",
                    "put them in a list: {all: [{…}, {…}]} or {any: [{…}, {…}]}",
                ),
            ),
        }
    }
}
