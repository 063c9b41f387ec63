//! Findings about ids, versions and references.

use super::{Language, Wording, did_you_mean, ticked};

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
    /// `b3:` and 64 hexadecimal digits.
    Hash,
}

impl Form {
    fn word(self, l: Language) -> &'static str {
        match self {
            Form::Id => "id",
            Form::Version => l.pick("versie", "version"),
            Form::Language => l.pick("taal", "language"),
            Form::Wave => l.pick("ronde", "wave"),
            Form::Date => l.pick("datum", "date"),
            Form::Hash => l.pick("controlegetal", "content hash"),
        }
    }

    fn remedy(self, l: Language) -> &'static str {
        match self {
            Form::Id => l.pick(
                "gebruik letters a–z, cijfers, `-` en `_`, met een letter of cijfer vooraan, hoogstens 64 tekens",
                "use letters a–z, digits, `-` and `_`, starting with a letter or digit, at most 64 characters",
            ),
            Form::Version => l.pick("schrijf drie getallen: 1.0.0", "write three numbers: 1.0.0"),
            Form::Language => l.pick(
                "schrijf een taalcode: nl, en, fr, nl-BE",
                "write a language code: nl, en, fr, nl-BE",
            ),
            Form::Wave => l.pick(
                "schrijf een geheel getal (2026) of een datum (2026-03-01)",
                "write a whole number (2026) or a date (2026-03-01)",
            ),
            Form::Date => l.pick("schrijf jaar-maand-dag: 2028-12-31", "write year-month-day: 2028-12-31"),
            Form::Hash => l.pick(
                "neem de regel over zoals peil hem schreef",
                "copy the line as peil wrote it",
            ),
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
        /// Those there are.
        known: Vec<String>,
    },
}

impl NameFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            NameFinding::Malformed { form, found } => {
                let word = form.word(l);
                Wording::new(
                    l.pick(
                        format!("`{found}` kan geen {word} zijn"),
                        format!(
                            "`{found}` cannot be {} {word}",
                            if *form == Form::Id { "an" } else { "a" }
                        ),
                    ),
                    l.pick(
                        format!("geen {word}"),
                        format!("not {} {word}", if *form == Form::Id { "an" } else { "a" }),
                    ),
                    form.remedy(l),
                )
            }
            NameFinding::DuplicateId { thing, id } => {
                let word = thing.word(l);
                Wording::new(
                    l.pick(
                        format!("het id `{id}` is al gebruikt"),
                        format!("the id `{id}` is used already"),
                    ),
                    l.pick(format!("{word} met hetzelfde id"), format!("{word} with the same id")),
                    l.pick(
                        format!("geef deze {word} een eigen id"),
                        format!("give this {word} an id of its own"),
                    ),
                )
            }
            NameFinding::ReservedId(id) => Wording::new(
                l.pick(
                    format!("`{id}` heeft al een vaste betekenis"),
                    format!("`{id}` has a fixed meaning already"),
                ),
                l.pick("gereserveerd", "reserved"),
                l.pick(
                    "kies een ander id: dit is een vaste kolom of een vast antwoord in tabellen",
                    "choose another id: this is a fixed column or a fixed answer in tables",
                ),
            ),
            NameFinding::Unknown {
                thing,
                id,
                suggestion,
                known,
            } => {
                let word = thing.word(l);
                Wording::new(
                    l.pick(
                        format!("er is geen {word} `{id}`"),
                        format!("there is no {word} `{id}`"),
                    ),
                    l.pick(format!("onbekende {word}"), format!("unknown {word}")),
                    did_you_mean(l, suggestion.as_ref(), {
                        let known = ticked(l, known);
                        l.pick(format!("dit zijn ze: {known}"), format!("these exist: {known}"))
                    }),
                )
            }
        }
    }
}
