//! Routing, solved and not guessed: questions that nobody can be asked, or not this role, or not in the quick scan;
//! conditions that keep nobody out; parts of conditions that make no difference.

mod parts;
mod room;
mod solver;
#[cfg(test)]
mod tests;

pub(super) use self::solver::{Found, Solver, Who, columns_of};
use super::places::{entry, items, key, list};
use crate::diagnostics::{Diagnostics, RouteFinding};
use crate::questionnaire::{Condition, Question, Questionnaire};
use crate::yaml::Node;

/// Who can be asked what, as far as could be found out.
pub(super) struct Routes<'a> {
    solver: Solver<'a>,
}

impl Routes<'_> {
    /// Whether somebody of this role, or of none, can be asked a question, in the whole questionnaire or the quick scan.
    pub(super) fn can_be_asked(&self, question: usize, role: Option<usize>, quick: bool) -> bool {
        let who = Who { role, quick };
        !self.solver.is_reported(question, who) && self.solver.listed(question, who)
    }

    /// Whether a question leaves a role in: it names the role, or no roles at all.
    pub(super) fn is_meant_for(&self, question: usize, role: usize) -> bool {
        self.solver.listed(question, Who { role: Some(role), quick: false })
    }

    /// Whether it has been reported that a role is never asked a question.
    pub(super) fn is_reported(&self, question: usize, role: usize) -> bool {
        self.solver.is_reported(question, Who { role: Some(role), quick: false })
    }

    /// Whether no answers at all lead a role to a question.
    pub(super) fn is_out_of_reach(&mut self, question: usize, role: usize) -> bool {
        let who = Who { role: Some(role), quick: false };
        let condition = self.solver.condition(question);
        condition.is_some_and(|condition| self.solver.can(who, &[(condition, true)]) == Found::Impossible)
    }
}

/// Checks every condition.
pub(super) fn check<'a>(questionnaire: &'a Questionnaire, node: &Node, out: &mut Diagnostics) -> Routes<'a> {
    let mut routes = Routes { solver: Solver::new(questionnaire) };
    for (index, node) in list(node, "questions").iter().enumerate() {
        let question = &questionnaire.questions[index];
        if let (Some(condition), Some(when)) = (&question.when, entry(node, "when")) {
            let route = Route { index, question, condition, node };
            if route.somebody(&mut routes.solver, out) {
                parts::check(&mut routes.solver, condition, &when.value, |span, finding| out.add(span, finding));
                route.roles(&mut routes.solver, questionnaire.roles.len(), out);
                route.quick(&mut routes.solver, out);
            }
        }
    }
    routes
}

/// A question with its condition.
struct Route<'a> {
    index: usize,
    question: &'a Question,
    condition: &'a Condition,
    node: &'a Node,
}

impl Route<'_> {
    /// Whether anybody at all can be asked; and whether the condition keeps anybody out.
    fn somebody(&self, solver: &mut Solver<'_>, out: &mut Diagnostics) -> bool {
        let when = key(self.node, "when");
        if solver.can(Who::ANYBODY, &[(self.condition, true)]) == Found::Impossible {
            solver.reported.insert((self.index, Who::ANYBODY));
            out.add(when, RouteFinding::NeverAsked);
            return false;
        }
        if solver.can(Who::ANYBODY, &[(self.condition, false)]) == Found::Impossible {
            out.add(when, RouteFinding::AlwaysAsked);
            return false;
        }
        true
    }

    /// Roles that are listed and can never be asked; without a list, whether any role can.
    fn roles(&self, solver: &mut Solver<'_>, roles: usize, out: &mut Diagnostics) {
        let listed = self.question.roles.clone();
        let checked = listed.clone().unwrap_or_else(|| (0..roles).collect());
        let mut never = Vec::new();
        for &role in &checked {
            if self.never(solver, Who { role: Some(role), quick: false }) {
                never.push(role);
            } else if listed.is_none() {
                // One is enough: of the others nobody said that they are asked.
                return;
            }
        }
        if !never.is_empty() && never.len() == checked.len() {
            out.add(key(self.node, "when"), RouteFinding::NeverAskedOfAnyRole);
        } else {
            for &role in &never {
                self.at_role(role, RouteFinding::NeverAskedOfRole, solver, out);
            }
        }
        for role in never {
            solver.reported.insert((self.index, Who { role: Some(role), quick: false }));
        }
    }

    /// Whether the quick scan can reach it, for somebody and for each role that is listed.
    fn quick(&self, solver: &mut Solver<'_>, out: &mut Diagnostics) {
        if !self.question.quick {
            return;
        }
        let anybody = Who { role: None, quick: true };
        if self.never(solver, anybody) {
            solver.reported.insert((self.index, anybody));
            out.add(key(self.node, "quick"), RouteFinding::NeverAskedInQuickScan);
            return;
        }
        for &role in self.question.roles.iter().flatten() {
            let who = Who { role: Some(role), quick: true };
            let known = solver.reported.contains(&(self.index, Who { quick: false, ..who }));
            if !known && self.never(solver, who) {
                solver.reported.insert((self.index, who));
                self.at_role(role, RouteFinding::NeverAskedOfRoleInQuickScan, solver, out);
            }
        }
    }

    fn never(&self, solver: &mut Solver<'_>, who: Who) -> bool {
        solver.can(who, &[(self.condition, true)]) == Found::Impossible
    }

    /// Reports at the word in the list of roles.
    fn at_role(
        &self,
        role: usize,
        finding: impl Fn(String) -> RouteFinding,
        solver: &Solver<'_>,
        out: &mut Diagnostics,
    ) {
        let id = solver.role(role);
        let words = self.node.field("roles").map_or(&[][..], items);
        let word = words.iter().find(|word| word.scalar().is_some_and(|scalar| scalar.text == id));
        out.add(word.map_or(self.node.span, |word| word.span), finding(id.to_owned()));
    }
}
