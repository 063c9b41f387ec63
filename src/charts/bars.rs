//! The bar chart: how often each option of a few questions was chosen, one bar per option under the words of its question.

use super::frame::{self, MARGIN, WIDTH};
use super::palette::{COUNCIL, GRID, INK, QUIET};
use super::picture::{Anchor, LABEL, Picture, Style};
use super::{Caption, Scale, Setting};
use crate::language::{Language, charts as say, number};

/// The words of a question.
const TITLE: Style = Style::bold(13, INK);
/// The number at the end of a bar.
const NUMBER: Style = Style::bold(13, INK);
/// The number where there is no bar.
const NONE: Style = Style::regular(13, QUIET);
/// The width at which the label of an option wraps, unless one of its words is wider.
const LABEL_LIMIT: i32 = 330;
/// From a label to its bar, and from a bar to its number.
const GAP: i32 = 10;
/// The narrowest room for the longest bar.
const LEAST: i32 = 200;
const BAR: i32 = 14;
/// A bar that counts one can be seen, however long the longest is.
const SHORTEST: i32 = 3;

/// How often each option of a few questions was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct BarChart {
    /// What is said around it.
    pub caption: Caption,
    /// The questions, top to bottom.
    pub groups: Vec<BarGroup>,
}

/// The bars of one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarGroup {
    /// The question; always shown whole.
    pub label: String,
    /// Its options in order: the label, and how often it was chosen.
    pub bars: Vec<(String, u32)>,
}

impl BarChart {
    pub(super) fn picture(&self, language: Language, setting: Setting) -> Picture {
        let labels = self.bars().map(|(label, _)| LABEL.widest(&LABEL.lines(label, LABEL_LIMIT)));
        let numbers = self.bars().map(|(_, count)| NUMBER.width(&whole(language, *count))).max().unwrap_or(0);
        let left = MARGIN + labels.max().unwrap_or(0) + GAP;
        let titles = self.groups.iter().map(|group| TITLE.widest_word(&group.label)).max().unwrap_or(0);
        let plain = Scale { max: 1.0, stages: Vec::new() };
        let needed = frame::needed_width(&self.caption, &plain, &[]).max(titles + 2 * MARGIN);
        let width = WIDTH.max(needed).max(left + LEAST + GAP + numbers + MARGIN);
        let room = width - MARGIN - numbers - GAP - left;
        let most = self.bars().map(|(_, count)| *count).max().unwrap_or(0).max(1);

        let (mut picture, mut y) = frame::open(&self.caption, setting, width);
        for (index, group) in self.groups.iter().enumerate() {
            y += if index > 0 { 14 } else { 0 };
            y = picture.paragraph((MARGIN, y), &TITLE.lines(&group.label, width - 2 * MARGIN), TITLE) + 4;
            let top = y;
            for (label, count) in &group.bars {
                let lines = LABEL.lines(label, LABEL_LIMIT);
                let height = (LABEL.line_height() * lines.len() as i32 + 6).max(BAR + 8);
                let middle = y + height / 2;
                picture.block((left - GAP, middle), &lines, LABEL, Anchor::End);
                let length = (f64::from(room) * f64::from(*count) / f64::from(most)).round() as i32;
                let (length, style) = if *count > 0 { (length.max(SHORTEST), NUMBER) } else { (0, NONE) };
                if length > 0 {
                    picture.bar((left, middle - BAR / 2), (length, BAR), COUNCIL);
                }
                let at = (left + length + GAP - 4, middle + style.baseline());
                picture.text(at, &whole(language, *count), style, Anchor::Start);
                y += height;
            }
            picture.bar((left - 1, top), (1, y - top), GRID);
        }
        frame::close(picture, &self.caption, setting, y)
    }

    fn bars(&self) -> impl Iterator<Item = &(String, u32)> {
        self.groups.iter().flat_map(|group| &group.bars)
    }

    /// Every number, question by question.
    pub(super) fn text_alternative(&self, language: Language) -> String {
        let mut sentences = vec![say::bar_chart(language, self.groups.len())];
        sentences.extend(self.groups.iter().map(|group| {
            let bars = group.bars.iter().map(|(label, count)| format!("{label} {}", whole(language, *count)));
            format!("{}: {}.", group.label.trim_end_matches('.'), bars.collect::<Vec<_>>().join("; "))
        }));
        sentences.join(" ")
    }
}

fn whole(language: Language, count: u32) -> String {
    number::whole(language, u64::from(count))
}

#[cfg(test)]
mod tests {
    use super::super::picture::Mark;
    use super::*;

    fn chart(counts: &[u32]) -> BarChart {
        let bars = counts.iter().enumerate().map(|(index, count)| (format!("Optie {index}"), *count)).collect();
        BarChart { caption: Caption::default(), groups: vec![BarGroup { label: "Wie beslist?".into(), bars }] }
    }

    fn lengths(counts: &[u32]) -> Vec<i32> {
        let picture = chart(counts).picture(Language::Nl, Setting::InPage);
        let bars = picture.marks.into_iter().filter_map(|mark| match mark {
            Mark::Bar { width, fill, .. } if fill == COUNCIL => Some(width),
            _ => None,
        });
        bars.collect()
    }

    #[test]
    fn a_bar_is_as_long_as_its_count_and_none_stands_for_nothing() {
        let found = lengths(&[4, 0, 2, 1]);
        assert_eq!(found.len(), 3, "no bar for zero");
        assert!((found[0] - 2 * found[1]).abs() <= 1 && (found[1] - 2 * found[2]).abs() <= 1, "{found:?}");
        assert_eq!(lengths(&[100_000, 1])[1], SHORTEST);
        assert!(lengths(&[0, 0]).is_empty());
    }

    #[test]
    fn whoever_does_not_see_it_hears_every_number() {
        assert_eq!(
            chart(&[4, 0]).text_alternative(Language::Nl),
            "Staafgrafiek van de antwoorden op 1 vraag. Wie beslist?: Optie 0 4; Optie 1 0."
        );
    }
}
