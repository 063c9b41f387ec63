//! The flags that say how bad each kind of problem is held to be.

use peil::diagnostics::{Level, LevelError, Levels};
use peil::language::{Language, failure};

use crate::args::Check;
use crate::failure::Failure;

/// The levels that the flags set.
pub(super) fn levels(l: Language, args: &Check) -> Result<Levels, Failure> {
    let mut levels = Levels::new();
    let flags = [(&args.allow, Level::Allow), (&args.warn, Level::Warn), (&args.deny, Level::Deny)];
    for (words, level) in flags {
        for word in words {
            levels.set(word.trim(), level).map_err(|error| {
                Failure::new(match error {
                    LevelError::Unknown(word, near) => failure::unknown_code(l, &word, near),
                    LevelError::Fixed(code) => failure::fixed_code(l, code.id()),
                    LevelError::Twice(word) => failure::two_levels(l, &word),
                })
            })?;
        }
    }
    Ok(levels)
}
