//! Where a number comes from, as a document: the number and its parts down to the roles, then part by part the answers.
//!
//! It shows what persons answered, numbered and never named, and knows no audience: it is for those who hold the answers.

mod tables;

use super::about;
use super::again::{Again, Of};
use super::document::{Block, Document, Section};
use super::reader::Reader;
use crate::comparison::Batch;
use crate::language::rounding::Rounding;
use crate::language::{Language, cli as words, derivation as say, number, report};
use crate::questionnaire::{Missing, Questionnaire};
use crate::responses::{Codec, DONT_KNOW, GIVEN, NOT_APPLICABLE, UNANSWERED};
use crate::scores::{Contribution, Derivation, Given, Outcome, Part};

/// Decimals in a derivation: enough to add up by hand.
const DECIMALS: usize = 3;

/// How scores are written wherever a derivation is shown.
pub fn in_full(q: &Questionnaire) -> Rounding {
    q.scoring.rounding.at(DECIMALS)
}

/// A number of one council in one wave, and where it comes from.
pub struct DerivationReport<'a> {
    /// Everything that was scored.
    pub batch: &'a Batch<'a>,
    /// The council in its wave, by index of the group.
    pub group: usize,
    /// The number and its parts.
    pub derivation: &'a Derivation,
    /// As it was asked for, to ask for it again: `overall`, `delen`, `richten×delen`.
    pub asked: &'a str,
    /// The language of the document.
    pub language: Language,
    /// The tag for texts of the questionnaire, such as `nl-BE`.
    pub tag: &'a str,
}

impl DerivationReport<'_> {
    /// The document.
    pub fn document(&self) -> Document {
        let (l, batch) = (self.language, self.batch);
        let pages = Pages { batch, reader: Reader::new(batch, l, self.tag) };
        let (reader, council) = (&pages.reader, batch.name(self.group));
        let what = (self.derivation.part != Part::Overall).then(|| pages.name(self.derivation));
        let group = batch.group(self.group);
        let mut subtitle = vec![reader.q.title.get(self.tag).to_owned()];
        subtitle.extend(group.wave.map(|wave| report::wave(l, &wave.to_string())));
        subtitle.push(report::participants(l, group.respondents));
        let zero = reader.q.scoring.missing == Missing::Zero;
        let again = Again::new("score", batch, l).councils(&[self.group]).register().wave(group.wave);
        let command = again.with("--explain", self.asked).into_text();
        let mut lines = about::questionnaire(reader, batch);
        lines.extend(about::unfinished(reader, batch, &[self.group], about::Counts::Shown));
        lines.extend(about::method(reader, batch, &command, Of::One(self.group)));
        Document {
            language: l,
            title: say::title(l, what.as_deref(), council),
            subtitle: subtitle.join(" · "),
            stamp: Some(say::stamp(l).to_owned()),
            self_assessed: report::self_assessed(l).to_owned(),
            lead: vec![
                Block::Lead(pages.lead(self.derivation).into()),
                Block::Paragraph(say::how_to_read(l, zero).into()),
            ],
            sections: pages.sections(self.derivation),
            drawings: Vec::new(),
            about: lines,
        }
    }
}

/// What a part is called, with what was answered: wherever a derivation is shown.
pub fn told(batch: &Batch<'_>, l: Language, tag: &str, node: &Derivation) -> String {
    Pages { batch, reader: Reader::new(batch, l, tag) }.told(node)
}

/// What is said of every part.
pub(super) struct Pages<'a> {
    batch: &'a Batch<'a>,
    reader: Reader<'a>,
}

impl Pages<'_> {
    fn lead(&self, node: &Derivation) -> String {
        let (l, coverage) = (self.reader.l, node.coverage);
        let name = self.name(node);
        match node.outcome {
            Outcome::Scored(score) => {
                let answered = words::n_of(l, coverage.scored, coverage.applicable);
                say::lead(l, &name, &number::decimal(l, score, in_full(self.reader.q)), &answered)
            }
            Outcome::TooFewAnswers(_) => {
                format!("{name}: {}", words::too_few_answers(l, coverage.scored, coverage.applicable))
            }
            Outcome::NotApplicable => format!("{name}: {}", words::not_applicable(l)),
        }
    }

    fn sections(&self, whole: &Derivation) -> Vec<Section> {
        let l = self.reader.l;
        let parts = Section {
            id: "parts".to_owned(),
            title: say::parts(l).to_owned(),
            blocks: vec![Block::Table(self.parts_table(whole))],
        };
        let mut answered = Vec::new();
        self.answered(whole, &mut answered);
        let answers = answered.iter().enumerate().map(|(index, node)| Section {
            id: format!("answers-{}", index + 1),
            title: say::answers_to(l, &self.name(node)),
            blocks: self.answers(node),
        });
        std::iter::once(parts).chain(answers).collect()
    }

    /// Every part that is made of roles, in reading order.
    fn answered<'d>(&self, node: &'d Derivation, into: &mut Vec<&'d Derivation>) {
        let parts = shown(node, self.reader.q);
        if parts.iter().any(|part| matches!(part.derivation.part, Part::Role(_))) {
            into.push(node);
        } else {
            parts.iter().for_each(|part| self.answered(&part.derivation, into));
        }
    }

    /// What a part is called; an item and a row by their ids.
    fn name(&self, node: &Derivation) -> String {
        let (reader, q) = (&self.reader, self.reader.q);
        match node.part {
            Part::Overall => words::overall(reader.l).to_owned(),
            Part::Dimension(index) => reader.dimension(index).to_owned(),
            Part::Cell(index) => reader.cell(index),
            Part::Role(role) => reader.role(role).to_owned(),
            Part::Respondent(index) => words::respondent(reader.l, index + 1),
            Part::Item(item, _) => q.items[item].id.clone(),
            Part::Row(column, _) => q.columns[column].id.clone(),
        }
    }
}

/// The parts that count: what was not asked would fill pages and counts nowhere. What was agreed on together was written
/// down once, by nobody in particular: its answers stand right under it.
pub fn shown<'d>(node: &'d Derivation, q: &Questionnaire) -> Vec<&'d Contribution> {
    let together = matches!(node.part, Part::Role(role) if role > q.roles.len());
    let parts = match node.contributions.as_slice() {
        [written] if together => &written.derivation.contributions,
        parts => parts,
    };
    parts.iter().filter(|part| !is_out(&part.derivation)).collect()
}

/// Whether a part was not asked at all or does not apply, and has nothing below it that does.
fn is_out(node: &Derivation) -> bool {
    match node.part {
        Part::Item(_, given) | Part::Row(_, given) => !given.asked,
        Part::Respondent(_) | Part::Role(_) | Part::Cell(_) => node.outcome == Outcome::NotApplicable,
        Part::Overall | Part::Dimension(_) => false,
    }
}

/// An answer in words: a choice by its id, as it stands in the answers; and whether a partner does it.
fn answer(l: Language, codec: &Codec, column: usize, given: Given) -> String {
    let told = answered(l, codec, column, given);
    if given.partner { format!("{told} ({})", say::via_partner(l)) } else { told }
}

fn answered(l: Language, codec: &Codec, column: usize, given: Given) -> String {
    match given.code {
        UNANSWERED => words::unanswered(l).to_owned(),
        DONT_KNOW => words::dont_know(l).to_owned(),
        NOT_APPLICABLE => words::not_applicable(l).to_owned(),
        GIVEN if codec.is_boxes(column) => {
            let ticked = codec.ticked(column, given.wide);
            if ticked.is_empty() { words::nothing_ticked(l).to_owned() } else { ticked.join(" + ") }
        }
        GIVEN => number::given(l, f64::from_bits(given.wide)),
        code => codec.option(column, code).unwrap_or_default().to_owned(),
    }
}
