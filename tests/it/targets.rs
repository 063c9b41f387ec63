//! Targets in the report of a council: drawn, measured, explained, and not advised against.

use crate::peil::{Peil, peil};

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: kort\nversion: 1.0.0\nlanguages: [nl, en]\n\
    title: {nl: Kort, en: Short}\nscale: {max: 4}\n\
    axes: [{id: as, title: {nl: As, en: Axis}, dimensions: [{id: delen, title: {nl: Delen, en: Share}}, \
    {id: doen, title: {nl: Doen, en: Do}}, {id: gaan, title: {nl: Gaan, en: Go}}]}]\n\
    targets: [{id: klein, title: {nl: Klein bestuur, en: Small council}, \
    aims: {delen: {score: 3, reason: {nl: Met de buren., en: With neighbours.}}}}]\nquestions:\n\
    \x20 - {id: v1, at: {as: delen}, ask: {nl: Deelt u?, en: Do you share?}, type: rating, from: 0, to: 4, \
    advice: [{below: 4, think_big: {nl: B, en: B}, act_small: {nl: S, en: S}}]}\n\
    \x20 - {id: v2, at: {as: doen}, ask: {nl: Doet u?, en: Do you act?}, type: rating, from: 0, to: 4, \
    advice: [{below: 4, think_big: {nl: B, en: B}, act_small: {nl: S, en: S}}]}\n\
    \x20 - {id: v3, at: {as: gaan}, ask: {nl: Gaat u?, en: Do you go?}, type: rating, from: 0, to: 4}\n";

/// In 2024 Delen 1, Doen 2, Gaan 1; in 2026 Delen 2, Doen 1.5, Gaan 3; of six each, and of two in another council.
fn answers() -> String {
    let six = |wave: &str, a: [&str; 2]| (0..6).map(|i| format!("a,{wave},{}\n", a[i % 2])).collect::<String>();
    let both = six("2024", ["1,2,1", "1,2,1"]) + &six("2026", ["2,1,3", "2,2,3"]);
    format!("council,wave,v1,v2,v3\n{both}b,2026,2,1,3\nb,2026,2,2,3\n")
}

const TARGETS: &str = "peil: targets/1\ncouncil: a\ndimensions:\n  delen: {target: 3, reason: Met de buren.}\n\
    \x20 doen: {target: 3, reason: {nl: Stap voor stap., en: Step by step.}}\n\
    \x20 gaan: {target: 1, reason: <b>Bewust</b> laag.}\n\
    questions:\n  v3: {target: 2, reason: Genoeg.}\n";

fn report(flags: &[&str]) -> Peil {
    let arguments = ["report", "a.csv", "-q", "q.yaml"];
    peil(arguments.iter().chain(flags))
        .file("q.yaml", QUESTIONNAIRE)
        .file("a.csv", &answers())
        .file("doelen.yaml", TARGETS)
}

#[test]
fn the_report_says_how_far_to_go_how_far_come_and_why() {
    let written = report(&["--council", "a", "--targets", "doelen.yaml", "--lang", "nl", "-o", "a.md"])
        .stderr_holds("Geschreven")
        .ends_with(0);
    let text = written.text("a.md");
    for words in [
        "## Waar u wilt staan",
        "Van de 4 streefwaarden zijn er 2 gehaald. De streefwaarden heeft het bestuur zelf gekozen.",
        // (2 − 1) ÷ (3 − 1), (1.5 − 2) ÷ (3 − 2), already there, (3 − 1) ÷ (2 − 1).
        "| Delen | 2,0 | 3,0 | 1,0 | 1,0 | 50 % |",
        "| Doen | 1,5 | 3,0 | 1,5 | 2,0 | \u{2212}50 %, verder weg dan in 2024 |",
        "| Gaan | 3,0 | 1,0 | gehaald | 1,0 | stond er al |",
        "| Gaat u? | 3,0 | 2,0 | gehaald | 1,0 | 200 %, voorbij de streefwaarde |",
        "- **Doen (3,0)**: Stap voor stap.",
        "--targets doelen.yaml`",
    ] {
        let plain = text.replace('\u{a0}', " ");
        assert!(plain.contains(words), "{words}\n{text}");
    }
    assert!(!text.contains("<b>"), "a reason is text");
    let chart = written.text("a-standing.svg");
    assert!(chart.contains("streefwaarde"), "the chart says what the tick is");
}

#[test]
fn a_profile_is_a_target_too_and_the_page_says_whose_it_is() {
    report(&["--council", "a", "--target", "klein", "--lang", "en", "--format", "html"])
        .stdout_holds("The only target is not reached yet. The targets are those of the profile “Small council”.")
        .stdout_holds("With neighbours.")
        .ends_with(0);
    report(&["--council", "a", "--target", "klien"])
        .stderr("error: the questionnaire has no profile `klien`\nhelp: did you mean `klein`?\n")
        .ends_with(2);
}

#[test]
fn no_advice_goes_against_a_target_that_is_reached() {
    let advice = |flags: &[&str]| {
        let all = [&["--council", "a", "--lang", "en", "--format", "markdown"], flags].concat();
        let text = report(&all).run().stdout;
        let (_, advice) = text.split_once("## What to do next").expect("advice");
        let asked = ["### Do you share?", "### Do you act?"].map(|title| advice.contains(title));
        (asked, advice.contains("There is no advice on questions where the target is reached."))
    };
    assert_eq!(advice(&[]), ([true, true], false));
    assert_eq!(advice(&["--targets", "doelen.yaml"]), ([true, true], true));
    let low = "peil: targets/1\ndimensions: {delen: {target: 2, reason: R}}\n";
    let run = |text: &str| {
        let flags = ["--council", "a", "--lang", "en", "--format", "markdown", "--targets", "laag.yaml"];
        report(&flags).file("laag.yaml", text).run().stdout
    };
    let (_, after) =
        run(low).split_once("## What to do next").map(|(a, b)| (a.to_owned(), b.to_owned())).expect("advice");
    assert!(!after.contains("### Do you share?") && after.contains("### Do you act?"), "{after}");
}

#[test]
fn an_answer_of_two_people_to_one_question_is_not_shown_beside_its_target() {
    let text = "peil: targets/1\nquestions: {v3: {target: 2, reason: Genoeg.}}\n";
    report(&["--council", "b", "--wave", "2026", "--targets", "t.yaml", "--lang", "en", "--format", "markdown"])
        .file("t.yaml", text)
        .stdout_holds("| Do you go? | – | 2.0 | – |")
        .stdout_holds("A question that fewer than 5 participants answered, or fewer than 5 of a role, may stand without a figure.")
        .ends_with(0);
}

#[test]
fn a_target_of_a_question_that_is_not_shown_is_neither_missed_nor_told_by_the_advice() {
    // Council b has two respondents: v1 stands at 2 and is not shown, and neither is v2 at 1.5.
    let advice = |target: u32| {
        let text = format!(
            "peil: targets/1\nquestions: {{v1: {{target: {target}, reason: R}}, v3: {{target: 2, reason: R}}}}\n"
        );
        let flags = ["--council", "b", "--wave", "2026", "--targets", "t.yaml", "--lang", "en", "--format", "markdown"];
        let text = report(&flags).file("t.yaml", &text).run().stdout;
        assert!(text.contains("Whether the targets are reached cannot be said here."), "{text}");
        let (_, advice) = text.split_once("## What to do next").expect("advice");
        advice.split_once("\n## ").expect("a section after it").0.to_owned()
    };
    let (reached, missed) = (advice(1), advice(4));
    assert_eq!(reached, missed, "the advice tells on which side of its target a hidden answer lies");
    assert!(reached.contains("There is no advice on questions that can be seen here to have reached the target."));
    assert!(
        reached.contains("### Share: see whether this fits") && reached.contains("- **Do you share?**\n  - **Think")
    );
    let with_dimension =
        "peil: targets/1\ndimensions: {delen: {target: 3, reason: R}}\nquestions: {v1: {target: 1, reason: R}}\n";
    report(&["--council", "b", "--wave", "2026", "--targets", "t.yaml", "--lang", "en", "--format", "markdown"])
        .file("t.yaml", with_dimension)
        .stdout_holds(
            "The one target that can be shown here is not reached yet; of the other one nothing can be said here.",
        )
        .ends_with(0);
}

#[test]
fn a_wrong_file_is_shown_at_its_place_and_one_of_another_council_is_refused() {
    report(&["--council", "a", "--targets", "t.yaml"])
        .file("t.yaml", "peil: targets/1\ndimensions:\n  deelen: {target: 9, reason: R}\n")
        .stderr_holds("t.yaml:3:3")
        .stderr_holds("did you mean `delen`?")
        .stderr_holds("t.yaml:3:20")
        .stderr_holds("error: the targets in `t.yaml` cannot be read")
        .ends_with(2);
    report(&["--council", "b", "--targets", "doelen.yaml"])
        .stderr(
            "error: the targets are those of council `a`, and the report is about `b`\n\
             help: give the file of this council, or leave `council` out of it\n",
        )
        .ends_with(2);
    report(&["--council", "a", "--targets", "none.yaml"]).stderr_holds("none.yaml").ends_with(2);
    let all = report(&["--all", "--targets", "doelen.yaml", "-o", "out", "--format", "markdown"])
        .stderr_holds("2 reports written")
        .ends_with(0);
    assert!(all.text("out/c-a.md").contains("Where you want to stand"));
    assert!(!all.text("out/c-b.md").contains("Where you want to stand"), "the targets of a are its own");
}

#[test]
fn a_dimension_of_texts_stands_in_no_table_of_scores_and_its_target_says_why_it_has_none() {
    let texts = QUESTIONNAIRE.replace("en: Do you go?}, type: rating, from: 0, to: 4}", "en: Do you go?}, type: text}");
    let targets = "peil: targets/1\ndimensions:\n  gaan: {target: 3, reason: Daarom.}\n";
    let written = report(&["--council", "a", "--targets", "gaan.yaml", "--lang", "en", "-o", "a.md"])
        .file("q.yaml", &texts)
        .file("gaan.yaml", targets)
        .stderr_holds("Written")
        .ends_with(0);
    let text = written.text("a.md");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| Go |")).collect();
    assert_eq!(rows, ["| Go | – | 3.0 | – |"], "only its target has a row\n{text}");
    assert!(text.contains("The questionnaire asks no scored question at Go, so whether the target there"), "{text}");
    assert!(!text.contains("n/a") && !text.contains("Go has no step"), "{text}");
    assert!(!written.text("a-standing.svg").contains(">Go<"), "nor in the chart");
}
