//! Routing: which questions a respondent was asked. A question that was not asked leaves the score just as one that does
//! not apply, and no condition holds on either, so its answer becomes `na`.

use super::steps::{Steps, select};
use super::{Build, CONSENSUS};
use super::{comment, respondents};
use crate::language::sql as words;
use crate::questionnaire::{Condition, Kind, Test};

/// One step for each round of questions whose conditions look at questions of rounds before.
pub(super) fn steps(build: &Build<'_>, steps: &mut Steps) {
    let rounds = rounds(build);
    let last = rounds.iter().copied().max().unwrap_or(0);
    for round in 1..=last {
        let mut entries = vec!["*".to_owned()];
        for (question, _) in rounds.iter().enumerate().filter(|(_, in_round)| **in_round == round) {
            let asked = asked(build, question).join("\n      AND ");
            let columns = (0..build.q.columns.len()).filter(|&column| build.q.columns[column].question == question);
            for column in columns.filter(|&column| respondents::is_read(build.q, column)) {
                let name = &build.names.columns[column];
                let (given, name) = (build.of(name, "given"), build.id(name));
                entries.push(format!("CASE WHEN {asked}\n      THEN {given} ELSE 'na' END AS {name}"));
            }
        }
        let body = format!("{}\n  FROM {}", select(&entries), steps.from());
        steps.add("asked", words::asked(build.l, round == 1), &body);
    }
}

/// In which round it is decided whether each question was asked; 0 where everyone is.
fn rounds(build: &Build<'_>) -> Vec<usize> {
    let mut rounds: Vec<usize> = Vec::new();
    for (index, question) in build.q.questions.iter().enumerate() {
        let after = question.when.as_ref().map_or(0, |when| latest(build, when, &rounds));
        let read = (0..build.q.columns.len())
            .any(|column| build.q.columns[column].question == index && respondents::is_read(build.q, column));
        rounds.push(if build.is_routed(index) && read { after + 1 } else { 0 });
    }
    rounds
}

fn latest(build: &Build<'_>, condition: &Condition, rounds: &[usize]) -> usize {
    match condition {
        Condition::All(all) | Condition::Any(all) => {
            all.iter().map(|one| latest(build, one, rounds)).max().unwrap_or(0)
        }
        Condition::Not(inner) => latest(build, inner, rounds),
        Condition::Answer { column, .. } => rounds[build.q.columns[*column].question],
    }
}

/// What must hold for a question to be asked.
fn asked(build: &Build<'_>, question: usize) -> Vec<String> {
    let (q, question) = (build.q, &build.q.questions[question]);
    let mut all = Vec::new();
    if build.columns().scan && !question.quick {
        all.push("quick = 0".to_owned());
    }
    if let Some(roles) = question.roles.as_ref().filter(|_| build.columns().role) {
        let roles = roles.iter().map(|&role| q.roles[role].id.as_str());
        all.push(format!("role IN ({})", build.d.texts(["", CONSENSUS].into_iter().chain(roles))));
    }
    all.extend(question.when.as_ref().map(|when| holds(build, when)));
    all
}

/// A condition; never unknown, since every answer is a text.
fn holds(build: &Build<'_>, condition: &Condition) -> String {
    let list = |all: &[Condition], word: &str| {
        let all: Vec<String> = all.iter().map(|one| holds(build, one)).collect();
        format!("({})", all.join(word))
    };
    match condition {
        Condition::All(all) => list(all, " AND "),
        Condition::Any(all) => list(all, " OR "),
        Condition::Not(inner) => format!("NOT ({})", holds(build, inner)),
        Condition::Answer { column, test } => answer(build, *column, test),
    }
}

fn answer(build: &Build<'_>, column: usize, test: &Test) -> String {
    let d = build.d;
    let name = build.id(&build.names.columns[column]);
    let kind = &build.q.question_of(column).kind;
    let options = kind.options();
    let among = |fits: &dyn Fn(usize, Option<f64>) -> bool| {
        let fitting = options.iter().enumerate().filter(|(index, (_, value))| fits(*index, *value));
        let ids: Vec<&str> = fitting.map(|(_, (id, _))| id.as_str()).collect();
        if ids.is_empty() { "1 = 0".to_owned() } else { format!("{name} IN ({})", d.texts(ids)) }
    };
    let compared = |sign: &str, bound: f64| {
        let number = d.read(&name, d.double_type());
        format!("CASE WHEN {name} IN ('', 'na') THEN 1 = 0 ELSE {number} {sign} {} END", d.number(bound))
    };
    let is_number = matches!(kind, Kind::Number { .. });
    match test {
        Test::Is(wanted) if matches!(kind, Kind::Multiple { .. }) => {
            let ticked: Vec<String> = wanted.iter().map(|&index| ticked(build, &name, &options[index].0)).collect();
            format!("({})", ticked.join(" OR "))
        }
        Test::Is(wanted) => among(&|index, _| wanted.contains(&index)),
        Test::AtLeast(bound) if is_number => compared(">=", *bound),
        Test::AtMost(bound) if is_number => compared("<=", *bound),
        Test::AtLeast(bound) => among(&|_, value| value.is_some_and(|value| value >= *bound)),
        Test::AtMost(bound) => among(&|_, value| value.is_some_and(|value| value <= *bound)),
        Test::Answered(wanted) => {
            let given = match kind {
                Kind::Text => format!("{name} NOT IN ('', '?', 'na')"),
                Kind::Number { .. } | Kind::Multiple { .. } => format!("{name} NOT IN ('', 'na')"),
                _ => among(&|_, _| true),
            };
            if *wanted { given } else { format!("NOT ({given})") }
        }
    }
}

/// Whether a box of a multiple is ticked.
pub(super) fn ticked(build: &Build<'_>, name: &str, choice: &str) -> String {
    format!("position({} IN '|' || {name} || '|') > 0", build.d.text(&format!("|{choice}|")))
}

/// A question in a comment.
pub(super) fn asks(build: &Build<'_>, question: usize) -> String {
    let question = &build.q.questions[question];
    comment::short(question.ask.get(&build.request.tag))
}
