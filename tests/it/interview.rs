//! The interview in plain lines, as a pipe or a screen reader has it: what is asked, what is saved, how it ends.

mod corrected;
mod earlier;
pub(crate) mod killed;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use peil::questionnaire::shipped;

use crate::peil::{KORT, PROGRAM, Peil, peil, scrub};

/// With everything said that would be asked before the first question, but whether roles may be shown.
pub(crate) const KNOWN: [&str; 9] =
    ["assess", "kort.yaml", "--council", "41048", "--role", "ict", "--seed", "1", "--new"];
/// What seed 1 makes.
pub(crate) const DRAFT: &str = "antwoorden/r-8ca40db1.yaml";

fn assess(more: &[&str], lines: &str) -> Peil {
    peil(KNOWN.iter().chain(more)).with_kort().input(lines)
}

#[test]
fn every_kind_of_question_is_answered_in_a_line_and_the_file_scores() {
    let lines = "y\n2\nn buys it elsewhere\n4\n2.5\n1 2\n?\nfine, thanks\nf\n";
    let ended = assess(&["--wave", "2026", "--keep-until", "2028-12-31"], lines)
        .stdout_holds("The answers are kept until 31 December 2028.")
        .stdout_holds("\nQuestion 1 of 7 · Services 0/7\nDigital?\n1. Never\n2. Sometimes\n3. Always\n")
        .stdout_holds("Everything is answered.")
        .stdout_holds(&format!("To see the score: peil score {DRAFT} -q kort.yaml\n"))
        .ends_with(0);
    assert_eq!(ended.files(), [DRAFT, "kort.yaml"], "no lock stays behind");
    let text = ended.text(DRAFT);
    let answers = text.split_once("status: final\nanswers:\n").expect("finished").1;
    assert_eq!(
        answers,
        "  keuze: soms\n  ja-nee:\n    not-applicable: buys it elsewhere\n  cijfer: 4\n  getal: 2.5\n  vakjes:\n  - balie\n  \
         - web\n  alleen-ict: dont-know\n  toelichting: fine, thanks\n"
    );
    peil(["score", "a.yaml", "-q", "kort.yaml", "--format", "csv"])
        .with_kort()
        .file("a.yaml", &text)
        .stdout_holds("41048")
        .ends_with(0);
}

#[test]
fn the_first_screen_says_how_many_questions_and_minutes_there_are_for_this_role() {
    let says = |id: &str, role: &[&str], said: &str| {
        let arguments = ["assess", id, "--new", "--plain"].into_iter().chain(role.iter().copied());
        peil(arguments).input("").stdout_holds(said).stderr_holds("nothing to save").ends_with(130);
    };
    says("digitale-maturiteit", &["--role", "politiek"], "\n9 questions, about 6 minutes. You can stop");
    let role = "; how many depends on your role. You can stop";
    says("digitale-maturiteit", &[], &format!("\nAt most 47 questions, about 35 minutes{role}"));
    // Thirteen questions, and a table of ten services that are asked one by one, as they are numbered then.
    says("dienstverlening", &[], &format!("\nAt most 23 questions, about 13 minutes{role}"));
}

#[test]
fn a_letter_says_that_a_partner_does_it_and_a_text_takes_it_as_a_word() {
    let text = assess(&[], "y\np\n2\ns\n4\nb\np\np\np\ns\ns\ns\ns\np\nf\n")
        .stdout_holds("\np: a partner does this for us (on or off)\n")
        .stdout_holds("Digital?\nA partner does this for us.\n1. Never\n")
        .stdout_holds("Answered now: 4\nA partner does this for us.\n")
        .ends_with(0)
        .text(DRAFT);
    let answers = text.split_once("answers:\n").expect("answers").1;
    let expected =
        "  keuze:\n    choice: soms\n    via: partner\n  cijfer:\n    choice: 4\n    via: partner\n  toelichting: p\n";
    assert_eq!(answers, expected);
}

#[test]
fn when_the_lines_run_out_the_draft_says_where_it_is_and_the_code_is_130() {
    let first = assess(&[], "n\n1\nc not sure\n")
        .stdout_holds("Comment: not sure")
        .stderr(&format!("Your answers are saved in {DRAFT}\nTo go on: peil assess kort.yaml --resume {DRAFT}\n"))
        .ends_with(130);
    let draft = first.text(DRAFT);
    assert!(draft.contains("status: draft") && draft.contains("keuze: nooit"), "{draft}");
    peil(["assess", "kort.yaml", "--resume", DRAFT])
        .with_kort()
        .file(DRAFT, &draft)
        .input("q\n")
        .stdout_holds(&format!("Going on with {DRAFT} (1 answer).\n"))
        .stdout_holds("\nQuestion 2 of 7 ")
        .ends_with(0);
    peil(["assess", "kort.yaml"])
        .with_kort()
        .stdout_holds("Code of your council: ")
        .stderr("Stopped; there was nothing to save yet.\n")
        .ends_with(130);
}

#[test]
fn the_only_draft_is_offered_and_one_of_another_role_is_not() {
    let draft =
        assess(&[], "n\n1\n").stdout_holds("Question 2 of 7").stderr_holds("saved in").ends_with(130).text(DRAFT);
    let again = |role: &str, lines: &str| {
        peil(["assess", "kort.yaml", "--council", "41048", "--role", role, "--seed", "2"])
            .with_kort()
            .file(DRAFT, &draft)
            .input(lines)
            .run()
    };
    let found = again("ict", "1\nq\n");
    assert!(found.stdout.contains(&format!("1. {DRAFT}: 41048, IT, 1 answer\n2. Begin anew\n")), "{found}");
    assert!(found.stdout.contains("Question 2 of 7"), "{found}");
    let other = again("politiek", "n\nq\n");
    assert!(!other.stdout.contains("Begin anew") && other.stdout.contains("Question 1 of 6"), "{other}");
}

#[test]
fn what_does_not_fit_is_said_and_asked_again() {
    assess(&[], "n\n9\nb\n5\n?\nn\n \nq\n")
        .in_dutch()
        .stdout_holds("Dat past niet bij deze vraag.")
        .stdout_holds("Dit is de eerste vraag.\nWat wilt u verbeteren?")
        .stdout_holds("Waarom is dit niet van toepassing? ")
        .stdout_holds("hoort hier een reden")
        .ends_with(0);
}

#[test]
fn a_previous_round_stands_beside_the_question() {
    let before = "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: \"41048\"}\n\
                  answers: {keuze: altijd}\n";
    assess(&["--previous", "2024.yaml"], "n\nq\n")
        .file("2024.yaml", before)
        .stdout_holds("Digital?\nPrevious round: Always\n")
        .stdout_holds("Beside each question stands the answer from 2024.yaml.\n")
        .ends_with(0);
    // Of what round and role they are is said where the file says it.
    let of = |council: &str, wave: &str| {
        let head = before.replace("41048", council);
        head.replace("answers:", &format!("wave: {wave}\nrespondent: {{id: r-9, role: politiek}}\nanswers:"))
    };
    let with =
        |before: String| assess(&["--previous", "2024.yaml", "--wave", "2026"], "n\nq\n").file("2024.yaml", &before);
    with(of("41048", "2024")).stdout_holds("the answer from 2024.yaml (2024, Politics).\n").ends_with(0);
    let refused = |before: String, said: &str| {
        let mut run = with(before);
        let ended = run.run();
        assert!(ended.code == 2 && ended.stderr.contains(said), "{ended}");
        assert!(!run.path().join("antwoorden").exists(), "nothing is left behind");
    };
    refused(of("44021", "2024"), "`2024.yaml` belongs to council `44021`, not to `41048`");
    refused(of("41048", "2026"), "`2024.yaml` is of round 2026, which does not come before 2026");
    refused(of("41048", "2027"), "`2024.yaml` is of round 2027, which does not come before 2026");
}

#[test]
fn a_council_is_found_in_a_list_by_a_part_of_its_name() {
    let lines = "spring\n2026\nnowhere\nnin\n1\n3\nq\n";
    let ended = peil(["assess", "kort.yaml", "--councils", "besturen.csv", "--seed", "1"])
        .with_kort()
        .file("besturen.csv", "council,name\n41048,Ninove\n41063,Denderleeuw\n")
        .input(lines)
        .stdout_holds("Wave, such as 2026 (needed to compare later; may stay empty): ")
        .stdout_holds("A wave is a year, such as 2026, or a date, such as 2026-03-01.")
        .stdout_holds("No council found.")
        .stdout_holds("1. Ninove (41048)\n2. Search again\n")
        .ends_with(0);
    let text = ended.text(DRAFT);
    assert!(text.contains("id: \"41048\"\n  name: Ninove\nwave: 2026\n") && !text.contains("\n  role:"), "{text}");
}

#[test]
fn the_wave_is_asked_where_the_council_is_and_may_stay_empty() {
    let asked = |more: &[&str], lines: &str| {
        let all = [&["assess", "kort.yaml", "--role", "ict", "--seed", "1"], more].concat();
        peil(all).with_kort().input(lines)
    };
    let written = |ready: Peil| ready.ends_with(0).text(DRAFT);
    let typed = asked(&[], "41048\n\n2026\nn\nq\n").in_dutch().stdout_holds("Ronde, zoals 2026 (nodig om later te");
    assert!(written(typed).contains("\nwave: 2026\n"));
    let given = asked(&["--wave", "2026"], "41048\n\nn\nq\n").stdout_holds("Question 1 of 7");
    assert!(written(given).contains("\nwave: 2026\n"));
    let empty = asked(&[], "41048\n\n\nn\nq\n").stdout_holds("Question 1 of 7");
    assert!(!written(empty).contains("wave:"));
}

#[test]
fn the_register_of_councils_is_the_one_that_other_commands_read() {
    let register = "council;name;population;valid_from;valid_to\n\
                    41048;Ninove a/d Dender;38000;;2024\n41048;Ninove;38000;2025;\n41063;;20000;;\n";
    let found = |wave: &str, wanted: &str, shown: &str| {
        peil(["assess", "kort.yaml", "--councils", "r.csv", "--wave", wave])
            .with_kort()
            .file("r.csv", register)
            .input(&format!("{wanted}\n"))
            .stdout_holds(&format!("1. {shown}\n2. Search again\n"))
            .stderr_holds("nothing to save yet")
            .ends_with(130);
    };
    found("2024", "nin", "Ninove a/d Dender (41048)");
    found("2026", "nin", "Ninove (41048)");
    found("2026", "410", "41063 (41063)");
}

#[test]
fn a_register_with_mistakes_is_refused_before_anything_is_asked_and_is_called_a_register() {
    for (bytes, code) in [
        (&b""[..], "empty-file"),
        (b"council,name\n41048,Nin\xf3ve\n", "invalid-encoding"),
        (b"\xff\xfec\0o\0u\0n\0c\0i\0l\0\n\0", "invalid-encoding"),
        (b"code,name\n41048,Ninove\n", "missing-column"),
        (b"council,name\n,Ninove\n", "no-council"),
    ] {
        peil(["assess", "kort.yaml", "--councils", "r.csv"])
            .with_kort()
            .bytes("r.csv", bytes)
            .stderr_holds(&format!("error[{code}]"))
            .stderr_holds("error: the register `r.csv` has errors\n")
            .ends_with(2);
    }
}

#[test]
fn flags_that_say_nothing_sensible_are_refused_before_anything_is_asked() {
    for (flag, value, help) in [
        ("--wave", "spring", "choose for example 2026"),
        ("--keep-until", "31-12-2028", "choose for example 2028-12-31"),
    ] {
        peil(["assess", "kort.yaml", flag, value])
            .with_kort()
            .stderr(&format!("error: `{value}` is not possible for `{flag}`\nhelp: {help}\n"))
            .ends_with(2);
    }
    peil(["assess", "kort.yaml", "--role", "itc"])
        .with_kort()
        .stderr("error: the questionnaire has no role `itc`\nhelp: did you mean `ict` (IT)?\n")
        .ends_with(2);
    peil(["assess", "kort.yaml", "--councils", "leeg.csv"])
        .with_kort()
        .file("leeg.csv", "council,name\n")
        .stderr_holds("warning[no-rows]")
        .stderr_holds(
            "error: `leeg.csv` holds no council\nhelp: put one council on each line, under council and name\n",
        )
        .ends_with(2);
    peil(["assess", "kort.yaml", "--resume", "a.yaml", "--quick"])
        .with_kort()
        .stderr(
            "error: `--quick` is for new answers; with `--resume` the file has settled that already\n\
             help: leave out `--quick` to go on, or leave out `--resume` to begin anew\n",
        )
        .ends_with(2);
    // In whichever order they stand.
    for arguments in [["--new", "--resume", "a.yaml"], ["--resume", "a.yaml", "--new"]] {
        peil(["assess", "kort.yaml"].iter().chain(&arguments))
            .with_kort()
            .in_dutch()
            .stderr_holds("`--new` geldt voor nieuwe antwoorden; bij `--resume` ligt dat al vast in het bestand\n")
            .ends_with(2);
    }
}

#[test]
fn the_name_of_a_council_that_is_given_is_looked_up_in_the_register() {
    let text = peil(KNOWN.iter().chain(&["--councils", "r.csv", "--wave", "2026"]))
        .with_kort()
        .file("r.csv", "council,name,valid_from,valid_to\n41048,Ninove a/d Dender,,2024\n41048,Ninove,2025,\n")
        .input("n\nq\n")
        .stdout_holds("Question 1 of 7")
        .ends_with(0)
        .text(DRAFT);
    assert!(text.contains("council:\n  id: \"41048\"\n  name: Ninove\nwave: 2026\n"), "{text}");
}

#[test]
fn a_draft_that_cannot_be_read_whole_is_left_alone() {
    let broken =
        "peil: answers/1\nquestionnaire: {id: kort, version: 1.0.0}\ncouncil: {id: x}\nanswers: {keuze: vaak}\n";
    let ended = peil(["assess", "kort.yaml", "--resume", "a.yaml"])
        .with_kort()
        .file("a.yaml", broken)
        .stderr_holds("error: not everything in `a.yaml` can be read")
        .ends_with(2);
    assert_eq!(ended.text("a.yaml"), broken);
}

#[test]
fn nothing_that_is_written_holds_an_escape_code() {
    let run = assess(&["--plain"], "n\n1\nb\nw\nc a \u{1b}[2Jb\nq\n").env("CLICOLOR_FORCE", "1").run();
    assert!(!run.stdout.contains('\u{1b}') && run.stderr.is_empty(), "{run}");
}

#[test]
fn the_whole_built_in_instrument_is_answered_without_a_terminal() {
    let columns = shipped("digitale-maturiteit").expect("it ships").columns.len();
    let arguments = ["assess", "--council", "41048", "--name", "Ninove", "--seed", "1", "--lang", "nl"];
    let lines = format!("5\n{}f\n", "1\n".repeat(columns));
    let ended = peil(arguments).input(&lines).stdout_holds("Alles is ingevuld.").ends_with(0);
    let text = ended.text(DRAFT);
    let answers = text.split_once("\nanswers:\n").expect("answers").1;
    assert_eq!(answers.lines().count(), columns, "{text}");
}

/// An interview that waits for its respondent; its draft has one answer.
fn waiting(folder: &std::path::Path) -> Child {
    std::fs::write(folder.join("kort.yaml"), KORT).expect("written");
    let mut command = Command::new(PROGRAM);
    scrub(&mut command);
    command.args(KNOWN).current_dir(folder);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
    child.stdin.as_mut().expect("a pipe").write_all(b"n\n1\n").expect("typed");
    let out = BufReader::new(child.stdout.as_mut().expect("a pipe"));
    let asked = out.lines().map_while(Result::ok).any(|line| line.starts_with("Question 2 of 7"));
    assert!(asked, "the second question was never asked");
    child
}

#[test]
fn two_people_cannot_work_on_one_draft_and_each_has_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = waiting(folder.path());
    let run = |arguments: &[&str], lines: &str| {
        let mut command = Command::new(PROGRAM);
        scrub(&mut command);
        command.args(arguments).current_dir(folder.path()).stdin(Stdio::piped());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
        let _ = child.stdin.take().expect("a pipe").write_all(lines.as_bytes());
        child.wait_with_output().expect("its output")
    };
    let second = run(&["assess", "kort.yaml", "--resume", DRAFT], "q\n");
    assert_eq!(second.status.code(), Some(2));
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(said.contains("someone else is working on"), "{said}");
    // The same number was wanted; the next one is taken.
    assert_eq!(run(&KNOWN, "n\n3\nq\n").status.code(), Some(0));
    let files = std::fs::read_dir(folder.path().join("antwoorden")).expect("a folder");
    let drafts =
        files.filter(|file| file.as_ref().expect("a file").path().extension().is_some_and(|end| end == "yaml"));
    assert_eq!(drafts.count(), 2);
    first.kill().expect("killed");
    first.wait().expect("ended");
    assert_eq!(
        run(&["assess", "kort.yaml", "--resume", DRAFT], "q\n").status.code(),
        Some(0),
        "a lock died with its owner"
    );
}

#[cfg(unix)]
#[test]
fn an_interruption_says_where_the_draft_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let child = waiting(folder.path());
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(sent.success());
    let output = child.wait_with_output().expect("its output");
    assert_eq!(output.status.code(), Some(130));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(&format!("Your answers are saved in {DRAFT}")), "{said}");
}
