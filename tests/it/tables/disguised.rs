//! Files that are not what their name says, or of which the lines or the rows are not what one expects.

use std::io::Write;

use super::{bytes, score};
use crate::peil::{TWO_COUNCILS, peil};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).expect("memory");
    writer.finish().expect("memory")
}

#[test]
fn a_file_under_the_name_of_another_kind_is_called_what_it_is() {
    let plain = TWO_COUNCILS.as_bytes();
    for (name, content, code, said) in [
        ("a.csv.gz", plain.to_vec(), 2, "error: `a.csv.gz` ends in `.gz` but is not packed that way\n"),
        ("a.csv.zst", gzip(plain), 2, "error: `a.csv.zst` ends in `.zst` but is not packed that way\n"),
        ("a.parquet", plain.to_vec(), 2, "error: `a.parquet` is not a Parquet file, though its name says so\n"),
        ("a.csv", gzip(plain), 1, "this file is packed with gzip, but its name does not end in `.gz`\n"),
        ("a.jsonl", bytes("rows.csv.zst"), 1, "this file is packed with zstd, but its name does not end in `.zst`\n"),
        ("a.csv", bytes("snappy.parquet"), 1, "this is a Parquet file, but its name does not end in `.parquet`\n"),
        ("a.csv", b"PK\x03\x04\x14\0\xff".to_vec(), 1, "this is a spreadsheet or a zip file, not text\n"),
        ("a.csv", b"c\0o\0u\0n\0c\0i\0l\0\n\0".to_vec(), 1, "the file is UTF-16, not UTF-8\n"),
    ] {
        let written = peil(["score", name, "-q", "kort.yaml", "-o", "s.csv"]).with_kort().bytes(name, &content);
        assert!(!written.stderr_holds(said).ends_with(code).has("s.csv"), "{name}");
    }
}

#[test]
fn carriage_returns_alone_end_lines_too_and_one_among_others_is_told() {
    let expected = score("a.csv", &[]).file("a.csv", TWO_COUNCILS).run();
    let returns =
        TWO_COUNCILS.replace('\n', "\r").replace("council,name", "council,streek,name").replace("48,", "48,,");
    let returns = returns.replace("63,", "63,,");
    let plain = returns.replace('\r', "\n");
    let expected = (expected.code, score("a.csv", &[]).file("a.csv", &plain).run());
    assert_eq!(expected.0, 2, "there is no column to compare within");
    assert_eq!(expected.1.code, 0, "{}", expected.1);
    assert_eq!(score("a.csv", &[]).file("a.csv", &returns).run(), expected.1);
    assert_eq!(score("-", &[]).input(&returns).run(), expected.1);
    score("a.csv", &[])
        .file("a.csv", &plain.replace("\n41063", "\r41063"))
        .stderr_holds("error[field-count]: this row has 9 fields, the header has 5\n --> a.csv:2:1\n")
        .ends_with(1);
}

#[test]
fn a_table_without_rows_is_told_beside_others_and_alone() {
    let two = || peil(["score", "twee.csv", "leeg.csv", "-q", "kort.yaml", "-o", "-"]).with_two_councils();
    let output = two().file("leeg.csv", "council,keuze\n\n").run();
    assert_eq!(output.code, 0, "{output}");
    assert!(output.stderr.starts_with("warning[no-rows]: the table has a header but no rows\n --> leeg.csv:1:1\n"));
    score("leeg.csv", &[])
        .file("leeg.csv", "council,keuze")
        .stderr_holds("warning[no-rows]")
        .stderr_holds("error: there is nothing to score: there is no respondent in these files\n")
        .ends_with(3);
}

#[test]
fn a_line_of_many_megabytes_is_told_and_hides_no_row_after_it() {
    let long = "x".repeat(40 << 20);
    let header = score("a.csv", &[]).file("a.csv", &format!("council,{long}"));
    header
        .stderr_holds("error[missing-column]: the first line is longer than 4 MB and cannot be a header\n")
        .ends_with(1);
    let good = "council,streek,keuze\n41048,oost,soms\n41063,west,altijd\n";
    let expected = score("a.csv", &[]).file("a.csv", good).run();
    let bad = good.replace("41063", &format!("41048,oost,{long}41099,oost,soms\n41063"));
    for threads in ["1", "2"] {
        let found = score("a.csv", &["--threads", threads]).file("a.csv", &bad).run();
        assert_eq!((found.code, &found.stdout), (1, &expected.stdout));
        let said = "error[field-count]: this row is longer than 16 MB and was not read\n --> a.csv:3:1\n";
        assert!(found.stderr.starts_with(said) && found.stderr.matches("error").count() == 1, "{}", found.stderr);
    }
}
