//! Scores as Parquet hold what the CSV holds; what the writer writes reads back as it was.

use std::fs;
use std::io::Cursor;

use peil::parquet::write::{Cells, Heading, Holds, Writer, pack};
use peil::parquet::{File, MISSING};

use super::{SAME, bytes};
use crate::peil::{Peil, peil};

/// The names of the columns, and the rows as texts; `None` where there is no value.
fn read(bytes: Vec<u8>) -> (Vec<String>, Vec<Vec<Option<String>>>) {
    let mut source = Cursor::new(bytes);
    let file = File::open(&mut source).expect("a file");
    let names = file.columns.iter().map(|column| column.name.clone()).collect();
    let mut all = Vec::new();
    for (group, rows) in file.groups().enumerate() {
        let columns = 0..file.columns.len();
        let columns: Vec<_> = columns.map(|column| file.values(&mut source, group, column).expect("values")).collect();
        all.extend((0..rows).map(|row| {
            let cell = |values: &peil::parquet::Values| {
                let text = String::from_utf8(values.get(row).to_vec()).expect("UTF-8");
                (values.rows[row] != MISSING).then_some(text)
            };
            columns.iter().map(cell).collect()
        }));
    }
    (names, all)
}

/// Writes the same rows in groups of so many.
fn written(rows: &[(Option<&str>, Option<i64>, Option<f64>)], at_once: usize) -> Vec<u8> {
    let heading = |name: &str, holds| Heading { name: name.to_owned(), holds };
    let headings =
        vec![heading("naam", Holds::Texts), heading("rang", Holds::Wholes), heading("één getal", Holds::Reals)];
    let mut bytes = Vec::new();
    let mut writer = Writer::new(&mut bytes, headings.clone()).expect("memory");
    for rows in rows.chunks(at_once) {
        let mut columns: Vec<Cells> = headings.iter().map(|heading| Cells::new(heading.holds)).collect();
        for (text, whole, real) in rows {
            columns[0].text(*text);
            columns[1].whole(*whole);
            columns[2].real(*real);
        }
        let packed: Vec<_> = columns.iter().map(|cells| pack(cells).expect("packed")).collect();
        writer.group(&packed).expect("memory");
    }
    writer.finish("a test").expect("memory");
    bytes
}

#[test]
fn texts_numbers_and_what_is_missing_read_back_from_groups_of_any_size() {
    let names = ["Sint-Gillis-bij-Dendermonde", "België", "", "Ĳsselstein", "’s-Gravenvoeren", "a,\"b\"\nc", "😀"];
    let reals = [0.1 + 0.2, f64::MIN_POSITIVE, 1e300, -1.0 / 3.0, 4.0, f64::EPSILON, 5e-324];
    let rows: Vec<_> = (0..100usize)
        .map(|row| {
            let whole = [i64::MIN, i64::MAX, -1, 0, 7][row % 5];
            let keep = |every: usize| row % every != 1;
            // Long stretches with and without values, of few and of many different ones.
            let text = (!(20..60).contains(&row) && keep(4)).then(|| names[row % if row < 50 { 7 } else { 1 }]);
            (text, keep(3).then_some(whole.wrapping_add(row as i64 / 50)), keep(2).then(|| reals[row % 7]))
        })
        .collect();
    for at_once in [1, 3, 8, 33, 100] {
        let (columns, found) = read(written(&rows, at_once));
        assert_eq!(columns, ["naam", "rang", "één getal"]);
        assert_eq!(found.len(), rows.len());
        for (cells, (text, whole, real)) in found.iter().zip(&rows) {
            assert_eq!(cells[0].as_deref(), *text);
            assert_eq!(cells[1], whole.map(|whole| whole.to_string()));
            let bits = |value: &String| value.parse::<f64>().expect("a number").to_bits();
            assert_eq!(cells[2].as_ref().map(bits), real.map(f64::to_bits));
        }
    }
}

#[test]
fn a_column_of_more_than_a_page_and_a_column_of_nothing_read_back() {
    let long: Vec<String> = (0..400).map(|row| format!("{row}{}", "é".repeat(row * 17 % 5000))).collect();
    let rows: Vec<_> = long.iter().map(|text| (Some(text.as_str()), None, None)).collect();
    let (_, found) = read(written(&rows, 1000));
    assert!(long.iter().map(String::len).sum::<usize>() > 1 << 20, "more than one page");
    assert!(found.iter().zip(&long).all(|(cells, text)| cells[0].as_ref() == Some(text)));
    assert!(found.iter().all(|cells| cells[1].is_none() && cells[2].is_none()));
    let (columns, none) = read(written(&[], 1));
    assert!(columns.len() == 3 && none.is_empty());
}

#[test]
fn columns_that_do_not_belong_together_are_refused() {
    let mut bytes = Vec::new();
    let heading = |holds| Heading { name: "x".to_owned(), holds };
    let mut writer = Writer::new(&mut bytes, vec![heading(Holds::Texts), heading(Holds::Reals)]).expect("memory");
    let (mut texts, mut reals) = (Cells::new(Holds::Texts), Cells::new(Holds::Reals));
    texts.text(Some("a"));
    // A column of numbers takes no text.
    reals.text(Some("a"));
    let of = |cells: &Cells| pack(cells).expect("packed");
    assert!(writer.group(&[of(&texts), of(&reals)]).is_err(), "of two lengths");
    reals.real(None);
    assert!(writer.group(&[of(&texts)]).is_err(), "one too few");
    assert!(writer.group(&[of(&reals), of(&texts)]).is_err(), "the other way round");
    assert!(writer.group(&[of(&texts), of(&reals)]).is_ok());
}

/// Waves that are years and days, classes and scores that are unknown, letters beyond ASCII.
const MIXED: &str = "council,name,wave,streek,keuze\n\
                     41048,Ninove,2025,,\n\
                     41048,Ninove,2026-03-01,oost,altijd\n\
                     41063,\"Onze-Lieve-Vrouw, België\",2026-03-01,,soms\n\
                     41082,Ĳsselstein,,west,nooit\n";

fn score(table: &[u8], more: &[&str]) -> Peil {
    let arguments = ["score", "a.csv", "-q", "kort.yaml", "-o"];
    peil(arguments.into_iter().chain(more.iter().copied())).with_kort().bytes("a.csv", table)
}

fn scored(table: &[u8], more: &[&str]) -> Vec<u8> {
    let mut run = score(table, more);
    let told = run.run();
    assert_eq!(told.code, 0, "{told}");
    fs::read(run.path().join(more[0])).expect("written")
}

#[test]
fn scores_as_parquet_hold_the_bits_of_the_csv_and_nothing_where_that_is_empty() {
    for table in [bytes("rows.csv"), MIXED.as_bytes().to_vec()] {
        let csv = scored(&table, &["s.csv", "--within", "streek"]);
        let mut csv = csv::Reader::from_reader(csv.as_slice());
        let (names, rows) = read(scored(&table, &["s.parquet", "--within", "streek"]));
        assert_eq!(csv.headers().expect("a header").iter().collect::<Vec<_>>(), names);
        let expected: Vec<csv::StringRecord> = csv.records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), expected.len());
        for (cells, row) in rows.iter().zip(&expected) {
            for ((cell, expected), name) in cells.iter().zip(row).zip(&names) {
                let found = cell.as_deref().unwrap_or_default();
                let bits = |text: &str| text.parse::<f64>().map(f64::to_bits);
                let same = found == expected || bits(found).is_ok_and(|found| bits(expected) == Ok(found));
                assert!(same && cell.is_some() != expected.is_empty(), "{name}: {expected} as {cell:?}");
            }
        }
    }
}

#[test]
fn neither_threads_nor_the_way_to_the_file_change_a_byte_of_scores_as_parquet() {
    let table = bytes(SAME[0]);
    let expected = scored(&table, &["s.parquet", "--threads", "1"]);
    for threads in ["2", "3", "64"] {
        assert!(scored(&table, &["s.parquet", "--threads", threads]) == expected, "{threads}");
    }
    assert!(scored(&table, &["scores", "--format", "parquet"]) == expected);
    assert!(scored(&table, &["S.PARQUET"]) == expected);
}

#[test]
fn scores_as_parquet_are_not_packed_once_more_and_are_no_explanation() {
    score(MIXED.as_bytes(), &["s.parquet.gz"])
        .in_dutch()
        .stderr(
            "fout: `s.parquet.gz` zou twee keer ingepakt zijn: een Parquet-bestand is al ingepakt\n\
             tip: schrijf het naar `s.parquet`\n",
        )
        .ends_with(2);
    score(MIXED.as_bytes(), &["s.zst", "--format", "parquet"])
        .stderr(
            "error: `s.zst` would be compressed twice: a Parquet file is compressed already\n\
             help: write it to `s`\n",
        )
        .ends_with(2);
    score(MIXED.as_bytes(), &["s.txt", "--format", "parquet", "--explain", "--council", "41063"])
        .stderr_holds("error: what --explain shows does not fit in csv")
        .ends_with(2);
}

#[cfg(unix)]
#[test]
fn scores_as_parquet_go_through_a_pipe_and_not_to_a_screen() {
    use portable_pty::{CommandBuilder, PtySize, native_pty_system};

    let expected = scored(MIXED.as_bytes(), &["s.parquet"]);
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("kort.yaml"), crate::peil::KORT).expect("written");
    fs::write(folder.path().join("a.csv"), MIXED).expect("written");
    let arguments = ["score", "a.csv", "-q", "kort.yaml", "--lang", "en", "--format", "parquet"];
    let piped = std::process::Command::new(crate::peil::PROGRAM)
        .current_dir(folder.path())
        .args(arguments)
        .output()
        .expect("the program");
    assert!(piped.stdout == expected);
    let pair = native_pty_system().openpty(PtySize::default()).expect("a terminal");
    let mut command = CommandBuilder::new(crate::peil::PROGRAM);
    command.args(arguments.iter().chain(&["-o", "-"]));
    command.cwd(folder.path());
    let mut child = pair.slave.spawn_command(command).expect("the program");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("its output");
    let mut said = Vec::new();
    // At its end a terminal is an error on some systems.
    let _ = std::io::Read::read_to_end(&mut reader, &mut said);
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(said.contains("Parquet cannot be read on a screen") && !said.contains("PAR1"), "{said}");
    assert_eq!(child.wait().expect("ended").exit_code(), 2);
}
