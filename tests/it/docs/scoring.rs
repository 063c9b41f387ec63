//! Every number of `docs/scoring.md` against the library, and against the independent calculation beside this folder.

use std::collections::HashMap;

use peil::comparison::{Batch, LikeForLike, Measure, Past, Progress};
use peil::diagnostics::Diagnostics;
use peil::questionnaire::{self, On, Questionnaire, Targets};
use peil::responses::{Chunk, Intake, Responses, Row, read_register, read_table};
use peil::scores::{
    Figure, ItemState, Keep, Outcome, Range, RoleCells, Rubric, ScoreCard, Step, Tally, all_roles, firmness,
};
use peil::source::Sources;
use peil::yaml;

use super::page::{self, Piece};

/// What a table of a worked example can be about, as its first heading says; the first two are also worked out in exact
/// fractions.
const ABOUT: [&str; 5] = ["figure", "comparison", "agreement", "sensitivity", "reliability"];

/// One worked example.
pub(super) struct Example {
    pub(super) title: String,
    questionnaire: String,
    answers: String,
    /// The register of councils, where there is one.
    register: String,
    /// What the table is about: one of [`ABOUT`].
    pub(super) about: String,
    /// Council, and wave where there are several.
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

pub(super) fn examples() -> Vec<Example> {
    let page = page::read("scoring.md");
    let (mut head, mut title) = (String::new(), String::new());
    let (mut questionnaire, mut answers) = (String::new(), String::new());
    let (mut register, mut examples) = (String::new(), Vec::new());
    for piece in page::pieces(&page) {
        match piece {
            Piece::Heading(text) => title = text.trim_start_matches("Example: ").to_owned(),
            Piece::Block { info, text } if info == "yaml head" => head = text,
            Piece::Block { info, text } if info == "yaml example" => questionnaire = with_head(&head, &text),
            Piece::Block { info, text } if info == "csv" => (answers, register) = (text, String::new()),
            Piece::Block { info, text } if info == "csv councils" => register = text,
            Piece::Block { .. } => {}
            Piece::Table(mut rows) => {
                let mut header = rows.remove(0);
                let about = header.remove(0);
                if ABOUT.contains(&about.as_str()) {
                    examples.push(Example {
                        title: title.clone(),
                        questionnaire: questionnaire.clone(),
                        answers: answers.clone(),
                        register: register.clone(),
                        about,
                        columns: header,
                        rows,
                    });
                }
            }
        }
    }
    examples
}

/// The example with the fields of the head that it does not give itself.
fn with_head(head: &str, example: &str) -> String {
    let own: Vec<&str> = top_fields(example).into_iter().map(|(name, _)| name).collect();
    let rest = top_fields(head).into_iter().filter(|(name, _)| !own.contains(name));
    rest.map(|(_, text)| text + "\n").collect::<String>() + example + "\n"
}

/// The fields at the left margin, each with its lines.
fn top_fields(text: &str) -> Vec<(&str, String)> {
    let mut fields: Vec<(&str, String)> = Vec::new();
    for line in text.lines() {
        match fields.last_mut() {
            Some((_, lines)) if line.starts_with(' ') => *lines = format!("{lines}\n{line}"),
            _ => fields.push((line.split(':').next().unwrap_or_default(), line.to_owned())),
        }
    }
    fields
}

pub(super) fn read(example: &Example) -> (Questionnaire, Responses) {
    let mut sources = Sources::new();
    let mut out = Diagnostics::new();
    let file = sources.add("example.yaml", example.questionnaire.as_str());
    let node = yaml::parse(file, &sources, &mut out);
    let read = node.and_then(|node| questionnaire::parse(&node, &mut out));
    assert!(out.is_empty(), "{}: {:?}", example.title, out.sorted());
    let questionnaire = read.expect("a questionnaire");
    let mut intake = Intake::new(&questionnaire);
    let file = sources.add("example.csv", example.answers.as_str());
    read_table(file, &sources, &mut intake, &mut out);
    assert!(!out.has_errors(), "{}: {:?}", example.title, out.sorted());
    let mut responses = intake.finish();
    if !example.register.is_empty() {
        let file = sources.add("councils.csv", example.register.as_str());
        let register = read_register(file, &sources, Some(&questionnaire), &mut out);
        register.expect("a register").apply(&mut responses.registry, &mut out);
        assert!(out.is_empty(), "{}: {:?}", example.title, out.sorted());
    }
    let columns: Vec<usize> = (0..responses.registry.class_columns().len()).collect();
    responses.registry.join(&columns);
    (questionnaire, responses)
}

/// Index of the group that a column of the table is about.
pub(super) fn group(responses: &Responses, column: &str) -> usize {
    let (council, wave) = column.split_once(' ').unwrap_or((column, ""));
    let registry = &responses.registry;
    let is_meant = |group: &peil::responses::Group| {
        registry.id(group.council) == council
            && (wave.is_empty() || group.wave.is_some_and(|known| known.to_string() == wave))
    };
    registry.groups().iter().position(is_meant).expect("a group")
}

/// A number as the page gives it: `8/3 = 2.667`, `8/3` or `2`, against the one computed.
pub(super) fn is_number(written: &str, computed: f64) -> bool {
    let (exact, decimals) = written.split_once(" = ").map_or((written, None), |(a, b)| (a, Some(b)));
    let (above, below) = exact.split_once('/').unwrap_or((exact, "1"));
    let parse = |text: &str| text.parse::<f64>().unwrap_or(f64::NAN);
    let exact_fits = (computed - parse(above) / parse(below)).abs() < 1e-9;
    let rounded_fits = decimals.is_none_or(|text| {
        let places = text.split_once('.').map_or(0, |(_, places)| places.len());
        format!("{computed:.places$}").trim_end_matches('0') == text.trim_end_matches('0')
    });
    exact_fits && rounded_fits
}

fn is_outcome(written: &str, outcome: Outcome) -> bool {
    match outcome {
        Outcome::Scored(score) => is_number(written, score),
        Outcome::TooFewAnswers(_) => written == "too few answers",
        Outcome::NotApplicable => written == "not applicable",
    }
}

fn is_state(written: &str, state: ItemState, max: f64) -> bool {
    match state {
        ItemState::Scored { value, .. } => is_number(written, value * max),
        ItemState::Unknown { .. } => written == "unknown",
        ItemState::NotApplicable => written == "not applicable",
        ItemState::NotAsked => written == "not asked",
    }
}

fn step(step: Option<Step>) -> String {
    match step {
        None => "none".to_owned(),
        Some(Step { at_least, at_most }) if at_least == at_most => at_least.to_string(),
        Some(Step { at_least, at_most }) => format!("at least {at_least}, at most {at_most}"),
    }
}

/// The figure of a card with this name: `overall`, a dimension, or a cell as `leaf × leaf`.
fn figure<'c>(card: &'c ScoreCard, q: &Questionnaire, name: &str) -> &'c Figure {
    if name == "overall" {
        return &card.overall;
    }
    if let Some(dimension) = q.dimension(name) {
        return &card.dimensions[dimension];
    }
    let at: Vec<usize> = name.split(" × ").map(|id| q.dimension(id).expect(name)).collect();
    let cell = q.cells.iter().position(|cell| cell.at == at);
    &card.cells[cell.expect("a cell")]
}

/// Whether the library says the same as one cell of a table; else what it says.
fn check(rubric: &Rubric<'_>, responses: &Responses, group: usize, name: &str, written: &str) -> Result<(), String> {
    let q = rubric.questionnaire();
    let card_of = |rubric: &Rubric<'_>| {
        let groups = responses.registry.groups().len();
        Tally::of(rubric, &responses.chunks, groups, Keep::ALL, 1).card(rubric, group, &all_roles)
    };
    if name == "overall quick" {
        let quick = card_of(&Rubric::new(q).quick_only());
        return told(is_outcome(written, quick.overall.outcome), &quick.overall);
    }
    if let Some(item) = q.items.iter().position(|item| item.id == name) {
        let mut rows = responses.chunks.iter().flat_map(peil::responses::Chunk::rows);
        let row: Row<'_> = rows.find(|row| row.head.group as usize == group).expect("a row");
        let mut asked = Vec::new();
        rubric.asked(row, &mut asked);
        let state = rubric.item(item, row, &asked);
        return told(is_state(written, state, q.scale.max), &state);
    }
    let card = card_of(rubric);
    if name == "pooled" {
        return told(is_outcome(written, card.pooled), &card.pooled);
    }
    if let Some(of) = name.strip_suffix(" without one") {
        let range = without_one(rubric, responses, group, of);
        let fits = match (range, written.split_once(" to ")) {
            (Some(range), Some((low, high))) => is_number(low, range.low) && is_number(high, range.high),
            (range, _) => range.is_none() && written == "none",
        };
        return told(fits, &range);
    }
    let (of, what) = name.rsplit_once(' ').unwrap_or((name, ""));
    let is_part = ["coverage", "band", "stage", "step"].contains(&what);
    let figure = figure(&card, q, if is_part { of } else { name });
    let fits = match what {
        "coverage" => written == format!("{} of {}", figure.coverage.scored, figure.coverage.applicable),
        "step" => written == step(figure.step),
        "stage" => written == figure.stage.map_or("none", |index| &q.scale.stages[index].id),
        "band" => {
            let (low, high) = written.split_once(" to ").expect("two ends");
            figure.band.is_some_and(|band| is_number(low, band.low) && is_number(high, band.high))
        }
        _ => is_outcome(written, figure.outcome),
    };
    told(fits, figure)
}

/// The range of a dimension, or of the whole, without any one respondent.
fn without_one(rubric: &Rubric<'_>, responses: &Responses, group: usize, of: &str) -> Option<Range> {
    let groups = responses.registry.groups().len();
    let tally = Tally::of(rubric, &responses.chunks, groups, Keep::default(), 1);
    let rows = responses.chunks.iter().flat_map(Chunk::rows).filter(|row| row.head.group as usize == group);
    let firmness = firmness(rubric, &tally, group, RoleCells::everywhere(tally.all_roles()), rows);
    rubric.questionnaire().dimension(of).map_or(firmness.overall_range(), |index| firmness.range(index))
}

fn told(fits: bool, computed: &impl std::fmt::Debug) -> Result<(), String> {
    if fits { Ok(()) } else { Err(format!("{computed:?}")) }
}

#[test]
fn every_worked_number_is_what_the_library_computes() {
    let mut checked = 0;
    for example in examples().iter().filter(|example| example.about == "figure") {
        let (questionnaire, responses) = read(example);
        let rubric = Rubric::new(&questionnaire);
        for row in &example.rows {
            for (column, written) in example.columns.iter().zip(&row[1..]) {
                let group = group(&responses, column);
                if let Err(computed) = check(&rubric, &responses, group, &row[0], written) {
                    panic!("{}: {} of {column} is {written} on the page but {computed}", example.title, row[0]);
                }
                checked += 1;
            }
        }
    }
    assert!(checked > 200, "only {checked} numbers were found");
}

/// How many peers there are, or the median of their scores, in the classes that the name of the row ends with.
fn among_peers(batch: &Batch<'_>, group: usize, name: &str) -> f64 {
    let (what, columns) = name.split_once(" within ").expect("classes");
    let registry = &batch.responses().registry;
    let known = registry.class_columns();
    let column = |name: &str| known.iter().position(|known| known == name).expect("a class");
    let peers = batch.widened(group, registry.joined(&columns.split(", ").map(column).collect::<Vec<_>>()));
    match what {
        "peers" => peers.groups().len() as f64,
        _ => batch.spread_among(&peers, Measure::Overall).expect("enough of them").median,
    }
}

/// What changed since those that a council came from: the whole, or a dimension.
fn since_merger(batch: &Batch<'_>, group: usize, name: &str) -> Option<f64> {
    let Past::Compared(found) = batch.merger(group)?.past else { return None };
    match name.strip_prefix("merged ") {
        None => Some(found.change.delta()),
        Some(dimension) => {
            let index = batch.rubric().questionnaire().dimension(dimension).expect("a dimension");
            Some(found.now.dimensions[index]? - found.before[index]?)
        }
    }
}

/// What is left to go to the target of a dimension, or what part of the way was gone.
fn towards(batch: &Batch<'_>, group: usize, name: &str) -> Option<f64> {
    let q = batch.rubric().questionnaire();
    let (dimension, what) = name.rsplit_once(' ').expect("two words");
    let index = q.dimension(dimension).expect("a dimension");
    let target = Targets::of_profile(&q.targets[0]).on(On::Dimension(index)).expect("a target");
    if what == "gap" {
        let score = batch.card(group).dimensions[index].outcome.score()?;
        return Some(q.scoring.missing(score, target).map_or(0.0, |missing| q.scoring.rounding.up(missing)));
    }
    let (previous, change) = batch.change(group)?;
    let common = change?.common;
    let [now, before] = [group, previous].map(|wave| batch.scores_in_common(wave, &common).dimensions[index]);
    match batch.progress(before, now, target) {
        Progress::Share(share) => Some(share),
        Progress::Unknown | Progress::WasThere => None,
    }
}

#[test]
fn every_worked_comparison_is_what_the_library_computes() {
    let mut checked = 0;
    for example in examples().iter().filter(|example| example.about == "comparison") {
        let (questionnaire, responses) = read(example);
        let groups: Vec<usize> = example.columns.iter().map(|column| group(&responses, column)).collect();
        let batch = Batch::new(Rubric::new(&questionnaire), responses, Keep::ALL, 1);
        let standings = batch.standings(None);
        for row in &example.rows {
            for (&group, written) in groups.iter().zip(&row[1..]) {
                let standing = &standings[group];
                let computed = match row[0].as_str() {
                    name if name.ends_with(" gap") || name.ends_with(" progress") => towards(&batch, group, name),
                    "rank" => standing.rank.map(f64::from),
                    "percentile" => standing.percentile,
                    "delta" => standing.delta,
                    name if name.contains(" within ") => Some(among_peers(&batch, group, name)),
                    name if name.starts_with("merged") => since_merger(&batch, group, name),
                    _ => standing.like_for_like.as_ref().map(LikeForLike::delta),
                };
                let fits = computed.map_or(written == "none", |computed| is_number(written, computed));
                assert!(fits, "{}: {} is {written} on the page but {computed:?}", example.title, row[0]);
                checked += 1;
            }
        }
    }
    assert!(checked >= 50, "only {checked} comparisons were found");
}

#[test]
fn every_worked_number_is_what_the_independent_calculation_gives() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/scoring.txt");
    let text = std::fs::read_to_string(path).expect("the reference");
    let mut reference: HashMap<Vec<&str>, &str> = HashMap::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split(" | ").collect();
        reference.insert(fields[..3].to_vec(), fields[3]);
    }
    let examples = examples();
    for example in examples.iter().filter(|example| ABOUT[..2].contains(&example.about.as_str())) {
        for row in &example.rows {
            for (column, written) in example.columns.iter().zip(&row[1..]) {
                let exact = |part: &str| part.split(" = ").next().unwrap_or_default().to_owned();
                let written = written.split(" to ").map(exact).collect::<Vec<_>>().join(" to ");
                let computed = reference.remove(&vec![example.title.as_str(), &row[0], column]);
                assert_eq!(computed, Some(written.as_str()), "{}: {} of {column}", example.title, row[0]);
            }
        }
    }
    assert!(reference.is_empty(), "not on the page: {reference:?}");
}
