//! Agreement, reliability and plausibility over three hundred made-up councils, against R and its packages `psych` and
//! `multilevel`: `tests/reference/statistics.R` makes the same batch, and `statistics.csv` is what it says of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use peil::comparison::{Agreement, Audience, Batch, Icc, Measure, Reliability, Sign};
use peil::diagnostics::Diagnostics;
use peil::questionnaire::{self, Questionnaire};
use peil::responses::{Intake, read_table};
use peil::scores::{Keep, Rubric};
use peil::source::Sources;
use peil::yaml;

const REFERENCE: &str = include_str!("../reference/statistics.csv");
const QUESTIONS: usize = 40;

/// The generator of Park and Miller.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: i64) -> i64 {
        self.0 = 16807 * self.0 % 2_147_483_647;
        (self.0 as i64 * limit) / 2_147_483_647
    }
}

/// The cell of a question for a latent value, in hundredths of a step of five.
fn cell(question: usize, latent: i64) -> String {
    match question {
        0..30 => latent.div_euclid(100).clamp(0, 4).to_string(),
        30..34 => (if latent >= 250 { "yes" } else { "no" }).to_owned(),
        34..38 => ((latent * 7).div_euclid(500).clamp(0, 6) + 1).to_string(),
        _ => latent.div_euclid(5).clamp(0, 100).to_string(),
    }
}

/// The table of answers.
fn table() -> String {
    let mut numbers = Numbers(20_260_101);
    let offsets: Vec<i64> = (0..QUESTIONS).map(|_| numbers.below(201) - 100).collect();
    let mut table = "council".to_owned();
    (1..=QUESTIONS).for_each(|question| write!(table, ",q{question}").expect("a text"));
    table.push('\n');
    for council in 1..=300 {
        let size = 5 + numbers.below(21);
        let base = numbers.below(500);
        for _ in 0..size {
            let lean = numbers.below(301) - 150;
            write!(table, "c{council:03}").expect("a text");
            for (question, offset) in offsets.iter().enumerate() {
                let noise = numbers.below(241) - 120;
                let latent = (base * 6).div_euclid(10) + 100 + lean.div_euclid(2) + offset + noise;
                let missing = numbers.below(100) < 4;
                table.push(',');
                table += &if missing { String::new() } else { cell(question, latent) };
            }
            table.push('\n');
        }
    }
    let edges: [(&str, &[i64]); 4] =
        [("x-alike", &[3; 4]), ("x-camps", &[0, 0, 4, 4]), ("x-alone", &[2]), ("x-pair", &[1, 2])];
    for (council, levels) in edges {
        for &level in levels {
            let latent = [0, 150, 250, 370, 500][level as usize];
            let cells: Vec<String> = (0..QUESTIONS).map(|question| cell(question, latent)).collect();
            writeln!(table, "{council},{}", cells.join(",")).expect("a text");
        }
    }
    table + &format!("x-blank{}\n", ",?".repeat(QUESTIONS)).repeat(3)
}

/// Forty questions in four dimensions of ten.
fn questionnaire() -> Questionnaire {
    let mut text = "peil: questionnaire/1\nid: t\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 4}\naxes:\n  - id: a\n    \
         title: A\n    dimensions: [{id: d1, title: D}, {id: d2, title: D}, {id: d3, title: D}, {id: d4, title: D}]\n\
         choices:\n  five: [{id: 0, value: 0, label: L}, {id: 1, value: 1, label: L}, {id: 2, value: 2, label: L}, \
         {id: 3, value: 3, label: L}, {id: 4, value: 4, label: L}]\nquestions:\n"
        .to_owned();
    for question in 0..QUESTIONS {
        let kind = match question {
            0..30 => "type: choice, choices: five",
            30..34 => "type: yes-no",
            34..38 => "type: rating, from: 1, to: 7",
            _ => "type: number, from: 0, to: 100",
        };
        let dimension = question / 10 + 1;
        writeln!(text, "  - {{id: q{}, at: {{a: d{dimension}}}, ask: Q, {kind}}}", question + 1).expect("a text");
    }
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let node = yaml::parse(sources.add("t.yaml", text), &sources, &mut out).expect("YAML");
    questionnaire::parse(&node, &mut out).expect("a questionnaire")
}

fn batch() -> &'static Batch<'static> {
    static QUESTIONNAIRE: LazyLock<Questionnaire> = LazyLock::new(questionnaire);
    static BATCH: LazyLock<Batch<'static>> = LazyLock::new(|| {
        let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
        let mut intake = Intake::new(&QUESTIONNAIRE);
        read_table(sources.add("t.csv", table()), &sources, &mut intake, &mut out);
        assert!(!out.has_errors(), "{:?}", out.sorted());
        Batch::new(Rubric::new(&QUESTIONNAIRE), intake.finish(), Keep::default(), 1)
    });
    &BATCH
}

/// What R says: by statistic, council and what it is about.
fn reference() -> BTreeMap<(&'static str, &'static str, &'static str), Option<f64>> {
    let rows = REFERENCE.lines().skip(1).filter(|line| !line.starts_with("version"));
    rows.map(|line| {
        let [what, council, about, value] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let value = (value != "none").then(|| value.parse().expect("a number"));
        ((what, council, about), value)
    })
    .collect()
}

fn same(found: Option<f64>, expected: Option<f64>) -> bool {
    match (found, expected) {
        (Some(found), Some(expected)) => (found - expected).abs() < 1e-9,
        (None, None) => true,
        _ => false,
    }
}

fn group(id: &str) -> usize {
    (0..batch().groups()).find(|&group| batch().id(group) == id).expect("a council")
}

/// The deviation in steps, as R has it.
fn in_steps(one: &Agreement) -> Option<f64> {
    let of_scale = match one.column {
        0..30 => 1.0,
        30..34 => 4.0,
        34..38 => 4.0 / 6.0,
        _ => 4.0,
    };
    one.deviation.map(|deviation| deviation / of_scale)
}

#[test]
fn the_batch_is_the_one_that_r_made() {
    let expected = |what| reference()[&(what, "", "")].expect("a number");
    let all: Vec<Agreement> = (0..batch().groups()).flat_map(|group| batch().agreement(group)).collect();
    let respondents: u32 = (0..batch().groups()).map(|group| batch().group(group).respondents).sum();
    assert_eq!(f64::from(respondents), expected("rows"));
    assert_eq!(all.iter().map(|one| f64::from(one.answers)).sum::<f64>(), expected("answers"));
    let steps = |one: &Agreement| one.mean.map_or(0.0, |mean| mean * f64::from(one.answers)) / 4.0;
    let lines = |column: usize| {
        [4.0, 1.0, 6.0, 1.0][usize::from(column >= 30) + usize::from(column >= 34) + usize::from(column >= 38)]
    };
    let places: f64 = all.iter().map(|one| steps(one) * lines(one.column)).sum();
    assert!((places - expected("places")).abs() < 1e-6, "{places}");
}

#[test]
fn deviation_and_agreement_are_those_of_the_package_multilevel() {
    let reference = reference();
    let mut compared = 0;
    let mut sums: BTreeMap<(&str, usize), (f64, u32)> = BTreeMap::new();
    for group in 0..batch().groups() {
        for one in batch().agreement(group) {
            let about = format!("q{}", one.column + 1);
            for (what, found) in [("ad", in_steps(&one)), ("rwg", one.r_wg)] {
                if let Some(&expected) = reference.get(&(what, batch().id(group), about.as_str())) {
                    assert!(same(found, expected), "{what} {} {about}: {found:?} {expected:?}", batch().id(group));
                    compared += 1;
                }
                let sum = sums.entry((what, one.column)).or_default();
                *sum = (sum.0 + found.unwrap_or(0.0), sum.1 + u32::from(found.is_some()));
            }
        }
    }
    assert_eq!(compared, 30 * 40 * 2);
    for ((what, column), (sum, count)) in sums {
        let expected = reference[&(format!("{what}-mean").as_str(), "", format!("q{}", column + 1).as_str())];
        assert!(same(Some(sum / f64::from(count)), expected), "{what} of q{}", column + 1);
    }
}

#[test]
fn alpha_is_that_of_the_package_psych_and_the_correlations_those_of_multilevel() {
    let reference = reference();
    let groups: Vec<usize> = (0..batch().groups()).collect();
    let found = batch().reliability(&groups);
    assert_eq!(found.len(), 5);
    for Reliability { measure, alpha, icc } in found {
        let about = match measure {
            Measure::Dimension(index) => format!("d{}", index + 1),
            _ => "overall".to_owned(),
        };
        let expected = |what: &str| reference[&(what, "", about.as_str())].expect("a number");
        let (alpha, icc) = (alpha.expect("many respondents"), icc.expect("many councils"));
        let mean_size = icc.respondents as f64 / icc.councils as f64;
        let figures = [
            ("alpha", alpha.value),
            ("alpha-n", alpha.respondents as f64),
            ("msb", icc.between),
            ("msw", icc.within),
            ("icc1", icc.one),
            ("icc2", icc.two),
            ("icc-n", icc.respondents as f64),
            ("icc-councils", icc.councils as f64),
            // The package takes the plain mean of the sizes of the councils.
            ("icc1-mean-size", Icc::one_of(icc.between, icc.within, mean_size)),
        ];
        for (what, found) in figures {
            assert!(same(Some(found), Some(expected(what))), "{what} {about}: {found} {}", expected(what));
        }
    }
}

#[test]
fn the_order_of_the_councils_changes_no_bit() {
    let groups: Vec<usize> = (0..batch().groups()).collect();
    let turned: Vec<usize> = groups.iter().rev().copied().collect();
    assert_eq!(batch().reliability(&groups), batch().reliability(&turned));
    let room = Audience::Workshop;
    assert_eq!(batch().plausibility(&groups, room), batch().plausibility(&turned, room));
}

#[test]
fn nothing_is_said_of_one_council_or_of_nine() {
    for count in [1, 9] {
        let groups: Vec<usize> = (0..count).collect();
        let found = batch().reliability(&groups);
        assert!(found.iter().all(|one| one.alpha.is_none() && one.icc.is_none()), "{count}");
    }
    // Ten councils with one or two respondents each.
    let few: Vec<usize> = [vec![group("x-pair")], vec![group("x-alone"); 9]].concat();
    assert!(batch().reliability(&few).iter().all(|one| one.alpha.is_none() && one.icc.is_none()));
}

#[test]
fn as_many_respondents_show_each_sign_as_r_counts() {
    let groups: Vec<usize> = (0..batch().groups()).collect();
    let found = batch().plausibility(&groups, Audience::Public).seen.expect("enough respondents");
    let names = ["same-option", "all-highest", "same-answers", "far-from-others"];
    for ((name, sign), count) in names.into_iter().zip(Sign::ALL).zip(found.counts) {
        let expected = reference()[&("sign", "", name)].expect("a number");
        assert_eq!(count as f64, expected, "{sign:?}");
    }
}
