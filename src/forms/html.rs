//! The form as one HTML page: every question as static HTML, a script that keeps, routes, saves and opens, a style.
//!
//! The page loads nothing and sends nothing: its policy allows this very script and this very style, by their hashes,
//! and nothing else. It scores nothing either.

mod data;
mod escape;
mod intro;
mod question;
mod texts;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{Settled, id, offered};
use crate::language::{Language, form as words};
use crate::questionnaire::{Question, Questionnaire};
use escape::html;
use question::line;
use texts::Texts;

/// The page itself, what an answer is and which questions are asked, the copy in the browser, the file and back.
const SCRIPTS: [&str; 6] = [
    include_str!("html/form.js"),
    include_str!("html/answers.js"),
    include_str!("html/copy.js"),
    include_str!("html/sheet.js"),
    include_str!("html/open.js"),
    include_str!("html/start.js"),
];
const STYLE: &str = include_str!("html/form.css");

/// What a page says in its head that it is; a browser that saves the page leaves it there.
const FORMAT: &str = "peil form/1";

/// Whether a page that begins so is a form, filled in or not.
pub fn is_form(beginning: &str) -> bool {
    beginning.contains(&format!("<meta name=\"generator\" content=\"{FORMAT}\""))
}

/// The page. The same questionnaire and the same `settled` give the same bytes.
pub fn render(q: &Questionnaire, settled: &Settled) -> String {
    let mut texts = Texts::new(q);
    let script = script();
    let head = head(q, &texts, &script);
    let body = body(q, settled, &mut texts);
    let data = escape::data(&data::data(q, settled, &texts));
    format!(
        "{head}<body>\n{body}<script type=\"application/json\" id=\"data\">{data}</script>\n\
         <script>{script}</script>\n</body>\n</html>\n"
    )
}

fn head(q: &Questionnaire, texts: &Texts, script: &str) -> String {
    let tag = &texts.tags()[0];
    let policy = format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; img-src data:; form-action 'none'; base-uri 'none'",
        hash(script),
        hash(STYLE)
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"{FORMAT}\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n",
        html(q.title.get(tag)),
    )
}

/// One script without what only its readers here need. No text in it runs over several lines.
fn script() -> String {
    let lines = SCRIPTS.iter().flat_map(|part| part.lines()).map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

/// How a content policy names the one text that it allows.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

fn body(q: &Questionnaire, settled: &Settled, texts: &mut Texts) -> String {
    let skip = texts.words("a class=\"skip\" href=\"#questions\"", words::skip);
    let title = texts.text("h1", &q.title);
    let no_script = texts.words("p", words::no_script);
    let no_storage = texts.words("p class=\"note\" id=\"no-storage\" hidden", words::no_storage);
    let earlier = earlier(texts);
    let before = texts.words("h2", words::before);
    let agreement = intro::agreement(q, settled, texts);
    let load = texts.words("button type=\"button\" id=\"load\"", words::load);
    let who = intro::head(q, settled, texts);
    let other = texts.words("p class=\"note live\" id=\"other\" role=\"status\" hidden", words::other_person);
    let questions = questions(q, settled, texts);
    let finish = finish(settled, texts);
    let no_answer = for_the_script(texts);
    let save = texts.words("button type=\"button\" id=\"save\" class=\"main\"", words::save);
    let form = id(q, settled);
    let belongs = texts.words("p", |l| words::belongs_to(l, &q.reference(), &form, &q.hash));
    format!(
        "{skip}\n<header>\n{title}\n{}</header>\n<main>\n<noscript>{no_script}</noscript>\n{no_storage}\n{earlier}\n\
         <form id=\"form\" autocomplete=\"off\">\n<section class=\"lead\">\n{before}\n{agreement}\
         <p class=\"live\">{load}</p>\n<input type=\"file\" id=\"file\" accept=\".json,application/json\" hidden>\n\
         {who}{other}\n</section>\n<div id=\"questions\" tabindex=\"-1\">\n{questions}</div>\n{finish}{no_answer}\n</form>\n\
         <div class=\"bar live\"><p id=\"count\"></p>{save}<p id=\"status\" role=\"status\"></p></div>\n\
         </main>\n<footer>{belongs}</footer>\n",
        languages(texts),
    )
}

/// Says that answers of an earlier time stand here, with a way to begin as someone else.
fn earlier(texts: &mut Texts) -> String {
    let words = texts.words("p", words::earlier);
    let afresh = texts.words("button type=\"button\" id=\"afresh\"", words::afresh);
    format!("<div class=\"note live\" id=\"earlier\" hidden>{words}{afresh}</div>")
}

/// Words that the script sets where they are needed: the way back to no answer, that a partner does it, and what is wrong
/// with a field.
fn for_the_script(texts: &mut Texts) -> String {
    type Words = fn(Language) -> String;
    let all: [(&str, Words); 7] = [
        ("no-answer", words::no_answer),
        ("partner", words::via_partner),
        ("wrong-number", words::not_a_number),
        ("wrong-reason", words::reason_needed),
        ("wrong-council", words::council_needed),
        ("wrong-wave", words::not_a_wave),
        ("wrong-keep", words::not_a_day),
    ];
    all.iter().map(|(id, words)| texts.words(&format!("span id=\"{id}\" hidden"), words)).collect()
}

fn languages(texts: &mut Texts) -> String {
    if texts.tags().len() < 2 {
        return String::new();
    }
    let option = |tag: &String| {
        let name = html(&words::language_name(tag));
        format!("<option value=\"{tag}\" lang=\"{tag}\">{name}</option>")
    };
    let options: String = texts.tags().iter().map(option).collect();
    let label = texts.words("span", words::language);
    format!("<p class=\"live\"><label>{label} <select id=\"language\">{options}</select></label></p>\n")
}

/// The questions in order, with a heading wherever another theme begins.
fn questions(q: &Questionnaire, settled: &Settled, texts: &mut Texts) -> String {
    let mut body = String::new();
    let mut theme: Option<&[usize]> = None;
    for index in (0..q.questions.len()).filter(|&index| offered(q, settled, index)) {
        let asked = &q.questions[index];
        if theme != Some(asked.at.as_slice()) {
            if theme.is_some() {
                body += "</section>\n";
            }
            // On paper, a heading keeps its first question with it; a box is what every browser keeps whole.
            let heading = heading(q, asked, texts);
            body +=
                &format!("<section>\n<div class=\"top\">\n{heading}\n{}</div>\n", question::question(q, index, texts));
            theme = Some(&asked.at);
        } else {
            body += &question::question(q, index, texts);
        }
    }
    if theme.is_some() { body + "</section>\n" } else { body }
}

/// "Richten · Delen"
fn heading(q: &Questionnaire, question: &Question, texts: &mut Texts) -> String {
    let titles: Vec<String> = question.at.iter().map(|&at| texts.text("span", &q.dimensions[at].title)).collect();
    format!("<h2>{}</h2>", titles.join(" · "))
}

fn finish(settled: &Settled, texts: &mut Texts) -> String {
    let heading = texts.words("h2", words::finish);
    let done = texts.words("span", words::done);
    let open = texts.words("span", words::still_open);
    let clear = texts.words("button type=\"button\" id=\"clear\"", words::clear);
    let instructions =
        settled.instructions.as_deref().map(|text| format!("<p class=\"note said\">{}</p>\n", html(text)));
    format!(
        "<section{}>\n{heading}\n{}<p class=\"live\" id=\"open\" hidden>{open} <span id=\"list\"></span></p>\n\
         <p class=\"live\" id=\"parked\" role=\"status\"></p>\n\
         <div class=\"o live\"><label><input type=\"checkbox\" name=\"done\">{done}</label></div>\n\
         <p class=\"live\">{}</p>\n</section>\n",
        // Paper has nothing to finish but to hand it in.
        if instructions.is_some() { "" } else { " class=\"live\"" },
        instructions.unwrap_or_default(),
        line(clear).trim_end(),
    )
}
