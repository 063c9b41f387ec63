//! What is said of files that lie among answers and hold none.

use super::failure::help_word;
use super::{Language, number};

/// What a file among answers holds instead of answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAnswers {
    /// Scores.
    Scores,
    /// Where a number comes from.
    Derivation,
    /// A list of who is invited.
    Invitation,
    /// Rows that were not taken in.
    Rejects,
    /// What `check` found.
    Findings,
    /// A register of councils.
    Register,
    /// The form that is sent out.
    Form,
}

impl NoAnswers {
    /// "een register van besturen"
    pub(super) fn named(self, l: Language) -> &'static str {
        match self {
            NoAnswers::Scores => l.pick("scores", "scores"),
            NoAnswers::Derivation => l.pick("de herkomst van een cijfer", "where a number comes from"),
            NoAnswers::Invitation => l.pick("een uitnodigingslijst", "a list of who is invited"),
            NoAnswers::Rejects => l.pick("rijen die niet pasten", "rows that did not fit"),
            NoAnswers::Findings => l.pick("wat peil check vond", "what peil check found"),
            NoAnswers::Register => l.pick("een register van besturen", "a register of councils"),
            NoAnswers::Form => l.pick("het formulier zelf", "the form itself"),
        }
    }
}

/// Where an import writes itself, in a folder that it reads.
pub fn own_output(l: Language, path: &str) -> String {
    l.pick(
        format!("Overgeslagen: `{path}` (hier schrijft deze import naartoe)."),
        format!("Passed over: `{path}` (this import writes there)."),
    )
}

/// What a file may hold answers as, for a command that does not take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untaken {
    /// A spreadsheet.
    Spreadsheet,
    /// A table that only machines write.
    Table,
    /// Several files in one.
    Archive,
}

impl Untaken {
    /// In the order in which they are told of.
    pub const ALL: [Untaken; 3] = [Untaken::Spreadsheet, Untaken::Table, Untaken::Archive];
}

/// "Overgeslagen: `ict.xlsx`. Rekenbladen leest alleen `peil import`."
pub fn untaken(l: Language, kind: Untaken, paths: &[String]) -> String {
    let list = first_few(l, paths, |path| format!("`{path}`"));
    let why = match kind {
        Untaken::Spreadsheet => {
            l.pick("Rekenbladen leest alleen `peil import`.", "Only `peil import` reads spreadsheets.")
        }
        Untaken::Table => l.pick("Zulke tabellen leest `peil score`.", "Such tables are read by `peil score`."),
        Untaken::Archive => l.pick("Pak een zip eerst uit.", "Unpack a zip first."),
    };
    l.pick(format!("Overgeslagen: {list}. {why}"), format!("Passed over: {list}. {why}"))
}

/// "Overgeslagen: `scores.csv` (scores) en `besturen.csv` (een register van besturen)."
pub fn passed_over(l: Language, files: &[(String, NoAnswers)]) -> String {
    let list = first_few(l, files, |(path, held)| format!("`{path}` ({})", held.named(l)));
    let passed_over = l.pick(format!("Overgeslagen: {list}."), format!("Passed over: {list}."));
    match files.iter().any(|(_, held)| *held == NoAnswers::Form) {
        true => format!("{passed_over}\n{}: {}", help_word(l), form_came_back(l)),
        false => passed_over,
    }
}

/// What to do about the form itself: it may lie there to be sent out, or be what came back in place of the answers.
pub(super) fn form_came_back(l: Language) -> String {
    let save = super::form::save(l);
    l.pick(
        format!(
            "kreeg u dit van een deelnemer terug, vraag dan het bestand dat de knop ‘{save}’ in het formulier maakt; het \
             heet naar de vragenlijst, eindigt op .json en staat meestal in de map Downloads"
        ),
        format!(
            "if a participant sent this back, ask for the file that the button ‘{save}’ in the form makes; it is named \
             after the questionnaire, ends in .json and is usually in the Downloads folder"
        ),
    )
}

fn first_few<T>(l: Language, all: &[T], one: impl Fn(&T) -> String) -> String {
    const SHOWN: usize = 5;
    let mut shown: Vec<String> = all.iter().take(SHOWN).map(one).collect();
    if all.len() > SHOWN {
        let more = number::whole(l, (all.len() - SHOWN) as u64);
        shown.push(l.pick(format!("nog {more}"), format!("{more} more")));
    }
    l.list(&shown)
}
