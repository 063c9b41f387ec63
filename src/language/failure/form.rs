//! Forms that cannot be written.

use super::{Sentence, sentence};
use crate::language::Language;

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

/// A role that the questionnaire does not have.
pub fn no_role(l: Language, id: &str, near: Option<&str>, known: &[String]) -> Sentence {
    let list = l.list(known);
    let help = match (near, known) {
        (Some(near), _) => l.pick(format!("bedoelde u `{near}`?"), format!("did you mean `{near}`?")),
        (None, []) => l.pick(
            "laat --role weg: deze vragenlijst kent geen rollen".to_owned(),
            "leave --role out: this questionnaire has no roles".to_owned(),
        ),
        (None, _) => l.pick(format!("dit zijn de rollen: {list}"), format!("these are the roles: {list}")),
    };
    sentence(
        l.pick(format!("de vragenlijst kent geen rol `{id}`"), format!("the questionnaire has no role `{id}`")),
        help,
    )
}

/// A quick scan or a role that leaves no question.
pub fn form_without_questions(l: Language) -> Sentence {
    l.pick(
        sentence("met deze keuze blijft er geen vraag over", "laat --quick of --role weg"),
        sentence("this choice leaves no question", "leave out --quick or --role"),
    )
}
