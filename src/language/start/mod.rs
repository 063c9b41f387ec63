//! What `peil new` writes: a small questionnaire whose comments teach, and answers to it.
//!
//! A line whose comment opens with `#nl` or `#en`, or that ends so, is there in that language only; all else is the same in
//! every language, so that two people who start in different languages have the same questionnaire.

use super::Language;

/// A file to start from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartFile {
    /// Its folder in the new one; empty for that one itself.
    pub folder: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What is in it.
    pub text: String,
}

/// The name of the folder that is made when none is given.
pub fn folder(l: Language) -> &'static str {
    l.pick("mijn-vragenlijst", "my-questionnaire")
}

/// The name of the questionnaire in it.
pub fn questionnaire(l: Language) -> &'static str {
    l.pick("vragenlijst.yaml", "questionnaire.yaml")
}

/// The name of the folder of the answers in it.
pub fn answers(l: Language) -> &'static str {
    l.pick("antwoorden", "answers")
}

/// The questionnaire and the answers.
pub fn files(l: Language) -> Vec<StartFile> {
    let whole = [("", questionnaire(l), include_str!("questionnaire.yaml"))];
    let sheets = [
        (answers(l), "r-1.yaml", include_str!("r-1.yaml")),
        (answers(l), "r-2.yaml", include_str!("r-2.yaml")),
        (answers(l), "r-3.yaml", include_str!("r-3.yaml")),
    ];
    let file = |(folder, name, text)| StartFile { folder, name, text: in_language(l, text) };
    whole.into_iter().chain(sheets).map(file).collect()
}

/// The text with the comments of one language.
fn in_language(l: Language, text: &str) -> String {
    let (own, other) = l.pick(("#nl", "#en"), ("#en", "#nl"));
    let of_other = |line: &&str| line.trim_start().starts_with(other) || line.ends_with(other);
    let line = |line: &str| match line.strip_suffix(own) {
        Some(value) => value.trim_end().to_owned(),
        None => line.replacen(own, "#", 1),
    };
    text.lines().filter(|line| !of_other(line)).map(|one| line(one) + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_there_in_its_own_language_only() {
        let text = "a: 1\n  #nl Noot.\n  #en Note.\n# both\nb: een #nl\nb: one #en\n";
        assert_eq!(in_language(Language::Nl, text), "a: 1\n  # Noot.\n# both\nb: een\n");
        assert_eq!(in_language(Language::En, text), "a: 1\n  # Note.\n# both\nb: one\n");
    }
}
