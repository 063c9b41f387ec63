//! The ladder reading: on which rung a set of questions stands as a whole. A mean hides a hole; a ladder hides work.

use super::outcome::Step;
use super::rubric::Rubric;
use super::tally::Tally;
use crate::responses::{FIRST_OPTION, NOT_APPLICABLE};

/// Per cent of the questions that must stand one rung lower.
const BELOW: u64 = 85;
/// Per cent of the questions that must stand on the rung itself.
const ON: u64 = 50;

/// The step of some cells of a group: `None` unless distributions were kept and all questions share one ladder.
pub(super) fn step(tally: &Tally, rubric: &Rubric<'_>, group: usize, roles: &[usize], cells: &[usize]) -> Option<Step> {
    let (applicable, top) = standings(tally, rubric, group, roles, cells)?;
    let lowest = rung(&applicable, top);
    let unknown_on_top: Vec<Option<u32>> = applicable.iter().map(|step| Some(step.unwrap_or(top))).collect();
    Some(Step { at_least: lowest, at_most: rung(&unknown_on_top, top) })
}

/// What is missing for the step after the one that is reached for certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// The next step.
    pub step: u32,
    /// How many more questions have to stand one step lower than it, or higher.
    pub below: u32,
    /// How many more have to stand on it, or higher.
    pub on: u32,
}

/// What is missing for the next step of some cells of a group; `None` where there is no step, or none above.
pub(super) fn next_step(
    tally: &Tally,
    rubric: &Rubric<'_>,
    group: usize,
    roles: &[usize],
    cells: &[usize],
) -> Option<NextStep> {
    let (applicable, top) = standings(tally, rubric, group, roles, cells)?;
    missing_for_next(&applicable, top)
}

fn missing_for_next(standing: &[Option<u32>], top: u32) -> Option<NextStep> {
    let next = rung(standing, top) + 1;
    let all = standing.len() as u64;
    let on = |rung: u32| standing.iter().filter(|step| step.is_some_and(|step| step >= rung)).count() as u64;
    let missing = |share: u64, rung: u32| (share * all).div_ceil(100).saturating_sub(on(rung)) as u32;
    (next <= top).then(|| NextStep { step: next, below: missing(BELOW, next - 1), on: missing(ON, next) })
}

/// Where every question that applies stands, or every row of a grid, unknown ones nowhere; and the top of their ladder.
fn standings(
    tally: &Tally,
    rubric: &Rubric<'_>,
    group: usize,
    roles: &[usize],
    cells: &[usize],
) -> Option<(Vec<Option<u32>>, u32)> {
    if !tally.has_distributions() {
        return None;
    }
    let items = &rubric.questionnaire.items;
    let counted = (0..items.len()).filter(|&item| rubric.counted[item] && cells.contains(&items[item].cell));
    let mut top = None;
    let mut standing = Vec::new();
    for item in counted {
        let ladder = rubric.ladder(item)?;
        if top.is_some_and(|known| known != ladder) {
            return None;
        }
        top = Some(ladder);
        // Each row of a grid stands for itself; anything else has one column.
        for column in items[item].columns.clone() {
            standing.push(stands(tally, rubric, group, tally.deciding(group, roles, items[item].cell), item, column)?);
        }
    }
    let top = top?;
    let applicable: Vec<Option<u32>> = standing.into_iter().filter_map(Standing::step).collect();
    (!applicable.is_empty()).then_some((applicable, top))
}

enum Standing {
    NotApplicable,
    Unknown,
    On(u32),
}

impl Standing {
    /// The step of a question that applies, itself absent where unknown.
    fn step(self) -> Option<Option<u32>> {
        match self {
            Standing::NotApplicable => None,
            Standing::Unknown => Some(None),
            Standing::On(step) => Some(Some(step)),
        }
    }
}

/// Where one question, or one row of a grid, stands: the lower median over the lower medians of the roles.
fn stands(
    tally: &Tally,
    rubric: &Rubric<'_>,
    group: usize,
    roles: &[usize],
    item: usize,
    column: usize,
) -> Option<Standing> {
    let mut applies = false;
    let mut medians = Vec::new();
    for &role in roles {
        let counts = tally.distribution(group, role, column);
        let unknown: u32 = counts.iter().take(NOT_APPLICABLE as usize).sum();
        let mut steps: Vec<u32> = Vec::new();
        for (code, &count) in counts.iter().enumerate().skip(FIRST_OPTION as usize) {
            let step = rubric.step(item, code as u8)?;
            steps.extend(std::iter::repeat_n(step, count as usize));
        }
        applies |= unknown > 0 || !steps.is_empty();
        medians.extend(lower_median(&mut steps));
    }
    Some(match (lower_median(&mut medians), applies) {
        (Some(step), _) => Standing::On(step),
        (None, true) => Standing::Unknown,
        (None, false) => Standing::NotApplicable,
    })
}

/// The middle value, the lower of the two middle ones when they are even in number.
fn lower_median(values: &mut [u32]) -> Option<u32> {
    values.sort_unstable();
    values.get(values.len().checked_sub(1)? / 2).copied()
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
            missing_for_next(&standing, 4).map(|next| (next.step, next.below, next.on))
        };
        // 1, 1, 1, 2 stands on 1; for 2 all stand on 1 already, and of the two that must stand on 2 one does.
        assert_eq!(missing(&[1, 1, 1, 2]), Some((2, 0, 1)));
        // 4, 4, 4, 0 stands on 1; for 2 all four must stand on 1 (85 % of four is 3.4), and half stand on 2 already.
        assert_eq!(missing(&[4, 4, 4, 0]), Some((2, 1, 0)));
        // 0, 0 and an unknown one: for 1 all three must stand somewhere, and two of them on 1.
        assert_eq!(missing(&[0, 0, -1]), Some((1, 1, 2)));
        assert_eq!(missing(&[4, 4, 4]), None);
    }

    #[test]
    fn the_lower_median_of_an_even_number_is_the_lower_of_the_middle_two() {
        assert_eq!(lower_median(&mut [3, 1, 2, 4]), Some(2));
        assert_eq!(lower_median(&mut [3, 1, 2]), Some(2));
        assert_eq!(lower_median(&mut []), None);
    }
}
