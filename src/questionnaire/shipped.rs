//! The questionnaires that ship with peil, embedded in the program.

use super::{Questionnaire, parse};
use crate::diagnostics::Diagnostics;
use crate::source::Sources;

/// A questionnaire inside the program.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// Its id.
    pub id: &'static str,
    /// Its file, as it stands in the repository.
    pub text: &'static str,
}

/// All of them, the main one first.
pub const SHIPPED: [Shipped; 3] = [
    Shipped { id: "digitale-maturiteit", text: include_str!("../../questionnaires/digitale-maturiteit.yaml") },
    Shipped { id: "dienstverlening", text: include_str!("../../questionnaires/dienstverlening.yaml") },
    Shipped { id: "digitale-transformatie", text: include_str!("../../questionnaires/digitale-transformatie.yaml") },
];

/// The shipped questionnaire with this id. A test reads them all, so that reading cannot fail here.
pub fn shipped(id: &str) -> Option<Questionnaire> {
    let shipped = SHIPPED.iter().find(|shipped| shipped.id == id)?;
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add(id, shipped.text);
    let node = crate::yaml::parse(file, &sources, &mut out)?;
    parse(&node, &mut out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_questionnaire_reads_without_a_problem() {
        for shipped in SHIPPED {
            let mut sources = Sources::new();
            let mut out = Diagnostics::new();
            let file = sources.add(shipped.id, shipped.text);
            let read = crate::yaml::parse(file, &sources, &mut out).and_then(|node| parse(&node, &mut out));
            let style =
                crate::diagnostics::human::Style { language: crate::language::Language::En, colour: false, width: 120 };
            assert!(out.is_empty(), "{}", crate::diagnostics::human::render(&out.sorted(), &sources, style, 20));
            assert_eq!(read.map(|questionnaire| questionnaire.id).as_deref(), Some(shipped.id));
        }
    }
}
