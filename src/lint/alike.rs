//! The same words twice where they should tell things apart: choices of one list, rows of one grid, stages, roles,
//! dimensions under one parent; the parts of a piece of advice; and the same question asked twice.

use std::collections::HashMap;

use super::places::{choice_lists, list};
use super::texts::words;
use crate::diagnostics::{Diagnostics, Remark, TextFinding};
use crate::questionnaire::{Questionnaire, Tag};
use crate::source::Span;
use crate::yaml::Node;

/// Checks everything that stands beside others of its kind.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    let languages = &questionnaire.languages;
    for choices in choice_lists(node) {
        siblings(choices, "label", languages, out);
    }
    for question in list(node, "questions") {
        siblings(list(question, "rows"), "title", languages, out);
        list(question, "advice").iter().for_each(|advice| repeated(advice, languages, out));
    }
    siblings(node.field("scale").map_or(&[], |scale| list(scale, "stages")), "title", languages, out);
    siblings(list(node, "roles"), "title", languages, out);
    siblings(list(node, "axes"), "title", languages, out);
    for axis in list(node, "axes") {
        dimensions(axis, languages, out);
    }
    questions(questionnaire, node, out);
}

fn dimensions(parent: &Node, languages: &[Tag], out: &mut Diagnostics) {
    let here = list(parent, "dimensions");
    siblings(here, "title", languages, out);
    for dimension in here {
        dimensions(dimension, languages, out);
    }
}

/// Reports, once per sibling, a text that one before it has in the same language.
fn siblings(nodes: &[Node], field: &str, languages: &[Tag], out: &mut Diagnostics) {
    let mut seen: HashMap<(&str, String), Span> = HashMap::new();
    for text in nodes.iter().filter_map(|node| node.field(field)) {
        same_as_before(text, &mut seen, languages, out);
    }
}

/// Reports a text that has been seen before in the same language, once for all its languages.
fn same_as_before<'a>(
    text: &'a Node,
    seen: &mut HashMap<(&'a str, String), Span>,
    languages: &'a [Tag],
    out: &mut Diagnostics,
) {
    let mut told = false;
    for one in words(text, languages) {
        let first = *seen.entry((one.tag, plain(one.text))).or_insert(one.span);
        if first != one.span && !told {
            told = true;
            out.add_related(one.span, TextFinding::SameText, first, Remark::FirstUsedHere);
        }
    }
}

/// Reports a small step that is the large one once more, or an end that is the step: advice that leads nowhere.
fn repeated(advice: &Node, languages: &[Tag], out: &mut Diagnostics) {
    let mut seen: HashMap<(&str, String), Span> = HashMap::new();
    for text in ["think_big", "act_small", "stop_when"].iter().filter_map(|field| advice.field(field)) {
        same_as_before(text, &mut seen, languages, out);
    }
}

/// Reports a question in the words of an earlier one that the same person may be asked.
fn questions(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    // The roles that are asked each wording: a bit for each, the last for people without a role, who are asked all.
    let mut seen: HashMap<(&str, String), Vec<(u128, Span)>> = HashMap::new();
    for (question, written) in questionnaire.questions.iter().zip(list(node, "questions")) {
        let bit = |role: &usize| 1u128 << (*role).min(127);
        let asked =
            question.roles.as_ref().map_or(u128::MAX, |roles| roles.iter().fold(0, |all, role| all | bit(role)));
        let mut told = false;
        for one in written.field("ask").map_or_else(Vec::new, |ask| words(ask, &questionnaire.languages)) {
            let before = seen.entry((one.tag, plain(one.text))).or_default();
            match before.iter().find(|(others, _)| others & asked != 0) {
                Some((_, first)) if !told => {
                    told = true;
                    out.add_related(one.span, TextFinding::SameQuestion, *first, Remark::FirstUsedHere);
                }
                Some(_) => {}
                // Different people are asked: at most as many entries as there are roles.
                None => before.push((asked, one.span)),
            }
        }
    }
}

/// The words without what a reader does not see: capitals, and how many blanks stand between them.
fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
