//! The ladder reading: on which rung a set of questions stands as a whole. A mean hides a hole; a ladder hides work.

use super::outcome::Step;
use super::rubric::Rubric;
use super::tally::Tally;
use crate::questionnaire::{Choice, Item, Kind, Question, Questionnaire};
use crate::responses::{FIRST_OPTION, NOT_APPLICABLE};

/// Per cent of the questions that must stand one rung lower.
const BELOW: u64 = 85;
/// Per cent of the questions that must stand on the rung itself.
const ON: u64 = 50;

/// The ladder of a question: its choices, which are worth 0, 1, 2 and so on.
#[derive(Clone, Debug)]
pub(super) struct Ladder {
    /// On every step, from the lowest, the index of the choice that stands there.
    choices: Vec<usize>,
}

impl Ladder {
    /// That of an item, if its choices make one.
    pub(super) fn of(q: &Questionnaire, item: &Item) -> Option<Ladder> {
        let question = &q.questions[item.question];
        let choices = rungs(question)?;
        let highest = |choice: &Choice| choice.value == Some((choices.len() - 1) as f64);
        if let Kind::Grid { rows, .. } = &question.kind
            && rows.iter().any(|row| row.highest.is_some_and(|index| !highest(&choices[index])))
        {
            return None;
        }
        let place = |step: usize| choices.iter().position(|choice| choice.value == Some(step as f64));
        let mut choices = (0..choices.len()).map(place).collect::<Option<Vec<usize>>>()?;
        if question.reverse {
            choices.reverse();
        }
        Some(Ladder { choices })
    }

    fn top(&self) -> u32 {
        (self.choices.len() - 1) as u32
    }

    /// How many stand on each step, from the lowest, by how often each code was given.
    fn counts<'c>(&'c self, codes: &'c [u32]) -> impl Iterator<Item = u32> + Clone {
        let count = |&choice: &usize| codes.get(usize::from(FIRST_OPTION) + choice).copied().unwrap_or_default();
        self.choices.iter().map(count)
    }
}

impl Rubric<'_> {
    /// Whether the questions counted of a dimension, or with `None` of the whole, share one ladder: only then is there a
    /// step to stand on.
    pub fn has_ladder(&self, dimension: Option<usize>) -> bool {
        let inside = |item: &Item| dimension.is_none_or(|index| self.cells_of[index].contains(&item.cell));
        let items = self.questionnaire.items.iter().zip(&self.ladders).zip(&self.counted);
        let mut tops = items
            .filter(|((item, _), counted)| **counted && inside(item))
            .map(|((_, ladder), _)| ladder.as_ref().map(Ladder::top));
        tops.next().flatten().is_some_and(|first| tops.all(|top| top == Some(first)))
    }
}

/// The choices that may be the rungs of a ladder.
fn rungs(question: &Question) -> Option<&[Choice]> {
    match &question.kind {
        Kind::Choice { choices, .. } | Kind::Grid { choices, .. } => (!choices.is_empty()).then_some(choices),
        _ => None,
    }
}

/// Where the questions of a group stand that are scored. Each row of a grid stands for itself; anything else has one column.
pub(super) struct Standings<'r> {
    all: Vec<(usize, Option<(&'r Ladder, Standing)>)>,
}

impl<'r> Standings<'r> {
    /// Those of a group by some of its roles; none unless distributions were kept.
    pub(super) fn of(tally: &Tally, rubric: &'r Rubric<'_>, group: usize, roles: &[usize]) -> Standings<'r> {
        let (mut all, mut steps) = (Vec::new(), Vec::new());
        let items = rubric.questionnaire.items.iter().zip(&rubric.ladders).zip(&rubric.counted);
        let counted = items.filter(|(_, counted)| **counted && tally.has_distributions());
        for ((item, ladder), _) in counted {
            let deciding = tally.deciding(group, roles, item.cell);
            let mut stands = |ladder: &'r Ladder, column: usize| {
                let codes = deciding.iter().map(|&role| tally.distribution(group, role, column));
                (ladder, stands(ladder, codes, &mut steps))
            };
            let columns = item.columns.clone().filter(|&column| rubric.has_column(column, 0));
            all.extend(columns.map(|column| (item.cell, ladder.as_ref().map(|one| stands(one, column)))));
        }
        Standings { all }
    }

    /// The step of some cells: `None` unless all questions there share one ladder.
    pub(super) fn step(&self, cells: &[usize]) -> Option<Step> {
        let (applicable, top) = self.inside(cells)?;
        let lowest = rung(&applicable, top);
        let unknown_on_top: Vec<Option<u32>> = applicable.iter().map(|step| Some(step.unwrap_or(top))).collect();
        Some(Step { at_least: lowest, at_most: rung(&unknown_on_top, top) })
    }

    /// What is missing for the next step of some cells; `None` where there is no step, or none above, and where nothing was
    /// answered: what is not known is not missing.
    pub(super) fn next_step(&self, cells: &[usize]) -> Option<NextStep> {
        let (applicable, top) = self.inside(cells)?;
        missing_for_next(&applicable, top)
    }

    /// Where every question that applies stands in some cells, unknown ones nowhere; and the top of their ladder.
    fn inside(&self, cells: &[usize]) -> Option<(Vec<Option<u32>>, u32)> {
        let (mut top, mut applicable) = (None, Vec::new());
        for (_, stands) in self.all.iter().filter(|(cell, _)| cells.contains(cell)) {
            let (ladder, standing) = stands.as_ref()?;
            if top.is_some_and(|known| known != ladder.top()) {
                return None;
            }
            top = Some(ladder.top());
            match standing {
                Standing::NotApplicable => {}
                Standing::Unknown => applicable.push(None),
                Standing::On(step) => applicable.push(Some(*step)),
            }
        }
        let top = top?;
        (!applicable.is_empty()).then_some((applicable, top))
    }
}

enum Standing {
    NotApplicable,
    Unknown,
    On(u32),
}

/// Where one question, or one row of a grid, stands: the lower median over the lower medians of the roles, by how often
/// each role gave each code. `steps` is room to work in.
fn stands<'c>(ladder: &Ladder, roles: impl Iterator<Item = &'c [u32]>, steps: &mut Vec<u32>) -> Standing {
    let mut applies = false;
    steps.clear();
    steps.resize(ladder.choices.len(), 0);
    for codes in roles {
        let median = lower_median(ladder.counts(codes));
        applies |= median.is_some() || codes.iter().take(NOT_APPLICABLE as usize).any(|&unknown| unknown > 0);
        if let Some(step) = median {
            steps[step as usize] += 1;
        }
    }
    match (lower_median(steps.iter().copied()), applies) {
        (Some(step), _) => Standing::On(step),
        (None, true) => Standing::Unknown,
        (None, false) => Standing::NotApplicable,
    }
}

/// The middle of steps by how many stand on each, from the lowest: the lower of the two middle ones when they are even in
/// number.
fn lower_median(counts: impl Iterator<Item = u32> + Clone) -> Option<u32> {
    let all: u32 = counts.clone().sum();
    let mut below = all.checked_sub(1)? / 2;
    for (step, count) in (0..).zip(counts) {
        match below.checked_sub(count) {
            Some(rest) => below = rest,
            None => return Some(step),
        }
    }
    None
}

/// What is missing for the step after the one that is reached for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// The next step.
    pub step: u32,
    /// How many more questions have to be answered, whatever the answer; none above the first step, which takes as many.
    pub unanswered: u32,
    /// How many more have to stand one step lower than it, or higher.
    pub below: u32,
    /// How many more have to stand on it, or higher.
    pub on: u32,
}

fn missing_for_next(standing: &[Option<u32>], top: u32) -> Option<NextStep> {
    let next = rung(standing, top) + 1;
    if next > top || standing.iter().all(Option::is_none) {
        return None;
    }
    let all = standing.len() as u64;
    let on = |rung: u32| standing.iter().filter(|step| step.is_some_and(|step| step >= rung)).count() as u64;
    let missing = |share: u64, rung: u32| (share * all).div_ceil(100).saturating_sub(on(rung)) as u32;
    // Any answer stands on 0 or higher.
    let unanswered = missing(BELOW, 0);
    Some(NextStep { step: next, unanswered, below: missing(BELOW, next - 1) - unanswered, on: missing(ON, next) })
}

/// The highest rung n ≥ 1 such that enough questions stand on n − 1 or higher, and half on n or higher; else 0.
fn rung(standing: &[Option<u32>], top: u32) -> u32 {
    let all = standing.len() as u64;
    let on = |rung: u32| standing.iter().filter(|step| step.is_some_and(|step| step >= rung)).count() as u64;
    (1..=top).rev().find(|&rung| 100 * on(rung - 1) >= BELOW * all && 100 * on(rung) >= ON * all).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{lower_median, missing_for_next, rung};

    fn rung_of(steps: &[i32]) -> u32 {
        let standing: Vec<Option<u32>> = steps.iter().map(|&step| u32::try_from(step).ok()).collect();
        rung(&standing, 4)
    }

    #[test]
    fn one_question_at_zero_blocks_the_second_rung() {
        // Worked by hand: of 4, 4, 4, 0 three of four (75 %) stand on 1 or higher, which is under 85 %, so rung 2 is
        // out; rung 1 asks 85 % on 0 or higher (all) and half on 1 or higher (three).
        assert_eq!(rung_of(&[4, 4, 4, 0]), 1);
        assert_eq!(rung_of(&[3, 2, 2, 1]), 2);
        assert_eq!(rung_of(&[4, 3, 3, 4]), 4);
    }

    #[test]
    fn an_unknown_question_stands_nowhere() {
        // Six questions, one unknown: five of six stand on 0 or higher, which is 83 %.
        assert_eq!(rung_of(&[4, 4, 4, 4, 4, -1]), 0);
        // Seven questions, one unknown: six of seven is 86 %.
        assert_eq!(rung_of(&[4, 4, 4, 4, 4, 4, -1]), 4);
    }

    #[test]
    fn what_is_missing_for_the_next_step_is_counted_in_questions() {
        let missing = |steps: &[i32]| {
            let standing: Vec<Option<u32>> = steps.iter().map(|&step| u32::try_from(step).ok()).collect();
            missing_for_next(&standing, 4).map(|next| (next.step, next.unanswered, next.below, next.on))
        };
        // 1, 1, 1, 2 stands on 1; for 2 all stand on 1 already, and of the two that must stand on 2 one does.
        assert_eq!(missing(&[1, 1, 1, 2]), Some((2, 0, 0, 1)));
        // 4, 4, 4, 0 stands on 1; for 2 all four must stand on 1 (85 % of four is 3.4), and half stand on 2 already.
        assert_eq!(missing(&[4, 4, 4, 0]), Some((2, 0, 1, 0)));
        // 0, 0 and an unknown one: for 1 all three must be answered, and two of them stand on 1.
        assert_eq!(missing(&[0, 0, -1]), Some((1, 1, 0, 2)));
        // Seven and an unknown one: 85 % of eight is 6.8, so enough are answered; on 1 stand six.
        assert_eq!(missing(&[0, 1, 1, 1, 1, 1, 1, -1]), Some((2, 0, 1, 4)));
        assert_eq!(missing(&[4, 4, 4]), None);
        // Of what nobody answered it is not known what is missing.
        assert_eq!(missing(&[-1, -1, -1]), None);
    }

    #[test]
    fn the_lower_median_of_an_even_number_is_the_lower_of_the_middle_two() {
        // One each on 1, 2, 3 and 4; on 1, 2 and 3; none; and seven on 3 with six below.
        assert_eq!(lower_median([0, 1, 1, 1, 1].into_iter()), Some(2));
        assert_eq!(lower_median([0, 1, 1, 1, 0].into_iter()), Some(2));
        assert_eq!(lower_median([0; 5].into_iter()), None);
        assert_eq!(lower_median([4, 0, 2, 7].into_iter()), Some(3));
        assert_eq!(lower_median([4, 0, 3, 7].into_iter()), Some(2));
    }
}
