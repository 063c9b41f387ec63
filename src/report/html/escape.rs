//! Keeps text text in HTML and in a CSS string. Knows nothing of documents.

use crate::language::markup::escaped;
use crate::report::text::{clean, clean_part};
use std::fmt::Write;

/// `text` for an element or a quoted attribute.
pub(super) fn text(text: &str) -> String {
    escaped(&clean(text))
}

/// [`text`] for a part of a sentence: the spaces at its ends stay.
pub(super) fn part(text: &str) -> String {
    escaped(&clean_part(text))
}

/// `text` as a CSS string, quotes included. All but letters, digits and spaces are written as numbers, so that nothing
/// in it can end the string, the rule or the style element.
pub(super) fn css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for c in clean_part(text).chars() {
        if c.is_alphanumeric() || c == ' ' {
            string.push(c);
        } else {
            // The space belongs to the escape. Writing to a string cannot fail.
            let _ = write!(string, "\\{:x} ", u32::from(c));
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_of_markup_survives() {
        assert_eq!(text("<b title='x\"'>&\n"), "&lt;b title=&#39;x&quot;&#39;&gt;&amp;");
    }

    #[test]
    fn a_css_string_keeps_the_space_after_an_escape() {
        assert_eq!(css_string("zelf; ja "), "\"zelf\\3b  ja \"");
    }

    #[test]
    fn a_css_string_cannot_be_ended_from_inside() {
        assert_eq!(css_string("a\"</style>é"), "\"a\\22 \\3c \\2f style\\3e é\"");
    }
}
