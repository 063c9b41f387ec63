//! Neither the number of threads nor the size of the blocks changes a bit, whatever the rows are written in.

use std::fs::File;
use std::io::Read;

use peil::diagnostics::Diagnostics;
use peil::parquet::Source;
use peil::questionnaire;
use peil::responses::scan::{Columns, Effort, Progress, scan};
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
