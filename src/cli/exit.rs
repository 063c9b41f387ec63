//! Exit codes. They never depend on the format of the output.

use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Done; nothing wrong at the failing level.
    Done,
    /// Ran to the end and found problems in the user's files.
    Findings,
    /// Could not go on: wrong usage, an unreadable file, an output that cannot be written.
    CannotRun,
    /// Nothing matched: a run that looked at nothing is not a success.
    NothingMatched,
    /// Interrupted; what was answered is saved, and no file is half written.
    Interrupted,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Done => 0,
            Exit::Findings => 1,
            Exit::CannotRun => 2,
            Exit::NothingMatched => 3,
            Exit::Interrupted => 130,
        })
    }
}
