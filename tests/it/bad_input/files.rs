//! Files that are not there, not readable, or not what they should be.

use std::fs::File;
use std::time::{Duration, Instant};

use crate::peil::{KORT, Peil, peil};

fn score(file: &str) -> Peil {
    peil(["score", file, "-q", "kort.yaml"]).with_kort()
}

const NINOVE: &str = "peil: answers/1
questionnaire: {id: kort, version: 1.0.0}
council: {id: \"41048\", name: Ninove}
respondent: {id: r-1, role: ict}
answers: {keuze: soms}
";

#[test]
fn a_file_that_is_not_there_is_named() {
    score("weg.yaml")
        .in_dutch()
        .stderr(
            "
            fout: `weg.yaml` bestaat niet
            tip: controleer de naam, en of u in de juiste map staat
            ",
        )
        .ends_with(2);
}

#[test]
fn a_folder_is_no_questionnaire() {
    peil(["score", "a.yaml", "-q", "map"])
        .file("a.yaml", NINOVE)
        .folder("map")
        .in_dutch()
        .stderr(
            "
            fout: `map` is een map, geen bestand
            tip: noem een bestand in die map
            ",
        )
        .ends_with(2);
}

#[test]
fn an_empty_file_has_its_name_and_an_advice() {
    for name in ["leeg.yaml", "leeg.csv", "leeg.json"] {
        score(name)
            .file(name, "")
            .stderr(&format!(
                "error[empty-file]: the file is empty
 --> {name}:1:1
  |
1 |
  | ^
  |
  = help: check that it was saved or downloaded in full

error: there is nothing to score: no respondent could be read
help: solve the problems shown above first
"
            ))
            .ends_with(1);
    }
}

#[test]
fn an_unreadable_file_is_not_blamed_on_the_questionnaire() {
    peil(["score", "leeg.yaml"])
        .file("leeg.yaml", "")
        .stderr_holds("error[empty-file]")
        .stderr_holds("help: solve the problems shown above first\n")
        .ends_with(1);
}

#[test]
fn latin_1_is_shown_where_it_starts() {
    let mut table = b"council,name,keuze\n62063,Li".to_vec();
    table.extend([0xE8]);
    table.extend(b"ge,soms\n");
    score("latin.csv")
        .bytes("latin.csv", &table)
        .in_dutch()
        .stderr(
            "
            fout[invalid-encoding]: het bestand is geen UTF-8
             --> latin.csv:2:9
              |
            2 | 62063,Li\u{fffd}ge,soms
              |         ^ eerste teken dat niet leesbaar is
              |
              = tip: bewaar het bestand als UTF-8: in Kladblok ‘Opslaan als’ met codering UTF-8, in Excel ‘CSV UTF-8’

            fout: er is niets om te scoren: geen enkele respondent kon worden gelezen
            tip: los eerst de meldingen hierboven op
            ",
        )
        .ends_with(1);
}

#[test]
fn a_byte_order_mark_and_windows_line_endings_change_nothing() {
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let scores = |sheet: &str, questionnaire: &str| {
        let mut run = peil(["score", "a.yaml", "-q", "q.yaml", "--format", "csv"])
            .file("a.yaml", sheet)
            .file("q.yaml", questionnaire);
        run.run()
    };
    let plain = scores(NINOVE, KORT);
    assert_eq!(plain.code, 0, "{plain}");
    assert_eq!(scores(&windows(NINOVE), &windows(KORT)), plain);
    let table = "council,keuze\n41048,soms\n";
    let scores = |text: &str| score("a.csv").file("a.csv", text).run();
    assert_eq!(scores(&windows(table)), scores(table));
}

#[test]
fn two_documents_a_tab_an_alias_and_a_key_twice_are_each_called_by_their_name() {
    let cases = [
        (
            format!("{NINOVE}---\na: 1\n"),
            "error[second-document]: this file holds a second document\n --> a.yaml:6:1\n",
        ),
        (
            NINOVE.replace("answers: {", "answers:\n\t{"),
            "error[tab-indentation]: only spaces can stand here, not a tab\n --> a.yaml:6:1\n",
        ),
        (
            "a: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n".to_owned(),
            "error[alias-not-read]: peil does not read YAML anchors, aliases or tags\n --> a.yaml:1:4\n",
        ),
        (
            format!("{NINOVE}answers: {{keuze: nooit}}\n"),
            "error[duplicate-key]: `answers` appears twice here\n --> a.yaml:6:1\n",
        ),
    ];
    for (text, said) in cases {
        peil(["check", "a.yaml", "-q", "kort.yaml"])
            .with_kort()
            .file("a.yaml", &text)
            .stdout_holds(said)
            .stdout_holds("\n1 error, 0 warnings in 1 of 1 file\n")
            .ends_with(1);
    }
}

#[test]
fn a_thousand_levels_are_refused_and_do_not_overflow() {
    for text in ["[".repeat(1000), "{a: ".repeat(1000), "- ".repeat(1000), "[".repeat(1_000_000)] {
        let output = score("diep.yaml").file("diep.yaml", &text).run();
        assert_eq!(output.code, 1, "{output}");
        assert!(output.stderr.starts_with("error["), "{output}");
        assert!(output.stderr.len() < 2000, "{} bytes said", output.stderr.len());
    }
}

#[test]
fn answers_to_another_version_say_which_is_needed() {
    score("a.yaml")
        .file("a.yaml", &NINOVE.replace("version: 1.0.0", "version: 1.10"))
        .in_dutch()
        .stderr(
            "
            fout[other-version]: deze antwoorden horen bij versie 1.10 van `kort`, niet bij 1.0.0
             --> a.yaml:2:36
              |
            2 | questionnaire: {id: kort, version: 1.10}
              |                                    ^^^^ een andere versie
              |
              = tip: geef versie 1.10 van de vragenlijst mee met `-q`; peil zet antwoorden nooit ongemerkt om naar een andere versie

            fout: er is niets om te scoren: geen enkele respondent kon worden gelezen
            tip: los eerst de meldingen hierboven op
            ",
        )
        .ends_with(1);
}

#[test]
fn a_good_row_counts_beside_a_bad_one_and_the_run_has_findings() {
    score("a.csv")
        .file("a.csv", "council,name,keuze\n41048,Ninove,som\n41063,Denderleeuw,altijd\n")
        .stderr(
            "
            error[unknown-choice]: `som` is not a possible answer to `keuze`
             --> a.csv:2:14
              |
            2 | 41048,Ninove,som
              |              ^^^ unknown choice
              |
              = help: did you mean `soms`?

            ",
        )
        .stdout_holds(" Denderleeuw ")
        .ends_with(1);
}

#[test]
fn the_same_respondent_in_two_files_is_shown_in_both() {
    peil(["check", "a.yaml", "b.yaml", "-q", "kort.yaml"])
        .with_kort()
        .file("a.yaml", NINOVE)
        .file("b.yaml", NINOVE)
        .in_dutch()
        .stdout(
            "
            fout[same-respondent]: respondent `r-1` van bestuur `41048` staat twee keer in deze ronde
             --> b.yaml:1:1
              |
            1 | peil: answers/1
              | ^ dezelfde respondent
              |
             ::: a.yaml:1:1
              |
            1 | peil: answers/1
              | - hier voor het eerst gebruikt
              |
              = tip: haal er één weg of geef ze elk een eigen id

            1 fout, 0 waarschuwingen in 1 van 2 bestanden
            ",
        )
        .ends_with(1);
}

#[test]
fn a_folder_without_answers_is_nothing_to_do() {
    for command in ["score", "compare", "check"] {
        peil([command, "map", "-q", "kort.yaml"])
            .with_kort()
            .file("map/lees-mij.txt", "niets")
            .in_dutch()
            .stderr(
                "
                fout: geen bestanden gevonden in `map`
                tip: geef YAML-, JSON- of CSV-bestanden, of een map waar ze in staan
                ",
            )
            .ends_with(3);
    }
    peil(["score", "map"])
        .file("map/kort.yaml", KORT)
        .in_dutch()
        .stderr(
            "
            fout: geen antwoorden gevonden in `map`
            tip: geef bestanden die met `peil: answers/1` beginnen, of tabellen als CSV
            ",
        )
        .ends_with(3);
}

#[test]
fn a_questionnaire_and_answers_that_changed_places_are_told_apart() {
    score("kort.yaml")
        .stderr_holds("error[unknown-format]: this is a questionnaire, not a file of answers\n --> kort.yaml:2:7\n")
        .ends_with(1);
    peil(["score", "a.yaml", "-q", "a.yaml"])
        .file("a.yaml", NINOVE)
        .in_dutch()
        .stderr(
            "
            fout: in `a.yaml` staan antwoorden, geen vragenlijst
            tip: geef met -q de vragenlijst, en de antwoorden zonder -q
            ",
        )
        .ends_with(2);
}

#[test]
fn a_questionnaire_that_is_not_at_hand_is_asked_for() {
    peil(["score", "a.yaml"])
        .file("a.yaml", NINOVE)
        .in_dutch()
        .stderr(
            "
            fout: de antwoorden horen bij de vragenlijst `kort`, en die is niet ingebouwd
            tip: geef het bestand mee: -q kort.yaml (ingebouwd: digitale-maturiteit, dienstverlening en digitale-transformatie)
            ",
        )
        .ends_with(2);
    peil(["score", "a.csv"])
        .file("a.csv", "council,keuze\n1,soms\n")
        .stderr(
            "
            error: the answers do not say which questionnaire they belong to
            help: give the questionnaire: -q digitale-maturiteit, or -q my-questionnaire.yaml
            ",
        )
        .ends_with(2);
    peil(["check", "a.yaml"])
        .file("a.yaml", NINOVE)
        .stdout_holds("error[unknown-questionnaire]: peil has no questionnaire `kort`\n --> a.yaml:2:21\n")
        .ends_with(1);
}

#[test]
fn a_misspelt_questionnaire_gives_the_near_one() {
    peil(["score", "a.yaml", "-q", "digitale-maturitei"])
        .file("a.yaml", NINOVE)
        .stderr(
            "
            error: `digitale-maturitei` is neither a file nor a built-in questionnaire
            help: did you mean `digitale-maturiteit`?
            ",
        )
        .ends_with(2);
}

#[test]
fn standard_input_is_read_as_what_it_holds() {
    let scores = |input: &str| score("-").input(input).run();
    let sheet = scores(NINOVE);
    assert_eq!(sheet.code, 0, "{sheet}");
    assert_eq!(scores("council,name,role,keuze\n41048,Ninove,ict,soms\n"), sheet);
    score("-").stderr_holds("error[empty-file]: the file is empty\n --> -:1:1\n").ends_with(1);
}

#[test]
fn a_file_of_two_gigabytes_is_refused_before_it_is_read() {
    for name in ["groot.csv", "groot.yaml"] {
        let mut run = score(name);
        let file = File::create(run.path().join(name)).expect("a file");
        file.set_len(2 << 30).expect("a sparse file");
        let begin = Instant::now();
        let output = run.run();
        assert!(begin.elapsed() < Duration::from_secs(2), "{:?}", begin.elapsed());
        assert_eq!(output.code, 2, "{output}");
        assert!(output.stderr.contains(&format!("error: `{name}` is larger than ")), "{output}");
    }
}
