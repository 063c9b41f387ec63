//! The signs on tables that are made to show one of them, and no other.

use super::*;
use crate::diagnostics::Diagnostics;
use crate::questionnaire::Questionnaire;
use crate::responses::{Intake, read_table};
use crate::scores::{Keep, Rubric};
use crate::source::Sources;

/// Twelve questions rated 0 to 4.
fn twelve() -> Questionnaire {
    let mut text = String::from(
        "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 4}\n\
         axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\nquestions:\n",
    );
    for number in 1..=12 {
        text += &format!("  - {{id: q{number}, at: {{a: d}}, ask: Q, type: rating, from: 0, to: 4}}\n");
    }
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let node = crate::yaml::parse(sources.add("t.yaml", text), &sources, &mut out).expect("YAML");
    crate::questionnaire::parse(&node, &mut out).expect("a questionnaire")
}

/// The suspects among rows of a council and twelve answers, one letter each.
fn suspects(rows: &[(&str, &str)]) -> Vec<(String, usize, Vec<Sign>)> {
    let q = twelve();
    let mut table = String::from("council,role,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10,q11,q12\n");
    for (council, answers) in rows {
        // An asterisk marks what a council answered together.
        let (council, role) = council.strip_suffix('*').map_or((*council, ""), |council| (council, "consensus"));
        let answers: Vec<String> = answers.chars().map(|answer| answer.to_string()).collect();
        table += &format!("{council},{role},{}\n", answers.join(","));
    }
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let mut intake = Intake::new(&q);
    read_table(sources.add("t.csv", table), &sources, &mut intake, &mut out);
    assert!(!out.has_errors(), "{:?}", out.sorted());
    let batch = Batch::new(Rubric::new(&q), intake.finish(), Keep::default(), 1);
    let groups: Vec<usize> = (0..batch.groups()).rev().collect();
    let found = batch.plausibility(&groups, Audience::Workshop);
    let told = batch.plausibility(&groups, Audience::Public);
    assert!(told.seen.is_none_or(|seen| seen.named.is_none()), "the public gets counts only");
    let enough = |answers: &str| answers.chars().filter(|&answer| answer != '?').count() >= 10;
    let people = rows.iter().filter(|(council, answers)| !council.ends_with('*') && enough(answers)).count();
    assert_eq!((found.respondents, told.respondents), (people, people));
    let seen = found.seen.expect("the room");
    assert_eq!(seen.suspects, seen.named.as_ref().map_or(0, Vec::len));
    let named = seen.named.unwrap_or_default().into_iter();
    named.map(|one| (batch.id(one.group).to_owned(), one.number, one.signs)).collect()
}

#[test]
fn the_same_option_ten_times_is_a_sign_and_nine_times_is_not() {
    assert_eq!(suspects(&[("a", "2222222222??")]), [("a".to_owned(), 0, vec![Sign::SameOption])]);
    assert_eq!(suspects(&[("a", "222222222???"), ("b", "222222222221")]), []);
}

#[test]
fn the_highest_answer_throughout_is_a_sign_of_its_own() {
    assert_eq!(suspects(&[("a", "444444444444")]), [("a".to_owned(), 0, vec![Sign::SameOption, Sign::AllHighest])]);
    assert_eq!(suspects(&[("a", "444444444443")]), []);
}

#[test]
fn the_same_answers_are_a_sign_within_a_council_and_across_councils() {
    let twins = [("b", "012301230123"), ("a", "012301230123"), ("a", "312301230120"), ("a", "210321032103")];
    let found = suspects(&twins);
    // Numbered as an explanation does, by what was answered: of a, 0123… comes first.
    assert_eq!(found, [("a".to_owned(), 0, vec![Sign::SameAnswers]), ("b".to_owned(), 0, vec![Sign::SameAnswers])]);
    assert_eq!(suspects(&[("a", "012301230???"), ("b", "012301230???")]), [], "nine answers may be chance");
    assert_eq!(suspects(&[("a", "0123012301??"), ("b", "0123012301??")]).len(), 2);
}

/// Seven who answer about 1, each a little differently.
const ALIKE: [&str; 7] =
    ["111111111112", "111111111121", "111111111211", "111111112111", "111111121111", "111111211111", "111112111111"];

#[test]
fn one_who_is_far_from_seven_is_a_sign_and_needs_seven_others() {
    let mut rows: Vec<(&str, &str)> = ALIKE.iter().map(|answers| ("a", *answers)).collect();
    rows.push(("a", "434343434343"));
    assert_eq!(suspects(&rows), [("a".to_owned(), 7, vec![Sign::FarFromOthers])]);
    assert_eq!(suspects(&rows[1..]), [], "seven in all");
    // Half a step above the others is nothing that anybody would notice, however alike those are.
    rows[7].1 = "111111112222";
    assert_eq!(suspects(&rows), []);
}

#[test]
fn a_council_in_two_camps_has_nobody_who_is_far_from_the_others() {
    let mut rows: Vec<(&str, &str)> = ALIKE[..4].iter().map(|answers| ("a", *answers)).collect();
    rows.extend(["434343434343", "343434343434", "433434343434", "343443434343"].map(|answers| ("a", answers)));
    assert_eq!(suspects(&rows), []);
}

#[test]
fn nobody_answered_anything_is_no_sign() {
    assert_eq!(suspects(&[("a", "????????????"), ("a", "????????????")]), []);
}

#[test]
fn what_was_agreed_on_together_is_nobodys_answer_and_keeps_the_numbers_of_the_others() {
    assert_eq!(suspects(&[("a*", "222222222222"), ("a", "012301230123"), ("b", "222222222221")]), []);
    assert_eq!(
        suspects(&[("a*", "012301230123"), ("a", "012301230123")]),
        [],
        "who agreed is no twin of the agreement"
    );
    // In an explanation the consensus is the first of three and the twins are the second and third.
    let twins = [("a*", "000000000000"), ("a", "012301230123"), ("a", "012301230123")];
    let same = |number| ("a".to_owned(), number, vec![Sign::SameAnswers]);
    assert_eq!(suspects(&twins), [same(1), same(2)]);
}

#[test]
fn who_gave_too_few_answers_to_show_a_sign_is_not_counted_and_of_four_the_public_gets_no_signs() {
    let rows =
        |answered: usize| "a,2,2,2,2,2,2,2,2,2,2,2,2\n".repeat(answered) + &"a,2,2,2,2,2,2,2,2,2,?,?,\n".repeat(20);
    let q = twelve();
    let found = |answered: usize, audience| {
        let table = format!("council,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10,q11,q12\n{}", rows(answered));
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let mut intake = Intake::new(&q);
        read_table(sources.add("t.csv", table), &sources, &mut intake, &mut out);
        let batch = Batch::new(Rubric::new(&q), intake.finish(), Keep::default(), 1);
        let found = batch.plausibility(&[0], audience);
        (found.respondents, found.seen.map(|seen| seen.suspects))
    };
    assert_eq!(found(0, Audience::Workshop), (0, Some(0)));
    assert_eq!(found(4, Audience::Workshop), (4, Some(4)));
    assert_eq!(found(4, Audience::Public), (4, None));
    assert_eq!(found(5, Audience::Public), (5, Some(5)));
}

#[test]
fn a_respondent_has_the_number_that_an_explanation_gives() {
    use crate::scores::{Derivation, Part, explain};
    fn codes(part: &Derivation, number: usize) -> Vec<u8> {
        let parts = part.contributions.iter().map(|one| &one.derivation);
        match part.part {
            Part::Respondent(own) if own != number => Vec::new(),
            Part::Item(_, given) => vec![given.code],
            _ => parts.flat_map(|part| codes(part, number)).collect(),
        }
    }
    let q = twelve();
    let table =
        "council,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10,q11,q12\na,3,1,2,3,0,1,2,3,0,1,2,3\na,2,2,2,2,2,2,2,2,2,2,2,2\n";
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let mut intake = Intake::new(&q);
    read_table(sources.add("t.csv", table), &sources, &mut intake, &mut out);
    let batch = Batch::new(Rubric::new(&q), intake.finish(), Keep::default(), 1);
    let named = batch.plausibility(&[0], Audience::Workshop).seen.and_then(|seen| seen.named).expect("the room");
    let found = codes(&explain(batch.rubric(), batch.chunks(), 0, None), named[0].number);
    assert_eq!(found, [FIRST_OPTION + 2; 12]);
}
