//! Scores as they are written: equal ones alike, with the same decimals wherever they stand, and never against the limit
//! beside them.

use crate::peil::{Peil, peil};

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: q\nversion: 1.0.0\nlanguages: [en]\ntitle: Q\nSCALE\n\
    axes: [{id: one, title: One, dimensions: [{id: people, title: People}, {id: work, title: Work}]}]\n\
    targets: [{id: p, title: P, aims: {people: {score: TARGET, reason: R}, work: {score: TARGET, reason: R}}}]\nquestions:\n\
    \x20 - {id: v1, at: {one: people}, ask: Q1?, type: number, from: 0, to: 300}\n\
    \x20 - {id: v2, at: {one: work}, ask: Q2?, type: number, from: 0, to: 300}\n";

/// The rows of answers: council, wave, v1, v2.
fn of(scale: &str, target: &str, command: &[&str], rows: &str) -> Peil {
    let arguments = ["a.csv", "-q", "q.yaml", "--lang", "en", "--format", "markdown"];
    peil(command.iter().take(1).chain(&arguments).chain(command.iter().skip(1)))
        .file("q.yaml", &QUESTIONNAIRE.replace("SCALE", scale).replace("TARGET", target))
        .file("a.csv", &format!("council,wave,v1,v2\n{rows}"))
}

/// Five respondents of council a in a wave, who all say the same.
fn five(wave: &str, answers: &str) -> String {
    format!("a,{wave},{answers}\n").repeat(5)
}

#[test]
fn equal_scores_show_the_same_number_however_they_were_added_up() {
    // (67 + 195 + 107) ÷ 3 and (158 + 152 + 59) ÷ 3 are 123, and 123 ÷ 300 × 5 is 2.05, half of a tenth.
    let rows = ["a,2026,67,67\na,2026,195,195\na,2026,107,107\n", "b,2026,158,158\nb,2026,152,152\nb,2026,59,59\n"];
    for (council, name) in [("a", "a"), ("b", "b")] {
        of("scale: {max: 5}", "5", &["report", "--council", council], &rows.concat())
            .stdout_holds(&format!("**{name} scores 2.1 out of 5."))
            .ends_with(0);
    }
    // A tenth is what compares, so 2.05 is in the stage from 2.1, and 122 of 300, which is 2.033, is not.
    let scale = "scale: {max: 5, stages: [{id: two, from: 0, title: two}, {id: three, from: 2.1, title: three}]}\n\
        scoring: {compare_decimals: 1}";
    let rows = format!("{}c,2026,122,122\n", rows[0]);
    of(scale, "5", &["report", "--council", "a"], &rows).stdout_holds("a scores 2.1 out of 5 (three).").ends_with(0);
    of(scale, "5", &["report", "--council", "c"], &rows).stdout_holds("c scores 2.0 out of 5 (two).").ends_with(0);
}

#[test]
fn a_score_has_the_decimals_of_its_scale_wherever_it_stands() {
    let grid = "peil: questionnaire/1\nid: g\nversion: 1.0.0\nlanguages: [en]\ntitle: G\nscale: {max: MAX}\n\
        axes: [{id: a, title: A, dimensions: [{id: a1, title: A1}, {id: a2, title: A2}]}, \
        {id: b, title: B, dimensions: [{id: b1, title: B1}, {id: b2, title: B2}]}]\nquestions:\n\
        \x20 - {id: v1, at: {a: a1, b: b1}, ask: Q?, type: number, from: 0, to: 100}\n\
        \x20 - {id: v2, at: {a: a1, b: b2}, ask: Q?, type: number, from: 0, to: 100}\n\
        \x20 - {id: v3, at: {a: a2, b: b1}, ask: Q?, type: number, from: 0, to: 100}\n\
        \x20 - {id: v4, at: {a: a2, b: b2}, ask: Q?, type: number, from: 0, to: 100}\n";
    let of = |command: &[&str], max: &str| {
        let arguments = ["a.csv", "-q", "q.yaml", "--lang", "en"];
        peil(command.iter().take(1).chain(&arguments).chain(command.iter().skip(1)))
            .file("q.yaml", &grid.replace("MAX", max))
            .file("a.csv", &format!("council,v1,v2,v3,v4\n{}", "a,56,64,58,61\n".repeat(5)))
    };
    for (max, cells, whole) in
        [("1", ["0.56", "0.64", "0.58", "0.61"], "0.60"), ("100", ["56", "64", "58", "61"], "60")]
    {
        let report = ["report", "--council", "a", "--format", "markdown", "--charts", "out"];
        let written =
            of(&report, max).stdout_holds("scores highest").stderr_holds("2 charts written in out").ends_with(0);
        let heat = written.text("out/grid.svg");
        for cell in cells {
            assert!(heat.contains(&format!(">{cell}<")), "{cell}\n{heat}");
        }
        // (56 + 64 + 58 + 61) ÷ 4 = 59.75.
        of(&["score"], max).stdout_holds(whole).ends_with(0);
    }
}

#[test]
fn a_change_is_not_written_below_the_limit_that_it_is_over() {
    // A sixteenth of 5 is 0.3125. 180, 159.6 and 201 of 300 are 3.0, 2.66 and 3.35; 198 is 3.3.
    let rows = |now: &str| five("2024", "180,180") + &five("2026", now);
    let report = |now: &str| of("scale: {max: 5}", "5", &["report", "--council", "a", "--wave", "2026"], &rows(now));
    report("159.6,201")
        .stdout_holds("A difference is called clear from 0.3125, and only if")
        .stdout_holds("- Clearly up: Work (+0.4).")
        .stdout_holds("- Clearly down: People (\u{2212}0.34).")
        .stdout_holds("| People | 2.7 | 3.0 | \u{2212}0.34 |")
        .ends_with(0);
    report("198,198").stdout_holds("no clear change, from 3.0 to 3.3 (+0.3).").ends_with(0);
    // A sixteenth of 8 is 0.5: from 180 to 197.4 of 300 is 4.8 to 5.264, and 0.464 is not half.
    of("scale: {max: 8}", "5", &["report", "--council", "a", "--wave", "2026"], &rows("197.4,197.4"))
        .stdout_holds("A difference is called clear from 0.5, and only if")
        .stdout_holds("no clear change, from 4.8 to 5.3 (+0.46).")
        .ends_with(0);
}

#[test]
fn what_is_left_to_go_ends_where_the_score_compares_as_high() {
    // In whole numbers 79.6 is 80 and 49.6 is 50; 79.5 is enough for 80, so 29.9 is left; 50 − 60 is half of 80 − 60.
    let scale = "scale: {max: 100, stages: [{id: l, from: 0, title: Low}, {id: h, from: 80, title: High}]}\n\
        scoring: {compare_decimals: 0}";
    let rows = five("2024", "210,180") + &five("2026", "238.8,148.8");
    of(scale, "80", &["report", "--council", "a", "--wave", "2026", "--target", "p"], &rows)
        .stdout_holds("| People | 80 | 80 | reached | 70 | 100% |")
        .stdout_holds("| Work | 50 | 80 | 30 | 60 | \u{2212}50%, further away than in 2024 |")
        .stdout_holds("| Work | High: 30 more |")
        .ends_with(0);
    // 222 and 201 of 300 are 2.96 and 2.68, in tenths 3.0 and 2.7.
    let rows = five("2024", "201,201") + &five("2026", "222,201");
    of(
        "scale: {max: 4}\nscoring: {compare_decimals: 1}",
        "3",
        &["report", "--council", "a", "--wave", "2026", "--target", "p"],
        &rows,
    )
    .stdout_holds("| People | 3.0 | 3.0 | reached | 2.7 | 100% |")
    .stdout_holds("| Work | 2.7 | 3.0 | 0.3 | 2.7 | 0% |")
    .ends_with(0);
}
