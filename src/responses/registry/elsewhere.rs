//! Councils that answered, but not in the wave that is told of: nobody drops out unsaid.

use std::collections::{BTreeMap, BTreeSet};

use super::super::wave::Wave;
use super::Registry;
use crate::diagnostics::{BindingFinding, Known};

impl Registry {
    /// How many councils have answers in other waves and none in this one, by their latest wave, the latest first. Those
    /// that another council stands for do not count, nor those whose answers have no wave.
    pub fn elsewhere(&self, wave: Option<Wave>) -> Vec<(Wave, usize)> {
        let Some(wave) = wave else { return Vec::new() };
        let stood_for = self.stood_for(wave);
        let mut by_latest: BTreeMap<Wave, usize> = BTreeMap::new();
        for council in (0..self.councils.len()).filter(|council| !stood_for.contains(council)) {
            let is_there = self.groups_of(council).any(|group| self.groups[group].wave == Some(wave));
            if let Some(latest) = self.latest_of(council).filter(|_| !is_there) {
                *by_latest.entry(latest).or_default() += 1;
            }
        }
        by_latest.into_iter().rev().collect()
    }

    /// The years that stand among the waves beside days in them, each with the first of those days.
    pub fn waves_nearly_alike(&self) -> Vec<(Wave, BindingFinding)> {
        let mut waves = BTreeSet::new();
        waves.extend(self.groups.iter().filter_map(|group| group.wave));
        let years = waves.iter().filter(|wave| matches!(wave, Wave::Number(_)));
        let alike = years.filter_map(|&year| {
            // By time a year comes right before the days in it.
            let days: BTreeSet<Wave> = waves.range(year..).skip(1).copied().take_while(|day| day.is_in(year)).collect();
            let first = *days.first()?;
            let of = |wanted: &dyn Fn(Wave) -> bool| {
                let groups = self.groups.iter().filter(|group| group.wave.is_some_and(wanted));
                groups.map(|group| group.council).collect::<BTreeSet<usize>>().len()
            };
            let (of_year, of_days) = (of(&|wave| wave == year), of(&|wave| days.contains(&wave)));
            let days: Vec<String> = days.iter().map(Wave::to_string).collect();
            let days = Known::of(days.iter().map(String::as_str));
            Some((first, BindingFinding::WaveNearlyAlike { year: year.to_string(), of_year, days, of_days }))
        });
        alike.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::register;
    use super::*;
    use crate::diagnostics::Diagnostics;
    use crate::source::Sources;

    fn wave(text: &str) -> Wave {
        Wave::parse(text).expect("a wave")
    }

    /// The councils with their waves, beside what became of them.
    fn registry(of: &[(&str, &[&str])], successors: &str) -> Registry {
        let mut registry = Registry::default();
        for (council, waves) in of {
            let council = registry.council(council);
            for text in *waves {
                registry.group(council, Wave::parse(text));
            }
        }
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let file = sources.add("r.csv", format!("council,valid_to,successor\n{successors}"));
        let told = register::read_register(file, &sources, None, &mut out).expect("a register");
        told.apply(&mut registry, &mut out);
        registry
    }

    fn elsewhere(registry: &Registry, of: &str) -> Vec<(String, usize)> {
        registry.elsewhere(Some(wave(of))).into_iter().map(|(wave, count)| (wave.to_string(), count)).collect()
    }

    #[test]
    fn who_is_not_in_a_wave_counts_once_in_the_latest_of_its_own() {
        let all = registry(
            &[
                ("a", &["2024", "2026"]),
                ("b", &["2022", "2024"]),
                ("c", &["2022"]),
                ("d", &["2020", "2022"]),
                ("e", &[""]),
            ],
            "a,,\n",
        );
        assert_eq!(elsewhere(&all, "2026"), [("2024".to_owned(), 1), ("2022".to_owned(), 2)]);
        // b was there then; a answered later too.
        assert_eq!(elsewhere(&all, "2022"), [("2026".to_owned(), 1)]);
        assert_eq!(all.elsewhere(None), []);
    }

    #[test]
    fn a_year_beside_days_in_it_is_told_once_with_the_councils_of_both() {
        let all = registry(
            &[("a", &["2025", "2026"]), ("b", &["2026-03-01", "2026-03-02"]), ("c", &["2026-03-02", "2027-01-01"])],
            "",
        );
        let found = all.waves_nearly_alike();
        let days = Known::of(["2026-03-01", "2026-03-02"].into_iter());
        let alike = BindingFinding::WaveNearlyAlike { year: "2026".to_owned(), of_year: 1, days, of_days: 2 };
        assert_eq!(found, [(wave("2026-03-01"), alike)]);
        assert_eq!(registry(&[("a", &["2025", "2026"]), ("b", &["2027-03-01"])], "").waves_nearly_alike(), []);
    }

    #[test]
    fn who_became_another_is_not_missing_and_neither_is_one_that_was_not_there_yet() {
        let merged = registry(&[("x", &["2024"]), ("y", &["2022"]), ("s", &["2026"])], "x,2024,s\ny,2024,s\ns,,\n");
        assert_eq!(elsewhere(&merged, "2026"), []);
        // In 2024 y was still there, and did not answer; s came later, and x was there in its stead.
        assert_eq!(elsewhere(&merged, "2024"), [("2022".to_owned(), 1)]);
        // What it became did not answer in that wave: the one council that both are is missing once.
        let gone = registry(&[("x", &["2022"]), ("s", &["2024"]), ("z", &["2026"])], "x,2023,s\ns,,\nz,,\n");
        assert_eq!(elsewhere(&gone, "2026"), [("2024".to_owned(), 1)]);
    }

    #[test]
    fn one_that_takes_another_in_and_keeps_its_code_stands_for_it_only_from_then_on() {
        let of: [(&str, &[&str]); 2] = [("a", &["2022", "2024", "2026"]), ("b", &["2024"])];
        for successors in ["b,2024,a\na,,\n", "b,,a\na,,\n"] {
            let all = registry(&of, successors);
            assert_eq!(elsewhere(&all, "2026"), []);
            assert_eq!(elsewhere(&all, "2022"), [("2024".to_owned(), 1)]);
            let taken_in = |group| all.taken_in(group).iter().map(|before| before.name.to_owned()).collect::<Vec<_>>();
            assert_eq!((taken_in(0), taken_in(1), taken_in(2)), (vec![], vec![], vec!["b".to_owned()]), "{successors}");
        }
    }

    #[test]
    fn who_joined_before_the_previous_wave_is_in_its_score() {
        let of: [(&str, &[&str]); 2] = [("a", &["2022", "2024", "2026"]), ("b", &["2022"])];
        let all = registry(&of, "b,2023,a\nb,2023,c\na,,\nc,,\n");
        assert_eq!(all.taken_in(2), []);
        let before = all.taken_in(1);
        assert_eq!((before[0].name, before[0].partly), ("b", true), "a part went to c");
    }
}
