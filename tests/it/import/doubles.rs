//! One person counts once: the next export of a survey that goes on, two exports in one folder, a workbook that was sent
//! twice. And two people stay two, though their tools call both of them 1.

use super::workbooks::workbook;
use crate::peil::{Peil, Written, peil};

/// Microsoft Forms names each export after its count.
const FORMS: &str = "ID,Start time,Completion time,Email,Is there a plan?\n";
const A: &str = "1,3/1/26 10:00:00,3/1/26 10:05:00,anonymous,Never\n";
const B: &str = "2,3/1/26 10:01:00,3/1/26 10:07:00,anonymous,Sometimes\n";
const C: &str = "3,3/2/26 09:00:00,3/2/26 09:05:00,anonymous,Always\n";

/// An import of these files into `out`.
fn import(files: &[(&str, &str)], more: &[&str]) -> Peil {
    let named = files.iter().map(|(name, _)| *name);
    let arguments =
        ["import"].into_iter().chain(named).chain(["-q", "enquete.yaml", "--council", "41048", "-o", "out"]);
    let run = peil(arguments.chain(more.iter().copied())).file("enquete.yaml", super::ENQUETE);
    files.iter().fold(run, |run, (name, text)| run.file(name, text))
}

/// The files that were written, by the plan that they answer.
fn by_plan(written: &Written) -> Vec<(String, String)> {
    let files = written.files().into_iter().filter(|name| name.starts_with("out/"));
    let plan = |text: &str| text.lines().find_map(|line| line.trim().strip_prefix("plan: ")).map(str::to_owned);
    let mut found: Vec<_> = files.map(|name| (plan(&written.text(&name)).unwrap_or_default(), name)).collect();
    found.sort();
    found
}

/// The same folder in a run that comes after.
fn after(run: Peil, before: &Written) -> Peil {
    by_plan(before).iter().fold(run, |run, (_, name)| run.file(name, &before.text(name)))
}

#[test]
fn the_next_export_of_a_survey_keeps_everyone_whatever_it_is_called() {
    let first = import(&[("Survey(1-2).csv", &format!("{FORMS}{A}{B}"))], &["--quiet"]).ends_with(0);
    let next = import(&[("Survey(1-3).csv", &format!("{FORMS}{A}{B}{C}"))], &[]);
    let next = after(next, &first).stderr_holds("1 answers file written in out; 2 were there already").ends_with(0);
    assert_eq!(by_plan(&next)[1..], by_plan(&first)[..], "`altijd` is new");
    // B was withdrawn: C stays C.
    let less = import(&[("results (1).csv", &format!("{FORMS}{A}{C}"))], &["--overwrite", "--quiet"]);
    assert_eq!(by_plan(&after(less, &next).ends_with(0)), by_plan(&next));
}

#[test]
fn a_response_of_limesurvey_that_is_finished_later_stays_the_same_person() {
    let header = "id,submitdate,lastpage,startlanguage,seed,startdate,plan\n";
    let draft = import(&[("a.csv", &format!("{header}7,,1,nl,1234567,2026-03-01 09:50:00,soms\n"))], &["--quiet"]);
    let done = format!("{header}7,2026-03-03 08:00:00,4,nl,1234567,2026-03-01 09:50:00,soms\n");
    let done = import(&[("b.csv", &done)], &["--quiet"]);
    let name = |written: &Written| by_plan(written)[0].1.clone();
    assert_eq!(name(&draft.ends_with(0)), name(&done.ends_with(0)));
}

#[test]
fn two_surveys_of_one_council_that_both_number_from_one_are_two_people() {
    let other = A.replace("3/1/26 10:00:00", "4/1/26 14:00:00");
    let (one, two) = (format!("{FORMS}{A}"), format!("{FORMS}{other}"));
    let written = import(&[("a.csv", &one), ("b.csv", &two)], &["--quiet"]).ends_with(0);
    assert_eq!(by_plan(&written).len(), 2);
    // A survey of LimeSurvey that keeps no moments writes this one for all: it tells nobody apart.
    let nothing = "id,submitdate,lastpage,startlanguage,plan\n1,1980-01-01 00:00:00,4,nl,soms\n";
    let written = import(&[("a.csv", nothing), ("b.csv", nothing)], &["--quiet"]).ends_with(0);
    assert_eq!(by_plan(&written).len(), 2);
}

#[test]
fn a_response_that_stands_in_two_exports_counts_once_and_its_finished_answers() {
    let header = "id,submitdate,lastpage,startlanguage,seed,plan\n";
    let done = format!("{header}1,2026-03-01 10:00:00,4,nl,11223344,altijd\n");
    let more = format!("{header}1,,1,nl,11223344,nooit\n2,2026-03-02 10:00:00,4,nl,55667788,soms\n");
    let written = import(&[("a.csv", &done), ("b.csv", &more)], &[])
        .stderr_holds("  Rows        2 read, 1 taken over, 1 double\n")
        .stderr_holds("  Rows of one person:\n    a.csv:2 and b.csv:2: a.csv:2 counts\n")
        .ends_with(0);
    assert_eq!(by_plan(&written).iter().map(|(plan, _)| plan.as_str()).collect::<Vec<_>>(), ["altijd", "soms"]);
}

#[test]
fn two_roles_behind_one_address_are_two_people_and_both_count() {
    let header = "ID,Start time,Completion time,Email,role,Is there a plan?\n";
    let row = |id: u32, role: &str, plan: &str| {
        format!("{id},3/1/26 1{id}:00:00,3/1/26 1{id}:05:00,info@ninove.be,{role},{plan}\n")
    };
    let two = format!("{header}{}{}", row(1, "IT", "Never"), row(2, "Politician", "Always"));
    let written = import(&[("mail.csv", &two)], &[])
        .stderr_holds("  Rows        2 read, 2 taken over\n")
        .stderr_holds(
            "    rows 2 and 3 name one address and different roles; each role counts as a\n      person of its own\n",
        )
        .ends_with(0);
    assert_eq!(by_plan(&written).iter().map(|(plan, _)| plan.as_str()).collect::<Vec<_>>(), ["altijd", "nooit"]);
    // Also where the command line says which role all of them have: they said otherwise themselves.
    import(&[("mail.csv", &two)], &["--role", "ict"]).stderr_holds("2 read, 2 taken over\n").ends_with(0);
    // In each role the last counts; who names no role may be any of them, and is left as they are.
    let more = format!("{two}{}{}", row(3, "IT", "Sometimes"), row(4, "", "Sometimes"));
    let written = import(&[("mail.csv", &more)], &[])
        .stderr_holds("4 read, 3 taken over, 1 double\n")
        .stderr_holds("    2 and 4: 4 counts\n")
        .ends_with(0);
    assert_eq!(by_plan(&written).len(), 3);
    // With one role it is one person, who left it open once.
    let one = format!("{header}{}{}", row(1, "", "Never"), row(2, "IT", "Always"));
    import(&[("mail.csv", &one)], &["--quiet"]).stderr("").ends_with(0);
    let told = import(&[("mail.csv", &one)], &[]).in_dutch().stderr_holds("    2 en 3: 3 telt\n").ends_with(0);
    assert_eq!(by_plan(&told).len(), 1);
}

#[test]
fn two_roles_under_one_id_of_a_table_are_told_as_in_a_score_and_neither_is_dropped_for_the_other() {
    let table = "council,wave,respondent,role,plan\n41048,2026,r-1,ict,nooit\n41048,2026,r-1,politiek,altijd\n";
    import(&[("two.csv", &format!("{table}41048,2026,r-2,ict,soms\n"))], &[])
        .stderr_holds("  Rows        3 read, 1 taken over, 2 double\n")
        .stderr_holds("    2 and 3: none of these counts, since they name one id and different roles;\n")
        .ends_with(1);
    let score = peil(["score", "two.csv", "-q", "enquete.yaml"]).file("enquete.yaml", super::ENQUETE);
    score.file("two.csv", table).stderr_holds("error[same-respondent]").stdout_holds("").ends_with(1);
}

#[test]
fn the_same_answers_under_another_number_in_the_folder_are_told_of() {
    let table = "council,plan\n41048,soms\n41048,altijd\n";
    let first = import(&[("a.csv", table)], &["--quiet"]).ends_with(0);
    let place = &by_plan(&first)[0].1;
    let again = after(import(&[("b.csv", "council,plan\n41048,altijd\n")], &[]), &first);
    again
        .stderr_holds(&format!(
            "1 file that was in out already has exactly the same answers under another number: {place}. If it is the same \
             person, delete that file; they count twice now\n"
        ))
        .ends_with(0);
    let both = after(import(&[("b.csv", table)], &[]).in_dutch(), &first);
    both.stderr_holds(
        "2 bestanden die al in out stonden, hebben precies dezelfde antwoorden onder een ander nummer, zoals ",
    )
    .ends_with(0);
    let other = after(import(&[("b.csv", "council,plan\n41048,nooit\n")], &[]), &first).in_dutch();
    let other = other.stderr_holds("1 bestand met antwoorden geschreven in out\nVerder: ").ends_with(0);
    assert_eq!(by_plan(&other).len(), 3);
}

#[test]
fn a_copy_of_a_workbook_is_told_of_and_not_left_out() {
    let five =
        [("plan", "Sometimes"), ("vlot", "4"), ("budget", "12"), ("gebruik.loket", "Never"), ("gemist.app", "Always")];
    let head = [("council", "41048"), ("role", "IT")];
    let run = |answers: &[(&str, &str)], other: &[(&str, &str)]| {
        peil(["import", "in", "-q", "enquete.yaml", "-o", "out"])
            .file("enquete.yaml", super::ENQUETE)
            .bytes("in/ict (1).xlsx", &workbook(&head, other))
            .bytes("in/ict.xlsx", &workbook(&head, answers))
            .stderr_holds("2 answers files written in out\n")
    };
    run(&five, &five)
        .stderr_holds(
            "    in/ict.xlsx holds the same answers as in/ict (1).xlsx; if that is one\n      person, leave one out\n",
        )
        .ends_with(0);
    // Of few answers it may be chance; and one answer of five is enough to be another person.
    let told =
        |answers: &[(&str, &str)], other: &[(&str, &str)]| run(answers, other).run().stderr.contains("holds the same");
    assert!(told(&five, &five) && !told(&five[..4], &five[..4]) && !told(&five, &five[..4]));
}

/// Five answers in each row.
const FIVE: &str = "council,role,plan,vlot,budget,gebruik.loket,gemist.app\n";
const ROWS: [&str; 4] = [
    "41048,ict,soms,4,12,nooit,altijd\n",
    "41048,ict,altijd,3,8,soms,nooit\n",
    "41048,politiek,nooit,1,2,soms,soms\n",
    "41048,politiek,soms,5,1,nooit,nooit\n",
];

fn five(rows: &[usize]) -> String {
    rows.iter().fold(FIVE.to_owned(), |text, row| text + ROWS[*row])
}

/// What an import says, whatever the width of the page.
fn said(run: &mut Peil) -> String {
    let output = run.run();
    assert_eq!(output.code, 0, "{output}");
    format!("{}{}", output.stdout, output.stderr).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn two_exports_of_one_survey_are_told_of_however_they_were_saved() {
    let mon = || ("mon.csv", five(&[0, 1, 2]));
    let with = |name: &str, text: &str, more: &[&str]| import(&[(mon().0, &mon().1), (name, text)], more);
    let told = said(&mut with("tue.csv", &five(&[3, 0, 2, 1]), &[]));
    let same = "Please note: 3 rows of tue.csv hold the same answers as rows of mon.csv, 1 other row of tue.csv does not; if \
                these are the same people, leave mon.csv out";
    assert!(told.contains(same), "{told}");
    // Excel saves it with semicolons.
    let told = said(&mut with("excel.csv", &five(&[0, 1, 2]).replace(',', ";"), &[]).in_dutch());
    let same = "3 rijen van excel.csv bevatten dezelfde antwoorden als rijen van mon.csv; zijn dat dezelfde deelnemers, laat \
                er dan een weg";
    assert!(told.contains(same), "{told}");
    let sheets = format!("== Answers\n{}", five(&[0, 1, 2]).replace(',', "\t"));
    let told = said(&mut import(&[(mon().0, &mon().1)], &["mon.xlsx"]).bytes("mon.xlsx", &super::workbook(&sheets)));
    assert!(told.contains("3 rows of mon.xlsx hold the same answers as rows of mon.csv; if"), "{told}");
    // A row was corrected in between.
    let told = said(&mut with("tue.csv", &five(&[0, 1, 3]), &["--dry-run"]));
    let same = "2 rows of tue.csv hold the same answers as rows of mon.csv, 1 other row of tue.csv and 1 other row of mon.csv \
                do not; if these are the same people, keep only the newer file";
    assert!(told.contains(same), "{told}");
}

#[test]
fn people_who_answered_alike_are_no_copies() {
    let told = |files: &[(&str, &str)]| {
        let output = import(files, &[]).run();
        assert_eq!(output.code, 0, "{output}");
        output.stderr.contains("the same answers")
    };
    assert!(told(&[("a.csv", &five(&[0, 1])), ("b.csv", &five(&[1, 2]))]), "half of the rows");
    assert!(!told(&[("a.csv", &five(&[0, 1, 2])), ("b.csv", &five(&[2, 3, 3]))]), "a third of the rows");
    assert!(!told(&[("a.csv", &five(&[0, 0, 0]))]), "rows of one export");
    let few = "council,plan,vlot\n41048,soms,4\n41048,nooit,1\n";
    assert!(!told(&[("a.csv", few), ("b.csv", few)]), "four answers in all");
    let other_role = five(&[0, 1]).replace(",ict,", ",politiek,");
    assert!(!told(&[("a.csv", &five(&[0, 1])), ("b.csv", &other_role)]), "another role");
    let other_wave =
        |wave: &str| five(&[0, 1]).replace("council,", "wave,council,").replace("41048,", &format!("{wave},41048,"));
    assert!(!told(&[("a.csv", &other_wave("2024")), ("b.csv", &other_wave("2026"))]), "another wave");
}

#[test]
fn a_table_beside_the_forms_and_the_workbooks_that_it_was_made_of_is_told_of() {
    let form = |row: &str| {
        let cells: Vec<&str> = row.trim().split(',').collect();
        format!(
            "{{\"peil\": \"answers/1\", \"questionnaire\": {{\"id\": \"enquete\", \"version\": \"1.0.0\"}}, \"council\": \
             {{\"id\": \"41048\"}}, \"respondent\": {{\"role\": \"{}\"}}, \"answers\": {{\"plan\": \"{}\", \"vlot\": {}, \
             \"budget\": {}, \"gebruik.loket\": \"{}\", \"gemist.app\": \"{}\"}}}}\n",
            cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]
        )
    };
    let three = [("a.json", &*form(ROWS[0])), ("b.json", &form(ROWS[1])), ("c.csv", &five(&[0, 1]))];
    let told = said(&mut import(&three, &[]));
    assert!(told.contains("2 answers files of peil hold the same answers as rows of c.csv; if these"), "{told}");
    // Forms have an id each: who answered alike is somebody else.
    let output = import(&[("a.json", &form(ROWS[0])), ("b.json", &form(ROWS[0]))], &[]).run();
    assert!(output.code == 0 && !output.stderr.contains("the same answers"), "{output}");
    let five_answers =
        [("plan", "Sometimes"), ("vlot", "4"), ("budget", "12"), ("gebruik.loket", "Never"), ("gemist.app", "Always")];
    let mut run = import(&[("c.csv", &five(&[0, 1]))], &["w.xlsx"])
        .bytes("w.xlsx", &workbook(&[("council", "41048"), ("role", "IT")], &five_answers));
    let told = said(&mut run);
    let same = "w.xlsx holds the same answers as a row of c.csv; if that is one person, leave w.xlsx out";
    assert!(told.contains(same), "{told}");
}
