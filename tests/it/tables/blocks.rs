//! Neither the number of threads nor the size of the blocks changes a bit, whatever the rows are written in.

use std::fs::File;
use std::io::Read;
use std::sync::atomic::Ordering;

use peil::diagnostics::Diagnostics;
use peil::parquet::Source;
use peil::questionnaire;
use peil::responses::scan::{Columns, Effort, Progress, explain, scan};
use peil::scores::{Counter, Keep, Rubric, Summary};
use peil::source::{Packing, Sources, unpack};

use super::{SAME, place};
use crate::peil::KORT;

/// The scores of a file of the folder, bit by bit.
fn scores(name: &str, effort: Effort) -> String {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("kort.yaml", KORT);
    let node = peil::yaml::parse(file, &sources, &mut out).expect("YAML");
    let questionnaire = questionnaire::parse(&node, &mut out).expect("a questionnaire");
    let path = place(name);
    let mut columns = Columns::new(&questionnaire);
    let table = if name.ends_with(".parquet") {
        let open = || Ok(Box::new(File::open(&path)?) as Box<dyn Source + Send>);
        columns.parquet(name, Box::new(open), &mut sources, &mut out)
    } else {
        let open = || {
            let file = File::open(&path)?;
            Ok(match Packing::of(&path) {
                Some(packing) => unpack(&path, packing, file),
                None => Box::new(file) as Box<dyn Read + Send>,
            })
        };
        columns.table(name, Box::new(open), &mut sources, &mut out)
    };
    let table = table.expect("a file").expect("a table");
    let rubric = Rubric::new(&questionnaire);
    let counter = Counter::new(&rubric, Keep::default());
    let scanned = scan(&columns, &[table], &counter, effort, &Progress::default()).expect("read");
    assert!(scanned.rows == 240 && scanned.odd.is_empty(), "{name}: {:?}", scanned.odd);
    let groups = scanned.registry.in_order();
    let tally = counter.tally(scanned.parts, scanned.places);
    let mut told = String::new();
    let mut summary = Summary::default();
    for group in groups {
        tally.summary(&rubric, group, &mut summary);
        told.push_str(&format!("{group} {summary:?}\n"));
    }
    told
}

#[test]
fn whoever_stops_at_the_first_error_is_told_of_the_first_and_reads_little_beyond_it() {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("kort.yaml", KORT);
    let node = peil::yaml::parse(file, &sources, &mut out).expect("YAML");
    let questionnaire = questionnaire::parse(&node, &mut out).expect("a questionnaire");
    let rubric = Rubric::new(&questionnaire);
    // Line 2 has a warning. From line 1000 on there is an error on every tenth line.
    let row = |line: usize| match line {
        2 => "41000,soms,9\n".to_owned(),
        _ if line >= 1000 && line.is_multiple_of(10) => format!("{line},sms,1\n"),
        _ => format!("{line},soms,1\n"),
    };
    for (ending, change) in [("", ""), ("", "\"stray,soms,1\n"), ("41001,soms,1,9\n", "")] {
        let early: String = (2..1000).map(row).collect();
        let late: String = (1000..20_000).map(row).collect();
        let text = format!("council,keuze,streek\n{early}{ending}{change}{late}");
        for threads in [1, 2, 5] {
            let mut columns = Columns::new(&questionnaire);
            let open = || Ok(Box::new(std::io::Cursor::new(text.clone())) as Box<dyn Read + Send>);
            let table =
                columns.table("a.csv", Box::new(open), &mut sources, &mut out).expect("bytes").expect("a table");
            let (tables, progress) = ([table], Progress::default());
            progress.strict.store(true, Ordering::Relaxed);
            let counter = Counter::new(&rubric, Keep::default());
            let scanned = scan(&columns, &tables, &counter, Effort { threads, block: 512 }, &progress).expect("read");
            let mut first = None;
            let explained = explain(&columns, &tables, &scanned.odd, &mut |row| {
                let is_error = row.out.has_errors();
                first = is_error.then_some(row.line);
                !is_error
            });
            assert!(explained.is_ok() && first == Some(1000), "{threads} {ending}{change}: {first:?}");
            // A thread may have been kept waiting with an early block, while the others went on; and what closes a quote
            // may stand far away.
            if threads == 1 && change.is_empty() {
                let read = progress.bytes.load(Ordering::Relaxed) as usize;
                assert!(read < early.len() + 1500, "{read} of {}", text.len());
            }
        }
    }
}

#[test]
fn threads_and_blocks_change_no_bit() {
    let expected = scores("rows.csv", Effort { threads: 1, block: 1 << 20 });
    for name in SAME {
        for threads in [1, 2, 5] {
            for block in [1, 100, 4096] {
                assert!(scores(name, Effort { threads, block }) == expected, "{name} {threads} {block}");
            }
        }
    }
}

/// Twenty-four ratings of two dimensions.
fn ratings() -> String {
    let question = |index: usize| {
        let dimension = if index < 12 { "a" } else { "b" };
        format!("  - {{id: q{index}, at: {{as: {dimension}}}, ask: Q, type: rating, from: 0, to: 4}}\n")
    };
    let head = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 4}\n\
        scoring: {min_coverage: 0.1}\naxes:\n  - {id: as, title: A, dimensions: [{id: a, title: A}, {id: b, title: B}]}\nquestions:\n";
    format!("{head}{}", (0..24).map(question).collect::<String>())
}

#[test]
fn columns_in_any_order_with_empty_and_unknown_answers_among_them_give_the_same_scores() {
    let answer =
        |row: usize, index: usize| ["3", "", "?", "0", "4", "", "1"][(row * row + row * index + index / 3) % 7];
    let table = |order: &[usize]| {
        let names: String = order.iter().map(|index| format!(",q{index}")).collect();
        let row = |row: usize| {
            let cells: String = order.iter().map(|&index| format!(",{}", answer(row, index))).collect();
            format!("c{}{cells}\n", row % 9)
        };
        format!("council{names}\n{}", (0..60).map(row).collect::<String>())
    };
    let scores = |order: &[usize]| {
        let run = crate::peil::peil(["score", "a.csv", "-q", "q.yaml", "--format", "csv"]);
        let output = run.file("q.yaml", &ratings()).file("a.csv", &table(order)).run();
        assert_eq!(output.code, 0, "{output}");
        output.stdout
    };
    let in_order: Vec<usize> = (0..24).collect();
    let expected = scores(&in_order);
    assert_eq!(expected.lines().count(), 10);
    // The second half first, pairs swapped, threes backwards, and each step of five.
    let others = [
        in_order.iter().map(|index| (index + 12) % 24).collect::<Vec<usize>>(),
        in_order.iter().map(|index| index ^ 1).collect(),
        in_order.chunks(3).rev().flatten().copied().collect(),
        in_order.iter().map(|index| index * 5 % 24).collect(),
    ];
    for order in others {
        assert!(scores(&order) == expected, "{order:?}");
    }
}
