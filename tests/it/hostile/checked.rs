//! Texts that are no questionnaires: whatever they are full of, `peil check` says in little memory what is wrong, and where.
//!
//! The program gets no more memory than it may need; where it asks for more it ends, and the test with it.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::peil::{PROGRAM, scrub};

/// The most memory of its own that the program may ask for, in KiB.
const MOST_MEMORY: u64 = 100_000;
/// The largest text that is read.
const LARGEST: usize = 16 << 20;
/// A text that is read to its end; without optimisation every letter takes a hundred times as long.
const WHOLE: usize = if cfg!(debug_assertions) { 1 << 20 } else { LARGEST };

/// The program, within its memory, in a folder.
fn limited(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    let limit = format!("ulimit -d {MOST_MEMORY} && exec \"$@\"");
    command.args(["-c", &limit, "sh", PROGRAM]).args(arguments).current_dir(folder);
    scrub(&mut command);
    command
}

/// What is said of a text, and the exit code.
fn said(bytes: &[u8], more: &[&str]) -> (Vec<String>, Option<i32>) {
    assert!(bytes.len() <= LARGEST, "{}", bytes.len());
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.yaml"), bytes).expect("written");
    let format = ["--format", "concise"];
    let arguments = [["check", "a.yaml"].as_slice(), if more.is_empty() { &format } else { more }].concat();
    let output = limited(folder.path(), &arguments).output().expect("a run");
    let lines = String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_owned).collect();
    (lines, output.status.code())
}

/// Expects one finding of a text, at this place and of this kind.
fn expect(name: &str, bytes: &[u8], place: &str, code: &str) {
    let (lines, exit) = said(bytes, &[]);
    let start = format!("a.yaml:{place}: error[{code}] ");
    assert!(lines.len() == 1 && lines[0].starts_with(&start), "{name}: {exit:?} {:?}", &lines[..lines.len().min(3)]);
    assert_eq!(exit, Some(1), "{name}");
}

/// A piece again and again, as far as it fits.
fn full_of(piece: &str, size: usize) -> Vec<u8> {
    piece.repeat(size / piece.len()).into_bytes()
}

/// A questionnaire without its questions.
const HEAD: &str = "peil: questionnaire/1\nid: q\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 4, stages: \
    [{id: low, from: 0, title: Low}]}\naxes: [{id: a, title: A, dimensions: [{id: d, title: D}]}]\n";

#[test]
fn what_is_nested_without_end_is_refused_at_the_level_that_is_too_deep() {
    // Any bracket in a bracket may begin a key, so the parser goes on to its own limit before the tree sees the 65th.
    expect("brackets", &full_of("[", LARGEST), "1:256", "too-deep");
    expect("braces", &full_of("{a: ", LARGEST), "1:257", "too-deep");
    expect("dashes", &full_of("- ", LARGEST), "1:129", "too-deep");
    let flow = format!("{}1{}", "{a: ".repeat(20_000), "}".repeat(20_000));
    expect("maps in braces", flow.as_bytes(), "1:257", "too-deep");
    let block: String = (0..5_700).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    expect("maps under each other", block.as_bytes(), "65:65", "too-deep");
}

#[test]
fn anchors_aliases_and_tags_are_refused_at_the_first() {
    let names = "abcdefghi".as_bytes().windows(2);
    let levels = names.map(|pair| (char::from(pair[0]), char::from(pair[1])));
    let bomb: String =
        levels.map(|(of, name)| format!("{name}: &{name} [{}]\n", format!("*{of},").repeat(9))).collect();
    expect("a bomb of aliases", format!("a: &a [x]\n{bomb}").as_bytes(), "1:4", "alias-not-read");
    for piece in ["&a", "&a ", "!!", "!!a ", "*a "] {
        expect(piece, &full_of(piece, LARGEST), "1:1", "alias-not-read");
    }
    expect("anchors on lines", &full_of("- &a b\n", LARGEST), "1:3", "alias-not-read");
}

#[test]
fn what_is_no_utf_8_is_refused_at_its_first_byte() {
    expect("Latin-1", b"titel: caf\xE9\n", "1:11", "invalid-encoding");
    let mut late = full_of("a", LARGEST);
    late[LARGEST - 1] = 0xE9;
    expect("Latin-1 at the end", &late, &format!("1:{LARGEST}"), "invalid-encoding");
    expect("a NUL byte", b"peil: questionnaire/1\nid: a\0b\n", "2:6", "invalid-encoding");
    expect("NUL bytes", &full_of("\0", LARGEST), "1:1", "invalid-encoding");
    for mark in ["", "\u{feff}"] {
        let words: Vec<u16> = format!("{mark}peil: questionnaire/1\n").encode_utf16().collect();
        let low: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
        let high: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        expect("UTF-16, low byte first", &low, "1:1", "invalid-encoding");
        expect("UTF-16, high byte first", &high, "1:1", "invalid-encoding");
    }
}

#[test]
fn one_text_as_large_as_the_file_is_said_to_be_no_questionnaire() {
    for (name, bytes) in [
        ("letters", full_of("a", WHOLE)),
        ("words", full_of("a b ", WHOLE)),
        ("lines", full_of("a\n", WHOLE)),
        ("in quotes", format!("\"{}\"", "a".repeat(WHOLE - 2)).into_bytes()),
        ("escapes", format!("\"{}\"", "\\n".repeat(WHOLE / 2 - 1)).into_bytes()),
        ("pairs of escapes", format!("\"{}\"", "\\ud83d\\ude00".repeat(WHOLE / 12 - 1)).into_bytes()),
        ("single quotes", full_of("'", WHOLE)),
    ] {
        expect(name, &bytes, "1:1", "wrong-type");
    }
    expect("a quote without end", format!("\"{}", "a".repeat(WHOLE - 1)).as_bytes(), "1:1", "invalid-yaml");
    expect("backslashes", format!("\"{}", "\\".repeat(WHOLE - 1)).as_bytes(), "1:1", "invalid-yaml");
    expect("a key", format!("{}: 1\n", "a".repeat(WHOLE - 4)).as_bytes(), &format!("1:{}", WHOLE - 3), "invalid-yaml");
}

#[test]
fn signs_that_mean_something_to_yaml_are_refused_where_they_first_mean_nothing() {
    for (piece, place, code) in [
        ("]", "1:1", "invalid-yaml"),
        (",", "1:1", "invalid-yaml"),
        ("\"", "1:3", "invalid-yaml"),
        ("? ", "1:3", "invalid-yaml"),
        (": ", "1:129", "too-deep"),
        ("---\n", "2:1", "second-document"),
    ] {
        expect(piece, &full_of(piece, WHOLE), place, code);
    }
    expect("%", &full_of("%", WHOLE), &format!("1:{WHOLE}"), "invalid-yaml");
    for piece in [" ", "\n", "\t", "\r", "# a\n"] {
        expect(piece, &full_of(piece, WHOLE), "1:1", "empty-file");
    }
}

#[test]
fn more_values_than_any_questionnaire_has_are_refused_at_the_first_that_is_too_much() {
    // The 300,001st item: on its line behind the dash; behind a bracket and two characters for each before it.
    expect("items", &full_of("- a\n", LARGEST), "300001:3", "out-of-range");
    expect("items in brackets", format!("[{}]", "a,".repeat(LARGEST / 2 - 1)).as_bytes(), "1:600002", "out-of-range");
    // What may be a key is read as far as 100,000 signs ahead: the bracket and 99,999 commas; the value behind the next.
    expect("a key in brackets", format!("- [{}]", "a,".repeat(8_000_000)).as_bytes(), "1:200004", "out-of-range");
    expect("brackets in brackets", format!("[[{}]]", "a,".repeat(8_000_000)).as_bytes(), "1:200003", "out-of-range");
    expect("a million numbers", format!("[{}]", "1, ".repeat(1_000_000)).as_bytes(), "1:900002", "out-of-range");
    // k0 to k299999 come first.
    let keys: String = (0..1_000_000).map(|key| format!("k{key}: 1\n")).collect();
    expect("a million keys", keys.as_bytes(), "300001:10", "out-of-range");
    let questions = full_of("  -\n", LARGEST - 400);
    let (lines, exit) = said(&[format!("{HEAD}questions:\n").as_bytes(), &questions].concat(), &[]);
    assert_eq!((lines.len(), exit), (1, Some(1)), "{lines:?}");
    assert!(lines[0].ends_with("error[out-of-range] this file holds more than 300,000 values"), "{lines:?}");
}

#[test]
fn of_more_mistakes_than_anybody_reads_the_first_are_shown_and_that_there_are_more() {
    let questions = "  - {a: 1}\n".repeat(60_000);
    for text in ["a: 1\n".repeat(250_000), format!("{HEAD}questions:\n{questions}")] {
        let (lines, exit) = said(text.as_bytes(), &[]);
        assert_eq!((lines.len(), exit), (10_001, Some(1)));
        assert_eq!(lines[0], "a.yaml:1:1: error[out-of-range] this file has more than 10,000 problems");
    }
    let (lines, _) = said(format!("{HEAD}questions:\n{questions}").as_bytes(), &["--format", "human"]);
    assert_eq!(lines[0], "error[out-of-range]: this file has more than 10,000 problems");
}

#[test]
fn a_line_of_two_hundred_megabytes_is_refused_by_its_size_from_a_file_and_from_a_pipe() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.yaml");
    File::create(&path).and_then(|file| file.set_len(200_000_000)).expect("a file of that size");
    let refused = |mut command: Command, name: &str| {
        let output = command.output().expect("a run");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(said.starts_with(&format!("error: `{name}` is larger than 16 MB")), "{said}");
        assert_eq!(output.status.code(), Some(2));
    };
    refused(limited(folder.path(), &["check", "a.yaml"]), "a.yaml");
    let mut from_input = limited(folder.path(), &["check", "-"]);
    from_input.stdin(File::open(&path).expect("the file"));
    refused(from_input, "-");
    let mut writer = Command::new("cat").arg(&path).stdout(Stdio::piped()).spawn().expect("a writer");
    let mut from_pipe = limited(folder.path(), &["check", "-"]);
    from_pipe.stdin(writer.stdout.take().expect("a pipe"));
    refused(from_pipe, "-");
    writer.wait().expect("its end");
}
