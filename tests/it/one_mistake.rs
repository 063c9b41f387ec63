//! A questionnaire with one mistake in it has one problem, and whatever is wrong with it, it is refused with a reason.

use peil::diagnostics::Diagnostics;
use peil::source::{Sources, Span};
use peil::yaml::{Node, Value};
use peil::{questionnaire, yaml};

/// One with every field and every type of question.
const EVERYTHING: &str = include_str!("../diagnostics/valid/every-field-and-type.yaml");

/// The problems of a text as `line:column code`; checks what holds for any text at all.
fn problems(text: &str) -> Vec<String> {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("a.yaml", text);
    let read = yaml::parse(file, &sources, &mut out).and_then(|node| questionnaire::parse(&node, &mut out));
    assert_eq!(read.is_none(), out.has_errors(), "refused without a reason, or read with an error:\n{text}");
    let mut problems = Vec::new();
    for one in out.sorted() {
        let marked = sources.get(file).slice(one.span);
        assert!(!marked.contains('\n'), "{one:?} points at several lines of\n{text}");
        assert!(!marked.is_empty() || one.span == Span::start_of(file), "{one:?} points at nothing in\n{text}");
        let place = sources.position(one.span);
        problems.push(format!("{}:{} {}", place.line, place.column, one.code().id()));
    }
    problems
}

#[test]
fn one_mistake_is_one_problem() {
    let mistakes = [
        ("languages: [nl, en]", "languages: nl"),
        ("languages: [nl, en]", "languages: [nl, EN]"),
        ("languages: [nl, en]", "languages: [~, en]"),
        ("max: 4", "max: vier"),
        ("from: 0, title: {nl: startend", "from: nul, title: {nl: startend"),
        ("  - id: niveau\n", "  - id: [niveau]\n"),
        ("    title: {nl: Niveau", "    titel: {nl: Niveau"),
        ("      - id: richten\n", "      - ID: richten\n"),
        ("        dimensions:\n", "        dimension:\n"),
        ("{id: wegen,", "{id: none,"),
        ("{id: 2, value: 2, label", "{id: 2, label"),
        ("{id: 2, value: 2, label", "{id: 2, value: twee, label"),
        ("{id: 2, value: 2, label", "{id: 2, waarde: 2, label"),
        ("exclusive: true, value: 0", "exclusive: ja, value: 0"),
        ("  - id: mi-de-2\n", "  - id: mi.de.2\n"),
        ("type: multiple\n    choices: kanalen", "type: multipel\n    choices: kanalen"),
        ("type: multiple\n    choices: kanalen", "tipe: multiple\n    choices: kanalen"),
        ("type: multiple\n    choices: kanalen", "type: multiple\n    choices: kanaal"),
        ("type: rating\n", "type: ratting\n"),
        ("from: -2", "from: 2"),
        ("from: -2", "from: -9223372036854775808"),
        ("to: 12.5", "to: 1e308"),
        ("type: grid\n", "type: gird\n"),
        ("    rows:\n", "    row:\n"),
        ("highest: 3", "highest: 0"),
        ("paper_and_practice: true", "paper_and_practice: yes"),
        ("at_least: 1, at_most: 4", "at_leats: 1, at_most: 4"),
        ("{is: [balie, web]}", "{is: []}"),
        ("{ict: 2, dienst: 1}", "{ict: 1e308, dienst: 1}"),
        ("  - {id: ict, title: {nl: ICT, en: IT}}", "  - ict"),
        ("peil: questionnaire/1", "peil: answers/1"),
        ("peil: questionnaire/1", "piel: questionnaire/1"),
    ];
    for (right, wrong) in mistakes {
        assert!(EVERYTHING.contains(right), "{right}");
        let found = problems(&EVERYTHING.replacen(right, wrong, 1));
        assert_eq!(found.len(), 1, "{right} => {wrong}: {found:?}");
    }
}

#[test]
fn odd_values_in_every_place_are_refused_with_a_reason() {
    let odd =
        ["~", "[]", "{}", "[[~]]", "{a: b}", "\"\"", "-1", "1e999", ".nan", "é", "a.b", "[{}]", "*a", "'", "}", "- "];
    let mut sources = Sources::new();
    let file = sources.add("a.yaml", EVERYTHING);
    let node = yaml::parse(file, &sources, &mut Diagnostics::new()).expect("a tree");
    let mut places = Vec::new();
    spans(&node, &mut places);
    assert!(places.len() > 400, "{}", places.len());
    // Every value in every place takes minutes: each place gets some, the next place others.
    for (index, span) in places.iter().enumerate() {
        for value in odd.iter().cycle().skip(index).step_by(5).take(2) {
            let mut text = EVERYTHING.to_owned();
            text.replace_range(span.start as usize..span.end as usize, value);
            problems(&text);
        }
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused_with_a_reason_or_read() {
    for (index, (offset, _)) in EVERYTHING.char_indices().enumerate() {
        if index % 19 == 0 {
            problems(&EVERYTHING[..offset]);
        }
    }
}

/// Where every key and value stands.
fn spans(node: &Node, places: &mut Vec<Span>) {
    places.push(node.span);
    match &node.value {
        Value::Scalar(_) => {}
        Value::List(items) => items.iter().for_each(|item| spans(item, places)),
        Value::Map(entries) => {
            for entry in entries {
                places.push(entry.key.span);
                spans(&entry.value, places);
            }
        }
    }
}
