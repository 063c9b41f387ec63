//! What a report says of the change since an earlier round: only that is compared in which the same roles have a score in
//! both, and what is left out is named.

use peil::comparison::{Audience, Batch};
use peil::language::Language;
use peil::report::document::{Block, Document};
use peil::report::{CouncilReport, WaveReport};
use peil::scores::{Keep, Rubric};

use super::{lead, questionnaire, responses, said};

/// Three dimensions of one question each, and two roles.
const THREE: &str = r#"
peil: questionnaire/1
id: drie
version: 1.0.0
languages: [nl, en]
title: {nl: Drie, en: Three}
scale: {max: 4}
axes: [{id: thema, title: {nl: Thema, en: Theme}, dimensions: [{id: plan, title: {nl: Plan, en: Plan}}, {id: geld, title: {nl: Geld, en: Money}}, {id: volk, title: {nl: Mensen, en: People}}]}]
roles: [{id: ict, title: {nl: ICT, en: IT}}, {id: unit, title: {nl: Afdeling, en: Department}}]
questions:
  - {id: a, at: {thema: plan}, ask: {nl: A?, en: A?}, type: rating, from: 0, to: 4}
  - {id: b, at: {thema: geld}, ask: {nl: B?, en: B?}, type: rating, from: 0, to: 4}
  - {id: c, at: {thema: volk}, ask: {nl: C?, en: C?}, type: rating, from: 0, to: 4}
"#;

/// Rows of `council,wave,role,a,b,c`, each so many times.
fn batch(rows: &[(&str, usize)]) -> Batch<'static> {
    let q = questionnaire(THREE);
    let rows: String = rows.iter().map(|(row, times)| format!("{row}\n").repeat(*times)).collect();
    Batch::new(Rubric::new(q), responses(q, &format!("council,wave,role,a,b,c\n{rows}")), Keep::ALL, 1)
}

fn of_council(batch: &Batch<'_>, group: usize, language: Language) -> Document {
    let tag = language.pick("nl", "en");
    CouncilReport { batch, group, audience: Audience::Public, within: None, language, tag }.document()
}

fn by_wave(batch: &Batch<'_>, show_names: bool, language: Language) -> Document {
    let (audience, tag) = (Audience::Public, language.pick("nl", "en"));
    WaveReport { batch, only: None, until: None, audience, show_names, language, tag }.document()
}

#[test]
fn what_is_not_known_any_more_makes_no_rise() {
    // As it stands (2 + 2 + 1) ÷ 3 = 1.7 became (2 + 2) ÷ 2 = 2.0; of what has a score in both nothing moved.
    let batch = batch(&[("D,2024,,2,2,1", 6), ("D,2026,,2,2,?", 6)]);
    let document = of_council(&batch, 1, Language::Nl);
    let since =
        "Sinds 2024: geen duidelijke verandering, van 2,0 naar 2,0 (0,0). Zonder Mensen: dat is niet te vergelijken.";
    assert!(lead(&document).contains(&since.to_owned()), "{:?}", lead(&document));
    let text = said(&document);
    assert!(text.contains("Mensen telt niet mee: geen score in 2026."), "{text}");
    assert!(!text.contains("dezelfde rollen dezelfde vragen"), "{text}");
    let text = said(&of_council(&batch, 1, Language::En));
    assert!(text.contains("People is left out: no score in 2026."), "{text}");
}

#[test]
fn the_first_answer_of_a_role_makes_no_rise_for_all() {
    // As it stands money went from 1 to (1 + 4) ÷ 2 = 2.5 and the whole from 1.7 to 2.2; ICT said the same twice.
    let rows = [("A,2024,ict,2,1,2", 6), ("A,2024,unit,2,?,2", 6), ("A,2026,ict,2,1,2", 6), ("A,2026,unit,2,4,2", 6)];
    let batch = batch(&rows);
    let document = of_council(&batch, 1, Language::En);
    let since =
        "Since 2024: no clear change, from 2.0 to 2.0 (0.0). Without Money: that cannot be compared.".to_owned();
    assert!(lead(&document).contains(&since), "{:?}", lead(&document));
    let text = said(&document);
    assert!(text.contains("Money is left out: Department has no score there in 2024."), "{text}");
    assert!(text.contains("No dimension changed clearly."), "{text}");
    let text = said(&of_council(&batch, 1, Language::Nl));
    assert!(text.contains("Geld telt niet mee: Afdeling heeft daar geen score in 2024."), "{text}");
}

#[test]
fn a_role_of_a_few_is_not_said_to_have_no_score() {
    // Two of the department could say nothing of money in 2024. Of the rest all that took part is compared, so nothing
    // tells what the two said, and the change can be shown.
    let rows = [("A,2024,ict,2,1,2", 6), ("A,2024,unit,3,?,3", 2), ("A,2026,ict,3,1,3", 6), ("A,2026,unit,4,4,4", 2)];
    let batch = batch(&rows);
    let document = of_council(&batch, 1, Language::Nl);
    // Plan and people went from (2 + 3) ÷ 2 to (3 + 4) ÷ 2.
    let since = "Sinds 2024: vooruit van 2,5 naar 3,5 (+1,0). Zonder Geld: dat is niet te vergelijken.".to_owned();
    assert!(lead(&document).contains(&since), "{:?}", lead(&document));
    let text = said(&document);
    assert!(text.contains("Geld telt niet mee: niet dezelfde rollen hebben daar in beide rondes een score."), "{text}");
    assert!(!text.contains("Afdeling heeft daar geen score"), "{text}");
}

#[test]
fn a_part_that_has_its_score_from_new_questions_only_is_named() {
    // Over a, b and c people have one answer of two in both rounds: too few. With the two new questions they have three of
    // four, and (2 + 0 + 0) ÷ 3 = 0.67; the whole is (3 + 0.67) ÷ 2 = 1.8.
    let of_people = "at: {thema: volk}, ask: {nl: V?, en: V?}, type: rating, from: 0, to: 4";
    let more =
        ["c2", "d, since: 2.0.0", "e, since: 2.0.0"].map(|id| format!("  - {{id: {id}, {of_people}}}\n")).concat();
    let without_money = THREE.lines().filter(|line| !line.contains("{id: b,")).map(|line| format!("{line}\n"));
    let text = without_money.collect::<String>().replace("version: 1.0.0", "version: 2.0.0") + &more;
    let q = questionnaire(&text.replace("{id: geld, title: {nl: Geld, en: Money}}, ", ""));
    let rows = ["D,2024,drie@1.0.0,1,3,?,,", "D,2026,drie@2.0.0,3,2,?,0,0"].map(|row| format!("{row}\n").repeat(6));
    let answers = responses(q, &format!("council,wave,questionnaire,a,c,c2,d,e\n{}", rows.concat()));
    let batch = Batch::new(Rubric::new(q), answers, Keep::ALL, 1);
    let document = of_council(&batch, 1, Language::En);
    assert!(lead(&document)[0].starts_with("D scores 1.8 out of 4"), "{:?}", lead(&document));
    let since = "Since 2024: up from 1.0 to 3.0 (+2.0). Over the 3 questions of both versions. Without People: that \
                 cannot be compared.";
    assert!(lead(&document).contains(&since.to_owned()), "{:?}", lead(&document));
    let why = "People is left out: too few answers in 2024 and 2026 to the questions that are compared.";
    assert!(said(&document).contains(why), "{}", said(&document));
}

#[test]
fn the_first_page_says_that_a_change_is_over_the_quick_scan() {
    // Of plan alone: from 1 to 3. Beside it the score of today: (3 + 1 + 1) ÷ 3 = 1.7.
    let q = questionnaire(&THREE.replace("{nl: A?, en: A?},", "{nl: A?, en: A?}, quick: true,"));
    let rows = ["D,2024,,quick,1,,", "D,2026,,full,3,1,1"].map(|row| format!("{row}\n").repeat(6)).concat();
    let answers = responses(q, &format!("council,wave,role,scan,a,b,c\n{rows}"));
    let batch = Batch::new(Rubric::new(q), answers, Keep::ALL, 1);
    for (language, score, since) in [
        (
            Language::Nl,
            "D scoort 1,7 op 4",
            "Sinds 2024: vooruit van 1,0 naar 3,0 (+2,0). Over de vragen van de quickscan.",
        ),
        (
            Language::En,
            "D scores 1.7 out of 4",
            "Since 2024: up from 1.0 to 3.0 (+2.0). Over the questions of the quick scan.",
        ),
    ] {
        let lines = lead(&of_council(&batch, 1, language));
        assert!(lines[0].starts_with(score) && lines.contains(&since.to_owned()), "{lines:?}");
        assert_eq!(lead(&by_wave(&batch, false, language)), [since]);
    }
}

#[test]
fn rounds_without_a_part_in_which_the_same_roles_have_a_score_are_not_compared() {
    let text = said(&of_council(&batch(&[("D,2024,,2,?,2", 6), ("D,2026,,?,2,?", 6)]), 1, Language::Nl));
    assert!(text.contains("op geen enkel onderdeel hebben dezelfde rollen in beide rondes een score"), "{text}");
}

#[test]
fn councils_that_cannot_be_shown_are_among_those_with_an_earlier_round() {
    let mut rows = Vec::new();
    let councils = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
    let texts: Vec<[String; 3]> = councils
        .map(|id| [format!("{id},2024,ict,2,2,2"), format!("{id},2026,ict,1,1,1"), format!("{id},2026,unit,1,1,1")])
        .into();
    for (index, [before, now, one]) in texts.iter().enumerate() {
        rows.extend([(before.as_str(), 6), (now.as_str(), 6)]);
        // One of a department beside six of ICT: what is compared would tell what that one said.
        rows.extend((index < 4).then_some((one.as_str(), 1)));
    }
    let batch = batch(&rows);
    assert_eq!(
        lead(&by_wave(&batch, false, Language::En))[0],
        "Of 9 councils with an earlier round, 5 can be shown here: none went clearly up and 5 clearly down. 4 councils are \
         left out: the difference is about too few participants to be shown."
    );
    let text = said(&by_wave(&batch, true, Language::Nl));
    assert!(text.contains("zijn er hier 5 te tonen") && text.contains("te weinig deelnemers om te tonen"), "{text}");
    assert!(!text.contains("niet te vergelijken"), "{text}");
}

#[test]
fn a_list_of_changes_does_not_say_everything_where_something_is_left_out() {
    let batch = batch(&[("D,2024,,2,2,1", 6), ("D,2026,,2,2,?", 6), ("E,2024,,2,2,1", 6), ("E,2026,,2,2,1", 6)]);
    let text = said(&by_wave(&batch, true, Language::Nl));
    assert_eq!((text.matches("zonder Mensen").count() > 0, text.matches("alles").count() > 0), (true, true), "{text}");
}

/// Over the chart of councils, each with its answers then and now and how many gave them.
fn largest(councils: &[(&str, &str, usize)]) -> String {
    let rows: Vec<(String, usize)> = (0..)
        .zip(councils)
        .flat_map(|(at, (then, now, count))| {
            [(format!("C{at},2024,,{then}"), *count), (format!("C{at},2026,,{now}"), *count)]
        })
        .collect();
    let rows: Vec<(&str, usize)> = rows.iter().map(|(row, count)| (row.as_str(), *count)).collect();
    let document = by_wave(&batch(&rows), true, Language::Nl);
    document.figures().next().expect("a chart").heading.clone()
}

#[test]
fn the_largest_change_is_a_clear_one_and_all_that_share_it_are_told() {
    let (stays, rises, falls) = (("1,1,1", "1,1,1", 5), ("1,1,1", "2,2,2", 5), ("2,2,2", "1,1,1", 5));
    let both = "De grootste duidelijke verandering: C0 (+1,0), C2 (−1,0)";
    assert_eq!(largest(&[rises, stays, falls]), both);
    let five = "De grootste duidelijke verandering: 5 besturen (+1,0)";
    assert_eq!(largest(&[rises, rises, rises, rises, rises, stays]), five);
    assert_eq!(largest(&[rises, rises]), "De besturen van C0 tot C1");
    // Of one participant a rise of 3 is not clear.
    let one = ("1,1,1", "4,4,4", 1);
    assert_eq!(largest(&[one, rises]), "De grootste duidelijke verandering: C1 (+1,0)");
    assert_eq!(largest(&[one, stays]), "De besturen van C0 tot C1");
}

#[test]
fn of_many_changes_the_text_of_the_chart_names_the_smallest_and_the_largest() {
    // Twenty stay at 2. The one with the lowest score rose by 1, the one with the highest fell by 1.
    let rows: Vec<String> = (0..22)
        .flat_map(|index| {
            let (before, now) = match index {
                0 => ("0,0,0", "1,1,1"),
                21 => ("4,4,4", "3,3,3"),
                _ => ("2,2,2", "2,2,2"),
            };
            [format!("B{index:02},2024,,{before}"), format!("B{index:02},2026,,{now}")]
        })
        .collect();
    let rows: Vec<(&str, usize)> = rows.iter().map(|row| (row.as_str(), 2)).collect();
    let document = by_wave(&batch(&rows), true, Language::En);
    let text = document.figures().map(|figure| figure.drawing.alternative(Language::En)).collect::<String>();
    assert!(text.contains("22 rows have a figure, from −1.0 (B21) to +1.0 (B00)."), "{text}");
    // With the last but one as the last, both fell most; and of those that stayed none is the first.
    let last = &rows[rows.len() - 2..];
    let last = [last[0].0.replace("B21", "B20"), last[1].0.replace("B21", "B20")];
    let rows: Vec<(&str, usize)> = rows
        .iter()
        .map(|row| match row.0 {
            row if row.starts_with("B20,2024") => (last[0].as_str(), 2),
            row if row.starts_with("B20,2026") => (last[1].as_str(), 2),
            row => (row, 2),
        })
        .collect();
    let document = by_wave(&batch(&rows), true, Language::En);
    let text = document.figures().map(|figure| figure.drawing.alternative(Language::En)).collect::<String>();
    assert!(text.contains("22 rows have a figure, from −1.0 (B20 and B21) to +1.0 (B00)."), "{text}");
}

#[test]
fn questions_that_changed_as_much_as_the_last_of_the_list_are_counted() {
    let under_the_list = |changes: [u8; 9]| {
        let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
        let ask =
            |id: &&str| format!("  - {{id: {id}, at: {{theme: plan}}, ask: '{id}?', type: rating, from: 0, to: 4}}\n");
        let q = questionnaire(&format!(
            "peil: questionnaire/1\nid: negen\nversion: 1.0.0\nlanguages: [en]\ntitle: Nine\nscale: {{max: 4}}\n\
             axes: [{{id: theme, title: Theme, dimensions: [{{id: plan, title: Plan}}]}}]\nquestions:\n{}",
            letters.iter().map(ask).collect::<String>()
        ));
        let now: Vec<String> = changes.iter().map(u8::to_string).collect();
        let rows = format!("D,2024{}\n", ",0".repeat(9)).repeat(6) + &format!("D,2026,{}\n", now.join(",")).repeat(6);
        let csv = format!("council,wave,{}\n{rows}", letters.join(","));
        let batch = Batch::new(Rubric::new(q), responses(q, &csv), Keep::ALL, 1);
        let document = of_council(&batch, 1, Language::En);
        let table = document.blocks().find_map(|block| match block {
            Block::Table(table) if table.caption == "The questions that changed most" => Some(table),
            _ => None,
        });
        let table = table.expect("the list");
        (table.rows.len(), table.note.clone().unwrap_or_default())
    };
    assert_eq!(under_the_list([2; 9]), (6, "3 more questions changed as much as the last.".to_owned()));
    assert_eq!(
        under_the_list([3, 3, 3, 3, 3, 2, 2, 1, 0]),
        (6, "1 more question changed as much as the last.".to_owned())
    );
    assert_eq!(under_the_list([3, 3, 3, 3, 3, 3, 2, 1, 0]), (6, String::new()));
}
