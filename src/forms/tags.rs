//! The languages of a form: those of the questionnaire, and the regions for which some text differs.

use std::collections::BTreeSet;

use crate::language::Language;
use crate::questionnaire::{Kind, Questionnaire, Text};

/// The language that peil speaks beside texts in this one.
pub(in crate::forms) fn spoken(tag: &str) -> Language {
    tag.parse().unwrap_or(Language::En)
}

/// The language of a tag without its region.
pub(in crate::forms) fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The languages of a questionnaire, each followed by the regions for which some text differs.
pub(in crate::forms) fn tags(questionnaire: &Questionnaire) -> Vec<String> {
    let mut all: Vec<&Text> = vec![&questionnaire.title];
    all.extend(questionnaire.roles.iter().map(|role| &role.title));
    all.extend(questionnaire.dimensions.iter().map(|dimension| &dimension.title));
    for question in &questionnaire.questions {
        all.push(&question.ask);
        all.extend(&question.help);
        match &question.kind {
            Kind::Choice { choices, .. } | Kind::Multiple { choices } => all.extend(choices.iter().map(|c| &c.label)),
            Kind::Grid { rows, choices, .. } => {
                all.extend(choices.iter().map(|choice| &choice.label));
                all.extend(rows.iter().map(|row| &row.title));
            }
            Kind::Rating { .. } | Kind::YesNo | Kind::Number { .. } | Kind::Text => {}
        }
    }
    let used: BTreeSet<&str> = all.iter().flat_map(|text| text.iter().map(|(tag, _)| tag.as_str())).collect();
    let mut tags: Vec<String> = Vec::new();
    for language in &questionnaire.languages {
        let language = language.as_str();
        let regions = used.iter().copied().filter(|tag| primary(tag) == language);
        for tag in std::iter::once(language).chain(regions) {
            if !tags.iter().any(|known| known == tag) {
                tags.push(tag.to_owned());
            }
        }
    }
    tags
}
