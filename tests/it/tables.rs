//! The same answers as CSV, JSON lines, packed and as Parquet give the same scores; whatever is wrong with them is said in
//! its place. The files are made by `tests/tables/make.py`.

mod blocks;
mod broken;
mod disguised;
mod hostile;
mod nul;
#[cfg(unix)]
mod pipes;
mod quotes;
mod rejects;
mod waiting;
mod waves;
mod written;

use std::fs;
use std::path::PathBuf;

use peil::parquet::write::{Cells, Heading, Holds, Writer, pack};

use crate::peil::{Peil, peil};

/// All files that hold the same rows.
const SAME: [&str; 11] = [
    "rows.csv",
    "rows.csv.gz",
    "rows.csv.zst",
    "rows.jsonl",
    "snappy.parquet",
    "zstd-typed.parquet",
    "gzip-pages.parquet",
    "second-form.parquet",
    "deltas.parquet",
    "polars.parquet",
    "duckdb.parquet",
];

fn place(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/tables").join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    fs::read(place(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A Parquet file of these columns and rows of texts.
fn parquet<const N: usize>(names: [&str; N], rows: &[[&str; N]]) -> Vec<u8> {
    let heading = |name: &str| Heading { name: name.to_owned(), holds: Holds::Texts };
    let column = |index: usize| {
        let mut cells = Cells::new(Holds::Texts);
        rows.iter().for_each(|row| cells.text(Some(row[index])));
        pack(&cells).expect("packed")
    };
    let mut bytes = Vec::new();
    let mut writer = Writer::new(&mut bytes, names.map(heading).to_vec()).expect("memory");
    writer.group(&(0..N).map(column).collect::<Vec<_>>()).expect("memory");
    writer.finish("a test").expect("memory");
    bytes
}

/// Scores a file of the folder.
fn score(name: &str, more: &[&str]) -> Peil {
    let arguments = ["score", name, "-q", "kort.yaml", "--within", "streek", "-o", "-"];
    peil(arguments.into_iter().chain(more.iter().copied())).with_kort()
}

#[test]
fn every_way_to_write_the_same_answers_gives_the_same_bytes_of_scores() {
    let expected = score("rows.csv", &[]).bytes("rows.csv", &bytes("rows.csv")).run();
    assert!(expected.code == 0 && expected.stdout.lines().count() == 49, "24 councils in 2 waves\n{expected}");
    for name in SAME {
        for threads in ["1", "2", "7"] {
            let found = score(name, &["--threads", threads]).bytes(name, &bytes(name)).run();
            assert!(found == expected, "{name} on {threads}: {found}");
        }
    }
}

#[test]
fn what_reads_answers_whole_reads_every_kind_of_table() {
    let told = |name: &str| {
        let explain = ["score", name, "-q", "kort.yaml", "--council", "41003", "--wave", "2026", "--explain"];
        let explained = peil(explain).with_kort().bytes(name, &bytes(name)).run();
        let check = peil(["check", name, "-q", "kort.yaml"]).with_kort().bytes(name, &bytes(name)).run();
        (explained, check.code, check.stdout.lines().last().map(str::to_owned))
    };
    let expected = told("rows.csv");
    assert_eq!((expected.0.code, expected.1), (0, 0), "{}", expected.0);
    for name in SAME {
        assert_eq!(told(name), expected, "{name}");
    }
}

#[test]
fn json_lines_come_in_on_standard_input_too_and_one_answers_file_stays_that() {
    let lines = String::from_utf8(bytes("rows.jsonl")).expect("UTF-8");
    let expected = score("rows.csv", &[]).bytes("rows.csv", &bytes("rows.csv")).run();
    assert_eq!(score("-", &[]).input(&lines).run(), expected);
    let sheet = "{\"peil\": \"answers/1\", \"questionnaire\": {\"id\": \"kort\", \"version\": \"1.0.0\"}, \
                 \"council\": {\"id\": \"41048\"}, \"answers\": {\"keuze\": \"altijd\"}}";
    peil(["score", "-", "-q", "kort.yaml", "--format", "csv"])
        .with_kort()
        .input(sheet)
        .stdout_holds("\n41048,41048,,full,,,,0.16666666666666666,")
        .ends_with(0);
}

#[test]
fn scores_as_json_lines_hold_what_the_columns_of_the_csv_hold_and_null_where_those_are_empty() {
    let written = peil(["score", "rows.csv", "-q", "kort.yaml", "-o", "scores.jsonl"])
        .with_kort()
        .bytes("rows.csv", &bytes("rows.csv"))
        .stderr_holds("scores.jsonl")
        .ends_with(0);
    let csv = peil(["score", "rows.csv", "-q", "kort.yaml", "-o", "-"]).with_kort();
    let csv = csv.bytes("rows.csv", &bytes("rows.csv")).run().stdout;
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let names: Vec<String> = rows.headers().expect("a header").iter().map(str::to_owned).collect();
    let lines = written.text("scores.jsonl");
    let mut lines = lines.lines();
    for row in rows.records() {
        let row = row.expect("a row");
        let line = lines.next().expect("a line");
        let object: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(object.as_object().expect("an object").len(), names.len());
        for (name, cell) in names.iter().zip(&row) {
            let same = match &object[name.as_str()] {
                serde_json::Value::Null => cell.is_empty(),
                serde_json::Value::String(text) => text == cell,
                _ => line.contains(&format!("\"{name}\":{cell}")),
            };
            assert!(same, "{name}: {cell} and {}", object[name.as_str()]);
        }
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn scores_are_packed_where_the_name_says_gzip() {
    let run = |output: &str| {
        let mut run = peil(["score", "rows.csv", "-q", "kort.yaml", "-o", output]).with_kort();
        run = run.bytes("rows.csv", &bytes("rows.csv"));
        assert_eq!(run.run().code, 0);
        fs::read(run.path().join(output)).expect("written")
    };
    for (plain, packed) in [("a.csv", "a.csv.gz"), ("a.jsonl", "a.jsonl.gz")] {
        let mut unpacked = Vec::new();
        let packed = run(packed);
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(packed.as_slice()), &mut unpacked).expect("gzip");
        assert!(unpacked == run(plain));
    }
    peil(["score", "rows.csv", "-q", "kort.yaml", "-o", "a.csv.zst"])
        .with_kort()
        .bytes("rows.csv", &bytes("rows.csv"))
        .stderr_holds("error: `a.csv.zst` does not tell which format you want")
        .ends_with(2);
}
