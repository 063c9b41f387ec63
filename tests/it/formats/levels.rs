//! `--allow`, `--warn` and `--deny`: one decision for the list, the verdict and the exit code, in every format.

use super::{FORMATS, NAMES};
use crate::peil::{Peil, peil};

fn names(more: &[&str]) -> Peil {
    let first = ["check", "namen.csv", "-q", "kort.yaml"];
    peil(first.iter().chain(more)).file("namen.csv", NAMES).with_kort()
}

#[test]
fn a_denied_warning_is_an_error_and_fails_in_every_format() {
    for denied in ["name-differs", "warnings", "no-rows,name-differs"] {
        names(&["--deny", denied])
            .stdout_holds("error[name-differs]: council")
            .stdout_holds("\n1 error, 0 warnings in 1 of 1 file\n")
            .ends_with(1);
    }
    for (format, as_error) in [
        ("concise", "error[name-differs]"),
        ("json", "\"severity\": \"error\""),
        ("github", "::error "),
        ("gitlab", "\"severity\": \"major\""),
        ("sarif", "\"level\": \"error\""),
        ("junit", "<failure "),
    ] {
        assert!(FORMATS.contains(&format));
        let denied = ["--deny", "warnings", "--format", format];
        names(&denied).stdout_holds(as_error).stderr_holds("1 error, 0 warnings").ends_with(1);
        let output = names(&["--format", format]).run();
        assert_eq!((output.code, output.stdout.contains(as_error)), (0, false), "{format}: {output}");
    }
}

#[test]
fn an_allowed_warning_is_not_there_at_all() {
    for allowed in [&["--allow", "name-differs"][..], &["--deny", "warnings", "--allow", "name-differs"]] {
        names(allowed).stdout("All good: 1 file checked.\n").ends_with(0);
    }
    let json = names(&["--allow", "warnings", "--format", "json"]).stderr("All good: 1 file checked.\n");
    json.stdout_holds("\"diagnostics\": []").stdout_holds("\"files_with_findings\": 0").ends_with(0);
}

#[test]
fn a_failing_golden_test_may_be_a_warning_while_someone_works_on_it() {
    let failing = format!(
        "{}tests: [{{name: laagste, answers: {{keuze: nooit, cijfer: 1, getal: 0, ja-nee: no}}, expect: {{overall: 1}}}}]\n",
        crate::peil::KORT
    );
    let check = |more: &[&str]| peil(["check", "a.yaml"].iter().chain(more)).file("a.yaml", &failing);
    check(&[]).stdout_holds("error[golden-test]").ends_with(1);
    check(&["--warn", "golden-test"]).stdout_holds("warning[golden-test]").ends_with(0);
}

#[test]
fn an_error_that_makes_a_file_unusable_stays_one() {
    for flag in ["--allow", "--warn"] {
        names(&[flag, "duplicate-id"])
            .in_dutch()
            .stderr(
                "
                fout: `duplicate-id` is altijd een fout: zo'n bestand is niet te gebruiken, of niet helemaal
                tip: verbeter het bestand; `peil explain duplicate-id` zegt hoe
                ",
            )
            .ends_with(2);
    }
}

#[test]
fn a_word_that_is_no_code_and_two_levels_for_one_are_refused() {
    names(&["--deny", "name-difers"])
        .stderr("error: there is no code `name-difers`\nhelp: did you mean `name-differs`?\n")
        .ends_with(2);
    names(&["--deny", "all"])
        .stderr("error: there is no code `all`\nhelp: `peil explain` lists all codes\n")
        .ends_with(2);
    names(&["--deny", "no-rows", "--allow", "name-differs,no-rows"])
        .stderr(
            "
            error: `no-rows` stands with more than one of --allow, --warn and --deny
            help: name each code with one of them
            ",
        )
        .ends_with(2);
}
