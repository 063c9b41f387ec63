//! How a number that a finding speaks of came about: the lines that stand under it.

use super::Language;
use crate::language::{cli as words, number, report};

/// Decimals in a derivation: enough to add up by hand.
const DECIMALS: usize = 3;

/// A remark under a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum Note {
    /// A number and what it is the mean of, line by line.
    Derivation(Vec<Step>),
    /// Where the stages start: id and lower bound.
    Stages(Vec<(String, f64)>),
    /// Too few questions were answered to name a stage: how many of how many, and the share that is needed.
    NoStage(u64, u64, f64),
    /// Questions that were asked and should not have been.
    Asked(Vec<String>),
    /// Questions that were not asked and should have been.
    NotAsked(Vec<String>),
}

/// One line of a derivation.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// How far it is indented.
    pub depth: usize,
    /// What the number is about.
    pub part: Part,
    /// What it weighs in the line that it belongs to.
    pub weight: f64,
    /// What came out.
    pub result: Result,
}

/// What a number in a derivation is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// The whole.
    Overall,
    /// A dimension, a cell or a role, by id.
    Named(String),
    /// Respondents without a role.
    WithoutRole,
    /// A respondent, from 1.
    Respondent(usize),
    /// A question, and its answer in the notation of the file.
    Answer(String, String),
    /// A question with this many rows.
    Rows(String, usize),
    /// Lines that are left out.
    More(usize),
}

/// What came out for one part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Result {
    /// A number; of more than one answer with how many of how many.
    Score(f64, Option<(u64, u64)>),
    /// Too few answers: how many of how many.
    TooFew(u64, u64),
    /// Nothing.
    Nothing,
}

impl Note {
    /// The words; of a derivation one line each.
    pub fn wording(&self, l: Language) -> String {
        match self {
            Note::Derivation(steps) => {
                let lines: Vec<String> = steps.iter().map(|step| step.line(l)).collect();
                let intro = l.pick("zo kwam de uitkomst tot stand:", "this is how the result came about:");
                format!("{intro}\n{}", lines.join("\n"))
            }
            Note::Stages(stages) => {
                let from = |(id, from): &(String, f64)| {
                    let from = number::given(l, *from);
                    l.pick(format!("{id} vanaf {from}"), format!("{id} from {from}"))
                };
                let list = stages.iter().map(from).collect::<Vec<_>>().join(", ");
                l.pick(format!("klassen: {list}"), format!("stages: {list}"))
            }
            Note::NoStage(scored, applicable, share) => {
                let (count, share) = (words::n_of(l, *scored, *applicable), number::percent(l, *share));
                l.pick(
                    format!("geen klasse: {count} vragen geven een score, nodig is {share}"),
                    format!("no stage: {count} questions give a score, {share} is needed"),
                )
            }
            Note::Asked(ids) => {
                let ids = l.list(ids);
                l.pick(format!("wel gesteld: {ids}"), format!("asked after all: {ids}"))
            }
            Note::NotAsked(ids) => {
                let ids = l.list(ids);
                l.pick(format!("ook niet gesteld: {ids}"), format!("not asked either: {ids}"))
            }
        }
    }
}

impl Step {
    fn line(&self, l: Language) -> String {
        let indent = "  ".repeat(self.depth);
        let part = match &self.part {
            Part::Overall => words::overall(l).to_owned(),
            Part::Named(id) => id.clone(),
            Part::WithoutRole => report::without_role(l).to_owned(),
            Part::Respondent(index) => words::respondent(l, *index),
            Part::Answer(id, answer) => format!("{id} = {answer}"),
            Part::Rows(id, rows) => format!("{id} = {}", words::rows(l, *rows)),
            Part::More(count) => {
                let lines =
                    l.counted(*count, l.pick("andere regel", "more line"), l.pick("andere regels", "more lines"));
                return format!("{indent}… {}", lines);
            }
        };
        let weight = if self.weight == 1.0 { String::new() } else { words::with_weight(l, self.weight) };
        let result = match self.result {
            Result::Score(score, None) => number::decimal(l, score, DECIMALS),
            Result::Score(score, Some((scored, applicable))) => {
                format!("{} ({})", number::decimal(l, score, DECIMALS), words::n_of(l, scored, applicable))
            }
            Result::TooFew(scored, applicable) => words::too_few_answers(l, scored, applicable),
            Result::Nothing => number::MISSING.to_owned(),
        };
        format!("{indent}{part}{weight}: {result}")
    }
}
