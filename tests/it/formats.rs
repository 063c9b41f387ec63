//! One bad run in every format, levels, and what holds for all formats: the same problems, the same exit code.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::peil::{Output, Peil, peil};

mod facts;
mod levels;
mod schema;
mod stable;

/// A questionnaire with two errors in its last line, under a name that every format has to escape. `<b>` stands in
/// column 57: 42 characters up to `ask: `, 8 of the question, of which the rocket is one, and 6 of `type: `.
const LOKET: &str = "peil: questionnaire/1
id: loket
version: 1.0.0
languages: [nl]
title: Het loket
scale: {max: 4}
axes:
  - {id: thema, title: Thema, dimensions: [{id: diensten, title: Diensten}]}
questions:
  - {id: a-1, at: {thema: diensten}, ask: Online?, type: yes-no}
  - {id: a-1, at: {thema: diensten}, ask: Één 🚀?, type: <b>}
";

/// Answers to `kort.yaml` with a warning: the council has another name in the third line.
const NAMES: &str = "council,name,keuze\n41048,Ninove,soms\n41048,Ninoven,soms\n";

/// The run of all formats: a file with two errors, one with a warning, one without a problem.
fn check(more: &[&str]) -> Peil {
    let files = ["check", "map", "namen.csv", "kort.yaml"];
    peil(files.iter().chain(more)).file("map/50%, één.yaml", LOKET).file("namen.csv", NAMES).with_kort()
}

fn run(format: &str) -> Output {
    check(&["--format", format]).run()
}

fn json_of(format: &str) -> Value {
    let output = run(format);
    serde_json::from_str(&output.stdout).unwrap_or_else(|error| panic!("{error}\n{output}"))
}

const VERDICT: &str = "2 errors, 1 warning in 2 of 3 files\n";

#[test]
fn for_people_the_last_lines_say_where_to_read_more_and_what_it_comes_to() {
    check(&[])
        .stdout(
            "
            error[duplicate-id]: the id `a-1` is already in use
              --> map/50%, één.yaml:11:10
               |
            10 |   - {id: a-1, at: {thema: diensten}, ask: Online?, type: yes-no}
               |          --- first used here
            11 |   - {id: a-1, at: {thema: diensten}, ask: Één 🚀?, type: <b>}
               |          ^^^ question with the same id
               |
               = help: choose another id for one of the two

            error[unknown-word]: `<b>` is not possible here
              --> map/50%, één.yaml:11:57
               |
            11 |   - {id: a-1, at: {thema: diensten}, ask: Één 🚀?, type: <b>}
               |                                                          ^^^ unknown word
               |
               = help: choose from `choice`, `multiple`, `rating`, `yes-no`, `number`, `text` and `grid`

            warning[name-differs]: council `41048` is called `Ninoven` here but `Ninove` earlier
             --> namen.csv:3:1
              |
            3 | 41048,Ninoven,soms
              | ^^^^^^^^^^^^^^^^^^ another name
              |
              = help: peil uses the first name; make them the same

            More about a finding, with an example: peil explain duplicate-id
            2 errors, 1 warning in 2 of 3 files
            ",
        )
        .ends_with(1);
}

#[test]
fn concise_is_one_line_for_each() {
    check(&["--format", "concise"])
        .stdout(
            "
            map/50%, één.yaml:11:10: error[duplicate-id] the id `a-1` is already in use
            map/50%, één.yaml:11:57: error[unknown-word] `<b>` is not possible here
            namen.csv:3:1: warning[name-differs] council `41048` is called `Ninoven` here but `Ninove` earlier
            ",
        )
        .stderr(VERDICT)
        .ends_with(1);
}

#[test]
fn github_gets_commands_with_its_own_escapes() {
    check(&["--format", "github"])
        .stdout(
            "
            ::error file=map/50%25%2C één.yaml,line=11,endLine=11,col=10,endColumn=13,title=duplicate-id::the id `a-1` is already in use%0Achoose another id for one of the two
            ::error file=map/50%25%2C één.yaml,line=11,endLine=11,col=57,endColumn=60,title=unknown-word::`<b>` is not possible here%0Achoose from `choice`, `multiple`, `rating`, `yes-no`, `number`, `text` and `grid`
            ::warning file=namen.csv,line=3,endLine=3,col=1,endColumn=19,title=name-differs::council `41048` is called `Ninoven` here but `Ninove` earlier%0Apeil uses the first name; make them the same
            ",
        )
        .stderr(VERDICT)
        .ends_with(1);
}

#[test]
fn junit_has_a_suite_for_each_file_and_a_warning_is_no_failure() {
    check(&["--format", "junit"])
        .stdout(
            "
            <?xml version=\"1.0\" encoding=\"UTF-8\"?>
            <testsuites name=\"peil check\" tests=\"4\" failures=\"2\" errors=\"0\">
              <testsuite name=\"map/50%, één.yaml\" tests=\"2\" failures=\"2\" errors=\"0\" skipped=\"0\">
                <testcase name=\"duplicate-id 11:10\" classname=\"map/50%, één.yaml\">
                  <failure type=\"duplicate-id\" message=\"the id `a-1` is already in use\">map/50%, één.yaml:11:10: the id `a-1` is already in use
            choose another id for one of the two</failure>
                </testcase>
                <testcase name=\"unknown-word 11:57\" classname=\"map/50%, één.yaml\">
                  <failure type=\"unknown-word\" message=\"`&lt;b&gt;` is not possible here\">map/50%, één.yaml:11:57: `&lt;b&gt;` is not possible here
            choose from `choice`, `multiple`, `rating`, `yes-no`, `number`, `text` and `grid`</failure>
                </testcase>
              </testsuite>
              <testsuite name=\"namen.csv\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">
                <testcase name=\"name-differs 3:1\" classname=\"namen.csv\">
                  <system-out>namen.csv:3:1: council `41048` is called `Ninoven` here but `Ninove` earlier
            peil uses the first name; make them the same</system-out>
                </testcase>
              </testsuite>
              <testsuite name=\"kort.yaml\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">
                <testcase name=\"check\" classname=\"kort.yaml\"/>
              </testsuite>
            </testsuites>
            ",
        )
        .stderr(VERDICT)
        .ends_with(1);
}

/// A place in the shape of [`json`], on one line.
fn place(file: &str, line: u32, from: u32, to: u32) -> Value {
    json!({"file": file, "start": {"line": line, "column": from}, "end": {"line": line, "column": to}})
}

fn with(mut one: Value, other: &Value) -> Value {
    let more = other.as_object().expect("an object").clone();
    one.as_object_mut().expect("an object").extend(more);
    one
}

#[test]
fn json_holds_every_word_and_place() {
    let first = json!({
        "code": "duplicate-id", "severity": "error", "message": "the id `a-1` is already in use",
        "label": "question with the same id", "help": "choose another id for one of the two",
        "notes": [], "related": [with(json!({"remark": "first used here"}), &place("map/50%, één.yaml", 10, 10, 13))],
    });
    let last = json!({
        "code": "name-differs", "severity": "warning",
        "message": "council `41048` is called `Ninoven` here but `Ninove` earlier",
        "label": "another name", "help": "peil uses the first name; make them the same", "notes": [], "related": [],
    });
    let report = json_of("json");
    assert_eq!(report["format"], "peil.diagnostics/1");
    assert_eq!(report["summary"], json!({"errors": 2, "warnings": 1, "files": 3, "files_with_findings": 2}));
    let list = report["diagnostics"].as_array().expect("a list");
    assert_eq!(list.len(), 3);
    assert_eq!(list[0], with(first, &place("map/50%, één.yaml", 11, 10, 13)));
    assert_eq!(list[2], with(last, &place("namen.csv", 3, 1, 19)));
}

#[test]
fn gitlab_gets_an_array_with_a_fingerprint_for_each() {
    let mut list = json_of("gitlab");
    let mut fingerprints = BTreeSet::new();
    for issue in list.as_array_mut().expect("an array") {
        let fingerprint = issue.as_object_mut().and_then(|issue| issue.remove("fingerprint"));
        let fingerprint = fingerprint.and_then(|value| value.as_str().map(str::to_owned)).expect("a text");
        assert!(fingerprint.len() == 32 && fingerprint.bytes().all(|byte| byte.is_ascii_hexdigit()), "{fingerprint}");
        fingerprints.insert(fingerprint);
    }
    assert_eq!(fingerprints.len(), 3);
    let issue = |name, severity, path: &str, line: u32, description: &str| {
        let location = json!({"path": path, "lines": {"begin": line, "end": line}});
        json!({"check_name": name, "severity": severity, "location": location, "description": description})
    };
    let path = "map/50%, één.yaml";
    let duplicate = "the id `a-1` is already in use – choose another id for one of the two";
    let word = "`<b>` is not possible here – choose from `choice`, `multiple`, `rating`, `yes-no`, `number`, `text` \
                and `grid`";
    let name = "council `41048` is called `Ninoven` here but `Ninove` earlier – peil uses the first name; make them \
                the same";
    let expected = json!([
        issue("duplicate-id", "major", path, 11, duplicate),
        issue("unknown-word", "major", path, 11, word),
        issue("name-differs", "minor", "namen.csv", 3, name),
    ]);
    assert_eq!(list, expected);
}

#[test]
fn sarif_has_relative_uris_character_columns_and_rules_with_help() {
    let log = json_of("sarif");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let ids: Vec<&str> = rules.iter().filter_map(|rule| rule["id"].as_str()).collect();
    assert_eq!(ids, ["unknown-word", "duplicate-id", "name-differs"], "in the order of the catalogue");
    for rule in rules {
        let text = |part: &Value| part.as_str().is_some_and(|text| text.len() > 20);
        assert!(text(&rule["help"]["text"]) && text(&rule["help"]["markdown"]), "{rule}");
        assert!(text(&rule["shortDescription"]["text"]) && text(&rule["fullDescription"]["text"]), "{rule}");
    }
    assert_eq!(rules[2]["defaultConfiguration"]["level"], "warning");
    let place = |line: u32, from: u32, to: u32| {
        json!({
            "artifactLocation": {"uri": "map/50%25%2C%20%C3%A9%C3%A9n.yaml"},
            "region": {"startLine": line, "startColumn": from, "endLine": line, "endColumn": to},
        })
    };
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 3);
    let (first, second) = (&results[0], &results[1]);
    assert_eq!(
        (&first["ruleId"], &first["ruleIndex"], &first["level"]),
        (&"duplicate-id".into(), &1.into(), &"error".into())
    );
    assert_eq!(first["message"]["text"], "the id `a-1` is already in use – choose another id for one of the two");
    assert_eq!(first["locations"], json!([{"physicalLocation": place(11, 10, 13)}]));
    let related = json!([{"id": 1, "message": {"text": "first used here"}, "physicalLocation": place(10, 10, 13)}]);
    assert_eq!(first["relatedLocations"], related);
    assert_eq!(second["locations"][0]["physicalLocation"], place(11, 57, 60));
    assert_eq!(second.get("relatedLocations"), None);
    assert_eq!((&results[2]["level"], &results[2]["ruleIndex"]), (&"warning".into(), &2.into()));
}

/// Every format.
const FORMATS: [&str; 7] = ["human", "concise", "json", "github", "gitlab", "sarif", "junit"];

#[test]
fn no_format_changes_the_exit_code_or_the_verdict() {
    for format in FORMATS {
        let output = run(format);
        assert_eq!(output.code, 1, "{format}");
        let verdict = if format == "human" { &output.stdout } else { &output.stderr };
        assert!(verdict.ends_with(VERDICT), "{format}: {output}");
        let good = peil(["check", "kort.yaml", "--format", format]).with_kort().run();
        assert_eq!(good.code, 0, "{format}");
        let none = peil(["check", "leeg", "--format", format]).folder("leeg").run();
        assert_eq!((none.code, none.stdout.as_str()), (3, ""), "{format}");
        assert!(none.stderr.starts_with("error: no files found in `leeg`\n"), "{format}: {none}");
    }
}

#[test]
fn to_a_file_goes_the_same_and_the_verdict_to_whoever_reads_the_log() {
    for format in FORMATS {
        let written = check(&["--format", format, "-o", "uit"]).stderr(VERDICT).ends_with(1);
        let shown = run(format).stdout;
        assert_eq!(written.text("uit"), shown, "{format}");
        check(&["--format", format, "-o", "uit", "--quiet"]).ends_with(1);
    }
}
