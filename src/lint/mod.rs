//! What a good questionnaire is, beyond a valid one: everything in it can be reached, is balanced and is worded for the
//! people who answer; its golden tests come out, its minutes can be.
//!
//! This module judges questionnaires that were read without errors, beside the tree they were read from, which knows
//! where everything stands. It knows nothing of files.

mod alike;
mod asked;
mod bounds;
mod cut;
mod empty;
mod glance;
mod golden;
mod help;
mod minutes;
mod placeholders;
mod places;
mod routes;
mod stages;
mod states;
mod texts;
mod tongues;
mod values;
pub mod versions;
mod weights;

pub use minutes::minutes_needed;
pub use states::{joining_word, not_knowing};

use crate::diagnostics::Diagnostics;
use crate::questionnaire::Questionnaire;
use crate::yaml::Node;

/// Runs every check on a questionnaire; `node` is the tree that it was read from.
pub fn run(questionnaire: &Questionnaire, node: &Node, out: &mut Diagnostics) {
    minutes::check(questionnaire, out);
    let mut routes = routes::check(questionnaire, node, out);
    asked::check(questionnaire, node, &mut routes, out);
    empty::check(questionnaire, node, out);
    weights::check(questionnaire, node, out);
    stages::check(questionnaire, node, out);
    values::check(questionnaire, node, out);
    bounds::check(questionnaire, node, out);
    alike::check(questionnaire, node, out);
    for text in texts::all(node) {
        cut::check(text, out);
        let said = texts::Said::in_text(text, &questionnaire.languages);
        tongues::check(&said, out);
        placeholders::check(&said, out);
    }
    states::check(questionnaire, node, out);
    help::check(questionnaire, node, out);
    golden::check(questionnaire, out);
}
