//! With whom a council is compared: those of its classes, or where they are too few, of fewer classes.

use super::batch::Batch;

/// The peers of a group, and how they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Peers {
    /// The groups with a score, itself among them if it has one, in the order of the registry.
    pub groups: Vec<usize>,
    /// The column of the class that they share; of several taken together, one that holds these. None where all of the
    /// wave are peers.
    pub within: Option<usize>,
    /// The steps that held too few, the narrowest first.
    pub passed: Vec<Passed>,
}

/// A class in which there were too few peers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passed {
    /// The column of that class; of several taken together, the one that holds these.
    pub column: usize,
    /// How many peers with a score there were; none where the class of the council itself is not known.
    pub found: usize,
}

impl Batch<'_> {
    /// The peers of a group that share its class in a column. Where several columns are taken together in it and fewer
    /// peers have a score than may be shown, the last column is given up, then the one before it, and in the end the
    /// first. One column by itself is never given up: whoever asks for it wants that class or none.
    pub fn widened(&self, group: usize, within: Option<usize>) -> Peers {
        let registry = &self.responses().registry;
        let parts = within.map(|column| registry.class_parts(column)).unwrap_or_default();
        if parts.len() < 2 {
            return Peers { groups: self.peers(group, within), within, passed: Vec::new() };
        }
        let mut passed = Vec::new();
        for column in (1..=parts.len()).rev().filter_map(|count| registry.joined(&parts[..count])) {
            let groups = self.peers(group, Some(column));
            if self.councils_shown(groups.len()).is_ok() {
                return Peers { groups, within: Some(column), passed };
            }
            passed.push(Passed { column, found: groups.len() });
        }
        Peers { groups: self.peers(group, None), within: None, passed }
    }
}
