//! Answers to an earlier version, scored by the later one. Worked out by hand.
//!
//! 1.0.0 asks `a`, `b` and `c`; 1.1.0 calls `b` `d`, drops `c` and adds `e`. All count the same on 0 to 4.
//!
//! | | answers | scored | overall |
//! |---|---|---|---|
//! | 2024, in 1.0.0 | a 2, b 2, c 4 | a 2, d 2 | 2 |
//! | 2026, in 1.1.0 | a 3, d 3, e 0 | a 3, d 3, e 0 | 2 |
//!
//! So nothing changed, it seems; over `a` and `d`, which both versions have, it went from 2 to 3.

use serde_json::{Value, json};

use crate::peil::{Peil, peil};

const NEW: &str = "peil: questionnaire/1\nid: v\nversion: 1.1.0\nlanguages: [en]\ntitle: V\nscale: {max: 4}\n\
    axes: [{id: as, title: Axis, dimensions: [{id: one, title: One}]}]\n\
    roles: [{id: ict, title: IT}, {id: unit, title: Unit}]\nchoices:\n\
    \x20 steps: [{id: 0, value: 0, label: No}, {id: 2, value: 2, label: Half, was: half}, {id: 3, value: 3, label: Most}, {id: 4, value: 4, label: All}]\n\
    questions:\n\
    \x20 - {id: a, at: {as: one}, ask: A?, type: choice, choices: steps}\n\
    \x20 - {id: d, at: {as: one}, ask: B?, type: choice, choices: steps, was: b}\n\
    \x20 - {id: e, at: {as: one}, ask: E?, type: choice, choices: steps, since: 1.1.0}\n\
    dropped: [{id: c, since: 1.1.0}]\n";

fn sheet(version: &str, wave: u32, answers: &str) -> String {
    format!(
        "peil: answers/1\nquestionnaire: {{id: v, version: {version}}}\ncouncil: {{id: n, name: Ninove}}\nwave: {wave}\n\
         answers: {{{answers}}}\n"
    )
}

fn with_both_waves(arguments: &[&str]) -> Peil {
    peil(arguments.iter().copied())
        .file("v.yaml", NEW)
        .file("in/2024.yaml", &sheet("1.0.0", 2024, "a: half, b: 2, c: 4"))
        .file("in/2026.yaml", &sheet("1.1.0", 2026, "a: 3, d: 3, e: 0"))
}

const MAPPED: &str =
    "1 participant answered version 1.0.0: 1 question renamed, 1 dropped, 1 not asked yet, 1 choice renamed.\n";

fn scores(output: &str) -> (Value, Vec<Value>) {
    let json: Value = serde_json::from_str(output).expect("JSON");
    (json["earlier_versions"].clone(), json["scores"].as_array().expect("a list").clone())
}

#[test]
fn the_scores_for_programs_have_the_shape_of_their_schema() {
    let schema: Value = serde_json::from_str(include_str!("../../../schemas/scores.schema.json")).expect("JSON");
    let output = with_both_waves(&["score", "in", "-q", "v.yaml", "--format", "json"]).run();
    let told: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let names = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<String>>();
    assert_eq!(names(&told), names(&schema["properties"]));
    let (version, score) = (&schema["properties"]["earlier_versions"]["items"], &schema["$defs"]["score"]);
    assert_eq!(names(&told["earlier_versions"][0]), names(&version["properties"]));
    for part in ["renamed", "choices"] {
        let one = &told["earlier_versions"][0][part][0];
        assert_eq!(names(one), names(&version["properties"][part]["items"]["properties"]), "{part}");
    }
    for row in told["scores"].as_array().expect("a list") {
        // A dimension has the name that its questionnaire gives it.
        let own = |name: &String| name != "one" && name != "coverage_one";
        let known: Vec<String> = names(row).into_iter().filter(own).collect();
        assert_eq!(known, names(&score["properties"]));
        let mut required: Vec<&str> =
            score["required"].as_array().expect("names").iter().filter_map(Value::as_str).collect();
        required.sort_unstable();
        assert_eq!(known, required);
    }
}

#[test]
fn waves_of_two_versions_are_compared_over_the_questions_of_both() {
    let output = with_both_waves(&["score", "in", "-q", "v.yaml", "--format", "json"]).run();
    assert_eq!((output.code, output.stderr.as_str()), (0, MAPPED), "{output}");
    let (earlier, scores) = scores(&output.stdout);
    assert_eq!(
        earlier,
        json!([{
            "version": "1.0.0",
            "respondents": 1,
            "renamed": [{"was": "b", "id": "d"}],
            "dropped": ["c"],
            "not_asked_yet": ["e"],
            "choices": [{"question": "a", "was": "half", "id": "2"}],
        }])
    );
    let of = |index: usize, name: &str| scores[index][name].clone();
    assert_eq!((of(0, "overall"), of(0, "coverage")), (json!(2.0), json!(1.0)), "the new question is no gap in 2024");
    assert_eq!((of(1, "overall"), of(1, "coverage")), (json!(2.0), json!(1.0)));
    assert_eq!((of(1, "delta"), of(1, "delta_like_for_like")), (json!(0.0), json!(1.0)));
    assert_eq!((of(0, "shared_questions"), of(1, "shared_questions")), (Value::Null, json!(2)));
}

#[test]
fn a_table_with_rows_of_both_versions_says_the_same_as_the_files() {
    let table = "council,name,wave,questionnaire,a,b,c,d,e\n\
        n,Ninove,2024,v@1.0.0,half,2,4,,\n\
        n,Ninove,2026,v@1.1.0,3,,,3,0\n";
    let of_table =
        peil(["score", "in.csv", "-q", "v.yaml", "--format", "json"]).file("v.yaml", NEW).file("in.csv", table).run();
    let of_files = with_both_waves(&["score", "in", "-q", "v.yaml", "--format", "json"]).run();
    assert_eq!((of_table.code, of_table.stderr.as_str()), (0, MAPPED), "{of_table}");
    assert_eq!(of_table.stdout, of_files.stdout);
}

/// No column has another name here, so only the rows tell that they are of an earlier version.
#[test]
fn a_table_in_which_only_rows_name_an_earlier_version_is_read_by_versions_too() {
    // 2024 without e, which 1.0.0 did not ask: (2 + 2) ÷ 2 = 2, of two questions.
    let rows =
        |version: &str| format!("council,wave,questionnaire,a,d,e\nn,2024,v@{version},2,2,\nn,2026,v@1.1.0,3,3,0\n");
    let run = |table: &str| {
        let stdin = peil(["score", "-", "-q", "v.yaml", "--format", "json"]).file("v.yaml", NEW).input(table).run();
        let file = peil(["score", "in.csv", "-q", "v.yaml", "--format", "json"])
            .file("v.yaml", NEW)
            .file("in.csv", table)
            .run();
        assert_eq!(stdin.stdout, file.stdout);
        file
    };
    let output = run(&rows("1.0.0"));
    assert_eq!(output.stderr, "1 participant answered version 1.0.0: 1 question not asked yet.\n", "{output}");
    let (_, scores) = scores(&output.stdout);
    assert_eq!((&scores[0]["coverage"], &scores[1]["delta_like_for_like"]), (&json!(1.0), &json!(1.0)));
    // A later version is no earlier one: its row is refused.
    let output = run(&rows("1.2.0"));
    assert!(output.stderr.contains("other-version") && output.code == 1, "{output}");
}

#[test]
fn reports_say_over_how_many_questions_of_both_versions() {
    // Of fewer than five people the change over fewer questions than the score would tell what they answered.
    let five = |arguments: &[&str]| {
        (2..=5).fold(with_both_waves(arguments), |run, number| {
            run.file(&format!("in/2024-{number}.yaml"), &sheet("1.0.0", 2024, "a: half, b: 2, c: 4"))
                .file(&format!("in/2026-{number}.yaml"), &sheet("1.1.0", 2026, "a: 3, d: 3, e: 0"))
        })
    };
    let mapped = MAPPED.replace("1 participant ", "5 participants ");
    with_both_waves(&["report", "in", "-q", "v.yaml", "--format", "markdown"])
        .stderr(MAPPED)
        .stdout_holds("Since 2024:** the difference is about too few participants to be shown.")
        .ends_with(0);
    five(&["compare", "in", "-q", "v.yaml", "--by", "wave", "--format", "markdown"])
        .stderr(&mapped)
        .stdout_holds("up from 2.0 to 3.0 (+1.0). Over the 2 questions of both versions.")
        .stdout_holds("Compared over the 2 questions of both versions.")
        .stdout_holds("Some of the answers were given to version 1.0.0: 1 question renamed, 1 dropped, 1 not asked yet, 1 choice renamed.")
        .ends_with(0);
    five(&["report", "in", "-q", "v.yaml", "--format", "markdown"])
        .stderr(&mapped)
        .stdout_holds("Over the 2 questions of both versions.")
        .ends_with(0);
}

#[test]
fn a_report_tells_all_answers_of_an_earlier_version_from_some() {
    for (language, all) in [("en", "All answers were given to"), ("nl", "Alle antwoorden zijn op")] {
        let page = peil(["report", "2024.yaml", "-q", "v.yaml", "--format", "markdown", "--lang", language])
            .file("v.yaml", NEW)
            .file("2024.yaml", &sheet("1.0.0", 2024, "a: half, b: 2, c: 4"))
            .run()
            .stdout;
        assert!(page.contains(&format!("{all} ver")), "{page}");
    }
}

#[test]
fn councils_side_by_side_count_what_each_version_asks() {
    // Without e: A has (2 + 2) ÷ 2 = 2, B has (4 + 3) ÷ 2 = 3.5, and not (4 + 3 + 0) ÷ 3.
    let table = "council,questionnaire,a,b,d,e\nA,v@1.0.0,2,2,,\nB,v@1.1.0,4,,3,0\n";
    let output = peil(["compare", "in.csv", "-q", "v.yaml", "--show-names", "--format", "markdown"])
        .file("v.yaml", NEW)
        .file("in.csv", table)
        .run();
    assert_eq!(output.code, 0, "{output}");
    assert!(output.stdout.contains("What counts is what each version asks: 2 questions."), "{output}");
    assert!(output.stdout.contains("3.5") && !output.stdout.contains("2.3"), "{output}");
    // Next to each other by themselves they are not peers: they were asked different questions.
    let output =
        peil(["score", "in.csv", "-q", "v.yaml", "--format", "json"]).file("v.yaml", NEW).file("in.csv", table).run();
    let (_, scores) = scores(&output.stdout);
    assert_eq!((&scores[0]["peers"], &scores[1]["peers"]), (&json!(1), &json!(1)));
    let overall = scores[1]["overall"].as_f64().expect("a score");
    assert!((overall - 7.0 / 3.0).abs() < 1e-9, "{overall}");
}

#[test]
fn roles_that_answered_different_versions_are_compared_over_what_both_were_asked() {
    let row = |version: &str, role: &str, answers: &str| format!("A,v@{version},{role},{answers}\n").repeat(5);
    let table = format!(
        "council,questionnaire,role,a,b,d,e\n{}{}",
        row("1.0.0", "ict", "2,2,,"),
        row("1.1.0", "unit", "4,,3,0")
    );
    let output = peil(["compare", "in.csv", "-q", "v.yaml", "--by", "role", "--format", "markdown"])
        .file("v.yaml", NEW)
        .file("in.csv", &table)
        .run();
    assert_eq!(output.code, 0, "{output}");
    assert!(output.stdout.contains("3.5") && !output.stdout.contains("2.3"), "{output}");
    assert!(output.stdout.contains("What counts is what each version asks: 2 questions."), "{output}");
}

#[test]
fn one_version_for_everyone_is_nothing_to_remark_on() {
    let table = "council,questionnaire,a,b\nA,v@1.0.0,2,2\nB,v@1.0.0,4,3\n";
    let output = peil(["compare", "in.csv", "-q", "v.yaml", "--show-names", "--format", "markdown"])
        .file("v.yaml", NEW)
        .file("in.csv", table)
        .run();
    assert_eq!(output.code, 0, "{output}");
    assert!(!output.stdout.contains("What counts"), "{output}");
}

#[test]
fn answers_of_a_later_version_and_ids_that_nobody_knows_are_still_refused() {
    peil(["score", "later.yaml", "-q", "v.yaml"])
        .file("v.yaml", NEW)
        .file("later.yaml", &sheet("1.2.0", 2026, "a: 3"))
        .stderr_holds("error[other-version]: these answers belong to version 1.2.0 of `v`, not to 1.1.0\n")
        .ends_with(1);
    peil(["score", "vroeger.yaml", "-q", "v.yaml"])
        .file("v.yaml", NEW)
        .file("vroeger.yaml", &sheet("1.0.0", 2024, "a: 2, b: 2, z: 4"))
        .stdout_holds("Ninove")
        .stderr_holds("error[unknown-question]: there is no question `z`\n")
        .ends_with(1);
}

#[test]
fn check_accepts_answers_of_an_earlier_version() {
    with_both_waves(&["check", "in", "-q", "v.yaml"])
        .stderr(MAPPED)
        .stdout("All good: 2 files checked.\n")
        .ends_with(0);
}

#[test]
fn rows_of_an_earlier_version_stop_a_strict_run_like_any_other() {
    let table = "council,questionnaire,a,b\nA,v@1.0.0,2,2\nB,v@1.0.0,9,3\n";
    let with = |flags: &[&str]| {
        let arguments = ["score", "in.csv", "-q", "v.yaml"].iter().chain(flags);
        peil(arguments.copied()).file("v.yaml", NEW).file("in.csv", table)
    };
    with(&["--strict"]).stderr_holds("error[unknown-choice]").stderr_holds("--strict").ends_with(1);
    with(&["--rejects", "weg.csv"])
        .stderr(
            "
            error: `--rejects` goes only with tables: no answers files of one respondent, and one version of the questionnaire
            help: leave the flag out: `peil check ANSWERS` shows every row that does not fit
            ",
        )
        .ends_with(2);
}

/// A grid that 1.0.0 has with two rows and 1.1.0 with four. The best choice is worth 2, the highest of the scale.
const GROWN: &str = "peil: questionnaire/1\nid: v\nversion: 1.1.0\nlanguages: [en]\ntitle: V\nscale: {max: 2}\n\
    axes: [{id: as, title: Axis, dimensions: [{id: one, title: One}]}]\nquestions:\n\
    \x20 - id: prod\n    at: {as: one}\n    ask: How far are these?\n    type: grid\n\
    \x20   choices: [{id: 0, value: 0, label: No}, {id: 1, value: 1, label: Half}, {id: 2, value: 2, label: Yes}]\n\
    \x20   rows:\n      - {id: birth, title: Birth}\n      - {id: permit, title: Permit}\n\
    \x20     - {id: passport, title: Passport, since: 1.1.0}\n      - {id: moving, title: Moving, since: 1.1.0}\n\
    \x20 - {id: more, at: {as: one}, ask: What else?, type: text, when: {prod.moving: {answered: false}}}\n";

#[test]
fn a_row_that_came_later_is_no_gap_in_earlier_answers() {
    // 2024: (1 + 2) ÷ 2 = 1.5 of two rows of two. 2026: (2 + 2 + 0 + 0) ÷ 4 = 1, which is 0.5 less; over birth and permit,
    // which both versions have, 2 − 1.5 = 0.5 more. In 2024 half of the rows stand on 2 and all on 1 or higher: step 2.
    let table = "council,wave,questionnaire,prod.birth,prod.permit,prod.passport,prod.moving\n\
        n,2024,v@1.0.0,1,2,,\nn,2026,v@1.1.0,2,2,0,0\n";
    let output =
        peil(["score", "in.csv", "-q", "v.yaml", "--format", "json"]).file("v.yaml", GROWN).file("in.csv", table).run();
    let told = "1 participant answered version 1.0.0: 2 rows not asked yet.\n";
    assert_eq!((output.code, output.stderr.as_str()), (0, told), "{output}");
    let (earlier, scores) = scores(&output.stdout);
    assert_eq!(earlier[0]["not_asked_yet"], json!(["prod.passport", "prod.moving"]));
    let of = |index: usize, name: &str| scores[index][name].clone();
    assert_eq!((of(0, "overall"), of(0, "coverage")), (json!(1.5), json!(1.0)));
    assert_eq!((of(1, "overall"), of(1, "delta")), (json!(1.0), json!(-0.5)));
    assert_eq!((of(1, "delta_like_for_like"), of(1, "shared_questions")), (json!(0.5), json!(1)));
    let earlier = "council,questionnaire,prod.birth,prod.permit\nn,v@1.0.0,1,2\n";
    let with = |flags: &[&str]| {
        let arguments = ["score", "in.csv", "-q", "v.yaml"].iter().chain(flags);
        peil(arguments.copied()).file("v.yaml", GROWN).file("in.csv", earlier).in_dutch()
    };
    let told = "1 deelnemer beantwoordde versie 1.0.0: 2 rijen toen nog niet gevraagd.\n";
    with(&[]).stderr(told).stdout_holds(" n          1,5  –           2       1/1 ").ends_with(0);
    with(&["--explain"]).stderr(told).stdout_holds("prod = 2 rijen: 1,500").ends_with(0);
}

#[test]
fn an_earlier_answer_to_a_row_that_came_later_is_not_scored() {
    let answers = sheet("1.0.0", 2024, "prod.birth: 1, prod.permit: 2, prod.moving: 0, more: Much.");
    // With the third row it would be (1 + 2 + 0) ÷ 3 = 1, and what else there is would not have been asked.
    let score = ["score", "a.yaml", "-q", "v.yaml", "--format", "json"];
    let output = peil(score).file("v.yaml", GROWN).file("a.yaml", &answers).run();
    assert_eq!((output.code, scores(&output.stdout).1[0]["overall"].clone()), (0, json!(1.5)), "{output}");
    assert!(
        output.stderr.contains("warning[not-asked]: by this version this person is not asked `prod.moving`"),
        "{output}"
    );
    assert!(!output.stderr.contains("`more`"), "{output}");
}
