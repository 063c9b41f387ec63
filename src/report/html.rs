//! A document as one HTML page that needs nothing else: no script, no font, no network.
//!
//! It holds for screens from 320 px, for the dark, for forced colours, and for paper: there the stamp and the
//! self-assessed sentence stand on each page. How it looks is in `html/style.css`.

mod blocks;
mod escape;
mod table;
mod width;

use super::document::{Document, Inline};
use crate::language::page;
use blocks::Writer;

const STYLE: &str = include_str!("html/style.css");
/// What a drawing looks like in the dark and under forced colours.
const DRAWING: &str = crate::charts::palette::STYLESHEET;

/// Nothing may be loaded; only the page's own style counts, and no script runs at all.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// With fewer sections there is no list of them.
const SECTIONS_FOR_CONTENTS: usize = 3;

/// `document` as a page.
pub fn render(document: &Document) -> String {
    let mut writer = Writer::new(document.language);
    let lead = writer.blocks(&document.lead);
    let mut sections = String::new();
    for section in &document.sections {
        let body = writer.blocks(&section.blocks);
        sections += &self::section(&section.id, &section.title, &body);
    }
    if !document.about.is_empty() {
        sections += &section("peil-about", page::about(document.language), &about(&document.about));
    }
    let stamp = document.stamp.as_deref();
    format!(
        "{}<body>\n<a class=\"skip\" href=\"#peil-main\">{}</a>\n{}<main id=\"peil-main\" tabindex=\"-1\">\n\
         <div class=\"lead\">\n{lead}</div>\n{}{sections}</main>\n<footer>\n<p>{}{}</p>\n</footer>\n</body>\n</html>\n",
        head(document),
        page::skip_link(document.language),
        header(document),
        contents(document),
        stamp.map_or(String::new(), |stamp| format!("<strong>{}</strong> · ", escape::text(stamp))),
        escape::text(&document.self_assessed),
    )
}

fn head(document: &Document) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <style>\n{STYLE}{DRAWING}{}</style>\n</head>\n",
        document.language.code(),
        escape::text(&document.title),
        margins(document),
    )
}

/// What stands in the margins of each printed page.
fn margins(document: &Document) -> String {
    let (before, between) = page::page_of(document.language);
    let title = escape::css_string(&document.title);
    let stamp = escape::css_string(document.stamp.as_deref().unwrap_or_default());
    let self_assessed = escape::css_string(&document.self_assessed);
    let (before, between) = (escape::css_string(before), escape::css_string(between));
    format!(
        "@page {{\n  @top-left {{ content: {title}; }}\n  @top-right {{ content: {stamp}; }}\n  \
         @bottom-left {{ content: {self_assessed}; }}\n  \
         @bottom-right {{ content: {before} counter(page) {between} counter(pages); }}\n}}\n\
         @page :first {{\n  @top-left {{ content: none; }}\n  @top-right {{ content: none; }}\n}}\n"
    )
}

fn header(document: &Document) -> String {
    let stamp = document.stamp.as_deref();
    let stamp = stamp.map_or(String::new(), |stamp| format!("<p class=\"stamp\">{}</p>\n", escape::text(stamp)));
    format!(
        "<header>\n{stamp}<h1>{}</h1>\n<p class=\"subtitle\">{}</p>\n</header>\n",
        escape::text(&document.title),
        escape::text(&document.subtitle),
    )
}

fn contents(document: &Document) -> String {
    if document.sections.len() < SECTIONS_FOR_CONTENTS {
        return String::new();
    }
    let own = (!document.about.is_empty()).then_some(("peil-about", page::about(document.language)));
    let sections = document.sections.iter().map(|section| (section.id.as_str(), section.title.as_str()));
    let items = sections
        .chain(own)
        .map(|(id, title)| format!("<li><a href=\"#{}\">{}</a></li>\n", escape::text(id), escape::text(title)));
    let items: String = items.collect();
    let title = page::contents(document.language);
    format!(
        "<nav aria-labelledby=\"peil-contents\">\n<p id=\"peil-contents\">{title}</p>\n<ul>\n{items}</ul>\n</nav>\n"
    )
}

fn section(id: &str, title: &str, body: &str) -> String {
    format!("<div class=\"section\" id=\"{}\">\n<h2>{}</h2>\n{body}</div>\n", escape::text(id), escape::text(title))
}

fn about(rows: &[(String, Inline)]) -> String {
    let rows = rows
        .iter()
        .map(|(name, value)| format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escape::text(name), blocks::inline(value)));
    format!("<dl class=\"about\">\n{}</dl>\n", rows.collect::<String>())
}
