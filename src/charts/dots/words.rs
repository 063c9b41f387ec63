//! The text that stands in for a dot plot.

use super::{DotPlot, DotRow};
use crate::language::report::ends::{Kind, Sharing};
use crate::language::{Language, charts as say};

/// The most rows that are read out one by one; of more, only the extremes and the missing ones are.
const READ_OUT: usize = 20;

impl DotPlot {
    pub(in super::super) fn text_alternative(&self, language: Language) -> String {
        let (lowest, highest) = self.scale.ends(language);
        let mut sentences = vec![say::dot_plot(language, self.rows.len(), &lowest, &highest)];
        if self.rows.len() > READ_OUT {
            sentences.extend(self.extremes(language));
        } else {
            sentences.extend(self.rows.iter().filter_map(|row| self.sentence(row, language)));
        }
        sentences.join(" ")
    }

    /// "Delen: 2,1; vorige ronde 1,8; mediaan 1,9." Nothing for a row that is only a heading.
    fn sentence(&self, row: &DotRow, language: Language) -> Option<String> {
        let number = |value| self.scale.number(language, value);
        let both = |(low, high)| (number(low), number(high));
        let parts = [
            row.value().map(|value| value_words(row, || number(value))),
            row.missing().map(str::to_owned),
            row.uncertainty().map(both).map(|(low, high)| say::possible_from(language, &low, &high)),
            row.previous().map(|value| say::previous_was(language, &number(value))),
            row.median().map(|value| say::median_of(language, &number(value))),
            row.middle_half().map(both).map(|(low, high)| say::middle_half_of(language, &low, &high)),
            row.target().map(|value| say::target_of(language, &number(value))),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("{}: {}.", row.label, parts.join("; ")))
    }

    fn extremes(&self, language: Language) -> Vec<String> {
        let known: Vec<(f64, &DotRow)> = self.rows.iter().filter_map(|row| Some((row.told()?, row))).collect();
        let words = |(value, row): &(f64, &DotRow)| value_words(row, || self.scale.number(language, *value));
        // All that read the same as the last one of them.
        let end = |last: Option<&(f64, &DotRow)>| {
            let value = words(last?);
            let there = known.iter().filter(|one| words(one) == value);
            let labels: Vec<String> = there.map(|one| one.1.label.clone()).collect();
            Some((value, Sharing::new(language, Kind::Rows, &labels)))
        };
        let lowest = end(known.iter().min_by(|a, b| a.0.total_cmp(&b.0)));
        let highest = end(known.iter().max_by(|a, b| a.0.total_cmp(&b.0)));
        let mut sentences = Vec::new();
        if let (Some(lowest), Some(highest)) = (lowest, highest) {
            sentences.push(say::rows_lie_between(language, known.len(), &lowest, &highest));
        }
        let missing: Vec<String> =
            self.rows.iter().filter(|row| row.missing().is_some()).map(|row| row.label.clone()).collect();
        if !missing.is_empty() {
            sentences.push(say::rows_without_a_number(language, &missing));
        }
        sentences
    }
}

/// The value as the caller wrote it, so that it is the same everywhere; else as the scale writes it.
fn value_words(row: &DotRow, written: impl FnOnce() -> String) -> String {
    if row.value_text.trim().is_empty() { written() } else { row.value_text.clone() }
}
