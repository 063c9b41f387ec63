//! Tables: what scores, lists of who is invited, and answers say of whom they are about.

use std::collections::BTreeSet;

use peil::language::aside::NoAnswers;
use peil::responses::{Input, Origin, Trace, trace};
use peil::source::Sources;
use serde_json::{Map, Value};

use super::questionnaires::Named;
use super::recognise::{Made, plain};
use crate::aside::of_columns;
use crate::pool::is_drawn;

/// What all scores have, except those that are to be pooled.
const NAME: &str = "name";

/// What a table holds, if not answers.
pub(super) fn held(text: &str) -> Option<NoAnswers> {
    of_columns(&names(text).iter().map(String::as_str).collect::<Vec<_>>())
}

/// The waves in which somebody is on a list of who is invited.
pub(super) fn list(text: &str) -> Made {
    Made::List(rows(text).into_iter().map(|(_, wave)| wave).collect())
}

/// Scores as a table; those under ids by chance, and without names, were pooled.
pub(super) fn scores(text: &str) -> Made {
    let rows = rows(text);
    let all_drawn = !rows.is_empty() && rows.iter().all(|(council, _)| is_drawn('c', council));
    let has_names = names(text).iter().any(|name| name == NAME);
    match all_drawn && !has_names {
        true => Made::Pool(None, rows.into_iter().map(|(_, wave)| wave).collect()),
        false => Made::Scores(None, rows),
    }
}

fn is_lines(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

/// The names of the columns; of JSON lines those of the first, since peil writes all of them in each.
fn names(text: &str) -> Vec<String> {
    if is_lines(text) {
        let first = text.lines().next().and_then(|line| serde_json::from_str::<Map<String, Value>>(line).ok());
        return first.into_iter().flatten().map(|(name, _)| name).collect();
    }
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.headers().into_iter().flatten().map(str::to_owned).collect()
}

/// Each row by its council and its wave.
fn rows(text: &str) -> Vec<(String, String)> {
    let names = names(text);
    if is_lines(text) {
        let objects = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        return objects.map(|object| (plain(object.get("council")), plain(object.get("wave")))).collect();
    }
    let place = |name: &str| names.iter().position(|known| known == name);
    let (council, wave) = (place("council"), place("wave"));
    let cell = |row: &csv::StringRecord, place: Option<usize>| {
        place.and_then(|place| row.get(place)).unwrap_or_default().to_owned()
    };
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().filter_map(Result::ok).map(|row| (cell(&row, council), cell(&row, wave))).collect()
}

/// Answers under ids by chance, for pooling, or as they were given.
pub(super) fn answers(text: &str, id: &str) -> Option<Made> {
    let mut sources = Sources::new();
    let input = Input::Table(sources.add("", text), Origin::Written);
    let (mut all_drawn, mut pool, mut held) = (true, (None, BTreeSet::new()), None::<Vec<_>>);
    trace(&input, &sources, &mut |found| {
        let Trace::Seen(seen) = found else { return };
        all_drawn &= is_drawn('c', seen.council) && is_drawn('r', seen.respondent);
        if all_drawn {
            pool.0.get_or_insert_with(|| seen.questionnaire.to_owned());
            pool.1.insert(seen.wave.to_owned());
        }
        let held = held.get_or_insert_default();
        if seen.respondent == id {
            held.push((seen.council.to_owned(), seen.wave.to_owned()));
        }
    });
    match pool {
        (Some(questionnaire), waves) if all_drawn => Some(Made::Pool(Named::by_id(&questionnaire), waves)),
        _ => held.map(Made::Answers),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::forget::recognise::made;

    fn table(text: &str, id: &str) -> Option<Made> {
        made(Path::new(if is_lines(text) { "t.jsonl" } else { "t.csv" }), text, id)
    }

    fn waves(waves: &[&str]) -> BTreeSet<String> {
        waves.iter().map(|wave| (*wave).to_owned()).collect()
    }

    #[test]
    fn scores_are_told_by_their_fields_in_rows_and_in_json_lines() {
        let scores = Some(Made::Scores(None, vec![("A".to_owned(), "2026".to_owned())]));
        assert_eq!(table("council,name,wave,overall,coverage,respondents\nA,,2026,2,1,5\n", "r-1"), scores);
        let lines =
            "{\"council\":\"A\",\"name\":\"\",\"wave\":2026,\"overall\":null,\"coverage\":1,\"respondents\":5}\n";
        assert_eq!(table(lines, "r-1"), scores);
        assert_eq!(table("council,overall\nA,2\n", "r-1"), None);
    }

    #[test]
    fn a_pooled_table_is_told_by_all_its_ids_and_other_answers_by_the_respondent() {
        let pooled = "council,wave,respondent,questionnaire\nc-0000000a,2026,r-1234abcd,kort@1.0.0\n";
        assert_eq!(table(pooled, "r-1"), Some(Made::Pool(Named::by_id("kort"), waves(&["2026"]))));
        let mixed = format!("{pooled}A,2024,r-1,kort@1.0.0\n");
        assert_eq!(table(&mixed, "r-1"), Some(Made::Answers(vec![("A".to_owned(), "2024".to_owned())])));
        assert_eq!(table(&mixed, "r-12"), Some(Made::Answers(Vec::new())));
        let scores = "council,wave,overall,coverage,respondents\nc-0000000a,2026,2,1,5\n";
        assert_eq!(table(scores, "r-1"), Some(Made::Pool(None, waves(&["2026"]))));
    }
}
