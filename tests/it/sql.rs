//! The SQL that peil writes, without an engine: as it stands, and that no id, title, table or class breaks out of it.
//! `tests/sql/run.sh` compares what it computes.

mod lexer;

use std::path::Path;

use crate::generated;
use crate::peil::peil;
use lexer::{Piece, pieces};
use peil::diagnostics::Diagnostics;
use peil::language::Language;
use peil::questionnaire::Questionnaire;
use peil::source::Sources;
use peil::sql::{Clash, Columns, Dialect, Request, statement};

const SMALL: &str = include_str!("../sql/golden/small.yaml");
/// Everything that ends something somewhere.
const HOSTILE: &str =
    "x'y\"z`w\\ */ /* -- ; \n\r\u{2028}\u{85}\u{0b}DROP TABLE a; ${env:HOME} {{ $1 %s :n ? \u{202e}\\";

fn read(text: &str) -> Questionnaire {
    let (mut sources, mut out) = (Sources::new(), Diagnostics::new());
    let file = sources.add("q.yaml", text);
    let node = peil::yaml::parse(file, &sources, &mut out).expect("YAML");
    peil::questionnaire::parse(&node, &mut out).expect("a questionnaire")
}

fn request(dialect: Dialect, columns: Columns) -> Request {
    Request { dialect, table: vec!["answers".into()], columns, language: Language::En, tag: "en".into() }
}

/// The usual columns, and classes of which the first is compared within.
fn columns(questionnaire: &Questionnaire, classes: &[&str]) -> Columns {
    let named = Columns::USUAL.iter().chain(classes).map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let within = classes.iter().take(1).map(|name| (*name).to_owned()).collect::<Vec<_>>();
    Columns::new(questionnaire, &named, &within).expect("classes")
}

/// Holds a statement to its form: one statement, everything closed, nothing in the code but what peil writes.
fn expect_whole(text: &str, dialect: Dialect) {
    let pieces = pieces(text, dialect);
    let code: String = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Code(code) => Some(code.as_str()),
            _ => None,
        })
        .collect();
    assert!(code.ends_with(";\n") && code.matches(';').count() == 1, "not one statement");
    let mut depth = 0i64;
    for c in code.chars() {
        depth += i64::from(c == '(') - i64::from(c == ')');
        assert!(depth >= 0, "a parenthesis too many");
        assert!(c.is_ascii_alphanumeric() || " \n_(),.*+-/<>=|~:;".contains(c), "{c:?} in the code");
    }
    assert_eq!(depth, 0, "a parenthesis is not closed");
    assert!(!code.contains("DROP"), "a word from outside is code");
    for comment in
        pieces.iter().filter_map(|piece| if let Piece::Comment(comment) = piece { Some(comment) } else { None })
    {
        assert!(!comment.ends_with('\\'), "Spark goes on after a backslash: {comment}");
        assert!(!comment.chars().any(char::is_control), "a comment of several lines: {comment:?}");
        assert!(!comment.contains("${"), "Spark puts a variable there: {comment}");
    }
}

#[test]
fn a_small_questionnaire_becomes_the_statement_that_was_read_by_eye() {
    let questionnaire = read(SMALL);
    for dialect in Dialect::ALL {
        let text = statement(&questionnaire, &request(dialect, columns(&questionnaire, &["class"]))).expect("no clash");
        expect_whole(&text, dialect);
        let name = format!("tests/sql/golden/small.{}.sql", dialect.name().to_lowercase());
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&name);
        if std::env::var_os("PEIL_UPDATE").is_some() {
            std::fs::write(&path, &text).expect("written");
        }
        assert!(
            std::fs::read_to_string(&path).is_ok_and(|known| known == text),
            "{name} differs; PEIL_UPDATE=1 renews it"
        );
    }
}

#[test]
fn the_same_questionnaire_gives_the_same_bytes_and_the_languages_differ_in_comments_only() {
    let questionnaire = read(SMALL);
    for dialect in Dialect::ALL {
        let english = request(dialect, columns(&questionnaire, &[]));
        let dutch = Request { language: Language::Nl, ..english.clone() };
        let of = |request: &Request| statement(&questionnaire, request).expect("no clash");
        assert_eq!(of(&english), of(&english));
        assert_ne!(of(&english), of(&dutch));
        let code = |request: &Request| -> Vec<Piece> {
            let all = pieces(&of(request), dialect).into_iter();
            let blank = |piece: &Piece| matches!(piece, Piece::Code(code) if code.trim().is_empty());
            all.filter(|piece| !matches!(piece, Piece::Comment(_)) && !blank(piece)).collect()
        };
        let trimmed = |pieces: Vec<Piece>| -> String { format!("{pieces:?}").split_whitespace().collect() };
        assert_eq!(trimmed(code(&english)).replace("\\n", ""), trimmed(code(&dutch)).replace("\\n", ""));
    }
}

#[test]
fn no_title_table_or_class_breaks_out_of_the_statement() {
    let quoted = format!("{HOSTILE:?}").replace("\\u{2028}", "\\u2028").replace("\\u{85}", "\\x85");
    let quoted = quoted.replace("\\u{b}", "\\x0b").replace("\\u{202e}", "\\u202e").replace("\\'", "'");
    let text = SMALL.replace("A small questionnaire", &quoted).replace("Who is trained?", &quoted);
    let questionnaire = read(&text);
    for dialect in Dialect::ALL {
        let mut request = request(dialect, columns(&questionnaire, &[HOSTILE, "b -- '"]));
        request.table = vec![HOSTILE.to_owned(), "s1_rows".to_owned()];
        let text = statement(&questionnaire, &request).expect("no clash");
        expect_whole(&text, dialect);
        let pieces = pieces(&text, dialect);
        let named = |name: &str| pieces.iter().filter(|piece| **piece == Piece::Name(name.to_owned())).count();
        // Read once and written once, and read from once.
        assert_eq!((named(HOSTILE), named("b -- '"), named("s1_rows")), (3, 2, 1));
        assert!(text.contains("s1_rows_ AS ("), "a step has the name of the table");
    }
}

#[test]
fn five_hundred_odd_questionnaires_give_whole_statements() {
    let mut longest = 0;
    for seed in 0..500 {
        let questionnaire = read(&generated::text(seed));
        for dialect in Dialect::ALL {
            match statement(&questionnaire, &request(dialect, columns(&questionnaire, &["the class"]))) {
                Ok(text) => {
                    expect_whole(&text, dialect);
                    longest = longest.max(text.len());
                }
                Err(Clash { one, other }) if dialect == Dialect::Postgres => {
                    assert!(one != other && one.as_bytes()[..63] == other.as_bytes()[..63], "{seed}: {one} {other}");
                }
                Err(Clash { one, other }) => assert_eq!(one.to_lowercase(), other.to_lowercase(), "{seed}"),
            }
        }
    }
    assert!(longest > 20_000, "{longest}");
}

#[test]
fn columns_that_an_engine_takes_for_one_are_refused_by_that_engine_only() {
    let text = SMALL
        .replace("{id: remarks,", "{id: Trained,")
        .replace("ask: Anything else?, type: text", "ask: Q, type: yes-no");
    let questionnaire = read(&text);
    for (dialect, clashes) in [(Dialect::DuckDb, true), (Dialect::Spark, true), (Dialect::Postgres, false)] {
        let made = statement(&questionnaire, &request(dialect, columns(&questionnaire, &[])));
        assert_eq!(made.is_err(), clashes, "{dialect:?}");
    }
    // PostgreSQL keeps 63 bytes of a name: of these two dimensions, and of what is put before them.
    let (one, other) = (format!("{}a", "p".repeat(63)), format!("{}b", "p".repeat(63)));
    let text = SMALL.replace("id: people", &format!("id: {one}")).replace("theme: people", &format!("theme: {one}"));
    let text = text.replace("id: tools", &format!("id: {other}")).replace("theme: tools", &format!("theme: {other}"));
    let questionnaire = read(&text);
    let made = statement(&questionnaire, &request(Dialect::Postgres, columns(&questionnaire, &[])));
    let [one, other] = [one, other].map(|id| format!("coverage_{id}"));
    assert_eq!(made, Err(Clash { one, other }));
    assert!(statement(&questionnaire, &request(Dialect::DuckDb, columns(&questionnaire, &[]))).is_ok());
}

#[test]
fn what_the_scores_have_themselves_is_no_class() {
    let questionnaire = read(SMALL);
    for name in ["overall", "coverage_people", "people", "ict", "trained", "forms.birth", "goals.via", "wave", " "] {
        let within = vec![name.to_owned()];
        assert_eq!(Columns::new(&questionnaire, &[], &within), Err(name.to_owned()));
    }
    // Columns of the questions are there anyway, and who is asked for a class need not name it twice.
    let named = ["council", "respondent", "trained", "goals.via", "size"].map(str::to_owned);
    let made = Columns::new(&questionnaire, &named, &["size".to_owned(), "area".to_owned()]).expect("classes");
    assert_eq!(made.classes, ["area", "size"]);
    assert!(!made.wave && !made.role);
}

#[test]
fn a_table_without_waves_roles_or_scans_is_read_without_them() {
    let questionnaire = read(SMALL);
    let bare = Columns::new(&questionnaire, &["council".to_owned()], &[]).expect("no class");
    for dialect in Dialect::ALL {
        let text = statement(&questionnaire, &request(dialect, bare.clone())).expect("no clash");
        expect_whole(&text, dialect);
        let read: Vec<Piece> = pieces(&text, dialect);
        for column in ["name", "wave", "role", "scan"] {
            let named = read.iter().filter(|piece| **piece == Piece::Name(column.to_owned())).count();
            assert_eq!(named, usize::from(column != "role"), "{column}: written once at most, never read");
        }
        assert!(!text.contains("consensus\n") && !text.contains("lag("));
    }
}

#[test]
fn the_command_writes_a_file_and_says_how_to_go_on() {
    let run = ["sql", "small.yaml", "--dialect", "duckdb", "-o", "scores.sql", "--lang", "en"];
    let written = peil(run)
        .file("small.yaml", SMALL)
        .stderr("scores.sql written for DuckDB; how to run it stands at the top\n")
        .ends_with(0);
    assert!(written.text("scores.sql").starts_with("-- ==="));
    peil(["sql", "small.yaml", "--dialect", "spark", "--table", "lake.round.answers", "--lang", "nl"])
        .file("small.yaml", SMALL)
        .stdout_holds("FROM `lake`.`round`.`answers`\n")
        .stdout_holds("-- Wat peil score wel doet")
        .ends_with(0);
}

#[test]
fn what_cannot_be_written_is_refused_with_a_remedy() {
    let sql = |more: &[&str]| peil(["sql", "small.yaml", "--lang", "en"].iter().chain(more)).file("small.yaml", SMALL);
    sql(&["--dialect", "duckdb", "--table", "a..b"])
        .stderr_holds("`a..b` is no name of a table")
        .stderr_holds("--table schema.table")
        .ends_with(2);
    sql(&["--dialect", "duckdb", "--within", "overall"]).stderr_holds("`overall` cannot be a class").ends_with(2);
    sql(&["--dialect", "postgres", "--columns", "Council"]).stdout_holds("AS \"Council\",\n").ends_with(0);
    sql(&["--dialect", "duckdb", "--columns", "Council"])
        .stderr_holds("to DuckDB the columns `Council` and `council` are the same")
        .ends_with(2);
    sql(&["--dialect", "oracle"]).stderr_holds("oracle").ends_with(2);
    sql(&[]).stderr_holds("--dialect").ends_with(2);
    sql(&["--dialect", "duckdb", "-o", "nowhere/x.sql"]).stderr_holds("the folder does not exist").ends_with(2);
}
