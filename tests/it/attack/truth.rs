//! What the pages hold back: made-up answers, and what an attacker would like to know of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The dimensions with their questions, by index in [`QUESTIONS`].
pub(super) const DIMENSIONS: [(&str, &[usize]); 3] = [("Alpha", &[0, 1]), ("Beta", &[2]), ("Gamma", &[3])];
/// What is asked, and the roles it is asked of.
pub(super) const QUESTIONS: [(&str, &[usize]); 4] =
    [("Ask1", &[0, 1, 2, 3]), ("Ask4", &[0, 1, 2]), ("Ask2", &[0, 1, 2, 3]), ("Ask3", &[0, 1, 2])];
pub(super) const ROLES: [&str; 4] = ["ict", "unit", "chief", "mayor"];
pub(super) const WAVES: [&str; 2] = ["2024", "2026"];
/// Two councils that became one after the first wave.
pub(super) const MERGED: ([&str; 2], &str) = (["m0", "m1"], "s0");
/// The share of the inhabitants that each of them brought.
pub(super) const SHARES: [f64; 2] = [0.25, 0.75];

/// One wave of one council.
#[derive(Clone, Debug, Default)]
pub(super) struct Wave {
    /// How many of each role took part.
    pub(super) counts: [u32; ROLES.len()],
    /// By role, and by which of the questions of a dimension they answered, as bits of the questions, how many did so.
    pub(super) patterns: BTreeMap<(usize, usize, u8), u32>,
    /// The mean of the answers of those to a question.
    pub(super) means: BTreeMap<(usize, usize, u8), f64>,
}

/// The waves by council.
pub(super) type Truth = BTreeMap<(String, &'static str), Wave>;

/// Numbers that follow from a seed.
struct Throws(u64);

impl Throws {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// The classes of a council: two columns that overlap.
pub(super) fn classes(council: &str) -> (&'static str, &'static str) {
    let number: usize = council[1..].parse().expect("a number");
    (if number < 5 { "small" } else { "large" }, if number.is_multiple_of(4) { "north" } else { "south" })
}

/// A table of answers with its truth, from a seed.
pub(super) fn answers(seed: u64) -> (String, Truth) {
    let mut throws = Throws(seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1));
    let mut table = "council,wave,role,size,province,q1,q4,q2,q3\n".to_owned();
    let mut truth = Truth::new();
    let both: Vec<(String, &str)> =
        (0..8).flat_map(|council| WAVES.map(|wave| (format!("c{council}"), wave))).collect();
    let merged = MERGED.0.map(|council| (council.to_owned(), WAVES[0]));
    for (council, wave) in both.into_iter().chain(merged).chain([(MERGED.1.to_owned(), WAVES[1])]) {
        let known = one(&mut throws, &mut table, (&council, wave), !seed.is_multiple_of(2));
        truth.insert((council, wave), known);
    }
    (table, truth)
}

fn one(throws: &mut Throws, table: &mut String, (council, wave): (&str, &str), with_mayor: bool) -> Wave {
    let mut known = Wave::default();
    let (size, province) = classes(council);
    let mut sums: BTreeMap<(usize, usize, u8), f64> = BTreeMap::new();
    for (role, id) in ROLES.iter().enumerate() {
        let count = [0, 1, 1, 2, 4, 5, 6, 9][throws.throw(8) as usize];
        // Those that became one have large roles, so that they are compared; the first alone may have a mayor, whom the
        // comparison could tell apart.
        let of_merger = council == MERGED.1 || MERGED.0.contains(&council);
        let count = match *id {
            "mayor" if of_merger => u32::from(council == MERGED.0[0] && with_mayor),
            _ if of_merger => count + 12,
            _ => count,
        };
        known.counts[role] = count;
        // What a role thinks differs from what another does.
        let bias = throws.throw(17);
        // Some are all for it or all against it.
        let extreme = throws.throw(4) == 0;
        for _ in 0..count {
            let given: Vec<Option<u64>> = QUESTIONS
                .iter()
                .map(|(_, asked)| {
                    let answer = 6 + bias + throws.throw(12);
                    let answer = if extreme { u64::from(bias > 8) * 36 + throws.throw(5) } else { answer };
                    // Some do not know.
                    (asked.contains(&role) && throws.throw(5) > 0).then_some(answer)
                })
                .collect();
            write!(table, "{council},{wave},{id},{size},{province}").expect("a text");
            for (given, (_, asked)) in given.iter().zip(QUESTIONS) {
                let unknown = if asked.contains(&role) { "?" } else { "" };
                write!(table, ",{}", given.map_or(unknown.to_owned(), |answer| answer.to_string())).expect("a text");
            }
            table.push('\n');
            for (dimension, (_, questions)) in DIMENSIONS.iter().enumerate() {
                let answered = questions.iter().filter(|&&question| given[question].is_some());
                let pattern = answered.clone().fold(0, |bits, question| bits | 1 << question);
                *known.patterns.entry((role, dimension, pattern)).or_default() += 1;
                for &question in answered {
                    *sums.entry((role, question, pattern)).or_default() += given[question].unwrap_or(0) as f64 / 10.0;
                }
            }
        }
    }
    for ((role, question, pattern), sum) in sums {
        let people = known.patterns[&(role, dimension_of(question), pattern)];
        known.means.insert((role, question, pattern), sum / f64::from(people));
    }
    known
}

pub(super) fn dimension_of(question: usize) -> usize {
    DIMENSIONS.iter().position(|(_, questions)| questions.contains(&question)).expect("a dimension")
}

/// The questions of a dimension that a role is asked.
pub(super) fn asked(dimension: usize, role: usize) -> Vec<usize> {
    let asked = |question: &&usize| QUESTIONS[**question].1.contains(&role);
    DIMENSIONS[dimension].1.iter().filter(asked).copied().collect()
}
