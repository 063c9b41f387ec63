//! The signs that one respondent, or one council, shows by itself.

use super::ANSWERS;
use crate::questionnaire::Kind;
use crate::responses::{FIRST_OPTION, Row};
use crate::scores::{ItemState, Rubric};

/// From so many respondents of a council on one of them can lie far from the others.
const RESPONDENTS: usize = 8;
/// Others who must have answered a question for it to be compared.
const OTHERS: u32 = 2;
/// Robust standard deviations above the median distance: the most careful of the thresholds of Leys, Ley, Klein, Bernard
/// and Licata (2013), "Detecting outliers", Journal of Experimental Social Psychology 49(4).
const DEVIATIONS: f64 = 3.0;
/// What turns a median absolute deviation into a standard deviation where distances are normal: 1 ÷ Φ⁻¹(¾).
const NORMAL: f64 = 1.4826;
/// A distance less than this share of the scale above the median is none that anybody would notice.
const NOTICEABLE: f64 = 0.125;

/// The ids and values of the options of a question.
type Options = Vec<(String, Option<f64>)>;

/// Looks for signs in rows of one questionnaire.
pub(super) struct Signs<'r, 'q> {
    rubric: &'r Rubric<'q>,
    /// Columns that share their options, each set with at least [`ANSWERS`] of them.
    sets: Vec<Vec<usize>>,
    /// The most that each item can be worth.
    highest: Vec<f64>,
}

impl<'r, 'q> Signs<'r, 'q> {
    pub(super) fn new(rubric: &'r Rubric<'q>) -> Signs<'r, 'q> {
        let q = rubric.questionnaire();
        let mut sets: Vec<(Options, Vec<usize>)> = Vec::new();
        for column in 0..q.columns.len() {
            let kind = &q.question_of(column).kind;
            let options = if matches!(kind, Kind::Multiple { .. }) { Vec::new() } else { kind.options() };
            if options.is_empty() || !rubric.selection().has(q, q.columns[column].question) {
                continue;
            }
            match sets.iter_mut().find(|(known, _)| *known == options) {
                Some((_, columns)) => columns.push(column),
                None => sets.push((options, vec![column])),
            }
        }
        let sets = sets.into_iter().map(|(_, columns)| columns).filter(|columns| columns.len() >= ANSWERS).collect();
        let most = |column: usize| rubric.shares(column).iter().copied().reduce(f64::max).unwrap_or(1.0);
        let highest = q.items.iter().map(|item| {
            let rows = item.columns.clone().map(most);
            rows.sum::<f64>() / item.columns.len() as f64
        });
        Signs { rubric, sets, highest: highest.collect() }
    }

    /// Whether every answer to one of the sets is the same option.
    pub(super) fn same_option(&self, row: Row<'_>) -> bool {
        let q = self.rubric.questionnaire();
        let mut asked = Vec::new();
        self.rubric.asked(row, &mut asked);
        self.sets.iter().any(|set| {
            let here = set.iter().filter(|&&column| asked[q.columns[column].question]);
            let given: Vec<u8> = here.map(|&column| row.codes[column]).filter(|&code| code >= FIRST_OPTION).collect();
            given.len() >= ANSWERS && given.iter().all(|&code| code == given[0])
        })
    }

    /// Whether every scored answer is worth the most that it can be.
    pub(super) fn all_highest(&self, row: Row<'_>) -> bool {
        let values = self.values(row);
        let mut given = values.iter().zip(&self.highest).filter_map(|(value, highest)| Some(((*value)?, highest)));
        given.clone().count() >= ANSWERS && given.all(|(value, highest)| value >= highest - 1e-9)
    }

    /// Which respondents of a council lie far from the others. The distance of one is the mean, over the questions that at
    /// least two others answered, of the distance to the mean of the others; it is far when it lies more than three robust
    /// standard deviations above the median distance of the council, and noticeably.
    pub(super) fn far_from_others(&self, rows: &[Row<'_>]) -> Vec<bool> {
        let distances = distances(&rows.iter().map(|row| self.values(*row)).collect::<Vec<_>>());
        let known: Vec<f64> = distances.iter().copied().flatten().collect();
        if known.len() < RESPONDENTS {
            return vec![false; rows.len()];
        }
        let middle = median(known.clone());
        let spread = NORMAL * median(known.iter().map(|distance| (distance - middle).abs()).collect());
        let far = |distance: f64| distance - middle > (DEVIATIONS * spread).max(NOTICEABLE);
        distances.into_iter().map(|distance| distance.is_some_and(far)).collect()
    }

    /// The value of every item, 0–1, where there is one.
    fn values(&self, row: Row<'_>) -> Vec<Option<f64>> {
        let mut asked = Vec::new();
        self.rubric.asked(row, &mut asked);
        let items = 0..self.rubric.questionnaire().items.len();
        let value = |item: usize| match self.rubric.item(item, row, &asked) {
            ItemState::Scored { value, .. } => Some(value),
            _ => None,
        };
        items.map(value).collect()
    }
}

/// The distance of every respondent to the others, 0–1; `None` with fewer than [`ANSWERS`] questions to compare.
fn distances(values: &[Vec<Option<f64>>]) -> Vec<Option<f64>> {
    let items = values.first().map_or(0, Vec::len);
    let mut sums = vec![(0.0, 0u32); items];
    for row in values {
        for (sum, value) in sums.iter_mut().zip(row).filter_map(|(sum, value)| Some((sum, (*value)?))) {
            sum.0 += value;
            sum.1 += 1;
        }
    }
    let distance = |row: &Vec<Option<f64>>| {
        let pairs = row.iter().zip(&sums).filter_map(|(value, sum)| Some(((*value)?, sum)));
        let apart = pairs.filter(|(_, (_, count))| *count > OTHERS);
        let apart = apart.map(|(value, (sum, count))| (value - (sum - value) / f64::from(count - 1)).abs());
        let apart: Vec<f64> = apart.collect();
        (apart.len() >= ANSWERS).then(|| apart.iter().sum::<f64>() / apart.len() as f64)
    };
    values.iter().map(distance).collect()
}

/// The middle value, or the mean of the two middle ones, of at least one.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    f64::midpoint(values[(values.len() - 1) / 2], values[values.len() / 2])
}
