//! Waves: the rounds of an assessment, in order.

use std::fmt;

use jiff::civil::Date;

/// A round: a whole number such as a year, or a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wave {
    /// A year, or any whole number from 0 to 9999.
    Number(i16),
    /// A day.
    Day(Date),
}

impl Wave {
    /// What stands in the place of a round, on a command line, for answers without one.
    pub const NONE: &'static str = "none";

    /// Reads `2026` or `2026-03-01`.
    pub fn parse(text: &str) -> Option<Wave> {
        let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if digits {
            return text.parse().ok().map(Wave::Number);
        }
        date(text).map(Wave::Day)
    }

    /// The day itself, or the first of a year.
    pub(super) fn first_day(self) -> Date {
        match self {
            Wave::Number(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
            Wave::Day(day) => day,
        }
    }

    /// The day itself, or the last of a year.
    pub(super) fn last_day(self) -> Date {
        match self {
            Wave::Number(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
            Wave::Day(day) => day,
        }
    }

    /// Whether it is a day of a year.
    pub(super) fn is_in(self, year: Wave) -> bool {
        matches!((self, year), (Wave::Day(day), Wave::Number(year)) if day.year() == year)
    }

    fn key(self) -> (i16, i8, i8) {
        match self {
            Wave::Number(number) => (number, 0, 0),
            Wave::Day(day) => (day.year(), day.month(), day.day()),
        }
    }
}

/// Reads an ISO date, `2026-03-01` and nothing else.
pub fn date(text: &str) -> Option<Date> {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if shape { text.parse().ok() } else { None }
}

impl PartialOrd for Wave {
    fn partial_cmp(&self, other: &Wave) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Wave {
    /// By time; a year comes before the days in it.
    fn cmp(&self, other: &Wave) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

impl fmt::Display for Wave {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Wave::Number(number) => write!(f, "{number}"),
            Wave::Day(day) => write!(f, "{day}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Wave;

    #[test]
    fn a_year_comes_before_the_days_in_it() {
        let waves = ["2024", "2024-03-01", "2025", "2026-12-31"].map(|text| Wave::parse(text).expect("a wave"));
        assert!(waves.is_sorted());
    }

    #[test]
    fn only_numbers_and_dates_are_waves() {
        for text in ["", "24-03-01", "2024-13-01", "2024/03/01", "voorjaar", "2024-3-1", "-5", "20245"] {
            assert_eq!(Wave::parse(text), None, "{text}");
        }
        assert_eq!(Wave::parse("2026").map(|wave| wave.to_string()).as_deref(), Some("2026"));
    }
}
