//! Forms that cannot be written.

use super::{Sentence, sentence};
use crate::language::Language;
use crate::language::findings::Known;

/// An output file whose extension is not that of a form.
pub fn which_form(l: Language, path: &str, extensions: &[String]) -> Sentence {
    let list = l.either(extensions);
    sentence(
        l.pick(
            format!("aan `{path}` is niet te zien welk formulier u wilt"),
            format!("`{path}` does not tell which form you want"),
        ),
        l.pick(format!("gebruik {list}"), format!("use {list}")),
    )
}

/// A role that the questionnaire does not have; `near` is the id of one that it has.
pub fn no_role(l: Language, text: &str, near: Option<&String>, known: &Known) -> Sentence {
    sentence(
        l.pick(format!("de vragenlijst kent geen rol `{text}`"), format!("the questionnaire has no role `{text}`")),
        known.choose(l, near),
    )
}

/// A quick scan or a role that leaves no question.
pub fn form_without_questions(l: Language) -> Sentence {
    l.pick(
        sentence("met deze keuze blijft er geen vraag over", "laat --quick of --role weg"),
        sentence("this choice leaves no question", "leave out --quick or --role"),
    )
}
