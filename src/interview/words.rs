//! Answers and options in words.

use super::{Interview, Label};
use crate::language::{Language, cli, interview, number};
use crate::questionnaire::{Kind, Part};
use crate::responses::{Answer, FIRST_OPTION};

impl Label<'_> {
    /// The words, in the language of the tag where they are the questionnaire's.
    pub fn words(self, l: Language, tag: &str) -> String {
        match self {
            Label::Text(text) => text.get(tag).to_owned(),
            Label::Yes => interview::yes(l).to_owned(),
            Label::No => interview::no(l).to_owned(),
            Label::Number(step) => number::given(l, step as f64),
        }
    }
}

impl Interview<'_> {
    /// An answer in words.
    pub fn answer_words(&self, column: usize, answer: &Answer, l: Language, tag: &str) -> String {
        let option = |index: usize| {
            let offered = self.offered(column).into_iter().find(|one| one.option == index);
            offered.map_or_else(String::new, |one| one.label.words(l, tag))
        };
        match (answer, &self.questionnaire.question_of(column).kind) {
            (Answer::DontKnow, _) => cli::dont_know(l).to_owned(),
            (Answer::NotApplicable { reason: None }, _) => cli::not_applicable(l).to_owned(),
            (Answer::NotApplicable { reason: Some(reason) }, _) => format!("{}: {reason}", cli::not_applicable(l)),
            (Answer::Text(text), _) => text.clone(),
            (Answer::Chosen(coded), Kind::Number { .. }) => number::given(l, f64::from_bits(coded.wide)),
            (Answer::Chosen(coded), Kind::Multiple { .. }) if coded.wide == 0 => cli::nothing_ticked(l).to_owned(),
            (Answer::Chosen(coded), Kind::Multiple { .. }) => {
                let ticked = (0..64).filter(|index| coded.wide >> index & 1 == 1);
                l.list(&ticked.map(option).collect::<Vec<_>>())
            }
            (Answer::Chosen(coded), _) => option(usize::from(coded.code.saturating_sub(FIRST_OPTION))),
        }
    }

    /// The question of a column in words, with its row or half.
    pub fn question_words(&self, column: usize, l: Language, tag: &str) -> String {
        let question = self.questionnaire.question_of(column);
        let ask = question.ask.get(tag);
        match (self.questionnaire.columns[column].part, &question.kind) {
            (Part::Row(row), Kind::Grid { rows, .. }) => format!("{ask} {}", rows[row].title.get(tag)),
            (Part::Paper, _) => format!("{ask} ({})", interview::on_paper(l)),
            (Part::Practice, _) => format!("{ask} ({})", interview::in_practice(l)),
            _ => ask.to_owned(),
        }
    }
}
