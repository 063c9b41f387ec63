//! What the command line and the mapping say about all answers comes before what forms, workbooks and rows say themselves.

use super::workbooks::{import, workbook};
use crate::peil::Written;

const PLAN: [(&str, &str); 1] = [("plan", "Sometimes")];

fn form(head: &str) -> String {
    format!(
        "{{\"peil\": \"answers/1\", \"questionnaire\": {{\"id\": \"enquete\", \"version\": \"1.0.0\"}}, {head}, \
         \"answers\": {{\"plan\": \"soms\"}}}}"
    )
}

/// The heads of the files that were written, each as its lines from `council:` to `status:`.
fn heads(written: &Written) -> Vec<String> {
    let files = written.files().into_iter().filter(|name| name.starts_with("out/"));
    let head = |name: String| {
        let text = written.text(&name);
        let lines =
            text.lines().skip_while(|line| !line.starts_with("council:")).take_while(|line| *line != "answers:");
        lines.map(str::trim).filter(|line| !line.starts_with("id: r-")).collect::<Vec<_>>().join(" ")
    };
    files.map(head).collect()
}

#[test]
fn flags_come_before_what_forms_workbooks_and_rows_say() {
    let book =
        |wave: &str| workbook(&[("council", "41048"), ("name", "Ninove"), ("wave", wave), ("role", "IT")], &PLAN);
    let written = import(&["--wave", "2027", "--council", "99999", "--name", "Testdorp", "--role", "politiek"])
        .file("in/form.json", &form("\"council\": {\"id\": \"41048\", \"name\": \"Ninove\"}"))
        .bytes("in/a.xlsx", &book("2026"))
        .bytes("in/b.xlsx", &book("voorjaar 2026"))
        .file("in/c.csv", "council,wave,role,plan\n41048,2026,ict,soms\n99999,voorjaar,politiek,soms\n")
        .stderr_holds("    1 file said another wave; --wave 2027 came first\n")
        .stderr_holds("    1 file said another role; --role politiek came first\n")
        .stderr_holds("    1 row said another council; --council 99999 came first\n")
        .stderr_holds("    2 rows said another wave; --wave 2027 came first\n")
        .stderr_holds("    1 row said another role; --role politiek came first\n")
        .stderr_holds("5 answers files written in out\n")
        .ends_with(0);
    let head = "council: id: \"99999\" name: Testdorp wave: 2027 respondent: role: politiek shown_by_role: false status: final";
    assert_eq!(heads(&written), [head; 5]);
}

#[test]
fn what_is_said_otherwise_is_told_in_dutch_too_with_one_and_with_many() {
    let one = |id: &str, wave: &str| form(&format!("\"council\": {{\"id\": \"{id}\"}}, \"wave\": {wave}"));
    import(&["--wave", "2027", "--council", "41048"])
        .in_dutch()
        .file("in/a.json", &one("41048", "2026"))
        .file("in/b.json", &one("41063", "2025"))
        .file("in/c.json", &one("41048", "2027"))
        .stderr_holds(
            "  Let op:\n    2 bestanden noemden een andere ronde; --wave 2027 ging voor\n    \
             1 bestand noemde een ander bestuur; --council 41048 ging voor\n",
        )
        .ends_with(0);
}

#[test]
fn a_mapping_comes_after_the_flags_and_before_the_file() {
    let mapping = "peil: mapping/1\ncouncil: {file_name: true, values: {ninove: \"41048\"}}\nname: Ninove\nwave: 2027\n\
                   role: ict\nshown_by_role: true\nkeep_until: 2028-12-31\nclasses: {grootte: klein}\n";
    let written = import(&["-m", "m.yaml", "--role", "politiek"])
        .file("m.yaml", mapping)
        .file(
            "in/x/ninove.json",
            &form("\"council\": {\"id\": \"1\", \"name\": \"Aalst\", \"classes\": {\"regio\": \"w\"}}"),
        )
        .bytes(
            "in/ninove.xlsx",
            &workbook(&[("council", "1"), ("keep_until", "ooit"), ("shown_by_role", "soms")], &PLAN),
        )
        .file("in/ninove.csv", "wave,plan\n2026,soms\n")
        .stderr_holds("    1 file said another council; `council: 41048` in the mapping came first\n")
        .stderr_holds("    1 file said another day to keep the answers until; `keep_until: 2028-12-31`\n")
        .stderr_holds("    1 file did not say that roles may be shown; `shown_by_role: true` in the\n")
        .stderr_holds("    1 row said another wave; `wave: 2027` in the mapping came first\n")
        .ends_with(0);
    let head = "council: id: \"41048\" name: Ninove classes: grootte: klein wave: 2027 respondent: role: politiek \
                shown_by_role: true keep_until: \"2028-12-31\" status: final";
    assert_eq!(heads(&written), [head; 3]);
}

#[test]
fn what_is_settled_a_form_need_not_say_well() {
    let wrong = "\"council\": {\"name\": \"Ninove\"}, \"wave\": \"voorjaar\", \"respondent\": {\"role\": \"baas\"}";
    let written = import(&["--wave", "2027", "--council", "41048", "--role", "ict"])
        .file("in/a.json", &form(wrong))
        .stderr_holds("    1 file said another wave; --wave 2027 came first\n    1 file said another role")
        .ends_with(0);
    let head =
        "council: id: \"41048\" name: Ninove wave: 2027 respondent: role: ict shown_by_role: false status: final";
    assert_eq!(heads(&written), [head]);
    import(&["--council", "41048"])
        .file("in/a.json", &form(wrong))
        .stderr_holds("error[invalid-value]: `voorjaar`")
        .stderr_holds("error[unknown-reference]: there is no role `baas`")
        .ends_with(1);
}

/// `politiek` is titled Bestuurder in Dutch and Politician in English.
#[test]
fn whoever_names_a_role_may_use_its_id_or_its_title_in_any_language() {
    let said = |role: &str| format!("peil: mapping/1\nrole: {role}\n");
    let wave = |flags: &[&str]| import(&[&["--council", "41048", "--wave", "2026", "--quiet"], flags].concat());
    for title in ["politiek", "Bestuurder", "Politician"] {
        let column = said(&format!("{{column: Functie, values: {{Schepen: {title}}}}}"));
        let by_column =
            wave(&["-m", "m.yaml"]).file("m.yaml", &column).file("in/a.csv", "Functie,plan\nSchepen,soms\n");
        let by_mapping = wave(&["-m", "m.yaml"]).file("m.yaml", &said(title)).file("in/a.csv", "plan\nsoms\n");
        let by_flag = wave(&["--role", title]).file("in/a.csv", "plan\nsoms\n");
        for run in [by_column, by_mapping, by_flag] {
            let head = heads(&run.ends_with(0));
            assert!(head.len() == 1 && head[0].contains("role: politiek"), "{title}: {head:?}");
        }
    }
    let unknown =
        |role: &str| wave(&["-m", "m.yaml"]).in_dutch().file("m.yaml", &said(role)).file("in/a.csv", "plan\nsoms\n");
    unknown("Baas").stderr_holds("er is geen rol `Baas`").stderr_holds("`politiek` (Bestuurder)").ends_with(2);
    unknown("Bestuurdr").stderr_holds("tip: bedoelde u `politiek` (Bestuurder)?\n").ends_with(2);
}

#[test]
fn a_name_of_another_council_does_not_become_that_of_the_one_that_is_settled() {
    let written = import(&["--council", "99999"])
        .file("in/a.json", &form("\"council\": {\"id\": \"41048\", \"name\": \"Ninove\"}"))
        .file("in/b.csv", "council,name,plan\n41048,Ninove,soms\n")
        .stderr_holds("said another council")
        .ends_with(0);
    assert!(heads(&written).iter().all(|found| !found.contains("Ninove")), "{:?}", heads(&written));
}

#[test]
fn a_file_whose_name_should_tell_the_council_and_does_not_is_left_out() {
    let mapping = "peil: mapping/1\ncouncil: {file_name: true, values: {ninove: \"41048\"}}\n";
    import(&["-m", "m.yaml"])
        .file("m.yaml", mapping)
        .file("in/aalst.json", &form("\"council\": {\"id\": \"1\"}"))
        .file("in/ninove.json", &form("\"council\": {\"id\": \"1\"}"))
        .stderr_holds("  Not taken over:\n    `council` says nothing that peil knows: in/aalst.json\n")
        .stderr_holds("1 answers file written in out\n")
        .ends_with(1);
}
