//! What the pages hold back: made-up answers, and what an attacker would like to know of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The cells with their questions, by index in [`QUESTIONS`].
pub(super) const CELLS: [&[usize]; 3] = [&[0, 1], &[2], &[3]];
/// What is asked, and the roles it is asked of: the second and the last not of mayors.
pub(super) const QUESTIONS: [(&str, &[usize]); 4] = [
    ("Ask1", &[0, 1, 2, 3, 4, 5]),
    ("Ask4", &[0, 1, 2, 4, 5]),
    ("Ask2", &[0, 1, 2, 3, 4, 5]),
    ("Ask3", &[0, 1, 2, 4, 5]),
];
pub(super) const ROLES: [&str; 6] = ["ict", "unit", "chief", "mayor", "board", "staff"];
pub(super) const WAVES: [&str; 3] = ["2022", "2024", "2026"];
/// Two councils that became one after the second wave.
pub(super) const MERGED: ([&str; 2], &str) = (["m0", "m1"], "s0");
/// One in which three people of a role answer everything, and these roles in each wave: what it has in common with the
/// wave before and with the one after differs by one role.
const IN_PARTS: (&str, [&[usize]; 3]) = ("c8", [&[0, 1], &[0, 1, 2, 4, 5], &[0, 1, 2]]);
/// The share of the inhabitants that each of them brought.
pub(super) const SHARES: [f64; 2] = [0.25, 0.75];

/// One wave of one council.
#[derive(Clone, Debug, Default)]
pub(super) struct Wave {
    /// How many of each role took part.
    pub(super) counts: [u32; ROLES.len()],
    /// By role, and by which of the questions of a cell they answered, as bits of the questions, how many did so.
    pub(super) patterns: BTreeMap<(usize, usize, u8), u32>,
    /// The mean of the answers of those to a question.
    pub(super) means: BTreeMap<(usize, usize, u8), f64>,
}

/// The waves by council.
pub(super) type Truth = BTreeMap<(String, &'static str), Wave>;

/// How the cells stand in dimensions.
pub(super) struct Shape {
    /// The axes, and where each cell stands on them, as a questionnaire says it.
    pub(super) axes: &'static str,
    pub(super) at: [&'static str; CELLS.len()],
    /// The dimensions with their cells.
    pub(super) dimensions: &'static [(&'static str, &'static [usize])],
}

/// One axis.
pub(super) const LINE: Shape = Shape {
    axes: "axes: [{id: theme, title: Theme, dimensions: [{id: alpha, title: Alpha}, {id: beta, title: Beta}, \
           {id: gamma, title: Gamma}]}]",
    at: ["theme: alpha", "theme: beta", "theme: gamma"],
    dimensions: &[("Alpha", &[0]), ("Beta", &[1]), ("Gamma", &[2])],
};
/// Two, with nothing in one of the four corners: from two dimensions a cell of one of them can be worked out.
pub(super) const GRID: Shape = Shape {
    axes: "axes: [{id: row, title: Row, dimensions: [{id: upper, title: Upper}, {id: lower, title: Lower}]}, \
           {id: column, title: Column, dimensions: [{id: left, title: Left}, {id: right, title: Right}]}]",
    at: ["row: upper, column: left", "row: upper, column: right", "row: lower, column: left"],
    dimensions: &[("Upper", &[0, 1]), ("Lower", &[2]), ("Left", &[0, 2]), ("Right", &[1])],
};

impl Shape {
    /// The cells of a dimension, of the whole, or of `one×other`; none of any other name.
    pub(super) fn cells(&self, name: &str) -> Option<Vec<usize>> {
        if name == "Overall" {
            return Some((0..CELLS.len()).collect());
        }
        let of = |name: &str| self.dimensions.iter().find(|one| one.0 == name).map(|one| one.1);
        let parts = name.split('×').map(of).collect::<Option<Vec<&[usize]>>>()?;
        Some((0..CELLS.len()).filter(|cell| parts.iter().all(|cells| cells.contains(cell))).collect())
    }

    /// Whether every dimension is a cell, so that the whole is the mean of all of them.
    pub(super) fn is_line(&self) -> bool {
        self.dimensions.iter().all(|one| one.1.len() == 1)
    }
}

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
        (0..9).flat_map(|council| WAVES.map(|wave| (format!("c{council}"), wave))).collect();
    let merged = MERGED.0.into_iter().flat_map(|council| [0, 1].map(|wave| (council.to_owned(), WAVES[wave])));
    for (council, wave) in both.into_iter().chain(merged).chain([(MERGED.1.to_owned(), WAVES[2])]) {
        let known = one(&mut throws, &mut table, (&council, wave), !seed.is_multiple_of(2));
        truth.insert((council, wave), known);
    }
    (table, truth)
}

/// How many there are of a role. Those that became one have large roles, so that they are compared; the first alone may
/// have a mayor, whom the comparison could tell apart.
fn people(throws: &mut Throws, (council, wave): (&str, &str), role: usize, with_mayor: bool) -> u32 {
    if council == IN_PARTS.0 {
        let roles = WAVES.iter().zip(IN_PARTS.1).find(|(one, _)| **one == wave).expect("a wave").1;
        return if roles.contains(&role) { 3 } else { 0 };
    }
    if ["board", "staff"].contains(&ROLES[role]) {
        return 0;
    }
    let count = [0, 1, 1, 2, 4, 5, 6, 9][throws.throw(8) as usize];
    let of_merger = council == MERGED.1 || MERGED.0.contains(&council);
    match ROLES[role] {
        "mayor" if of_merger => u32::from(council == MERGED.0[0] && with_mayor),
        _ if of_merger => count + 12,
        _ => count,
    }
}

fn one(throws: &mut Throws, table: &mut String, (council, wave): (&str, &str), with_mayor: bool) -> Wave {
    let mut known = Wave::default();
    let (size, province) = classes(council);
    let mut sums: BTreeMap<(usize, usize, u8), f64> = BTreeMap::new();
    for (role, id) in ROLES.iter().enumerate() {
        let count = people(throws, (council, wave), role, with_mayor);
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
                    let knows = throws.throw(5) > 0 || council == IN_PARTS.0;
                    (asked.contains(&role) && knows).then_some(answer)
                })
                .collect();
            write!(table, "{council},{wave},{id},{size},{province}").expect("a text");
            for (given, (_, asked)) in given.iter().zip(QUESTIONS) {
                let unknown = if asked.contains(&role) { "?" } else { "" };
                write!(table, ",{}", given.map_or(unknown.to_owned(), |answer| answer.to_string())).expect("a text");
            }
            table.push('\n');
            for (cell, questions) in CELLS.iter().enumerate() {
                let answered = questions.iter().filter(|&&question| given[question].is_some());
                let pattern = answered.clone().fold(0, |bits, question| bits | 1 << question);
                *known.patterns.entry((role, cell, pattern)).or_default() += 1;
                for &question in answered {
                    *sums.entry((role, question, pattern)).or_default() += given[question].unwrap_or(0) as f64 / 10.0;
                }
            }
        }
    }
    for ((role, question, pattern), sum) in sums {
        let people = known.patterns[&(role, cell_of(question), pattern)];
        known.means.insert((role, question, pattern), sum / f64::from(people));
    }
    known
}

pub(super) fn cell_of(question: usize) -> usize {
    CELLS.iter().position(|questions| questions.contains(&question)).expect("a cell")
}

/// The questions of a cell that a role is asked.
pub(super) fn asked(cell: usize, role: usize) -> Vec<usize> {
    let asked = |question: &&usize| QUESTIONS[**question].1.contains(&role);
    CELLS[cell].iter().filter(asked).copied().collect()
}
