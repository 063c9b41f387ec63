//! A part of what a group answered: some of its roles, and of each of them the cells in which it counts. It knows nothing
//! of why the others are left out.

use super::tally::Tally;

/// Some roles, each in all cells but those that are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleCells<'a> {
    /// The roles by index, in order.
    pub roles: &'a [usize],
    /// A role and a cell in which it does not count, in order.
    pub without: &'a [(usize, usize)],
}

impl<'a> RoleCells<'a> {
    /// Some roles in every cell.
    pub fn everywhere(roles: &'a [usize]) -> RoleCells<'a> {
        RoleCells { roles, without: &[] }
    }

    /// Whether a role counts in a cell.
    pub fn counts(self, role: usize, cell: usize) -> bool {
        self.roles.contains(&role) && self.without.binary_search(&(role, cell)).is_err()
    }

    /// The cells in which a role does not count.
    pub(super) fn without_of(self, role: usize) -> impl Iterator<Item = usize> + 'a {
        self.without.iter().filter(move |(other, _)| *other == role).map(|&(_, cell)| cell)
    }
}

/// The scores of a part of a group, on the scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartScores {
    /// The whole.
    pub overall: Option<f64>,
    /// Every dimension, in the order of the questionnaire.
    pub dimensions: Vec<Option<f64>>,
}

impl Tally {
    /// Respondents of one role of a group with a score in a cell.
    pub fn scored(&self, group: usize, role: usize, cell: usize) -> u32 {
        self.sums(group, role, cell).scored
    }

    /// Whether a role has a score in the same cells of two groups.
    pub fn has_the_same_scored(&self, one: usize, other: usize, role: usize) -> bool {
        let row = |group: usize| {
            let (part, group, role) = self.at(group, role)?;
            part.row(group, role)
        };
        match (row(one), row(other)) {
            (Some(one), Some(other)) => one.cells().zip(other.cells()).all(|(a, b)| (a.scored > 0) == (b.scored > 0)),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}
