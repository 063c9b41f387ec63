//! The commands that go on from here, as a person would type them.

use peil::language::help::council_name_placeholder;
use peil::language::{Language, command};
use peil::questionnaire::{Questionnaire, SHIPPED};

use crate::args::Assess;

/// What can be typed next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Commands {
    /// To go on with the draft.
    pub(super) resume: String,
    /// To say that the answers are of another council.
    pub(super) correct: String,
    /// To see the score.
    pub(super) score: String,
}

impl Commands {
    pub(super) fn new(l: Language, args: &Assess, questionnaire: &Questionnaire, path: &str) -> Commands {
        // A shipped questionnaire is found by what the answers say; any other has to be named.
        let shipped = SHIPPED.iter().any(|one| one.id == questionnaire.id);
        let named = args.questionnaire.as_deref().filter(|name| name.exists() || !shipped);
        let named = named.map(|name| name.display().to_string());
        let (assess, score) = match named.as_deref() {
            Some(name) => (vec!["peil", "assess", name, "--resume", path], vec!["peil", "score", path, "-q", name]),
            None => (vec!["peil", "assess", "--resume", path], vec!["peil", "score", path]),
        };
        // A register knows the name of the council; else it has to be said, as that of the one before does not fit.
        let register = args.councils.as_ref().map(|path| path.display().to_string());
        let name = match register.as_deref() {
            Some(register) => ["--councils", register],
            None => ["--name", council_name_placeholder(l)],
        };
        let correct = command(assess.iter().copied().chain(["--council", "CODE"]).chain(name));
        Commands { resume: command(assess), correct, score: command(score) }
    }
}
