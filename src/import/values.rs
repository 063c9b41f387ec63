//! What a cell says: an answer, that nothing was answered, that the question was not shown. A text that is none of these
//! is reported as it stands; nothing is ever nearly an answer.

use std::collections::BTreeMap;

use super::mapping::{Mapping, Meaning};
use super::parts::{Apart, parts};
use super::preset::{NO, Preset, Tool, YES, is_among, without_braces};
use super::text::plain;
use crate::language::{Language, cli, form};
use crate::questionnaire::{Kind, Questionnaire, Version};
use crate::responses::{Answer, Code, Codec, Coded, FIRST_OPTION, GIVEN, text_of_cell};

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    /// Nothing: the question was skipped.
    Nothing,
    /// The question was not shown.
    NotShown,
    Answer(Answer),
    /// Ticked boxes, if any, and texts beside them that mean nothing here.
    Partly(Option<Answer>, Vec<String>),
    /// Texts that mean nothing here, and why.
    Unmatched(Vec<String>, Why),
}

/// Why a text is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It is none of the choices, and no number where one is asked.
    Unknown,
    /// "Not applicable" where that is not offered.
    NotOffered,
    /// A choice that excludes the others that were ticked.
    Exclusive,
    /// Another column of the same row answers the question otherwise.
    Differs,
    /// Somebody does what the row does not answer.
    NothingDone,
    /// The version that the row names does not ask it.
    NotAskedThen,
    /// It is not asked since this version, and the row names none before that.
    NotAskedSince(Version),
}

impl Why {
    /// Whether a mapping can say what the text means.
    pub(super) fn can_be_mapped(self) -> bool {
        matches!(self, Why::Unknown | Why::NotOffered)
    }

    /// Whether the question is not one of those that the row could answer.
    pub(super) fn is_of_version(self) -> bool {
        matches!(self, Why::NotAskedThen | Why::NotAskedSince(_))
    }
}

/// What the texts of one column of the questionnaire stand for.
#[derive(Debug)]
struct Column<'a> {
    /// Indices of the options that a text stands for; more than one when it is not certain.
    options: BTreeMap<String, Vec<usize>>,
    /// What the mapping says.
    meanings: BTreeMap<&'a str, &'a Meaning>,
    /// Of boxes, what a part of a cell stands for.
    parts: BTreeMap<String, Vec<Part>>,
}

/// The reader of cells for one export.
#[derive(Debug)]
pub(super) struct Cells<'a> {
    q: &'a Questionnaire,
    codec: &'a Codec,
    mapping: &'a Mapping,
    preset: &'static Preset,
    columns: Vec<Column<'a>>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(
        q: &'a Questionnaire,
        codec: &'a Codec,
        mapping: &'a Mapping,
        preset: &'static Preset,
    ) -> Cells<'a> {
        let columns = (0..q.columns.len()).map(|column| Column::new(&q.question_of(column).kind, column, mapping));
        let columns = columns.collect();
        Cells { q, codec, mapping, preset, columns }
    }

    /// The text of a cell with what the tool put around it taken off; `None` for a question that was not shown.
    pub(super) fn text(&self, cell: &str) -> Option<String> {
        let trimmed = cell.trim();
        let marks = &self.mapping.source.not_shown;
        if is_among(self.preset.not_shown, trimmed) || (!marks.is_empty() && marks.contains(&plain(trimmed))) {
            return None;
        }
        let text = if self.preset.braces { without_braces(trimmed) } else { trimmed.to_owned() };
        let masked = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
        Some(masked.map(str::to_owned).unwrap_or(text))
    }

    /// What a cell says in a column of the questionnaire.
    pub(super) fn read(&self, column: usize, cell: &str) -> Said {
        let Some(text) = self.text(cell) else { return Said::NotShown };
        let same = plain(&text);
        if same.is_empty() {
            return Said::Nothing;
        }
        if let Some(meaning) = self.columns[column].meanings.get(same.as_str()) {
            return self.meant(column, meaning, &same);
        }
        if self.codec.is_text(column) {
            return Said::Answer(Answer::Text(text_of_cell(text.replace("\r\n", "\n").trim()).to_owned()));
        }
        if is_no_answer(&same) {
            return Said::Nothing;
        }
        if is_dont_know(&same) {
            return Said::Answer(Answer::DontKnow);
        }
        if is_not_applicable(&same) {
            return self.not_applicable(column, &same);
        }
        match &self.q.question_of(column).kind {
            Kind::Number { .. } => number(&same).map_or_else(|| unknown(&same), |value| given(GIVEN, value.to_bits())),
            Kind::Multiple { .. } => self.boxes(column, &same),
            kind => match self.option(column, kind, &same) {
                Some(option) => given(FIRST_OPTION + option as Code, 0),
                None => unknown(&same),
            },
        }
    }

    fn meant(&self, column: usize, meaning: &Meaning, text: &str) -> Said {
        match meaning {
            Meaning::DontKnow => Said::Answer(Answer::DontKnow),
            Meaning::NotApplicable => self.not_applicable(column, text),
            Meaning::NoneTicked if self.codec.is_boxes(column) => given(GIVEN, 0),
            Meaning::Nothing => Said::Nothing,
            Meaning::NotShown => Said::NotShown,
            Meaning::NoneTicked => unknown(text),
            Meaning::Value(value) if self.codec.is_text(column) => Said::Answer(Answer::Text(value.clone())),
            Meaning::Value(value) => match self.codec.value(column, value) {
                Ok(coded) => Said::Answer(Answer::Chosen(coded)),
                Err(_) => unknown(text),
            },
        }
    }

    fn not_applicable(&self, column: usize, text: &str) -> Said {
        match self.codec.not_applicable(column) {
            Ok(_) => Said::Answer(Answer::NotApplicable { reason: None }),
            Err(_) => Said::Unmatched(vec![text.to_owned()], Why::NotOffered),
        }
    }

    /// The one option that a text stands for.
    fn option(&self, column: usize, kind: &Kind, text: &str) -> Option<usize> {
        let options = &self.columns[column].options;
        if let Some([only]) = options.get(text).map(Vec::as_slice) {
            return Some(*only);
        }
        if let Kind::Rating { to, .. } = kind {
            // `4 / 5`, as points of a whole are written; and `4.0`, as spreadsheets write a whole number.
            let (part, whole) = text.split_once('/').map_or((text, None), |(part, whole)| (part, Some(whole)));
            let fits = whole.is_none_or(|whole| whole.trim().parse() == Ok(*to));
            let part = part.trim().strip_suffix(".0").unwrap_or(part.trim());
            return options.get(part).filter(|_| fits).and_then(|found| found.first().copied());
        }
        if matches!(kind, Kind::YesNo) {
            return [YES, NO].iter().position(|words| is_among(words, text));
        }
        // `Label (code)`, as one tool writes it.
        let code = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
        let (label, code) = code.filter(|_| self.preset.tool == Tool::EuSurvey)?;
        let (label, code) = (options.get(label)?, options.get(code)?);
        code.first().copied().filter(|option| label.contains(option))
    }

    /// Ticked boxes in one cell, and what stands beside them. Where a cell comes apart in several ways, nobody knows
    /// which boxes were meant.
    fn boxes(&self, column: usize, text: &str) -> Said {
        let between = self.mapping.source.several.as_deref().or(self.preset.several);
        let separators: Vec<&str> = between.into_iter().chain(["|"]).collect();
        let Apart { known, left } = parts(text, &separators, &self.columns[column].parts);
        if known.is_empty() {
            return if is_none(text) { given(GIVEN, 0) } else { Said::Unmatched(left, Why::Unknown) };
        }
        let boxes = known.iter().filter_map(|part| match part {
            Part::Box(option) => Some(*option),
            Part::Nothing => None,
        });
        let bits = boxes.fold(0u64, |bits, option| bits | 1 << option);
        // Without any there are only texts that were said to mean nothing.
        let ticked = if bits == 0 { Said::Nothing } else { self.ticked(column, bits, text) };
        match ticked {
            said if left.is_empty() => said,
            Said::Answer(answer) => Said::Partly(Some(answer), left),
            Said::Nothing => Said::Partly(None, left),
            said => said,
        }
    }

    /// Ticked boxes as a person would list them.
    pub(super) fn ids(&self, column: usize, bits: u64) -> String {
        self.codec.ticked(column, bits).join(" + ")
    }

    /// Ticked boxes as an answer, unless one of them excludes the others.
    pub(super) fn ticked(&self, column: usize, bits: u64, text: &str) -> Said {
        match self.codec.boxes(column, &self.codec.ticked(column, bits)) {
            Ok(coded) => Said::Answer(Answer::Chosen(coded)),
            Err(_) => Said::Unmatched(vec![text.to_owned()], Why::Exclusive),
        }
    }
}

/// What a part of a cell with several answers stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Box(usize),
    Nothing,
}

impl<'a> Column<'a> {
    fn new(kind: &Kind, column: usize, mapping: &'a Mapping) -> Column<'a> {
        let mut options: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, (id, _)) in kind.options().into_iter().enumerate() {
            options.insert(id, vec![index]);
        }
        let ids: Vec<String> = options.keys().cloned().collect();
        if let Kind::Choice { choices, .. } | Kind::Multiple { choices } | Kind::Grid { choices, .. } = kind {
            for (index, choice) in choices.iter().enumerate() {
                for (_, label) in choice.label.iter() {
                    let label = plain(label);
                    // An id means itself, even where another choice is called so.
                    let is_id = ids.contains(&label);
                    let found = options.entry(label).or_default();
                    if !found.contains(&index) && !is_id {
                        found.push(index);
                    }
                }
            }
            // What a choice was called in an earlier version is the id of no other.
            for (index, choice) in choices.iter().enumerate() {
                for former in &choice.was {
                    options.entry(former.id.clone()).or_insert_with(|| vec![index]);
                }
            }
        }
        let meanings: BTreeMap<&str, &Meaning> = mapping.meanings(column).collect();
        let mut parts = BTreeMap::new();
        if let Kind::Multiple { .. } = kind {
            let boxes = |found: &Vec<usize>| found.iter().map(|option| Part::Box(*option)).collect();
            parts.extend(options.iter().map(|(text, found)| (text.clone(), boxes(found))));
            for (text, meaning) in &meanings {
                let part = match meaning {
                    Meaning::Value(value) => options.get(value).and_then(|found| found.first()).copied().map(Part::Box),
                    Meaning::Nothing => Some(Part::Nothing),
                    _ => None,
                };
                parts.extend(part.map(|part| ((*text).to_owned(), vec![part])));
            }
        }
        Column { options, meanings, parts }
    }
}

fn given(code: Code, wide: u64) -> Said {
    Said::Answer(Answer::Chosen(Coded { code, wide }))
}

fn unknown(text: &str) -> Said {
    Said::Unmatched(vec![text.to_owned()], Why::Unknown)
}

/// A number as people write it: a point or a comma before the decimals. `1.200` is twelve hundred to one and one and a
/// fifth to another, and so is no number here.
fn number(text: &str) -> Option<f64> {
    let written = text.replace(['−', '–'], "-");
    let digits = written.trim_start_matches(['-', '+']);
    let doubtful = digits
        .split_once(['.', ','])
        .is_some_and(|(before, after)| after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0'));
    if doubtful || digits.matches(',').count() > 1 {
        return None;
    }
    crate::yaml::number(&written.replace(',', "."))
}

fn is_dont_know(text: &str) -> bool {
    let words = |l| [form::dont_know(l), form::dont_know(l).replace('’', "'"), cli::dont_know(l).to_owned()];
    matches!(text, "?" | "dont-know") || Language::ALL.into_iter().flat_map(words).any(|word| word == text)
}

fn is_not_applicable(text: &str) -> bool {
    let words = |l| [form::not_applicable(l), cli::not_applicable(l).to_owned()];
    matches!(text, "na" | "not-applicable") || Language::ALL.into_iter().flat_map(words).any(|word| word == text)
}

/// None of the boxes, where no box is called so.
fn is_none(text: &str) -> bool {
    text == "none" || Language::ALL.into_iter().any(|l| form::none_of_these(l) == text)
}

fn is_no_answer(text: &str) -> bool {
    Language::ALL.into_iter().any(|l| form::no_answer(l) == text)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_that_two_people_read_differently_is_none() {
        assert_eq!(
            [number("12,5"), number("12.5"), number("−3"), number("0.125")],
            [Some(12.5), Some(12.5), Some(-3.0), Some(0.125)]
        );
        for text in ["1.200", "1,200", "1.200,50", "1 200", "12 %", "€ 5", ""] {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number("1200.125"), Some(1200.125));
    }
}
