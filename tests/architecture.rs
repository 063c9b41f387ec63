//! Holds the house rules that a compiler cannot: which module may import which, and what no file may contain.
//!
//! The table below is the design of the library. Whoever needs an import that it forbids changes the table first, in a
//! commit that says why; more often the thing that is needed stands in the wrong module.

#![expect(clippy::expect_used, reason = "a test that cannot read the repository has to stop")]

#[path = "architecture/scan.rs"]
mod scan;
#[path = "architecture/scan_tests.rs"]
mod scan_tests;

use std::fs;
use std::path::{Path, PathBuf};

/// Every module, in the order of the data, and the modules that it may import. What stands lower knows more.
///
/// Code in `mod tests` may also use what those modules are built on: a test of the scores reads its questionnaire
/// from YAML.
const MAY_IMPORT: &str = "
    sorting:
    language:      sorting
    source:
    threads:       sorting
    diagnostics:   source language sorting
    yaml:          diagnostics source
    questionnaire: yaml diagnostics source language sorting
    councils:      yaml diagnostics source language
    parquet:
    responses:     parquet threads questionnaire councils yaml diagnostics source language sorting
    schema:        responses questionnaire yaml diagnostics language
    scores:        questionnaire responses threads source sorting
    comparison:    scores councils responses questionnaire threads source sorting
    lint:          scores responses councils questionnaire yaml diagnostics source language sorting
    sql:           questionnaire source language sorting
    interview:     questionnaire responses source language sorting
    spreadsheet:   source
    forms:         spreadsheet questionnaire responses source language
    import:        forms spreadsheet questionnaire responses yaml diagnostics source language sorting
    charts:        language sorting
    report:        comparison charts scores responses councils questionnaire yaml diagnostics source language sorting
    plan:          report comparison charts scores responses councils questionnaire yaml diagnostics source language
";

/// The module of the binary: it sees the library from outside, as `peil`, and may use all of it.
const BINARY: &str = "cli";

const LONGEST_FILE: usize = 400;
const LONGEST_MEDIAN: usize = 150;
/// What can follow `peil` where something is suggested.
const COMMANDS: &[&str] = &[
    "assess", "check", "compare", "demo", "explain", "forget", "form", "import", "list", "new", "report", "score",
    "sql",
];
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln"];

/// What no file may hold, in two halves, so that this file does not hold it either.
const LOOSE_ENDS: &[(&str, &str)] = &[("../", "shared"), ("TO", "DO"), ("FIX", "ME"), ("dbg", "!")];
/// Not the project's own text: build output, installed packages, and lists of checksums.
const NOT_OURS: &[&str] = &["target", ".git", "node_modules", "Cargo.lock", "package-lock.json"];

#[test]
fn no_module_imports_one_that_the_table_forbids() {
    let mut forbidden = Vec::new();
    for file in rust_files("src") {
        let path = module_path(&file);
        let module = top(&file);
        // The root declares the modules; inside the binary, `crate` is the binary itself.
        if module.is_empty() || module == BINARY {
            continue;
        }
        for import in scan::imports(&read(&file), "crate", path.len()) {
            let in_tests = import.in_tests || path.iter().any(|part| part == "tests");
            let allowed = if in_tests { below(&module) } else { row(&module) };
            if import.module != module && !allowed.contains(&import.module) {
                let (place, other) = (format!("{}:{}", shown(&file), import.line), import.module);
                let may = row(&module).join(", ");
                forbidden.push(format!("{place}: `{module}` may not import `{other}`; it may import: {may}"));
            }
        }
    }
    none(&forbidden);
}

#[test]
fn the_binary_takes_only_modules_that_stand_in_the_table() {
    let mut unknown = Vec::new();
    for file in rust_files("src").iter().filter(|file| top(file) == BINARY) {
        // No number of `super::` leads from the binary into the library.
        for import in scan::imports(&read(file), "peil", usize::MAX / 2) {
            if !known(import.module) {
                let place = format!("{}:{}", shown(file), import.line);
                unknown.push(format!("{place}: `peil::{}` is no module of the table", import.module));
            }
        }
    }
    none(&unknown);
}

#[test]
fn every_module_of_the_library_stands_in_the_table() {
    let in_table = |module: &str| module.is_empty() || module == BINARY || known(module);
    let strangers: Vec<String> = rust_files("src")
        .iter()
        .filter(|file| !in_table(&top(file)))
        .map(|file| format!("{}: its module has no row in the table", shown(file)))
        .collect();
    none(&strangers);
}

#[test]
fn the_table_only_points_to_what_stands_above() {
    let mut above = Vec::new();
    for (module, imports) in table() {
        for import in imports {
            assert!(above.contains(&import), "`{module}` may import `{import}`, which does not stand above it");
        }
        above.push(module);
    }
}

#[test]
fn every_file_opens_by_saying_what_it_owns() {
    let silent: Vec<String> = all_rust_files()
        .iter()
        .filter(|file| !read(file).starts_with("//!"))
        .map(|file| format!("{}:1: does not open with `//!`", shown(file)))
        .collect();
    none(&silent);
}

#[test]
fn no_file_is_longer_than_four_hundred_lines_and_half_stay_within_one_hundred_and_fifty() {
    let mut lengths: Vec<(usize, String)> =
        all_rust_files().iter().map(|file| (read(file).lines().count(), shown(file))).collect();
    lengths.sort();
    let long: Vec<String> = lengths
        .iter()
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, file)| format!("{file}: has {lines} lines, over {LONGEST_FILE}"))
        .collect();
    none(&long);
    let median = lengths[lengths.len() / 2].0;
    assert!(median <= LONGEST_MEDIAN, "the median file has {median} lines, over {LONGEST_MEDIAN}");
}

#[test]
fn only_the_binary_prints() {
    let mut printing = Vec::new();
    for file in rust_files("src").iter().filter(|file| top(file) != BINARY) {
        let text = read(file);
        let tokens = scan::tokens(&text);
        let macros = tokens.windows(2).filter(|pair| pair[1].text == "!");
        for call in macros.filter(|pair| PRINTING.contains(&pair[0].text)) {
            printing.push(format!("{}:{}: `{}!`", shown(file), call[0].line, call[0].text));
        }
    }
    none(&printing);
}

#[test]
fn every_command_that_is_suggested_has_its_words_put_in_quotes_in_one_place() {
    let mut loose = Vec::new();
    // The examples of the help hold words of their own, without blanks.
    for file in rust_files("src").iter().filter(|file| !file.ends_with("help/examples.rs")) {
        let text = read(file);
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (at, line) in code.lines().enumerate().filter(|(_, line)| puts_into_command(line)) {
            loose.push(format!("{}:{}: write it with `language::command`: {}", shown(file), at + 1, line.trim()));
        }
    }
    none(&loose);
}

/// Whether a line puts something into a command, or behind a flag of one letter, as it is: `peil score {path}`, `-q {path}`.
fn puts_into_command(line: &str) -> bool {
    let commands = COMMANDS.iter().filter_map(|name| line.split_once(&format!("peil {name} ")));
    let into_command = |(_, rest): (&str, &str)| rest.split(['`', '"']).next().is_some_and(|rest| rest.contains('{'));
    let behind_flag = line.as_bytes().windows(5).any(|word| match word {
        [b' ' | b'"' | b'`', b'-', flag, b' ', b'{'] => flag.is_ascii_lowercase(),
        _ => false,
    });
    commands.into_iter().any(into_command) || behind_flag
}

#[test]
fn what_is_put_into_a_command_is_seen() {
    assert!(puts_into_command("format!(\"verbeter ze; `peil check {path}` toont ze\")"));
    assert!(puts_into_command("format!(\"geef het mee met -m {path}\")"));
    assert!(!puts_into_command("format!(\"`peil check` vond {count} fouten\")"));
    assert!(!puts_into_command("format!(\"van {low}-a {high}\")"));
}

#[test]
fn the_compiler_forbids_unsafe_code_and_clippy_counts_the_lines_of_a_function() {
    let manifest = read(&root().join("Cargo.toml"));
    assert!(manifest.contains("unsafe_code = \"forbid\""), "Cargo.toml does not forbid unsafe code");
    assert!(manifest.contains("too_many_lines = \"warn\""), "Cargo.toml does not ask clippy to count lines");
    let clippy = read(&root().join("clippy.toml"));
    assert!(clippy.contains("too-many-lines-threshold = 60"), "clippy.toml does not stop at 60 lines");
}

#[test]
fn no_file_holds_a_loose_end() {
    let mut loose = Vec::new();
    for file in files(&root()) {
        // Fonts and pictures are not text, and hold no sentence that anybody left behind.
        let Ok(text) = fs::read_to_string(&file) else { continue };
        for (left, right) in LOOSE_ENDS {
            let word = format!("{left}{right}");
            for (at, line) in text.lines().enumerate().filter(|(_, line)| holds(line, &word)) {
                loose.push(format!("{}:{}: holds `{word}`: {}", shown(&file), at + 1, line.trim()));
            }
        }
    }
    none(&loose);
}

/// Whether `line` holds `word` as a word of its own.
fn holds(line: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    line.match_indices(word)
        .any(|(at, _)| !part(line[..at].chars().next_back()) && !part(line[at + word.len()..].chars().next()))
}

/// The rows of the table: a module, and what it may import.
fn table() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let rows = MAY_IMPORT.lines().filter_map(|line| line.split_once(':'));
    rows.map(|(module, imports)| (module.trim(), imports.split_whitespace().collect()))
}

fn row(module: &str) -> Vec<&'static str> {
    table().find(|(name, _)| *name == module).map_or_else(Vec::new, |(_, imports)| imports)
}

fn known(module: &str) -> bool {
    table().any(|(name, _)| name == module)
}

/// What `module` may import, and what that is built on.
fn below(module: &str) -> Vec<&'static str> {
    let imports = row(module);
    let deeper = imports.iter().flat_map(|import| below(import)).collect();
    [imports, deeper].concat()
}

/// `src/scores/tally.rs` is the module `scores::tally`; `src/lib.rs` is the root.
fn module_path(file: &Path) -> Vec<String> {
    let inside = file.strip_prefix(root().join("src")).expect("a file under src").with_extension("");
    let mut parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.last().is_some_and(|last| last == "mod") || parts == ["lib"] {
        parts.pop();
    }
    parts
}

/// The module of the pipeline that a file belongs to; empty for the root.
fn top(file: &Path) -> String {
    module_path(file).into_iter().next().unwrap_or_default()
}

fn all_rust_files() -> Vec<PathBuf> {
    [rust_files("src"), rust_files("tests")].concat()
}

fn rust_files(folder: &str) -> Vec<PathBuf> {
    let found = files(&root().join(folder));
    found.into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "rs")).collect()
}

/// Every file of the project under `folder`, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of the repository");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry of the folder").path()).collect();
    paths.retain(|path| !NOT_OURS.iter().any(|name| path.ends_with(name)));
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("a text file of the repository")
}

fn none(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}
