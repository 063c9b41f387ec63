//! Findings about a mapping file beside the export that it is for.

use super::{Language, Wording, did_you_mean};

/// What is wrong with a mapping.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportFinding {
    /// It was made for another questionnaire.
    OtherQuestionnaire {
        /// As written in the mapping.
        found: String,
        /// The one given.
        expected: String,
    },
    /// None of the files has a column that it names.
    NoColumn {
        /// As written.
        column: String,
        /// The nearest column.
        suggestion: Option<String>,
    },
}

impl ImportFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::OtherQuestionnaire { found, expected } => say! { l
                nl "deze koppeling hoort bij de vragenlijst `{found}`, niet bij `{expected}`" / "een andere vragenlijst" / "geef de juiste vragenlijst mee met `-q`, of maak een nieuwe koppeling met `--suggest`"
                en "this mapping belongs to the questionnaire `{found}`, not to `{expected}`" / "another questionnaire" / "give the right questionnaire with `-q`, or make a new mapping with `--suggest`"
            },
            Self::NoColumn { column, suggestion } => {
                say! { l, help = did_you_mean(l, suggestion.as_ref(), l.pick("verbeter de naam of haal de regel weg", "correct the name or remove the line").into());
                    nl "geen bestand heeft een kolom `{column}`" / "onbekende kolom" / "{help}"
                    en "no file has a column `{column}`" / "unknown column" / "{help}"
                }
            }
        }
    }
}
