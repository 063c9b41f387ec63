//! `peil check` on what goes with a questionnaire: mappings and targets.

use crate::peil::peil;

const MAPPING: &str = "peil: mapping/1\nquestionnaire: kort\ncouncil: {column: Gemeente}\ncolumns: {Online: keus}\n";
const TARGETS: &str = "peil: targets/1\ndimensions:\n  dienst: {target: 9, reason: Met de buren.}\n";

#[test]
fn a_mapping_is_checked_against_the_questionnaire_that_it_names() {
    for arguments in [&["check", "m.yaml", "-q", "kort.yaml"][..], &["check", "."]] {
        peil(arguments)
            .with_kort()
            .file("m.yaml", MAPPING)
            .stdout_holds("error[unknown-question]")
            .stdout_holds("m.yaml:4:19")
            .stdout_holds("1 error, 0 warnings in 1 of ")
            .ends_with(1);
    }
    let built_in = "peil: mapping/1\nquestionnaire: digitale-maturiteit\ncolumns: {A: ri-ds-1, B: ri-ds-999}\n";
    peil(["check", "m.yaml"])
        .file("m.yaml", built_in)
        .stdout_holds("`ri-ds-999`")
        .stdout_holds("m.yaml:3:26")
        .ends_with(1);
}

#[test]
fn without_its_questionnaire_only_the_structure_is_checked_and_that_is_said() {
    peil(["check", "m.yaml", "t.yaml"])
        .file("m.yaml", MAPPING)
        .file("t.yaml", TARGETS)
        .in_dutch()
        .stdout("In orde: 2 bestanden gecontroleerd.\n")
        .stderr(
            "Van `m.yaml` en `t.yaml` is alleen de opbouw nagekeken: de vragenlijst is niet bekend. Geef die mee met -q, \
             dan kijkt peil ook of wat erin genoemd wordt bestaat.\n",
        )
        .ends_with(0);
    peil(["check", "m.yaml", "t.yaml"])
        .file("m.yaml", "peil: mapping/2\nquestionnaire: kort\nwave: lente\n")
        .file("t.yaml", "peil: targets/1\nquestions:\n  a: {target: -1}\n")
        .stdout_holds("start the file with `peil: mapping/1`")
        .stdout_holds("`lente` cannot be a wave")
        .stdout_holds("the field `reason` is missing")
        .stdout_holds("-1 is out of range")
        .stdout_holds("4 errors, 0 warnings in 2 of 2 files\n")
        .stderr_holds("only the structure was checked")
        .ends_with(1);
}

#[test]
fn targets_are_checked_against_the_questionnaire_that_is_given_also_where_there_are_others() {
    let other = crate::peil::KORT.replace("id: kort", "id: lang");
    peil(["check", ".", "-q", "kort.yaml"])
        .with_kort()
        .file("andere.yaml", &other)
        .file("t.yaml", TARGETS)
        .stdout_holds("`dienst`")
        .stdout_holds("t.yaml:3:3")
        .stdout_holds("t.yaml:3:20")
        .stdout_holds("2 errors, 0 warnings in 1 of 3 files\n")
        .ends_with(1);
}
