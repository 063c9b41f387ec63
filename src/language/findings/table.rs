//! Findings about a table of answers (CSV).

use super::{Language, Wording, did_you_mean, ticked};

/// What is wrong with a table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableFinding {
    /// A column that must be there.
    MissingColumn(String),
    /// No column belongs to a question.
    NoQuestionColumns {
        /// Some of the columns that could be there.
        known: Vec<String>,
    },
    /// A column that looks like a question but is none.
    UnknownColumn {
        /// As written.
        column: String,
        /// The nearest question.
        suggestion: Option<String>,
    },
    /// The same column twice.
    DuplicateColumn(String),
    /// A column without a name.
    EmptyColumn,
    /// Another number of fields than the header has.
    FieldCount {
        /// In the header.
        expected: usize,
        /// In this row.
        found: usize,
    },
    /// The table is separated by semicolons or tabs.
    Separator(char),
    /// A row without a council.
    NoCouncil,
    /// Rows of one council that disagree on a class within a wave.
    ClassDiffers {
        /// The council.
        council: String,
        /// The column.
        column: String,
        /// First seen.
        first: String,
        /// Now.
        now: String,
    },
    /// Rows of one council that disagree on its name.
    NameDiffers {
        /// The council.
        council: String,
        /// First seen.
        first: String,
        /// Now.
        now: String,
    },
    /// A header and no rows.
    NoRows,
}

impl TableFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            TableFinding::MissingColumn(column) => Wording::new(
                l.pick(
                    format!("de kolom `{column}` ontbreekt"),
                    format!("the column `{column}` is missing"),
                ),
                l.pick("in deze kopregel", "in this header"),
                l.pick(
                    format!("noem de kolom met de code van het bestuur `{column}`"),
                    format!("name the column with the code of the council `{column}`"),
                ),
            ),
            TableFinding::NoQuestionColumns { known } => {
                let known = ticked(l, known);
                Wording::new(
                    l.pick(
                        "geen enkele kolom hoort bij een vraag",
                        "no column belongs to a question",
                    ),
                    l.pick("in deze kopregel", "in this header"),
                    l.pick(
                        format!("noem de kolommen naar de vragen: {known}"),
                        format!("name the columns after the questions: {known}"),
                    ),
                )
            }
            TableFinding::UnknownColumn { column, suggestion } => Wording::new(
                l.pick(
                    format!("`{column}` lijkt op een vraag, maar is er geen"),
                    format!("`{column}` looks like a question but is none"),
                ),
                l.pick("onbekende kolom", "unknown column"),
                did_you_mean(
                    l,
                    suggestion.as_ref(),
                    l.pick("verbeter de naam".into(), "correct the name".into()),
                ),
            ),
            TableFinding::DuplicateColumn(column) => Wording::new(
                l.pick(
                    format!("de kolom `{column}` staat er twee keer"),
                    format!("the column `{column}` stands there twice"),
                ),
                l.pick("opnieuw", "again"),
                l.pick("houd er één van over", "keep one of the two"),
            ),
            TableFinding::EmptyColumn => Wording::new(
                l.pick("deze kolom heeft geen naam", "this column has no name"),
                l.pick("leeg", "empty"),
                l.pick(
                    "geef de kolom een naam of haal haar weg",
                    "give the column a name or take it away",
                ),
            ),
            TableFinding::Separator(separator) => {
                let name = if *separator == ';' {
                    l.pick("puntkomma's", "semicolons")
                } else {
                    l.pick("tabs", "tabs")
                };
                Wording::new(
                    l.pick(
                        format!("de kolommen zijn gescheiden door {name}, niet door komma's"),
                        format!("the columns are separated by {name}, not by commas"),
                    ),
                    l.pick("kopregel", "header"),
                    l.pick(
                        "bewaar de tabel met komma's als scheidingsteken",
                        "save the table with commas as the separator",
                    ),
                )
            }
            _ => self.rows(l),
        }
    }

    /// The findings about rows.
    fn rows(&self, l: Language) -> Wording {
        match self {
            TableFinding::FieldCount { expected, found } => Wording::new(
                l.pick(
                    format!(
                        "deze rij heeft {found} {}, de kopregel {expected}",
                        l.plural(*found, "veld", "velden")
                    ),
                    format!(
                        "this row has {found} {}, the header {expected}",
                        l.plural(*found, "field", "fields")
                    ),
                ),
                l.pick("deze rij", "this row"),
                l.pick(
                    "kijk naar een komma te veel of te weinig, of een vergeten aanhalingsteken",
                    "look for a comma too many or too few, or a forgotten quote",
                ),
            ),
            TableFinding::NoCouncil => Wording::new(
                l.pick("deze rij noemt geen bestuur", "this row names no council"),
                l.pick("leeg", "empty"),
                l.pick("vul de code van het bestuur in", "fill in the code of the council"),
            ),
            TableFinding::ClassDiffers {
                council,
                column,
                first,
                now,
            } => Wording::new(
                l.pick(
                    format!(
                        "bestuur `{council}` heeft in één ronde twee waarden voor `{column}`: `{first}` en `{now}`"
                    ),
                    format!("council `{council}` has two values for `{column}` in one wave: `{first}` and `{now}`"),
                ),
                l.pick("andere klasse", "another class"),
                l.pick(
                    "geef alle rijen van dit bestuur dezelfde waarde",
                    "give all rows of this council the same value",
                ),
            ),
            TableFinding::NameDiffers { council, first, now } => Wording::new(
                l.pick(
                    format!("bestuur `{council}` heet hier `{now}` en eerder `{first}`"),
                    format!("council `{council}` is called `{now}` here and `{first}` before"),
                ),
                l.pick("andere naam", "another name"),
                l.pick(
                    "de eerste naam wordt gebruikt; maak ze gelijk",
                    "the first name is used; make them the same",
                ),
            ),
            _ => Wording::new(
                l.pick(
                    "de tabel heeft een kopregel en geen rijen",
                    "the table has a header and no rows",
                ),
                l.pick("hierna niets", "nothing after this"),
                l.pick(
                    "controleer of de export volledig was",
                    "check that the export was complete",
                ),
            ),
        }
    }
}
