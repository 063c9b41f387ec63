//! What holds for tables that are read in blocks: the same as for those that are read whole.

use std::io::{Cursor, Read};

use peil::diagnostics::{Code, Diagnostics};
use peil::questionnaire::Questionnaire;
use peil::responses::scan::{Columns, Effort, Open, Progress, Scanned, Table as Opened, explain, scan};
use peil::responses::{Intake, Responses, read_table};
use peil::scores::{Counter, Keep, Rubric, ScoreCard, Tally, all_roles};
use peil::source::Sources;
use proptest::prelude::*;

use super::random::{ANYTHING, Dice, Table, parse, questionnaire_text};

/// Every card as text with all its bits, and every problem with its place, as `code line:column`.
type Found = (Vec<String>, Vec<String>);

fn cards(rubric: &Rubric<'_>, responses: &Responses, tally: &Tally) -> Vec<String> {
    let order = responses.registry.in_order().into_iter().enumerate();
    let card = |(place, group)| {
        let of = &responses.registry.groups()[group];
        let card = ScoreCard { group: place, ..tally.card(rubric, group, &all_roles) };
        format!("{} {:?} {card:?}", responses.registry.id(of.council), of.wave)
    };
    order.map(card).collect()
}

fn places(out: &Diagnostics, sources: &Sources, found: &mut Vec<String>) {
    for one in out.sorted() {
        let place = sources.position(one.span);
        found.push(format!("{} {}:{}", one.code().id(), place.line, place.column));
    }
}

fn whole(q: &Questionnaire, text: &str) -> Found {
    let (mut sources, mut out, mut intake) = (Sources::new(), Diagnostics::new(), Intake::new(q));
    let file = sources.add("a.csv", text);
    read_table(file, &sources, &mut intake, &mut out);
    let (responses, rubric) = (intake.finish(), Rubric::new(q));
    let tally = Tally::of(&rubric, &responses.chunks, responses.registry.groups().len(), Keep::ALL, 1);
    let mut found = Vec::new();
    places(&out, &sources, &mut found);
    // Of rows in which nothing is filled in, a table in blocks tells only how many.
    found.retain(|one| !one.starts_with(Code::NoAnswers.id()));
    (cards(&rubric, &responses, &tally), found)
}

fn in_blocks(q: &Questionnaire, text: &str, effort: Effort) -> Found {
    let (mut sources, mut out, mut columns) = (Sources::new(), Diagnostics::new(), Columns::new(q));
    let bytes = text.as_bytes().to_vec();
    let open: Open<'_> = Box::new(|| Ok(Box::new(Cursor::new(bytes.clone())) as Box<dyn Read + Send>));
    let table = columns.table("a.csv", open, &mut sources, &mut out).expect("bytes in memory");
    let tables: Vec<Opened<'_>> = table.into_iter().collect();
    let rubric = Rubric::new(q);
    let counter = Counter::new(&rubric, Keep::ALL);
    let scanned = scan(&columns, &tables, &counter, effort, &Progress::default()).expect("bytes in memory");
    let Scanned { registry, parts, places: placed, odd, .. } = scanned;
    let tally = counter.tally(parts, placed);
    let mut found = Vec::new();
    places(&out, &sources, &mut found);
    explain(&columns, &tables, &odd, &mut |row| {
        places(row.out, row.sources, &mut found);
        true
    })
    .expect("bytes in memory");
    (cards(&rubric, &Responses { registry, ..Responses::default() }, &tally), found)
}

/// A table with here and there a row that does not fit.
fn spoilt(dice: &mut Dice, table: &Table) -> String {
    let text = table.text();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if let Some(header) = lines.first_mut() {
        header.push_str(",name,size,respondent");
    }
    for line in lines.iter_mut().skip(1) {
        let (name, size) = (dice.pick(&["Gent", "Gent", "", "Gand"]), dice.pick(&["", "large", "large", "small"]));
        let respondent = dice.pick(&["", "", "r1", "r2", "r3", "r4", "r5"]);
        line.push_str(&format!(",{name},{size},{respondent}"));
    }
    for line in lines.iter_mut().skip(1) {
        match dice.throw(20) {
            1 => line.push_str(",more"),
            2 => *line = line.replacen(',', ",wrong", 4),
            3 => *line = format!("\"{}", line.replacen(',', "\",", 1)),
            4 => *line = format!("\"a,\"\"b\"\"\nc{}", line.replacen(',', "\",", 1)),
            5 => *line = format!("{line}\n"),
            6 => *line = line.replace(",a,", ", a\u{a0},"),
            7 => *line = line.replacen(',', ",\"", 1 + dice.throw(3)),
            8 => *line = format!("\"{}", line.replacen(',', "\"x,", 1)),
            9 => *line = line.replacen(',', ",\"a\"\n\"b\",\"", 2),
            10 => line.push('"'),
            11 => line.push_str("\",\"\nx\",\""),
            12 => line.push_str("\"\"\n\"\","),
            14 => *line = line.replace("Gent", "Ge\rnt"),
            15 => *line = format!("\u{feff}{line}"),
            16 => *line = line.replacen(line.split(',').next().unwrap_or_default(), "council", 1),
            13 => *line = format!("\"{}", line.replacen(',', "\"\r,", 1)),
            _ => {}
        }
    }
    lines.join(if dice.one_in(2) { "\r\n" } else { "\n" })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_read_in_blocks_gives_the_scores_and_the_problems_of_one_read_whole(
        throws in proptest::collection::vec(any::<u32>(), 0..600)
    ) {
        let mut dice = Dice::new(throws);
        let q = parse(&questionnaire_text(&mut dice, ANYTHING));
        let table = Table::random(&mut dice, &q, 24);
        let text = spoilt(&mut dice, &table);
        let expected = whole(&q, &text);
        for (threads, block) in [(1, 1 << 18), (1, 1), (2, 64), (3, 300)] {
            let found = in_blocks(&q, &text, Effort { threads, block });
            prop_assert_eq!(&found.0, &expected.0, "{} threads, blocks of {}: {}", threads, block, text);
            prop_assert_eq!(&found.1, &expected.1, "{} threads, blocks of {}: {}", threads, block, text);
        }
    }
}
