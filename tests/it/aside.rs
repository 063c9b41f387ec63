//! Files that lie among answers and hold none: what peil wrote before, and a register of councils.

use crate::peil::peil;

const ANSWERS: &str = "council,wave,respondent,questionnaire,keuze\n41048,2026,r-1,kort@1.0.0,soms\n\
                       41063,2026,r-2,kort@1.0.0,altijd\n";

#[test]
fn scores_beside_the_answers_are_passed_over_and_written_again_in_every_format() {
    for output in ["scores.csv", "scores.csv.gz", "scores.jsonl", "scores.parquet", "scores.json"] {
        let once = peil(["score", ".", "-q", "kort.yaml", "-o", output])
            .with_kort()
            .file("a.csv", ANSWERS)
            .stderr_holds("")
            .ends_with(0);
        let first = once.bytes(output);
        let again = peil(["score", ".", "-q", "kort.yaml", "-o", output])
            .with_kort()
            .file("a.csv", ANSWERS)
            .bytes(output, &first)
            .stderr(&format!("Passed over: `{output}` (scores).\n2 rows written to {output}\n"))
            .ends_with(0);
        assert_eq!(again.bytes(output), first, "{output}");
        peil(["check", ".", "-q", "kort.yaml"])
            .with_kort()
            .file("a.csv", ANSWERS)
            .bytes(output, &first)
            .stdout("All good: 2 files checked.\n")
            .stderr(&format!("Passed over: `{output}` (scores).\n"))
            .ends_with(0);
    }
}

#[test]
fn a_packed_copy_of_scores_is_no_second_copy_of_answers() {
    let packed = peil(["score", "a.csv", "-q", "kort.yaml", "-o", "scores.csv.gz"])
        .with_kort()
        .file("a.csv", ANSWERS)
        .stderr_holds("")
        .ends_with(0)
        .bytes("scores.csv.gz");
    peil(["score", ".", "-q", "kort.yaml", "-o", "-"])
        .with_kort()
        .file("a.csv", ANSWERS)
        .file("scores.csv", "council,name,wave,overall,coverage,respondents\na,A,2026,2.5,1,5\n")
        .bytes("scores.csv.gz", &packed)
        .stdout_holds("41063,")
        .stderr("Passed over: `scores.csv.gz` (scores) and `scores.csv` (scores).\n")
        .ends_with(0);
}

#[test]
fn everything_else_that_peil_wrote_or_reads_beside_answers_is_passed_over_by_every_command() {
    let commands = [&["score"][..], &["report", "--council", "41048"], &["compare"], &["check"]];
    let others = [
        (
            "rejects.csv",
            "file,line,column,code,counted,reason,row\na.csv,2,1,no-council,no,x,\",soms\"\n",
            "rows that did not fit",
        ),
        (
            "vroeger.csv",
            "file,line,column,code,reason,row\na.csv,2,1,no-council,x,\",soms\"\n",
            "rows that did not fit",
        ),
        (
            "lijst.csv",
            "council,name,wave,by,score,gap,place,listed,confidential\n41048,,2026,x,1,1,1,yes,x\n",
            "a list of who is invited",
        ),
        ("uitleg.json", "{\n  \"format\": \"peil.derivation/1\"\n}\n", "where a number comes from"),
        ("gevonden.json", "{\n  \"format\": \"peil.diagnostics/1\"\n}\n", "what peil check found"),
        ("gitlab.json", "[]\n", "what peil check found"),
    ];
    for command in commands {
        for (name, text, held) in others {
            let arguments = [&command[..1], &[".", "-q", "kort.yaml"], &command[1..]].concat();
            peil(arguments)
                .with_kort()
                .file("a.csv", ANSWERS)
                .file(name, text)
                .stdout_holds("")
                .stderr_holds(&format!("Passed over: `{name}` ({held}).\n"))
                .ends_with(0);
        }
    }
}

#[test]
fn a_register_in_the_folder_is_passed_over_and_never_written_over() {
    let register = "council,name,province,population\n41048,Ninove,Oost,38000\n";
    let in_folder = |arguments: &[&str]| {
        let all = [&["score", ".", "-q", "kort.yaml"], arguments].concat();
        peil(all).with_kort().file("a.csv", ANSWERS).file("besturen.csv", register)
    };
    in_folder(&[])
        .stdout_holds("41063 ")
        .stderr("Passed over: `besturen.csv` (a register of councils).\n")
        .ends_with(0);
    in_folder(&["-o", "besturen.csv"])
        .stderr_holds("`besturen.csv` is one of the files that peil is to read")
        .ends_with(2);
    in_folder(&["--councils", "besturen.csv", "-o", "besturen.csv"]).stderr_holds("is one of the files").ends_with(2);
    // With a column that only answers have, it holds answers; `population` is a class then.
    peil(["score", "a.csv", "-q", "kort.yaml", "-o", "-"])
        .with_kort()
        .file("a.csv", "council,population,respondent,keuze\n41048,large,r-1,soms\n")
        .stdout_holds("41048,")
        .ends_with(0);
}

#[test]
fn what_holds_no_answers_is_refused_in_one_sentence_where_it_is_named() {
    let scores = "council,name,wave,overall,coverage,respondents\na,A,2026,2.5,1,5\n";
    for command in ["score", "report", "compare", "check"] {
        peil([command, "s.csv", "-q", "kort.yaml"])
            .with_kort()
            .file("s.csv", scores)
            .stderr("error: `s.csv` holds no answers, but scores\nhelp: name the answers themselves, or their folder\n")
            .ends_with(2);
    }
    peil(["score", "r.csv", "-q", "kort.yaml"])
        .with_kort()
        .in_dutch()
        .file("r.csv", "council,population\na,12\n")
        .stderr(
            "fout: `r.csv` bevat geen antwoorden, maar een register van besturen\ntip: geef dit bestand mee met --councils, \
             naast de antwoorden; zijn het toch antwoorden, voeg dan een kolom `respondent` toe\n",
        )
        .ends_with(2);
}

/// The help for a form that came back.
const ASK: &str = "if a participant sent this back, ask for the file that the button ‘Save answers’ in the form makes; it is \
                   named after the questionnaire, ends in .json and is usually in the Downloads folder\n";

#[test]
fn a_form_that_came_back_itself_is_told_from_the_answers_that_it_saves() {
    let form = peil(["form", "kort.yaml", "-o", "-"]).with_kort().run().stdout;
    let with = |arguments: &[&str]| peil(arguments).with_kort().file("terug/form.html", &form);
    for command in [&["score"][..], &["check"], &["import", "-o", "uit"]] {
        let named = [&command[..1], &["terug/form.html", "-q", "kort.yaml"], &command[1..]].concat();
        let said = format!("error: `terug/form.html` holds no answers, but the form itself\nhelp: {ASK}");
        with(&named).stderr(&said).ends_with(2);
        let folder = [&command[..1], &["terug", "-q", "kort.yaml"], &command[1..]].concat();
        with(&folder)
            .file("terug/a.csv", ANSWERS)
            .file("terug/verslag.html", "<!DOCTYPE html>\n<title>A page</title>\n")
            .stdout_holds("")
            .stderr_holds(&format!("Passed over: `terug/form.html` (the form itself).\nhelp: {ASK}"))
            .ends_with(0);
    }
}
