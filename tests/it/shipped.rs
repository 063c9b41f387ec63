//! The rules that the questionnaires shipped with peil keep: their wording, their shape, their golden tests and the
//! page about them.

mod golden;
mod lists;
mod page;
mod shape;
mod wording;

pub(crate) use golden::fits;
use peil::lint;
use peil::questionnaire::{Choice, Kind, Question, Questionnaire, SHIPPED, Text, shipped};

/// All of them, the main one first.
fn all() -> Vec<Questionnaire> {
    let read = |id| shipped(id).expect("a shipped questionnaire can be read");
    SHIPPED.iter().map(|one| read(one.id)).collect()
}

/// Runs a rule over every question; each fault it finds is shown with the id of the question.
fn every_question(rule: impl Fn(&Questionnaire, &Question) -> Vec<String>) {
    let mut faults = Vec::new();
    for questionnaire in all() {
        for question in &questionnaire.questions {
            let found = rule(&questionnaire, question);
            faults.extend(found.iter().map(|fault| format!("{}: {fault}", question.id)));
        }
    }
    none(&faults);
}

/// Fails with all faults at once.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// The stages of a question; of a grid those that its rows share.
fn stages(question: &Question) -> &[Choice] {
    match &question.kind {
        Kind::Choice { choices, .. } | Kind::Grid { choices, .. } => choices,
        other => panic!("{}: a {} has no stages", question.id, other.word()),
    }
}

/// Every text of a question, with the name of its place.
fn texts_of(question: &Question) -> Vec<(String, &Text)> {
    let place = |name: &str| format!("{} {name}", question.id);
    let mut texts = vec![(place("ask"), &question.ask)];
    texts.extend(question.help.iter().map(|help| (place("help"), help)));
    let labels = stages(question).iter();
    texts.extend(labels.map(|stage| (place(&format!("stage {}", stage.id)), &stage.label)));
    if let Kind::Grid { rows, .. } = &question.kind {
        texts.extend(rows.iter().map(|row| (place(&format!("row {}", row.id)), &row.title)));
    }
    for advice in &question.advice {
        let named = |name: &str| place(&format!("advice below {}, {name}", advice.below));
        texts.push((named("think_big"), &advice.think_big));
        texts.push((named("act_small"), &advice.act_small));
        texts.extend(advice.stop_when.iter().map(|text| (named("stop_when"), text)));
    }
    texts
}

/// Every text of a questionnaire, with the name of its place.
fn texts(questionnaire: &Questionnaire) -> Vec<(String, &Text)> {
    let id = &questionnaire.id;
    let mut texts = vec![(format!("{id} title"), &questionnaire.title)];
    let provenance = questionnaire.provenance.iter();
    texts.extend(provenance.map(|text| (format!("{id} provenance"), text)));
    let stages = questionnaire.scale.stages.iter();
    texts.extend(stages.map(|stage| (format!("{id} {}", stage.id), &stage.title)));
    texts.extend(questionnaire.axes.iter().map(|axis| (format!("{id} {}", axis.id), &axis.title)));
    for dimension in &questionnaire.dimensions {
        texts.push((format!("{id} {}", dimension.id), &dimension.title));
        let asks = dimension.asks.iter();
        texts.extend(asks.map(|asks| (format!("{id} {} asks", dimension.id), asks)));
    }
    texts.extend(questionnaire.roles.iter().map(|role| (format!("{id} {}", role.id), &role.title)));
    for target in &questionnaire.targets {
        texts.push((format!("{id} {}", target.id), &target.title));
        for aim in &target.aims {
            let dimension = &questionnaire.dimensions[aim.dimension].id;
            texts.push((format!("{id} {} {dimension}", target.id), &aim.reason));
        }
    }
    texts.extend(questionnaire.questions.iter().flat_map(texts_of));
    texts
}

/// Whether someone of this role is asked the question.
fn asks(question: &Question, role: usize) -> bool {
    question.roles.as_ref().is_none_or(|roles| roles.contains(&role))
}

/// Whole minutes that the questions take for which `asked` holds, as `peil check` counts them.
fn minutes(questionnaire: &Questionnaire, asked: impl Fn(&Question) -> bool) -> u32 {
    let mut only = questionnaire.clone();
    only.questions.retain(asked);
    only.roles.clear();
    lint::minutes_needed(&only).round().max(1.0) as u32
}
