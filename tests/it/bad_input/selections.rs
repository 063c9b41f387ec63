//! Councils, waves, classes and dimensions that the answers do not hold.

use crate::peil::peil;

#[test]
fn a_council_that_is_not_there_gives_a_near_one_or_some_that_are() {
    let asked = |id: &str| peil(["score", "twee.csv", "-q", "kort.yaml", "--council", id]).with_two_councils();
    asked("4104")
        .stderr(
            "
            error: council `4104` is not in the answers
            help: did you mean `41048`?
            ",
        )
        .ends_with(2);
    asked("Ninove")
        .in_dutch()
        .stderr(
            "
            fout: bestuur `Ninove` komt niet voor in de antwoorden
            tip: in de antwoorden staan bijvoorbeeld 41048 en 41063
            ",
        )
        .ends_with(2);
}

#[test]
fn a_report_of_one_council_needs_to_know_which() {
    peil(["report", "twee.csv", "-q", "kort.yaml"])
        .with_two_councils()
        .in_dutch()
        .stderr(
            "
            fout: de antwoorden gaan over 2 besturen; kies er één
            tip: voeg --council toe, bijvoorbeeld 41048 of 41063
            ",
        )
        .ends_with(2);
}

#[test]
fn a_wave_a_class_and_a_dimension_must_be_there() {
    let asked = |flag: &str, value: &str| {
        let table = "council,wave,provincie,keuze\n41048,2024,Oost-Vlaanderen,soms\n41048,2026,Oost-Vlaanderen,soms\n";
        peil(["score", "a.csv", "-q", "kort.yaml", flag, value]).with_kort().file("a.csv", table)
    };
    asked("--wave", "2025")
        .stderr("error: wave `2025` is not in the answers\nhelp: these are the waves: 2024 and 2026\n")
        .ends_with(2);
    asked("--within", "provinsie")
        .stderr("error: the answers have no column `provinsie`\nhelp: did you mean `provincie`?\n")
        .ends_with(2);
    asked("--explain", "dienst")
        .in_dutch()
        .stderr("fout: de vragenlijst heeft geen dimensie `dienst`\ntip: bedoelde u `diensten`?\n")
        .ends_with(2);
}
