//! The hook, the action and the template in the repository are well-formed, and what they run is what peil takes: their
//! scripts are run as they stand there.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::Command;

use peil::yaml::{Node, Value};

use crate::mutations::tree;
use crate::peil::{KORT, PROGRAM, scrub};

const RIGHT: &str = KORT;

fn read(name: &str) -> Node {
    tree(&fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("a file"))
}

/// The value at the end of a way of names and numbers.
fn at<'n>(node: &'n Node, way: &str) -> &'n Node {
    way.split('/').fold(node, |node, step| match (&node.value, step.parse::<usize>()) {
        (Value::List(items), Ok(index)) => &items[index],
        _ => node.field(step).unwrap_or_else(|| panic!("{way}: no {step}")),
    })
}

fn text<'n>(node: &'n Node, way: &str) -> &'n str {
    at(node, way).scalar().map_or_else(|| panic!("{way} is no text"), |scalar| scalar.text.as_str())
}

fn names(node: &Node) -> Vec<&str> {
    let Value::Map(entries) = &node.value else { panic!("no map") };
    entries.iter().map(|entry| entry.key.text.as_str()).collect()
}

/// Runs a script as a CI system does, `peil` being on the path and in its folder; the exit code and standard output.
fn run(script: &str, folder: &Path, variables: &[(&str, &str)]) -> (i32, String) {
    let bin = folder.join("peil/bin");
    fs::create_dir_all(&bin).expect("a folder");
    let program = bin.join("peil");
    if !program.exists() {
        std::os::unix::fs::symlink(PROGRAM, &program).expect("a link");
    }
    let mut command = Command::new("bash");
    scrub(&mut command);
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").expect("a path"));
    let command = command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]).current_dir(folder);
    let command = command.env("PATH", path).env("RUNNER_TEMP", folder).envs(variables.iter().copied());
    let output = command.output().expect("bash");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code().is_some_and(|code| code < 2), "{script}\n{said}");
    (output.status.code().expect("a code"), String::from_utf8(output.stdout).expect("UTF-8"))
}

/// A folder with a questionnaire that is right and one that is not.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("right.yaml"), RIGHT).expect("written");
    fs::write(folder.path().join("wrong.yaml"), RIGHT.replacen("max:", "maximum:", 1)).expect("written");
    folder
}

#[test]
fn the_hook_runs_a_command_that_peil_takes() {
    let hooks = read(".pre-commit-hooks.yaml");
    let hook = at(&hooks, "0");
    assert_eq!((text(hook, "id"), text(hook, "language"), text(hook, "types/0")), ("peil-check", "rust", "yaml"));
    let folder = folder();
    // pre-commit puts the names of the files behind the entry.
    for (file, code) in [("right.yaml", 0), ("wrong.yaml", 1)] {
        assert_eq!(run(&format!("{} {file}", text(hook, "entry")), folder.path(), &[]).0, code, "{file}");
    }
}

#[test]
fn the_action_writes_remarks_and_where_asked_for_sarif_and_fails_on_errors_only() {
    let action = read("action.yml");
    assert_eq!(names(at(&action, "inputs")), ["files", "args", "sarif"]);
    assert_eq!(text(&action, "runs/using"), "composite");
    let install = text(&action, "runs/steps/0/run");
    assert!(install.contains("install --locked --path \"$GITHUB_ACTION_PATH\" --root \"$RUNNER_TEMP/peil\""));
    let check = at(&action, "runs/steps/1");
    for (name, input) in [("FILES", "files"), ("ARGS", "args"), ("SARIF", "sarif")] {
        assert_eq!(text(check, &format!("env/{name}")), format!("${{{{ inputs.{input} }}}}"));
    }
    let (script, folder) = (text(check, "run"), folder());
    let plain = [("FILES", "right.yaml"), ("ARGS", ""), ("SARIF", "")];
    assert_eq!(run(script, folder.path(), &plain), (0, String::new()));
    let both = [("FILES", "right.yaml wrong.yaml"), ("ARGS", "--deny warnings --lang en"), ("SARIF", "peil.sarif")];
    let (code, remarks) = run(script, folder.path(), &both);
    assert_eq!((code, remarks.starts_with("::error file=wrong.yaml,line=")), (1, true), "{remarks}");
    let sarif = fs::read_to_string(folder.path().join("peil.sarif")).expect("written");
    let sarif: serde_json::Value = serde_json::from_str(&sarif).expect("JSON");
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(remarks.lines().count()));
}

#[test]
fn the_template_leaves_a_code_quality_report_where_it_says() {
    let template = read("ci/gitlab.yml");
    let job = at(&template, "peil");
    let version = format!("v{}", env!("CARGO_PKG_VERSION"));
    assert_eq!(text(job, "variables/PEIL_VERSION"), version);
    let wanted = "cargo install --locked --git \"$PEIL_SOURCE\" --tag \"$PEIL_VERSION\" peil";
    assert_eq!(text(job, "before_script/0"), wanted);
    let report = text(job, "artifacts/reports/codequality");
    for (file, code, problems) in [("right.yaml", 0, false), ("wrong.yaml", 1, true)] {
        let folder = folder();
        let variables = [("PEIL_FILES", file), ("PEIL_ARGS", "--deny warnings")];
        assert_eq!(run(text(job, "script/0"), folder.path(), &variables).0, code, "{file}");
        let written = fs::read_to_string(folder.path().join(report)).expect("the report");
        let list: serde_json::Value = serde_json::from_str(&written).expect("JSON");
        assert_eq!(list.as_array().is_some_and(|list| !list.is_empty()), problems, "{written}");
    }
    assert_eq!(text(job, "artifacts/when"), "always");
}
