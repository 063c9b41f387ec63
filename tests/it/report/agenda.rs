//! What reports say of questions on which people differ, of weights, and of answers that stand out: to the room and to the
//! public.

use super::*;
use peil::report::{GroupReport, Order};

/// `count` people who answer 0 to question a and as many who answer 4; on all others they agree.
fn camps(count: usize) -> Batch<'static> {
    let mut csv = String::from("council,name,a,b,c,e\n");
    csv += &"1,Ninove,0,2,2,2\n".repeat(count);
    csv += &"1,Ninove,4,2,2,2\n".repeat(count);
    batch(&csv)
}

fn section<'d>(document: &'d Document, id: &str) -> Option<&'d [Block]> {
    document.sections.iter().find(|section| section.id == id).map(|section| section.blocks.as_slice())
}

#[test]
fn the_public_reads_the_question_and_not_how_it_was_answered() {
    let document = public(&camps(3), 0);
    let text = said(&document);
    assert!(text.contains("Bij 1 van de 4 vragen met genoeg antwoorden zien de deelnemers het heel verschillend."));
    let blocks = section(&document, "agenda").expect("an agenda");
    assert!(blocks.iter().all(|block| !matches!(block, Block::Table(_) | Block::Figure(_))));
    let questions = blocks.iter().find_map(|block| match block {
        Block::Bullets(items) => Some(items),
        _ => None,
    });
    let questions: Vec<&str> = questions.expect("a list").iter().map(|item| item.0[0].text()).collect();
    assert_eq!(questions, ["Wat delen we?"]);
    assert!(!text.contains("Eensgezind") && !text.contains("Hoeveel deelnemers"));
}

#[test]
fn the_room_sees_the_answers_in_numbers_in_a_drawing_and_in_marks() {
    let document = council(&camps(12), 0, Audience::Workshop, Language::En);
    let blocks = section(&document, "agenda").expect("an agenda");
    let tables: Vec<_> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
        .collect();
    let cells = |table: usize, row: usize| {
        tables[table].rows[row].cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(cells(0, 0), ["What do we share?", "2.0", "2.00", "0.83", "0.00"]);
    assert_eq!((cells(1, 0)[1].as_str(), cells(1, 1)), ("24", vec!["Nothing".to_owned(), "12".to_owned()]));
    assert_eq!(cells(1, 5), ["Learns", "12"]);
    let drawing = document.figures().find(|figure| figure.file_stem == "agenda").expect("a drawing");
    let alternative = drawing.drawing.alternative(Language::En);
    assert!(alternative.contains("What do we share?: Nothing 12; Something 0; On paper 0; In use 0; Learns 12."));
    let terminal = terminal::render(&document, 80, false);
    assert!(terminal.contains(&format!("12\u{a0}{}", "■".repeat(12))), "{terminal}");
    assert!(!html::render(&document).contains('■') && !markdown::render(&document).text.contains('■'));
}

#[test]
fn a_question_of_which_a_low_answer_is_worth_more_is_counted_by_what_was_answered() {
    let q = questionnaire(
        "peil: questionnaire/1\nid: dagen\nversion: 1.0.0\nlanguages: [en]\ntitle: Days\nscale: {max: 4}\n\
         axes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\nquestions:\n\
         \x20 - {id: days, at: {a: d}, ask: How long?, type: number, from: 0, to: 50, reverse: true}\n\
         \x20 - {id: rated, at: {a: d}, ask: How hard?, type: rating, from: 1, to: 5, reverse: true}\n\
         \x20 - {id: law, at: {a: d}, ask: Is it late?, type: yes-no, reverse: true}\n",
    );
    // 2, 3, 4 and 5 days, twice a lot; 10 is where the second part begins, and 60 is outside.
    let csv = "council,days,rated,law\n1,2,1,no\n1,3,1,no\n1,4,1,no\n1,10,1,no\n1,45,5,yes\n1,60,5,yes\n";
    let batch = Batch::new(Rubric::new(q), responses(q, csv), Keep::ALL, 1);
    let document = council(&batch, 0, Audience::Workshop, Language::En);
    let drawing = document.figures().find(|figure| figure.file_stem == "agenda").expect("a drawing");
    let alternative = drawing.drawing.alternative(Language::En);
    for counted in [
        "How long?: 0 to 10 3; 10 to 20 1; 20 to 30 0; 30 to 40 0; 40 to 50 2.",
        "How hard?: 1 4; 2 0; 3 0; 4 0; 5 2.",
        "Is it late?: Yes 2; No 4.",
    ] {
        assert!(alternative.contains(counted), "{alternative}");
    }
    // The mean is that of what they are worth: (48 + 47 + 46 + 40 + 5 + 0) ÷ 6 ÷ 50 × 4 = 2.48.
    let days = &batch.agreement(0)[0];
    assert!(days.mean.is_some_and(|mean| (mean - 2.48).abs() < 1e-9), "{days:?}");
}

#[test]
fn of_one_person_nothing_is_said_and_of_four_that_they_are_too_few() {
    let alone = batch("council,name,a,b,c,e\n1,Ninove,0,2,2,2\n");
    for audience in [Audience::Public, Audience::Workshop] {
        assert!(section(&council(&alone, 0, audience, Language::Nl), "agenda").is_none());
        let four = said(&council(&camps(2), 0, audience, Language::Nl));
        let of_roles = if audience == Audience::Public { " van elke rol die ze kreeg" } else { "" };
        assert!(four.contains(&format!("daarvoor zijn op een vraag minstens 5 antwoorden{of_roles} nodig")));
        assert!(!four.contains("Wat delen we?</li>"));
    }
}

#[test]
fn where_all_agree_it_says_so() {
    let text = said(&public(&batch(&format!("council,name,a,b,c,e\n{}", "1,N,2,2,2,2\n".repeat(5))), 0));
    assert!(text.contains("Bij geen van de 4 vragen met genoeg antwoorden zien de deelnemers het heel verschillend."));
}

#[test]
fn a_report_tells_how_far_other_weights_would_move_the_score() {
    // Cells 0, 2, 2 and 4. Highest where 4 alone weighs more: (1.25 · 4 + 0.75 · 4) ÷ (1.25 + 3 · 0.75) = 16/7 = 2.29;
    // turned round it is 12/7 = 1.71.
    let text = said(&public(&batch("council,name,a,b,c,e\n1,Ninove,0,2,2,4\n"), 0));
    assert!(text.contains("ligt de score tussen 1,7 en 2,3."));
    assert!(text.contains("Met een meetkundig gemiddelde wordt dat 0,0: één onderdeel op 0 maakt dan het geheel 0."));
    let even = said(&public(&batch("council,name,a,b,c,e\n1,Ninove,2,2,2,2\n"), 0));
    assert!(even.contains("mag wegen, blijft de score 2,0. Met een meetkundig gemiddelde, waarin een zwak onderdeel"));
}

/// Five councils of one respondent each, who gave these answers to the ten questions of a shipped questionnaire. With the four
/// of the others here nobody can stand out.
fn ten(answers: [&str; 5]) -> Batch<'static> {
    let q = peil::questionnaire::shipped("digitale-transformatie").expect("shipped");
    let mut csv = String::from("council,name,role");
    q.columns.iter().for_each(|column| csv += &format!(",{}", column.id));
    assert_eq!(q.columns.len(), 10);
    let q: &'static Questionnaire = Box::leak(Box::new(Questionnaire {
        questions: q
            .questions
            .iter()
            .cloned()
            .map(|question| questionnaire::Question { roles: None, ..question })
            .collect(),
        ..q
    }));
    for (id, answers) in answers.iter().enumerate() {
        let cells: Vec<String> = answers.chars().map(|c| c.to_string()).collect();
        csv += &format!("\n{id},Bestuur-{id},ict,{}", cells.join(","));
    }
    Batch::new(Rubric::new(q), responses(q, &csv), Keep::ALL, 1)
}

/// What the report of all of them says.
fn of_all(batch: &Batch<'_>, audience: Audience, show_names: bool, language: Language) -> String {
    let group = GroupReport {
        batch,
        wave: None,
        within: None,
        audience,
        show_names,
        marked: &[],
        order: Order::Name,
        language,
        tag: language.code(),
    };
    said(&group.document())
}

#[test]
fn whose_answers_stand_out_is_told_in_the_room_where_councils_are_named() {
    let batch = ten(["0123012301", "1230123012", "3333333333", "2301230123", "0123012301"]);
    let room = of_all(&batch, Audience::Workshop, true, Language::Nl);
    assert!(room.contains("Van de 5 deelnemers met minstens 10 antwoorden vallen bij 3 de antwoorden op."));
    assert!(room.contains("Bestuur-2 (2)") && room.contains("Wiens antwoorden opvallen"));
    assert!(room.contains("2 deelnemers gaven precies dezelfde antwoorden als iemand anders."));
    for (audience, names) in [(Audience::Public, true), (Audience::Public, false), (Audience::Workshop, false)] {
        let others = of_all(&batch, audience, names, Language::Nl);
        assert!(others.contains("Van de 5 deelnemers met minstens 10 antwoorden vallen bij 3 de antwoorden op."));
        assert!(!others.contains("Wiens antwoorden opvallen") && !others.contains("(2)\n"));
    }
}

#[test]
fn of_participants_who_gave_too_few_answers_to_stand_out_nothing_is_said() {
    // Nine answers each, the same throughout; then ten of one of them.
    let nobody = ten(["222222222?", "222222222?", "222222222?", "222222222?", "222222222?"]);
    let one = ten(["2222222222", "222222222?", "222222222?", "222222222?", "222222222?"]);
    for audience in [Audience::Public, Audience::Workshop] {
        assert!(!of_all(&nobody, audience, true, Language::En).contains("Answers to look at again"));
    }
    let public = of_all(&one, Audience::Public, true, Language::En);
    assert!(public.contains("Only 1 participant did: too few to say anything about here."), "{public}");
    assert!(!public.contains("throughout"));
    let room = of_all(&one, Audience::Workshop, true, Language::En);
    assert!(room.contains("Only one participant gave at least 10 answers, and they stand out."), "{room}");
}
