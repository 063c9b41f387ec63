//! What a council as a whole answers to each question. Unlike a cell, a question has no minimum of answers.

use super::card::weighted_mean;
use super::cell::{UNIT, quantised};
use super::rubric::{ItemState, Rubric};
use super::tally::Tally;
use crate::questionnaire::Questionnaire;
use crate::responses::Row;

/// What one group answers to one scored item.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct QuestionValue {
    /// What they answered together, where that was recorded, else the mean over the means of the roles, on the scale;
    /// `None` where nobody gave an answer that counts.
    pub value: Option<f64>,
    /// Respondents who were asked, the consensus not among them.
    pub asked: u32,
    /// Respondents who gave an answer that counts, the consensus not among them.
    pub answered: u32,
    /// Whether the value is what they answered together.
    pub together: bool,
    /// Of the roles that answered anything in the cell of the question, the fewest who answered one of its questions, or
    /// have a score in it.
    pub fewest: u32,
    /// Whether everyone who answered anything in the cell answered every question that anyone did, and has a score.
    pub alike: bool,
}

/// How many of one role answered anything in a cell, and how many have a score in it.
#[derive(Clone, Copy, Debug, Default)]
struct Takers {
    any: u32,
    scored: u32,
}

/// The value of every item over the rows of one group, by the index of the item: the mean over its role means, each role
/// weighing what the questionnaire says. Taken from the rows themselves, because numbers and ticked boxes have no
/// distribution; in whole units as in a [`Tally`], so that the order of the rows changes no bit.
pub fn question_values<'r>(rubric: &Rubric<'_>, rows: impl Iterator<Item = Row<'r>>) -> Vec<QuestionValue> {
    let q = rubric.questionnaire();
    // The roles, those without one, and the consensus.
    let roles = q.roles.len() + 2;
    let mut sums = vec![(0u64, 0u32); q.items.len() * roles];
    let mut values = vec![QuestionValue::default(); q.items.len()];
    let mut takers = vec![Takers::default(); q.cells.len() * roles];
    let mut asked = Vec::new();
    for row in rows {
        rubric.asked(row, &mut asked);
        let role = usize::from(row.head.role).min(roles - 1);
        let together = role == roles - 1;
        let mut given = vec![(0, 0); q.cells.len()];
        for (item, value) in values.iter_mut().enumerate() {
            let state = rubric.item(item, row, &asked);
            value.asked += u32::from(state != ItemState::NotAsked && !together);
            let given = &mut given[q.items[item].cell];
            given.1 += u32::from(!matches!(state, ItemState::NotAsked | ItemState::NotApplicable));
            if let ItemState::Scored { value, .. } = state {
                let sum = &mut sums[item * roles + role];
                sum.0 += quantised(value);
                sum.1 += 1;
                given.0 += 1;
            }
        }
        for (cell, (scored, applicable)) in given.into_iter().enumerate().filter(|(_, given)| given.0 > 0) {
            let takers = &mut takers[cell * roles + role];
            takers.any += 1;
            takers.scored += u32::from(f64::from(scored) / f64::from(applicable) >= q.scoring.min_coverage);
        }
    }
    who_answered(q, &sums, &takers, &mut values);
    for (value, sums) in values.iter_mut().zip(sums.chunks(roles)) {
        let together = &sums[roles - 1..];
        let deciding = if together[0].1 > 0 { together } else { &sums[..roles - 1] };
        let means = deciding.iter().enumerate().map(|(role, &(sum, count))| {
            let mean = (count > 0).then(|| sum as f64 / f64::from(count) / UNIT);
            (Tally::role_weight(q, role, count), mean)
        });
        value.value = weighted_mean(means).map(|mean| mean * q.scale.max);
    }
    values
}

/// Fills in who answered, from the sums of every item by role and the takers of every cell by role.
fn who_answered(q: &Questionnaire, sums: &[(u64, u32)], takers: &[Takers], values: &mut [QuestionValue]) {
    let roles = q.roles.len() + 2;
    let people = |item: usize| sums[item * roles..][..roles - 1].iter().map(|sum| sum.1);
    for (item, value) in values.iter_mut().enumerate() {
        value.answered = people(item).sum();
        value.together = sums[item * roles + roles - 1].1 > 0;
    }
    for cell in 0..q.cells.len() {
        let of_roles = &takers[cell * roles..][..roles - 1];
        let (any, scored) =
            (of_roles.iter().map(|one| one.any).sum(), of_roles.iter().map(|one| one.scored).sum::<u32>());
        let items = || (0..q.items.len()).filter(|&item| q.items[item].cell == cell);
        let counts = items().flat_map(people).chain(of_roles.iter().map(|one| one.scored));
        let fewest = counts.filter(|&count| count > 0).min().unwrap_or(0);
        let alike = any > 0 && any == scored && items().all(|item| [0, any].contains(&values[item].answered));
        items().for_each(|item| (values[item].fewest, values[item].alike) = (fewest, alike));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Diagnostics;
    use crate::responses::{Chunk, Intake, read_table};
    use crate::source::Sources;

    const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: klein\nversion: 1.0.0\nlanguages: [nl]\ntitle: Klein\n\
        scale: {max: 4}\naxes:\n  - id: as\n    title: As\n    dimensions: [{id: een, title: Een}]\n\
        roles: [{id: ict, title: ICT}, {id: dienst, title: Dienst}]\nquestions:\n\
        \x20 - {id: v1, at: {as: een}, ask: Hoeveel?, type: rating, from: 0, to: 4}\n\
        \x20 - {id: v2, at: {as: een}, ask: Hoe veel procent?, type: number, from: 0, to: 100}\n\
        \x20 - {id: v3, at: {as: een}, ask: Mag het?, type: yes-no, roles: [ict]}\n";

    #[test]
    fn a_question_is_the_mean_of_its_role_means() {
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add("klein.yaml", QUESTIONNAIRE);
        let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
        let q = crate::questionnaire::parse(&node, &mut out).expect("a questionnaire");
        let table = "council,role,v1,v2,v3\na,ict,1,50,yes\na,ict,2,?,\na,dienst,4,100,\nb,ict,0,0,no\n";
        let file = sources.add("a.csv", table);
        let mut intake = Intake::new(&q);
        read_table(file, &sources, &mut intake, &mut out);
        let responses = intake.finish();
        let rubric = Rubric::new(&q);
        let rows = || responses.chunks.iter().flat_map(Chunk::rows);
        let of_group = |group: u32| rows().filter(move |row| row.head.group == group);
        let values = question_values(&rubric, of_group(0));
        // v1: ict (1 + 2) ÷ 2 = 1.5, dienst 4, mean 2.75; v2: ict 50 % of 4 = 2, dienst 4, mean 3; v3: ict only, yes = 4.
        let found: Vec<(Option<f64>, u32)> = values.iter().map(|value| (value.value, value.asked)).collect();
        assert_eq!(found, [(Some(2.75), 3), (Some(3.0), 3), (Some(4.0), 2)]);
        assert_eq!(question_values(&rubric, of_group(7))[0], QuestionValue::default());
    }

    #[test]
    fn who_answered_a_question_is_told_by_role_and_beside_its_cell() {
        let who = |table: &str| {
            let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
            let file = sources.add("klein.yaml", QUESTIONNAIRE);
            let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
            let q = crate::questionnaire::parse(&node, &mut out).expect("a questionnaire");
            let file = sources.add("a.csv", format!("council,role,v1,v2,v3\n{table}"));
            let mut intake = Intake::new(&q);
            read_table(file, &sources, &mut intake, &mut out);
            let responses = intake.finish();
            let values = question_values(&Rubric::new(&q), responses.chunks.iter().flat_map(Chunk::rows));
            let told = |value: &QuestionValue| (value.answered, value.fewest, value.alike, value.together);
            values.iter().map(told).collect::<Vec<_>>()
        };
        let both = "a,dienst,1,50,\na,dienst,2,60,\n";
        // The department was not asked the third, so those who answered it are not those who answered the others.
        let some = [(3, 1, false, false), (3, 1, false, false), (1, 1, false, false)];
        assert_eq!(who(&format!("{both}a,ict,1,50,yes\n")), some);
        // Nobody answered the third, and everyone the others; who answered nothing is not one of them.
        let all = [(3, 1, true, false), (3, 1, true, false), (0, 1, true, false)];
        assert_eq!(who("a,dienst,1,50,\na,dienst,3,20,\na,,2,40,\na,dienst,?,?,\n"), all);
        // Two of three applicable ones is enough for a score and one is not, and what was agreed on is nobody's.
        assert_eq!(who("a,ict,1,50,?\n")[0], (1, 1, true, false));
        assert_eq!(who("a,ict,1,?,?\n")[0], (1, 1, false, false));
        assert_eq!(who(&format!("{both}a,consensus,3,80,\n"))[0], (2, 2, true, true));
    }

    #[test]
    fn the_order_of_the_rows_changes_no_bit_of_a_question() {
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add("klein.yaml", QUESTIONNAIRE);
        let node = crate::yaml::parse(file, &sources, &mut out).expect("YAML");
        let q = crate::questionnaire::parse(&node, &mut out).expect("a questionnaire");
        // Added up as they are, 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in their last bit.
        let file = sources.add("a.csv", "council,v2\na,10\na,20\na,30\n");
        let mut intake = Intake::new(&q);
        read_table(file, &sources, &mut intake, &mut out);
        let responses = intake.finish();
        let rubric = Rubric::new(&q);
        let rows: Vec<Row<'_>> = responses.chunks[0].rows().collect();
        let forth = question_values(&rubric, rows.iter().copied());
        assert_eq!(forth, question_values(&rubric, rows.iter().rev().copied()));
    }
}
