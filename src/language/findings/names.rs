//! Findings about ids, versions and references.

use super::{Known, Language, Wording};

/// A kind of thing that has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// An axis.
    Axis,
    /// A dimension.
    Dimension,
    /// A question.
    Question,
    /// A choice.
    Choice,
    /// A shared list of choices.
    ChoiceList,
    /// A role.
    Role,
    /// A stage.
    Stage,
    /// A row of a grid.
    Row,
    /// A target profile.
    Target,
    /// A council in a register.
    Council,
}

impl Thing {
    /// The word for it, without an article.
    pub fn word(self, l: Language) -> &'static str {
        match self {
            Thing::Axis => l.pick("as", "axis"),
            Thing::Dimension => l.pick("dimensie", "dimension"),
            Thing::Question => l.pick("vraag", "question"),
            Thing::Choice => l.pick("keuze", "choice"),
            Thing::ChoiceList => l.pick("keuzelijst", "list of choices"),
            Thing::Role => l.pick("rol", "role"),
            Thing::Stage => l.pick("klasse", "stage"),
            Thing::Row => l.pick("rij", "row"),
            Thing::Target => l.pick("streefprofiel", "target profile"),
            Thing::Council => l.pick("bestuur", "council"),
        }
    }
}

/// A word with a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Letters, digits, `-` and `_`.
    Id,
    /// `1.2.3`
    Version,
    /// `nl`, `nl-BE`
    Language,
    /// A whole number or an ISO date.
    Wave,
    /// An ISO date.
    Date,
    /// A year or an ISO date.
    YearOrDay,
    /// A whole number of people, one or more.
    Population,
    /// `b3:` and 64 hexadecimal digits.
    Hash,
}

impl Form {
    /// The word for it: bare in Dutch, which says "geen" before it, with its article in English.
    fn word(self, l: Language) -> &'static str {
        match self {
            Form::Id => l.pick("id", "an id"),
            Form::Version => l.pick("versie", "a version"),
            Form::Language => l.pick("taalcode", "a language code"),
            Form::Wave => l.pick("ronde", "a wave"),
            Form::Date => l.pick("datum", "a date"),
            Form::YearOrDay => l.pick("jaar of dag", "a year or a day"),
            Form::Population => l.pick("aantal inwoners", "a number of inhabitants"),
            Form::Hash => l.pick("controlecode", "a content hash"),
        }
    }

    fn remedy(self, l: Language) -> &'static str {
        match self {
            Form::Id => l.pick(
                "gebruik hoogstens 64 tekens: letters a–z, cijfers, `-` en `_`, met een letter of cijfer vooraan",
                "use at most 64 characters: letters a–z, digits, `-` and `_`, starting with a letter or digit",
            ),
            Form::Version => l.pick(
                "schrijf drie getallen zonder nul ervoor: 1.0.0",
                "write three numbers without a zero before them: 1.0.0",
            ),
            Form::Language => {
                l.pick("schrijf een code zoals nl, en, fr of nl-BE", "write a code such as nl, en, fr or nl-BE")
            }
            Form::Wave => l.pick(
                "schrijf een geheel getal (2026) of een datum (2026-03-01)",
                "write a whole number (2026) or a date (2026-03-01)",
            ),
            Form::Date => l.pick("schrijf jaar-maand-dag: 2028-12-31", "write year-month-day: 2028-12-31"),
            Form::YearOrDay => {
                l.pick("schrijf een jaar (2025) of een dag (2025-01-01)", "write a year (2025) or a day (2025-01-01)")
            }
            Form::Population => l.pick(
                "schrijf een geheel getal vanaf 1, zonder punten of spaties: 12345",
                "write a whole number from 1 on, without points or spaces: 12345",
            ),
            Form::Hash => {
                l.pick("neem de regel precies over zoals peil hem schreef", "copy the line exactly as peil wrote it")
            }
        }
    }
}

/// What is wrong with an id, a version, a date or a reference.
#[derive(Clone, Debug, PartialEq)]
pub enum NameFinding {
    /// A word that does not have its form.
    Malformed {
        /// What it should be.
        form: Form,
        /// As written.
        found: String,
    },
    /// Used before.
    DuplicateId {
        /// What has the id.
        thing: Thing,
        /// The id.
        id: String,
    },
    /// An id of an earlier version of which it was said before what it became.
    ClaimedTwice {
        /// What had the id.
        thing: Thing,
        /// The id.
        id: String,
    },
    /// An id of an earlier version that something has now.
    StillInUse {
        /// What has the id.
        thing: Thing,
        /// The id.
        id: String,
    },
    /// A version after that of the questionnaire.
    LaterVersion {
        /// As written.
        found: String,
        /// The version of the questionnaire.
        version: String,
    },
    /// A column of tables or an answer word has this name.
    ReservedId(String),
    /// A reference to something that is not there.
    Unknown {
        /// What was looked for.
        thing: Thing,
        /// The id as written.
        id: String,
        /// The nearest one.
        suggestion: Option<String>,
        /// Those there are; not needed with a suggestion.
        known: Known,
    },
}

/// Whether a character is a blank that is no ordinary one, or takes no room at all.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{2000}'..='\u{200f}' | '\u{202a}'..='\u{202f}'
        | '\u{205f}'..='\u{206f}' | '\u{3000}' | '\u{feff}')
}

/// What is left of a word without what cannot be seen in it.
pub fn without_unseen(word: &str) -> String {
    let seen: String = word.chars().filter(|c| !is_unseen(*c)).collect();
    seen.trim().to_owned()
}

/// What to do about a word, where what cannot be seen in it is all that keeps it from being the one that is known.
pub(super) fn type_again(l: Language, word: &str, known: Option<&String>) -> Option<&'static str> {
    let is_known = word.contains(is_unseen) && known.is_some_and(|known| *known == without_unseen(word));
    is_known.then(|| {
        l.pick(
            "wis dit en typ het opnieuw: er staat een teken in dat niet te zien is, en dat komt mee uit een webpagina of \
             tekstverwerker",
            "delete this and type it again: there is a character in it that cannot be seen, which comes from a web page or \
             a word processor",
        )
    })
}

/// A word with the code of each character that cannot be seen in its place.
pub(super) fn with_codes(word: &str) -> String {
    let shown = |c: char| if is_unseen(c) { format!("<U+{:04X}>", u32::from(c)) } else { c.to_string() };
    word.chars().map(shown).collect()
}

impl NameFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::Malformed { form, found } if found.contains(is_unseen) => {
                say! { l, word = form.word(l), shown = with_codes(found);
                    nl "`{shown}` kan geen {word} zijn" / "er staat een teken in dat niet te zien is" / "wis het woord en typ het opnieuw; zo'n teken komt mee uit een webpagina of tekstverwerker"
                    en "`{shown}` cannot be {word}" / "there is a character in it that cannot be seen" / "delete the word and type it again; such a character comes from a web page or a word processor"
                }
            }
            Self::Malformed { form, found } => say! { l, word = form.word(l), help = form.remedy(l);
                nl "`{found}` kan geen {word} zijn" / "geen {word}" / "{help}"
                en "`{found}` cannot be {word}" / "not {word}" / "{help}"
            },
            Self::DuplicateId { thing, id } => say! { l, word = thing.word(l);
                nl "het id `{id}` is al gebruikt" / "{word} met hetzelfde id" / "kies een ander id voor één van de twee"
                en "the id `{id}` is already in use" / "{word} with the same id" / "choose another id for one of the two"
            },
            Self::ClaimedTwice { thing, id } => say! { l, word = thing.word(l);
                nl "wat er van `{id}` geworden is, staat er al" / "voor de tweede keer" / "haal een van de twee weg: een oud id hoort bij één {word}"
                en "what became of `{id}` is already said" / "for the second time" / "remove one of the two: an old id belongs to one {word}"
            },
            Self::StillInUse { thing, id } => say! { l, word = thing.word(l);
                nl "`{id}` heet nu nog iets, dus het kan niet vervallen of hernoemd zijn" / "{word} die er nog is" / "haal dit weg, of geef wat nu `{id}` heet een nieuw id: een oud id komt nooit terug"
                en "`{id}` is still the id of something, so it cannot be gone or renamed" / "a {word} that is still there" / "remove this, or give what is called `{id}` now a new id: an old id never comes back"
            },
            Self::LaterVersion { found, version } => say! { l
                nl "versie {found} moet nog komen: dit is versie {version}" / "later dan de vragenlijst" / "schrijf {version} of lager, of verhoog `version`"
                en "version {found} is yet to come: this is version {version}" / "later than the questionnaire" / "write {version} or lower, or raise `version`"
            },
            Self::ReservedId(id) => say! { l
                nl "`{id}` heeft al een vaste betekenis" / "gereserveerd" / "kies een ander id; in tabellen is dit al een vaste kolom of een vast antwoord"
                en "`{id}` already has a fixed meaning" / "reserved" / "choose another id; in tables this is already a fixed column or a fixed answer"
            },
            Self::Unknown { thing, id, suggestion, known } => {
                say! { l, word = thing.word(l), shown = with_codes(id), help = known.choose_for(l, id, suggestion.as_ref());
                    nl "er is geen {word} `{shown}`" / "onbekende {word}" / "{help}"
                    en "there is no {word} `{shown}`" / "unknown {word}" / "{help}"
                }
            }
        }
    }
}
