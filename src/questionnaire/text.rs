//! Texts in several languages, and the tags that name the languages.

use crate::diagnostics::{Diagnostics, Form, ModelFinding, NameFinding};
use crate::yaml::{Node, Value};

/// A language tag such as `nl` or `nl-BE`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag(String);

impl Tag {
    /// Reads `nl` or `nl-BE`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Tag> {
        let (primary, region) = text
            .split_once('-')
            .map_or((text, None), |(primary, region)| (primary, Some(region)));
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
        Text {
            by_language: vec![(language, text.into())],
        }
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

/// Reads the list of languages.
pub(super) fn languages(node: &Node, out: &mut Diagnostics) -> Vec<Tag> {
    let items = node.some_items(out).unwrap_or_default();
    items
        .iter()
        .filter_map(|item| tag(item.text(out)?, item, out))
        .collect()
}

fn tag(text: &str, node: &Node, out: &mut Diagnostics) -> Option<Tag> {
    let tag = Tag::parse(text);
    if tag.is_none() {
        out.add(
            node.span,
            NameFinding::Malformed {
                form: Form::Language,
                found: text.to_owned(),
            },
        );
    }
    tag
}

/// Reads a text: a map from language to text, or a bare text when the questionnaire has one language only.
pub(super) fn text(node: &Node, languages: &[Tag], out: &mut Diagnostics) -> Option<Text> {
    if let ([only], Value::Scalar(_)) = (languages, &node.value) {
        return Some(Text::single(only.clone(), node.text(out)?));
    }
    let mut by_language = Vec::new();
    for entry in node.entries(out)? {
        let Some(tag) = Tag::parse(&entry.key.text) else {
            let found = entry.key.text.clone();
            out.add(
                entry.key.span,
                NameFinding::Malformed {
                    form: Form::Language,
                    found,
                },
            );
            continue;
        };
        let listed = languages
            .iter()
            .any(|known| *known == tag || known.as_str() == tag.primary());
        if !listed && !languages.is_empty() {
            out.add(entry.key.span, ModelFinding::UnlistedLanguage(tag.as_str().to_owned()));
        }
        if let Some(text) = entry.value.text(out) {
            by_language.push((tag, text.trim().to_owned()));
        } else {
            // Already reported at the value; not missing a second time.
            by_language.push((tag, String::new()));
        }
    }
    for language in languages {
        if !by_language.iter().any(|(tag, _)| tag == language) {
            out.add(node.span, ModelFinding::MissingText(language.as_str().to_owned()));
        }
    }
    Some(Text { by_language })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regional_text_falls_back_to_its_language_and_then_to_the_first() {
        let tag = |text| Tag::parse(text).expect("a tag");
        let text = Text {
            by_language: vec![(tag("nl"), "wethouder".into()), (tag("nl-BE"), "schepen".into())],
        };
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
