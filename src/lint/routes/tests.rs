//! The solver against all answers there are, tried one by one with the routing that interviews use.

use proptest::prelude::*;

use super::parts::tested::shortened;
use super::solver::{Found, Solver, Who};
use crate::diagnostics::Diagnostics;
use crate::questionnaire::{self, Condition, Kind, Questionnaire};
use crate::responses::{Chunk, Coded, FIRST_OPTION, GIVEN, RowHead};
use crate::scores::Rubric;
use crate::source::Sources;
use crate::yaml::{self, Node};

/// Fields of a question, and tests that fit it. The bounds of numbers are 1 and 2.
const KINDS: [(&str, &[&str]); 5] = [
    (
        "type: choice, choices: [{id: a, value: 0, label: A}, {id: b, value: 1, label: B}, {id: c, value: 2, label: C}]",
        &[
            "{is: a}",
            "{is: [a, b]}",
            "{is: [c, b]}",
            "{at_least: 1}",
            "{at_most: 0}",
            "{at_least: 1, at_most: 1}",
            "{answered: true}",
            "{answered: false}",
        ],
    ),
    ("type: yes-no", &["{is: yes}", "{is: no}", "{is: [yes, no]}", "{answered: true}"]),
    (
        "type: number, from: 0, to: 3",
        &["{at_least: 1}", "{at_least: 2}", "{at_most: 1}", "{at_most: 2}", "{answered: false}"],
    ),
    (
        "type: multiple, choices: [{id: x, label: X}, {id: w, label: W}, {id: z, label: Z, exclusive: true}]",
        &["{is: x}", "{is: [x, w]}", "{is: z}", "{is: [w, z]}", "{answered: true}"],
    ),
    ("type: text", &["{answered: true}", "{answered: false}"]),
];
/// Every number that such bounds can tell apart.
const NUMBERS: [f64; 5] = [0.5, 1.0, 1.5, 2.0, 2.5];

/// A condition on questions of these kinds; the numbers decide everything, and run out into the simplest.
fn condition(dice: &mut impl Iterator<Item = usize>, kinds: &[usize], depth: usize) -> String {
    let mut throw = |sides: usize| dice.next().unwrap_or(0) % sides;
    let form = if depth == 0 { 0 } else { throw(6) };
    let word = match form {
        3 => "all",
        4 => "any",
        5 => return format!("{{not: {}}}", condition(dice, kinds, depth - 1)),
        _ => {
            let question = throw(kinds.len());
            let tests = KINDS[kinds[question]].1;
            return format!("{{q{question}: {}}}", tests[throw(tests.len())]);
        }
    };
    let parts: Vec<String> = (0..2 + throw(2)).map(|_| condition(dice, kinds, depth - 1)).collect();
    format!("{{{word}: [{}]}}", parts.join(", "))
}

fn text(numbers: Vec<usize>) -> String {
    let mut dice = numbers.into_iter();
    let mut text = String::from(
        "peil: questionnaire/1\nid: r\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 4}\n\
         axes: [{id: d, title: T, dimensions: [{id: one, title: T}]}]\n\
         roles: [{id: ict, title: T}, {id: board, title: T}]\nquestions:\n",
    );
    let mut kinds = Vec::new();
    for index in 0..4 {
        let mut throw = |sides: usize| dice.next().unwrap_or(0) % sides;
        let roles = ["", "", ", roles: [ict]", ", roles: [board]"][throw(4)];
        let quick = ["", ", quick: true"][throw(2)];
        // The first is scored for certain, so that there is something to score.
        let kind = throw(if index == 0 { 2 } else { KINDS.len() });
        let has_condition = throw(4) > 0 && index > 0;
        let when = if has_condition { format!(", when: {}", condition(&mut dice, &kinds, 2)) } else { String::new() };
        let fields = KINDS[kind].0;
        text.push_str(&format!("  - {{id: q{index}, at: {{d: one}}, ask: Q, {fields}{when}{roles}{quick}}}\n"));
        kinds.push(kind);
    }
    text
}

fn read(text: &str) -> (Questionnaire, Node) {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("random.yaml", text);
    let node = yaml::parse(file, &sources, &mut out).expect("YAML");
    let read = questionnaire::parse(&node, &mut out);
    (read.unwrap_or_else(|| panic!("{:?}\n{text}", out.sorted())), node)
}

/// Every answer that a question can have, "none" first.
fn answers(kind: &Kind) -> Vec<Coded> {
    let none = Coded::plain(0);
    let given = |wide| Coded { code: GIVEN, wide };
    let values: Vec<Coded> = match kind {
        Kind::Number { .. } => NUMBERS.iter().map(|number| given(number.to_bits())).collect(),
        Kind::Text => vec![given(0)],
        // Nothing, x, y, both, or z alone.
        Kind::Multiple { .. } => [0, 1, 2, 3, 4].into_iter().map(given).collect(),
        _ => (0..kind.options().len()).map(|index| Coded::plain(FIRST_OPTION + index as u8)).collect(),
    };
    std::iter::once(none).chain(values).collect()
}

/// For every combination of answers: what these people are asked.
fn tried(q: &Questionnaire, who: Who) -> Vec<Vec<bool>> {
    let rubric = Rubric::new(q);
    let answers: Vec<Vec<Coded>> = q.questions.iter().map(|question| answers(&question.kind)).collect();
    let combinations: usize = answers.iter().map(Vec::len).product();
    let mut found = Vec::new();
    for number in 0..combinations {
        let mut chunk = Chunk::new(rubric.codec());
        let role = who.role.unwrap_or(q.roles.len()) as u8;
        chunk.push(RowHead { group: 0, role, quick: who.quick, age: 0 });
        let mut rest = number;
        for (column, answers) in answers.iter().enumerate() {
            chunk.set(rubric.codec(), column, answers[rest % answers.len()]);
            rest /= answers.len();
        }
        let mut asked = Vec::new();
        rubric.asked(chunk.rows().next().expect("a row"), &mut asked);
        found.push(asked);
    }
    found
}

fn people() -> impl Iterator<Item = Who> {
    [None, Some(0), Some(1)].into_iter().flat_map(|role| [false, true].map(|quick| Who { role, quick }))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_the_solver_calls_possible_is_what_some_answers_lead_to(numbers in prop::collection::vec(0..60usize, 40)) {
        let text = text(numbers);
        let (q, _) = read(&text);
        for who in people() {
            let tried = tried(&q, who);
            for (index, question) in q.questions.iter().enumerate() {
                let Some(when) = &question.when else { continue };
                let mut solver = Solver::new(&q);
                let found = solver.listed(index, who) && solver.can(who, &[(when, true)]) != Found::Impossible;
                prop_assert_eq!(found, tried.iter().any(|asked| asked[index]), "{} {:?}\n{}", index, who, text);
                if who == Who::ANYBODY {
                    let never = solver.can(who, &[(when, false)]) == Found::Impossible;
                    prop_assert_eq!(never, tried.iter().all(|asked| asked[index]), "always, {}\n{}", index, text);
                }
            }
        }
    }

    #[test]
    fn a_part_is_called_idle_exactly_when_leaving_it_out_changes_nothing(
        numbers in prop::collection::vec(0..60usize, 40)
    ) {
        let text = text(numbers);
        let (q, node) = read(&text);
        let asked_with = |index: usize, when: Condition| {
            let mut changed = q.clone();
            changed.questions[index].when = Some(when);
            tried(&changed, Who::ANYBODY).iter().map(|asked| asked[index]).collect::<Vec<_>>()
        };
        for (index, written) in super::list(&node, "questions").iter().enumerate() {
            let (Some(when), Some(at)) = (&q.questions[index].when, written.field("when")) else { continue };
            if Solver::new(&q).can(Who::ANYBODY, &[(when, true)]) == Found::Impossible {
                continue;
            }
            let (idle, left, one_less) = shortened(&mut Solver::new(&q), when, at);
            let before = asked_with(index, when.clone());
            prop_assert_eq!(&before, &asked_with(index, left.clone()), "{} idle of {}\n{}", idle, index, text);
            for shorter in one_less {
                prop_assert_ne!(&before, &asked_with(index, shorter.clone()), "{:?} of {}\n{}", shorter, index, text);
            }
        }
    }
}
