//! How far the answers of one council to each question lie apart. No text, and nothing yet of who may see it: see
//! [`super::agenda`].

use super::batch::Batch;
use super::ruler::{Ruler, average_deviation, mean, within_group_agreement};
use crate::questionnaire::Kind;
use crate::responses::Row;
use crate::scores::ItemState;
use crate::sorting;

/// Numbers have no options; their answers are counted in so many equal parts of the range.
pub const NUMBER_PARTS: usize = 5;

/// The answers of one council to one question, or to one row or half of it. Means and deviations are on the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Index of the column.
    pub column: usize,
    /// Respondents who were asked and to whom it applies.
    pub asked: u32,
    /// Those of them who gave an answer that counts.
    pub answers: u32,
    /// The fewest answers of a role that gave any.
    pub fewest: u32,
    /// The mean of their answers, each weighing the same.
    pub mean: Option<f64>,
    /// How far their answers lie from that mean, on average; `None` under two answers.
    pub deviation: Option<f64>,
    /// The deviation from which on they lie far apart.
    pub cut_off: f64,
    /// The agreement r_wg, 0–1; `None` under two answers.
    pub r_wg: Option<f64>,
    /// The two roles that lie furthest apart; `None` where fewer than two roles answered.
    pub gap: Option<Gap>,
    /// How often each option was chosen, in the order of the questionnaire; of a number, how many answers lie in each
    /// fifth of its range, from the lowest number up, also where a lower one is worth more.
    pub counts: Vec<u32>,
}

/// The roles with the highest and the lowest mean of a question; the first of those that are equal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Index of the highest role, and its mean.
    pub high: (usize, f64),
    /// Index of the lowest role, and its mean.
    pub low: (usize, f64),
}

impl Gap {
    /// How far they lie apart.
    pub fn width(&self) -> f64 {
        self.high.1 - self.low.1
    }
}

impl Agreement {
    /// The deviation as a share of its cut-off: above 1 the answers lie far apart. 0 where there is none.
    pub fn strain(&self) -> f64 {
        self.deviation.map_or(0.0, |deviation| deviation / self.cut_off)
    }

    /// The same, where the gap between two roles may be what drives people apart. Two camps of one size that lie a gap
    /// apart deviate by half of it, so half of the gap is set against the same cut-off.
    pub fn strain_with_roles(&self) -> f64 {
        let gap = self.gap.map_or(0.0, |gap| gap.width() / 2.0 / self.cut_off);
        self.strain().max(gap)
    }
}

/// The answers to one column as they are gathered.
struct Gathered {
    column: usize,
    ruler: Ruler,
    asked: u32,
    /// The place on the line and the role of every answer.
    places: Vec<(f64, usize)>,
    counts: Vec<u32>,
}

impl Batch<'_> {
    /// The agreement of a group on every question whose answers lie on a line: all but texts and boxes to tick, and those
    /// that are not counted. In the order of the columns; the order of the rows changes no bit.
    pub fn agreement(&self, group: usize) -> Vec<Agreement> {
        let (rubric, q) = (self.rubric(), self.rubric().questionnaire());
        let counted = |column: usize| rubric.selection().has(q, q.columns[column].question);
        let columns = (0..q.columns.len()).filter(|&column| counted(column));
        let mut gathered: Vec<Gathered> = columns.filter_map(|column| self.empty(column)).collect();
        let roles = q.roles.len();
        let mut asked = Vec::new();
        for row in self.people_of(group) {
            rubric.asked(row, &mut asked);
            let role = usize::from(row.head.role).min(roles);
            for one in gathered.iter_mut().filter(|one| asked[q.columns[one.column].question]) {
                match rubric.column(one.column, row) {
                    ItemState::NotAsked | ItemState::NotApplicable => {}
                    ItemState::Unknown { .. } => one.asked += 1,
                    ItemState::Scored { value, .. } => {
                        one.add(value, rubric.option(one.column, row, NUMBER_PARTS), role)
                    }
                }
            }
        }
        gathered.into_iter().map(|one| one.finish(q.scale.max, roles + 1)).collect()
    }

    /// The rows of a group but for that of the consensus, which is nobody's own.
    pub(super) fn people_of(&self, group: usize) -> impl Iterator<Item = Row<'_>> {
        self.rows_of(group).filter(|row| usize::from(row.head.role) < self.tally().consensus())
    }

    fn empty(&self, column: usize) -> Option<Gathered> {
        let kind = &self.rubric().questionnaire().question_of(column).kind;
        let options = if matches!(kind, Kind::Number { .. }) { NUMBER_PARTS } else { kind.options().len() };
        let ruler = Ruler::of(self.rubric(), column)?;
        Some(Gathered { column, ruler, asked: 0, places: Vec::new(), counts: vec![0; options] })
    }
}

impl Gathered {
    fn add(&mut self, share: f64, option: usize, role: usize) {
        self.asked += 1;
        self.places.push((self.ruler.place(share), role));
        if let Some(count) = self.counts.get_mut(option) {
            *count += 1;
        }
    }

    fn finish(mut self, max: f64, roles: usize) -> Agreement {
        sorting::by(&mut self.places, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let ruler = self.ruler;
        let on_scale = |place: f64| (ruler.lowest + place * ruler.step) * max;
        let places: Vec<f64> = self.places.iter().map(|(place, _)| *place).collect();
        let of_role = |role: usize| {
            let own = self.places.iter().filter(|(_, of)| *of == role).map(|(place, _)| *place);
            Some((role, on_scale(mean(&own.collect::<Vec<f64>>())?)))
        };
        let count = |role: usize| self.places.iter().filter(|(_, of)| *of == role).count() as u32;
        let means: Vec<(usize, f64)> = (0..roles).filter_map(of_role).collect();
        Agreement {
            column: self.column,
            asked: self.asked,
            answers: places.len() as u32,
            fewest: (0..roles).map(count).filter(|&count| count > 0).min().unwrap_or(0),
            mean: mean(&places).map(on_scale),
            deviation: average_deviation(&places).map(|steps| steps * ruler.step * max),
            cut_off: ruler.cut_off() * ruler.step * max,
            r_wg: within_group_agreement(&places, ruler.random_variance()),
            gap: gap(&means),
            counts: self.counts,
        }
    }
}

/// The first of the highest and the first of the lowest of at least two roles.
fn gap(means: &[(usize, f64)]) -> Option<Gap> {
    let high = means.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    let low = means.iter().copied().reduce(|best, next| if next.1 < best.1 { next } else { best })?;
    (means.len() > 1).then_some(Gap { high, low })
}
