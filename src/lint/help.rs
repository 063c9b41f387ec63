//! Help that nobody reads to its end: longer than a screen.

use super::places::list;
use super::texts::words;
use crate::diagnostics::{Diagnostics, TextFinding};
use crate::questionnaire::Questionnaire;
use crate::yaml::Node;

/// Characters in a line, and lines on a screen of which the question and its choices take some.
const WIDTH: usize = 80;
const MOST: usize = 16;

/// Checks the help of every question.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    for help in list(node, "questions").iter().filter_map(|question| question.field("help")) {
        for one in words(help, &questionnaire.languages) {
            let lines = one.text.lines().map(|line| line.chars().count().div_ceil(WIDTH).max(1)).sum();
            if lines > MOST {
                out.add(one.span, TextFinding::LongHelp { lines, most: MOST });
            }
        }
    }
}
