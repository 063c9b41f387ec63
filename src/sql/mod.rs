//! The scoring of one questionnaire as one SQL statement, for an engine where the answers already are or where they no
//! longer fit one machine. It makes text from a questionnaire; it knows nothing of answers, files or connections.
//!
//! The statement is a chain of steps, each a common table expression, in the order of the definition: what was answered,
//! what was asked, what an answer is worth, the cell of a respondent, of a role, of a council, the dimensions and the whole,
//! and where a council stands.

mod cells;
mod comment;
mod conditions;
mod councils;
mod dialect;
mod dimensions;
mod head;
mod names;
mod respondents;
mod scores;
mod shares;
mod standing;
mod steps;

pub use dialect::Dialect;

use crate::language::Language;
use crate::questionnaire::{CONSENSUS, Questionnaire};
use names::Names;
use steps::Steps;

/// Behind the name of a column: who does what was answered, which plays no part in a score.
const VIA: &str = ".via";

/// What the statement is made for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The engine.
    pub dialect: Dialect,
    /// The parts of the name of the table with the answers: `answers`, or a schema before it.
    pub table: Vec<String>,
    /// Which columns that table has besides those of the questions.
    pub columns: Columns,
    /// The language of the comments.
    pub language: Language,
    /// The tag that picks the texts of the questionnaire, such as `nl-BE`.
    pub tag: String,
}

/// The columns of the table with the answers besides those of the questions; `council` is always there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Whether it has `name`.
    pub name: bool,
    /// Whether it has `wave`.
    pub wave: bool,
    /// Whether it has `role`.
    pub role: bool,
    /// Whether it has `scan`.
    pub scan: bool,
    /// Whether it has `questionnaire`.
    pub questionnaire: bool,
    /// Its classes, in the order of their names.
    pub classes: Vec<String>,
    /// The classes within which councils are compared.
    pub within: Vec<String>,
}

impl Columns {
    /// What a table of answers usually has.
    pub const USUAL: [&'static str; 5] = ["council", "name", "wave", "role", "scan"];

    /// The columns with these names, those to compare `within` among them.
    ///
    /// # Errors
    /// A name that is no class: one that the scores have themselves, or none at all.
    pub fn new(questionnaire: &Questionnaire, named: &[String], within: &[String]) -> Result<Columns, String> {
        let mut columns = Columns { within: within.to_vec(), ..Columns::default() };
        for name in named {
            match name.as_str() {
                "council" | "respondent" => {}
                "name" => columns.name = true,
                "wave" => columns.wave = true,
                "role" => columns.role = true,
                "scan" => columns.scan = true,
                "questionnaire" => columns.questionnaire = true,
                _ if questionnaire.column(name.strip_suffix(VIA).unwrap_or(name)).is_some() => {}
                _ => columns.classes.push(name.clone()),
            }
        }
        columns.classes.extend_from_slice(within);
        columns.classes.sort();
        columns.classes.dedup();
        let is_none = |class: &&String| {
            let of_question = questionnaire.column(class.strip_suffix(VIA).unwrap_or(class)).is_some();
            class.trim().is_empty() || questionnaire.is_own_column(class) || of_question
        };
        match columns.classes.iter().find(is_none) {
            Some(class) => Err(class.clone()),
            None => Ok(columns),
        }
    }
}

/// Two columns that an engine cannot tell apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// One of them.
    pub one: String,
    /// The other.
    pub other: String,
}

/// The statement.
///
/// # Errors
/// When the engine cannot tell two columns apart that differ in capitals only, or in what follows 63 bytes.
pub fn statement(questionnaire: &Questionnaire, request: &Request) -> Result<String, Clash> {
    let d = request.dialect;
    d.tells_apart(&respondents::read(questionnaire, request))?;
    d.tells_apart(&standing::written(questionnaire, request))?;
    let build = Build { q: questionnaire, request, d, l: request.language, names: Names::new(questionnaire) };
    let mut steps = Steps::new(request);
    respondents::steps(&build, &mut steps);
    conditions::steps(&build, &mut steps);
    shares::steps(&build, &mut steps);
    cells::steps(&build, &mut steps);
    councils::steps(&build, &mut steps);
    dimensions::steps(&build, &mut steps);
    scores::steps(&build, &mut steps);
    let last = standing::query(&build, &mut steps);
    Ok(format!("{}{}{last}", head::head(&build), steps.text()))
}

/// What every step is made from.
struct Build<'a> {
    q: &'a Questionnaire,
    request: &'a Request,
    d: Dialect,
    l: Language,
    names: Names,
}

impl Build<'_> {
    fn columns(&self) -> &Columns {
        &self.request.columns
    }

    /// Whether some respondents may not be asked a question.
    fn is_routed(&self, question: usize) -> bool {
        let question = &self.q.questions[question];
        question.when.is_some()
            || (self.columns().role && question.roles.is_some())
            || (self.columns().scan && !question.quick)
    }

    /// Whether two waves may have to be compared on the quick scan only.
    fn compares_quick(&self) -> bool {
        self.columns().wave && self.columns().scan
    }

    /// The names of the classes within the statement.
    fn classes(&self) -> Vec<String> {
        (1..=self.columns().classes.len()).map(|place| format!("class_{place}")).collect()
    }

    /// An internal name in quotes.
    fn id(&self, name: &str) -> String {
        self.d.identifier(name)
    }

    /// An internal name with something behind it, in quotes.
    fn of(&self, name: &str, what: &str) -> String {
        self.d.identifier(&format!("{name} {what}"))
    }
}
