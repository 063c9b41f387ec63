//! The councils: invented names and what is peculiar about each. Knows nothing of questionnaires.

use super::table::CLASS;

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

/// All of them. The first has the most respondents, the seventh is split, the tenth has a single respondent. Five people
/// answered in the twenty-fourth, and then agreed on answers together. The seventeenth and the last became the ninth.
pub(super) const COUNCILS: [Council; 25] = [
    Council::new("Veldermonde", Groot, 0.65, [31, 32]).changing(0.01),
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
    Council::new("Bollenschote", Klein, 0.44, [6, 5]).changing(-0.01),
    Council::new("Lijsterhoven", Klein, 0.36, [7, 0]),
];

/// The one whose people also agreed on answers together, in the second wave.
pub(super) const CONSENSUS: usize = 23;

/// The one that others became between the waves, and those.
pub(super) const MERGED: (usize, [usize; 2]) = (8, [16, 24]);

/// The one that is not to be named beside others.
const UNNAMED: usize = 19;

/// The register of all of them: what is known of a council and does not depend on its answers.
pub(super) fn register() -> String {
    let (whole, parts) = MERGED;
    let row = |(place, council): (usize, &Council)| {
        let (mut from, mut to, mut successor) = ("", "", String::new());
        let mut population = population(place);
        if parts.contains(&place) {
            (to, successor) = ("2025-12-31", id(whole));
        } else if place == whole {
            from = "2026-01-01";
            population = parts.iter().map(|&part| self::population(part)).sum();
        }
        let consent = if place == UNNAMED { "no" } else { "yes" };
        // A semicolon: one of the names holds a comma.
        format!(
            "{};{};{};{population};{consent};{from};{to};{successor}\n",
            id(place),
            council.name,
            council.class.word()
        )
    };
    let header = format!("council;name;{CLASS};population;consent;valid_from;valid_to;successor\n");
    header + &COUNCILS.iter().enumerate().map(row).collect::<String>()
}

/// How many people live there: within the class, no two the same.
fn population(place: usize) -> usize {
    match COUNCILS[place].class {
        Klein => 6_400 + 310 * place,
        Midden => 18_200 + 540 * place,
        Groot => 47_300 + 1_130 * place,
    }
}
