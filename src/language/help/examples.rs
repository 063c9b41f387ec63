//! Examples at the bottom of a help page.

use crate::language::Language;

/// Examples at the bottom of a help page.
pub fn examples(l: Language, name: &str) -> String {
    let answers = l.pick("antwoorden", "answers");
    let questionnaire = l.pick("vragenlijst", "questionnaire");
    let report = l.pick("verslag", "report");
    let lines = match name {
        "peil" => vec!["peil demo".to_owned(), format!("peil score {answers}/")],
        "demo" => vec!["peil demo".to_owned(), format!("peil demo {}", l.pick("mijn-demo", "my-demo"))],
        "check" => vec![
            format!("peil check {questionnaire}.yaml"),
            format!("peil check {questionnaire}.yaml --against {questionnaire}-1.0.yaml"),
            format!("peil check {answers}/ -q {questionnaire}.yaml --format json"),
            format!("peil check {questionnaire}.yaml --deny warnings --allow minutes-do-not-fit"),
        ],
        "new" => vec!["peil new".to_owned(), format!("peil new {questionnaire}-2027 --lang en")],
        "schema" => vec![
            "peil schema questionnaire -o questionnaire.schema.json".to_owned(),
            "peil schema answers --lang en".to_owned(),
        ],
        "explain" => vec!["peil explain".to_owned(), "peil explain duplicate-id".to_owned()],
        "assess" => vec![
            "peil assess".to_owned(),
            "peil assess digitale-maturiteit --council 41048 --name Ninove --role ict --wave 2026".to_owned(),
        ],
        "form" => form_examples(l),
        "forget" => vec![
            format!("peil forget r-7f3a {answers}/ --dry-run"),
            format!("peil forget r-7f3a {answers}/ --council 41048 --outputs {}", l.pick("verslagen", "reports")),
        ],
        "import" => import_examples(l),
        "score" => vec![
            format!("peil score {answers}/"),
            format!("peil score {answers}.csv -q digitale-maturiteit -o scores.csv"),
            format!("peil score {answers}/ --council 41048 --explain delen"),
            format!(
                "peil score {answers}/ --council 41048 --explain richten×delen -o {}.html",
                l.pick("herkomst", "origin")
            ),
        ],
        "compare" => vec![
            format!("peil compare {answers}.csv -q digitale-maturiteit --within {}", l.pick("klasse", "class")),
            format!(
                "peil compare {answers}.csv -q digitale-maturiteit --by wave -o {}.html",
                l.pick("verschil", "change")
            ),
            format!(
                "peil compare {answers}.csv -q digitale-maturiteit --lowest 30 --by delen --show-names -o {}.csv",
                l.pick("lijst", "list")
            ),
        ],
        "report" => vec![
            format!("peil report {answers}/ --council 41048 -o {report}.html"),
            format!("peil report {answers}/ --all -o {}", l.pick("verslagen", "reports")),
        ],
        "sql" => sql_examples(l),
        "completions" => vec!["peil completions bash > ~/.local/share/bash-completion/completions/peil".to_owned()],
        "man" => vec!["peil man > peil.1".to_owned()],
        _ => return String::new(),
    };
    let heading = l.pick("Voorbeelden:", "Examples:");
    lines.iter().fold(heading.to_owned(), |text, line| format!("{text}\n  {line}"))
}

fn sql_examples(l: Language) -> Vec<String> {
    let (own, class) = (l.pick("vragenlijst", "questionnaire"), l.pick("klasse", "class"));
    vec![
        "peil sql digitale-maturiteit --dialect duckdb -o scores.sql".to_owned(),
        format!("peil sql {own}.yaml --dialect postgres --table {}", l.pick("enquete.antwoorden", "survey.answers")),
        format!("peil sql {own}.yaml --dialect spark --columns council,wave,role --within {class}"),
    ]
}

fn import_examples(l: Language) -> Vec<String> {
    let (forms, folder, mapping) =
        (l.pick("formulieren/", "forms/"), l.pick("antwoorden", "answers"), l.pick("koppeling", "mapping"));
    vec![
        format!("peil import {forms} -o {folder}"),
        format!("peil import export.csv -q digitale-maturiteit --suggest -o {mapping}.yaml"),
        format!("peil import export.csv -q digitale-maturiteit -m {mapping}.yaml --dry-run"),
        format!("peil import export.xlsx -q digitale-maturiteit --council 41048 --wave 2026 -o {folder}"),
    ]
}

fn form_examples(l: Language) -> Vec<String> {
    let (form, own) = (l.pick("formulier", "form"), l.pick("vragenlijst", "questionnaire"));
    vec![
        format!("peil form digitale-maturiteit -o {form}.html"),
        format!("peil form {own}.yaml --council 41048 --name Ninove --wave 2026 --role ict -o ict.html"),
    ]
}
