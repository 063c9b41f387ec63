//! Answers of which some or none can be used.

use super::{NINOVE, score};
use crate::peil::{KORT, peil};

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
        .file("b.yaml", &NINOVE.replace("soms", "altijd"))
        .in_dutch()
        .stdout(
            "
            fout[same-respondent]: van respondent `r-1` van bestuur `41048` zijn er bestanden met verschillende antwoorden, en nergens staat welk het laatst bewaard is; geen ervan telt
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
              = tip: laat alleen het bestand staan dat telt; zijn het twee mensen, geef er dan één een eigen id

            Meer over een melding, met een voorbeeld: peil explain same-respondent
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
fn a_council_answers_together_once_in_a_wave_whatever_ids_stand_there() {
    let table = "council,wave,respondent,role,keuze\na,2026,r-1,consensus,soms\na,2026,r-2,consensus,altijd\n";
    for command in ["score", "check"] {
        let run = peil([command, "a.csv", "-q", "kort.yaml", "--lang", "en"]).with_kort().file("a.csv", table).run();
        assert_eq!(run.code, 1, "{run}");
        let said = run.stdout.clone() + &run.stderr;
        assert!(said.contains("council `a` has two answers given together in the same wave"), "{run}");
        assert!(!said.contains("its own id"), "{run}");
    }
}
