//! One question as static HTML: what a person without scripts reads, and what paper shows.
//!
//! Names of fields hold the number of the column: `c3` what is picked, `t3` what is typed, `r3` the reason why it does
//! not apply, `n3` the notes, `e3` the evidence. The script adds `v3`, that
//! a partner does it.

use super::escape::html;
use super::texts::{Frame, Texts, field, pick};
use crate::forms::{label, when};
use crate::language::{Language, form as words};
use crate::questionnaire::{Kind, NotApplicable, Part, Question, Questionnaire};

/// A question with all its columns.
pub(super) fn question(q: &Questionnaire, index: usize, texts: &mut Texts) -> String {
    let question = &q.questions[index];
    let columns: Vec<usize> = (0..q.columns.len()).filter(|&column| q.columns[column].question == index).collect();
    let mut body = String::new();
    if let Some(help) = &question.help {
        body += &line(texts.text("p", help));
    }
    body += &conditions(q, question, texts);
    if matches!(question.kind, Kind::Multiple { .. }) {
        body += &line(texts.words("p", words::tick_all));
    }
    for &column in &columns {
        body += &part(q, column, texts);
    }
    let number = format!("<b>{} </b>", index + 1);
    let legend = texts.text(Frame { open: "legend", before: &number, after: "" }, &question.ask);
    // Without line breaks that nobody reads: a long page has a thousand of them.
    format!("<fieldset class=\"q\" id=\"q{index}\">{legend}{body}</fieldset>")
}

/// Who is asked and when, which only paper needs to say.
fn conditions(q: &Questionnaire, question: &Question, texts: &mut Texts) -> String {
    let mut body = String::new();
    if let Some(roles) = &question.roles {
        let of = |tag: &str| roles.iter().map(|&role| q.roles[role].title.get(tag).to_owned()).collect::<Vec<_>>();
        body += &line(texts.mixed("p class=\"when\"", |l, tag| words::only_roles(l, &of(tag))));
    }
    if let Some(condition) = &question.when {
        let condition = |l, tag: &str| when::in_words(q, condition, l, tag);
        body += &line(texts.mixed("p class=\"when\"", |l, tag| words::only_when(l, &condition(l, tag))));
    }
    body
}

/// One column: all of a question, or a row or half of it in a group of its own.
fn part(q: &Questionnaire, column: usize, texts: &mut Texts) -> String {
    let question = q.question_of(column);
    let place = q.columns[column].part;
    let answer = answer(q, column, texts);
    let notes = notes(question, place, column, texts);
    let legend = match (place, &question.kind) {
        (Part::Whole, _) => return answer + &notes,
        (Part::Row(row), Kind::Grid { rows, .. }) => texts.text("legend", &rows[row].title),
        (Part::Paper, _) => texts.words("legend", words::on_paper),
        _ => texts.words("legend", words::in_practice),
    };
    format!("<fieldset>{legend}\n{answer}{notes}</fieldset>\n")
}

fn answer(q: &Questionnaire, column: usize, texts: &mut Texts) -> String {
    let question = q.question_of(column);
    let mut body = String::new();
    let kind = &question.kind;
    let kind_of_input = if radios(kind) { "radio" } else { "checkbox" };
    let input = |value: &str| format!("<input type={kind_of_input} name=c{column} value=\"{value}\">");
    match kind {
        Kind::Number { from, to } => {
            let typed = format!("<input type=\"text\" name=\"t{column}\" inputmode=\"decimal\">");
            body += &texts.words(field(&typed), |l| words::number_between(l, *from, *to));
        }
        Kind::Text => {
            let typed = format!("<textarea name=\"t{column}\"></textarea>");
            body += &texts.words(field(&typed), words::answer);
        }
        _ => {
            // A choice above what is possible in a row is not offered, and shown only when a file holds it.
            for (index, (id, _)) in kind.options().iter().enumerate() {
                let spare = !kind.offers(q.columns[column].part, index);
                body += &option(kind, index, pick(&input(&html(id)), spare), texts);
            }
        }
    }
    if let Kind::Multiple { choices } = kind {
        let spare = choices.iter().any(|choice| choice.exclusive);
        body += &texts.words(pick(&input("-"), spare), words::none_of_these);
    }
    // A text that nobody knows is left open; an answers file may still say so.
    body += &texts.words(pick(&input("?"), matches!(kind, Kind::Text)), words::dont_know);
    if question.not_applicable != NotApplicable::NotOffered {
        body += &texts.words(pick(&input("na"), false), words::not_applicable);
        let typed = format!("<textarea name=\"r{column}\"></textarea>");
        body += &texts.words(field(&typed), words::reason);
    }
    format!("<div class=\"o\">{body}</div>")
}

/// An option: in the questionnaire's words, or in ours for numbers, yes and no.
fn option(kind: &Kind, index: usize, frame: Frame<'_>, texts: &mut Texts) -> String {
    match kind {
        Kind::Choice { choices, .. } | Kind::Multiple { choices } | Kind::Grid { choices, .. } => {
            texts.text(frame, &choices[index].label)
        }
        _ => texts.mixed(frame, |l, tag| label::option(kind, index, l, tag)),
    }
}

/// Whether one answer of a column excludes the others by itself.
pub(super) fn radios(kind: &Kind) -> bool {
    matches!(kind, Kind::Choice { .. } | Kind::Grid { .. } | Kind::Rating { .. } | Kind::YesNo)
}

fn notes(question: &Question, part: Part, column: usize, texts: &mut Texts) -> String {
    let mut body = String::new();
    let within = |from: &f64| question.kind.most(part).is_none_or(|most| *from <= most);
    if let Some(from) = question.evidence_from.filter(within) {
        let typed = format!("<textarea name=\"e{column}\"></textarea>");
        body += &texts.words(field(&typed), |l| evidence(&question.kind, part, from, l));
    }
    let typed = format!("<textarea name=\"n{column}\"></textarea>");
    if matches!(question.kind, Kind::Grid { .. }) {
        // A line under each row would bury the rows.
        let summary = texts.words("summary", words::partner_or_comment);
        let label = texts.words("span class=\"unseen\"", words::comment);
        return body + &format!("<details>{summary}<label class=\"f\">{label}{typed}</label></details>\n");
    }
    body + &texts.words(field(&typed), words::comment)
}

/// Evidence is asked for from some answer on: named by its place in the list, or by its number. The words of the answer
/// would be longer than all else about the question.
fn evidence(kind: &Kind, part: Part, from: f64, l: Language) -> String {
    let worths = kind.worths();
    let mut offered = worths.iter().enumerate().filter(|(option, _)| kind.offers(part, *option));
    match (kind, offered.position(|(_, worth)| *worth >= from)) {
        (Kind::Choice { .. } | Kind::Grid { .. }, Some(place)) => words::evidence_from_answer(l, place + 1),
        (Kind::YesNo, _) => words::evidence(l, &words::quoted(&words::yes(l))),
        (Kind::Multiple { .. }, _) if from > 0.0 && kind.counts_boxes() => {
            words::evidence_from_boxes(l, from.ceil() as usize)
        }
        // Nobody who answers sees what a box is worth.
        (Kind::Multiple { .. }, _) => words::evidence_at_all(l),
        _ => words::evidence(l, &words::plain_number(l, from)),
    }
}

pub(super) fn line(element: String) -> String {
    element + "\n"
}
