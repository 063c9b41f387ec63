//! Councils, waves, classes and dimensions that the answers do not hold.

use crate::peil::{Peil, peil};

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
    asked("Gent")
        .in_dutch()
        .stderr(
            "
            fout: bestuur `Gent` komt niet voor in de antwoorden
            tip: in de antwoorden staan bijvoorbeeld 41048 en 41063
            ",
        )
        .ends_with(2);
}

#[test]
fn a_name_is_no_code_and_leads_to_the_codes_of_those_who_have_it() {
    let answers = "council,name,respondent,keuze\n41048,Ninove,r-1,soms\n41063,Coëvelde,r-2,altijd\n\
                   a 1,Bergen,r-3,soms\nb,BERGEN,r-4,altijd\n";
    let given =
        |name: &str| peil(["score", "a.csv", "-q", "kort.yaml", "--council", name]).with_kort().file("a.csv", answers);
    let missing = |name: &str| format!("error: council `{name}` is not in the answers\nhelp: ");
    for name in ["Ninove", " ninove", "NINOVE"] {
        let said = format!("{}Ninove has the code 41048: give --council 41048\n", missing(name));
        given(name).stderr(&said).ends_with(2);
    }
    let said = format!("{}Coëvelde has the code 41063: give --council 41063\n", missing("Coevelde"));
    given("Coevelde").stderr(&said).ends_with(2);
    given("Bergen")
        .in_dutch()
        .stderr(
            "fout: bestuur `Bergen` komt niet voor in de antwoorden\n\
             tip: meer dan één bestuur heet Bergen: geef --council \"a 1\" of --council b\n",
        )
        .ends_with(2);
    // Where the page is about one, and where councils are pointed out.
    for command in ["report", "compare"] {
        peil([command, "a.csv", "-q", "kort.yaml", "--council", "Ninove"])
            .with_kort()
            .file("a.csv", answers)
            .stderr_holds("Ninove has the code 41048: give --council 41048\n")
            .ends_with(2);
    }
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

#[test]
fn a_council_of_another_wave_is_told_of_with_that_wave() {
    let asked = |arguments: &[&str]| {
        let table = "council,wave,keuze\na,2023,soms\na,2024,soms\nb,2024,soms\nb,2026,soms\n";
        peil(arguments).with_kort().file("a.csv", table)
    };
    asked(&["report", "a.csv", "-q", "kort.yaml", "--council", "a"])
        .stderr("error: council `a` is not in wave 2026, but in 2023 and 2024\nhelp: choose --wave 2023 or 2024\n")
        .ends_with(2);
    asked(&["score", "a.csv", "-q", "kort.yaml", "--council", "a", "--wave", "2026"])
        .in_dutch()
        .stderr("fout: bestuur `a` komt niet voor in ronde 2026, wel in 2023 en 2024\ntip: kies --wave 2023 of 2024\n")
        .ends_with(2);
    asked(&["report", "a.csv", "-q", "kort.yaml", "--council", "c"])
        .stderr_holds("`c` is not in the answers")
        .ends_with(2);
}

#[test]
fn answers_without_waves_have_no_list_of_them_to_show() {
    peil(["score", "twee.csv", "-q", "kort.yaml", "--wave", "2026"])
        .with_two_councils()
        .stderr("error: the answers name no waves\nhelp: leave --wave out\n")
        .ends_with(2);
}

#[test]
fn a_day_that_does_not_exist_is_refused_before_anything_is_read() {
    let today = |day: &str| peil(["score", "twee.csv", "-q", "kort.yaml", "--today", day]).with_two_councils();
    for day in ["2026-13-01", "2026", "morgen"] {
        today(day).stderr_holds(&format!("`{day}` is not possible for `--today`")).ends_with(2);
    }
}

/// Two councils in three waves; `a` answered 1, 2 and 4, `b` 3, 3 and 1.
fn over_time(flags: &[&str]) -> Peil {
    let table = "council,wave,v\na,2022,1\na,2024,2\na,2026,4\nb,2022,3\nb,2024,3\nb,2026,1\n";
    let questionnaire = "peil: questionnaire/1\nid: kort\nversion: 1.0.0\nlanguages: [en]\ntitle: T\nscale: {max: 4}\n\
        axes: [{id: as, title: A, dimensions: [{id: d, title: D}]}]\nquestions:\n\
        \x20 - {id: v, at: {as: d}, ask: Q?, type: rating, from: 0, to: 4}\n";
    let arguments = ["compare", "a.csv", "-q", "q.yaml", "--format", "markdown"];
    peil(arguments.iter().chain(flags)).file("a.csv", table).file("q.yaml", questionnaire)
}

#[test]
fn change_is_shown_of_the_council_and_up_to_the_wave_that_were_asked_for() {
    let workshop = ["--by", "wave", "--show-names", "--audience", "workshop"];
    let page = |flags: &[&str]| over_time(&[&workshop, flags].concat()).run().stdout;
    // By hand: a went from 2.0 to 4.0 at last, and from 1.0 to 2.0 before; b fell from 3.0 to 1.0.
    let last = page(&[]);
    assert!(
        last.contains("| a | 2024 – 2026 | 2.0 | 4.0 | +2.0 |")
            && last.contains("| b | 2024 – 2026 | 3.0 | 1.0 | \u{2212}2.0 |"),
        "{last}"
    );
    let before = page(&["--wave", "2024"]);
    assert!(
        before.contains("| a | 2022 – 2024 | 1.0 | 2.0 | +1.0 |") && before.contains("| b | 2022 – 2024 | 3.0 | 3.0 |"),
        "{before}"
    );
    assert!(before.contains("--by wave --wave 2024 --show-names --audience workshop"), "{before}");
    let one = page(&["--council", "b"]);
    assert!(one.contains("# b") && !one.contains("4.0 "), "{one}");
    assert!(one.contains("--by wave --council b "), "{one}");
    over_time(&["--by", "wave", "--council", "c"]).stderr_holds("council `c` is not in the answers").ends_with(2);
}

#[test]
fn flags_that_a_comparison_does_not_look_at_are_refused() {
    over_time(&["--by", "wave", "--within", "v"])
        .stderr("error: `--within` and `--by wave` do not go together\nhelp: leave one of them out\n")
        .ends_with(2);
    over_time(&["--by", "role", "--sort", "score"])
        .stderr("error: `--sort score` and `--by role` do not go together\nhelp: leave one of them out\n")
        .ends_with(2);
    over_time(&["--by", "role", "--council", "a", "--council", "b"])
        .stderr("error: `--by role` is about one council at a time\nhelp: give --council once, or leave it out\n")
        .ends_with(2);
}
