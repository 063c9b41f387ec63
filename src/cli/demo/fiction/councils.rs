//! The councils: invented names and what is peculiar about each. Knows nothing of questionnaires.

/// One council.
pub(super) struct Council {
    /// A name that no municipality bears; some are there to be difficult.
    pub(super) name: &'static str,
    /// Its class by population.
    pub(super) class: Class,
    /// Where it stands in the second wave, as a share of the scale.
    pub(super) level: f64,
    /// What changed since the first wave, as a share of the scale.
    pub(super) change: f64,
    /// Respondents per wave; none where the council did not take part.
    pub(super) respondents: [usize; 2],
    /// Whether half of its people see the opposite of the other half on one theme.
    pub(super) split: bool,
}

/// A class by population.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Klein,
    Midden,
    Groot,
}

impl Class {
    /// The word in tables.
    pub(super) fn word(self) -> &'static str {
        match self {
            Class::Klein => "klein",
            Class::Midden => "midden",
            Class::Groot => "groot",
        }
    }
}

impl Council {
    const fn new(name: &'static str, class: Class, level: f64, respondents: [usize; 2]) -> Council {
        Council { name, class, level, change: 0.0, respondents, split: false }
    }

    const fn changing(mut self, change: f64) -> Council {
        self.change = change;
        self
    }

    const fn split(mut self) -> Council {
        self.split = true;
        self
    }
}

/// The code of the council at this place: nothing that a real register could hold.
pub(super) fn id(place: usize) -> String {
    format!("demo-{:02}", place + 1)
}

use Class::{Groot, Klein, Midden};

/// All of them. The first has the most respondents, the seventh is split, the tenth has a single respondent.
pub(super) const COUNCILS: [Council; 24] = [
    Council::new("Veldermonde", Groot, 0.65, [23, 24]).changing(0.01),
    Council::new("Crèvemeer", Klein, 0.27, [6, 7]),
    Council::new("'s-Wolvenkapelle", Klein, 0.36, [6, 6]),
    Council::new("IJmerveen", Midden, 0.52, [8, 8]).changing(0.01),
    Council::new("Halderveen (W.)", Klein, 0.22, [6, 6]),
    Council::new("Graveloo, Tessemeer en Drie Wateringen aan de Lange Vliet", Midden, 0.45, [9, 10]),
    Council::new("Zwaanderbeke", Midden, 0.5, [8, 8]).split(),
    Council::new("Torrevoorde", Groot, 0.84, [12, 12]).changing(0.01),
    Council::new("Dunnemeer", Klein, 0.42, [0, 7]),
    Council::new("Sint-Odrik", Klein, 0.33, [1, 1]),
    Council::new("Wisselrode", Groot, 0.6, [10, 9]).changing(-0.01),
    Council::new("Coëvelde", Midden, 0.56, [9, 10]).changing(0.18),
    Council::new("'s-Hertogenmeer", Groot, 0.72, [12, 11]),
    Council::new("Brasterwold", Klein, 0.48, [7, 6]).changing(0.02),
    Council::new("Ankermonde", Groot, 0.58, [11, 12]).changing(-0.01),
    Council::new("Wulverdam", Midden, 0.38, [8, 8]),
    Council::new("Hengstvoorde", Klein, 0.3, [6, 0]),
    Council::new("Steltenisse", Midden, 0.46, [9, 8]).changing(-0.15),
    Council::new("Turfwerve", Klein, 0.34, [6, 6]).changing(0.01),
    Council::new("Polderneme", Midden, 0.5, [8, 9]).changing(-0.01),
    Council::new("Eikenzele", Groot, 0.68, [0, 10]),
    Council::new("Vlassengem", Klein, 0.39, [7, 7]).changing(0.02),
    Council::new("Rietsluizen", Midden, 0.57, [9, 9]),
    Council::new("Bollenschote", Klein, 0.44, [6, 6]).changing(-0.01),
];
