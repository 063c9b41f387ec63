//! Texts of which a number sign made a comment of the rest.

use super::places::entries;
use crate::diagnostics::{Diagnostics, TextFinding};
use crate::yaml::Node;

/// Checks one text in all its languages.
pub(super) fn check(text: &Node, out: &mut Diagnostics) {
    let in_languages = entries(text).iter().map(|entry| &entry.value);
    for comment in std::iter::once(text).chain(in_languages).filter_map(|words| words.scalar()?.comment) {
        out.add(comment, TextFinding::CutOff);
    }
}
