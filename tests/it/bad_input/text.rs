//! Files that are not the text or the YAML that they should be.

use super::{NINOVE, score};
use crate::peil::{KORT, peil};

#[test]
fn latin_1_is_shown_where_it_starts() {
    let mut table = b"council,name,keuze\n62063,Li".to_vec();
    table.extend([0xE8]);
    table.extend(b"ge,soms\n41048,Ninove,soms\n");
    score("latin.csv")
        .bytes("latin.csv", &table)
        .in_dutch()
        .stdout_holds("Ninove")
        .stderr_holds("fout[invalid-encoding]: deze rij is geen UTF-8\n --> latin.csv:2:9\n")
        .stderr_holds("2 | 62063,Li\u{fffd}ge,soms\n  |         ^ eerste teken dat niet leesbaar is\n")
        .stderr_holds("tip: bewaar het bestand als UTF-8: in Kladblok ‘Opslaan als’ met codering UTF-8")
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
