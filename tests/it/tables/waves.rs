//! What is written for a wave is one, or the row is set aside; whatever stood in the row before.

use std::io::{Cursor, Read};

use peil::diagnostics::Diagnostics;
use peil::questionnaire;
use peil::responses::scan::{Columns, Effort, Progress, scan};
use peil::scores::{Counter, Keep, Rubric};
use peil::source::Sources;

use crate::peil::KORT;

/// How many councils are counted, and how many rows are set aside.
fn counted(name: &str, text: &str, effort: Effort) -> (usize, usize) {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("kort.yaml", KORT);
    let node = peil::yaml::parse(file, &sources, &mut out).expect("YAML");
    let questionnaire = questionnaire::parse(&node, &mut out).expect("a questionnaire");
    let mut columns = Columns::new(&questionnaire);
    let open = || Ok(Box::new(Cursor::new(text.to_owned().into_bytes())) as Box<dyn Read + Send>);
    let table = columns.table(name, Box::new(open), &mut sources, &mut out).expect("bytes").expect("a table");
    let rubric = Rubric::new(&questionnaire);
    let counter = Counter::new(&rubric, Keep::default());
    let scanned = scan(&columns, &[table], &counter, effort, &Progress::default()).expect("read");
    (scanned.registry.groups().len(), scanned.odd.len())
}

#[test]
fn what_is_too_long_for_a_wave_is_none_whatever_the_row_before_says() {
    for long in ["2026-03-01 00:00:00", "2026-03-01T00:00:00", "voorjaar van 2026", "1234567890123456"] {
        for before in [None, Some(""), Some("2026"), Some(long)] {
            let waves: Vec<&str> = before.into_iter().chain([long, "2026", ""]).collect();
            let rows = waves.iter().enumerate();
            let csv: String = rows.clone().map(|(row, wave)| format!("{row},{wave},soms\n")).collect();
            let line = |(row, wave): (usize, &&str)| {
                format!("{{\"council\":\"{row}\",\"wave\":\"{wave}\",\"keuze\":\"soms\"}}\n")
            };
            let lines: String = rows.map(line).collect();
            let odd = waves.iter().filter(|&&wave| wave == long).count();
            for effort in [Effort { threads: 1, block: 1 << 16 }, Effort { threads: 3, block: 1 }] {
                let expected = (waves.len() - odd, odd);
                assert_eq!(counted("a.csv", &format!("council,wave,keuze\n{csv}"), effort), expected, "{waves:?}");
                assert_eq!(counted("a.jsonl", &lines, effort), expected, "{waves:?}");
            }
        }
    }
}
