//! From when until when a row holds.

use jiff::civil::Date;

use super::super::wave::Wave;

/// From one day to another, both included; without one of them, always before or always after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Period {
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
}

impl Period {
    /// Whether it holds on the day of a wave, or on some day of its year.
    pub(super) fn holds_in(&self, wave: Wave) -> bool {
        self.overlaps(&Period { from: Some(wave.first_day()), to: Some(wave.last_day()) })
    }

    /// Whether both hold on some day.
    pub(super) fn overlaps(&self, other: &Period) -> bool {
        let starts_in_time = |one: &Period, other: &Period| one.from.zip(other.to).is_none_or(|(from, to)| from <= to);
        starts_in_time(self, other) && starts_in_time(other, self)
    }

    /// Whether it holds until at least as late as the other does.
    pub(super) fn outlasts(&self, other: &Period) -> bool {
        self.to.is_none_or(|to| other.to.is_some_and(|other| to >= other))
    }

    /// Whether it ends before it begins.
    pub(super) fn is_empty(&self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| to < from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: Wave::parse(from).map(Wave::first_day), to: Wave::parse(to).map(Wave::last_day) }
    }

    #[test]
    fn both_ends_belong_to_it_and_a_year_ends_on_its_last_day() {
        let wave = |text: &str| Wave::parse(text).expect("a wave");
        let until = period("", "2024");
        assert!(until.holds_in(wave("2024-12-31")) && until.holds_in(wave("1")) && until.holds_in(wave("2024")));
        assert!(!until.holds_in(wave("2025-01-01")) && !until.holds_in(wave("2025")));
        let from = period("2025-07-01", "");
        assert!(from.holds_in(wave("2025")) && !from.holds_in(wave("2025-06-30")) && from.holds_in(wave("2025-07-01")));
    }

    #[test]
    fn periods_that_meet_on_one_day_overlap() {
        assert!(period("2019", "2024").overlaps(&period("2024-12-31", "")));
        assert!(!period("2019", "2024").overlaps(&period("2025", "")));
        assert!(period("", "").overlaps(&period("2025", "2025")));
        assert!(period("2025", "2024").is_empty() && !period("2024-02-01", "2024").is_empty());
        assert!(period("2019", "").outlasts(&period("", "2024")) && !period("", "2024").outlasts(&period("2019", "")));
    }
}
