//! Answers without a wave beside answers that have one: they are compared with none of those, which has to be said.

use super::Registry;
use crate::diagnostics::{BindingFinding, Known};
use crate::sorting;

impl Registry {
    /// What is wrong with answers that name no wave where others do; `None` where all of them do, or none does.
    pub fn missing_wave(&self) -> Option<BindingFinding> {
        self.latest_wave()?;
        let without = || self.groups.iter().filter(|group| group.wave.is_none());
        let mut councils: Vec<&str> = without().map(|group| self.id(group.council)).collect();
        if councils.is_empty() {
            return None;
        }
        sorting::sort(&mut councils);
        Some(BindingFinding::MissingWave {
            answers: without().map(|group| group.voices() as usize).sum(),
            councils: councils.len(),
            some: Known::of(councils.into_iter()),
        })
    }

    /// How many councils gave no answers with a wave, where others did: what is told of one wave leaves them out.
    pub fn only_without_wave(&self) -> usize {
        if self.latest_wave().is_none() {
            return 0;
        }
        (0..self.councils.len()).filter(|&council| self.is_only_without_wave(council)).count()
    }

    /// Whether a council gave answers, and none of them has a wave.
    pub fn is_only_without_wave(&self, council: usize) -> bool {
        self.first_groups[council].is_some() && self.groups_of(council).all(|group| self.groups[group].wave.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::voice::Voice;
    use super::super::super::wave::Wave;
    use super::*;

    /// One respondent for each council and wave.
    fn registry(of: &[(&str, &str)]) -> Registry {
        let mut registry = Registry::default();
        for (council, wave) in of {
            let council = registry.council(council);
            let group = registry.group(council, Wave::parse(wave));
            registry.count(group, Voice::Person, false, true);
        }
        registry
    }

    #[test]
    fn answers_without_a_wave_are_before_and_after_nothing() {
        let registry = registry(&[("a", ""), ("a", "2024"), ("a", "2026")]);
        assert_eq!((registry.previous(0), registry.previous(1), registry.previous(2)), (None, None, Some(1)));
    }

    #[test]
    fn a_wave_is_missing_only_where_others_have_one() {
        assert_eq!(registry(&[("a", ""), ("b", "")]).missing_wave(), None);
        assert_eq!(registry(&[("a", "2026"), ("b", "2024")]).missing_wave(), None);
        // Three respondents of two councils; the order of the rows changes nothing.
        let some = || Known::of(["a", "b"].into_iter());
        let expected = Some(BindingFinding::MissingWave { answers: 3, councils: 2, some: some() });
        assert_eq!(registry(&[("b", ""), ("b", ""), ("a", "2026"), ("a", "")]).missing_wave(), expected);
    }

    #[test]
    fn a_council_with_a_wave_beside_answers_without_one_is_not_left_out() {
        assert_eq!(registry(&[("a", ""), ("a", "2024"), ("b", ""), ("c", "2026")]).only_without_wave(), 1);
        assert_eq!(registry(&[("a", ""), ("b", "")]).only_without_wave(), 0);
    }
}
