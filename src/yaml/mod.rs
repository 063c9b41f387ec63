//! The one place that knows the YAML crates: spanned reading, and safe writing.
//!
//! JSON is read as the YAML it is. Scalars are kept as they are written: `1.10`, `no` and `007` stay texts until someone
//! asks for a number, so nothing is guessed. Anchors, aliases, tags and second documents are refused: no file peil reads
//! needs them, and they are how small files become large.

mod brackets;
mod build;
mod feed;
mod fields;
mod node;
mod offsets;
mod reader;
pub mod shape;
mod surrogates;
mod syntax;
mod unseen;

pub use fields::Fields;
pub(crate) use node::number;
pub use node::{Entry, Key, Node, Scalar, Value};

use crate::diagnostics::{BinaryFile, Diagnostics, FileFinding};
use crate::source::{BadEncoding, Binary, FileId, Packing, Sources, Span};

/// A YAML or JSON file larger than this is not read: 16 MiB, some two hundred times a large questionnaire.
pub const SIZE_LIMIT: u64 = 16 * 1024 * 1024;

/// Reads the one document of a file. Every problem is added to `out`; `None` when there is nothing to go on with.
pub fn parse(file: FileId, sources: &Sources, out: &mut Diagnostics) -> Option<Node> {
    let source = sources.get(file);
    if let Some(bad) = source.bad_encoding() {
        report_encoding(bad, out);
        return None;
    }
    if source.text().trim().is_empty() {
        out.add(Span::start_of(file), FileFinding::Empty);
        return None;
    }
    build::document(file, source.text(), out)
}

/// Reports why a file is not UTF-8 text. Shared with the readers of tables.
pub fn report_encoding(bad: BadEncoding, out: &mut Diagnostics) {
    match bad {
        BadEncoding::NotUtf8(span) => out.add(span, FileFinding::NotUtf8),
        BadEncoding::Utf16(span) => out.add(span, FileFinding::Utf16),
        BadEncoding::Binary(span, binary) => out.add(span, FileFinding::Binary(binary.map(binary_file))),
    }
}

fn binary_file(binary: Binary) -> BinaryFile {
    match binary {
        Binary::Packed(Packing::Gzip) => BinaryFile::Gzip,
        Binary::Packed(Packing::Zstd) => BinaryFile::Zstd,
        Binary::Parquet => BinaryFile::Parquet,
        Binary::Zip => BinaryFile::Zip,
    }
}

/// A value that cannot be written as YAML; a bug rather than a user's mistake.
#[derive(Debug, thiserror::Error)]
#[error("cannot be written as YAML: {0}")]
pub struct WriteError(String);

/// Writes a value as YAML. Words that some reader takes for true, false, nothing or a number are quoted.
///
/// # Errors
/// [`WriteError`] when the value has a shape that YAML cannot hold, such as a map with maps as keys.
pub fn write<T: serde::Serialize>(value: &T) -> Result<String, WriteError> {
    serde_saphyr::to_string(value).map_err(|error| WriteError(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Node>, Sources, Diagnostics) {
        let mut sources = Sources::new();
        let file = sources.add("a.yaml", text);
        let mut out = Diagnostics::new();
        let node = parse(file, &sources, &mut out);
        (node, sources, out)
    }

    fn codes(text: &str) -> Vec<(&'static str, u32, u32)> {
        let (_, sources, out) = read(text);
        let at = |diagnostic: &&crate::diagnostics::Diagnostic| {
            let position = sources.position(diagnostic.span);
            (diagnostic.code().id(), position.line.get(), position.column.get())
        };
        out.sorted().iter().map(at).collect()
    }

    #[test]
    fn spans_are_exact_after_accents_emoji_and_crlf() {
        let (node, sources, _) =
            read("titel: Beëindigd – één 🚀\r\nsoms: \"hier\"  # \"noot\"\r\nlijst: [a, bé, c]\r\n");
        let Some(Node { value: Value::Map(entries), .. }) = node else { panic!("no map") };
        let slice = |span: Span| sources.get(span.file).slice(span).to_owned();
        assert_eq!(slice(entries[0].value.span), "Beëindigd – één 🚀");
        assert_eq!(slice(entries[1].key.span), "soms");
        assert_eq!(slice(entries[1].value.span), "\"hier\"");
        let Value::List(items) = &entries[2].value.value else { panic!("no list") };
        assert_eq!(slice(items[1].span), "bé");
    }

    #[test]
    fn every_duplicate_key_is_reported() {
        assert_eq!(codes("a: 1\nb: {x: 1, x: 2}\na: 3\n"), [("duplicate-key", 2, 11), ("duplicate-key", 3, 1)]);
    }

    #[test]
    fn a_tab_a_second_document_and_an_alias_are_named_for_what_they_are() {
        assert_eq!(codes("a:\n\tb: 1\n"), [("tab-indentation", 2, 1)]);
        assert_eq!(codes("a: 1\n---\nb: 2\n"), [("second-document", 2, 1)]);
        assert_eq!(codes("a: &x [1]\nb: *x\n"), [("alias-not-read", 1, 4)]);
    }

    #[test]
    fn deep_nesting_stops_early_whoever_counts_the_levels() {
        for text in ["[".repeat(100_000), "- ".repeat(100_000), "{a: ".repeat(100_000)] {
            let codes = codes(&text);
            assert!(matches!(codes[..], [("too-deep", 1, _)]), "{codes:?}");
        }
    }

    #[test]
    fn a_file_with_nothing_but_comments_is_called_empty_rather_than_read_as_nothing() {
        for text in ["# noot\n", "---\n", "null\n", "--- # noot\n...\n"] {
            assert_eq!(codes(text), [("empty-file", 1, 1)], "{text:?}");
        }
    }

    #[test]
    fn a_value_that_is_not_there_is_pointed_at_by_its_key_or_its_dash() {
        let (node, sources, _) = read("a:\nb:\n  - # noot - hier\n  - x\n");
        let Some(Node { value: Value::Map(entries), .. }) = node else { panic!("no map") };
        assert_eq!(entries[0].value.span, entries[0].key.span);
        let Value::List(items) = &entries[1].value.value else { panic!("no list") };
        let position = sources.position(items[0].span);
        assert_eq!((position.line.get(), position.column.get()), (3, 3));
    }

    #[test]
    fn a_text_of_several_lines_is_pointed_at_by_its_first() {
        let (node, sources, _) = read("- een\n  twee\n- \"drie\n  vier\"\n- |\n  vijf\n");
        let Some(Node { value: Value::List(items), .. }) = node else { panic!("no list") };
        let slices = items.iter().map(|item| sources.get(item.span.file).slice(item.span)).collect::<Vec<_>>();
        assert_eq!(slices, ["een", "\"drie", "vijf"]);
    }

    #[test]
    fn an_anchor_or_a_tag_is_pointed_at_wherever_it_stands() {
        assert_eq!(codes("a: 1\nb: # noot\n  - &x {c: 1}\n"), [("alias-not-read", 3, 5)]);
        assert_eq!(codes("a: &x\n  b: 1\n"), [("alias-not-read", 1, 4)]);
        assert_eq!(codes("\n &x \n"), [("alias-not-read", 2, 2)]);
        assert_eq!(codes("a: *vet* woord\n"), [("alias-not-read", 1, 4)]);
    }

    #[test]
    fn json_is_read_as_it_is() {
        let (node, _, out) = read("{\"a\": [1, true, null, \"x\\u00e9\"]}\n");
        assert!(out.is_empty());
        let Some(Node { value: Value::Map(entries), .. }) = node else { panic!("no map") };
        let Value::List(items) = &entries[0].value.value else { panic!("no list") };
        assert_eq!(items[3].scalar().map(|scalar| scalar.text.as_str()), Some("xé"));
        assert!(items[2].scalar().is_none(), "null is nothing");
    }

    #[test]
    fn a_decimal_comma_in_braces_is_told_once_and_the_number_is_read_as_it_was_meant() {
        let (node, sources, out) = read("a: {ict: 2,5, unit: -1,5}\n");
        let found = out.sorted();
        let at = |one: &&crate::diagnostics::Diagnostic| sources.position(one.span).column.get();
        assert_eq!(found.iter().map(at).collect::<Vec<_>>(), [12, 24], "at the decimals, both of which are 5");
        let node = node.expect("a tree");
        let map = node.field("a").expect("a map");
        assert_eq!((map.field_text("ict"), map.field_text("unit")), (Some("2.5"), Some("-1.5")));
        for text in ["a: {ict: 2, 5: }\n", "a: {ict: 2, 5: 1}\n", "a: {ict: \"2\",5}\n", "a: 2\n5:\nb: 1\n"] {
            assert_eq!(codes(text), [], "{text}");
        }
    }

    #[test]
    fn a_blank_that_is_none_behind_a_colon_in_braces_is_told_alone_and_the_field_is_read_as_it_was_meant() {
        for blank in ["\u{a0}", "\u{200b}"] {
            let (node, sources, out) = read(&format!("a: {{id: x, type:{blank}rating, title:{blank}\"X\"}}\n"));
            let found = out.sorted();
            let marked = |one: &&crate::diagnostics::Diagnostic| sources.get(one.span.file).slice(one.span).to_owned();
            assert_eq!(found.iter().map(marked).collect::<Vec<_>>(), [blank, blank], "{found:?}");
            assert_eq!(
                out.sorted().iter().map(|one| one.code()).collect::<Vec<_>>(),
                [crate::diagnostics::Code::InvalidYaml; 2]
            );
            let node = node.expect("a tree");
            let map = node.field("a").expect("a map");
            assert_eq!((map.field_text("type"), map.field_text("title")), (Some("rating"), Some("X")));
        }
        // Inside a text it is a letter like others.
        for text in ["a: {b: \"c:\u{a0}d\"}\n", "a: [c:\u{a0}d]\n", "a: {b: c\u{a0}d}\n", "a: {b c:\u{a0}d: 1}\n"] {
            assert_eq!(codes(text), [], "{text}");
        }
    }

    #[test]
    fn words_that_other_readers_take_for_truth_are_written_in_quotes() {
        let written = write(&["no", "on", "1.10", "ja"]).expect("plain words");
        assert_eq!(written, "- \"no\"\n- \"on\"\n- \"1.10\"\n- ja\n");
    }
}
