//! Findings about a register of councils (CSV).

use super::{Language, Wording, did_you_mean};

/// What is wrong with a register, or with answers beside it.
#[derive(Clone, Debug, PartialEq)]
pub enum RegisterFinding {
    /// A column that is nearly one with a meaning of its own.
    UnknownColumn {
        /// As written.
        column: String,
        /// The one that it is near to.
        suggestion: String,
    },
    /// Two rows of one council that hold on the same day and differ.
    RowsDisagree {
        /// The council.
        council: String,
        /// The column.
        column: String,
        /// What the row before says.
        first: String,
        /// What this one says.
        now: String,
    },
    /// A row that holds until before it begins to.
    EndsBeforeItBegins {
        /// The first day.
        from: String,
        /// The last day.
        to: String,
    },
    /// A council that is its own successor, or becomes so by way of others.
    Circular(String),
    /// A council that answered and is not in the register.
    Absent {
        /// Its code.
        council: String,
        /// One in the register that it is near to.
        suggestion: Option<String>,
    },
    /// A council that is in the register, but not at the time that it answered.
    NotInWave {
        /// Its code.
        council: String,
        /// When it answered.
        wave: String,
    },
    /// How many there are of either, where not all are told.
    ManyAbsent(usize),
    /// A class that the answers give otherwise.
    ClassDiffers {
        /// The council.
        council: String,
        /// The wave, where there are any.
        wave: Option<String>,
        /// The column.
        column: String,
        /// What the register says.
        register: String,
        /// What the answers say.
        answers: String,
    },
    /// How many there are of them, where not all are told.
    ManyDiffer(usize),
}

impl RegisterFinding {
    pub(super) fn wording(&self, l: Language) -> Wording {
        match self {
            Self::UnknownColumn { column, suggestion } => say! { l
                nl "`{column}` lijkt op de kolom `{suggestion}`, maar heet anders" / "onbekende kolom" / "bedoelde u `{suggestion}`? zo niet, geef de kolom een naam die er minder op lijkt"
                en "`{column}` looks like the column `{suggestion}` but is called otherwise" / "unknown column" / "did you mean `{suggestion}`? if not, choose a name that is less like it"
            },
            Self::RowsDisagree { council, column, first, now } => say! { l
                nl "twee rijen van bestuur `{council}` gelden op dezelfde dag en verschillen in `{column}`: `{first}` en `{now}`" / "geldt tegelijk met een andere rij" / "laat de ene ophouden (`valid_to`) voor de andere begint (`valid_from`), of maak ze gelijk"
                en "two rows of council `{council}` hold on the same day and differ in `{column}`: `{first}` and `{now}`" / "holds together with another row" / "let one end (`valid_to`) before the other begins (`valid_from`), or make them the same"
            },
            Self::EndsBeforeItBegins { from, to } => say! { l
                nl "deze rij houdt op ({to}) voor ze begint ({from})" / "voor het begin" / "verbeter `valid_from` of `valid_to`; beide dagen tellen mee"
                en "this row ends ({to}) before it begins ({from})" / "before the start" / "correct `valid_from` or `valid_to`; both days are included"
            },
            Self::Circular(council) => say! { l
                nl "bestuur `{council}` komt via zijn opvolgers weer bij zichzelf uit" / "terug bij het begin" / "een opvolger is een bestuur dat later kwam; haal weg wat niet klopt"
                en "council `{council}` comes back to itself through its successors" / "back to the start" / "a successor is a council that came later; remove what is not right"
            },
            Self::Absent { .. } | Self::NotInWave { .. } | Self::ManyAbsent(_) => self.absent(l),
            Self::ClassDiffers { council, wave, column, register, answers } => {
                say! { l, wave = wave.as_ref().map_or(String::new(), |wave| l.pick(format!(" in ronde {wave}"), format!(" in wave {wave}")));
                    nl "`{column}` van bestuur `{council}`{wave} is `{register}` in het register, maar `{answers}` bij de antwoorden" / "in het register" / "peil gebruikt het register; verbeter wat er fout is"
                    en "`{column}` of council `{council}`{wave} is `{register}` in the register but `{answers}` in the answers" / "in the register" / "peil uses the register; correct what is wrong"
                }
            }
            Self::ManyDiffer(count) => say! { l
                nl "{count} klassen bij de antwoorden zijn anders dan in het register" / "dit register" / "peil gebruikt het register; kijk of het bij deze antwoorden hoort"
                en "{count} classes given with the answers differ from the register" / "this register" / "peil uses the register; check that it belongs to these answers"
            },
        }
    }

    fn absent(&self, l: Language) -> Wording {
        match self {
            Self::NotInWave { council, wave } => say! { l
                nl "bestuur `{council}` staat in het register, maar geen van zijn rijen geldt in {wave}" / "in dit register" / "pas `valid_from` of `valid_to` aan, of voeg een rij toe; tot dan heeft het alleen de klassen die bij de antwoorden staan"
                en "council `{council}` is in the register, but none of its rows holds in {wave}" / "in this register" / "change `valid_from` or `valid_to`, or add a row; until then it has only the classes given with the answers"
            },
            Self::ManyAbsent(count) => say! { l
                nl "{count} keer staat een bestuur dat antwoordde niet in het register" / "dit register" / "kijk of het register bij deze antwoorden hoort"
                en "{count} times a council that answered is not in the register" / "this register" / "check that the register belongs to these answers"
            },
            Self::Absent { council, suggestion } => {
                let otherwise = l.pick(
                    "voeg een rij toe; tot dan heeft het alleen de klassen die bij de antwoorden staan",
                    "add a row; until then it has only the classes given with the answers",
                );
                say! { l, help = did_you_mean(l, suggestion.as_ref(), otherwise.to_owned());
                    nl "bestuur `{council}` antwoordde, maar staat niet in het register" / "niet in dit register" / "{help}"
                    en "council `{council}` answered but is not in the register" / "not in this register" / "{help}"
                }
            }
            _ => Wording { message: String::new(), label: String::new(), help: String::new() },
        }
    }
}
