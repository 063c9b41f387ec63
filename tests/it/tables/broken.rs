//! Tables of which something is wrong: bad lines and rows, damaged and empty files.

use std::io::Cursor;

use peil::parquet::Source;
use peil::responses::scan::as_table;

use super::{SAME, bytes, parquet, score};
use crate::peil::{KORT, peil};

#[test]
fn each_bad_line_of_json_is_told_in_its_place_and_the_good_lines_count() {
    let lines = b"{\"council\":\"41048\",\"streek\":\"oost\",\"keuze\":\"soms\"}
{\"council\":\"41048\",\"keuze\":soms}
{\"council\":\"41048\",\"keuze\":\"vaak\"}

{\"council\":\"41048\",\"keuze\":\"soms\",\"provincie\":\"x\"}
{\"council\":\"41048\",\"keuze\":\"soms\",\"keuze\":\"soms\"}
{\"council\":[\"41048\"],\"keuze\":\"soms\"}
{\"keuze\":\"soms\"}
{\"council\":\"41048\",\"streek\":\"west\",\"keuze\":\"soms\"}
{\"keuze\":\"altijd\",\"provincie\":null,\"council\":41063,\"name\":\"Aalst \xe8\"}
{\"getal\":2.50e1,\"council\":\"41063\"}
[1]";
    let found = score("a.jsonl", &["--rejects", "r.csv"])
        .bytes("a.jsonl", lines)
        .stderr_holds("error[invalid-json]: this line is not a JSON object\n --> a.jsonl:2:28\n")
        .stdout_holds("\n41048,41048,,full,oost,,,,0.1111111111111111,")
        .stdout_holds("\n41063,41063,,full,,")
        .ends_with(1);
    let rejected: Vec<String> = found
        .text("r.csv")
        .lines()
        .skip(1)
        .map(|line| line.splitn(5, ',').take(4).collect::<Vec<_>>().join(" "))
        .collect();
    let expected = [
        "a.jsonl 2 28 invalid-json",
        "a.jsonl 3 28 unknown-choice",
        "a.jsonl 5 35 unknown-column",
        "a.jsonl 6 35 duplicate-column",
        "a.jsonl 7 12 invalid-json",
        "a.jsonl 8 1 no-council",
        "a.jsonl 9 29 class-differs",
        "a.jsonl 10 66 invalid-encoding",
        "a.jsonl 12 1 invalid-json",
    ];
    assert_eq!(rejected, expected);
    peil(["score", "a.jsonl", "-q", "kort.yaml", "-o", "s.csv", "--strict"])
        .with_kort()
        .bytes("a.jsonl", lines)
        .stderr_holds("error: stopped at the first error\n")
        .ends_with(1);
}

#[test]
fn each_bad_row_of_a_parquet_file_is_told_by_its_number() {
    let found = score("bad.parquet", &["--rejects", "r.csv"])
        .bytes("bad.parquet", &bytes("bad.parquet"))
        .stderr_holds("error[unknown-column]: the column `sinds` holds lists, times")
        .stderr_holds("error[class-differs]: council `41048` has two values for `streek`")
        .stdout_holds("\n41048,41048,,full,oost,,,,0.16666666666666666,")
        .ends_with(1);
    let text = found.text("r.csv");
    let rejected: Vec<&str> = text.lines().skip(1).collect();
    let starts = ["bad.parquet,1,", "bad.parquet,2,", "bad.parquet,3,", "bad.parquet,4,", "bad.parquet,5,"];
    assert_eq!(rejected.len(), starts.len(), "{text}");
    assert!(rejected.iter().zip(starts).all(|(line, start)| line.starts_with(start)), "{text}");
}

#[test]
fn a_row_of_a_parquet_file_keeps_its_number_behind_cells_that_hold_line_breaks() {
    let table = parquet(
        ["council", "respondent", "toelichting", "keuze"],
        &[
            ["41001", "r-1", "een\ntwee\ndrie", "soms"],
            ["41002", "r-1", "", "vaak"],
            // The answer stands behind the break: `41003,r-1,"een` is 14 characters, the break 1, `twee",` 6.
            ["41003", "r-1", "een\ntwee", "vaak"],
            ["41001", "r-1", "", "soms"],
        ],
    );
    let check = |format: &str| {
        let words = ["check", "a.parquet", "-q", "kort.yaml", "--format", format];
        peil(words).with_kort().bytes("a.parquet", &table).run().stdout
    };
    let concise = check("concise");
    let places: Vec<&str> = concise.lines().filter_map(|line| line.split(" `").next()).take(2).collect();
    assert_eq!(places, ["a.parquet:2:12: error[unknown-choice]", "a.parquet:3:22: error[unknown-choice]"], "{concise}");
    assert!(concise.contains("\na.parquet:4:1: error[same-respondent]"), "{concise}");
    let human = check("human");
    // The first row of that respondent is drawn apart: what stands between has more lines than rows.
    assert!(human.contains(" --> a.parquet:3:22\n  |\n3 | twee\",vaak\n"), "{human}");
    assert!(human.contains(" --> a.parquet:4:1\n  |\n4 | 41001,r-1,,soms\n"), "{human}");
    assert!(human.contains(" ::: a.parquet:1:1\n  |\n1 | 41001,r-1,\"een\n"), "{human}");
    let scored = peil(["score", "a.parquet", "-q", "kort.yaml", "-o", "-", "--rejects", "r.csv"]);
    let scored = scored.with_kort().bytes("a.parquet", &table);
    let scored = scored.stderr_holds(" --> a.parquet:3:22\n").stdout_holds("\n41001,").ends_with(1);
    let text = scored.text("r.csv");
    for place in ["\na.parquet,2,12,", "\na.parquet,3,22,", "\na.parquet,4,1,"] {
        assert!(text.contains(place), "{place}: {text}");
    }
}

#[test]
fn a_column_of_parquet_that_is_not_read_is_told_by_whatever_reads_tables_whole_and_is_no_class() {
    let said =
        "error[unknown-column]: the column `sinds` holds lists, times or something else that peil does not read\n";
    let run = |words: &[&str]| {
        let sheet =
            "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: zz9}\nanswers: {keuze: soms}\n";
        let words = words.iter().copied().chain(["bad.parquet", "-q", "kort.yaml"]);
        peil(words).with_kort().file("solo.yaml", sheet).bytes("bad.parquet", &bytes("bad.parquet")).run()
    };
    for words in [
        &["score", "--format", "csv"][..],
        &["score", "--format", "csv", "solo.yaml"],
        &["compare"],
        &["report", "--council", "41048"],
        &["check"],
    ] {
        let found = run(words);
        let all = format!("{}{}", found.stdout, found.stderr);
        assert_eq!((found.code, all.matches(said).count()), (1, 1), "{words:?}: {found}");
        let header = found.stdout.lines().next().unwrap_or_default();
        assert!(words[0] != "score" || !header.contains("sinds"), "no class: {found}");
    }
}

/// What is wrong with `bytes.parquet`: place and code of every problem, as `check` and as `score` tell them.
fn wrong_with_bytes(questionnaire: &str) -> [Vec<String>; 2] {
    let run = |words: &[&str]| {
        let words = words.iter().copied().chain(["bytes.parquet", "-q", "vragen.yaml"]);
        peil(words).file("vragen.yaml", questionnaire).bytes("bytes.parquet", &bytes("bytes.parquet")).run()
    };
    let check = run(&["check", "--format", "concise"]).stdout;
    let check = check.lines().filter_map(|line| line.split(']').next()).map(|told| told.replace(": error[", ":"));
    let score = run(&["score", "-o", "s.csv", "--rejects", "-"]).stdout;
    let score = score.lines().skip(1).map(|line| line.splitn(5, ',').take(4).collect::<Vec<_>>().join(":"));
    [check.collect(), score.collect()]
}

#[test]
fn a_column_of_parquet_that_holds_bytes_or_spans_of_time_costs_no_row_where_nobody_asks_for_it() {
    // `duur` holds spans of time, `foto` pictures, and `streek` texts of which the file does not say that they are.
    let expected =
        ["bytes.parquet:1:9:unknown-column", "bytes.parquet:1:14:unknown-column", "bytes.parquet:2:14:unknown-choice"];
    for told in wrong_with_bytes(KORT) {
        assert_eq!(told, expected);
    }
    for words in [&["score", "--format", "csv"][..], &["compare"], &["report", "--council", "41003"]] {
        let words = words.iter().copied().chain(["bytes.parquet", "-q", "kort.yaml", "--within", "streek"]);
        let found = peil(words).with_kort().bytes("bytes.parquet", &bytes("bytes.parquet")).run();
        assert_eq!((found.code, found.stderr.matches("error[").count()), (1, 3), "{found}");
        assert!(!found.stdout.is_empty() && !found.stdout.contains("foto"), "{found}");
    }
    score("bytes.parquet", &[])
        .bytes("bytes.parquet", &bytes("bytes.parquet"))
        .stderr_holds("the column `duur` holds lists, times or something else that peil does not read")
        .stdout_holds("\n41001,41001,,full,oost,")
        .stdout_holds("\n41002,41002,,full,west,")
        .stdout_holds("\n41003,41003,,full,oost,")
        .ends_with(1);
}

#[test]
fn bytes_that_are_no_text_cost_their_row_where_they_stand_as_an_answer() {
    let asked = KORT.replace("id: toelichting", "id: foto");
    let expected = [
        "bytes.parquet:1:9:unknown-column",
        // The picture in the first row is no UTF-8; that in the third would be, but for the NUL.
        "bytes.parquet:1:8:invalid-encoding",
        "bytes.parquet:2:14:unknown-choice",
        "bytes.parquet:3:8:invalid-encoding",
    ];
    for mut told in wrong_with_bytes(&asked) {
        // A header and the first row are both 1.
        told.sort_by_key(|one| !one.ends_with("unknown-column"));
        assert_eq!(told, expected);
    }
}

#[test]
fn a_file_that_is_cut_off_or_packed_in_another_way_is_refused_and_nothing_is_written() {
    for (name, said) in [
        ("rows.csv.gz", "`rows.csv.gz` is damaged or incomplete: "),
        ("rows.csv.zst", "`rows.csv.zst` is damaged or incomplete: "),
        ("snappy.parquet", "`snappy.parquet` is not a complete Parquet file"),
    ] {
        let whole = bytes(name);
        for cut in [0, 1, whole.len() / 2, whole.len() - 1] {
            let written = peil(["score", name, "-q", "kort.yaml", "-o", "s.csv"])
                .with_kort()
                .bytes(name, &whole[..cut])
                .stderr_holds(said)
                .ends_with(2);
            assert!(!written.has("s.csv"), "{name} until {cut}");
        }
    }
    score("lz4.parquet", &[])
        .bytes("lz4.parquet", &bytes("lz4.parquet"))
        .stderr_holds("error: `lz4.parquet` is compressed with LZ4, which peil does not read\n")
        .ends_with(2);
}

#[test]
fn empty_tables_and_other_json_are_told_as_such() {
    score("a.jsonl", &[]).bytes("a.jsonl", b"").stderr_holds("error[empty-file]").ends_with(1);
    score("a.jsonl", &[]).bytes("a.jsonl", b"[{\"council\": 1}]\n").stderr_holds("error[invalid-json]").ends_with(1);
    score("a.jsonl", &[])
        .bytes("a.jsonl", b"{\"keuze\": \"soms\"}\n")
        .stderr_holds("error[missing-column]: the column `council` is missing\n --> a.jsonl:1:1\n")
        .ends_with(1);
}

#[test]
fn with_strict_no_more_of_a_parquet_file_is_read_than_the_group_with_the_first_error() {
    let mut cut = bytes("zstd-typed.parquet");
    let length = cut.len();
    let footer = u32::from_le_bytes(cut[length - 8..length - 4].try_into().expect("four bytes")) as usize;
    // The last column of the last group of a hundred rows.
    cut[length - 8 - footer - 40..length - 8 - footer].fill(0xff);
    // Every respondent stands in the first table too.
    let run = |more: &[&str]| {
        let names = ["score", "rows.csv", "twice.parquet", "-q", "kort.yaml", "-o", "s.csv"];
        let run = peil(names.into_iter().chain(more.iter().copied())).with_kort();
        run.bytes("rows.csv", &bytes("rows.csv")).bytes("twice.parquet", &cut)
    };
    run(&[]).stderr_holds("error: `twice.parquet` is damaged").ends_with(2);
    for threads in ["1", "2"] {
        let written = run(&["--strict", "--threads", threads])
            .stderr_holds("error[same-respondent]")
            .stderr_holds(" --> twice.parquet:1:1\n")
            .stderr_holds("error: stopped at the first error\n")
            .ends_with(1);
        assert!(!written.has("s.csv"));
    }
}

/// Whether a file is read, or refused; never a panic, and never more than it can hold.
fn is_read(bytes: Vec<u8>) -> bool {
    let open = || Ok(Box::new(Cursor::new(bytes.clone())) as Box<dyn Source + Send>);
    matches!(as_table(Box::new(open), 1 << 22), Ok(Some(_)))
}

#[test]
fn a_parquet_file_with_any_byte_changed_or_its_end_missing_is_read_or_refused() {
    for name in SAME.into_iter().filter(|name| name.ends_with(".parquet")) {
        let whole = bytes(name);
        assert!(is_read(whole.clone()), "{name}");
        let step = 1 + whole.len() / 70;
        for at in (0..whole.len()).step_by(step) {
            assert!(!is_read(whole[..at].to_vec()), "{name} until {at}");
            for change in [0xff, 0x01, 0x80] {
                let mut changed = whole.clone();
                changed[at] ^= change;
                is_read(changed);
            }
        }
    }
}
