//! How bad each kind of problem is held to be: what the catalogue says, unless the user says otherwise.
//!
//! Every format, the verdict and the exit code go by what is decided here.

use std::collections::BTreeMap;

use super::{Code, Severity, nearest};

/// What the user says of a kind of problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Do not show it.
    Allow,
    /// Show it; the run still succeeds.
    Warn,
    /// Show it as an error; the run fails.
    Deny,
}

/// Why a level cannot be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LevelError {
    /// No code is called so; the nearest one, if there is.
    Unknown(String, Option<&'static str>),
    /// What makes a file unusable cannot be less than an error.
    Fixed(Code),
    /// The same code, or all warnings, at two levels.
    Twice(String),
}

/// The levels that the user sets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    warnings: Option<Level>,
    codes: BTreeMap<Code, Level>,
}

impl Levels {
    /// The word for all that the catalogue calls a warning.
    pub const WARNINGS: &str = "warnings";

    /// Those of the catalogue.
    pub fn new() -> Levels {
        Levels::default()
    }

    /// Sets the level of a code, or of all warnings; a code counts more than all warnings, whichever comes first.
    ///
    /// # Errors
    /// [`LevelError`] says why this level cannot be set.
    pub fn set(&mut self, word: &str, level: Level) -> Result<(), LevelError> {
        if word == Self::WARNINGS {
            return match self.warnings.replace(level) {
                Some(before) if before != level => Err(LevelError::Twice(word.to_owned())),
                _ => Ok(()),
            };
        }
        let code = Code::named(word).ok_or_else(|| unknown(word))?;
        if level != Level::Deny && code.is_fixed() {
            return Err(LevelError::Fixed(code));
        }
        match self.codes.insert(code, level) {
            Some(before) if before != level => Err(LevelError::Twice(word.to_owned())),
            _ => Ok(()),
        }
    }

    /// How bad a problem of this kind is; `None` when it is not to be shown.
    pub fn severity(&self, code: Code) -> Option<Severity> {
        let group = if code.severity() == Severity::Warning { self.warnings } else { None };
        match self.codes.get(&code).copied().or(group) {
            None => Some(code.severity()),
            Some(Level::Allow) => None,
            Some(Level::Warn) => Some(Severity::Warning),
            Some(Level::Deny) => Some(Severity::Error),
        }
    }
}

fn unknown(word: &str) -> LevelError {
    let known = Code::ALL.iter().map(|code| code.id()).chain([Levels::WARNINGS]);
    let near = nearest(word, known.clone());
    LevelError::Unknown(word.to_owned(), near.and_then(|near| known.clone().find(|id| *id == near)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(set: &[(&str, Level)]) -> Result<Levels, LevelError> {
        let mut levels = Levels::new();
        set.iter().try_for_each(|(word, level)| levels.set(word, *level))?;
        Ok(levels)
    }

    #[test]
    fn a_code_counts_more_than_all_warnings_in_either_order() {
        for set in [
            [("warnings", Level::Deny), ("no-rows", Level::Allow)],
            [("no-rows", Level::Allow), ("warnings", Level::Deny)],
        ] {
            let levels = levels(&set).expect("fine");
            assert_eq!(levels.severity(Code::NoRows), None);
            assert_eq!(levels.severity(Code::NoAnswers), Some(Severity::Error));
            assert_eq!(levels.severity(Code::DuplicateId), Some(Severity::Error));
        }
    }

    #[test]
    fn a_failing_golden_test_can_be_a_warning_but_a_file_that_cannot_be_used_cannot() {
        assert_eq!(
            levels(&[("golden-test", Level::Warn)]).map(|levels| levels.severity(Code::GoldenTest)),
            Ok(Some(Severity::Warning))
        );
        for level in [Level::Warn, Level::Allow] {
            assert_eq!(levels(&[("duplicate-id", level)]), Err(LevelError::Fixed(Code::DuplicateId)));
        }
        assert!(levels(&[("duplicate-id", Level::Deny)]).is_ok());
    }

    #[test]
    fn two_levels_for_one_thing_and_words_that_are_no_code_are_refused() {
        let twice = [("no-rows", Level::Allow), ("no-rows", Level::Deny)];
        assert_eq!(levels(&twice), Err(LevelError::Twice("no-rows".into())));
        assert!(levels(&[("no-rows", Level::Deny), ("no-rows", Level::Deny)]).is_ok());
        let unknown = |word: &str, near| Err(LevelError::Unknown(word.into(), near));
        assert_eq!(levels(&[("no-row", Level::Deny)]), unknown("no-row", Some("no-rows")));
        assert_eq!(levels(&[("warning", Level::Deny)]), unknown("warning", Some("warnings")));
        assert_eq!(levels(&[("E501", Level::Deny)]), unknown("E501", None));
    }
}
