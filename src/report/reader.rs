//! The reader for whom a document is made: the words of the questionnaire in their language, and numbers as they read
//! them. Every builder asks here, so that one number looks the same wherever it stands.

use std::cmp::Ordering;

use super::document::{Align, Cell, Column};
use crate::charts::{self, Scale, palette};
use crate::comparison::{Audience, Batch, Common, Left, Scan};
use crate::language::report::change::{Absent, Direction, Scope};
use crate::language::report::left_out::LeftOut;
use crate::language::rounding::Rounding;
use crate::language::{Language, number, report as say, versions};
use crate::questionnaire::{Kind, Part, Questionnaire};
use crate::scores::{Coverage, Figure, Outcome, Step};

/// Share of the scale under which a difference to the median is not worth a word: 0.2 on 0 to 4.
const SLIGHT: f64 = 0.05;
/// Share of the scale under which a change is called no clear change: 0.25 on 0 to 4.
const UNCLEAR: f64 = 0.0625;

/// A language and a questionnaire.
pub(super) struct Reader<'a> {
    pub(super) q: &'a Questionnaire,
    pub(super) l: Language,
    pub(super) tag: &'a str,
    /// Per dimension, whether it ever has a score. Of one that holds texts only, pages of scores say nothing.
    scored: Vec<bool>,
}

/// A dimension as a row: its index, or none for the heading of an axis, and how deep it lies.
pub(super) struct Place {
    pub(super) dimension: Option<usize>,
    pub(super) title: String,
    pub(super) level: u8,
}

impl<'a> Reader<'a> {
    pub(super) fn new(batch: &Batch<'a>, l: Language, tag: &'a str) -> Reader<'a> {
        let q = batch.rubric().questionnaire();
        Reader { q, l, tag, scored: q.scored_dimensions() }
    }

    /// What is counted where not everyone answered the same version, and only what all were asked counts.
    pub(super) fn shared_questions(&self, batch: &Batch<'_>) -> Option<String> {
        let selection = batch.rubric().selection();
        (selection.age > 0).then(|| versions::compared_over_all(self.l, selection.questions(self.q)))
    }

    /// How a score of this scale is written.
    pub(super) fn rounding(&self) -> Rounding {
        self.q.scoring.rounding
    }

    pub(super) fn number(&self, score: f64) -> String {
        number::decimal(self.l, score, self.rounding())
    }

    /// What is missing up to a number, rounded up: nobody is there before it is there.
    pub(super) fn missing(&self, difference: f64) -> String {
        self.number(self.rounding().up(difference))
    }

    /// A score, or a dash.
    pub(super) fn maybe(&self, score: Option<f64>) -> String {
        number::decimal_or_missing(self.l, score, self.rounding())
    }

    /// A difference with its sign.
    pub(super) fn signed(&self, difference: f64) -> String {
        number::signed(self.l, difference, self.rounding())
    }

    /// A bound of the scale or of a stage, or a limit that a difference is held against: with as many decimals as it
    /// has, and no more, so that what is read is what counts.
    pub(super) fn bound(&self, value: f64) -> String {
        /// What has more than these never ends.
        const MOST: usize = 9;
        let is_all = |&decimals: &usize| {
            let units = value * 10f64.powi(decimals as i32);
            (units - units.round()).abs() < 1e-9
        };
        number::decimal(self.l, value, (0..MOST).find(is_all).unwrap_or(3))
    }

    /// The highest of the scale.
    pub(super) fn max(&self) -> String {
        self.bound(self.q.scale.max)
    }

    /// A range as it fits in a cell: one number where both ends look the same.
    pub(super) fn range(&self, (low, high): (f64, f64)) -> String {
        let (low, high) = (self.number(low), self.number(high));
        if low == high { low } else { format!("{low}–{high}") }
    }

    pub(super) fn coverage(&self, coverage: Coverage) -> String {
        say::part_of(self.l, coverage.scored, coverage.applicable)
    }

    /// The band of a figure, where it leaves something open at the decimals shown.
    pub(super) fn open_band(&self, figure: &Figure) -> Option<(f64, f64)> {
        let band = figure.band?;
        (figure.outcome.score().is_some() && self.number(band.low) != self.number(band.high))
            .then_some((band.low, band.high))
    }

    pub(super) fn stage(&self, figure: &Figure) -> Option<&'a str> {
        Some(self.q.scale.stages[figure.stage?].title.get(self.tag))
    }

    pub(super) fn step(&self, step: Option<Step>) -> String {
        match step {
            None => number::MISSING.to_owned(),
            Some(step) if step.at_least == step.at_most => step.at_least.to_string(),
            Some(step) => say::from_to(self.l, &step.at_least.to_string(), &step.at_most.to_string()),
        }
    }

    pub(super) fn dimension(&self, index: usize) -> &'a str {
        self.q.dimensions[index].title.get(self.tag)
    }

    /// The title of a role, in a table; after the last come respondents without one, and then the consensus.
    pub(super) fn role(&self, index: usize) -> &'a str {
        match self.q.roles.get(index) {
            Some(role) => role.title.get(self.tag),
            None if index == self.q.roles.len() => say::without_role(self.l),
            None => say::consensus(self.l),
        }
    }

    /// Roles as a sentence names them.
    pub(super) fn roles(&self, indices: &[usize]) -> Vec<String> {
        let without_one = self.q.roles.len();
        let named = |&role: &usize| if role == without_one { say::group_without_role(self.l) } else { self.role(role) };
        indices.iter().map(|role| named(role).to_owned()).collect()
    }

    /// Who was there in one round only.
    fn absent(&self, indices: &[usize]) -> Absent {
        let joint = |index: usize| index > self.q.roles.len();
        let roles: Vec<usize> = indices.iter().copied().filter(|&index| !joint(index)).collect();
        Absent { joint: roles.len() < indices.len(), roles: self.roles(&roles) }
    }

    /// What a council and those before it are compared on, as an audience may read it.
    pub(super) fn scope(
        &self,
        batch: &Batch<'_>,
        group: usize,
        before: &[usize],
        common: &Common,
        audience: Audience,
    ) -> Scope {
        let round = |&group: &usize| batch.group(group).wave.map(|wave| wave.to_string()).unwrap_or_default();
        let left_out = batch.left_out(group, before, common, audience).into_iter().map(|one| LeftOut {
            what: self.cell(one.cell),
            joint: one.what == Left::Together,
            who: if let Left::Roles(roles) = &one.what { self.roles(roles) } else { Vec::new() },
            unscored: one.unscored.iter().map(round).collect(),
            has_more: one.has_more,
        });
        Scope {
            gone: self.absent(&common.gone),
            new: self.absent(&common.new),
            left_out: left_out.collect(),
            quick_only: common.selection.quick_only,
            shared: common.shared.map(|shared| shared.questions),
            merged: batch.responses().registry.previous(group).is_none(),
        }
    }

    /// The words of a scored item: its question, and which half of it.
    pub(super) fn item(&self, index: usize) -> String {
        let item = &self.q.items[index];
        match self.q.columns[item.columns.start].part {
            Part::Row(_) => self.q.questions[item.question].ask.get(self.tag).to_owned(),
            _ => self.column(item.columns.start),
        }
    }

    /// The words of a column: its question, and which part of it.
    pub(super) fn column(&self, index: usize) -> String {
        let asked = self.q.question_of(index);
        let question = asked.ask.get(self.tag);
        match (self.q.columns[index].part, &asked.kind) {
            (Part::Paper, _) => say::advice::on_paper(self.l, question),
            (Part::Practice, _) => say::advice::in_practice(self.l, question),
            (Part::Row(row), Kind::Grid { rows, .. }) => {
                say::agenda::of_row(self.l, question, rows[row].title.get(self.tag))
            }
            (Part::Whole | Part::Row(_), _) => question.to_owned(),
        }
    }

    /// A difference without a sign, with as many decimals as it needs.
    pub(super) fn difference(&self, value: f64) -> String {
        self.bound(value)
    }

    /// "Richten × Delen"
    pub(super) fn cell(&self, index: usize) -> String {
        let titles = self.q.cells[index].at.iter().map(|&dimension| self.dimension(dimension));
        titles.collect::<Vec<_>>().join(" × ")
    }

    /// Whether there are scores of a dimension at all.
    pub(super) fn is_scored(&self, dimension: usize) -> bool {
        self.scored[dimension]
    }

    /// All scored dimensions under the headings of their axes, in the order of the questionnaire.
    pub(super) fn places(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for axis in &self.q.axes {
            let level = u8::from(self.q.has_grid());
            if self.q.has_grid() {
                places.push(Place { dimension: None, title: axis.title.get(self.tag).to_owned(), level: 0 });
            }
            axis.top.iter().for_each(|&top| self.add_place(top, level, &mut places));
        }
        places
    }

    fn add_place(&self, index: usize, level: u8, places: &mut Vec<Place>) {
        if !self.is_scored(index) {
            return;
        }
        places.push(Place { dimension: Some(index), title: self.dimension(index).to_owned(), level });
        for &child in &self.q.dimensions[index].children {
            self.add_place(child, level.saturating_add(1), places);
        }
    }

    /// The scored dimensions that hold no others.
    pub(super) fn leaves(&self) -> impl Iterator<Item = usize> {
        let dimensions = &self.q.dimensions;
        (0..dimensions.len()).filter(|&index| dimensions[index].children.is_empty() && self.is_scored(index))
    }

    /// The columns that every table of scores begins with.
    pub(super) fn right(&self, title: &str) -> Column {
        Column::new(title, Align::Right)
    }

    /// A shaded cell, or words for why there is no number.
    pub(super) fn heat(&self, figure: &Figure) -> Cell {
        match figure.outcome {
            Outcome::Scored(score) => self.heat_of(score),
            Outcome::TooFewAnswers(coverage) => {
                Cell::new(number::MISSING).with_title(say::too_few_answers(self.l, &self.coverage(coverage)))
            }
            Outcome::NotApplicable => Cell::new(say::not_applicable_short(self.l)),
        }
    }

    /// A shaded cell.
    pub(super) fn heat_of(&self, score: f64) -> Cell {
        Cell::heat(self.number(score), palette::step(score, self.q.scale.max) as u8)
    }

    /// In place of a dot.
    pub(super) fn why_missing(&self, figure: &Figure) -> Option<String> {
        match figure.outcome {
            Outcome::Scored(_) => None,
            Outcome::TooFewAnswers(coverage) => Some(say::too_few_answers(self.l, &self.coverage(coverage))),
            Outcome::NotApplicable => Some(say::not_applicable(self.l).to_owned()),
        }
    }

    /// The axis of a chart.
    pub(super) fn scale(&self) -> Scale {
        let stages = self.q.scale.stages.iter();
        Scale {
            max: self.q.scale.max,
            stages: stages.map(|stage| (stage.from, stage.title.get(self.tag).to_owned())).collect(),
        }
    }

    /// What is said around a chart in a file of its own.
    pub(super) fn caption(&self, heading: &str, description: &str) -> charts::Caption {
        charts::Caption {
            heading: heading.to_owned(),
            subtitle: description.to_owned(),
            note: format!("{} {}", say::self_assessed(self.l), self.q.reference()),
        }
    }

    /// Whether two scores are the same as far as it counts.
    pub(super) fn same(&self, a: f64, b: f64) -> bool {
        self.q.scoring.comparable(a) == self.q.scoring.comparable(b)
    }

    /// Whether two scores look the same to the reader, who would not believe that one of them is higher.
    pub(super) fn looks_same(&self, a: f64, b: f64) -> bool {
        self.number(a) == self.number(b)
    }

    /// What is said under the title of a scan that is not the full one.
    pub(super) fn scan(&self, scan: Scan) -> Option<&'static str> {
        match scan {
            Scan::Full => None,
            Scan::Quick => Some(say::quick_scan(self.l)),
            Scan::Mixed => Some(say::partly_quick_scan(self.l)),
        }
    }

    /// The titles of dimensions.
    pub(super) fn dimensions(&self, indices: &[usize]) -> Vec<String> {
        indices.iter().map(|&index| self.dimension(index).to_owned()).collect()
    }

    /// Clearly above the other (1), clearly below (-1), or neither.
    pub(super) fn side(&self, score: f64, median: f64) -> i8 {
        self.q.scoring.way(score - median, SLIGHT * self.q.scale.max) as i8
    }

    /// Which way a change goes; `firm` says whether it is more than one respondent could undo.
    pub(super) fn direction(&self, change: f64, firm: bool) -> Direction {
        match self.q.scoring.way(change, self.clear_from()) {
            Ordering::Greater if firm => Direction::Up,
            Ordering::Less if firm => Direction::Down,
            _ => Direction::Same,
        }
    }

    /// A change with its sign. It is held against the limit that the page names, so where it would look clear and is not,
    /// or the other way round, it has as many more decimals as tell: 0.34 where clear is from 0.3125.
    pub(super) fn change(&self, change: f64) -> String {
        let (shown, limit) = (self.rounding(), self.clear_from());
        let is_clear = |change: f64| self.q.scoring.way(change, limit) != Ordering::Equal;
        let tells = |decimals: &usize| is_clear(shown.at(*decimals).of(change)) == is_clear(change);
        let decimals = (shown.decimals()..=shown.sure() as usize).find(tells).unwrap_or(shown.decimals());
        number::signed(self.l, change, shown.at(decimals))
    }

    /// From which difference on a change is clear.
    pub(super) fn clear_from(&self) -> f64 {
        UNCLEAR * self.q.scale.max
    }

    /// The stamp on every page.
    pub(super) fn stamp(&self, audience: Audience) -> Option<String> {
        (audience == Audience::Workshop).then(|| say::participants_only(self.l).to_owned())
    }
}
