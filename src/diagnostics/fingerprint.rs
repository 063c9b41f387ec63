//! A mark by which a problem is known again in the next run, though lines above it came or went.
//!
//! It is made of the path, the code, the thing that the problem is about and the text at its place, never of the line:
//! for YAML the thing is the nearest id in the same block of the file, for a table it is the row. Where two problems
//! agree in all that, they are counted.

use std::collections::HashMap;

use super::Shown;
use crate::source::{FileId, SourceFile, Sources, Span};

/// No longer than this: a row or a text that someone forgot to close may be the rest of the file.
const LONGEST: usize = 400;

/// The fingerprints of one list, which come in its order.
pub(super) struct Fingerprints<'a> {
    sources: &'a Sources,
    /// How often each was given.
    given: HashMap<[u8; 16], usize>,
    ids: HashMap<FileId, Ids>,
}

impl<'a> Fingerprints<'a> {
    pub(super) fn new(sources: &'a Sources) -> Fingerprints<'a> {
        Fingerprints { sources, given: HashMap::new(), ids: HashMap::new() }
    }

    /// The fingerprint of a problem: 32 hexadecimal digits, unlike any other of the list.
    pub(super) fn next(&mut self, shown: &Shown<'_>) -> String {
        let span = shown.diagnostic.span;
        let source = self.sources.get(span.file);
        let thing = self.thing(source, span);
        let parts = [source.path(), shown.code().id(), &thing, brief(source.slice(span))];
        let plain = digest(&parts, 0);
        let count = self.given.entry(plain).or_default();
        *count += 1;
        let unlike = if *count == 1 { plain } else { digest(&parts, *count) };
        unlike.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn thing(&mut self, source: &SourceFile, span: Span) -> String {
        let text = source.text();
        let end = line_end(text, span.end as usize);
        if is_table(source.path()) {
            let start = text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
            return brief(&text[start..end]).to_owned();
        }
        self.ids.entry(span.file).or_insert_with(|| Ids::of(text)).before(end, text)
    }
}

fn digest(parts: &[&str], count: usize) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.update(&(count as u64).to_le_bytes());
    let mut first = [0; 16];
    first.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    first
}

fn is_table(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    ![".yaml", ".yml", ".json"].iter().any(|extension| lower.ends_with(extension))
}

/// The beginning of a text.
fn brief(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

/// Where the line ends that holds an offset, or a little further on in a line without end.
fn line_end(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    let rest = brief(&text[offset..]);
    offset + rest.find('\n').unwrap_or(rest.len())
}

/// The ids of a file and the fields of its first level, in order.
struct Ids(Vec<Mark>);

/// A stretch of the text.
#[derive(Clone, Copy)]
struct Mark {
    start: usize,
    end: usize,
    /// The field of the first level that an id stands under; `None` for such a field.
    block: Option<(usize, usize)>,
}

/// Whether a character belongs to the name of a field.
fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '-'
}

impl Ids {
    fn of(text: &str) -> Ids {
        let (mut marks, mut block) = (Vec::new(), (0, 0));
        let (mut at, mut line_start) = (0, true);
        for word in text.split_inclusive(|c| !is_of_name(c)) {
            let bare = word.trim_end_matches(|c| !is_of_name(c));
            let rest = &text[at + bare.len()..];
            let is_field = !bare.is_empty() && rest.trim_start_matches(['"', '\'']).starts_with(':');
            if is_field && line_start {
                block = (at, at + bare.len());
                marks.push(Mark { start: block.0, end: block.1, block: None });
            } else if is_field && bare == "id" {
                let value = rest.trim_start_matches(['"', '\'', ':', ' ']);
                let start = text.len() - value.len();
                let value = brief(value);
                let length = value.find([',', '}', '\n', '\r', '"', '\'', '#']).unwrap_or(value.len());
                marks.push(Mark { start, end: start + length, block: Some(block) });
            }
            line_start = word.ends_with('\n');
            at += word.len();
        }
        Ids(marks)
    }

    /// The last id before an offset, and the block it is in; an id of an earlier block does not count.
    fn before(&self, offset: usize, text: &str) -> String {
        let last = self.0.partition_point(|mark| mark.start < offset).checked_sub(1).map(|index| self.0[index]);
        let (block, id) = match last {
            None => ("", ""),
            Some(Mark { start, end, block: None }) => (&text[start..end], ""),
            Some(Mark { start, end, block: Some((from, to)) }) => (&text[from..to], text[start..end].trim()),
        };
        format!("{block}/{id}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thing(text: &str, at: &str) -> String {
        let offset = line_end(text, text.find(at).expect("a place"));
        Ids::of(text).before(offset, text)
    }

    #[test]
    fn a_place_belongs_to_the_nearest_id_of_its_own_block() {
        let text = "id: q\ntitle: x\nquestions:\n  - {at: here, id: \"a1\", ask: A}\n  - id: b-2 # note\n    ask: B\n\
                    tests:\n  - name: T\n";
        assert_eq!(thing(text, "title"), "title/");
        assert_eq!(thing(text, "here"), "questions/a1");
        assert_eq!(thing(text, "ask: B"), "questions/b-2");
        assert_eq!(thing(text, "T\n"), "tests/");
    }

    #[test]
    fn json_has_ids_too() {
        let text = "{\n  \"questions\": [{\"id\": \"a1\", \"ask\": \"A\"},\n    {\"ask\": \"B\"}]}";
        assert_eq!(thing(text, "A"), "/a1");
    }
}
