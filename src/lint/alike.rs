//! The same words twice where they should tell things apart: choices of one list, rows of one grid, stages, roles,
//! dimensions under one parent; the parts of a piece of advice; and the same question asked twice.

use hashbrown::HashMap;

use super::places::{choice_lists, list};
use super::texts::{Words, words};
use crate::diagnostics::{Diagnostics, Remark, TextFinding};
use crate::questionnaire::{Questionnaire, Tag};
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
    let mut seen: HashMap<u64, Words<'_>> = HashMap::new();
    for text in nodes.iter().filter_map(|node| node.field(field)) {
        same_as_before(text, &mut seen, languages, out);
    }
}

/// Reports a text that has been seen before in the same language, once for all its languages.
fn same_as_before<'a>(text: &'a Node, seen: &mut HashMap<u64, Words<'a>>, languages: &'a [Tag], out: &mut Diagnostics) {
    let mut told = false;
    for one in words(text, languages) {
        let first = *seen.entry(mark(&one)).or_insert(one);
        if first.span != one.span && !told && is_same(&first, &one) {
            told = true;
            out.add_related(one.span, TextFinding::SameText, first.span, Remark::FirstUsedHere);
        }
    }
}

/// Reports a small step that is the large one once more, or an end that is the step: advice that leads nowhere.
fn repeated(advice: &Node, languages: &[Tag], out: &mut Diagnostics) {
    let mut seen: HashMap<u64, Words<'_>> = HashMap::new();
    for text in ["think_big", "act_small", "stop_when"].iter().filter_map(|field| advice.field(field)) {
        same_as_before(text, &mut seen, languages, out);
    }
}

/// Reports a question in the words of an earlier one that the same person may be asked.
fn questions(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    // The roles that are asked each wording: a bit for each, the last for people without a role, who are asked all.
    let mut seen: HashMap<u64, Vec<(u128, Words<'_>)>> = HashMap::new();
    for (question, written) in questionnaire.questions.iter().zip(list(node, "questions")) {
        let bit = |role: &usize| 1u128 << (*role).min(127);
        let asked =
            question.roles.as_ref().map_or(u128::MAX, |roles| roles.iter().fold(0, |all, role| all | bit(role)));
        let mut told = false;
        for one in written.field("ask").map_or_else(Vec::new, |ask| words(ask, &questionnaire.languages)) {
            let before = seen.entry(mark(&one)).or_default();
            match before.iter().find(|(others, first)| others & asked != 0 && is_same(first, &one)) {
                Some((_, first)) if !told => {
                    told = true;
                    out.add_related(one.span, TextFinding::SameQuestion, first.span, Remark::FirstUsedHere);
                }
                Some(_) => {}
                // Different people are asked: at most as many entries as there are roles.
                None => before.push((asked, one)),
            }
        }
    }
}

/// A number that the same words in the same language have, and hardly any others.
fn mark(words: &Words<'_>) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let mut mark = 0xcbf2_9ce4_8422_2325;
    let mut add = |byte: u8| mark = (mark ^ u64::from(byte)).wrapping_mul(PRIME);
    words.tag.bytes().chain([0]).for_each(&mut add);
    if words.text.is_ascii() {
        let mut after_blank = false;
        for byte in words.text.trim().bytes() {
            let is_blank = char::from(byte).is_whitespace();
            if !(is_blank && after_blank) {
                add(if is_blank { b' ' } else { byte.to_ascii_lowercase() });
            }
            after_blank = is_blank;
        }
    } else {
        plain(words.text).bytes().for_each(&mut add);
    }
    mark
}

fn is_same(one: &Words<'_>, other: &Words<'_>) -> bool {
    one.tag == other.tag && plain(one.text) == plain(other.text)
}

/// The words without what a reader does not see: capitals, and how many blanks stand between them.
fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
