//! The built-in instrument once through, on a wide and on a narrow screen: the same scores as a file with the same
//! answers, and nothing of a question out of sight.

use std::fmt::Write as _;

use peil::questionnaire::{Questionnaire, shipped};

use super::screen::framed;
use super::*;
use crate::peil::peil;

const ID: &str = "digitale-maturiteit";

/// The option that is picked in a column, by its place in the list.
fn picked(q: &Questionnaire, column: usize) -> usize {
    (column * 7 + 3) % q.question_of(column).kind.options().len()
}

/// Whether that option is one that should be shown by something.
fn wants_evidence(q: &Questionnaire, column: usize) -> bool {
    let question = q.question_of(column);
    let (_, value) = question.kind.options()[picked(q, column)];
    question.evidence_from.zip(value).is_some_and(|(from, value)| value >= from)
}

/// The same answers in a file, written by hand as it were.
fn file(q: &Questionnaire) -> String {
    let mut text = format!(
        "peil: answers/1\nquestionnaire: {{id: {ID}, version: {}}}\ncouncil: {{id: \"41048\", name: Ninove}}\nwave: \
         2026\nrespondent: {{id: r-1, role: ict}}\nanswers:\n",
        q.version
    );
    for column in 0..q.columns.len() {
        let (option, _) = &q.question_of(column).kind.options()[picked(q, column)];
        let _ = writeln!(text, "  {}: {option:?}", q.columns[column].id);
    }
    text
}

fn scores(answers: &str) -> String {
    let scored = peil(["score", "a.yaml", "--format", "csv"]).file("a.yaml", answers).run();
    assert!(scored.stdout.contains("\n41048,Ninove,2026,"), "{scored}");
    scored.stdout
}

#[test]
fn the_built_in_instrument_once_through_gives_the_scores_of_the_same_answers_in_a_file() {
    let q = shipped(ID).expect("it ships");
    for (size, lang) in [((24, 80), "en"), ((24, 60), "nl")] {
        let folder = tempfile::tempdir().expect("a folder");
        let known =
            ["assess", "--council", "41048", "--name", "Ninove", "--role", "ict", "--wave", "2026", "--seed", "1"];
        let arguments: Vec<&str> = known.into_iter().chain(["--lang", lang]).collect();
        let mut terminal = Terminal::run(folder.path(), &arguments, size, &[]);
        let in_dutch = lang == "nl";
        let say = |nl: &'static str, en: &'static str| if in_dutch { nl } else { en };
        terminal.sees(&[say("Enter: beginnen", "Enter: begin")]);
        terminal.types("\r").sees(&[say("Mogen antwoorden per rol", "May answers be shown by role"), say("Nee", "No")]);
        terminal.types(&format!("{DOWN}\r"));
        let (count, shows) = (q.columns.len(), say("Waar blijkt dit uit?", "What shows this?"));
        for column in 0..count {
            let number = format!("{} {} {} {count} ", say("Vraag", "Question"), column + 1, say("van", "of"));
            let screen = terminal.sees_without(&number, shows);
            whole(&q, column, lang, &screen);
            terminal.types(&(picked(&q, column) + 1).to_string());
            if wants_evidence(&q, column) {
                terminal.sees(&[&number, shows]);
                terminal.types("\r");
            }
        }
        terminal.sees(&[say("Alles is ingevuld.", "Everything is answered.")]);
        terminal.types("f");
        assert_eq!(terminal.ends().0, 0);
        let text = std::fs::read_to_string(folder.path().join(DRAFT)).expect("answers");
        assert_eq!(scores(&text), scores(&file(&q)));
    }
}

/// Every word of the question, its help and its options is on the screen, whole and in order.
fn whole(q: &Questionnaire, column: usize, lang: &str, screen: &vt100::Screen) {
    let question = q.question_of(column);
    let seen = words(screen);
    let labels = match &question.kind {
        peil::questionnaire::Kind::Choice { choices, .. } => choices.iter().map(|one| one.label.get(lang)).collect(),
        _ => Vec::new(),
    };
    let texts =
        [question.ask.get(lang)].into_iter().chain(question.help.as_ref().map(|help| help.get(lang))).chain(labels);
    for text in texts {
        let wanted = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(seen.contains(&wanted), "{wanted}\n{}", framed(screen));
    }
}
