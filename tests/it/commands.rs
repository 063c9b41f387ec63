//! The commands when all goes well: what goes where, in which format, with which exit code.

use crate::peil::{Peil, peil};

fn score(more: &[&str]) -> Peil {
    let first = ["score", "twee.csv", "-q", "kort.yaml"];
    peil(first.iter().chain(more)).with_two_councils()
}

#[test]
fn the_list_is_the_result_and_the_next_step_a_remark() {
    peil(["list", "--lang", "nl"])
        .stdout_holds(" Vragenlijst ")
        .stdout_holds("\n digitale-maturiteit@1.0.0 ")
        .stderr("Begin met: peil demo   (25 verzonnen besturen, van vragenlijst tot verslag)\n")
        .ends_with(0);
    peil(["list", "--quiet"]).stdout_holds("digitale-maturiteit@1.0.0").ends_with(0);
}

#[test]
fn the_version_is_one_line() {
    let version = format!("peil {}\n", env!("CARGO_PKG_VERSION"));
    peil(["--version"]).stdout(&version).ends_with(0);
    peil(["-V"]).stdout(&version).ends_with(0);
}

#[test]
fn help_goes_to_standard_output_in_the_language_asked_for_and_ends_with_examples() {
    let commands = [
        "demo",
        "list",
        "check",
        "explain",
        "form",
        "forget",
        "import",
        "score",
        "compare",
        "report",
        "completions",
        "man",
    ];
    for command in commands {
        peil([command, "--help"]).in_dutch().stdout_holds("Gebruik: peil").ends_with(0);
        peil([command, "--help", "--lang=en"]).in_dutch().stdout_holds("Usage: peil").ends_with(0);
    }
    for command in ["check", "explain", "form", "forget", "import", "score", "compare", "report"] {
        peil([command, "--help"]).stdout_holds("\nExamples:\n").ends_with(0);
    }
}

#[test]
fn scores_are_a_table_for_people() {
    // Two of the six questions that count are answered, fewer than the six tenths that a score needs.
    score(&["--lang", "nl"])
        .stdout(
            "
            ───────────────────────────────────────────────────────────────────────
             Bestuur      Score  Klasse  Trede  Ingevuld  Aantal  Plaats  Verschil
            ───────────────────────────────────────────────────────────────────────
             Denderleeuw      –  –           –       2/6       1       –         –
             Ninove           –  –           –       2/6       1       –         –
            ───────────────────────────────────────────────────────────────────────
            Scores uit zelfbeoordeling. Aantal: deelnemers. Plaats: onder besturen van
            dezelfde ronde, vanaf vijf. Verschil: met de vorige ronde, alleen over wat in
            beide rondes een score heeft.
            ",
        )
        .ends_with(0);
}

const FULL: &str = "council,name,keuze,cijfer,ja-nee,getal,alleen-ict\n\
                    41048,Ninove,soms,3,no,50,soms\n41063,Denderleeuw,altijd,5,yes,100,altijd\n";

#[test]
fn scores_are_a_csv_for_programs_with_points_and_unrounded_numbers() {
    // Ninove: 2, 2, 0, 2 and 2 make 8 over five questions; the boxes were not answered.
    let written = peil(["score", "vol.csv", "-q", "kort.yaml", "-o", "uit.csv", "--lang", "nl"])
        .with_kort()
        .file("vol.csv", FULL)
        .stderr("2 rijen geschreven naar uit.csv\n")
        .ends_with(0);
    let csv = written.text("uit.csv");
    let mut rows = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = rows.next().expect("a header");
    let rows: Vec<Vec<&str>> = rows.collect();
    let cell = |row: usize, name: &str| {
        let column =
            header.iter().position(|column| *column == name).unwrap_or_else(|| panic!("no {name}: {header:?}"));
        rows[row][column]
    };
    assert_eq!((cell(0, "council"), cell(0, "name"), cell(0, "wave")), ("41048", "Ninove", ""));
    let expected = [1.6, 4.0];
    for (row, expected) in expected.into_iter().enumerate() {
        for column in ["overall", "diensten"] {
            let value: f64 = cell(row, column).parse().expect("a number with a point");
            assert!((value - expected).abs() < 1e-9, "{value}");
        }
        let coverage: f64 = cell(row, "coverage").parse().expect("a number");
        assert!((coverage - 5.0 / 6.0).abs() < 1e-12, "{coverage}");
    }
    assert_eq!((cell(0, "respondents"), cell(0, "delta"), cell(0, "stage")), ("1", "", ""));
}

#[test]
fn the_format_is_what_is_asked_for_else_what_the_extension_says() {
    for arguments in [&["--format", "json"][..], &["--format", "json", "-o", "-"]] {
        score(arguments).stdout_holds("\"format\": \"peil.scores/1\"").ends_with(0);
    }
    score(&["-o", "-"]).stdout_holds("council,name,wave,").ends_with(0);
    let written = score(&["-o", "uit.json", "--quiet"]).ends_with(0);
    assert!(written.text("uit.json").starts_with("{\n"));
    let written = score(&["-o", "uit.JSON", "--format", "csv", "--quiet"]).ends_with(0);
    assert!(written.text("uit.JSON").starts_with("council,"));
}

#[test]
fn nothing_is_coloured_unless_asked_for() {
    let coloured = |more: &[&str], name: &str| score(more).env(name, "1").run().stdout.contains('\u{1b}');
    assert!(!coloured(&[], "CLICOLOR_FORCE"), "no terminal, no colour");
    assert!(!coloured(&["--color", "never"], "CLICOLOR_FORCE"));
    assert!(coloured(&["--color", "always"], "NO_COLOR"), "a flag is stronger than the environment");
}

#[test]
fn checking_good_files_says_so_and_a_warning_is_no_failure() {
    peil(["check", "twee.csv", "kort.yaml"])
        .with_two_councils()
        .in_dutch()
        .stdout("In orde: 2 bestanden gecontroleerd.\n")
        .ends_with(0);
    peil(["check", "leeg.csv", "-q", "kort.yaml"])
        .with_kort()
        .file("leeg.csv", "council,keuze\n")
        .stdout_holds("warning[no-rows]")
        .stdout_holds("\n0 errors, 1 warning in 1 of 1 file\n")
        .ends_with(0);
}

#[test]
fn problems_for_programs_have_a_format_of_their_own_and_the_same_exit_code() {
    peil(["check", "a.csv", "-q", "kort.yaml", "--format", "json", "-o", "uit.json"])
        .with_kort()
        .file("a.csv", "council,keuze\n1,som\n")
        .stderr("1 error, 0 warnings in 1 of 1 file\n")
        .ends_with(1);
    peil(["check", "a.csv", "-q", "kort.yaml", "--format", "json"])
        .with_kort()
        .file("a.csv", "council,keuze\n1,som\n")
        .stdout_holds("\"format\": \"peil.diagnostics/1\"")
        .stdout_holds("\"code\": \"unknown-choice\"")
        .stderr("1 error, 0 warnings in 1 of 1 file\n")
        .ends_with(1);
}

#[test]
fn drafts_count_and_are_mentioned() {
    let sheet = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: \"41048\"}\nstatus: draft\n\
                 answers: {keuze: soms}\n";
    peil(["score", "a.yaml", "-q", "kort.yaml", "-o", "uit.csv"])
        .with_kort()
        .file("a.yaml", sheet)
        .in_dutch()
        .stderr(
            "
            Let op: 1 bestand is nog niet afgerond; het telt mee zoals het nu is.
            1 rij geschreven naar uit.csv
            ",
        )
        .ends_with(0);
}

#[test]
fn reports_and_comparisons_say_that_some_answers_are_not_finished() {
    let sheet = |id: &str, wave: &str, status: &str| {
        format!(
            "peil: answers/1\nquestionnaire: {{id: kort, version: 1.0.0}}\ncouncil: {{id: \"41048\"}}\nwave: {wave}\n\
             respondent: {{id: {id}}}\nstatus: {status}\nanswers: {{keuze: soms}}\n"
        )
    };
    let answered = |arguments: &[&str]| {
        let all = [&arguments[..1], &["in", "-q", "kort.yaml"], &arguments[1..]].concat();
        peil(all)
            .with_kort()
            .file("in/r-1.yaml", &sheet("r-1", "2026", "draft"))
            .file("in/r-2.yaml", &sheet("r-2", "2026", "final"))
            .file("in/r-3.yaml", &sheet("r-3", "2026", "draft"))
            .file("in/r-4.yaml", &sheet("r-4", "2024", "draft"))
    };
    let said = "Note: 3 files are not finished yet; they count as they are now.\n";
    // Of the three, two are of the wave that the page is about.
    let counted = "- **Not finished:** 2 questionnaires were not finished yet; they count as they were.\n";
    for command in [&["report"][..], &["compare"], &["score", "--explain", "overall"]] {
        let arguments = [command, &["--format", "markdown"]].concat();
        answered(&arguments).stderr_holds(said).stdout_holds(counted).ends_with(0);
    }
    answered(&["report", "--wave", "2024", "--format", "markdown"])
        .in_dutch()
        .stderr_holds("")
        .stdout_holds("- **Niet afgerond:** 1 ingevulde vragenlijst was nog niet afgerond; ze telt mee zoals ze was.\n")
        .ends_with(0);
    // Councils wave by wave stand on a page that counts no participants.
    answered(&["compare", "--by", "wave", "--format", "markdown"])
        .file("in/a.csv", "council,wave,keuze\n41063,2024,soms\n41063,2026,soms\n")
        .stderr_holds(said)
        .stdout_holds("- **Not finished:** Some of the answers were not finished yet; they count as they were.\n")
        .ends_with(0);
    // Nothing of 2024 is a draft.
    let until = answered(&["compare", "--by", "wave", "--wave", "2024", "--format", "markdown"])
        .file("in/r-4.yaml", &sheet("r-4", "2024", "final"))
        .file("in/a.csv", "council,wave,keuze\n41063,2024,soms\n")
        .run()
        .stdout;
    assert!(until.starts_with("# ") && !until.contains("Not finished"), "{until}");
    peil(["compare", "in", "-q", "kort.yaml", "--by", "wave", "--format", "markdown"])
        .with_kort()
        .file("in/a.yaml", &sheet("r-1", "2024", "draft"))
        .file("in/b.yaml", &sheet("r-2", "2024", "draft").replace("41048", "41063"))
        .stderr_holds("Note: 2 files are not finished yet")
        .stdout_holds("- **Not finished:** The answers were not finished yet; they count as they were.\n")
        .ends_with(0);
}

#[test]
fn a_folder_is_searched_for_answers_and_the_rest_is_passed_over() {
    let sheet = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: \"41048\", name: Ninove}\n\
                 answers: {keuze: soms}\n";
    peil(["score", "map", "-q", "map/kort.yaml", "-o", "-"])
        .file("map/kort.yaml", crate::peil::KORT)
        .file("map/a/r-1.yaml", sheet)
        .file("map/b/r-2.YML", sheet)
        .file("map/lees-mij.md", "# niets")
        .stdout_holds("\n41048,Ninove,")
        .ends_with(0);
}

#[test]
fn a_file_that_is_named_twice_counts_once() {
    let sheet = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: \"41048\", name: Ninove}\n\
                 answers: {keuze: soms}\n";
    peil(["score", "map", "map/r-1.yaml", "map/../map/r-1.yaml", "-q", "kort.yaml", "--format", "json"])
        .file("kort.yaml", crate::peil::KORT)
        .file("map/r-1.yaml", sheet)
        .stdout_holds("\"respondents\": 1")
        .ends_with(0);
}

#[test]
fn help_as_a_word_is_help_as_a_flag() {
    let same = |word: &[&str], flag: &[&str]| {
        let said = peil(word.iter().copied()).run();
        assert_eq!((said.code, &said.stdout), (0, &peil(flag.iter().copied()).run().stdout), "{word:?}");
        assert!(said.stdout.contains("peil"), "{word:?}");
    };
    same(&["help"], &["--help"]);
    same(&["help", "score"], &["score", "--help"]);
    same(&["help", "check", "--lang", "en"], &["check", "--help", "--lang", "en"]);
    peil(["help", "scroe"]).stderr_holds("scroe").ends_with(2);
}

#[test]
fn completions_and_the_manual_know_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        peil(["completions", shell]).stdout_holds("compare").ends_with(0);
    }
}

#[test]
fn the_manual_is_one_page_in_one_language_and_refers_to_no_other() {
    for (language, headings) in [
        ("nl", [".SH NAAM", ".SH GEBRUIK", ".SH ALGEMEEN", ".SH OPDRACHTEN"]),
        ("en", [".SH NAME", ".SH SYNOPSIS", ".SH GENERAL", ".SH COMMANDS"]),
    ] {
        let page = peil(["man", "--lang", language]).run().stdout;
        let manual = if language == "nl" { "Handleiding van peil" } else { "Manual of peil" };
        assert!(
            page.contains(&format!(".TH peil 1 \" \" \"peil {}\" \"{manual}\"", env!("CARGO_PKG_VERSION"))),
            "{page}"
        );
        let found: Vec<&str> = page.lines().filter(|line| line.starts_with(".SH")).collect();
        assert_eq!(found, headings);
        for command in ["demo", "check", "score", "man"] {
            assert_eq!(page.matches(&format!("\n.SS peil {command}\n")).count(), 1, "{command}");
        }
        assert!(!page.contains("(1)"), "no command writes another page");
        // What every command takes stands once.
        assert_eq!(page.matches("\\fB\\-\\-lang\\fR").count(), 1);
        assert_eq!(page.matches("\\fB\\-\\-below\\fR").count(), 1);
    }
}

#[test]
fn the_demo_runs_the_whole_line_and_twice_gives_the_same_files() {
    let run = || {
        let written = peil(["demo", "proef"])
            .in_dutch()
            .stdout_holds("$ peil score proef/antwoorden")
            .stderr_holds("proef/verslag.html")
            .ends_with(0);
        let files = written.files();
        files.into_iter().map(|name| (written.text(&name), name)).collect::<Vec<_>>()
    };
    let (one, other) = (run(), run());
    assert!(one.len() > 20, "{} files", one.len());
    assert!(one == other, "the demo differs from run to run");
}
