//! The first screen: who will see what and for how long, and who is answering.

use super::escape::html;
use super::question::line;
use super::texts::{self, Texts};
use crate::forms::Settled;
use crate::language::form as words;
use crate::questionnaire::Questionnaire;
use crate::responses::{Voice, length};

/// What is agreed before the first question.
pub(super) fn agreement(q: &Questionnaire, settled: &Settled, texts: &mut Texts) -> String {
    let mut items = Vec::new();
    if settled.quick {
        items.push(texts.words("li", words::quick));
    }
    let least = q.scoring.minimum_group;
    let length = length(q, settled.voice, settled.quick);
    items.push(texts.words("li", |l| words::length(l, &length)));
    items.push(texts.words("li", words::who_sees));
    items.push(texts.words("li", |l| words::small_groups(l, least.respondents, least.comments)));
    if let Some(day) = settled.keep_until {
        items.push(texts.words("li", |l| words::kept_until(l, day.year(), day.month(), day.day())));
    }
    items.push(texts.words("li class=\"live\"", words::copy_stays));
    items.push(texts.words("li class=\"live\"", words::file_counts));
    format!("<ul>\n{}</ul>\n", items.into_iter().map(line).collect::<String>())
}

/// Who is answering: asked, or said where it is settled.
pub(super) fn head(q: &Questionnaire, settled: &Settled, texts: &mut Texts) -> String {
    let mut body = String::new();
    body += &field("council", settled.council.as_deref(), words::council, texts);
    body += &field("name", settled.name.as_deref(), words::name, texts);
    let wave = settled.wave.map(|wave| wave.to_string());
    // What a wave may be is of use only to whoever fills it in.
    let label = if wave.is_some() { words::settled_wave } else { words::wave };
    body += &field("wave", wave.as_deref(), label, texts);
    body += &role(q, settled, texts);
    if settled.keep_until.is_none() {
        let label = texts.words("span", words::keep_until);
        body += &format!(
            "<label class=\"f\">{label}<input type=\"date\" name=\"keep\" min=\"2000-01-01\" max=\"2999-12-31\"></label>\n"
        );
    }
    let label = texts.words("span", words::shown_by_role);
    body + &format!("<div class=\"o\"><label><input type=\"checkbox\" name=\"shown\">{label}</label></div>\n")
}

type Words = fn(crate::language::Language) -> String;

fn field(name: &str, known: Option<&str>, label: Words, texts: &mut Texts) -> String {
    match known {
        Some(known) => format!("<p class=\"f\">{}: <b>{}</b></p>\n", texts.words("span", label), html(known)),
        None => line(texts.words(texts::field(&format!("<input type=\"text\" name=\"{name}\">")), label)),
    }
}

fn role(q: &Questionnaire, settled: &Settled, texts: &mut Texts) -> String {
    if let Some(voice) = settled.voice {
        let label = texts.words("span", words::role);
        let title = match voice {
            Voice::Role(role) => texts.text("b", &q.roles[role].title),
            Voice::Person => texts.words("b", words::no_role),
            Voice::Consensus => texts.words("b", words::consensus),
        };
        return format!("<p class=\"f\">{label}: {title}</p>\n");
    }
    if q.roles.is_empty() {
        return String::new();
    }
    let legend = texts.words("legend", words::role);
    let mut body = String::new();
    for role in &q.roles {
        let title = texts.text("span", &role.title);
        body += &format!("<label><input type=\"radio\" name=\"role\" value=\"{}\">{title}</label>\n", html(&role.id));
    }
    let none = texts.words("span", words::no_role);
    body += &format!("<label><input type=\"radio\" name=\"role\" value=\"\" checked>{none}</label>\n");
    format!("<fieldset>{legend}\n<div class=\"o\">\n{body}</div></fieldset>\n")
}
