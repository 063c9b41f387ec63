//! What reports say of scores and changes that hang on one participant.

use super::*;
use peil::source::Span;

/// Technology is asked of ICT alone, people of everyone; ratings from 0 to the highest.
fn asked(highest: u32) -> String {
    let rating = format!("type: rating, from: 0, to: {highest}");
    format!(
        "peil: questionnaire/1\nid: kort\nversion: 1.0.0\nlanguages: [nl, en]\ntitle: {{nl: K, en: K}}\n\
         scale: {{max: 4}}\naxes: [{{id: as, title: {{nl: As, en: Axis}}, dimensions: \
         [{{id: tech, title: {{nl: Techniek, en: Technology}}}}, {{id: people, title: {{nl: Mensen, en: People}}}}]}}]\n\
         roles: [{{id: ict, title: {{nl: ICT, en: IT}}}}, {{id: unit, title: {{nl: Dienst, en: Department}}}}]\nquestions:\n\
         \x20 - {{id: t, at: {{as: tech}}, ask: {{nl: T?, en: T?}}, {rating}, roles: [ict]}}\n\
         \x20 - {{id: p, at: {{as: people}}, ask: {{nl: P?, en: P?}}, {rating}}}\n"
    )
}

fn answered(highest: u32, rows: &str) -> Batch<'static> {
    let q = questionnaire(&asked(highest));
    Batch::new(Rubric::new(q), responses(q, &format!("council,wave,role,t,p\n{rows}")), Keep::ALL, 1)
}

fn english(batch: &Batch<'_>, group: usize, audience: Audience) -> Document {
    council(batch, group, audience, Language::En)
}

#[test]
fn a_change_of_one_participant_is_not_clear_whoever_else_was_there() {
    let unclear = "Since 2024: no clear change, from 1.0 to 3.0 (+2.0).".to_owned();
    let alone = "a,2024,ict,1,1\na,2026,ict,3,3\n".to_owned();
    let beside = format!("{alone}a,2024,ict,?,?\na,2026,ict,?,?\n");
    for rows in [alone, beside] {
        let lines = lead(&english(&answered(4, &rows), 1, Audience::Public));
        assert!(lines.contains(&unclear), "{lines:?}");
    }
    let two = "a,2024,ict,1,1\na,2026,ict,3,3\n".repeat(2);
    let lines = lead(&english(&answered(4, &two), 1, Audience::Public));
    assert!(lines.contains(&"Since 2024: up from 1.0 to 3.0 (+2.0).".to_owned()), "{lines:?}");
}

#[test]
fn each_dimension_is_clear_by_itself() {
    // Technology goes from 1 to 3 by one of ICT; people from 1 to 3 by six.
    let rows = |wave: &str, step: &str| {
        format!("a,{wave},ict,{step},{step}\n{}", format!("a,{wave},unit,,{step}\n").repeat(5))
    };
    let document = english(&answered(4, &(rows("2024", "1") + &rows("2026", "3"))), 1, Audience::Public);
    let text = said(&document);
    assert!(text.contains("Clearly up: People (+2.0).") && !text.contains("Technology (+2.0)"), "{text}");
}

/// The cells of a column of the table that has it.
fn column(document: &Document, title: &str) -> Vec<String> {
    let tables = document.blocks().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let place = |columns: &[peil::report::document::Column]| columns.iter().position(|column| column.title == title);
    let found = tables.filter_map(|table| Some((place(&table.columns)?, table))).next();
    let (place, table) = found.expect("such a column");
    table.rows.iter().map(|row| row.cells[place].text.clone()).collect()
}

/// The same in files of respondents who all agreed to be shown by role: the role and the answers of each.
fn agreed(respondents: &[(&str, &str)]) -> Batch<'static> {
    let q = questionnaire(&asked(4));
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let mut intake = Intake::new(q);
    for (index, (role, answers)) in respondents.iter().enumerate() {
        let text = format!(
            "peil: answers/1\nquestionnaire: {{id: kort, version: 1.0.0}}\ncouncil: {{id: a, name: A}}\n\
             respondent: {{id: r-{index}, role: {role}}}\nshown_by_role: true\nanswers: {{{answers}}}\n"
        );
        let file = sources.add("r.yaml", text);
        let sheet = peil::responses::parse(file, &sources, q, intake.codec(), &mut out).expect("answers");
        intake.sheet(&sheet, Span::start_of(file), &mut out);
    }
    assert!(out.is_empty(), "{:?}", out.sorted());
    Batch::new(Rubric::new(q), intake.finish(), Keep::ALL, 1)
}

#[test]
fn the_room_reads_which_scores_rest_on_one_participant() {
    // ICT 3 and 2, the department 2: in all (3 + 2) ÷ 2 = 2.5, and 2 without the one of ICT.
    let mut respondents = vec![("ict", "t: 3, p: 2")];
    respondents.extend([("unit", "p: 2"); 5]);
    let batch = agreed(&respondents);
    let document = english(&batch, 0, Audience::Workshop);
    assert_eq!(column(&document, "With one fewer"), ["2.0–2.5", "rests on one participant", "2.0"]);
    let dutch = council(&batch, 0, Audience::Workshop, Language::Nl);
    assert_eq!(column(&dutch, "Met één minder"), ["2,0–2,5", "steunt op één deelnemer", "2,0"]);
    // Outside the room that would tell what this one answered.
    assert!(!said(&english(&batch, 0, Audience::Public)).contains("rests on"));
}

#[test]
fn a_total_that_rests_on_one_participant_says_so_unless_there_was_only_one() {
    let document = english(&agreed(&[("ict", "t: 3, p: 2"), ("unit", "p: dont-know")]), 0, Audience::Workshop);
    assert!(said(&document).contains("The total rests on one participant: nobody else gave enough answers."));
    assert_eq!(column(&document, "With one fewer"), ["rests on one participant"; 3]);
    let alone = said(&english(&agreed(&[("ict", "t: 3, p: 2")]), 0, Audience::Workshop));
    assert!(!alone.contains("rests on") && !alone.contains("With one fewer"), "{alone}");
}

#[test]
fn where_a_stage_is_withheld_answers_are_missing_and_not_points() {
    // Stages need 80 %. In all 2 of 3 answers, Do 1 of 2; Set direction 2 and Sharing (2 + 1) ÷ 2 = 1.5 up to 3.
    let batch = batch("council,name,role,a,b,c,e\n1,Ninove,ict,2,na,1,?\n");
    let expected = ["too few answers (2 of 3)", "high: 1.0 more", "too few answers (1 of 2)", "high: 1.5 more"];
    assert_eq!(column(&english(&batch, 0, Audience::Public), "Next stage")[..4], expected);
}

#[test]
fn ranges_that_share_an_end_are_not_apart_however_it_is_added_up() {
    // In thirds: 0 and 1 lie between 0 and 1/3 without one of them; 0, 1, 2 and 3 between (0 + 1 + 2) ÷ 9 = 1/3 and 2/3.
    // In quarters: 0 and 1 lie between 0 and 1/4; 1, 1 and 1 at 1/4.
    for (highest, then, now) in [(3, [0, 1].as_slice(), [0, 1, 2, 3].as_slice()), (4, &[0, 1], &[1, 1, 1])] {
        let rows = |wave: &str, answers: &[u32]| -> String {
            answers.iter().map(|step| format!("a,{wave},ict,{step},{step}\n")).collect()
        };
        let lines = lead(&english(&answered(highest, &(rows("2024", then) + &rows("2026", now))), 1, Audience::Public));
        assert!(lines.iter().any(|line| line.starts_with("Since 2024: no clear change")), "{highest}: {lines:?}");
    }
}
