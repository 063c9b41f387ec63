//! Of a few small councils every way in which they can answer: what a page says besides numbers (which questions are worth
//! a conversation) leaves open what a small role said, as far as the score does.

use std::collections::BTreeMap;

use peil::comparison::{Audience, Batch};
use peil::diagnostics::Diagnostics;
use peil::responses::{Intake, read_table};
use peil::scores::{Keep, Rubric};
use peil::source::Sources;

use crate::councils::questionnaire;

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 4}\n\
    axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\nroles: [{id: r0, title: R}, {id: r1, title: R}, {id: r2, \
    title: R}]\nchoices:\n  steps: [{id: 0, value: 0, label: L}, {id: 1, value: 1, label: L}, {id: 2, value: 2, label: L}, \
    {id: 3, value: 3, label: L}, {id: 4, value: 4, label: L}]\nquestions:\n\
    \x20 - {id: v, at: {a: d}, ask: Q, type: choice, choices: steps}\n";

/// Every way in which this many people can answer, without who is who: in order.
fn answers(people: usize, least: usize) -> Vec<Vec<usize>> {
    if people == 0 {
        return vec![Vec::new()];
    }
    let first = |first: usize| answers(people - 1, first).into_iter().map(move |rest| [vec![first], rest].concat());
    (least..=4).flat_map(first).collect()
}

/// Every way in which roles of these sizes can answer.
fn councils(sizes: &[usize]) -> Vec<Vec<Vec<usize>>> {
    sizes.iter().fold(vec![Vec::new()], |all, &size| {
        let one = answers(size, 0);
        all.into_iter()
            .flat_map(|before| one.iter().map(move |own| [&before[..], std::slice::from_ref(own)].concat()))
            .collect()
    })
}

/// How many of the ways to answer tell what a role of under five people said to within half a step, with what `said` is
/// on the page of a group besides its score.
fn told(sizes: &[usize], said: impl Fn(&Batch<'_>, usize) -> String) -> usize {
    let q = questionnaire(QUESTIONNAIRE);
    let all = councils(sizes);
    let mut table = "council,role,v\n".to_owned();
    for (council, roles) in all.iter().enumerate() {
        for (role, answers) in roles.iter().enumerate() {
            answers.iter().for_each(|answer| table += &format!("c{council:05},r{role},{answer}\n"));
        }
    }
    let (mut sources, mut out, mut intake) = (Sources::new(), Diagnostics::new(), Intake::new(&q));
    read_table(sources.add("a.csv", table), &sources, &mut intake, &mut out);
    let batch = Batch::new(Rubric::new(&q), intake.finish(), Keep::ALL, 1);
    // By what is read on the page, the lowest and the highest mean of each role.
    let mut open: BTreeMap<(String, usize), (f64, f64)> = BTreeMap::new();
    let pages: Vec<[String; 2]> = (0..batch.groups())
        .map(|group| {
            let score = format!("{:?}", batch.overall(group));
            [score.clone(), format!("{score} {}", said(&batch, group))]
        })
        .collect();
    let mean = |answers: &[usize]| answers.iter().sum::<usize>() as f64 / answers.len() as f64;
    for (roles, pages) in all.iter().zip(&pages) {
        for (role, answers) in roles.iter().enumerate() {
            for page in pages {
                let ends = open.entry((page.clone(), role)).or_insert((f64::MAX, f64::MIN));
                *ends = (ends.0.min(mean(answers)), ends.1.max(mean(answers)));
            }
        }
    }
    let small: Vec<usize> = (0..sizes.len()).filter(|&role| sizes[role] < 5).collect();
    let known = |page: &str, role: usize| {
        let (low, high) = open[&(page.to_owned(), role)];
        high - low < 1.0
    };
    let tells = |[score, page]: &&[String; 2]| small.iter().any(|&role| known(page, role) && !known(score, role));
    pages.iter().filter(tells).count()
}

const SIZES: [&[usize]; 8] = [&[1, 1], &[1, 1, 1], &[1, 4], &[2, 3], &[1, 1, 3], &[1, 5], &[1, 8], &[5, 2, 2]];

#[test]
fn which_questions_are_worth_a_conversation_tells_nobody_what_a_small_role_said() {
    for sizes in SIZES {
        let found = told(sizes, |batch, group| format!("{:?}", batch.agenda(group, Audience::Public)));
        assert_eq!(found, 0, "{sizes:?} of {}", councils(sizes).len());
    }
    // The room sees the answers themselves, so that the test can tell.
    assert!(told(&[1, 4], |batch, group| format!("{:?}", batch.agenda(group, Audience::Workshop))) > 0);
}
