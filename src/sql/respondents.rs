//! The first steps: the rows of the table as texts without blanks around them, and those that can be placed.

use super::steps::{Steps, select};
use super::{Build, CONSENSUS, Request};
use crate::language::sql as words;
use crate::questionnaire::{Condition, Kind, NotApplicable, Questionnaire};

/// Days that there are: `2026-02-29` is none.
const DAY: &str = "[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|\
                   2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29";
/// Numbers with a point; of a length that no engine finds too large or too small.
const NUMBER: &str = "[-+]?([0-9]{1,100}([.][0-9]{0,100})?|[.][0-9]{1,100})([eE][-+]?[0-9]{1,2})?";

/// The columns of the table that the statement reads.
pub(super) fn read(q: &Questionnaire, request: &Request) -> Vec<String> {
    let columns = &request.columns;
    let mut read = vec!["council".to_owned()];
    for (has, name) in [
        (columns.name, "name"),
        (columns.wave, "wave"),
        (columns.role, "role"),
        (columns.scan, "scan"),
        (columns.questionnaire, "questionnaire"),
    ] {
        read.extend(has.then(|| name.to_owned()));
    }
    read.extend(columns.classes.iter().cloned());
    let of_question = (0..q.columns.len()).filter(|&column| is_read(q, column));
    read.extend(of_question.map(|column| q.columns[column].id.clone()));
    read
}

/// Whether answers in a column matter: those that are scored, and texts that a condition asks about.
pub(super) fn is_read(q: &Questionnaire, column: usize) -> bool {
    let in_condition =
        || q.questions.iter().any(|other| other.when.as_ref().is_some_and(|when| mentions(when, column)));
    q.question_of(column).kind.is_scored() || in_condition()
}

fn mentions(condition: &Condition, column: usize) -> bool {
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().any(|one| mentions(one, column)),
        Condition::Not(inner) => mentions(inner, column),
        Condition::Answer { column: asked, .. } => *asked == column,
    }
}

pub(super) fn steps(build: &Build<'_>, steps: &mut Steps) {
    let body = format!("{}\n  FROM {}", select(&written(build)), steps.from());
    steps.add("rows", words::rows(build.l), &body);
    let body =
        format!("{}\n  FROM {}\n  WHERE {}", select(&placed(build)), steps.from(), fits(build).join("\n    AND "));
    steps.add("respondents", &words::respondents(build.l, build.columns().role), &body);
}

/// Every column as a text without blanks around it; where nothing was filled in, an empty one.
fn written(build: &Build<'_>) -> Vec<String> {
    let (q, d, columns) = (build.q, build.d, build.columns());
    let trimmed = |name: &str| format!("coalesce(trim(CAST({} AS {})), '')", d.identifier(name), d.text_type());
    let mut select = vec![format!("{} AS council", trimmed("council"))];
    let own = [
        (columns.name, "name", "name"),
        (columns.wave, "wave", "wave_text"),
        (columns.role, "role", "role"),
        (columns.scan, "scan", "scan"),
        (columns.questionnaire, "questionnaire", "questionnaire"),
    ];
    for (_, name, alias) in own.into_iter().filter(|(has, ..)| *has) {
        select.push(format!("{} AS {alias}", trimmed(name)));
    }
    for (class, name) in columns.classes.iter().zip(build.classes()) {
        select.push(format!("{} AS {name}", trimmed(class)));
    }
    for (index, column) in q.columns.iter().enumerate().filter(|&(index, _)| is_read(q, index)) {
        let written = match q.question_of(index).not_applicable {
            // Where it is not offered, nobody can say so.
            NotApplicable::NotOffered => {
                let text = format!("trim(CAST({} AS {}))", d.identifier(&column.id), d.text_type());
                format!("coalesce(nullif({text}, 'na'), '')")
            }
            _ => trimmed(&column.id),
        };
        let name = &build.names.columns[index];
        let name = if is_checked(build, index) {
            build.of(name, "written")
        } else if build.is_routed(column.question) {
            build.of(name, "given")
        } else {
            build.id(name)
        };
        select.push(format!("{written} AS {name}"));
    }
    select
}

/// Whether the form of an answer has to be looked at before anything else is made of it.
fn is_checked(build: &Build<'_>, column: usize) -> bool {
    matches!(build.q.question_of(column).kind, Kind::Number { .. } | Kind::Multiple { .. })
}

/// What is known of a respondent, with answers that are no answer taken for none.
fn placed(build: &Build<'_>) -> Vec<String> {
    let (q, d, columns) = (build.q, build.d, build.columns());
    let mut select = vec!["council".to_owned()];
    select.push(if columns.name {
        "nullif(name, '') AS name".into()
    } else {
        format!("{} AS name", d.nothing(d.text_type()))
    });
    if columns.wave {
        let number = d.read("wave_text", "BIGINT");
        let day = d.read("replace(wave_text, '-', '')", "BIGINT");
        select.push(format!(
            "CASE\n      WHEN wave_text = '' THEN NULL\n      WHEN length(wave_text) <= 4 THEN CAST({number} AS {})\n      \
             ELSE wave_text\n    END AS wave",
            d.text_type()
        ));
        select.push(format!(
            "CASE\n      WHEN wave_text = '' THEN -1\n      WHEN length(wave_text) <= 4 THEN {number} * 10000\n      \
             ELSE {day}\n    END AS wave_order"
        ));
    } else {
        select.push(format!("{} AS wave", d.nothing(d.text_type())));
        select.push("CAST(-1 AS BIGINT) AS wave_order".into());
    }
    select.push(if columns.role { "role".into() } else { "'' AS role".into() });
    select.push(if columns.scan {
        "CASE WHEN scan = 'quick' THEN 1 ELSE 0 END AS quick".into()
    } else {
        "0 AS quick".into()
    });
    select.extend(build.classes().iter().map(|class| format!("nullif({class}, '') AS {class}")));
    for (index, column) in q.columns.iter().enumerate().filter(|&(index, _)| is_read(q, index)) {
        let name = &build.names.columns[index];
        let routed = build.is_routed(column.question);
        let to = if routed { build.of(name, "given") } else { build.id(name) };
        select.push(match pattern(&q.question_of(index).kind) {
            Some(pattern) => {
                let written = build.of(name, "written");
                let fits = d.fits(&written, &format!("na|{pattern}"));
                format!("CASE WHEN {fits} THEN {written} ELSE '' END AS {to}")
            }
            None => to,
        });
    }
    select
}

/// What an answer to a question of this kind looks like, where that takes more than a list.
fn pattern(kind: &Kind) -> Option<String> {
    match kind {
        Kind::Number { .. } => Some(NUMBER.to_owned()),
        Kind::Multiple { choices } => {
            let plain: Vec<&str> = choices.iter().filter(|c| !c.exclusive).map(|c| c.id.as_str()).collect();
            let plain = plain.join("|");
            let exclusive = choices.iter().filter(|c| c.exclusive).map(|c| format!("{0}([|]{0})*", c.id));
            let boxes = (!plain.is_empty()).then(|| format!("({plain})([|]({plain}))*"));
            Some(["none".to_owned()].into_iter().chain(boxes).chain(exclusive).collect::<Vec<_>>().join("|"))
        }
        _ => None,
    }
}

/// What a row must say to be counted.
fn fits(build: &Build<'_>) -> Vec<String> {
    let (d, columns) = (build.d, build.columns());
    let mut fits = vec!["council <> ''".to_owned()];
    if columns.wave {
        fits.push(format!("(wave_text = '' OR {})", d.fits("wave_text", &format!("[0-9]{{1,4}}|{DAY}"))));
    }
    if columns.role {
        let roles = build.q.roles.iter().map(|role| role.id.as_str());
        fits.push(format!("role IN ({})", d.texts(["", CONSENSUS].into_iter().chain(roles))));
    }
    if columns.scan {
        fits.push("scan IN ('', 'full', 'quick')".to_owned());
    }
    if columns.questionnaire {
        fits.push(format!("questionnaire IN ({})", d.texts(["", build.q.reference().as_str()])));
    }
    fits
}
