//! Texts in several languages, and the tags that name the languages.

use crate::diagnostics::{Diagnostics, FileFinding, Form, ModelFinding, NameFinding, ShapeFinding};
use crate::source::Span;
use crate::yaml::{Node, Value};

/// A language tag such as `nl` or `nl-BE`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag(String);

impl Tag {
    /// Reads `nl` or `nl-BE`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Tag> {
        let (primary, region) = text.split_once('-').map_or((text, None), |(primary, region)| (primary, Some(region)));
        let fits = (2..=3).contains(&primary.len())
            && primary.bytes().all(|byte| byte.is_ascii_lowercase())
            && region.is_none_or(|region| region.len() == 2 && region.bytes().all(|byte| byte.is_ascii_uppercase()));
        fits.then(|| Tag(text.to_owned()))
    }

    /// The tag as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without its region: `nl` of `nl-BE`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

/// One text in every language of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text {
    by_language: Vec<(Tag, String)>,
}

impl Text {
    /// A text in one language, for questionnaires that have no other.
    pub fn single(language: Tag, text: impl Into<String>) -> Text {
        Text { by_language: vec![(language, text.into())] }
    }

    /// The text for a tag such as `nl-BE`: its own, else that of `nl`, else the first there is.
    pub fn get(&self, tag: &str) -> &str {
        let find = |wanted: &str| self.by_language.iter().find(|(tag, _)| tag.as_str() == wanted);
        let primary = tag.split('-').next().unwrap_or_default();
        let found = find(tag).or_else(|| find(primary)).or_else(|| self.by_language.first());
        found.map_or("", |(_, text)| text)
    }

    /// Every language and its text, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&Tag, &str)> {
        self.by_language.iter().map(|(tag, text)| (tag, text.as_str()))
    }
}

/// The most languages a questionnaire may have: every text is looked for in each of them.
const MOST_LANGUAGES: usize = 64;

/// Reads the list of languages. One that is wrong is kept in some form, so that not every text in it is wrong too.
pub(super) fn languages(node: &Node, out: &mut Diagnostics) -> Vec<Tag> {
    let mut languages: Vec<Tag> = Vec::new();
    let items = node.items_up_to(MOST_LANGUAGES, out).unwrap_or_default();
    for item in items.iter().take(MOST_LANGUAGES) {
        let Some(text) = item.text(out) else {
            languages.push(Tag(String::new()));
            continue;
        };
        if Tag::parse(text).is_none() {
            malformed(text, item.span, out);
        }
        if languages.iter().any(|known| known.as_str() == text) {
            out.add(item.span, FileFinding::DuplicateKey(text.to_owned()));
        } else {
            languages.push(Tag(text.to_owned()));
        }
    }
    languages
}

fn malformed(text: &str, span: Span, out: &mut Diagnostics) {
    let finding = NameFinding::Malformed { form: Form::Language, found: text.to_owned() };
    out.add(span, finding);
}

/// Reads a text: a map from language to text, or a bare text when the questionnaire has one language only. Without
/// any language, which has been reported, both will do.
pub(super) fn text(node: &Node, languages: &[Tag], out: &mut Diagnostics) -> Option<Text> {
    match (languages, &node.value) {
        ([], Value::Map(_)) => return Some(Text::default()),
        ([], Value::Scalar(_)) => return node.text(out).map(|_| Text::default()),
        ([only], Value::Scalar(_)) => {
            return words(node, only, languages, out).map(|words| Text::single(only.clone(), words));
        }
        ([first, others @ ..], Value::Scalar(scalar)) if !scalar.is_nothing() => {
            if !is_doubtful(languages) {
                out.add(node.span, bare(&scalar.text, first, others));
            }
            return Some(Text::single(first.clone(), scalar.text.trim()));
        }
        _ => {}
    }
    let mut by_language: Vec<(Tag, String)> = Vec::new();
    let doubtful = is_doubtful(languages);
    let mut stray = false;
    // Whether a comma behind the entry before can have cut its words off, and whether one did.
    let (mut unquoted, mut cut) = (false, false);
    for entry in node.entries(out)? {
        let key = entry.key.text.as_str();
        let well_formed = Tag::parse(key);
        let primary = well_formed.as_ref().map_or(key, Tag::primary);
        let listed = languages.iter().any(|known| [key, primary].contains(&known.as_str()));
        let without_words = entry.value.is_nothing() && (well_formed.is_none() || entry.is_bare());
        if !listed && unquoted && without_words {
            if !std::mem::replace(&mut cut, true) {
                out.add(entry.key.span, ShapeFinding::CutText);
            }
            continue;
        }
        unquoted = entry.value.scalar().is_some_and(|scalar| !scalar.quoted);
        cut = false;
        if !listed {
            stray = true;
            match well_formed {
                Some(_) if doubtful => {}
                Some(_) => out.add_first(entry.key.span, ModelFinding::UnlistedLanguage(key.to_owned())),
                None => malformed(key, entry.key.span, out),
            }
        }
        let tag = Tag(key.to_owned());
        // One that is wrong has been reported at the value; it is not missing a second time.
        let words = words(&entry.value, &tag, languages, out).unwrap_or_default();
        by_language.push((tag, words));
    }
    for language in languages {
        // A stray language is most likely this one, misspelt.
        if !stray && !doubtful && !by_language.iter().any(|(tag, _)| tag == language) {
            out.add(node.span, missing(language, languages));
        }
    }
    Some(Text { by_language })
}

/// The finding for a text that is not there. Of the only language of a questionnaire nobody can do without it.
fn missing(language: &Tag, languages: &[Tag]) -> ModelFinding {
    if languages.len() > 1 { ModelFinding::MissingText(language.as_str().to_owned()) } else { ModelFinding::NoText }
}

/// Whether one of the list is wrong: then nothing can be said of what is missing or not listed.
fn is_doubtful(languages: &[Tag]) -> bool {
    languages.iter().any(|language| Tag::parse(language.as_str()).is_none())
}

/// The finding for a text that does not say its language, where there are several.
fn bare(text: &str, first: &Tag, others: &[Tag]) -> ModelFinding {
    /// Longer words are not repeated.
    const MOST_SHOWN: usize = 30;
    let is_shown = |text: &&str| (1..=MOST_SHOWN).contains(&text.chars().count()) && !text.contains(['"', '\\', '\n']);
    let words = Some(text.trim()).filter(is_shown);
    ModelFinding::BareText {
        words: words.map(str::to_owned),
        first: first.as_str().to_owned(),
        others: others.iter().map(|other| other.as_str().to_owned()).collect(),
    }
}

/// The words in one language; blanks only are no words.
fn words(node: &Node, language: &Tag, languages: &[Tag], out: &mut Diagnostics) -> Option<String> {
    let words = node.text(out)?.trim();
    if words.is_empty() {
        out.add(node.span, missing(language, languages));
        return None;
    }
    Some(words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_text_falls_back_to_its_language_and_then_to_the_first() {
        let tag = |text| Tag::parse(text).expect("a tag");
        let text = Text { by_language: vec![(tag("nl"), "wethouder".into()), (tag("nl-BE"), "schepen".into())] };
        assert_eq!(text.get("nl-BE"), "schepen");
        assert_eq!(text.get("nl-NL"), "wethouder");
        assert_eq!(text.get("fr"), "wethouder");
    }

    #[test]
    fn only_language_tags_are_tags() {
        assert!(Tag::parse("nl-BE").is_some());
        for text in ["NL", "nederlands", "nl_BE", "nl-be", ""] {
            assert!(Tag::parse(text).is_none(), "{text}");
        }
    }
}
