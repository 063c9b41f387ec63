//! What `peil check --against` says of two versions.

use serde_json::{Value, json};

use super::{OLD, completed};
use crate::peil::{Peil, peil};

/// A later version that says all that became of the earlier one, as the fixture of that name.
fn later() -> String {
    completed(include_str!("../../versions/valid/everything-said.yaml"))
}

fn against(flags: &[&str]) -> Peil {
    let arguments = ["check", "nieuw.yaml", "--against", "oud.yaml"].iter().chain(flags);
    peil(arguments.copied()).file("oud.yaml", OLD).file("nieuw.yaml", &later())
}

#[test]
fn what_changed_is_a_short_list_that_ends_with_whether_old_answers_fit() {
    against(&[])
        .stdout(
            "
            From version 1.0.0 to 2.0.0:
              questions added         bron
              questions removed       terugbellen
              questions renamed       afspraak → afspraken
              questions moved         cijfer (gegevens → diensten)
              questions reworded      afspraken
              choices                 afspraken: geregeld (soms → geregeld),
                                      register: geregeld (soms → geregeld)
              rows                    − register: adres, register: jongere (kind → jongere)
              rows reworded           register: jongere
              weights                 cijfer (1 → 2)
            Answers to version 1.0.0 still fit (1 question renamed, 1 dropped).

            All good: 1 file checked.
            ",
        )
        .ends_with(0);
    against(&[])
        .in_dutch()
        .stdout_holds(
            "Van versie 1.0.0 naar 2.0.0:\n  vragen erbij            bron\n  vragen weg              terugbellen\n",
        )
        .stdout_holds("Antwoorden op versie 1.0.0 blijven geldig (1 vraag hernoemd, 1 vervallen).\n")
        .ends_with(0);
}

#[test]
fn programs_get_the_same_as_data() {
    let output = against(&["--format", "json"]).run();
    let json: Value = serde_json::from_str(&output.stdout).expect("JSON");
    let versions = &json["versions"][0];
    assert_eq!((&versions["from"], &versions["to"]), (&json!("1.0.0"), &json!("2.0.0")));
    assert_eq!(versions["answers_fit"], true);
    let change = |what, id, part, how, from, to| json!({"what": what, "id": id, "part": part, "how": how, "from": from, "to": to});
    let changes = versions["changes"].as_array().expect("a list");
    assert_eq!(changes.len(), 11);
    assert_eq!(changes[0], change("question-added", "bron", "", "changed", "", ""));
    assert_eq!(changes[5], change("choices", "afspraken", "geregeld", "changed", "soms", "geregeld"));
    let alone = peil(["check", "oud.yaml", "--format", "json"]).file("oud.yaml", OLD).run();
    assert!(alone.stdout.contains("\"versions\": []"), "{alone}");
}

/// A later version that says of ids and versions what `OLD` did not: a question and a row are called new, a question that
/// was there is given a former id, and so is a choice; one id more is dropped, and one that was is so since later.
fn another_history() -> String {
    OLD.replace("version: 1.0.0", "version: 1.1.0")
        .replace("{id: afspraak,", "{id: afspraak, since: 1.1.0,")
        .replace("{id: cijfer,", "{id: cijfer, was: punten,")
        .replace("{id: soms,", "{id: soms, was: af-en-toe,")
        .replace("{id: kind,", "{id: kind, since: 1.1.0,")
        .replace("dropped: [{id: fax, since: 0.9.0}", "dropped: [{id: fax, since: 1.0.0}, {id: telex, since: 0.9.0}")
}

#[test]
fn a_version_that_says_otherwise_what_was_there_before_has_changed_what_counts() {
    let run = |flags: &[&str]| {
        let arguments = ["check", "nieuw.yaml", "--against", "oud.yaml"].iter().chain(flags);
        peil(arguments.copied()).file("oud.yaml", OLD).file("nieuw.yaml", &another_history())
    };
    run(&["--allow", "wrong-since,unknown-origin"])
        .stdout(
            "
            From version 1.0.0 to 1.1.0:
              there since             afspraak (– → 1.1.0), register: kind (– → 1.1.0)
              former ids              cijfer (– → punten), afspraak: soms (– → af-en-toe),
                                      terugbellen: soms (– → af-en-toe),
                                      register: soms (– → af-en-toe)
              dropped ids             fax (0.9.0 → 1.0.0), + telex
            Answers to version 1.0.0 still fit, but not all of them count any more: look at
            `afspraak` and `register.kind`.

            All good: 1 file checked.
            ",
        )
        .ends_with(0);
    run(&[])
        .in_dutch()
        .stdout_holds("\n  er sinds                afspraak (– → 1.1.0), register: kind (– → 1.1.0)\n")
        .stdout_holds("\n  vroegere ids            cijfer (– → punten), ")
        .stdout_holds("\n  vervallen ids           fax (0.9.0 → 1.0.0), + telex\n")
        .stdout_holds(
            "Antwoorden op versie 1.0.0 blijven geldig, maar tellen niet allemaal meer mee:\nkijk naar `afspraak` en \
             `register.kind`.\n",
        )
        .ends_with(0);
    let json: Value = serde_json::from_str(&run(&["--format", "json"]).run().stdout).expect("JSON");
    let versions = &json["versions"][0];
    assert_eq!(versions["answers_fit"], true);
    assert_eq!(versions["answers_not_counted"], json!(["afspraak", "register.kind"]));
    let first = json!({"what": "since", "id": "afspraak", "part": "", "how": "changed", "from": "–", "to": "1.1.0"});
    assert_eq!(versions["changes"][0], first);
}

#[test]
fn answers_that_a_smaller_quick_scan_leaves_out_are_named_under_the_list() {
    let old = OLD
        .replace("{id: cijfer,", "{id: cijfer, quick: true,")
        .replace("{id: afspraak,", "{id: afspraak, quick: true,");
    let new = old.replace("version: 1.0.0", "version: 1.1.0").replace("{id: cijfer, quick: true,", "{id: cijfer,");
    peil(["check", "nieuw.yaml", "--against", "oud.yaml"])
        .file("oud.yaml", &old)
        .file("nieuw.yaml", &new)
        .stdout_holds("Answers to version 1.0.0 still fit, but not all of them count any more: look at\n`cijfer`.\n")
        .ends_with(0);
}

#[test]
fn a_finding_shows_both_versions_and_ends_with_one() {
    let renamed = OLD.replace("id: terugbellen", "id: bellen").replace("version: 1.0.0", "version: 1.1.0");
    peil(["check", "nieuw.yaml", "--against", "oud.yaml"])
        .file("oud.yaml", OLD)
        .file("nieuw.yaml", &renamed)
        .in_dutch()
        .stdout_holds("fout[renamed-id]: `bellen` heeft dezelfde tekst als `terugbellen`, dat verdwenen is\n")
        .stdout_holds("oud.yaml:24:10\n")
        .stdout_holds("in de eerdere versie\n")
        .stdout_holds("tip: schrijf `was: terugbellen`, dan blijven de antwoorden op `terugbellen` geldig\n")
        .stdout_holds("Niet alle antwoorden op versie 1.0.0 of een eerdere passen nog: zie de fouten\nhierboven.\n")
        .ends_with(1);
}

#[test]
fn routing_stages_roles_and_rules_are_listed_too() {
    let old = OLD.replace(
        "questions:\n",
        "questions:\n  - {id: eerst, at: {thema: diensten}, ask: {nl: Eerst?, en: First?}, type: yes-no}\n",
    );
    let old = old.replace("{id: cijfer,", "{id: cijfer, when: {eerst: {is: yes}},");
    let new = old
        .replace("version: 1.0.0", "version: 1.1.0")
        .replace("scale: {max: 4}", "scale: {max: 4, stages: [{id: laag, from: 0, title: {nl: laag, en: low}}]}")
        .replace("roles:\n", "scoring: {min_coverage: 0.5}\nroles:\n  - {id: baas, title: {nl: Baas, en: Boss}}\n")
        .replace("{id: eerst,", "{id: start, was: eerst,")
        .replace("when: {eerst: {is: yes}}", "when: {start: {answered: true}}")
        .replace("{id: diensten,", "{id: diensten, weight: 2,");
    peil(["check", "nieuw.yaml", "--against", "oud.yaml"])
        .file("oud.yaml", &old)
        .file("nieuw.yaml", &new)
        .stdout(
            "
            From version 1.0.0 to 1.1.0:
              questions renamed       eerst → start
              of whom and when        cijfer
              weights                 diensten (1 → 2)
              stages                  + laag
              roles                   + baas
              rules of scoring        min_coverage (0.6 → 0.5)
            Answers to version 1.0.0 still fit (1 question renamed).

            All good: 1 file checked.
            ",
        )
        .ends_with(0);
}

#[test]
fn a_condition_on_a_renamed_question_is_the_same_condition() {
    let old = OLD.replace("{id: cijfer,", "{id: cijfer, when: {afspraak: {is: [soms, altijd]}},");
    let new = old
        .replace("version: 1.0.0", "version: 1.1.0")
        .replace("{id: afspraak,", "{id: afspraken, was: afspraak,")
        .replace("when: {afspraak: {is: [soms, altijd]}}", "when: {afspraken: {is: [altijd, soms]}}");
    let output =
        peil(["check", "nieuw.yaml", "--against", "oud.yaml"]).file("oud.yaml", &old).file("nieuw.yaml", &new).run();
    assert!(!output.stdout.contains("of whom and when"), "{output}");
    assert_eq!(output.code, 0, "{output}");
}

#[test]
fn without_a_later_version_there_is_nothing_to_compare() {
    let other = OLD.replace("id: loket", "id: balie");
    peil(["check", "ander.yaml", "--against", "oud.yaml"])
        .file("oud.yaml", OLD)
        .file("ander.yaml", &other)
        .stderr(
            "
            error: none of these files is a questionnaire `loket`
            help: name the new version first and the earlier one after `--against`
            ",
        )
        .ends_with(2);
    peil(["check", "oud.yaml", "--against", "weg.yaml"]).file("oud.yaml", OLD).stderr_holds("weg.yaml").ends_with(2);
}

#[test]
fn in_a_folder_that_holds_both_the_later_one_is_compared() {
    peil(["check", "map", "--against", "map/oud.yaml"])
        .file("map/oud.yaml", OLD)
        .file("map/nieuw.yaml", &later())
        .stdout_holds("From version 1.0.0 to 2.0.0:\n")
        .ends_with(0);
}

#[test]
fn a_shipped_questionnaire_may_be_the_earlier_version() {
    let text = peil::questionnaire::SHIPPED[0].text;
    peil(["check", "nieuw.yaml", "--against", "digitale-maturiteit"])
        .file("nieuw.yaml", &text.replace("min_coverage: 0.6", "min_coverage: 0.7"))
        .stdout_holds("error[version-not-raised]")
        .stdout_holds("min_coverage (0.6 → 0.7)\n")
        .ends_with(1);
}

#[test]
fn two_files_with_one_version_and_different_content_are_told_apart_in_any_order() {
    let other = OLD.replace("{max: 4}", "{max: 8}");
    let answers = "council,questionnaire,afspraak,terugbellen\nA,loket@1.0.0,soms,altijd\n";
    let run = |arguments: &[&str]| {
        let check = ["check"].iter().chain(arguments).copied();
        peil(check).file("a.yaml", OLD).file("b.yaml", &other).file("c.csv", answers).run()
    };
    let (forth, back) = (run(&["a.yaml", "b.yaml", "c.csv"]), run(&["c.csv", "b.yaml", "a.yaml"]));
    assert_eq!((forth.code, back.code), (1, 1), "{forth}{back}");
    for output in [&forth, &back] {
        let said = "error[version-not-raised]: two files are `loket@1.0.0`, with different content\n --> b.yaml:4:10\n";
        assert!(output.stdout.contains(said) && output.stdout.contains("::: a.yaml:4:10"), "{output}");
    }
    // Other words are no other content.
    peil(["check", "a.yaml", "b.yaml"])
        .file("a.yaml", OLD)
        .file("b.yaml", &OLD.replace("en: Desk", "en: Our desk"))
        .stdout("All good: 2 files checked.\n")
        .ends_with(0);
}
