//! A thousand questionnaires that a program made up, with every field and type of the format, odd but legal words in all
//! places, in all ways of writing them: each is valid, so none has an error, whatever else may be advised.

pub(crate) mod dice;
mod frame;
mod questions;
mod tree;
mod words;

use std::collections::BTreeMap;

use peil::diagnostics::{Diagnostics, Severity};
use peil::source::Sources;
use peil::{lint, questionnaire, yaml};

use dice::Dice;
use frame::{Frame, map};
use questions::Questions;
use tree::{Style, Tree, write};

/// How many are made.
const COUNT: u64 = 1000;

/// A questionnaire: the fields of its frame, its questions, what became of others, targets, and a golden test.
fn questionnaire(dice: &mut Dice) -> Tree {
    let (mut frame, around) = Frame::new(dice);
    let mut fields = map([
        ("peil", Tree::text("questionnaire/1")),
        ("id", Tree::text(frame.ids.fresh(dice))),
        ("version", Tree::text(dice.pick(&["2.0.0", "1.10.0", "999999999.0.1"]))),
    ]);
    if dice.one_in(2) {
        fields.push(("minutes".to_owned(), Tree::bare(dice.between(1, 600))));
        fields.push(("licence".to_owned(), Tree::text("CC-BY-4.0")));
        fields.push(("provenance".to_owned(), frame.text(dice)));
    }
    fields.extend(around);
    let mut questions = Questions::default();
    for _ in 0..dice.between(1, 7) {
        questions.add(dice, &mut frame);
    }
    fields.push(("questions".to_owned(), Tree::List(questions.list.clone())));
    if dice.one_in(3) {
        let dropped = map([("id", Tree::Text(frame.ids.fresh(dice))), ("since", Tree::text("1.1.0"))]);
        fields.push(("dropped".to_owned(), Tree::List(vec![Tree::Map(dropped)])));
    }
    if dice.one_in(3) {
        fields.push(("targets".to_owned(), targets(dice, &frame)));
    }
    if dice.one_in(2) {
        fields.push(("tests".to_owned(), golden_test(&frame, &questions)));
    }
    // The name of the format comes first; the rest in any order.
    let turn = dice.throw(fields.len() - 1);
    fields[1..].rotate_left(turn);
    Tree::Map(fields)
}

fn targets(dice: &mut Dice, frame: &Frame) -> Tree {
    let aim = |dice: &mut Dice| Tree::Map(map([("score", Tree::bare(frame.max)), ("reason", frame.text(dice))]));
    let aims = dice.some(&frame.dimensions).into_iter().map(|id| (id, aim(dice))).collect();
    let id = words::Ids::default().fresh(dice);
    let target = map([("id", Tree::Text(id)), ("title", frame.text(dice)), ("aims", Tree::Map(aims))]);
    Tree::List(vec![Tree::Map(target)])
}

/// Whoever gives every best answer has the highest score and the last stage, whatever the weights and the routing: each
/// part that has a score has the highest.
fn golden_test(frame: &Frame, questions: &Questions) -> Tree {
    let mut expect = map([("overall", Tree::bare(frame.max))]);
    if let Some(stage) = &frame.last_stage {
        expect.push(("stage".to_owned(), Tree::text(stage)));
    }
    let answers = Tree::Map(questions.best.clone());
    let test = map([("name", Tree::text("all the best")), ("answers", answers), ("expect", Tree::Map(expect))]);
    Tree::List(vec![Tree::Map(test)])
}

/// The questionnaire of a seed.
pub(crate) fn text(seed: u64) -> String {
    let dice = &mut Dice::new(seed);
    let tree = questionnaire(dice);
    write(&tree, Style::Blocks, dice)
}

/// Reads a text that must be valid; gives the hash of its content and how many warnings it got.
fn read(text: &str, seed: u64) -> (String, usize) {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("generated.yaml", text);
    let node = yaml::parse(file, &sources, &mut out);
    let read = node.and_then(|node| {
        let read = questionnaire::parse(&node, &mut out)?;
        lint::run(&read, &node, &mut out);
        Some(read)
    });
    for one in out.sorted() {
        let place = sources.position(one.span);
        let message = one.finding.wording(peil::language::Language::En).message;
        assert!(one.severity() == Severity::Warning, "seed {seed}, {place:?}: {} {message}\n{text}", one.code().id());
    }
    (read.unwrap_or_else(|| panic!("seed {seed}: not read\n{text}")).hash, out.len())
}

#[test]
fn a_thousand_questionnaires_that_follow_the_format_have_no_error_in_any_way_of_writing_them() {
    let (mut advised, mut tested, mut used) = (0, 0, BTreeMap::new());
    for seed in 0..COUNT {
        let dice = &mut Dice::new(seed);
        let tree = questionnaire(dice);
        let blocks = write(&tree, Style::Blocks, dice);
        let (hash, warnings) = read(&blocks, seed);
        advised += usize::from(warnings > 0);
        tested += usize::from(blocks.contains("all the best"));
        if seed % 5 == 0 {
            let json = write(&tree, Style::Json { lines: seed % 2 == 0 }, dice);
            assert_eq!(read(&json, seed).0, hash, "seed {seed}: another content in JSON\n{blocks}\n{json}");
        }
        tree.count_fields(&mut used);
    }
    // That they are not all alike, and that the whole format is in them.
    assert!(advised > 100 && tested > 300, "{advised} with warnings, {tested} with a test");
    for field in FIELDS {
        let count = used.get(field).copied().unwrap_or_default();
        assert!(count > 20, "{field}: {count}");
    }
}

/// Every field of the format but those of single tests, which one golden test has.
const FIELDS: [&str; 59] = [
    "peil",
    "id",
    "version",
    "languages",
    "title",
    "provenance",
    "licence",
    "minutes",
    "scale",
    "max",
    "stages",
    "from",
    "axes",
    "dimensions",
    "asks",
    "weight",
    "cells",
    "at",
    "roles",
    "scoring",
    "min_coverage",
    "stage_coverage",
    "missing",
    "compare_decimals",
    "minimum_group",
    "choices",
    "value",
    "label",
    "exclusive",
    "was",
    "questions",
    "ask",
    "help",
    "type",
    "range",
    "rows",
    "highest",
    "to",
    "reverse",
    "when",
    "all",
    "any",
    "not",
    "is",
    "at_least",
    "at_most",
    "answered",
    "not_applicable",
    "reason",
    "evidence",
    "paper_and_practice",
    "quick",
    "advice",
    "below",
    "think_big",
    "act_small",
    "stop_when",
    "since",
    "targets",
];
