//! Answers that were promised to be gone by now. The day is given; this module knows no clock.

use std::path::Path;

use jiff::civil::Date;

use super::load::Input;
use super::wave::{Wave, date};
use crate::diagnostics::{BindingFinding, Diagnostics, KeptTooLong};
use crate::source::Sources;

/// Reports every answers file that was to be kept until a day before `today`. The day itself is still within it.
pub fn kept_too_long<'i>(
    inputs: impl IntoIterator<Item = &'i Input>,
    today: Date,
    sources: &Sources,
    out: &mut Diagnostics,
) {
    for input in inputs {
        let Input::Sheet(file, Some(node)) = input else { continue };
        let Some(field) = node.field("keep_until") else { continue };
        let until = field.scalar().and_then(|scalar| date(&scalar.text));
        let Some(until) = until.filter(|until| *until < today) else { continue };
        let path = sources.get(*file).path();
        let respondent = node.field("respondent").and_then(|respondent| respondent.field_text("id"));
        let kept = KeptTooLong {
            until: until.to_string(),
            today: today.to_string(),
            respondent: respondent.map(str::to_owned),
            council: node.field("council").and_then(|council| council.field_text("id")).map(str::to_owned),
            wave: node.field_text("wave").unwrap_or(Wave::NONE).to_owned(),
            folder: folder(path),
            path: path.to_owned(),
        };
        out.add(field.span, BindingFinding::KeptTooLong(Box::new(kept)));
    }
}

/// The folder that a file is in, as a command would name it.
fn folder(path: &str) -> String {
    match Path::new(path).parent().map(|folder| folder.display().to_string()) {
        Some(folder) if !folder.is_empty() => folder,
        _ => ".".to_owned(),
    }
}
