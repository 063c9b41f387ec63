//! Keeps text text: in an element, in a quoted attribute, and in the data of the page.

use serde_json::Value;

use crate::forms::clean::clean;
use crate::language::markup::escaped;

/// `text` for an element or a quoted attribute.
pub(super) fn html(text: &str) -> String {
    escaped(&clean(text))
}

/// Data for a script element: nothing in it can end the element or open a comment.
pub(super) fn data(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_leave_its_element() {
        assert_eq!(html("</p>\"'&\u{202e}\u{7}"), "&lt;/p&gt;&quot;&#39;&amp;");
    }

    #[test]
    fn data_cannot_end_their_script_and_read_back_the_same() {
        let value = serde_json::json!({"a": "</script><!-- & \u{2028}"});
        let written = data(&value);
        assert!(!written.contains(['<', '>', '&']), "{written}");
        assert_eq!(serde_json::from_str::<Value>(&written).expect("JSON"), value);
    }
}
