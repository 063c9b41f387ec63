//! With whom a council is compared: those of its classes, or where they are too few, of fewer classes.

use super::audience::Withheld;
use super::batch::Batch;
use super::circle::Circle;
use super::spread::{Measure, Quarter, Spread};

/// The peers of a group, and how they were found.
#[derive(Clone, Debug, Default)]
pub struct Peers<'b> {
    /// `None` where a class is asked for that it does not have.
    circle: Option<&'b Circle>,
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

impl<'b> Peers<'b> {
    /// The groups with a score, itself among them if it has one, in the order of the registry.
    pub fn groups(&self) -> &'b [usize] {
        self.circle.map(Circle::groups).unwrap_or_default()
    }
}

impl Batch<'_> {
    /// The peers of a group that share its class in a column. Where several columns are taken together in it and fewer
    /// peers have a score than may be shown, the last column is given up, then the one before it, and in the end the
    /// first. One column by itself is never given up: whoever asks for it wants that class or none.
    pub fn widened(&self, group: usize, within: Option<usize>) -> Peers<'_> {
        let registry = &self.responses().registry;
        let parts = within.map(|column| registry.class_parts(column)).unwrap_or_default();
        if parts.len() < 2 {
            return Peers { circle: self.circle(group, within), within, passed: Vec::new() };
        }
        let mut passed = Vec::new();
        for column in (1..=parts.len()).rev().filter_map(|count| registry.joined(&parts[..count])) {
            let peers = Peers { circle: self.circle(group, Some(column)), within: Some(column), passed };
            let found = peers.groups().len();
            if self.councils_shown(found).is_ok() {
                return peers;
            }
            passed = peers.passed;
            passed.push(Passed { column, found });
        }
        Peers { circle: self.circle(group, None), within: None, passed }
    }

    /// How one measure lies among the peers of a group.
    ///
    /// # Errors
    /// [`Withheld`] when too few of them have a score to be shown together.
    pub fn spread_among(&self, peers: &Peers<'_>, measure: Measure) -> Result<Spread, Withheld> {
        peers.circle.map_or_else(|| self.spread(&[], measure), |circle| self.spread_of(circle, measure))
    }

    /// The quarter of its peers that a group is in, itself among them. `None` in neither, and without a score.
    pub fn quarter(&self, group: usize, peers: &Peers<'_>) -> Option<Quarter> {
        let (below, equal) = peers.circle?.below_and_equal(self.tally().comparable(group)?);
        let all = peers.groups().len();
        Quarter::of(all - below, below + equal, all)
    }
}
