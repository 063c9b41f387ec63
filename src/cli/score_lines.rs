//! Scores as JSON lines: how a line is written, and not what stands in it. Unknown is null.

use super::score_file::{Lines, Sheet};

/// Lines of JSON.
#[derive(Default)]
pub(crate) struct JsonLine {
    bytes: Vec<u8>,
    /// Whether a line has begun.
    begun: bool,
}

impl JsonLine {
    fn key(&mut self, name: &str) {
        self.before();
        text(&mut self.bytes, name);
        self.bytes.push(b':');
    }

    fn before(&mut self) {
        self.bytes.push(if self.begun { b',' } else { b'{' });
        self.begun = true;
    }

    fn value(&mut self, value: Option<f64>) {
        match value {
            Some(value) => self.bytes.extend_from_slice(zmij::Buffer::new().format_finite(value).as_bytes()),
            None => self.bytes.extend_from_slice(b"null"),
        }
    }
}

impl Sheet for JsonLine {
    fn text(&mut self, name: &str, value: Option<&str>) {
        self.key(name);
        match value {
            Some(value) => text(&mut self.bytes, value),
            None => self.bytes.extend_from_slice(b"null"),
        }
    }

    fn number(&mut self, name: &str, value: Option<f64>) {
        self.key(name);
        self.value(value);
    }

    /// Without making up a name that is not written; ids of dimensions need no escapes.
    fn coverage(&mut self, dimension: &str, value: Option<f64>) {
        self.before();
        self.bytes.extend_from_slice(b"\"coverage_");
        self.bytes.extend_from_slice(dimension.as_bytes());
        self.bytes.extend_from_slice(b"\":");
        self.value(value);
    }

    fn count(&mut self, name: &str, value: Option<i64>) {
        self.key(name);
        match value {
            Some(value) => self.bytes.extend_from_slice(itoa::Buffer::new().format(value).as_bytes()),
            None => self.bytes.extend_from_slice(b"null"),
        }
    }
}

impl Lines for JsonLine {
    fn end(&mut self) {
        self.bytes.extend_from_slice(b"}\n");
        self.begun = false;
    }

    fn take(&mut self, mut room: Vec<u8>) -> Vec<u8> {
        room.clear();
        std::mem::replace(&mut self.bytes, room)
    }
}

/// A text in quotes, with escapes where it has to have them.
fn text(bytes: &mut Vec<u8>, text: &str) {
    bytes.push(b'"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..b' ')) {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        match rest.as_bytes()[at] {
            byte @ (b'"' | b'\\') => bytes.extend_from_slice(&[b'\\', byte]),
            byte => bytes.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
        }
        rest = &rest[at + 1..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_reads_back_as_it_was() {
        for written in ["", "Halle", "a\"b\\c\nd\te\u{1}é😀", "\"", "\\\\"] {
            let mut bytes = Vec::new();
            text(&mut bytes, written);
            assert_eq!(serde_json::from_slice::<String>(&bytes).expect("JSON"), written);
        }
    }

    #[test]
    fn what_is_unknown_is_null() {
        let mut lines = JsonLine::default();
        lines.text("council", Some("41048"));
        lines.text("stage", None);
        lines.number("overall", None);
        lines.count("rank", None);
        lines.end();
        lines.number("overall", Some(2.0));
        lines.coverage("delen", Some(0.5));
        lines.end();
        let expected = "{\"council\":\"41048\",\"stage\":null,\"overall\":null,\"rank\":null}\n\
                        {\"overall\":2.0,\"coverage_delen\":0.5}\n";
        assert_eq!(String::from_utf8(lines.take(Vec::new())).expect("UTF-8"), expected);
    }
}
