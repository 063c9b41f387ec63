//! Who fills what: roles that are asked nothing, and cells that the quick scan or anybody at all leaves empty.
//!
//! A cell can be filled as soon as one scored question of it can be asked: what is not asked leaves the base of the
//! coverage, so whoever answers all that is asked covers a cell entirely, whatever `min_coverage` says.

use super::places::{key, list};
use super::routes::Routes;
use crate::diagnostics::{BalanceFinding, Diagnostics};
use crate::questionnaire::{Cell, Questionnaire};
use crate::yaml::Node;

/// Checks every role and every cell.
pub(super) fn check(questionnaire: &Questionnaire, node: &Node, routes: &mut Routes<'_>, out: &mut Diagnostics) {
    roles(questionnaire, node, routes, out);
    cells(questionnaire, routes, out);
    roles_in_cells(questionnaire, routes, out);
}

fn roles(questionnaire: &Questionnaire, node: &Node, routes: &Routes<'_>, out: &mut Diagnostics) {
    for (role, (written, known)) in list(node, "roles").iter().zip(&questionnaire.roles).enumerate() {
        let mut asked = (0..questionnaire.questions.len()).filter(|&one| routes.can_be_asked(one, Some(role), false));
        let Some(first) = asked.next() else {
            out.add(place(written), BalanceFinding::RoleAskedNothing(known.id.clone()));
            continue;
        };
        let is_scored = |question: usize| questionnaire.questions[question].kind.is_scored();
        if !is_scored(first) && !asked.any(is_scored) {
            out.add(place(written), BalanceFinding::RoleScoresNothing(known.id.clone()));
        }
    }
}

/// Where the id of a role stands.
fn place(role: &Node) -> crate::source::Span {
    role.field("id").map_or_else(|| key(role, "id"), |id| id.span)
}

fn cells(questionnaire: &Questionnaire, routes: &Routes<'_>, out: &mut Diagnostics) {
    let has_quick_scan = questionnaire.questions.iter().any(|question| question.quick);
    // Per cell: its first question, whether any can be asked, whether any can in the quick scan.
    let mut found = vec![(None, false, false); questionnaire.cells.len()];
    for item in &questionnaire.items {
        let (first, ever, quick) = &mut found[item.cell];
        first.get_or_insert(questionnaire.questions[item.question].span);
        *ever = *ever || routes.can_be_asked(item.question, None, false);
        *quick = *quick || routes.can_be_asked(item.question, None, true);
    }
    for (cell, (first, ever, quick)) in questionnaire.cells.iter().zip(found) {
        let Some(span) = first else { continue };
        if !ever {
            out.add(span, BalanceFinding::NobodyFills(name(questionnaire, cell)));
        } else if has_quick_scan && !quick {
            out.add(span, BalanceFinding::QuickScanLeavesOut(name(questionnaire, cell)));
        }
    }
}

/// Reports cells where a condition stands before every question that a role is to be asked, and lets it through to none.
fn roles_in_cells(questionnaire: &Questionnaire, routes: &mut Routes<'_>, out: &mut Diagnostics) {
    let mut questions: Vec<Vec<usize>> = vec![Vec::new(); questionnaire.cells.len()];
    for item in &questionnaire.items {
        // Both halves of one that is asked twice stand behind the same condition.
        if questions[item.cell].last() != Some(&item.question) {
            questions[item.cell].push(item.question);
        }
    }
    for (cell, questions) in questionnaire.cells.iter().zip(&questions) {
        // What is asked of everybody fills the cell for every role; then there is nothing to find out.
        let free =
            |one: &usize| questionnaire.questions[*one].when.is_none() && questionnaire.questions[*one].roles.is_none();
        if questions.iter().any(free) || !questions.iter().any(|&one| routes.can_be_asked(one, None, false)) {
            continue;
        }
        for (role, known) in questionnaire.roles.iter().enumerate() {
            let meant: Vec<usize> = questions.iter().copied().filter(|&one| routes.is_meant_for(one, role)).collect();
            if let Some(&first) = meant.first()
                && meant.iter().all(|&one| routes.is_out_of_reach(one, role))
                // Said of each question already, or of the role as a whole.
                && !meant.iter().all(|&one| routes.is_reported(one, role))
            {
                let (role, cell) = (known.id.clone(), name(questionnaire, cell));
                out.add(questionnaire.questions[first].span, BalanceFinding::RoleNeverFills { role, cell });
            }
        }
    }
}

/// A cell as people write it: its dimensions, with a cross between them.
pub(super) fn name(questionnaire: &Questionnaire, cell: &Cell) -> String {
    let ids = cell.at.iter().map(|&dimension| format!("`{}`", questionnaire.dimensions[dimension].id));
    ids.collect::<Vec<_>>().join(" × ")
}
