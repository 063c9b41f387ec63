//! The questionnaires that ship with peil, embedded in the program.

use std::sync::OnceLock;

use super::read::Head;
use super::{Questionnaire, Text, parse};
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
pub static SHIPPED: [Shipped; 3] = [
    Shipped { id: "digitale-maturiteit", text: include_str!("../../questionnaires/digitale-maturiteit.yaml") },
    Shipped { id: "dienstverlening", text: include_str!("../../questionnaires/dienstverlening.yaml") },
    Shipped { id: "digitale-transformatie", text: include_str!("../../questionnaires/digitale-transformatie.yaml") },
];

/// What a list of questionnaires says of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// `id@version`
    pub reference: String,
    /// Its name.
    pub title: Text,
    /// How long answering takes one person.
    pub minutes: Option<u32>,
    /// How many questions there are.
    pub questions: usize,
}

impl Shipped {
    /// What a list says of it, without reading its questions: a list should be there at once. A test compares it with
    /// the whole.
    pub fn summary(&self) -> Option<Summary> {
        let (head, rest) = self.text.split_once("\nquestions:\n")?;
        let mut sources = Sources::new();
        let mut out = Diagnostics::new();
        let file = sources.add(self.id, head);
        let node = crate::yaml::parse(file, &sources, &mut out)?;
        let head = Head::read(&mut node.fields_of(&super::shape::QUESTIONNAIRE, &mut out)?, &mut out);
        let questions = rest.lines().take_while(|line| line.is_empty() || line.starts_with([' ', '#']));
        Some(Summary {
            reference: format!("{}@{}", head.id, head.version.0),
            title: head.title,
            minutes: head.minutes.map(|(minutes, _)| minutes),
            questions: questions.filter(|line| line.starts_with("  - id: ")).count(),
        })
    }
}

/// The shipped questionnaire with this id. A test reads them all, so that reading cannot fail here.
pub fn shipped(id: &str) -> Option<Questionnaire> {
    let shipped = SHIPPED.iter().find(|shipped| shipped.id == id)?;
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add(id, shipped.text);
    let node = crate::yaml::parse(file, &sources, &mut out)?;
    parse(&node, &mut out)
}

/// Whether peil has a questionnaire by its name and version itself, so that answers to it need nothing beside them.
pub fn is_shipped(questionnaire: &Questionnaire) -> bool {
    /// Each page asks twice, and reading a head takes as long as much of a page.
    static REFERENCES: [OnceLock<Option<String>>; SHIPPED.len()] = [const { OnceLock::new() }; SHIPPED.len()];
    let mut known = SHIPPED.iter().zip(&REFERENCES).filter(|(shipped, _)| shipped.id == questionnaire.id);
    known.any(|(shipped, reference)| {
        let reference = reference.get_or_init(|| shipped.summary().map(|summary| summary.reference));
        reference.as_ref() == Some(&questionnaire.reference())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_says_what_the_whole_questionnaire_says() {
        for one in SHIPPED {
            let whole = shipped(one.id).expect("ships with peil");
            let expected = Summary {
                reference: whole.reference(),
                title: whole.title,
                minutes: whole.minutes,
                questions: whole.questions.len(),
            };
            assert_eq!(one.summary(), Some(expected));
        }
    }

    #[test]
    fn every_shipped_questionnaire_reads_without_a_problem() {
        for shipped in SHIPPED {
            let mut sources = Sources::new();
            let mut out = Diagnostics::new();
            let file = sources.add(shipped.id, shipped.text);
            let read = crate::yaml::parse(file, &sources, &mut out).and_then(|node| parse(&node, &mut out));
            assert!(out.is_empty(), "{:?}", out.sorted());
            assert_eq!(read.map(|questionnaire| questionnaire.id).as_deref(), Some(shipped.id));
        }
    }
}
