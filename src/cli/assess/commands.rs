//! The commands that go on from here, as a person would type them.

use std::path::Path;

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
    pub(super) fn new(args: &Assess, questionnaire: &Questionnaire, path: &str) -> Commands {
        // A shipped questionnaire is found by what the answers say; any other has to be named.
        let shipped = SHIPPED.iter().any(|one| one.id == questionnaire.id);
        let named = args.questionnaire.as_deref().filter(|name| name.exists() || !shipped).map(quoted);
        let path = quoted(Path::new(path));
        let (resume, score) = match named {
            Some(name) => (format!("peil assess {name} --resume {path}"), format!("peil score {path} -q {name}")),
            None => (format!("peil assess --resume {path}"), format!("peil score {path}")),
        };
        Commands { correct: format!("{resume} --council CODE"), resume, score }
    }
}

fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    if text.contains(char::is_whitespace) { format!("\"{text}\"") } else { text }
}
