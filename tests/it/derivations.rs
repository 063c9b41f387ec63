//! Where numbers come from: every number of the gallery is made again from its answers, here and by an independent
//! calculation; and the formats of `peil score --explain`.

use std::collections::HashMap;
use std::path::Path;

use peil::comparison::Batch;
use peil::diagnostics::Diagnostics;
use peil::questionnaire::{Missing, Questionnaire, RoleWeights, shipped};
use peil::responses;
use peil::scores::{Coverage, Derivation, Figure, Keep, Part, Rubric, explain, explain_cell};
use peil::source::Sources;
use serde_json::Value;

use crate::peil::peil;

const KEPT: &str = include_str!("../reference/derivations.txt");
const QUESTIONNAIRES: [&str; 3] = ["dienstverlening", "digitale-maturiteit", "digitale-transformatie"];

/// A value and its counts.
type Made = (Option<f64>, Coverage);

/// What a council's answers come to, made from the leaves of a derivation alone.
struct Again<'q> {
    q: &'q Questionnaire,
    /// By index of the cell.
    cells: HashMap<usize, Made>,
    /// The same with every respondent weighing the same.
    pooled: HashMap<usize, Option<f64>>,
}

fn mean(pairs: impl IntoIterator<Item = (f64, Option<f64>)>) -> Option<f64> {
    let pairs: Vec<(f64, f64)> = pairs.into_iter().filter_map(|(weight, value)| Some((weight, value?))).collect();
    let total: f64 = pairs.iter().map(|(weight, _)| weight).sum();
    (total > 0.0).then(|| pairs.iter().map(|(weight, value)| weight * value).sum::<f64>() / total)
}

impl Again<'_> {
    /// The worth of a question, and whether it applies; of one with rows from the rows.
    fn question(&self, node: &Derivation) -> (Option<f64>, bool) {
        let of = |node: &Derivation| (node.outcome.score(), node.coverage.applicable > 0);
        if node.contributions.is_empty() {
            return of(node);
        }
        let rows: Vec<Option<f64>> =
            node.contributions.iter().map(|row| of(&row.derivation)).filter(|row| row.1).map(|row| row.0).collect();
        let given: Vec<f64> = rows.iter().copied().flatten().collect();
        if given.is_empty() || (given.len() as f64) < self.q.scoring.min_coverage * rows.len() as f64 {
            return (None, !rows.is_empty());
        }
        let over = if self.q.scoring.missing == Missing::Zero { rows.len() } else { given.len() };
        (Some(given.iter().sum::<f64>() / over as f64), true)
    }

    fn respondent(&self, node: &Derivation) -> Made {
        let weighed = node.contributions.iter().map(|part| (part.weight, self.question(&part.derivation)));
        let here: Vec<(f64, Option<f64>)> =
            weighed.filter(|(_, (_, applies))| *applies).map(|(weight, (value, _))| (weight, value)).collect();
        let scored = here.iter().filter(|(_, value)| value.is_some()).count();
        let coverage = Coverage { scored: scored as u64, applicable: here.len() as u64 };
        let enough = !here.is_empty() && scored as f64 >= self.q.scoring.min_coverage * here.len() as f64;
        let zero = self.q.scoring.missing == Missing::Zero;
        let value = mean(here.into_iter().map(|(weight, value)| (weight, value.or(zero.then_some(0.0)))));
        (value.filter(|_| enough), coverage)
    }

    /// Takes the cell that these roles are.
    fn cell(&mut self, node: &Derivation) {
        let Part::Item(item, _) =
            node.contributions[0].derivation.contributions[0].derivation.contributions[0].derivation.part
        else {
            panic!("no question under a respondent under a role");
        };
        let (mut roles, mut everyone, mut counts) = (Vec::new(), Vec::new(), Coverage::default());
        for role in node.contributions.iter().map(|part| &part.derivation) {
            let people: Vec<Made> = role.contributions.iter().map(|one| self.respondent(&one.derivation)).collect();
            counts = people.iter().fold(counts, |sum, one| sum.plus(one.1));
            let values: Vec<f64> = people.iter().filter_map(|one| one.0).collect();
            let weight = match (&self.q.scoring.roles, role.part) {
                (RoleWeights::Pooled, _) => values.len() as f64,
                (RoleWeights::Weighted(weights), Part::Role(role)) => weights.get(role).copied().unwrap_or(1.0),
                _ => 1.0,
            };
            roles.push((weight, mean(values.iter().map(|&value| (1.0, Some(value))))));
            everyone.extend(values);
        }
        let cell = self.q.items[item].cell;
        self.cells.insert(cell, (mean(roles), counts));
        self.pooled.insert(cell, mean(everyone.into_iter().map(|value| (1.0, Some(value)))));
    }

    fn walk(&mut self, node: &Derivation) {
        if node.contributions.iter().any(|part| matches!(part.derivation.part, Part::Role(_))) {
            self.cell(node);
        } else {
            node.contributions.iter().for_each(|part| self.walk(&part.derivation));
        }
    }

    /// A dimension, or without one the whole, from cells that `value` picks.
    fn whole(&self, dimension: Option<usize>, value: &dyn Fn(usize) -> Option<f64>) -> Option<f64> {
        let q = self.q;
        let inside =
            |cell: usize| dimension.is_none_or(|top| q.cells[cell].at.iter().any(|&leaf| q.is_within(leaf, top)));
        let cells = (0..q.cells.len()).filter(|&cell| inside(cell));
        let children = match dimension {
            None => &q.axes[0].top,
            Some(index) => &q.dimensions[index].children,
        };
        if q.has_grid() || children.is_empty() {
            return mean(cells.map(|cell| (q.cells[cell].weight, value(cell))));
        }
        mean(children.iter().map(|&child| (q.dimensions[child].weight, self.whole(Some(child), value))))
    }

    fn is(&self, figure: &Figure, value: Option<f64>, cells: impl Iterator<Item = usize>, what: &str) {
        close(figure.outcome.score(), value, what);
        let counts =
            cells.filter_map(|cell| self.cells.get(&cell)).fold(Coverage::default(), |sum, one| sum.plus(one.1));
        assert_eq!(figure.coverage, counts, "{what}");
    }
}

fn close(number: Option<f64>, again: Option<f64>, what: &str) {
    match (number, again) {
        (Some(number), Some(again)) => assert!((number - again).abs() < 1e-9, "{what}: {number} and {again}"),
        _ => assert_eq!(number, again, "{what}"),
    }
}

/// The numbers of one council that the independent calculation kept: `overall` and the dimensions that have a score.
fn kept(place: &str) -> HashMap<&'static str, f64> {
    let line = KEPT.lines().find(|line| line.starts_with(place)).unwrap_or_else(|| panic!("{place} is not kept"));
    let numbers = line.split(' ').filter_map(|word| word.split_once('=')).filter(|(name, _)| *name != "checked");
    numbers.map(|(name, number)| (name, number.parse().expect("a number"))).collect()
}

#[test]
fn every_number_of_the_gallery_is_made_again_from_its_leaves() {
    let mut groups = 0;
    for id in QUESTIONNAIRES {
        let q = shipped(id).expect("shipped");
        let paths = [Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/input").join(id)];
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let files = responses::find(&paths).expect("files").files;
        let inputs = responses::read(&files, &paths, &mut sources, &mut out).expect("read");
        let bound = responses::bind(&inputs, &q, &sources, &mut out);
        let batch = Batch::new(Rubric::new(&q), bound, Keep::ALL, 1);
        for group in 0..batch.groups() {
            let what = format!("{id} {} {} ", batch.group(group).wave.expect("a wave"), batch.id(group));
            let card = batch.card(group);
            let mut again = Again { q: &q, cells: HashMap::new(), pooled: HashMap::new() };
            again.walk(&explain(batch.rubric(), batch.chunks(), group, None));
            let value = |cell: usize| again.cells.get(&cell).and_then(|made| made.0);
            let pooled = |cell: usize| again.pooled.get(&cell).copied().flatten();
            let kept = kept(&what);
            again.is(&card.overall, again.whole(None, &value), 0..q.cells.len(), &what);
            close(card.overall.outcome.score(), kept.get("overall").copied(), &what);
            // What everyone said apart is not among the leaves where an agreement stands in its place.
            if batch.group(group).consensus == 0 {
                close(card.pooled.score(), again.whole(None, &pooled), &what);
            }
            for (index, figure) in card.dimensions.iter().enumerate() {
                let (dimension, what) = (&q.dimensions[index].id, format!("{what}{}", q.dimensions[index].id));
                let inside = |cell: &usize| q.cells[*cell].at.iter().any(|&leaf| q.is_within(leaf, index));
                again.is(figure, again.whole(Some(index), &value), (0..q.cells.len()).filter(inside), &what);
                close(figure.outcome.score(), kept.get(dimension.as_str()).copied(), &what);
            }
            for (cell, figure) in card.cells.iter().enumerate() {
                again.is(figure, value(cell), std::iter::once(cell), &format!("{what}cell {cell}"));
                let told = explain_cell(batch.rubric(), batch.chunks(), group, cell);
                assert_eq!((told.part, told.outcome), (Part::Cell(cell), figure.outcome));
            }
            groups += 1;
        }
    }
    assert_eq!(groups, KEPT.lines().count());
}

const GRID: &str = "peil: questionnaire/1\nid: raster\nversion: 1.0.0\nlanguages: [en]\ntitle: Grid\nscale: {max: 4}\n\
    axes:\n  - {id: a, title: A, dimensions: [{id: one, title: One}, {id: two, title: Two}]}\n\
    \x20 - {id: b, title: B, dimensions: [{id: x, title: Ex}, {id: w, title: We}]}\n\
    cells: [{at: {a: one, b: x}, weight: 2}]\nquestions:\n\
    \x20 - {id: q1, at: {a: one, b: x}, ask: First?, type: rating, from: 0, to: 4}\n\
    \x20 - {id: q2, at: {a: two, b: w}, ask: Second?, type: rating, from: 0, to: 4, weight: 3}\n\
    \x20 - {id: q3, at: {a: two, b: w}, ask: Third?, type: rating, from: 0, to: 4}\n";
const ROWS: &str = "council,name,respondent,q1,q2,q3\n1,<b>Odd</b>,Jan,4,1,\n1,<b>Odd</b>,Mia,2,3,1\n";

fn explained(name: &str, more: &[&str]) -> crate::peil::Peil {
    let arguments = ["score", "a.csv", "-q", "q.yaml", "--explain", name];
    peil(arguments.iter().chain(more)).file("q.yaml", GRID).file("a.csv", ROWS)
}

#[test]
fn a_cell_is_asked_for_by_its_dimensions_in_any_order() {
    for name in ["one×x", "x × one", "one x x", "x X one"] {
        explained(name, &[])
            .stdout(
                "<b>Odd</b>\n\
                 One × Ex: 3.000  (2 of 2)\n\
                 └─ without a role: 3.000  (2 of 2)\n\
                 \x20  ├─ Respondent 1: 2.000  (1 of 1)\n\
                 \x20  │  └─ q1 = 2: 2.000\n\
                 \x20  └─ Respondent 2: 4.000  (1 of 1)\n\
                 \x20     └─ q1 = 4: 4.000\n\
                 \n\
                 Each number is the weighted mean of the numbers under it that have a score; × is the weight where it is\n\
                 not 1. In brackets: questions answered out of those that apply.\n",
            )
            .ends_with(0);
    }
}

#[test]
fn what_is_no_number_is_said_to_be_none() {
    explained("one×w", &[])
        .stderr(
            "error: the questionnaire has no cell `one×w` with questions\n\
             help: a cell is one dimension without parts of each axis, for example \"one×x\"\n",
        )
        .ends_with(2);
    explained("one x z", &[]).stderr_holds("the questionnaire has no dimension `z`").ends_with(2);
    explained("overall", &["--format", "csv"])
        .stderr(
            "error: what --explain shows does not fit in csv\n\
             help: choose --format table, json, markdown or html\n",
        )
        .ends_with(2);
    peil(["score", "a.csv", "-q", "q.yaml", "--format", "html"])
        .file("q.yaml", GRID)
        .file("a.csv", ROWS)
        .stderr(
            "error: scores come as table, csv, json, jsonl or parquet\n\
             help: `peil report` makes a page of scores; with --explain one number becomes a page\n",
        )
        .ends_with(2);
}

#[test]
fn the_derivation_for_programs_has_the_shape_of_its_schema() {
    let schema: Value = serde_json::from_str(include_str!("../../schemas/derivation.schema.json")).expect("JSON");
    let output = explained("overall", &["--format", "json"]).run();
    let told: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let names = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<String>>();
    assert_eq!(names(&told), names(&schema["properties"]));
    let number = &schema["$defs"]["number"];
    let (mut parts, mut left) = (Vec::new(), vec![&told["number"]]);
    while let Some(node) = left.pop() {
        for name in names(node) {
            assert!(number["properties"][&name].is_object(), "{name} is not in the schema");
        }
        for name in number["required"].as_array().expect("names") {
            assert!(node.get(name.as_str().expect("a name")).is_some(), "{name} is not in {node}");
        }
        assert!(number["properties"]["part"]["enum"].as_array().expect("words").contains(&node["part"]), "{node}");
        parts.push(node["part"].as_str().expect("a word"));
        left.extend(node["parts"].as_array().into_iter().flatten());
    }
    assert_eq!(parts.iter().filter(|part| **part == "question").count(), 6);
    // By hand: (4 + 2) ÷ 2 weighs twice; Jan answered one of two there, which is too little, and Mia (3 · 3 + 1) ÷ 4.
    let whole = (2.0 * 3.0 + 2.5) / 3.0;
    assert!((told["number"]["score"].as_f64().expect("a number") - whole).abs() < 1e-9);
    assert_eq!(told["number"]["parts"][0]["weight"], 2.0);
    assert_eq!(told["number"]["parts"][1]["parts"][0]["parts"][1]["parts"][1]["answer"], "");
    assert!(!output.stdout.contains("Jan") && !output.stdout.contains("Mia"), "a respondent is a number");
}

#[test]
fn a_page_shows_the_number_the_questions_and_every_answer_and_names_nobody() {
    let page = explained("two", &["-o", "two.html"]).stderr("Written: two.html\n").ends_with(0).text("two.html");
    for words in [
        "<title>Where the score of &lt;b&gt;Odd&lt;/b&gt; for Two comes from",
        "Holds the answers of persons: only for those who may see them",
        "Two: 2.500, from 3 of 4 answers.",
        "Third?",
        "q2 = 3",
        "q3 = not answered",
        "peil score ANSWERS -q QUESTIONNAIRE --council 1 --explain two",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("Jan") && !page.contains("Mia") && !page.contains("<b>Odd"), "a respondent is a number");
    let written = explained("one×x", &["-o", "one.md", "--lang", "nl"]).stderr("Geschreven: one.md\n").ends_with(0);
    let page = written.text("one.md");
    assert!(page.starts_with("**Met de antwoorden van personen: alleen voor wie ze mag inzien**\n"), "{page}");
    assert!(page.contains("| &emsp;Deelnemer 1 | 1 | 2,000 | 1 van 1 |"), "{page}");
}
