//! What reports say of all roles, where not all of them may be shown, and why a dash stands for one.

use super::*;
use peil::report::RoleReport;
use peil::report::document::Table;

/// A dimension asked of the roles in the first list, and one asked of those in the second.
fn answered(plan: &str, money: &str, rows: &[(&str, usize, &str)]) -> Batch<'static> {
    let q = questionnaire(&format!(
        "peil: questionnaire/1\nid: rollen\nversion: 1.0.0\nlanguages: [en]\ntitle: Roles\nscale: {{max: 4}}\naxes:\n\
         \x20 - {{id: theme, title: Theme, dimensions: [{{id: plan, title: Plan}}, {{id: money, title: Money}}]}}\n\
         roles: [{{id: ict, title: IT}}, {{id: unit, title: Department}}, {{id: boss, title: Management}}, \
         {{id: pol, title: Politician}}]\nquestions:\n\
         \x20 - {{id: a, at: {{theme: plan}}, ask: A plan?, type: rating, from: 0, to: 4, roles: [{plan}]}}\n\
         \x20 - {{id: b, at: {{theme: money}}, ask: Money?, type: rating, from: 0, to: 4, roles: [{money}]}}\n"
    ));
    let rows = rows.iter().map(|(role, count, answers)| format!("A,{role},{answers}\n").repeat(*count));
    Batch::new(Rubric::new(q), responses(q, &format!("council,role,a,b\n{}", rows.collect::<String>())), Keep::ALL, 1)
}

/// The sentence of the report and of the comparison by role, which say the same.
fn message(batch: &Batch<'_>) -> String {
    let (group, audience, language, tag) = (0, Audience::Public, Language::En, "en");
    let alone = RoleReport { batch, group, audience, language, tag }.document();
    let [sentence] = &lead(&alone)[..] else { panic!("one sentence") };
    assert!(said(&council(batch, group, audience, language)).contains(sentence.as_str()), "{sentence}");
    sentence.clone()
}

/// The titles of the columns of a table of the report, by a word of its caption.
fn columns(batch: &Batch<'_>, caption: &str) -> Vec<String> {
    table(batch, caption).0
}

/// The sentence at the top of the comparison by role.
fn by_role(batch: &Batch<'_>) -> (String, usize) {
    let (group, audience, language, tag) = (0, Audience::Public, Language::En, "en");
    let document = RoleReport { batch, group, audience, language, tag }.document();
    (lead(&document).join(" "), document.sections.len())
}

#[test]
fn how_many_roles_are_shown_is_how_many_have_a_figure() {
    // Five of each took part; of the department one knew of nothing.
    let rows = [("ict", 5, "2,1"), ("unit", 4, "3,2"), ("unit", 1, "?,?")];
    let one = answered("ict, unit", "ict, unit", &rows);
    assert_eq!(by_role(&one), ("The roles of A cannot be shown separately here.".to_owned(), 1));
    // Nobody of the department knew of anything.
    let rows = [("ict", 5, "2,1"), ("unit", 5, "?,?")];
    let one = answered("ict, unit", "ict, unit", &rows);
    assert_eq!(by_role(&one), ("Only one role of A can be shown separately.".to_owned(), 1));
    // Nothing is held back where there is one role.
    let one = answered("ict, unit", "ict, unit", &[("ict", 6, "2,1")]);
    let only = "Everyone answered in the same role (IT), so there is nothing to set side by side.";
    assert_eq!(by_role(&one), (only.to_owned(), 0));
}

/// What stands under that table.
fn note(batch: &Batch<'_>, caption: &str) -> Option<String> {
    table(batch, caption).1
}

/// Both, of the table with a word in its caption.
fn table(batch: &Batch<'_>, caption: &str) -> (Vec<String>, Option<String>) {
    let document = council(batch, 0, Audience::Public, Language::En);
    let is_it = |table: &&Table| table.caption.contains(caption);
    let mut tables = document.blocks().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let table = tables.find(is_it).expect("the table");
    (table.columns.iter().map(|column| column.title.clone()).collect(), table.note.clone())
}

const CANNOT_BE_SAID: &str = "Whether the roles lie clearly apart anywhere cannot be said here: not every role has a \
                              figure in every dimension that may be shown here and rests on enough answers.";

#[test]
fn roles_of_which_one_is_hidden_are_not_called_close_together() {
    // In either dimension a small role could be worked out from the whole, the department and ICT, so ICT is hidden.
    let rows = [("ict", 6, "0,0"), ("unit", 7, "4,4"), ("boss", 2, "2,"), ("pol", 3, ",2")];
    let batch = answered("ict, unit, boss", "ict, unit, pol", &rows);
    assert_eq!(by_role(&batch).0, "Only one role of A can be shown separately.");
    // A column of dashes would say no more than this.
    assert_eq!(columns(&batch, "and role"), ["Dimension", "Overall", "Department (7)"]);
    assert_eq!(note(&batch, "and role"), None);
    let all = said(&council(&batch, 0, Audience::Public, Language::En));
    let none = "IT (6) is not shown separately: in every dimension, in a part of it, fewer than 5 participants of a role \
                gave enough answers, or the figure would give away what such a role answered.";
    assert!(all.contains(none) && all.contains(CANNOT_BE_SAID), "{all}");
}

#[test]
fn a_role_without_any_figure_has_no_column_and_a_table_without_any_role_is_none() {
    let rows = [("ict", 6, "2,1"), ("unit", 6, "?,?")];
    let batch = answered("ict, unit", "ict, unit", &rows);
    assert_eq!(columns(&batch, "and role"), ["Dimension", "Overall", "IT (6)"]);
    let all = said(&council(&batch, 0, Audience::Public, Language::En));
    assert!(all.contains("Nobody of Department (6) gave enough answers anywhere."), "{all}");
    // Four of each answered about either theme.
    let rows = [("ict", 4, "2,1"), ("ict", 2, "?,?"), ("unit", 4, "3,2"), ("unit", 2, "?,?")];
    let batch = answered("ict, unit", "ict, unit", &rows);
    let document = council(&batch, 0, Audience::Public, Language::En);
    let mut tables =
        document.blocks().filter(|block| matches!(block, Block::Table(it) if it.caption.contains("and role")));
    assert!(tables.next().is_none());
    let all = said(&document);
    assert!(all.contains("IT (6) and Department (6) are not shown separately: in every dimension"), "{all}");
    assert!(!all.contains(CANNOT_BE_SAID), "{all}");
}

#[test]
fn the_few_dimensions_that_may_be_compared_are_named_where_they_lie_equally_far_apart() {
    // About money 5 of 8 of the department answered, fewer than the 80 % that a stage takes.
    let rows = [("ict", 6, "1,1"), ("unit", 5, ",4"), ("unit", 3, ",?"), ("boss", 6, "3,3")];
    let batch = answered("ict, boss", "ict, boss, unit", &rows);
    let expected = "Of the figures that may be shown here and rest on enough answers, those in Plan (Management gives 3.0, \
                    IT 1.0) and Money (Management gives 3.0, IT 1.0) lie equally far apart. The conversation can start there.";
    assert_eq!(message(&batch), expected);
}

#[test]
fn the_widest_of_what_is_shown_is_not_called_the_widest_of_all() {
    // Money was asked of all four: five people are hidden there, and nobody can be worked out.
    let rows = [("ict", 6, "0,1"), ("unit", 7, "4,4"), ("boss", 2, "2,2"), ("pol", 3, ",2")];
    let batch = answered("ict, unit, boss", "ict, unit, boss, pol", &rows);
    let expected = "Of the figures that may be shown here and rest on enough answers, furthest apart are those in Money: \
                    Department gives 4.0, IT 1.0. The conversation can start there.";
    assert_eq!(message(&batch), expected);
}

#[test]
fn roles_are_close_together_where_all_of_them_were_compared_everywhere() {
    let rows = [("ict", 6, "2,2"), ("unit", 7, "2,2")];
    let both = answered("ict, unit", "ict, unit", &rows);
    assert_eq!(message(&both), "The roles lie clearly apart in no dimension.");
    assert_eq!(note(&both, "and role"), None);
    // Of money, which only IT is asked about, there is nothing to compare.
    let rows = [("ict", 6, "2,2"), ("unit", 7, "2,")];
    assert_eq!(message(&answered("ict, unit", "ict", &rows)), "The roles lie clearly apart in no dimension.");
    // About plan nobody of the department knew.
    let rows = [("ict", 6, "2,2"), ("unit", 7, "?,2")];
    assert_eq!(message(&answered("ict, unit", "ict, unit", &rows)), CANNOT_BE_SAID);
}

#[test]
fn a_role_that_answered_too_little_has_a_dash_that_says_so() {
    let rows = [("ict", 6, "2,2"), ("unit", 7, "2,?")];
    let batch = answered("ict, unit", "ict, unit", &rows);
    let dash = "A dash: nobody in that role gave enough answers there.";
    assert_eq!(note(&batch, "and role").as_deref(), Some(dash));
}

#[test]
fn ends_that_are_left_out_are_not_blamed_on_who_took_part() {
    // Five of each role took part, and four of the department answered about money.
    let rows = [("ict", 5, "2,1"), ("ict", 1, "2,?"), ("unit", 4, "2,3"), ("unit", 2, "2,?")];
    let batch = answered("ict, unit", "ict, unit", &rows);
    let dash = "A dash: there, or in a part of it, fewer than 5 participants gave enough answers, or fewer than 5 of a \
                role. The score and its ends together would tell what they answered.";
    assert_eq!(note(&batch, "How much was answered").as_deref(), Some(dash));
    assert!(columns(&batch, "How much was answered").contains(&"Possible".to_owned()));
    // Of the other dimension too, nothing is left to stand in the column.
    let rows = [("ict", 5, "2,1"), ("ict", 1, "?,?"), ("unit", 4, "2,3"), ("unit", 2, "?,?")];
    let batch = answered("ict, unit", "ict, unit", &rows);
    assert_eq!(columns(&batch, "How much was answered"), ["Dimension", "Answers"]);
    let none = "Where the scores could lie if unknown answers were the lowest or the highest is left out: everywhere, in a \
                part of it, fewer than 5 participants gave enough answers, or fewer than 5 of a role. A score and its ends \
                together would tell what they answered.";
    assert_eq!(note(&batch, "How much was answered").as_deref(), Some(none));
    let rows = [("ict", 5, "2,1"), ("ict", 1, "2,?"), ("unit", 5, "2,3"), ("unit", 1, "2,?")];
    assert_eq!(note(&answered("ict, unit", "ict, unit", &rows), "How much was answered"), None);
}

#[test]
fn all_dimensions_and_roles_that_share_the_widest_gap_are_named() {
    // Plan from 1 to 3, money from 4 to 2: a gap of 2 in both, and nothing is left that could be narrower.
    let asked = "ict, unit, boss";
    let rows = [("ict", 5, "1,4"), ("unit", 5, "3,2"), ("boss", 5, "3,2")];
    assert_eq!(message(&answered(asked, asked, &rows)), "The roles lie equally far apart in every dimension.");
    // Of plan alone: the two at the top are both named.
    let rows = [("ict", 5, "1,2"), ("unit", 5, "3,2"), ("boss", 5, "3,2")];
    let expected = "The roles lie furthest apart in Plan: Department and Management give 3.0, IT 1.0. Start the conversation there.";
    assert_eq!(message(&answered(asked, asked, &rows)), expected);
}

#[test]
fn a_gap_to_a_score_on_few_answers_is_no_start_of_a_conversation() {
    // About plan 5 of 12 of IT answered, fewer than the 80 % that a stage takes, and gave 0 beside 4.
    let rows = [("ict", 5, "0,1"), ("ict", 7, "?,1"), ("unit", 6, "4,2")];
    let expected = "Of the figures that may be shown here and rest on enough answers, furthest apart are those in Money: \
                    Department gives 2.0, IT 1.0. The conversation can start there.";
    assert_eq!(message(&answered("ict, unit", "ict, unit", &rows)), expected);
}

#[test]
fn those_without_a_role_are_a_group_in_a_sentence_and_no_name_of_a_role() {
    let everyone = "ict, unit, boss";
    let rows = [("ict", 5, "1,2"), ("unit", 5, "2,2"), ("", 5, "3,2")];
    let batch = answered(everyone, everyone, &rows);
    let expected = "The roles lie furthest apart in Plan: the group without a role gives 3.0, IT 1.0. Start the conversation there.";
    assert_eq!(message(&batch), expected);
    assert_eq!(columns(&batch, "Score per dimension").last().map(String::as_str), Some("without a role (5)"));
    // Fewer than five of it.
    let rows = [("ict", 5, "1,2"), ("unit", 5, "2,2"), ("boss", 5, "2,2"), ("", 2, "3,2")];
    let text = said(&council(&answered(everyone, everyone, &rows), 0, Audience::Public, Language::En));
    let hidden = "The group without a role is not shown separately: figures per role appear from 5 participants on.";
    assert!(text.contains(hidden), "{text}");
    assert_eq!(
        by_role(&answered(everyone, everyone, &[("", 5, "3,2")])).0,
        "Nobody gave a role, so there is nothing to set side by side."
    );
}
