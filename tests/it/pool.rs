//! Answers for pooling: what is in the files, what is withheld, and that nobody's name is left.

use crate::peil::{Peil, Written, peil};

const QUESTIONNAIRE: &str = "peil: questionnaire/1\nid: kort\nversion: 1.0.0\nlanguages: [en]\ntitle: Short\n\
    scale: {max: 4}\naxes: [{id: as, title: A, dimensions: [{id: doen, title: D}]}]\n\
    roles: [{id: ict, title: I}, {id: unit, title: U}]\nquestions:\n\
    \x20 - {id: v1, at: {as: doen}, ask: One?, type: rating, from: 0, to: 4, not_applicable: true}\n\
    \x20 - {id: v2, at: {as: doen}, ask: In words?, type: text}\n\
    \x20 - {id: v3, at: {as: doen}, ask: Two?, type: rating, from: 0, to: 4, when: {v2: {answered: true}}}\n\
    \x20 - {id: v4, at: {as: doen}, ask: How many?, type: number, from: 0, to: 100}\n";

/// Five of ICT in Gent, of which one wrote something; four in Sint-Niklaas; five and one of a department in Aalst.
fn answers() -> String {
    let mut text = "council,name,wave,respondent,role,province,v1,v2,v3,v4\n".to_owned();
    for (index, v1) in ["1", "2", "3", "na", "?"].iter().enumerate() {
        let (words, more) = if index == 0 { ("Jan schreef dit", "4") } else { ("", "") };
        text += &format!("gent-01,Gent,2026,Jan-{index},ict,oost,{v1},{words},{more},12.5\n");
        text += &format!("aalst-1,Aalst,2026,Piet-{index},ict,oost,{v1},,,50\n");
    }
    text += "aalst-1,Aalst,2026,Mia,unit,oost,4,,,60\n";
    for index in 0..4 {
        text += &format!("st-nik,Sint-Niklaas,2026,Els-{index},ict,oost,2,,,7\n");
    }
    text + "st-nik,Sint-Niklaas,2024,Els,consensus,oost,3,,,8\n"
}

fn pool(flags: &[&str]) -> Peil {
    let arguments = ["compare", "a.csv", "-q", "q.yaml", "--anonymise"];
    peil(arguments.iter().chain(flags)).file("q.yaml", QUESTIONNAIRE).file("a.csv", &answers())
}

fn written(flags: &[&str]) -> Written {
    pool(&[&["-o", "pool.csv"], flags].concat())
        .stderr(
            "Written: pool.csv\nWritten: pool-scores.csv\nWritten: pool-note.md\n\
             Of 2 of 4 councils (each wave apart) only the scores are in it; the note says why.\n",
        )
        .ends_with(0)
}

#[test]
fn no_file_holds_a_name_an_id_or_a_word_that_was_given() {
    let written = written(&[]);
    for file in ["pool.csv", "pool-scores.csv", "pool-note.md"] {
        let text = written.text(file);
        for word in ["Gent", "gent", "Aalst", "aalst", "Niklaas", "nik", "Jan", "Piet", "Mia", "Els", "oost"] {
            assert!(!text.contains(word), "{word} in {file}:\n{text}");
        }
    }
}

#[test]
fn rows_are_those_of_councils_where_every_role_has_five_and_the_rest_gives_its_scores() {
    let written = written(&["--seed", "7"]);
    let rows = written.text("pool.csv");
    let mut lines = rows.lines();
    assert_eq!(lines.next(), Some("council,wave,respondent,role,scan,questionnaire,province,v1,v2,v3,v4"));
    // Without the ids: five of Gent, and what four in Sint-Niklaas agreed on two years before.
    let mut told: Vec<String> = lines
        .map(|line| {
            line.split(',')
                .enumerate()
                .filter(|(i, _)| *i != 0 && *i != 2)
                .map(|(_, f)| f)
                .collect::<Vec<_>>()
                .join(",")
        })
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            "2024,consensus,full,kort@1.0.0,,3,,,8",
            "2026,ict,full,kort@1.0.0,,1,(withheld),4,12.5",
            "2026,ict,full,kort@1.0.0,,2,,,12.5",
            "2026,ict,full,kort@1.0.0,,3,,,12.5",
            "2026,ict,full,kort@1.0.0,,?,,,12.5",
            "2026,ict,full,kort@1.0.0,,na,,,12.5",
        ]
    );
    // Of Sint-Niklaas (2 + 7 ÷ 25) ÷ 2 = 1.14, and of Aalst ICT (1.5 + 2 + 2.5 + 2) ÷ 4 = 2, the department (4 + 2.4) ÷ 2 = 3.2.
    let scores = written.text("pool-scores.csv");
    assert!(
        scores.starts_with("council,wave,scan,province,overall,doen,coverage,coverage_doen,respondents\n"),
        "{scores}"
    );
    let overall = |line: &str| line.split(',').nth(4).and_then(|field| field.parse::<f64>().ok());
    let mut all: Vec<f64> = scores.lines().filter_map(overall).collect();
    all.sort_by(f64::total_cmp);
    assert!((all[0] - 1.14).abs() < 1e-9 && (all[1] - 2.6).abs() < 1e-9 && all.len() == 2, "{scores}");
}

#[test]
fn the_rows_are_read_again_and_give_the_scores_they_came_from() {
    let rows = written(&[]).text("pool.csv");
    let scores = |name: &str, text: &str| {
        let mut run =
            peil(["score", name, "-q", "q.yaml", "--format", "csv"]).file("q.yaml", QUESTIONNAIRE).file(name, text);
        run.run().stdout
    };
    let overall = |csv: String| -> Vec<String> {
        csv.lines().skip(1).map(|line| line.split(',').nth(5).unwrap_or_default().to_owned()).collect()
    };
    let before = overall(scores("a.csv", &answers()));
    for score in overall(scores("pool.csv", &rows)) {
        assert!(before.contains(&score) && !score.is_empty(), "{score} is not one of {before:?}");
    }
}

#[test]
fn a_seed_gives_the_same_files_whatever_the_order_of_the_rows_and_chance_gives_others() {
    let first = written(&["--seed", "7"]);
    let shuffled: String = {
        let all = answers();
        let (head, rows) = all.split_once('\n').expect("a header");
        let mut rows: Vec<&str> = rows.lines().collect();
        rows.reverse();
        format!("{head}\n{}\n", rows.join("\n"))
    };
    let other = pool(&["-o", "pool.csv", "--seed", "7"]).file("a.csv", &shuffled);
    let other = other.stderr_holds("Written").ends_with(0);
    for file in ["pool.csv", "pool-scores.csv", "pool-note.md"] {
        assert_eq!(first.text(file), other.text(file), "{file}");
    }
    assert_ne!(written(&[]).text("pool.csv"), written(&[]).text("pool.csv"));
}

#[test]
fn the_note_counts_what_was_withheld() {
    let note = written(&[]).text("pool-note.md");
    for line in [
        "- Answers to `kort@1.0.0` of 3 councils.",
        "- 6 rows of answers, one per respondent: of 2 of the 4 times that a council took part in a wave.",
        "- Names: of 3 councils.",
        "- The rows of a council in a wave, 1 time: fewer than 5 respondents. The scores are in the file of scores.",
        "- The rows of a council in a wave, 1 time: a role with fewer than 5 respondents; without that role the scores",
        "- Classes of 3 councils: fewer than 5 councils have the same classes in the same waves.",
        "- Everything written: 0 comments, 0 pieces of evidence, 0 reasons and 1 answer in words.",
        "- Numbers are as they were filled in.",
    ] {
        assert!(note.contains(line), "{line}\n{note}");
    }
    let one = pool(&["-o", "pool.csv", "--wave", "2024", "--seed", "1", "--lang", "nl"])
        .stderr_holds("Van elk bestuur staan de rijen erin, zonder namen.")
        .ends_with(0);
    assert!(!one.has("pool-scores.csv"));
    assert!(one.text("pool-note.md").contains("- De codes volgen uit --seed"));
}

#[test]
fn pooling_needs_a_table_to_write_and_is_always_for_the_public() {
    for flags in [&["-o", "-"][..], &[], &["-o", "pool.html"], &["-o", "pool.csv", "--format", "html"]] {
        pool(flags)
            .stderr(
                "error: --anonymise writes a table, and beside it a note of what was withheld\n\
                 help: add a file: -o pool.csv\n",
            )
            .ends_with(2);
    }
    pool(&["-o", "pool.csv", "--audience", "workshop"]).stderr_holds("the rules of the public hold").ends_with(2);
    pool(&["-o", "pool.csv", "--show-names"]).stderr_holds("do not go together").ends_with(2);
}

#[test]
fn rows_and_scores_together_give_every_figure_there_was_to_the_last_bit() {
    let files = written(&[]);
    let scored = |name: &str, text: &str| {
        peil(["score", name, "-q", "q.yaml", "--format", "csv"])
            .file("q.yaml", QUESTIONNAIRE)
            .file(name, text)
            .run()
            .stdout
    };
    // Wave, scan, the figures with all their decimals, and how many answered; without the ids.
    let figures = |csv: &str| -> Vec<Vec<String>> {
        let columns = ["wave", "scan", "overall", "doen", "coverage", "coverage_doen", "respondents"];
        let mut lines = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let header = lines.next().expect("a header");
        let places = columns.map(|column| header.iter().position(|one| *one == column).expect(column));
        // One column writes 1 where another writes 1.0.
        let figure = |cell: &str| cell.parse::<f64>().map_or(cell.to_owned(), |value| format!("{:x}", value.to_bits()));
        lines.map(|line| places.iter().map(|&place| figure(line[place])).collect()).collect()
    };
    let mut before = figures(&scored("a.csv", &answers()));
    let rows = figures(&scored("pool.csv", &files.text("pool.csv")));
    let scores = figures(&files.text("pool-scores.csv"));
    assert_eq!((rows.len(), scores.len()), (2, 2));
    let mut after = [rows, scores].concat();
    before.sort();
    after.sort();
    assert_eq!(before, after);
}

#[test]
fn no_file_of_an_earlier_pool_stays_beside_one_that_has_nothing_for_it() {
    let old = "council,wave,respondent\nc-1,2026,r-1\n";
    // Four of one council, in one wave: its rows are withheld.
    let few: String = answers()
        .lines()
        .filter(|line| !line.contains("01,") && !line.contains("1,Aalst"))
        .fold(String::new(), |text, line| text + line + "\n");
    let few = few.replace("st-nik,Sint-Niklaas,2024,Els,consensus,oost,3,,,8\n", "");
    let emptied = pool(&["-o", "pool.csv"])
        .file("a.csv", &few)
        .file("pool.csv", old)
        .stderr(
            "Taken away: pool.csv, of an earlier time; nothing belongs in it now\nWritten: pool-scores.csv\n\
             Written: pool-note.md\n\
             Of every council only the scores are in it; the note says why.\n",
        )
        .ends_with(0);
    assert!(!emptied.has("pool.csv") && emptied.has("pool-scores.csv"));
    // And of the one wave of which all rows may be pooled, no scores of another time.
    let whole = pool(&["-o", "pool.csv", "--wave", "2024"]).file("pool-scores.csv", old);
    let whole = whole.stderr_holds("Taken away: pool-scores.csv, of an earlier time").ends_with(0);
    assert!(!whole.has("pool-scores.csv") && whole.has("pool.csv"));
}
