//! An exact answer to "can anybody be asked this?", without trying answers one by one.
//!
//! A condition is taken apart until only single answers are left; each narrows the [`Room`] of its column. An answer
//! that must be given must have been asked for, so the condition of its question joins in. That an answer is *not* given
//! needs nothing: every question may be left open. Only an alternative (`any`, or `not` of `all`) branches.
//! The work is bounded; when it runs out there is no answer, and nobody should guess one.

use std::collections::{BTreeMap, BTreeSet};

use super::room::Room;
use crate::questionnaire::{Condition, Questionnaire};

/// Steps for one question to the solver: conditions hundreds deep, or dozens of alternatives.
const STEPS: usize = 2_000;
/// Steps for a whole questionnaire: a hundred or more for each of 11,000 questions, in a fraction of a second.
const STEPS_IN_ALL: usize = 2_000_000;

/// Who answers: a role, or someone without one, who is asked everything; the whole questionnaire or the quick scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::lint) struct Who {
    pub(in crate::lint) role: Option<usize>,
    pub(in crate::lint) quick: bool,
}

impl Who {
    /// Someone who is asked whatever the answers allow; what they cannot be asked, nobody can.
    pub(in crate::lint) const ANYBODY: Who = Who { role: None, quick: false };
}

/// What the solver found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::lint) enum Found {
    /// There are such answers; these questions are asked on the way.
    Possible(BTreeSet<usize>),
    /// There are none.
    Impossible,
    /// It would take too long to know.
    Unknown,
}

/// The solver of one questionnaire.
pub(in crate::lint) struct Solver<'a> {
    questionnaire: &'a Questionnaire,
    /// Questions that have been reported for these people: what depends on them is not wrong a second time.
    pub(super) reported: BTreeSet<(usize, Who)>,
    /// What answers may be before anything is known of them, by column, for columns that conditions are about.
    rooms: BTreeMap<usize, Room>,
    steps_left: usize,
}

/// A condition and the truth it should have.
pub(in crate::lint) type Goal<'c> = (&'c Condition, bool);

/// One way that is being tried.
#[derive(Clone, Default)]
struct Way<'c> {
    goals: Vec<Goal<'c>>,
    /// Alternatives, put off until all else is known.
    open: Vec<Goal<'c>>,
    rooms: BTreeMap<usize, Room>,
    asked: BTreeSet<usize>,
}

impl<'a> Solver<'a> {
    pub(in crate::lint) fn new(questionnaire: &'a Questionnaire) -> Solver<'a> {
        let mut columns = BTreeSet::new();
        for when in questionnaire.questions.iter().filter_map(|question| question.when.as_ref()) {
            columns_of(when, &mut columns);
        }
        let room = |column: usize| (column, Room::of(questionnaire.question_of(column)));
        let rooms = columns.into_iter().map(room).collect();
        Solver { questionnaire, reported: BTreeSet::new(), rooms, steps_left: STEPS_IN_ALL }
    }

    /// Whether these people can give answers that meet all goals.
    pub(in crate::lint) fn can<'c>(&mut self, who: Who, goals: &[Goal<'c>]) -> Found
    where
        'a: 'c,
    {
        let allowed = STEPS.min(self.steps_left);
        let mut steps = 0;
        let mut ways = vec![Way { goals: goals.to_vec(), ..Way::default() }];
        let mut found = Found::Impossible;
        while let Some(mut way) = ways.pop() {
            if self.follow(&mut way, who, allowed, &mut steps) {
                let Some((condition, truth)) = way.open.pop() else {
                    found = Found::Possible(way.asked);
                    break;
                };
                // A copy of the way is made for each alternative; that is work as well.
                let size = way.goals.len() + way.open.len() + way.rooms.len() + way.asked.len();
                for part in parts(condition).iter().rev() {
                    steps += 1 + size;
                    if steps > allowed {
                        break;
                    }
                    let mut next = way.clone();
                    next.goals.push((part, truth));
                    ways.push(next);
                }
            }
            if steps > allowed {
                found = Found::Unknown;
                break;
            }
        }
        self.steps_left -= steps.min(self.steps_left);
        found
    }

    /// Draws every conclusion that leaves no choice. Whether none of them contradict.
    fn follow<'c>(&self, way: &mut Way<'c>, who: Who, allowed: usize, steps: &mut usize) -> bool
    where
        'a: 'c,
    {
        while let Some((condition, truth)) = way.goals.pop() {
            *steps += 1;
            if *steps > allowed {
                return true;
            }
            match condition {
                Condition::Not(inner) => way.goals.push((inner, !truth)),
                Condition::All(all) if truth => way.goals.extend(all.iter().map(|one| (one, true))),
                Condition::Any(any) if !truth => way.goals.extend(any.iter().map(|one| (one, false))),
                Condition::All(_) | Condition::Any(_) => way.open.push((condition, truth)),
                Condition::Answer { column, test } => {
                    let index = self.questionnaire.columns[*column].question;
                    let before = way.rooms.get(column).or_else(|| self.rooms.get(column));
                    let Some(mut room) = before.cloned() else { continue };
                    if !room.keep(test, truth) {
                        return false;
                    }
                    if room.must_be_given() && way.asked.insert(index) {
                        if !self.listed(index, who) {
                            return false;
                        }
                        way.goals.extend(self.condition_of(index, who).map(|when| (when, true)));
                    }
                    way.rooms.insert(*column, room);
                }
            }
        }
        true
    }

    /// The id of a role.
    pub(super) fn role(&self, role: usize) -> &'a str {
        &self.questionnaire.roles[role].id
    }

    /// Whether a question is meant for these people, whatever they answered before.
    pub(super) fn listed(&self, question: usize, who: Who) -> bool {
        self.questionnaire.questions[question].is_meant_for(who.role, who.quick)
    }

    /// The condition of a question.
    pub(super) fn condition(&self, question: usize) -> Option<&'a Condition> {
        self.questionnaire.questions[question].when.as_ref()
    }

    /// The condition of a question, unless it has been found wrong already.
    fn condition_of(&self, question: usize, who: Who) -> Option<&'a Condition> {
        self.questionnaire.questions[question].when.as_ref().filter(|_| !self.is_reported(question, who))
    }

    /// Whether a question has been reported as one that these people, or more people than these, cannot be asked.
    pub(super) fn is_reported(&self, question: usize, who: Who) -> bool {
        let wider = [who, Who { role: None, ..who }, Who { quick: false, ..who }, Who::ANYBODY];
        wider.iter().any(|who| self.reported.contains(&(question, *who)))
    }
}

/// The columns that a condition is about.
pub(in crate::lint) fn columns_of(condition: &Condition, columns: &mut BTreeSet<usize>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| columns_of(part, columns)),
        Condition::Not(inner) => columns_of(inner, columns),
        Condition::Answer { column, .. } => {
            columns.insert(*column);
        }
    }
}

fn parts(condition: &Condition) -> &[Condition] {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts,
        Condition::Not(_) | Condition::Answer { .. } => &[],
    }
}
