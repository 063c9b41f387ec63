//! What lies at an end: all that share it by name, or how many they are.

use super::Language;
use std::fmt;

/// More than these are counted instead of named: a first few would stand there as if the others lay elsewhere.
const NAMED: usize = 3;

/// What can share an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Dimensions.
    Dimensions,
    /// Cells of the grid.
    Cells,
    /// Councils.
    Councils,
    /// Roles of one council.
    Roles,
    /// Rows of a chart.
    Rows,
}

/// All that share an end, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    count: usize,
    words: String,
}

impl Sharing {
    /// "Plan en Geld", "4 dimensies".
    pub fn new(l: Language, kind: Kind, names: &[String]) -> Sharing {
        let (one, many) = match kind {
            Kind::Dimensions => (l.pick("dimensie", "dimension"), l.pick("dimensies", "dimensions")),
            Kind::Cells => (l.pick("vak", "cell"), l.pick("vakken", "cells")),
            Kind::Councils => (l.pick("bestuur", "council"), l.pick("besturen", "councils")),
            Kind::Roles => (l.pick("rol", "role"), l.pick("rollen", "roles")),
            Kind::Rows => (l.pick("rij", "row"), l.pick("rijen", "rows")),
        };
        let words = if names.len() > NAMED { l.counted(names.len(), one, many) } else { l.list(names) };
        Sharing { count: names.len(), words }
    }

    /// The form of the verb that goes with it.
    pub fn verb<'a>(&self, l: Language, one: &'a str, many: &'a str) -> &'a str {
        l.plural(self.count, one, many)
    }
}

impl fmt::Display for Sharing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

/// Behind what was singled out: what has a score, on too few answers to be named so itself.
pub fn on_few_answers(l: Language, parts: &Sharing) -> String {
    l.pick(
        format!("{parts} {} hier niet mee: te weinig antwoorden.", parts.verb(l, "telt", "tellen")),
        format!("{parts} {} left out here: too few answers.", parts.verb(l, "is", "are")),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_to_three_are_named_and_more_are_counted() {
        let names = ["Plan", "Geld", "Mensen", "Steun"].map(String::from);
        let said = |l, kind, count| Sharing::new(l, kind, &names[..count]).to_string();
        assert_eq!(said(Language::Nl, Kind::Dimensions, 3), "Plan, Geld en Mensen");
        assert_eq!(said(Language::Nl, Kind::Cells, 4), "4 vakken");
        assert_eq!(said(Language::En, Kind::Councils, 4), "4 councils");
    }

    #[test]
    fn one_on_few_answers_is_singular() {
        let names = ["Plan", "Geld"].map(String::from);
        let said = |l, count| on_few_answers(l, &Sharing::new(l, Kind::Dimensions, &names[..count]));
        assert_eq!(said(Language::Nl, 1), "Plan telt hier niet mee: te weinig antwoorden.");
        assert_eq!(said(Language::Nl, 2), "Plan en Geld tellen hier niet mee: te weinig antwoorden.");
        assert_eq!(said(Language::En, 1), "Plan is left out here: too few answers.");
    }
}
