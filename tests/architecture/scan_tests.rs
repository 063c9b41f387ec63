//! Shows that the scan of the source sees every import and nothing that only looks like one.

use super::scan::{Import, imports, tokens};

fn modules(source: &str, depth: usize) -> Vec<(&str, usize)> {
    imports(source, "crate", depth).into_iter().map(|import| (import.module, import.line)).collect()
}

#[test]
fn a_path_in_the_code_is_an_import_as_much_as_a_use() {
    let source = "use crate::yaml::Node;\nfn f() { crate::report::html(); }\npub use crate::source as s;";
    assert_eq!(modules(source, 1), [("yaml", 1), ("report", 2), ("source", 3)]);
}

#[test]
fn a_group_imports_each_of_its_first_words() {
    let source = "use crate::{\n    yaml::{Node, Value},\n    source,\n    scores::Tally as T,\n};\nuse crate::*;";
    assert_eq!(modules(source, 1), [("yaml", 2), ("source", 3), ("scores", 4), ("*", 6)]);
}

#[test]
fn comments_and_strings_import_nothing() {
    let source = r####"
        //! [`crate::a`]
        /* crate::b /* crate::c */ crate::d */
        const TEXTS: [&str; 3] = ["crate::e \" crate::f", r#"crate::g " crate::h"#, "\\"];
        const LETTERS: (char, char, u8) = ('"', '\'', b'"');
        fn borrowed<'a>(text: &'a str) -> crate::seen::Text<'a> { text.into() }
    "####;
    assert_eq!(modules(source, 1), [("seen", 6)]);
}

#[test]
fn a_visibility_is_no_import() {
    assert_eq!(modules("pub(crate) fn f() {}\npub(super) fn g(value: crate::yaml::Node) {}", 1), [("yaml", 2)]);
}

#[test]
fn climbing_to_the_root_is_an_import_and_climbing_less_is_not() {
    assert_eq!(modules("use super::tally;\nuse super::super::cli;", 2), [("cli", 2)]);
    let nested = "mod tests { use super::tally; use super::super::{report, plan}; }\nuse super::yaml;";
    assert_eq!(modules(nested, 1), [("report", 1), ("plan", 1), ("yaml", 2)]);
}

#[test]
fn an_import_in_a_test_module_is_told_apart() {
    let source = "use crate::a;\nmod tests { fn f() { {} } use crate::b; }\nuse crate::c;";
    let seen: Vec<(&str, bool)> = imports(source, "crate", 1).iter().map(|i| (i.module, i.in_tests)).collect();
    assert_eq!(seen, [("a", false), ("b", true), ("c", false)]);
}

#[test]
fn the_binary_names_the_library_from_outside() {
    let source = "use peil::scores::Tally;\nuse crate::args;\nuse ::peil::report;";
    let found = imports(source, "peil", 0);
    let import = |module, line| Import { module, line, in_tests: false };
    assert_eq!(found, [import("scores", 1), import("report", 3)]);
}

#[test]
fn a_token_knows_its_line_past_a_string_of_several_lines() {
    let source = "let a = \"one\ntwo\nthree\"; b";
    assert_eq!(tokens(source).last().map(|token| (token.text, token.line)), Some(("b", 3)));
}
