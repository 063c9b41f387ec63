//! The commands that go on from here, as a person would type them.

use peil::language::command;
use peil::questionnaire::{Questionnaire, SHIPPED};

use crate::args::Assess;

/// What can be typed next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Commands {
    /// To go on with the draft.
    pub(super) resume: String,
    /// To see the score.
    pub(super) score: String,
}

impl Commands {
    pub(super) fn new(args: &Assess, questionnaire: &Questionnaire, path: &str) -> Commands {
        // A shipped questionnaire is found by what the answers say; any other has to be named.
        let shipped = SHIPPED.iter().any(|one| one.id == questionnaire.id);
        let named = args.questionnaire.as_deref().filter(|name| name.exists() || !shipped);
        let named = named.map(|name| name.display().to_string());
        match named.as_deref() {
            Some(name) => Commands {
                resume: command(["peil", "assess", name, "--resume", path]),
                score: command(["peil", "score", path, "-q", name]),
            },
            None => Commands {
                resume: command(["peil", "assess", "--resume", path]),
                score: command(["peil", "score", path]),
            },
        }
    }
}
