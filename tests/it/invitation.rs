//! The list for a body that invites councils: who is on it, who just is not, and who may see it.

use crate::peil::{Peil, peil};

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: kort\nversion: 1.0.0\nlanguages: [nl, en]\n\
    title: {nl: Kort, en: Short}\nscale: {max: 4}\n\
    axes: [{id: as, title: {nl: As, en: Axis}, dimensions: [{id: delen, title: {nl: Delen, en: Share}}, \
    {id: doen, title: {nl: Doen, en: Do}}]}]\nquestions:\n\
    \x20 - {id: v1, at: {as: delen}, ask: {nl: Vraag?, en: Question?}, type: rating, from: 0, to: 4}\n\
    \x20 - {id: v2, at: {as: doen}, ask: {nl: En?, en: And?}, type: rating, from: 0, to: 4}\n";

/// Delen: a 1 (of two), b 2, c 2, d 14 ÷ 6 (of six: 2 without the four, 2.4 without a two), e 4, f nothing; Doen all 3.
const ANSWERS: &str = "council,name,size,v1,v2\n\
    a,=HYPERLINK(A1),small,1,3\na,=HYPERLINK(A1),small,1,3\nb,Brug,small,2,3\nc,\"Dorp, groot\",large,2,3\n\
    d,Eik,large,2,3\nd,Eik,large,2,3\nd,Eik,large,2,3\nd,Eik,large,2,3\nd,Eik,large,2,3\nd,Eik,large,4,3\n\
    e,Fort,large,4,3\nf,Gat,large,?,3\n";

fn list(flags: &[&str]) -> Peil {
    let arguments = ["compare", "a.csv", "-q", "q.yaml"];
    peil(arguments.iter().chain(flags)).file("q.yaml", QUESTIONNAIRE).file("a.csv", ANSWERS)
}

#[test]
fn without_names_there_is_no_list_and_the_message_says_what_to_add() {
    list(&["--lowest", "2"])
        .stderr(
            "error: a list of whom to invite names councils, and that is done only when you ask for it\n\
             help: add --show-names; the list is confidential, for the body that invites\n",
        )
        .ends_with(2);
    list(&["--below", "1.5", "-o", "x.csv"]).stderr_holds("add --show-names").ends_with(2);
    list(&["--below", "1.5", "--show-names", "--audience", "workshop"])
        .stderr_holds("not for the participants of one council")
        .ends_with(2);
}

#[test]
fn a_list_that_cannot_be_is_refused_with_a_way_out() {
    for by in ["role", "wave"] {
        list(&["--lowest", "2", "--show-names", "--by", by])
            .stderr_holds(&format!("there is no list by `{by}`"))
            .ends_with(2);
    }
    list(&["--lowest", "2", "--show-names", "--by", "deelen"])
        .stderr_holds("the questionnaire has no dimension `deelen`")
        .stderr_holds("did you mean `delen`?")
        .ends_with(2);
    list(&["--below", "laag", "--show-names"]).stderr_holds("`laag` is not possible for `--below`").ends_with(2);
    for off in ["9", "4,1"] {
        list(&["--below", off, "--show-names"])
            .stderr(&format!(
                "error: `--below {off}` is outside the scale of the questionnaire\nhelp: choose a bound from 0 to 4\n"
            ))
            .ends_with(2);
    }
    list(&["--below=-0.5", "--show-names", "--lang", "nl"])
        .stderr(
            "fout: `--below -0.5` valt buiten de schaal van de vragenlijst\ntip: kies een grens van 0 tot en met 4\n",
        )
        .ends_with(2);
    list(&["--below", "4", "--show-names", "-o", "x.csv"]).stderr("Written: x.csv\n").ends_with(0);
    list(&["--lowest", "2", "--below", "2", "--show-names"]).stderr_holds("do not go together").ends_with(2);
    list(&["--lowest", "0", "--show-names"]).stderr_holds("`0` is not possible for `--lowest`").ends_with(2);
    list(&["--below", "0.5", "--by", "delen", "--show-names", "-o", "x.csv"])
        .stderr_holds("there is nobody for the list: 5 councils with a score")
        .ends_with(3);
}

#[test]
fn the_file_holds_the_tie_at_the_last_place_unrounded_numbers_and_no_formula() {
    let written = list(&["--lowest", "2", "--by", "delen", "--show-names", "-o", "x.csv"])
        .stderr("Written: x.csv\n")
        .ends_with(0);
    // The median of 1, 2, 2, 14 ÷ 6 and 4 is 2. Without the four of d it has 2 as well.
    assert_eq!(
        written.text("x.csv"),
        "council,name,wave,by,score,gap,scored,applicable,without_one_low,without_one_high,respondents,place,listed,confidential\n\
         a,'=HYPERLINK(A1),,delen,1,1,2,2,,,2,1,yes,\"confidential, for the body that invites\"\n\
         b,Brug,,delen,2,0,1,1,,,1,2,yes-tied,\"confidential, for the body that invites\"\n\
         c,\"Dorp, groot\",,delen,2,0,1,1,,,1,2,yes-tied,\"confidential, for the body that invites\"\n\
         d,Eik,,delen,2.3333333333333335,-0.3333333333333335,6,6,2,2.4,6,4,near-miss,\
         \"confidential, for the body that invites\"\n"
    );
}

#[test]
fn the_file_has_a_column_for_each_class_that_is_asked_for() {
    let header = |within: &str, more: &str| {
        let flags = ["--lowest", "2", "--show-names", "--within", within, "-o", "x.csv"];
        let rows = ANSWERS.replace("council,name,size,", &format!("council,name,size,{more}"));
        let rows =
            if more.is_empty() { rows } else { rows.replace("small,", "small,\"a, b\",").replace("large,", "large,,") };
        let text = list(&flags).file("a.csv", &rows).stderr("Written: x.csv\n").ends_with(0).text("x.csv");
        let mut lines = text.lines().map(str::to_owned);
        (lines.next().expect("a header"), lines.next().expect("a row"))
    };
    let (columns, row) = header("size", "");
    assert!(columns.starts_with("council,name,wave,size,by,score,"), "{columns}");
    assert!(row.starts_with("a,'=HYPERLINK(A1),,small,overall,"), "{row}");
    let (columns, row) = header("region,size", "region,");
    assert!(columns.starts_with("council,name,wave,region,size,by,score,"), "{columns}");
    assert!(row.starts_with("a,'=HYPERLINK(A1),,\"a, b\",small,overall,"), "{row}");
}

#[test]
fn one_respondent_who_could_tip_it_puts_a_council_on_the_list_as_just_missed() {
    let written = list(&["--below", "2,1", "--by", "delen", "--show-names", "--lang", "nl", "-o", "lijst.md"])
        .stderr("Geschreven: lijst.md\n")
        .ends_with(0);
    let text = written.text("lijst.md");
    assert!(text.starts_with("**Vertrouwelijk, voor wie uitnodigt**\n\n# Uitnodigingslijst: Delen\n"), "{text}");
    for words in [
        "**Van de 5 besturen met een score liggen er 3 onder 2,1 op 4.**",
        "- 1 bestuur staat er net niet op.",
        "- 1 bestuur zonder score staat niet op de lijst.",
        "| **Brug** | **2** | **2,0** | **+0,1** | **1 van 1** | **–** | **net erop** |",
        "| Eik | 4 | 2,3 | \u{2212}0,2 | 6 van 6 | 2,0–2,4 | net niet |",
        "`peil compare ANTWOORDEN -q VRAGENLIJST --below 2.1 --by delen --show-names`",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(!text.contains("Fort"), "four is not near");
}

#[test]
fn the_list_is_stamped_in_every_format_and_can_show_the_class() {
    for (format, stamp) in [("terminal", "Confidential, for the body that invites"), ("html", "Confidential, for")] {
        list(&["--lowest", "3", "--show-names", "--within", "size", "--format", format])
            .stdout_holds(stamp)
            .stdout_holds("small")
            .ends_with(0);
    }
}

#[test]
fn what_is_set_side_by_side_is_still_one_of_three() {
    list(&["--by", "delen"])
        .stderr("error: `delen` is not possible for `--by`\nhelp: choose council, wave or role\n")
        .ends_with(2);
}

#[test]
fn who_is_not_to_be_named_is_neither_listed_nor_counted() {
    let register = "council,name,consent\na,A,no\nb,Brug,yes\nc,Dorp,yes\nd,Eik,yes\ne,Fort,yes\nf,Gat,yes\n";
    list(&["--lowest", "1", "--by", "delen", "--show-names", "--councils", "r.csv", "--format", "markdown"])
        .file("r.csv", register)
        .stdout_holds("**The 2 lowest scores of 4 councils go up to 2.0 out of 4.**")
        .stdout_holds("- These are more than 1, because the last place is shared.")
        .stdout_holds("- 1 council asked not to be named beside others and is left out of this report.")
        .ends_with(0);
}
