//! What the parser is fed, against the text as it is written.

use std::path::{Path, PathBuf};

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

use super::*;
use crate::yaml::offsets::Offsets;

type Seen = (String, usize, usize);

/// What the parser says of a text, with the words and the bytes that it is about; the same from its own input.
fn seen(text: &str) -> [Vec<Seen>; 2] {
    let trail = RefCell::new(Trail::default());
    let offsets = Offsets::new(text, text, &[], &trail);
    let starts: Vec<usize> = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
    let mine = |mark: &Marker| offsets.byte(mark.index()) as usize;
    let theirs = |mark: &Marker| starts[mark.index().min(starts.len() - 1)];
    let mut seen = [Vec::new(), Vec::new()];
    for one in Parser::new(Feed::new(text, &trail)) {
        match one {
            Ok((Event::Scalar(words, style, anchor, tag), span)) => {
                let is_quoted = matches!(style, ScalarStyle::DoubleQuoted | ScalarStyle::SingleQuoted);
                let kept = is_quoted.then(|| offsets.kept(span.start.index())).flatten();
                let event = Event::Scalar(kept.map_or(words, |kept| kept.to_owned().into()), style, anchor, tag);
                seen[0].push((format!("{event:?}"), mine(&span.start), mine(&span.end)));
            }
            Ok((event, span)) => seen[0].push((format!("{event:?}"), mine(&span.start), mine(&span.end))),
            Err(error) => {
                seen[0].push((error.info().to_owned(), mine(error.marker()), 0));
                // From here on the parser says the same without end.
                break;
            }
        }
    }
    for one in Parser::new_from_str(text) {
        match one {
            Ok((event, span)) => seen[1].push((format!("{event:?}"), theirs(&span.start), theirs(&span.end))),
            Err(error) => {
                seen[1].push((error.info().to_owned(), theirs(error.marker()), 0));
                break;
            }
        }
    }
    seen
}

fn expect_same(text: &str) {
    let [feed, own] = seen(text);
    let differs = feed.iter().zip(&own).find(|(feed, own)| feed != own);
    assert!(differs.is_none() && feed.len() == own.len(), "{differs:?} in {text}");
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "yaml" || extension == "json") {
            found.push(path);
        }
    }
}

#[test]
fn the_parser_says_the_same_as_when_it_sees_everything() {
    let texts = [
        "a: \"b\"\n\"c d\": 'e'\n",
        "{\"a\":\"b\",\"c\":[\"d\", 'it''s', \"\", '', \"e\\\"f\"]}",
        "- \"een\n  twee\"\n- 'drie\r\n  vier'\n- \"vijf\rzes\"\r- \"é🚀\" # \"noot\" é\n- é\n",
        "- a \"b\" c\n- |\n  \"x\" y \"\n  \"\"\n- >-\n  'z'\n- \"open\n",
        "- \"a\"\"b\"\n- 'a'\"b\"\n",
        "? \"a\"\n: \"b\" \n",
        "\u{feff}a: \"b\u{feff}c\"\n\u{feff}",
    ];
    texts.into_iter().for_each(expect_same);
    for length in [880, 895, 899, 900, 901, 1000, 1020, 1030] {
        expect_same(&format!("\"{0}\": 'b'\n'c{0}': d\ne: \"{0}\"\n", "x".repeat(length)));
    }
}

#[test]
fn the_parser_says_the_same_of_every_file_at_hand_and_of_each_with_small_mistakes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    ["tests/diagnostics", "tests/models", "tests/explain"].iter().for_each(|name| files(&root.join(name), &mut found));
    assert!(found.len() > 100, "{}", found.len());
    found.sort();
    let mut dice = 1u64;
    let mut roll = |limit: usize| {
        dice = dice.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (dice >> 33) as usize % limit
    };
    let pieces = [
        "\"", "'", "\\", "\n", "\r", "\t", ": ", "- ", "# ", "[", "}", ",", "é", "\u{feff}", "---\n", "\"\"", "''", "",
    ];
    for path in found {
        let Ok(text) = String::from_utf8(std::fs::read(path).expect("a file")) else { continue };
        expect_same(&text);
        for _ in 0..12 {
            let mut changed = text[..text.floor_char_boundary(4000)].to_owned();
            for _ in 0..=roll(3) {
                let at = changed.floor_char_boundary(roll(changed.len() + 1));
                let gone = changed.ceil_char_boundary((at + roll(4)).min(changed.len()));
                changed.replace_range(at..gone, pieces[roll(pieces.len())]);
            }
            expect_same(&changed);
        }
    }
}
