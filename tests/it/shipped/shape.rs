//! Whom the questionnaires ask, how much, and what stands beside each question.

use std::collections::BTreeSet;

use peil::questionnaire::{Kind, NotApplicable, Question, Questionnaire};

use super::{all, asks, every_question, minutes, none, stages};

const MOST_QUESTIONS: usize = 25;

/// The questions of each cell, with the ids of its dimensions.
fn cells(questionnaire: &Questionnaire) -> Vec<(String, Vec<&Question>)> {
    let name = |at: &[usize]| -> Vec<&str> {
        let ids = at.iter().map(|&dimension| questionnaire.dimensions[dimension].id.as_str());
        ids.collect()
    };
    let questions = |at: &[usize]| questionnaire.questions.iter().filter(|question| question.at == at).collect();
    let cells = questionnaire.cells.iter();
    cells.map(|cell| (name(&cell.at).join(" × "), questions(&cell.at))).collect()
}

#[test]
fn the_grid_of_the_main_questionnaire_has_no_empty_cell() {
    let questionnaires = all();
    assert_eq!(questionnaires[0].cells.len(), 3 * 4);
    for questionnaire in &questionnaires[1..] {
        assert_eq!(questionnaire.cells.len(), questionnaire.dimensions.len(), "{}", questionnaire.id);
    }
}

#[test]
fn no_role_but_ict_is_asked_more_than_25_questions() {
    for questionnaire in all() {
        for (index, role) in questionnaire.roles.iter().enumerate().filter(|(_, role)| role.id != "ict") {
            let asked = questionnaire.questions.iter().filter(|question| asks(question, index)).count();
            assert!(asked <= MOST_QUESTIONS, "{}: {} questions for {}", questionnaire.id, asked, role.id);
            assert!(asked > 0, "{}: nothing for {}", questionnaire.id, role.id);
        }
    }
}

#[test]
fn every_cell_is_asked_of_at_least_two_roles() {
    for questionnaire in all() {
        for (cell, questions) in cells(&questionnaire) {
            let asked = |role: &usize| questions.iter().any(|question| asks(question, *role));
            let roles = (0..questionnaire.roles.len()).filter(asked).count();
            assert!(roles >= 2, "{}, {cell}: {roles} roles", questionnaire.id);
        }
    }
}

#[test]
fn every_cell_has_one_question_in_the_quick_scan() {
    for questionnaire in all() {
        for (cell, questions) in cells(&questionnaire) {
            let quick: Vec<&str> = questions.iter().filter(|one| one.quick).map(|one| one.id.as_str()).collect();
            assert_eq!(quick.len(), 1, "{}, {cell}: {quick:?}", questionnaire.id);
        }
    }
}

#[test]
fn the_minutes_announced_are_those_that_the_busiest_role_needs_and_at_most_half_more() {
    for questionnaire in all() {
        let roles = 0..questionnaire.roles.len();
        let needed = roles.map(|role| minutes(&questionnaire, |one| asks(one, role))).max();
        let needed = needed.expect("a role");
        let stated = questionnaire.minutes.expect("minutes");
        let fits = needed <= stated && 2 * stated <= 3 * needed + 1;
        assert!(fits, "{}: {stated} minutes stated, {needed} needed", questionnaire.id);
    }
}

#[test]
fn every_question_has_five_stages_from_0_to_4() {
    every_question(|_, question| {
        let found: Vec<(&str, Option<f64>)> = stages(question).iter().map(|one| (one.id.as_str(), one.value)).collect();
        let expected = ["0", "1", "2", "3", "4"].into_iter().zip((0..5).map(|value| Some(f64::from(value))));
        let fits = found == expected.collect::<Vec<_>>();
        if fits { Vec::new() } else { vec![format!("{found:?}")] }
    });
}

#[test]
fn evidence_is_asked_for_from_stage_3_on() {
    every_question(|_, question| match question.evidence_from {
        Some(3.0) => Vec::new(),
        other => vec![format!("evidence from {other:?}")],
    });
}

#[test]
fn there_is_advice_for_low_and_for_middling_scores_with_its_kind_weeks_and_stop_rule() {
    every_question(|_, question| {
        let mut faults = Vec::new();
        let below: Vec<f64> = question.advice.iter().map(|advice| advice.below).collect();
        if below != [2.0, 4.0] {
            faults.push(format!("advice below {below:?}"));
        }
        for advice in &question.advice {
            let weeks = advice.weeks.is_some_and(|weeks| (2..=8).contains(&weeks));
            if !weeks || advice.kind.is_none() || advice.stop_when.is_none() {
                faults.push(format!("advice below {}: {:?} weeks, {:?}", advice.below, advice.weeks, advice.kind));
            }
        }
        faults
    });
}

#[test]
fn who_says_not_applicable_gives_a_reason_except_in_a_grid() {
    every_question(|_, question| {
        let is_grid = matches!(question.kind, Kind::Grid { .. });
        let wrong = match question.not_applicable {
            NotApplicable::NotOffered => false,
            NotApplicable::ReasonOptional => !is_grid,
            NotApplicable::ReasonRequired => is_grid,
        };
        if wrong { vec![format!("{:?}", question.not_applicable)] } else { Vec::new() }
    });
}

#[test]
fn three_target_profiles_aim_at_every_dimension_in_halves_each_with_a_reason_of_its_own() {
    for questionnaire in all() {
        let ids: Vec<&str> = questionnaire.targets.iter().map(|target| target.id.as_str()).collect();
        assert_eq!(ids, ["klein", "middelgroot", "groot"], "{}", questionnaire.id);
        let mut reasons = BTreeSet::new();
        for target in &questionnaire.targets {
            let aims: BTreeSet<usize> = target.aims.iter().map(|aim| aim.dimension).collect();
            let every: BTreeSet<usize> = (0..questionnaire.dimensions.len()).collect();
            assert_eq!(aims, every, "{} {}", questionnaire.id, target.id);
            for aim in &target.aims {
                let place =
                    format!("{} {} {}", questionnaire.id, target.id, questionnaire.dimensions[aim.dimension].id);
                assert!((2.0 * aim.score).fract() == 0.0, "{place}: {}", aim.score);
                assert!(reasons.insert(aim.reason.get("nl")), "{place}: the reason of another");
            }
        }
    }
}

#[test]
fn the_provenance_says_that_it_is_of_peils_own_making_and_not_validated() {
    for questionnaire in all() {
        let provenance = questionnaire.provenance.as_ref().expect("provenance");
        let says = |language, words: &[&str]| {
            let text = provenance.get(language).to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        assert!(says("nl", &["peil", "gemaakt", "niet", "gevalideerd"]), "{}", questionnaire.id);
        assert!(says("en", &["peil", "made", "not", "validated"]), "{}", questionnaire.id);
        assert_eq!(questionnaire.licence.as_deref(), Some("CC-BY-4.0"), "{}", questionnaire.id);
    }
}

#[test]
fn the_roles_scale_and_rules_of_scoring_are_the_same_in_all() {
    let questionnaires = all();
    let first = &questionnaires[0];
    let mut faults = Vec::new();
    for other in &questionnaires[1..] {
        for (role, expected) in other.roles.iter().zip(&first.roles) {
            if role != expected {
                faults.push(format!("{}: {role:?}\n  in {}: {expected:?}", other.id, first.id));
            }
        }
        assert_eq!(other.roles.len(), first.roles.len(), "{}", other.id);
        let shown = |one: &Questionnaire| format!("{:?} {:?}", one.scale, one.scoring);
        assert_eq!(shown(other), shown(first), "{}", other.id);
    }
    none(&faults);
}
