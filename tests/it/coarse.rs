//! A questionnaire that compares scores in whole numbers: two scores are, and how far they lie apart is not.

use crate::peil::{Peil, peil};

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: kort\nversion: 1.0.0\nlanguages: [nl, en]\n\
    title: {nl: Kort, en: Short}\nscale: {max: 4}\nscoring: {compare_decimals: 0}\n\
    axes: [{id: as, title: {nl: As, en: Axis}, dimensions: [{id: delen, title: {nl: Delen, en: Share}}, \
    {id: doen, title: {nl: Doen, en: Do}}]}]\n\
    targets: [{id: klein, title: {nl: Klein, en: Small}, \
    aims: {delen: {score: 2.4, reason: {nl: R, en: R}}, doen: {score: 2.8, reason: {nl: R, en: R}}}}]\nquestions:\n\
    \x20 - {id: v1, at: {as: delen}, ask: {nl: Vraag?, en: Question?}, type: number, from: 0, to: 100}\n\
    \x20 - {id: v2, at: {as: doen}, ask: {nl: En?, en: And?}, type: number, from: 0, to: 100}\n";

/// Five respondents of a council in a wave, who all say the same.
fn five(council: &str, wave: &str, answers: &str) -> String {
    format!("{council},{wave},{answers}\n").repeat(5)
}

fn of(command: &[&str], rows: &[String]) -> Peil {
    let arguments = ["a.csv", "-q", "q.yaml", "--lang", "en", "--format", "markdown"];
    peil(command.iter().take(1).chain(&arguments).chain(command.iter().skip(1)))
        .file("q.yaml", QUESTIONNAIRE)
        .file("a.csv", &format!("council,wave,v1,v2\n{}", rows.concat()))
}

#[test]
fn a_score_that_falls_never_goes_up() {
    // Share 55 to 50 of 100, so 2.2 to 2.0; do 60 to 50, so 2.4 to 2.0; the whole 2.3 to 2.0.
    let rows = [five("a", "2024", "55,60"), five("a", "2026", "50,50")];
    of(&["report", "--council", "a", "--wave", "2026"], &rows)
        .stdout_holds("- **Since 2024:** down from 2.3 to 2.0 (\u{2212}0.3).")
        .stdout_holds("- Clearly down: Do (\u{2212}0.4).")
        .ends_with(0);
    // 2.4 to 2.08.
    let councils = ["a", "b", "c", "d", "e", "f"];
    let rows: Vec<String> =
        councils.iter().flat_map(|id| [five(id, "2024", "60,60"), five(id, "2026", "52,52")]).collect();
    of(&["compare", "--by", "wave"], &rows)
        .stdout_holds("Of 6 councils with an earlier round, none went clearly up and 6 clearly down.")
        .ends_with(0);
}

#[test]
fn what_compares_as_the_same_is_not_the_highest_and_the_widest_is_so_in_full() {
    // Medians of 2.4 and 1.6 compare as 2 both.
    let one = |id: &str, answers: &str| five(id, "2026", answers);
    let rows = ["a", "b", "c", "d", "e"].map(|id| one(id, "60,40"));
    let output = of(&["compare"], &rows).run();
    assert!(!output.stdout.contains("strongest in") && !output.stdout.contains("weakest in"), "{output}");
    // Share from 1.6 to 2.4, do from 1.4 to 2.6: 0.8 and 1.2, which both round to 1.
    let rows = ["30,20", "40,35", "50,50", "60,65", "70,80"];
    let rows: Vec<String> = ["a", "b", "c", "d", "e"].iter().zip(rows).map(|(id, answers)| one(id, answers)).collect();
    of(&["compare"], &rows).stdout_holds("differ most in:** Do (middle half 1.4 to 2.6).").ends_with(0);
}

#[test]
fn just_missed_is_a_tenth_and_not_a_half() {
    // 51, 53 and 60 of 100: 2.04, 2.12 and 2.4, which all compare as 2, so none lies under it.
    let rows = [five("a", "2026", "51,51"), five("b", "2026", "53,53"), five("c", "2026", "60,60")];
    of(&["compare", "--below", "2", "--show-names"], &rows)
        .stdout_holds("- 1 council just missed it.")
        .stdout_holds("At the boundary: the score is at most 0.1 away")
        .ends_with(0);
}

#[test]
fn a_target_is_reached_by_a_score_that_compares_as_high() {
    // 2.4 compares as 2 and 2.8 as 3; Share wants 2.4 and stands at 2.0, which compares as 2 as well. 2.5 compares as 3, so
    // Do has 0.1 to go.
    of(&["report", "--council", "a", "--target", "klein"], &[five("a", "2026", "50,60")])
        .stdout_holds("Of 2 targets, one is reached.")
        .stdout_holds("| Share | 2.0 | 2.4 | reached |")
        .stdout_holds("| Do | 2.4 | 2.8 | 0.1 |")
        .ends_with(0);
}

#[test]
fn the_limit_that_is_printed_is_the_one_that_counts() {
    // A sixteenth of 5 is 0.3125: from 40 to 46.25 of 100 the score goes from 2.0 to 2.3125, which is all of it,
    // and 0.31 would be less.
    of(
        &["report", "--council", "a", "--wave", "2026"],
        &[five("a", "2024", "40,40"), five("a", "2026", "46.25,46.25")],
    )
    .file("q.yaml", &QUESTIONNAIRE.replace("max: 4", "max: 5"))
    .stdout_holds("A difference is called clear from 0.3125, and only if")
    .stdout_holds("- **Since 2024:** up from 2.0 to 2.3 (+0.313).")
    .ends_with(0);
    // A fortieth of 3 is 0.075, and 66 of 100 is 1.98.
    of(&["compare", "--below", "2", "--show-names"], &[five("a", "2026", "66,66")])
        .file("q.yaml", &QUESTIONNAIRE.replace("max: 4", "max: 3"))
        .stdout_holds("the score is at most 0.075 away")
        .ends_with(0);
}
