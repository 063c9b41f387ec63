//! Everything that was published of one or of some councils in a wave, as a system of equations over what was withheld:
//! the mean of each role on each question, of those who answered the same questions.

use super::pages::{Published, What};
use super::simplex::Fact;
use super::truth::{CELLS, QUESTIONS, ROLES, SHARES, Shape, Wave, asked, cell_of};

pub(super) const MAX: f64 = 4.0;
/// Half of the last decimal that is shown.
const ROUNDING: f64 = 0.05;
/// What is known with all its decimals.
const EXACT: f64 = 1e-4;

/// Of every cell, the roles that are compared with another wave.
pub(super) type Shared = [Vec<usize>; CELLS.len()];

/// What a wave is compared by with the one before, and with the one after.
#[derive(Clone, Debug, Default)]
pub(super) struct Beside {
    pub(super) before: Shared,
    pub(super) after: Shared,
}

/// A sum of coefficient times unknown, and a constant.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    pub(super) parts: Vec<(usize, f64)>,
    pub(super) constant: f64,
}

impl Form {
    fn add(&mut self, other: &Form, share: f64) {
        self.parts.extend(other.parts.iter().map(|&(unknown, factor)| (unknown, factor * share)));
        self.constant += other.constant * share;
    }
}

/// The mean of forms by their weights; none of nothing.
fn mean(parts: &[(Form, f64)]) -> Option<Form> {
    let weights: f64 = parts.iter().map(|part| part.1).sum();
    let mut whole = Form::default();
    parts.iter().for_each(|(part, weight)| whole.add(part, weight / weights));
    (weights > 0.0).then_some(whole)
}

/// An end of the band.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Low,
    High,
}

/// The unknowns of some councils, each in one wave.
pub(super) struct System<'a> {
    pub(super) shape: &'a Shape,
    waves: Vec<&'a Wave>,
    unknowns: Vec<(usize, (usize, usize, u8))>,
    pub(super) truth: Vec<f64>,
}

impl<'a> System<'a> {
    pub(super) fn new(shape: &'a Shape, waves: &[&'a Wave]) -> System<'a> {
        let all = || waves.iter().enumerate().flat_map(|(at, wave)| wave.means.iter().map(move |one| (at, one)));
        System {
            shape,
            waves: waves.to_vec(),
            unknowns: all().map(|(at, (place, _))| (at, *place)).collect(),
            truth: all().map(|(_, (_, mean))| *mean).collect(),
        }
    }

    fn value(&self, form: &Form) -> f64 {
        form.constant + form.parts.iter().map(|(unknown, factor)| factor * self.truth[*unknown]).sum::<f64>()
    }

    fn unknown(&self, at: usize, role: usize, question: usize, pattern: u8) -> Option<usize> {
        self.unknowns.iter().position(|&place| place == (at, (role, question, pattern)))
    }

    /// How many of a role answered enough of a cell, of the one or two questions all.
    pub(super) fn scored(&self, at: usize, cell: usize, role: usize) -> u32 {
        let all = asked(cell, role).iter().fold(0, |bits, question| bits | 1 << question);
        let none = all == 0;
        self.waves[at].patterns.get(&(role, cell, all)).copied().filter(|_| !none).unwrap_or(0)
    }

    /// How many of a role answered a question.
    pub(super) fn answered(&self, at: usize, question: usize, role: usize) -> u32 {
        let patterns = self.waves[at].patterns.iter();
        let those = patterns.filter(|((by, _, pattern), _)| *by == role && pattern >> question & 1 == 1);
        those.map(|(_, count)| count).sum()
    }

    fn role_in(&self, at: usize, cell: usize, role: usize) -> Option<Form> {
        let questions = asked(cell, role);
        let all = questions.iter().fold(0, |bits, question| bits | 1 << question);
        let share = 1.0 / questions.len() as f64;
        let parts: Option<Vec<(usize, f64)>> =
            questions.iter().map(|&question| Some((self.unknown(at, role, question, all)?, share))).collect();
        parts.filter(|parts| !parts.is_empty()).map(|parts| Form { parts, constant: 0.0 })
    }

    /// A cell from the roles by their weights.
    pub(super) fn cell(&self, at: usize, cell: usize, weight: &impl Fn(usize, u32) -> f64) -> Option<Form> {
        let scored = |role| weight(role, self.scored(at, cell, role));
        let parts = (0..ROLES.len()).filter_map(|role| Some((self.role_in(at, cell, role)?, scored(role))));
        mean(&parts.filter(|part| part.1 > 0.0).collect::<Vec<_>>())
    }

    /// The part of this name from the roles by their weights.
    pub(super) fn part(&self, at: usize, name: &str, weight: impl Fn(usize, u32) -> f64) -> Option<Form> {
        self.combined(name, |cell| self.cell(at, cell, &weight))
    }

    fn combined(&self, name: &str, of: impl Fn(usize) -> Option<Form>) -> Option<Form> {
        let cells = self.shape.cells(name).unwrap_or_else(|| panic!("what is `{name}`?"));
        mean(&cells.into_iter().filter_map(|cell| Some((of(cell)?, 1.0))).collect::<Vec<_>>())
    }

    /// The same from what is compared with another wave.
    fn compared(&self, at: usize, name: &str, shared: &Shared) -> Option<Form> {
        let weight = |cell: usize| move |role: usize, _| f64::from(u8::from(shared[cell].contains(&role)));
        self.combined(name, |cell| self.cell(at, cell, &weight(cell)))
    }

    /// Every unknown, of which role and how many people.
    pub(super) fn each(&self, at: usize) -> impl Iterator<Item = (usize, Form, u32)> {
        let own = self.unknowns.iter().enumerate().filter(move |(_, (of, _))| *of == at);
        own.map(move |(unknown, &(_, (role, question, pattern)))| {
            let people = self.waves[at].patterns[&(role, cell_of(question), pattern)];
            (role, Form { parts: vec![(unknown, 1.0)], constant: 0.0 }, people)
        })
    }

    /// What a dimension or the whole of the only council is.
    pub(super) fn total(&self, of: &str) -> Option<f64> {
        self.part(0, of, |_, _| 1.0).map(|form| self.value(&form))
    }

    /// The mean of a question over some roles.
    pub(super) fn question(&self, at: usize, question: usize, roles: &[usize]) -> Option<Form> {
        let role = |&role: &usize| {
            let those = self.waves[at]
                .patterns
                .iter()
                .filter(|((by, _, pattern), _)| *by == role && pattern >> question & 1 == 1);
            let parts = those.filter_map(|(&(_, _, pattern), &count)| {
                let unknown = self.unknown(at, role, question, pattern)?;
                Some((Form { parts: vec![(unknown, 1.0)], constant: 0.0 }, f64::from(count)))
            });
            Some((mean(&parts.collect::<Vec<_>>())?, 1.0))
        };
        mean(&roles.iter().filter_map(role).collect::<Vec<_>>())
    }

    /// The score with every unknown answer at its lowest or highest.
    fn band(&self, at: usize, name: &str, end: End) -> Option<Form> {
        self.combined(name, |cell| {
            let role = |role: usize| {
                let questions = asked(cell, role);
                let patterns = self.waves[at].patterns.iter().filter(|((by, of, _), _)| (*by, *of) == (role, cell));
                let parts = patterns.filter(|_| !questions.is_empty()).map(|(&(_, _, pattern), &count)| {
                    let mut form = Form::default();
                    for &question in &questions {
                        match self.unknown(at, role, question, pattern) {
                            Some(unknown) if pattern >> question & 1 == 1 => form.parts.push((unknown, 1.0)),
                            _ => form.constant += if end == End::High { MAX } else { 0.0 },
                        }
                    }
                    let mut mean = Form::default();
                    mean.add(&form, 1.0 / questions.len() as f64);
                    (mean, f64::from(count))
                });
                Some((mean(&parts.collect::<Vec<_>>())?, 1.0))
            };
            mean(&(0..ROLES.len()).filter_map(role).collect::<Vec<_>>())
        })
    }

    /// Whether a score says only what all together answered, in the same way as the other scores do: that of a part,
    /// and that of a question where everyone who answered it answered the whole cell.
    pub(super) fn is_total(&self, at: usize, of: &str) -> bool {
        let Some(question) = QUESTIONS.iter().position(|(title, _)| *title == of) else { return true };
        let cell = cell_of(question);
        let alike = |role: usize, pattern: u8| {
            CELLS[cell].iter().all(|one| pattern >> one & 1 == 1) || asked(cell, role).is_empty() || pattern == 0
        };
        self.waves[at].patterns.keys().filter(|key| key.1 == cell).all(|&(role, _, pattern)| alike(role, pattern))
    }

    /// The form of what was published of the wave at this place. `beside` is what it has in common with the
    /// waves beside it.
    fn form(&self, at: usize, published: &Published, beside: &Beside) -> Option<Form> {
        let of = published.of.as_str();
        let only = |wanted: usize| self.part(at, of, |role, _| f64::from(u8::from(role == wanted)));
        let question = QUESTIONS.iter().position(|(title, _)| *title == of);
        match (published.what, question) {
            (What::Score | What::Shared | What::Then, Some(question)) => {
                self.question(at, question, &(0..ROLES.len()).collect::<Vec<_>>())
            }
            (What::Score, None) => self.part(at, of, |_, _| 1.0),
            (What::Role(role), None) => only(role),
            (What::Pooled, None) => self.part(at, of, |_, scored| f64::from(scored)),
            (What::Shared, None) => self.compared(at, of, &beside.before),
            (What::Then, None) => self.compared(at, of, &beside.after),
            (What::Merged, None) => {
                let parts: Option<Vec<(Form, f64)>> =
                    (0..self.waves.len()).map(|at| Some((self.compared(at, of, &beside.after)?, SHARES[at]))).collect();
                mean(&parts?)
            }
            (What::Lowest, None) => self.band(at, of, End::Low),
            (What::Highest, None) => self.band(at, of, End::High),
            other => panic!("{other:?} of {of}"),
        }
    }

    /// Someone knows it as it is.
    pub(super) fn exactly(&self, form: Form) -> Fact {
        let value = self.value(&form) - form.constant;
        Fact { parts: form.parts, low: value - EXACT, high: value + EXACT }
    }

    /// What a published number says of the unknowns.
    pub(super) fn facts(&self, at: usize, published: &Published, beside: &Beside, facts: &mut Vec<Fact>) {
        if published.what == What::WithoutOne {
            // Leaving out someone who is the only one of a role leaves the role out.
            for single in (0..ROLES.len()).filter(|&role| self.waves[at].counts[role] == 1) {
                if let Some(form) = self.part(at, &published.of, |role, _| f64::from(u8::from(role != single))) {
                    let (low, high) = published.value;
                    facts.push(Fact { parts: form.parts, low: low - ROUNDING, high: high + ROUNDING });
                }
            }
            return;
        }
        let form = self.form(at, published, beside).unwrap_or_else(|| panic!("{published:?} is of nobody"));
        let (mut value, printed) = (self.value(&form), published.value.0);
        if let What::Lowest | What::Highest = published.what {
            // A band is widened to hold the score, and then says of its own end no more than on which side it lies.
            let score = self.part(at, &published.of, |_, _| 1.0).map_or(value, |form| self.value(&form));
            let widened = if published.what == What::Lowest { score < value } else { score > value };
            if widened {
                return;
            }
            value = printed;
        }
        assert!((value - printed).abs() <= ROUNDING + 1e-9, "{published:?} should be {value}");
        let is_question = QUESTIONS.iter().any(|(title, _)| *title == published.of);
        let within = if published.what.is_exact() && !is_question { EXACT } else { ROUNDING };
        let (low, high) = (value - within - form.constant, value + within - form.constant);
        facts.push(Fact { parts: form.parts, low, high });
    }
}
