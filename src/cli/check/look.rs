//! One file by itself: read, taken for what it is, and checked as far as that can be done without the others. Its tree
//! is gone when this is over, and so is its text where nothing needs it any more.

use std::path::Path;

use jiff::civil::Date;
use peil::diagnostics::Diagnostics;
use peil::responses::{self, Input, Origin, Register};
use peil::source::{BadEncoding, Binary, FileId, ReadError, Sources, Span, beginning, is_read_once};
use peil::{lint, questionnaire, yaml};

use super::beside::Beside;
use super::known::Known;

/// So many problems of one file are kept: more than anybody reads.
pub(super) const MOST_FOUND: usize = 10_000;

/// What is left of a file that has been looked at.
pub(super) struct Looked {
    /// The file alone.
    pub(super) sources: Sources,
    pub(super) found: Diagnostics,
    pub(super) holds: Holds,
}

/// What a file turned out to hold.
pub(super) enum Holds {
    /// A questionnaire without errors.
    Questionnaire(Known),
    /// Answers, which wait for their questionnaire.
    Answers(Answers),
    /// A mapping or targets, likewise.
    Beside(Beside),
    /// A register without errors, which waits for the answers of its councils.
    Register(Register),
    /// Nothing that others could need.
    Nothing,
}

/// Answers that wait for their questionnaire; their text is kept, their tree is not.
pub(super) struct Answers {
    pub(super) file: FileId,
    /// Of a table, how its text came about.
    pub(super) table: Option<Origin>,
    /// The id and version of the questionnaire that they name, and where.
    pub(super) declared: Option<(String, String, Span)>,
}

/// Looks at the file that is to have this id.
///
/// # Errors
/// It cannot be read.
pub(super) fn look(path: &Path, file: FileId, today: Option<Date>) -> Result<Looked, ReadError> {
    let mut looked =
        Looked { sources: Sources::apart(file), found: Diagnostics::at_most(MOST_FOUND), holds: Holds::Nothing };
    if responses::TableFormat::of(path).is_some() || is_unnamed_table(path)? {
        let inputs = responses::read(&[path.to_owned()], &[], &mut looked.sources, &mut looked.found)?;
        looked.holds = inputs.first().map_or(Holds::Nothing, |input| table(input, file, &mut looked));
        return Ok(looked);
    }
    looked.sources.read(path, yaml::SIZE_LIMIT)?;
    match yaml::parse(file, &looked.sources, &mut looked.found) {
        Some(node) if responses::is_answers(&node) => {
            let input = Input::Sheet(file, Some(node));
            if let Some(today) = today {
                responses::kept_too_long([&input], today, &looked.sources, &mut looked.found);
            }
            looked.holds = answers(&input, file, &looked.sources);
            return Ok(looked);
        }
        Some(node) if let Some(beside) = Beside::of(file, &node) => {
            looked.holds = Holds::Beside(beside);
            return Ok(looked);
        }
        // Anything else is held to be a questionnaire, so that a wrong first line is reported.
        Some(node) => {
            if let Some(questionnaire) = questionnaire::parse(&node, &mut looked.found) {
                lint::run(&questionnaire, &node, &mut looked.found);
                looked.holds = Holds::Questionnaire(Known::read_from(path, &questionnaire));
            }
        }
        None => {}
    }
    // What cannot be read a second time, such as a pipe, is kept for those who need the questionnaire.
    if looked.found.is_empty() && path.is_file() {
        looked.sources.forget(file);
    }
    Ok(looked)
}

/// Whether what has no telling name, such as a pipe, is a table: one with councils in its first line.
fn is_unnamed_table(path: &Path) -> Result<bool, ReadError> {
    /// A first line is shorter.
    const BEGINNING: u64 = 1 << 20;
    if path.extension().is_some() {
        return Ok(false);
    }
    let mut sources = Sources::new();
    let file = sources.add_bytes("", beginning(path, BEGINNING)?);
    let source = sources.get(file);
    if let Some(BadEncoding::Binary(_, Some(Binary::Parquet))) = source.bad_encoding() {
        return Ok(true);
    }
    if source.text().is_empty() {
        // Of what is packed tightly nothing comes out before more is read.
        return Ok(is_read_once(path));
    }
    let is_table = !responses::begins_as_yaml(source.text());
    Ok(is_table && responses::header(file, &sources).iter().any(|name| name == "council"))
}

/// A table of answers, unless its header says that it is a register of councils.
fn table(input: &Input, file: FileId, looked: &mut Looked) -> Holds {
    let header = responses::header(file, &looked.sources);
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    if responses::is_register(&header) {
        let register = responses::read_register(file, &looked.sources, None, &mut looked.found);
        return register.map_or(Holds::Nothing, Holds::Register);
    }
    answers(input, file, &looked.sources)
}

fn answers(input: &Input, file: FileId, sources: &Sources) -> Holds {
    let table = match input {
        Input::Table(_, origin) => Some(origin.clone()),
        Input::Sheet(..) => None,
    };
    Holds::Answers(Answers { file, table, declared: responses::declared(std::slice::from_ref(input), sources) })
}
