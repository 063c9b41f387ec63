//! Answers in words that read like a word of tables: they stay words on the way into a table and back.

use crate::peil::peil;

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: kort\nversion: 1.0.0\nlanguages: [en]\ntitle: Short\nscale: {max: 4}\n\
    axes:\n  - {id: d, title: D, dimensions: [{id: a, title: A}]}\nquestions:\n\
    \x20 - {id: v, at: {d: a}, ask: How far?, type: rating, from: 0, to: 4}\n\
    \x20 - {id: t, at: {d: a}, ask: What else?, type: text, not_applicable: {reason: optional}}\n";

/// What people may write, and how a table holds it.
const TEXTS: [(&str, &str); 9] = [
    ("na", "'na"),
    ("?", "'?"),
    ("'na", "''na"),
    ("'s avonds", "'s avonds"),
    ("n/a", "n/a"),
    ("none", "none"),
    // A spreadsheet would reckon with it, and not with a number.
    ("=1+1", "'=1+1"),
    ("- beter", "'- beter"),
    ("-12", "-12"),
];

fn form(number: usize, text: &str) -> String {
    format!(
        "peil: answers/1\nquestionnaire: {{id: kort, version: 1.0.0}}\ncouncil: {{id: a}}\nrespondent: {{id: r-{number}}}\n\
         answers: {{v: 2, t: {{text: \"{text}\"}}}}\n"
    )
}

#[test]
fn a_text_that_reads_like_a_word_of_tables_is_read_back_as_that_text() {
    let forms = TEXTS.iter().enumerate().map(|(number, (text, _))| (format!("in/{number}.yaml"), form(number, text)));
    let run = peil(["import", "in", "-q", "kort.yaml", "-o", "x.csv", "--quiet"]).file("kort.yaml", QUESTIONNAIRE);
    let table = forms.fold(run, |run, (name, text)| run.file(&name, &text)).ends_with(0).text("x.csv");
    let cells: Vec<&str> = table.lines().skip(1).filter_map(|line| line.rsplit(',').next()).collect();
    assert_eq!(cells, TEXTS.map(|(_, cell)| cell));
    // Scored as a table, read as answers, and taken over once more.
    let with = |arguments: &[&str]| peil(arguments).file("kort.yaml", QUESTIONNAIRE).file("x.csv", &table);
    let page = with(&["report", "x.csv", "-q", "kort.yaml", "--council", "a", "--audience", "workshop", "-o", "a.md"]);
    let page = page.stderr("Written: a.md, with a-standing.svg beside it: send that along\n").ends_with(0).text("a.md");
    let quotes: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("> ")).collect();
    assert_eq!(quotes, ["'na", "'s avonds", "\\- beter", "\\-12", "\\=1+1", "?", "n/a", "na", "none"], "{page}");
    with(&["score", "x.csv", "-q", "kort.yaml", "--quiet", "--format", "csv"]).stdout_holds(",2.0,2.0,").ends_with(0);
    let again = with(&["import", "x.csv", "-q", "kort.yaml", "-o", "-", "--quiet"]).run().stdout;
    let again: Vec<&str> = again.lines().skip(1).filter_map(|line| line.rsplit(',').next()).collect();
    assert_eq!(again, cells);
}
