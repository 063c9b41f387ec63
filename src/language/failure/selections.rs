//! What is asked of answers that do not hold it: a council, a wave, a class.

use super::{Sentence, sentence};
use crate::language::{Language, command};

/// What to give instead of a council that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Instead {
    /// The ids of those with a name like what was given, of which there is at least one.
    Named {
        /// The name, as the answers have it.
        name: String,
        /// The ids.
        ids: Vec<String>,
    },
    /// An id that is near what was given.
    Near(String),
    /// Some of those that there are.
    Any(Vec<String>),
}

impl Instead {
    fn help(&self, l: Language) -> String {
        match self {
            Instead::Named { name, ids } => {
                let flags: Vec<String> = ids.iter().map(|id| command(["--council", id])).collect();
                let flags = l.either(&flags);
                match ids.as_slice() {
                    [id] => l.pick(
                        format!("{name} heeft de code {id}: geef {flags}"),
                        format!("{name} has the code {id}: give {flags}"),
                    ),
                    _ => l.pick(
                        format!("meer dan één bestuur heet {name}: geef {flags}"),
                        format!("more than one council is called {name}: give {flags}"),
                    ),
                }
            }
            Instead::Near(near) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
            Instead::Any(some) => {
                let list = l.list(some);
                l.pick(
                    format!("in de antwoorden staan bijvoorbeeld {list}"),
                    format!("the answers hold for example {list}"),
                )
            }
        }
    }
}

/// A council that is not among the answers; a name is no id.
pub fn no_council(l: Language, id: &str, instead: &Instead) -> Sentence {
    sentence(
        l.pick(
            format!("bestuur `{id}` komt niet voor in de antwoorden"),
            format!("council `{id}` is not in the answers"),
        ),
        instead.help(l),
    )
}

/// A council that answered, but not in the wave asked for.
pub fn council_of_other_wave(l: Language, id: &str, wave: &str, waves: &[String]) -> Sentence {
    let (list, either) = (l.list(waves), l.either(waves));
    sentence(
        l.pick(
            format!("bestuur `{id}` komt niet voor in ronde {wave}, wel in {list}"),
            format!("council `{id}` is not in wave {wave}, but in {list}"),
        ),
        l.pick(format!("kies --wave {either}"), format!("choose --wave {either}")),
    )
}

/// A council that answered, but not in a wave.
pub fn council_without_wave(l: Language, id: &str, wave: &str) -> Sentence {
    l.pick(
        sentence(
            format!("bestuur `{id}` komt niet voor in ronde {wave}: zijn antwoorden hebben geen ronde"),
            "vul bij deze antwoorden de ronde in",
        ),
        sentence(
            format!("council `{id}` is not in wave {wave}: its answers have no wave"),
            "fill in the wave of these answers",
        ),
    )
}

/// Several councils where the page is about one.
pub fn one_council_at_a_time(l: Language, by: &str) -> Sentence {
    l.pick(
        sentence(format!("`{by}` gaat over één bestuur tegelijk"), "geef --council één keer, of laat het weg"),
        sentence(format!("`{by}` is about one council at a time"), "give --council once, or leave it out"),
    )
}

/// More than one council where one is needed.
pub fn which_council(l: Language, count: usize, some: &[String]) -> Sentence {
    let list = l.either(some);
    sentence(
        l.pick(
            format!("de antwoorden gaan over {count} besturen; kies er één"),
            format!("the answers are about {count} councils; choose one"),
        ),
        l.pick(format!("voeg --council toe, bijvoorbeeld {list}"), format!("add --council, for example {list}")),
    )
}

/// A wave that is not among the answers.
pub fn no_wave(l: Language, wave: &str, some: &[String]) -> Sentence {
    if some.is_empty() {
        return l.pick(
            sentence("de antwoorden noemen geen rondes".to_owned(), "laat --wave weg"),
            sentence("the answers name no waves".to_owned(), "leave --wave out"),
        );
    }
    let list = l.list(some);
    sentence(
        l.pick(
            format!("ronde `{wave}` komt niet voor in de antwoorden"),
            format!("wave `{wave}` is not in the answers"),
        ),
        l.pick(format!("dit zijn de rondes: {list}"), format!("these are the waves: {list}")),
    )
}

/// A class column that is not among the answers.
pub fn no_column(l: Language, column: &str, near: Option<&str>, known: &[String]) -> Sentence {
    let list = l.list(known);
    let help = match (near, known) {
        (Some(near), _) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
        (None, []) => l.pick(
            "geef met `--councils` een register mee waarin de klasse een kolom is, of zet die kolom in de tabel met \
             antwoorden"
                .to_owned(),
            "give a register with `--councils` in which the class is a column, or put that column in the table of answers"
                .to_owned(),
        ),
        (None, _) => l.pick(format!("dit zijn de kolommen: {list}"), format!("these are the columns: {list}")),
    };
    sentence(
        l.pick(
            format!("er is geen kolom `{column}` in de antwoorden"),
            format!("the answers have no column `{column}`"),
        ),
        help,
    )
}
