//! Which questions a report advises on, and what it says of those whose answers it does not show.

use super::*;
use peil::report::document::Card;

/// One axis of the dimensions plan and money; a question is its id, its dimension and what else stands in it.
fn answered(questions: &[(&str, &str, &str)], csv: &str) -> Document {
    weighted(1, questions, csv)
}

/// The same where plan weighs so much beside money.
fn weighted(plan: u32, questions: &[(&str, &str, &str)], csv: &str) -> Document {
    let questions = questions.iter().map(|(id, at, more)| {
        format!("  - {{id: {id}, at: {{theme: {at}}}, ask: Question {id}?, type: rating, from: 0, to: 4{more}}}\n")
    });
    let q = questionnaire(&format!(
        "peil: questionnaire/1\nid: advies\nversion: 1.0.0\nlanguages: [en]\ntitle: Advice\nscale: {{max: 4}}\naxes:\n\
         \x20 - {{id: theme, title: Theme, dimensions: [{{id: plan, title: Plan, weight: {plan}}}, {{id: money, title: Money}}]}}\n\
         questions:\n{}",
        questions.collect::<String>()
    ));
    let batch = Batch::new(Rubric::new(q), responses(q, csv), Keep::ALL, 1);
    council(&batch, 0, Audience::Public, Language::En)
}

const ADVICE: &str = ", advice: [{below: 4, think_big: Big., act_small: Small.}]";

fn cards(document: &Document) -> Vec<&Card> {
    let cards = document.blocks().filter_map(|block| match block {
        Block::Cards(cards) => Some(cards),
        _ => None,
    });
    cards.flatten().collect()
}

fn titles(document: &Document) -> Vec<&str> {
    cards(document).into_iter().map(|card| card.title.as_str()).collect()
}

#[test]
fn a_question_of_few_people_is_not_called_low_because_its_dimension_is() {
    // Plan is (4 + 0) ÷ 2 of three and (4 + 1) ÷ 2 of one: 2.125.
    let rows = "A,4,0,4\n".repeat(3) + "A,4,1,4\n";
    let asked = [("a", "plan", ADVICE), ("b", "plan", ADVICE), ("c", "money", ADVICE)];
    let document = answered(&asked, &format!("council,a,b,c\n{rows}"));
    let [card] = &cards(&document)[..] else { panic!("one card: {:?}", titles(&document)) };
    assert_eq!((card.title.as_str(), card.now.as_str()), ("Plan: choose what fits", "2.1 out of 4"));
    let questions: Vec<_> = card.pieces.iter().map(|piece| piece.question.as_deref()).collect();
    assert_eq!(questions, [Some("Question a?"), Some("Question b?")]);
    let said = said(&document);
    assert!(said.contains("These steps belong to the lowest-scoring dimensions with advice. What weighs much"));
    assert!(said.contains("Not all of them need be low: choose what fits."));
}

#[test]
fn nothing_is_advised_on_what_does_not_apply_or_was_not_asked() {
    let harbour = format!(", not_applicable: {{reason: optional}}{ADVICE}");
    let crane = format!(", when: {{b: {{at_least: 1}}}}{ADVICE}");
    let asked = [("a", "plan", ADVICE), ("b", "plan", &harbour), ("c", "plan", &crane), ("d", "money", ADVICE)];
    let document = answered(&asked, &format!("council,a,b,c,d\n{}", "A,0,na,,3\n".repeat(6)));
    assert_eq!(titles(&document), ["Question a?", "Question d?"]);
    assert!(!said(&document).contains("answered by fewer than 5 participants"));
}

#[test]
fn where_nothing_has_a_score_advice_waits_for_answers() {
    let waits = "Advice follows once there are enough answers for a score.";
    let none = "The questionnaire has no advice for these scores.";
    let asked = [("a", "plan", ADVICE), ("b", "plan", ADVICE)];
    // One of two questions is under the 60 % that a score takes, and of four people no question may be shown.
    for rows in ["A,?,?\n".repeat(5), "A,1,?\n".repeat(4)] {
        let said = said(&answered(&asked, &format!("council,a,b\n{rows}")));
        assert!(said.contains(waits) && !said.contains(none), "{said}");
    }
    let said = said(&answered(&asked, "council,a,b\nA,4,4\n"));
    assert!(said.contains(none) && !said.contains(waits), "{said}");
}

#[test]
fn a_quick_scan_advises_on_its_own_questions_only() {
    let quick = format!(", quick: true{ADVICE}");
    let asked = [("a", "plan", &*quick), ("b", "plan", ADVICE), ("c", "money", ADVICE)];
    let document = answered(&asked, &format!("council,scan,a,b,c\n{}", "A,quick,1,,\n".repeat(5)));
    assert_eq!(titles(&document), ["Question a?"]);
}

#[test]
fn what_is_advised_on_is_the_lowest_of_what_has_advice() {
    // The three lowest have none.
    let asked = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let asked = asked.map(|id| (id, "plan", if id < "d" { "" } else { ADVICE }));
    let csv = format!("council,a,b,c,d,e,f,g,h\n{}", "A,0,0,0,3,3,3,3,3\n".repeat(5));
    let document = answered(&asked, &csv);
    assert_eq!(titles(&document).len(), 5);
    let said = said(&document);
    assert!(said.contains("These steps belong to the lowest-scoring questions with advice. What weighs much"));
    assert!(!said.contains("quarter"));
}

#[test]
fn of_questions_that_score_the_same_the_heaviest_comes_first_wherever_it_stands() {
    let heavy = format!(", weight: 3{ADVICE}");
    let asked = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let asked = asked.map(|id| (id, "plan", if id == "h" { &*heavy } else { ADVICE }));
    let document = answered(&asked, &format!("council,a,b,c,d,e,f,g,h\n{}", "A,1,1,1,1,1,1,1,1\n".repeat(5)));
    assert_eq!(titles(&document), ["h", "a", "b", "c", "d"].map(|id| format!("Question {id}?")));
}

#[test]
fn what_weighs_most_in_the_overall_comes_first_however_little_it_weighs_in_its_dimension() {
    // Plan is 9 of 10 parts of the overall and all of it is a; of money, 1 part, b to f are a fifth each.
    let heavy = format!(", weight: 2{ADVICE}");
    let asked = ["a", "b", "c", "d", "e", "f"];
    let asked = asked.map(|id| if id == "a" { (id, "plan", ADVICE) } else { (id, "money", &*heavy) });
    let csv = format!("council,a,b,c,d,e,f\n{}", "A,1,1,1,1,1,1\n".repeat(5));
    assert_eq!(titles(&weighted(9, &asked, &csv)), ["a", "b", "c", "d", "e"].map(|id| format!("Question {id}?")));
}

#[test]
fn a_card_of_a_dimension_weighs_as_much_as_all_its_questions() {
    // Of four people no question may be shown: both stand at 1, each is half of the overall, and money holds one of two
    // questions with advice, 1/4; plan three of three, 1/2, though each of them weighs less than that of money.
    let asked = [
        ("a", "money", ADVICE),
        ("b", "money", ""),
        ("c", "plan", ADVICE),
        ("d", "plan", ADVICE),
        ("e", "plan", ADVICE),
    ];
    let document = answered(&asked, &format!("council,a,b,c,d,e\n{}", "A,1,1,1,1,1\n".repeat(4)));
    assert_eq!(titles(&document), ["Plan: choose what fits", "Money: see whether this fits"]);
}

#[test]
fn cards_end_with_the_one_that_brings_them_to_five_pieces_of_advice() {
    // Of four people no question may be shown: plan stands at 1, money at 2.
    let titled = |of_plan: &[&str]| {
        let asked: Vec<_> = of_plan.iter().map(|&id| (id, "plan", ADVICE)).chain([("x", "money", ADVICE)]).collect();
        let header: Vec<&str> = asked.iter().map(|(id, ..)| *id).collect();
        let rows = format!("A,{}2\n", "1,".repeat(of_plan.len())).repeat(4);
        let document = answered(&asked, &format!("council,{}\n{rows}", header.join(",")));
        titles(&document).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(titled(&["a", "b", "c", "d", "e"]), ["Plan: choose what fits"]);
    assert_eq!(titled(&["a", "b", "c", "d"]), ["Plan: choose what fits", "Money: see whether this fits"]);
}
