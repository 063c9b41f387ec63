//! How well the questions of a dimension hang together, and how much of what respondents say is about their council: over a
//! batch, never over one council. No text.

use super::batch::Batch;
use super::parts::{Node, Parts, weighted};
use super::spread::Measure;
use super::variance::{Sums, units};
use crate::responses::Row;
use crate::scores::{ItemState, RespondentCell, respondent_cells};
use crate::sorting;

/// Fewer councils than this say nothing about how councils differ.
const COUNCILS: usize = 10;
/// Fewer respondents than this say nothing about how questions hang together.
const RESPONDENTS: u64 = 30;

/// The figures of the whole or of one dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reliability {
    /// What they are about.
    pub measure: Measure,
    /// Cronbach's alpha, from 30 complete respondents of 10 councils on.
    pub alpha: Option<Alpha>,
    /// The intraclass correlations, from 10 councils on.
    pub icc: Option<Icc>,
}

/// Cronbach's alpha (Cronbach 1951): items ÷ (items − 1) · (1 − sum of their variances ÷ variance of their sum). Of
/// unrelated questions 0, of questions that say the same 1; below 0 where they contradict each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alpha {
    /// The coefficient, at most 1.
    pub value: f64,
    /// Questions, each weighing the same.
    pub items: usize,
    /// Respondents who were asked all of them and answered all of them; nobody else counts.
    pub respondents: u64,
    /// The councils that they are from.
    pub councils: usize,
}

/// Intraclass correlations from a one-way analysis of variance with the councils as groups (Shrout and Fleiss 1979;
/// Bliese 2000).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Icc {
    /// ICC(1): the share of the variance between respondents that lies between councils; below 0 where respondents of one
    /// council differ more than those of different ones.
    pub one: f64,
    /// ICC(2): how firm the mean of a council is, (MSB − MSW) ÷ MSB.
    pub two: f64,
    /// Mean square between councils.
    pub between: f64,
    /// Mean square within councils.
    pub within: f64,
    /// The size of a council that stands for all: k₀ = (N − Σn² ÷ N) ÷ (G − 1).
    pub size: f64,
    /// Councils with at least two respondents who have a score; the others have no inside.
    pub councils: usize,
    /// Their respondents with a score.
    pub respondents: u64,
}

impl Icc {
    /// ICC(1) from the mean squares and the size of a group: (MSB − MSW) ÷ (MSB + (k − 1) · MSW).
    pub fn one_of(between: f64, within: f64, size: f64) -> f64 {
        (between - within) / (between + (size - 1.0) * within)
    }

    /// From the sums of the respondents of each council. `None` under two councils of two, and where nobody differs.
    fn of(groups: &[Sums]) -> Option<Icc> {
        let groups: Vec<Sums> = groups.iter().copied().filter(|group| group.count > 1).collect();
        let all = groups.iter().fold(Sums::default(), |all, group| all.plus(*group));
        if groups.len() < 2 || all.squared_deviations() <= 0.0 {
            return None;
        }
        let (councils, people) = (groups.len() as f64, all.count as f64);
        let apart = groups.iter().map(|group| group.count as f64 * (group.mean() - all.mean()).powi(2)).sum::<f64>();
        let inside = groups.iter().map(Sums::squared_deviations).sum::<f64>();
        let (between, within) = (apart / (councils - 1.0), inside / (people - councils));
        let squares = groups.iter().map(|group| (group.count * group.count) as f64).sum::<f64>();
        let size = (people - squares / people) / (councils - 1.0);
        Some(Icc {
            one: Icc::one_of(between, within, size),
            two: (between - within) / between,
            between,
            within,
            size,
            councils: groups.len(),
            respondents: all.count,
        })
        // Councils with the same mean and different respondents: nothing can be divided by nothing.
        .filter(|icc| icc.two.is_finite())
    }
}

/// The sums for one alpha.
struct AlphaSums {
    /// Indices of the items.
    items: Vec<usize>,
    sums: Vec<Sums>,
    total: Sums,
    councils: usize,
}

impl AlphaSums {
    fn new(items: Vec<usize>) -> AlphaSums {
        AlphaSums { sums: vec![Sums::default(); items.len()], total: Sums::default(), councils: 0, items }
    }

    /// Counts a respondent in, by the value of every item in units, who has one for each of these.
    fn add(&mut self, values: &[Option<u64>]) {
        if self.items.iter().any(|&item| values[item].is_none()) {
            return;
        }
        let own = self.items.iter().map(|&item| values[item].unwrap_or_default());
        let mut total = 0;
        for (sums, value) in self.sums.iter_mut().zip(own) {
            sums.add(value);
            total += value;
        }
        self.total.add(total);
    }

    /// `None` under two items or two respondents, and where all respondents have the same sum.
    fn alpha(&self) -> Option<Alpha> {
        let items = self.items.len();
        let total = self.total.variance().filter(|variance| items > 1 && *variance > 0.0)?;
        let own: f64 = self.sums.iter().filter_map(Sums::variance).sum();
        let value = items as f64 / (items as f64 - 1.0) * (1.0 - own / total);
        Some(Alpha { value, items, respondents: self.total.count, councils: self.councils })
    }
}

/// What is gathered for one measure.
struct Gathered<'p> {
    measure: Measure,
    part: &'p Node,
    alpha: AlphaSums,
    councils: Vec<Sums>,
}

impl Batch<'_> {
    /// The figures of the whole and of every dimension over some groups, of which the order does not matter. Where there
    /// are too few councils or respondents to say anything, there is none.
    pub fn reliability(&self, groups: &[usize]) -> Vec<Reliability> {
        self.reliability_of_any(groups)
            .into_iter()
            .map(|found| Reliability {
                alpha: found.alpha.filter(|alpha| alpha.respondents >= RESPONDENTS && alpha.councils >= COUNCILS),
                icc: found.icc.filter(|icc| icc.councils >= COUNCILS),
                ..found
            })
            .collect()
    }

    /// The same however few there are.
    fn reliability_of_any(&self, groups: &[usize]) -> Vec<Reliability> {
        let q = self.rubric().questionnaire();
        let parts = Parts::of(q);
        let counted = |item: &usize| self.rubric().selection().has(q, q.items[*item].question);
        let gathered = |measure: Measure, part, cell: &dyn Fn(usize) -> bool| {
            let items = (0..q.items.len()).filter(counted).filter(|&item| cell(q.items[item].cell));
            Gathered { measure, part, alpha: AlphaSums::new(items.collect()), councils: Vec::new() }
        };
        let mut all = vec![gathered(Measure::Overall, &parts.overall, &|_| true)];
        for (index, part) in parts.dimensions.iter().enumerate() {
            let inside = |cell: usize| q.cells[cell].at.iter().any(|&leaf| q.is_within(leaf, index));
            all.push(gathered(Measure::Dimension(index), part, &inside));
        }
        // By id, so that sums do not depend on which file came first.
        let mut groups = groups.to_vec();
        sorting::by_key(&mut groups, |&group| (self.id(group), self.group(group).wave));
        let mut scratch = Scratch::default();
        for group in groups {
            all.iter_mut().for_each(|one| one.councils.push(Sums::default()));
            let before: Vec<u64> = all.iter().map(|one| one.alpha.total.count).collect();
            for row in self.people_of(group) {
                self.add_respondent(row, &mut scratch, &mut all);
            }
            for (one, before) in all.iter_mut().zip(before) {
                one.alpha.councils += usize::from(one.alpha.total.count > before);
            }
        }
        let finish = |one: Gathered<'_>| Reliability {
            measure: one.measure,
            alpha: one.alpha.alpha(),
            icc: Icc::of(&one.councils),
        };
        all.into_iter().map(finish).collect()
    }

    fn add_respondent(&self, row: Row<'_>, scratch: &mut Scratch, all: &mut [Gathered<'_>]) {
        let (rubric, q) = (self.rubric(), self.rubric().questionnaire());
        rubric.asked(row, &mut scratch.asked);
        scratch.values.clear();
        scratch.values.extend((0..q.items.len()).map(|item| match rubric.item(item, row, &scratch.asked) {
            ItemState::Scored { value, .. } => Some(units(value)),
            _ => None,
        }));
        scratch.cells.resize(q.cells.len(), RespondentCell::default());
        respondent_cells(rubric, row, &scratch.asked, &mut scratch.cells);
        let scores: Vec<Option<f64>> = scratch.cells.iter().map(|cell| cell.value(rubric)).collect();
        for one in all {
            one.alpha.add(&scratch.values);
            let score = one.part.fold(&scores, &|parts| weighted(parts));
            if let (Some(score), Some(council)) = (score, one.councils.last_mut()) {
                council.add(units(score));
            }
        }
    }
}

/// Room that is used again for every respondent.
#[derive(Default)]
struct Scratch {
    asked: Vec<bool>,
    values: Vec<Option<u64>>,
    cells: Vec<RespondentCell>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn council(shares: &[f64]) -> Sums {
        let mut sums = Sums::default();
        shares.iter().for_each(|share| sums.add(units(share / 4.0)));
        sums
    }

    fn near(found: f64, expected: f64) -> bool {
        (found - expected).abs() < 1e-9
    }

    #[test]
    fn three_councils_of_four_have_the_correlations_worked_out_by_hand() {
        // Means 1.5, 2.75, 3; grand mean 29/12. MSB = 4 · Σ(m − M)² ÷ 2 = 31/12, MSW = 3.75 ÷ 9 = 5/12, on a scale to 4.
        let groups = [[1.0, 2.0, 2.0, 1.0], [3.0, 3.0, 2.0, 3.0], [2.0, 3.0, 3.0, 4.0]].map(|shares| council(&shares));
        let icc = Icc::of(&groups).expect("three councils");
        assert!(near(icc.between * 16.0, 31.0 / 12.0) && near(icc.within * 16.0, 5.0 / 12.0), "{icc:?}");
        // (31 − 5) ÷ (31 + 3 · 5) = 26/46 and 26/31.
        assert!(near(icc.one, 26.0 / 46.0) && near(icc.two, 26.0 / 31.0));
        assert_eq!((icc.size, icc.councils, icc.respondents), (4.0, 3, 12));
    }

    #[test]
    fn councils_of_one_are_left_out_and_too_few_or_all_alike_give_nothing() {
        let two = [council(&[1.0, 2.0]), council(&[3.0, 4.0])];
        assert_eq!(Icc::of(&[two[0], council(&[4.0]), two[1]]), Icc::of(&two));
        assert_eq!(Icc::of(&two[..1]), None);
        assert_eq!(Icc::of(&[council(&[2.0, 2.0]), council(&[2.0, 2.0])]), None);
        assert_eq!(Icc::of(&[council(&[1.0, 3.0]), council(&[1.0, 3.0])]), None, "no difference between the means");
        let apart = Icc::of(&[council(&[0.0, 0.0]), council(&[4.0, 4.0])]).expect("two councils");
        assert_eq!((apart.one, apart.two), (1.0, 1.0));
        assert_eq!(Icc::of(&[]), None);
    }

    #[test]
    fn alpha_is_that_of_the_worked_table_and_of_complete_respondents_only() {
        // Sums 10, 5, 13, 9, 3 have the variance 16, the four items 1.3, 1, 1.2 and 1.2: 4/3 · (1 − 4.7 ÷ 16) = 113/120.
        let table = [[2, 3, 2, 3], [1, 1, 2, 1], [3, 3, 4, 3], [2, 2, 2, 3], [0, 1, 1, 1]];
        let mut sums = AlphaSums::new(vec![0, 1, 2, 3]);
        for row in table {
            sums.add(&row.map(|step| Some(units(f64::from(step) / 4.0))));
        }
        sums.add(&[None, Some(0), Some(0), Some(0)]);
        let alpha = sums.alpha().expect("five respondents");
        assert_eq!((alpha.items, alpha.respondents), (4, 5));
        assert!(near(alpha.value, 113.0 / 120.0), "{}", alpha.value);
    }

    #[test]
    fn there_is_no_alpha_of_one_item_one_respondent_or_equal_sums() {
        let of = |items: usize, rows: &[[u64; 2]]| {
            let mut sums = AlphaSums::new((0..items).collect());
            rows.iter().for_each(|row| sums.add(&row.map(Some)));
            sums.alpha()
        };
        assert_eq!(of(1, &[[0, 0], [1 << 32, 0]]), None);
        assert_eq!(of(2, &[[0, 1 << 32]]), None);
        assert_eq!(of(2, &[[0, 1 << 32], [1 << 32, 0]]), None);
        assert_eq!(of(0, &[]), None);
        assert_eq!(of(2, &[[0, 0], [1 << 32, 1 << 32]]).map(|alpha| alpha.value), Some(1.0));
    }
}
