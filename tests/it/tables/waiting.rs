//! Rows wait until many can be counted together; how many there are of a council, and in how many waves, changes no bit.

use std::fmt::Write as _;
use std::io::{Cursor, Read};

use peil::diagnostics::Diagnostics;
use peil::questionnaire::{self, Questionnaire};
use peil::responses::scan::{Columns, Effort, Progress, scan};
use peil::responses::{Intake, Registry, read_table};
use peil::scores::{Counter, Keep, RoleCells, Rubric, Summary, Tally};
use peil::source::Sources;

use crate::generated::dice::Dice;

/// Nine ratings in two dimensions, of which the first is asked of one role alone.
fn ratings() -> Questionnaire {
    let question = |index: usize| {
        let (dimension, roles) = (["a", "b"][index / 5], if index == 0 { ", roles: [ict]" } else { "" });
        format!("  - {{id: q{index}, at: {{as: {dimension}}}, ask: Q, type: rating, from: 0, to: 4{roles}}}\n")
    };
    let head = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 4}\n\
        roles: [{id: ict, title: I}, {id: policy, title: P}]\nscoring: {min_coverage: 0.5}\naxes:\n\
        \x20 - {id: as, title: A, dimensions: [{id: a, title: A}, {id: b, title: B}]}\nquestions:\n";
    let text = format!("{head}{}", (0..9).map(question).collect::<String>());
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("q.yaml", text);
    let node = peil::yaml::parse(file, &sources, &mut out).expect("YAML");
    questionnaire::parse(&node, &mut out).expect("a questionnaire")
}

/// Rows of councils of which some have one and some have more than may wait; and so many councils that their rows are not
/// counted as they come.
fn table(dice: &mut Dice, waves: &[&str], consensus: bool) -> String {
    let mut rows = Vec::new();
    for (council, many) in [1, 2, 9, 40, 1500, 2600].into_iter().chain([2; 1100]).enumerate() {
        for row in 0..many {
            let role = match dice.throw(5) {
                0 => "",
                1 | 2 => "ict",
                _ => "policy",
            };
            let role = if consensus && row == 0 { "consensus" } else { role };
            let mut line = format!("c{council},{},{role}", waves[row % waves.len()]);
            // The first is not asked of the other role.
            let first = if role == "policy" { "" } else { ["0", "3", "?"][dice.throw(3)] };
            write!(line, ",{first}").expect("memory");
            (1..9).for_each(|_| {
                write!(line, ",{}", ["0", "1", "2", "3", "4", "?", "", "2"][dice.throw(8)]).expect("memory");
            });
            rows.push(line);
        }
    }
    for index in (1..rows.len()).rev() {
        rows.swap(index, dice.throw(index + 1));
    }
    format!(
        "council,wave,role,{}\n{}\n",
        (0..9).map(|q| format!("q{q}")).collect::<Vec<_>>().join(","),
        rows.join("\n")
    )
}

/// Every score of every group with all its bits; where the council has another wave, by every role too.
fn told(rubric: &Rubric<'_>, registry: &Registry, tally: &Tally) -> Vec<String> {
    let mut summary = Summary::default();
    let mut group = |group: usize| {
        let of = &registry.groups()[group];
        tally.summary(rubric, group, &mut summary);
        let has_other = registry.groups().iter().filter(|other| other.council == of.council).count() > 1;
        let roles = if has_other { 0..tally.roles() } else { 0..0 };
        let roles: Vec<Option<f64>> =
            roles.map(|role| tally.overall_by(rubric, group, RoleCells::everywhere(&[role]))).collect();
        format!("{} {:?} {} {summary:?} {roles:?}", registry.id(of.council), of.wave, of.respondents)
    };
    registry.in_order().into_iter().map(&mut group).collect()
}

#[test]
fn however_many_rows_and_waves_a_council_has_its_scores_are_those_of_a_table_read_whole() {
    let (q, mut dice) = (ratings(), Dice::new(7));
    let rubric = Rubric::new(&q);
    for (waves, consensus) in [(&["2026"][..], false), (&["2026"], true), (&["2025", "2026"], false)] {
        let text = table(&mut dice, waves, consensus);
        let (mut sources, mut out, mut intake) = (Sources::new(), Diagnostics::new(), Intake::new(&q));
        let file = sources.add("a.csv", text.as_str());
        read_table(file, &sources, &mut intake, &mut out);
        let responses = intake.finish();
        let groups = responses.registry.groups().len();
        let tally = Tally::of(&rubric, &responses.chunks, groups, Keep::default(), 1);
        let expected = told(&rubric, &responses.registry, &tally);
        // The same rows, of which some answers are found one by one.
        let quoted = text.replace(",3", ",\"3\"").replace('\n', "\r\n");
        let ways = [(1, 1 << 20, &text), (2, 4096, &text), (3, 500, &text), (1, 700, &quoted), (2, 1 << 19, &quoted)];
        for (threads, block, text) in ways {
            let mut columns = Columns::new(&q);
            let open = || Ok(Box::new(Cursor::new(text.clone().into_bytes())) as Box<dyn Read + Send>);
            let table = columns.table("a.csv", Box::new(open), &mut sources, &mut out);
            let tables = [table.expect("bytes in memory").expect("a table")];
            let counter = Counter::new(&rubric, Keep::default());
            let scanned = scan(&columns, &tables, &counter, Effort { threads, block }, &Progress::default());
            let scanned = scanned.expect("bytes in memory");
            assert_eq!((scanned.rows, scanned.odd.len()), (6352, 0));
            let tally = counter.tally(scanned.parts, scanned.places);
            let found = told(&rubric, &scanned.registry, &tally);
            let same = found.iter().zip(&expected).find(|(found, expected)| found != expected);
            assert_eq!(same, None, "{waves:?} {consensus} {threads} {block}");
            assert_eq!(found.len(), expected.len());
        }
    }
}
